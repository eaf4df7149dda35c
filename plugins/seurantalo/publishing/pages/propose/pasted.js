// @ts-check
/** A notice becomes the fields of an event: the mirror of `reader` and `pieces` in `receiving/pasted/`. */

import { at, blanked, clauseStarts, cleaned, compiled, endOf, has, isCapital, levelled, note, noticeOf, search, tidy, trimmedLeft, units, wordsIn } from "./pasted-level.js";
import { readNames } from "./pasted-names.js";
import { readWhen } from "./pasted-when.js";

/** @typedef {import("./pasted-level.js").Notice} Notice */
/** @typedef {import("./pasted-level.js").Found} Found */
/** @typedef {{values: Record<string, any>, guessed: string[], spans: Record<string, number[]>, missing: string[], notes: string[]}} Pasted */

const NEEDED = ["title", "organisers", "venue", "starts", "time"];
const ORDER = [
    "title", "starts", "ends", "dates", "time", "repeats", "venue", "room", "municipality", "organisers", "audience", "price",
    "registration", "description",
];
const NAMES = ["venue", "room", "organisers"];
const lettersIn = (/** @type {string} */ text) => text.match(/[\p{L}\p{Nl}\p{No}]/gu) ?? [];
const bySpan = (/** @type {number[]} */ a, /** @type {number[]} */ b) => a[0] - b[0] || a[1] - b[1];

/** Sentences and lines, parted at commas and dashes. @param {Notice} notice @returns {number[][]} */
const piecesOf = (notice) => {
    const starts = clauseStarts(notice);
    return starts.flatMap((start, number) => {
        const end = starts[number + 1] ?? notice.low.length;
        /** @type {number[][]} */
        const found = [];
        let from = start;
        for (const match of notice.low.slice(start, end).matchAll(/,\s|\s-\s|\s\|\s/g)) {
            found.push([from, start + /** @type {number} */ (match.index)]);
            from = start + endOf(match);
        }
        return [...found, [from, end]];
    }).filter(([start, end]) => notice.low.slice(start, end).trim());
};

/** @param {Notice} notice @param {number[]} piece */
const ofContact = (notice, [start, end]) => {
    const low = notice.low.slice(start, end);
    if (has(notice, "contact", low)) return true;
    const words = wordsIn(notice.units.slice(start, end));
    return words.length > 0 && words.length <= 4 && words.every((one) => isCapital(one[0])) && !/\d/.test(low);
};

/** Pieces with numbers and addresses of people, and the name before them. @param {Notice} notice */
const privatePieces = (notice) => {
    const pieces = piecesOf(notice);
    /** @type {number[][]} */
    const found = [];
    pieces.forEach((piece, number) => {
        if (!has(notice, "private", notice.low.slice(piece[0], piece[1]))) return;
        found.push(piece);
        for (let before = number - 1; before >= 0; before -= 1) {
            const one = pieces[before];
            if (before < number - 1 && !has(notice, "contact", notice.low.slice(one[0], one[1]))) break;
            if (notice.low.slice(one[1] - 1, piece[0]).includes("\n") || !ofContact(notice, one)) break;
            found.push(one);
        }
    });
    return found.sort(bySpan);
};

/** @param {Notice} notice @param {Found} found */
const readDescription = (notice, found) => {
    const hidden = privatePieces(notice);
    let [text, from] = ["", 0];
    for (const [start, end] of [...hidden, [notice.units.length, notice.units.length]]) {
        text += notice.text.slice(from, Math.max(from, start));
        from = Math.max(from, end);
    }
    text = text.replace(/[ \t]{2,}/g, " ").replace(/[ \t]+(?=\n|$)/g, "").replace(/(?:,|\s-|\s\|)(?=\s*(?:\n|$))/g, "")
        .replace(/\n{3,}/g, "\n\n").trim();
    if (text) found.values.description = text;
    if (hidden.length) note(found, "private");
    return hidden;
};

/** @param {Notice} notice @param {string} low */
const hasPrice = (notice, low) => has(notice, "money", low) || (has(notice, "voluntary", low) && has(notice, "price_words", low));

/** Whether money is for something besides admission. @param {Notice} notice @param {string} low */
const isExtra = (notice, low) => {
    const extra = search(notice, "extra", low);
    const price = search(notice, "price_words", low);
    return extra !== null && (price === null || price.index > extra.index);
};

