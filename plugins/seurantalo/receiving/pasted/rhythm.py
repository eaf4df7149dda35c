"""How a notice says that something repeats: ``joka tiistai``, ``parillisten viikkojen keskiviikot``."""

from __future__ import annotations

import re
from dataclasses import field
from datetime import date, timedelta
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.receiving.pasted.dates import weekday_of, weekdays_in
from seurantalo.receiving.pasted.level import Notice, blanked

DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WORKDAYS: Final = [0, 1, 2, 3, 4]
_WEEKEND: Final = [5, 6]
#: No rule needs more days to come around.
_MOST_DAYS: Final = 800
#: Names of weekdays that say nothing of how often.
_SHORT: Final = 4


@dataclass(slots=True, kw_only=True)
class Rhythm:
    """A rule: every so many weeks or months, on weekdays; ``ordinals`` say which of a month."""

    unit: str
    interval: int = 1
    weekdays: list[int] = field(default_factory=list)
    ordinals: list[int] = field(default_factory=list)
    parity: int | None = None
    """Of weeks that calendars count: 0 even, 1 odd."""
    start: int = 0
    end: int = 0
    doubts: bool = False

    @property
    def on(self) -> list[str]:
        """The days as a file has them."""
        if self.ordinals:
            return [f"{nth} {DAYS[day]}" for nth in self.ordinals for day in self.weekdays]
        return [DAYS[day] for day in self.weekdays]

    @property
    def every(self) -> str:
        """The stretch of time as a file has it."""
        return self.unit if self.interval == 1 else f"{self.interval} {self.unit}s"

    def fits(self, day: date) -> bool:
        """Tell whether a day is one that the rule may begin on."""
        if self.weekdays and day.weekday() not in self.weekdays:
            return False
        if self.parity is not None and day.isocalendar().week % 2 != self.parity:
            return False
        if not self.ordinals:
            return True
        last = (day + timedelta(days=7)).month != day.month
        nth = (day.day + 6) // 7
        return nth in self.ordinals or (last and -1 in self.ordinals)

    def first(self, day: date) -> date:
        """Return the first day from a day on that the rule fits."""
        for ahead in range(_MOST_DAYS):
            if self.fits(day + timedelta(days=ahead)):
                return day + timedelta(days=ahead)
        return day


def rhythm_of(notice: Notice) -> Rhythm | None:
    """Return the first rule that a text says; None for what happens once."""
    low = notice.masked
    parity = _parity(notice, low)
    found = _monthly(notice, low) or _every(notice, low) or _plain(notice, low) or _regular(notice, low)
    if found is None and parity is not None:
        found = Rhythm(unit="week", start=parity[1], end=parity[2])
    if found is not None and parity is not None:
        if not found.weekdays:
            found.weekdays = weekdays_in(notice, low[max(0, parity[1] - 30) : parity[2] + 30])[:2]
        found.unit, found.interval, found.parity = "week", 2, parity[0]
        found.start, found.end = min(found.start, parity[1]), max(found.end, parity[2])
    if found is not None and notice.has("season", low):
        found.doubts = True
    return found


def rhythm_from(notice: Notice, plain: str, spans: list[tuple[int, int]]) -> Rhythm | None:
    """Return the rule of weekdays that stand apart from the day from which on: ``su klo 17–18, 10.1. alkaen``."""
    text = blanked(plain, spans)
    found = [
        match
        for match in notice.pattern("weekdays_alone").finditer(text)
        if "-" in match[0] or all(len(one[0]) <= _SHORT for one in notice.pattern("weekday").finditer(match[0]))
    ]
    days = sorted({day for match in found for day in weekdays_in(notice, match[0])})
    if not days:
        return None
    return Rhythm(unit="week", weekdays=days, start=found[0].start(), end=found[-1].end(), doubts=True)


def _parity(notice: Notice, low: str) -> tuple[int, int, int] | None:
    for name, parity in (("even", 0), ("odd", 1)):
        match = notice.pattern(name).search(low)
        if match:
            return parity, match.start(), match.end()
    return None


def _monthly(notice: Notice, low: str) -> Rhythm | None:
    match = notice.pattern("monthly").search(low)
    if match is None:
        return None
    words = match["ordinals"] or match["ordinals2"]
    known = notice.words["ordinals"]
    ordinals = [
        int(one[0][0]) if one[0][0].isdigit() else known[" ".join(one[0].split())]
        for one in notice.pattern("ordinal").finditer(words)
    ]
    days = weekdays_in(notice, match["days"] or match["days2"])
    return Rhythm(unit="month", weekdays=days, ordinals=ordinals, start=match.start(), end=match.end())


def _number(notice: Notice, match: re.Match[str]) -> int:
    part = match.groupdict()
    word = part.get("interval") or part.get("apart")
    if part.get("other"):
        return 2
    if not word:
        return 1
    digits = word.rstrip(".")
    return int(digits) if digits.isdigit() else int(notice.words["intervals"].get(" ".join(word.split()), 1))


def _every(notice: Notice, low: str) -> Rhythm | None:
    match = notice.pattern("every").search(low)
    if match is not None:
        days = weekdays_in(notice, match["days"])
        return Rhythm(
            unit="week", interval=_number(notice, match), weekdays=days, start=match.start(), end=match.end()
        )
    match = notice.pattern("every_week").search(low)
    if match is None:
        return None
    near = low[match.end() : match.end() + 40].split("\n", 1)[0]
    before = low[max(0, match.start() - 40) : match.start()].rsplit("\n", 1)[-1]
    days = weekdays_in(notice, near) or weekdays_in(notice, before)
    return Rhythm(
        unit="week", interval=_number(notice, match), weekdays=days[:1], start=match.start(), end=match.end()
    )


def _plain(notice: Notice, low: str) -> Rhythm | None:
    for name, unit, days in (
        ("workdays", "week", _WORKDAYS),
        ("weekends", "week", _WEEKEND),
        ("daily", "day", []),
        ("monthly_alone", "month", []),
    ):
        match = notice.pattern(name).search(low)
        if match:
            return Rhythm(
                unit=unit, weekdays=list(days), start=match.start(), end=match.end(), doubts=name != "workdays"
            )
    return None


def _regular(notice: Notice, low: str) -> Rhythm | None:
    """Return the rule of weekdays in the form that is said of every week: ``tiistaisin ja torstaisin``."""
    endings = tuple(notice.words["regular"])
    for match in notice.pattern("weekdays_alone").finditer(low):
        words = [one[0].rstrip(".") for one in notice.pattern("weekday").finditer(match[0])]
        long = [word for word in words if len(word) > 4]
        if long and all(word.endswith(endings) for word in long if weekday_of(notice, word) is not None):
            days = weekdays_in(notice, match[0])
            if days and not notice.has("without", low[max(0, match.start() - 12) : match.start()]):
                return Rhythm(unit="week", weekdays=days, start=match.start(), end=match.end())
    return None
