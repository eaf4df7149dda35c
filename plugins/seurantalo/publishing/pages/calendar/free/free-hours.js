// @ts-check
/**
 * Weighs the days of a municipality for what somebody plans, from the file beside its page (vapaat.json; its
 * schema lies one folder higher). It knows nothing of the page, and finds what `seurantalo free` finds.
 */

import { Floor, Zone } from "./free-floor.js";

/**
 * @typedef {Record<string, number | Record<string, number>>} Weights
 * @typedef {{name: string, rooms: {id: string, name: string}[], margin_minutes: number, margin_is_stated: boolean}} Venue
 */
/**
 * @typedef {object} Index
 * @property {string} from
 * @property {string} to
 * @property {string} timezone
 * @property {number} lead_days
 * @property {number} usual_minutes
 * @property {Record<string, [string, string]>} parts
 * @property {[string, string]} evening
 * @property {Weights} points
 * @property {Weights} points_apart
 * @property {Record<string, number>} grades
 * @property {Record<string, string[]>} audiences
 * @property {Record<string, Venue>} venues
 * @property {Record<string, string>} municipalities names of this one and its neighbours
 * @property {Dated[]} dates
 * @property {Record<string, Told[]>} days
 */
/**
 * @typedef {object} Dated
 * @property {string} event
 * @property {string} text
 * @property {string} starts
 * @property {string} ends
 * @property {string} [venue]
 * @property {string} [room]
 * @property {string[]} [audiences]
 * @property {true} [whole_day]
 * @property {true} [tentative]
 * @property {true} [exhibition]
 */
/**
 * @typedef {{kind: string, text?: string, date?: number, municipality?: string}} Told
 */
/**
 * @typedef {object} Wish
 * @property {string} venue "" for none
 * @property {string} room "" for whichever is free
 * @property {string} audience "" for nobody in particular
 * @property {number} weekday on which it may begin, 1 for Monday; 0 for any
 * @property {number} starts minutes of the day
 * @property {number} ends more than 1,440 where that is on the next day
 * @property {number} length minutes that it needs of them
 * @property {number} days in a row
 * @property {number} lead days from the first one on which are too soon
 */
/**
 * @typedef {object} Reason
 * @property {string} kind
 * @property {string} whom
 * @property {string} when
 * @property {number} points
 * @property {string} text of the event or of the reason itself
 * @property {Dated} [date]
 * @property {string} [municipality]
 * @property {number} [count] of weekly groups
 */
/**
 * @typedef {object} Rated
 * @property {string} day
 * @property {number} points
 * @property {string} grade
 * @property {Reason[]} reasons
 * @property {{room: string, starts: number, ends: number}[]} free instants in milliseconds
 */

const DAY = 86_400_000;
const MINUTE = 60_000;
const ABOUT_PEOPLE = ["event", "neighbour", "major", "routine"];

/**
 * @param {string} day
 * @param {number} by
 * @returns {string}
 */
export function later(day, by) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * DAY).toISOString().slice(0, 10);
}

/**
 * @param {string} clock
 * @returns {number}
 */
