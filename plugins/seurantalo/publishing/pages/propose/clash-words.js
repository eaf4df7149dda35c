// @ts-check
/** What the rules found, in the words that saannot.json has with blanks; and the rules over a day. */

import { versions } from "./clash-ground.js";
import { listedDays } from "./clash-rules.js";

/** @typedef {import("./clash-ground.js").Dated} Dated */
/** @typedef {import("./clash-ground.js").Sheet} Sheet */
/** @typedef {import("./clash-ground.js").Ground} Data */
/** @typedef {import("./clash-ground.js").Written} Written */
/** @typedef {import("./clash-rules.js").Finding} Finding */
/** @typedef {import("./clash-rules.js").Facts} Facts */

const LEVELS = ["hard", "soft", "info"];
const [SATURDAY, WEEK, NAMED] = [5, 7, 3];

/** @param {string} text @param {Record<string, string>} blanks */
const fill = (text, blanks) => text.replace(/\{(\w+)\}/g, (_, name) => blanks[name] ?? "");

/** @param {Data} data */
function speaker({ rules: { words }, say }) {
  const listed = (/** @type {string[]} */ some) => (some.length < 2 ? some.join("") : fill(words.list, { first: some.slice(0, -1).join(", "), last: some[some.length - 1] }));
  const counted = (/** @type {string[]} */ [one, many], /** @type {number} */ n) => fill(n === 1 ? one : many, { n: String(n) });
  const day = (/** @type {number} */ number) => {
    const date = new Date(number * 86_400_000);
    return fill(words.day, {
      weekday: words.weekdays[weekday(number)], day: String(date.getUTCDate()), month: words.months[date.getUTCMonth()], year: String(date.getUTCFullYear()),
    });
  };
  const days = (/** @type {number[]} */ some, /** @type {number} */ more, named = day) => listed([...some.map(named), ...(more ? [counted(words.more, more)] : [])]);
  return { words, listed, counted, day, days };
}

/** 0 for Monday; 1970 began with a Thursday. @param {number} day */
const weekday = (day) => (day + 3) % WEEK;

/** @param {Sheet} sheet @param {Data} data */
const title = (sheet, data) => fill(data.rules.words.title, { title: data.say(sheet.title) });

/** Whom to ask about an event: its own contact, else its organisers', else the municipality's. @param {Sheet} sheet @param {Data} data */
export function whomToAsk(sheet, data) {
  const organisers = sheet.organisers.map((one) => data.organiser(one) ?? { id: one, name: one, contact: undefined });
  const named = organisers.map(({ name, contact }) => ({ name: data.say(name), ...(contact && { contact }) }));
  if (sheet.more.contact && named.length) return [{ name: named[0].name, contact: sheet.more.contact }];
  const reachable = named.filter(({ contact }) => contact);
  const place = data.places.get(sheet.place);
  return reachable.length ? reachable : [...named, ...(place?.contact ? [{ name: place.name, contact: place.contact }] : [])];
}

/** Where the plan was of what moved to one of the days. @param {Sheet[]} sheets @param {number[]} days @param {Data} data */
const moves = (sheets, days, data) => sheets.filter(({ more: { planned } }) => planned && planned[0] !== planned[1] && days.includes(planned[1]))
  .map((sheet) => fill(data.rules.words.planned, { event: title(sheet, data), planned: speaker(data).day(sheet.more.planned[0]) }));

/** @param {string} rule @param {Facts} facts */
function variantOf(rule, facts) {
  if (rule === "venue") return ["exhibition", "night", "gap"].find((name) => facts[name]) ?? "";
  if (rule === "organiser") return facts.way ? "way" : facts.hands === "ONE_SET" ? "one" : "";
  if (rule === "major") return facts.both ? "both" : facts.other_municipality ? "abroad" : "";
  if (rule === "audience") return facts.weekly ? "weekly" : facts.together;
  if (rule === "destination") return facts.subject ? "subject" : "";
  if (rule === "near-miss") return `${facts.other_municipality ? "abroad" : facts.alike}${facts.day === facts.other_day ? " one day" : ""}`;
  return "";
}

/**
 * @param {ReturnType<typeof import("./clash-rules.js").toldOfPair>[number]} told @param {Facts} facts @param {Sheet} mine @param {Data} data
 * @returns {Finding}
 */
