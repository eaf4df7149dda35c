"""Rule ``holiday``: an event on a public holiday, its eve, or in the school break of its municipality."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.language import Language, dates
from seurantalo.model.event import Format
from seurantalo.model.parts import Period
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.clashes.entries import Entry, Ground, text_facts
from seurantalo.planner.clashes.finding import Facts, Finding, Level, RuleWords
from seurantalo.planner.clashes.pairing import listed_days
from seurantalo.planner.clashes.rule import DayRule
from seurantalo.planner.clashes.selection import Selection
from seurantalo.planner.clashes.sentences import blanks, listed_with_more
from seurantalo.planner.holidays import HolidayCalendar

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
MEANT_BREAK: Final = ("loma", "lov", "break", "leiri", "läger", "camp")


@dataclass(frozen=True, slots=True)
class _Special:
    """What a day is: ``kind`` is holiday, eve or break; ``key`` the English name of a holiday or eve."""

    kind: str
    key: str = ""
    period: Period | None = None


#: Kind -> day (ordinal number) -> what it is, for one event.
_Kinds = dict[str, dict[int, _Special]]


def public_holidays(calendar: Calendar) -> frozenset[date]:
    """Return the public holidays to come."""
    return frozenset(
        date.fromordinal(day)
        for day, special in _everywhere(calendar).items()
        if special.kind == "holiday" and day >= calendar.today.toordinal()
    )


def search(calendar: Calendar, ground: Ground, selection: Selection) -> list[Finding]:
    """Return one note per event for its days to come.

    Public holidays are mentioned to all, eves and breaks to events that are not routine. Silent: events whose file
    or title says that the day is meant, services, and what stands for weeks.
    """
    everywhere, breaks, today = _everywhere(calendar), _school_breaks(ground), calendar.today
    hits: dict[str, tuple[Entry, _Kinds]] = {}
    for place, entries in selection.places.items():
        special = breaks.get(place, {}) | everywhere
        for entry in entries:
            # A look at each date; most are on one ordinary day.
            if entry.day in special or entry.last_day != entry.day:
                _look_at(entry, special, today, hits)
    for entry in selection.routine_on_days:
        _look_at(entry, everywhere, today, hits)
    return [_finding(entry, _weightiest(kinds), ground, today) for entry, kinds in hits.values()]


def _look_at(
    entry: Entry, special: Mapping[int, _Special], today: date, hits: dict[str, tuple[Entry, _Kinds]]
) -> None:
    if entry.standing:
        return
    for day in range(max(entry.day, today.toordinal()), entry.last_day + 1):
        found = special.get(day)
        if found is None or (entry.sheet.routine and found.kind != "holiday") or _is_meant(entry, found):
            continue
        kinds = hits.setdefault(entry.sheet.id, (entry, {}))[1]
        kinds.setdefault(found.kind, {})[day] = found


def _everywhere(calendar: Calendar) -> dict[int, _Special]:
    """Return the holidays and eves, the same in all places, from the calendar's today to its last date."""
    last = calendar.occurrences[-1].first_day.year + 1 if calendar.occurrences else calendar.today.year
    return _holidays(range(calendar.today.year, last + 1))


def _holidays(years: Iterable[int]) -> dict[int, _Special]:
    holidays = HolidayCalendar()
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
        return any(word in title for word in MEANT_BREAK)
    return any(word in title for word in meant_by(special.key))


def meant_by(key: str) -> list[str]:
    """Return what a title has in it that means a holiday or eve, by the English name of the day."""
    return [word for name, words in _MEANT if key.startswith(name) for word in words]


def _weightiest(kinds: _Kinds) -> dict[int, _Special]:
    """Return the days of the kind that weighs most."""
    return kinds.get("holiday") or kinds.get("eve") or kinds.get("break", {})


def _finding(entry: Entry, days: dict[int, _Special], ground: Ground, today: date) -> Finding:
    event, sheet = entry.sheet.event, entry.sheet
    listed, more = listed_days(days, today, ground.settings.clash_dates)
    return Finding(
        id=f"{RULE.code}.{event.id}",
        rule=RULE.code,
        level=Level.INFO,
        event=event,
        other=None,
        dates=tuple(map(date.fromordinal, listed)),
        more=more,
        tell=partial(_facts, days[listed[0]], sheet.municipality, ground),
        municipality=sheet.municipality,
        event_ids=(event.id,),
        fields=RULE.fields,
        words=RULE.words,
    )


def _facts(special: _Special, municipality: str, ground: Ground) -> Facts:
    facts: Facts = (("kind", special.kind),)
    if special.period is not None and special.period.name is not None:
        facts += text_facts("break", special.period.name)
    return facts + text_facts("municipality", ground.community.municipalities[municipality].name)


def sentence(finding: Finding, lang: Language) -> str:
    """Name the holiday, the eve or the break."""
    found, kind = blanks(finding, lang), finding.fact("kind")
    if kind == "break":
        name = finding.fact("break", lang.code) or lang.say("school break")
        return lang.say("{event} falls in the school break of {municipality} ({name}): {dates}.", **found, name=name)
    holidays = HolidayCalendar(lang.code)
    days = [f"{holidays.name(day)} {dates.day(day, lang)}" for day in finding.dates]
    found["days"] = listed_with_more(days, finding, lang)
    if kind == "eve":
        return lang.say("{event} falls on the eve of a holiday: {days}.", **found)
    return lang.say("{event} falls on a public holiday: {days}.", **found)


RULE: Final = DayRule(
    "holiday",
    search,
    fields=("starts", "ends", "on_holiday", "format", "title"),
    words=RuleWords(
        sentence=sentence,
        advice="Check the day. If it is meant to be so, say so in the event's file (on_holiday).",
    ),
    routine_days=public_holidays,
)
