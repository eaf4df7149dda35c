"""Rule ``load``: more on one day or weekend than a municipality of its size carries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Final

from seurantalo.language.catalogue import Language
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.clashes.entries import Entry, Ground, Sheet, text_facts
from seurantalo.planner.clashes.finding import Facts, Finding, Level, RuleWords
from seurantalo.planner.clashes.rule import DayRule
from seurantalo.planner.clashes.selection import Selection
from seurantalo.planner.clashes.sentences import blanks

#: Titles that the words name; the rest is a number.
MOST_NAMED: Final = 3
_SATURDAY: Final = 6


def search(calendar: Calendar, ground: Ground, selection: Selection) -> list[Finding]:
    """Return one note per full day or weekend to come. Routine dates do not count.

    What stands for weeks does not count; what belongs together (series, umbrella, joint) counts once. A weekend's
    note is left out where one of its days has one.
    """
    found: list[Finding] = []
    for municipality, entries in sorted(selection.places.items()):
        moving = [entry for entry in entries if not entry.standing]
        wanted = {day for day in _perhaps_full(moving, municipality, ground) if day >= calendar.today.toordinal()}
        if wanted:
            found += _of_place(municipality, _events_of_days(moving, wanted), ground)
    return found


def _perhaps_full(entries: Sequence[Entry], municipality: str, ground: Ground) -> set[int]:
    """Return the days that may have too much on them, by a mere count of dates; most places have none."""
    limit, weekend = day_limit(municipality, ground), weekend_limit(municipality, ground)
    counts = Counter([entry.day for entry in entries])
    for entry in entries:
        if entry.last_day != entry.day:
            counts.update(range(entry.day + 1, entry.last_day + 1))
    wanted = {day for day, count in counts.items() if count > limit}
    for saturday in {_saturday(day) for day in counts if day % 7 in (0, _SATURDAY)}:
        if counts[saturday] + counts[saturday + 1] > weekend:
            wanted |= {saturday, saturday + 1}
    return wanted


def _saturday(day: int) -> int:
    """Return the Saturday of a Saturday or Sunday. Ordinal 1 is a Monday."""
    return day if day % 7 == _SATURDAY else day - 1


def _events_of_days(entries: Iterable[Entry], wanted: set[int]) -> dict[int, list[Sheet]]:
    days: dict[int, list[Sheet]] = {}
    for entry in entries:
        for day in wanted.intersection(range(entry.day, entry.last_day + 1)):
            days.setdefault(day, []).append(entry.sheet)
    return days


def _of_place(municipality: str, days: dict[int, list[Sheet]], ground: Ground) -> Iterator[Finding]:
    limit = day_limit(municipality, ground)
    full: set[int] = set()
    for day, sheets in sorted(days.items()):
        # Most days are far from full: events that belong together are sought only where there are many.
        if len(sheets) > limit and (count := together(events := {sheet.id: sheet for sheet in sheets})) > limit:
            full.add(day)
            yield _finding((municipality, day), events, count, limit, ground, "day")
    limit = weekend_limit(municipality, ground)
    for day in sorted(days):
        # A weekend is looked at from its Saturday, or from a Sunday without one.
        if day % 7 not in {0, _SATURDAY}:
            continue
        saturday = _saturday(day)
        if day != saturday and saturday in days:
            continue
        sheets = [*days.get(saturday, ()), *days.get(saturday + 1, ())]
        if len(sheets) > limit and full.isdisjoint((saturday, saturday + 1)):
            events = {sheet.id: sheet for sheet in sheets}
            if (count := together(events)) > limit:
                yield _finding((municipality, day), events, count, limit, ground, "weekend")


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
        if not sheet.bonds or seen.isdisjoint(sheet.bonds):
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
    for number, event in enumerate(event_ids[:MOST_NAMED], start=1):
        facts += text_facts(f"event_{number}", ground.community.events[event].title)
    return (*facts, ("unnamed", str(max(0, len(event_ids) - MOST_NAMED))))


def sentence(finding: Finding, lang: Language) -> str:
    """Count what a day or a weekend holds, and name some of it."""
    found = blanks(finding, lang)
    named = [finding.fact(f"event_{n}", lang.code) for n in range(1, MOST_NAMED + 1)]
    titles = [lang.say("“{title}”", title=title) for title in named if title]
    if unnamed := int(finding.fact("unnamed") or 0):
        titles.append(lang.count("{n} other", "{n} others", unnamed))
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
