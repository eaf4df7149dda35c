"""Hours of other time zones: ours first, the event's own beside them, once."""

from __future__ import annotations

from datetime import datetime, time

import pytest
from tests.planner.builders import calendar_of, make_event, text

from seurantalo.language import language
from seurantalo.language.dates import at
from seurantalo.model.event import Registration
from seurantalo.model.parts import AgendaItem
from seurantalo.model.recurrence import Frequency, Recurrence, Weekday, one_by_one
from seurantalo.publishing.zone_words import event_here, own_time, rhythm_words, with_own_time, zone_words

HOME = "Europe/Helsinki"


@pytest.mark.parametrize(
    ("zone", "starts", "ends", "words"),
    [
        ("Europe/Stockholm", "2027-03-16 18:00", "2027-03-16 20:00", "Ruotsin aikaa 18–20"),
        ("Europe/Stockholm", "2027-03-16 18:00", None, "Ruotsin aikaa 18"),
        ("UTC", "2027-03-16 16:00", "2027-03-16 17:00", "UTC-aikaa 16–17"),
        ("Europe/Stockholm", "2027-03-16 23:30", "2027-03-17 00:30", "Ruotsin aikaa ti 16.3. klo 23.30–0.30"),
        (
            "America/New_York",
            "2027-03-16 18:00",
            "2027-03-18 12:00",
            "paikallista aikaa (New York) ti 16.3. klo 18 – to 18.3.2027 klo 12",
        ),
        ("Europe/Mariehamn", "2027-03-16 18:00", "2027-03-16 20:00", ""),
        ("Europe/Stockholm", "2027-03-16", None, ""),
        (HOME, "2027-03-16 18:00", None, ""),
    ],
)
def test_the_hours_of_another_zone(zone: str, starts: str, ends: str | None, words: str) -> None:
    (one,) = calendar_of(make_event("a", starts, ends, timezone=zone)).occurrences
    assert own_time(one, language("fi")) == words


@pytest.mark.parametrize(
    ("code", "stockholm", "tokyo"),
    [
        ("fi", "Ruotsin aikaa", "paikallista aikaa (Tokio)"),
        ("sv", "svensk tid", "lokal tid (Tokyo)"),
        ("en", "Swedish time", "local time (Tokyo)"),
    ],
)
def test_zones_have_names_for_people(code: str, stockholm: str, tokyo: str) -> None:
    lang = language(code)
    assert (zone_words("Europe/Stockholm", lang), zone_words("Asia/Tokyo", lang)) == (stockholm, tokyo)


@pytest.mark.parametrize(
    ("zone", "starts", "words"),
    [
        ("Europe/Stockholm", "2027-03-16 18:00", "joka tiistai klo 19–20, 16.3.–6.4.2027"),
        # UTC knows no summer time: from the 28th on it is an hour later here.
        ("UTC", "2027-03-16 18:00", "joka tiistai klo 18–19, 16.3.–6.4.2027 (UTC-aikaa)"),
        # Wednesday here.
        (
            "America/New_York",
            "2027-03-16 18:00",
            "joka tiistai klo 18–19, 16.3.–6.4.2027 (paikallista aikaa (New York))",
        ),
        (HOME, "2027-03-16 18:00", "joka tiistai klo 18–19, 16.3.–6.4.2027"),
    ],
)
def test_a_rule_is_told_by_our_clocks_or_names_its_zone(zone: str, starts: str, words: str) -> None:
    weekly = Recurrence(frequency=Frequency.WEEKLY, by_weekday=(Weekday(1),), count=4)
    event = make_event("a", starts, starts.replace("18:", "19:"), timezone=zone, repeats=weekly)
    assert rhythm_words(event, calendar_of(event).of_event("a"), HOME, language("fi")) == words


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("fi", "klo 0.30–1.30, Ruotsin aikaa ti 16.3. klo 23.30–0.30"),
        ("sv", "kl. 0.30–1.30, svensk tid ti 16.3 kl. 23.30–0.30"),
        ("en", "00:30–01:30 (Tue 16 March, 23:30–00:30 Swedish time)"),
    ],
)
def test_it_stands_beside_our_hours(code: str, words: str) -> None:
    night = make_event("a", "2027-03-16 23:30", "2027-03-17 00:30", timezone="Europe/Stockholm")
    (one,) = calendar_of(night).occurrences
    lang = language(code)
    assert with_own_time(at(time(0, 30), time(1, 30), lang), one, lang) == words


def test_a_rule_that_stands_alone_tells_of_the_other_zone() -> None:
    event = make_event(
        "a",
        "2027-03-16 18:00",
        "2027-03-16 19:00",
        timezone="Europe/Stockholm",
        repeats=Recurrence(frequency=Frequency.WEEKLY, count=2),
    )
    words = rhythm_words(event, calendar_of(event).of_event("a"), HOME, language("fi"), alone=True)
    assert words == "joka tiistai klo 19–20, 16.–23.3.2027, Ruotsin aikaa 18–19"


def test_dates_without_a_rule_are_counted_by_our_days() -> None:
    more = one_by_one(datetime(2027, 3, 30, 18))
    event = make_event("a", "2027-03-02 23:30", "2027-03-03 00:30", timezone="UTC", repeats=more)
    for alone in (True, False):
        words = rhythm_words(event, calendar_of(event).of_event("a"), HOME, language("fi"), alone=alone)
        assert words == "2 kertaa, 3.–30.3.2027"


def test_programme_and_registration_are_told_by_our_clocks() -> None:
    event = make_event(
        "a",
        "2027-03-16 22:00",
        timezone="Europe/Stockholm",
        agenda=(AgendaItem(starts=time(23, 30), text=text("Alku")), AgendaItem(text=text("Kahvi"))),
        registration=Registration(until=datetime(2027, 3, 1, 23, 59)),
        planned_starts=datetime(2027, 3, 9, 22),
    )
    here = event_here(event, HOME)
    assert [item.starts for item in here.agenda] == [time(0, 30), None]
    assert here.registration == Registration(until=datetime(2027, 3, 2, 0, 59))
    assert (here.starts, here.planned_starts) == (datetime(2027, 3, 16, 23), datetime(2027, 3, 9, 23))
