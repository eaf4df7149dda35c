"""Dates of events: ends, changes, clock changes, statuses, and the days that a page asks for."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.examples import examples
from tests.planner.builders import TODAY, calendar_of, make_event, text

from seurantalo.language import language
from seurantalo.model.event import Change, Event, EventStatus, Format
from seurantalo.model.problem import Severity
from seurantalo.model.recurrence import Frequency, Recurrence
from seurantalo.planner import Occurrence
from seurantalo.publishing.status import moved_words

WEEKLY = Recurrence(frequency=Frequency.WEEKLY, count=3)


def only(event: Event, today: date = TODAY) -> Occurrence:
    (occurrence,) = calendar_of(event, today=today).occurrences
    return occurrence


def utc(words: str) -> int:
    return int(datetime.fromisoformat(words).replace(tzinfo=UTC).timestamp())


def test_an_evening() -> None:
    found = only(make_event("a", "2027-03-13 18:00", "2027-03-13 20:00"))
    assert (found.starts_at, found.ends_at) == (utc("2027-03-13 16:00"), utc("2027-03-13 18:00"))
    assert (found.starts_local, found.ends_local) == (datetime(2027, 3, 13, 18), datetime(2027, 3, 13, 20))
    assert found.recurrence_id == found.starts_local
    assert found.days == (date(2027, 3, 13),)
    marks = (found.ends_assumed, found.extra, found.whole_day, found.cancelled, found.planned)
    assert not any(marks)


@pytest.mark.parametrize(("form", "hours"), [(Format.OTHER, 2), (Format.DANCE, 4), (Format.SERVICE, 1)])
def test_a_missing_end_is_assumed_and_marked(form: Format, hours: int) -> None:
    found = only(make_event("a", "2027-03-13 18:00", format=form))
    assert found.ends_assumed
    assert found.ends_local == datetime(2027, 3, 13, 18 + hours)
    assert found.ends_at - found.starts_at == hours * 3600


def test_whole_days_cover_local_days_even_when_clocks_change() -> None:
    found = only(make_event("a", "2027-03-27", "2027-03-28"))
    assert (found.starts_at, found.ends_at) == (utc("2027-03-26 22:00"), utc("2027-03-28 21:00"))
    assert found.ends_local == date(2027, 3, 28)
    assert found.whole_day
    assert not found.ends_assumed
    assert found.days == (date(2027, 3, 27), date(2027, 3, 28))
    assert only(make_event("a", "2027-03-27")).days == (date(2027, 3, 27),)


@pytest.mark.parametrize(
    ("starts", "ends", "days"),
    [
        ("2027-03-13 22:00", "2027-03-14 02:00", [13]),
        ("2027-03-13 22:00", "2027-03-14 06:00", [13]),
        ("2027-03-13 22:00", "2027-03-14 06:01", [13, 14]),
        ("2027-03-13 20:00", "2027-03-14 00:00", [13]),
        ("2027-03-12 18:00", "2027-03-14 16:00", [12, 13, 14]),
        ("2027-03-14 03:00", "2027-03-14 05:00", [14]),
        ("2027-03-14 05:30", "2027-03-14 06:30", [14]),
    ],
)
def test_a_night_belongs_to_its_evening(starts: str, ends: str, days: list[int]) -> None:
    assert [day.day for day in only(make_event("a", starts, ends)).days] == days


def test_wall_ends_stay_when_clocks_change() -> None:
    night = make_event(
        "a", "2027-03-20 22:00", "2027-03-21 06:00", repeats=Recurrence(frequency=Frequency.WEEKLY, count=2)
    )
    usual, short = calendar_of(night).occurrences
    assert (usual.ends_at - usual.starts_at, short.ends_at - short.starts_at) == (8 * 3600, 7 * 3600)
    assert short.ends_local == datetime(2027, 3, 28, 6)


def test_a_weekly_evening_keeps_its_wall_time_across_both_changes() -> None:
    event = make_event("a", "2027-03-02 18:00", "2027-03-02 19:00", repeats=Recurrence(frequency=Frequency.WEEKLY))
    starts = {found.starts_local: found.starts_at for found in calendar_of(event).occurrences}
    for day, hour in (("2027-03-23", 16), ("2027-03-30", 15), ("2027-10-26", 15), ("2027-11-02", 16)):
        assert starts[datetime.fromisoformat(f"{day} 18:00")] == utc(f"{day} {hour}:00")


@pytest.mark.parametrize(
    ("starts", "ends", "shown", "minutes"),
    [
        ("2027-03-27 03:30", "2027-03-27 05:30", ("04:30", "05:30"), 60),
        ("2027-03-27 02:30", "2027-03-27 03:30", ("02:30", "04:30"), 60),
        ("2027-03-27 03:15", "2027-03-27 03:45", ("04:15", "04:45"), 30),
        # The end would come before the start: the length is kept.
        ("2027-03-27 03:30", "2027-03-27 04:15", ("04:30", "05:15"), 45),
    ],
)
def test_a_recurring_time_in_the_gap_stands_after_it(
    starts: str, ends: str, shown: tuple[str, str], minutes: int
) -> None:
    event = make_event("a", starts, ends, repeats=Recurrence(frequency=Frequency.DAILY, count=2))
    found = calendar_of(event).occurrences[1]
    assert found.recurrence_id == datetime.fromisoformat(starts) + timedelta(days=1)
    assert tuple(f"{each:%H:%M}" for each in (found.starts_local, found.ends_local)) == shown
    assert found.ends_at - found.starts_at == minutes * 60


def test_an_event_of_another_zone_is_on_the_day_that_readers_have() -> None:
    found = only(make_event("a", "2027-03-13 23:30", "2027-03-14 00:30", timezone="Europe/Stockholm"))
    assert found.starts_at == utc("2027-03-13 22:30")
    assert (found.starts_local, found.ends_local) == (datetime(2027, 3, 14, 0, 30), datetime(2027, 3, 14, 1, 30))
    assert (found.starts_in_zone, found.ends_in_zone) == (
        datetime(2027, 3, 13, 23, 30),
        datetime(2027, 3, 14, 0, 30),
    )
    assert found.days == (date(2027, 3, 14),)


def test_a_series_of_another_zone_keeps_its_own_hour_where_clocks_change() -> None:
    weekly = Recurrence(frequency=Frequency.WEEKLY, count=2)
    found = calendar_of(make_event("a", "2027-03-23 16:00", timezone="UTC", repeats=weekly)).occurrences
    assert [one.starts_local for one in found] == [datetime(2027, 3, 23, 18), datetime(2027, 3, 30, 19)]
    assert [one.recurrence_id for one in found] == [datetime(2027, 3, 23, 16), datetime(2027, 3, 30, 16)]


def test_whole_days_have_no_zone() -> None:
    found = only(make_event("a", "2027-03-13", timezone="America/New_York"))
    assert (found.starts_at, found.abroad) == (utc("2027-03-12 22:00"), None)
    assert found.days == (date(2027, 3, 13),)


def test_the_days_that_events_have_left_lead_to_the_new_ones() -> None:
    races = make_event(
        "kisat",
        "2027-03-20 10:00",
        "2027-03-20 14:00",
        status=EventStatus.MOVED,
        planned_starts=datetime(2027, 2, 13, 10),
    )
    away = Change(date=date(2027, 3, 9), starts=datetime(2027, 3, 10, 19))
    later = Change(date=date(2027, 3, 16), starts=datetime(2027, 3, 16, 20))
    series = make_event("kurssi", "2027-03-02 18:00", repeats=WEEKLY, changes=(away, later))
    calendar = calendar_of(races, series)
    assert [
        (one.event.id, one.starts_local, one.moved_to and one.moved_to.starts_local) for one in calendar.left
    ] == [
        ("kisat", datetime(2027, 2, 13, 10), datetime(2027, 3, 20, 10)),
        ("kurssi", datetime(2027, 3, 9, 18), datetime(2027, 3, 10, 19)),
    ]
    assert all(one.cancelled for one in calendar.left)
    # A later hour leaves no day behind; it is told where the date is.
    assert calendar.occurrences[2].planned == datetime(2027, 3, 16, 18)
    week = date(2027, 3, 8), date(2027, 3, 14)
    assert [one.starts_local.day for one in calendar.between(*week)] == [10]
    assert [one.starts_local.day for one in calendar.listed_between(*week)] == [9, 10]


def test_the_old_day_of_what_was_moved_and_then_cancelled_tells_that() -> None:
    event = make_event("a", "2027-02-20", status=EventStatus.CANCELLED, planned_starts=date(2027, 2, 14))
    (left,) = calendar_of(event).left
    assert (left.starts_local, left.status) == (date(2027, 2, 14), EventStatus.CANCELLED)
    assert moved_words(left, language("fi")) == ""


def test_a_date_that_has_moved_in_a_cancelled_series_is_cancelled() -> None:
    away = Change(date=date(2027, 3, 9), starts=datetime(2027, 3, 10, 19))
    series = make_event("a", "2027-03-02 18:00", repeats=WEEKLY, changes=(away,), status=EventStatus.CANCELLED)
    assert [one.status for one in calendar_of(series).occurrences] == [EventStatus.CANCELLED] * 3


def test_a_postponed_event_stands_on_its_old_day_until_that_is_past() -> None:
    event = make_event("a", "2027-02-07 12:00", "2027-02-07 15:00", status=EventStatus.POSTPONED)
    found = only(event, today=date(2027, 2, 7))
    assert (found.status, found.cancelled) == (EventStatus.POSTPONED, True)
    assert calendar_of(event, today=date(2027, 2, 7)).pending == (event,)
    past = calendar_of(event, today=date(2027, 2, 8))
    assert (past.occurrences, past.pending) == ((), (event,))


@pytest.mark.parametrize("rule", [None, WEEKLY])
def test_what_is_put_off_may_tell_no_more_than_when_it_was_to_be(rule: Recurrence | None) -> None:
    planned = datetime(2027, 2, 7, 12)
    event = make_event("a", None, status=EventStatus.POSTPONED, planned_starts=planned, repeats=rule)
    found = only(event)
    assert (found.starts_local, found.planned, found.cancelled) == (planned, None, True)


def test_changes_of_single_dates() -> None:
    changes = (
        Change(date=date(2027, 3, 9), starts=datetime(2027, 3, 10, 19), title=text("Siirtynyt")),
        Change(date=date(2027, 3, 16), status=EventStatus.CANCELLED),
        Change(date=date(2027, 3, 17), title=text("Sääntö ei anna tätä päivää")),
    )
    event = make_event(
        "a", "2027-03-02 18:00", "2027-03-02 20:00", repeats=WEEKLY, changes=changes, venue="talo", room="sali"
    )
    plain, moved, cancelled = calendar_of(event).occurrences
    assert (plain.change, plain.planned, plain.status) == (None, None, EventStatus.CONFIRMED)
    assert moved.starts_local == datetime(2027, 3, 10, 19)
    assert moved.ends_local == datetime(2027, 3, 10, 21)
    assert moved.recurrence_id == datetime(2027, 3, 9, 18)
    assert (moved.status, moved.planned) == (EventStatus.MOVED, datetime(2027, 3, 9, 18))
    assert moved.title.in_language("fi") == "Siirtynyt"
    assert (moved.venue, moved.room) == ("talo", "sali")
    assert cancelled.cancelled
    assert cancelled.starts_local == datetime(2027, 3, 16, 18)


def test_a_bare_day_keeps_the_time_and_another_venue_leaves_the_room() -> None:
    change = Change(date=date(2027, 3, 9), starts=date(2027, 3, 11), venue="koulu")
    event = make_event("a", "2027-03-02 18:00", repeats=WEEKLY, changes=(change,), venue="talo", room="sali")
    found = calendar_of(event).occurrences[1]
    assert found.starts_local == datetime(2027, 3, 11, 18)
    assert (found.venue, found.room) == ("koulu", None)


def test_a_change_of_the_end() -> None:
    changes = (
        Change(date=date(2027, 3, 2), ends=datetime(2027, 3, 2, 22)),
        Change(date=date(2027, 3, 9), ends=date(2027, 3, 10)),
        Change(date=date(2027, 3, 16), ends=datetime(2027, 3, 16, 17)),
    )
    found = calendar_of(make_event("a", "2027-03-02 18:00", repeats=WEEKLY, changes=changes)).occurrences
    assert [(each.ends_local, each.ends_assumed) for each in found] == [
        (datetime(2027, 3, 2, 22), False),
        (datetime(2027, 3, 10, 20), False),
        (datetime(2027, 3, 16, 20), True),  # before its start: no end at all
    ]


def test_an_added_date_and_its_change() -> None:
    rule = Recurrence(frequency=Frequency.WEEKLY, count=1, include=(date(2027, 3, 4), datetime(2027, 3, 2, 20)))
    change = Change(date=date(2027, 3, 4), status=EventStatus.CANCELLED)
    same_day = Change(date=date(2027, 3, 2), title=text("Vain säännön päivä"))
    found = calendar_of(make_event("a", "2027-03-02 18:00", repeats=rule, changes=(change, same_day))).occurrences
    assert [(each.starts_local, each.extra, each.change) for each in found] == [
        (datetime(2027, 3, 2, 18), False, same_day),
        (datetime(2027, 3, 2, 20), True, None),
        (datetime(2027, 3, 4, 18), True, change),
    ]


def test_whole_days_that_repeat_and_change() -> None:
    change = Change(date=date(2027, 3, 9), starts=date(2027, 3, 10), ends=date(2027, 3, 12))
    event = make_event("a", "2027-03-02", "2027-03-03", repeats=WEEKLY, changes=(change,))
    found = calendar_of(event).occurrences
    assert [(each.starts_local, each.ends_local) for each in found] == [
        (date(2027, 3, 2), date(2027, 3, 3)),
        (date(2027, 3, 10), date(2027, 3, 12)),
        (date(2027, 3, 16), date(2027, 3, 17)),
    ]


def test_one_of_many_whole_days_gets_an_hour() -> None:
    evening = Change(date=date(2027, 3, 9), starts=datetime(2027, 3, 9, 18), ends=datetime(2027, 3, 9, 20))
    open_end = Change(date=date(2027, 3, 16), starts=datetime(2027, 3, 16, 18))
    event = make_event("a", "2027-03-02", "2027-03-03", repeats=WEEKLY, changes=(evening, open_end))
    found = calendar_of(event).occurrences
    assert [(each.starts_local, each.ends_local, each.ends_assumed, each.planned) for each in found] == [
        (date(2027, 3, 2), date(2027, 3, 3), False, None),
        (datetime(2027, 3, 9, 18), datetime(2027, 3, 9, 20), False, date(2027, 3, 9)),
        (datetime(2027, 3, 16, 18), datetime(2027, 3, 16, 20), True, date(2027, 3, 16)),
    ]


def test_what_has_no_date_is_pending() -> None:
    calendar = calendar_of(
        make_event("no-day", None),
        make_event("may", None, pending_month=(2027, 5)),
        make_event("april", None, pending_month=(2027, 4)),
        make_event("put-off", "2027-03-13 18:00", status=EventStatus.POSTPONED),
        make_event("dated", "2027-03-13 18:00"),
    )
    assert [event.id for event in calendar.pending] == ["put-off", "april", "may", "no-day"]
    assert [found.event.id for found in calendar.occurrences] == ["dated", "put-off"]


def test_an_expired_hold_is_dropped_with_a_notice() -> None:
    held = make_event("a", status=EventStatus.TENTATIVE, hold_until=TODAY, title="Keikka")
    assert len(calendar_of(held).occurrences) == 1
    assert calendar_of(held).problems == ()
    late = calendar_of(held, today=TODAY + timedelta(days=1))
    assert late.occurrences == ()
    assert late.pending == ()
    (problem,) = late.problems
    assert (problem.code, problem.path, problem.line, problem.column) == ("hold-expired", "events/a.yml", 3, 5)
    assert problem.field == "hold_until"
    assert problem.values == (("title", "Keikka"), ("until", "1.1.2027"))
    assert problem.severity is Severity.NOTICE


def test_too_many_dates_are_told() -> None:
    event = make_event("a", "2015-01-01", repeats=Recurrence(frequency=Frequency.DAILY))
    calendar = calendar_of(event)
    assert len(calendar.occurrences) == 2_000
    assert calendar.occurrences[-1].starts_local == TODAY + timedelta(days=729)
    (problem,) = calendar.problems
    assert (problem.code, dict(problem.values)) == ("repetition-shortened", {"title": "a", "kept": "2000"})


def test_order_is_by_start_end_and_event() -> None:
    calendar = calendar_of(
        make_event("b", "2027-03-13 18:00", "2027-03-13 20:00"),
        make_event("a", "2027-03-13 18:00", "2027-03-13 20:00"),
        make_event("c", "2027-03-13 18:00", "2027-03-13 19:00"),
        make_event("d", "2027-03-13 18:00", "2027-03-13 18:30", timezone="Europe/Stockholm"),
    )
    assert [found.event.id for found in calendar.occurrences] == ["c", "a", "b", "d"]
    assert calendar.of_event("a") == (calendar.occurrences[1],)
    assert calendar.of_event("nobody") == ()


EVENTS = st.builds(
    lambda start, minutes, zone: (start, minutes, zone),
    st.integers(0, 60 * 24 * 60),
    st.sampled_from([30, 120, 600, 1500, 60 * 24 * 5, 60 * 24 * 30, 60 * 24 * 100]),
    st.sampled_from(["Europe/Helsinki", "Europe/Stockholm", "Asia/Tokyo"]),
)


@examples(40)
@given(st.lists(EVENTS, max_size=12), st.integers(-10, 100), st.integers(0, 40))
def test_between_is_what_looking_at_all_would_find(made: list[tuple[int, int, str]], first: int, length: int) -> None:
    events = []
    for number, (start, minutes, zone) in enumerate(made):
        starts = datetime(2027, 3, 1) + timedelta(minutes=start)
        events.append(make_event(f"e{number}", starts, starts + timedelta(minutes=minutes), timezone=zone))
    calendar = calendar_of(*events)
    first_day = date(2027, 3, 1) + timedelta(days=first)
    last_day = first_day + timedelta(days=length)
    expected = [each for each in calendar.occurrences if each.first_day <= last_day and each.last_day >= first_day]
    assert list(calendar.between(first_day, last_day)) == expected
