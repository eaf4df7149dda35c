"""What the rules measure with, for a browser: the site's options, days that are special, words that titles share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from seurantalo.planner.clashes import Ground
from seurantalo.planner.clashes.forms import (
    AMONG_MEMBERS,
    AT_HOME,
    FEASTS,
    FLOOR_TAKING,
    GATHERINGS,
    LEARNT,
    OWN_FEASTS,
    SEATED,
    SIGNED_UP_FOR,
    TELLS_NOTHING,
    TRAVELLED_FOR,
)
from seurantalo.planner.clashes.hands import ENSEMBLES
from seurantalo.planner.clashes.rules import CODES, RULES
from seurantalo.planner.clashes.rules.holiday import MEANT_BREAK, meant_by
from seurantalo.planner.clashes.rules.load import day_limit, weekend_limit
from seurantalo.planner.lengths import ASSUMED_HOURS
from seurantalo.planner.titles import word_lists
from seurantalo.planner.zone import changes_of
from seurantalo.publishing.pages.propose.clash_words import words_of_all, words_of_rules
from seurantalo.publishing.pages.propose.sheets import EPOCH, versions
from seurantalo.publishing.pages.shared.context import PageContext

#: Years whose holidays are told, from that of today on.
YEARS: Final = 3
_FORMS: Final = {
    "at_home": AT_HOME,
    "feasts": FEASTS,
    "floor": FLOOR_TAKING,
    "gatherings": GATHERINGS,
    "learnt": LEARNT,
    "members": AMONG_MEMBERS,
    "own_feasts": OWN_FEASTS,
    "seated": SEATED,
    "signed_up": SIGNED_UP_FOR,
    "tells_nothing": TELLS_NOTHING,
    "travelled": TRAVELLED_FOR,
}


def thresholds(
    ctx: PageContext, ground: Ground, organisers: Sequence[str], practices: Sequence[str]
) -> dict[str, Any]:
    """Return all that is the same for every municipality; ``organisers`` and ``practices`` have files apart."""
    settings, lang = ctx.settings, ctx.lang
    off = settings.rules_off.replace(",", " ").split()
    heard = [rule.code for rule in RULES if rule.code not in off]
    return {
        "today": ctx.today.toordinal() - EPOCH,
        "language": lang.code,
        "rules": heard,
        # Rules of the site's own are functions of a package: the check of the proposal asks them.
        "later": [
            lang.say(rule.told.name) if rule.told.name else rule.code
            for rule in ctx.clashes.rules
            if rule.code not in CODES
        ],
        "clock": changes_of(settings.timezone, ctx.today.year - 1, _last_year(ctx) + 1),
        "evening": [settings.evening_starts * 60, settings.evening_ends * 60],
        "near": [settings.near_miss_days, settings.near_miss_days_major],
        "standing_days": settings.standing_days,
        "margin": settings.setup_margin,
        "lead_days": settings.free_lead_days,
        "clash_dates": settings.clash_dates,
        "slip": settings.duplicate_likeness,
        "hours": {form.value: hours for form, hours in ASSUMED_HOURS.items()} | {"": settings.assumed_hours},
        "forms": {name: sorted(form.value for form in forms) for name, forms in _FORMS.items()},
        "audiences": {name: _audience(ctx, ground, name) for name in ctx.community.audiences},
        "ensembles": ENSEMBLES,
        "titles": {**word_lists(), "places": sorted(ground.one_event.places)},
        "holidays": _holidays(ctx),
        "meant_break": MEANT_BREAK,
        "organisers": organisers,
        "practices": practices,
        "words": words_of_all(lang) | {"rules": words_of_rules(lang)},
    }


def _last_year(ctx: PageContext) -> int:
    occurrences = ctx.calendar.occurrences
    last = occurrences[-1].last_day.year if occurrences else 0
    return max(last, ctx.today.year + YEARS)


def _audience(ctx: PageContext, ground: Ground, name: str) -> dict[str, Any]:
    """Return an audience: its name, itself with all broader ones, and who it is not for nearly everybody."""
    found: dict[str, Any] = {
        "name": versions(ctx.community.audiences[name].name, ctx.lang.code),
        "line": sorted(ground.audience_line(name)),
    }
    if name in ground.top_audiences:
        found["top"] = True
    if name in ground.broad_audiences:
        found["broad"] = True
    return found


def _holidays(ctx: PageContext) -> list[list[Any]]:
    """Return holidays and eves: day, whether it is a holiday, its name, and what in titles means it."""
    found: list[list[Any]] = []
    for year in range(ctx.today.year, ctx.today.year + YEARS):
        for day, key in sorted(ctx.holidays.keys_of(year).items()):
            holiday = int(ctx.holidays.is_holiday(day))
            found.append([day.toordinal() - EPOCH, holiday, ctx.holidays.name(day) or "", meant_by(key)])
    return found


def place_thresholds(ctx: PageContext, ground: Ground, municipality: str) -> Mapping[str, Any]:
    """Return what a municipality has of its own: school breaks, its neighbours, and how much a day carries."""
    breaks: list[list[Any]] = []
    for period in ctx.community.municipalities[municipality].school_breaks:
        if period.starts is not None and period.ends is not None and period.ends >= ctx.today:
            days = (period.ends - period.starts).days + 1
            if days <= ctx.settings.longest_break:
                breaks.append([_number(period.starts), _number(period.ends), ctx.words(period.name)])
    return {
        "breaks": breaks,
        "neighbours": sorted(ground.catchment[municipality] - {municipality}),
        "limits": [day_limit(municipality, ground), weekend_limit(municipality, ground)],
    }


def _number(day: date) -> int:
    return day.toordinal() - EPOCH
