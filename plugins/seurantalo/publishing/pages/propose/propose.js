// @ts-check
/** The pages on which one proposes: fills the form in, tells what it means while one writes, and sends it. */

import { onEveryPage } from "../on-demand.js";
import { newPath, slug } from "./file-text.js";
import { unpack } from "./proposal-link.js";
import { askedOf, changeOf } from "./propose-change.js";
import { Telling } from "./propose-check.js";
import { ProposeData } from "./propose-data.js";
import { addRow, all, fill, fillOne, inputs, merged, questions, read, rowsOf, same } from "./propose-fields.js";
import { Faults } from "./propose-faults.js";
import { element, Names, newOnes, say } from "./propose-names.js";
import { Sending, textsOf } from "./propose-send.js";
import { spoken } from "./spoken.js";
import { dayNumber, weekdayOf } from "./repeat.js";

/** @typedef {import("./propose-fields.js").Values} Values */

const REMEMBERED = 30 * 86_400_000;
const WAIT = 300;

/** What came by a link may be of any shape: what everything else rests on has its own. @param {Values} values @returns {Values} */
const tidy = ({ organisers, ...values }) => ({
  ...Object.fromEntries(Object.entries(values).filter(([name, value]) => !/^(starts|ends|venue|municipality)$/.test(name) || typeof value === "string")),
  ...(organisers && { organisers: [organisers].flat().map(String) }),
});

export class Page {
  /** @param {HTMLElement} box @param {any} config */
  constructor(box, config) {
    this.box = box;
    this.config = config;
    this.data = new ProposeData(new URL(config.folder, location.href).href);
    this.names = new Names(config.words, config.places);
    /** What was there before anybody wrote, and what the form said of it. @type {Values} */
    this.base = {};
    /** @type {Values} */
    this.before = {};
    /** @type {any} */
    this.source = null;
    /** Why there is none, if that is because nobody answered. */
    this.unfetched = "";
    /** What the address says and no question asks. @type {Values} */
    this.carried = {};
    this.about = "";
    this.begun = false;
    /** What is waited for before anything leaves: the form filled in, and the picture made small. @type {Promise<void> | undefined} */
    this.filled = undefined;
    /** @type {Promise<void> | undefined} */
    this.choosing = undefined;
  }

  /** @param {string} name @returns {HTMLElement} */
  part(name) {
    return /** @type {HTMLElement} */ (this.box.querySelector(`[data-${name}]`));
  }

  async start() {
    const hash = location.hash.slice(1);
    const asked = new URLSearchParams(hash);
    const found = /^e\d?(\.|$)/.test(hash) ? await unpack(hash) : null;
    const other = found && "proposal" in found && !this.config.acts[found.proposal.act];
    const link = other ? { broken: /** @type {const} */ ("unknown") } : found;
    const act = Object.keys(this.config.acts).find((name) => this.config.acts[name].fragment && asked.has(this.config.acts[name].fragment));
    this.linked = link && "proposal" in link ? link.proposal : null;
    this.act = this.linked ? this.linked.act : act ?? Object.keys(this.config.acts)[0];
    const { form: name, fragment, title, lead } = this.config.acts[this.act];
    this.about = fragment ? asked.get(fragment) ?? "" : "";
    this.form = /** @type {HTMLFormElement} */ (this.box.querySelector(`form[data-act="${name}"]`));
    for (const one of all(this.box, "form")) one.hidden = one !== this.form;
    /** @type {HTMLElement} */ (document.querySelector("h1")).textContent = title;
    const told = document.querySelector(".st-lead");
    if (told) told.textContent = lead;
    document.title = document.title.replace(/^.*?( [-–|] |$)/, `${title}$1`);
    this.title = document.title;
    this.form.noValidate = true;
    // Of what is there already no text is read.
    for (const one of all(this.box, "[data-script]")) {
      one.hidden = one.matches("details") && this.config.acts[this.act].changes;
      one.removeAttribute("disabled");
    }
    this.box.dataset.begun = "";
    this.telling = new Telling(this.config, this.names, this.data, this.form, (field, value) => this.put(field, value));
    this.faults = new Faults(this.config, this.part("faults"), this.form);
    this.broken = Boolean(link && "broken" in link);
    if (link && "broken" in link) this.notice(this.config.words[link.broken === "unknown" && hash.startsWith("e1.") && !("DecompressionStream" in window) ? "old" : link.broken]);
    else if (fragment === "kohde") this.about_page(asked);
    this.names.watch(this.form);
    this.filled = this.fillIn(this.form, asked);
    this.listen();
    await this.filled;
    this.update();
    this.box.dataset.ready = "";
  }

