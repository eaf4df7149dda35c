// @ts-check
/**
 * The agenda narrowed to what a reader asks for. The address tells the whole choice, so that it can be sent to others;
 * the municipality is remembered in this browser until it is forgotten.
 */

import { today } from "../today.js";
import { ANYWHERE, LISTS, SINGLE, fitting, folded, readChoice, wishes, writeChoice } from "./agenda-choice.js";
import { daysOf } from "./when-periods.js";

/** @typedef {import("./agenda-choice.js").Choice} Choice */
/** @typedef {import("./agenda-choice.js").Row & {node: HTMLElement, off: boolean, routine: boolean, about: string}} Item */
/** @typedef {Record<"events" | "groups" | "more" | "folded", [string, string]> & Record<"both" | "none", string>} Words */

const KEPT = "seurantalo:kunta";

/** @returns {void} */
export function startAgenda() {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-agenda]"));
  const list = document.getElementById(form?.dataset.agenda ?? "");
  if (form && list && !form.dataset.started) {
    form.dataset.started = "1";
    new Agenda(form, list).start();
  }
}

class Agenda {
  /** @param {HTMLFormElement} form @param {HTMLElement} list */
  constructor(form, list) {
    this.form = form;
    this.list = list;
    /** @type {Words} */
    this.words = JSON.parse(form.dataset.words ?? "{}");
    this.status = /** @type {HTMLElement} */ (document.querySelector("[data-agenda-status]"));
    this.whole = this.status.textContent ?? "";
    this.showAll = /** @type {HTMLElement} */ (document.querySelector("[data-agenda-all]"));
    this.kept = /** @type {HTMLElement} */ (document.querySelector("[data-agenda-kept]"));
    this.items = items(list);
    this.choice = readChoice(location.search);
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.writing = undefined;
  }

  /** @returns {void} */
  start() {
    const kept = remembered();
    const { milloin, ...rest } = this.choice;
    if (kept && this.knows("kunta", kept) && !Object.values(rest).some((value) => value.length)) {
      this.choice = { ...this.choice, kunta: kept };
    }
    if (this.isTouched()) {
      // Somebody was faster than this script: what they chose comes to what the address asks.
      const early = this.select?.value;
      if (early && early !== this.choice.kunta) {
        remember(early);
      }
      this.show(true);
      this.changed(false);
    } else {
      this.show();
      this.narrow();
    }
    this.form.addEventListener("input", ({ target }) => this.changed(target instanceof HTMLInputElement && target.name === "q"));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      /** @type {HTMLElement | null} */ (document.activeElement)?.blur();
    });
    this.select?.addEventListener("change", () => {
      remember(this.choice.kunta);
      this.tellKept();
    });
    this.showAll.addEventListener("click", () => {
      const none = readChoice("");
      this.choice = remembered() ? { ...none, kunta: ANYWHERE } : none;
      this.show();
      this.narrow();
    });
    this.kept.querySelector("button")?.addEventListener("click", () => {
      remember("");
      this.choice = { ...this.choice, kunta: "" };
      this.show();
      this.narrow();
      this.select?.focus();
    });
    for (const link of this.tabs()) {
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) {
          return;
        }
        event.preventDefault();
        const { period = "" } = link.dataset;
        this.choice = { ...this.choice, milloin: this.choice.milloin === period ? "" : period };
        this.narrow();
      });
    }
  }

  get select() {
    return /** @type {HTMLSelectElement | null} */ (this.form.elements.namedItem("kunta"));
  }

  /** @returns {HTMLAnchorElement[]} */
  tabs() {
    return [...document.querySelectorAll("[data-when] a")].map((one) => /** @type {HTMLAnchorElement} */ (one));
  }

  /** @param {string} name @param {string} value @returns {boolean} */
  knows(name, value) {
    return [...this.form.querySelectorAll(`[name=${name}] option`)].some(
      (option) => /** @type {HTMLOptionElement} */ (option).value === value,
    );
  }

  /** Whether something was chosen in the form already. @returns {boolean} */
  isTouched() {
    const boxes = [...this.form.querySelectorAll("input")];
    return Boolean(this.select?.value) || boxes.some((box) => (box.type === "checkbox" ? box.checked : box.value));
  }

  /** Shows the choice in the form. @param {boolean} adding leaves what is chosen there @returns {void} */
  show(adding = false) {
    for (const box of this.form.querySelectorAll("input")) {
      if (box.type === "checkbox") {
        const asked = this.choice[/** @type {keyof Choice} */ (box.name)];
        const isAsked = Array.isArray(asked) ? asked.includes(box.value) : asked === box.value;
        box.checked = isAsked || (adding && box.checked);
      } else if (box.name === "q" && !(adding && box.value)) {
        box.value = this.choice.q;
      }
    }
    if (this.select && !(adding && this.select.value)) {
      this.select.value = this.knows("kunta", this.choice.kunta) ? this.choice.kunta : "";
    }
  }

  /** @param {boolean} typing @returns {void} */
  changed(typing) {
    this.form.dataset.used = "1";
    const found = new FormData(this.form);
    const asked = { ...this.choice };
    for (const name of LISTS) {
      // What the form does not offer, but the address asks for, stays asked for.
      const unseen = this.choice[name].filter((value) => !this.box(name, value));
      asked[name] = [...unseen, ...found.getAll(name).map(String)];
    }
    for (const name of SINGLE) {
      if (name !== "milloin") {
        asked[name] = String(found.get(name) ?? "").trim();
      }
    }
    if (!asked.kunta && remembered() && this.choice.kunta === ANYWHERE) {
      asked.kunta = ANYWHERE;
    }
    this.choice = asked;
    this.narrow(typing);
  }

  /** @param {string} name @param {string} value @returns {boolean} */
  box(name, value) {
    return [...this.form.querySelectorAll("input")].some((box) => box.name === name && box.value === value);
  }

  /** @returns {void} */
  write() {
    const search = writeChoice(location.search, this.choice);
    if (search !== location.search) {
      history.replaceState(history.state, "", `${location.pathname}${search}`);
    }
  }

  /** Hides what was not asked for, and tells what is left. @param {boolean} [typing] @returns {void} */
  narrow(typing = false) {
    const { choice, list, words } = this;
    const days = daysOf(choice.milloin, today(list.dataset.zone));
    const fits = fitting(choice, days);
    const groups = new Set();
    let events = 0;
    for (const item of this.items) {
      const shown = fits(item);
      if (item.node.hidden === shown) {
        item.node.hidden = !shown;
      }
      if (shown && !item.off) {
        if (item.routine) {
          groups.add(item.about);
        } else {
          events += 1;
        }
      }
    }
    const asked = wishes(choice);
    const narrowed = asked > 0 || days !== null || Boolean(choice.kunta && choice.kunta !== ANYWHERE);
    fold(list, asked > 0, words.folded);
    const told = [inWords(words.events, events), inWords(words.groups, groups.size)];
    const more = narrowed ? unseen(list, days) : 0;
    const sum =
      events && groups.size
        ? words.both.replace("{events}", told[0] ?? "").replace("{groups}", told[1] ?? "")
        : events
          ? told[0]
          : groups.size
            ? told[1]
            : words.none;
    this.status.textContent = narrowed ? [sum, more ? inWords(words.more, more) : ""].filter(Boolean).join(" ") : this.whole;
    this.showAll.hidden = !narrowed;
    for (const link of this.tabs()) {
      if (days && link.dataset.period === choice.milloin) {
        link.setAttribute("aria-current", "true");
      } else {
        link.removeAttribute("aria-current");
      }
    }
    const number = this.form.querySelector("[data-agenda-number]");
    if (number) {
      number.textContent = asked ? `(${asked})` : "";
    }
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("[data-agenda-jumps] a"))) {
      const part = list.querySelector(`[id="${link.hash.slice(1)}"]`)?.closest("section");
      /** @type {HTMLElement} */ (link.parentElement).hidden = part?.hidden ?? false;
    }
    this.tellKept();
    // Browsers refuse an address for every letter typed.
    clearTimeout(this.writing);
    this.writing = setTimeout(() => this.write(), typing ? 400 : 0);
    document.documentElement.classList.remove("st-narrowing");
  }

  /** @returns {void} */
  tellKept() {
    const kept = remembered();
    const option = [...(this.select?.options ?? [])].find((one) => one.value && one.value === kept);
    this.kept.hidden = !option;
    const words = this.kept.querySelector("span");
    if (words && option) {
      words.textContent = (this.kept.dataset.words ?? "").replace("{name}", option.text);
    }
  }
}

