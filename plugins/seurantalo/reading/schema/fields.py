"""A field of a record: how its value is written, and what it becomes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from seurantalo.model.record import Kind


class Shape(StrEnum):
    """How a value is written and what it becomes."""

    BOOLEAN = "boolean"
    CHOICE = "choice"
    COORDINATES = "coordinates"
    DAY = "day"
    EMAIL = "email"
    FILE = "file"
    IDENTIFIER = "identifier"
    INTEGER = "integer"
    LINE = "line"
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field: its shape, whether it must be there, whether it is a list, and its limits.

    ``maximum`` is a number's largest value or a text's largest length in characters.
    """

    name: str
    shape: Shape
    required: bool = False
    many: bool = False
    attribute: str = ""
    choices: type[StrEnum] | None = None
    target: Kind | None = None
    part: type[object] | None = None
    minimum: int = 0
    maximum: int = 0
    opaque: bool = False
    """A code for machines: not searched for personal data, though it may look like an address."""

    @property
    def target_attribute(self) -> str:
        """The name in the model."""
        return self.attribute or self.name


def field(name: str, shape: Shape, mark: str = "", /, **more: object) -> Field:
    """Return a field; ``mark`` holds ``*`` for required and ``[]`` for a list."""
    return Field(name=name, shape=shape, required="*" in mark, many="[]" in mark, **more)  # type: ignore[arg-type]


def text(name: str, mark: str = "", /, *, maximum: int = 300, attribute: str = "") -> Field:
    """A short text, possibly in several languages."""
    return field(name, Shape.TEXT, mark, maximum=maximum, attribute=attribute)


def prose(name: str, mark: str = "", /) -> Field:
    """Markdown, possibly in several languages."""
    return field(name, Shape.PROSE, mark, maximum=50_000)


def line(name: str, mark: str = "", /, *, maximum: int = 300, attribute: str = "") -> Field:
    """A line without languages."""
    return field(name, Shape.LINE, mark, maximum=maximum, attribute=attribute)


def day(name: str, mark: str = "", /, *, attribute: str = "") -> Field:
    """A day."""
    return field(name, Shape.DAY, mark, attribute=attribute)


def moment(name: str, mark: str = "", /) -> Field:
    """A day, or a day and a time."""
    return field(name, Shape.MOMENT, mark)


def number(name: str, mark: str = "", /, *, minimum: int = 0, maximum: int = 10_000_000) -> Field:
    """A whole number."""
    return field(name, Shape.INTEGER, mark, minimum=minimum, maximum=maximum)


def ref(name: str, target: Kind, mark: str = "", /, *, attribute: str = "") -> Field:
    """A link to a record."""
    return field(name, Shape.REFERENCE, mark, target=target, attribute=attribute)


def choice(name: str, choices: type[StrEnum], mark: str = "", /, *, attribute: str = "") -> Field:
    """One of a closed set of words."""
    return field(name, Shape.CHOICE, mark, choices=choices, attribute=attribute)


def part(name: str, becomes: type[object], mark: str = "", /, *, attribute: str = "") -> Field:
    """A mapping with fields of its own."""
    return field(name, Shape.PART, mark, part=becomes, attribute=attribute)


def url(name: str, mark: str = "", /) -> Field:
    """A web address."""
    return field(name, Shape.URL, mark, maximum=2_000)
