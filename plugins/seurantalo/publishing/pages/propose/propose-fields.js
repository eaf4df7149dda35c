// @ts-check
/** What stands in a form, as the canonical values of a record, and back. */

/** @typedef {Record<string, any>} Values */

const CONTAINER = "form,[data-beside],[data-row],[data-field]";
let copies = 0;

/** @param {ParentNode} box @param {string} what @returns {HTMLElement[]} */
export const all = (box, what) => [...box.querySelectorAll(what)].map((one) => /** @type {HTMLElement} */ (one));

/** The questions right in a form, a part, a row. @param {HTMLElement} box */
export const questions = (box) => all(box, "[data-field]").filter((one) => one.parentElement?.closest(CONTAINER) === box);

/** @param {HTMLElement} box @returns {HTMLElement[]} */
export const rowsOf = (box) => all(box, "[data-row]").filter((one) => one.parentElement?.closest(CONTAINER) === box);

/** @param {ParentNode} box @returns {HTMLInputElement[]} */
export const inputs = (box) => /** @type {any} */ ([...box.querySelectorAll("input,select,textarea")]);

/** @param {any} value */
export const same = (value, /** @type {any} */ other) => JSON.stringify(value ?? null) === JSON.stringify(other ?? null);

/** @param {any} value */
const given = (value) => value !== undefined && value !== "" && !(typeof value === "object" && !Object.keys(value).length);

/** A part of a page that can stand there again: its ids get a number of their own. @param {HTMLElement} node @returns {HTMLElement} */
export function copyOf(node) {
  const copy = /** @type {HTMLElement} */ (node.cloneNode(true));
  copies += 1;
  for (const name of ["id", "for", "aria-describedby", "list"]) {
    for (const one of [copy, ...all(copy, `[${name}]`)]) {
      const value = one.getAttribute(name);
      if (value && name !== "list") one.setAttribute(name, `${value.replace(/-\d+$/, "")}-${copies}`);
    }
  }
  for (const one of all(copy, "[data-beside],[data-fault]")) one.remove();
  for (const one of all(copy, "[data-told]")) one.textContent = "";
  for (const one of inputs(copy)) {
    if (/checkbox|radio/.test(one.type)) one.checked = false;
    else one.value = "";
  }
  return copy;
}

/** One more row of a question. @param {HTMLElement} question */
export function addRow(question) {
  const rows = rowsOf(question);
  const copy = copyOf(rows[0]);
  rows[rows.length - 1].after(copy);
  return copy;
}

/** The values of a form, a part or a row. @param {HTMLElement} box @returns {Values} */
export function read(box) {
  /** @type {Values} */
  const found = {};
  for (const question of questions(box)) {
    const value = valueOf(question);
    if (given(value)) found[question.dataset.field ?? ""] = value;
  }
  return found;
}

/** @param {HTMLElement} question @returns {any} */
export function valueOf(question) {
  const { control = "" } = question.dataset;
  const many = "many" in question.dataset;
  const [first, second] = inputs(question);
  const text = first ? first.value.replace(/\r\n?/g, "\n").trim() : "";
  switch (control) {
    // The boxes are of a module that comes when somebody looks at them: `channel-form.js`.
    case "channels": return question.dataset.plan && JSON.parse(question.dataset.plan);
    case "boxes": return inputs(question).filter((one) => one.checked).map((one) => one.value);
    case "buttons": return inputs(question).find((one) => one.checked)?.value;
    case "yes": return first.checked || undefined;
    case "number": return /^\d{1,9}$/.test(text) ? Number(text) : text;
    case "lines": return text.split("\n").map((one) => one.trim()).filter(Boolean);
    case "period": return read_pair(first, second);
    case "moment": {
      const [day, time] = first.type === "date" ? [first, second] : [second, first];
      return day.value + (time.value ? `T${time.value}` : "");
    }
    case "part": return read(question);
    case "rows": return rowsOf(question).map(read).filter(given);
    case "name": {
      const names = rowsOf(question).map((row) => row.dataset.id || inputs(row)[0].value.trim()).filter(Boolean);
      return many ? names : names[0];
    }
    case "repeats": return readRepeats(question);
    case "url": return text && !/^[a-z]+:/i.test(text) && /^[^\s/@]+\.[^\s/@]+/.test(text) ? `https://${text}` : text;
    default: return many && text ? text.split(/\s*,\s*/).filter(Boolean) : text;
  }
}

/** @param {HTMLInputElement} first @param {HTMLInputElement} last */
const read_pair = (first, last) => ({ ...(first.value && { starts: first.value }), ...(last.value && { ends: last.value }) });

/** @param {HTMLElement} question @param {string} name @returns {HTMLInputElement} */
const piece = (question, name) => /** @type {any} */ (question.querySelector(`[data-${name}]`));

