"""From a year's load to what its pictures draw."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from seurantalo.model.event import Weight
from seurantalo.model.place import Municipality
from seurantalo.model.record import Kind
from seurantalo.planner.year import YearLoad, highlights
from seurantalo.publishing.addresses import EVENTS
from seurantalo.publishing.pages.calendar.year.frame import YearFrame
from seurantalo.publishing.pages.calendar.year.words import amount, events_counted, short_days
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pictures.wheel_labels import Named
from seurantalo.publishing.pictures.year_days import level, year_days
from seurantalo.publishing.pictures.year_wheel import Wheel, year_wheel

#: Events that a wheel names.
MOST_NAMED: Final = 24


def named_events(ctx: PageContext, load: YearLoad, root: str, *, regional: bool) -> tuple[Named, ...]:
    """Return the events to be named around the wheel, numbered in order of the year."""
    names = ctx.names[Kind.MUNICIPALITY]
    start = load.first.toordinal()
    found = []
    for number, one in enumerate(highlights(load, MOST_NAMED), start=1):
        when = short_days(ctx, one.first_day, one.last_day)
        found.append(
            Named(
                number,
                (one.first_day.toordinal() - start + 0.5) / load.length,
                ctx.words(one.title),
                f"{when} {names[one.event.municipality]}" if regional else when,
                f"{root}{EVENTS}{one.event.id}/",
                one.event.weight is Weight.MAJOR,
            )
        )
    return tuple(found)


def wheel_picture(
    ctx: PageContext,
    frame: YearFrame,
    load: YearLoad,
    place: Municipality | None,
    named: Sequence[Named],
    title: str,
) -> Markup:
    """Return the year wheel."""
    weeks = zip(load.by_week, load.routine_by_week, strict=True)
    return year_wheel(
        Wheel(
            label=ctx.lang.say("{title} as a year wheel", title=title),
            year=load.year,
            place=ctx.words(place.name) if place else "",
            total=events_counted(len(load.events), ctx.lang),
            face=frame.wheel_face,
            events=load.by_week,
            routine=load.routine_by_week,
            words={n: amount(events, routine, ctx.lang) for n, (events, routine) in enumerate(weeks) if events},
            named=named,
        )
    )


def days_picture(ctx: PageContext, frame: YearFrame, load: YearLoad, title: str) -> tuple[Markup, Markup]:
    """Return the year's days, half a year each."""
    start = load.first.toordinal()
    begins = {one.first_day.toordinal() - start for one in load.events}
    most = max(load.by_day.values(), default=0)
    squares = {
        day: frame.square(day, events, level(events, most), anchored=day in begins)
        for day, events in load.by_day.items()
    }
    labels = (
        ctx.lang.say("{title}: January to June day by day", title=title),
        ctx.lang.say("{title}: July to December day by day", title=title),
    )
    return year_days(frame.days_face, labels, squares, load.routine_by_day)
