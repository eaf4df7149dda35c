// @ts-check
/**
 * What the rules over two dates say, as `planner/clashes/rules/` has them, in the order of its list. They are asked about
 * one event that is being written and another one; a test holds both sides together.
 */

import { share, versions } from "./clash-ground.js";
import { EVERYDAY, OWN } from "./clash-titles.js";

/** @typedef {import("./clash-ground.js").Dated} Dated */
/** @typedef {import("./clash-ground.js").Sheet} Sheet */
/** @typedef {import("./clash-ground.js").Ground} Data */
/** @typedef {"hard" | "soft" | "info"} Level */
/** @typedef {Record<string, string>} Facts */

const [HOUR, NOON] = [3600, 720];
/** The weightiest first. @type {Level[]} */
export const RANKS = ["hard", "soft", "info"];
const HANDS = ["ONE_SET", "SOME", "MANY"];
/** What does not silence a rule: both are routine, parts of one feast, of one series. */
const FLOOR = ["routine", "part", "series"];
/** @type {Record<string, string[]>} */
const DESPITE = { duplicate: ["routine"], venue: FLOOR, "venue-room-unknown": FLOOR, audience: ["routine"] };

/** @param {Dated} a @param {Dated} b @param {number} [margin] seconds */
const overlap = (a, b, margin = 0) => a.starts < b.ends + margin && b.starts < a.ends + margin;
/** @param {Dated} a @param {Dated} b */
const sameDay = (a, b) => a.day <= b.last && b.day <= a.last;
/** @param {Dated} a @param {Dated} b */
const daysBetween = (a, b) => Math.max(0, a.day - b.last, b.day - a.last);
/** @param {Sheet} x @param {Sheet} y */
const bothRoutine = (x, y) => x.routine && y.routine;
/** @param {Sheet} x @param {Sheet} y */
const sharedAudiences = (x, y) => [...x.audiences.filter((one) => y.line.includes(one)), ...y.audiences.filter((one) => x.line.includes(one))];
/** @param {string[]} audiences @param {Data} data */
const isNarrow = (audiences, data) => audiences.some((one) => !data.rules.audiences[one]?.broad);

/** Why no rule, but one that speaks despite it, is asked about a pair. @param {Sheet} x @param {Sheet} y */
export function silence(x, y) {
  if (x.id === y.id) return "same";
  if ([[x, y], [y, x]].some(([one, other]) => one.more.part_of === other.id || other.bonds.includes(`part ${one.id}`))) return "whole";
  if ([[x, y], [y, x]].some(([one, other]) => one.more.joint?.includes(other.id))) return "joint";
  const [bond] = x.bonds.filter((one) => y.bonds.includes(one)).sort();
  return bond ? bond.split(" ")[0] : bothRoutine(x, y) ? "routine" : "";
}

/** How far the titles of two events are alike. @param {Sheet} x @param {Sheet} y @param {Data} data */
function likeness(x, y, data) {
  const names = stemsOf([...x.organisers, ...y.organisers], data);
  return Math.max(...x.called.flatMap((one) => y.called.map((other) => data.titles.likeness(one, other, names))));
}

/** @param {string[]} organisers @param {Data} data */
const stemsOf = (organisers, data) => organisers.flatMap((one) => versions(data.organiser(one)?.name)).flatMap((name) => data.titles.stems(name));

/** @param {Dated} a @param {Dated} b */
const inOneHour = (a, b) => a.whole || b.whole || Math.abs(a.starts - b.starts) <= HOUR / 2;

/** @param {Dated} a @param {Dated} b @param {Data} data @returns {Level | null} */
function duplicate(a, b, data) {
  const [x, y] = [a.sheet, b.sheet];
  const hall = Boolean(x.venue) && x.venue === y.venue;
  const agree = !x.venue || !y.venue || (hall && (!x.room || !y.room || x.room === y.room));
  if (x.routine !== y.routine || !agree || x.place !== y.place || !overlap(a, b) || !(hall || inOneHour(a, b))) return null;
  if (a.day > Math.min(b.reach, b.last) || b.day > Math.min(a.reach, a.last)) return null;
  const alike = likeness(x, y, data);
  const everyday = inOneHour(a, b) && (hall || share(x.organisers, y.organisers));
  return alike === OWN || (alike === EVERYDAY && everyday) ? "soft" : null;
}

