"""Which events to come do not say where they are."""

from __future__ import annotations

from collections.abc import Iterator

from seurantalo.model.event import NOT_HELD, Event
from seurantalo.model.problem import Problem, Severity
from seurantalo.planner.calendar import Calendar


def nowhere(calendar: Calendar) -> Iterator[Problem]:
    """Yield a notice for each event to come that names neither a venue nor an address in the net.

    Left alone is what has parts, which have places of their own, what was fetched, and what is invented.

    >>> [problem.code for problem in nowhere(calendar)]
    []
    """
    coming = {one.event.id: one.event for one in calendar.occurrences if one.last_day >= calendar.today}
    wholes = {event.part_of for event in coming.values()}
    for event in coming.values():
        if event.id not in wholes and _is_nowhere(event):
            origin = event.origin
            yield Problem("place-missing", origin.path, origin.line, origin.column, "venue", severity=Severity.NOTICE)


def _is_nowhere(event: Event) -> bool:
    placed = event.venue is not None or bool(event.online) or any(change.venue for change in event.changes)
    return not (placed or event.demo or event.external or event.status in NOT_HELD)
