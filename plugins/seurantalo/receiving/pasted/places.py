"""Where it is and who arranges it: the region's venues, rooms and organisations in a notice."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from seurantalo.receiving.pasted.found import Found
from seurantalo.receiving.pasted.known import Known, Mention, Word, best_mentions, known_of, mentions_of, words_of
from seurantalo.receiving.pasted.level import Notice, tidy

_LINE: Final = re.compile(r"[^\n]*")
_UNKNOWN: Final = re.compile(r"[^\n,(;|.]{2,80}")
_BEFORE: Final = 34
#: Before the last one of several names: "esiintyjinä A, B ja C".
_LISTED: Final = 80
_BEHIND: Final = 16
_BY_VERB: Final = 40


def read_places(notice: Notice, names: Mapping[str, Any], found: Found) -> None:
    """Read venue, room, organisers, audience and, where no venue tells it, the municipality."""
    words = words_of(notice, names)
    known = known_of(names)
    venues = mentions_of(notice, words, names["venues"], known)
    organisations = mentions_of(notice, words, names["organisations"], known)
    municipalities = [one for one in mentions_of(notice, words, names["municipalities"], known) if one.full]
    kinds = {word for ids in names["kinds"].values() for word in ids}
    generic = {word.start for word in words if word.ids & kinds}
    # "Seurantalolla" is any of them, whatever its first letter.
    venue_mentions = [
        replace(one, capital=one.capital and one.start not in generic) for one in best_mentions(venues, organisations)
    ]
    organisers = best_mentions(organisations, venues)
    around = list(dict.fromkeys(one.record["id"] for one in municipalities))
    found.places = [(one.start, one.end) for one in municipalities]
    present = {word for one in words for word in one.ids}
    venue_mentions.sort(key=lambda one: (one.start, -len(present.intersection(*[one.record["names"][0]]))))
    owners = {one.record["id"] for one in organisers if _rank(one) > 1}
    place = _venue(notice, {**names, "owners": owners, "present": present}, words, venue_mentions, around, found)
    if place is not None:
        _room(notice, words, place, known, found)
        around = [place["in"], *around]
    _organisers(notice, organisers, around, found)
    _audience(notice, mentions_of(notice, words, names["audiences"], known), found)
    if place is None and len(around) == 1:
        found.values["municipality"] = around[0]


def _label(notice: Notice, name: str) -> tuple[int, int] | None:
    match = notice.pattern(name).search(notice.low)
    if match is None:
        return None
    line = _LINE.match(notice.low, match.end())
    return match.end(), line.end() if line else match.end()


def _inside(mentions: list[Mention], span: tuple[int, int]) -> list[Mention]:
    return [one for one in mentions if span[0] <= one.start and one.end <= span[1]]


def _is_near(notice: Notice, one: Mention) -> bool:
    """Tell whether something else happens there: tickets, parking."""
    before = re.split(r"[\n.;!]", notice.low[max(0, one.start - _BEFORE) : one.start])[-1]
    behind = re.split(r"[\n.;!,]", notice.low[one.end : one.end + _BEHIND])[0]
    return notice.has("near", before) or notice.has("near", behind)


def _take(found: Found, field: str, value: object, start: int, end: int, *, guess: bool) -> None:
    found.values[field] = value
    found.spans[field] = [start, end]
    if guess:
        found.guessed.add(field)


def _venue(
    notice: Notice,
    names: Mapping[str, Any],
    words: list[Word],
    mentions: list[Mention],
    around: list[str],
    found: Found,
) -> Mapping[str, Any] | None:
    label = _label(notice, "venue_label")
    streets: list[tuple[int, Mapping[str, Any]]] = [
        (at, one) for one in names["venues"] if one["street"] and (at := _street(notice.low, one["street"])) >= 0
    ]
    if label is not None:
        record = _labelled_venue(names, words, _inside(mentions, label), around, found, label, streets)
    else:
        apart = [one for one in mentions if not _is_near(notice, one)]
        record = _chosen(apart, around, found, names, sure=False)
    if record is not None:
        return record
    if streets:
        at, one = min(streets, key=lambda pair: pair[0])
        _take(found, "venue", one["id"], at, at + len(one["street"]), guess=len({s[1]["id"] for s in streets}) > 1)
        return one
    if label is not None:
        if written := _written(notice, label[0]):
            _take(found, "venue", written, label[0], label[0] + len(written), guess=True)
            found.note("new-venue")
        return None
    return _of_kind(names, words, (0, len(notice.low)), around, found)


def _labelled_venue(
    names: Mapping[str, Any],
    words: list[Word],
    inside: list[Mention],
    around: list[str],
    found: Found,
    label: tuple[int, int],
    streets: list[tuple[int, Mapping[str, Any]]],
) -> Mapping[str, Any] | None:
    """Return the venue that stands behind a label: by its name, its street, its kind."""
    record = _chosen(inside, around, found, names, sure=True)
    if record is not None:
        return record
    for at, one in streets:
        if label[0] <= at < label[1]:
            _take(found, "venue", one["id"], at, at + len(one["street"]), guess=False)
            return one
    return _of_kind(names, words, label, around, found)


def _written(notice: Notice, start: int) -> str:
    """Return what stands behind a label, up to a mark."""
    match = _UNKNOWN.match(notice.low, start)
    return tidy(notice.units[match.start() : match.end()]) if match else ""


def _street(low: str, street: str) -> int:
    match = re.search(rf"(?<![a-z]){re.escape(street)}(?![0-9])", low)
    return match.start() if match else -1


def _rank(one: Mention) -> int:
    """Return how sure a mention is: 3 is the whole name, 2 several words of it, 1 the last word alone."""
    if one.full:
        return 3
    if not one.head or (one.count == 1 and one.foreign):
        return 0
    return min(one.count, 2)


def _said(names: Mapping[str, Any], one: Mention) -> int:
    """Return how many words of one of the record's names are in the text."""
    return max(len(names["present"].intersection(version)) for version in one.record["names"])


