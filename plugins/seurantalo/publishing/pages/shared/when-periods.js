// @ts-check
/** Which days a period has: the same as `days_of` in when_tabs.py. */

const DAY = 24 * 60 * 60 * 1000;

/**
 * @param {string} day YYYY-MM-DD
 * @param {number} days
 * @returns {string}
 */
export function after(day, days) {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/**
 * 0 for a Monday.
 * @param {string} day YYYY-MM-DD
 * @returns {number}
 */
export function weekday(day) {
  return (new Date(day).getUTCDay() + 6) % 7;
}

/**
 * The first and the last day of a period; null for one that nobody knows.
 * @param {string} period as in the address: `tanaan`, `viikonloppu`, `ensi-viikko`
 * @param {string} today YYYY-MM-DD
 * @returns {[string, string] | null}
 */
export function daysOf(period, today) {
  const monday = after(today, -weekday(today));
  const saturday = after(monday, 5);
  switch (period) {
    case "tanaan":
      return [today, today];
    case "viikonloppu":
      return [saturday > today ? saturday : today, after(monday, 6)];
    case "ensi-viikko":
      return [after(monday, 7), after(monday, 13)];
    default:
      return null;
  }
}

/**
 * Days as the page writes them (`day_shapes` of Python): one with its weekday, or the first and the last.
 * @param {string} shapes JSON
 * @param {[string, string]} days
 * @returns {string}
 */
export function inWords(shapes, [first, last]) {
  const { one, within, across, weekdays, months } = JSON.parse(shapes);
  const [begins, ends] = [new Date(first), new Date(last)];
  const month = (/** @type {Date} */ day) => months[day.getUTCMonth()] ?? `${day.getUTCMonth() + 1}`;
  /** @type {Record<string, string>} */
  const words = {
    weekday: weekdays[weekday(first)],
    day: `${begins.getUTCDate()}`,
    month: month(begins),
    last_day: `${ends.getUTCDate()}`,
    last_month: month(ends),
  };
  const shape = first === last ? one : first.slice(0, 7) === last.slice(0, 7) ? within : across;
  return shape.replace(/\{(\w+)\}/g, (/** @type {string} */ _, /** @type {string} */ name) => words[name] ?? "");
}
