"""Rule ``holiday``: an event on a public holiday, its eve, or in the school break of its municipality."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from seurantalo.model.event import Format
from seurantalo.model.parts import Period
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.clashes.finding import Facts, Finding, Level
from seurantalo.planner.clashes.ground import Entry, Ground, text_facts
from seurantalo.planner.clashes.pairing import listed_days
from seurantalo.planner.clashes.selection import Selection
from seurantalo.planner.holidays import HolidayCalendar
from seurantalo.planner.occurrence import Occurrence

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


#: Kind -> day -> what it is, for one event.
_Kinds = dict[str, dict[date, _Special]]


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
            day for day, special in self._everywhere.items() if special.kind == "holiday" and day >= calendar.today
        )
        """The public holidays to come."""

    def findings(self, selection: Selection) -> list[Finding]:
        """Return one note per event for its days to come."""
        hits: dict[str, tuple[Entry, _Kinds]] = {}
        for place, dates in selection.places.items():
            special = self._breaks.get(place, {}) | self._everywhere
            for each in dates:
                # A look at each date, and an entry for few.
                if each.first_day in special or each.last_day is not each.first_day:
                    self._look_at(each, special, hits)
        for each in selection.routine_on_days:
            self._look_at(each, self._everywhere, hits)
        return [_finding(entry, _weightiest(kinds), self._ground, self._today) for entry, kinds in hits.values()]

    def _look_at(
        self, each: Occurrence, special: Mapping[date, _Special], hits: dict[str, tuple[Entry, _Kinds]]
    ) -> None:
        if each.last_day < self._today or self._ground.stands(each):
            return
        entry = self._ground.entry(each)
        if entry.standing:
            return
        for day in each.days:
            found = special.get(day) if day >= self._today else None
            if found is None or (entry.sheet.routine and found.kind != "holiday") or _is_meant(entry, found):
                continue
            kinds = hits.setdefault(entry.sheet.id, (entry, {}))[1]
            kinds.setdefault(found.kind, {})[day] = found


def _holidays(years: Iterable[int]) -> dict[date, _Special]:
    holidays = HolidayCalendar("en")
    return {
        day: _Special("holiday" if holidays.is_holiday(day) else "eve", key)
        for year in years
        for day, key in holidays.keys_of(year).items()
    }


def _school_breaks(ground: Ground) -> dict[str, dict[date, _Special]]:
    special: dict[str, dict[date, _Special]] = {}
    for municipality in ground.community.municipalities.values():
        for period in municipality.school_breaks:
            if period.starts is not None and period.ends is not None:
                days = range(period.starts.toordinal(), period.ends.toordinal() + 1)
                if len(days) <= ground.settings.longest_break:
                    in_place = special.setdefault(municipality.id, {})
                    in_place.update(dict.fromkeys(map(date.fromordinal, days), _Special("break", period=period)))
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


def _weightiest(kinds: _Kinds) -> dict[date, _Special]:
    """Return the days of the kind that weighs most."""
    return kinds.get("holiday") or kinds.get("eve") or kinds.get("break", {})


def _finding(entry: Entry, days: dict[date, _Special], ground: Ground, today: date) -> Finding:
    event, sheet = entry.sheet.event, entry.sheet
    ordinals, more = listed_days((day.toordinal() for day in days), today, ground.settings.clash_dates)
    listed = tuple(map(date.fromordinal, ordinals))
    special = days[listed[0]]
    facts: Facts = (("kind", special.kind),)
    if special.period is not None and special.period.name is not None:
        facts += text_facts("break", special.period.name)
    facts += text_facts("municipality", ground.community.municipalities[sheet.municipality].name)
    return Finding(
        id=f"{CODE}.{event.id}",
        rule=CODE,
        level=Level.INFO,
        event=event,
        other=None,
        dates=listed,
        more=more,
        facts=facts,
        municipality=sheet.municipality,
        event_ids=(event.id,),
        fields=FIELDS,
    )
