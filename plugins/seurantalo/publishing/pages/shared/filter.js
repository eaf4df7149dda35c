// @ts-check
/**
 * Narrows a list of events by municipality, audience and theme. The choice is kept in the
 * address, so that it can be sent to others.
 */

import { startForm, tell } from "./filter-form.js";
import { onEveryPage } from "./on-demand.js";

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} list
 * @returns {void}
 */
function narrow(form, list) {
  const choice = new FormData(form);
  const wanted = [...form.querySelectorAll("select")].map((select) => select.value).filter(Boolean);
  const routine = choice.has("viikoittaiset");
  let shown = 0;
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(".st-event"))) {
    const keys = (item.dataset.keys ?? "").split(" ");
    const fits = wanted.every((key) => keys.includes(key));
    item.hidden = !fits || (!routine && item.classList.contains("st-event--routine"));
    shown += item.hidden || item.classList.contains("st-event--off") ? 0 : 1;
  }
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(".st-day, .st-section"))) {
    part.hidden = !part.querySelector(".st-event:not([hidden])");
  }
  tell(form, shown, wanted.length === 0 && routine);
}

/** @type {import("./filter-form.js").Narrowing} */
const byValue = { narrow, toAddress: (select) => select.value, fromAddress: (_, asked) => asked };

/** @returns {void} */
function startAll() {
  for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-filter]"))) {
    startForm(form, form.dataset.filter, byValue);
  }
}

onEveryPage(startAll);
