// @ts-check
/** On the page about reading without coverage: what this device keeps, whose events it keeps, and how it forgets. */

import { NOTHING, places, remembered, startKeeping } from "./keep.js";

const CHOSEN = "seurantalo:kunta";

/**
 * @param {string} name
 * @returns {HTMLElement}
 */
function part(name) {
  return /** @type {HTMLElement} */ (document.querySelector(`[data-offline="${name}"]`));
}

/**
 * The lists that are kept, each with the time at which that was.
 * @param {URL} worker
 * @returns {Promise<Array<{ at: Date, root: string, pages: string[][] }>>}
 */
async function lists(worker) {
  const found = [];
  const here = new URL(".", worker).pathname;
  for (const name of (await caches.keys()).filter((one) => one.startsWith(`seurantalo:${here}:`))) {
    const store = await caches.open(name);
    for (const request of (await store.keys()).filter((one) => one.url.endsWith(".json"))) {
      const response = await store.match(request);
      const { pages } = (await response?.json()) ?? { pages: [] };
      const at = new Date(Number(response?.headers.get("x-kept-at")));
      found.push({ at, root: new URL("..", request.url).href, pages });
    }
  }
  return found;
}

/**
 * @param {{ worker: URL, root: string }} at
 * @returns {Promise<void>}
 */
async function show({ worker, root }) {
  const place = part("kept");
  const now = new Date().toLocaleDateString("en-CA");
  const all = (await lists(worker)).filter(({ pages }) => pages.length);
  // Where several languages are kept, the page's own.
  const own = new URL(root, worker).href;
  const kept = all.find((list) => list.root === own) ?? all[0];
  part("none").hidden = Boolean(kept);
  place.hidden = !kept;
  if (!kept) {
    return;
  }
  const locale = place.dataset.locale;
  const day = kept.at.toLocaleDateString(locale, { day: "numeric", month: locale?.startsWith("en") ? "long" : "numeric", year: "numeric" });
  const time = kept.at.toLocaleTimeString(locale, { hour: "numeric", minute: "2-digit" });
  part("at").textContent = (part("at").dataset.words ?? "").replace("{day}", day).replace("{time}", time);
  part("list").replaceChildren(
    ...kept.pages
      .filter(([address, , , last]) => (!last || last >= now) && !location.pathname.endsWith(`/${address || "-"}`))
      .map(([address, title, when]) => {
        const row = document.createElement("li");
        const link = document.createElement("a");
        link.href = new URL(address ?? "", kept.root).href;
        link.textContent = title ?? "";
        const day = document.createElement("div");
        day.className = "st-note";
        day.textContent = when ?? "";
        row.append(link, day);
        return row;
      }),
  );
}

/** Leads once more to the page that was looked for. */
function leadAgain() {
  const asked = new URL(location.href).searchParams.get("sivu");
  const address = asked ? new URL(asked, location.href) : null;
  if (address && address.origin === location.origin && address.pathname !== location.pathname) {
    /** @type {HTMLAnchorElement} */ (part("again")).href = address.href;
  }
}

/**
 * @param {HTMLLinkElement} manifest
 * @returns {Promise<void>}
 */
async function start(manifest) {
  const at = places(manifest);
  const { worker } = at;
  const choice = /** @type {HTMLSelectElement} */ (part("kunta"));
  choice.value = remembered(CHOSEN);
  choice.addEventListener("change", async () => {
    choice.value ? localStorage.setItem(CHOSEN, choice.value) : localStorage.removeItem(CHOSEN);
    localStorage.removeItem(NOTHING);
    await startKeeping(manifest);
  });
  navigator.serviceWorker.addEventListener("message", () => void show(at));
  part("forget").addEventListener("click", async () => {
    localStorage.setItem(NOTHING, "1");
    localStorage.removeItem(CHOSEN);
    choice.value = "";
    await (await navigator.serviceWorker.getRegistration(worker))?.unregister();
    const here = new URL(".", worker).pathname;
    for (const name of (await caches.keys()).filter((one) => one.startsWith(`seurantalo:${here}:`))) {
      await caches.delete(name);
    }
    part("forgotten").textContent = part("forgotten").dataset.words ?? "";
    await show(at);
  });
  await show(at);
}

leadAgain();
const manifest = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[data-worker]"));
if (manifest && "serviceWorker" in navigator && "caches" in globalThis) {
  void start(manifest);
} else {
  part("device").hidden = true;
}
