"""The free days of a municipality: twelve months at a glance, to hang on the wall, and what speaks against a day."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from markupsafe import Markup

from seurantalo.model.event import Format
from seurantalo.model.record import Kind
from seurantalo.planner.day_book import Days
from seurantalo.planner.free import For, Grade, Reason, ReasonKind, ReasonWords, grade_in_words, grade_of, points_of
from seurantalo.planner.free.reasons import MOST_POINTS
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import CALENDAR, CLASHES, EVENTS, FOLDERS, FREE, free_address
from seurantalo.publishing.collation import sort_key
from seurantalo.publishing.pages.agenda import Choice
from seurantalo.publishing.pages.context import PageContext
from seurantalo.publishing.pages.free_grid import FreeReason, Wall, span_of
from seurantalo.publishing.pages.view import Link
from seurantalo.publishing.publication import BulkPages, Page, depth_prefix, sorted_by_address
from seurantalo.publishing.templating import filled, render

#: Free days named for each day of the week.
MOST_NEXT: Final = 6


@dataclass(frozen=True, slots=True)
class FreeMonth:
    """A month: the rows of its grid, and the days that something speaks against, as HTML."""

    anchor: str
    title: str
    rows: Markup
    days: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeView:
    """The page of a municipality's free days."""

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    as_of: str
    head: Markup
    """The row of weekdays above each month."""
    grades: tuple[tuple[str, str, str], ...]
    """(grade, word, what it means)"""
    choices: tuple[Choice, ...]
    rules: str
    """What the filter needs to weigh days as we do, as JSON."""
    next_free: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """(weekday, its next free days as (ISO date, words))"""
    months: tuple[FreeMonth, ...]
    actions: tuple[Link, ...]


def free_pages(ctx: PageContext) -> BulkPages:
    """Return a page for each municipality, by address."""
    names = sorted_by_address(ctx.community.municipalities)

    @cache
    def composer() -> _Composer:
        return _Composer(ctx)

    def make(start: int, stop: int) -> Iterator[Page]:
        for name in names[start:stop]:
            view = composer().view(name)
            body = filled("free_days.html", ctx.lang, view=view)
            yield Page(address=free_address(name), title=view.title, body=body, description=view.lead)

    return BulkPages(kind="free", folder=FREE, names=names, make=make)


def free_index(ctx: PageContext) -> Page:
    """Return the list of municipalities with free days."""
    say, root = ctx.lang.say, depth_prefix(FREE)
    names = sorted(ctx.names[Kind.MUNICIPALITY].items(), key=lambda pair: sort_key(pair[1]))
    lead = say("Choose a municipality: its page shows twelve months, and which days are still free.")
    body = render(
        "free_index.html",
        ctx.lang,
        title=say("Free days"),
        lead=lead,
        crumbs=(Link(say("Calendar"), f"{root}{CALENDAR}"),),
        places=tuple(Link(title, f"{root}{free_address(name)}") for name, title in names),
        actions=(Link(say("Clashing dates"), f"{root}{CLASHES}"),),
    )
    return Page(address=FREE, title=say("Free days"), body=body, description=lead)


