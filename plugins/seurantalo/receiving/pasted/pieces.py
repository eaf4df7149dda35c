"""What it is called, what it costs and how to sign up; and the text itself, without what is somebody's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from seurantalo.receiving.pasted.found import Found
from seurantalo.receiving.pasted.level import Notice, blanked, tidy
from seurantalo.receiving.pasted.roles import clause_starts

_COMMA: Final = re.compile(r",\s|\s-\s|\s\|\s")
_LETTERS: Final = re.compile(r"[^\W\d_]")
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)[^\s<>\"']+", re.IGNORECASE)
_LONGEST_TITLE: Final = 90
_LONGEST_PRICE: Final = 200
_LONGEST_TEXT: Final = 600
_MOST_WORDS_OF_NAME: Final = 4
_FEWEST_LETTERS: Final = 4


def pieces_of(notice: Notice) -> list[tuple[int, int]]:
    """Return the sentences and lines of a text, parted at commas and dashes too."""
    starts = clause_starts(notice)
    found: list[tuple[int, int]] = []
    for start, end in zip(starts, [*starts[1:], len(notice.low)], strict=True):
        at = start
        for match in _COMMA.finditer(notice.low, start, end):
            found.append((at, match.start()))
            at = match.end()
        found.append((at, end))
    return [one for one in found if notice.low[one[0] : one[1]].strip()]


def is_private(notice: Notice, start: int, end: int) -> bool:
    """Tell whether a piece holds a telephone number or a mail address."""
    return notice.has("private", notice.low[start:end])


def private_pieces(notice: Notice) -> list[tuple[int, int]]:
    """Return the pieces with numbers and addresses of people, and the name before them."""
    pieces = pieces_of(notice)
    found: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(pieces):
        if not is_private(notice, start, end):
            continue
        found.append((start, end))
        before = number - 1
        while before >= 0 and (before == number - 1 or notice.has("contact", notice.low[slice(*pieces[before])])):
            one = pieces[before]
            same_line = "\n" not in notice.low[one[1] - 1 : start]
            if not (same_line and _is_of_contact(notice, *one)):
                break
            found.append(one)
            before -= 1
    return sorted(found)


def _is_of_contact(notice: Notice, start: int, end: int) -> bool:
    """Tell whether a piece leads to a number: a word for asking, or a name alone."""
    if notice.has("contact", notice.low[start:end]):
        return True
    words = notice.units[start:end].split()
    names = [word for word in words if word[:1].isupper()]
    return (
        0 < len(words) <= _MOST_WORDS_OF_NAME
        and len(names) == len(words)
        and not re.search(r"\d", notice.low[start:end])
    )


def read_description(notice: Notice, found: Found) -> list[tuple[int, int]]:
    """Take the text itself, without private pieces; return those."""
    private = private_pieces(notice)
    kept: list[str] = []
    at = 0
    raw = notice.text.encode("utf-16-le", "surrogatepass")
    for start, end in [*private, (len(notice.units), len(notice.units))]:
        kept.append(raw[2 * at : 2 * start].decode("utf-16-le", "surrogatepass"))
        at = max(at, end)
    text = "".join(kept)
    text = re.sub(r"[ \t]+(?=\n|\Z)", "", re.sub(r"[ \t]{2,}", " ", text))
    text = re.sub(r"(?:,|\s-|\s\|)(?=\s*(?:\n|\Z))", "", text)
    text = re.sub(r"\n{3,}", "\n\n", text).strip()
    if text:
        found.values["description"] = text
    if private:
        found.note("private")
    return private


def read_price(notice: Notice, found: Found) -> None:
    """Read what it costs, in the words of the text; coffee and lots are no admission."""
    pieces = pieces_of(notice)
    priced = [number for number, one in enumerate(pieces) if _has_price(notice, notice.low[slice(*one)])]
    admission = [number for number in priced if not _is_extra(notice, notice.low[slice(*pieces[number])])]
    sure = [number for number in admission if notice.has("admission", notice.low[slice(*pieces[number])])]
    if not admission:
        return
    first = admission[0]
    last = first
    while last + 1 in admission and "\n" not in notice.low[pieces[last][1] : pieces[last + 1][0]]:
        last += 1
    start, end = pieces[first][0], pieces[last][1]
    for taken_start, taken_end in found.taken:
        before = notice.low[start : max(start, taken_start)]
        if _has_price(notice, before):
            break
        if start <= taken_start and taken_end < end and taken_end <= start + (end - start) * 2 // 3:
            start = max(start, taken_end)
    label = notice.pattern("price_label").match(notice.low[start:end])
    start += label.end() if label else 0
    text = tidy(notice.units[start:end])[:_LONGEST_PRICE]
    if not text:
        return
    found.values["price"] = text
    found.spans["price"] = [start, end]
    if not sure and not label and len(admission) > 1:
        found.guessed.add("price")


def _has_price(notice: Notice, low: str) -> bool:
    return notice.has("money", low) or (notice.has("voluntary", low) and notice.has("price_words", low))


def _is_extra(notice: Notice, low: str) -> bool:
    """Tell whether money is for something besides: ``kahvi 3 €``, but not ``hinta 35 €, sis. kahvin``."""
    extra = notice.pattern("extra").search(low)
    price = notice.pattern("price_words").search(low)
    return extra is not None and (price is None or price.start() > extra.start())


def read_registration(notice: Notice, private: Sequence[tuple[int, int]], found: Found) -> None:
    """Read how to sign up: the sentence that says so, and an address of the web in it."""
    for start, end in pieces_of(notice):
        low = notice.low[start:end]
        if not notice.has("registration", low) or any(one[0] <= start < one[1] for one in private):
            continue
        registration: dict[str, Any] = found.values.setdefault("registration", {})
        address = _ADDRESS.search(notice.units[start : end + 200].split("\n")[0])
        if address:
            registration["url"] = address[0].rstrip(".,;)")
        text = tidy(notice.units[start:end])[:_LONGEST_TEXT]
        if text and not address:
            registration["text"] = text
        found.spans.setdefault("registration", [start, end])
        if not registration:
            del found.values["registration"]
        return


def read_title(notice: Notice, found: Found) -> None:
    """Read what it is called: what a label says, else the first words that say something."""
    label = notice.pattern("title_label").search(notice.low)
    if label:
        stop = re.compile(r"\n|\s\||$").search(notice.low, label.end())
        if stop and _take(notice, label.end(), stop.start(), found, guess=False):
            return
    lines = _lines(notice)
    for start, end in lines:
        if _skips(notice, start, end):
            continue
        if _from_line(notice, start, end, found):
            return


def _lines(notice: Notice) -> list[tuple[int, int]]:
    found, at = [], 0
    for line in notice.low.split("\n"):
        if line.strip():
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def _skips(notice: Notice, start: int, end: int) -> bool:
    low = notice.low[start:end]
    labels = ("venue_label", "organiser_label", "audience_label", "price_label", "contact")
    if notice.has("greeting", low):
        return True
    return any((match := notice.pattern(name).search(low)) is not None and match.start() <= 4 for name in labels)


def _from_line(notice: Notice, start: int, end: int, found: Found) -> bool:
    """Take the first part of a line that is no day, no name of an organiser and no greeting."""
    taken = [one for one in found.taken if one[0] < end and one[1] > start]
    for name in ("venue", "room", "organisers"):
        span = found.spans.get(name, [end, end])
        one = (span[0], span[1])
        if start <= one[0] and one[1] <= end and _is_apart(notice, name, one, taken):
            taken.append(one)
    taken.sort()
    parts: list[tuple[int, int]] = []
    at = start
    for one in [*taken, (end, end)]:
        if one[0] > at:
            parts.append((at, one[0]))
        at = max(at, one[1])
    for first, last in parts:
        for one in _phrases(notice, first, last):
            phrase = notice.low[one[0] : one[1]]
            lead = None if notice.has("greeting", phrase) else notice.pattern("lead").match(phrase)
            begin = one[0] + (lead.end() if lead else 0)
            verb = _verb(notice, begin, one[1])
            low = notice.low[begin + verb : one[1]]
            no_titles = ("greeting", "contact", "no_title", "weekday_only")
            if any(notice.has(name, low) for name in no_titles) or _is_name(found, begin + verb, one[1], notice):
                continue
            if _take(notice, begin + verb, one[1], found, guess=bool(lead or verb or len(low) > 60)):
                return True
    return False


def _is_name(found: Found, start: int, end: int, notice: Notice) -> bool:
    """Tell whether a phrase has hardly a letter besides the place or the organiser."""
    spans = [(span[0], span[1]) for name in ("venue", "room", "organisers") if (span := found.spans.get(name))]
    inside = [
        (max(one[0], start), min(one[1], end)) for one in (*spans, *found.places) if one[0] < end and one[1] > start
    ]
    rest = blanked(notice.low, inside)[start:end]
    return len(_LETTERS.findall(rest)) < _FEWEST_LETTERS


def _is_apart(notice: Notice, name: str, span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    """Tell whether a name is no part of what it is called: days follow the place, a verb or a mark the organiser."""
    if name != "organisers":
        return any(one[0] >= span[1] for one in taken)
    behind = notice.low[span[1] : span[1] + 16]
    return re.match(r"(?:\s(?:ry|rf))?\s*(?:[:.,!]|-\s)", behind) is not None or (
        notice.pattern("organises").match(behind.lstrip(" ")) is not None
    )


def _phrases(notice: Notice, start: int, end: int) -> list[tuple[int, int]]:
    found, at = [], start
    for match in re.finditer(r"[.!?:;|](?=\s|$)|\s-\s|,\s|\s~+\s", notice.low[start:end] + " "):
        found.append((at, start + match.start()))
        at = start + match.end()
    return [*found, (at, end)] if at < end else found


def _verb(notice: Notice, start: int, end: int) -> int:
    """Return how much of a phrase is about who arranges it: ``järjestävät myyjäiset``."""
    match = notice.pattern("organises").match(notice.low[start:end].lstrip(" "))
    blanks = len(notice.low[start:end]) - len(notice.low[start:end].lstrip(" "))
    return blanks + match.end() if match else 0


def _take(notice: Notice, start: int, end: int, found: Found, *, guess: bool) -> bool:
    tail = notice.pattern("tail").search(notice.low[start:end])
    text = tidy(notice.units[start : start + tail.start() if tail else end])
    if len(_LETTERS.findall(text)) < 2:
        return False
    letters = "".join(_LETTERS.findall(text))
    if letters == letters.upper() and len(letters) > _FEWEST_LETTERS:
        text = text.lower()
        for name in ("organisers", "venue"):
            one = found.spans.get(name)
            if one and start <= one[0] and one[1] <= end:
                words = notice.units[one[0] : one[1]]
                text = text.replace(words.lower(), " ".join(word[:1] + word[1:].lower() for word in words.split()))
    text = text[:1].upper() + text[1:]
    if len(text) > _LONGEST_TITLE:
        text = text[:_LONGEST_TITLE].rsplit(" ", 1)[0]
        guess = True
    found.values["title"] = text
    found.spans["title"] = [start, end]
    if guess:
        found.guessed.add("title")
    return True
