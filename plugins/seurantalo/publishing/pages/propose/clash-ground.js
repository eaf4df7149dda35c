// @ts-check
/** What the rules are asked about: the rows of the data files, and the event that is being written, as dates. */

import { weightOf } from "./repeat.js";
import { Titles, wordsOf } from "./clash-titles.js";

/** @typedef {string | Record<string, string>} Words */
/** @typedef {{id: string, name: Words, municipality?: string, of?: string, hands?: number, contact?: any}} Organisation */
/** @typedef {{id: string, name: Words, municipality?: string, margin?: number, capacity?: number, private?: boolean, rooms?: {id: string, name: Words, capacity?: number}[]}} Venue */
/** @typedef {{id: string, title: Words, called: string[], place: string, venue: string, room: string, rooms: boolean, margin: number, stated: boolean, organisers: string[], audiences: string[], line: string[], practices: string[], form: string, routine: boolean, major: boolean, tentative: boolean, exhibition: boolean, bonds: string[], more: any}} Sheet */
/** @typedef {{starts: number, ends: number, day: number, last: number, reach: number, clock: number, whole: boolean, evening: boolean, standing: boolean, assumed: boolean, sheet: Sheet}} Dated */
/** @typedef {{title: Words, dates: [string, string][], municipality?: string, venue?: string, room?: string, organisers?: string[], audiences?: string[], practices?: string[], format?: string, weight?: string, status?: string, id?: string, series?: string, part_of?: string, joint_with?: string[], clash_ok?: any[], planned_starts?: string, on_holiday?: boolean, repeats?: any, names?: Organisation[]}} Written `names`: organisations that are written beside it */

/** The id of an event that has none yet: before all others. */
export const NEW = " ";
const DAY = 1440;
/** Days from the start of one to that of another beyond which it is looked for apart. */
const SHORT = 3;
/** Letters of a title, as in files. */
const LONGEST = 200;
const [ROUTINE, MAJOR, TENTATIVE, EXHIBITION, ASSUMED, STANDING, WHOLE] = [1, 2, 4, 8, 16, 32, 64];

/** @param {Words | undefined} words */
export const versions = (words) => (typeof words === "object" ? Object.values(words) : words ? [words] : []);

/** @param {string[]} x @param {string[]} y */
export const share = (x, y) => x.some((one) => y.includes(one));

/** All that is known, put together from files of one or more municipalities. */
export class Ground {
  /** @param {any} rules saannot.json @param {any[]} names nimet.json @param {any[]} files rows @param {string} here */
  constructor(rules, names, files, here) {
    this.rules = rules;
    this.titles = new Titles(rules.titles, rules.slip);
    this.here = here;
    /** @type {any} */
    this.place = names.find((one) => one.place?.id === here)?.place ?? { id: here, neighbours: [], breaks: [], limits: [1e9, 1e9] };
    const all = [...names, ...files];
    const table = (/** @type {string} */ name) => new Map(all.flatMap((file) => file[name] ?? []).map((one) => [one.id, one]));
    /** @type {Map<string, any>} */
    this.places = table("places");
    for (const { place } of names) if (place) this.places.set(place.id, place);
    /** @type {Map<string, Organisation>} */
    this.organisations = table("organisations");
    /** @type {Map<string, Organisation>} */
    this.written_beside = new Map();
    /** @type {Map<string, Venue>} */
    this.venues = table("venues");
    /** @type {Record<string, string>} */
    this.practices = Object.assign({}, ...files.map((file) => file.practices));
    /** @type {Dated[]} */
    this.dates = [];
    const known = new Set();
    for (const row of files.flatMap((file) => file.sheets ?? [])) {
      const sheet = this.sheet(row);
      for (const [day, starts, ends, step, times, ...instants] of row[12]) {
        for (let number = 0; number < (times ?? 1); number += 1) {
          const on = day + number * (step ?? 0);
          const key = `${sheet.id} ${on} ${starts}`;
          if (!known.has(key)) {
            known.add(key);
            this.dates.push(this.dated(sheet, row[9], on * DAY + starts, on * DAY + ends, instants));
          }
        }
      }
    }
    this.dates.sort((a, b) => a.day - b.day);
    this.long = this.dates.filter((one) => Math.max(one.last, one.reach) - one.day > SHORT);
  }

