// @ts-check
/**
 * Says so where a `webcal:` link has opened nothing: browsers do not tell, they just stay where they are. Menus leave
 * Apple's calendar out on devices of others; pages that name every app keep it.
 */

/** Milliseconds in which a calendar app, or the browser's question about it, has come in front of the page. */
const SOON = 1500;

/** @returns {void} */
export function startFollowing() {
  const apple = /iPhone|iPad|iPod|Macintosh/.test(navigator.userAgent);
  for (const told of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-unopened]"))) {
    const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (told.parentElement?.querySelectorAll('a[href^="webcal:"]'));
    for (const link of links) {
      const row = link.closest("li");
      if (row && !apple && link.closest("details")) {
        row.hidden = true;
      }
      link.addEventListener("click", () => tellIfNothingOpens(told));
    }
  }
}

/**
 * @param {HTMLElement} told
 * @returns {void}
 */
function tellIfNothingOpens(told) {
  let left = false;
  const leave = () => (left = true);
  told.textContent = "";
  addEventListener("blur", leave, { once: true });
  setTimeout(() => {
    removeEventListener("blur", leave);
    if (!left && document.visibilityState === "visible") {
      told.textContent = told.dataset.unopened ?? "";
    }
  }, SOON);
}
