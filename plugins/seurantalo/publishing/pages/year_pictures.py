"""From a year's load to what its pictures draw."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from markupsafe import Markup

from seurantalo.model.event import Weight
from seurantalo.model.place import Municipality
from seurantalo.model.record import Kind
from seurantalo.planner.year import YearLoad, highlights
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import EVENTS
from seurantalo.publishing.pages.context import PageContext
from seurantalo.publishing.pages.year_frame import YearFrame
from seurantalo.publishing.pages.year_weeks import week_anchor
from seurantalo.publishing.pages.year_words import amount, short_days
from seurantalo.publishing.pictures.wheel_labels import Named
from seurantalo.publishing.pictures.year_days import BusyDay, year_days
from seurantalo.publishing.pictures.year_wheel import Wheel, WheelWeek, year_wheel

#: Events that a wheel names.
MOST_NAMED: Final = 24


def named_events(ctx: PageContext, load: YearLoad, root: str, *, regional: bool) -> tuple[Named, ...]:
    """Return the events to be named around the wheel, numbered in order of the year."""
    names = ctx.names[Kind.MUNICIPALITY]
    found = []
    for number, one in enumerate(highlights(load, MOST_NAMED), start=1):
        when = short_days(ctx, one.first_day, one.last_day)
        found.append(
            Named(
                number=number,
                turn=((one.first_day - load.first).days + 0.5) / load.length,
                title=ctx.words(one.title),
                when=f"{when} {names[one.event.municipality]}" if regional else when,
                href=f"{root}{EVENTS}{one.event.id}/",
                great=one.event.weight is Weight.MAJOR,
            )
        )
    return tuple(found)


def wheel_picture(
    ctx: PageContext,
    frame: YearFrame,
    load: YearLoad,
    place: Municipality | None,
    named: tuple[Named, ...],
    title: str,
) -> Markup:
    """Return the year wheel."""
    return year_wheel(
        Wheel(
            label=ctx.lang.say("{title} as a year wheel", title=title),
            year=load.year,
            place=ctx.words(place.name) if place else "",
            total=ctx.lang.count("{n} event", "{n} events", len(load.events)),
            days=load.length,
            face=frame.wheel_face,
            weeks=tuple(
                [
                    WheelWeek(
                        number=one.week.number,
                        start=max(index * 7 - load.first.weekday(), 0),
                        end=min(index * 7 + 7 - load.first.weekday(), load.length),
                        events=one.events,
                        routine=one.routine,
                        href=f"#{week_anchor(one.week)}" if one.events else "",
                        words=f"{frame.week_words[index]}: {amount(ctx, one)}" if one.events else "",
                    )
                    for index, one in enumerate(load.weeks)
                ]
            ),
            named=named,
        )
    )


def days_picture(ctx: PageContext, frame: YearFrame, load: YearLoad, title: str) -> tuple[Markup, Markup]:
    """Return the year's days, half a year each."""
    lang = ctx.lang
    begins = {one.first_day for one in load.events}
    busy = {}
    for index, events in enumerate(load.by_day):
        if events:
            day = load.first + timedelta(days=index)
            words = f"{wording.day_of_year(day, lang)}: {lang.count('{n} event', '{n} events', events)}"
            busy[index] = BusyDay(events, words, frame.day_href(day, anchored=day in begins))
    labels = (
        lang.say("{title}: January to June day by day", title=title),
        lang.say("{title}: July to December day by day", title=title),
    )
    return year_days(frame.days_face, labels, busy, load.routine_by_day)
