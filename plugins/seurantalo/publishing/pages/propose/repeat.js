// @ts-check
/** The dates of what the form can repeat, in wall time: those of `planner/recurrence.py`. */

/** @typedef {{every: string, on?: string[], until?: string, count?: number, except?: string[], skip_holidays?: boolean}} Repeats */
/** @typedef {{unit: string, step: number, days: [number, number][]}} Rhythm days: weekday (Monday 0, a day of the month 7), its number */

const DAY = 864e5;
const WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const FIELDS = ["every", "on", "until", "count", "except", "skip_holidays"];
const MOST = 2_000;

/** @param {number} day counted from 1970 @returns {string} */
export const dayText = (day) => new Date(day * DAY).toISOString().slice(0, 10);

/** @param {string} moment @returns {number} NaN where there is no such day */
export function dayNumber(moment) {
  const found = /^[12]\d{3}-\d\d-\d\d/.test(moment) ? Date.parse(moment.slice(0, 10)) / DAY : NaN;
  return isNaN(found) || dayText(found) === moment.slice(0, 10) ? found : NaN;
}

/** @param {number} day @returns {number[]} year, month, day of the month, weekday, how many days the month has */
export function partsOf(day) {
  const date = new Date(day * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return [year, month, date.getUTCDate(), (date.getUTCDay() + 6) % 7, new Date(Date.UTC(year, month + 1, 0)).getUTCDate()];
}

/** @param {Repeats} repeats @returns {Rhythm | null} null where the form can't write it */
export function rhythmOf({ every, on = [] }) {
  const [, number = 1, word = ""] = /^(?:([1-9]\d?) )?(day|week|month|year)s?$/.exec(every) ?? [];
  const unit = word === "day" && +number === 1 && on.length ? "week" : word;
  const days = on.map((one) => {
    const [, nth = 0, name] = /^(-?[1-9]\d?)?\.? ?([a-z]{3})?$/.exec(one) ?? [];
    return /** @type {[number, number]} */ ([name ? WEEK.indexOf(name) : 7, +nth]);
  });
  const inMonth = unit === "month" || unit === "year";
  const fits = days.every(([day, nth]) =>
    day >= 0 && unit !== "day" && (day < 7 || nth) && inMonth === !!nth && Math.abs(nth) < (day < 7 ? 6 : 32) && day < 7 === days[0][0] < 7);
  return unit && fits ? { unit, step: +number, days } : null;
}

/** @param {Rhythm} rhythm @param {number} first @param {number} last @param {number} count @returns {number[]} */
function daysOf({ unit, step, days }, first, last, count) {
  const [year, month, ownDate, ownDay] = partsOf(first);
  const own = unit === "week" ? [[ownDay, 0]] : [[7, ownDate]];
  const found = [];
  for (let day = first; day <= last && !(found.length === count && count); day++) {
    const [y, m, date, weekday, length] = partsOf(day);
    const passed = { day: day - first, week: Math.floor((day - first + ownDay) / 7), month: (y - year) * 12 + m - month, year: y - year }[unit] ?? 0;
    const fits = (/** @type {number[]} */ [wanted, nth]) =>
      wanted > 6 ? nth === date || nth === date - length - 1
        : wanted === weekday && (!nth || nth === Math.ceil(date / 7) || nth === -Math.ceil((length - date + 1) / 7));
    if (passed % step === 0 && (unit !== "year" || m === month) && (unit === "day" || (days.length ? days : own).some(fits))) {
      found.push(day);
    }
  }
  return found.slice(-MOST);
}

/**
 * Starts and ends of all dates; null: the check looks at them later. Where the first of a rule is not on the day of
 * `starts`, the event has to start there.
 * @param {string} starts
 * @param {string} ends "" for none
 * @param {Repeats | string | null | undefined} repeats
 * @param {string[]} holidays
 * @param {number | string} horizon the last day of the calendar, or how many days after the start it is
 * @returns {[string, string][] | null}
 */
export function datesOf(starts, ends, repeats, holidays = [], horizon = 730) {
  if (!repeats) {
    return [[starts, ends]];
  }
  if (typeof repeats === "string" || Object.keys(repeats).some((key) => !FIELDS.includes(key))) {
    return null;
  }
  const { until, count = 0, except = [] } = repeats;
  const rhythm = rhythmOf(repeats);
  const first = dayNumber(starts);
  const days = [first, ...[...except, ...(until ? [until] : [])].map(dayNumber)];
  if (!rhythm || days.some(isNaN) || (until && count) || !(count >= 0 && count <= MOST) || count % 1) {
    return null;
  }
  const end = typeof horizon === "string" ? dayNumber(horizon) : first + horizon;
  const last = Math.min(Math.max(first, end), until ? dayNumber(until) : Infinity);
  const left = [...except, ...(repeats.skip_holidays ? holidays : [])];
  const lasts = dayNumber(ends) - first;
  return daysOf(rhythm, first, last, count).filter((day) => !left.includes(dayText(day)))
    .map((day) => [dayText(day) + starts.slice(10), ends && dayText(day + lasts) + ends.slice(10)]);
}
