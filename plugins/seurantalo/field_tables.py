"""The schema as tables for people: every field of every kind of file, in the words of three languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from seurantalo.language import Language
from seurantalo.language.problem_texts import KIND_NAMES
from seurantalo.model.record import Kind
from seurantalo.publishing.file_words import FileWords
from seurantalo.publishing.pages.site.fields import ChoiceRow, FieldRow, FieldTable
from seurantalo.reading.schema import PARTS, RECORDS, REPEATS, Field, Shape
from seurantalo.reading.schema_words import words_for
from seurantalo.reading.words import TABLES

__all__ = ["field_tables", "file_words"]

#: Where the files of each kind are, in the order in which people need them.
_PLACES: Final[Mapping[Kind, str]] = {
    Kind.EVENT: "events/**/*.yml, *.md",
    Kind.ORGANISATION: "content/organisations/*.md",
    Kind.VENUE: "content/venues/*.yml",
    Kind.PRACTICE: "content/practices/*.md",
    Kind.ADOPTION: "content/adoptions/*.md",
    Kind.QUESTION: "content/handbook/*/index.md",
    Kind.COMMENT: "content/handbook/*/comments/*.md",
    Kind.IDEA: "content/ideas/*.md",
    Kind.PROCESS: "content/processes/*.md",
    Kind.CAMPAIGN: "content/campaigns/*.md",
    Kind.WELLBEING_TREE: "content/wellbeing/*.yml",
    Kind.MUNICIPALITY: "content/municipalities/*.md",
    Kind.SOURCE: "content/sources/*.yml",
    Kind.THEME: "content/vocabulary/themes.yml",
    Kind.AUDIENCE: "content/vocabulary/audiences.yml",
    Kind.CHANNEL: "content/vocabulary/channels.yml",
    Kind.TERM: "content/vocabulary/terms.yml",
}


def field_tables(lang: Language) -> tuple[FieldTable, ...]:
    """Return a table for every kind of file, then one for every part that they share."""
    says = _says(lang)
    records = (
        FieldTable(title=_kind(lang, kind), place=place, rows=tuple(_rows(lang, says, RECORDS[kind])))
        for kind, place in _PLACES.items()
    )
    titles = {field.part: _part_title(field, lang) for _, fields in _holders(lang) for field in fields if field.part}
    parts = (
        FieldTable(title=title, rows=tuple(_rows(lang, says, PARTS[part])))
        for part, title in sorted(titles.items(), key=lambda pair: pair[1])
    )
    repeats = FieldTable(title=_word("repeats", lang.code), rows=tuple(_rows(lang, says, REPEATS)))
    return (*records, repeats, *parts)


@cache
def file_words(code: str) -> FileWords:
    """Return the words that we write ourselves in files of a language."""
    if code not in TABLES:
        return FileWords()
    fields, values = TABLES[code]
    return FileWords(
        {name: words[0] for name, words in fields.items()},
        {(choice, value): words[0] for choice, found in values.items() for value, words in found.items()},
    )


def _rows(lang: Language, says: Mapping[Shape, str], fields: tuple[Field, ...]) -> Iterator[FieldRow]:
    lines = _says_of_lines(lang)
    for field in fields:
        shape = says[field.shape]
        if field.shape is Shape.LINE:
            shape = lines.get(field.name, shape)
        if field.shape is Shape.REFERENCE and field.target is not None:
            shape = lang.say("the id of: {kind}", kind=lang.say(KIND_NAMES[field.target.value]))
        part = _part_title(field, lang) if field.part else ""
        yield FieldRow(
            fi=TABLES["fi"][0].get(field.name, (field.name,)),
            sv=TABLES["sv"][0].get(field.name, (field.name,)),
            en=(field.name,),
            shape=shape,
            required=field.required,
            many=field.many,
            choices=tuple(_choices(field)),
            part=_word("repeats", lang.code) if field.shape is Shape.REPEATS else part,
        )


def _choices(field: Field) -> Iterator[ChoiceRow]:
    if field.choices is not None:
        finnish = dict(words_for(field.choices, "fi"))
        swedish = dict(words_for(field.choices, "sv"))
        for member in field.choices:
            yield ChoiceRow(fi=(finnish[member],), sv=(swedish[member],), en=(member.value,))


def _part_title(field: Field, lang: Language) -> str:
    """Return what a part is called: the word of the first field that holds it.

    Where a part of another kind has that name already, the name of the kind that holds this one stands beside it.
    """
    holders = [(name, one) for name, fields in _holders(lang) for one in fields if one.part is not None]
    name, first = next((name, one) for name, one in holders if one.part is field.part)
    title = _word(first.name, lang.code)
    namesake = next(one for _, one in holders if _word(one.name, lang.code) == title)
    return title if namesake.part is field.part else f"{title} ({name})"


def _holders(lang: Language) -> Iterator[tuple[str, tuple[Field, ...]]]:
    for kind in _PLACES:
        yield lang.say(KIND_NAMES[kind.value]), RECORDS[kind]
    for part, fields in PARTS.items():
        yield part.__name__, fields


def _word(name: str, code: str) -> str:
    words = TABLES[code][0].get(name, (name,)) if code in TABLES else (name,)
    return words[0].replace("_", " ").capitalize()


def _kind(lang: Language, kind: Kind) -> str:
    words = lang.say(KIND_NAMES[kind.value])
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


def _says_of_lines(lang: Language) -> Mapping[str, str]:
    """Return what to write in lines that are read in a way of their own, by name."""
    return {
        "date": lang.say("the word unknown, while the date is not known"),
        "deadline": lang.say(
            "a short text; these give a day: 7 days before, the Thursday before, the 15th of the previous month"
        ),
        "every": lang.say("how often: week, 2 weeks, month"),
        "languages": lang.say("a language: fi, sv, en"),
        "month": lang.say("a month: 5/2027"),
        "on": lang.say("a weekday or a day of the month: ti, 1. ti, 15."),
        "on_holiday": lang.say("the word intended, where the holiday was chosen on purpose"),
        "rule": lang.say("a rule as calendar apps write it: FREQ=WEEKLY;BYDAY=TU"),
        "timezone": lang.say("a time zone: Europe/Helsinki"),
        "uid": lang.say("the id that the event has in another calendar"),
    }