  /** @param {any[]} row @returns {Sheet} */
  sheet([id, title, place, venue, room, organisers, audiences, practices, form, flags, bonds, more]) {
    const hall = this.venues.get(venue);
    return {
      id, title, place, venue, room, organisers, audiences, practices, form, bonds, more,
      // What a link brings is of any length.
      called: versions(more.called ?? title).map((one) => one.slice(0, LONGEST)),
      rooms: Boolean(hall?.rooms),
      margin: (venue ? hall?.margin ?? this.rules.margin : 0) * 60,
      stated: hall?.margin !== undefined,
      line: audiences.flatMap((/** @type {string} */ one) => this.rules.audiences[one]?.line ?? []),
      routine: Boolean(flags & ROUTINE), major: Boolean(flags & MAJOR), tentative: Boolean(flags & TENTATIVE), exhibition: Boolean(flags & EXHIBITION),
    };
  }

  /** By how many seconds clocks are ahead of UTC at an instant. @param {number} instant */
  offset(instant) {
    return this.rules.clock.reduce((/** @type {number} */ found, /** @type {number[]} */ [at, offset]) => (instant >= at ? offset : found), this.rules.clock[0][1]);
  }

  /** The instant of a wall time (minutes); one that is missing or doubled is read as before the change. @param {number} wall */
  instant(wall) {
    let found = this.rules.clock[0][1];
    for (const [at, offset] of this.rules.clock) if (wall * 60 - Math.max(found, offset) >= at) found = offset;
    return wall * 60 - found;
  }

  /** Wall times in minutes from 1970 on. @param {Sheet} sheet @param {number} flags @param {number} starts @param {number} ends @param {number[]} [instants] @returns {Dated} */
  dated(sheet, flags, starts, ends, [startsAt, endsAt] = []) {
    const whole = Boolean(flags & WHOLE);
    const [from, to] = [startsAt ?? this.instant(starts), endsAt ?? this.instant(ends)];
    const day = Math.floor(starts / DAY);
    const endDay = whole ? ends / DAY - 1 : Math.floor(ends / DAY);
    // A night that ends by six in the morning is the evening before.
    const last = whole ? endDay : endDay === day || to - from <= 3600 ? day : Math.max(Math.ceil((ends - 360) / DAY) - 1, day);
    const long = last - day >= this.rules.standing_days - 1;
    const clock = whole ? 0 : starts - day * DAY;
    return {
      starts: from, ends: to, day, last, whole, clock, sheet,
      reach: long ? day : endDay,
      evening: !whole && clock >= this.rules.evening[0] && clock <= this.rules.evening[1],
      standing: Boolean(flags & STANDING) || long || sheet.exhibition,
      assumed: Boolean(flags & ASSUMED),
    };
  }

  /** The dates of what is being written. @param {Written} written @returns {Dated[]} */
  written(written) {
    const { dates, format = "", venue = "", repeats, status } = written;
    const { forms, hours } = this.rules;
    const form = format || "other";
    this.written_beside = new Map((written.names ?? []).map((one) => [one.id, this.organisation(one)]));
    const weight = weightOf(written);
    const [first] = dates;
    const stands = repeats ? true : Boolean(first?.[1]) && first[1].slice(0, 10) > first[0].slice(0, 10);
    const flags = [[ROUTINE, weight === "routine"], [MAJOR, weight === "major"], [TENTATIVE, status === "tentative"], [EXHIBITION, form === "exhibition" && stands]]
      .reduce((sum, [flag, holds]) => sum + (holds ? Number(flag) : 0), 0);
    const id = written.id || NEW;
    const sheet = this.sheet([
      id, written.title, this.placeOf(written), venue, written.room ?? "", written.organisers ?? [], written.audiences ?? [], written.practices ?? [], form, flags,
      this.bonds(written, id), {
        agreed: (written.clash_ok ?? []).map((/** @type {any} */ one) => one.with ?? one), part_of: written.part_of, joint: written.joint_with ?? [],
        planned: written.planned_starts && first && [written.planned_starts, first[0]].map((moment) => Math.floor(this.wall(moment) / DAY)),
      },
    ]);
    return dates.map(([from, to]) => {
      const whole = from.length === 10;
      const starts = this.wall(from);
      let ends = whole ? Math.max(starts, to ? this.wall(to.slice(0, 10)) : 0) + DAY : to ? this.wall(to) + (to.length === 10 ? DAY : 0) : 0;
      const assumed = ends <= starts;
      if (assumed) ends = starts + (hours[form] ?? hours[""]) * 60;
      return this.seen(sheet, flags + (whole ? WHOLE : 0) + (assumed ? ASSUMED : 0), starts, ends, forms.gatherings);
    });
  }

