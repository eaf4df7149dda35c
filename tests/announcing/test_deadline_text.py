"""Rules and due times in words, in the three languages."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest
from tests.announcing.making import PAPER, RADIO, channel, with_

from seurantalo.announcing import Due
from seurantalo.announcing.deadline_text import (
    appears_text,
    covers_text,
    deadline_text,
    due_text,
    moment_text,
    rule_text,
)
from seurantalo.language import language
from seurantalo.model.channel import (
    Before,
    Covering,
    Covers,
    DeadlineAnchor,
    DeadlineRule,
    InWeek,
    ListedIssue,
    MonthBefore,
    SameDay,
    Unit,
    WeekdayBefore,
)

FI, SV, EN = (language(code) for code in ("fi", "sv", "en"))
EVENT, ISSUE = DeadlineAnchor.EVENT, DeadlineAnchor.ISSUE


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Before(7, Unit.DAY), "7 päivää ennen"),
        (Before(1, Unit.WEEK, EVENT), "viikkoa ennen tapahtumaa"),
        (Before(3, Unit.WORKDAY, ISSUE), "3 arkipäivää ennen ilmestymistä"),
        (Before(2, Unit.MONTH), "2 kuukautta ennen"),
        (InWeek(0), "saman viikon maanantaina"),
        (InWeek(2, 1), "edellisen viikon keskiviikkona"),
        (InWeek(1, 2), "2 viikkoa aiemmin tiistaina"),
        (WeekdayBefore(3), "edeltävänä torstaina"),
        (WeekdayBefore(3, EVENT), "torstaina ennen tapahtumaa"),
        (SameDay(), "samana päivänä"),
        (MonthBefore(15), "edellisen kuukauden 15. päivänä"),
        (MonthBefore(None), "edellisen kuukauden viimeisenä arkipäivänä"),
    ],
)
def test_a_rule_is_said_as_it_would_be_written(rule: Any, expected: str) -> None:
    assert rule_text(DeadlineRule(rule), FI) == expected
    assert rule_text(DeadlineRule(rule, time(12)), FI) == f"{expected} klo 12"
    assert rule_text(DeadlineRule(rule, time(16, 30)), FI) == f"{expected} klo 16.30"


def test_a_rule_is_said_in_other_languages() -> None:
    rule = DeadlineRule(InWeek(1, 1), time(12), "edellisen viikon tiistaina klo 12")
    assert rule_text(rule, SV) == "tisdag veckan före kl. 12"
    assert "Tuesday" in rule_text(rule, EN)


ASCENSION = Due(datetime(2027, 5, 5, 12), date(2027, 5, 6), "Ascension Day")
SUNDAY = Due(date(2027, 5, 7), date(2027, 5, 9))


@pytest.mark.parametrize(
    ("due", "fi", "sv", "en"),
    [
        (Due(datetime(2027, 5, 17, 12)), "maanantaina 17.5. klo 12", "måndag 17.5 kl. 12", "Monday 17 May, 12:00"),
        (Due(date(2027, 5, 17)), "maanantaina 17.5.", "måndag 17.5", "Monday 17 May"),
        (
            ASCENSION,
            "keskiviikkona 5.5. klo 12, koska torstai on helatorstai",
            "onsdag 5.5 kl. 12, eftersom torsdag är Kristi himmelsfärdsdag",
            "Wednesday 5 May, 12:00, because Thursday is Ascension Day",
        ),
        (
            SUNDAY,
            "perjantaina 7.5., koska 9.5. on sunnuntai",
            "fredag 7.5, eftersom 9.5 är en söndag",
            "Friday 7 May, because 9 May is a Sunday",
        ),
        (
            Due(date(2027, 6, 24), date(2027, 6, 25), "Midsummer Eve"),
            "torstaina 24.6., koska perjantai on juhannusaatto",
            "torsdag 24.6, eftersom fredag är midsommarafton",
            "Thursday 24 June, because Friday is Midsummer Eve",
        ),
    ],
)
def test_a_due_time_says_why_it_has_moved(due: Due, fi: str, sv: str, en: str) -> None:
    assert [due_text(due, one) for one in (FI, SV, EN)] == [fi, sv, en]


def test_a_year_is_said_where_it_is_asked_for() -> None:
    assert moment_text(datetime(2027, 12, 16, 16), FI, year=True) == "torstaina 16.12.2027 klo 16"


def test_when_a_channel_appears_and_what_it_covers() -> None:
    listed = channel("x", issues=tuple(ListedIssue(appears=date(2027, month, 14)) for month in (6, 7, 9)))
    assert appears_text(PAPER, FI) == "keskiviikkoisin"
    assert appears_text(with_(PAPER, appears=(0, 3)), SV) == "måndagar och torsdagar"
    assert appears_text(listed, FI) == "14.6.2027, 14.7.2027 ja 14.9.2027"
    assert appears_text(listed, FI, date(2027, 7, 1)) == "14.7.2027 ja 14.9.2027"
    assert appears_text(RADIO, FI) == ""
    assert covers_text(Covers(Covering.WEEKDAYS, 4, 6), FI) == "pe–su"
    assert covers_text(Covers(Covering.WEEKDAYS, 5, 5), SV) == "lö"
    assert [covers_text(Covers(one), FI) for one in (Covering.UNTIL_NEXT, Covering.NEXT_MONTH)] == [
        "seuraavaan numeroon",
        "seuraava kuukausi",
    ]


def test_free_words_stand_where_there_is_no_rule() -> None:
    assert deadline_text(channel("x", deadline_words="Soita ensin."), FI) == "Soita ensin."
    assert deadline_text(PAPER, FI) == "saman viikon maanantaina klo 12"
    assert deadline_text(RADIO, FI) == ""
