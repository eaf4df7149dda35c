// @ts-check
/** Fetches what the check needs to know: thresholds once, names of a municipality, and what is on there in a year. */

/** @typedef {import("./clash-ground.js").Ground} Ground */
/** @typedef {import("./clash-ground.js").Written} Written */

const DAY = 86_400_000;

export class ProposeData {
  /** @param {string} folder the address of `ehdota/tiedot/`, with a slash at the end @param {typeof fetch} [get] */
  constructor(folder, get = (address) => fetch(address)) {
    this.folder = folder;
    this.get = get;
    /** @type {Map<string, Promise<any>>} */
    this.files = new Map();
    /** @type {Map<string, Ground>} */
    this.grounds = new Map();
  }

  /** A file of the folder, fetched once; what could not be fetched is tried again when it is asked for again. @param {string} name @returns {Promise<any>} */
  file(name) {
    let found = this.files.get(name);
    if (!found) {
      found = this.get(`${this.folder}${name}.json`).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`${name}: ${answer.status}`))));
      found.catch(() => this.files.delete(name));
      this.files.set(name, found);
    }
    return found;
  }

  /** Organisations and halls of a municipality and of the whole region; of everybody without one. @param {string} [municipality] */
  async names(municipality = "") {
    if (!municipality) return this.file("nimet");
    const [{ alone, shelves }, { shelf }] = await Promise.all([this.file("saannot"), import("./propose-source.js")]);
    if (alone.includes(municipality)) return this.file(`${municipality}/nimet`);
    return (await this.file(`kunnat/${shelf(municipality, shelves)}`))[municipality];
  }

  /** All that is to be known about what is being written; the same object as long as nothing else is needed. @param {Written} written @returns {Promise<Ground>} */
  async of(written) {
    const { municipality = "", practices = [], dates } = written;
    const [rules, here, strangers] = await Promise.all([this.file("saannot"), this.names(municipality), this.strangers(written)]);
    const homes = new Set([municipality, ...strangers.flatMap((one) => one.municipality ?? []), ...(written.weight === "major" ? here.place.neighbours : [])]);
    const names = await Promise.all([...homes].map((one) => this.names(one)));
    const days = dates.map((moments) => moments.filter(Boolean).map((moment) => Date.parse(moment.slice(0, 10)) / DAY));
    const touches = (/** @type {any[]} */ [, first, last]) => days.some(([starts, ends = starts]) => starts <= last && first <= ends);
    const wanted = names.flatMap(({ place }) => place.files.filter(touches).map((/** @type {any[]} */ [name]) => `${place.id}/${name}`));
    const apart = [
      ...strangers.filter(({ id }) => rules.organisers.includes(id)).map(({ id }) => `jarjestajat/${id}`),
      ...practices.filter((one) => rules.practices.includes(one)).map((one) => `kaytannot/${one}`),
    ];
    const key = [municipality, ...homes, ...wanted, ...apart].join(" ");
    const [more, { Ground: Made }] = await Promise.all([Promise.all([...wanted, ...apart].map((one) => this.file(one))), import("./clash-ground.js")]);
    let ground = this.grounds.get(key);
    // Where little is on, it stands beside the names.
    if (!ground) this.grounds.set(key, (ground = new Made(rules, names, [...names.flatMap(({ rows = [] }) => rows), ...more], municipality)));
    return ground;
  }

  /** The organisers and the hall that are at home elsewhere. @param {Written} written @returns {Promise<any[]>} */
  async strangers({ municipality = "", organisers = [], venue }) {
    const wanted = new Set([...organisers, ...(venue ? [venue] : [])]);
    const of = (/** @type {any} */ file) => [...file.organisations, ...file.venues].filter(({ id }) => wanted.has(id));
    const near = of(await this.names(municipality));
    // An organisation and a hall may have one id.
    const all = new Set(near.map(({ id }) => id)).size === wanted.size ? near : of(await this.names());
    return all.filter((one) => one.municipality !== municipality);
  }
}