class _Composer:
    """Composes the pages of many municipalities; keeps what is the same on all."""

    def __init__(self, ctx: PageContext) -> None:
        self._ctx = ctx
        self._last = span_of(ctx.today)[1]
        self._root = depth_prefix(free_address("x"))
        self._words = ReasonWords(ctx.community, ctx.lang)
        self._grades = {grade: grade_in_words(grade, ctx.lang) for grade in Grade}
        self._wall = Wall(ctx.today, ctx.lang)
        self._venues = bookable_venues(ctx)
        self._rules = self._rules_as_json()
        self._legend = self._legend_rows()
        self._shared: dict[tuple[str, ...], str] = {}
        self._shorts: dict[int, tuple[str, str]] = {}
        self._audiences = tuple(sorted(ctx.names[Kind.AUDIENCE].items(), key=lambda pair: sort_key(pair[1])))

    def view(self, name: str) -> FreeView:
        ctx, root, say = self._ctx, self._root, self._ctx.say
        place = ctx.names[Kind.MUNICIPALITY][name]
        against = ctx.free_dates.against(name, ctx.today, self._last)
        venues = self._venues.get(name, {})
        taken = self._taken(tuple(venues))
        at = {venue: str(number) for number, venue in enumerate(venues)}
        grades = {day: grade_of(sum([points_of(one.kind) for one in found])) for day, found in against.items()}
        reasons = {day: [self._reason(reason, at) for reason in found] for day, found in against.items()}
        return FreeView(
            title=ctx.lang.say("Free days: {municipality}", municipality=place),
            lead=say("Twelve months at a glance: which days are still free, and what speaks against the others."),
            crumbs=(
                Link(say("Free days"), f"{root}{FREE}"),
                Link(place, f"{root}{FOLDERS[Kind.MUNICIPALITY]}{name}/"),
            ),
            as_of=ctx.lang.say("As known on {day}", day=wording.plain_day(ctx.today, ctx.lang)),
            head=self._wall.head,
            grades=self._legend,
            choices=self._choices(venues),
            rules=self._rules,
            next_free=self._next_free(grades),
            months=tuple(FreeMonth(*month) for month in self._wall.months(grades, reasons, taken)),
            actions=(
                Link(say("Calendar"), f"{root}{CALENDAR}"),
                Link(say("Clashing dates"), f"{root}{CLASHES}"),
            ),
        )

    def _legend_rows(self) -> tuple[tuple[str, str, str], ...]:
        say = self._ctx.say
        return (
            (Grade.FREE.value, self._grades[Grade.FREE], say("nothing known for the day")),
            (Grade.QUIET.value, self._grades[Grade.QUIET], say("something small nearby")),
            (Grade.POSSIBLE.value, self._grades[Grade.POSSIBLE], say("think twice, or talk to the others")),
            (Grade.AVOID.value, self._grades[Grade.AVOID], say("a holiday, a great day, or the same people")),
        )

    def _rules_as_json(self) -> str:
        points = {
            kind.value: [points_of(kind, whom) for whom in (For.UNKNOWN, For.SAME, For.OTHERS)] for kind in ReasonKind
        }
        return json.dumps(
            {
                "points": points,
                "grades": [[grade.value, most] for grade, most in MOST_POINTS.items()],
                "last": Grade.AVOID.value,
                "words": {grade.value: words for grade, words in self._grades.items()},
                "taken": self._ctx.say("the place is taken"),
                "most": MOST_NEXT,
            },
            ensure_ascii=False,
        )

    def _taken(self, venues: Sequence[str]) -> Mapping[int, str]:
        """Return the numbers of the venues that are taken, by day."""
        found: dict[int, list[str]] = {}
        for number, venue in enumerate(venues):
            days: Days = self._ctx.free_dates.book.days_of(Kind.VENUE, venue)
            for day, dates in days.items():
                if any(one.event.format is not Format.EXHIBITION for one in dates):
                    found.setdefault(day, []).append(str(number))
        return {day: " ".join(numbers) for day, numbers in found.items()}

    def _choices(self, venues: Mapping[str, str]) -> tuple[Choice, ...]:
        say, lang = self._ctx.say, self._ctx.lang
        weekdays = tuple((str(number), name) for number, name in enumerate(lang.weekdays, start=1))
        return (
            Choice("viikonpaiva", say("Day of the week"), weekdays),
            Choice("kenelle", say("For whom"), self._audiences),
            Choice("paikka", say("Place"), tuple((str(n), words) for n, words in enumerate(venues.values()))),
        )

    def _next_free(self, grades: Mapping[int, Grade]) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        found: list[list[tuple[str, str]]] = [[] for _ in range(7)]
        wanted = 7 * MOST_NEXT
        for day in range(self._ctx.today.toordinal(), self._last.toordinal() + 1):
            # Ordinal 1 is a Monday.
            row = found[(day - 1) % 7]
            if len(row) < MOST_NEXT and grades.get(day, Grade.FREE) is Grade.FREE:
                row.append(self._short(day))
                wanted -= 1
                if not wanted:
                    break
        return tuple(zip(self._ctx.lang.weekdays, map(tuple, found), strict=True))

    def _short(self, day: int) -> tuple[str, str]:
        """Return a day for machines, and without weekday and year: ``13.1.``."""
        known = self._shorts.get(day)
        if known is None:
            when, lang = date.fromordinal(day), self._ctx.lang
            month = wording.month_short(when.month, lang) if lang.code == "en" else str(when.month)
            known = self._shorts[day] = (when.isoformat(), lang.say("{day} {month}", day=when.day, month=month))
        return known

    def _reason(self, reason: Reason, at: Mapping[str, str]) -> FreeReason:
        one = reason.occurrence
        text = self._words.say(reason)
        if one is None:
            return FreeReason(reason.kind.value, text)
        href = f"{self._root}{EVENTS}{one.event.id}/"
        venue = at.get(one.venue, "") if one.venue else ""
        return FreeReason(reason.kind.value, text, href, self._whom(one.event.audiences), venue)

    def _whom(self, audiences: tuple[str, ...]) -> str:
        """Return the audiences of which an event takes people; ``""`` where it does not say for whom it is."""
        found = self._shared.get(audiences)
        if found is None:
            compared = self._ctx.free_dates.compared
            shared = [name for name, _ in self._audiences if compared(audiences, (name,)) is For.SAME]
            found = self._shared[audiences] = " ".join(shared)
        return found


def bookable_venues(ctx: PageContext) -> Mapping[str, Mapping[str, str]]:
    """Return the venues that others may book: municipality -> venue -> its name, in the order of the names."""
    found: dict[str, list[tuple[str, str]]] = {}
    names = ctx.names[Kind.VENUE]
    for venue in ctx.community.venues.values():
        if not venue.private:
            found.setdefault(venue.municipality, []).append((venue.id, names[venue.id]))
    return {place: dict(sorted(venues, key=lambda pair: sort_key(pair[1]))) for place, venues in found.items()}
