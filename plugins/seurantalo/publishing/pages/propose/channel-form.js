// @ts-check
/** The question where an event is announced: which channels are usual for it, by when each wants its news. */

import { dueOf, isUsual, issueOf } from "./channel-dues.js";
import { isOn, planOf, sentenceOf } from "./channel-plan.js";
import { all } from "./propose-fields.js";
import { say } from "./propose-names.js";
import { weightOf } from "./repeat.js";

/** @typedef {import("./channel-dues.js").Channel} Channel */
/** @typedef {{values: Record<string, any>, place: string}} Written */

const DAY = 86_400_000;

/** @param {string} moment */
const numberOf = (moment) => Date.parse(moment.slice(0, 10)) / DAY;

/** @param {HTMLElement} row @returns {HTMLInputElement} */
const box = (row) => /** @type {any} */ (row.querySelector("input"));

export class ChannelForm {
  /** @param {HTMLElement} question @param {any} data kanavat.json @param {import("./propose-check.js").Telling} telling */
  constructor(question, data, telling) {
    this.question = question;
    /** @type {Record<string, Channel>} */
    this.channels = data.channels;
    this.holidays = new Set(data.holidays);
    this.telling = telling;
    /** @type {Record<string, string>} */
    this.words = telling.config.words.channels;
    this.language = telling.config.language;
    this.rows = all(question, "[data-channel]").filter((row) => this.channels[row.dataset.channel ?? ""]);
    this.sentences = new Map(all(question, "[data-sentence]").map((one) => [one.dataset.sentence ?? "", one]));
    this.nowhere = /** @type {HTMLInputElement} */ (question.querySelector("[data-nowhere]"));
    this.more = /** @type {HTMLElement} */ (question.querySelector("[data-all]"));
    this.whole = false;
    /** What stood in the file. @type {string | undefined} */
    this.stood = "-";
    /** The channels of which somebody has chosen: no default changes them. @type {Set<string>} */
    this.chosen = new Set();
    question.addEventListener("input", ({ target }) => this.choose(/** @type {HTMLInputElement} */ (target)));
    this.more.addEventListener("click", () => {
      this.whole = true;
      if (this.asked) this.tell(this.asked);
      box(/** @type {HTMLElement} */ (this.rows[this.rows.length - 1])).focus();
    });
  }

  /** @param {HTMLInputElement} target */
  choose(target) {
    const nowhere = target === this.nowhere;
    for (const row of this.rows) {
      if (nowhere && target.checked) box(row).checked = false;
      if (nowhere || row.contains(target)) this.chosen.add(row.dataset.channel ?? "");
    }
    if (!nowhere && this.rows.some((row) => box(row).checked)) this.nowhere.checked = false;
    if (nowhere && !target.checked) this.chosen.clear();
    const ticks = this.rows.map((row) => {
      const id = row.dataset.channel ?? "";
      const words = this.sentences.get(id);
      return { id, usual: "usual" in row.dataset, on: box(row).checked, sentence: words ? box(words).value.trim() : "" };
    });
    // No longer nowhere: what is usual comes back.
    const plan = nowhere && !target.checked ? undefined : planOf(ticks, this.plan(), this.language);
    if (plan === undefined) this.question.removeAttribute("data-plan");
    else this.question.dataset.plan = JSON.stringify(plan);
    if (nowhere && !target.checked) this.question.removeAttribute("data-stood");
    if (this.asked) this.tell(this.asked);
  }

  /** What stood in the file. @returns {any} */
  plan() {
    return this.stood && JSON.parse(this.stood);
  }

  /** Shows what stands in the file or in a link, when that is another. */
  refill() {
    const { stood } = this.question.dataset;
    if (stood === this.stood) return;
    this.stood = stood;
    this.chosen.clear();
    const plan = this.plan();
    this.nowhere.checked = plan === "no";
    for (const [id, one] of this.sentences) box(one).value = sentenceOf(plan, id, this.language);
  }

  /** @param {Written} asked */
  tell(asked) {
    this.asked = asked;
    this.refill();
    const { values, place } = asked;
    const plan = this.plan();
    const event = { municipality: place, format: values.format ?? "other", weight: weightOf(values) };
    const dates = this.telling.dates(values) ?? this.telling.dates({ ...values, repeats: undefined }) ?? [];
    const first = numberOf(dates[0]?.[0] ?? "");
    const until = numberOf(values.registration?.until ?? "");
    const news = until < first ? until : first;
    let hidden = 0;
    /** @type {{day: number, words: string}[]} */
    const dues = [];
    for (const row of this.rows) {
      const id = row.dataset.channel ?? "";
      const channel = this.channels[id];
      const usual = isUsual(channel, event);
      row.toggleAttribute("data-usual", usual);
      if (!this.chosen.has(id)) box(row).checked = !this.nowhere.checked && isOn(plan, id, usual);
      const on = box(row).checked;
      row.hidden = !(this.whole || on || !place || !channel.municipalities.length || channel.municipalities.includes(place));
      hidden += Number(row.hidden);
      const due = isNaN(first) ? null : this.due(channel, first, news);
      const told = /** @type {HTMLElement} */ (row.querySelector("[data-due]"));
      told.textContent = this.refused(channel, event) || (due ? due.words : channel.said);
      if (on && due && due.words !== this.words.late) dues.push(due);
      const sentence = this.sentences.get(id);
      if (sentence) sentence.hidden = !on;
    }
    this.more.hidden = !hidden;
    const [next] = dues.sort((a, b) => a.day - b.day);
    this.sum(next?.words ?? "");
  }

  /** Says in the heading of the fold what is in it. @param {string} next */
  sum(next) {
    const told = this.question.closest("details")?.querySelector("[data-sum]");
    const n = this.rows.filter((row) => box(row).checked).length;
    const { nowhere, one, many } = this.words;
    if (told) told.textContent = n ? [n === 1 ? one : say(many, { n: String(n) }), next].filter(Boolean).join(", ") : nowhere;
  }

  /** @param {Channel} channel @param {{format: string, weight: string}} event */
  refused({ refuses }, { format, weight }) {
    if (refuses.includes("meetings") && format === "meeting") return this.words.meetings;
    return refuses.includes("weekly") && weight === "routine" ? this.words.weekly : "";
  }

  /** By when, in words; null where no rule says it. @param {Channel} channel @param {number} first @param {number} news */
  due(channel, first, news) {
    const issue = channel.issues && issueOf(channel.issues, channel.days, first, news);
    const due = channel.issues && !issue ? null : dueOf(channel, issue, news, this.holidays);
    if (!due) return null;
    const day = new Date(due.day * DAY).toISOString().slice(0, 10);
    const today = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
    if (day < today) return { day: due.day, words: this.words.late };
    const date = this.telling.day(day, { weekday: "short", day: "numeric", month: "numeric" });
    const [hour, minute] = [Math.floor((due.at ?? 0) / 60), (due.at ?? 0) % 60].map((one) => String(one).padStart(2, "0"));
    const time = due.at === null ? "" : this.telling.clock(`${day}T${hour}:${minute}`);
    const when = time ? say(this.telling.config.rhythm.say.on, { date, time }) : date;
    return { day: due.day, words: say(this.words.due, { when }) };
  }
}
