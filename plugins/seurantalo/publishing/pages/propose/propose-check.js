// @ts-check
/** What is told while one writes: the day in words, the event as it will be seen, and what else is on. */

import { all } from "./propose-fields.js";
import { element, say } from "./propose-names.js";
import { datesOf, dayText } from "./repeat.js";

/** @typedef {import("./propose-fields.js").Values} Values */
/** @typedef {{values: Values, place: string, beside: {kind: string, id: string, set: Values}[], id: string}} Written */

const PAUSE = 2_000;

export class Telling {
  /** @param {any} config @param {import("./propose-names.js").Names} names @param {any} data @param {HTMLFormElement} form @param {(name: string, value: any) => void} put */
  constructor(config, names, data, form, put) {
    Object.assign(this, { config, names, data, form, put });
    this.config = config;
    this.names = names;
    this.data = data;
    this.form = form;
    this.put = put;
    this.box = /** @type {HTMLElement | null} */ (form.querySelector("[data-check]"));
    this.turn = 0;
    this.said = 0;
    /** @type {any} */
    this.ground = null;
    this.shown = "";
    /** What was last asked how it repeats. @type {Values} */
    this.repeating = {};
    /** @type {string[]} */
    this.holidays = [];
    /** What was found last, for the answer to who proposed it. @type {string[]} */
    this.found = [];
  }