/** @param {Notice} notice @param {Found} found */
const readPrice = (notice, found) => {
    const pieces = piecesOf(notice);
    const low = (/** @type {number[]} */ one) => notice.low.slice(one[0], one[1]);
    const admission = [...pieces.keys()].filter((one) => hasPrice(notice, low(pieces[one])) && !isExtra(notice, low(pieces[one])));
    if (!admission.length) return;
    let last = admission[0];
    while (admission.includes(last + 1) && !low([pieces[last][1], pieces[last + 1][0]]).includes("\n")) last += 1;
    let start = pieces[admission[0]][0];
    const end = pieces[last][1];
    for (const [from, to] of found.taken) {
        if (hasPrice(notice, notice.low.slice(start, Math.max(start, from)))) break;
        if (start <= from && to < end && to <= start + Math.floor(((end - start) * 2) / 3)) start = Math.max(start, to);
    }
    const label = at(notice, "price_label", notice.low.slice(start, end));
    start += label ? label[0].length : 0;
    const text = tidy(notice.units.slice(start, end)).slice(0, 200);
    if (!text) return;
    found.values.price = text;
    found.spans.price = [start, end];
    const sure = admission.some((one) => has(notice, "admission", low(pieces[one])));
    if (!sure && !label && admission.length > 1) found.guessed.add("price");
};

/** @param {Notice} notice @param {number[][]} hidden @param {Found} found */
const readRegistration = (notice, hidden, found) => {
    const piece = piecesOf(notice).find(([start, end]) => has(notice, "registration", notice.low.slice(start, end))
        && !hidden.some((one) => one[0] <= start && start < one[1]));
    if (!piece) return;
    const registration = found.values.registration ?? {};
    const address = /(?:https?:\/\/|www\.)[^\s<>"']+/i.exec(notice.units.slice(piece[0], piece[1] + 200).split("\n")[0]);
    if (address) registration.url = address[0].replace(/[.,;)]+$/, "");
    const text = tidy(notice.units.slice(piece[0], piece[1])).slice(0, 600);
    if (text && !address) registration.text = text;
    found.spans.registration ??= piece;
    if (Object.keys(registration).length) found.values.registration = registration;
};

/** @param {Notice} notice @param {number} start @param {number} end @param {Found} found @param {boolean} guess */
const takeTitle = (notice, start, end, found, guess) => {
    const tail = search(notice, "tail", notice.low.slice(start, end));
    let text = tidy(notice.units.slice(start, tail ? start + tail.index : end));
    const letters = lettersIn(text).join("");
    if (letters.length < 2) return false;
    if (letters === letters.toUpperCase() && letters.length > 4) {
        text = text.toLowerCase();
        for (const name of ["organisers", "venue"]) {
            const one = found.spans[name];
            if (!one || start > one[0] || one[1] > end) continue;
            const words = notice.units.slice(one[0], one[1]);
            text = text.replaceAll(words.toLowerCase(), wordsIn(words).map((word) => word[0] + word.slice(1).toLowerCase()).join(" "));
        }
    }
    text = text.slice(0, 1).toUpperCase() + text.slice(1);
    const long = text.length > 90;
    if (long) text = text.slice(0, 90).replace(/ [^ ]*$/, "");
    found.values.title = text;
    found.spans.title = [start, end];
    if (guess || long) found.guessed.add("title");
    return true;
};

/** @param {Notice} notice @param {number} start @param {number} end @returns {number[][]} */
const phrasesOf = (notice, start, end) => {
    /** @type {number[][]} */
    const found = [];
    let from = start;
    for (const match of `${notice.low.slice(start, end)} `.matchAll(/[.!?:;|](?=\s|$)|\s-\s|,\s|\s~+\s/g)) {
        found.push([from, start + /** @type {number} */ (match.index)]);
        from = start + endOf(match);
    }
    return from < end ? [...found, [from, end]] : found;
};

/** Whether a phrase has hardly a letter besides a name. @param {Notice} notice @param {Found} found @param {number} start @param {number} end */
const isName = (notice, found, start, end) => {
    const inside = [...NAMES.flatMap((name) => (found.spans[name] ? [found.spans[name]] : [])), ...found.places]
        .filter((one) => one[0] < end && one[1] > start).map((one) => [Math.max(one[0], start), Math.min(one[1], end)]);
    const rest = blanked(notice.low, inside).slice(start, end);
    return lettersIn(rest).length < 4;
};

/** @param {Notice} notice @param {string} name @param {number[]} span @param {number[][]} taken */
const isApart = (notice, name, span, taken) => {
    if (name !== "organisers") return taken.some((one) => one[0] >= span[1]);
    const behind = notice.low.slice(span[1], span[1] + 16);
    return /^(?:\s(?:ry|rf))?\s*(?:[:.,!]|-\s)/.test(behind) || at(notice, "organises", trimmedLeft(behind, " ")) !== null;
};

