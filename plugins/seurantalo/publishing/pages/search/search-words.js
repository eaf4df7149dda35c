// @ts-check
// Which words of the site a typed word may mean: itself, its forms, what begins or ends with it, and slips.

/** @typedef {import("./search-index.js").Index} Index */

/** A word with each letter that is doubled once. */
const single = (/** @type {string} */ word) => word.replace(/(.)\1+/g, "$1");

/** What stays of a stem when consonants change their grade, and vowels before endings: kirppis and kirppiks are one. */
export const gradeKey = (/** @type {string} */ stem) => single(stem)
    .replaceAll("d", "t").replace(/n[tkg]/g, "n").replaceAll("mp", "m")
    .replace(/([lr])[tk]/g, "$1").replaceAll("hk", "h").replace(/ks$/, "s")
    .replace(/[uy]o/g, "o").replaceAll("ie", "e").replace(/[aeiouyj]+$/, "");

/** What the common forms of an English word share. */
export const englishKey = (/** @type {string} */ word) => word
    .replace(/(?<![ae])ies$/, "y").replace(/(?<=[^us])s$/, "").replace(/(?<=.{4})ing$|(?<=.{3})ed$/, "")
    .replace(/([^aeiouls])\1$/, "$1").replace(/(?<=.{3})[ey]$/, "");

/** Whether one slip, or two neighbours in the wrong order, tell two words apart. @type {(a: string, b: string) => boolean} */
const isSlip = (a, b) => {
    if (Math.abs(a.length - b.length) > 1) return false;
    let at = 0;
    while (at < a.length && a[at] === b[at]) at += 1;
    if (a.length > b.length) return a.slice(at + 1) === b.slice(at);
    if (a.length < b.length) return a.slice(at) === b.slice(at + 1);
    return a.slice(at + 1) === b.slice(at + 1)
        || (a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2));
};

/** The last consonants of a word in the other grade: salko and salo, polu and polku. */
const GRADES = [
    ["kk", "k"], ["pp", "p"], ["tt", "t"], ["nk", "ng"], ["nt", "nn"], ["mp", "mm"], ["lt", "ll"], ["rt", "rr"],
    ["ht", "hd"], ["lk", "l"], ["rk", "r"], ["hk", "h"], ["p", "v"], ["t", "d"],
];

/** Whether the last vowels of two stems may be of one word: u and y stay in all its forms, others change. @type {(a: string, b: string) => boolean} */
const endAlike = (a, b) => {
    const [one, other] = [a, b].map((stem) => /[aeiouy]*$/.exec(stem)?.[0].slice(-1) ?? "");
    return one === other || !/[uy]/.test(one + other) || !one || !other;
};

/** What somebody does, or does for a living, as its stem: *onkimaan* (to fish), *metsastaja* (a hunter). */
const DONE = /^(.{4,})m(?:aan|assa|asta)$/;
const DOER = /^(.{4,})[aeiou]j[aeio]?$/;

/** A stem as it stands before other endings, or before the next part of a compound. @type {(stem: string) => string[]} */
const otherStems = (stem) => {
    const found = [];
    if (stem.endsWith("ks")) found.push(`${stem.slice(0, -2)}s`);
    if (stem.endsWith("in")) found.push(`${stem.slice(0, -1)}s`);
    // A short word keeps the vowel that falls where it ends a compound: leiri, päiväleir.
    if (/[^aeiouy][aei]$/.test(stem)) found.push(stem.slice(0, -1));
    if (stem.endsWith("ej")) found.push(stem.slice(0, -2).replace(/(.)\1$/, "$1"));
    const parts = /^(.*?)([^aeiouy]+)([aeiouy]*)$/.exec(stem);
    if (parts) {
        for (const [strong, weak] of GRADES) {
            if (parts[2] === strong) found.push(`${parts[1]}${weak}${parts[3]}`);
            if (parts[2] === weak) found.push(`${parts[1]}${strong}${parts[3]}`);
        }
    }
    return found;
};

const PREFIX = 3;
const TAIL = 4;
const WHOLE = 6;
const MOST = 40;

/** The words of which `fits` tells a weight, added to what is known. */
const add = (
    /** @type {Map<number, number>} */ found, /** @type {string[]} */ words,
    /** @type {(word: string, at: number) => number} */ fits,
) => words.forEach((word, at) => {
    const weight = fits(word, at);
    if (weight > (found.get(at) ?? 0)) found.set(at, weight);
});

/** Adds what begins or ends with one of `known`; `factor`: how sure those are. */
const spread = (
    /** @type {Map<number, number>} */ found, /** @type {string[]} */ words, /** @type {string[]} */ known, factor = 1,
) => {
    const starts = known.filter((one) => one.length >= PREFIX);
    const tails = known.filter((one) => one.length >= TAIL);
    add(found, words, (word) => {
        const start = starts.some((one) => word.startsWith(one)) ? 0.75 : 0;
        const tail = !start && tails.some((one) => word.length > one.length + 1 && word.endsWith(one)) ? 0.7 : 0;
        return (start || tail) * factor;
    });
};

/**
 * The numbers of the words that a typed one may mean, each with how sure that is (1: it is this word).
 * @param {Index} index
 * @param {string} stem
 * @param {string} whole the word as typed, folded
 * @returns {Map<number, number>}
 */
export const meant = (index, stem, whole) => {
    const {words, also} = index;
    const keys = index.keys ??= words.map(gradeKey);
    const key = gradeKey(stem);
    const alias = also.get(stem);
    const isKin = (/** @type {string} */ word, /** @type {number} */ at) =>
        keys[at] === key && key.length > 2 && word.slice(0, 2) === stem.slice(0, 2) && endAlike(word, stem)
        && Math.abs(single(word).length - single(stem).length) < Math.min(key.length - 1, 3);
    /** @type {Map<number, number>} */
    const found = new Map();
    add(found, words, (word, at) => (word === stem || word === whole ? 1 : at === alias || isKin(word, at) ? 0.85 : 0));
    const kin = [...found.keys()].map((at) => words[at]).filter((word) => word.length >= TAIL);
    spread(found, words, [stem, whole]);
    // One key is of several words: what is made of another (kylatalo) tells less than what is made of this (talkoot).
    spread(found, words, kin, 0.7);
    spread(found, words, otherStems(stem).filter((one) => one.length >= TAIL), 0.7);
    const isFinnish = index.head.language === "fi";
    const done = isFinnish && DONE.exec(whole);
    if (done) spread(found, words, [done[1]], 0.9);
    if (!found.size && stem.length >= TAIL) {
        const slips = words.filter((word) => word[0] === stem[0] && word.length >= TAIL
            && (isSlip(word, stem) || isSlip(word, whole)
                || (stem.length > 5 && word.length > stem.length && isSlip(word.slice(0, stem.length), stem))));
        add(found, words, (word) => (slips.includes(word) ? 0.5 : 0));
        spread(found, words, slips, 0.6);
    }
    const doer = isFinnish && !found.size && DOER.exec(stem);
    if (doer) spread(found, words, [doer[1]], 0.9);
    const sure = [...found].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST);
    return new Map(sure);
};

/** The words with which a typed compound begins that nobody has written: what they head is the nearest that there is. */
export const begun = (/** @type {Index} */ {words}, /** @type {string} */ whole) =>
    words.flatMap((word, at) => (word.length >= WHOLE && whole.startsWith(word) ? [at] : []));
