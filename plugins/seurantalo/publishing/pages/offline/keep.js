// @ts-check
/** Tells the worker which municipality's coming weeks this device is to keep. */

/** Where the reader has said that nothing is to be kept. */
export const NOTHING = "seurantalo:ei-tallenneta";

/**
 * The folder of the site's root, and that of the language within it.
 * @param {HTMLLinkElement} manifest
 * @returns {{ worker: URL, root: string }}
 */
export function places(manifest) {
  const worker = new URL(manifest.dataset.worker ?? "", document.baseURI);
  const root = new URL(".", manifest.href).pathname.slice(new URL(".", worker).pathname.length);
  return { worker, root };
}

/**
 * @param {string} name
 * @returns {string}
 */
export function remembered(name) {
  try {
    return localStorage.getItem(name) ?? "";
  } catch {
    return "";
  }
}

/**
 * @param {HTMLElement} link to the manifest
 * @returns {Promise<void>}
 */
export async function startKeeping(link) {
  const manifest = /** @type {HTMLLinkElement} */ (link);
  const saves = /** @type {{ connection?: { saveData?: boolean } }} */ (navigator).connection?.saveData;
  // A site that is being written is served anew at every change, at an address that many projects share.
  if (!("serviceWorker" in navigator) || remembered(NOTHING) || "livereload" in globalThis) {
    return;
  }
  if (document.readyState !== "complete") {
    await new Promise((resolve) => addEventListener("load", resolve));
  }
  const { worker, root } = places(manifest);
  try {
    await navigator.serviceWorker.register(worker);
  } catch {
    // A browser that keeps nothing, as in private windows: the site is read as ever.
    return;
  }
  const registration = await navigator.serviceWorker.ready;
  let last = "-";
  const tell = () => {
    const kunta = remembered("seurantalo:kunta");
    if (!saves && !remembered(NOTHING) && kunta !== last) {
      last = kunta;
      registration.active?.postMessage({ root, kunta });
    }
  };
  tell();
  document.addEventListener("visibilitychange", tell);
  // A worker of the site as it was, which is told first, may look for lists where they no longer are.
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    last = "-";
    tell();
  });
}