export function wordsOfPair({ code, level, days, more, beside, hit }, facts, mine, data) {
  const { words, listed, day, days: daysInWords } = speaker(data);
  const rule = words.rules[code];
  const [x, y] = [hit.a.sheet, hit.b.sheet];
  const titles = { [x.id]: title(x, data), [y.id]: title(y, data) };
  const other = x === mine ? y : x;
  const blanks = {
    ...facts,
    event: titles[x.id], other: titles[y.id],
    dates: daysInWords(days, more),
    other_place: facts.other_municipality || facts.municipality,
    audience: (facts.audience ?? "").replace(/^.(?=\p{Ll})/u, (first) => first.toLowerCase()),
    place: [facts.place, facts.room].filter(Boolean).join(", "),
  };
  const swap = () => ([blanks.event, blanks.other] = [blanks.other, blanks.event]);
  if ([facts.exhibition, facts.night].includes(y.id)) swap();
  if (code === "major" && !facts.both && facts.major === y.id) {
    swap();
    if (facts.other_municipality) [blanks.municipality, blanks.other_municipality] = [facts.other_municipality, facts.municipality];
  }
  if (code === "near-miss") {
    const dates = [Number(facts.day), Number(facts.other_day)];
    if (dates[1] < dates[0]) swap();
    [blanks.day, blanks.other_day] = dates.sort((p, q) => p - q).map(day);
  }
  const variant = variantOf(code, facts);
  const said = [fill(rule.says[code === "venue-room-unknown" ? (facts.unnamed === y.id ? "other" : "event") : variant], blanks)];
  if (facts.practice && !rule.practice) said.push(fill(words.practice, blanks));
  said.push(...moves([x, y], days, data));
  const advice = typeof rule.advice === "object" && !Array.isArray(rule.advice) ? rule.advice[variant] : rule.advice;
  const advised = [Array.isArray(advice) ? advice[LEVELS.indexOf(level)] : advice, ...beside.map((one) => words.rules[one].beside)];
  advised.push(fill(words.first, { event: titles[other.id] }));
  const held = (facts.tentative ?? "").split(",").filter(Boolean);
  if (held.length) advised.push(held.length > 1 ? words.both_tentative : fill(words.tentative, { event: titles[held[0]] }));
  const assumed = (facts.assumed_end ?? "").split(",").filter(Boolean);
  if (assumed.length && rule.ends) advised.push(fill(words.assumed, { events: listed(assumed.map((id) => titles[id])) }));
  return {
    rule: code, level, other, days, more, facts,
    words: said.join(" "), advice: advised.join(" "), ask: whomToAsk(other, data),
    agreed: mine.more.agreed.includes(other.id) || (other.more.agreed ?? []).includes(mine.id),
  };
}

/** Holidays, eves and school breaks, and days or weekends that are full. @param {Dated[]} mine @param {Written} written @param {Data} data @returns {Finding[]} */
export function wordsOfDay(mine, written, data) {
  const asked = (/** @type {string} */ code) => data.rules.rules.includes(code) && mine.length > 0;
  return [...(asked("holiday") ? holiday(mine, written, data) : []), ...(asked("load") ? load(mine, data) : [])];
}

/** @param {string} rule @param {string} variant @param {number[]} days @param {number} more @param {Facts} facts @param {Record<string, string>} blanks @param {Sheet[]} sheets whose plan is told @param {Data} data @returns {Finding} */
function ofDay(rule, variant, days, more, facts, blanks, sheets, data) {
  const told = data.rules.words.rules[rule];
  const words = [fill(told.says[variant], { ...facts, ...blanks }), ...moves(sheets, days, data)].join(" ");
  return { rule, level: "info", other: null, days, more, facts, words, advice: told.advice, ask: [], agreed: false };
}

