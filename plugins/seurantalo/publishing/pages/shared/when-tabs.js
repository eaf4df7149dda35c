// @ts-check
/**
 * Today, the weekend and next week on the reader's day, which may be another than that on which the site was built.
 * The agenda narrows itself, so the anchors, which are for browsers without scripts, are taken away.
 */

import { today } from "../today.js";
import { daysOf, inWords } from "./when-periods.js";

/** @returns {void} */
export function startTabs() {
  for (const nav of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-when]"))) {
    const now = today(nav.dataset.zone);
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (nav.querySelectorAll("a[data-period]"))) {
      link.hash = "";
      const found = daysOf(link.dataset.period ?? "", now);
      if (found && (found[0] !== link.dataset.first || found[1] !== link.dataset.last)) {
        [link.dataset.first, link.dataset.last] = found;
        const dates = link.querySelector(".st-period__dates");
        if (dates) {
          dates.textContent = inWords(nav.dataset.shapes ?? "{}", found);
        }
      }
    }
  }
}
