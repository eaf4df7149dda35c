// @ts-check
/** Tells in the page what was found out about its days: what is on, day by day, and the next free ones. */

/**
 * @typedef {import("./free-hours.js").Index} Index
 * @typedef {import("./free-hours.js").Rated} Rated
 * @typedef {import("./free-hours.js").Reason} Reason
 * @typedef {import("./free-hours.js").Wish} Wish
 */
/**
 * @typedef {object} Words
 * @property {Record<string, string>} grades what each is called
 * @property {Record<string, string>} reasons sentences, by kind, audience and hours; by fewer where all say the same
 * @property {Record<string, string>} parts value of the choice -> part of the day
 * @property {string} add the way to the form of an event
 * @property {string} events the way to the pages of events
 * @property {string[]} weekdays as they stand before a date, Monday first
 * @property {string[]} months as they stand in a date
 * @property {string[]} monthsShort the same in a list
 * @property {string} day a day with its weekday
 * @property {string} dayShort a day without it
 * @property {string} free says at which hours a place is free
 * @property {string} at says an hour
 * @property {string} hour a full hour
 * @property {string} minute an hour with minutes
 * @property {boolean} padded hours have two digits
 * @property {string} margin says how much time is left for setting up
 * @property {Record<string, string>} margins lengths of that in words, by minutes
 * @property {string} unfit says that so long an event does not fit
 * @property {string} none says that there is no such day
 * @property {Record<string, number>} most the numbers of next days to name, by grade
 */

/**
 * Tells what is on, month by month, as the page told it of evenings.
 * @param {Rated[]} told
 * @param {Index} index
 * @param {Words} words
 * @param {Wish} wish
 * @returns {void}
 */
export function listDays(told, index, words, wish) {
  /** @type {Node[]} */
  const found = [];
  let month = "";
  let days = document.createElement("ul");
  for (const one of told) {
    if (one.day.slice(0, 7) !== month) {
      month = one.day.slice(0, 7);
      const heading = document.createElement("h3");
      heading.className = "st-sub";
      heading.textContent = document.getElementById(`k-${month}`)?.textContent ?? month;
      days = document.createElement("ul");
      days.className = "st-against";
      found.push(heading, days);
    }
    days.append(dayItem(one, index, words, wish));
  }
  document.querySelector("#miksi [data-list]")?.replaceChildren(...found);
}

/**
 * @param {Rated} one
 * @param {Index} index
 * @param {Words} words
 * @param {Wish} wish
 * @returns {HTMLElement}
 */
function dayItem(one, index, words, wish) {
  const item = document.createElement("li");
  item.id = `p-${one.day}`;
  const head = document.createElement("p");
  const grade = document.createElement("span");
  grade.className = `st-grade--${one.grade}`;
  grade.textContent = words.grades[one.grade];
  head.append(dayWords(one.day, words), " ", grade);
  const reasons = document.createElement("ul");
  reasons.append(...one.reasons.filter(({ points }) => points).map((each) => reasonItem(each, index, words, wish)));
  const pieces = freeHours(one, index, words, wish);
  if (pieces) {
    const free = document.createElement("li");
    free.textContent = pieces;
    reasons.append(free);
  }
  item.append(head, reasons);
  return item;
}

/**
 * @param {Reason} reason
 * @param {Index} index
 * @param {Words} words
 * @param {Wish} wish
 * @returns {HTMLElement}
 */
function reasonItem(reason, index, words, wish) {
  const item = document.createElement("li");
  const { kind, whom, when, date } = reason;
  const several = kind === "routine" && (reason.count ?? 0) > 1;
  const groups = words.reasons[whom === "same" ? "groups same" : "groups"];
  const sentence = several ? groups : [`${kind} ${whom} ${when}`, `${kind} ${whom}`, kind].map((key) => words.reasons[key]).find(Boolean);
  if (!date || !sentence) {
    item.textContent = reason.text;
    return item;
  }
  const venue = index.venues[wish.venue];
  const room = venue?.rooms.find(({ id }) => id === date.room)?.name ?? venue?.name ?? "";
  const link = document.createElement("a");
  link.href = `${words.events}${date.event}/`;
  link.textContent = sentence
    .replace("{n}", String(reason.count))
    .replace("{room}", () => room)
    .replace("{municipality}", () => index.municipalities[reason.municipality ?? ""] ?? "")
    .replace("{event}", () => reason.text);
  item.append(link);
  return item;
}

