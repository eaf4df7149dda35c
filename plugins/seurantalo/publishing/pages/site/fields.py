"""The page that lists what every kind of file may hold, with the names of fields in every language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.language import LANGUAGES, Language
from seurantalo.model.fields.choices import CHOICES
from seurantalo.model.fields.field import Field, Name, Part, Shape
from seurantalo.model.fields.nesting import fields_inside
from seurantalo.model.fields.repetition import REPEATS
from seurantalo.model.headings import slug
from seurantalo.model.kinds import KINDS, field_word
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import list_page
from seurantalo.publishing.pages.shared.view import Group, Link
from seurantalo.publishing.publication import Page

FIELDS: Final = "ohjeet/kentat/"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """A field in the reader's language; ``others`` are its names in the other ones, by language.

    ``shape`` says what to write; ``part`` leads to the table of the fields that the field holds.
    """

    name: str
    also: str
    others: tuple[tuple[str, str], ...]
    shape: str
    required: bool
    many: bool
    choices: tuple[str, ...]
    part: Link | None


@dataclass(frozen=True, slots=True)
class FieldTableView(Group[FieldView]):
    """The fields of a kind of record, or of a part of one. ``place`` is where its files are: ``events/**/*.yml``."""

    place: str = ""


def field_tables(lang: Language) -> tuple[FieldTableView, ...]:
    """Return a table for every kind of file, then one for every part that they share."""
    return _Tables(lang).all()


class _Tables:
    """The tables in one language."""

    def __init__(self, lang: Language) -> None:
        self._lang, self._says = lang, _says(lang)
        self._holders = tuple(_holders(lang))

    def all(self) -> tuple[FieldTableView, ...]:
        records = (
            self._table(_capital(_own(kind.called, self._lang)), kind.fields, kind.files) for kind in KINDS.values()
        )
        parts = {self._title(field): fields_inside(field) for _, field in self._holders}
        return (
            *records,
            self._table(self._word("repeats"), REPEATS),
            *(self._table(title, fields) for title, fields in sorted(parts.items())),
        )

    def _table(self, title: str, fields: Iterable[Field], place: str = "") -> FieldTableView:
        return FieldTableView(title, _anchor(title), tuple(map(self._row, fields)), place=place)

    def _row(self, field: Field) -> FieldView:
        code = self._lang.code
        own, *also = field.called.in_language(code)
        choices = CHOICES[field.choices].values() if field.choices is not None else ()
        title = self._title(field) if fields_inside(field) and field.shape is not Shape.PERIOD else ""
        return FieldView(
            name=own,
            also=", ".join(also),
            others=tuple((other, field.called.in_language(other)[0]) for other in LANGUAGES if other != code),
            shape=self._shape(field),
            required=field.required,
            many=field.many,
            choices=tuple(_own(name, self._lang) for name in choices),
            part=Link(title, f"#{_anchor(title)}") if title else None,
        )

    def _shape(self, field: Field) -> str:
        """Return what to write: what the field says of itself, else what its shape says."""
        if field.says:
            return self._lang.say(field.says)
        if field.target is not None:
            return self._lang.say("the short name of: {kind}", kind=_own(KINDS[field.target].called, self._lang))
        return self._says[field.shape]

    def _title(self, field: Field) -> str:
        """Return what the fields inside one are called: the word of the first field that holds them.

        Where a part of another kind has that name already, the name of the kind that holds this one stands beside it.
        """
        if field.part is None:
            return self._word(field.name)
        holder, first = next((holder, one) for holder, one in self._holders if one.part is field.part)
        title = self._word(first.name)
        namesake = next(one for _, one in self._holders if self._word(one.name) == title)
        return title if namesake.part is field.part else f"{title} ({holder})"

    def _word(self, name: str) -> str:
        return field_word(name, self._lang.code).replace("_", " ").capitalize()


def _holders(lang: Language) -> Iterator[tuple[str, Field]]:
    """Yield the fields that hold parts, each with the name of the kind or part that has it."""
    inner: list[Part] = []
    for kind in KINDS.values():
        for field in kind.fields:
            if field.part is not None:
                yield _own(kind.called, lang), field
                inner.append(field.part)
    for part in inner:
        for field in part.fields:
            if field.part is not None:
                yield part.becomes.__name__, field
                inner.append(field.part)


def _own(name: Name, lang: Language) -> str:
    return name.in_language(lang.code)[0]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _anchor(title: str) -> str:
    return f"kentat-{slug(title)}"


def _says(lang: Language) -> Mapping[Shape, str]:
    """Return what to write for each shape."""
    text = lang.say("a short text")
    return {
        Shape.BOOLEAN: lang.say("yes or no"),
        Shape.CHOICE: lang.say("one of these words"),
        Shape.COORDINATES: lang.say("latitude and longitude: 63.14, 23.82"),
        Shape.COVERS: lang.say("which days an issue tells about: until the next issue, next week, Fri–Sun"),
        Shape.DAY: lang.say("a day: 1.5.2027"),
        Shape.DEADLINE: lang.say("a deadline: 7 days before, Tuesday of the week before at 12:00"),
        Shape.EMAIL: lang.say("a role's e-mail address"),
        Shape.FILE: lang.say("a picture's path from content/ on: kuvat/talo.jpg"),
        Shape.IDENTIFIER: lang.say("a short name of small letters, digits and hyphens"),
        Shape.INTEGER: lang.say("a whole number"),
        Shape.LINE: text,
        Shape.MAP: lang.say("a name and its text on each line"),
        Shape.MOMENT: lang.say("a time: 1.5.2027 klo 18, or a whole day: 1.5.2027"),
        Shape.MONEY: lang.say("a sum in euros: 1500"),
        Shape.PART: lang.say("fields of its own"),
        Shape.PERIOD: lang.say("a period: 10/2017–12/2018"),
        Shape.PHONE: lang.say("a phone number"),
        Shape.PROSE: lang.say("a text, also in Markdown"),
        Shape.REFERENCE: lang.say("a short name"),
        Shape.REPEATS: lang.say("how it repeats"),
        Shape.TEXT: text,
        Shape.TIME: lang.say("a time of day: 18.30"),
        Shape.URL: lang.say("a web address: https://…"),
        Shape.WEEKDAYS: lang.say("weekdays: on Wednesdays, Mon and Thu"),
    }


def fields_page(ctx: PageContext) -> Page:
    """Return the page of fields."""
    title, lead = ctx.say("Fields of the files"), ctx.say("What you can write in a file, and under which name.")
    return list_page(ctx, FIELDS, "site/fields.html", title, lead, groups=field_tables(ctx.lang), searchable=False)
