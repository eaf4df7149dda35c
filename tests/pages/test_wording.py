"""Dates, times and repetition in words: the exact texts that people see."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from seurantalo.language.catalogue import language
from seurantalo.model.record import Moment
from seurantalo.publishing import wording

WHEN: list[tuple[Moment, Moment | None, str, str, str]] = [
    (
        datetime(2027, 1, 12, 18),
        datetime(2027, 1, 12, 20),
        "ti 12.1.2027 klo 18–20",
        "ti 12.1.2027 kl. 18–20",
        "Tue 12 January 2027, 18:00–20:00",
    ),
    (
        datetime(2027, 1, 12, 9, 5),
        None,
        "ti 12.1.2027 klo 9.05",
        "ti 12.1.2027 kl. 9.05",
        "Tue 12 January 2027, 09:05",
    ),
    (
        datetime(2027, 2, 13, 20),
        datetime(2027, 2, 14, 0),
        "la 13.2.2027 klo 20–24",
        "lö 13.2.2027 kl. 20–24",
        "Sat 13 February 2027, 20:00–24:00",
    ),
    (
        datetime(2026, 12, 31, 20),
        datetime(2027, 1, 1, 1),
        "to 31.12.2026 klo 20 – pe 1.1.2027 klo 1",
        "to 31.12.2026 kl. 20 – fr 1.1.2027 kl. 1",
        "Thu 31 December 2026, 20:00 – Fri 1 January 2027, 01:00",
    ),
    (
        datetime(2027, 6, 25, 18),
        datetime(2027, 6, 27, 15),
        "pe 25.6. klo 18 – su 27.6.2027 klo 15",
        "fr 25.6 kl. 18 – sö 27.6.2027 kl. 15",
        "Fri 25 June, 18:00 – Sun 27 June 2027, 15:00",
    ),
    (date(2027, 5, 1), date(2027, 5, 1), "la 1.5.2027", "lö 1.5.2027", "Sat 1 May 2027"),
    (date(2027, 5, 1), None, "la 1.5.2027", "lö 1.5.2027", "Sat 1 May 2027"),
    (date(2027, 6, 25), date(2027, 6, 27), "pe–su 25.–27.6.2027", "fr–sö 25–27.6.2027", "Fri–Sun 25–27 June 2027"),
    (
        date(2027, 4, 30),
        date(2027, 5, 2),
        "pe–su 30.4.–2.5.2027",
        "fr–sö 30.4–2.5.2027",
        "Fri 30 April – Sun 2 May 2027",
    ),
    (
        date(2026, 12, 31),
        date(2027, 1, 1),
        "to–pe 31.12.2026–1.1.2027",
        "to–fr 31.12.2026–1.1.2027",
        "Thu 31 December 2026 – Fri 1 January 2027",
    ),
    (date(2027, 7, 1), date(2027, 8, 15), "1.7.–15.8.2027", "1.7–15.8.2027", "1 July – 15 August 2027"),
    (
        date(2026, 12, 1),
        date(2027, 1, 31),
        "1.12.2026–31.1.2027",
        "1.12.2026–31.1.2027",
        "1 December 2026 – 31 January 2027",
    ),
]


@pytest.mark.parametrize(("starts", "ends", "fi", "sv", "en"), WHEN)
def test_a_span_is_said_as_people_say_it(starts: Moment, ends: Moment | None, fi: str, sv: str, en: str) -> None:
    said = [wording.when(starts, ends, language(code)) for code in ("fi", "sv", "en")]
    assert said == [fi, sv, en]


@pytest.mark.parametrize(
    ("starts", "ends", "words"),
    [
        (datetime(2027, 1, 12, 18), datetime(2027, 1, 12, 20), "klo 18–20"),
        (date(2027, 5, 1), date(2027, 5, 1), "koko päivä"),
        (date(2027, 6, 25), date(2027, 6, 27), "pe–su 25.–27.6.2027"),
    ],
)
def test_beside_a_date_only_the_hours_are_said(starts: Moment, ends: Moment, words: str) -> None:
    assert wording.hours_or_days(starts, ends, language("fi")) == words
