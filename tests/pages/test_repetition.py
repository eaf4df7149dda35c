"""The page of an event that is held more than once: its rules, its dates, and what changes from a day on."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from typing import Any

from tests.pages.small_region import context, event, places, text, weekly
from tests.pages.test_event import body_of, rows, section, words

from seurantalo.model.event import Change, Event, EventStatus
from seurantalo.model.recurrence import Frequency, Recurrence, Repetition, one_by_one
from seurantalo.publishing.pages.event.json_ld import event_json
from seurantalo.publishing.pages.event.page import shown_occurrence

NOON = Repetition(
    starts=datetime(2027, 1, 14, 12),
    ends=datetime(2027, 1, 14, 13),
    rule=Recurrence(frequency=Frequency.WEEKLY, count=2),
)


def rules(one: Event, **more: Any) -> list[str]:
    """What stands below the next date: by which rules it is held, and what changes."""
    body = body_of(context(*places(), one, **more), one.id)
    return [words(line) for line in re.findall(r'<p class="st-when__rule">.*?</p>', body)]


def listed(one: Event, **more: Any) -> list[str]:
    return rows(section(body_of(context(*places(), one, **more), one.id), "paivat"))


def schedules(one: Event) -> Any:
    ctx = context(*places(), one)
    dates = ctx.calendar.of_event(one.id)
    return json.loads(event_json(ctx, one, shown_occurrence(ctx, dates), dates, "")).get("eventSchedule")


def test_dates_without_a_rule_are_listed_and_claim_none() -> None:
    more = one_by_one(datetime(2027, 2, 11, 18), datetime(2027, 3, 18, 17))
    talks = event("luennot", datetime(2027, 1, 14, 18), datetime(2027, 1, 14, 19, 30), repeats=more)
    assert rules(talks) == ["3 kertaa, 14.1.–18.3.2027"]
    assert listed(talks) == [
        "to 14.1.2027 klo 18–19.30", "to 11.2.2027 klo 18–19.30", "to 18.3.2027 klo 17–18.30",
    ]  # fmt: skip
    assert [(one["startDate"], one["startTime"], one.get("repeatFrequency")) for one in schedules(talks)] == [
        ("2027-01-14", "18:00:00", None), ("2027-02-11", "18:00:00", None), ("2027-03-18", "17:00:00", None),
    ]  # fmt: skip


def test_several_rules_are_all_told() -> None:
    rule = Recurrence(frequency=Frequency.WEEKLY, count=2)
    club = event("kerho", datetime(2027, 1, 11, 10), datetime(2027, 1, 11, 11), repeats=rule, further=(NOON,))
    assert rules(club) == ["joka maanantai klo 10–11, 11.–18.1.2027; joka torstai klo 12–13, 14.–21.1.2027"]
    assert listed(club) == [
        "ma 11.1.2027 klo 10–11", "to 14.1.2027 klo 12–13", "ma 18.1.2027 klo 10–11", "to 21.1.2027 klo 12–13",
    ]  # fmt: skip
    assert [(one["startDate"], one["startTime"], one["repeatFrequency"]) for one in schedules(club)] == [
        ("2027-01-11", "10:00:00", "P1W"), ("2027-01-14", "12:00:00", "P1W"),
    ]  # fmt: skip


def test_what_changes_from_a_day_on_is_told_in_words() -> None:
    changes = (
        Change(date=date(2027, 2, 2), onwards=True, starts=datetime(2027, 2, 2, 19)),
        Change(date=date(2027, 3, 2), onwards=True, venue="seurala", note=text("Uusi ovikoodi")),
        Change(date=date(2027, 5, 4), onwards=True, status=EventStatus.CANCELLED),
    )
    club = weekly(changes=changes)
    assert rules(club, today=date(2027, 1, 4))[1:] == [
        "2.2.2027 alkaen: klo 19–20.30",
        "2.3.2027 alkaen: Seurala, Uusi ovikoodi",
        "4.5.2027 alkaen: peruttu",
    ]
    assert rules(club, today=date(2027, 3, 2))[1:] == [
        "2.3.2027 alkaen: Seurala, Uusi ovikoodi",
        "4.5.2027 alkaen: peruttu",
    ]
    assert rules(club, lang="sv", today=date(2027, 5, 5))[1:] == ["Från 4.5.2027: inställt"]
    found = listed(club, today=date(2027, 1, 4))
    assert found[2:4] == ["ti 26.1.2027 klo 18–19.30", "ti 2.2.2027 klo 19–20.30"]
    assert not any("siirretty" in row for row in found)


def test_a_moved_date_says_when_it_was_to_be() -> None:
    changes = (
        Change(date=date(2027, 1, 19), starts=datetime(2027, 1, 21, 19)),
        Change(date=date(2027, 1, 26), starts=datetime(2027, 1, 26, 17)),
        Change(date=date(2027, 2, 2), status=EventStatus.CANCELLED),
    )
    assert listed(weekly(changes=changes))[1:4] == [
        "to 21.1.2027 klo 19–20.30 siirretty piti olla ti 19.1.2027 klo 18",
        "ti 26.1.2027 klo 17–18.30 siirretty piti olla ti 26.1.2027 klo 18",
        "ti 2.2.2027 klo 18–19.30 peruttu",
    ]


def test_a_date_moved_after_a_change_from_a_day_on_was_to_be_at_the_new_hour() -> None:
    changes = (
        Change(date=date(2027, 1, 19), onwards=True, starts=datetime(2027, 1, 19, 17)),
        Change(date=date(2027, 1, 26), starts=date(2027, 1, 27)),
    )
    assert listed(weekly(changes=changes))[1:4] == [
        "ti 19.1.2027 klo 17–18.30",
        "ke 27.1.2027 klo 17–18.30 siirretty piti olla ti 26.1.2027 klo 17",
        "ti 2.2.2027 klo 17–18.30",
    ]
