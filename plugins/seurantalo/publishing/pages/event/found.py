"""What the site's search knows of an event: when and where it is, and words that nobody writes into its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from seurantalo.language.catalogue import LANGUAGES
from seurantalo.model.event import Event
from seurantalo.model.record import Kind
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.publication import Found
from seurantalo.publishing.record_names import words_of

#: What is on for longer has no weekday: an exhibition is not on Tuesdays.
_LONG: Final = 7
#: Dates of an event that are looked at for their months and weekdays.
_DATES: Final = 60


def event_found(
    ctx: PageContext, event: Event, dates: Sequence[Occurrence], shown: Occurrence | None, when: str
) -> Found:
    """Return when and where the event is, its other names, and its audiences, months, weekdays and holidays."""
    names = ctx.names
    venue = names[Kind.VENUE][event.venue] if event.venue is not None else ""
    municipality = names[Kind.MUNICIPALITY][event.municipality]
    audiences = [names[Kind.AUDIENCE][name] for name in event.audiences]
    # Where the title has one version, it is the same in every language.
    several = len(event.title.versions) > 1
    called = sorted({words_of(event, code) for code in LANGUAGES} - {ctx.words(event.title)}) if several else ()
    ahead = [one for one in dates if one.last_day >= ctx.today] or dates[-1:]
    return Found(
        when=when,
        place=f"{venue}, {municipality}" if venue and municipality not in venue else venue or municipality,
        first=_first_day(shown, ctx.today) if shown is not None else None,
        last=dates[-1].last_day if dates else None,
        more=" ".join(
            (event.id.replace("-", " "), *called, municipality, *audiences, *_words_of_days(ctx, ahead[:_DATES]))
        ),
    )


def _first_day(shown: Occurrence, today: date) -> date:
    """Return the day by which it is sorted: what is on today is not behind what begins tomorrow, nor before today."""
    return max(shown.first_day, today) if shown.last_day >= today else shown.first_day


def _words_of_days(ctx: PageContext, dates: Sequence[Occurrence]) -> Iterable[str]:
    """Return months, weekdays and holidays; those of one date are the same for all that is held on its day."""
    if len(dates) != 1 or dates[0].last_day != dates[0].first_day:
        return _day_words(ctx, dates)
    return ctx.keep(("words of a day", dates[0].first_day), lambda: tuple(_day_words(ctx, dates)))


def _day_words(ctx: PageContext, dates: Sequence[Occurrence]) -> Iterator[str]:
    days = {one.first_day for one in dates}
    weekdays = {one.first_day.weekday() for one in dates if (one.last_day - one.first_day).days < _LONG}
    for number in sorted({day.month for day in days}):
        yield ctx.lang.months[number - 1]
    for number in sorted(weekdays):
        yield ctx.lang.tongue.weekdays[number]
    if len(days) <= _LONG:
        yield from (name for day in sorted(days) if (name := ctx.holidays.name(day)))
