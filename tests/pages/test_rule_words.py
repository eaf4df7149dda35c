"""Repetition in words: the exact texts that people see, and that they are true of the dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from tests.pages.small_region import event, weekly
from tests.planner.builders import calendar_of, make_event

from seurantalo.language.catalogue import language
from seurantalo.model.event import Change
from seurantalo.model.recurrence import Frequency, Recurrence, Repetition, Weekday, one_by_one
from seurantalo.publishing.rule_words import recurrence_words

DAILY, WEEKLY, MONTHLY, YEARLY = Frequency

RULES: list[tuple[dict[str, Any], str, str, str]] = [
    (
        {"frequency": Frequency.WEEKLY, "interval": 2, "until": date(2027, 5, 25)},
        "joka toinen tiistai klo 18–19.30, 12.1.–25.5.2027",
        "varannan tisdag kl. 18–19.30, 12.1–25.5.2027",
        "every other Tuesday, 18:00–19:30, 12 January – 25 May 2027",
    ),
    (
        {"frequency": Frequency.WEEKLY, "by_weekday": (Weekday(3), Weekday(1)), "until": date(2027, 5, 25)},
        "tiistaisin ja torstaisin klo 18–19.30, 12.1.–25.5.2027",
        "tisdagar och torsdagar kl. 18–19.30, 12.1–25.5.2027",
        "Tuesdays and Thursdays, 18:00–19:30, 12 January – 25 May 2027",
    ),
    (
        {"frequency": Frequency.WEEKLY, "skip_holidays": True},
        "joka tiistai klo 18–19.30, 12.1.2027 alkaen, ei pyhinä",
        "varje tisdag kl. 18–19.30, från 12.1.2027, inte på helgdagar",
        "every Tuesday, 18:00–19:30, from 12 January 2027, not on public holidays",
    ),
    (
        {"frequency": Frequency.WEEKLY, "interval": 3, "by_weekday": (Weekday(2), Weekday(4))},
        "3 viikon välein keskiviikkoisin ja perjantaisin klo 18–19.30, 12.1.2027 alkaen",
        "med 3 veckors mellanrum, onsdagar och fredagar kl. 18–19.30, från 12.1.2027",
        "every 3 weeks, Wednesdays and Fridays, 18:00–19:30, from 12 January 2027",
    ),
    (
        {"frequency": Frequency.DAILY, "by_weekday": tuple(Weekday(n) for n in range(5))},
        "arkisin ma–pe klo 18–19.30, 12.1.2027 alkaen",
        "vardagar må–fr kl. 18–19.30, från 12.1.2027",
        "Monday to Friday, 18:00–19:30, from 12 January 2027",
    ),
    (
        {"frequency": Frequency.MONTHLY, "by_weekday": (Weekday(1, 1), Weekday(6, -1))},
        "kuukauden ensimmäinen tiistai ja viimeinen sunnuntai klo 18–19.30, 12.1.2027 alkaen",
        "första tisdagen och sista söndagen i månaden kl. 18–19.30, från 12.1.2027",
        "the first Tuesday and the last Sunday of the month, 18:00–19:30, from 12 January 2027",
    ),
    (
        {"frequency": Frequency.MONTHLY, "interval": 2, "by_month_day": (15,)},
        "joka toinen kuukausi, 15. päivä klo 18–19.30, 12.1.2027 alkaen",
        "varannan månad, den 15 kl. 18–19.30, från 12.1.2027",
        "every other month, day 15, 18:00–19:30, from 12 January 2027",
    ),
    (
        {"frequency": Frequency.YEARLY},
        "joka vuosi klo 18–19.30, 12.1.2027 alkaen",
        "varje år kl. 18–19.30, från 12.1.2027",
        "every year, 18:00–19:30, from 12 January 2027",
    ),
]


@pytest.mark.parametrize(("rule", "fi", "sv", "en"), RULES)
def test_a_rule_is_said_in_words(rule: dict[str, Any], fi: str, sv: str, en: str) -> None:
    kerho = weekly(repeats=Recurrence(**rule))
    assert [recurrence_words(kerho, language(code)) for code in ("fi", "sv", "en")] == [fi, sv, en]


def said(starts: str, rule: Recurrence, code: str = "fi", ends: str | None = None, **fields: Any) -> str:
    """The words for an event, by the dates that it has."""
    one = make_event("a", starts, ends, repeats=rule, **fields)
    return recurrence_words(one, language(code), calendar_of(one).of_event("a"))


def test_a_count_ends_on_the_last_date_that_the_planner_found() -> None:
    words = said("2027-01-12 18:00", Recurrence(frequency=WEEKLY, count=3), ends="2027-01-12 19:30")
    assert words == "joka tiistai klo 18–19.30, 12.–26.1.2027"


def test_an_event_that_does_not_repeat_has_no_rule() -> None:
    assert recurrence_words(event("kerran", datetime(2027, 1, 12, 18)), language("fi")) == ""
    assert recurrence_words(replace(weekly(), starts=None), language("fi")) == ""


def test_dates_without_a_rule_claim_none() -> None:
    three = one_by_one(datetime(2027, 2, 11, 18), datetime(2027, 3, 18, 18))
    assert [said("2027-01-14 18:00", three, code) for code in ("fi", "sv", "en")] == [
        "3 kertaa, 14.1.–18.3.2027",
        "3 gånger, 14.1–18.3.2027",
        "3 times, 14 January – 18 March 2027",
    ]
    assert said("2027-01-14 18:00", one_by_one()) == ""


def test_a_rule_is_not_claimed_of_dates_that_are_mostly_others() -> None:
    days = [date(2027, 3, day) for day in range(1, 11)]
    left = Recurrence(frequency=DAILY, count=10, exclude=(*days[1:4], *days[5:8]))
    assert said("2027-03-01", left) == "4 kertaa, 1.–10.3.2027"
    some = replace(left, exclude=tuple(days[1:4]))
    assert said("2027-03-01", some) == "joka päivä, 1.–10.3.2027, paitsi ti 2.3., ke 3.3. ja to 4.3."
    assert said("2027-03-01", replace(some, count=6)) == "3 kertaa, 1.–6.3.2027"
    added = Recurrence(frequency=WEEKLY, count=2, include=(date(2027, 3, 3), date(2027, 3, 4)))
    assert said("2027-03-01", added) == "4 kertaa, 1.–8.3.2027"
    assert said("2027-03-01", replace(added, include=(date(2027, 3, 3),))) == "joka maanantai, 1.–8.3.2027"
    assert said("2027-03-01", Recurrence(frequency=WEEKLY, until=date(2027, 3, 5))) == ""
    moved = [Change(date=date(2027, 3, day), starts=date(2027, 3, day + 2)) for day in (1, 8, 15)]
    weekly = Recurrence(frequency=WEEKLY, count=5)
    assert said("2027-03-01", weekly, changes=tuple(moved[:2])) == "joka maanantai, 1.–29.3.2027"
    assert said("2027-03-01", weekly, changes=tuple(moved)) == "5 kertaa, 3.–29.3.2027"


def test_a_counted_rule_ends_on_its_own_last_day() -> None:
    weekly = Recurrence(frequency=WEEKLY, count=4)
    moved = Change(date=date(2027, 3, 22), starts=date(2027, 5, 5))
    assert said("2027-03-01", weekly, changes=(moved,)) == "joka maanantai, 1.–22.3.2027"
    assert said("2027-03-01", replace(weekly, include=(date(2027, 5, 5),))) == "joka maanantai, 1.–22.3.2027"


def test_dates_that_are_left_out_are_told() -> None:
    weekly = Recurrence(frequency=WEEKLY, until=date(2027, 6, 28), exclude=(date(2027, 4, 5),))
    assert said("2027-03-01", weekly) == "joka maanantai, 1.3.–28.6.2027, paitsi ma 5.4."
    mondays = [date(2027, 4, day) for day in (5, 12, 19, 26)]
    many = replace(weekly, exclude=(*mondays, date(2027, 5, 3)))
    assert said("2027-03-01", many) == "joka maanantai, 1.3.–28.6.2027, 5 kertaa jää väliin"
    assert said("2027-03-01", replace(many, skip_holidays=True)) == (
        "joka maanantai, 1.3.–28.6.2027, ei pyhinä, 5 kertaa jää väliin"
    )
    years = Recurrence(frequency=WEEKLY, count=60, exclude=(date(2027, 12, 27), date(2028, 1, 3)))
    assert said("2027-03-01", years) == "joka maanantai, 1.3.2027–17.4.2028, paitsi 27.12.2027 ja 3.1.2028"


def test_a_rule_that_goes_on_after_the_calendar_is_told_with_one_date_and_has_no_last_one() -> None:
    leap = Recurrence(frequency=YEARLY)
    assert said("2028-02-29", leap) == "karkausvuosina, 29.2.2028 alkaen"
    assert said("2028-02-29", replace(leap, count=3)) == "karkausvuosina, 29.2.2028 alkaen"
    assert said("2028-02-29", replace(leap, count=1)) == ""
    assert said("2028-02-29", replace(leap, until=date(2032, 2, 28))) == ""
    assert said("2028-02-29", replace(leap, until=date(2032, 2, 29))) == "karkausvuosina, 29.2.2028–29.2.2032"
    assert said("2027-03-01", Recurrence(frequency=YEARLY, count=3)) == "joka vuosi, 1.3.2027 alkaen"
    assert said("2027-03-01", Recurrence(frequency=YEARLY, count=2)) == "joka vuosi, 1.3.2027–1.3.2028"
    assert said("2027-03-01", Recurrence(frequency=YEARLY, interval=5)) == "5 vuoden välein, 1.3.2027 alkaen"


def test_each_of_several_rules_is_told() -> None:
    noon = Repetition(
        starts=datetime(2027, 1, 14, 12),
        ends=datetime(2027, 1, 14, 13),
        rule=Recurrence(frequency=WEEKLY, until=date(2027, 3, 31)),
    )
    mondays = Recurrence(frequency=WEEKLY, until=date(2027, 3, 31))
    assert said("2027-01-11 10:00", mondays, ends="2027-01-11 11:00", further=(noon,)) == (
        "joka maanantai klo 10–11 ja joka torstai klo 12–13, 11.1.–31.3.2027"
    )
    until_may = replace(mondays, until=date(2027, 5, 31))
    assert said("2027-01-11 10:00", until_may, ends="2027-01-11 11:00", further=(noon,)) == (
        "joka maanantai klo 10–11, 11.1.–31.5.2027; joka torstai klo 12–13, 14.1.–31.3.2027"
    )
    listed = replace(noon, rule=one_by_one(datetime(2027, 2, 20, 9)))
    assert said("2027-01-11 10:00", mondays, ends="2027-01-11 11:00", further=(listed,)) == (
        "joka maanantai klo 10–11, 11.1.–31.3.2027; 2 kertaa, 14.1.–20.2.2027"
    )


@pytest.mark.parametrize(
    ("starts", "rule", "words"),
    [
        ("2027-01-31", {"frequency": MONTHLY, "by_month_day": (-1,)}, "kuukauden viimeinen päivä"),
        ("2027-01-31", {"frequency": MONTHLY}, "kuukauden 31. päivä"),
        ("2028-02-29", {"frequency": YEARLY}, "karkausvuosina"),
        ("2028-02-29", {"frequency": YEARLY, "interval": 4}, "karkausvuosina"),
        ("2028-02-29", {"frequency": YEARLY, "by_month": (2,), "by_month_day": (29,)}, "karkausvuosina"),
        ("2028-02-29", {"frequency": YEARLY, "by_month": (2,), "by_month_day": (-1,)}, "joka vuosi"),
        ("2028-02-28", {"frequency": YEARLY, "interval": 2}, "joka toinen vuosi"),
        ("2027-03-01", {"frequency": YEARLY, "by_month": (3,), "by_weekday": (Weekday(0, 1),)}, "joka vuosi"),
        ("2027-03-01", {"frequency": DAILY, "interval": 3}, "3 päivän välein"),
    ],
)
def test_days_that_not_all_months_and_years_have(starts: str, rule: dict[str, Any], words: str) -> None:
    one = make_event("a", starts, repeats=Recurrence(**rule))
    assert recurrence_words(one, language("fi")).rpartition(", ")[0] == words


@pytest.mark.parametrize(
    ("starts", "rule"),
    [
        ("2028-02-29", {"frequency": YEARLY, "interval": 3}),
        ("2027-03-01", {"frequency": YEARLY, "by_month": (3, 9)}),
        ("2027-03-01", {"frequency": YEARLY, "by_month_day": (1,)}),
        ("2027-03-01", {"frequency": YEARLY, "by_month": (3,), "by_month_day": (1, 15)}),
        ("2027-03-01", {"frequency": YEARLY, "by_month": (3,), "by_weekday": (Weekday(0),)}),
        ("2027-03-01", {"frequency": YEARLY, "by_month": (3,), "by_weekday": (Weekday(0, 1), Weekday(1, 1))}),
        ("2027-03-01", {"frequency": YEARLY, "by_weekday": (Weekday(0, 9),), "by_month_day": (1,)}),
        ("2027-03-01", {"frequency": MONTHLY, "by_month": (3, 9)}),
        ("2027-03-05", {"frequency": MONTHLY, "by_month_day": (5,), "by_weekday": (Weekday(4, 1),)}),
        ("2027-03-30", {"frequency": MONTHLY, "by_month_day": (-2,)}),
        ("2027-03-01", {"frequency": DAILY, "by_month_day": (1, 5, 9, 20)}),
        ("2027-03-01", {"frequency": DAILY, "by_month": (3,)}),
        ("2027-03-01", {"frequency": DAILY, "by_weekday": (Weekday(0),), "interval": 2}),
        ("2027-03-01", {"frequency": WEEKLY, "by_month": (3,)}),
        ("2027-03-01", {"frequency": WEEKLY, "by_month_day": (1, 8)}),
    ],
)
def test_a_rule_for_which_there_are_no_words_is_not_made_simpler(starts: str, rule: dict[str, Any]) -> None:
    one = make_event("a", starts, repeats=Recurrence(**rule))
    assert recurrence_words(one, language("fi")).startswith("toistuu oman sääntönsä mukaan")
