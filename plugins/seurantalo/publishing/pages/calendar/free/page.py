"""The free days of a municipality: twelve months at a glance, to hang on the wall, and what speaks against a day."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import islice
from typing import Final

from markupsafe import Markup, escape

from seurantalo.model.record import Kind
from seurantalo.planner.free import For, Grade, Reason, ReasonKind, ReasonWords, grade_in_words, grade_of, points_of
from seurantalo.planner.free.reasons import MOST_POINTS
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import CALENDAR, CLASHES, EVENTS, FOLDERS, FREE, free_address
from seurantalo.publishing.collation import sort_key
from seurantalo.publishing.pages.calendar.free.grid import Wall, reason_item, span_of
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import Choice, by_name, list_page
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.publication import Page, Pages, depth_prefix, sorted_by_address

#: Free days named for each day of the week.
MOST_NEXT: Final = 6
#: How much each reason weighs where nobody says for whom the new event is.
POINTS: Final = {kind: points_of(kind) for kind in ReasonKind}


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeView:
    """The page of a municipality's free days."""

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    as_of: str
    shared: FreeShared
    places: Choice
    """The venues that may be booked, to choose from."""
    next_free: Markup
    """The next free days of each day of the week, as rows of a table."""
    months: Markup
    against: Markup
    """The days that something speaks against, month by month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeShared:
    """What the pages of all municipalities share, as HTML."""

    filter: Markup
    """How the form begins: its rules for weighing days as we do, and the choices of weekday and audience."""
    legend: Markup
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
        say("Choose a municipality: its page shows twelve months, and which days are still free."),
        crumbs=(Link(say("Calendar"), f"{root}{CALENDAR}"),),
        places=tuple(Link(names[name], f"{root}{free_address(name)}") for name in by_name(names, names)),
        actions=(Link(say("Clashing dates"), f"{root}{CLASHES}"),),
    )


class _Composer:
    """Composes the pages of many municipalities; keeps what is the same on all."""

    def __init__(self, ctx: PageContext) -> None:
        self._ctx = ctx
        self._last = span_of(ctx.today)[1]
        self._root = depth_prefix(free_address("x"))
        self._words = ReasonWords(ctx.community, ctx.lang)
        self._wall = Wall(ctx.today, ctx.lang)
        self._venues = bookable_venues(ctx)
        self._whom: dict[tuple[str, ...], str] = {}
        self._special: dict[date, str] = {}
        self._short = cache(self._short_of)
        self._audiences = tuple(sorted(ctx.names[Kind.AUDIENCE].items(), key=lambda pair: sort_key(pair[1])))
        self._weekdays = [
            f'<tr data-weekday="{n}"><th scope="row">{escape(name)}</th><td>'
            for n, name in enumerate(ctx.lang.weekdays, start=1)
        ]
        self._shared = self._shared_by_all()

    def view(self, name: str) -> FreeView:
        ctx, root, say = self._ctx, self._root, self._ctx.say
        place = ctx.names[Kind.MUNICIPALITY][name]
        against = ctx.free_dates.against(name, ctx.today, self._last)
        venues = self._venues.get(name, {})
        at = {venue: str(number) for number, venue in enumerate(venues)}
        grades = {day: grade_of(sum([POINTS[one.kind] for one in found])) for day, found in against.items()}
        reasons = {day: [self._reason(reason, at) for reason in found] for day, found in against.items()}
        return FreeView(
            title=ctx.lang.say("Free days: {municipality}", municipality=place),
            lead=say("Twelve months at a glance: which days are still free, and what speaks against the others."),
            crumbs=(
                Link(say("Free days"), f"{root}{FREE}"),
                Link(place, f"{root}{FOLDERS[Kind.MUNICIPALITY]}{name}/"),
            ),
            as_of=ctx.lang.say("As known on {day}", day=wording.plain_day(ctx.today, ctx.lang)),
            shared=self._shared,
            places=Choice(say("Place"), "paikka", tuple((str(n), words) for n, words in enumerate(venues.values()))),
            next_free=self._next_free(grades),
            months=self._wall.months(grades, self._taken(venues)),
            against=self._wall.against(grades, reasons),
        )

    def _shared_by_all(self) -> FreeShared:
        say, root, lang = self._ctx.say, self._root, self._ctx.lang
        macro = self._ctx.templates.macro
        words = {grade: grade_in_words(grade, lang) for grade in Grade}
        legend = (
            (Grade.FREE, words[Grade.FREE], say("nothing known for the day")),
            (Grade.QUIET, words[Grade.QUIET], say("something small nearby")),
            (Grade.POSSIBLE, words[Grade.POSSIBLE], say("think twice, or talk to the others")),
            (Grade.AVOID, words[Grade.AVOID], say("a holiday, a great day, or the same people")),
        )
        weekdays = tuple((str(number), name) for number, name in enumerate(lang.weekdays, start=1))
        choices = (
            Choice(say("Day of the week"), "viikonpaiva", weekdays),
            Choice(say("For whom"), "kenelle", self._audiences),
        )
        return FreeShared(
            filter=macro("free_filter", "calendar/free/parts.html")(self._rules_as_json(words), choices),
            legend=macro("free_legend", "calendar/free/parts.html")(legend),
            actions=macro("buttons")(
                (Link(say("Calendar"), f"{root}{CALENDAR}"), Link(say("Clashing dates"), f"{root}{CLASHES}"))
            ),
        )

    def _rules_as_json(self, grades: Mapping[Grade, str]) -> str:
        points = {
            kind.value: [points_of(kind, whom) for whom in (For.UNKNOWN, For.SAME, For.OTHERS)] for kind in ReasonKind
        }
        return json.dumps(
            {
                "points": points,
                "grades": [[grade.value, most] for grade, most in MOST_POINTS.items()],
                "last": Grade.AVOID.value,
                "words": {grade.value: words for grade, words in grades.items()},
                "taken": self._ctx.say("the place is taken"),
                "most": MOST_NEXT,
            },
            ensure_ascii=False,
        )

    def _taken(self, venues: Iterable[str]) -> Mapping[int, str]:
        """Return the numbers of the venues that are taken, by day."""
        found: dict[int, str] = {}
        for number, venue in enumerate(venues):
            for day in self._ctx.free_dates.by_day.taken_days(venue):
                found[day] = f"{found[day]} {number}" if day in found else str(number)
        return found

    def _next_free(self, taken: Container[int]) -> Markup:
        first, end = self._ctx.today.toordinal(), self._last.toordinal() + 1
        rows = []
        for number, opening in enumerate(self._weekdays):
            # Ordinal 1 is a Monday.
            days = range(first + (number + 1 - first) % 7, end, 7)
            free = islice((day for day in days if day not in taken), MOST_NEXT)
            words = " ".join(map(self._short, free)) or escape(self._ctx.say("none in twelve months"))
            rows.append(f"{opening}{words}</td></tr>\n")
        return Markup("".join(rows))  # noqa: S704 (escaped part by part)

    def _short_of(self, day: int) -> str:
        """Return a day without weekday and year: ``13.1.``."""
        when, lang = date.fromordinal(day), self._ctx.lang
        words = escape(lang.say("{day} {month}", day=when.day, month=wording.month_of_list(when.month, lang)))
        return f'<time datetime="{when.isoformat()}">{words}</time>'

    def _reason(self, reason: Reason, at: Mapping[str, str]) -> str:
        one = reason.occurrence
        if reason.day is not None:
            found = self._special.get(reason.day)
            if found is None:
                found = self._special[reason.day] = reason_item(reason.kind, self._words.say(reason))
            return found
        text = self._words.say(reason)
        if one is None:
            return reason_item(reason.kind, text)
        href = f"{self._root}{EVENTS}{one.event.id}/"
        return reason_item(
            reason.kind, text, href, self._shared_with(one.event.audiences), at.get(one.venue or "", "")
        )

    def _shared_with(self, audiences: tuple[str, ...]) -> str:
        """Return the audiences of which an event takes people; ``""`` where it does not say for whom it is."""
        found = self._whom.get(audiences)
        if found is None:
            compared = self._ctx.free_dates.compared
            shared = [name for name, _ in self._audiences if compared(audiences, (name,)) is For.SAME]
            found = self._whom[audiences] = " ".join(shared)
        return found


def bookable_venues(ctx: PageContext) -> Mapping[str, Mapping[str, str]]:
    """Return the venues that others may book: municipality -> venue -> its name, in the order of the names."""
    found: dict[str, list[tuple[str, str]]] = {}
    names = ctx.names[Kind.VENUE]
    for venue in ctx.community.venues.values():
        if not venue.private:
            found.setdefault(venue.municipality, []).append((venue.id, names[venue.id]))
    return {place: dict(sorted(venues, key=lambda pair: sort_key(pair[1]))) for place, venues in found.items()}
