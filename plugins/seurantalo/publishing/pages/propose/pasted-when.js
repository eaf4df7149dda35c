// @ts-check
/** When it is: the mirror of `dates`, `times`, `roles`, `rhythm`, `series` and `schedule` in `receiving/pasted/`. */

import { all, at, blanked, clauseStarts, compiled, endOf, has, note, search, trimmed, trimmedLeft, wordsIn } from "./pasted-level.js";

/** @typedef {import("./pasted-level.js").Notice} Notice */
/** @typedef {import("./pasted-level.js").Found} Found */
/** @typedef {{starts: number, ends: number | null, start: number, end: number, role: string}} Hours */
/** @typedef {{day: number, month: number, year: number, weekdays: number[], start: number, end: number, joint: string, when: number | null, doubts: boolean}} Point days since 1970 */
/** @typedef {{points: Point[], role: string, hours: Hours[]}} Group */
/** @typedef {{unit: string, interval: number, weekdays: number[], ordinals: number[], parity: number | null, start: number, end: number, doubts: boolean}} Rhythm */

const [NOON, DAY] = [720, 1440];
const FAR = 300;
const NAMES = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const ROLES = ["begins", "main"];
/** Minutes: doors and coffee are not so long before an event. */
const LONG = 120;
const index = (/** @type {RegExpMatchArray} */ match) => /** @type {number} */ (match.index);
const last = (/** @type {any[]} */ list) => list[list.length - 1];

