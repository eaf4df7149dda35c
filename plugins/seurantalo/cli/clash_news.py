"""Clashes as news for the one who changed something: which event is theirs, whom to ask, which days are free."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.event import Event
from seurantalo.model.record import UNKNOWN_REVISION, Origin
from seurantalo.planner.clashes import Ask, Finding, FreeDays, Level, difference, sides, whom_to_ask
from seurantalo.planner.clashes.finding import RANK
from seurantalo.project import Planned, Project

_NOWHERE: Final = Origin("")


@dataclass(frozen=True, slots=True)
class ClashNews:
    """A finding with what helps: ``mine`` is the event to look at, ``ask`` and ``free`` are about the clash."""

    finding: Finding
    mine: Event
    other: Event | None
    ask: tuple[Ask, ...]
    free: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a change adds and removes; the findings of level info are counted in neither.

    ``left_out`` is how many more it adds, where not all were asked for.
    """

    added: tuple[ClashNews, ...]
    removed: tuple[ClashNews, ...]
    left_out: int = 0

    @property
    def counts(self) -> tuple[int, int]:
        """Return the numbers of clashes added and removed."""
        return _pressing(self.added), _pressing(self.removed)


def _pressing(news: Iterable[ClashNews]) -> int:
    return sum(one.finding.level is not Level.INFO for one in news)


def compare(project: Project, before: Planned | None, after: Planned, most: int | None = None) -> Comparison:
    """Return what has changed between two states; None before: nothing could be read there.

    With ``most``, only so many of those that it adds, the weightiest first.
    """
    renamed = {former: event.id for event in after.community.events.values() for former in event.former_ids}
    changed = _changed(before.community.events if before else {}, after.community.events, renamed)
    added: Sequence[Finding] = after.clashes.findings
    gone: tuple[ClashNews, ...] = ()
    if before is not None:
        added, removed = difference(before.clashes, after.clashes, renamed)
        gone = tuple(tell(project, before, removed, changed, helped=False))
    shown = added if most is None else sorted(added, key=lambda one: RANK[one.level])[:most]
    return Comparison(tuple(tell(project, after, shown, changed)), gone, len(added) - len(shown))


def tell(
    project: Project,
    planned: Planned,
    findings: Iterable[Finding],
    changed: frozenset[str] = frozenset(),
    *,
    helped: bool = True,
) -> Iterator[ClashNews]:
    """Yield findings with whom to ask and the nearest free days; without them where nobody needs help any more."""
    free = FreeDays(planned.community, planned.calendar, project.settings, planned.clashes.rules) if helped else None
    for finding in findings:
        mine, other = sides(finding, changed)
        ask = whom_to_ask(planned.community, other) if helped and other is not None else ()
        days = free.near(mine, finding.dates[0]) if free is not None and finding.pressing else ()
        yield ClashNews(finding, mine, other, ask, days)


def _changed(before: Mapping[str, Event], after: Mapping[str, Event], renamed: Mapping[str, str]) -> frozenset[str]:
    """Return the ids of events that are new, gone, or say something else; a file may be moved or renamed."""
    then, now = ({renamed.get(name, name): _said(event) for name, event in one.items()} for one in (before, after))
    return frozenset(name for name in then.keys() | now.keys() if then.get(name) != now.get(name))


def _said(event: Event) -> Event:
    return replace(event, id="", former_ids=(), revision=UNKNOWN_REVISION, origin=_NOWHERE)
