"""Today, the weekend and next week: one tap to the agenda of each."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import Final

import orjson

from seurantalo.frozen import dataclass
from seurantalo.language import Language
from seurantalo.language.dates import month
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import CALENDAR
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.traces.answered import Change
from seurantalo.publishing.traces.questions import Question

#: How far ahead the agenda looks.
AGENDA_DAYS: Final = 60


class Period(StrEnum):
    """When, as readers ask for it; the value stands in the agenda's address (``milloin=``)."""

    TODAY = "tanaan"
    WEEKEND = "viikonloppu"
    NEXT_WEEK = "ensi-viikko"


_WORDS: Final = {Period.TODAY: "Today", Period.WEEKEND: "Weekend", Period.NEXT_WEEK: "Next week"}


@dataclass(frozen=True, slots=True)
class WhenTab:
    """A link to the agenda of a period: its name, and the days that it was when the site was built."""

    period: Period
    words: str
    dates: str
    first: str
    last: str
    href: str
    """Browsers without scripts follow its anchor: the first day of the period, or after it, on which anything is."""
    shapes: str
    """How days are written in the page's language, as JSON: for who reads the page on another day."""


def days_of(period: Period, today: date) -> tuple[date, date]:
    """Return the first and the last day of a period. On a Sunday the weekend is what is left of it."""
    monday = today - timedelta(days=today.weekday())
    match period:
        case Period.TODAY:
            return today, today
        case Period.WEEKEND:
            return max(today, monday + timedelta(days=5)), monday + timedelta(days=6)
        case Period.NEXT_WEEK:
            return monday + timedelta(days=7), monday + timedelta(days=13)


def when_tabs(ctx: PageContext, root: str, municipality: str = "") -> tuple[WhenTab, ...]:
    """Return the tabs for a page whose way to the root is ``root``; ``municipality`` narrows what they show."""
    found = []
    shapes = day_shapes(ctx.lang)
    for period, words in _WORDS.items():
        first, last = days_of(period, ctx.today)
        dates = wording.day_of_year(first, ctx.lang) if first == last else wording.days_of_year(first, last, ctx.lang)
        asked = f"?milloin={period}" + (f"&kunta={municipality}" if municipality else "")
        day = NEXT_DAY.ask(ctx, first.isoformat())
        anchor = f"#p-{day.isoformat()}" if day else ""
        href = f"{root}{CALENDAR}{asked}{anchor}"
        found.append(WhenTab(period, ctx.say(words), dates, first.isoformat(), last.isoformat(), href, shapes))
    return tuple(found)


def _next_day(ctx: PageContext, day: str) -> date | None:
    first = date.fromisoformat(day)
    return next((one for one in ctx.once(_days_with_events) if one >= first), None)


#: The first day from one on that stands in the agenda.
NEXT_DAY: Final = Question("next day", _next_day, since=Change.OUTLINE)


def day_shapes(lang: Language) -> str:
    """Return what a browser makes the same words of as :func:`wording.days_of_year`, as JSON.

    A browser's own words would be others: 4/3 in Swedish, 04/03 in English.
    """
    blank = {name: f"{{{name}}}" for name in ("weekday", "day", "month", "last_day", "last_month")}
    told = {
        "one": lang.say("{weekday} {day} {month}", **blank),
        "within": lang.say("{day}–{last_day} {month}", **blank),
        "across": lang.say("{day} {month} – {last_day} {last_month}", **blank),
        "weekdays": lang.tongue.weekdays_in_dates,
        "months": [month(number, lang) for number in range(1, 13)] if lang.tongue.months_by_name else [],
    }
    return orjson.dumps(told).decode()


def _days_with_events(ctx: PageContext) -> tuple[date, ...]:
    """Return the days that stand in the agenda."""
    coming = ctx.calendar.listed_between(ctx.today, ctx.today + timedelta(days=AGENDA_DAYS))
    return tuple(sorted({one.first_day for one in coming if one.first_day >= ctx.today}))