/** @param {number} year @param {number} month @param {number} day */
const dayOf = (year, month, day) => {
    const found = new Date(Date.UTC(year, month - 1, day));
    return found.getUTCMonth() === month - 1 && found.getUTCDate() === day ? found.getTime() / 86_400_000 : null;
};
const dated = (/** @type {number} */ day) => new Date(day * 86_400_000);
const iso = (/** @type {number} */ day) => dated(day).toISOString().slice(0, 10);
const weekday = (/** @type {number} */ day) => (((day + 3) % 7) + 7) % 7;
const yearOf = (/** @type {number} */ day) => dated(day).getUTCFullYear();
const weekOf = (/** @type {number} */ day) => {
    const thursday = day - weekday(day) + 3;
    return Math.floor((thursday - /** @type {number} */ (dayOf(yearOf(thursday), 1, 1))) / 7) + 1;
};
const clock = (/** @type {number} */ minutes) =>
    `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
/** @param {number} day @param {number | null} minutes */
const moment = (day, minutes) => {
    if (minutes === null) return iso(day);
    return minutes === DAY ? `${iso(day + 1)}T00:00` : `${iso(day)}T${clock(minutes)}`;
};

/** @param {string} text */
const minutesOf = (text) => {
    const match = /(\d{1,2})(?:\s?[.:]\s?(\d\d))?/.exec(text);
    if (!match) return null;
    const found = Number(match[1]) * 60 + Number(match[2] ?? 0);
    return found <= DAY && Number(match[2] ?? 0) < 60 ? found : null;
};
/** @param {number} starts @param {number | null} ends @param {number} start @param {number} end @returns {Hours} */
const hoursAt = (starts, ends, start, end) => ({ starts, ends, start, end, role: "main" });
const byStart = (/** @type {Hours} */ a, /** @type {Hours} */ b) => a.start - b.start;

/** @param {Notice} notice */
const hoursWithClock = (notice) => {
    /** @type {Hours[]} */
    const found = [];
    for (const match of all(notice, "clock", notice.masked)) {
        const part = /** @type {Record<string, string>} */ (match.groups);
        const starts = minutesOf(part.from);
        let ends = minutesOf(part.to ?? "");
        if (starts === null) continue;
        const [start, end] = [index(match), endOf(match)];
        let more = [...(part.more ?? "").matchAll(/(\d{1,2})(?:\s?[.:]\s?(\d\d))?/g)]
            .map((one) => minutesOf(one[0])).filter((one) => one !== null);
        const around = `${notice.masked.slice(Math.max(0, start - 12), start)}|${notice.masked.slice(end, end + 20)}`;
        if (more.length === 1 && ends === null && has(notice, "between", around)) [ends, more] = [more[0], []];
        found.push(hoursAt(starts, ends, start, end), ...more.map((one) => hoursAt(/** @type {number} */ (one), null, end, end)));
    }
    const rest = blanked(notice.masked, found.map((one) => [one.start, one.end]));
    for (const match of all(notice, "noon", rest)) {
        const part = /** @type {Record<string, string>} */ (match.groups);
        let starts = minutesOf(part.from);
        if (starts === null || starts > NOON) continue;
        if (part.after && starts < NOON) starts += NOON;
        else if (part.fore && starts >= NOON) starts -= NOON;
        found.push(hoursAt(starts, null, index(match), endOf(match)));
    }
    for (const one of found) {
        const match = at(notice, "after_noon", notice.masked.slice(one.end, one.end + 16));
        if (match && one.starts < NOON) {
            one.starts += NOON;
            if (one.ends !== null && one.ends <= NOON) one.ends += NOON;
            one.end += match[0].length;
        }
    }
    for (const match of all(notice, "clock_said", notice.masked)) {
        const part = /** @type {Record<string, string>} */ (match.groups);
        const hour = (notice.words.hours_said.indexOf(part.hour) + 1) % 12;
        const starts = hour * 60 - (part.half ? 30 : 0) + (part.after ? NOON : 0);
        if (starts >= 0) found.push(hoursAt(starts, null, index(match), endOf(match)));
    }
    return found.sort(byStart);
};

/** @param {Notice} notice @param {string} whole @param {number[][]} dates */
const hoursBare = (notice, whole, dates) => {
    /** @type {Hours[]} */
    const found = [];
    for (const match of all(notice, "bare", whole)) {
        const part = /** @type {Record<string, string>} */ (match.groups);
        const starts = minutesOf(part.from ?? part.from2);
        if (starts !== null) found.push(hoursAt(starts, minutesOf(part.to ?? part.to2 ?? ""), index(match), endOf(match)));
    }
    const inside = (/** @type {any} */ match) => {
        const { from, to } = match.groups;
        const places = match.indices.groups;
        const starts = minutesOf(from);
        if (starts !== null) found.push(hoursAt(starts, to ? minutesOf(to) : null, places.from[0], (places.to ?? places.from)[1]));
    };
    for (const match of all(notice, "hours", whole)) inside(match);
    const text = blanked(whole, found.map((one) => [one.start, one.end]));
    for (const match of all(notice, "begins_bare", text)) inside(match);
    for (const end of [...dates.map((one) => one[1]), ...all(notice, "weekday", text).map(endOf)]) {
        const behind = at(notice, "behind_date", text, end);
        if (behind) inside(behind);
    }
    return found.sort(byStart);
};

/** @param {Notice} notice @param {string} word */
const weekdayOf = (notice, word) => {
    const bare = word.replace(/[.,]+$/, "");
    return notice.words.weekdays.findIndex((/** @type {string[]} */ names) =>
        names.includes(bare) || (names[0].length > 3 && bare.startsWith(names[0])));
};
/** @param {Notice} notice @param {string} text */
const weekdaysIn = (notice, text) => {
    /** @type {number[]} */
    const found = [];
    let end = 0;
    for (const match of all(notice, "weekday", text)) {
        const number = weekdayOf(notice, match[0]);
        if (number < 0) continue;
        if (found.length && trimmed(text.slice(end, index(match)), " .") === "-") {
            for (let day = last(found) + 1; day < number; day += 1) found.push(day);
        }
        found.push(number);
        end = endOf(match);
    }
    return [...new Set(found)];
};
/** @param {Notice} notice @param {string} word */
const monthOf = (notice, word) => {
    const bare = word.replace(/\.+$/, "");
    /** @type {string[][]} */
    const months = notice.words.months;
    return months.findIndex((names) => names.includes(bare)) + 1 || months.findIndex((names) => bare.startsWith(names[0])) + 1;
};

const startOf = (/** @type {Group} */ group) => group.points[0].start;
const endOfGroup = (/** @type {Group} */ group) => last(group.points).end;
const isRange = (/** @type {Group} */ group) => group.points.length === 2 && group.points[0].joint === "to";
const doubtful = (/** @type {Group} */ group) => group.points.some((one) => one.doubts);
/** @param {Group} group @returns {number[]} */
const daysOf = (group) => group.points.flatMap((one) => (one.when === null ? [] : [one.when]));

/** @param {Notice} notice @param {RegExpMatchArray} match @param {string} text @returns {Point[]} */
const pointsOf = (notice, match, text) => {
    const part = /** @type {Record<string, string>} */ (match.groups);
    const day = Number(part.id || part.nd || part.rd || part.d || part.sd);
    const month = Number(part.im || part.m || part.sm || 0) || monthOf(notice, part.nm || part.rm || "");
    const year = part.yy ? 2000 + Number(part.yy) : Number(part.iy || part.ny || part.ry || part.y || part.sy || 0);
    let weekdays = weekdaysIn(notice, part.wd ?? "");
    const end = endOf(match);
    const byClock = trimmed(text.slice(end, end + 4), " ,").startsWith("~");
    const isDeadline = has(notice, "deadline_before", text.slice(Math.max(0, index(match) - 24), index(match)))
        || has(notice, "deadline_behind", text.slice(end, end + 24));
    if (!month || (part.sd && !(weekdays.length || byClock || year || isDeadline))) return [];
    if (part.d && !(part.dot || year || part.chain) && part.m.length === 2 && !(weekdays.length || byClock)) {
        const line = text.slice(end).split("\n", 1)[0];
        if (!line.includes("~~~") || line.startsWith(" -") || line.startsWith("-")) return [];
    }
    /** @type {Point[]} */
    let found = [];
    const chain = part.chain ?? "";
    for (const one of all(notice, "days_in_chain", chain)) {
        const each = /** @type {Record<string, string>} */ (one.groups);
        const joint = each.joint.includes("-") ? "to" : "and";
        if (!(each.point || part.nd || joint === "to")) {
            found = [];
            continue;
        }
        const own = weekdaysIn(notice, each.wd ?? "");
        found.push({
            day: Number(each.day), month: 0, year: 0, weekdays: own, start: index(match) + index(one),
            end: index(match) + endOf(one), joint, when: null, doubts: false,
        });
    }
    for (const point of found) {
        const turned = point.day > day;
        point.month = month - Number(turned) || 12;
        point.year = turned && month === 1 && year ? year - 1 : year;
    }
    const more = part.more ?? "";
    const from = more ? /** @type {any} */ (match).indices.groups.more[0] : end;
    /** @type {Point[]} */
    const after = all(notice, "more_days", more).map((one) => ({
        day: Number(one.groups?.day), month, year, weekdays: [], start: from + index(one) + (one.groups?.joint ?? "").length,
        end: from + endOf(one), joint: "and", when: null, doubts: false,
    }));
    const joint = more.trimStart().startsWith("-") ? "to" : "and";
    if (after.length) last(after).joint = "";
    if (found.length === 1 && found[0].weekdays.length > 1 && !weekdays.length) {
        weekdays = found[0].weekdays.slice(-1);
        found[0].weekdays = found[0].weekdays.slice(0, 1);
    } else if (!found.length && weekdays.length > 1) weekdays = weekdays.slice(-1);
    const own = { day, month, year, weekdays, start: index(match) + chain.length, end: from, joint: after.length ? joint : "", when: null, doubts: false };
    return [...found, own, ...after];
};

/** @param {Point} point @param {number} bare @param {number} today */
const next = (point, bare, today) => {
    let year = bare;
    if (!year) {
        year = yearOf(today);
        const first = dayOf(year, point.month, point.day);
        if (first === null || first < today) year += 1;
    }
    point.when = dayOf(year, point.month, point.day);
    if (point.when === null) {
        point.doubts = true;
        return;
    }
    point.year = year;
    const agrees = point.weekdays.includes(weekday(point.when));
    point.doubts = point.when < today || (!bare && point.when - today > FAR && !agrees);
};

/** @param {Point} a @param {Point} b */
const later = (a, b) => a.month > b.month || (a.month === b.month && a.day > b.day);

/** @param {Group} group @param {number} bare @param {number} today */
const withYears = (group, bare, today) => {
    const points = group.points;
    for (let place = points.length - 2; place >= 0; place -= 1) {
        const [point, behind] = [points[place], points[place + 1]];
        if (!point.year && behind.year) point.year = behind.year - Number(later(point, behind));
    }
    points.forEach((point, place) => {
        const before = points[place - 1];
        if (!point.year && before?.year) point.year = before.year + Number(later(before, point));
        if (!point.year) next(point, bare, today);
        else {
            point.when = dayOf(point.year, point.month, point.day);
            point.doubts = point.when === null || point.when < today;
        }
        if (point.when !== null && point.weekdays.length && !point.weekdays.includes(weekday(point.when))) point.doubts = true;
    });
};

/** @param {Notice} notice @param {string} between */
const jointOf = (notice, between) => {
    const bare = between.replace(/~/g, " ").replace(/\([a-z. ]{2,14}\)/g, " ");
    if (!bare.trim().includes("\n") && has(notice, "to", bare)) return "to";
    return bare.split("\n").length < 3 && has(notice, "and", bare) ? "and" : "";
};

/** @param {Notice} notice @param {Hours[]} hours @param {number} today @returns {Group[]} */
const groupsOf = (notice, hours, today) => {
    const text = blanked(notice.masked, hours.map((one) => [one.start, one.end]));
    /** @type {Point[]} */
    const points = [];
    for (const match of all(notice, "date", text)) {
        const found = pointsOf(notice, match, text);
        if (found.length && points.length) last(points).joint = jointOf(notice, text.slice(last(points).end, found[0].start));
        points.push(...found);
    }
    const years = new Set([...text.matchAll(/(?<![\d.,/-])20\d\d(?![\d-])/g)].map((one) => Number(one[0])).filter((one) => one >= yearOf(today)));
    const bare = years.size === 1 ? [...years][0] : 0;
    /** @type {Group[]} */
    const groups = [];
    for (const point of points) {
        const group = last(groups);
        const joint = group ? last(group.points).joint : "";
        const goesOn = joint === "to"
            ? group.points.length === 1 || group.points[group.points.length - 2].joint !== "to"
            : joint === "and";
        if (goesOn) group.points.push(point);
        else groups.push({ points: [point], role: "event", hours: [] });
    }
    for (const group of groups) withYears(group, bare, today);
    return groups;
};

/** How many of the numbers are not above one. @param {number[]} numbers @param {number} one */
const upTo = (numbers, one) => numbers.filter((other) => other <= one).length;

/** @param {Notice} notice @param {Group} group @param {string} before @param {string} behind */
const roleOf = (notice, group, before, behind) => {
    if (has(notice, "published", before)) return "published";
    if (has(notice, "deadline_before", before) || has(notice, "deadline_behind", behind)) return "deadline";
    if (has(notice, "registration", before)) {
        const opening = has(notice, "since_behind", behind) || has(notice, "since_before", before);
        return opening && !isRange(group) ? "opening" : "deadline";
    }
    for (const [role, pattern] of [["sale", "sale"], ["spare", "spare"], ["except", "without"]]) {
        if (has(notice, pattern, before)) return role;
    }
    if (group.points.length > 1) return "event";
    if (has(notice, "last_time", before)) return "last";
    return has(notice, "until_behind", behind) || has(notice, "until_before", before) ? "until" : "event";
};

/** @param {Notice} notice @param {Hours} hours @param {string} before @param {string} behind */
const roleOfHours = (notice, hours, before, behind) => {
    for (const role of ["opens", "beside"]) if (has(notice, role, before)) return role;
    if (has(notice, "registration", before)) return "registration";
    if (hours.ends === null) {
        const near = before.slice(-15);
        if ((has(notice, "closes", near) && !has(notice, "begins", near)) || has(notice, "until_behind", behind)) return "closes";
    }
    const first = /^\s?[-:]?\s*([^\n,.;]{0,14})/.exec(behind);
    for (const role of ["opens", "beside"]) if (first && search(notice, role, first[1])?.index === 0) return role;
    return has(notice, "begins", before) || has(notice, "since_behind", behind) ? "begins" : "main";
};

/** @param {Group[]} groups @param {Hours} hours @param {number[]} starts */
const groupOf = (groups, hours, starts) => {
    const inside = groups.find((one) => startOf(one) <= hours.start && hours.start < endOfGroup(one));
    if (inside) return inside;
    const clause = upTo(starts, hours.start);
    const before = groups.filter((one) => endOfGroup(one) <= hours.start);
    const behind = groups.filter((one) => startOf(one) >= hours.end);
    if (before.length) {
        const one = last(before);
        const same = upTo(starts, startOf(one)) === clause;
        if (same && (["event", "except", "until", "last"].includes(one.role) || hours.start - endOfGroup(one) <= 15)) return one;
    }
    if (behind.length && upTo(starts, startOf(behind[0])) === clause && behind[0].role === "event") return behind[0];
    return last(before.filter((one) => one.role === "event")) ?? behind.find((one) => one.role === "event");
};

/** @param {Notice} notice @param {Group[]} groups @param {Hours[]} hours @param {string} plain */
const setRoles = (notice, groups, hours, plain) => {
    const starts = clauseStarts(notice);
    groups.forEach((group, number) => {
        const [start, end] = [startOf(group), endOfGroup(group)];
        const clause = upTo(starts, start);
        const before = plain.slice(Math.max(number ? endOfGroup(groups[number - 1]) : 0, starts[clause - 1], start - 60), start);
        const stop = Math.min(number + 1 < groups.length ? startOf(groups[number + 1]) : plain.length,
            Math.max(starts[clause] ?? plain.length, end), end + 40);
        group.role = roleOf(notice, group, before, trimmedLeft(plain.slice(end, stop), "~ "));
    });
    hours.forEach((one, number) => {
        const from = Math.max(0, ...hours.slice(0, number).map((other) => other.end),
            ...groups.map(endOfGroup).filter((end) => end <= one.start));
        const clause = upTo(starts, one.start);
        const before = plain.slice(Math.max(from, starts[clause - 1], one.start - 60), one.start);
        one.role = roleOfHours(notice, one, last(before.split(",")), notice.low.slice(one.end, one.end + 40));
    });
    for (const one of hours) groupOf(groups, one, starts)?.hours.push(one);
};

/** @param {Hours[]} hours @returns {Hours | null} */
const mainOf = (hours) => {
    const mains = hours.filter((one) => ROLES.includes(one.role));
    const begins = mains.filter((one) => one.role === "begins");
    const doors = hours.some((one) => one.role === "opens");
    if (begins.length && (doors || mains[0].ends === null)) {
        return mains[0].role !== "begins" && begins[0].starts > mains[0].starts && doors ? begins[0] : mains[0];
    }
    return mains[0] ?? hours.find((one) => ["opens", "beside"].includes(one.role)) ?? null;
};
/** @param {Hours[]} hours @param {Hours} main @returns {number | null} */
const endOfHours = (hours, main) =>
    main.ends ?? hours.find((one) => one.role === "closes" && one.start > main.start)?.starts ?? null;
/** @param {Group[]} groups @param {Hours} hours */
const ofOther = (groups, hours) => groups.some((group) => group.role !== "event" && group.hours.includes(hours));

/** @param {Partial<Rhythm>} told @returns {Rhythm} */
const rhythm = (told) => ({ unit: "week", interval: 1, weekdays: [], ordinals: [], parity: null, start: 0, end: 0, doubts: false, ...told });
/** @param {RegExpMatchArray} match */
const place = (match) => ({ start: index(match), end: endOf(match) });

/** @param {Notice} notice @param {RegExpMatchArray} match */
const intervalOf = (notice, match) => {
    const part = match.groups ?? {};
    const word = part.interval || part.apart;
    if (part.other) return 2;
    if (!word) return 1;
    const digits = word.replace(/\.+$/, "");
    return /^\d+$/.test(digits) ? Number(digits) : notice.words.intervals[wordsIn(word).join(" ")] ?? 1;
};

/** @param {Notice} notice @param {string} low */
const monthly = (notice, low) => {
    const match = search(notice, "monthly", low);
    if (!match?.groups) return null;
    const ordinals = all(notice, "ordinal", match.groups.ordinals || match.groups.ordinals2).map((one) =>
        /\d/.test(one[0][0]) ? Number(one[0][0]) : notice.words.ordinals[wordsIn(one[0]).join(" ")]);
    const weekdays = weekdaysIn(notice, match.groups.days || match.groups.days2);
    return rhythm({ unit: "month", weekdays, ordinals, ...place(match) });
};
/** @param {Notice} notice @param {string} low */
const every = (notice, low) => {
    let match = search(notice, "every", low);
    if (match) return rhythm({ interval: intervalOf(notice, match), weekdays: weekdaysIn(notice, match.groups?.days ?? ""), ...place(match) });
    match = search(notice, "every_week", low);
    if (!match) return null;
    const { start, end } = place(match);
    const near = weekdaysIn(notice, low.slice(end, end + 40).split("\n", 1)[0]);
    const days = near.length ? near : weekdaysIn(notice, last(low.slice(Math.max(0, start - 40), start).split("\n")));
    return rhythm({ interval: intervalOf(notice, match), weekdays: days.slice(0, 1), start, end });
};
/** @param {Notice} notice @param {string} low */
const plainRule = (notice, low) => {
    /** @type {[string, string, number[]][]} */
    const rules = [["workdays", "week", [0, 1, 2, 3, 4]], ["weekends", "week", [5, 6]], ["daily", "day", []], ["monthly_alone", "month", []]];
    for (const [name, unit, weekdays] of rules) {
        const match = search(notice, name, low);
        if (match) return rhythm({ unit, weekdays, doubts: name !== "workdays", ...place(match) });
    }
    return null;
};
/** @param {Notice} notice @param {string} low */
const regular = (notice, low) => {
    for (const match of all(notice, "weekdays_alone", low)) {
        const long = all(notice, "weekday", match[0]).map((one) => one[0].replace(/\.+$/, "")).filter((word) => word.length > 4);
        const fits = long.filter((word) => weekdayOf(notice, word) >= 0)
            .every((word) => notice.words.regular.some((/** @type {string} */ one) => word.endsWith(one)));
        const weekdays = long.length && fits ? weekdaysIn(notice, match[0]) : [];
        if (weekdays.length && !has(notice, "without", low.slice(Math.max(0, index(match) - 12), index(match)))) {
            return rhythm({ weekdays, ...place(match) });
        }
    }
    return null;
};
/** @param {Notice} notice */
const rhythmOf = (notice) => {
    const low = notice.masked;
    let found = monthly(notice, low) ?? every(notice, low) ?? plainRule(notice, low) ?? regular(notice, low);
    for (const [name, parity] of /** @type {[string, number][]} */ ([["even", 0], ["odd", 1]])) {
        const match = search(notice, name, low);
        if (!match) continue;
        const { start, end } = place(match);
        found ??= rhythm({ start, end });
        if (!found.weekdays.length) found.weekdays = weekdaysIn(notice, low.slice(Math.max(0, start - 30), end + 30)).slice(0, 2);
        Object.assign(found, { unit: "week", interval: 2, parity, start: Math.min(found.start, start), end: Math.max(found.end, end) });
        break;
    }
    if (found && has(notice, "season", low)) found.doubts = true;
    return found;
};
/** @param {Notice} notice @param {string} plain @param {number[][]} spans */
const rhythmFrom = (notice, plain, spans) => {
    const found = all(notice, "weekdays_alone", blanked(plain, spans)).filter((match) =>
        match[0].includes("-") || all(notice, "weekday", match[0]).every((one) => one[0].length <= 4));
    const weekdays = [...new Set(found.flatMap((one) => weekdaysIn(notice, one[0])))].sort((a, b) => a - b);
    return weekdays.length ? rhythm({ weekdays, start: index(found[0]), end: endOf(last(found)), doubts: true }) : null;
};
/** @param {Rhythm} rule @param {number} day */
const fits = (rule, day) => {
    if (rule.weekdays.length && !rule.weekdays.includes(weekday(day))) return false;
    if (rule.parity !== null && weekOf(day) % 2 !== rule.parity) return false;
    const nth = Math.floor((dated(day).getUTCDate() + 6) / 7);
    const isLast = dated(day + 7).getUTCMonth() !== dated(day).getUTCMonth();
    return !rule.ordinals.length || rule.ordinals.includes(nth) || (isLast && rule.ordinals.includes(-1));
};
/** @param {Rhythm} rule @param {number} day */
const firstOf = (rule, day) => {
    for (let ahead = 0; ahead < 800; ahead += 1) if (fits(rule, day + ahead)) return day + ahead;
    return day;
};

/** @param {Notice} notice @param {number} begins @param {Record<string, any>} rule */
const bound = (notice, begins, rule) => {
    const count = search(notice, "count", notice.masked);
    if (count?.groups) {
        rule.count = Number(count.groups.count);
        return;
    }
    const match = search(notice, "month_end", notice.masked);
    const month = match?.groups ? monthOf(notice, match.groups.before || match.groups.behind) : 0;
    if (month) {
        const year = yearOf(begins) + Number(month < dated(begins).getUTCMonth() + 1);
        rule.until = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
    }
};
/** @param {Group} group @param {Rhythm} rule */
const leftOut = (group, rule) => {
    const days = daysOf(group);
    if (!isRange(group) || days.length < 2) return days;
    const count = Math.min(days[1] - days[0], 100) + 1;
    return Array.from({ length: Math.max(0, count) }, (_, n) => days[0] + n).filter((day) => fits(rule, day));
};
/** @param {Notice} notice @param {Rhythm} found @param {Group[]} groups @param {Group | undefined} first @param {number} begins */
const ruleOf = (notice, found, groups, first, begins) => {
    /** @type {Record<string, any>} */
    const rule = { every: found.interval === 1 ? found.unit : `${found.interval} ${found.unit}s` };
    if (found.unit !== "day" && found.weekdays.length) {
        rule.on = found.ordinals.length
            ? found.ordinals.flatMap((nth) => found.weekdays.map((day) => `${nth} ${NAMES[day]}`))
            : found.weekdays.map((day) => NAMES[day]);
    }
    const until = groups.find((one) => one.role === "until" && daysOf(one).length);
    if (first && isRange(first)) rule.until = iso(last(daysOf(first)));
    else if (until && daysOf(until)[0] > begins) rule.until = iso(daysOf(until)[0]);
    else bound(notice, begins, rule);
    const out = groups.filter((one) => one.role === "except").flatMap((one) => leftOut(one, found));
    if (out.length) rule.except = out.map(iso);
    if (has(notice, "holidays", notice.low)) rule.skip_holidays = true;
    return rule;
};
/** @param {Notice} notice @param {Rhythm} found @param {Group[]} groups @param {Hours[]} hours @param {number} today @param {Found} to */
const readSeries = (notice, found, groups, hours, today, to) => {
    const events = groups.filter((one) => one.role === "event" && daysOf(one).length);
    const first = events[0];
    const start = first ? daysOf(first)[0] : today;
    if (found.unit === "week" && !found.weekdays.length) {
        if (first) found.weekdays = [weekday(start)];
        else found.doubts = true;
    }
    const begins = firstOf(found, start);
    if (!first || doubtful(first) || (begins !== start && !isRange(first))) to.guessed.add("starts");
    if (!first || doubtful(first)) note(to, first ? "weekday" : "no-first-day");
    const own = first?.hours.length ? first.hours : hours.filter((one) => !ofOther(groups, one));
    const main = mainOf(own);
    const ends = main ? endOfHours(own, main) : null;
    to.values.starts = moment(begins, main ? main.starts : null);
    if (main && ends !== null) to.values.ends = moment(begins + Number(ends <= main.starts), ends);
    to.values.repeats = ruleOf(notice, found, groups, first, begins);
    to.spans.repeats = [found.start, found.end];
    to.spans.starts = first ? [startOf(first), endOfGroup(first)] : [found.start, found.end];
    if (found.doubts && !(found.unit === "day" && first && isRange(first))) {
        to.guessed.add("repeats");
        if (new Set(own.filter((one) => ROLES.includes(one.role)).map((one) => one.starts)).size > 1 && found.weekdays.length > 1) to.guessed.add("starts");
    }
    if (has(notice, "left_out", notice.masked) && !to.values.repeats.skip_holidays) to.guessed.add("repeats");
    if (events.length > 1) {
        to.guessed.add("starts").add("repeats");
        note(to, "several-dates");
    }
};

/** The Sunday of Easter, by the Gregorian computus (Meeus). @param {number} year */
const easter = (year) => {
    const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
    const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
    const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
    const n = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
    return /** @type {number} */ (dayOf(year, Math.floor(n / 31), (n % 31) + 1));
};
/** @param {number} year @param {string} told */
const feast = (year, told) => {
    const day = told.replace(/[?]$/, "");
    if (day.startsWith("easter")) return easter(year) + Number(day.slice(6) || 0);
    const found = /** @type {number} */ (dayOf(year, Number(day.slice(0, 2)), Number(day.slice(3, 5))));
    return day.length > 5 ? found + (NAMES.indexOf(day.slice(6)) - weekday(found) + 7) % 7 : found;
};
/** @param {number} when @param {RegExpMatchArray} match @returns {Group} */
const single = (when, match) => ({
    points: [{ day: 0, month: 0, year: yearOf(when), weekdays: [], ...place(match), joint: "", when, doubts: false }], role: "event", hours: [],
});
/** @param {Notice} notice @param {Group[]} groups @param {number} today @param {Found} found */
const otherDays = (notice, groups, today, found) => {
    const low = notice.masked;
    found.guessed.add("starts");
    for (const [ahead, words] of notice.words.ahead.entries()) {
        for (const match of all(notice, "ahead", low)) {
            if (!words.includes(wordsIn(match[0]).join(" "))) continue;
            const behind = at(notice, "weekday", low, endOf(match) + 1);
            if (behind && weekdayOf(notice, behind[0]) === weekday(today + ahead)) found.guessed.delete("starts");
            return [single(today + ahead, match)];
        }
    }
    for (const [pattern, day] of notice.words.feasts) {
        const match = compiled(`(?<![a-z])(?:${pattern})(?![a-z])`, "").exec(low);
        if (match) {
            const soon = feast(yearOf(today), day);
            const when = soon < today ? feast(yearOf(today) + 1, day) : soon;
            const byHour = at(notice, "clock", low, endOf(match) + 1);
            if (byHour && !day.endsWith("?") && when - today <= FAR) found.guessed.delete("starts");
            return [single(when, match)];
        }
    }
    for (const match of all(notice, "next_weekday", low)) {
        const word = last(wordsIn(match[0]));
        const number = weekdayOf(notice, word);
        if (number >= 0 && word.length > 2) {
            const ahead = (number - weekday(today) + 7) % 7 || (has(notice, "not_today", match[0]) ? 7 : 0);
            return [single(today + ahead, match)];
        }
    }
    for (const role of ["until", "sale", "opening", "spare", "deadline", "published"]) {
        const group = groups.find((one) => one.role === role && daysOf(one).length && !doubtful(one));
        if (group) return [group];
    }
    found.guessed.delete("starts");
    return [];
};

/** @param {number} when @param {Hours} hour @returns {{starts: string, ends?: string}} */
const dateOf = (when, hour) => {
    const one = { starts: moment(when, hour.starts) };
    return hour.ends === null ? one : { ...one, ends: moment(when + Number(hour.ends <= hour.starts), hour.ends) };
};
/** The days of a range by the hours of their weekdays. @param {Notice} notice @param {Group} first @param {Hours[]} own */
const byWeekday = (notice, first, own) => {
    /** @type {Map<number, Hours>} */
    const said = new Map();
    for (const one of own) {
        if (!ROLES.includes(one.role) || one.start < endOfGroup(first)) continue;
        const before = last(notice.masked.slice(Math.max(0, one.start - 20), one.start).split(/[,;\n]|\.\s/));
        for (const day of weekdaysIn(notice, before)) if (!said.has(day)) said.set(day, one);
    }
    const [from, to] = daysOf(first);
    const days = Array.from({ length: Math.min(to - from + 1, 15) }, (_, n) => from + n);
    if (to - from > 14 || days.some((day) => !said.has(weekday(day)))) return [];
    return days.map((day) => dateOf(day, /** @type {Hours} */ (said.get(weekday(day)))));
};

/** @param {Notice} notice @param {Group} first @param {Hours | null} main @param {Hours[]} own @param {Found} found */
const readOne = (notice, first, main, own, found) => {
    const days = daysOf(first);
    const start = days[0];
    const { values, guessed, spans } = found;
    if (isRange(first) && days.length === 2 && days[1] > start) {
        const each = byWeekday(notice, first, own);
        if (each.length) {
            values.dates = each;
            spans.dates = spans.starts;
            delete spans.starts;
            if (guessed.has("starts")) guessed.add("dates");
            return;
        }
        if (!main) {
            Object.assign(values, { starts: iso(start), ends: iso(days[1]) });
            return;
        }
        const ends = endOfHours(own, main);
        const until = last(first.points).start;
        if (ends !== null && ends > main.starts && days[1] - start <= 14 && !own.some((one) => one.start < until)) {
            values.dates = Array.from({ length: days[1] - start + 1 }, (_, n) => ({
                starts: moment(start + n, main.starts), ends: moment(start + n, ends),
            }));
            guessed.add("starts").add("dates");
            return;
        }
        values.starts = moment(start, main.starts);
        const closing = own.find((one) => one.start > until && one !== main);
        values.ends = closing || ends ? moment(days[1], closing ? closing.starts : ends) : iso(days[1]);
        if (!(closing && main.start < until)) guessed.add("starts").add("ends");
        return;
    }
    if (!main) {
        values.starts = iso(start);
        return;
    }
    const again = own.filter((one) => one.role === "main" && one.start === one.end);
    if (again.length) {
        values.dates = [main, ...again].map((one) => ({ starts: moment(start, one.starts) }));
        return;
    }
    values.starts = moment(start, main.starts);
    const ends = endOfHours(own, main);
    if (ends !== null) {
        values.ends = moment(start + Number(ends <= main.starts), ends);
        spans.ends = spans.starts;
    }
};

/** @param {Group} group @param {Hours | null} main @param {Hours[]} own @param {Found} found */
const readList = (group, main, own, found) => {
    const points = group.points.filter((one) => one.when !== null).slice(0, 60);
    const mine = points.map((point, number) => own.filter((one) =>
        one.start >= point.end && (number + 1 === points.length || one.start < points[number + 1].start) && ROLES.includes(one.role)));
    const timed = mine.map((some) => some[0] ?? null);
    for (let number = points.length - 2; number >= 0; number -= 1) timed[number] ??= timed[number + 1];
    found.values.dates = points.flatMap((point, number) => {
        const when = /** @type {number} */ (point.when);
        const hour = timed[number] ?? main;
        if (!hour) return [{ starts: iso(when) }];
        const more = mine[number].slice(1).filter((other) => other.start === other.end).map((other) => ({ starts: moment(when, other.starts) }));
        return [dateOf(when, hour), ...more];
    });
    found.spans.dates = found.spans.starts;
    delete found.spans.starts;
    if (group.points.some((one) => one.joint === "to")) found.guessed.add("dates");
    if (found.guessed.delete("starts")) found.guessed.add("dates");
};

/** @param {Notice} notice @param {Group[]} events */
const areRows = (notice, events) => {
    const starts = clauseStarts(notice);
    const rows = events.filter((group, number) => {
        const from = starts[upTo(starts, startOf(group)) - 1];
        const next = events[number + 1];
        const said = notice.masked.slice(from, startOf(group)) + notice.masked.slice(endOfGroup(group), next ? startOf(next) : undefined);
        return said.replace(/[^a-z]/g, "").length > 12;
    });
    return rows.length > 1;
};

/** @param {Notice} notice @param {Group[]} groups @param {Group[]} events @param {Hours[]} hours @param {Found} found */
const readOnce = (notice, groups, events, hours, found) => {
    const first = events[0];
    const days = daysOf(first);
    const others = events.slice(1).some((one) => daysOf(one).some((day) => !days.includes(day)));
    const list = events.find((one) => one.points.length > 1 && !isRange(one));
    if (others && list) {
        const merged = { points: events.flatMap((one) => one.points), role: "event", hours: events.flatMap((one) => one.hours).sort(byStart) };
        found.spans.starts = [startOf(first), endOfGroup(first)];
        readList(merged, mainOf(list.hours), merged.hours, found);
        found.guessed.add("dates");
        note(found, "several-dates");
        return;
    }
    if (others) {
        note(found, areRows(notice, events) ? "several-events" : "several-dates");
        found.guessed.add("starts");
    }
    if (doubtful(first)) {
        const wrong = first.points.some((one) => one.when !== null && one.weekdays.length && !one.weekdays.includes(weekday(one.when)));
        found.guessed.add("starts");
        note(found, !wrong && first.points.some((one) => one.doubts && one.when !== null) ? "old-date" : "weekday");
    }
    const [start, end] = [startOf(first), endOfGroup(first)];
    let own = first.hours.length ? first.hours : hours.filter((one) => !ofOther(groups, one));
    const opening = own.filter((one) => ROLES.includes(one.role));
    if (opening.some((one) => one.start < start) && opening.some((one) => one.start >= end && one.start - end <= 20)) {
        own = own.filter((one) => one.start >= start);
        found.guessed.add("starts");
    }
    const main = mainOf(own);
    found.spans.starts = main && Math.abs(main.start - end) <= 60 ? [Math.min(start, main.start), Math.max(end, main.end)] : [start, end];
    const beside = own.filter((one) => ["opens", "beside"].includes(one.role));
    if (main && ((beside.includes(main) && own.length > 1) || beside.some((one) => one.starts + LONG <= main.starts))) found.guessed.add("starts");
    if (list) {
        readList(list, main, own, found);
        return;
    }
    if (!days.length) {
        found.guessed.add("starts");
        return;
    }
    readOne(notice, first, main, own, found);
    const until = groups.find((one) => one.role === "until" && daysOf(one).length);
    if (!until || days.length > 1 || daysOf(until)[0] < days[0]) return;
    if (until.hours.length && main) found.values.ends = moment(daysOf(until)[0], until.hours[0].starts);
    else if (daysOf(until)[0] > days[0]) {
        found.values.ends = iso(daysOf(until)[0]);
        found.guessed.add("starts").add("ends");
    }
};

/** @param {Group[]} groups @param {Found} found */
const readDeadline = (groups, found) => {
    const group = groups.find((one) => one.role === "deadline" && daysOf(one).length);
    if (!group) return;
    found.values.registration = { until: moment(last(daysOf(group)), group.hours[0]?.starts ?? null) };
    found.spans.registration = [last(group.points).start, last(group.points).end];
    if (doubtful(group)) found.guessed.add("registration");
};

const bySpan = (/** @type {number[]} */ a, /** @type {number[]} */ b) => a[0] - b[0] || a[1] - b[1];

/** Read when it is. @param {Notice} notice @param {string} today "2026-11-28" @param {Found} found */
export const readWhen = (notice, today, found) => {
    const now = Math.round(Date.parse(`${today}T00:00:00Z`) / 86_400_000);
    let hours = hoursWithClock(notice);
    const groups = groupsOf(notice, hours, now);
    let plain = blanked(notice.masked, hours.map((one) => [one.start, one.end]));
    const spans = groups.map((one) => [startOf(one), endOfGroup(one)]);
    const bare = hoursBare(notice, blanked(plain, spans), spans);
    hours = [...hours, ...bare].sort(byStart);
    plain = blanked(plain, bare.map((one) => [one.start, one.end]));
    setRoles(notice, groups, hours, plain);
    const heads = all(notice, "head", notice.low).map((one) => [index(one), endOf(one)]);
    found.taken = [...heads, ...spans, ...hours.map((one) => [one.start, one.end])].sort(bySpan);
    const regular = rhythmOf(notice);
    const many = regular !== null || groups.some((one) => one.role === "event");
    for (const one of groups) if (one.role === "last") one.role = many ? "until" : "event";
    let events = groups.filter((one) => one.role === "event");
    const goesOn = (/** @type {Group} */ group) => (isRange(group)
        ? daysOf(group).length === 2 && daysOf(group)[1] - daysOf(group)[0] > 6
        : group.points.length === 1 && (has(notice, "since_behind", plain.slice(endOfGroup(group), endOfGroup(group) + 20))
            || has(notice, "since_word_before", plain.slice(Math.max(0, startOf(group) - 20), startOf(group)))));
    const rule = regular ?? (events.some(goesOn) ? rhythmFrom(notice, plain, spans) : null);
    readDeadline(groups, found);
    const coming = events.filter((one) => daysOf(one).length && last(daysOf(one)) >= now);
    if (coming.length) events = coming;
    const sure = events.filter((one) => !doubtful(one));
    if (sure.length && sure.length < events.length) {
        events = sure;
        found.guessed.add("starts");
    }
    if (!events.length && !rule) {
        events = otherDays(notice, groups, now, found);
        found.taken = [...found.taken, ...events.map((one) => [startOf(one), endOfGroup(one)])].sort(bySpan);
    }
    if (rule && !events.some((one) => one.points.length > 2)) {
        found.taken = [...found.taken, [rule.start, rule.end]].sort(bySpan);
        readSeries(notice, rule, groups, hours, now, found);
    } else if (events.length) readOnce(notice, groups, events, hours, found);
    if (!found.values.repeats && has(notice, "called_off", notice.low)) {
        found.guessed.add("starts").add("dates");
        note(found, "called-off");
    }
    const hour = "starts" in found.values || "dates" in found.values ? null : mainOf(hours);
    if (hour) {
        found.values.time = clock(hour.starts);
        found.spans.time = [hour.start, hour.end];
    }
};
