// @ts-check
// The files of the search (publishing/search/index.py): each is fetched once, and all must be of one build.

/**
 * @typedef {{ of: string, language: string, idle: string[],
 *   say: Record<string, string>, groups: number[], pages: number, starts: number[],
 *   words: string, also: string, of_word: number[] }} Head
 * @typedef {{ head: Head, words: string[], also: Map<string, number>, keys: string[] | null,
 *   piece: (name: string) => Promise<any> }} Index
 */

/** @type {Map<string, Promise<Index>>} */
const opened = new Map();

export class OtherBuildError extends Error {}

/** @type {(address: string, anew: boolean) => Promise<any>} */
const fetched = async (address, anew) => {
    const answer = await fetch(address, anew ? {cache: "reload"} : {});
    if (!answer.ok) throw new OtherBuildError(`${answer.status} ${address}`);
    return answer.json();
};

/** @type {(coded: string) => string[]} */
const decoded = (coded) => {
    let before = "";
    return (coded ? coded.split(" ") : []).map((one) => {
        before = before.slice(0, parseInt(one[0], 36)) + one.slice(1);
        return before;
    });
};

/** @type {(base: string, anew: boolean) => Promise<Index>} */
const open = async (base, anew) => {
    const folder = `${base}haku/tiedot/`;
    const head = /** @type {Head} */ (await fetched(`${folder}sanat.json`, anew));
    const words = decoded(head.words);
    /** @type {Map<string, Promise<any>>} */
    const pieces = new Map();
    const piece = (/** @type {string} */ name) => {
        const known = pieces.get(name) ?? fetched(`${folder}${name}.json`, anew).then((one) => {
            if (one.of !== head.of) throw new OtherBuildError(name);
            return one;
        });
        pieces.set(name, known);
        return known;
    };
    const also = new Map(decoded(head.also).map((word, at) => [word, head.of_word[at]]));
    return {head, words, also, keys: null, piece};
};

/**
 * The index of the site at `base`; `anew`: past the browser's cache.
 * @param {string} base
 * @param {boolean} [anew]
 * @returns {Promise<Index>}
 */
export const indexOf = (base, anew = false) => {
    const known = anew ? undefined : opened.get(base);
    if (known) return known;
    const index = open(base, anew);
    opened.set(base, index);
    index.catch(() => opened.delete(base));
    return index;
};

/**
 * Where a word stands: pages by place, [in a whole title, in a title, about, in the text].
 * @param {Index} index
 * @param {number} word
 * @returns {Promise<number[][]>}
 */
export const pagesOf = async ({head, piece}, word) => {
    let at = 0;
    while (at + 1 < head.starts.length && head.starts[at + 1] <= word) at += 1;
    const {lists} = await piece(`o${at}`);
    return lists[word - head.starts[at]].split("|").map((/** @type {string} */ one) => {
        let page = 0;
        return one ? one.split(",").map((gap) => (page += parseInt(gap, 36))) : [];
    });
};

/**
 * A page as it is shown: address, title, when, place, first day, days until the last one.
 * @param {Index} index
 * @param {number} page
 * @returns {Promise<[string, string, string?, string?, number?, number?]>}
 */
export const rowOf = async ({head, piece}, page) => {
    const {rows} = await piece(`s${Math.floor(page / head.pages)}`);
    return rows[page % head.pages];
};
