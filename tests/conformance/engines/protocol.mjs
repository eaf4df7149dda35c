// @ts-check
// What every foreign engine is asked and what it answers: see protocol.py, which says the same in Python.
import fs from "node:fs";

/**
 * @typedef {object} Seen
 * @property {number} components
 * @property {[string, string, string, string][]} occurrences
 * @property {[string, string, string, string][]} texts
 * @property {string[]} errors
 */

const DAY = 86_400_000;
const MARGIN = 40 * DAY;

/** The instant in the form that occurrences have. @param {Date} instant */
export function said(instant) {
  return instant.toISOString().replace(/[-:]|\.000/g, "");
}

/**
 * Answer one request. `read` takes a feed's text and the first and last instant to look at, and fills in what it
 * sees; it may throw anything.
 * @param {(text: string, opens: Date, closes: Date, seen: Seen) => void} read
 */
export function answer(read) {
  const request = JSON.parse(fs.readFileSync(0, "utf8"));
  const opens = new Date(Date.parse(request.first) - MARGIN);
  const closes = new Date(Date.parse(request.last) + MARGIN);
  const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  for (const file of request.files) {
    /** @type {Seen} */
    const seen = { components: 0, occurrences: [], texts: [], errors: [] };
    try {
      read(utf8.decode(fs.readFileSync(file)), opens, closes, seen);
    } catch (error) {
      seen.errors.push(String(error).split("\n")[0].slice(0, 200));
    }
    process.stdout.write(`${JSON.stringify(seen)}\n`);
  }
}
