"""The schema as a guide for people: every field of every kind, with its words and what it takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from seurantalo.model.record import Kind
from seurantalo.reading.schema import PARTS, RECORDS, REPEATS, Field, Shape
from seurantalo.reading.schema_words import words_for
from seurantalo.reading.words import TABLES


@dataclass(frozen=True, slots=True)
class GuideField:
    """A field: its words by language, its shape, whether it must be there or may be many, and its choices.

    ``choices`` are (English, Finnish, Swedish) words; ``parts`` are the fields inside it.
    """

    words: tuple[tuple[str, str], ...]
    shape: Shape
    required: bool
    many: bool
    target: Kind | None
    choices: tuple[tuple[str, str, str], ...]
    parts: tuple[GuideField, ...]


def field_guide() -> tuple[tuple[Kind, tuple[GuideField, ...]], ...]:
    """Return the fields of every kind of record, in the order of the schema."""
    return tuple((kind, tuple(_guide(fields))) for kind, fields in RECORDS.items())


def _guide(fields: tuple[Field, ...]) -> Iterator[GuideField]:
    for field in fields:
        inside = PARTS[field.part] if field.part else REPEATS if field.shape is Shape.REPEATS else ()
        words = tuple((code, (table.get(field.name) or (field.name,))[0]) for code, (table, _) in TABLES.items())
        yield GuideField(
            words=(("en", field.name), *words),
            shape=field.shape,
            required=field.required,
            many=field.many,
            target=field.target,
            choices=_choices(field),
            parts=tuple(_guide(inside)),
        )


def _choices(field: Field) -> tuple[tuple[str, str, str], ...]:
    if field.choices is None:
        return ()
    finnish = dict(words_for(field.choices, "fi"))
    swedish = dict(words_for(field.choices, "sv"))
    return tuple((member.value, finnish[member], swedish[member]) for member in field.choices)
