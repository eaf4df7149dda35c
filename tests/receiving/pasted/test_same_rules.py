"""What files and notices are both written with means the same in both."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta

import pytest
from tests.receiving.pasted.region import TABLES, TODAY

from seurantalo.language import TONGUES
from seurantalo.proposing.canonical import moment_text
from seurantalo.reading.moments.moment import read_moment
from seurantalo.receiving.pasted import read_pasted

#: How people write a day and an hour, with a year: a reader of files understands all of these too.
WAYS = (
    ("fi", "{wd} {d}.{m}.{y} klo {h}"),
    ("fi", "{weekday} {d}.{m}.{y} klo {h}.{mm}"),
    ("fi", "{d}. {month}ta {y} kello {h}"),
    ("fi", "{d}.{m}.{y} {h}:{mm}"),
    ("fi", "{y}-{m:02}-{d:02} {h}:{mm}"),
    ("sv", "{wd} {d}.{m}.{y} kl {h}.{mm}"),
    ("sv", "{weekday} {d} {month} {y} kl. {h}"),
    ("sv", "den {d} {month} {y} klockan {h}"),
    ("en", "{weekday} {d} {month} {y} at {h}:{mm}"),
    ("en", "{month} {d}, {y} at {h}:{mm}"),
)


@pytest.mark.parametrize(("code", "way"), WAYS)
def test_a_day_and_an_hour(code: str, way: str) -> None:
    chance = random.Random(way)
    tongue = TONGUES[code]
    for _ in range(30):
        day = TODAY + timedelta(days=chance.randrange(1, 700))
        when = datetime(day.year, day.month, day.day, chance.randrange(7, 23), chance.choice((0, 15, 30)))
        if "{mm}" not in way:
            when = when.replace(minute=0)
        words = way.format(
            d=day.day,
            m=day.month,
            y=day.year,
            h=when.hour,
            mm=f"{when.minute:02}",
            wd=tongue.weekdays_in_dates[day.weekday()],
            weekday=tongue.weekdays[day.weekday()],
            month=tongue.months[day.month - 1],
        )
        found = read_pasted(f"Rauhala: {words}", TODAY, code, TABLES)

        assert (found.values.get("starts"), "starts" in found.guessed) == (moment_text(when), False), words
        assert moment_text(read_moment(words)) == moment_text(when), words


def test_a_day_without_its_year_is_the_next_one() -> None:
    for ahead in range(0, 300, 7):
        day = TODAY + timedelta(days=ahead)
        found = read_pasted(f"Tanssit {day.day}.{day.month}. klo 18", TODAY, "fi", TABLES)

        assert found.values["starts"] == f"{day.isoformat()}T18:00"
        assert found.guessed == ()


def test_a_weekday_that_does_not_fit_is_marked() -> None:
    found = read_pasted("Tanssit su 12.6.2027 klo 18", date(2027, 1, 4), "fi", TABLES)

    assert (found.values["starts"], found.guessed, found.notes) == ("2027-06-12T18:00", ("starts",), ("weekday",))
