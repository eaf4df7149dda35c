"""An issue becomes what somebody has filled in: an act, and values of its record as they were written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from functools import cache, partial
from typing import Any, Final

from seurantalo.frozen import dataclass
from seurantalo.language import LANGUAGES, language
from seurantalo.model.fields.field import Field
from seurantalo.model.fields.words import field_of, fields_by_word, plain_word
from seurantalo.model.kinds import KINDS, RECORDS
from seurantalo.model.record import Kind
from seurantalo.proposing.acts import FORM
from seurantalo.proposing.asking import Act, Control, control_of
from seurantalo.proposing.issue_forms import ISSUE_FORMS, PROPOSAL_BOX, TARGET_BOX, WHAT_BOX, WHICH_BOX, boxes_of
from seurantalo.reading.input_words import NO, YES
from seurantalo.reading.moments.error import MomentError
from seurantalo.reading.moments.when import spans
from seurantalo.receiving.issue.body import Section, clean, sections

__all__ = ["Filled", "filled_in"]

#: A whole proposal, as the site's own form packs it, wherever it stands: also inside a link.
_PACKED: Final = re.compile(r"(?<![\w.-])e[01]\.[\w-]{8,}(?:\.[\w-]*)?", re.ASCII)
_BULLET: Final = re.compile(r"^\s*(?:[-*+•–]|\d{1,2}\.(?=\s+\D))\s+")
_PAIR: Final = re.compile(r"\s*(?:[-*+•]\s+)?(?P<word>[^:=]{1,60}?)\s*[:=](?!//)\s*(?P<value>.*\S)\s*\Z")
#: ``klo 13–14.30 Laulua``; a number with another mark behind it is a day or an amount.
_HOURS: Final = re.compile(
    r"(?:klo|kl|kello|at)?\.?\s*(?P<starts>\d{1,2}(?:[.:]\d\d)?)(?:\s*[–—-]\s*(?P<ends>\d{1,2}(?:[.:]\d\d)?))?"
    r"\s*[:,–—-]?\s+(?P<text>[^\d\s].*)",
    re.IGNORECASE,
)
#: So many labels that are names of fields alone make a text a proposal, where one of them is a time.
_ENOUGH: Final = 2
_TIMES: Final = frozenset({"starts", "date", "dates", "time"})
_KEY: Final = "/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What somebody has filled in. ``values`` are by English field names, as they were written.

    ``which`` is the event that is to change, or the page that a comment is about, in words; ``packed`` a whole
    proposal of the site's own form, which then says everything; ``loose`` what stands under no heading. ``unsure``
    are fields whose values were found in a text.

    >>> Filled(act=Act.EVENT).values
    {}
    """

    act: Act
    values: Mapping[str, Any] = field(default_factory=dict)
    which: str = ""
    packed: str = ""
    loose: str = ""
    unsure: tuple[str, ...] = ()


def filled_in(title: str, body: str) -> Filled | None:
    r"""Return what an issue proposes; None where it is about something else.

    Labels are read in every language of ours, and names of fields as files have them.

    >>> said = "### Tapahtuman nimi\n\nTanssit\n\n### Alkaa: päivä\n\n12.6.2027"
    >>> filled_in("Tapahtuma: Tanssit", said).values
    {'title': 'Tanssit', 'starts': '12.6.2027'}
    >>> filled_in("Sivu ei aukea", "Etusivu on tyhjä.") is None
    True
    """
    packed = _packed(body)
    if packed:
        return Filled(act=_act_by_title(title) or Act.EVENT, packed=packed)
    best: tuple[int, Filled] | None = None
    for act in ISSUE_FORMS.values():
        keys = _keys(act)
        found = sections(body, partial(_key_of, act, keys))
        own = sum(one.key.startswith(_KEY) for one in found)
        others = sum(bool(one.key) for one in found) - own
        named = _act_by_title(title) is act
        timed = act is Act.EVENT and any(one.key in _TIMES and one.text for one in found)
        if any(one.text for one in found if one.key) and (own or (timed and others >= _ENOUGH) or (others and named)):
            weight = 4 * own + others + 2 * named
            if best is None or weight > best[0]:
                best = (weight, _filled(act, found))
    return _titled(title, best[1]) if best is not None else None


def _packed(body: str) -> str:
    """Return the packed proposal in a text; in its own box also where mail has broken it into lines."""
    keys = _keys(Act.CHANGE)
    found = sections(body, lambda label: keys.get(plain_word(label), ""))
    whole = "".join(next((one.text for one in found if one.key == f"{_KEY}{PROPOSAL_BOX}"), "").split())
    match = _PACKED.search(whole) or _PACKED.search(clean(body))
    return match.group() if match else ""


def _titled(title: str, one: Filled) -> Filled:
    """Return what was filled in; where its own name is missing, that of the issue is taken for it."""
    fields = {field.name for field in RECORDS[FORM[one.act].kind]}
    name = next((each for each in ("title", "name") if each in fields), "")
    word, colon, rest = clean(title).partition(":")
    words = rest.strip() if colon and _act_by_title(word) is not None else clean(title).strip()
    if FORM[one.act].changes or not name or one.values.get(name) or not words:
        return one
    return replace(one, values={name: words, **one.values})