/**
 * @param {HTMLElement} list
 * @returns {Item[]}
 */
function items(list) {
  return [...list.querySelectorAll(".st-event")].map((one) => {
    const node = /** @type {HTMLElement} */ (one);
    const day = /** @type {HTMLElement | null} */ (node.closest("[data-day]"))?.dataset.day ?? "";
    const { keys = "", until = day } = node.dataset;
    return {
      node,
      keys: new Set(keys.split(" ")),
      first: day,
      last: until,
      text: folded(node.textContent ?? ""),
      off: node.classList.contains("st-event--off"),
      routine: node.classList.contains("st-event--routine"),
      about: node.querySelector("a")?.getAttribute("href") ?? "",
    };
  });
}

/**
 * Hides what has nothing left, and tells how many are folded; those of somebody's own choice are opened.
 * @param {HTMLElement} list
 * @param {boolean} chosen
 * @param {[string, string]} words
 * @returns {void}
 */
function fold(list, chosen, words) {
  for (const part of /** @type {NodeListOf<HTMLDetailsElement>} */ (list.querySelectorAll(".st-fold"))) {
    const left = part.querySelectorAll(".st-event:not([hidden])").length;
    part.hidden = !left;
    part.open = chosen || (part.open && !part.dataset.opened);
    part.dataset.opened = chosen ? "1" : "";
    const summary = part.querySelector("summary");
    if (summary && left) {
      const own = part.dataset.words;
      summary.textContent = own ? own.replace("{n}", String(left)) : inWords(words, left);
    }
  }
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(".st-day, .st-section"))) {
    part.hidden = !part.querySelector(".st-event:not([hidden])");
  }
}

/**
 * How many events of some days had no room in the list.
 * @param {HTMLElement} list
 * @param {[string, string] | null} days
 * @returns {number}
 */
function unseen(list, days) {
  let sum = 0;
  for (const line of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-more]"))) {
    const day = /** @type {HTMLElement | null} */ (line.closest("[data-day]"))?.dataset.day ?? "";
    if (!days || (days[0] <= day && day <= days[1])) {
      sum += Number(line.dataset.more);
    }
  }
  return sum;
}

/**
 * @param {[string, string]} words for one, and for any other number
 * @param {number} n
 * @returns {string}
 */
function inWords([one, other], n) {
  return n === 1 ? one : other.replace("{n}", n.toLocaleString(document.documentElement.lang));
}

/** The municipality that this browser remembers. @returns {string} */
function remembered() {
  try {
    return localStorage.getItem(KEPT) ?? "";
  } catch {
    return "";
  }
}

/** @param {string} municipality @returns {void} */
function remember(municipality) {
  try {
    if (municipality && municipality !== ANYWHERE) {
      localStorage.setItem(KEPT, municipality);
    } else {
      localStorage.removeItem(KEPT);
    }
  } catch {
    // A browser that keeps nothing shows the list all the same.
  }
}