  /** As clocks show it on the day on which they change. @param {Sheet} sheet @param {number} flags @param {number} starts @param {number} ends @param {string[]} gatherings */
  seen(sheet, flags, starts, ends, gatherings) {
    const shown = (/** @type {number} */ wall) => (this.instant(wall) + this.offset(this.instant(wall))) / 60;
    let [from, to] = [starts, ends];
    if (!(flags & WHOLE)) {
      [from, to] = [shown(starts), shown(ends)];
      // The clock change swallowed the end: it is as long as it was.
      if (this.instant(ends) <= this.instant(starts)) to = from + ends - starts;
    }
    const found = this.dated(sheet, flags, from, to);
    found.standing ||= found.last > found.day && !sheet.venue && found.whole && !sheet.major && !gatherings.includes(sheet.form);
    return found;
  }

  /** @param {string} moment */
  wall(moment) {
    return Date.parse(`${moment.slice(0, 10)}T${moment.slice(11, 16) || "00:00"}Z`) / 60_000;
  }

  /** @param {Written} written */
  placeOf({ municipality, venue, organisers }) {
    return municipality || this.venues.get(venue ?? "")?.municipality || this.organiser(organisers?.[0] ?? "")?.municipality || this.here;
  }

  /** @param {Organisation} one */
  organisation(one) {
    const ensemble = versions(one.name).flatMap(wordsOf).some((word) => this.rules.ensembles.some((/** @type {string} */ end) => word.endsWith(end)));
    return ensemble ? { ...one, hands: 0 } : one;
  }

  /** What ties it to others, who know of it. @param {Written} written @param {string} id */
  bonds({ series, part_of, joint_with }, id) {
    const of = (/** @type {string | undefined} */ other) => this.dates.find(({ sheet }) => sheet.id === other)?.sheet.bonds ?? [];
    return [
      ...of(id).filter((bond) => bond.startsWith("joint ") || bond === `part ${id}`),
      ...(series ? [`series ${series}`] : []),
      ...(joint_with?.length ? [`joint ${id}`] : []),
      ...(part_of ? [`part ${part_of}`, ...of(part_of).filter((bond) => bond.startsWith("part "))] : []),
    ];
  }

  /** The dates that begin from one day to another, and those that go on for long. @param {number} first @param {number} last */
  around(first, last) {
    const at = (/** @type {number} */ day) => {
      let [low, high] = [0, this.dates.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.dates[middle].day < day) low = middle + 1;
        else high = middle;
      }
      return low;
    };
    const from = first - SHORT;
    return [...this.dates.slice(at(from), at(last + 1)), ...this.long.filter((one) => one.day < from)];
  }

  /** Whether two municipalities touch; one of them is the one that is asked about. @param {string} a @param {string} b */
  touch(a, b) {
    return a === b || this.place.neighbours.includes(a === this.here ? b : a);
  }

  /** @param {string} id */
  organiser(id) {
    return this.organisations.get(id) ?? this.written_beside.get(id);
  }

  /** A text in the reader's language. @param {Words | undefined} words */
  say(words) {
    return typeof words === "object" ? words[this.rules.language] ?? words[""] ?? Object.values(words)[0] : words ?? "";
  }

  /** @param {string} place */
  placeFacts(place) {
    const { name = place, locative = place } = this.places.get(place) ?? {};
    return { municipality: name, locative };
  }
}
