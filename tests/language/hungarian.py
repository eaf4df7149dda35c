"""A language that only the tests have, as a package would bring it: Hungarian, which writes the year first."""

from __future__ import annotations

from dataclasses import replace

from seurantalo.language.tongue import RepetitionWords
from seurantalo.language.tongues.en import ENGLISH

_MONTHS = (
    *("január", "február", "március", "április", "május", "június"),
    *("július", "augusztus", "szeptember", "október", "november", "december"),
)
_WEEKDAYS = ("hétfő", "kedd", "szerda", "csütörtök", "péntek", "szombat", "vasárnap")

HUNGARIAN = replace(
    ENGLISH,
    code="hu",
    package="tests.language",
    months=_MONTHS,
    months_read=_MONTHS,
    month_stems=_MONTHS,
    weekdays=_WEEKDAYS,
    weekdays_in_dates=_WEEKDAYS,
    weekdays_short=("h", "k", "sz", "cs", "p", "szo", "v"),
    weekdays_read=tuple((name, name + "en") for name in _WEEKDAYS),
    dates_read=("{year}. {month} {day}.", "{year}. {number}. {day}."),
    repetition=RepetitionWords(
        day=("nap", "nap", "naponta"),
        week=("hét", "hét", "hetente"),
        month=("hónap", "hónap", "havonta"),
        year=("év", "év", "évente"),
        workday=("munkanap",),
        intervals={2: ("második",), 3: ("harmadik",)},
        ordinals={1: ("első",), 2: ("második",), -1: ("utolsó",)},
        of_month=(),
    ),
    yes=("igen",),
    no=("nem",),
    languages={"hu": ("magyar", "magyarul"), "fi": ("finn",)},
    last_letters="",
)
