"""The small pieces that view models are made of. Texts are plain and escaped by the templates."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, Generic, TypeVar

from markupsafe import Markup

from seurantalo.frozen import dataclass

_Item = TypeVar("_Item")
_NOTHING: Final = Markup()


class Tone(StrEnum):
    """How a badge or a notice looks; the value is the last part of its class name."""

    ALERT = "alert"
    DEMO = "demo"
    GOOD = "good"
    INFO = "info"
    PLAIN = "plain"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Link:
    """Words with an address, or only words where ``href`` is empty. ``note`` stands after it in lighter type."""

    text: str
    href: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Badge:
    """A short label."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a fact list: a term and what it is, as links or as clean HTML."""

    term: str
    links: tuple[Link, ...] = ()
    html: Markup = _NOTHING


def fact_list(*found: tuple[str, str | tuple[Link, ...]]) -> tuple[Fact, ...]:
    """Return facts out of (term, words or links); what nobody has told is left out.

    >>> [fact.term for fact in fact_list(("Region", "Keski-Suomi"), ("Neighbours", ()), ("Founded", ""))]
    ['Region']
    """
    return tuple(Fact(term, (Link(told),) if isinstance(told, str) else told) for term, told in found if told)


@dataclass(frozen=True, slots=True)
class Notice:
    """A box that must be seen: what is so, and more about it."""

    title: str
    text: str = ""
    tone: Tone = Tone.INFO
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class DateBlock:
    """A day as a block: ``iso`` for machines, the rest for eyes; ``words`` is the whole date for ears."""

    iso: str
    weekday: str
    day: str
    month: str
    words: str
    year: str = ""
    """Only where it is not this year."""
    last_iso: str = ""
    """The last day of several."""


@dataclass(frozen=True, slots=True)
class Card:
    """A record in a list of cards."""

    title: str
    href: str
    text: str = ""
    kicker: str = ""
    badges: tuple[Badge, ...] = ()
    meta: tuple[str, ...] = ()
    cover: Markup = _NOTHING


@dataclass(frozen=True, slots=True)
class Entry:
    """A record in a plain list: a few words about it, and ``keys``, which the narrowing form looks for."""

    title: str
    href: str
    about: tuple[str, ...]
    badges: tuple[Badge, ...] = ()
    keys: str = ""


@dataclass(frozen=True, slots=True)
class Group(Generic[_Item]):
    """A part of a list under its heading; ``more`` of its items are not shown."""

    title: str
    anchor: str
    items: tuple[_Item, ...]
    more: int = 0
