// @ts-check
/** What is found about an event that is being written, and where else it could be: the door of the check. */

import { judged, factsOf, RANKS } from "./clash-judges.js";
import { dayFindings } from "./clash-days.js";
import { listedDays, wordsOfPair } from "./clash-words.js";

export { freeDays, freeHalls } from "./clash-free.js";

/** @typedef {import("./clash-ground.js").Dated} Dated */
/** @typedef {import("./clash-ground.js").Ground} Data */
/** @typedef {import("./clash-ground.js").Written} Written */
/** @typedef {import("./clash-judges.js").Level} Level */
/** @typedef {import("./clash-words.js").Finding} Finding */
/** @typedef {import("./clash-words.js").Told} Told */
/** @typedef {import("./clash-words.js").Hit} Hit */

/** What is told of one pair: a day once, by the weightiest rule. @param {Hit[]} hits @param {Data} data @returns {Told[]} */
function toldOfPair(hits, data) {
  const rank = (/** @type {Level} */ level) => RANKS.indexOf(level);
  hits.sort((p, q) => rank(p.level) - rank(q.level) || p.a.starts - q.a.starts || p.b.starts - q.b.starts);
  /** @type {Map<string, Map<number, Hit>>} */
  const byRule = new Map();
  for (const code of data.rules.rules) {
    for (const hit of hits.filter((one) => one.code === code)) {
      const day = Math.max(hit.a.day, hit.b.day);
      if (!byRule.has(code)) byRule.set(code, new Map());
      const days = /** @type {Map<number, Hit>} */ (byRule.get(code));
      if (!days.has(day)) days.set(day, hit);
    }
  }
  const least = (/** @type {Iterable<Hit>} */ some) => RANKS[Math.min(...[...some].map(({ level }) => rank(level)))];
  const order = [...byRule].sort(([, p], [, q]) => rank(least(p.values())) - rank(least(q.values())));
  /** @type {Set<number>} */
  const known = new Set();
  const found = [];
  for (const [place, [code, all]] of order.entries()) {
    const days = new Map([...all].filter(([day]) => !known.has(day)));
    if (!days.size) continue;
    const level = least(days.values());
    if (level === "info" && known.size) continue;
    const beside = order.slice(place + 1).filter(([other, theirs]) => data.rules.words.rules[other].beside && [...days.keys()].some((day) => theirs.has(day)));
    const listed = listedDays([...days.keys()], data);
    found.push({ code, level, ...listed, beside: beside.map(([other]) => other), hit: /** @type {Hit} */ (days.get(listed.days[0])) });
    for (const day of days.keys()) known.add(day);
  }
  return found;
}

/** All that is to be known about an event that is being written, in the order of the rules. @param {Written} written @param {Data} data @returns {Finding[]} */
export function findings(written, data) {
  const mine = data.written(written);
  /** @type {Map<string, Hit[]>} */
  const hits = new Map();
  const near = data.rules.near[1] + 1;
  for (const one of mine) {
    for (const other of data.around(one.day - near, Math.max(one.last, one.reach) + near)) {
      for (const [code, level] of judged(one, other, data)) {
        const [a, b] = one.sheet.id < other.sheet.id ? [one, other] : [other, one];
        const of = hits.get(other.sheet.id) ?? [];
        of.push({ code, level, a, b });
        hits.set(other.sheet.id, of);
      }
    }
  }
  const found = [...hits.values()].flatMap((of) => toldOfPair(of, data)).filter(({ days }) => days[days.length - 1] >= data.rules.today)
    .map((told) => wordsOfPair(told, factsOf(told.code, told.hit.a, told.hit.b, data), mine[0].sheet, data));
  const order = (/** @type {Finding} */ one) => data.rules.rules.indexOf(one.rule);
  found.sort((p, q) => order(p) - order(q) || RANKS.indexOf(p.level) - RANKS.indexOf(q.level) || p.days[0] - q.days[0]);
  return [...found, ...dayFindings(mine, written, data)];
}
