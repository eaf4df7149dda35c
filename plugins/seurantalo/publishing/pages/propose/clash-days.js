// @ts-check
/** The rules over a day: holidays, eves and school breaks, and days or weekends that are full. */

import { listedDays, ofDay, speaker, title, weekday } from "./clash-words.js";

/** @typedef {import("./clash-ground.js").Dated} Dated */
/** @typedef {import("./clash-ground.js").Sheet} Sheet */
/** @typedef {import("./clash-ground.js").Ground} Data */
/** @typedef {import("./clash-ground.js").Written} Written */
/** @typedef {import("./clash-judges.js").Facts} Facts */
/** @typedef {import("./clash-words.js").Finding} Finding */

const [SATURDAY, NAMED] = [5, 3];

/** @param {Dated[]} mine @param {Written} written @param {Data} data @returns {Finding[]} */
export function dayFindings(mine, written, data) {
  const asked = (/** @type {string} */ code) => data.rules.rules.includes(code) && mine.length > 0;
  return [...(asked("holiday") ? holiday(mine, written, data) : []), ...(asked("load") ? load(mine, data) : [])];
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
