// @ts-check
/** A notice as it was pasted, and level: the mirror of `receiving/pasted/level.py` and `found.py`. */

/** @typedef {{text: string, units: string, low: string, masked: string, words: any}} Notice */
/** @typedef {{values: Record<string, any>, guessed: Set<string>, spans: Record<string, number[]>, notes: string[], taken: number[][], places: number[][]}} Found */

const LONGEST = 20_000;
const DASHES = "‐‑‒–—―−";
/** @type {Record<string, string>} */
const PLAIN = { ø: "o", æ: "a", ß: "s", đ: "d", "’": "'", "‘": "'", "´": "'", "“": '"', "”": '"', "„": '"' };
const READ = new Set("abcdefghijklmnopqrstuvwxyz0123456789\n .,:;!?()[]/&+-€%@'\"*_|=#<>");
const ORNAMENT = new Set(" \t\n*_~#=>|·•–—-:;,.!?/+\"'”“");
const SPLIT = /(?<=[A-Za-zÅÄÖåäöéü][a-zåäöéü])-\n(?!(?:ja|tai|eli|sekä|och|eller|and|or)[ \n])(?=[a-zåäöéü]{2})/g;
const HIDDEN = /[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** @param {string} text */
export const cleaned = (text) => text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, "")
    .replace(/\r\n?|[\u2028\u2029\x0b\x0c\x85]/g, "\n").replace(HIDDEN, "").normalize("NFC").replace(SPLIT, "");

/** @param {string} letter */
const level = (letter) => {
    if (DASHES.includes(letter)) return "-";
    if (letter !== "\n" && /\s/.test(letter)) return " ";
    const small = letter.toLowerCase().normalize("NFD").slice(0, 1);
    const plain = PLAIN[small] ?? small;
    return READ.has(plain) ? plain : "~";
};

/** @param {string} text */
export const units = (text) => text.replace(/[\ud800-\udfff]/g, "\ufffd");
/** @param {string} text */
export const levelled = (text) => Array.from(text, level).join("");

/** Spaces, as the patterns of both languages mean them. @param {string} text @param {string} signs */
export const trimmed = (text, signs) => {
    let [from, to] = [0, text.length];
    while (from < to && signs.includes(text[from])) from += 1;
    while (to > from && signs.includes(text[to - 1])) to -= 1;
    return text.slice(from, to);
};
/** @param {string} text @param {string} signs */
export const trimmedLeft = (text, signs) => {
    let from = 0;
    while (from < text.length && signs.includes(text[from])) from += 1;
    return text.slice(from);
};
/** @param {string} text */
export const wordsIn = (text) => text.split(/\s+/).filter(Boolean);
/** @param {string} text */
export const tidy = (text) => trimmed(wordsIn(text.replace(/[\ufffd\ufe0f]/g, " ")).join(" "), [...ORNAMENT].join(""));
/** @param {string} sign */
export const isCapital = (sign) => sign !== "" && sign !== sign.toLowerCase() && sign === sign.toUpperCase();

/** @type {Map<string, RegExp>} */
const kept = new Map();
/** @param {string} source @param {string} flags */
export const compiled = (source, flags) => {
    const key = `${flags}/${source}`;
    const found = kept.get(key) ?? new RegExp(source, flags);
    kept.set(key, found);
    found.lastIndex = 0;
    return found;
};
/** @param {Notice} notice @param {string} name @param {string} text */
export const all = (notice, name, text) => [...text.matchAll(compiled(notice.words.patterns[name], "dg"))];
/** @param {Notice} notice @param {string} name @param {string} text */
export const search = (notice, name, text) => compiled(notice.words.patterns[name], "").exec(text);
/** @param {Notice} notice @param {string} name @param {string} text */
export const has = (notice, name, text) => search(notice, name, text) !== null;
/** @param {Notice} notice @param {string} name @param {string} text @param {number} [at] */
export const at = (notice, name, text, at = 0) => {
    const pattern = compiled(notice.words.patterns[name], "dy");
    pattern.lastIndex = at;
    return pattern.exec(text);
};
/** @param {RegExpMatchArray} match */
export const endOf = (match) => /** @type {number} */ (match.index) + match[0].length;

/** @param {string} text @param {number[][]} spans */
export const blanked = (text, spans) => {
    const signs = text.split("");
    for (const [start, end] of spans) {
        for (let place = start; place < end; place += 1) if (signs[place] !== "\n") signs[place] = "~";
    }
    return signs.join("");
};

/** @param {string} text @param {any} words @returns {Notice} */
export const noticeOf = (text, words) => {
    const signs = units(text);
    const low = levelled(signs);
    const masks = [...low.matchAll(compiled(words.patterns.masked, "g"))];
    return { text, units: signs, low, masked: blanked(low, masks.map((one) => [one.index ?? 0, endOf(one)])), words };
};

/** @param {Found} found @param {string} code */
export const note = (found, code) => {
    if (!found.notes.includes(code)) found.notes.push(code);
};

/** Where the sentences and lines of a text begin. @param {Notice} notice */
export const clauseStarts = (notice) => {
    const found = [0];
    for (const match of notice.low.matchAll(/\n|;|[.!?](?=\s)|\s[|*~]\s/g)) {
        const end = endOf(match);
        if (match[0] === ".") {
            const behind = trimmedLeft(notice.units.slice(end), " ").slice(0, 1);
            if (!isCapital(behind) || has(notice, "abbreviation", notice.low.slice(Math.max(0, end - 12), end))) continue;
        }
        found.push(end);
    }
    return found;
};
