// @ts-check
/**
 * Narrows lists of records by their keys, and copies calendar addresses. Both only add to pages that are whole
 * without them: the forms are hidden where no script runs, and an address is a link to its file.
 */

import { startForm, tell } from "./filter-form.js";
import { onEveryPage } from "./on-demand.js";

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} list
 * @returns {void}
 */
function narrow(form, list) {
  const wanted = [...form.querySelectorAll("select")].map((select) => select.value).filter(Boolean);
  let shown = 0;
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-keys]"))) {
    const keys = (item.dataset.keys ?? "").split(" ");
    item.hidden = !wanted.every((key) => keys.includes(key));
    shown += item.hidden ? 0 : 1;
  }
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-part]"))) {
    part.hidden = !part.querySelector("[data-keys]:not([hidden])");
  }
  tell(form, shown, wanted.length === 0);
}

/** Values are `name:id`; the address holds the id alone.
 * @type {import("./filter-form.js").Narrowing} */
const byKey = {
  narrow,
  toAddress: (select) => select.value.split(":")[1] ?? "",
  fromAddress: (select, asked) => `${select.name}:${asked}`,
};

/**
 * @param {HTMLAnchorElement} link
 * @returns {void}
 */
function startCopying(link) {
  const words = link.firstChild;
  const before = words?.textContent ?? "";
  link.addEventListener("click", async (event) => {
    if (!navigator.clipboard || !words) {
      return;
    }
    event.preventDefault();
    try {
      await navigator.clipboard.writeText(link.dataset.copy ?? "");
    } catch {
      location.href = link.href;
      return;
    }
    words.textContent = link.dataset.copied ?? before;
    link.setAttribute("aria-live", "polite");
    setTimeout(() => {
      words.textContent = before;
    }, 2500);
  });
}

/** @returns {void} */
function startAll() {
  for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-narrow]"))) {
    startForm(form, form.dataset.narrow, byKey);
  }
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-copy]:not([data-ready])"));
  for (const link of links) {
    link.dataset.ready = "";
    startCopying(link);
  }
}

onEveryPage(startAll);