/** @param {Notice} notice @param {number} start @param {number} end @param {Found} found */
const titleFrom = (notice, start, end, found) => {
    const taken = found.taken.filter((one) => one[0] < end && one[1] > start);
    for (const name of NAMES) {
        const one = found.spans[name] ?? [end, end];
        if (start <= one[0] && one[1] <= end && isApart(notice, name, one, taken)) taken.push(one);
    }
    taken.sort(bySpan);
    /** @type {number[][]} */
    const parts = [];
    let from = start;
    for (const one of [...taken, [end, end]]) {
        if (one[0] > from) parts.push([from, one[0]]);
        from = Math.max(from, one[1]);
    }
    for (const [first, stop] of parts.flatMap((one) => phrasesOf(notice, one[0], one[1]))) {
        const whole = notice.low.slice(first, stop);
        const lead = has(notice, "greeting", whole) ? null : at(notice, "lead", whole);
        const begin = first + (lead ? lead[0].length : 0);
        const phrase = notice.low.slice(begin, stop);
        const bare = trimmedLeft(phrase, " ");
        const organises = at(notice, "organises", bare);
        const verb = organises ? phrase.length - bare.length + organises[0].length : 0;
        const low = phrase.slice(verb);
        if (["greeting", "contact", "no_title", "weekday_only"].some((name) => has(notice, name, low))) continue;
        if (isName(notice, found, begin + verb, stop)) continue;
        if (takeTitle(notice, begin + verb, stop, found, Boolean(lead || verb || low.length > 60))) return true;
    }
    return false;
};

/** @param {Notice} notice @param {Found} found */
const readTitle = (notice, found) => {
    const label = search(notice, "title_label", notice.low);
    if (label) {
        const end = endOf(label) + notice.low.slice(endOf(label)).search(/\n|\s\||$/);
        if (takeTitle(notice, endOf(label), end, found, false)) return;
    }
    let from = 0;
    for (const line of notice.low.split("\n")) {
        const [start, end] = [from, from + line.length];
        from = end + 1;
        const skips = !line.trim() || has(notice, "greeting", line)
            || ["venue_label", "organiser_label", "audience_label", "price_label", "contact"]
                .some((name) => (search(notice, name, line)?.index ?? 5) <= 4);
        if (!skips && titleFrom(notice, start, end, found)) return;
    }
};

/** @param {string} text @param {string} preferred @param {any} tables */
const languageOf = (text, preferred, tables) => {
    const low = levelled(units(text));
    let [best, most] = ["", -1];
    for (const [code, words] of Object.entries(tables)) {
        const count = [...low.matchAll(compiled(words.lexicon, "g"))].length + (code === preferred ? 0.5 : 0);
        if (count > most) [best, most] = [code, count];
    }
    return best;
};

/** @param {string} name @param {Record<string, any>} values */
const isMissing = (name, values) => {
    if (name === "starts") return !("starts" in values || "dates" in values);
    if (name !== "time") return !(name in values);
    const starts = values.starts ?? values.dates?.[0]?.starts ?? "";
    return !("time" in values) && !starts.includes("T") && (values.ends ?? "").length !== 10;
};

/**
 * Read a notice. `words` is `ehdota/tiedot/sanat.json`; spans are places in the cleaned text, which `description` begins with.
 * @param {string} text
 * @param {{today: string, language: string, words: any}} given
 * @returns {Pasted}
 */
export const readPasted = (text, { today, language, words }) => {
    const clean = cleaned(text);
    const notice = noticeOf(clean, words.languages[languageOf(clean, language, words.languages)]);
    /** @type {Found} */
    const found = { values: {}, guessed: new Set(), spans: {}, notes: [], taken: [], places: [] };
    readWhen(notice, today, found);
    readNames(notice, words.names, found);
    const hidden = readDescription(notice, found);
    readPrice(notice, found);
    readRegistration(notice, hidden, found);
    readTitle(notice, found);
    if (found.guessed.has("starts")) found.guessed.add("ends");
    const named = ORDER.filter((name) => name in found.values);
    const values = Object.fromEntries(named.map((name) => [name, found.values[name]]));
    return {
        values,
        guessed: named.filter((name) => found.guessed.has(name)),
        spans: Object.fromEntries(named.filter((name) => name in found.spans).map((name) => [name, found.spans[name]])),
        missing: NEEDED.filter((name) => isMissing(name, values)),
        notes: found.notes,
    };
};
export { cleaned };