/** @param {Dated[]} mine @param {Written} written @param {Data} data */
function holiday(mine, written, data) {
  const { rules, place } = data;
  const [{ sheet }] = mine;
  const called = sheet.called.join(" ").toLowerCase();
  const meant = (/** @type {string[]} */ some) => some.some((word) => called.includes(word));
  /** @type {Map<number, string>[]} */
  const kinds = [new Map(), new Map(), new Map()];
  if (written.on_holiday || sheet.form === "service") return [];
  for (const one of mine.filter(({ standing }) => !standing)) {
    for (let day = Math.max(one.day, rules.today); day <= one.last; day += 1) {
      const [, isHoliday, name, words] = rules.holidays.find((/** @type {any[]} */ [on]) => on === day) ?? [];
      // What a municipality has of its own counts in the municipality itself.
      const found = (sheet.place === place.id ? place.breaks : []).findLast((/** @type {any[]} */ [first, last]) => first <= day && day <= last);
      if (name && !(sheet.routine && !isHoliday) && !meant(words)) kinds[isHoliday ? 0 : 1].set(day, name);
      else if (!name && found && !sheet.routine && !meant(rules.meant_break)) kinds[2].set(day, found[2]);
    }
  }
  const number = kinds.findIndex(({ size }) => size);
  if (number < 0) return [];
  const kind = ["holiday", "eve", "break"][number];
  const { words, day, days: inWords } = speaker(data);
  const { days, more } = listedDays([...kinds[number].keys()], data);
  const name = kinds[number].get(days[0]) ?? "";
  const facts = { kind, municipality: data.placeFacts(sheet.place).municipality, ...(number === 2 && name && { break: name }) };
  const event = title(sheet, data);
  const named = (/** @type {number} */ on) => `${kinds[number].get(on)} ${day(on)}`;
  return [ofDay("holiday", kind, days, more, facts, { event, name: name || words.break, dates: inWords(days, more), days: inWords(days, more, named) }, [sheet], data)];
}

/** The number of events, where those that know of each other are one. @param {Map<string, Sheet>} sheets */
function together(sheets) {
  let count = 0;
  /** @type {Set<string>} */
  const seen = new Set();
  for (const [, { bonds }] of [...sheets].sort(([p], [q]) => (p < q ? -1 : 1))) {
    if (!bonds.some((bond) => seen.has(bond))) count += 1;
    for (const bond of bonds) seen.add(bond);
  }
  return count;
}

/** @param {Dated[]} mine @param {Data} data @returns {Finding[]} */
function load(mine, data) {
  const [{ sheet }] = mine;
  if (sheet.routine || sheet.place !== data.place.id) return [];
  const { words, counted, day: inWords, listed } = speaker(data);
  const on = (/** @type {number} */ day) => {
    /** @type {Map<string, Sheet>} */
    const found = new Map();
    for (const one of [...mine, ...data.around(day, day)]) {
      const other = one.sheet;
      const another = one.sheet === sheet || other.id !== sheet.id;
      if (another && !other.routine && !one.standing && other.place === sheet.place && one.day <= day && day <= one.last) found.set(other.id, other);
    }
    return found;
  };
  const found = [];
  const days = [...new Set(mine.filter(({ standing }) => !standing).flatMap((one) => Array.from({ length: one.last - one.day + 1 }, (_, n) => one.day + n)))];
  const [most, mostOfWeekend] = data.place.limits;
  const full = new Set();
  const tell = (/** @type {string} */ span, /** @type {number} */ day, /** @type {Map<string, Sheet>} */ sheets, /** @type {number} */ limit) => {
    const count = String(together(sheets));
    const ordered = [...sheets].sort(([p], [q]) => (p < q ? -1 : 1)).map(([, one]) => one);
    const titles = ordered.slice(0, NAMED).map((one) => title(one, data));
    /** @type {Facts} */
    const facts = { span, count, limit: String(limit), ...data.placeFacts(sheet.place) };
    ordered.slice(0, NAMED).forEach((one, number) => (facts[`event_${number + 1}`] = data.say(one.title)));
    if (ordered.length > NAMED) {
      facts.unnamed = String(ordered.length - NAMED);
      titles.push(counted(words.others, ordered.length - NAMED));
    }
    found.push(ofDay("load", span, [day], 0, facts, { events: listed(titles), dates: inWords(day) }, ordered.slice(0, 1), data));
  };
  for (const day of days.filter((one) => one >= data.rules.today)) {
    const sheets = on(day);
    if (together(sheets) > most) {
      full.add(day);
      tell("day", day, sheets, most);
    }
  }
  for (const saturday of new Set(days.filter((day) => weekday(day) >= SATURDAY).map((day) => day - weekday(day) + SATURDAY))) {
    const weekend = [saturday, saturday + 1].filter((day) => day >= data.rules.today);
    const sheets = new Map(weekend.flatMap((day) => [...on(day)]));
    const first = weekend.find((day) => on(day).size);
    if (first !== undefined && weekend.every((day) => together(on(day)) <= most) && together(sheets) > mostOfWeekend) tell("weekend", first, sheets, mostOfWeekend);
  }
  return found;
}
