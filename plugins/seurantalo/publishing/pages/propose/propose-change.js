// @ts-check
/** What an act does to a record that is there: the fields that it sets, and those that go. */

import { same } from "./propose-fields.js";

/** @typedef {import("./propose-fields.js").Values} Values */

/** A change of one date of a repeating event, in place of what was said of that date before. @param {Values} values @param {string} day @param {Values} change */
const ofDate = (values, day, change) => ({
  changes: [...(values.changes ?? []).filter((/** @type {any} */ one) => one.date !== day), { date: day, ...change }],
});

/** What was asked of an act on an event, read back from what it sets: which date ("" not known, "all"), why, and the new time. @param {string} act @param {Values} values @param {Values} set */
export function askedOf(act, values, set) {
  const one = (set.changes ?? []).find((/** @type {any} */ change) => !(values.changes ?? []).some((/** @type {any} */ old) => same(old, change)));
  const open = act === "move" && (one ?? set).status === "postponed";
  return {
    day: one?.date ?? (set.status ? "all" : ""), why: one?.note ?? "",
    time: open ? { starts: undefined, ends: undefined } : act === "move" && one ? { starts: one.starts, ends: one.ends } : {},
  };
}

/**
 * @param {string} act @param {Values} values what the file says @param {Values} now what it is to say
 * @param {string} day the one date that is meant; "" for all @param {string} note
 * @returns {{set: Values, drop: string[]}}
 */
export function changeOf(act, values, now, day, note) {
  if (act === "move" && !day && values.dates) day = values.dates[0].starts.slice(0, 10);
  const said = note && day ? { note } : {};
  const held = "hold_until" in values ? ["hold_until"] : [];
  if (act === "cancel") return day ? { set: ofDate(values, day, { status: "cancelled", ...said }), drop: [] } : { set: { status: "cancelled" }, drop: held };
  if (act === "confirm") return { set: { status: "confirmed" }, drop: held };
  if (act === "move" && !now.starts) return day ? { set: ofDate(values, day, { status: "postponed", ...said }), drop: [] }
    : { set: { status: "postponed" }, drop: [...held, ...("planned_starts" in values ? ["planned_starts"] : [])] };
  if (act === "move" && day && now.starts === day + (values.starts ?? "").slice(10) && (now.ends ?? "").slice(11) === (values.ends ?? "").slice(11)) return { set: {}, drop: [] };
  if (act === "move" && day) return { set: ofDate(values, day, { starts: now.starts, ...(now.ends && { ends: now.ends }), ...said }), drop: [] };
  const set = Object.fromEntries(Object.entries(now).filter(([name, value]) => !same(value, values[name])));
  const drop = Object.keys(values).filter((name) => now[name] === undefined);
  if (act === "move" && set.starts && values.starts) Object.assign(set, { status: "moved", planned_starts: values.planned_starts ?? values.starts });
  return { set, drop: act === "move" ? [...drop, ...held] : drop };
}
