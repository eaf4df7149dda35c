"""Dates that are kept from one calendar to the next are those that would be worked out anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from seurantalo.model.event import Event, EventStatus
from seurantalo.model.settings import Settings
from seurantalo.planner.calendar import Calendar, KnownDates, calendar_of
from seurantalo.reading import read_community

REGION = Path(__file__).parents[2]
TODAY = date(2027, 5, 17)


def _all_of(calendar: Calendar) -> str:
    return repr((calendar.occurrences, calendar.left, calendar.listed, calendar.pending, calendar.problems))


def _edited(random: Random, event: Event) -> Event:
    match random.randrange(4):
        case 0 if event.starts is not None:
            return replace(event, starts=event.starts + timedelta(days=random.randrange(1, 40)), ends=None)
        case 1:
            return replace(event, status=random.choice(list(EventStatus)))
        case 2:
            return replace(event, repeats=None, further=(), changes=())
        case _:
            return replace(event, hold_until=TODAY - timedelta(days=1), status=EventStatus.TENTATIVE)


def test_a_calendar_after_edits_is_as_if_nothing_were_known() -> None:
    random, known = Random(17), KnownDates()
    reading = read_community(REGION, REGION / "content", Settings(), TODAY)
    events = {one.id: one for one in reading.records if isinstance(one, Event)}
    calendar_of(events.values(), Settings(), TODAY, known)
    for number in range(40):
        name = random.choice(list(events))
        if number % 7 == 6:
            del events[name]
        else:
            events[name] = _edited(random, events[name])
        settings = Settings(assumed_hours=2 + (number > 30))
        today = TODAY + timedelta(days=number // 10)
        assert _all_of(calendar_of(events.values(), settings, today, known)) == _all_of(
            calendar_of(events.values(), settings, today)
        )


def test_dates_of_what_has_not_changed_are_the_same_objects() -> None:
    known = KnownDates()
    reading = read_community(REGION, REGION / "content", Settings(), TODAY)
    events = [one for one in reading.records if isinstance(one, Event)]
    first = calendar_of(events, Settings(), TODAY, known)
    second = calendar_of([replace(events[0]), *events[1:]], Settings(), TODAY, known)
    assert all(second.of_event(one.id) == first.of_event(one.id) for one in events)
    again = {id(one) for one in first.occurrences} & {id(one) for one in second.occurrences}
    assert len(again) == len(first.occurrences) - len(first.of_event(events[0].id))
