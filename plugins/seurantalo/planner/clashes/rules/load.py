"""Rule ``load``: more on one day or weekend than a municipality of its size carries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import Final

from seurantalo.language.catalogue import Language
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.clashes.entries import Ground, Sheet, text_facts
from seurantalo.planner.clashes.finding import Facts, Finding, Level, RuleWords
from seurantalo.planner.clashes.rule import DayRule
from seurantalo.planner.clashes.selection import Selection
from seurantalo.planner.clashes.sentences import blanks

#: The facts with the titles that the words name; the rest is a number.
_NAMED: Final = ("event_1", "event_2", "event_3")
_SATURDAY, _SUNDAY = 6, 0
"""Remainders of ordinal numbers of days; 1 is a Monday."""


def search(calendar: Calendar, ground: Ground, selection: Selection) -> Iterator[Finding]:
    """Yield one note per full day or weekend to come. Routine dates do not count.

    What stands for weeks does not count; what belongs together (series, umbrella, joint) counts once. A weekend's
    note is left out where one of its days has one.
    """
    today = calendar.today.toordinal()
    for municipality, entries in selection.places.items():
        days: dict[int, list[Sheet]] = {}
        for entry in entries:
            if not entry.standing:
                for day in range(max(entry.day, today), entry.last_day + 1):
                    days.setdefault(day, []).append(entry.sheet)
        yield from _of_place(municipality, days, ground)


def _of_place(municipality: str, days: Mapping[int, list[Sheet]], ground: Ground) -> Iterator[Finding]:
    limit, most = day_limit(municipality, ground), weekend_limit(municipality, ground)
    full: set[int] = set()
    for day, sheets in days.items():
        # Most days are far from full: events that belong together are sought only where there are many.
        if len(sheets) > limit and (count := together(events := {sheet.id: sheet for sheet in sheets})) > limit:
            full.add(day)
            yield _finding((municipality, day), events, count, limit, ground, "day")
    for saturday in {day if day % 7 == _SATURDAY else day - 1 for day in days if day % 7 in {_SATURDAY, _SUNDAY}}:
        weekend = [day for day in (saturday, saturday + 1) if day in days]
        sheets = [sheet for day in weekend for sheet in days[day]]
        if len(sheets) > most and full.isdisjoint(weekend):
            events = {sheet.id: sheet for sheet in sheets}
            if (count := together(events)) > most:
                yield _finding((municipality, weekend[0]), events, count, most, ground, "weekend")


def day_limit(municipality: str, ground: Ground) -> int:
    """Return the number of events that a day carries; a municipality of unknown size is a larger one."""
    settings = ground.settings
    return settings.load_small if _is_small(municipality, ground) else settings.load_large


def weekend_limit(municipality: str, ground: Ground) -> int:
    """Return the number of events that a weekend carries."""
    settings = ground.settings
    return settings.load_weekend_small if _is_small(municipality, ground) else settings.load_weekend_large


def _is_small(municipality: str, ground: Ground) -> bool:
    population = ground.community.municipalities[municipality].population
    return population is not None and population < ground.settings.load_population


def together(sheets: dict[str, Sheet]) -> int:
    """Return the number of events, where those that know of each other are one."""
    count = 0
    seen: set[str] = set()
    for _, sheet in sorted(sheets.items()):
        if seen.isdisjoint(sheet.bonds):
            count += 1
        seen |= sheet.bonds
    return count


def _finding(
    place: tuple[str, int], sheets: dict[str, Sheet], count: int, limit: int, ground: Ground, span: str
) -> Finding:
    municipality, day = place
    event_ids = tuple(sorted(sheets))
    when = date.fromordinal(day)
    return Finding(
        id=f"{RULE.code}.{municipality}.{when.isoformat()}",
        rule=RULE.code,
        level=Level.INFO,
        event=sheets[event_ids[0]].event,
        other=None,
        dates=(when,),
        more=0,
        tell=partial(_facts, (span, count, limit), municipality, event_ids, ground),
        municipality=municipality,
        event_ids=event_ids,
        fields=RULE.fields,
        words=RULE.words,
    )


def _facts(full: tuple[str, int, int], municipality: str, event_ids: tuple[str, ...], ground: Ground) -> Facts:
    span, count, limit = full
    facts: Facts = (("span", span), ("count", str(count)), ("limit", str(limit)), *ground.place_facts(municipality))
    for name, event in zip(_NAMED, event_ids, strict=False):
        facts += text_facts(name, ground.community.events[event].title)
    return (*facts, ("unnamed", str(len(event_ids) - len(_NAMED)))) if event_ids[len(_NAMED) :] else facts


def sentence(finding: Finding, lang: Language) -> str:
    """Count what a day or a weekend holds, and name some of it."""
    found = blanks(finding, lang)
    named = [finding.fact(name, lang.code) for name in _NAMED]
    titles = [lang.say("“{title}”", title=title) for title in named if title]
    if unnamed := finding.fact("unnamed"):
        titles.append(lang.count("{n} other", "{n} others", int(unnamed)))
    found["events"] = lang.listed(titles)
    found["count"] = finding.fact("count")
    if finding.fact("span") == "weekend":
        return lang.say("Much on one weekend {locative}, {dates}: {count} events ({events}).", **found)
    return lang.say("Much on one day {locative}, {dates}: {count} events ({events}).", **found)


RULE: Final = DayRule(
    "load",
    search,
    fields=("starts", "ends", "municipality", "weight"),
    words=RuleWords(
        sentence=sentence, advice="If you are still choosing a day, a quieter one may bring more people."
    ),
)
