"""What a status is called, and which of a series' dates are told to be otherwise."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from tests.planner.builders import calendar_of, make_event

from seurantalo.language import LANGUAGES, language
from seurantalo.model.event import Change, EventStatus
from seurantalo.model.fields.words import value_word
from seurantalo.model.recurrence import Frequency, Recurrence
from seurantalo.publishing.status import (
    MOST_CHANGED,
    STATUS_WORDS,
    changes_words,
    count_folded,
    count_words,
    loud_title,
    status_title,
    status_word,
)

FINNISH = language("fi")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("status", STATUS_WORDS)
def test_the_word_on_pages_is_the_one_that_files_accept(code: str, status: EventStatus) -> None:
    assert status_word(status, language(code)) == value_word(status, code)


@pytest.mark.parametrize(
    ("status", "title", "loud"),
    [
        (EventStatus.CANCELLED, "Inställt: Konsert", "INSTÄLLT: Konsert"),
        (EventStatus.POSTPONED, "Uppskjutet: Konsert", "UPPSKJUTET: Konsert"),
        (EventStatus.MOVED, "Flyttat: Konsert", "FLYTTAT: Konsert"),
        (EventStatus.TENTATIVE, "Konsert", "Konsert"),
        (EventStatus.HELD, "Konsert", "Konsert"),
    ],
)
def test_a_title_says_what_must_be_known(status: EventStatus, title: str, loud: str) -> None:
    swedish = language("sv")
    assert (status_title("Konsert", status, swedish), loud_title("Konsert", status, swedish)) == (title, loud)


def test_a_count_tells_apart_what_is_not_held() -> None:
    off = [make_event(f"a{n}", status=EventStatus.CANCELLED) for n in range(2)]
    moved = make_event("m", status=EventStatus.MOVED, planned_starts=datetime(2027, 3, 1, 18))
    calendar = calendar_of(*off, moved, make_event("p", status=EventStatus.POSTPONED), make_event("b"))
    assert count_words(calendar.listed, FINNISH) == "2 tapahtumaa, 2 peruttua, 1 lykätty"
    assert count_words((), FINNISH) == "0 tapahtumaa"


def test_a_weekly_group_is_counted_once_where_lists_fold_it() -> None:
    weekly = make_event("w", repeats=Recurrence(frequency=Frequency.WEEKLY, count=4))
    off = make_event("a", status=EventStatus.CANCELLED)
    assert count_folded(calendar_of(weekly, make_event("b"), off).listed, FINNISH) == (
        "1 tapahtuma ja 1 viikkoryhmä, 1 peruttu"
    )
    assert count_folded(calendar_of(weekly).listed, FINNISH) == "1 viikkoryhmä"
    assert count_folded((), FINNISH) == "0 tapahtumaa"


def test_the_coming_dates_that_are_otherwise_are_told() -> None:
    def on(day: int, **more: Any) -> Change:
        return Change(date=date(2027, 3, day), **more)

    changes = (
        on(1, status=EventStatus.CANCELLED),
        on(2, status=EventStatus.CANCELLED),
        on(3, starts=datetime(2027, 3, 4, 19)),
        on(4, venue="koulu"),
        on(5, status=EventStatus.POSTPONED),
        *(on(day, status=EventStatus.CANCELLED) for day in range(6, 6 + MOST_CHANGED)),
    )
    daily = Recurrence(frequency=Frequency.DAILY, count=20)
    event = make_event("a", "2027-03-01 18:00", "2027-03-01 20:00", repeats=daily, changes=changes)
    dates = calendar_of(event).of_event("a")
    assert changes_words(event, dates, date(2027, 3, 2), FINNISH) == (
        "Muuttuneet kerrat: ti 2.3. peruttu; ke 3.3. siirretty, uusi aika: to 4.3.2027 klo 19–21; pe 5.3. lykätty; "
        "la 6.3. peruttu; su 7.3. peruttu; ja 3 muuta"
    )
    assert changes_words(event, dates, date(2027, 4, 1), FINNISH) == ""
