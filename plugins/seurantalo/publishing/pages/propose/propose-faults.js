// @ts-check
/** What has to be mended before a proposal can go, said on top and at its place; and what should not be public. */

import { all, inputs, questions, rowsOf, valueOf } from "./propose-fields.js";
import { element, newOnes, say } from "./propose-names.js";
import { datesOf } from "./repeat.js";

/** @typedef {{at: HTMLElement, words: string}} Fault */

const PHONE = /(?:\+\d{2,3}|\b0\d{1,2})[\s-]?\d{2,4}[\s-]?\d{2,5}\b/;
const MAIL = /[\w.+-]+@[\w-]+\.\w/;
const PERSON = /\b\d{6}[-+A-F]\d{3}[\dA-Z]\b/i;
const NAME = /^\p{Lu}\p{Ll}+(-\p{Lu}\p{Ll}+)? \p{Lu}\p{Ll}+(-\p{Lu}\p{Ll}+)?$/u;

export class Faults {
  /** @param {any} config @param {HTMLElement} box @param {HTMLFormElement} form */
  constructor(config, box, form) {
    this.words = config.words;
    this.act = config.acts[form.dataset.act ?? ""];
    this.box = box;
    this.form = form;
  }

  /** @param {any} values what the record is to say @param {string} place its municipality @param {boolean} picture @param {any} [base] what it said before: what was missing there may be @returns {Fault[]} */
  find(values, place, picture, base) {
    const { words } = this;
    // Who begins a part fills in what it needs, be it new or not.
    const may = (/** @type {Fault} */ { at: one }) => one.parentElement?.closest("[data-field]") || (one.dataset.field === "starts" ? !values.dates : !base) || base?.[one.dataset.field ?? ""] !== undefined || valueOf(one);
    const which = /** @type {HTMLElement | null} */ (this.form.querySelector("[data-which]:not([hidden])"));
    const chosen = !which || inputs(which)[0].value ? [] : [{ at: which, words: say(words.missing, { what: which.querySelector("legend")?.textContent ?? "" }) }];
    const found = [...chosen, ...this.inside(this.form).filter(may), ...newOnes(this.form).flatMap(({ box }) => this.inside(box))];
    const at = (/** @type {string} */ field) => questions(this.form).find((one) => one.dataset.field === field);
    const add = (/** @type {string} */ field, /** @type {string} */ text, /** @type {boolean} */ wrong) => {
      const question = at(field);
      if (wrong && question) found.push({ at: question, words: text });
    };
    const { starts = "", ends = "" } = values;
    add("starts", words.noDay, /^T/.test(starts));
    add("starts", words.noTime, Boolean(!ends && starts.length === 10 && at("ends")?.querySelector("input[type=time]:not(:placeholder-shown)") && /** @type {any} */ (at("ends")).querySelector("input[type=time]").value));
    add("ends", words.endsEarly, Boolean(ends && starts && (ends.length === starts.length ? ends < starts : ends.slice(0, 10) < starts.slice(0, 10))));
    add("starts", words.ofDates, Boolean(at("dates") && base?.dates && !base.starts && values.dates?.length && (starts || ends)));
    add("hold_until", words.noHold, values.status === "tentative" && !values.hold_until);
    add("municipality", words.noPlace, !place && !found.some((one) => one.at === at("municipality")));
    add("image", words.noAlt, picture && !inputs(at("image") ?? this.form).some((one) => one.name.endsWith("alt") && one.value.trim()));
    add("repeats", words.notDays, (values.repeats?.except ?? []).some((/** @type {string} */ day) => !/^\d{4}-\d\d-\d\d$/.test(day)));
    const { every, on } = values.repeats ?? {};
    const [first] = (every && starts && datesOf(starts, "", { every, on, count: 1 }, [], 11_000)) || [];
    add("repeats", words.notFirst, Boolean(first && first[0].slice(0, 10) !== starts.slice(0, 10)));
    add("repeats", words.tooShort, Boolean(starts && values.repeats?.until < starts.slice(0, 10)));
    return found.sort((a, b) => (a.at.compareDocumentPosition(b.at) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  }

  /** @param {HTMLElement} box @returns {Fault[]} */
  inside(box) {
    return questions(box).flatMap((question) => {
      const value = valueOf(question);
      const { control } = question.dataset;
      const empty = value === undefined || value === "" || value.length === 0 || (typeof value === "object" && !Object.keys(value).length);
      const label = question.querySelector("label,legend")?.childNodes[0].textContent?.trim() ?? "";
      if (empty) return "needed" in question.dataset ? [{ at: question, words: say(this.words.missing, { what: label }) }] : [];
      if (control === "part") return this.inside(question);
      if (control === "rows") return rowsOf(question).filter((row) => inputs(row).some((one) => one.value)).flatMap((row) => this.inside(row));
      const wrong = (control === "number" && typeof value !== "number") || (control === "email" && !/^\S+@\S+\.\S+$/.test(value)) || (control === "url" && !/^https?:\/\/\S+\.\S+/.test(value));
      return wrong ? [{ at: question, words: this.words[`wrong_${control}`] }] : [];
    });
  }

  /** Lists them on top, and takes the reader there; true where there are some. @param {Fault[]} found */
  show(found) {
    for (const one of all(this.form, "[data-fault]")) one.remove();
    for (const one of all(this.form, "[aria-invalid]")) {
      one.removeAttribute("aria-invalid");
      const hint = one.dataset.hint ?? "";
      hint ? one.setAttribute("aria-describedby", hint) : one.removeAttribute("aria-describedby");
    }
    const list = /** @type {HTMLElement} */ (this.box.querySelector("ul"));
    list.replaceChildren(...found.map(({ at, words }, number) => {
      const input = inputs(at).find((one) => !one.closest("[data-beside]") || at.closest("[data-beside]")) ?? inputs(at)[0];
      const line = element("p", words);
      Object.assign(line, { className: "st-fault", id: `st-fault-${number}` });
      line.dataset.fault = "";
      (at.matches("fieldset") ? at.querySelector("legend") : at.querySelector("label"))?.after(line);
      input.setAttribute("aria-invalid", "true");
      // Read with the field's hint: aria-errormessage is seldom spoken.
      input.dataset.hint ??= input.getAttribute("aria-describedby") ?? "";
      input.setAttribute("aria-describedby", `${line.id} ${input.dataset.hint}`.trim());
      const item = document.createElement("li");
      const link = Object.assign(element("a", words), { href: `#${input.id}` });
      link.addEventListener("click", (event) => {
        event.preventDefault();
        for (let fold = input.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
        input.focus();
      });
      item.append(link);
      return item;
    }));
    this.box.hidden = !found.length;
    if (found.length) this.box.focus();
    return found.length > 0;
  }

  /** Says, beside a field, that what is in it would be public and should not be. */
  personal() {
    for (const input of inputs(this.form)) {
      const of = input.closest("[data-field]");
      if (!of || !/text|textarea/.test(input.type)) continue;
      const text = input.value;
      const role = /_role$/.test(input.name);
      const name = PERSON.test(text) ? "person" : role && NAME.test(text.trim()) ? "name" : PHONE.test(text) ? "phone" : MAIL.test(text) ? "mail" : "";
      const told = of.querySelector(":scope > [data-personal]");
      if (told && /** @type {HTMLElement} */ (told).dataset.personal === name) continue;
      told?.remove();
      if (name) {
        const line = element("p", this.words[`personal_${name}`]);
        Object.assign(line, { className: "st-ask__news" });
        line.dataset.personal = name;
        line.setAttribute("role", "status");
        of.append(line);
      }
    }
  }
}
