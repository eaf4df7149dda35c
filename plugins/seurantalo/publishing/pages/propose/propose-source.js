// @ts-check
/** The file of an event that is to be changed: on which shelf it is, and what it says. */

/** On which shelf an event's file is, or a municipality (CRC-32 as of gzip, which `source.py` counts too). @param {string} id @param {number} shelves */
export function shelf(id, shelves) {
  let found = -1;
  for (const octet of new TextEncoder().encode(id)) {
    found ^= octet;
    for (let bit = 0; bit < 8; bit++) found = (found >>> 1) ^ (found & 1 ? 0xedb88320 : 0);
  }
  return (~found >>> 0) % shelves;
}

/** An event's file as it is now; null where it is not there. What nobody answers, or not as a whole, throws. @param {any} config @param {string} id */
export async function fetched({ events, shelves, months_of_events }, id) {
  const get = (/** @type {string} */ address) => fetch(new URL(`${address}.json`, location.href), { cache: "no-cache" }).then((answer) => answer.status === 404 ? {} : answer.json());
  const files = await get(`${events}${shelf(id, shelves)}`);
  return unpacked(await whole(files, id, (month) => get(`${months_of_events}${month}`)), id);
}

/** The files of a shelf, an event's with the description that it leaves to the open data of a month. What is not the same text throws.
 * @param {any} files @param {string} id @param {(month: string) => Promise<any>} get */
export async function whole(files, id, get) {
  const { told, ...file } = Object.hasOwn(files, id) ? files[id] : {};
  if (!told) return files;
  const { items } = await get(told.month);
  const { description } = items.find((/** @type {any} */ one) => one.id === id);
  const indent = file.prose.description;
  const lines = file.text.split("\n");
  const words = /** @type {string[]} */ (Object.values(description))[0].split("\n");
  lines.splice(told.behind, 0, ...words.map((line) => line && " ".repeat(indent) + line));
  const text = lines.join("\n");
  if (new TextEncoder().encode(text).length !== told.octets) throw new Error("published anew meanwhile");
  return { [id]: { ...file, text } };
}

/** An event's file of its shelf, with the long texts that only the text has; null where it is not there. @param {any} files @param {string} id */
export function unpacked(files, id) {
  if (!Object.hasOwn(files, id)) return null;
  const { prose = {}, ...found } = files[id];
  let next = 1;
  found.lines = Object.fromEntries(found.lines.split(" ").filter(Boolean).map((/** @type {string} */ field) => {
    const [, name, at = next, more = 0] = /** @type {any} */ (/^(\w+)(?:@(\d+))?(?:\+(\d+))?$/.exec(field));
    next = Number(at) + Number(more) + 1;
    return [name, [Number(at), next - 1]];
  }));
  const lines = found.text.split("\n");
  for (const [name, indent] of Object.entries(prose)) {
    const [first, last] = found.lines[name];
    found.values[name] = lines.slice(first - (indent ? 0 : 1), last).map((/** @type {string} */ line) => line.slice(indent)).join("\n");
  }
  return found;
}
