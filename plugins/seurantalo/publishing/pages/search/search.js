// @ts-check
// Finds pages of the site: in a browser and in Node.js, with nothing but the files in haku/tiedot/.

import {folded, stemKey} from "./ehdota/stem.js";
import {OtherBuildError, indexOf, pagesOf, rowOf} from "./search-index.js";
import {begun, englishKey, meant} from "./search-words.js";

/**
 * @typedef {import("./search-index.js").Index} Index
 * @typedef {{ address: string, title: string, kind: string, when: string, place: string, first: string, last: string,
 *   weight: number }} Hit
 */

/** What kinds a page may be of, in the order of the index. */
const KINDS = ["event", "practice", "organisation", "venue", "other", "overview", "past"];
/** How much a kind counts, in the same order. */
const KIND_WEIGHT = [1.1, 1.05, 1, 1, 1, 0.6, 0.55];
/** How much a word counts by where it stands: as the whole title, in the title, about, in the text. */
const PLACE_WEIGHT = [12, 8, 3, 1];
/** Fewer pages than this are filled up with those that fit in part. */
const FEW = 5;
/** Pages of many things are no answer where they only list what is: those that count this many times less than the best. */
const FAR = 5;
const OTHER = 4;
const OVERVIEW = 5;
const FIRST_DAY = 719_163; // 1970-01-01, as Python counts days

const wordsIn = (/** @type {string} */ text) => text.toLowerCase().replaceAll("\u00ad", "").normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];
const keyOf = (/** @type {string} */ word, /** @type {string} */ language) =>
    !/^\p{L}+$/u.test(word) ? folded(word) : language === "en" ? englishKey(folded(word)) : stemKey(word, language);
const dayOf = (/** @type {number} */ number) => new Date((number - FIRST_DAY) * 86_400_000).toISOString().slice(0, 10);

/** The pages that a typed word may mean, each with its weight. @type {(index: Index, typed: string) => Promise<Map<number, number>>} */
const pagesFor = async (index, typed) => {
    /** @type {Map<number, number>} */
    const weights = new Map();
    const words = [...meant(index, keyOf(typed, index.head.language), folded(typed))];
    if (!words.length) {
        for (const places of await Promise.all(begun(index, folded(typed)).map((word) => pagesOf(index, word)))) {
            for (const page of places[0]) weights.set(page, PLACE_WEIGHT[1]);
        }
    }
    const lists = await Promise.all(words.map(([word]) => pagesOf(index, word)));
    lists.forEach((places, number) => places.forEach((pages, place) => {
        // A part of a title tells as much, however long the title: what comes sooner stands first.
        const sure = words[number][1];
        const weight = sure * PLACE_WEIGHT[sure < 0.8 ? Math.max(place, 1) : place];
        for (const page of pages) if (weight > (weights.get(page) ?? 0)) weights.set(page, weight);
    }));
    return weights;
};

/** Two words written apart may be one: what is found for both together counts for each. */
const joinedPairs = async (/** @type {Index} */ index, /** @type {string[]} */ typed, /** @type {Map<number, number>[]} */ found) => {
    for (let at = 0; at + 1 < typed.length; at += 1) {
        const joined = `${typed[at]}${typed[at + 1]}`;
        const key = keyOf(joined, index.head.language);
        if (joined.length < 6 || !index.words.some((word) => word.startsWith(key))) continue;
        for (const [page, weight] of await pagesFor(index, joined)) {
            for (const one of [found[at], found[at + 1]]) if (weight > (one.get(page) ?? 0)) one.set(page, weight);
        }
    }
};

/** @type {(index: Index, query: string) => Promise<[number, number][]>} */
const ranked = async (index, query) => {
    const all = wordsIn(String(query ?? "").slice(0, 200)).filter((word) => word.length > 1).slice(0, 8);
    const telling = all.filter((word) => !index.head.idle.includes(keyOf(word, index.head.language)));
    const typed = telling.length ? telling : all;
    const found = await Promise.all(typed.map((word) => pagesFor(index, word)));
    await joinedPairs(index, typed, found);
    /** @type {Map<number, [number, number]>} */
    const sums = new Map();
    for (const weights of found) {
        for (const [page, weight] of weights) {
            const [sum, count] = sums.get(page) ?? [0, 0];
            sums.set(page, [sum + weight, count + 1]);
        }
    }
    const most = Math.max(0, ...[...sums.values()].map(([, count]) => count));
    if (most * 2 <= typed.length && typed.length > 1) return [];
    const {groups} = index.head;
    const kind = (/** @type {number} */ page) => groups.findIndex((stop, at) => at > 0 && page < stop) - 1;
    // Where few pages hold all words, those follow that are about one of them; unless a word is nowhere.
    const isWide = most === typed.length && found.every((weights) => weights.size)
        && [...sums.values()].filter(([, count]) => count === most).length < FEW;
    const hits = [...sums].filter(([, [sum, count]]) => count === most || (isWide && sum >= PLACE_WEIGHT[1] * 0.7 * count))
        .map(([page, [sum, count]]) => /** @type {[number, number]} */ ([
            page, sum * KIND_WEIGHT[kind(page)] * (count === most ? 1 : 0.1),
        ]))
        .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return hits.filter(([page, weight]) => weight * FAR > hits[0][1] || kind(page) !== OTHER && kind(page) !== OVERVIEW);
};

/** @type {(base: string, query: string, limit: number, anew: boolean) => Promise<Hit[]>} */
const searched = async (base, query, limit, anew) => {
    const index = await indexOf(base, anew);
    const best = (await ranked(index, query)).slice(0, limit);
    const {groups} = index.head;
    return Promise.all(best.map(async ([page, weight]) => {
        const [address, title, when = "", place = "", first = 0, more = 0] = await rowOf(index, page);
        const kind = KINDS[groups.findIndex((stop, at) => at > 0 && page < stop) - 1];
        const [starts, ends] = first ? [dayOf(first), dayOf(first + more)] : ["", ""];
        return {address, title, kind, when, place, first: starts, last: ends, weight};
    }));
};

/**
 * The pages that fit a question best. `base` is the site's address with a slash at its end.
 * @param {string} query
 * @param {{ base?: string, limit?: number }} [options]
 * @returns {Promise<Hit[]>}
 */
export const search = async (query, {base = new URL("../../", import.meta.url).href, limit = 20} = {}) => {
    try {
        return await searched(base, query, limit, false);
    } catch (error) {
        // The cache held pieces of two builds.
        if (!(error instanceof OtherBuildError)) throw error;
        return searched(base, query, limit, true);
    }
};
