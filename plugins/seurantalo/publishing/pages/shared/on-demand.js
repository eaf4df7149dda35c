// @ts-check
/** What a page loads beyond its style: what serves something that it has, and the search once it is opened. */

/**
 * Starts what a page needs, now and whenever Material's instant loading puts a new page into the same document.
 * @param {() => void} startAll
 * @returns {void}
 */
export function onEveryPage(startAll) {
  const pages = /** @type {{ document$?: { subscribe: (next: () => void) => void } }} */ (
    /** @type {unknown} */ (globalThis)
  ).document$;
  if (pages) {
    pages.subscribe(startAll);
  } else {
    startAll();
  }
}

/** By what a page has: the module that serves it, and how it is begun where it does not begin by itself.
 * @type {[selector: string, load: (found: HTMLElement) => Promise<unknown>][]} */
const served = [
  ["[data-date], [data-built]", () => import("./today.js")],
  ["form[data-agenda]", () => import("./ehdota/agenda.js").then((module) => module.startAgenda())],
  ["[data-when]", () => import("./ehdota/when-tabs.js").then((module) => module.startTabs())],
  ["form[data-narrow], a[data-copy]", () => import("./wiki.js")],
  ["form[data-free]", () => import("./free.js")],
  ["form[data-find], button[data-print]", () => import("./subscribe.js")],
  ["[data-propose]", () => import("./ehdota/propose.js")],
  ["[data-copy-from]", () => import("./ehdota/copy-text.js").then((module) => module.startCopying())],
  ["[data-share]", () => import("./ehdota/share.js").then((module) => module.startSharing())],
  ["[data-unopened]", () => import("./ehdota/follow.js").then((module) => module.startFollowing())],
  ["[data-moved]", (page) => import("./ehdota/moved.js").then((module) => module.lead(page))],
  ["link[data-worker]", (app) => import("./ehdota/keep.js").then((module) => module.startKeeping(app))],
  ["[data-search-page]", (page) =>
    import("./search-dialog.js").then((module) => module.startPage(page)).catch(() => {
      page.replaceChildren(...(page.querySelector("template")?.content.childNodes ?? []));
    })],
];

onEveryPage(() => {
  for (const [selector, load] of served) {
    const found = /** @type {HTMLElement | null} */ (document.querySelector(selector));
    if (found) {
      void load(found);
    }
  }
});

// Pages by the thousand leave it to their heading what the theme's header says once that is scrolled away.
onEveryPage(() => {
  const [topic, second] = document.querySelectorAll(".md-header__topic");
  const heading = document.querySelector("h1");
  if (topic && !second && heading) {
    const title = /** @type {Element} */ (topic.cloneNode(true));
    (title.querySelector(".md-ellipsis") ?? title).textContent = heading.textContent;
    topic.after(title);
  }
});

// The theme's button of the drawer is a label, which keys pass by. Enter is the theme's own, on every label with focus.
onEveryPage(() => {
  const button = document.querySelector("header label[for=__drawer]");
  const box = document.getElementById("__drawer");
  const drawer = document.querySelector(".st-drawer, .md-nav--primary");
  if (!(button instanceof HTMLElement && box instanceof HTMLInputElement && drawer instanceof HTMLElement)) {
    return;
  }
  const tell = () => button.setAttribute("aria-expanded", String(box.checked));
  button.tabIndex = 0;
  button.setAttribute("role", "button");
  button.setAttribute("aria-label", drawer.getAttribute("aria-label") ?? "");
  button.onkeydown = drawer.onkeydown = (event) => {
    if (event.key === " " && event.target === button) {
      event.preventDefault();
      button.click();
    } else if (event.key === "Escape" && box.checked) {
      button.click();
      button.focus();
    }
  };
  box.onchange = () => {
    tell();
    if (box.checked && button.matches(":focus-visible")) {
      drawer.querySelector("a")?.focus();
    }
  };
  tell();
});

/** @type {(event: Event, link: HTMLAnchorElement) => void} */
function openSearch(event, link) {
  event.preventDefault();
  const { href } = link;
  import("./search-dialog.js")
    .then((module) => module.openDialog(href, link.getAttribute("aria-label") ?? ""))
    .catch(() => location.assign(href));
}

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[data-search]") : null;
  if (link instanceof HTMLAnchorElement && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    openSearch(event, link);
  }
});

document.addEventListener("keydown", (event) => {
  const isTyping = event.target instanceof Element && event.target.closest("input, textarea, select, dialog, [contenteditable]");
  const link = document.querySelector("a[data-search]");
  if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey || !(link instanceof HTMLAnchorElement)) {
    return;
  }
  try {
    if (localStorage.getItem("seurantalo:haku-nappain") === "off") {
      return;
    }
  } catch {
    // A browser that keeps nothing has no choice to keep.
  }
  openSearch(event, link);
});
