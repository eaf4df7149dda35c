// @ts-check
/** What a reader of the agenda asks for: read from the address and written there, and whether a date fits it. */

import { after, weekday } from "./when-periods.js";

/**
 * @typedef {object} Choice
 * @property {string} kunta
 * @property {string[]} kenelle
 * @property {string[]} teema
 * @property {string[]} muoto
 * @property {string[]} paiva
 * @property {string[]} aika
 * @property {string} hinta `maksuton`, or nothing
 * @property {string} esteeton `1`, or nothing
 * @property {string} milloin
 * @property {string} q
 */

/**
 * @typedef {object} Row
 * @property {Set<string>} keys
 * @property {string} first YYYY-MM-DD; "" for what began before the list
 * @property {string} last
 * @property {string} text folded
 */

/** @type {readonly ("kenelle" | "teema" | "muoto" | "paiva" | "aika")[]} */
export const LISTS = ["kenelle", "teema", "muoto", "paiva", "aika"];
/** @type {readonly ("kunta" | "hinta" | "esteeton" | "milloin" | "q")[]} */
export const SINGLE = ["milloin", "kunta", "hinta", "esteeton", "q"];
const WEEKDAYS = ["ma", "ti", "ke", "to", "pe", "la", "su"];
/** How a key begins in a row, by the name of its field. */
const BEGIN = { kenelle: "a:", teema: "t:", muoto: "f:", aika: "k:" };
const LONGEST = 200;

/** All municipalities, said where one is remembered. */
export const ANYWHERE = "kaikki";

/**
 * The choice that an address tells. Addresses of before have their values with a letter: `teema=t:kulttuuri`.
 * @param {string} search
 * @returns {Choice}
 */
export function readChoice(search) {
  const asked = new URLSearchParams(search.slice(0, 10 * LONGEST));
  /** @param {string} name */
  const one = (name) => (asked.get(name) ?? "").slice(0, LONGEST).replace(/^[amt]:/, "");
  /** @param {string} name */
  const several = (name) => [
    ...new Set(
      asked
        .getAll(name)
        .flatMap((value) => value.split(","))
        .map((value) => value.trim().replace(/^[amt]:/, ""))
        .filter(Boolean),
    ),
  ];
  return {
    kunta: one("kunta"),
    kenelle: several("kenelle"),
    teema: several("teema"),
    muoto: several("muoto"),
    paiva: several("paiva"),
    aika: several("aika"),
    hinta: one("hinta") === "maksuton" ? "maksuton" : "",
    esteeton: one("esteeton") === "1" ? "1" : "",
    milloin: one("milloin"),
    q: (asked.get("q") ?? "").slice(0, LONGEST).trim(),
  };
}

/**
 * The address's search part that tells a choice; what else stood there stays.
 * @param {string} search
 * @param {Choice} choice
 * @returns {string}
 */
export function writeChoice(search, choice) {
  const asked = new URLSearchParams(search);
  for (const name of SINGLE) {
    asked.delete(name);
    if (choice[name]) {
      asked.set(name, choice[name]);
    }
  }
  for (const name of LISTS) {
    asked.delete(name);
    if (choice[name].length) {
      asked.set(name, choice[name].join(","));
    }
  }
  const written = asked.toString().replaceAll("%2C", ",");
  return written && `?${written}`;
}

/**
 * How many things are chosen beyond when and where.
 * @param {Choice} choice
 * @returns {number}
 */
export function wishes(choice) {
  const single = [choice.hinta, choice.esteeton, choice.q].filter(Boolean).length;
  return LISTS.reduce((sum, name) => sum + choice[name].length, single);
}

/**
 * Letters as they are compared: small, without their dots and rings.
 * @param {string} words
 * @returns {string}
 */
export function folded(words) {
  return words.normalize("NFD").replace(/[\u0300-\u036f\u00ad]/g, "").toLowerCase();
}

/**
 * Makes a test for rows out of a choice: what does not depend on the row is worked out once.
 * @param {Choice} choice
 * @param {[string, string] | null} days of the period asked for
 * @returns {(row: Row) => boolean}
 */
export function fitting(choice, days) {
  const words = folded(choice.q).split(/\s+/).filter(Boolean);
  const wanted = new Set(choice.paiva.map((name) => WEEKDAYS.indexOf(name)));
  const where = choice.kunta && choice.kunta !== ANYWHERE ? `m:${choice.kunta}` : "";
  const times = [...TIMES].map((name) => BEGIN.aika + name);
  return ({ keys, first, last, text }) =>
    (!where || keys.has(where)) &&
    (!days || (first <= days[1] && last >= days[0])) &&
    any(choice.kenelle, BEGIN.kenelle, keys) &&
    any(choice.teema, BEGIN.teema, keys) &&
    any(choice.muoto, BEGIN.muoto, keys) &&
    // What tells no hour may be at any.
    (any(choice.aika, BEGIN.aika, keys) || !times.some((time) => keys.has(time))) &&
    (!choice.hinta || keys.has("maksuton")) &&
    (!choice.esteeton || keys.has("esteeton")) &&
    (!wanted.size || on(wanted, days && days[0] > first ? days[0] : first, days && days[1] < last ? days[1] : last)) &&
    words.every((word) => text.includes(word));
}

const TIMES = ["aamu", "paiva", "ilta"];

/**
 * @param {string[]} asked
 * @param {string} begin
 * @param {Set<string>} keys
 * @returns {boolean}
 */
function any(asked, begin, keys) {
  return !asked.length || asked.some((name) => keys.has(begin + name));
}

/**
 * Tells whether any of some days is one of the weekdays wanted.
 * @param {Set<number>} wanted
 * @param {string} first
 * @param {string} last
 * @returns {boolean}
 */
function on(wanted, first, last) {
  for (let n = 0, day = first || after(last, -6); n < 7 && day <= last; n += 1, day = after(day, 1)) {
    if (wanted.has(weekday(day))) {
      return true;
    }
  }
  return false;
}
