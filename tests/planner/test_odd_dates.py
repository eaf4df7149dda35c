"""What is told of a repetition that would be silent otherwise: no dates, dates upon dates, hours that clocks skip."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from tests.planner.builders import TODAY, calendar_of, make_event

from seurantalo.language import language
from seurantalo.model.event import Change, EventStatus
from seurantalo.model.recurrence import Frequency, Recurrence, Repetition
from seurantalo.reading.report import format_text

DAILY, WEEKLY = Frequency.DAILY, Frequency.WEEKLY


def told(starts: str, ends: str, today: date = TODAY, **fields: Any) -> list[str]:
    """The codes and values of what is told of an event."""
    problems = calendar_of(make_event("a", starts, ends, **fields), today=today).problems
    return [" ".join([one.code, *(value for name, value in one.values if name != "title")]) for one in problems]


def rule(frequency: Frequency = WEEKLY, **fields: Any) -> Recurrence:
    return Recurrence(frequency=frequency, line=7, **fields)


def test_that_nothing_is_left_is_an_error_at_the_rule() -> None:
    skipped = rule(count=1, skip_holidays=True)
    (problem,) = calendar_of(make_event("a", "2027-05-01 18:00", repeats=skipped)).problems
    assert (problem.code, problem.path, problem.line, problem.severity) == (
        "nothing-left",
        "events/a.yml",
        7,
        "error",
    )
    assert told("2027-03-02", "2027-03-02", repeats=rule(count=2, exclude=(date(2027, 3, 2), date(2027, 3, 9)))) == [
        "nothing-left"
    ]
    assert told("2020-05-01", "2020-05-01", repeats=skipped) == ["nothing-left"]  # it never was, either
    left = rule(count=2, exclude=(date(2027, 3, 2), date(2027, 3, 9)), include=(date(2027, 3, 4),))
    assert told("2027-03-02", "2027-03-02", repeats=left) == []


def test_a_rule_of_several_that_gives_nothing_is_told() -> None:
    nothing = Repetition(
        starts=date(2027, 3, 4), rule=Recurrence(frequency=WEEKLY, count=1, exclude=(date(2027, 3, 4),), line=9)
    )
    event = make_event("a", "2027-03-02", title="Kerho", repeats=rule(count=2), further=(nothing,))
    (problem,) = calendar_of(event).problems
    assert (problem.code, problem.line, problem.severity) == ("rule-gives-nothing", 9, "error")
    assert format_text((problem,), language("fi")).startswith(
        "events/a.yml:9:1: virhe: Tämä tapahtuman ”Kerho” sääntö ei anna yhtään kertaa"
    )


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        ("2027-08-02", "2027-08-11", ["dates-overlap 9.8.2027 11.8.2027"]),
        ("2027-08-02", "2027-08-09", ["dates-overlap 9.8.2027 9.8.2027"]),
        ("2027-08-02", "2027-08-08", []),
        ("2027-08-02 18:00", "2027-08-09 18:00", []),
        ("2027-08-02 18:00", "2027-08-09 18:01", ["dates-overlap 9.8.2027 18.00 9.8.2027 18.01"]),
    ],
)
def test_dates_that_begin_before_the_last_has_ended_are_told_once(
    starts: str, ends: str, expected: list[str]
) -> None:
    assert told(starts, ends, repeats=rule(count=4)) == expected


def test_only_what_is_held_and_still_to_come_overlaps() -> None:
    days = "2027-08-02", "2027-08-11"
    off = Change(date=date(2027, 8, 9), status=EventStatus.CANCELLED)
    assert told(*days, repeats=rule(count=2), changes=(off,)) == []
    assert told(*days, repeats=rule(count=2), today=date(2027, 8, 11)) == ["dates-overlap 9.8.2027 11.8.2027"]
    assert told(*days, repeats=rule(count=2), today=date(2027, 8, 12)) == []
    event = make_event("a", "2027-08-02 18:00", repeats=rule(DAILY, count=3))
    assert calendar_of(event).problems == ()  # nobody has said how long it is
    late = Repetition(starts=datetime(2027, 8, 2, 19), ends=datetime(2027, 8, 2, 20), rule=rule(count=1))
    assert told("2027-08-02 18:00", "2027-08-02 19:30", repeats=rule(count=1), further=(late,)) == [
        "dates-overlap 2.8.2027 19.00 2.8.2027 19.30"
    ]


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        ("2027-03-21 03:30", "2027-03-21 04:00", ["series-skips-hour 28.3.2027 3.30 28.3.2027 4.30"]),
        ("2027-03-21 02:30", "2027-03-21 03:30", ["series-skips-hour 28.3.2027 3.30 28.3.2027 4.30"]),
        ("2027-03-20 22:00", "2027-03-21 03:00", ["series-skips-hour 28.3.2027 3.00 28.3.2027 4.00"]),
        ("2027-03-21 02:00", "2027-03-21 02:59", []),
        ("2027-03-21 04:00", "2027-03-21 05:00", []),
        ("2027-10-24 03:30", "2027-10-24 05:00", ["time-comes-twice 31.10.2027 3.30"]),
        ("2027-10-24 02:00", "2027-10-24 03:00", ["time-comes-twice 31.10.2027 3.00"]),
        ("2027-10-24 04:00", "2027-10-24 05:00", []),
        ("2027-10-24", "2027-10-24", []),
    ],
)
def test_an_hour_of_a_series_that_clocks_skip_or_show_twice_is_told(
    starts: str, ends: str, expected: list[str]
) -> None:
    assert told(starts, ends, repeats=rule(count=3)) == expected
    assert told(starts, ends, repeats=rule(count=3), today=date(2028, 1, 1)) == []


def test_a_change_puts_an_hour_right_or_wrong() -> None:
    moved = Change(date=date(2027, 3, 28), starts=datetime(2027, 3, 28, 5))
    assert told("2027-03-21 03:30", "2027-03-21 04:00", repeats=rule(count=3), changes=(moved,)) == []
    onwards = Change(date=date(2027, 3, 28), onwards=True, starts=datetime(2027, 3, 28, 3, 15))
    found = told("2027-03-21 18:00", "2027-03-21 19:00", repeats=rule(count=3), changes=(onwards,))
    assert found == ["series-skips-hour 28.3.2027 3.15 28.3.2027 4.15"]


def test_an_hour_that_somebody_wrote_is_told_as_it_is_read_and_not_again() -> None:
    twice = datetime(2027, 10, 31, 3, 30)
    assert told("2027-10-12 18:00", "2027-10-12 19:00", repeats=rule(count=2, include=(twice,))) == []
    assert told("2027-10-31 03:30", "2027-10-31 05:00", repeats=rule(count=2)) == []
    moved = Change(date=date(2027, 10, 26), starts=twice)
    assert told("2027-10-19 18:00", "2027-10-19 19:00", repeats=rule(count=2), changes=(moved,)) == []
    elsewhere = Change(date=date(2027, 10, 31), venue="talo")
    found = told("2027-10-24 03:30", "2027-10-24 05:00", repeats=rule(count=2), changes=(elsewhere,))
    assert found == ["time-comes-twice 31.10.2027 3.30"]


def test_the_clock_is_that_of_the_events_zone() -> None:
    zone = "America/New_York"
    found = told("2027-03-07 02:30", "2027-03-07 02:45", repeats=rule(count=3), timezone=zone)
    assert found == ["series-skips-hour 14.3.2027 2.30 14.3.2027 3.30"]


def test_pages_and_feeds_end_on_one_day() -> None:
    event = make_event("a", "2027-01-01", repeats=rule(DAILY))
    for today in (date(2027, 1, 1), date(2027, 1, 31)):
        assert calendar_of(event, today=today).occurrences[-1].first_day == date(2028, 12, 30)


@pytest.mark.parametrize(
    ("code", "skipped", "taken"),
    [
        ("fi", "28.3.2027 klo 3.30", "28.3.2027 klo 4.30"),
        ("sv", "28.3.2027 kl. 3.30", "28.3.2027 kl. 4.30"),
        ("en", "28 March 2027, 03:30", "28 March 2027, 04:30"),
    ],
)
def test_the_words_stand_on_the_page_of_problems(code: str, skipped: str, taken: str) -> None:
    night = make_event("a", "2027-03-21 03:30", "2027-03-21 04:00", title="Lintukävely", repeats=rule(count=3))
    words = format_text(calendar_of(night).problems, language(code))
    assert "Lintukävely" in words
    assert skipped in words
    assert taken in words