export function minutesOf(clock) {
  const [hours, minutes] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

/**
 * Weighs every day on which the wish may begin, from the first that is not too soon, in order of time.
 * @param {Index} index
 * @param {Wish} wish
 * @returns {Rated[]}
 */
export function weighDays(index, wish) {
  const zone = new Zone(index.timezone);
  const wholeDay = wish.starts === 0 && wish.ends === 1_440;
  const evening = index.evening.map(minutesOf);
  const inEvening = wish.starts >= evening[0] && wish.starts <= evening[1];
  const atVenue = wish.venue ? index.dates.filter((date) => date.venue === wish.venue) : [];
  /** @type {Map<string, [Told, Dated | undefined][]>} */
  const told = new Map();
  for (const [day, reasons] of Object.entries(index.days)) {
    told.set(day, reasons.map((reason) => [reason, reason.date === undefined ? undefined : index.dates[reason.date]]));
  }
  const same = (/** @type {Dated} */ a, /** @type {Dated} */ b) => a.event === b.event && a.starts === b.starts;
  const venue = index.venues[wish.venue];
  const floor = venue ? new Floor(venue, atVenue) : undefined;
  const line = (/** @type {string} */ name) => index.audiences[name] ?? [];

  /** @type {(audiences: string[] | undefined) => string} */
  const whomOf = (audiences) => {
    if (!audiences?.length || !wish.audience) {
      return "unknown";
    }
    const shared = audiences.some((one) => line(wish.audience).includes(one) || line(one).includes(wish.audience));
    return shared ? "same" : "others";
  };

  /** @type {(weights: Weights, kind: string, whom: string) => number} */
  const weight = (weights, kind, whom) => {
    const found = weights[kind];
    return typeof found === "number" ? found : found[whom];
  };

  /** @type {(told: Told, date: Dated | undefined, day: string, span: [number, number]) => Reason} */
  const weighed = ({ kind, text, municipality }, date, day, [starts, ends]) => {
    if (!date || !ABOUT_PEOPLE.includes(kind)) {
      return { kind, whom: "unknown", when: "same", points: weight(index.points, kind, "unknown"), text: text ?? "" };
    }
    const whom = kind === "major" ? "unknown" : whomOf(date.audiences);
    let when = "apart";
    if (Date.parse(date.starts) < ends && starts < Date.parse(date.ends)) {
      when = "same";
    } else if (inEvening && !date.whole_day && date.starts.startsWith(day)) {
      const minutes = minutesOf(date.starts.slice(11, 16));
      when = minutes >= evening[0] && minutes <= evening[1] ? "evening" : "apart";
    }
    const points = weight(when === "apart" ? index.points_apart : index.points, kind, whom);
    return { kind, whom, when, points, text: date.text, date, municipality };
  };

  /** @type {(day: string, span: [number, number]) => Reason[]} */
  const ofDay = (day, span) => {
    const all = (told.get(day) ?? []).map(([one, date]) => weighed(one, date, day, span));
    const groups = all.filter((one) => one.kind === "routine" && one.points && !(wish.venue && one.date?.venue === wish.venue));
    const found = all.filter((one) => one.kind !== "routine");
    if (groups.length) {
      const most = Math.max(...groups.map((one) => one.points));
      const first = /** @type {Reason} */ (groups.find((one) => one.points === most));
      found.push({ ...first, count: groups.length });
    }
    return found;
  };

  /** @type {(day: string) => Rated} */
  const rated = (day) => {
    const days = Array.from({ length: wish.days }, (_, number) => later(day, number));
    const spans = days.map((one) => /** @type {[number, number]} */ ([zone.instant(one, wish.starts), zone.instant(one, wish.ends)]));
    const answer = floor?.ask(spans, wish.length * MINUTE, wholeDay, wish.room);
    let rooms = 0;
    /** @type {Reason[]} */
    const reasons = (answer?.reasons ?? []).map(([kind, date]) => {
      // However many rooms are not to be had, one that is will do.
      const points = kind === "room" && rooms++ ? 0 : weight(index.points, kind, "unknown");
      return { kind, whom: "unknown", when: "same", points, text: date.text, date };
    });
    let points = reasons.reduce((sum, one) => sum + one.points, 0);
    const ofVenue = [...reasons];
    let worst = 0;
    days.forEach((one, number) => {
      const found = ofDay(one, spans[number]).filter(({ date }) => !date || !ofVenue.some((each) => each.date && same(each.date, date)));
      worst = Math.max(worst, found.reduce((sum, each) => sum + each.points, 0));
      for (const each of found) {
        const known = reasons.some((other) =>
          other.kind === each.kind && other.count === each.count &&
          (each.date && other.date ? same(each.date, other.date) : !each.date && !other.date && each.text === other.text));
        if (!known) {
          reasons.push(each);
        }
      }
    });
    points += worst;
    reasons.sort((a, b) => b.points - a.points);
    return { day, points, grade: gradeOf(index, points, reasons), reasons, free: answer?.free ?? [] };
  };

  /** @type {Rated[]} */
  const found = [];
  for (let day = later(index.from, wish.lead); later(day, wish.days - 1) <= index.to; day = later(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
    if (!wish.weekday || wish.weekday === weekday) {
      found.push(rated(day));
    }
  }
  return found;
}

/**
 * @param {Index} index
 * @param {number} points
 * @param {Reason[]} reasons
 * @returns {string}
 */
function gradeOf(index, points, reasons) {
  if (reasons.some((one) => one.kind === "venue")) {
    return "taken";
  }
  const grade = Object.entries(index.grades).find(([, most]) => points <= most)?.[0];
  return grade && reasons.some((one) => one.kind === "hold") ? "held" : grade ?? "avoid";
}