def _chosen(
    mentions: list[Mention], around: list[str], found: Found, names: Mapping[str, Any], *, sure: bool
) -> Mapping[str, Any] | None:
    """Choose the venue that is meant, and mark it where another may be; a word for many is the organiser's own."""
    ranked = [one for one in mentions if _rank(one)]
    if not ranked:
        return None
    top = max(_rank(one) for one in ranked)
    best = [one for one in ranked if _rank(one) == top]
    own = [one for one in best if top == 1 and one.record["owner"] in names["owners"]]
    if own and len({one.record["id"] for one in own}) == 1:
        # "Savonjärven väki vierailee Ylikorvessa, kylätalolla on kahvit": whose house it is, is not sure.
        words = _said(names, own[0])
        named = any(_said(names, one) >= max(words, 2) for one in best if one.record["id"] != own[0].record["id"])
        guess = named or any(one.start not in {mine.start for mine in own} for one in best)
        _take(found, "venue", own[0].record["id"], own[0].start, own[0].end, guess=guess)
        return own[0].record
    first = best[0]
    same = [one for one in best if one.start == first.start]
    local = [one for one in same if one.record["in"] in around]
    one = (local or same)[0]
    others = {other.record["id"] for other in best} - {one.record["id"]}
    rivals = {other.record["id"] for other in (local or same)} - {one.record["id"]}
    guess = (
        bool(rivals)
        or (bool(others) and not sure)
        or (top == 1 and not (one.capital and not others and len(same) == 1))
    )
    if top == 1 and len(same) > 1:
        guess = True
    _take(found, "venue", one.record["id"], one.start, one.end, guess=guess)
    return one.record


def _of_kind(
    names: Mapping[str, Any], words: list[Word], span: tuple[int, int], around: list[str], found: Found
) -> Mapping[str, Any] | None:
    """Return the one venue of the kind that is named, ``kirkossa``: marked if it isn't the organiser's."""
    for word in words:
        if not span[0] <= word.start < span[1]:
            continue
        for kind, ids in names["kinds"].items():
            if word.ids.intersection(ids):
                of_kind: list[Mapping[str, Any]] = [one for one in names["venues"] if one["kind"] == kind]
                own = [one for one in of_kind if one["owner"] in names["owners"]]
                if len(own) == 1:
                    _take(found, "venue", own[0]["id"], word.start, word.end, guess=False)
                    return own[0]
                local = [one for one in of_kind if one["in"] in around]
                if len(local) == 1 or len(of_kind) == 1:
                    one = (local or of_kind)[0]
                    _take(found, "venue", one["id"], word.start, word.end, guess=True)
                    return one
    return None


def _room(notice: Notice, words: list[Word], place: Mapping[str, Any], known: Known, found: Found) -> None:
    span = found.spans["venue"]
    for one in mentions_of(notice, words, place["rooms"], known):
        apart = max(one.start - span[1], span[0] - one.end)
        if (
            one.full
            and apart >= 0
            and apart <= _BY_VERB
            and "\n\n" not in notice.low[min(span[1], one.end) : max(span[0], one.start)]
        ):
            _take(found, "room", one.record["id"], one.start, one.end, guess="venue" in found.guessed)
            return


