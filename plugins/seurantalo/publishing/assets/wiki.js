// @ts-check
/**
 * Narrows lists of records by their keys, and copies calendar addresses. Both only add to pages that are whole
 * without them: the forms are hidden until this script is there, and an address is a link to its file.
 */

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} list
 * @returns {void}
 */
function narrow(form, list) {
  const wanted = [...form.querySelectorAll("select")].map((select) => select.value).filter(Boolean);
  let shown = 0;
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-keys]"))) {
    const keys = (item.dataset.keys ?? "").split(" ");
    item.hidden = !wanted.every((key) => keys.includes(key));
    shown += item.hidden ? 0 : 1;
  }
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-part]"))) {
    part.hidden = !part.querySelector("[data-keys]:not([hidden])");
  }
  const status = /** @type {HTMLElement | null} */ (form.querySelector("[role=status]"));
  if (status) {
    const words = shown === 0 ? status.dataset.none : status.dataset.some;
    status.textContent = wanted.length === 0 ? "" : (words ?? "").replace("{n}", String(shown));
  }
}

/**
 * @param {HTMLFormElement} form
 * @returns {void}
 */
function remember(form) {
  const address = new URL(location.href);
  for (const select of form.querySelectorAll("select")) {
    const [, name = ""] = select.value.split(":");
    if (name) {
      address.searchParams.set(select.name, name);
    } else {
      address.searchParams.delete(select.name);
    }
  }
  history.replaceState(history.state, "", address);
}

/**
 * @param {HTMLFormElement} form
 * @returns {void}
 */
function startForm(form) {
  const list = document.getElementById(form.dataset.narrow ?? "");
  if (!list || !form.hidden) {
    return;
  }
  const asked = new URL(location.href).searchParams;
  for (const select of form.querySelectorAll("select")) {
    const value = `${select.name}:${asked.get(select.name) ?? ""}`;
    if ([...select.options].some((option) => option.value === value)) {
      select.value = value;
    }
  }
  form.hidden = false;
  narrow(form, list);
  form.addEventListener("change", () => {
    narrow(form, list);
    remember(form);
  });
  form.addEventListener("reset", () => {
    setTimeout(() => {
      narrow(form, list);
      remember(form);
    });
  });
  form.addEventListener("submit", (event) => event.preventDefault());
}

/**
 * @param {HTMLAnchorElement} link
 * @returns {void}
 */
function startCopying(link) {
  const words = link.firstChild;
  const before = words?.textContent ?? "";
  link.addEventListener("click", async (event) => {
    if (!navigator.clipboard || !words) {
      return;
    }
    event.preventDefault();
    try {
      await navigator.clipboard.writeText(link.dataset.copy ?? "");
    } catch {
      location.href = link.href;
      return;
    }
    words.textContent = link.dataset.copied ?? before;
    link.setAttribute("aria-live", "polite");
    setTimeout(() => {
      words.textContent = before;
    }, 2500);
  });
}

/** @returns {void} */
function startAll() {
  for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-narrow]"))) {
    startForm(form);
  }
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-copy]:not([data-ready])"));
  for (const link of links) {
    link.dataset.ready = "";
    startCopying(link);
  }
}

// Material's instant loading puts new pages into the same document and tells so through `document$`.
const pages = /** @type {{ document$?: { subscribe: (next: () => void) => void } }} */ (
  /** @type {unknown} */ (globalThis)
).document$;
if (pages) {
  pages.subscribe(startAll);
} else {
  startAll();
}
