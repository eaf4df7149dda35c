"""Repetition in plain words and as rules: the same result."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seurantalo.language import TONGUES, Tongue
from seurantalo.model.record import Moment
from seurantalo.model.recurrence import Frequency, Recurrence, Weekday
from seurantalo.reading.repetition.error import RepeatError
from seurantalo.reading.repetition.first_dates import first_dates, start_fits
from seurantalo.reading.repetition.rhythm import read_days_words, read_rhythm
from seurantalo.reading.repetition.rrule import read_rule
from seurantalo.reading.repetition.words import read_said

HELSINKI = ZoneInfo("Europe/Helsinki")
STARTS = datetime(2027, 1, 5, 18, 0)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("viikko", (Frequency.WEEKLY, 1, ())),
        ("2 viikkoa", (Frequency.WEEKLY, 2, ())),
        ("toinen viikko", (Frequency.WEEKLY, 2, ())),
        ("toinen tiistai", (Frequency.WEEKLY, 2, (Weekday(1),))),
        ("3 kuukautta", (Frequency.MONTHLY, 3, ())),
        ("päivä", (Frequency.DAILY, 1, ())),
        ("vuosi", (Frequency.YEARLY, 1, ())),
        ("arkipäivä", (Frequency.WEEKLY, 1, tuple(Weekday(day) for day in range(5)))),
        ("week", (Frequency.WEEKLY, 1, ())),
        ("2 weeks", (Frequency.WEEKLY, 2, ())),
        ("varannan vecka", (Frequency.WEEKLY, 2, ())),
        ("månad", (Frequency.MONTHLY, 1, ())),
        ("tiistaisin ja torstaisin", (Frequency.WEEKLY, 1, (Weekday(1), Weekday(3)))),
        ("perjantai, maanantai ja keskiviikkoisin", (Frequency.WEEKLY, 1, (Weekday(0), Weekday(2), Weekday(4)))),
        ("toinen ma ja to", (Frequency.WEEKLY, 2, (Weekday(0), Weekday(3)))),
        ("tisdagar och torsdagar", (Frequency.WEEKLY, 1, (Weekday(1), Weekday(3)))),
        ("Tuesdays and Thursdays", (Frequency.WEEKLY, 1, (Weekday(1), Weekday(3)))),
    ],
)
def test_how_often_in_three_languages(words: str, expected: tuple[Frequency, int, tuple[Weekday, ...]]) -> None:
    rule = read_rhythm(words, every=True).rule
    assert (rule.frequency, rule.interval, rule.by_weekday) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ti", Weekday(1)),
        ("tiistai", Weekday(1)),
        ("tis", Weekday(1)),
        ("Tuesday", Weekday(1)),
        ("1. ti", Weekday(1, 1)),
        ("viimeinen su", Weekday(6, -1)),
        ("last sunday", Weekday(6, -1)),
        ("sista sön", Weekday(6, -1)),
        ("-1SU", Weekday(6, -1)),
        ("15.", 15),
        ("-1", -1),
    ],
)
def test_which_days_in_three_languages(words: str, expected: Weekday | int) -> None:
    rule = read_days_words(words).rule
    assert (*rule.by_weekday, *rule.by_month_day) == (expected,)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", Recurrence(
            frequency=Frequency.WEEKLY, interval=2, by_weekday=(Weekday(1), Weekday(3)))),
        ("RRULE:FREQ=MONTHLY;BYDAY=-1SU;COUNT=6", Recurrence(
            frequency=Frequency.MONTHLY, by_weekday=(Weekday(6, -1),), count=6)),
        ("FREQ=WEEKLY;UNTIL=20270531", Recurrence(frequency=Frequency.WEEKLY, until=date(2027, 5, 31))),
        # 15:00 UTC is 18:00 in Helsinki in summer: the last day has its event.
        ("FREQ=WEEKLY;UNTIL=20270531T150000Z", Recurrence(frequency=Frequency.WEEKLY, until=date(2027, 5, 31))),
        # A second earlier it has not.
        ("FREQ=WEEKLY;UNTIL=20270531T145959Z", Recurrence(frequency=Frequency.WEEKLY, until=date(2027, 5, 30))),
        ("freq=yearly;bymonth=2;bymonthday=29", Recurrence(
            frequency=Frequency.YEARLY, by_month=(2,), by_month_day=(29,))),
    ],
)  # fmt: skip
def test_rules(rule: str, expected: Recurrence) -> None:
    assert read_rule(rule, HELSINKI, STARTS) == expected


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    for read in (read_said, read_rhythm, read_days_words, lambda words: read_rule(words, HELSINKI, STARTS)):
        with suppress(RepeatError):
            read(text)


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY", "FREQ=WEEKLY;FREQ=DAILY", "INTERVAL=2", "FREQ=DAILY;BYSETPOS=0",
                                  "FREQ=DAILY;INTERVAL=0", "FREQ=WEEKLY;UNTIL=2027", "FREQ=WEEKLY;X=1"])  # fmt: skip
def test_rules_that_we_do_not_carry_are_refused(rule: str) -> None:
    with pytest.raises(RepeatError):
        read_rule(rule, HELSINKI, STARTS)


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)),
    st.lists(st.integers(0, 6).map(Weekday), max_size=3, unique=True),
    st.integers(1, 3),
)
def test_a_weekly_start_fits_exactly_when_it_is_the_rules_first_day(
    starts: datetime, days: list[Weekday], interval: int
) -> None:
    rule = Recurrence(frequency=Frequency.WEEKLY, interval=interval, by_weekday=tuple(days))
    assert start_fits(starts, rule) == (first_dates(starts, rule) == (starts.date(),))


@pytest.mark.parametrize(
    ("starts", "fits"), [(date(2027, 1, 26), True), (date(2027, 1, 25), False), (datetime(2027, 1, 26, 18), True)]
)
def test_a_monthly_start_must_be_the_day_that_it_names(starts: Moment, fits: bool) -> None:
    assert start_fits(starts, Recurrence(frequency=Frequency.MONTHLY, by_weekday=(Weekday(1, -1),))) is fits


@pytest.mark.parametrize("tongue", TONGUES.values(), ids=TONGUES)
def test_the_last_day_that_an_import_writes_is_read(tongue: Tongue) -> None:
    words = tongue.repetition
    rule = read_days_words(f"{words.ordinals[-1][0]} {words.of_month[-1]}").rule
    assert (rule.frequency, rule.by_month_day) == (Frequency.MONTHLY, (-1,))
