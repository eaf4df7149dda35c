"""What a writer of files has to know of fields and words, as data: Python and the browser write from the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from string import Formatter
from typing import Final, NotRequired, TypedDict

from seurantalo.language import TONGUES, Tongue
from seurantalo.model.fields.channel_plan import USUAL
from seurantalo.model.fields.field import Field, Shape
from seurantalo.model.fields.nesting import fields_inside
from seurantalo.model.fields.repetition import REPEATS
from seurantalo.model.fields.words import words_for
from seurantalo.model.kinds import KINDS
from seurantalo.model.record import Kind

#: Fields whose words are found by name, not by shape: how a repetition is said, a day that is not known, and so on.
_NAMED: Final = {"every": "every", "on": "on", "on_holiday": "purpose"}
#: What a file may hold instead of a field, which then says all of it.
INSTEAD: Final[Mapping[str, tuple[str, ...]]] = {
    "changes": ("cancelled",),
    "ends": ("date", "time", "duration", "month"),
    "starts": ("date", "time", "duration", "month"),
}
_STRFTIME: Final = {"Y": "{year:4}", "m": "{month:2}", "d": "{day:2}", "H": "{hour:2}", "M": "{minute:2}"}
_ISO: Final = ("{year:4}-{month:2}-{day:2}", " {hour:2}:{minute:2}")
_PART: Final = re.compile(r"0\.(day|month|year|hour|minute)")


class FieldTable(TypedDict):
    """A field: its English name, the word that we write for it, and what its value is.

    ``shape`` is a :class:`~seurantalo.model.fields.field.Shape`, or ``every``, ``on``, ``purpose`` or ``unknown`` for
    lines with words of their own. ``short``: a part that only has this field is written as its value.
    """

    name: str
    word: str
    shape: str
    many: NotRequired[bool]
    choices: NotRequired[dict[str, str]]
    fields: NotRequired[list[FieldTable]]
    short: NotRequired[str]


class KindTable(TypedDict):
    """A kind of record: the folder and ending of its files, its fields in order.

    ``body`` is the field that stands below the others in a Markdown file, ``""`` in a file of fields alone.
    """

    folder: str
    ending: str
    body: str
    fields: list[FieldTable]


class TextTables(TypedDict):
    """All that it takes to write files in a language. ``dates`` and ``times`` are patterns with blanks.

    ``repeats`` has the two words for each stretch of time, the weekdays from Monday, and the words for the last
    weekday and the last day of a month. ``instead`` are fields that go where another one is written.

    >>> tables = text_tables([Kind.VENUE], "sv")
    >>> tables["kinds"]["venue"]["folder"], tables["repeats"]["week"]
    ('content/venues', ['vecka', 'veckor'])
    """

    language: str
    dates: dict[str, str]
    words: dict[str, str]
    repeats: dict[str, list[str]]
    instead: dict[str, list[str]]
    kinds: dict[str, KindTable]


def text_tables(kinds: Iterable[Kind], language: str) -> TextTables:
    """Return what it takes to write files of some kinds in a language.

    >>> tables = text_tables([Kind.EVENT], "fi")
    >>> tables["dates"]["hour"], tables["kinds"]["event"]["fields"][0]
    ('{day}.{month}.{year} klo {hour}', {'name': 'title', 'word': 'otsikko', 'shape': 'text'})
    """
    tongue = TONGUES[language]
    words = tongue.repetition
    stretches = {"day": words.day, "week": words.week, "month": words.month, "year": words.year}
    last = words.ordinals[-1][0]
    return {
        "language": language,
        "dates": _dates(tongue),
        "words": {
            "yes": tongue.yes[0],
            "no": tongue.no[0],
            "unknown": tongue.unknown[0],
            "purpose": tongue.on_purpose[0],
            "usual": USUAL.in_language(language)[0],
        },
        "repeats": {
            **{name: list(found[:2]) for name, found in stretches.items()},
            "weekdays": list(tongue.weekdays_in_dates),
            "last": [last, f"{last} {(words.of_month or words.day)[-1]}"],
        },
        "instead": {name: list(found) for name, found in INSTEAD.items()},
        "kinds": {kind.value: _kind(kind, language) for kind in kinds},
    }


def _kind(kind: Kind, language: str) -> KindTable:
    known = KINDS[kind]
    ending = "yml" if known.files.partition(",")[0].endswith(".yml") else "md"
    fields = [_field(one, language) for one in known.fields]
    if kind is Kind.EVENT:
        fields = [{**one, "shape": "unknown"} if one["name"] == "date" else one for one in fields]
    body = "" if ending == "yml" else "text"
    folder = "events" if kind is Kind.EVENT else f"content/{known.folder}" if known.folder else "content"
    return {"folder": folder, "ending": ending, "body": body, "fields": fields}


def _field(field: Field, language: str) -> FieldTable:
    inside = fields_inside(field)
    shape = _NAMED.get(field.name, field.shape.value) if field.shape is Shape.LINE else field.shape.value
    found: FieldTable = {"name": field.name, "word": field.called.in_language(language)[0], "shape": shape}
    if field.many:
        found["many"] = True
    if field.choices is not None:
        found["choices"] = {str(value.value): word for value, word in words_for(field.choices, language)}
    if inside:
        found["fields"] = [_field(one, language) for one in inside]
        known = {one.name: one for one in inside}
        short = known.get(field.part.shorthand) if field.part is not None else None
        if short is not None and short.shape is Shape.MOMENT:
            found["short"] = short.name
    return found


def _dates(tongue: Tongue) -> dict[str, str]:
    """Return the patterns of a day, of a day with an hour or with minutes, and of these alone."""
    try:
        day, hour, minute = map(_pattern, (tongue.day_in_files, tongue.hour_in_files, tongue.minute_in_files))
    except ValueError:
        # Every language reads days of ISO 8601.
        day, hour, minute = _ISO[0], "".join(_ISO), "".join(_ISO)
    found = {"day": day, "hour": hour, "minute": minute}
    alone = {name: found[name].removeprefix(day).strip() for name in ("hour", "minute")}
    return found | {f"{name}_alone": text for name, text in alone.items()}


def _pattern(written: str) -> str:
    """Return a format of dates with its blanks by name; raise ValueError for what no blank of ours is."""
    found = ""
    for words, blank, how, _ in Formatter().parse(written):
        found += words
        if blank is None:
            continue
        if part := _PART.fullmatch(blank):
            width = (how or "").lstrip("0")
            found += f"{{{part[1]}:{width}}}" if width else f"{{{part[1]}}}"
        elif blank == "0" and how and not re.sub(r"%[YmdHM]", "", how).count("%"):
            found += re.sub(r"%([YmdHM])", lambda sign: _STRFTIME[sign[1]], how)
        else:
            raise ValueError(blank)
    return found


#: The fields of one rule of a repetition, for those who read what is in one.
RULE_FIELDS: Final = tuple(field.name for field in REPEATS)
