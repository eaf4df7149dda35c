"""The free days of a municipality: twelve months at a glance, to hang on the wall, and what speaks against a day."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Final, NamedTuple

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
from seurantalo.publishing.pages.days import YearMonth, first_of, month_of, next_month
from seurantalo.publishing.pages.view import Link
from seurantalo.publishing.publication import BulkPages, Page, depth_prefix, sorted_by_address
from seurantalo.publishing.templating import filled, render

MONTHS: Final = 12
#: Free days named for each day of the week.
MOST_NEXT: Final = 6


class FreeCell(NamedTuple):
    """A day in a month's grid. ``grade`` is ``""`` for a day gone by; ``taken`` are numbers of venues."""

    iso: str
    number: int
    grade: str
    words: str
    href: str
    taken: str


class FreeReason(NamedTuple):
    """What speaks against a day. ``whom`` are the audiences that it shares, ``at`` is the number of its venue."""

    kind: str
    text: str
    href: str
    whom: str
    at: str


class FreeDay(NamedTuple):
    """A day that something speaks against."""

    iso: str
    day: str
    grade: str
    words: str
    reasons: tuple[FreeReason, ...]


@dataclass(frozen=True, slots=True)
class FreeMonth:
    """A month: a grid of weeks with None for days of other months, and the days that something speaks against."""

    anchor: str
    title: str
    weeks: tuple[tuple[int, tuple[FreeCell | None, ...]], ...]
    days: tuple[FreeDay, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeView:
    """The page of a municipality's free days."""

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    as_of: str
    weekdays: tuple[tuple[str, str], ...]
    """(short, whole)"""
    grades: tuple[tuple[str, str, str], ...]
    """(grade, word, what it means)"""
    choices: tuple[Choice, ...]
    rules: str
    """What the filter needs to weigh days as we do, as JSON."""
    next_free: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """(weekday, its next free days as (ISO date, words))"""
    months: tuple[FreeMonth, ...]
    actions: tuple[Link, ...]


def span_of(today: date) -> tuple[date, date]:
    """Return the days that the pages cover: this month and the eleven after it."""
    month = month_of(today)
    for _ in range(MONTHS):
        month = next_month(month)
    return today.replace(day=1), first_of(month) - timedelta(days=1)


def free_pages(ctx: PageContext) -> BulkPages:
    """Return a page for each municipality, by address."""
    names = sorted_by_address(ctx.community.municipalities)

    def make(start: int, stop: int) -> Iterator[Page]:
        composer = _Composer(ctx)
        for name in names[start:stop]:
            view = composer.view(name)
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
        self._first, self._last = span_of(ctx.today)
        self._root = depth_prefix(free_address("x"))
        self._words = ReasonWords(ctx.community, ctx.lang)
        self._grades = {grade: grade_in_words(grade, ctx.lang) for grade in Grade}
        self._grids = tuple(_grids(self._first))
        self._shared: dict[tuple[str, ...], str] = {}
        self._audiences = tuple(sorted(ctx.names[Kind.AUDIENCE].items(), key=lambda pair: sort_key(pair[1])))
        self._days = {
            day.toordinal(): (day.isoformat(), wording.day_of_year(day, ctx.lang), _short(ctx, day))
            for month, weeks in self._grids
            for _, week in weeks
            for day in week
            if day is not None
        }

    def view(self, name: str) -> FreeView:
        ctx, root, say = self._ctx, self._root, self._ctx.say
        place = ctx.names[Kind.MUNICIPALITY][name]
        against = ctx.free_dates.against(name, self._first, self._last)
        venues = self._venues(name)
        taken = self._taken(tuple(venues))
        at = {venue: str(number) for number, venue in enumerate(venues)}
        grades = {day: grade_of(sum(points_of(reason.kind) for reason in against.get(day, ()))) for day in self._days}
        return FreeView(
            title=ctx.lang.say("Free days: {municipality}", municipality=place),
            lead=say("Twelve months at a glance: which days are still free, and what speaks against the others."),
            crumbs=(
                Link(say("Free days"), f"{root}{FREE}"),
                Link(place, f"{root}{FOLDERS[Kind.MUNICIPALITY]}{name}/"),
            ),
            as_of=ctx.lang.say("As known on {day}", day=wording.plain_day(ctx.today, ctx.lang)),
            weekdays=tuple(zip(ctx.lang.weekdays_short, ctx.lang.weekdays, strict=True)),
            grades=self._legend(),
            choices=self._choices(venues),
            rules=self._rules,
            next_free=self._next_free(grades),
            months=tuple(self._month(month, weeks, against, grades, taken, at) for month, weeks in self._grids),
            actions=(
                Link(say("Calendar"), f"{root}{CALENDAR}"),
                Link(say("Clashing dates"), f"{root}{CLASHES}"),
            ),
        )

    def _legend(self) -> tuple[tuple[str, str, str], ...]:
        say = self._ctx.say
        return (
            (Grade.FREE.value, self._grades[Grade.FREE], say("nothing known for the day")),
            (Grade.QUIET.value, self._grades[Grade.QUIET], say("something small nearby")),
            (Grade.POSSIBLE.value, self._grades[Grade.POSSIBLE], say("think twice, or talk to the others")),
            (Grade.AVOID.value, self._grades[Grade.AVOID], say("a holiday, a great day, or the same people")),
        )

    @property
    def _rules(self) -> str:
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

    def _venues(self, municipality: str) -> Mapping[str, str]:
        """Return the venues that others may book, with their names, in the order of the names."""
        found = {
            name: self._ctx.names[Kind.VENUE][name]
            for name, venue in self._ctx.community.venues.items()
            if venue.municipality == municipality and not venue.private
        }
        return dict(sorted(found.items(), key=lambda pair: sort_key(pair[1])))

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
        today = self._ctx.today.toordinal()
        rows = []
        for number, name in enumerate(self._ctx.lang.weekdays):
            free = (
                (self._days[day][0], self._days[day][2])
                for day in self._days
                # Ordinal 1 is a Monday.
                if day >= today and (day - 1) % 7 == number and grades[day] is Grade.FREE
            )
            rows.append((name, tuple(islice(free, MOST_NEXT))))
        return tuple(rows)

    def _month(
        self,
        month: YearMonth,
        weeks: _Weeks,
        against: Mapping[int, tuple[Reason, ...]],
        grades: Mapping[int, Grade],
        taken: Mapping[int, str],
        at: Mapping[str, str],
    ) -> FreeMonth:
        today = self._ctx.today.toordinal()
        rows, listed = [], []
        for number, week in weeks:
            cells: list[FreeCell | None] = []
            for day in week:
                if day is None:
                    cells.append(None)
                    continue
                ordinal = day.toordinal()
                iso, words, _ = self._days[ordinal]
                if ordinal < today:
                    cells.append(FreeCell(iso, day.day, "", "", "", ""))
                    continue
                grade = grades[ordinal]
                reasons = against.get(ordinal, ())
                word = self._grades[grade]
                href = f"#p-{iso}" if reasons else ""
                cells.append(FreeCell(iso, day.day, grade.value, word, href, taken.get(ordinal, "")))
                if reasons:
                    why = tuple(self._reason(reason, at) for reason in reasons)
                    listed.append(FreeDay(iso, words, grade.value, word, why))
            rows.append((number, tuple(cells)))
        title = wording.month_title(*month, self._ctx.lang)
        return FreeMonth(f"k-{month[0]}-{month[1]:02}", title, tuple(rows), tuple(listed))

    def _reason(self, reason: Reason, at: Mapping[str, str]) -> FreeReason:
        one = reason.occurrence
        text = self._words.say(reason)
        if one is None:
            return FreeReason(reason.kind.value, text, "", "", "")
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


#: Number of the week, and its days with None for those of other months.
_Weeks = Sequence[tuple[int, Sequence[date | None]]]


def _grids(first: date) -> Iterator[tuple[YearMonth, _Weeks]]:
    """Yield twelve months from the one of ``first`` on, each with its weeks."""
    month = month_of(first)
    for _ in range(MONTHS):
        start, after = first_of(month), first_of(next_month(month))
        monday = start - timedelta(days=start.weekday())
        weeks = []
        while monday < after:
            days = [monday + timedelta(days=number) for number in range(7)]
            weeks.append((monday.isocalendar().week, [day if start <= day < after else None for day in days]))
            monday += timedelta(days=7)
        yield month, weeks
        month = next_month(month)


def _short(ctx: PageContext, day: date) -> str:
    """Return a day without weekday and year: ``13.1.``."""
    month = wording.month_short(day.month, ctx.lang) if ctx.lang.code == "en" else str(day.month)
    return ctx.lang.say("{day} {month}", day=day.day, month=month)
