// @ts-check
/** Loads what few pages need: those on which one proposes, copies a text, or shares the page. */

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
});