/**
 * Says when which room is free, where that is not all the time that was asked for.
 * @param {Rated} one
 * @param {Index} index
 * @param {Words} words
 * @param {Wish} wish
 * @returns {string}
 */
function freeHours(one, index, words, wish) {
  const rooms = wish.room ? [] : index.venues[wish.venue]?.rooms ?? [];
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone: index.timezone, hourCycle: "h23", hour: "2-digit", minute: "2-digit" });
  const minutes = (/** @type {number} */ instant) => {
    const [hours, rest] = clock.format(instant).split(":").map(Number);
    return hours * 60 + rest;
  };
  const pieces = one.free.map(({ room, starts, ends }) => ({ room, starts: minutes(starts), ends: minutes(ends) || 1_440 }));
  const whole = pieces.every(({ starts, ends }) => starts === wish.starts % 1_440 && ends === (wish.ends % 1_440 || 1_440));
  if (!pieces.length || wish.days > 1 || (whole && pieces.length === (rooms.length || 1))) {
    return "";
  }
  const said = pieces.map(({ room, starts, ends }) => {
    const name = rooms.find(({ id }) => id === room)?.name;
    return [name, hoursOfDay(words, starts, ends)].filter(Boolean).join(" ");
  });
  return words.free.replace("{hours}", () => said.join(", "));
}

/**
 * Names the next free days and the next quiet ones of each day of the week.
 * @param {Rated[]} rated
 * @param {Words} words
 * @param {Wish} wish
 * @returns {void}
 */
export function listNext(rated, words, wish) {
  for (const row of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".st-next [data-weekday]"))) {
    const number = Number(row.dataset.weekday);
    row.hidden = wish.weekday !== 0 && wish.weekday !== number;
    const cells = row.querySelectorAll("td");
    Object.entries(words.most).forEach(([wanted, most], column) => {
      const found = rated.filter(({ day, grade }) => grade === wanted && weekdayOf(day) === number);
      const named = found.slice(0, wish.weekday ? 3 * most : most).map(({ day }) => shortDay(day, words, wish));
      cells[column].replaceChildren(...(named.length ? named.flatMap((one) => [one, " "]) : [words.none]));
    });
  }
}

/**
 * A day that leads to the form of an event on it.
 * @param {string} day
 * @param {Words} words
 * @param {Wish} wish
 * @returns {HTMLElement}
 */
function shortDay(day, words, wish) {
  const [, month, date] = day.split("-").map(Number);
  const link = document.createElement("a");
  link.textContent = words.dayShort.replace("{day}", String(date)).replace("{month}", words.monthsShort[month - 1]);
  const place = wish.venue ? `paikka=${wish.venue}` : `kunta=${location.pathname.split("/").slice(-2)[0]}`;
  link.href = `${words.add}#${place}&paiva=${day}`;
  return link;
}

/**
 * @param {string} day
 * @returns {number} 1 for Monday
 */
function weekdayOf(day) {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/**
 * @param {string} day
 * @param {Words} words
 * @returns {string}
 */
function dayWords(day, words) {
  const [, month, date] = day.split("-").map(Number);
  return words.day
    .replace("{weekday}", words.weekdays[weekdayOf(day) - 1])
    .replace("{day}", String(date))
    .replace("{month}", words.months[month - 1]);
}

/**
 * @param {Words} words
 * @param {number} starts minutes of the day
 * @param {number} ends
 * @returns {string}
 */
export function hoursOfDay(words, starts, ends) {
  return words.at.replace("{time}", `${clock(words, starts)}–${clock(words, ends)}`);
}

/**
 * @param {Words} words
 * @param {number} minutes since midnight
 * @returns {string}
 */
function clock(words, minutes) {
  const at = minutes > 1_440 ? minutes - 1_440 : minutes;
  const hour = String(Math.floor(at / 60)).padStart(words.padded ? 2 : 1, "0");
  const pattern = at % 60 ? words.minute : words.hour;
  return pattern.replace("{hour}", hour).replace("{minute}", String(at % 60).padStart(2, "0"));
}

/**
 * Offers the full hours of a day.
 * @param {HTMLSelectElement} choice
 * @param {number} first
 * @param {Words} words
 * @returns {void}
 */
export function offerHours(choice, first, words) {
  const hours = Array.from({ length: 24 }, (_, number) => first + number);
  choice.replaceChildren(...hours.map((hour) => new Option(words.at.replace("{time}", clock(words, hour * 60)), String(hour))));
}