  /** @param {HTMLFormElement} form @param {URLSearchParams} asked */
  async fillIn(form, asked) {
    /** What somebody writes meanwhile stays, whatever comes. @type {Map<HTMLInputElement, Partial<HTMLInputElement>>} */
    const early = new Map();
    const note = (/** @type {Event} */ { target }) => {
      const { type, value, checked } = /** @type {HTMLInputElement} */ (target);
      if (type !== "file") early.set(/** @type {HTMLInputElement} */ (target), /checkbox|radio/.test(type) ? { checked } : { value });
    };
    form.addEventListener("input", note);
    await Promise.all([this.loadNames(asked), this.loadSource()]);
    form.removeEventListener("input", note);
    this.begin(asked);
    this.begun = true;
    for (const [input, written] of early) Object.assign(input, written);
    // Names that were written before their lists came.
    for (const row of all(form, "[data-control=name] [data-row]")) if (inputs(row)[0].value && inputs(row)[0] !== document.activeElement) this.names.resolve(row);
  }

  /** @param {URLSearchParams} asked */
  async loadNames(asked) {
    const { places, whole, kinds } = this.config;
    for (const [kind, name] of Object.entries(kinds)) {
      if (this.form.querySelector(`[data-kind="${kind}"]`)) await this.data.file(name).then((/** @type {any[]} */ list) => this.names.know(kind, list), () => {});
    }
    const [place] = Object.keys(places).length === 1 ? Object.keys(places) : [asked.get("kunta") ?? ""];
    // Where there are many names, those of one municipality come first, and all when somebody is not among them.
    if (whole || place || this.linked || this.config.acts[this.act ?? ""].changes) await this.know(whole || !place ? "" : place);
  }

  /** @param {string} municipality */
  async know(municipality) {
    if (!municipality) this.everybody = true;
    await this.data.names(municipality).then((/** @type {any} */ { organisations, venues }) => {
      this.names.know("organisation", organisations);
      this.names.know("venue", venues);
    }, () => {});
  }

  /** The record that is to be changed, as it is now. */
  async loadSource() {
    const file = this.linked?.files[0];
    const id = this.linked ? (file?.base ? file.path.replace(/^.*\/|\.\w+$/g, "") : "") : this.config.acts[this.act ?? ""].changes ? this.about : "";
    if (!id) return;
    const { noSource, noAnswer } = this.config.words;
    this.source = await import("./propose-source.js").then(({ fetched }) => fetched(this.config, id)).catch(() => void (this.unfetched = noAnswer)) ?? null;
    if (!this.source) this.notice(this.unfetched || noSource);
  }

  /** Fills the form in: from the record, the link, the draft, or what the address asks. @param {URLSearchParams} asked */
  begin(asked) {
    const draft = this.linked || this.broken ? null : this.draft();
    if (this.source) {
      this.base = this.source.values;
      this.show(this.base);
      this.before = this.read();
      this.about_event();
    }
    if (this.linked) {
      const [first, ...others] = this.linked.files;
      first.set = tidy(first.set ?? {});
      const values = { ...this.base, ...first.set };
      for (const name of first.drop ?? []) delete values[name];
      const { day, why, time } = askedOf(this.linked.act, this.base, first.set ?? {});
      this.show({ ...values, ...time }, others);
      if (this.source) this.choose_date(day, why);
      if (!this.source) this.settle(first.set ?? {});
      this.fromLink(this.linked);
    } else if (draft) {
      this.show(draft.values, draft.beside);
      if (!this.source) this.settle(draft.values);
      this.notice(this.config.words.draft, true);
    } else {
      this.prefill(asked);
    }
  }

  /** Shows which date an act is about, and why; of dates that are over too. @param {string} day @param {string} why */
  choose_date(day, why) {
    const select = this.which();
    if (select && ![...select.options].some(({ value }) => value === day)) select.append(this.option(day));
    if (select) select.value = day;
    const said = /** @type {HTMLInputElement | null} */ (this.form?.querySelector("[data-why]"));
    if (said) said.value = why;
  }

  /** Where one date of a repeating event is chosen; null where there is nothing to choose. @returns {HTMLSelectElement | null} */
  which() {
    return this.form?.querySelector("[data-which]:not([hidden]) select") ?? null;
  }

