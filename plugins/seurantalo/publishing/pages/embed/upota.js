// @ts-check
/**
 * On the page of somebody else: gives each frame of ours the height that it asks for, and does nothing more.
 *
 * A message counts only from the window of a frame whose page is of the same origin as this script.
 */
(() => {
  const ours = new URL(/** @type {HTMLScriptElement} */ (document.currentScript).src).origin;
  addEventListener("message", (event) => {
    const height = Number(event.data?.seurantaloHeight);
    if (event.origin !== ours || !(height > 0)) {
      return;
    }
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow === event.source) {
        frame.style.height = `${Math.min(Math.ceil(height), 5000)}px`;
      }
    }
  });
})();
