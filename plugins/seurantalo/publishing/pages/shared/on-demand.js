// @ts-check
/** Loads what few pages need, those on which one proposes, copies or shares, and the search once it is opened. */

import { onEveryPage } from "./filter-form.js";

onEveryPage(() => {
  if (document.querySelector("[data-propose]")) {
    void import("./ehdota/propose.js");
  }
  if (document.querySelector("[data-copy-from]")) {
    void import("./ehdota/copy-text.js").then((module) => module.startCopying());
  }
  if (document.querySelector("[data-share]")) {
    void import("./ehdota/share.js").then((module) => module.startSharing());
  }
  if (document.querySelector("[data-unopened]")) {
    void import("./ehdota/follow.js").then((module) => module.startFollowing());
  }
  const search = /** @type {HTMLElement | null} */ (document.querySelector("[data-search-page]"));
  if (search) {
    void import("./search-dialog.js").then((module) => module.startPage(search));
  }
});

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[data-search]") : null;
  if (link instanceof HTMLAnchorElement && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    const { href } = link;
    import("./search-dialog.js").then((module) => module.openDialog(href)).catch(() => location.assign(href));
  }
});