/** Seconds needed between two in one place. @param {Dated} a @param {Dated} b @param {Data} data */
function margin(a, b, data) {
  const [x, y] = [a.sheet, b.sheet];
  if (a.whole || b.whole || share(x.organisers, y.organisers)) return 0;
  if (x.stated) return x.margin;
  return bothRoutine(x, y) ? 0 : x.margin * (1 + [x, y].filter(({ form }) => data.rules.forms.floor.includes(form)).length);
}

/** Where one's night is over and another one's morning begins. @param {Dated} a @param {Dated} b */
function afterOthersNight(a, b) {
  const [x, y] = [a.sheet, b.sheet];
  const night = [[a, b], [b, a]].some(([one, next]) =>
    one.last < one.reach && one.reach === next.day && next.starts - next.clock * 60 < one.ends && next.clock > 0 && next.clock < NOON);
  return night && !(x.stated || x.routine || y.routine || share(x.organisers, y.organisers));
}

/** @param {Dated} one */
const takesNoFloor = ({ standing, whole, sheet }) => standing && whole && sheet.form === "other" && sheet.audiences.length > 0;

/** The two need one venue at one time, whatever the room. @param {Dated} a @param {Dated} b @param {Data} data */
function onePlace(a, b, data) {
  if (!a.sheet.venue || a.sheet.venue !== b.sheet.venue || takesNoFloor(a) || takesNoFloor(b)) return false;
  return overlap(a, b, margin(a, b, data)) || afterOthersNight(a, b);
}

/** @param {Sheet} x @param {Sheet} y @param {Data} data */
function ofOneHouse(x, y, data) {
  const owners = [x, y].map(({ organisers }) => organisers.flatMap((one) => data.organiser(one)?.of ?? []));
  return share(x.organisers, y.organisers) || share(owners[0], owners[1]);
}

/** @param {Dated} a @param {Dated} b @param {Data} data @returns {Level | null} */
function venue(a, b, data) {
  const [x, y] = [a.sheet, b.sheet];
  if (!onePlace(a, b, data) || (x.rooms && x.room !== y.room)) return null;
  const hangs = x.exhibition || y.exhibition;
  if (hangs && ofOneHouse(x, y, data)) return null;
  if (duplicate(a, b, data)) return "soft";
  const { floor } = data.rules.forms;
  if (hangs) return floor.includes(x.form) && floor.includes(y.form) ? "hard" : "soft";
  return overlap(a, b, x.stated ? margin(a, b, data) : 0) || overlap(a, b) ? "hard" : "soft";
}

/** @param {Dated} a @param {Dated} b @param {Data} data @returns {Level | null} */
function roomUnknown(a, b, data) {
  const [x, y] = [a.sheet, b.sheet];
  return x.rooms && !x.room !== !y.room && !x.exhibition && !y.exhibition && onePlace(a, b, data) ? "soft" : null;
}

/** How many hands those have who arrange both; who has the fewest decides. @param {Sheet} x @param {Sheet} y @param {Data} data */
const handsOf = (x, y, data) => Math.min(2, ...x.organisers.filter((one) => y.organisers.includes(one)).map((one) => data.organiser(one)?.hands ?? 1));

/** @param {Dated} a @param {Dated} b @param {Data} data @returns {Level | null} */
function organiser(a, b, data) {
  const [x, y] = [a.sheet, b.sheet];
  if (a.standing || b.standing || !share(x.organisers, y.organisers)) return null;
  const hands = handsOf(x, y, data);
  const away = x.place !== y.place;
  if (!overlap(a, b) && !(away && hands === 0 && overlap(a, b, HOUR))) return null;
  const apart = x.venue !== y.venue || (!x.venue && away) || (Boolean(x.room && y.room) && x.room !== y.room && hands === 0);
  if (!apart) return null;
  if (x.routine || y.routine) return "info";
  return !overlap(a, b) && data.touch(x.place, y.place) ? "soft" : RANKS[hands];
}

/** @param {Dated} a @param {Dated} b */
const twoGreatDays = (a, b) => a.sheet.major && b.sheet.major && a.sheet.place === b.sheet.place && sameDay(a, b);

/** @param {Dated} a @param {Dated} b @param {Data} data @returns {Level | null} */
function major(a, b, data) {
  const [x, y] = [a.sheet, b.sheet];
  const own = (/** @type {Sheet} */ one) => [...data.rules.forms.members, "service"].includes(one.form);
  if (!(x.major || y.major) || x.routine || y.routine || a.standing || b.standing || own(x) || own(y)) return null;
  if (!data.touch(x.place, y.place)) return null;
  if (twoGreatDays(a, b)) return "hard";
  if (!overlap(a, b)) return null;
  const small = (/** @type {Sheet} */ one) => x.place !== y.place && !one.major && data.rules.forms.signed_up.includes(one.form);
  return small(x) || small(y) ? "info" : "soft";
}