  /** @param {string} day */
  option(day) {
    return Object.assign(document.createElement("option"), { value: day, textContent: this.telling?.when({ starts: day }) });
  }

  /** Takes what was shown as what was there, with the ids of names that are known by now. @param {Values} values */
  settle(values) {
    this.before = this.read();
    const names = questions(/** @type {HTMLFormElement} */ (this.form)).filter((one) => one.dataset.control === "name").map((one) => one.dataset.field ?? "");
    this.base = { ...values, ...Object.fromEntries(Object.entries(this.before).filter(([name]) => names.includes(name))) };
  }

  /** @param {URLSearchParams} asked */
  prefill(asked) {
    const { prefill, acts } = this.config;
    const { fragment } = acts[this.act ?? ""];
    const time = asked.get("aika") ?? "";
    for (const [name, field] of Object.entries(prefill)) {
      const value = asked.get(name);
      if (value && this.question(field)) this.put(field, field === "starts" && time ? `${value}T${time}` : value);
    }
    if (fragment && this.about && !acts[this.act ?? ""].changes && this.question("practice")) this.put("practice", this.about);
  }

  /** @param {string} field @returns {HTMLElement | undefined} */
  question(field) {
    return questions(/** @type {HTMLFormElement} */ (this.form)).find((one) => one.dataset.field === field);
  }

  /** Puts one value into the form, as if it had been written. @param {string} field @param {any} value */
  put(field, value) {
    const question = this.question(field);
    if (!question) return;
    if (field === "starts" && value.length === 10) {
      const [day] = inputs(question);
      const last = this.question("ends")?.querySelector("input[type=date]");
      if (last instanceof HTMLInputElement && last.value && day.value) {
        last.value = new Date(Date.parse(last.value) + Date.parse(value) - Date.parse(day.value)).toISOString().slice(0, 10);
      }
      day.value = value;
    } else {
      fillOne(question, value, this.config.language);
      for (const row of rowsOf(question)) if (question.dataset.control === "name") this.names.resolve(row);
    }
    this.update();
  }

  /** @param {Values} values @param {any[]} [others] the files beside the first */
  show(values, others = []) {
    const form = /** @type {HTMLFormElement} */ (this.form);
    for (const question of questions(form)) {
      question.removeAttribute("data-plan");
      question.removeAttribute("data-stood");
      if (values[question.dataset.field ?? ""] === undefined) for (const one of inputs(question)) one.type === "checkbox" || one.type === "radio" ? (one.checked = false) : (one.value = "");
    }
    fill(form, values, this.config.language);
    const [starts, ends] = [values.starts ?? "", values.ends ?? ""];
    const last = /** @type {HTMLInputElement | null} */ (this.question("ends")?.querySelector("input[type=date]") ?? null);
    if (last && this.whole({ starts, ends: `T${ends.slice(11)}` }).ends === ends) last.value = "";
    for (const fold of all(form, "details")) if (!inputs(fold).some((one) => (/checkbox|radio/.test(one.type) ? one.checked : one.value))) /** @type {HTMLDetailsElement} */ (fold).open = false;
    for (const question of questions(form)) {
      if (question.dataset.control !== "name") continue;
      for (const row of rowsOf(question)) {
        const id = inputs(row)[0].value;
        const file = others.find((one) => one.kind === question.dataset.kind && one.path.replace(/^.*\/|\.\w+$/g, "") === id);
        if (file) {
          inputs(row)[0].value = file.set.name?.[this.config.language] ?? file.set.name ?? id;
          fill(this.names.addBeside(row, file.kind, "", false), file.set, this.config.language);
        } else {
          this.names.resolve(row);
        }
      }
    }
  }

