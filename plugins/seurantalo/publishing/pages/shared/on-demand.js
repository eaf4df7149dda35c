// @ts-check
/** Loads what only the pages need on which one proposes. */

import { onEveryPage } from "./filter-form.js";

onEveryPage(() => {
  if (document.querySelector("[data-propose]")) {
    void import("./ehdota/propose.js");
  }
});