def _organisers(notice: Notice, mentions: list[Mention], around: list[str], found: Found) -> None:
    label = _label(notice, "organiser_label")
    venue = found.spans.get("venue", [0, 0])
    apart = [
        one
        for one in mentions
        if not _is_other(notice, one) and not (one.count == 1 and venue[0] <= one.start and one.end <= venue[1])
    ]
    ranked = [one for one in apart if _rank(one)]
    if label is not None:
        inside = _inside(ranked, label)
        if inside:
            _take_organisers(_narrowed(inside, around), found, guess=False)
            return
        if written := _written(notice, label[0]):
            _take(found, "organisers", [written], label[0], label[0] + len(written), guess=True)
            found.note("new-organiser")
            return
    whole = [one for one in ranked if _rank(one) > 1]
    foreign = [one for one in apart if one.foreign and one.head and not whole and _arranges(notice, one)]
    if foreign:
        _new_organiser(notice, foreign[0], found)
        return
    by_verb = [one for one in whole if _arranges(notice, one)]
    if by_verb:
        _take_organisers(_narrowed(by_verb, around), found, guess=False)
    elif whole:
        ids = {one.record["id"] for one in whole}
        _take_organisers(_narrowed(whole[:1], around), found, guess=len(ids) > 1)
    elif ranked:
        first = [one for one in ranked if one.start == ranked[0].start]
        local = [one for one in first if one.record["in"] in around] or first
        _take_organisers(
            local[:1], found, guess=len(first) > 1 or not (local[0].capital and _arranges(notice, local[0]))
        )


def _new_organiser(notice: Notice, one: Mention, found: Found) -> None:
    """Take the name that stands before the last word of a known one: it is somebody else."""
    start = notice.low.rfind(" ", 0, one.start - 1) + 1
    start = max(start, notice.low.rfind("\n", 0, one.start - 1) + 1)
    _take(found, "organisers", [tidy(notice.units[start : one.end])], start, one.end, guess=True)
    found.note("new-organiser")


def _narrowed(mentions: list[Mention], around: list[str]) -> list[Mention]:
    """Return one mention for each place: of several, the one of a municipality that is named."""
    found: list[Mention] = []
    for start in sorted({one.start for one in mentions}):
        same = [one for one in mentions if one.start == start]
        top = max(_rank(one) for one in same)
        same = [one for one in same if _rank(one) == top]
        found.append(([one for one in same if one.record["in"] in around] or same)[0])
    return found


def _take_organisers(mentions: list[Mention], found: Found, *, guess: bool) -> None:
    ids = list(dict.fromkeys(one.record["id"] for one in mentions))
    weak = any(_rank(one) == 1 for one in mentions) and len(mentions) == 1 and not mentions[0].capital
    _take(found, "organisers", ids, mentions[0].start, mentions[-1].end, guess=guess or weak)


def _arranges(notice: Notice, one: Mention) -> bool:
    before = re.split(r"[\n.;!]\s", notice.low[max(0, one.start - _BY_VERB) : one.start])[-1]
    behind = re.split(r"[\n;!]|\.\s", notice.low[one.end : one.end + _BY_VERB])[0]
    return notice.has("organises", before) or notice.has("organises", behind)


def _is_other(notice: Notice, one: Mention) -> bool:
    """Tell whether a name arranges nothing here: it is given money, or gives it."""
    before = re.split(r"[\n.;!]", notice.low[max(0, one.start - _LISTED) : one.start])[-1]
    behind = re.split(r"[\n.;!,]", notice.low[one.end : one.end + _BEHIND])[0]
    if notice.has("organises", before):
        before = before[-_BEFORE:]
    return notice.has("not_organising", before) or notice.has("not_organising", behind)


def _audience(notice: Notice, mentions: list[Mention], found: Found) -> None:
    """Read whom it is for, where a word for people stands in the form that says so: ``lapsille``, ``för barn``."""
    ids: list[str] = []
    label = _label(notice, "audience_label")
    span: list[int] = []
    for one in mentions:
        is_said = notice.low[one.start : one.end].endswith("lle") or notice.has(
            "after_for", notice.low[max(0, one.start - 8) : one.start]
        )
        if one.full and (is_said or (label is not None and label[0] <= one.start < label[1])):
            ids.append(one.record["id"])
            span = [span[0] if span else one.start, one.end]
    if ids:
        found.values["audience"] = list(dict.fromkeys(ids))
        found.spans["audience"] = span
        if label is None:
            found.guessed.add("audience")
