"""Finnish public holidays and their eves, with names in the reader's language.

The days and their names are the `holidays` package's, as a table (``holidays.txt``) that is renewed with it. A
year is looked up when somebody asks about it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.language import ENGLISH, SOURCE, TONGUES, Language
from seurantalo.language import language as words_in

_ONE_DAY: Final = timedelta(days=1)
#: A holiday's English name in the table -> the English name of the day before it.
_EVES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "New Year's Day": "New Year's Eve",
        "Epiphany": "Epiphany Eve",
        "Good Friday": "Maundy Thursday",
        "Easter Sunday": "Holy Saturday",
        "May Day": "May Day Eve",
        "Ascension Day": "Ascension Eve",
        "Pentecost": "Whitsun Eve",
        "Midsummer Day": "Midsummer Eve",
        "All Saints' Day": "All Saints' Eve",
        "Independence Day": "Independence Day Eve",
        "Christmas Day": "Christmas Eve",
    }
)


@dataclass(frozen=True, slots=True)
class _Year:
    holidays: Mapping[date, str]
    eves: Mapping[date, str]
    keys: Mapping[date, str]
    """Days -> English names, the same in every language."""


class HolidayCalendar:
    """The public holidays of Finland in one language; years before 1853 and after 2100 have none.

    >>> HolidayCalendar().name(date(2027, 12, 6))
    'Independence Day'
    """

    __slots__ = ("_language", "_years")

    def __init__(self, language: str = SOURCE) -> None:
        """Take the language of the names; raise ValueError for one that we do not speak."""
        if language not in TONGUES:
            raise ValueError(language)
        self._language = language
        self._years: dict[int, _Year] = {}

    def _year(self, day: date) -> _Year:
        year = self._years.get(day.year)
        if year is None:
            year = self._years[day.year] = _holidays_of(day.year, self._language)
        return year

    def name(self, day: date) -> str | None:
        """Return the name of the holiday or eve; None for an ordinary day."""
        year = self._year(day)
        return year.holidays.get(day) or year.eves.get(day)

    def keys_of(self, year: int) -> Mapping[date, str]:
        """Return a year's holidays and eves with their English names, the same in every language."""
        return self._year(date(year, 1, 1)).keys

    def is_holiday(self, day: date) -> bool:
        """True on a public holiday; Midsummer Eve and Christmas Eve are among them."""
        return day in self._year(day).holidays

    def is_eve(self, day: date) -> bool:
        """True on the day before a public holiday, unless that day is a greater holiday of its own."""
        return day in self._year(day).eves


@cache
def _holidays_of(year: int, language: str) -> _Year:
    english = _from_table(year, SOURCE)
    holidays = english if language == SOURCE else _from_table(year, language)
    # The first of January of the next year makes this year's last day an eve.
    ahead = {**english, date(year + 1, 1, 1): "New Year's Day"} if english else {}
    # The source texts are English, and who asks only for days should not wait for a catalogue.
    words = None if language == SOURCE else words_in(language)
    eves: dict[date, str] = {}
    keys = dict(english)
    for day, key in sorted(ahead.items()):
        before = day - _ONE_DAY
        if before.year != year or key.endswith(" Eve"):
            continue
        eve = _EVES.get(key, "")
        if before not in english:
            eves[before] = _eve_name(eve, holidays.get(day, key), words)
            keys[before] = eve or key
        elif english[before] == eve:
            eves[before] = holidays[before]
    return _Year(MappingProxyType(holidays), MappingProxyType(eves), MappingProxyType(keys))


def _eve_name(eve: str, holiday: str, words: Language | None) -> str:
    if words is None:
        return eve or f"The day before: {holiday}"
    return words.say(eve) if eve else words.say("The day before: {holiday}", holiday=holiday)


@cache
def _table() -> Mapping[str, str]:
    """Return the lines of the table: names by language of the package, days by year."""
    text = (files("seurantalo.planner") / "holidays.txt").read_text("utf-8")
    return dict(line.split(": ", 1) for line in text.splitlines() if not line.startswith("#"))


def _from_table(year: int, language: str) -> dict[date, str]:
    """Return the public holidays of a year in order; none for a year that the table does not have.

    A language that the package has no names in has the English ones.
    """
    table = _table()
    if str(year) not in table:
        return {}
    names = (table.get(TONGUES[language].holidays) or table[ENGLISH.holidays]).split(" | ")
    named = zip(table[str(year)].split(), names, strict=True)
    return dict(sorted((date(year, int(day[:2]), int(day[2:])), name) for day, name in named if day.isdecimal()))
