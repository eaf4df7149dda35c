"""The free days of a municipality: twelve months of evenings at a glance, to hang on the wall, and what else is on.

What is told without JavaScript is about evenings; with it, the same page asks about any place and any hours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import islice
from typing import Final

from markupsafe import Markup, escape

from seurantalo.frozen import dataclass
from seurantalo.model.record import Kind
from seurantalo.planner.free import (
    DayPart,
    Grade,
    RatedDay,
    ReasonKind,
    Wish,
    grade_in_words,
    hours_of,
    hours_of_day,
    length_in_words,
)
from seurantalo.planner.free.ranking import Weighed
from seurantalo.planner.occurrence import Occurrence
from seurantalo.proposing import Act
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import CALENDAR, CLASHES, EVENTS, FOLDERS, FREE, free_address
from seurantalo.publishing.pages.calendar.free.form import MOST_NEXT, MOST_QUIET, WORDS, FormParts, place_options
from seurantalo.publishing.pages.calendar.free.grid import Wall, day_anchor, reason_item, span_of
from seurantalo.publishing.pages.calendar.free.groups import group_anchor, group_rows
from seurantalo.publishing.pages.calendar.free.places import FreeEvenings, bookable_venues, reason_words
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import Choice, by_name, list_page
from seurantalo.publishing.pages.shared.guides import form_address
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.publication import Page, Pages, depth_prefix, sorted_by_address

MOST_NAMED: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeView:
    """The page of a municipality's free days."""

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    asked: str
    """What the marks are about: the evening, its hours, how much of it."""
    as_of: str
    shared: FreeShared
    places: Choice
    """The venues that may be booked with their rooms, to choose from."""
    next_free: Markup
    """The next free days and the next quiet ones of each day of the week, as rows of a table."""
    months: Markup
    evenings: Markup
    """The next free evenings of each venue, as rows of a table."""
    groups: Markup
    """The weekly groups of the evenings, as rows of a table."""
    against: Markup
    """The days that have something on, month by month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeShared:
    """What the pages of all municipalities share, as HTML."""

    filter: Markup
    """How the form begins: the words for what it finds, and the place to choose."""
    choices: Markup
    """The other choices."""
    legend: Markup
    next_grades: tuple[str, ...]
    """How good the days are that the table of next days names, in words."""
    weekdays: Markup
    """The head of the table of venues."""
    actions: Markup


def free_pages(ctx: PageContext) -> Pages:
    """Return a page for each municipality, by address."""

    def make(name: str) -> Page:
        view = ctx.once(_Composer).view(name)
        body = ctx.render("calendar/free/page.html", view=view)
        return Page(address=free_address(name), title=view.title, body=body, description=view.lead)

    return Pages(sorted_by_address(ctx.community.municipalities), make)


def free_index(ctx: PageContext) -> Page:
    """Return the list of municipalities with free days."""
    say, root, names = ctx.say, depth_prefix(FREE), ctx.names[Kind.MUNICIPALITY]
    return list_page(
        ctx,
        FREE,
        "calendar/free/index.html",
        say("Free days"),
        say("Choose a municipality: its page shows twelve months, and which evenings are still free."),
        crumbs=(Link(say("Calendar"), f"{root}{CALENDAR}"),),
        places=tuple(Link(names[name], f"{root}{free_address(name)}") for name in by_name(names, names)),
        actions=(Link(say("Clashing dates"), f"{root}{CLASHES}"),),
    )


class _Composer:
    """Composes the pages of many municipalities; keeps what is the same on all."""

    def __init__(self, ctx: PageContext) -> None:
        self._ctx = ctx
        settings = ctx.settings
        self._last = span_of(ctx.today)[1]
        self._first = min(ctx.today + timedelta(days=settings.free_lead_days), self._last)
        self._span = range(self._first.toordinal(), self._last.toordinal() + 1)
        self._hours = hours_of(DayPart.EVENING, settings)
        self._root = depth_prefix(free_address("x"))
        self._words = ctx.once(reason_words)
        self._wall = Wall(ctx.today, self._first, ctx.lang)
        self._venues = bookable_venues(ctx)
        self._evenings = FreeEvenings(ctx, self._root, self._first, self._hours)
        self._special: dict[date, str] = {}
        self._told: dict[tuple[int, ReasonKind, str, str, str], str] = {}
        self._short = cache(self._short_of)
        self._groups = [reason_item(ctx.say("weekly groups"), f"#{group_anchor(number)}") for number in range(7)]
        self._weekdays = [
            f'<tr data-weekday="{n}"><th scope="row">{escape(name)}</th>'
            for n, name in enumerate(ctx.lang.weekdays, start=1)
        ]
        self._shared = self._shared_by_all()
        length = min(settings.free_hours * 60, self._hours.minutes)
        hours = hours_of_day(self._hours, ctx.lang)
        self._asked = ", ".join((ctx.say("evening"), hours, length_in_words(length, ctx.lang)))

    def view(self, name: str) -> FreeView:
        ctx, root, say = self._ctx, self._root, self._ctx.say
        place = ctx.names[Kind.MUNICIPALITY][name]
        venues = self._venues.get(name, ())
        # The very question of the files of seasons: one look at the calendar answers both.
        wish = Wish(municipality=name, first=ctx.today, last=self._last)
        rated = {day: one for day, one in ctx.free_dates.rated(wish).items() if one.points and day in self._span}
        listed = {day: items for day, one in rated.items() if (items := self._items(day, one))}
        return FreeView(
            title=ctx.lang.say("Free days: {municipality}", municipality=place),
            lead=say("Twelve months at a glance: which evenings are still free, and what is on the others."),
            crumbs=(
                Link(say("Free days"), f"{root}{FREE}"),
                Link(place, f"{root}{FOLDERS[Kind.MUNICIPALITY]}{name}/"),
            ),
            asked=self._asked,
            as_of=ctx.lang.say("As known on {day}", day=wording.plain_day(ctx.today, ctx.lang)),
            shared=self._shared,
            places=Choice(say("Place"), "paikka", tuple(place_options(ctx, venues))),
            # Markup escapes what it is given.
            next_free=self._next_free(rated).replace("#paiva=", f"#kunta={name}&paiva="),
            months=self._wall.months(
                {day: one.grade for day, one in rated.items()},
                {day: day_anchor(day) if day in listed else group_anchor((day - 1) % 7) for day in rated},
            ),
            evenings=self._evenings.rows(venues, self._short, "–"),
            groups=group_rows(ctx, name, self._span, self._hours, root),
            against=self._wall.against({day: rated[day].grade for day in listed}, listed),
        )

    def _shared_by_all(self) -> FreeShared:
        say, root, lang = self._ctx.say, self._root, self._ctx.lang
        macro = self._ctx.templates.macro
        parts = FormParts(self._ctx)
        heads = (
            f'<th scope="col"><abbr title="{escape(whole)}">{escape(short)}</abbr></th>'
            for short, whole in zip(lang.weekdays_short, lang.weekdays, strict=True)
        )
        return FreeShared(
            filter=macro("free_filter", "calendar/free/parts.html")(f"{depth_prefix('x/')}{WORDS}"),
            choices=macro("free_choices", "calendar/free/parts.html")(parts.first_choices, parts.more_choices),
            legend=macro("free_legend", "calendar/free/parts.html")(parts.legend),
            next_grades=tuple(grade_in_words(grade, lang) for grade in (Grade.FREE, Grade.QUIET)),
            weekdays=Markup("".join(heads)),  # noqa: S704 (escaped part by part)
            actions=macro("buttons")(
                (Link(say("Calendar"), f"{root}{CALENDAR}"), Link(say("Clashing dates"), f"{root}{CLASHES}"))
            ),
        )

    def _next_free(self, rated: Mapping[int, RatedDay]) -> Markup:
        rows = []
        for number, opening in enumerate(self._weekdays):
            # Ordinal 1 is a Monday.
            days = range(self._span.start + (number + 1 - self._span.start) % 7, self._span.stop, 7)
            free = self._named((day for day in days if day not in rated), MOST_NEXT)
            quiet = self._named((day for day in days if day in rated and rated[day].grade is Grade.QUIET), MOST_QUIET)
            rows.append(f"{opening}<td>{free}</td><td>{quiet}</td></tr>\n")
        return Markup("".join(rows))  # noqa: S704 (escaped part by part)

    def _named(self, days: Iterable[int], most: int) -> str:
        return " ".join(map(self._short, islice(days, most))) or escape(self._ctx.say("none in twelve months"))

    def _short_of(self, day: int) -> str:
        """Return a day without weekday and year, ``13.1.``, that leads to the form of an event on it."""
        when, lang = date.fromordinal(day), self._ctx.lang
        words = escape(lang.say("{day} {month}", day=when.day, month=wording.month_of_list(when.month, lang)))
        return f'<a href="{form_address(self._root, Act.EVENT, paiva=when.isoformat())}">{words}</a>'

    def _items(self, day: int, rated: RatedDay) -> list[str]:
        """Return what is on, as items of a list; weekly groups alone are none, as a table of their own has them."""
        told = [each for each in rated.reasons if each.points]
        others = [each for each in told if each.reason.kind is not ReasonKind.ROUTINE]
        if not others:
            return []
        items = []
        for each in others[:MOST_NAMED]:
            one = each.reason.occurrence
            if each.reason.day is not None:
                items.append(self._holiday(each.reason.day, self._words.say(each.reason)))
            elif one is None:
                items.append(reason_item(self._words.say(each.reason)))
            else:
                items.append(self._event(one, each))
        if len(others) > MOST_NAMED:
            left = len(others) - MOST_NAMED
            items.append(reason_item(self._ctx.lang.count("and {n} other", "and {n} others", left)))
        if len(others) < len(told):
            items.append(self._groups[(day - 1) % 7])
        return items

    def _event(self, one: Occurrence, weighed: Weighed) -> str:
        """Return an event that is on: it stands on the pages of all neighbours."""
        reason, whom, when, _ = weighed
        key = (id(one), reason.kind, reason.municipality, whom, when)
        found = self._told.get(key)
        if found is None:
            href = f"{self._root}{EVENTS}{one.event.id}/"
            found = self._told[key] = reason_item(self._words.say(reason, whom, when), href)
        return found

    def _holiday(self, day: date, words: str) -> str:
        found = self._special.get(day)
        if found is None:
            found = self._special[day] = reason_item(words)
        return found
