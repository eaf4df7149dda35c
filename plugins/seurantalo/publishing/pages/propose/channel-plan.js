// @ts-check
/** Where an event is announced: the ticks of the form as a canonical value, and back. */

/** @typedef {{id: string, usual: boolean, on: boolean, sentence: string}} Tick `usual`: it comes unasked */
/** @typedef {{channel: string, skip?: boolean | string, sentence?: any} & Record<string, any>} Said */

/** What a plan says of each channel. @param {any} plan @returns {Map<string, Said>} */
const saidIn = (plan) => new Map([plan].flat().filter((one) => one && one !== "default" && one !== "no")
  .map((one) => (typeof one === "object" ? one : { channel: String(one) })).map((one) => [one.channel, one]));

/** Whether a plan leaves the usual ones out. @param {any} plan */
const isExact = (plan) => Array.isArray(plan) && plan.length > 0 && !plan.includes("default");

/** Whether a channel is told of an event, as a plan says it. @param {any} plan undefined where nothing is said @param {string} id @param {boolean} usual */
export function isOn(plan, id, usual) {
  const said = saidIn(plan).get(id);
  if (said) return !said.skip;
  return usual && plan !== "no" && !isExact(plan);
}

/** The sentence of a channel as it stands. @param {any} plan @param {string} id @param {string} language @returns {string} */
export function sentenceOf(plan, id, language) {
  const { sentence = "" } = saidIn(plan).get(id) ?? {};
  return typeof sentence === "object" ? sentence[language] ?? "" : sentence;
}

/**
 * What is to be written: `no` for nowhere, undefined where the usual ones are meant and nothing more is said.
 * What stood there beside the ticks, such as the day on which something was told, stays.
 * @param {Tick[]} ticks @param {any} plan what stood there @param {string} language @returns {any}
 */
export function planOf(ticks, plan, language) {
  const said = saidIn(plan);
  const exact = isExact(plan) || !ticks.some(({ usual }) => usual);
  const items = ticks.flatMap(({ id, usual, on, sentence }) => {
    const { channel = id, skip = true, sentence: words, ...rest } = said.get(id) ?? {};
    const stood = typeof words === "object" ? words[language] ?? "" : words ?? "";
    const kept = sentence === stood ? words : typeof words === "object" ? { ...words, [language]: sentence } : sentence;
    const more = { channel, ...rest, ...(kept && { sentence: kept }) };
    const told = Object.keys(more).length > 1;
    if (on) return told ? [more] : usual && !exact ? [] : [id];
    return (usual && !exact) || Object.keys(rest).length || typeof skip === "string" ? [{ ...more, skip }] : [];
  });
  if (!ticks.some(({ on }) => on) && items.every((one) => typeof one === "object" && one.skip === true && Object.keys(one).length === 2)) return "no";
  if (exact) return items;
  return items.length ? ["default", ...items] : undefined;
}