  /** A day in words. @param {string} moment @param {Intl.DateTimeFormatOptions} [how] */
  day(moment, how = { dateStyle: "full" }) {
    const day = new Date(`${moment.slice(0, 10)}T12:00Z`);
    const { language } = this.config;
    return isNaN(day.getTime()) ? "" : new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { ...how, timeZone: "UTC" }).format(day);
  }

  /** @param {string} moment "" where there is no time of day */
  clock(moment) {
    const { say: words, padded } = this.config.rhythm;
    const [hour, minute] = moment.slice(11).split(":");
    return minute ? say(minute === "00" ? words.hour : words.clock, { hour: padded ? hour : String(Number(hour)), minute }) : "";
  }

  /** When it is, in words. @param {Values} values */
  when({ starts = "", ends = "" }) {
    if (!starts) return "";
    const day = this.day(starts, { weekday: "short", day: "numeric", month: "numeric", year: "numeric" });
    const last = ends && ends.slice(0, 10) !== starts.slice(0, 10) && !(starts.length > 10 && ends.slice(11) < "06:00");
    const hours = [this.clock(starts), last ? "" : this.clock(ends)].filter(Boolean).join("–");
    const first = hours ? say(this.config.rhythm.say.on, { date: day, time: hours }) : day;
    return last ? `${first} – ${this.day(ends, { weekday: "short", day: "numeric", month: "numeric", year: "numeric" })}` : first;
  }

  /** The dates of what is written; null where only the check of the proposal knows them. @param {Values} values */
  dates({ starts = "", ends = "", repeats, dates = [] }) {
    if (!starts) return dates.map((/** @type {any} */ one) => /** @type {[string, string]} */ ([one.starts ?? "", one.ends ?? ""]));
    return datesOf(starts, ends, repeats, this.holidays, this.config.horizon);
  }

  /** @param {Written} written */
  tell(written) {
    const { values } = written;
    for (const told of all(this.form, "[data-control=moment] [data-told],[data-control=day] [data-told]")) {
      const question = /** @type {HTMLElement} */ (told.closest("[data-field]"));
      const day = /** @type {HTMLInputElement} */ (question.querySelector("input[type=date]"));
      const next = question === this.form.querySelector("[data-field=ends]") && !day.value && (values.ends ?? "").slice(0, 10) > (values.starts ?? "").slice(0, 10);
      told.textContent = next ? this.config.words.nextDay : this.day(day.value);
    }
    this.card(written);
    void this.repeats(values);
    void this.check(written);
    void this.channels(written);
  }

  /** Tells which channels are usual for what is written, and by when each wants its news. @param {Written} written */
  async channels(written) {
    const [question] = all(this.form, "[data-control=channels]");
    this.asked = written;
    if (!question || !(written.values.starts || question.closest("details[open]"))) return;
    try {
      const [known, { ChannelForm }] = await Promise.all([this.data.file("kanavat"), import("./channel-form.js")]);
      this.channelForm ??= new ChannelForm(question, known, this);
      this.channelForm.tell(this.asked);
    } catch {
      // Without the file what stood there stays.
    }
  }

  /** @param {Written} written */
  card({ values, place, beside }) {
    const card = /** @type {HTMLElement | null} */ (this.form.querySelector("[data-card]"));
    if (!card) return;
    const name = (/** @type {string} */ kind, /** @type {string} */ id) =>
      beside.find((one) => one.id === id)?.set.name ?? this.names.find(kind, id ?? "")?.name ?? id ?? "";
    const { starts = "" } = values;
    const hours = this.when(values).slice(this.when({ starts: starts.slice(0, 10) }).length).replace(/^[, ]+/, "");
    /** @type {Record<string, string>} */
    const told = {
      weekday: starts && this.day(starts, { weekday: "short" }), day: starts && String(Number(starts.slice(8, 10))),
      month: starts && this.config.months[Number(starts.slice(5, 7)) - 1], title: values.title ?? "", time: hours,
      place: name("venue", values.venue), municipality: this.names.places[place] ?? "",
      who: (values.organisers ?? []).map((/** @type {string} */ one) => name("organisation", one)).join(", "), text: values.description ?? "",
    };
    card.hidden = !values.title;
    for (const one of all(card, "[data-of]")) {
      one.textContent = told[one.dataset.of ?? ""];
      one.hidden = !one.textContent;
    }
  }

  /** @param {Values} values */
  async repeats(values) {
    const told = /** @type {HTMLElement | null} */ (this.form.querySelector("[data-dates]"));
    const { starts = "", ends = "", repeats } = values;
    this.repeating = values;
    for (const one of all(this.form, "[data-repeating]")) one.hidden = !repeats;
    for (const one of all(this.form, "[data-weekdays]")) one.hidden = !/week/.test(repeats?.every);
    if (!told) return;
    const dates = repeats && starts ? this.dates(values) : [];
    if (!dates?.length) {
      told.textContent = dates ? "" : this.config.words.datesLater;
      return;
    }
    const { repeatWords } = await import("./repeat-words.js");
    if (this.repeating !== values) return;
    const days = dates.slice(0, 6).map(([day]) => this.day(day, { day: "numeric", month: "numeric" }));
    const listed = `${days.join(", ")}${dates.length > days.length ? " …" : ""}`;
    // What has no end has no number of dates either.
    const counted = repeats.until || repeats.count ? say(this.config.words.dates, { days: listed, n: String(dates.length) }) : listed;
    told.textContent = [repeatWords(starts, ends, repeats, dates, this.config.rhythm), counted].filter(Boolean).join(". ").replace("..", ".");
  }

  /** Asks what else is on, and shows it; what comes too late is not shown. @param {Written} written */
  async check({ values, place, beside, id }) {
    const { box } = this;
    const turn = (this.turn += 1);
    if (!box || !values.starts || !place) {
      if (box) box.hidden = true;
      return;
    }
    const { words } = this.config;
    try {
      const [rules, { findings, freeDays, freeHalls }] = await Promise.all([this.data.file("saannot"), import("./clash-rules.js")]);
      this.holidays = rules.holidays.filter((/** @type {any[]} */ one) => one[1]).map((/** @type {any[]} */ one) => dayText(one[0]));
      const organisers = beside.filter((one) => one.kind === "organisation").map((one) => ({ id: one.id, name: one.set.name, municipality: one.set.municipality }));
      const asked = {
        ...values, title: values.title ?? "", dates: this.dates(values) ?? this.dates({ ...values, repeats: undefined }) ?? [], municipality: place,
        audiences: values.audience, joint_with: values.with, names: organisers, ...(id && { id }),
        venue: beside.some((one) => one.id === values.venue) ? undefined : values.venue,
      };
      const ground = await this.data.of(asked);
      if (ground !== this.ground) this.names.know("event", ground.dates.map((/** @type {any} */ { sheet }) => ({ id: sheet.id, name: sheet.title })));
      this.ground = ground;
      const found = findings(asked, ground).filter((/** @type {any} */ one) => !one.agreed);
      if (turn !== this.turn) return;
      const clashes = found.some((/** @type {any} */ one) => one.level !== "info");
      // The days of a series are free only where all of it is.
      const fits = (/** @type {any} */ other, /** @type {RegExp} */ rules) => findings({ ...asked, ...other }, ground).every((/** @type {any} */ one) => one.agreed || one.level === "info" || !rules.test(one.rule));
      const series = Boolean(values.repeats);
      const days = (clashes ? freeDays(asked, ground, series ? 14 : 3) : [])
        .filter((/** @type {string} */ day) => !series || this.begins(values, day, (dates) => fits({ dates }, /./))).slice(0, 3);
      const taken = found.some((/** @type {any} */ one) => /^venue/.test(one.rule));
      const halls = (taken || !values.venue ? freeHalls(asked, ground) : []).filter(({ id: hall }) => !series || fits({ venue: hall, room: undefined }, /^venue/));
      this.found = [...found.map((/** @type {any} */ one) => one.words), ...(days.length ? [`${words.free} ${days.map((day) => this.day(day)).join(", ")}`] : [])];
      this.show(found, days, halls, values);
    } catch {
      if (turn === this.turn) this.show([], [], [], values, words.lost);
    }
  }

  /** Tells whether a series can begin on another day, and its dates then are such. @param {Values} values @param {string} day @param {(dates: any) => boolean} such */
  begins(values, day, such) {
    const by = Date.parse(day) - Date.parse(values.starts.slice(0, 10));
    const moved = (/** @type {string} */ moment = "") => moment && new Date(Date.parse(moment.slice(0, 10)) + by).toISOString().slice(0, 10) + moment.slice(10);
    const dates = by ? this.dates({ ...values, starts: moved(values.starts), ends: moved(values.ends) }) : null;
    return Boolean(dates?.[0]?.[0].startsWith(day) && such(dates));
  }

  /** Takes a day or a hall; the button goes, and who pressed it stays where the news are. @param {string} name @param {string} value */
  take(name, value) {
    this.put(name, value);
    /** @type {HTMLElement | null | undefined} */ (this.box?.querySelector("h2"))?.focus({ preventScroll: true });
  }

  /** @param {any[]} found @param {string[]} days @param {any[]} halls @param {Values} values @param {string} [lost] */
  show(found, days, halls, values, lost = "") {
    const { words } = this.config;
    const box = /** @type {HTMLElement} */ (this.box);
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (box.querySelector(`[data-${name}]`));
    box.hidden = false;
    // What stands there already stays: somebody may be on one of its buttons.
    const shown = JSON.stringify([found, days, halls, values.starts, lost]);
    if (shown === this.shown) return;
    this.shown = shown;
    part("findings").replaceChildren(...found.map((one) => {
      const item = document.createElement("li");
      item.append(element("p", one.words), ...(one.advice ? [element("p", one.advice)] : []));
      const ask = (one.ask ?? []).filter((/** @type {any} */ who) => who.contact).map((/** @type {any} */ { name, contact }) =>
        [name, contact.role, contact.email ?? contact.phone ?? contact.url].filter(Boolean).join(", "));
      if (ask.length) item.append(element("p", say(words.ask, { who: ask.join("; ") })));
      return item;
    }));
    part("free").hidden = !days.length;
    part("days").replaceChildren(...days.map((day) => element("button", this.day(day, { weekday: "short", day: "numeric", month: "numeric" }), () => this.take("starts", day))));
    part("halls").hidden = !halls.length;
    part("venues").replaceChildren(...halls.slice(0, 6).map(({ id, name }) => element("button", name, () => this.take("venue", id))));
    const line = lost || (found.length > 1 ? `${found[0].words} ${say(words.others, { n: String(found.length - 1) })}` : found[0]?.words ?? say(words.clear, { day: this.day(values.starts) }));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.said = Date.now();
      part("said").textContent = line;
    }, Math.max(0, this.said + PAUSE - Date.now()));
  }
}
