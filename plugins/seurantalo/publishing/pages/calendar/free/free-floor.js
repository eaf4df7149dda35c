// @ts-check
/** When hours of a day are, and whether a venue has its floor free then: as the planner's `floor.py` and `zone.py`. */

/** @typedef {import("./free-hours.js").Dated} Dated */
/** @typedef {import("./free-hours.js").Venue} Venue */

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Wall time of a zone to instants. A time that is missing or doubled is read with the offset before the change. */
export class Zone {
  /** @param {string} name */
  constructor(name) {
    this.format = new Intl.DateTimeFormat("en-GB", {
      timeZone: name, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
    });
    /** @type {Map<number, number>} */
    this.offsets = new Map();
  }

  /**
   * @param {number} instant
   * @returns {number} by how many milliseconds clocks are ahead of UTC
   */
  offset(instant) {
    const found = Object.fromEntries(this.format.formatToParts(instant).map((part) => [part.type, Number(part.value)]));
    return Date.UTC(found.year, found.month - 1, found.day, found.hour, found.minute) - Math.floor(instant / MINUTE) * MINUTE;
  }

  /**
   * @param {string} day
   * @param {number} minutes
   * @returns {number}
   */
  instant(day, minutes) {
    const wall = Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE;
    const [before, after] = [this.near(wall - DAY), this.near(wall + DAY)];
    if (before === after || this.offset(wall - before) === before) {
      return wall - before;
    }
    return this.offset(wall - after) === after ? wall - after : wall - before;
  }

  /**
   * The offset at noon of a day, worked out once.
   * @param {number} wall
   * @returns {number}
   */
  near(wall) {
    const number = Math.floor(wall / DAY);
    let found = this.offsets.get(number);
    if (found === undefined) {
      found = this.offset(number * DAY + DAY / 2);
      this.offsets.set(number, found);
    }
    return found;
  }
}

/** The floor of a venue, as `planner/free/floor.py` knows it. */
export class Floor {
  /**
   * @param {Venue} venue
   * @param {Dated[]} dates
   */
  constructor(venue, dates) {
    this.rooms = venue.rooms.length ? venue.rooms.map((room) => room.id) : [""];
    this.margin = venue.margin_minutes * MINUTE;
    this.least = venue.margin_is_stated ? this.margin : 0;
    this.dates = dates
      .map((date) => ({ date, starts: Date.parse(date.starts), ends: Date.parse(date.ends) }))
      .sort((a, b) => a.starts - b.starts || a.ends - b.ends || (a.date.event < b.date.event ? -1 : 1));
  }

  /**
   * @param {[number, number][]} spans
   * @param {number} length in milliseconds
   * @param {boolean} wholeDay
   * @param {string} room
   */
  ask(spans, length, wholeDay, room) {
    const [from, to] = [spans[0][0] - DAY, spans[spans.length - 1][1] + DAY];
    const near = this.dates.filter((one) => one.starts < to && from < one.ends);
    const rooms = (room ? [room] : this.rooms).map((name) => this.room(name, near, spans, length, wholeDay));
    const best = Math.min(...rooms.map((one) => one.state));
    const good = rooms.filter((one) => one.state === best);
    /** @type {[string, Dated][]} */
    const reasons = good.flatMap((one) => one.reasons);
    if (best < 2) {
      if (good.every((one) => one.shown.length)) {
        reasons.push(...good[0].shown.map((date) => /** @type {[string, Dated]} */ (["exhibition", date])));
      }
      const others = rooms.filter((one) => one.state > best).flatMap((one) => one.reasons);
      reasons.push(...others.map(([, date]) => /** @type {[string, Dated]} */ (["room", date])));
    }
    const once = reasons.filter(([, date], number) => reasons.findIndex(([, other]) => other === date) === number);
    return { reasons: once, free: good.flatMap((one) => one.free) };
  }

  /**
   * @param {string} name
   * @param {{date: Dated, starts: number, ends: number}[]} near
   * @param {[number, number][]} spans
   * @param {number} length
   * @param {boolean} wholeDay
   */
  room(name, near, spans, length, wholeDay) {
    const here = near.filter(({ date }) => !name || !date.room || date.room === name || !this.rooms.includes(date.room));
    const floor = here.filter(({ date }) => !date.exhibition);
    const firm = floor.filter(({ date }) => !date.tentative);
    const held = floor.filter(({ date }) => date.tentative);
    const shown = here
      .filter((one) => one.date.exhibition && spans.some(([starts, ends]) => one.starts < ends && starts < one.ends))
      .map(({ date }) => date);
    /** @type {(one: {date: Dated, starts: number, ends: number}, margin: number) => [number, number]} */
    const kept = ({ date, starts, ends }, margin) => (date.whole_day || wholeDay ? [starts, ends] : [starts - margin, ends + margin]);
    const gaps = (/** @type {typeof floor} */ taken, /** @type {number} */ margin, /** @type {[number, number]} */ [starts, end]) => {
      let at = starts;
      const wanted = Math.min(length, end - starts);
      /** @type {[number, number][]} */
      const found = [];
      for (const [from, to] of taken.map((one) => kept(one, margin)).sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
        if (from >= end) {
          break;
        }
        if (from - at >= wanted) {
          found.push([at, from]);
        }
        at = Math.max(at, to);
      }
      if (end - at >= wanted) {
        found.push([at, end]);
      }
      return found;
    };
    const fits = (/** @type {typeof floor} */ taken, /** @type {number} */ margin) => spans.every((span) => gaps(taken, margin, span).length);
    const touching = (/** @type {string} */ kind, /** @type {typeof floor} */ taken, /** @type {number} */ margin) =>
      taken
        .filter((one) => spans.some(([starts, ends]) => kept(one, margin)[0] < ends && starts < kept(one, margin)[1]))
        .map(({ date }) => /** @type {[string, Dated]} */ ([kind, date]));
    if (fits(floor, this.margin)) {
      const free = gaps(floor, this.margin, spans[0]).map(([starts, ends]) => ({ room: name, starts, ends }));
      return { state: 0, shown, reasons: [], free };
    }
    if (!fits(firm, this.least)) {
      return { state: 2, shown, reasons: touching("venue", firm, this.least), free: [] };
    }
    const roomy = fits(firm, this.margin);
    const reasons = roomy ? [] : touching("margin", firm, this.margin);
    if (roomy || !fits(floor, this.least)) {
      reasons.push(...touching("hold", held, this.margin));
    }
    return { state: 1, shown, reasons, free: [] };
  }
}
