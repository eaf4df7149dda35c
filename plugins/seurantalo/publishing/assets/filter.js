// @ts-check
/**
 * Narrows a list of events by municipality, audience and theme. The form is in the page but hidden: without
 * JavaScript there is only the whole list. The choice is kept in the address, so that it can be sent to others.
 */

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} list
 * @returns {void}
 */
function narrow(form, list) {
  const choice = new FormData(form);
  const wanted = [...form.querySelectorAll("select")].map((select) => select.value).filter(Boolean);
  const routine = choice.has("viikoittaiset");
  let shown = 0;
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(".st-event"))) {
    const keys = (item.dataset.keys ?? "").split(" ");
    const fits = wanted.every((key) => keys.includes(key));
    item.hidden = !fits || (!routine && item.classList.contains("st-event--routine"));
    shown += item.hidden ? 0 : 1;
  }
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(".st-day, .st-section"))) {
    part.hidden = !part.querySelector(".st-event:not([hidden])");
  }
  const status = /** @type {HTMLElement | null} */ (form.querySelector("[role=status]"));
  if (status) {
    const untouched = wanted.length === 0 && routine;
    const words = shown === 0 ? status.dataset.none : status.dataset.some;
    status.textContent = untouched ? "" : (words ?? "").replace("{n}", String(shown));
  }
}

/**
 * @param {HTMLFormElement} form
 * @returns {void}
 */
function remember(form) {
  const address = new URL(location.href);
  for (const select of form.querySelectorAll("select")) {
    if (select.value) {
      address.searchParams.set(select.name, select.value);
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
function start(form) {
  const list = document.getElementById(form.dataset.filter ?? "");
  if (!list || !form.hidden) {
    return;
  }
  const asked = new URL(location.href).searchParams;
  for (const select of form.querySelectorAll("select")) {
    const value = asked.get(select.name) ?? "";
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

/** @returns {void} */
function startAll() {
  for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-filter]"))) {
    start(form);
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
