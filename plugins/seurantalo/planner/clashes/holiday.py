"""Rule ``holiday``: an event on a public holiday, its eve, or in the school break of its municipality."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from seurantalo.model.event import Format
from seurantalo.model.parts import Period
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.clashes.finding import Facts, Finding, Level
from seurantalo.planner.clashes.ground import Entry, Ground, text_facts
from seurantalo.planner.clashes.pairing import listed_days
from seurantalo.planner.clashes.selection import Selection
from seurantalo.planner.holidays import HolidayCalendar

CODE: Final = "holiday"
#: The fields that it looks at.
FIELDS: Final = ("starts", "ends", "on_holiday", "format", "title")
#: The English name of a holiday or eve begins with -> a part of a title that shows the day is meant.
_MEANT: Final = (
    ("New Year", ("uudenvuoden", "uuden vuoden", "uusivuosi", "nyår", "new year")),
    ("Epiphany", ("loppiai", "trettond", "epiphany")),
    ("Maundy", ("pääsiäi", "kiirastorstai", "påsk", "easter")),
    ("Good Friday", ("pääsiäi", "pitkäperjantai", "påsk", "easter")),
    ("Holy Saturday", ("pääsiäi", "lankalauantai", "påsk", "easter")),
    ("Easter", ("pääsiäi", "påsk", "easter")),
    ("May Day", ("vappu", "vapun", "valborg", "första maj", "may day")),
    ("Ascension", ("helatorstai", "helavalkea", "himmelsfärd", "ascension")),
    ("Pentecost", ("hellun", "pingst", "pentecost")),
    ("Whitsun", ("hellun", "helavalkea", "pingst", "pentecost")),
    ("Midsummer", ("juhannu", "kokko", "midsommar", "midsummer")),
    ("All Saints", ("pyhäin", "halloween", "allhelgona", "all saints")),
    ("Independence", ("itsenäisyy", "linnan juhl", "självständighet", "independence")),
    ("Christmas", ("joulu", "jul", "christmas")),
    ("Second Day of Christmas", ("tapani", "joulu", "annandag", "christmas")),
)
_MEANT_BREAK: Final = ("loma", "lov", "break", "leiri", "läger", "camp")


@dataclass(frozen=True, slots=True)
class _Special:
    """What a day is: ``kind`` is holiday, eve or break; ``key`` the English name of a holiday or eve."""

    kind: str
    key: str = ""
    period: Period | None = None


#: Kind -> day (ordinal number) -> what it is, for one event.
_Kinds = dict[str, dict[int, _Special]]


class Holidays:
    """The special days to come, and the search for events on them.

    Public holidays are mentioned to all, eves and breaks to events that are not routine. Silent: events whose file
    or title says that the day is meant, services, and what stands for weeks.
    """

    def __init__(self, calendar: Calendar, ground: Ground) -> None:
        """Look up the days from the calendar's today to its last date."""
        self._ground, self._today = ground, calendar.today
        last = calendar.occurrences[-1].first_day.year + 1 if calendar.occurrences else calendar.today.year
        #: Of all places, and the school breaks by municipality.
        self._everywhere = _holidays(range(calendar.today.year, last + 1))
        self._breaks = _school_breaks(ground)
        self.public: frozenset[date] = frozenset(
            date.fromordinal(day)
            for day, special in self._everywhere.items()
            if special.kind == "holiday" and day >= calendar.today.toordinal()
        )
        """The public holidays to come."""

    def findings(self, selection: Selection) -> list[Finding]:
        """Return one note per event for its days to come."""
        hits: dict[str, tuple[Entry, _Kinds]] = {}
        for place, entries in selection.places.items():
            special = self._breaks.get(place, {}) | self._everywhere
            for entry in entries:
                # A look at each date; most are on one ordinary day.
                if entry.day in special or entry.last_day != entry.day:
                    self._look_at(entry, special, hits)
        for entry in selection.routine_on_days:
            self._look_at(entry, self._everywhere, hits)
        return [_finding(entry, _weightiest(kinds), self._ground, self._today) for entry, kinds in hits.values()]

    def _look_at(self, entry: Entry, special: Mapping[int, _Special], hits: dict[str, tuple[Entry, _Kinds]]) -> None:
        if entry.standing:
            return
        for day in range(max(entry.day, self._today.toordinal()), entry.last_day + 1):
            found = special.get(day)
            if found is None or (entry.sheet.routine and found.kind != "holiday") or _is_meant(entry, found):
                continue
            kinds = hits.setdefault(entry.sheet.id, (entry, {}))[1]
            kinds.setdefault(found.kind, {})[day] = found


def _holidays(years: Iterable[int]) -> dict[int, _Special]:
    holidays = HolidayCalendar("en")
    return {
        day.toordinal(): _Special("holiday" if holidays.is_holiday(day) else "eve", key)
        for year in years
        for day, key in holidays.keys_of(year).items()
    }


def _school_breaks(ground: Ground) -> dict[str, dict[int, _Special]]:
    special: dict[str, dict[int, _Special]] = {}
    for municipality in ground.community.municipalities.values():
        for period in municipality.school_breaks:
            if period.starts is not None and period.ends is not None:
                days = range(period.starts.toordinal(), period.ends.toordinal() + 1)
                if len(days) <= ground.settings.longest_break:
                    in_place = special.setdefault(municipality.id, {})
                    in_place.update(dict.fromkeys(days, _Special("break", period=period)))
    return special


def _is_meant(entry: Entry, special: _Special) -> bool:
    """True where the file, the form or the title shows that the day was chosen for what it is."""
    event = entry.sheet.event
    if event.on_holiday or event.format is Format.SERVICE:
        return True
    title = " ".join(words for _, words in entry.occurrence.title.versions).casefold()
    if special.kind == "break":
        return any(word in title for word in _MEANT_BREAK)
    return any(word in title for name, words in _MEANT if special.key.startswith(name) for word in words)


def _weightiest(kinds: _Kinds) -> dict[int, _Special]:
    """Return the days of the kind that weighs most."""
    return kinds.get("holiday") or kinds.get("eve") or kinds.get("break", {})


def _finding(entry: Entry, days: dict[int, _Special], ground: Ground, today: date) -> Finding:
    event, sheet = entry.sheet.event, entry.sheet
    listed, more = listed_days(days, today, ground.settings.clash_dates)
    return Finding(
        id=f"{CODE}.{event.id}",
        rule=CODE,
        level=Level.INFO,
        event=event,
        other=None,
        dates=tuple(map(date.fromordinal, listed)),
        more=more,
        tell=partial(_facts, days[listed[0]], sheet.municipality, ground),
        municipality=sheet.municipality,
        event_ids=(event.id,),
        fields=FIELDS,
    )


def _facts(special: _Special, municipality: str, ground: Ground) -> Facts:
    facts: Facts = (("kind", special.kind),)
    if special.period is not None and special.period.name is not None:
        facts += text_facts("break", special.period.name)
    return facts + text_facts("municipality", ground.community.municipalities[municipality].name)
