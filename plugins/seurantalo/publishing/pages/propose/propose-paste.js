// @ts-check
/** Fills the form in from a text that somebody has already; fetched when that is asked for. */

import { readPasted } from "./pasted.js";
import { questions } from "./propose-fields.js";
import { element, say } from "./propose-names.js";

/** @param {import("./propose.js").Page} page */
export async function paste(page) {
  const text = /** @type {HTMLTextAreaElement} */ (page.part("paste-text")).value;
  const told = page.part("paste-told");
  const words = await page.data.file("sanat");
  const today = new Date().toISOString().slice(0, 10);
  const { values, guessed, missing, notes } = readPasted(text, { today, language: page.config.language, names: page.names.lists, words });
  page.show({ ...page.values(), ...values });
  for (const question of questions(/** @type {HTMLFormElement} */ (page.form))) {
    const name = question.dataset.field ?? "";
    question.classList.toggle("st-guessed", guessed.includes(name));
    question.querySelector("[data-guessed]")?.remove();
    if (guessed.includes(name)) {
      const mark = element("p", page.config.words.guessed);
      mark.dataset.guessed = "";
      question.prepend(mark);
    }
  }
  const labels = missing.map((/** @type {string} */ name) => page.question(name)?.querySelector("label,legend")?.textContent?.trim()).filter(Boolean);
  const done = labels.length ? say(page.config.words.pasteMissing, { what: labels.join(", ") }) : page.config.words.pasteDone;
  told.textContent = [done, ...notes.map((/** @type {string} */ code) => words.notes[code])].join(" ");
  page.update();
  page.keep();
}
