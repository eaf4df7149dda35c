"""A channel's rule in plain words becomes the last day; what is no such rule stays in its own words."""

from __future__ import annotations

from datetime import date

import pytest

from seurantalo.planner.deadline import deadline

SATURDAY = date(2027, 3, 13)


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("7 päivää ennen", date(2027, 3, 6)),
        ("Viikkoa ennen tapahtumaa.", date(2027, 3, 6)),
        ("päivää ennen", date(2027, 3, 12)),
        ("2 veckor före evenemanget", date(2027, 2, 27)),
        ("en vecka före", date(2027, 3, 6)),
        ("3 days before the event", date(2027, 3, 10)),
        ("A week  before", date(2027, 3, 6)),
        ("Edeltävänä torstaina", date(2027, 3, 11)),
        ("keskiviikkona ennen tapahtumaa", date(2027, 3, 10)),
        ("lördagen före", date(2027, 3, 6)),
        ("the Friday before", date(2027, 3, 12)),
        ("Sunday before", date(2027, 3, 7)),
        ("Edellisen kuukauden 15. päivä", date(2027, 2, 15)),
        ("den 31 föregående månad", date(2027, 2, 28)),
        ("The 1st of the previous month", date(2027, 2, 1)),
    ],
)
def test_a_plain_rule_gives_the_last_day(rule: str, day: date) -> None:
    assert deadline(rule, SATURDAY) == day


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "Torstaihin klo 12 mennessä viikonlopun menovinkkeihin",
        "Muutamaa päivää ennen, muistutus samana aamuna",
        "Viikkoa ennen, kuvat kaksi viikkoa ennen",
        "aamuna ennen",
        "dagen före",
        "edellisen kuukauden 0. päivä",
        "7",
    ],
)
def test_free_words_give_none(rule: str) -> None:
    assert deadline(rule, SATURDAY) is None


def test_the_month_before_january_is_in_the_year_before() -> None:
    assert deadline("Edellisen kuukauden 15. päivä", date(2027, 1, 2)) == date(2026, 12, 15)
