// @ts-check
/** Organisers, places and others by name as one types: known ones get their id, unknown ones a small form below. */

import { all, copyOf, inputs, questions, rowsOf } from "./propose-fields.js";

/** @typedef {{id: string, name: string, names: string[], municipality?: string, rooms?: any[]}} Known */
/** @typedef {Record<string, string>} Texts */

const MOST = 12;
const NEAR = 3;
/** So much of a word is the same in another form of it, and where a letter is wrong. */
const ALIKE = 0.8;

/** A name without case, dots and the letters of a registered association. @param {string} text */
export const folded = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[^\p{L}\d]+/gu, " ").trim().replace(/ (ry|rf)$/, "");

/** @param {string} word */
const pairs = (word) => [...word].slice(1).map((letter, at) => word[at] + letter);

/** How much of two words is the same, from 0 to 1: their pairs of letters. @param {string} one @param {string} other */
export function alike(one, other) {
  const [some, left] = [pairs(one), pairs(other)];
  const all = some.length + left.length;
  const same = some.filter((pair) => left.includes(pair) && left.splice(left.indexOf(pair), 1)).length;
  return all ? (2 * same) / all : 0;
}

/** @param {string} text @param {Record<string, string>} values */
export const say = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

/** @param {string} tag @param {string} text @param {(() => void) | undefined} [press] */
export function element(tag, text, press) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (press) {
    Object.assign(made, { type: "button", className: "st-button st-button--small" });
    made.addEventListener("click", press);
  }
  return made;
}

export class Names {
  /** @param {Texts} words @param {Record<string, string>} places names of the municipalities */
  constructor(words, places) {
    this.words = words;
    this.places = places;
    /** @type {Record<string, Known[]>} */
    this.lists = {};
  }

  /** @param {string} kind @param {any[]} records */
  know(kind, records) {
    const texts = (/** @type {any} */ name) => (typeof name === "object" ? Object.values(name) : [name]);
    const made = records.map((one) => ({ ...one, name: texts(one.name)[0], names: [one.id, ...texts(one.name)].map(folded) }));
    this.lists[kind] = [...new Map([...(this.lists[kind] ?? []), ...made].map((one) => [one.id, one])).values()];
  }

  /** @param {string} kind @param {string} [written] @returns {Known | undefined} */
  find(kind, written = "") {
    const wanted = folded(written);
    return this.lists[kind]?.find((one) => one.id === written) ?? this.lists[kind]?.find(({ names }) => names.includes(wanted));
  }

  /** Those with a name that pleases. @param {string} kind @param {(name: string) => boolean} pleases @param {number} most */
  named(kind, pleases, most) {
    return (this.lists[kind] ?? []).filter(({ names }) => names.some(pleases)).slice(0, most);
  }

  /** Those in whose names every word that is written begins a word. @param {string} kind @param {string} written @param {number} most */
  near(kind, written, most) {
    const words = folded(written).split(" ");
    return words[0] ? this.named(kind, (name) => words.every((word) => ` ${name}`.includes(` ${word}`)), most) : [];
  }

  /** Those in whose names every word that is written is like a word. @param {string} kind @param {string} written @param {number} most */
  like(kind, written, most) {
    const words = folded(written).split(" ");
    return this.named(kind, (name) => words.every((word) => name.split(" ").some((one) => alike(one, word) >= ALIKE)), most);
  }

  /** @param {Known} one */
  label({ name, municipality }) {
    const place = this.places[municipality ?? ""];
    return place ? `${name}, ${place}` : name;
  }

  /** Gives the fields for names their lists, and says who was found. @param {HTMLFormElement} form */
  watch(form) {
    form.addEventListener("input", ({ target }) => {
      const [row, kind, input] = this.at(target);
      if (!row) return;
      delete row.dataset.id;
      this.offer(input, this.near(kind, input.value, MOST).map(({ name, municipality }) => [name, this.places[municipality ?? ""] ?? ""]));
    });
    form.addEventListener("change", ({ target }) => {
      const [row] = this.at(target);
      if (row) this.resolve(row);
    });
  }

  /** @param {any} target @returns {[HTMLElement | null, string, HTMLInputElement]} */
  at(target) {
    const question = target.closest("[data-field]");
    const row = question?.dataset.control === "name" ? target.closest("[data-row]") : null;
    return [row, question?.dataset.kind ?? "", target];
  }

  /** @param {HTMLInputElement} input @param {string[][]} options */
  offer(input, options) {
    const id = `st-names-${input.id}`;
    const list = document.getElementById(id) ?? Object.assign(document.createElement("datalist"), { id });
    input.setAttribute("list", id);
    input.after(list);
    list.replaceChildren(...options.map(([value, label]) => Object.assign(document.createElement("option"), { value, label: label || value })));
  }

  /** Says under a name whom it names; for nobody, offers those alike, and a form for a new one. @param {HTMLElement} row */
  resolve(row) {
    const question = /** @type {HTMLElement} */ (row.closest("[data-field]"));
    const kind = question.dataset.kind ?? "";
    const input = inputs(row)[0];
    const told = /** @type {HTMLElement} */ (row.querySelector("[data-told]"));
    const beside = row.querySelector("[data-beside]");
    const found = this.find(kind, input.value);
    const written = input.value.trim();
    told.replaceChildren();
    if (found || !written) {
      beside?.remove();
      if (found) {
        row.dataset.id = found.id;
        input.value = found.name;
        told.textContent = `✓ ${this.label(found)}`;
      }
      return;
    }
    delete row.dataset.id;
    const begun = this.near(kind, written, NEAR);
    const near = begun.length ? begun : this.like(kind, written, NEAR);
    const isNew = Boolean(document.querySelector(`template[data-new="${kind}"]`)) && this.lists[kind];
    if (near.length) {
      told.append(`${this.words.near} `, ...near.flatMap((one) => [element("button", this.label(one), () => {
        input.value = one.name;
        this.resolve(row);
        input.dispatchEvent(new Event("change", { bubbles: true }));
      }), " "]));
    } else if (isNew) {
      told.textContent = say(this.words.unknown_name, { name: written });
    }
    if (isNew && !beside) {
      if (near.length) told.append(element("button", say(this.words.add, { name: written }), () => this.addBeside(row, kind, written)));
      else this.addBeside(row, kind, written, false);
    }
  }

  /** Opens the form of a new organiser or place below its name. @param {HTMLElement} row @param {string} kind @param {string} name */
  addBeside(row, kind, name, focus = true) {
    const form = /** @type {HTMLTemplateElement} */ (document.querySelector(`template[data-new="${kind}"]`));
    const box = copyOf(/** @type {HTMLElement} */ (form.content.firstElementChild));
    row.append(box);
    const [first] = inputs(box);
    first.value = name;
    box.querySelector("[data-away]")?.addEventListener("click", () => {
      box.remove();
      inputs(row)[0].value = "";
      this.resolve(row);
      inputs(row)[0].focus();
    });
    if (focus) (inputs(box)[1] ?? first).focus();
    return box;
  }
}

/** What stands beside the names of a form: the values' place, and the box. @param {HTMLElement} form @returns {{row: HTMLElement, kind: string, box: HTMLElement}[]} */
export const newOnes = (form) => questions(form).filter((one) => one.dataset.control === "name").flatMap((one) =>
  rowsOf(one).flatMap((row) => all(row, "[data-beside]").map((box) => ({ row, kind: one.dataset.kind ?? "", box }))));
