"""Free days for an event: where no rule would say anything against it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from seurantalo.model.community import Community
from seurantalo.model.event import Event, EventStatus
from seurantalo.model.record import Moment
from seurantalo.model.settings import Settings
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.clashes.finding import Level
from seurantalo.planner.clashes.ground import Ground
from seurantalo.planner.clashes.rules import PAIR_RULES
from seurantalo.planner.dates import DateMaker
from seurantalo.planner.holidays import HolidayCalendar


def free_days(
    community: Community,
    calendar: Calendar,
    settings: Settings,
    event: Event,
    around: date,
    *,
    within: int = 14,
    most: int = 3,
) -> tuple[date, ...]:
    """Return up to ``most`` days on which the event, at its own time of day, clashes with nothing.

    Days from today on, at most ``within`` days from ``around``, the nearest ones, in order. A free day has no hard
    and no soft finding and is neither a holiday nor an eve. The event need not be in the community yet, but what
    it points at must be; one without a date has no free days.
    """
    if event.starts is None:
        return ()
    ground = Ground(community, settings)
    maker = DateMaker(settings, around + timedelta(days=within))
    holidays = HolidayCalendar("en")
    single = replace(event, repeats=None, changes=(), status=EventStatus.CONFIRMED)
    found: list[date] = []
    for day in _nearest_first(around, within):
        if day < calendar.today or holidays.is_holiday(day) or holidays.is_eve(day):
            continue
        if _is_free(_moved(single, event.starts, day), ground, calendar, maker):
            found.append(day)
            if len(found) == most:
                break
    return tuple(sorted(found))


def _nearest_first(around: date, within: int) -> Iterator[date]:
    yield around
    for distance in range(1, within + 1):
        yield around + timedelta(days=distance)
        yield around - timedelta(days=distance)


def _moved(event: Event, starts: Moment, day: date) -> Event:
    by = day - (starts.date() if isinstance(starts, datetime) else starts)
    return replace(event, starts=starts + by, ends=None if event.ends is None else event.ends + by)


def _is_free(event: Event, ground: Ground, calendar: Calendar, maker: DateMaker) -> bool:
    if event.starts is None:
        return False
    dates, _ = maker.dates_of(event, event.starts)
    entries = [ground.entry(occurrence) for occurrence in dates]
    one_day = timedelta(days=1)
    for entry in entries:
        occurrence = entry.occurrence
        for other in calendar.between(occurrence.first_day - one_day, occurrence.last_day + one_day):
            if other.cancelled:
                continue
            beside = ground.entry(other)
            if ground.silent(entry.sheet, beside.sheet):
                continue
            if any(rule.judge(entry, beside, ground) in {Level.HARD, Level.SOFT} for rule in PAIR_RULES):
                return False
    return True
