// @ts-check
/** Where else it could be: halls that are free at its hours, and the nearest days on which no rule speaks against it. */

import { share } from "./clash-ground.js";
import { judged } from "./clash-judges.js";

/** @typedef {import("./clash-ground.js").Dated} Dated */
/** @typedef {import("./clash-ground.js").Ground} Data */
/** @typedef {import("./clash-ground.js").Written} Written */

const WITHIN = 14;
const DAY = 86_400_000;

/** The day as in ISO 8601. @param {number} day */
export const isoDay = (day) => new Date(day * DAY).toISOString().slice(0, 10);

/**
 * Halls of the municipality that others may book and that are free whenever the event is, with the rooms that are.
 * @param {Written} written @param {Data} data
 * @returns {{id: string, name: string, capacity?: number, rooms: {id: string, name: string, capacity?: number}[]}[]}
 */
export function freeHalls(written, data) {
  const mine = data.written(written).filter(({ last }) => last >= data.rules.today);
  if (!mine.length) return [];
  const place = mine[0].sheet.place;
  const taken = mine.map((one) => data.around(one.day - 1, Math.max(one.last, one.reach) + 1).filter(({ sheet, day, last }) =>
    sheet.id !== one.sheet.id && !(sheet.form === "exhibition" && last > day)));
  const isFree = (/** @type {any} */ hall, /** @type {string} */ room) => mine.every((one, number) => taken[number].every((other) => {
    const theirs = other.sheet.room;
    if (other.sheet.venue !== hall.id || (room && theirs && theirs !== room && hall.rooms.some((/** @type {any} */ { id }) => id === theirs))) return true;
    const margin = one.whole || other.whole ? 0 : (hall.margin ?? data.rules.margin) * 60;
    return other.starts - margin >= one.ends || one.starts >= other.ends + margin;
  }));
  return [...data.venues.values()].filter((hall) => hall.municipality === place && !hall.private).map((hall) => ({
    id: hall.id, name: data.say(hall.name), capacity: hall.capacity,
    rooms: (hall.rooms ?? []).filter(({ id }) => isFree(hall, id)).map(({ id, name, capacity }) => ({ id, name: data.say(name), capacity })),
    free: hall.rooms ? undefined : isFree(hall, ""),
  })).filter(({ rooms, free }) => free ?? rooms.length > 0).map(({ free, ...hall }) => hall);
}

/**
 * The nearest days, in order, on which the event at its own time of day clashes with nothing: as `FreeDays.near`.
 * @param {Written} written @param {Data} data @param {number} [count] @returns {string[]}
 */
export function freeDays(written, data, count = 3) {
  const [first] = written.dates;
  if (!first) return [];
  const { rules } = data;
  const weighed = data.written(written)[0].sheet;
  /** @type {Written} */
  const single = { ...written, status: "confirmed", repeats: undefined, weight: weighed.routine ? "routine" : weighed.major ? "major" : "normal" };
  const [mine] = data.written(single);
  const { sheet } = mine;
  const [around, length] = [mine.day, first[1] ? Math.max(0, (Date.parse(first[1].slice(0, 10)) - Date.parse(first[0].slice(0, 10))) / DAY) : 0];
  const special = new Set(rules.holidays.map(([/** @type {number} */ day]) => day));
  const near = new Set(data.place.neighbours);
  const all = sheet.major || rules.forms.travelled.includes(sheet.form);
  const counts = (/** @type {Dated} */ { sheet: other, last }) => {
    if (other.id === sheet.id || last < rules.today - 1) return false;
    if (share(other.organisers, sheet.organisers) || (sheet.venue && other.venue === sheet.venue)) return true;
    return !sheet.routine && !other.routine && (other.place === sheet.place || (near.has(other.place) && (all || other.major)));
  };
  const isFree = (/** @type {number} */ day) => {
    if (day < rules.today + rules.lead_days) return false;
    for (let on = day; on <= day + length; on += 1) if (special.has(on)) return false;
    const others = data.around(day - 1, day + length + 1).filter((one) => one.last >= day - 1 && one.day <= day + length + 1 && counts(one));
    const [moved] = data.written({ ...single, dates: [/** @type {[string, string]} */ (first.map((moment) => moment && isoDay(Date.parse(moment.slice(0, 10)) / DAY + day - around) + moment.slice(10)))] });
    return others.every((other) => judged(moved, other, data).every(([, level]) => level === "info"));
  };
  const found = [];
  for (let distance = 0; distance <= WITHIN && found.length < count; distance += 1) {
    for (const day of new Set([around + distance, around - distance])) if (found.length < count && isFree(day)) found.push(day);
  }
  return found.sort((a, b) => a - b).map(isoDay);
}
