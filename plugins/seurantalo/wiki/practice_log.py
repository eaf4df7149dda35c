"""The log of a practice that writes itself: what came of its events, and what people wrote down, in date order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime

from seurantalo.frozen import dataclass
from seurantalo.model.community import Community
from seurantalo.model.event import Counted, Event, EventStatus, Format, Outcome
from seurantalo.model.practice import Practice
from seurantalo.model.record import Moment, day_of
from seurantalo.model.text import Text
from seurantalo.wiki.dates import Dated, DatesOf


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One thing that happened: an event with its outcome, or an entry that somebody wrote.

    ``day`` is None for an event whose day nobody knows any more. ``planned`` is where the plan was another day or
    hour than what came true. ``dates`` is how many times a repeating event was held.

    >>> line = log.lines[0]
    >>> line.day, line.text.in_language("fi"), line.outcome.attendance
    (datetime.date(2026, 11, 10), 'Sovittiin yhteisestä kalenterista.', 24)
    """

    day: date | None
    text: Text | None = None
    event: Event | None = None
    outcome: Outcome | None = None
    held: Moment | None = None
    planned: Moment | None = None
    dates: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What the events of a practice come to. ``runs`` are the times it was held, with an outcome to show for it.

    ``people`` and ``organisations`` add up what was counted; ``uncounted`` events had nobody counting.
    ``municipalities`` are ids in order, ``formats`` the forms in which it was held, the most usual first. ``moved``
    counts the events that were held on another day than planned.

    >>> log.totals.runs, log.totals.people, log.totals.formats[0].value
    (1, 24, 'table')
    """

    runs: int = 0
    municipalities: tuple[str, ...] = ()
    people: int = 0
    organisations: int = 0
    uncounted: int = 0
    formats: tuple[Format, ...] = ()
    moved: int = 0
    first_held: date | None = None
    last_held: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeLog:
    """A practice's log: ``lines`` oldest first, those of no known day last.

    ``coming`` are its next dates; ``untold`` its past events of which no outcome has been written.

    >>> len(log.lines), [found.first_day for found in log.coming], log.untold
    (1, [datetime.date(2027, 2, 9)], ())
    """

    lines: tuple[LogLine, ...] = ()
    totals: Totals = Totals()
    coming: tuple[Dated, ...] = ()
    untold: tuple[Event, ...] = ()


def practice_log(community: Community, practice: Practice, dates_of: DatesOf, today: date) -> PracticeLog:
    """Return the log of a practice as it stands on the day ``today``.

    >>> [event.id for event in practice_log(library, practice, dates_of, date(2027, 2, 10)).untold]
    ['poyta-talvi']
    """
    lines = [LogLine(day=entry.date, text=entry.text) for entry in practice.log]
    coming: list[Dated] = []
    untold: list[Event] = []
    for event in community.events_linking(practice, "practices"):
        dates = [found for found in dates_of(event.id) if not found.cancelled]
        past = [found for found in dates if found.last_day < today]
        coming += (found for found in dates if found.last_day >= today)
        if event.outcome is not None:
            lines.append(_line(event, event.outcome, past))
        elif past and event.status is not EventStatus.CANCELLED:
            untold.append(event)
    lines.sort(key=_order)
    coming.sort(key=lambda found: (found.starts_at, found.event.id))
    return PracticeLog(lines=tuple(lines), totals=_totals(lines), coming=tuple(coming), untold=tuple(untold))


def _line(event: Event, outcome: Outcome, past: list[Dated]) -> LogLine:
    held = past[-1].starts_local if past else event.starts
    planned = next((one.planned for one in past if one.planned is not None), event.planned_starts)
    return LogLine(
        day=day_of(held) if held is not None else None,
        text=outcome.summary,
        event=event,
        outcome=outcome,
        held=held,
        planned=planned if planned is not None and held is not None and _differ(planned, held) else None,
        dates=max(1, len(past)),
    )


def _differ(planned: Moment, held: Moment) -> bool:
    """Return True for another day; for another hour of the day only where both hours are known."""
    if isinstance(planned, datetime) and isinstance(held, datetime):
        return planned != held
    return day_of(planned) != day_of(held)


def _order(line: LogLine) -> tuple[date, bool, str]:
    """Order by day; on one day what happened comes before what was written of it."""
    return (line.day or date.max, line.event is None, line.event.id if line.event is not None else "")


def _formats(events: Iterable[Event]) -> tuple[Format, ...]:
    """Return the forms of events, the most usual first; one that says nothing is left out."""
    found = Counter(event.format for event in events if event.format is not Format.OTHER)
    return tuple(sorted(found, key=lambda one: (-found[one], one)))


def _totals(lines: list[LogLine]) -> Totals:
    held = [(line, line.event, line.outcome) for line in lines if line.event is not None]
    days = [line.day for line, _, _ in held if line.day is not None]
    counts = [outcome for _, _, outcome in held if outcome is not None and outcome.attendance is not None]
    return Totals(
        runs=sum(line.dates for line, _, _ in held),
        municipalities=tuple(sorted({event.municipality for _, event, _ in held})),
        people=sum(found.attendance or 0 for found in counts if found.counted is Counted.PEOPLE),
        organisations=sum(found.attendance or 0 for found in counts if found.counted is Counted.ORGANISATIONS),
        uncounted=len(held) - len(counts),
        formats=_formats(event for _, event, _ in held),
        moved=sum(line.planned is not None and day_of(line.planned) != line.day for line, _, _ in held),
        first_held=min(days, default=None),
        last_held=max(days, default=None),
    )
