"""Rule ``holiday``: an event on a public holiday, its eve, or in the school break of its municipality."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from seurantalo.model.event import Format
from seurantalo.model.parts import Period
from seurantalo.planner.clashes.finding import Facts, Finding, Level
from seurantalo.planner.clashes.ground import Entry, Ground, text_facts
from seurantalo.planner.clashes.pairing import listed_days
from seurantalo.planner.holidays import HolidayCalendar

CODE: Final = "holiday"
#: A break that is longer than this is the summer, and summer is when things happen.
LONGEST_BREAK: Final = 16
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


def holiday_findings(entries: Iterable[Entry], ground: Ground, today: date) -> list[Finding]:
    """Return one note per event for its days to come.

    Public holidays are mentioned to all, eves and breaks to events that are not routine. Silent: events whose file
    or title says that the day is meant, services, and what stands for weeks.
    """
    first_day = today.toordinal()
    coming = [entry for entry in entries if entry.last_day >= first_day and not entry.standing]
    if not coming:
        return []
    special = _special_days(first_day, max(entry.last_day for entry in coming), ground)
    everywhere = special[""]
    hits: dict[str, tuple[Entry, _Kinds]] = {}
    for entry in coming:
        if entry.day == entry.last_day and entry.day not in everywhere and entry.sheet.municipality not in special:
            continue
        school = special.get(entry.sheet.municipality, {})
        for day in range(max(entry.day, first_day), entry.last_day + 1):
            found = everywhere.get(day) or school.get(day)
            if found is not None and not _is_meant(entry, found):
                kinds = hits.setdefault(entry.sheet.id, (entry, {}))[1]
                kinds.setdefault(found.kind, {})[day] = found
    return [
        _finding(entry, days, ground, today)
        for entry, kinds in hits.values()
        if (days := _weightiest(kinds, routine=entry.sheet.routine))
    ]


@dataclass(frozen=True, slots=True)
class _Special:
    """What a day is: ``kind`` is holiday, eve or break; ``key`` the English name of a holiday or eve."""

    kind: str
    key: str = ""
    period: Period | None = None


#: Kind -> day -> what it is, for one event.
_Kinds = dict[str, dict[int, _Special]]


def _special_days(first: int, last: int, ground: Ground) -> dict[str, dict[int, _Special]]:
    """Return the special days of all places under ``""``, and the school breaks by municipality."""
    holidays = HolidayCalendar("en")
    special: dict[str, dict[int, _Special]] = {"": {}}
    for year in range(date.fromordinal(first).year, date.fromordinal(last).year + 1):
        for day, key in holidays.keys_of(year).items():
            kind = "holiday" if holidays.is_holiday(day) else "eve"
            special[""][day.toordinal()] = _Special(kind, key)
    for municipality in ground.community.municipalities.values():
        for period in municipality.school_breaks:
            if period.starts is not None and period.ends is not None:
                days = range(period.starts.toordinal(), period.ends.toordinal() + 1)
                if len(days) <= LONGEST_BREAK:
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


def _weightiest(kinds: _Kinds, *, routine: bool) -> dict[int, _Special]:
    """Return the days of the kind that weighs most; for routine events only public holidays."""
    if "holiday" in kinds or routine:
        return kinds.get("holiday", {})
    return kinds.get("eve") or kinds.get("break", {})


def _finding(entry: Entry, days: dict[int, _Special], ground: Ground, today: date) -> Finding:
    event, sheet = entry.sheet.event, entry.sheet
    listed, more = listed_days(days, today)
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
        dates=tuple(date.fromordinal(day) for day in listed),
        more=more,
        facts=facts,
        municipality=sheet.municipality,
        event_ids=(event.id,),
    )