def _act_by_title(title: str) -> Act | None:
    word = plain_word(title.partition(":")[0])
    return next((act for act in ISSUE_FORMS.values() if word in _titles(act)), None)


@cache
def _titles(act: Act) -> frozenset[str]:
    kind = KINDS[FORM[act].kind].called
    if FORM[act].changes:
        return frozenset(plain_word(language(code).say("Change")) for code in LANGUAGES)
    return frozenset(plain_word(word) for code in LANGUAGES for word in kind.in_language(code))


@cache
def _keys(act: Act) -> Mapping[str, str]:
    """Return the ids of boxes by their labels in every language, each with a stroke before it."""
    return {plain_word(box.label): f"{_KEY}{box.id}" for code in LANGUAGES for box in boxes_of(act, language(code))}


def _key_of(act: Act, keys: Mapping[str, str], label: str) -> str:
    """Return the box that a label stands above, else the field that it names; ``""`` for what is neither."""
    word = plain_word(label)
    if word in keys:
        return keys[word]
    named = field_of(fields_by_word(RECORDS[FORM[act].kind]), label.rstrip("?! "))
    return named.name if named is not None and not FORM[act].changes else ""


def _filled(act: Act, found: tuple[Section, ...]) -> Filled:
    boxes = {box.id: box for box in boxes_of(act, language("en"))}
    fields = {one.name: one for one in RECORDS[FORM[act].kind]}
    values: dict[str, Any] = {}
    halves: dict[tuple[str, str], dict[str, str]] = {}
    which = loose = ""
    for key, text in found:
        if not text:
            continue
        box = boxes.get(key.removeprefix(_KEY)) if key.startswith(_KEY) else None
        if box is None:
            loose = loose if key else text
            if key:
                values.setdefault(key, _value(fields[key], text))
        elif box.id in (WHICH_BOX, TARGET_BOX):
            which = text
        elif box.id == WHAT_BOX:
            changed, loose = _pairs(text)
            values |= changed
        elif box.half:
            halves.setdefault((box.field, box.inner), {})[box.half] = text
        elif box.id != PROPOSAL_BOX:
            _put(values, box.field, box.inner, _value(fields[box.field], text))
    for (name, inner), parts in halves.items():
        _put(values, name, inner, _joined(parts))
    if FORM[act].kind is Kind.EVENT:
        values = dict(_event_values(values))
    return Filled(act=act, values=values, which=which, loose=loose)


def _put(values: dict[str, Any], name: str, inner: str, value: object) -> None:
    if not inner:
        values[name] = value
    elif isinstance(part := values.setdefault(name, {}), dict):
        part[inner] = value


def _value(field: Field, text: str) -> str | list[str] | list[dict[str, str]]:
    if field.many and control_of(field) in (Control.LINES, Control.ROWS):
        rows = [row for row in (_BULLET.sub("", row, count=1).strip() for row in text.split("\n")) if row]
        return [_agenda_item(row) for row in rows] if field.name == "agenda" else rows
    return text


def _agenda_item(row: str) -> dict[str, str]:
    """Return a line of a programme: its hours, where it begins with some, and what happens."""
    # Blanks as one: a row of them can be divided in more ways than there is time for.
    match = _HOURS.match(" ".join(row.split()))
    if match is None:
        return {"text": row}
    hours = {name: match[name] for name in ("starts", "ends") if match[name]}
    return {**hours, "text": match["text"]}


def _joined(parts: Mapping[str, str]) -> str:
    """Return a day and its time, or the first and the last day of a period, in one text."""
    if "first" in parts or "last" in parts:
        return f"{parts.get('first', '')} – {parts.get('last', '')}".strip()
    day, hour = (" ".join(parts.get(half, "").split()) for half in ("day", "time"))
    # In the box of the day there may be all of it already; an 8 alone may be the month's.
    if (
        not hour
        or re.search(rf"(?:klo?|kello|at)\.? ?{re.escape(hour)}\Z", day, re.IGNORECASE)
        or day.endswith(f" {hour}")
    ):
        return day
    hour = f"klo {hour}" if hour[0].isdigit() else hour
    return f"{day} {hour}" if day else hour


def _event_values(values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the values of an event: where the start tells an end too, or several days, as what stands for all."""
    for name, value in values.items():
        if name == "starts" and isinstance(value, str) and "date" not in values and _is_more(value):
            yield "date", value
        elif name == "status" and isinstance(value, str) and plain_word(value) in YES | NO:
            yield name, "confirmed" if plain_word(value) in YES else "tentative"
        else:
            yield name, value


def _is_more(text: str) -> bool:
    try:
        found = spans(text)
    except MomentError:
        return False
    return len(found) > 1 or any(one.last is not None for one in found)


def _pairs(text: str) -> tuple[dict[str, Any], str]:
    """Return the fields of an event that lines name, and the lines that name none."""
    known = fields_by_word(RECORDS[Kind.EVENT])
    values: dict[str, Any] = {}
    loose = []
    for row in text.split("\n"):
        match = _PAIR.match(row)
        named = field_of(known, match["word"]) if match else None
        if match and named is not None:
            values.setdefault(named.name, match["value"])
        elif row.strip():
            loose.append(row.strip())
    return values, "\n".join(loose)
