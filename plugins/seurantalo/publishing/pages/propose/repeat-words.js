// @ts-check
/** A repetition in the words of the event's page: those of `publishing/rule_words.py`, which gives the texts. */

import { dayNumber, dayText, partsOf, rhythmOf } from "./repeat.js";

/** @typedef {Record<string, string>} Texts */
/** @typedef {{rhythms: Record<string, string[]>, weekdays: string[], repeated: string[], short: string[], months: string[], nth: Texts, padded: boolean, say: Texts}} Words */

const LONGEST = { day: 1, week: 7, month: 31, year: 366 };
const MOST_NAMED = 4;

/** @param {string} text @param {Record<string, string | number>} values */
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => `${values[name]}`);

/**
 * @param {string} starts
 * @param {string} ends "" for none
 * @param {import("./repeat.js").Repeats} repeats
 * @param {[string, string][]} dates what `datesOf` gives for them
 * @param {Words} words
 * @returns {string} "" where there is nothing to say, or we don't know
 */
export function repeatWords(starts, ends, repeats, dates, words) {
  const { say } = words;
  const rhythm = rhythmOf(repeats);
  const { until, count = 0, except = [] } = repeats;
  if (!rhythm || count === 1) {
    return "";
  }
  const listed = (/** @type {string[]} */ all) =>
    all.length < 2 ? all.join("") : filled(say.and, { first: all.slice(0, -1).join(", "), last: all[all.length - 1] });
  const counted = (/** @type {string} */ what, /** @type {number} */ n) => filled(say[n === 1 ? what : `${what}s`], { n });
  const date = (/** @type {string} */ day) => {
    const [year, month, number, weekday] = partsOf(dayNumber(day));
    return { year, month: words.months[month], day: number, weekday: words.short[weekday] };
  };
  const span = (/** @type {string} */ first, /** @type {string} */ last) => {
    const [one, other] = [date(first), date(last)];
    const [name, values] = [first.slice(0, 4) !== last.slice(0, 4) ? "years" : first.slice(0, 7) !== last.slice(0, 7) ? "months" : "days",
      { ...one, last_year: other.year, last_month: other.month, last_day: other.day }];
    return filled(say[first === last ? "day" : name], values);
  };
  const clock = (/** @type {string} */ time) => {
    const hour = words.padded ? time.slice(0, 2) : +time.slice(0, 2);
    return filled(time.slice(3) === "00" ? say.hour : say.clock, { hour, minute: time.slice(3) });
  };

  const first = starts.slice(0, 10);
  const last = dates.length ? dates[dates.length - 1][0].slice(0, 10) : "";
  const longest = rhythm.unit === "year" && first.endsWith("-02-29")
    ? 1_461 : LONGEST[/** @type {"day"} */ (rhythm.unit)] * rhythm.step;
  const goesOn = count
    ? !repeats.skip_holidays && dates.length + except.length < count
    : !until || dayNumber(until) - dayNumber(last) >= longest;
  const without = except.filter((day) => day <= last).length;
  const many = dates.length > 1 || (dates.length === 1 && goesOn);
  if (dates.length && !(many && 2 * without < Math.max(dates.length, 2))) {
    return dates.length > 1 ? `${counted("time", dates.length)}, ${span(dates[0][0].slice(0, 10), last)}` : "";
  }

  let told = rhythmWords(rhythm, first, words, listed);
  if (starts.length > 10) {
    const midnight = ends.slice(11) === "00:00" && ends > starts;
    const sameDay = ends.length > 10 && dayText(dayNumber(ends) - (midnight ? 1 : 0)) === first;
    const until = !sameDay ? "" : midnight ? `–${filled(say.hour, { hour: 24 })}` : `–${clock(ends.slice(11))}`;
    told = filled(say.on, { date: told, time: clock(starts.slice(11)) + until });
  }
  const ending = until || (count && dates.length && !goesOn ? last : "");
  const left = [...new Set(except)].filter((day) => !(ending || last) || day <= (ending || last)).sort();
  const oneYear = new Set(left.map((day) => day.slice(0, 4))).size === 1;
  const named = left.map((day) => filled(oneYear ? say.dayOfYear : say.day, date(day)));
  return [
    told,
    ending ? span(first, ending > first ? ending : first) : filled(say.from, { date: span(first, first) }),
    repeats.skip_holidays ? say.holidays : "",
    left.length > MOST_NAMED ? counted("left", left.length) : left.length ? filled(say.except, { days: listed(named) }) : "",
  ].filter(Boolean).join(", ");
}

/** @param {import("./repeat.js").Rhythm} rhythm @param {string} first @param {Words} words @param {(all: string[]) => string} listed */
function rhythmWords({ unit, step, days }, first, words, listed) {
  const { say, weekdays } = words;
  const every = (/** @type {string} */ name, values = {}) => filled(words.rhythms[name][Math.min(step, 3) - 1], { n: step, ...values });
  const [, month, number, own] = partsOf(dayNumber(first));
  if (unit === "day") {
    return every("day");
  }
  if (unit === "week") {
    const chosen = [...new Set(days.length ? days.map(([day]) => day) : [own])].sort();
    const workdays = chosen.join("") === "01234";
    return chosen.length === 1 && step < 3
      ? every("weekday", { weekday: weekdays[chosen[0]] })
      : every("week", { weekdays: workdays ? say.workdays : listed(chosen.map((day) => words.repeated[day])) });
  }
  const onDate = !days.length || days[0][0] > 6;
  if (unit === "year") {
    const leap = month === 1 && number === 29 && onDate && (!days.length || days[0][1] === 29);
    return new Set(days.map(String)).size > 1 ? say.own : !leap ? every("year") : [1, 2, 4].includes(step) ? say.leap : say.own;
  }
  if (onDate && days.some(([, nth]) => nth < -1)) {
    return say.own;
  }
  const told = (days.length ? days : [[7, number]]).map(([day, nth]) =>
    day < 7 ? filled(words.nth[nth] ?? words.nth.other, { weekday: weekdays[day] }) : nth < 0 ? say.lastDate : filled(say.date, { n: nth }));
  return every("month", { days: listed([...new Set(told)]) });
}
