// @ts-check
/**
 * Weighs a municipality's days anew for what somebody plans: on a weekday, for an audience, at a place. The page is
 * whole without it. Reasons and their points come from the page, so that days are weighed as the planner does.
 */

import { onEveryPage, startForm, tell } from "./filter-form.js";

/**
 * @typedef {object} Rules
 * @property {Record<string, [number, number, number]>} points by reason: nobody said for whom, the same people, others
 * @property {[string, number][]} grades each with its most points, the best first
 * @property {string} last the grade of what has more
 * @property {Record<string, string>} words what each grade is called
 * @property {string} taken says that the place is taken
 * @property {number} most the number of next free days to name
 */

/**
 * @param {HTMLElement} reason
 * @param {Rules} rules
 * @param {string} audience
 * @param {string} venue
 * @returns {number}
 */
function pointsOf(reason, rules, audience, venue) {
  const { kind = "", at, for: whom } = reason.dataset;
  // That the place is taken says it all.
  if (venue && at === venue) {
    return 0;
  }
  const [unknown, same, others] = rules.points[kind];
  if (!audience || !whom) {
    return unknown;
  }
  return whom.split(" ").includes(audience) ? same : others;
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} wall
 * @returns {void}
 */
function weigh(form, wall) {
  /** @type {Rules} */
  const rules = JSON.parse(form.dataset.rules ?? "");
  const choice = (/** @type {string} */ name) =>
    /** @type {HTMLSelectElement | null} */ (form.elements.namedItem(name))?.value ?? "";
  const [weekday, audience, venue] = [choice("viikonpaiva"), choice("kenelle"), choice("paikka")];
  /** @type {Map<string, string[]>} */
  const free = new Map();
  let count = 0;
  for (const cell of /** @type {NodeListOf<HTMLElement>} */ (wall.querySelectorAll("td[data-day]"))) {
    const day = cell.dataset.day ?? "";
    const against = document.getElementById(`p-${day}`);
    const taken = venue !== "" && (cell.dataset.taken ?? "").split(" ").includes(venue);
    let points = taken ? rules.points.venue[0] : 0;
    for (const reason of /** @type {NodeListOf<HTMLElement>} */ (against?.querySelectorAll("li[data-kind]") ?? [])) {
      points += pointsOf(reason, rules, audience, venue);
    }
    const grade = rules.grades.find(([, most]) => points <= most)?.[0] ?? rules.last;
    // In UTC, so that no clock change moves a day.
    const number = String(new Date(`${day}T00:00:00Z`).getUTCDay() || 7);
    const wanted = !weekday || weekday === number;
    mark(cell, against, grade, taken ? `${rules.words[grade]}: ${rules.taken}` : rules.words[grade], wanted);
    if (wanted && grade === rules.grades[0][0]) {
      count += 1;
      free.set(number, [...(free.get(number) ?? []), day]);
    }
  }
  for (const row of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".st-next [data-weekday]"))) {
    const number = row.dataset.weekday ?? "";
    row.hidden = weekday !== "" && weekday !== number;
    name(row, (free.get(number) ?? []).slice(0, weekday ? 3 * rules.most : rules.most));
  }
  tell(form, count, false);
}

/**
 * @param {HTMLElement} cell
 * @param {HTMLElement | null} against
 * @param {string} grade
 * @param {string} words
 * @param {boolean} wanted
 * @returns {void}
 */
function mark(cell, against, grade, words, wanted) {
  const sign = cell.firstElementChild;
  if (sign) {
    sign.className = `st-mark st-mark--${grade}`;
    const hidden = sign.querySelector(".st-visually-hidden");
    if (hidden) {
      hidden.textContent = ` ${words}`;
    }
  }
  cell.classList.toggle("st-free__other", !wanted);
  const label = against?.querySelector(".st-grade");
  if (label) {
    label.className = `st-grade st-grade--${grade}`;
    label.textContent = words;
  }
  if (against) {
    against.hidden = !wanted;
  }
}

/**
 * Names days in a row, in the form that the page used for those it named first.
 * @param {HTMLElement} row
 * @param {string[]} days
 * @returns {void}
 */
function name(row, days) {
  const place = row.querySelector("td");
  if (!place) {
    return;
  }
  row.dataset.none ??= place.querySelector("time") ? "–" : place.textContent ?? "";
  const language = document.documentElement.lang === "sv" ? "sv-FI" : document.documentElement.lang;
  const english = language.startsWith("en");
  const form = new Intl.DateTimeFormat(language, { day: "numeric", month: english ? "short" : "numeric", timeZone: "UTC" });
  place.replaceChildren(
    ...days.flatMap((day) => {
      const time = document.createElement("time");
      const [, month, date] = day.split("-").map(Number);
      time.dateTime = day;
      time.textContent = english ? form.format(new Date(`${day}T00:00:00Z`)) : `${date}.${month}.`;
      return [time, " "];
    }),
  );
  if (!days.length) {
    place.textContent = row.dataset.none;
  }
}

/** @type {import("./filter-form.js").Narrowing} */
const byValue = { narrow: weigh, toAddress: (select) => select.value, fromAddress: (_, asked) => asked };

/** @returns {void} */
function startAll() {
  for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-free]"))) {
    startForm(form, form.dataset.free, byValue);
  }
}

onEveryPage(startAll);
