"""What the search for clashes finds: a value that pages, JSON, the terminal and annotations all show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Final

from seurantalo.model.event import AgreedClash, Event
from seurantalo.model.problem import Problem

if TYPE_CHECKING:
    from seurantalo.planner.clashes.rule import PairRule

#: (name, value) pairs: what a finding's words need beside its events. A name may end in ``:fi`` for one language.
Facts = tuple[tuple[str, str], ...]


class Level(StrEnum):
    """How much a finding matters: two in one room, two for the same people, good to know."""

    HARD = "hard"
    SOFT = "soft"
    INFO = "info"


RANK: Final[Mapping[Level, int]] = {level: rank for rank, level in enumerate(Level)}


@dataclass(frozen=True)
class Finding:
    """One thing to know about one event, or about two. What its words need is worked out when somebody asks.

    ``id`` is the rule and the sorted event ids, the same as long as both events are there. ``dates`` are the local
    days it is about: those to come, or where all have passed, the last ones; ``more`` counts the days beyond
    them. ``other`` is None for findings about one event or one day of a municipality.
    """

    id: str
    rule: str
    level: Level
    event: Event
    other: Event | None
    dates: tuple[date, ...]
    more: int
    tell: Callable[[], Facts] = field(repr=False, compare=False)
    """Returns the facts."""
    municipality: str
    agreed: AgreedClash | None = None
    event_ids: tuple[str, ...] = ()
    """All events that it is about, sorted; for the load of a day more than two."""
    fields: tuple[str, ...] = ()
    """The fields of event files that the rule looked at, in the schema's names: what one could change."""

    @property
    def first(self) -> Event | None:
        """The event that was in the calendar first, by the history of the files; None where that is not known."""
        first = self.fact("first")
        return next((event for event in (self.event, self.other) if event is not None and event.id == first), None)

    @cached_property
    def facts(self) -> Facts:
        """What the words need beside the events."""
        return self.tell()

    @cached_property
    def _values(self) -> Mapping[str, str]:
        return dict(self.facts)

    def fact(self, name: str, language: str = "") -> str:
        """Return a fact in the reader's language, else as it was first written; ``""`` for one that is not known."""
        values = self._values
        return values.get(f"{name}:{language}") or values.get(name, "")


class Clashes:
    """All findings, sorted by level, day and id.

    ``findings`` have a day to come (from ``today`` on), ``past`` have not: nothing can be done about them any more.
    ``agreed`` are findings that somebody has agreed on, whatever their day. ``capped`` counts pairs that were not
    looked at and notes that were left out, because a place had too many on one day; 0 in ordinary life.
    ``examined`` counts the pairs that were looked at. ``rules`` are those that were heard, for whoever asks on.
    """

    def __init__(
        self,
        findings: Iterable[Finding],
        problems: Iterable[Problem],
        today: date,
        *,
        capped: int = 0,
        examined: int = 0,
        rules: Sequence[PairRule] = (),
    ) -> None:
        """Sort the findings into those to come, those past and those agreed on."""
        by_day = sorted(findings, key=lambda finding: (finding.dates[0].toordinal(), finding.id))
        everything = [finding for level in Level for finding in by_day if finding.level is level]
        open_ones = [finding for finding in everything if finding.agreed is None]
        self.findings: tuple[Finding, ...] = tuple(f for f in open_ones if f.dates[-1] >= today)
        self.past: tuple[Finding, ...] = tuple(f for f in open_ones if f.dates[-1] < today)
        self.agreed: tuple[Finding, ...] = tuple(f for f in everything if f.agreed is not None)
        self.problems: tuple[Problem, ...] = tuple(problems)
        self.capped = capped
        self.examined = examined
        self.rules = tuple(rules)

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """Return the number of ``findings`` by level: hard, soft, info."""
        return {str(level): sum(f.level is level for f in self.findings) for level in Level}

    @cached_property
    def _by_event(self) -> Mapping[str, tuple[Finding, ...]]:
        found: dict[str, list[Finding]] = {}
        for finding in self:
            for event in finding.event_ids:
                found.setdefault(event, []).append(finding)
        return {event: tuple(findings) for event, findings in found.items()}

    def __iter__(self) -> Iterator[Finding]:
        """Yield those to come, the past ones and the agreed ones."""
        yield from self.findings
        yield from self.past
        yield from self.agreed

    def of_event(self, event_id: str) -> tuple[Finding, ...]:
        """Return all findings that an event has part in: to come, past, agreed on."""
        return self._by_event.get(event_id, ())


def difference(before: Clashes, after: Clashes) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return the findings that a change adds and those that it removes, by id."""
    old, new = ({finding.id: finding for finding in clashes.findings} for clashes in (before, after))
    added = tuple(finding for finding in after.findings if finding.id not in old)
    return added, tuple(finding for finding in before.findings if finding.id not in new)
