// @ts-check
/**
 * Marks today and what is past, on the reader's day and not on the day the site was built.
 *
 * Anything with `data-date`, or a `<time>` that has it without a value (and `data-last` for several days), gets `aria-current="date"` today; the list
 * item or day around it gets the class `st-past` once it is over. Nothing is hidden and nothing moves.
 *
 * What has `data-built`, the day on which the site was built, is shown once that is more than three days ago.
 */

import { onEveryPage } from "./on-demand.js";

/**
 * Today as YYYY-MM-DD in a time zone; in the reader's own where none is given or the browser does not know it.
 * @param {string | undefined} zone
 * @returns {string}
 */
export function today(zone) {
  /** @type {Intl.DateTimeFormatOptions} */
  const parts = { year: "numeric", month: "2-digit", day: "2-digit" };
  try {
    return new Intl.DateTimeFormat("en-CA", { ...parts, timeZone: zone || undefined }).format();
  } catch {
    return new Intl.DateTimeFormat("en-CA", parts).format();
  }
}

/**
 * @param {ParentNode} root
 * @returns {void}
 */
export function markDays(root) {
  /** @type {Map<string, string>} */
  const days = new Map();
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-date]"))) {
    const zone = /** @type {HTMLElement | null} */ (element.closest("[data-zone]"))?.dataset.zone ?? "";
    const now = days.get(zone) ?? today(zone);
    days.set(zone, now);
    const first = element.dataset.date || element.getAttribute("datetime") || "";
    const last = element.dataset.last || first;
    if (first <= now && now <= last) {
      element.setAttribute("aria-current", "date");
    } else {
      element.removeAttribute("aria-current");
    }
    const around = element.closest(".st-event, .st-day, .st-dates > li, .st-cell");
    around?.classList.toggle("st-past", last < now);
  }
}

const DAY = 24 * 60 * 60 * 1000;
const FRESH = 3;

/**
 * @param {ParentNode} root
 * @returns {void}
 */
export function tellAge(root) {
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-built]"))) {
    const built = Date.parse(element.dataset.built ?? "");
    element.hidden = !((Date.parse(today(element.dataset.zone)) - built) / DAY > FRESH);
  }
}

/** @returns {void} */
function mark() {
  markDays(document);
  tellAge(document);
}

onEveryPage(mark);
