// @ts-check
/** Whether two titles mean the same: `planner/titles.py`, whose words are in saannot.json. */

/** @typedef {{fillers: string[], endings: string[], one_of: string[][], grades: string[][], happening: string, everyday: string, lessons: string[], places: string[]}} Lists */
/** @typedef {{words: string[], numbers: Set<string>}} Parsed */

const [PART, SAYING, LONG] = [4, 3, 5];
export const [NONE, EVERYDAY, OWN] = [0, 1, 2];

/** @param {string} text */
export const folded = (text) =>
  text.toLowerCase().replace(/ß/g, "ss").replace(/ς/g, "σ").normalize("NFKD").replace(/\p{Mn}/gu, "");

/** @param {string} text */
export const wordsOf = (text) =>
  (folded(text).match(/[\p{L}\p{Nl}\p{No}]+(?:[-'’][\p{L}\p{Nl}\p{No}]+)*/gu) ?? []).map((word) => word.replace(/[-'’]/g, ""));

/** @param {string} word @param {Iterable<string>} beginnings */
const begins = (word, beginnings) => {
  for (const one of beginnings) if (word.startsWith(one)) return true;
  return false;
};

/** Two words are one, with a slip of the pen: per cent of letters in a common sequence. @param {string} a @param {string} b @param {number} slip */
function isSlip(a, b, slip) {
  if (Math.min(a.length, b.length) < LONG || (200 * Math.min(a.length, b.length)) / (a.length + b.length) < slip) return false;
  let row = new Array(b.length + 1).fill(0);
  for (const letter of a) {
    const next = [0];
    for (let i = 0; i < b.length; i += 1) next.push(letter === b[i] ? row[i] + 1 : Math.max(row[i + 1], next[i]));
    row = next;
  }
  return (200 * row[b.length]) / (a.length + b.length) >= slip;
}

export class Titles {
  /** @param {Lists} lists @param {number} slip */
  constructor(lists, slip) {
    this.lists = lists;
    this.slip = slip;
    this.fillers = new Set(lists.fillers);
    this.endings = new Set(lists.endings);
    this.happening = new RegExp(`^(?:${lists.happening})$`);
    this.everyday = new RegExp(`^(?:${lists.everyday})$`);
    this.everydayBegins = new RegExp(`^(?:${lists.everyday})`);
    /** @type {Map<string, Parsed>} */
    this.known = new Map();
  }

  /** @param {string} text @returns {Parsed} */
  parsed(text) {
    let found = this.known.get(text);
    if (!found) {
      const words = wordsOf(text);
      const inOne = (/** @type {string} */ word) =>
        [...this.lists.one_of, ...this.lists.grades].reduce((known, [said, meant]) => known.replaceAll(said, meant), word);
      const telling = words.filter((word) => !this.fillers.has(word) && [...word].length > 1).map(inOne).sort();
      const numbers = (text.match(/\p{Nd}+/gu) ?? []).filter((one) => !/^(?:19|20)\p{Nd}{2}$/u.test(one)).map((one) => one.replace(/^0+/, ""));
      const letters = words.length > 1 ? words.slice(-1).filter((word) => [...word].length === 1) : [];
      this.known.set(text, (found = { words: telling, numbers: new Set([...numbers, ...letters]) }));
    }
    return found;
  }

  /** How the words of a name begin, however they are inflected. @param {string} text */
  stems(text) {
    return this.parsed(text).words.filter((word) => word.length >= PART).map((word) => {
      for (const size of [2, 1]) if (this.endings.has(word.slice(-size)) && word.length - size >= PART) return word.slice(0, -size);
      return /[aeiouy]$/.test(word) && word.length > PART ? word.slice(0, -1) : word;
    });
  }

  /** How far two titles are alike; `names` may be in one of them alone. @param {string} one @param {string} other @param {string[]} names */
  likeness(one, other, names) {
    const [a, b] = [this.parsed(one), this.parsed(other)];
    const within = (/** @type {Set<string>} */ x, /** @type {Set<string>} */ y) => [...x].every((each) => y.has(each));
    if (!within(a.numbers, b.numbers) && !within(b.numbers, a.numbers)) return NONE;
    if (a.words.join(" ") === b.words.join(" ")) {
      const same = a.words.length || (within(a.numbers, b.numbers) && within(b.numbers, a.numbers) && (a.numbers.size || one === other));
      return same ? this.told(a.words) : NONE;
    }
    const [mine, others] = this.marked(a.words, b.words);
    const known = [...this.lists.places, ...names];
    const [more, otherMore] = [mine, others].map((marked) => this.saysMore(marked, known));
    if (more && otherMore) return NONE;
    const both = more ? others : mine;
    if (both.reduce((sum, { marks }) => sum + marks.filter(Boolean).length, 0) < SAYING) return NONE;
    return this.told(both.filter(({ marks }) => marks.some(Boolean)).map(({ word }) => word));
  }

  /** @param {string[]} words */
  told(words) {
    const telling = words.filter((word) => !begins(word, this.lists.places));
    return telling.length && telling.every((word) => this.everyday.test(word)) ? EVERYDAY : OWN;
  }

  /** @param {string[]} mine @param {string[]} others */
  marked(mine, others) {
    const [a, b] = [mine, others].map((words) => words.map((word) => ({ word, marks: new Array(word.length).fill(false) })));
    for (const x of a) for (const y of b) if (x.word === y.word || isSlip(x.word, y.word, this.slip)) [x, y].forEach((one) => one.marks.fill(true));
    for (let found = true; found; ) found = [this.mark(a, b), this.mark(b, a)].some(Boolean);
    return [a, b];
  }

  /** @typedef {{word: string, marks: boolean[]}} Marked */
  /** Marks what words begin with and the others have. @param {Marked[]} mine @param {Marked[]} others */
  mark(mine, others) {
    let found = false;
    for (const { word, marks } of mine) {
      for (let start = 0; start < word.length; start += 1) {
        if (start && (marks[start] || !marks.slice(0, start).some(Boolean))) continue;
        for (const other of others) {
          const [size, place] = this.shared(word, start, other.word);
          if (marks.slice(start, start + size).every(Boolean) && other.marks.slice(place, place + size).every(Boolean)) continue;
          marks.fill(true, start, start + size);
          other.marks.fill(true, place, place + size);
          found = true;
        }
      }
    }
    return found;
  }

  /** The longest part from a place on that the other word has anywhere. @param {string} word @param {number} start @param {string} other */
  shared(word, start, other) {
    for (let size = Math.min(word.length - start, other.length); size >= SAYING; size -= 1) {
      const place = other.indexOf(word.slice(start, start + size));
      if (place >= 0 && (size >= PART || (size === word.length && place === 0 && this.endings.has(other.slice(size))))) return [size, place];
    }
    return [0, 0];
  }

  /** @param {Marked[]} marked @param {string[]} known */
  saysMore(marked, known) {
    return marked.some(({ word, marks }) => !begins(word, known) && this.pieces(word, marks).some(([start, piece]) =>
      piece.length >= SAYING && !(start && this.endings.has(piece)) && !this.happening.test(piece)));
  }

  /** The parts of a word that the other title has not. @param {string} word @param {boolean[]} marks @returns {[number, string][]} */
  pieces(word, marks) {
    return [...marks.map((mark) => (mark ? "1" : "0")).join("").matchAll(/0+/g)].map(({ index, 0: run }) => [index, word.slice(index, index + run.length)]);
  }

  /** Whether a word of either begins alike and tells the subject. @param {string} one @param {string} other @param {string[]} known */
  shareSubject(one, other, known) {
    const said = [...known, ...this.lists.lessons];
    const [mine, others] = [one, other].map((title) =>
      this.parsed(title).words.filter((word) => word.length >= LONG && !begins(word, said) && !this.everydayBegins.test(word)).map((word) => word.slice(0, LONG)));
    return mine.some((word) => others.includes(word));
  }
}
