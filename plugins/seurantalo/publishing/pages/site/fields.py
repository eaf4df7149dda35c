"""The page that lists what every kind of file may hold, with the names of fields in three languages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

from seurantalo.publishing.markdown_dialect import slug
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.publication import Heading, Page
from seurantalo.publishing.templating import render

FIELDS: Final = "ohjeet/kentat/"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceRow:
    """A value that a field may have, in each language: the first word is the one to write."""

    fi: tuple[str, ...] = ()
    sv: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """A field. ``fi``, ``sv`` and ``en`` are the words that name it in files, the first being the one to write.

    ``shape`` says in the reader's language what to write; ``part`` is the title of the table of the parts that the
    field holds, or ``""``.
    """

    fi: tuple[str, ...] = ()
    sv: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    shape: str
    required: bool = False
    many: bool = False
    choices: tuple[ChoiceRow, ...] = ()
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldTable:
    """The fields of a kind of record, or of a part of one. ``place`` is where its files are: ``events/**/*.yml``."""

    title: str
    place: str = ""
    rows: tuple[FieldRow, ...]


#: All tables of the page, in its order.
FieldRows: TypeAlias = tuple[FieldTable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """A field in the reader's language; ``others`` are its names in the other two."""

    name: str
    also: str
    others: tuple[tuple[str, str], ...]
    shape: str
    required: bool
    many: bool
    choices: tuple[str, ...]
    part: Link | None


@dataclass(frozen=True, slots=True)
class FieldTableView:
    """A table of fields."""

    title: str
    anchor: str
    place: str
    rows: tuple[FieldView, ...]


def field_tables(ctx: PageContext, tables: Iterable[FieldTable]) -> tuple[FieldTableView, ...]:
    """Return the tables in the order given, each field under its name in the site's language."""
    given = tuple(tables)
    titles = {one.title for one in given}
    return tuple(
        FieldTableView(one.title, _anchor(one.title), one.place, tuple(_field(ctx, row, titles) for row in one.rows))
        for one in given
    )


def _anchor(title: str) -> str:
    return f"kentat-{slug(title)}"


def _field(ctx: PageContext, row: FieldRow, titles: set[str]) -> FieldView:
    code = ctx.lang.code
    names = {"fi": row.fi, "sv": row.sv, "en": row.en}
    own = names[code] or row.en or row.fi or row.sv
    return FieldView(
        name=own[0] if own else "",
        also=", ".join(own[1:]),
        others=tuple((name, words[0]) for name, words in names.items() if name != code and words),
        shape=row.shape,
        required=row.required,
        many=row.many,
        choices=tuple(_choice(one, code) for one in row.choices),
        part=Link(row.part, f"#{_anchor(row.part)}") if row.part in titles else None,
    )


def _choice(row: ChoiceRow, code: str) -> str:
    words = {"fi": row.fi, "sv": row.sv, "en": row.en}[code] or row.en or row.fi or row.sv
    return words[0] if words else ""


def fields_page(ctx: PageContext, tables: Iterable[FieldTable]) -> Page:
    """Return the page of fields; ``tables`` come from the schema by which files are read."""
    shown = field_tables(ctx, tables)
    return Page(
        address=FIELDS,
        title=ctx.lang.say("Fields of the files"),
        body=render("site/fields.html", ctx.lang, tables=shown),
        description=ctx.lang.say("What you can write in a file, and under which name."),
        searchable=False,
        headings=tuple(Heading(one.anchor, one.title) for one in shown),
    )