/** @param {Dated} a @param {Dated} b @param {Data} data @returns {Level | null} */
function audience(a, b, data) {
  const [x, y] = [a.sheet, b.sheet];
  if (x.routine !== y.routine || a.standing || b.standing || x.place !== y.place) return null;
  const { feasts, learnt, members } = data.rules.forms;
  const both = bothRoutine(x, y);
  const unsaid = !x.audiences.length && !y.audiences.length;
  const narrow = isNarrow(sharedAudiences(x, y), data);
  if (unsaid) {
    return !both && feasts.includes(x.form) && feasts.includes(y.form) && overlap(a, b) ? "info" : null;
  }
  if (!x.audiences.length || !y.audiences.length) return null;
  const few = both || members.includes(x.form) || members.includes(y.form);
  if (!(few ? narrow : sharedAudiences(x, y).length)) return null;
  const evening = !both && a.evening && b.evening && a.day === b.day && (overlap(a, b, 2 * HOUR) || narrow);
  if (!overlap(a, b) && !evening) return null;
  const unlike = [x, y].every(({ form }) => form !== "lecture" && learnt.includes(form)) && !narrow;
  return both || unlike ? "info" : "soft";
}

/** @param {Sheet} x @param {Sheet} y @param {Data} data */
function oneSubject(x, y, data) {
  const audiences = [...x.audiences, ...y.audiences].flatMap((one) => versions(data.rules.audiences[one]?.name));
  const known = [...data.rules.titles.places, ...stemsOf([...x.organisers, ...y.organisers], data), ...audiences.flatMap((name) => data.titles.stems(name))];
  return x.called.some((one) => y.called.some((other) => data.titles.shareSubject(one, other, known)));
}

/** @param {Dated} a @param {Dated} b @param {Data} data @returns {Level | null} */
function destination(a, b, data) {
  const [x, y] = [a.sheet, b.sheet];
  if (x.routine || y.routine || a.standing || b.standing || !data.touch(x.place, y.place) || !sameDay(a, b)) return null;
  const { at_home, feasts, learnt, own_feasts, seated, travelled } = data.rules.forms;
  const either = (/** @type {string[]} */ forms) => forms.includes(x.form) || forms.includes(y.form);
  const each = (/** @type {string[]} */ forms) => forms.includes(x.form) && forms.includes(y.form);
  const away = x.place !== y.place;
  const oneForm = x.form === y.form && travelled.includes(x.form);
  if (!(overlap(a, b) || (oneForm && !seated.includes(x.form)))) return null;
  if (x.audiences.length && y.audiences.length && !sharedAudiences(x, y).length) return null;
  const forFew = () => away && either(feasts) && !either(at_home) && isNarrow(x.audiences.filter((one) => y.audiences.includes(one)), data);
  const subject = () => each(learnt) && (!away || each(["lecture"])) && oneSubject(x, y, data);
  if (!oneForm && !forFew() && !subject()) return null;
  if (x.tentative || y.tentative) return "info";
  if (each(["concert"])) {
    const ensemble = (/** @type {Sheet} */ one) => one.organisers.some((name) => data.organiser(name)?.hands === 0);
    return ensemble(x) && ensemble(y) ? "soft" : "info";
  }
  return each(own_feasts) ? "info" : "soft";
}

/** Audiences that both have, but the widest. @param {Sheet} x @param {Sheet} y @param {Data} data */
const likeAudiences = (x, y, data) => x.audiences.filter((one) => y.audiences.includes(one) && !data.rules.audiences[one]?.top);

/** In what the two are alike. @param {Sheet} x @param {Sheet} y @param {Data} data */
function alike(x, y, data) {
  if (share(x.practices, y.practices)) return "practice";
  if (likeAudiences(x, y, data).length) return "audience";
  return x.form === y.form && !data.rules.forms.tells_nothing.includes(x.form) ? "format" : "";
}

/** @param {Dated} a @param {Dated} b @param {Data} data @returns {Level | null} */
function nearMiss(a, b, data) {
  const [x, y] = [a.sheet, b.sheet];
  if (x.routine || y.routine || a.standing || b.standing) return null;
  if (daysBetween(a, b) > data.rules.near[Number(x.major || y.major)]) return null;
  const one = share(x.practices, y.practices);
  if (x.place !== y.place) {
    const [here, there] = [x, y].map(({ place }) => data.places.get(place)?.region);
    if (!one || !sameDay(a, b) || !(data.touch(x.place, y.place) || (here && here === there))) return null;
  }
  return alike(x, y, data) && (!overlap(a, b) || (one && sameDay(a, b))) ? "info" : null;
}