  /** Ends without a day end on that of the start, or in the night after it. @param {Values} values */
  whole(values) {
    const { starts = "", ends = "" } = values;
    if (!ends.startsWith("T")) return values;
    const day = starts.slice(0, 10);
    const next = starts.length > 10 && ends.slice(1) <= starts.slice(11);
    const on = next ? new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10) : day;
    return { ...values, ends: day && starts.length > 10 ? on + ends : undefined };
  }

  /** What the form says. */
  read() {
    const form = /** @type {HTMLFormElement} */ (this.form);
    this.beside = newOnes(form).map(({ row, kind, box }) => {
      const set = this.complete(read(box));
      const path = newPath(kind, set, (this.names.lists[kind] ?? []).map(({ id }) => id), this.config.tables);
      row.dataset.id = path.replace(/^.*\/|\.\w+$/g, "");
      return { kind, path, set, id: row.dataset.id };
    });
    const values = this.complete(this.whole(read(form)));
    delete values.image;
    return JSON.parse(JSON.stringify(values));
  }

  /** @param {Values} values */
  complete(values) {
    const rooms = this.names.find("venue", values.venue ?? "")?.rooms ?? [];
    const room = rooms.find(({ id, name }) => id === values.room || Object.values({ name, ...(typeof name === "object" ? name : {}) }).includes(values.room));
    const { repeats, starts = "" } = values;
    return {
      ...values,
      ...(/^(nth|last)$/.test(repeats?.on?.[0]) && { repeats: { ...repeats, on: isNaN(dayNumber(starts)) ? [] : [weekdayOf(starts, repeats.on[0] === "last")] } }),
      ...(room && { room: room.id }),
      ...(values.rooms && { rooms: values.rooms.map((/** @type {any} */ one) => ({ id: one.id ?? slug(one.name ?? ""), ...one })) }),
    };
  }

  /** What the record is to say. @returns {Values} */
  values() {
    const now = merged(this.base, this.before, this.read(), this.config.language);
    const today = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
    const given = Object.entries(this.config.acts[this.act ?? ""].given).map(([name, value]) => [name, value === "today" ? today : value]);
    return this.source ? now : { ...Object.fromEntries(given), ...this.carried, ...now };
  }

  /** @param {Values} values */
  placeOf(values) {
    const [organiser] = values.organisers ?? [];
    const of = (/** @type {string} */ kind, /** @type {string} */ id) =>
      this.beside?.find((one) => one.kind === kind && one.id === id)?.set.municipality ?? this.names.find(kind, id ?? "")?.municipality;
    return values.municipality ?? (values.venue && of("venue", values.venue)) ?? (organiser && of("organisation", organiser)) ?? "";
  }

  update() {
    const values = this.values();
    const id = this.source ? this.source.path.replace(/^.*\/|\.\w+$/g, "") : "";
    this.telling?.tell({ values, place: this.placeOf(values), beside: this.beside ?? [], id });
    const text = this.box.querySelector("details[open] [data-text]");
    if (text) text.textContent = textsOf(this.outgoing(values), this.config).map(({ path, text: words }) => `${path}\n\n${words}`).join("\n\n");
    this.faults?.personal();
  }

  /** @param {Values} values @returns {import("./propose-send.js").Outgoing} */
  outgoing(values) {
    const { kind } = this.config.acts[this.act ?? ""];
    const [role, email, note] = ["role", "email", "note"].map((name) => /** @type {HTMLInputElement | null} */ (this.box.querySelector(`[data-sender=${name}]`))?.value.trim() ?? "");
    const which = this.which()?.value ?? "all";
    const day = which === "all" ? "" : which;
    const why = /** @type {HTMLInputElement | null} */ (this.form?.querySelector("[data-why]"))?.value.trim() ?? "";
    const { set, drop } = !this.source ? { set: values, drop: [] } : which ? changeOf(this.act ?? "", this.base, values, day, why) : { set: {}, drop: [] };
    const target = this.config.acts[this.act ?? ""].fragment === "kohde" ? this.about : "";
    const { language, main_language: mainLanguage, tables } = this.config;
    const toldIn = (/** @type {string} */ of, /** @type {Values} */ own, /** @type {Values | undefined} */ stood) => spoken(own, stood, tables.kinds[of].fields, language, mainLanguage);
    const main = this.source
      ? { kind, path: this.source.path, base: this.source.blob, set: toldIn(kind, set, this.base), ...(drop.length && { drop }) }
      : { kind, path: this.linked?.files[0].path ?? newPath(kind, values, [], tables, target), set: toldIn(kind, set, undefined) };
    const picture = this.picture ? say(this.config.words.pictureNote, { name: this.picture.name, alt: this.pictureWords() }) : "";
    const told = [note, !day && why, picture].filter(Boolean).join("\n");
    const sender = { ...(role && { role }), ...(email && { email }) };
    const title = String(values.title?.[this.config.language] ?? values.title ?? values.name ?? values.practice ?? this.about);
    const place = this.names.find("venue", values.venue)?.name ?? this.config.places[this.placeOf(values)] ?? "";
    return {
      proposal: /** @type {any} */ ({
        act: this.act, files: [main, ...(this.beside ?? []).map(({ kind: of, path, set: own }) => ({ kind: of, path, set: toldIn(of, own, undefined) }))],
        ...(Object.keys(sender).length && { sender }), ...(told && { note: told }),
      }),
      source: this.source,
      lines: [`${this.config.acts[this.act ?? ""].title}: ${title}`, day && this.telling?.when({ starts: day }), (!day || this.act === "move") && this.telling?.when(values), place].filter(Boolean),
      found: this.telling?.found ?? [],
      picture: this.picture,
    };
  }

  pictureWords() {
    return inputs(/** @type {HTMLElement} */ (this.question("image"))).filter((one) => one.type !== "file").map((one) => one.value.trim()).filter(Boolean).join(" / ");
  }

  listen() {
    const form = /** @type {HTMLFormElement} */ (this.form);
    const send = new Sending(this.config, this.box, () => {
      const values = this.values();
      const found = this.faults?.find(values, this.placeOf(values), Boolean(this.picture), this.source && this.base) ?? [];
      const [at = form] = questions(form);
      const { set, drop = [] } = this.outgoing(values).proposal.files[0];
      const { changes, fragment } = this.config.acts[this.act ?? ""];
      if (fragment === "kohde" && !this.about) found.push({ at, words: this.config.words.noTarget });
      else if (changes && !this.source) found.push({ at, words: this.unfetched || this.config.words.noSource });
      else if (this.source && !found.length && !drop.length && same(set, {})) found.push({ at, words: this.config.words.unchanged });
      document.title = found.length ? say(this.config.words.faultTitle, { title: this.title ?? "" }) : this.title ?? "";
      if (this.faults?.show(found)) return null;
      this.forget();
      return this.outgoing(values);
    }, () => Promise.allSettled([this.filled, this.choosing]));
    this.send = send;
    let timer = 0;
    const later = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        this.update();
        this.keep();
      }, WAIT);
    };
    form.addEventListener("change", ({ target }) => {
      const { name, value } = /** @type {HTMLInputElement} */ (target);
      const [row, kind] = this.names.at(target);
      const wanted = row && value && !this.everybody && !this.names.find(kind, value) ? "" : name === "municipality" && !this.everybody ? value : null;
      if (wanted !== null) void this.know(wanted).then(() => all(form, "[data-control=name] [data-row]").forEach((one) => inputs(one)[0].value && this.names.resolve(one))).then(() => this.update());
    });
    void import("./still.js").then(({ holdStill }) => holdStill(form));
    form.addEventListener("input", later);
    form.addEventListener("change", later);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      /** @type {HTMLElement | null} */ (this.box.querySelector("[data-way]:not([hidden])"))?.click();
    });
    for (const button of all(form, "[data-more]")) {
      button.hidden = false;
      button.addEventListener("click", () => inputs(addRow(/** @type {HTMLElement} */ (button.closest("[data-field]"))))[0].focus());
    }
    for (const button of all(this.box, "[data-clear]")) button.addEventListener("click", () => this.clear());
    for (const fold of all(this.box, "details")) fold.addEventListener("toggle", () => this.update());
    this.part("remember")?.addEventListener("change", () => this.keep());
    form.querySelector("[data-picture]")?.addEventListener("change", ({ target }) => (this.choosing = import("./propose-picture.js").then(({ choose }) => choose(this, /** @type {HTMLInputElement} */ (target)))));
    this.part("read")?.addEventListener("click", () => void import("./propose-paste.js").then(({ paste }) => paste(this)));
  }

  get key() {
    return `seurantalo:${location.pathname}#${this.act}=${this.about}${this.carried.in_reply_to ?? ""}`;
  }

  /** @returns {any} */
  draft() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(this.key) ?? localStorage.getItem(this.key) ?? "null");
      const old = !kept || Date.now() - kept.at > REMEMBERED;
      if (old) localStorage.removeItem(this.key);
      // Who asked for it to be remembered has it remembered still.
      if (localStorage.getItem(this.key)) /** @type {HTMLInputElement} */ (this.part("remember")).checked = true;
      return old ? null : kept;
    } catch {
      return null;
    }
  }

  keep() {
    if (this.linked || !this.begun) return;
    const values = this.values();
    const kept = JSON.stringify({ at: Date.now(), values, beside: this.beside });
    const remember = /** @type {HTMLInputElement} */ (this.part("remember"));
    try {
      if (same(values, this.base)) return;
      sessionStorage.setItem(this.key, kept);
      remember.checked ? localStorage.setItem(this.key, kept) : localStorage.removeItem(this.key);
    } catch {
      // Storage is full or forbidden: there is no draft then.
    }
  }

  forget() {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // As above.
    }
  }

  clear() {
    this.forget();
    try {
      sessionStorage.removeItem(this.key);
    } catch {
      // As above.
    }
    // What the form is about stays; what was filled in by the address goes.
    history.replaceState(history.state, "", location.pathname + (this.about && !this.linked ? location.hash : ""));
    location.reload();
  }

  /** @param {string} text */
  notice(text, clearing = false) {
    const box = this.part("notice");
    box.hidden = false;
    box.replaceChildren(element("p", text));
    if (clearing) box.append(element("button", this.config.words.clear_form, () => this.clear()));
  }

  /** Says which event the act is about, and of a repeating one lets its date be chosen. */
  about_event() {
    const { values } = this.source;
    const told = /** @type {HTMLElement | null} */ (this.form?.querySelector("[data-about]") ?? null);
    const title = values.title?.[this.config.language] ?? values.title ?? this.about;
    if (told) told.textContent = [title, this.telling?.when(values)].filter(Boolean).join(" · ");
    const which = this.form?.querySelector("[data-which]");
    const today = new Date().toISOString().slice(0, 10);
    const dates = values.repeats || values.dates ? this.telling?.dates(values)?.filter(([day]) => day.slice(0, 10) >= today).slice(0, 60) : [];
    if (!(which instanceof HTMLElement) || !dates?.length) return;
    which.hidden = false;
    const select = /** @type {HTMLSelectElement} */ (which.querySelector("select"));
    // Dates without a rule have no start of their own that could move: one of them is meant.
    if (values.dates && this.act === "move") select.querySelector("[value=all]")?.remove();
    select.append(...dates.map(([day]) => Object.assign(this.option(day), { value: day.slice(0, 10) })));
    // The new time is written over that of the date which is moved.
    select.addEventListener("change", () => {
      const [starts] = dates.find(([day]) => day.startsWith(select.value)) ?? [];
      this.put("starts", values.dates ? starts ?? "" : (/^\d/.test(select.value) ? select.value : values.starts).slice(0, 10));
    });
  }

  /** Says which page a comment is on, and keeps which comment it answers. @param {URLSearchParams} asked */
  about_page(asked) {
    const { targets, words } = this.config;
    const file = this.linked?.files[0];
    if (file) this.about = file.path.split("/").slice(1, 3).join("/");
    const title = targets[this.about];
    if (!title) return void ((this.about = ""), this.notice(words.noTarget));
    const answered = (file ? file.set?.in_reply_to : asked.get("vastaus")) ?? "";
    if (/^[a-z0-9-]+$/.test(answered)) this.carried = { in_reply_to: answered };
    const told = /** @type {HTMLElement} */ (this.form?.querySelector("[data-about]"));
    told.textContent = say(this.carried.in_reply_to ? words.answer : words.comment, { title });
  }

  /** @param {any} proposal */
  fromLink({ sender = {}, note = "" }) {
    const who = [sender.role, sender.email].filter(Boolean).join(", ");
    this.notice([this.config.words.linked, who && say(this.config.words.sender, { who }), note && say(this.config.words.note, { note })].filter(Boolean).join(" "));
    const editor = this.part("editor");
    editor.hidden = false;
    const reply = /** @type {HTMLElement | null} */ (editor.querySelector("[data-way=reply]"));
    if (reply) reply.hidden = !sender.email;
    for (const [name, value] of Object.entries({ ...sender, note })) {
      const input = /** @type {HTMLInputElement | null} */ (this.box.querySelector(`[data-sender=${name}]`));
      if (input) input.value = String(value);
    }
  }
}

/** @returns {void} */
function startAll() {
  const box = /** @type {HTMLElement | null} */ (document.querySelector("[data-propose]:not([data-started])"));
  const config = box?.dataset.propose;
  if (!box || !config) return;
  box.dataset.started = "";
  void new Page(box, JSON.parse(config)).start();
}

onEveryPage(startAll);
// Another act on the same page is another form: its address differs in the fragment alone.
addEventListener("hashchange", () => {
  if (document.querySelector("[data-propose][data-started]") && location.hash.length > 1) location.reload();
});
