"""Residents taking part: processes, ideas, good-deed campaigns and well-being trees."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from seurantalo.frozen import dataclass
from seurantalo.model.parts import Period
from seurantalo.model.record import Kind, Link, Record
from seurantalo.model.text import Text


class IdeaStage(StrEnum):
    """How far an idea has come."""

    NEW = "new"
    VOTED = "voted"
    IN_WORK = "in-work"
    DECIDED = "decided"
    DONE = "done"
    DECLINED = "declined"


class OutcomeKind(StrEnum):
    """The six ways in which matters proceed in the participation model of small municipalities."""

    BUDGET = "a"
    TOGETHER = "b"
    PROJECT = "c"
    DIRECTING = "d"
    SAVING = "e"
    BIGGER = "f"


class BudgetReason(StrEnum):
    """Why participatory budgeting is done."""

    ALLOCATING = "allocating"
    MAPPING = "mapping"
    PLANNING = "planning"
    SAVING = "saving"
    SOLVING = "solving"


class BudgetWay(StrEnum):
    """What participatory budgeting is about."""

    TASK = "task"
    AREA = "area"
    PROJECT = "project"
    SHARE = "share"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessStage:
    """A stage of a process; ``size``, ``convener`` and ``open_to`` are in words."""

    n: int
    name: Text
    starts: date | None = None
    ends: date | None = None
    convener: str = ""
    size: str = ""
    open_to: str = ""
    how: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Process(Record):
    """A course of participation with stages."""

    KIND: ClassVar[Kind] = Kind.PROCESS
    LINKS: ClassVar[tuple[Link, ...]] = (
        Link("owner", Kind.ORGANISATION, many=False),
        Link("municipality", Kind.MUNICIPALITY, many=False),
        Link("template", Kind.PRACTICE, many=False),
    )

    title: Text
    stages: tuple[ProcessStage, ...]
    owner: str
    municipality: str
    template: str | None = None
    text: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """A vote's total; never a list of voters."""

    count: int
    method: str
    date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipatoryBudget:
    """Where an outcome stands in the matrix of reasons and ways."""

    reason: BudgetReason
    way: BudgetWay


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaOutcome:
    """What an idea led to."""

    LINKS: ClassVar[tuple[Link, ...]] = (
        Link("events", Kind.EVENT),
        Link("practices", Kind.PRACTICE),
        Link("projects", Kind.ORGANISATION),
    )

    kind: OutcomeKind
    text: Text
    date: date | None = None
    amount: Decimal | None = None
    budgeting: ParticipatoryBudget | None = None
    events: tuple[str, ...] = ()
    practices: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea(Record):
    """A resident's idea on its way; an answer is required once it is decided or declined."""

    KIND: ClassVar[Kind] = Kind.IDEA
    LINKS: ClassVar[tuple[Link, ...]] = (
        Link("process", Kind.PROCESS, many=False),
        Link("municipality", Kind.MUNICIPALITY, many=False),
        Link("themes", Kind.THEME),
        Link("raised_at", Kind.EVENT, many=False),
    )

    title: Text
    topic: Text
    raised: date
    raised_where: str = ""
    votes: tuple[Vote, ...] = ()
    stage: IdeaStage
    answer: Text | None = None
    outcomes: tuple[IdeaOutcome, ...] = ()
    process: str | None = None
    municipality: str
    themes: tuple[str, ...] = ()
    raised_at: str | None = None
    text: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """A good deed on offer: how many are offered and done, and its price in euros."""

    what: Text
    offered: int
    done: int
    price: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign(Record):
    """A good-deed campaign: volunteers do deeds, the money goes to the purpose. Sums are in euros."""

    KIND: ClassVar[Kind] = Kind.CAMPAIGN
    LINKS: ClassVar[tuple[Link, ...]] = (
        Link("organisation", Kind.ORGANISATION, many=False),
        Link("municipality", Kind.MUNICIPALITY, many=False),
        Link("events", Kind.EVENT),
    )

    title: Text
    purpose: Text
    period: Period
    deeds: tuple[Deed, ...]
    raised: Decimal | None = None
    target: Decimal | None = None
    organisation: str
    municipality: str | None = None
    events: tuple[str, ...] = ()
    text: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """An actor and its service on a branch: an organisation of the directory, or a name."""

    LINKS: ClassVar[tuple[Link, ...]] = (Link("organisation", Kind.ORGANISATION, many=False),)

    organisation: str | None = None
    name: str = ""
    service: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A factor of well-being and the actors that care for it; no actors is a visible gap."""

    LINKS: ClassVar[tuple[Link, ...]] = ()

    factor: Text
    actors: tuple[Leaf, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fruit:
    """A fruit of partnership."""

    LINKS: ClassVar[tuple[Link, ...]] = (
        Link("practice", Kind.PRACTICE, many=False),
        Link("event", Kind.EVENT, many=False),
    )

    text: Text
    practice: str | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WellbeingTree(Record):
    """A municipality's well-being tree. The id is the municipality's."""

    KIND: ClassVar[Kind] = Kind.WELLBEING_TREE
    LINKS: ClassVar[tuple[Link, ...]] = (Link("municipality", Kind.MUNICIPALITY, many=False),)

    branches: tuple[Branch, ...]
    fruits: tuple[Fruit, ...] = ()
    municipality: str
