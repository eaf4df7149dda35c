// @ts-check
/** A proposal in a link, as `proposing/wire.py` packs and unpacks it. What comes in was written by a stranger. */
import {cleanText} from "./file-text.js";

/** @typedef {{kind: string, path: string, base?: string, set?: Object<string, any>, drop?: string[]}} ProposedFile */
/** @typedef {{act: string, files: ProposedFile[], sender?: {role?: string, email?: string}, note?: string}} Proposal */

const MOST_BYTES = 65_536;
const MOST_FILES = 8;
const DEEPEST = 6;
const MOST_ITEMS = 2_000;
const LONGEST_NOTE = 2_000;
const LONGEST_ADDRESS = 200;
const LARGEST_NUMBER = 1e12;
const ACTS = /^(event|change|move|cancel|confirm|outcome|organisation|venue|practice|adoption|idea|comment)$/;
const PATH = /^(events|content\/[a-z]+)(\/[a-z0-9-]+)*\/[a-z0-9-]+\.(yml|md)$/;

/** @param {string} text */
const checkOf = (text) => {
  let found = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) found = Math.imul(found ^ text.charCodeAt(at), 0x01000193) >>> 0;
  let letters = "";
  for (; letters.length < 4; found = Math.floor(found / 26)) letters += String.fromCharCode(97 + (found % 26));
  return letters;
};

/** The fragment of a link that carries a proposal. @param {Proposal} proposal */
export async function pack(proposal) {
  const raw = new TextEncoder().encode(JSON.stringify(proposal));
  let [prefix, bytes] = ["e0", raw];
  try {
    const stream = new Blob([raw]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    [prefix, bytes] = ["e1", new Uint8Array(await new Response(stream).arrayBuffer())];
  } catch {
    // An older browser: the link is longer.
  }
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const body = `${prefix}.${btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "")}`;
  return `${body}.${checkOf(body)}`;
}

/** The proposal of a fragment, or why there is none: it was cut on its way, or is none of ours. @param {string} fragment @returns {Promise<{proposal: Proposal} | {broken: "cut" | "unknown"}>} */
export async function unpack(fragment) {
  const text = fragment.slice(fragment.lastIndexOf("#") + 1).replace(/\s/g, "");
  const found = text.length <= 2 * MOST_BYTES && text.match(/^((e[01])\.([\w-]+))\.([a-z]{4})$/);
  if (!found || checkOf(found[1]) !== found[4]) return {broken: /^e([01](\..*)?)?$/.test(text) ? "cut" : "unknown"};
  try {
    const binary = atob(found[3].replace(/-/g, "+").replace(/_/g, "/"));
    const packed = Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
    const raw = found[2] === "e1" ? await unpacked(packed) : packed;
    if (raw.length > MOST_BYTES) return {broken: "unknown"};
    const proposal = proposalOf(JSON.parse(new TextDecoder("utf-8", {fatal: true, ignoreBOM: true}).decode(raw)));
    return proposal ? {proposal} : {broken: "unknown"};
  } catch {
    return {broken: "unknown"};
  }
}

/** Stops before a small link becomes large. @param {Uint8Array} packed */
const unpacked = async (packed) => {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const pieces = [];
  for (let size = 0; ;) {
    const {done, value} = await reader.read();
    if (done) return new Uint8Array(await new Blob(pieces).arrayBuffer());
    pieces.push(value);
    size += value.length;
    if (size > MOST_BYTES) {
      await reader.cancel();
      throw new RangeError();
    }
  }
};

/** @param {any} made @returns {Proposal | null} */
export const proposalOf = (made) => {
  if (!isMap(made) || typeof made.act !== "string" || !ACTS.test(made.act) || !Array.isArray(made.files)) return null;
  const files = made.files.slice(0, MOST_FILES).map(fileOf);
  if (!files[0]) return null;
  const [role, email] = ["role", "email"].map((name) => text(isMap(made.sender) && made.sender[name], LONGEST_ADDRESS));
  const note = text(made.note, LONGEST_NOTE);
  return {
    act: made.act,
    files: /** @type {ProposedFile[]} */ (files.filter(Boolean)),
    ...(role || email ? {sender: {...(role && {role}), ...(email && {email})}} : {}),
    ...(note && {note}),
  };
};

/** @param {any} made @returns {ProposedFile | null} */
const fileOf = (made) => {
  if (!isMap(made) || typeof made.path !== "string" || made.path.length > LONGEST_ADDRESS) return null;
  const {kind, path, base} = made;
  if (typeof kind !== "string" || !PATH.test(path)) return null;
  if (base != null && !(typeof base === "string" && /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(base))) return null;
  const set = isMap(made.set) ? clean(made.set, DEEPEST + 1) : {};
  const named = Array.isArray(made.drop) ? made.drop : [];
  const drop = [...new Set(named.filter((/** @type {any} */ name) => typeof name === "string" && NAME.test(name)))];
  return {
    kind, path, ...(base && {base}), ...(Object.keys(set).length && {set}), ...(drop.length && {drop}),
  };
};

const NAME = /^[a-z_]{1,40}$/;

/** @param {any} value */
const isMap = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/** @param {any} value @param {number} most */
const text = (value, most) => (typeof value === "string" ? [...cleanText(value)].slice(0, most).join("") : "");

/** A value without what is none; null where nothing is left. @param {any} value @param {number} depth @returns {any} */
const clean = (value, depth) => {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isInteger(value) && Math.abs(value) <= LARGEST_NUMBER ? value : null;
  if (typeof value === "string") return cleanText(value);
  if (!depth || value === null || typeof value !== "object") return null;
  if (Array.isArray(value)) {
    return value.slice(0, MOST_ITEMS).map((one) => clean(one, depth - 1)).filter((one) => one !== null);
  }
  const pairs = Object.entries(value).filter(([name]) => NAME.test(name) && name !== "__proto__")
    .map(([name, one]) => [name, clean(one, depth - 1)]);
  return Object.fromEntries(pairs.filter(([, one]) => one !== null));
};
