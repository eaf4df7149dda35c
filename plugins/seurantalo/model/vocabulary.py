"""Vocabularies of a site: themes, audiences, words explained; and the sources that texts rest on."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from seurantalo.frozen import dataclass
from seurantalo.model.record import Kind, Link, Record
from seurantalo.model.text import Text


class SourceKind(StrEnum):
    """What sort of document a source is."""

    ARTICLE = "article"
    BOOK = "book"
    DECISION = "decision"
    NEWS = "news"
    REPORT = "report"
    WEB = "web"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(Record):
    """A theme; ``keyword`` is its id in Linked Events or YSO."""

    KIND: ClassVar[Kind] = Kind.THEME
    LINKS: ClassVar[tuple[Link, ...]] = (Link("broader", Kind.THEME, many=False),)

    name: Text
    broader: str | None = None
    aliases: tuple[str, ...] = ()
    keyword: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience(Record):
    """Whom an event is for; ``keyword`` is its id in Linked Events or YSO."""

    KIND: ClassVar[Kind] = Kind.AUDIENCE
    LINKS: ClassVar[tuple[Link, ...]] = (Link("broader", Kind.AUDIENCE, many=False),)

    name: Text
    broader: str | None = None
    aliases: tuple[str, ...] = ()
    keyword: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Record):
    """A document; ``published`` is None where its date is not known."""

    KIND: ClassVar[Kind] = Kind.SOURCE
    LINKS: ClassVar[tuple[Link, ...]] = ()

    title: Text
    publisher: str
    published: date | None = None
    url: str = ""
    source_kind: SourceKind = SourceKind.WEB


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Record):
    """A word of the trade, explained so that everyone understands it. ``see`` are words near it."""

    KIND: ClassVar[Kind] = Kind.TERM
    LINKS: ClassVar[tuple[Link, ...]] = (
        Link("see", Kind.TERM),
        Link("practices", Kind.PRACTICE),
        Link("sources", Kind.SOURCE),
    )

    name: Text
    explanation: Text
    aliases: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    practices: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
