// @ts-check
// What stays of a Finnish or Swedish word in all its forms: the mirror of language/stems.py.
// After the descriptions at snowballstem.org/algorithms/{finnish,swedish}/stemmer.html. A word is letters only.

const list = (/** @type {string} */ text) => text.split(" ").sort((a, b) => b.length - a.length);

/** The longest of the endings that stands behind `from` and pleases `fits`, else "". */
const ending = (
    /** @type {string} */ word, /** @type {number} */ from, /** @type {string[]} */ endings,
    /** @type {(before: string, one: string) => boolean} */ fits = () => true,
) => endings.find((one) =>
    word.endsWith(one) && word.length - one.length >= from && fits(word.slice(from, word.length - one.length), one)) ?? "";

const cut = (/** @type {string} */ word, /** @type {number} */ count) => word.slice(0, word.length - count);

/** Where the region behind the first vowel and the consonant after it begins. */
const region = (/** @type {string} */ word, /** @type {RegExp} */ vowel, /** @type {number} */ from) => {
    let at = from;
    while (at < word.length && !vowel.test(word[at])) at += 1;
    while (at < word.length && vowel.test(word[at])) at += 1;
    return Math.min(at + 1, word.length);
};

const VOWEL = /[aeiouyäö]/;
const PARTICLES = list("kin kaan kään ko kö han hän pa pä sti");
const OWNERS = list("si ni nsa nsä mme nne an än en");
const CASES = list("han hen hin hon hun hän hön siin seen den tten n a ä tta ttä ta tä ssa ssä sta stä lla llä lta ltä "
    + "lle na nä ksi ine");
const COMPARED = list("mpi mpa mpä mmi mma mmä impi impa impä immi imma immä eja ejä");
const LONG = /(aa|ee|ii|oo|uu|ää|öö)$/;
const BEFORE_OWNER = {an: /(ta|ssa|sta|lla|lta|na)$/, "än": /(tä|ssä|stä|llä|ltä|nä)$/, en: /(lle|ine)$/};

/** @type {(before: string, one: string) => boolean} */
const caseFits = (before, one) => {
    if (/^h.n$/.test(one)) return before.endsWith(one[1]) || (one === "hön" && before.endsWith("ø"));
    if (one === "seen") return LONG.test(before);
    return !/^(siin|den|tten)$/.test(one) || /[aeiouäö]i$/.test(before);
};

const finnish = (/** @type {string} */ whole) => {
    let word = whole;
    const first = region(word, VOWEL, 0);
    const second = region(word, VOWEL, first);
    let found = ending(word, first, PARTICLES);
    if (found && (found === "sti" ? word.length - 3 >= second : /[aeiouyäönt]$/.test(cut(word, found.length)))) {
        word = cut(word, found.length);
    }
    found = ending(word, first, OWNERS);
    const rest = cut(word, found.length);
    if (found === "si") word = rest.endsWith("k") ? word : rest;
    else if (found === "ni") word = rest.replace(/kse$/, "ksi");
    else if (found.length === 2) word = BEFORE_OWNER[/** @type {"an"} */ (found)].test(rest) ? rest : word;
    else if (found) word = rest;

    let ended = false;
    found = ending(word, first, CASES, caseFits);
    if (found) {
        const before = cut(word, found.length);
        if (found === "n") word = LONG.test(before) || before.endsWith("ie") ? cut(before, 1) : before;
        else if (found === "a" || found === "ä") word = /[bcdfghjklmnpqrstvwxz][aeiouyäö]$/.test(before) ? before : word;
        else if (found === "tta" || found === "ttä") word = before.endsWith("e") ? before : word;
        else word = before;
        ended = word !== `${before}${found}`;
    }
    found = ending(word, second, COMPARED);
    if (found && (found.length === 4 || found.startsWith("e") || !cut(word, 3).endsWith("po"))) word = cut(word, found.length);
    if (ended) word = cut(word, ending(word, first, ["i", "j"]).length);
    else if (word.length - 2 >= first && /[aeiouyäö]t$/.test(word)) {
        word = cut(word, 1);
        found = ending(word, second, ["imma", "mma"]);
        if (found && (found === "imma" || !cut(word, 3).endsWith("po"))) word = cut(word, found.length);
    }
    if (word.length < first) return word;
    if (word.length - 2 >= first && LONG.test(word)) word = cut(word, 1);
    if (word.length - 2 >= first && /[bcdfghjklmnpqrstvwxz][aeiä]$/.test(word)) word = cut(word, 1);
    if (word.length - 2 >= first && /[ou]j$/.test(word)) word = cut(word, 1);
    if (word.length - 2 >= first && /jo$/.test(word)) word = cut(word, 1);
    return word.replace(/([bcdfghjklmnpqrstvwxz])\1([aeiouyäö]*)$/, "$1$2");
};

const SWEDISH_VOWEL = /[aeiouyäåö]/;
const ENDINGS = list("a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or s as "
    + "arnas ernas ornas es ades andes ens arens hetens erns at et andet het ast");
const NO_ET = /(fab|h|pak|rak|stak|kom|iet|cit|dit|alit|ilit|mit|nit|pit|rit|sit|tit|uit|ivit|kvit|xit)$/;
const etFits = (/** @type {string} */ before) =>
    before.length > 2 && /[aeiouyäåö][^aeiouyäåö]$/.test(before) && !NO_ET.test(before);

const swedish = (/** @type {string} */ whole) => {
    let word = whole;
    const first = word.length < 3 ? word.length : Math.max(3, region(word, SWEDISH_VOWEL, 0));
    let found = ending(word, first, ENDINGS);
    if (found === "s" && word.endsWith("ets") && etFits(cut(word, 3))) found = "ets";
    if (found && (found === "s" ? /[bcdfghjklmnoprtvy]s$/.test(word) : found !== "et" || etFits(cut(word, 2)))) {
        word = cut(word, found.length);
    }
    if (ending(word, first, ["dd", "gd", "nn", "dt", "gt", "kt", "tt"])) word = cut(word, 1);
    found = ending(word, first, ["fullt", "lig", "els", "öst", "ig"]);
    if (found === "fullt") word = cut(word, 1);
    else if (found === "öst") word = /[iklnprtuv]öst$/.test(word) ? cut(word, 1) : word;
    return found.length && found !== "fullt" && found !== "öst" ? cut(word, found.length) : word;
};

/** A text in small letters, without dots, rings and accents. @param {string} text */
export const folded = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

/** The key that the forms of a word share. @param {string} word @param {string} language */
export const stemKey = (word, language) => {
    const small = word.toLowerCase().normalize("NFC");
    if (small.length > 60) return folded(small);
    return folded(language === "fi" ? finnish(small) : language === "sv" ? swedish(small) : small);
};
