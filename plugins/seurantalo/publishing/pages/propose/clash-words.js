// @ts-check
/** What the rules found, in the words that saannot.json has with blanks. */

import { RANKS } from "./clash-judges.js";

/** @typedef {import("./clash-ground.js").Dated} Dated */
/** @typedef {import("./clash-ground.js").Sheet} Sheet */
/** @typedef {import("./clash-ground.js").Ground} Data */
/** @typedef {import("./clash-judges.js").Level} Level */
/** @typedef {import("./clash-judges.js").Facts} Facts */
/** @typedef {{code: string, level: Level, a: Dated, b: Dated}} Hit what a rule says of two dates, in the order of their ids */
/** @typedef {{code: string, level: Level, days: number[], more: number, beside: string[], hit: Hit}} Told what one rule tells of two events */
/** @typedef {{rule: string, level: Level, other: Sheet | null, days: number[], more: number, facts: Facts, words: string, advice: string, ask: {name: string, contact?: any}[], agreed: boolean}} Finding */

const WEEK = 7;

/** @param {string} text @param {Record<string, string>} blanks */
const fill = (text, blanks) => text.replace(/\{(\w+)\}/g, (_, name) => blanks[name] ?? "");

/** Says days, lists and numbers. @param {Data} data */
export function speaker({ rules: { words }, say }) {
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
export const weekday = (day) => (day + 3) % WEEK;

/** @param {Sheet} sheet @param {Data} data */
export const title = (sheet, data) => fill(data.rules.words.title, { title: data.say(sheet.title) });

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
 * @param {Told} told @param {Facts} facts @param {Sheet} mine @param {Data} data
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
  const advised = [Array.isArray(advice) ? advice[RANKS.indexOf(level)] : advice, ...beside.map((one) => words.rules[one].beside)];
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

/** The days to list, and the number of the others: of those to come the first, else the last ones. @param {number[]} days @param {Data} data */
export function listedDays(days, data) {
  const ordered = days.sort((a, b) => a - b);
  const coming = ordered.filter((day) => day >= data.rules.today);
  const most = data.rules.clash_dates;
  return { days: coming.length ? coming.slice(0, most) : ordered.slice(-most), more: Math.max(0, (coming.length || ordered.length) - most) };
}

/** @param {string} rule @param {string} variant @param {number[]} days @param {number} more @param {Facts} facts @param {Record<string, string>} blanks @param {Sheet[]} sheets whose plan is told @param {Data} data @returns {Finding} */
export function ofDay(rule, variant, days, more, facts, blanks, sheets, data) {
  const told = data.rules.words.rules[rule];
  const words = [fill(told.says[variant], { ...facts, ...blanks }), ...moves(sheets, days, data)].join(" ");
  return { rule, level: "info", other: null, days, more, facts, words, advice: told.advice, ask: [], agreed: false };
}
