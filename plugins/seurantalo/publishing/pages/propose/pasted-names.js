// @ts-check
/** Where it is and who arranges it: the mirror of `known` and `places` in `receiving/pasted/`. */

import { endOf, has, isCapital, note, search, tidy } from "./pasted-level.js";
import { stemKey } from "./stem.js";

/** @typedef {import("./pasted-level.js").Notice} Notice */
/** @typedef {import("./pasted-level.js").Found} Found */
/** @typedef {{start: number, end: number, stems: string[], ids: Set<number>, capital: boolean}} Word */
/** @typedef {{record: any, start: number, end: number, count: number, exact: number, full: boolean, head: boolean, capital: boolean, foreign: boolean}} Mention */

const SILENT = ["i", "pa", "och", "ja", "ry", "rf"];
const BETWEEN = /^[ "',.:(-]{0,3}\d?(?:(?:i|pa|och|ja|ry|rf)[ ,]+)?\n?$/;
const last = (/** @type {any[]} */ list) => list[list.length - 1];
/** @param {Mention} a @param {Mention} b */
const beats = (a, b) => a.count > b.count || (a.count === b.count && a.exact > b.exact);

/** @param {Notice} notice @param {any} names @returns {Word[]} */
const wordsOf = (notice, names) => [...notice.low.matchAll(/[a-z]+/g)].filter((one) => !SILENT.includes(one[0])).map((match) => {
    const [start, end] = [/** @type {number} */ (match.index), endOf(match)];
    const written = notice.units.slice(start, end);
    const stems = ["fi", "sv"].map((language) => stemKey(written, language));
    const ids = new Set(stems.flatMap((one) => (Object.hasOwn(names.keys, one) ? names.keys[one] : [])));
    return { start, end, stems, ids, capital: isCapital(written[0]) };
});

/** @typedef {{homes: Record<string, Set<number>>, keys: Map<number, string[]>}} Known */

/** @param {any} names @returns {Known} */
const knownOf = (names) => {
    /** @type {Map<number, string[]>} */
    const keys = new Map();
    for (const [key, words] of Object.entries(names.keys)) for (const word of words) keys.set(word, [...(keys.get(word) ?? []), key]);
    return { homes: Object.fromEntries(names.municipalities.map((/** @type {any} */ one) => [one.id, new Set(one.names.flat())])), keys };
};
/** Whether a word of a name ends in a word. @param {Known} known @param {number} slot @param {Word} word */
const endsIn = (known, slot, word) => word.stems.some((stem) =>
    stem.length >= 5 && (known.keys.get(slot) ?? []).some((key) => key.length > stem.length + 1 && key.endsWith(stem)));

/** @param {Notice} notice @param {Word[]} words @param {number} at @param {Set<number>} home */
const followsAName = (notice, words, at, home) => {
    const before = words[at - 1];
    if (!before || notice.low.slice(before.end, words[at].start) !== " " || !before.capital) return false;
    if ([...before.ids].some((one) => home.has(one))) return false;
    return !/(?:^|[\n.!?:]) *$/.test(notice.low.slice(0, before.start)) || notice.low[before.end - 1] === "n";
};

/** @param {Notice} notice @param {Word[]} words @param {number} at @param {any} record @param {number} version @param {number} from @param {Known} known @returns {Mention} */
const mention = (notice, words, at, record, version, from, known) => {
    const slots = record.names[version];
    let [count, end, exact, place] = [1, at, 1, from + 1];
    while (end + 1 < words.length && place < slots.length) {
        const following = words[end + 1];
        const step = slots.slice(place, place + 2).findIndex((/** @type {number} */ one) => following.ids.has(one) || endsIn(known, one, following));
        if (step < 0 || !BETWEEN.test(notice.low.slice(words[end].end, following.start))) break;
        exact += Number(following.ids.has(slots[place + step]));
        [count, end, place] = [count + 1, end + 1, place + step + 1];
    }
    const { start, capital } = words[at];
    const foreign = from > 0 && followsAName(notice, words, at, known.homes[record.in] ?? new Set());
    return { record, start, end: words[end].end, count, exact, full: count === slots.length, head: place === slots.length, capital, foreign };
};

/** @param {Notice} notice @param {Word[]} words @param {any[]} records @param {Known} known @returns {Mention[]} */
const mentionsOf = (notice, words, records, known) => {
    /** @type {Map<number, number[][]>} */
    const index = new Map();
    records.forEach((record, number) => record.names.forEach((/** @type {number[]} */ slots, /** @type {number} */ version) =>
        slots.forEach((word, place) => index.set(word, [...(index.get(word) ?? []), [number, version, place]]))));
    return words.flatMap((word, at) => {
        /** @type {Map<number, Mention>} */
        const best = new Map();
        for (const one of [...word.ids].sort((a, b) => a - b)) {
            for (const [number, version, place] of index.get(one) ?? []) {
                const found = mention(notice, words, at, records[number], version, place, known);
                const other = best.get(number);
                const same = other?.count === found.count && other.exact === found.exact;
                if (!other || beats(found, other) || (same && found.full && !other.full)) best.set(number, found);
            }
        }
        return [...best.keys()].sort((a, b) => a - b).map((number) => /** @type {Mention} */ (best.get(number)));
    });
};

/** @param {Mention[]} mentions @param {Mention[]} others */
const bestOf = (mentions, others) => mentions.filter((one) => ![...mentions, ...others].some((other) =>
    other.start <= one.start && one.end <= other.end && beats(other, one) && (other.head || other.full)));

/** @param {Mention} one */
const rank = (one) => (one.full ? 3 : !one.head || (one.count === 1 && one.foreign) ? 0 : Math.min(one.count, 2));
/** @param {Mention[]} mentions */
const top = (mentions) => mentions.filter((one) => rank(one) === Math.max(...mentions.map(rank)));
/** @param {Mention[]} mentions @param {string[]} around */
const local = (mentions, around) => {
    const found = mentions.filter((one) => around.includes(one.record.in));
    return found.length ? found : mentions;
};

/** @param {Notice} notice @param {string} name */
const labelled = (notice, name) => {
    const match = search(notice, name, notice.low);
    if (!match) return null;
    const stop = notice.low.indexOf("\n", endOf(match));
    return [endOf(match), stop < 0 ? notice.low.length : stop];
};
/** @param {Mention[]} mentions @param {number[]} span */
const inside = (mentions, span) => mentions.filter((one) => span[0] <= one.start && one.end <= span[1]);
/** @param {Notice} notice @param {Mention} one @param {string} name */
const beside = (notice, one, name) =>
    has(notice, name, last(notice.low.slice(Math.max(0, one.start - 34), one.start).split(/[\n.;!]/)))
    || has(notice, name, notice.low.slice(one.end, one.end + 16).split(/[\n.;!,]/)[0]);
/** @param {Notice} notice @param {Mention} one */
const isOther = (notice, one) => {
    const before = last(notice.low.slice(Math.max(0, one.start - 80), one.start).split(/[\n.;!]/));
    return has(notice, "not_organising", has(notice, "organises", before) ? before.slice(-34) : before)
        || has(notice, "not_organising", notice.low.slice(one.end, one.end + 16).split(/[\n.;!,]/)[0]);
};
/** @param {Notice} notice @param {Mention} one */
const arranges = (notice, one) =>
    has(notice, "organises", last(notice.low.slice(Math.max(0, one.start - 40), one.start).split(/[\n.;!]\s/)))
    || has(notice, "organises", notice.low.slice(one.end, one.end + 40).split(/[\n;!]|\.\s/)[0]);

/** @param {Found} found @param {string} field @param {any} value @param {number} start @param {number} end @param {boolean} guess */
const take = (found, field, value, start, end, guess) => {
    found.values[field] = value;
    found.spans[field] = [start, end];
    if (guess) found.guessed.add(field);
};
/** What stands behind a label, up to a mark. @param {Notice} notice @param {number} start */
const written = (notice, start) => {
    const match = /^[^\n,(;|.]{2,80}/.exec(notice.low.slice(start));
    return match ? tidy(notice.units.slice(start, start + match[0].length)) : "";
};

/** @param {Mention[]} mentions @param {string[]} around @param {Found} found @param {any} names @param {boolean} sure */
const chosen = (mentions, around, found, names, sure) => {
    const best = top(mentions.filter(rank));
    if (!best.length) return null;
    const own = best.filter((one) => rank(one) === 1 && names.owners.has(one.record.owner));
    if (own.length && own.every((one) => one.record.id === own[0].record.id)) {
        const elsewhere = best.some((one) => !own.some((mine) => mine.start === one.start));
        const named = best.some((one) => one.record.id !== own[0].record.id && names.said(one) >= Math.max(names.said(own[0]), 2));
        take(found, "venue", own[0].record.id, own[0].start, own[0].end, elsewhere || named);
        return own[0].record;
    }
    const same = best.filter((one) => one.start === best[0].start);
    const one = local(same, around)[0];
    const isOther = (/** @type {Mention} */ other) => other.record.id !== one.record.id;
    const others = best.some(isOther);
    const rivals = local(same, around).some(isOther);
    const weak = rank(one) === 1 && !(one.capital && !others && same.length === 1);
    take(found, "venue", one.record.id, one.start, one.end, rivals || (others && !sure) || weak);
    return one.record;
};

/** @param {any} names @param {Word[]} words @param {number[]} span @param {string[]} around @param {Found} found */
const ofKind = (names, words, span, around, found) => {
    for (const word of words.filter((one) => span[0] <= one.start && one.start < span[1])) {
        for (const [kind, ids] of Object.entries(names.kinds)) {
            if (!ids.some((/** @type {number} */ one) => word.ids.has(one))) continue;
            const all = names.venues.filter((/** @type {any} */ one) => one.kind === kind);
            const own = all.filter((/** @type {any} */ one) => names.owners.has(one.owner));
            if (own.length === 1) {
                take(found, "venue", own[0].id, word.start, word.end, false);
                return own[0];
            }
            const here = all.filter((/** @type {any} */ one) => around.includes(one.in));
            if (here.length === 1 || all.length === 1) {
                const one = here[0] ?? all[0];
                take(found, "venue", one.id, word.start, word.end, true);
                return one;
            }
        }
    }
    return null;
};

/** @param {Notice} notice @param {any} names @param {Word[]} words @param {Mention[]} mentions @param {string[]} around @param {Found} found */
const readVenue = (notice, names, words, mentions, around, found) => {
    const label = labelled(notice, "venue_label");
    /** @type {[number, any][]} */
    const streets = names.venues.filter((/** @type {any} */ one) => one.street).map((/** @type {any} */ one) =>
        [notice.low.search(new RegExp(`(?<![a-z])${one.street.replace(/[.]/g, "\\.")}(?![0-9])`)), one])
        .filter((/** @type {any} */ one) => one[0] >= 0);
    let record = label
        ? chosen(inside(mentions, label), around, found, names, true)
        : chosen(mentions.filter((one) => !beside(notice, one, "near")), around, found, names, false);
    if (record) return record;
    const street = label && streets.find((one) => label[0] <= one[0] && one[0] < label[1]);
    if (street) {
        take(found, "venue", street[1].id, street[0], street[0] + street[1].street.length, false);
        return street[1];
    }
    record = label ? ofKind(names, words, label, around, found) : null;
    if (record) return record;
    if (streets.length) {
        const [at, one] = streets.reduce((a, b) => (b[0] < a[0] ? b : a));
        take(found, "venue", one.id, at, at + one.street.length, new Set(streets.map((each) => each[1].id)).size > 1);
        return one;
    }
    if (!label) return ofKind(names, words, [0, notice.low.length], around, found);
    const name = written(notice, label[0]);
    if (name) {
        take(found, "venue", name, label[0], label[0] + name.length, true);
        note(found, "new-venue");
    }
    return null;
};

/** @param {Notice} notice @param {Word[]} words @param {any} place @param {Known} known @param {Found} found */
const readRoom = (notice, words, place, known, found) => {
    const span = found.spans.venue;
    for (const one of mentionsOf(notice, words, place.rooms, known)) {
        const apart = Math.max(one.start - span[1], span[0] - one.end);
        const between = notice.low.slice(Math.min(span[1], one.end), Math.max(span[0], one.start));
        if (one.full && apart >= 0 && apart <= 40 && !between.includes("\n\n")) {
            take(found, "room", one.record.id, one.start, one.end, found.guessed.has("venue"));
            return;
        }
    }
};

/** One mention for each place. @param {Mention[]} mentions @param {string[]} around */
const narrowed = (mentions, around) => [...new Set(mentions.map((one) => one.start))].sort((a, b) => a - b)
    .map((start) => local(top(mentions.filter((one) => one.start === start)), around)[0]);

/** @param {Mention[]} mentions @param {Found} found @param {boolean} guess */
const takeOrganisers = (mentions, found, guess) => {
    const weak = mentions.length === 1 && rank(mentions[0]) === 1 && !mentions[0].capital;
    take(found, "organisers", [...new Set(mentions.map((one) => one.record.id))], mentions[0].start, last(mentions).end, guess || weak);
};

/** @param {Notice} notice @param {Mention[]} mentions @param {string[]} around @param {Found} found */
const readOrganisers = (notice, mentions, around, found) => {
    const label = labelled(notice, "organiser_label");
    const venue = found.spans.venue ?? [0, 0];
    const apart = mentions.filter((one) => !isOther(notice, one)
        && !(one.count === 1 && venue[0] <= one.start && one.end <= venue[1]));
    const ranked = apart.filter(rank);
    if (label) {
        const told = inside(ranked, label);
        const name = written(notice, label[0]);
        if (told.length) {
            takeOrganisers(narrowed(told, around), found, false);
            return;
        }
        if (name) {
            take(found, "organisers", [name], label[0], label[0] + name.length, true);
            note(found, "new-organiser");
            return;
        }
    }
    const whole = ranked.filter((one) => rank(one) > 1);
    const foreign = whole.length ? undefined : apart.find((one) => one.foreign && one.head && arranges(notice, one));
    if (foreign) {
        const before = (/** @type {string} */ sign) => (foreign.start < 2 ? -1 : notice.low.lastIndexOf(sign, foreign.start - 2));
        const start = Math.max(before(" "), before("\n")) + 1;
        take(found, "organisers", [tidy(notice.units.slice(start, foreign.end))], start, foreign.end, true);
        note(found, "new-organiser");
        return;
    }
    const byVerb = whole.filter((one) => arranges(notice, one));
    if (byVerb.length) takeOrganisers(narrowed(byVerb, around), found, false);
    else if (whole.length) {
        takeOrganisers(narrowed(whole.slice(0, 1), around), found, new Set(whole.map((one) => one.record.id)).size > 1);
    } else if (ranked.length) {
        const first = ranked.filter((one) => one.start === ranked[0].start);
        const here = local(first, around).slice(0, 1);
        takeOrganisers(here, found, first.length > 1 || !(here[0].capital && arranges(notice, here[0])));
    }
};

/** @param {Notice} notice @param {Mention[]} mentions @param {Found} found */
const readAudience = (notice, mentions, found) => {
    const label = labelled(notice, "audience_label");
    const told = mentions.filter((one) => one.full && (
        notice.low.slice(one.start, one.end).endsWith("lle") || has(notice, "after_for", notice.low.slice(Math.max(0, one.start - 8), one.start))
        || (label && label[0] <= one.start && one.start < label[1])));
    if (told.length) {
        take(found, "audience", [...new Set(told.map((one) => one.record.id))], told[0].start, last(told).end, !label);
    }
};

/** Read venue, room, organisers, audience, municipality. @param {Notice} notice @param {any} names @param {Found} found */
export const readNames = (notice, names, found) => {
    const words = wordsOf(notice, names);
    const known = knownOf(names);
    const venues = mentionsOf(notice, words, names.venues, known);
    const organisations = mentionsOf(notice, words, names.organisations, known);
    const municipalities = mentionsOf(notice, words, names.municipalities, known).filter((one) => one.full);
    const around = [...new Set(municipalities.map((one) => one.record.id))];
    found.places = municipalities.map((one) => [one.start, one.end]);
    const present = new Set(words.flatMap((one) => [...one.ids]));
    const said = (/** @type {Mention} */ one) => new Set(one.record.names[0].filter((/** @type {number} */ word) => present.has(word))).size;
    const most = (/** @type {Mention} */ one) => Math.max(...one.record.names.map((/** @type {number[]} */ words) =>
        new Set(words.filter((word) => present.has(word))).size));
    const kinds = new Set(Object.values(names.kinds).flat());
    const generic = words.filter((one) => [...one.ids].some((id) => kinds.has(id))).map((one) => one.start);
    const told = bestOf(venues, organisations).map((one) => ({ ...one, capital: one.capital && !generic.includes(one.start) }))
        .sort((a, b) => a.start - b.start || said(b) - said(a));
    const organisers = bestOf(organisations, venues);
    const owners = new Set(organisers.filter((one) => rank(one) > 1).map((one) => one.record.id));
    const place = readVenue(notice, { ...names, owners, said: most }, words, told, around, found);
    if (place) readRoom(notice, words, place, known, found);
    readOrganisers(notice, organisers, place ? [place.in, ...around] : around, found);
    readAudience(notice, mentionsOf(notice, words, names.audiences, known), found);
    if (!place && around.length === 1) [found.values.municipality] = around;
};
