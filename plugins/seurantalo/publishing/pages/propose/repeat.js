// @ts-check
/** The dates of what the form can repeat, in wall time: those of `planner/recurrence.py`. Days count from 1970. */

/** @typedef {{every: string, on?: string[], until?: string, count?: number, except?: string[], skip_holidays?: boolean}} Repeats */
/** @typedef {{unit: string, step: number, days: number[][]}} Rhythm days: weekday (Monday 0, 7 a day of the month), which */

const DAY = 864e5;
const MOST = 2_000;
const WEEK = "montuewedthufrisatsun";

/** @param {number} day */
export const dayText = (day) => new Date(day * DAY).toISOString().slice(0, 10);

/** @param {string} moment @returns {number} NaN: there is no such day */
export function dayNumber(moment) {
  const day = moment.slice(0, 10);
  const found = /^[12]\d{3}-\d\d-\d\d$/.test(day) ? Date.parse(day) / DAY : NaN;
  return isNaN(found) || dayText(found) === day ? found : NaN;
}

/** @param {number} day @returns {number[]} year, month, day, weekday, days in the month */
export function partsOf(day) {
  const date = new Date(day * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return [year, month, date.getUTCDate(), (date.getUTCDay() + 6) % 7, new Date(Date.UTC(year, month + 1, 0)).getUTCDate()];
}

/** How much of a place's life an event takes, where nobody says: as `Event.weight`. @param {Record<string, any>} written @returns {string} */
export function weightOf({ weight, format, repeats }) {
  const often = typeof repeats === "string" ? /FREQ=(DAILY|WEEKLY)/.test(repeats) : repeats && /day|week/.test(repeats.every ?? "");
  const daily = typeof repeats === "string" ? /FREQ=DAILY/.test(repeats) : /day/.test(repeats?.every ?? "");
  return weight || (often && format !== "camp" && !(format === "course" && daily) ? "routine" : "normal");
}

/** The weekday of a month that a day is: "2 tue"; "-1 tue" for the last one. @param {string} moment @param {boolean} last @returns {string} */
export function weekdayOf(moment, last) {
  const [, , date, weekday] = partsOf(dayNumber(moment));
  return `${last || date > 28 ? -1 : Math.ceil(date / 7)} ${WEEK.slice(3 * weekday, 3 * weekday + 3)}`;
}

/** @param {Repeats} repeats @returns {Rhythm | null} null: the form can't write it */
export function rhythmOf({ every, on = [] }) {
  const [, number = 1, word = ""] = /^(?:([1-9]\d?) )?(day|week|month|year)s?$/.exec(every) ?? [];
  const unit = word === "day" && +number === 1 && on.length ? "week" : word;
  const days = on.map((one) => {
    const [, nth = 0, name] = /^(-?[1-9]\d?)?\.? ?([a-z]{3})?$/.exec(one) ?? [];
    return [name ? WEEK.indexOf(name) / 3 : 7, +nth];
  });
  const fits = days.every(([day, nth]) =>
    day % 1 === 0 && day >= 0 && unit !== "day" && (unit !== "week") === !!nth && day < 8 - +(unit === "week") &&
    Math.abs(nth) < (day < 7 ? 6 : 32) && day < 7 === days[0][0] < 7);
  return unit && fits ? { unit, step: +number, days } : null;
}

/** @param {Rhythm} rhythm @param {number} first @param {number} last @param {number} count 0: no end */
function daysOf({ unit, step, days }, first, last, count) {
  const [year, month, ownDate, ownDay] = partsOf(first);
  const wanted = days.length ? days : [unit === "week" ? [ownDay, 0] : [7, ownDate]];
  const found = [];
  for (let day = first; day <= last && !(count && found.length === count); day++) {
    const [y, m, date, weekday, length] = partsOf(day);
    const months = (y - year) * 12 + m - month;
    const passed = { day: day - first, week: Math.floor((day - first + ownDay) / 7), month: months, year: months / 12 }[unit] ?? 0;
    if (passed % step === 0 && (unit === "day" || wanted.some(([on, nth]) => on > 6
      ? nth === date || nth === date - length - 1
      : on === weekday && (!nth || nth === Math.ceil(date / 7) || nth === -Math.ceil((length - date + 1) / 7))))) {
      found.push(day);
    }
  }
  return found.slice(-MOST);
}

/**
 * Starts and ends of all dates; null: the check looks at them later. Where the first is not on the day of `starts`, the
 * event has to start there.
 * @param {string} starts
 * @param {string} ends "" for none
 * @param {Repeats | string | null} [repeats]
 * @param {string[]} holidays
 * @param {number | string} horizon the calendar's last day, or how many days after the start it is
 * @returns {[string, string][] | null}
 */
export function datesOf(starts, ends, repeats, holidays = [], horizon = 730) {
  if (!repeats) {
    return [[starts, ends]];
  }
  const rhythm = typeof repeats === "string" ? null : rhythmOf(repeats);
  const { every, on, until, count = 0, except = [], skip_holidays: skip, ...other } = /** @type {Repeats} */ (repeats);
  const first = dayNumber(starts);
  const days = [first, ...except.map(dayNumber), until ? dayNumber(until) : Infinity];
  if (!rhythm || Object.keys(other).length || days.some(isNaN) || (until && count) || !(count >= 0 && count <= MOST) || count % 1) {
    return null;
  }
  const end = typeof horizon === "string" ? dayNumber(horizon) : first + horizon;
  const left = [...except, ...(skip ? holidays : [])];
  const lasts = dayNumber(ends) - first;
  return daysOf(rhythm, first, Math.min(Math.max(first, end), days[days.length - 1]), count)
    .filter((day) => !left.includes(dayText(day)))
    .map((day) => [dayText(day) + starts.slice(10), ends && dayText(day + lasts) + ends.slice(10)]);
}
