"""A field of a record, as data: what it is called, how it is written, and what is said of it where it shows."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypedDict, Unpack

from seurantalo.frozen import dataclass
from seurantalo.model.record import Kind


class Shape(StrEnum):
    """The type of a value: how it is written and what it becomes. Each room that shows values knows these."""

    BOOLEAN = "boolean"
    CHANNELS = "channels"
    CHOICE = "choice"
    COORDINATES = "coordinates"
    COVERS = "covers"
    DAY = "day"
    DEADLINE = "deadline"
    EMAIL = "email"
    FILE = "file"
    IDENTIFIER = "identifier"
    INTEGER = "integer"
    LINE = "line"
    MAP = "map"
    MOMENT = "moment"
    MONEY = "money"
    PART = "part"
    PERIOD = "period"
    PHONE = "phone"
    PROSE = "prose"
    REFERENCE = "reference"
    REPEATS = "repeats"
    TEXT = "text"
    TIME = "time"
    URL = "url"
    WEEKDAYS = "weekdays"


@dataclass(frozen=True, slots=True)
class Name:
    """What a field or a value is called in files: in English, and by the words of each language.

    Every file may use every word; the first of a language is the one that we write. What a language has no word for
    is written in English.
    """

    english: str
    words: Mapping[str, tuple[str, ...]]

    def __str__(self) -> str:
        """Return the English name."""
        return self.english

    def in_language(self, code: str) -> tuple[str, ...]:
        """Return the words of a language; the English one where it has none."""
        return self.words.get(code) or (self.english,)


def named(english: str, /, **words: str) -> Name:
    """Return a name; the words of a language stand with a comma between them.

    >>> named("price", fi="hinta, pääsymaksu", sv="pris").in_language("fi")
    ('hinta', 'pääsymaksu')
    """
    return Name(english, {code: tuple(given.split(", ")) for code, given in words.items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenData:
    """How records or parts stand in the open data.

    ``properties`` are names of fields in their order there, and of what follows from fields; ``always`` are the
    properties that none lacks. ``about`` says in English what one of them is, ``schema`` is the name of its schema:
    ``""`` for a part that is described where it stands.
    """

    about: str = ""
    schema: str = ""
    properties: tuple[str, ...]
    always: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A mapping inside a record, with fields of its own, and the class that it becomes.

    ``shorthand`` is the field that a plain text in place of the mapping is: ``""`` where that cannot be.
    """

    becomes: type[object]
    fields: tuple[Field, ...]
    shorthand: str = ""
    open_data: OpenData | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field. ``maximum`` is a number's largest value or a text's largest length in characters."""

    name: str
    called: Name
    shape: Shape
    required: bool = False
    many: bool = False
    attribute: str = ""
    """The name in the model, where that differs."""
    choices: type[StrEnum] | None = None
    target: Kind | None = None
    part: Part | None = None
    minimum: int = 0
    maximum: int = 0
    bare_number: tuple[int, int] | None = None
    """The least and the greatest that a text may be which is no more than a whole number."""
    opaque: bool = False
    """A code for machines: not searched for personal data, though it may look like an address."""
    linking: bool = False
    """Its wiki links are links, as those of all Markdown are; in other texts they would show as they are written."""
    all_of_them: bool = False
    """A list of choices in whose place the word for all of them may stand: ``kaikki``."""
    says: str = ""
    """What a person writes, a message of the catalogues; ``""`` where the shape says all."""
    heading: str = ""
    """What it is called above a value for readers, a message of the catalogues."""
    about: str = ""
    """What it says, in English, for readers of the open data; ``""`` where its name says all."""
    open_name: str = ""
    """The name in the open data, where that differs from the name in files."""

    @property
    def target_attribute(self) -> str:
        """The name in the model."""
        return self.attribute or self.name


class Told(TypedDict, total=False):
    """What any field may say of itself; see :class:`Field`."""

    attribute: str
    says: str
    heading: str
    about: str
    open_name: str


def field(called: Name, shape: Shape, mark: str = "", /, **more: object) -> Field:
    """Return a field; ``mark`` holds ``*`` for required and ``[]`` for a list."""
    flags = {"required": "*" in mark, "many": "[]" in mark}
    return Field(name=called.english, called=called, shape=shape, **flags, **more)  # type: ignore[arg-type]


def text(
    called: Name,
    mark: str = "",
    /,
    *,
    maximum: int = 300,
    bare_number: tuple[int, int] | None = None,
    **told: Unpack[Told],
) -> Field:
    """A few words, possibly in several languages: a name, a price."""
    return field(called, Shape.TEXT, mark, maximum=maximum, bare_number=bare_number, **told)


def sentences(called: Name, mark: str = "", /, *, maximum: int = 1_000, **told: Unpack[Told]) -> Field:
    """A few sentences, possibly in several languages; they may link to records."""
    return field(called, Shape.TEXT, mark, maximum=maximum, linking=True, **told)


def prose(called: Name, mark: str = "", /, **told: Unpack[Told]) -> Field:
    """Markdown, possibly in several languages."""
    return field(called, Shape.PROSE, mark, maximum=50_000, linking=True, **told)


def line(called: Name, mark: str = "", /, *, maximum: int = 300, opaque: bool = False, **told: Unpack[Told]) -> Field:
    """A line without languages."""
    return field(called, Shape.LINE, mark, maximum=maximum, opaque=opaque, **told)


def day(called: Name, mark: str = "", /, **told: Unpack[Told]) -> Field:
    """A day."""
    return field(called, Shape.DAY, mark, **told)


def moment(called: Name, mark: str = "", /, **told: Unpack[Told]) -> Field:
    """A day, or a day and a time."""
    return field(called, Shape.MOMENT, mark, **told)


def number(
    called: Name, mark: str = "", /, *, minimum: int = 0, maximum: int = 10_000_000, **told: Unpack[Told]
) -> Field:
    """A whole number."""
    return field(called, Shape.INTEGER, mark, minimum=minimum, maximum=maximum, **told)


def yes(called: Name, mark: str = "", /, **told: Unpack[Told]) -> Field:
    """Yes or no."""
    return field(called, Shape.BOOLEAN, mark, **told)


def period(called: Name, mark: str = "", /, **told: Unpack[Told]) -> Field:
    """Days from and to."""
    return field(called, Shape.PERIOD, mark, **told)


def money(called: Name, mark: str = "", /, **told: Unpack[Told]) -> Field:
    """A sum in euros."""
    return field(called, Shape.MONEY, mark, **told)


def ref(called: Name, target: Kind, mark: str = "", /, **told: Unpack[Told]) -> Field:
    """A link to a record."""
    return field(called, Shape.REFERENCE, mark, target=target, **told)


def choice(
    called: Name,
    choices: type[StrEnum],
    mark: str = "",
    /,
    *,
    all_of_them: bool = False,
    **told: Unpack[Told],
) -> Field:
    """One of a closed set of words."""
    return field(called, Shape.CHOICE, mark, choices=choices, all_of_them=all_of_them, **told)


def part(called: Name, becomes: Part, mark: str = "", /, **told: Unpack[Told]) -> Field:
    """A mapping with fields of its own."""
    return field(called, Shape.PART, mark, part=becomes, **told)


def url(called: Name, mark: str = "", /, **told: Unpack[Told]) -> Field:
    """A web address."""
    return field(called, Shape.URL, mark, maximum=2_000, **told)


def lines_by_name(called: Name, mark: str = "", /, *, maximum: int = 300, **told: Unpack[Told]) -> Field:
    """A mapping of names that its author chooses to lines, each a code or a text of a program."""
    return field(called, Shape.MAP, mark, maximum=maximum, opaque=True, **told)
