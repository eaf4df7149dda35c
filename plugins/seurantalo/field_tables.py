"""The schema as tables for people: every field of every kind of file, in the words of three languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from seurantalo.language import Language
from seurantalo.model.fields.choices import CHOICES
from seurantalo.model.fields.event import REPEATS
from seurantalo.model.fields.field import Field, Part, Shape
from seurantalo.model.fields.nesting import fields_inside
from seurantalo.model.kinds import KINDS, RecordKind, every_field, field_word
from seurantalo.publishing.file_words import FileWords
from seurantalo.publishing.pages.site.fields import ChoiceRow, FieldRow, FieldTable

__all__ = ["field_tables", "file_words"]


def field_tables(lang: Language) -> tuple[FieldTable, ...]:
    """Return a table for every kind of file, then one for every part that they share."""
    says = _says(lang)
    records = (
        FieldTable(title=_kind(lang, one), place=one.files, rows=tuple(_rows(lang, says, one.fields)))
        for one in KINDS.values()
    )
    titles = {_part_title(field, lang): fields_inside(field) for _, field in _holders(lang)}
    parts = (
        FieldTable(title=title, rows=tuple(_rows(lang, says, fields))) for title, fields in sorted(titles.items())
    )
    repeats = FieldTable(title=field_title("repeats", lang.code), rows=tuple(_rows(lang, says, REPEATS)))
    return (*records, repeats, *parts)


@cache
def file_words(code: str) -> FileWords:
    """Return the words that we write ourselves in files of a language."""
    return FileWords(
        {field.name: field.called.in_language(code)[0] for field in every_field()},
        {
            (choices.__name__, value.value): name.in_language(code)[0]
            for choices, names in CHOICES.items()
            for value, name in names.items()
        },
    )


def _rows(lang: Language, says: Mapping[Shape, str], fields: tuple[Field, ...]) -> Iterator[FieldRow]:
    for field in fields:
        shape = says[field.shape]
        if field.says:
            shape = lang.say(field.says)
        if field.shape is Shape.REFERENCE and field.target is not None:
            shape = lang.say("the id of: {kind}", kind=_called(lang, KINDS[field.target]))
        part = _part_title(field, lang) if field.part else ""
        yield FieldRow(
            fi=field.called.in_language("fi"),
            sv=field.called.in_language("sv"),
            en=(field.name,),
            shape=shape,
            required=field.required,
            many=field.many,
            choices=tuple(_choices(field)),
            part=field_title("repeats", lang.code) if field.shape is Shape.REPEATS else part,
        )


def _choices(field: Field) -> Iterator[ChoiceRow]:
    if field.choices is not None:
        for name in CHOICES[field.choices].values():
            yield ChoiceRow(fi=name.in_language("fi")[:1], sv=name.in_language("sv")[:1], en=(name.english,))


def _part_title(field: Field, lang: Language) -> str:
    """Return what a part is called: the word of the first field that holds it.

    Where a part of another kind has that name already, the name of the kind that holds this one stands beside it.
    """
    holders = tuple(_holders(lang))
    holder, first = next((holder, one) for holder, one in holders if one.part is field.part)
    title = field_title(first.name, lang.code)
    namesake = next(one for _, one in holders if field_title(one.name, lang.code) == title)
    return title if namesake.part is field.part else f"{title} ({holder})"


def _holders(lang: Language) -> Iterator[tuple[str, Field]]:
    """Yield the fields that hold parts, each with the name of the kind or part that has it."""
    inner: list[Part] = []
    for kind in KINDS.values():
        for field in kind.fields:
            if field.part is not None:
                yield _called(lang, kind), field
                inner.append(field.part)
    for part in inner:
        for field in part.fields:
            if field.part is not None:
                yield part.becomes.__name__, field
                inner.append(field.part)


def field_title(name: str, code: str) -> str:
    """Return what a field is called, as a title."""
    return field_word(name, code).replace("_", " ").capitalize()


def _called(lang: Language, kind: RecordKind) -> str:
    return kind.called.in_language(lang.code)[0]


def _kind(lang: Language, kind: RecordKind) -> str:
    words = _called(lang, kind)
    return words[:1].upper() + words[1:]


def _says(lang: Language) -> Mapping[Shape, str]:
    """Return what to write for each shape."""
    day = lang.say("a day: 1.5.2027")
    text = lang.say("a short text")
    return {
        Shape.BOOLEAN: lang.say("yes or no"),
        Shape.CHOICE: lang.say("one of these words"),
        Shape.COORDINATES: lang.say("latitude and longitude: 63.14, 23.82"),
        Shape.DAY: day,
        Shape.EMAIL: lang.say("a role's e-mail address"),
        Shape.FILE: lang.say("a picture's path from content/ on: kuvat/talo.jpg"),
        Shape.IDENTIFIER: lang.say("an id of small letters, digits and hyphens"),
        Shape.INTEGER: lang.say("a whole number"),
        Shape.LINE: text,
        Shape.MOMENT: lang.say("a time: 1.5.2027 klo 18, or a whole day: 1.5.2027"),
        Shape.MONEY: lang.say("a sum in euros: 1500"),
        Shape.PART: lang.say("fields of its own"),
        Shape.PERIOD: lang.say("a period: 10/2017–12/2018"),
        Shape.PHONE: lang.say("a phone number"),
        Shape.PROSE: lang.say("a text, also in Markdown"),
        Shape.REFERENCE: lang.say("an id"),
        Shape.REPEATS: lang.say("how it repeats"),
        Shape.TEXT: text,
        Shape.TIME: lang.say("a time of day: 18.30"),
        Shape.URL: lang.say("a web address: https://…"),
    }
