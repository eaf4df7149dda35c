"""All that a search for clashes found, and what a change does to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from types import MappingProxyType

from seurantalo.model.problem import Problem
from seurantalo.planner.clashes.finding import Finding, Level
from seurantalo.planner.clashes.rule import PairRule


class Clashes:
    """All findings, sorted by level, day and id.

    ``findings`` have a day to come (from ``today`` on), ``past`` have not: nothing can be done about them any more.
    ``agreed`` are findings that somebody has agreed on, whatever their day. ``capped`` counts pairs that were not
    looked at and notes that were left out, because a place had too many on one day; 0 in ordinary life.
    ``examined`` counts the pairs that were looked at. ``rules`` are those that were heard, for whoever asks on.

    >>> dict(clashes.counts)
    {'hard': 1, 'soft': 0, 'info': 0}
    >>> [finding.id for finding in clashes.of_event("tanssit")]
    ['venue.konsertti.tanssit']
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
    def by_event(self) -> Mapping[str, tuple[Finding, ...]]:
        """All findings that events have part in, by their ids: to come, past, agreed on."""
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
        return self.by_event.get(event_id, ())


def difference(
    before: Clashes, after: Clashes, renamed: Mapping[str, str] = MappingProxyType({})
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return the findings that a change adds and those that it removes, by id.

    What a person who proposes a change is told; a clash that was there before is nobody's fault today. ``renamed``
    are the ids of events by those that they had before.

    >>> added, removed = difference(Clashes((), (), today), clashes)
    >>> [finding.id for finding in added], removed
    (['venue.konsertti.tanssit'], ())
    """

    def known_by(finding: Finding) -> frozenset[str]:
        return frozenset(renamed.get(part, part) for part in finding.id.split("."))

    old, new = (frozenset(map(known_by, clashes.findings)) for clashes in (before, after))
    added = tuple(finding for finding in after.findings if known_by(finding) not in old)
    return added, tuple(finding for finding in before.findings if known_by(finding) not in new)