/** @type {Record<string, (a: Dated, b: Dated, data: Data) => Level | null>} */
const JUDGES = { duplicate, venue, "venue-room-unknown": roomUnknown, organiser, major, audience, destination, "near-miss": nearMiss };

/** What each rule says about two dates; the level of a mere hold is softened. @param {Dated} a @param {Dated} b @param {Data} data @returns {[string, Level][]} */
export function judged(a, b, data) {
  const silent = silence(a.sheet, b.sheet);
  /** @type {[string, Level][]} */
  const found = [];
  for (const code of data.rules.rules) {
    const level = JUDGES[code] && (!silent || DESPITE[code]?.includes(silent)) ? JUDGES[code](a, b, data) : null;
    if (level) found.push([code, level === "hard" && (a.sheet.tentative || b.sheet.tentative) ? "soft" : level]);
  }
  return found;
}

/** What the words of a rule need; the two stand in the order of their ids. @param {string} code @param {Dated} a @param {Dated} b @param {Data} data @returns {Facts} */
export function factsOf(code, a, b, data) {
  const [x, y] = [a.sheet, b.sheet];
  /** @type {Facts} */
  const facts = { ...data.placeFacts(x.place) };
  if (y.place !== x.place) facts.other_municipality = data.placeFacts(y.place).municipality;
  const [practice] = x.practices.filter((one) => y.practices.includes(one)).sort();
  if (practice) facts.practice = data.practices[practice] ?? practice;
  const ids = (/** @type {boolean} */ first, /** @type {boolean} */ second) => [first && x.id, second && y.id].filter(Boolean).join(",");
  if (x.tentative || y.tentative) facts.tentative = ids(x.tentative, y.tentative);
  if (a.assumed || b.assumed) facts.assumed_end = ids(a.assumed, b.assumed);
  if (code.startsWith("venue")) {
    const hall = data.venues.get(x.venue);
    facts.place = data.say(hall?.name) || x.venue;
    const room = x.room && x.room === y.room && hall?.rooms?.find(({ id }) => id === x.room);
    if (room) facts.room = data.say(room.name);
  }
  if (code === "venue") {
    const needed = margin(a, b, data);
    const shown = [x, y].find(({ exhibition }) => exhibition);
    if (!overlap(a, b, needed)) facts.night = (a.starts <= b.starts ? x : y).id;
    else if (!overlap(a, b)) {
      facts.gap = String(Math.floor((Math.max(a.starts, b.starts) - Math.min(a.ends, b.ends)) / 60));
      facts.margin = String(Math.floor(needed / 60));
    } else if (shown) facts.exhibition = shown.id;
  } else if (code === "venue-room-unknown") facts.unnamed = (x.room ? y : x).id;
  else if (code === "organiser") {
    const hands = (/** @type {string} */ one) => data.organiser(one)?.hands ?? 1;
    const [shared] = x.organisers.filter((one) => y.organisers.includes(one)).sort((p, q) => hands(p) - hands(q) || (p < q ? -1 : 1));
    facts.organiser = data.say(data.organiser(shared)?.name);
    facts.hands = HANDS[hands(shared)];
    if (!overlap(a, b)) facts.way = "yes";
  } else if (code === "major") {
    facts.major = (x.major ? x : y).id;
    if (twoGreatDays(a, b)) facts.both = "yes";
  } else if (code === "audience") {
    const { audiences } = data.rules;
    const [shared] = sharedAudiences(x, y).sort((p, q) => Number(audiences[p]?.broad ?? 0) - Number(audiences[q]?.broad ?? 0) || (p < q ? -1 : 1));
    facts.together = !shared ? "unsaid" : overlap(a, b) ? "overlap" : "evening";
    if (shared) facts.audience = data.say(audiences[shared].name);
    if (shared && bothRoutine(x, y)) facts.weekly = "yes";
  } else if (code === "destination") {
    if ([x, y].every(({ form }) => data.rules.forms.learnt.includes(form))) facts.subject = "yes";
  } else if (code === "near-miss") {
    facts.alike = alike(x, y, data);
    [facts.day, facts.other_day] = [a, b].map(({ day }) => String(day));
    if (facts.alike === "audience") facts.audience = data.say(data.rules.audiences[likeAudiences(x, y, data).sort()[0]].name);
  }
  return facts;
}
