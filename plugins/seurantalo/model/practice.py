"""Good practices and who has adopted them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from seurantalo.frozen import dataclass
from seurantalo.model.event import Format
from seurantalo.model.parts import Budget, Contact, Image, LogEntry, Period
from seurantalo.model.record import Kind, Link, Record
from seurantalo.model.text import Text


class PracticeKind(StrEnum):
    """What sort of practice it is; one practice may be several."""

    CASE = "case"
    EXPERIMENT = "experiment"
    MODEL = "model"
    TRAILBLAZER = "trailblazer"


class PracticeStage(StrEnum):
    """How far a practice has come."""

    IDEA = "idea"
    PLANNED = "planned"
    RUNNING = "running"
    ENDED = "ended"
    ESTABLISHED = "established"
    DROPPED = "dropped"


class AdoptionStatus(StrEnum):
    """How far an adopter has come with somebody's practice."""

    INTERESTED = "interested"
    PLANNED = "planned"
    TRYING = "trying"
    IN_USE = "in-use"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of doing a practice; ``size`` and ``convener`` are in words.

    A step with a ``format`` is a gathering that gets a date of its own, ``weeks`` after the gathering before it.
    """

    title: Text
    text: Text | None = None
    size: str = ""
    convener: str = ""
    format: Format | None = None
    weeks: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Endorsement:
    """An organisation recommends a practice and says why."""

    LINKS: ClassVar[tuple[Link, ...]] = (Link("organisation", Kind.ORGANISATION, many=False),)

    organisation: str
    date: date
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice(Record):
    """A way of working that others may copy. What there must be is little: an invitation to write more.

    >>> soup = Practice(
    ...     id="keittoilta", origin=event.origin, title=Text.plain("Keittoilta"), lead=Text.plain("Syödään yhdessä."),
    ...     kinds=(PracticeKind.EXPERIMENT,), stage=PracticeStage.PLANNED, hypothesis=Text.plain("Ruoka tuo väkeä."))
    >>> soup.hypothesis.in_language("fi"), soup.decision
    ('Ruoka tuo väkeä.', None)
    """

    KIND: ClassVar[Kind] = Kind.PRACTICE
    LINKS: ClassVar[tuple[Link, ...]] = (
        Link("themes", Kind.THEME),
        Link("municipalities", Kind.MUNICIPALITY),
        Link("implementers", Kind.ORGANISATION),
        Link("partners", Kind.ORGANISATION),
        Link("funders", Kind.ORGANISATION),
        Link("based_on", Kind.PRACTICE),
        Link("replaces", Kind.PRACTICE),
        Link("combines", Kind.PRACTICE),
        Link("answers", Kind.QUESTION),
        Link("sources", Kind.SOURCE),
    )

    title: Text
    kinds: tuple[PracticeKind, ...]
    stub: bool = False
    """Only a name and what little is known; an invitation to write more."""
    lead: Text
    why: Text | None = None
    how: Text | None = None
    stage: PracticeStage
    hypothesis: Text | None = None
    """What an experiment was to find out."""
    decision: Text | None = None
    """What was decided when an experiment was over."""
    period: Period | None = None
    budget: Budget | None = None
    resources: Text | None = None
    benefits: tuple[Text, ...] = ()
    barriers: tuple[Text, ...] = ()
    conditions: tuple[Text, ...] = ()
    lessons: tuple[Text, ...] = ()
    design_choices: tuple[Text, ...] = ()
    steps: tuple[Step, ...] = ()
    cadence: Text | None = None
    composition: Text | None = None
    legal_basis: Text | None = None
    effective_from: date | None = None
    log: tuple[LogEntry, ...] = ()
    endorsements: tuple[Endorsement, ...] = ()
    contact: Contact | None = None
    reviewed: date | None = None
    created: date | None = None
    themes: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    implementers: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    funders: tuple[str, ...] = ()
    based_on: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    combines: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    image: Image | None = None
    text: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption(Record):
    """An organisation takes up a practice; written by the adopter."""

    KIND: ClassVar[Kind] = Kind.ADOPTION
    LINKS: ClassVar[tuple[Link, ...]] = (
        Link("practice", Kind.PRACTICE, many=False),
        Link("adopter", Kind.ORGANISATION, many=False),
        Link("municipality", Kind.MUNICIPALITY, many=False),
    )

    status: AdoptionStatus
    since: date
    why: Text | None = None
    """Why it was taken up; of one that has stopped, why it did."""
    changed: tuple[Text, ...] = ()
    """What the adopter does otherwise than the practice says."""
    result: Text | None = None
    reviewed: date | None = None
    practice: str
    adopter: str
    municipality: str
    text: Text | None = None
