// @ts-check
/**
 * Free days of a municipality for what somebody plans: at a place, at certain hours, for so long, days in a row. The
 * page is whole without it and tells of evenings; the dates are fetched when something else is asked for.
 */

import { startForm, tell } from "./filter-form.js";
import { later, minutesOf, weighDays } from "./free-hours.js";
import { hoursOfDay, listDays, listNext, offerHours } from "./free-list.js";
import { onEveryPage } from "./on-demand.js";

/**
 * @typedef {import("./free-hours.js").Index} Index
 * @typedef {import("./free-hours.js").Rated} Rated
 * @typedef {import("./free-hours.js").Wish} Wish
 * @typedef {import("./free-list.js").Words} Words
 */
/** What was fetched, by its address. @type {Map<string, Promise<any>>} */
const fetched = new Map();
/** The last question of each form: an older answer that comes late is not shown. @type {WeakMap<HTMLFormElement, number>} */
const asked = new WeakMap();

/**
 * A file, fetched once; what could not be fetched is tried again when it is asked for again.
 * @param {string} file its address from the page
 * @returns {Promise<any>}
 */
function fetchOnce(file) {
  const { href } = new URL(file, location.href.replace(/[?#].*$/, ""));
  let found = fetched.get(href);
  if (!found) {
    found = fetch(href).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`${answer.status}`))));
    found.catch(() => fetched.delete(href));
    fetched.set(href, found);
  }
  return found;
}

