"""What pages print, files take: choices, days, hours and months, in each language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from enum import StrEnum

import pytest

from seurantalo.language import LANGUAGES, dates, language
from seurantalo.model.fields.words import value_of
from seurantalo.publishing import status
from seurantalo.publishing.pages.shared import labels, participation_words
from seurantalo.reading.moments.moment import read_day, read_moment, read_month, read_time

#: Choice -> what pages call it, or that and what it means.
TABLES: dict[str, Mapping[StrEnum, str | tuple[str, str]]] = {
    name: table
    for room in (status, labels, participation_words)
    for name, table in vars(room).items()
    if name.endswith(("S", "_WORDS")) and name.isupper() and not name.endswith("_TONES")
}
DAYS = [date(2027, 1, 4) + timedelta(days=number) for number in range(0, 364, 5)]
HOURS = [time(18), time(18, 30), time(9, 5), time(0, 15)]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", TABLES)
def test_a_choice_is_read_by_the_word_that_pages_show(name: str, code: str) -> None:
    lang = language(code)
    printed = {value: lang.say(told if isinstance(told, str) else told[0]) for value, told in TABLES[name].items()}
    assert len(printed) > 1
    assert {value: value_of(type(value), words) for value, words in printed.items() if words} == {
        value: value for value, words in printed.items() if words
    }


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_day_is_read_as_pages_write_it(code: str) -> None:
    lang = language(code)
    assert {day.weekday() for day in DAYS} == set(range(7))
    for write in (dates.day, dates.plain_day):
        assert [read_day(write(day, lang)) for day in DAYS] == DAYS


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_month_is_read_as_pages_write_it(code: str) -> None:
    months = [(2027, number) for number in range(1, 13)]
    assert [read_month(dates.month_title(*month, language(code))) for month in months] == months


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_hour_is_read_as_pages_write_it(code: str) -> None:
    lang = language(code)
    assert [read_time(dates.at(hour, None, lang)) for hour in HOURS] == HOURS
    friday = date(2027, 3, 12)
    for hour in HOURS:
        assert read_moment(dates.on(dates.day(friday, lang), dates.clock(hour, lang), lang)) == datetime.combine(
            friday, hour
        )
