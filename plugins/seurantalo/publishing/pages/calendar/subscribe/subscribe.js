// @ts-check
/**
 * Finds a calendar by its name, and prints the sheet for the notice board. Both only add to pages that are whole
 * without them: the field and the button are hidden until this script is there.
 */

import { onEveryPage } from "./on-demand.js";

/** The most calendars that are shown at once: who wants another writes one letter more. */
const MOST = 20;

/** A calendar: its name, what it is about in a word, and its page below that of all calendars.
 * @typedef {[name: string, kind: string, page: string]} Named
 */

/**
 * Words as they are compared: without case, and with a and o for ä, å and ö, as people write on foreign keyboards.
 * @param {string} words
 * @returns {string}
 */
function folded(words) {
  return words.toLocaleLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

/**
 * Those in which every word of the question begins a word; those whose name begins with the question come first.
 * @param {Named[]} calendars
 * @param {string} question
 * @returns {Named[]}
 */
export function found(calendars, question) {
  const asked = folded(question).split(/\s+/).filter(Boolean);
  if (asked.length === 0) {
    return [];
  }
  const matches = calendars.filter(([name]) => {
    const words = ` ${folded(name)}`;
    return asked.every((part) => words.includes(` ${part}`) || words.includes(`-${part}`));
  });
  const start = asked.join(" ");
  const first = matches.filter(([name]) => folded(name).startsWith(start));
  return [...first, ...matches.filter((one) => !first.includes(one))];
}

/**
 * @param {Named} calendar
 * @returns {HTMLLIElement}
 */
function item([name, kind, page]) {
  const row = document.createElement("li");
  const link = document.createElement("a");
  const note = document.createElement("span");
  link.href = page;
  link.textContent = name;
  note.className = "st-note";
  note.textContent = kind;
  row.append(link, " ", note);
  return row;
}

/**
 * @param {HTMLFormElement} form
 * @returns {void}
 */
function startFinding(form) {
  const input = form.querySelector("input");
  const list = form.querySelector("ul");
  const status = /** @type {HTMLElement | null} */ (form.querySelector("[role=status]"));
  if (!input || !list || !status || !form.hidden) {
    return;
  }
  /** @type {Promise<Named[]> | undefined} */
  let calendars;
  const show = async () => {
    const question = input.value;
    // Fetched when somebody looks for something, once.
    calendars ??= fetch(form.dataset.find ?? "").then((answer) => answer.json());
    let all;
    try {
      all = await calendars;
    } catch {
      calendars = undefined;
      return;
    }
    if (question !== input.value) {
      return; // a later letter has its own answer
    }
    const matches = found(all, question);
    list.replaceChildren(...matches.slice(0, MOST).map(item));
    const words = matches.length === 0 ? status.dataset.none : status.dataset.some;
    status.textContent = question.trim() ? (words ?? "").replace("{n}", String(matches.length)) : "";
  };
  form.hidden = false;
  input.addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.focus();
  });
}

/** @returns {void} */
function startAll() {
  for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-find]"))) {
    startFinding(form);
  }
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("button[data-print]"))) {
    if (button.hidden) {
      button.hidden = false;
      button.addEventListener("click", () => print());
    }
  }
}

onEveryPage(startAll);
