"""Feeds that another site of this kind wrote: what stands in their own properties becomes fields again.

The properties are in ``publishing.feeds.own_properties``. No sentence of a description is understood, for its
language is not ours to know: what of it are the author's words follows from what the properties say.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from typing import Any, Final, TypeAlias

from seurantalo.frozen import dataclass
from seurantalo.importing.content_lines import Property, one_line, unescape, unescape_list
from seurantalo.model.fields.event import EVENT, EVENT_CARRIED
from seurantalo.model.fields.field import Field, Shape
from seurantalo.model.fields.nesting import by_name
from seurantalo.proposing.canonical import NOWHERE

#: What the PRODID of our feeds begins with, and the names of their own properties.
PRODUCT: Final = "-//Seurantalo//"
PREFIX: Final = "X-SEURANTALO-"

#: A value as a file may have it: a text, a list, or a mapping of such.
Written: TypeAlias = str | list[Any] | dict[str, Any]

_FIELDS: Final = {name: field for name, field in by_name(EVENT).items() if name in EVENT_CARRIED}
#: Of one event so many lines are read.
_MOST: Final = 200
_LONGEST: Final = 20_000
#: What may stand in the block of facts below a description.
_FACTS: Final = ("price", "age_limit", "accessibility")


@dataclass(frozen=True, slots=True)
class OwnProperties:
    """What our own properties of an entry say."""

    fields: Mapping[str, Written] = field(default_factory=dict)
    """Values of fields, by the English names of these."""
    note: Written = ""
    """What is said of one date."""
    note_lines: int = 0
    """How many lines stand above the words of the description."""
    ends_assumed: bool = False
    open_end: bool = False
    """The repetition goes on behind the last date of the feed."""
    left_out: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    """Fields whose value can't be read."""


def read_own(properties: Iterable[Property]) -> OwnProperties:
    """Return what our own properties say; a line that is not understood costs that line alone."""
    values: dict[str, list[Property]] = {}
    for each in list(properties)[:_MOST]:
        values.setdefault(each.name.removeprefix(PREFIX).lower().replace("-", "_"), []).append(each)
    found: dict[str, Written] = {}
    unread: list[str] = []
    for name, known in _FIELDS.items():
        if name in values:
            value = _value(known, values[name])
            if value:
                found[name] = value
            else:
                unread.append(name)
    notes = _text(values, "notes")
    return OwnProperties(
        fields=found,
        note=_texts(values.get("note", [])),
        note_lines=int(notes) if notes.isdecimal() and len(notes) < 3 else 0,
        ends_assumed=_text(values, "ends") == "assumed",
        open_end=_text(values, "until") == "open",
        left_out=tuple(word for each in values.get("left_out", ()) for word in unescape_list(each.value)),
        unread=tuple(unread),
    )


def own_words(description: str, own: OwnProperties, url: str, others: Sequence[str]) -> str:
    """Return the author's words in a description of ours: without notes, programme, facts and address.

    ``others`` are facts that stand in other properties: who arranges it, and where it is online. A line among the
    facts that tells none of those that we know, from a newer site perhaps, is not lost: it stays with the words.
    """
    blocks = description.split("\n\n")
    if url and blocks[-1].strip() == url:
        blocks.pop()
    lines = blocks[-1].split("\n") if blocks else []
    told = [*others, *(words for name in _FACTS for words in _versions(own.fields.get(name)))]
    facts = [line for line in lines if _ends_with_one(line, told)]
    if facts:
        rest = [line for line in lines if line not in facts]
        registration = own.fields.get("registration")
        if isinstance(registration, dict) and rest:
            rest.remove(next((line for line in rest if _tells(line, registration)), rest[0]))
        blocks[-1:] = ["\n".join(rest)] if rest else []
    items = own.fields.get("agenda")
    if isinstance(items, list) and blocks and len(blocks[-1].split("\n")) == len(items) + 1:
        blocks.pop()
    if own.note_lines and blocks and len(blocks[0].split("\n")) == own.note_lines:
        blocks.pop(0)
    return "\n\n".join(blocks)


def _ends_with_one(line: str, told: Iterable[str]) -> bool:
    return any(letters and _letters(line).endswith(letters) for letters in map(_letters, told))


def _tells(line: str, registration: Mapping[str, Any]) -> bool:
    words = [*_versions(registration.get("text")), str(registration.get("url", ""))]
    return any(letters and letters in _letters(line) for letters in map(_letters, words))


def _letters(words: str) -> str:
    """Return the letters and digits of a text alone: markup is none of them."""
    return "".join(letter for letter in words.casefold() if letter.isalnum())


def _versions(value: Written | None) -> list[str]:
    if isinstance(value, dict):
        return [words for words in value.values() if isinstance(words, str)]
    return [value] if isinstance(value, str) else []


def _value(known: Field, found: Sequence[Property]) -> Written:
    if known.shape in (Shape.TEXT, Shape.PROSE):
        return _texts(found, lines=known.shape is Shape.PROSE)
    if known.shape is Shape.PART:
        items = [item for each in found if (item := _part(each.value)) is not None]
        return items if known.many else next(iter(items), "")
    if known.shape is Shape.CHANNELS:
        return _channels(found)
    if known.many:
        return [word for each in found for word in unescape_list(each.value)]
    return one_line(unescape(found[0].value))


def _channels(found: Sequence[Property]) -> Written:
    """Return where an event is announced: names, or ``no``, or more of each as a mapping."""
    items: list[Any] = []
    for each in found:
        if each.value.startswith("{"):
            part = _part(each.value)
            if part and part.get("skip") == "yes":
                part["skip"] = True
            items += [part] if part else []
        else:
            items += unescape_list(each.value)
    return NOWHERE if items == [NOWHERE] else items


def _part(value: str) -> dict[str, Any] | None:
    """Return a mapping of texts, and of mappings of texts; None where it is none."""
    try:
        made = json.loads(unescape(value)) if len(value) <= _LONGEST else None
    except (ValueError, RecursionError):
        return None
    return _clean(made, 3)


def _clean(made: object, depth: int) -> dict[str, Any] | None:
    if not isinstance(made, dict) or not depth:
        return None
    found: dict[str, Any] = {}
    for name, value in made.items():
        kept = _clean(value, depth - 1) if isinstance(value, dict) else value
        if not isinstance(kept, str | dict):
            return None
        found[one_line(str(name))] = (
            kept if isinstance(kept, dict) else one_line(unescape(kept.replace("\\", "\\\\")))
        )
    return found


def _texts(found: Sequence[Property], *, lines: bool = False) -> Written:
    versions: dict[str, str] = {}
    for each in found:
        words = unescape(each.value)[:_LONGEST]
        versions.setdefault(each.parameters.get("LANGUAGE", ""), words if lines else one_line(words))
    return versions.get("", "") if set(versions) <= {""} else versions


def _text(values: Mapping[str, list[Property]], name: str) -> str:
    return one_line(unescape(values[name][0].value)) if name in values else ""
