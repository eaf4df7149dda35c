"""Rule ``load``: more on one day or weekend than a municipality of its size carries."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from seurantalo.planner.clashes.finding import Facts, Finding, Level
from seurantalo.planner.clashes.ground import Entry, Ground, Sheet, text_facts

CODE: Final = "load"
#: Titles that the words name; the rest is a number.
MOST_NAMED: Final = 3
_SATURDAY: Final = 6


def load_findings(entries: Iterable[Entry], ground: Ground, today: date) -> list[Finding]:
    """Return one note per full day or weekend to come.

    Routine events and what stands for weeks do not count; what belongs together (series, umbrella, joint) counts
    once. A weekend carries half as much again as a day; its note is left out where one of its days has one.
    """
    first_day = today.toordinal()
    days: dict[tuple[str, int], dict[str, Sheet]] = {}
    for entry in entries:
        if entry.last_day >= first_day and not (entry.sheet.routine or entry.standing):
            for day in range(max(entry.day, first_day), entry.last_day + 1):
                days.setdefault((entry.sheet.municipality, day), {})[entry.sheet.id] = entry.sheet
    found: list[Finding] = []
    full: set[tuple[str, int]] = set()
    for (municipality, day), sheets in sorted(days.items()):
        limit = day_limit(municipality, ground)
        count = together(sheets)
        if count > limit:
            full.add((municipality, day))
            found.append(_finding((municipality, day), sheets, count, limit, ground, "day"))
    for municipality, day in sorted(days):
        # Ordinal 1 is a Monday. A weekend is looked at from its Saturday, or from a Sunday without one.
        saturday = day - day % 7 + _SATURDAY if day % 7 else day - 1
        if day % 7 not in {0, _SATURDAY} or (day != saturday and (municipality, saturday) in days):
            continue
        both = [(municipality, saturday), (municipality, saturday + 1)]
        sheets = {**days.get(both[0], {}), **days.get(both[1], {})}
        limit = weekend_limit(municipality, ground)
        if full.isdisjoint(both) and (count := together(sheets)) > limit:
            found.append(_finding((municipality, day), sheets, count, limit, ground, "weekend"))
    return found


def day_limit(municipality: str, ground: Ground) -> int:
    """Return the number of events that a day carries; a municipality of unknown size is a larger one."""
    settings = ground.settings
    population = ground.community.municipalities[municipality].population
    small = population is not None and population < settings.load_population
    return settings.load_small if small else settings.load_large


def weekend_limit(municipality: str, ground: Ground) -> int:
    """Return the number of events that a weekend carries: half as many again as a day, rounded up."""
    return (3 * day_limit(municipality, ground) + 1) // 2


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
    record = ground.community.municipalities[municipality]
    when = date.fromordinal(day)
    facts: Facts = (("span", span), ("count", str(count)), ("limit", str(limit)))
    facts += text_facts("municipality", record.name) + text_facts("locative", record.locative)
    for number, event in enumerate(event_ids[:MOST_NAMED], start=1):
        facts += text_facts(f"event_{number}", sheets[event].event.title)
    facts += (("unnamed", str(max(0, len(event_ids) - MOST_NAMED))),)
    return Finding(
        id=f"{CODE}.{municipality}.{when.isoformat()}",
        rule=CODE,
        level=Level.INFO,
        event=sheets[event_ids[0]].event,
        other=None,
        dates=(when,),
        more=0,
        facts=facts,
        municipality=municipality,
        event_ids=event_ids,
    )
