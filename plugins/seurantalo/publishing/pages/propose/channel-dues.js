// @ts-check
/** By when each channel wants news of the event that is being written: as `announcing/due.py` and `placing.py` say. */

import { partsOf } from "./repeat.js";

/** @typedef {{day: string, count: number, weekday: number, of: string, anchor: string, at: number | null}} Rule minutes from midnight */
/** @typedef {[number, number, number, number | null, number | null]} Issue its day, the days that it tells about, its due day and minutes */
/** @typedef {{municipalities: string[], weights: string[], formats: string[], usual: boolean, refuses: string[], open: boolean, days: boolean, rule: Rule | null, said: string, issues: Issue[] | null}} Channel `open`: no holiday holds it up; `days`: it says on which days it appears; `issues`: null where it has none */

/** How long before an event the last issue before it may appear. */
const LONGEST = 63;

/** Monday is 0. @param {number} day days from 1970 on */
const weekday = (day) => partsOf(day)[3];
/** A day of a month, or its last one. @param {number} year @param {number} month @param {number} date */
function dayIn(year, month, date) {
  const first = Date.UTC(year, month, 1) / 864e5;
  return first + Math.min(date, partsOf(first)[4]) - 1;
}

/** The issue that tells of an event; null: none does. @param {Issue[]} issues @param {boolean} days @param {number} first its first day @param {number} news @returns {Issue | null} */
export function issueOf(issues, days, first, news) {
  const covering = issues.filter(([, from, to]) => from <= first && first <= to);
  if (!covering.length) return null;
  for (const latest of [news, first]) {
    const before = covering.filter(([day]) => day < latest);
    if (before.length) return before[before.length - 1];
  }
  if (!days) return covering[covering.length - 1];
  const before = issues.filter(([day]) => day < first && day >= first - LONGEST);
  return before[before.length - 1] ?? null;
}

/** The last working day before another. @param {number} day @param {Set<number>} holidays */
function workdayBefore(day, holidays) {
  let found = day - 1;
  while (weekday(found) > 4 || holidays.has(found)) found -= 1;
  return found;
}

/** The day that a rule gives. @param {Rule} rule @param {number} anchor @param {Set<number>} holidays */
function dayOf({ day, count, weekday: which, of }, anchor, holidays) {
  const [year, month, date] = partsOf(anchor);
  switch (day) {
    case "before": {
      if (of === "month") return dayIn(year, month - count, date);
      if (of !== "workday") return anchor - count * (of === "week" ? 7 : 1);
      let found = anchor;
      for (let n = 0; n < count; n += 1) found = workdayBefore(found, holidays);
      return found;
    }
    case "week": {
      const found = anchor - weekday(anchor) + which - 7 * count;
      return found < anchor ? found : found - 7;
    }
    case "weekday": return anchor - ((weekday(anchor) - which + 6) % 7 + 1);
    case "month": return count ? dayIn(year, month - 1, count) : workdayBefore(dayIn(year, month, 1), holidays);
    default: return anchor;
  }
}

/** By when: a day, and minutes from midnight where an hour is said; null without a rule. @param {Channel} channel @param {Issue | null} issue @param {number} news @param {Set<number>} holidays @returns {{day: number, at: number | null} | null} */
export function dueOf({ rule, open }, issue, news, holidays) {
  if (issue && issue[3] !== null) return { day: issue[3], at: issue[4] };
  if (!rule) return null;
  const anchor = issue && rule.anchor !== "event" ? issue[0] : news;
  const day = dayOf(rule, anchor, holidays);
  const shut = !open && (weekday(day) === 6 || holidays.has(day));
  return { day: shut ? workdayBefore(day, holidays) : day, at: rule.at };
}

/** Whether a channel gets an event unasked. @param {Channel} channel @param {{municipality: string, format: string, weight: string}} event */
export const isUsual = ({ usual, municipalities, weights, formats }, { municipality, format, weight }) =>
  usual && weight !== "routine" && weights.includes(weight) && (!municipalities.length || municipalities.includes(municipality)) && (!formats.length || formats.includes(format));
