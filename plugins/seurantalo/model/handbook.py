"""The handbook: questions, dated summaries, and the comments that they rest on."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from seurantalo.frozen import dataclass
from seurantalo.model.record import Kind, Link, Record
from seurantalo.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryPoint:
    """One point of a summary; ``cites`` are ids of comments, ``method`` a practice."""

    LINKS: ClassVar[tuple[Link, ...]] = (
        Link("cites", Kind.COMMENT),
        Link("method", Kind.PRACTICE, many=False),
    )

    text: Text
    cites: tuple[str, ...] = ()
    method: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What the comments said, as of a day."""

    as_of: date
    points: tuple[SummaryPoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Record):
    """A question of the handbook. The id is the folder's name: ``12-vuoropuhelu``."""

    KIND: ClassVar[Kind] = Kind.QUESTION
    LINKS: ClassVar[tuple[Link, ...]] = (Link("sources", Kind.SOURCE), Link("themes", Kind.THEME))

    number: int
    question: Text
    summary: Summary | None = None
    sources: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    text: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment(Record):
    """A comment on the record whose folder it stands in, signed by an organisation or by initials.

    The id is ``<folder>/<file name>``, so that two questions may both have a comment ``01``. A comment is on a
    question of the handbook or on a practice: one of ``on_question`` and ``on_practice`` is there.
    """

    KIND: ClassVar[Kind] = Kind.COMMENT
    LINKS: ClassVar[tuple[Link, ...]] = (
        Link("on_question", Kind.QUESTION, many=False),
        Link("on_practice", Kind.PRACTICE, many=False),
        Link("by_organisation", Kind.ORGANISATION, many=False),
        Link("in_reply_to", Kind.COMMENT, many=False),
        Link("became_practice", Kind.PRACTICE, many=False),
        Link("became_idea", Kind.IDEA, many=False),
        Link("mentions", Kind.PRACTICE),
    )

    date: date
    by: str
    """A description such as ``Urheiluseura`` or initials; an organisation's name where that is known."""
    by_organisation: str | None = None
    relayed_from: str = ""
    in_reply_to: str | None = None
    became_practice: str | None = None
    became_idea: str | None = None
    on_question: str | None = None
    on_practice: str | None = None
    mentions: tuple[str, ...] = ()
    text: Text