/** The words in which the form answers. @param {HTMLFormElement} form @returns {Promise<Words>} */
function wordsOf(form) {
  return fetchOnce(form.dataset.words ?? "");
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @returns {HTMLSelectElement}
 */
function select(form, name) {
  return /** @type {HTMLSelectElement} */ (form.elements.namedItem(name));
}

/**
 * @param {HTMLFormElement} form
 * @param {Index} index
 * @param {Words} words
 * @returns {Wish}
 */
export function wishOf(form, index, words) {
  const value = (/** @type {string} */ name) => select(form, name).value;
  const number = (/** @type {string} */ name, /** @type {number} */ usual) => (value(name) === "" ? usual : Number(value(name)));
  const [venue, room = ""] = value("paikka").split(".");
  let [starts, ends] = index.parts[words.parts[value("aika")] ?? "evening"].map(minutesOf);
  if (value("aika") === "oma") {
    [starts, ends] = [Number(value("alkaa")) * 60, Number(value("paattyy")) * 60];
    // What ends at or before its start ends on the next day.
    ends += ends <= starts ? 1_440 : 0;
  }
  const wholeDay = starts === 0 && ends === 1_440;
  const length = number("kesto", wholeDay ? ends : Math.min(index.usual_minutes, ends - starts));
  return {
    venue, room, starts, ends, length,
    audience: value("kenelle"),
    weekday: number("viikonpaiva", 0),
    days: number("paivia", 1),
    lead: number("aikaa", index.lead_days),
  };
}

/** Writes the hours to choose from, unless they are there. @param {HTMLFormElement} form @param {Words} words */
function offerAll(form, words) {
  for (const [first, name] of ["alkaa", "paattyy"].entries()) {
    const choice = select(form, name);
    if (!choice.options.length) {
      offerHours(choice, first, words);
    }
  }
}

/** Shows the choice of hours where others are asked for than the named ones. @param {HTMLFormElement} form */
function showHours(form) {
  const own = select(form, "aika").value === "oma";
  for (const [name, usual] of [["alkaa", "18"], ["paattyy", "21"]]) {
    const choice = select(form, name);
    const label = /** @type {HTMLElement} */ (choice.closest("label"));
    if (own && label.hidden && choice.selectedIndex === 0) {
      choice.value = usual;
    }
    label.hidden = !own || !choice.options.length;
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} wall
 * @returns {Promise<void>}
 */
async function weigh(form, wall) {
  const turn = (asked.get(form) ?? 0) + 1;
  asked.set(form, turn);
  showHours(form);
  const choices = [...form.querySelectorAll("select")].filter((one) => one.selectedIndex > 0 && !one.closest("label")?.hidden);
  if (!choices.length && turn === 1) {
    return; // The page as it came answers this.
  }
  const status = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
  try {
    /** @type {[Words, Index]} */
    const [words, index] = await Promise.all([wordsOf(form), fetchOnce("vapaat.json")]);
    if (asked.get(form) !== turn) {
      return;
    }
    offerAll(form, words);
    showHours(form);
    const wish = wishOf(form, index, words);
    if (wish.length > wish.ends - wish.starts) {
      status.textContent = words.unfit;
      return;
    }
    const rated = weighDays(index, wish);
    show(form, wall, index, words, wish, rated);
    tell(form, rated.filter(({ grade }) => grade === "free").length, false);
  } catch {
    status.textContent = status.dataset.lost ?? "";
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} wall
 * @param {Index} index
 * @param {Words} words
 * @param {Wish} wish
 * @param {Rated[]} rated
 * @returns {void}
 */
function show(form, wall, index, words, wish, rated) {
  const days = new Map(rated.map((one) => [one.day, one]));
  const told = rated.filter((one) => one.reasons.some(({ points }) => points));
  const first = later(index.from, wish.lead);
  for (const [day, cell] of cellsOf(wall)) {
    const one = days.get(day);
    if (day >= index.from) {
      mark(cell, day, one ? one.grade : day < first ? "soon" : "unasked", words, Boolean(one?.reasons.some(({ points }) => points)));
    }
  }
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (wall.querySelectorAll("[data-of-place]"))) {
    item.hidden = !wish.venue;
  }
  const said = (/** @type {string} */ name) => select(form, name).selectedOptions[0].textContent ?? "";
  const wholeDay = wish.starts === 0 && wish.ends === 1_440;
  const what = [
    wish.venue ? said("paikka") : "",
    select(form, "aika").value === "oma" ? hoursOfDay(words, wish.starts, wish.ends) : said("aika"),
    wholeDay ? "" : wish.length === wish.ends - wish.starts ? "" : said("kesto"),
    ...["paivia", "viikonpaiva", "kenelle"].map((name) => (select(form, name).value ? said(name) : "")),
  ];
  /** @type {HTMLElement} */ (wall.querySelector("[data-asked]")).textContent = what.filter(Boolean).join(", ");
  const margin = /** @type {HTMLElement} */ (wall.querySelector("[data-margin]"));
  const minutes = words.margins[index.venues[wish.venue]?.margin_minutes];
  margin.hidden = !minutes || wholeDay;
  margin.textContent = words.margin.replace("{time}", minutes ?? "");
  listDays(told, index, words, wish);
  listNext(rated, words, wish);
}

/**
 * Each day of the months with its cell.
 * @param {HTMLElement} wall
 * @returns {Generator<[string, HTMLElement]>}
 */
function* cellsOf(wall) {
  for (const table of /** @type {NodeListOf<HTMLTableElement>} */ (wall.querySelectorAll("table.st-free"))) {
    const month = table.caption?.id.replace("k-", "") ?? "";
    for (const cell of /** @type {NodeListOf<HTMLElement>} */ (table.querySelectorAll("td:not(:empty)"))) {
      yield [`${month}-${String(parseInt(cell.textContent ?? "", 10)).padStart(2, "0")}`, cell];
    }
  }
}

/**
 * @param {HTMLElement} cell
 * @param {string} day
 * @param {string} grade
 * @param {Words} words
 * @param {boolean} told
 * @returns {void}
 */
function mark(cell, day, grade, words, told) {
  const number = String(Number(day.slice(8)));
  const sign = document.createElement(told ? "a" : "b");
  if (grade !== "free") {
    sign.className = `st-mark--${grade}`;
  }
  if (sign instanceof HTMLAnchorElement) {
    sign.href = `#p-${day}`;
  }
  sign.append(number);
  if (told || grade !== "free") {
    const hidden = document.createElement("i");
    hidden.textContent = `: ${words.grades[grade]}`;
    sign.append(hidden);
  }
  cell.replaceChildren(sign);
}

/** @type {import("./filter-form.js").Narrowing} */
const byValue = {
  narrow: (form, wall) => {
    void weigh(form, wall);
  },
  // Hours that are not shown are not asked for.
  toAddress: (one) => (one.closest("label")?.hidden ? "" : one.value),
  fromAddress: (_, value) => value,
};

/** @returns {Promise<void>} */
async function startAll() {
  for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-free]"))) {
    // Several days in a row are mostly whole ones; whoever wants their evenings says so after that.
    select(form, "paivia").addEventListener("change", () => {
      const time = select(form, "aika");
      if (time.value === "" && select(form, "paivia").value) {
        time.value = "kokopaiva";
      }
    });
    // Who has asked for hours of their own has them in the address: the choice must be there first.
    const words = await wordsOf(form).catch(() => undefined);
    if (words) {
      offerAll(form, words);
    }
    startForm(form, form.dataset.free, byValue);
    const more = form.querySelector("details");
    if (more && [...more.querySelectorAll("select")].some((one) => one.selectedIndex > 0)) {
      more.open = true;
    }
  }
}

onEveryPage(() => void startAll());