/** @param {HTMLElement} question */
function readRepeats(question) {
  const [every, rule] = piece(question, "every").value.split(" ").reduce((found, word) =>
    /^(nth|last)$/.test(word) ? [found[0], word] : [`${found[0]} ${word}`.trim(), found[1]], ["", ""]);
  const days = inputs(/** @type {HTMLElement} */ (question.querySelector("[data-weekdays]"))).filter((one) => one.checked).map((one) => one.value);
  const count = Number(piece(question, "count").value) || 0;
  const until = piece(question, "until").value;
  const except = daysIn(piece(question, "except").value);
  return every && {
    every,
    ...(rule ? { on: [rule] } : every.endsWith("week") || every.endsWith("weeks") ? days.length && { on: days } : {}),
    ...(until ? { until } : count && { count }),
    ...(except.length && { except }),
    ...(piece(question, "skip").checked && { skip_holidays: true }),
  };
}

/** Days as people write them, with commas between: as ISO; what is no day stays as it is. @param {string} text */
const daysIn = (text) => text.split(/\s*[,;]\s*/).filter(Boolean).map((one) => {
  const found = /^(\d{1,2})[./](\d{1,2})[./ ]+(\d{4})$/.exec(one.trim());
  return found ? `${found[3]}-${found[2].padStart(2, "0")}-${found[1].padStart(2, "0")}` : one.trim();
});

/** Puts values into a form; what a control can't show stays out of it. @param {HTMLElement} box @param {Values} values @param {string} language */
export function fill(box, values, language) {
  for (const question of questions(box)) {
    const value = values[question.dataset.field ?? ""];
    if (value === undefined || value === null) continue;
    try {
      fillOne(question, value, language);
    } catch {
      // A stranger's value that is of no shape of ours: nothing of it is shown.
    }
  }
}

/** @param {HTMLElement} question @param {any} value @param {string} language */
export function fillOne(question, value, language) {
  const { control = "" } = question.dataset;
  const listed = Array.isArray(value) ? value : [value];
  const [first, second] = inputs(question);
  const isMap = value && typeof value === "object" && !Array.isArray(value);
  for (let fold = question.parentElement?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
  if (control === "channels") {
    question.dataset.plan = question.dataset.stood = JSON.stringify(value);
  } else if (control === "boxes" || control === "buttons") {
    for (const one of inputs(question)) one.checked = listed.includes(one.value);
  } else if (control === "yes") {
    first.checked = value === true;
  } else if (control === "moment") {
    const [day, time] = first.type === "date" ? [first, second] : [second, first];
    [day.value, time.value] = [...String(value).split("T"), ""];
  } else if (control === "period") {
    [first.value, second.value] = [value.starts ?? "", value.ends ?? ""];
  } else if (control === "part" && isMap) {
    fill(question, value, language);
  } else if (control === "rows" || control === "name") {
    for (const [number, one] of listed.entries()) {
      const row = rowsOf(question)[number] ?? addRow(question);
      if (control === "name") inputs(row)[0].value = String(one);
      else fill(row, typeof one === "object" ? one : { [questions(row)[questions(row).length - 1].dataset.field ?? ""]: one }, language);
    }
  } else if (control === "repeats") {
    fillRepeats(question, value);
  } else if (control === "lines") {
    first.value = listed.map((one) => (typeof one === "object" ? one[language] ?? Object.values(one)[0] : one)).join("\n");
  } else if (first) {
    first.value = isMap ? value[language] ?? Object.values(value)[0] : listed.join(", ");
  }
}

/** @param {HTMLElement} question @param {any} value */
function fillRepeats(question, value) {
  if (typeof value !== "object") return;
  const [on = ""] = value.on ?? [];
  const rule = /month/.test(value.every) && /[a-z]/.test(on) ? (on.startsWith("-1") ? " last" : " nth") : "";
  piece(question, "every").value = value.every + rule;
  if (!rule) for (const one of inputs(/** @type {HTMLElement} */ (question.querySelector("[data-weekdays]")))) one.checked = (value.on ?? []).includes(one.value);
  piece(question, "until").value = value.until ?? "";
  piece(question, "count").value = value.count ?? "";
  piece(question, "except").value = (value.except ?? []).map((/** @type {string} */ day) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$3.$2.$1")).join(", ");
  piece(question, "skip").checked = value.skip_holidays === true;
}

/**
 * What was there, with what was changed in the form: all else stays, also what no control shows.
 * @param {any} base @param {any} before what the form said when it was filled in @param {any} after @param {string} language @returns {any}
 */
export function merged(base, before, after, language) {
  if (same(before, after)) return base;
  const maps = [base, before ?? {}, after].every((one) => one && typeof one === "object" && !Array.isArray(one));
  if (!maps) return typeof after === "string" && base && typeof base === "object" && !Array.isArray(base) ? { ...base, [language]: after } : after;
  const found = { ...base };
  for (const name of new Set([...Object.keys(before ?? {}), ...Object.keys(after)])) {
    const value = merged(base[name], before?.[name], after[name], language);
    if (value === undefined) delete found[name];
    else found[name] = value;
  }
  return found;
}
