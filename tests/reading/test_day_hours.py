"""Hours, lengths and days as people say them."""

from __future__ import annotations

import pytest

from seurantalo.reading.moments.day_hours import UnclearError, read_days, read_hours, read_length


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("18-21", (1080, 1260)),
        ("klo 18–21", (1080, 1260)),
        ("Klo 9.30 - 12", (570, 720)),
        ("kl. 18–21.15", (1080, 1275)),
        ("18:00—24:00", (1080, 1440)),
        ("21-2", (1260, 1560)),
        ("klo 18 – klo 21", (1080, 1260)),
        ("klo 18", (1080, None)),
    ],
)
def test_hours(words: str, minutes: tuple[int, int | None]) -> None:
    assert read_hours(words) == minutes


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("ilta", "evening"),
        (" Illalla", "evening"),
        ("kväll", "evening"),
        ("aamupäivällä", "morning"),
        ("eftermiddag", "afternoon"),
        ("päivällä", "daytime"),
        ("Koko  päivä", "day"),
        ("all day", "day"),
    ],
)
def test_parts_of_the_day(words: str, part: str) -> None:
    assert read_hours(words) == part


@pytest.mark.parametrize("words", ["", "illemmalla", "25-26", "18-", "18.60", "18-24.30", "1.5.2027"])
def test_what_is_no_time_of_day(words: str) -> None:
    with pytest.raises(UnclearError):
        read_hours(words)


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("3h", 180),
        ("3", 180),
        ("3 tuntia", 180),
        ("kolme tuntia", 180),
        ("1 timme 30 min", 90),
        ("1h30min", 90),
        ("1,5 tuntia", 90),
        ("2.5 h", 150),
        ("90 minuuttia", 90),
        ("1:30", 90),
        ("24 h", 1440),
        ("n. 3 tuntia", 180),
        ("noin puolitoista tuntia", 90),
    ],
)
def test_lengths(words: str, minutes: int) -> None:
    assert read_length(words) == minutes


@pytest.mark.parametrize("words", ["", "pitkä", "90", "0", "25 h", "3 päivää", "3 h 4", "-2 h"])
def test_what_is_no_length(words: str) -> None:
    with pytest.raises(UnclearError):
        read_length(words)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("1", 1),
        ("3 päivää", 3),
        ("tre dagar", 3),
        ("two days", 2),
        ("2 viikkoa", 14),
        ("vecka", 7),
        ("viikonloppu", 2),
        ("Veckoslut", 2),
        ("1,5 päivää", None),
        ("pari päivää", None),
        ("2 vuotta", None),
    ],
)
def test_days(words: str, days: int | None) -> None:
    if days is None:
        with pytest.raises(UnclearError):
            read_days(words)
    else:
        assert read_days(words) == days
