// @ts-check
/** Values become the text of a file, as the package `proposing` writes it from the same tables. */

/** @typedef {{name: string, word: string, shape: string, many?: boolean, choices?: Object<string, string>, fields?: Field[], short?: string}} Field */
/** @typedef {{folder: string, ending: string, body: string, fields: Field[]}} KindTable */
/** @typedef {{language: string, dates: Object<string, string>, words: Object<string, string>, repeats: Object<string, string[]>, instead: Object<string, string[]>, kinds: Object<string, KindTable>}} Tables */
/** @typedef {[string, string[]]} Written what stands behind the colon, and the lines below it */

const HIDDEN = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]/gu;
const BLANK = "[ \\t\\n\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]+";
const LETTER = "A-Za-z0-9À-ÖØ-öø-ɏ";
const PLAIN = new RegExp(
  `^[${LETTER}](?:(?:[${LETTER} .,()/;!?%&+*'’”°€§½–—-]|:(?=[${LETTER}]))*[${LETTER}.)!?%€])?$`,
);
const ADDRESS = /^https?:\/\/[A-Za-z0-9._~:/?#@!$&'()*+;=%-]*[A-Za-z0-9/_~=-]$/;
const SPECIAL = /^(true|false|null|yes|no|on|off)$/;
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const ON_A_LINE = ["choice", "day", "identifier", "line", "on", "reference"];
const MOST_ON_A_LINE = 6;
const LONGEST_NAME = 60;
/** @type {Object<string, string>} */
const LETTERS = {ø: "o", æ: "ae", œ: "oe", ß: "ss", đ: "d", ð: "d", ł: "l", þ: "th"};

/** @param {string} text */
export const cleanText = (text) => text.replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(HIDDEN, "");

/** @param {string} text */
export const oneLine = (text) => cleanText(text).replace(new RegExp(BLANK, "g"), " ").replace(/^ | $/g, "");

/** @param {string} text @returns {string[]} */
const proseLines = (text) => {
  const lines = cleanText(text).replace(/\t/g, "    ").split("\n").map((line) => (line.replace(new RegExp(BLANK, "g"), "") ? line : ""));
  while (lines.length && !lines[0]) lines.shift();
  while (lines.length && !lines[lines.length - 1]) lines.pop();
  if (lines.length) {
    lines[0] = lines[0].replace(new RegExp(`^${BLANK}`), "");
    lines.push((lines.pop() ?? "").replace(new RegExp(`${BLANK}$`), ""));
  }
  return lines;
};

/** @param {string} text @param {boolean} [insideList] */
const scalar = (text, insideList = false) => {
  const words = oneLine(text);
  const plain = PLAIN.test(words) && !(insideList && words.includes(",")) && !SPECIAL.test(words.toLowerCase());
  return !words || plain || (!insideList && ADDRESS.test(words)) ? words : JSON.stringify(words);
};

/** @param {string[]} lines */
const indented = (lines) => lines.map((line) => line && `  ${line}`);

/** @param {string} pattern @param {Object<string, number>} parts */
const filled = (pattern, parts) =>
  pattern.replace(/\{(year|month|day|hour|minute)(?::(\d))?\}/g, (_, name, width) =>
    String(parts[name]).padStart(Number(width ?? 0), "0"));

/** Writes values by the tables. */
class Writer {
  /** @param {Tables} tables */
  constructor(tables) {
    this.tables = tables;
  }

  /** @param {Field} field @param {any} value @param {string} [key] how the field is called where it stands already @returns {string[]} */
  lines(field, value, key = `${field.word}:`) {
    const [inline, below] = this.value(field, value);
    return inline || below.length ? [inline ? `${key} ${inline}` : key, ...indented(below)] : [];
  }

  /** @param {Field} field @param {any} value @returns {Written} */
  value(field, value) {
    const listed = Array.isArray(value);
    if (field.shape === "channels") return this.channels(field, value, listed ? value : [value]);
    if (field.many || (field.shape === "repeats" && listed)) return this.several(field, listed ? value : [value]);
    return this.one(field, listed ? value[0] : value);
  }

  /** @param {Field} field @param {any[]} values @returns {Written} */
  several(field, values) {
    const made = values.map((one) => this.one(field, one)).filter(([inline, below]) => inline || below.length);
    if (ON_A_LINE.includes(field.shape) && made.length <= MOST_ON_A_LINE && made.every(([inline]) => inline)) {
      if (made.length === 1) return made[0];
      const items = values.map((one) => this.one(field, one, true)[0]).filter(Boolean);
      return [made.length ? `[${items.join(", ")}]` : "", []];
    }
    return ["", made.flatMap(([inline, below]) => [
      `- ${inline || below[0]}`, ...indented(inline ? below : below.slice(1)),
    ])];
  }

  /** Where an event is announced: a word, a list of channels, or a line for each. @param {Field} field @param {any} value @param {any[]} items @returns {Written} */
  channels(field, value, items) {
    const {words} = this.tables;
    if (value === "no") return [words.no, []];
    if (!items.includes("default") && items.every((one) => !one || typeof one !== "object")) return this.several({...field, shape: "reference"}, items);
    return ["", items.flatMap((one) => {
      const told = one && typeof one === "object" && !Array.isArray(one) ? one : {channel: one};
      const name = own(told, "channel");
      const key = typeof name === "string" ? scalar(name, true) : "";
      if (!key) return [];
      const [inline, below] = this.channel(field, told);
      const head = `${one === "default" ? words.usual : key}:`;
      return [inline ? `${head} ${inline}` : head, ...indented(below)];
    })];
  }

  /** What is said of one channel, on its line where that is enough. @param {Field} field @param {Object<string, any>} given @returns {Written} */
  channel(field, given) {
    const {no, yes} = this.tables.words;
    const told = own(given, "skip") === true && Object.keys(given).length > 2 ? {...given, skip: yes} : given;
    const said = (field.fields ?? []).filter(({name}) => name !== "channel").map((one) => ({one, written: this.value(one, own(told, one.name))}))
      .filter(({written: [inline, below]}) => inline || below.length);
    if (own(told, "skip") === true && !said.length) return [no, []];
    if (said.length === 1 && said[0].one.name === "skip") {
      const why = own(told, "skip"); // the line is put between quotation marks as a whole, so its end has none of its own
      return [scalar(`${no}, ${typeof why === "string" ? why : said[0].written[0]}`), []];
    }
    if (said.length && said.every(({one}) => one.shape === "moment")) {
      return [scalar(said.map(({one, written}) => `${one.word} ${written[0]}`).join(", ")), []];
    }
    return ["", said.flatMap(({one}) => this.lines(one, own(told, one.name)))];
  }

  /** @param {Field} field @param {any} value @param {boolean} [insideList] @returns {Written} */
  one(field, value, insideList = false) {
    const {words} = this.tables;
    if (value && typeof value === "object" && !Array.isArray(value)) return this.mapping(field, value);
    if (typeof value === "boolean") {
      if (field.shape === "boolean") return [value ? words.yes : words.no, []];
      return [field.shape === "purpose" && value ? words.purpose : "", []];
    }
    if (Number.isInteger(value)) return [String(value), []];
    if (typeof value !== "string") return ["", []];
    if (field.shape === "prose") {
      const lines = proseLines(value);
      return [lines.length ? "|" : "", lines];
    }
    return [this.text(field, value) || scalar(value, insideList), []];
  }

  /** @param {Field} field @param {Object<string, any>} value @returns {Written} */
  mapping(field, value) {
    if (field.shape === "text" || field.shape === "prose") {
      return ["", Object.entries(value).flatMap(([language, words]) => {
        const [inline, below] = this.one(field, typeof words === "string" ? words : null);
        return inline && /^[a-z]{2,3}$/.test(language) ? [`${language}: ${inline}`, ...indented(below)] : [];
      })];
    }
    const inside = field.fields ?? [];
    const lines = inside.flatMap((one) => this.lines(one, own(value, one.name)));
    if (field.short && lines.length === 1 && own(value, field.short)) {
      const alone = inside.find(({name}) => name === field.short);
      if (alone) return this.value(alone, own(value, field.short));
    }
    return ["", lines];
  }

  /** @param {Field} field @param {string} text @returns {string} in the words of people; "" where it is not canonical */
  text(field, text) {
    const {dates, repeats, words} = this.tables;
    let found;
    switch (field.shape) {
      case "day":
      case "moment":
      case "time": {
        const line = oneLine(text);
        found = field.shape !== "time" && line.match(/^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?$/);
        if (found) {
          const [year, month, day, hour, minute] = found.slice(1).map((one) => Number(one ?? 0));
          const which = found[4] === undefined ? "day" : minute ? "minute" : "hour";
          return filled(dates[which], {year, month, day, hour, minute});
        }
        found = line.match(/^(\d{2}):(\d{2})$/);
        if (!found) return "";
        const [hour, minute] = [Number(found[1]), Number(found[2])];
        return filled(dates[minute ? "minute_alone" : "hour_alone"], {hour, minute});
      }
      case "choice":
        return own(field.choices ?? {}, text) ?? "";
      case "unknown":
        return text === "unknown" ? words.unknown : "";
      case "every":
        found = text.match(/^(?:(\d{1,3}) )?(day|week|month|year)s?$/);
        if (!found) return "";
        return Number(found[1] ?? 1) === 1 ? repeats[found[2]][0] : `${Number(found[1])} ${repeats[found[2]][1]}`;
      case "on":
        found = text.match(/^(?:(-?\d) )?(mon|tue|wed|thu|fri|sat|sun)$/);
        if (found) {
          const day = repeats.weekdays[WEEKDAYS.indexOf(found[2])];
          return found[1] ? `${found[1] === "-1" ? repeats.last[0] : `${found[1]}.`} ${day}` : day;
        }
        if (!/^-?\d{1,2}$/.test(text)) return "";
        return text === "-1" ? repeats.last[1] : text.startsWith("-") ? text : `${text}.`;
      default:
        return "";
    }
  }
}

/** @param {Object<string, any>} values @param {string} name */
const own = (values, name) => (Object.hasOwn(values, name) ? values[name] : undefined);

/** The text of a new file. @param {string} kind @param {Object<string, any>} set @param {Tables} tables */
export function fileText(kind, set, tables) {
  const {body, ending, fields} = tables.kinds[kind];
  const prose = own(set, body);
  const below = typeof prose === "string" ? proseLines(prose) : [];
  const writer = new Writer(tables);
  const lines = fields.flatMap((one) => (below.length && one.name === body ? [] : writer.lines(one, own(set, one.name))));
  const all = ending === "md" ? ["---", ...lines, "---", ...below] : lines;
  return all.map((line) => `${line}\n`).join("");
}

/** @typedef {{kind: string, text: string, values: Object<string, any>, lines: Object<string, number[]>, comments?: Object<string, string[]>, body?: string}} Source */

/** The text of a file with some fields set and others gone; null where it can be changed by hand alone. @param {Source} source @param {Object<string, any>} set @param {string[]} drop @param {Tables} tables */
export function changedText(source, set, drop, tables) {
  const {lines: at, values, comments = {}, body} = source;
  const firsts = Object.values(at).map(([first]) => first);
  // A new start beside several dates without a rule would be one more of them.
  const more = at.dates && !Object.hasOwn(set, "dates") && !drop.includes("dates") && ["starts", "ends"].some((name) => Object.hasOwn(set, name) && !at[name]);
  if (!firsts.length || more) return null;
  const found = {...set};
  const gone = new Set(drop.filter((name) => !Object.hasOwn(set, name)));
  const touched = new Set([...Object.keys(found), ...gone]);
  const instead = Object.entries(tables.instead);
  const others = new Set(instead.flatMap(([name, names]) => (touched.has(name) ? names.filter((one) => at[one]) : [])));
  for (const [name, names] of instead) {
    if (!touched.has(name) && names.some((one) => others.has(one)) && Object.hasOwn(values, name)) found[name] = values[name];
  }
  for (const one of others) if (!Object.hasOwn(found, one)) gone.add(one);
  const lines = source.text.split("\n");
  const ending = lines[0].endsWith("\r") ? "\r" : "";
  /** @type {string[][]} */
  const before = [];
  /** @type {[number, string[]][]} */
  const replaced = [];
  const writer = new Writer(tables);
  let anchor = Math.min(...firsts) - 1;
  for (const one of tables.kinds[source.kind].fields) {
    const here = at[one.name];
    if (Object.hasOwn(found, one.name) || gone.has(one.name)) {
      const value = own(found, one.name);
      const key = here && lines[here[0] - 1].split(":", 1)[0];
      const written = one.name === body
        ? (typeof value === "string" ? proseLines(value) : [])
        : [...(here && comments[one.name] || []), ...writer.lines(one, value, key === undefined ? undefined : `${key}:`)];
      const ended = written.map((line) => line + ending);
      if (here) replaced[here[0] - 1] = [here[1], ended];
      else (before[anchor] ??= []).push(...ended);
    }
    if (here && one.name !== body) anchor = here[1];
  }
  const all = [];
  for (let number = 0; number <= lines.length;) {
    all.push(...(before[number] ?? []));
    const [next, made] = replaced[number] ?? [number + 1, lines.slice(number, number + 1)];
    all.push(...made);
    number = next;
  }
  return all.join("\n");
}

/** @param {string} words */
export const slug = (words) =>
  words.toLowerCase().replace(/[øæœßđðłþ]/g, (letter) => LETTERS[letter]).normalize("NFKD")
    .replace(/[\u0300-\u036f]+/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "")
    .slice(0, LONGEST_NAME).replace(/-$/, "");

/** The path of a new record's file. @param {string} kind @param {Object<string, any>} set @param {Iterable<string>} taken ids that are in use @param {Tables} tables @param {string} [about] what a comment is about: `practices/ID` */
export function newPath(kind, set, taken, tables, about = "") {
  let {folder, ending} = tables.kinds[kind];
  const date = /** @type {Object<string, string>} */ ({event: "starts", comment: "date"})[kind];
  const day = date && String(own(set, date) ?? "").match(/^(\d{4})-(\d{2})-\d{2}/);
  let base = slug(called(kind, set)) || kind;
  if (kind === "event" && day) {
    folder += `/${day[1]}/${day[2]}`;
    if (!base.endsWith(`-${day[1]}`)) base += `-${day[1]}`;
  }
  if (kind === "comment") {
    folder += `/${about}/comments`;
    if (day) base = `${day[0]}-${base}`;
  }
  const used = new Set(taken);
  let name = base;
  for (let number = 2; used.has(name); number++) name = `${base}-${number}`;
  return `${folder}/${name}.${ending}`;
}

/** @param {string} kind @param {Object<string, any>} set @returns {string} */
const called = (kind, set) => {
  if (kind === "adoption") return `${own(set, "adopter") ?? ""} ${own(set, "practice") ?? ""}`;
  for (const name of ["title", "name", "question", "by"]) {
    let value = own(set, name);
    if (value && typeof value === "object" && !Array.isArray(value)) value = Object.values(value)[0] ?? "";
    if (typeof value === "string" && slug(value)) return value;
  }
  return "";
};
