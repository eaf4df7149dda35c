"""Finland's public holidays of our own time, worked out without a quarter of a second of imports.

The `holidays` package remains the measure: a test compares every day and name of these years with it, in three
languages, and years outside them are asked of it. If the law changes, the package's new version fails that test.
"""

from __future__ import annotations

from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from dateutil.easter import easter

#: The years that these rules are right about: since 1992 no day has moved, and since 2009 no two have met.
YEARS: Final = range(2009, 2100)
#: Month and day of those that stay where they are; Midsummer and All Saints are the Saturday from that day on.
_FIXED: Final = ((1, 1), (1, 6), (5, 1), (12, 6), (12, 24), (12, 25), (12, 26))
_SATURDAYS: Final = ((6, 20), (10, 31))
#: Days from Easter Sunday.
_FROM_EASTER: Final = (-2, 0, 1, 39, 49)
_SATURDAY: Final = 5
#: Names in the order of :func:`_days`.
_NAMES: Final = MappingProxyType(
    {
        "fi": (
            *("Uudenvuodenpäivä", "Loppiainen", "Vappu", "Itsenäisyyspäivä"),
            *("Jouluaatto", "Joulupäivä", "Tapaninpäivä"),
            *("Pitkäperjantai", "Pääsiäispäivä", "Toinen pääsiäispäivä", "Helatorstai", "Helluntaipäivä"),
            *("Juhannusaatto", "Juhannuspäivä", "Pyhäinpäivä"),
        ),
        "sv": (
            *("Nyårsdagen", "Trettondag", "Första maj", "Självständighetsdagen"),
            *("Julafton", "Juldagen", "Annandag jul"),
            *("Långfredagen", "Påskdagen", "Annandag påsk", "Kristi himmelsfärdsdag", "Pingst"),
            *("Midsommarafton", "Midsommardagen", "Alla helgons dag"),
        ),
        "en": (
            *("New Year's Day", "Epiphany", "May Day", "Independence Day"),
            *("Christmas Eve", "Christmas Day", "Second Day of Christmas"),
            *("Good Friday", "Easter Sunday", "Easter Monday", "Ascension Day", "Pentecost"),
            *("Midsummer Eve", "Midsummer Day", "All Saints' Day"),
        ),
    }
)


def holidays_by_law(year: int, language: str) -> dict[date, str]:
    """Return the public holidays of a year of ``YEARS`` with their names in fi, sv or en, in order."""
    return dict(sorted(zip(_days(year), _NAMES[language], strict=True)))


def _days(year: int) -> list[date]:
    sunday = easter(year)
    midsummer, saints = (_saturday_from(date(year, month, day)) for month, day in _SATURDAYS)
    return [
        *(date(year, month, day) for month, day in _FIXED),
        *(sunday + timedelta(days=after) for after in _FROM_EASTER),
        midsummer - timedelta(days=1),
        midsummer,
        saints,
    ]


def _saturday_from(day: date) -> date:
    return day + timedelta(days=(_SATURDAY - day.weekday()) % 7)
