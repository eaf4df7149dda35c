// @ts-check
/** Loads what few pages need: those on which one proposes, or copies a text. */

import { onEveryPage } from "./filter-form.js";

onEveryPage(() => {
  if (document.querySelector("[data-propose]")) {
    void import("./ehdota/propose.js");
  }
  if (document.querySelector("[data-copy-from]")) {
    void import("./ehdota/copy-text.js").then((module) => module.startCopying());
  }
});
