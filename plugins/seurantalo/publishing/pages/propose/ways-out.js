// @ts-check
/** Addresses by which a proposal leaves the page, within what forges and mail programs take: as `proposing/forge.py`. */
import {oneLine} from "./file-text.js";

/** @typedef {{kind: string, name: string, new: string, file: string, text: string, issues: string, title: string, body: string, labels: string, template: string, signIn: string}} Forge */
/** @typedef {{href: string, needsSignIn: boolean, tooLong: boolean}} Address */

const LONGEST_DOUBLED = 8_000;
const LONGEST = 7_500;
const LONGEST_MAIL = 1_800;

/** @param {string} text */
const quoted = (text) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** @param {string} text */
const encoded = (text) => quoted(text).replace(/%20/g, "+");

/** @param {string} start @param {string[][]} pairs */
const joined = (start, pairs) => {
  const query = pairs.filter(([key, text]) => key && text).map(([key, text]) => `${encoded(key)}=${encoded(text)}`);
  return query.length ? `${start}?${query.join("&")}` : start;
};

/** @param {Forge} forge @param {string} start @param {string[][]} told @param {string[][]} filled @returns {Address} */
const bounded = (forge, start, told, filled) => {
  const whole = joined(start, [...told, ...filled]);
  if (whole.length > LONGEST || filled.some(([key, text]) => text && !key)) {
    return {href: joined(start, told), needsSignIn: false, tooLong: true};
  }
  const needsSignIn = forge.signIn.length + quoted(whole).length > LONGEST_DOUBLED;
  return {href: whole, needsSignIn, tooLong: false};
};

/** Where a file is added with its text filled in. `tooLong`: the text has to be copied first. @param {Forge} forge @param {string} path @param {string} text */
export function newFileAddress(forge, path, text) {
  const at = path.lastIndexOf("/");
  return bounded(forge, forge.new + path.slice(0, at), [[forge.file, path.slice(at + 1)]], [[forge.text, text]]);
}

/** Where an issue is written with its questions answered, by their ids. @param {Forge} forge @param {{template?: string, title?: string, fields?: Object<string, string>, labels?: string[]}} issue */
export function issueAddress(forge, {template = "", title = "", fields = {}, labels = []}) {
  const told = [[forge.template, template], [forge.title, title], [forge.labels, labels.join(",")]];
  const filled = forge.body ? [[forge.body, Object.values(fields).join("\n\n")]] : Object.entries(fields);
  return bounded(forge, forge.issues, told, filled);
}

/** A letter that is begun; "" where mail programs would cut it. @param {string} to @param {string} subject @param {string[]} lines @param {string} link */
export function mailAddress(to, subject, lines, link) {
  const body = [...lines.map(oneLine), ...(link ? ["", link] : [])].join("\r\n");
  const made = `mailto:${quoted(to).replace(/%40/g, "@")}?subject=${quoted(oneLine(subject))}&body=${quoted(body)}`;
  return to && made.length <= LONGEST_MAIL ? made : "";
}

/** Sends a proposal to a site's own server: its page when it was taken, what is to be corrected, or that nobody answered. @param {string} endpoint @param {import("./proposal-link.js").Proposal} proposal @returns {Promise<{url: string} | {problems: string[]} | {failed: true}>} */
export async function sendTo(endpoint, proposal) {
  try {
    const answer = await fetch(endpoint, {
      method: "POST",
      headers: {"Content-Type": "application/json"},
      body: JSON.stringify({version: 1, ...proposal}),
      credentials: "omit",
      referrerPolicy: "no-referrer",
      redirect: "error",
    });
    const told = await answer.json().catch(() => ({}));
    if (answer.ok) return {url: /^https:\/\//.test(told?.url) ? told.url : ""};
    if (answer.status >= 400 && answer.status < 500 && Array.isArray(told?.problems)) {
      return {problems: told.problems.slice(0, 20).map((/** @type {any} */ one) => oneLine(String(one)).slice(0, 500))};
    }
  } catch {
    // No network, or no such server.
  }
  return {failed: true};
}
