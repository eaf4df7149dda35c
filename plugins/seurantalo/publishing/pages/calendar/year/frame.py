"""What the pages of one year have in common, made once: months, weeks, holidays, breaks, the faces of pictures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property
from html import escape
from typing import Final

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.model.place import Municipality
from seurantalo.planner.year import Week, weeks_of
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import month_address
from seurantalo.publishing.pages.calendar.days import (
    MONTHS_SHOWN,
    YearMonth,
    first_of,
    month_of,
    next_month,
)
from seurantalo.publishing.pages.calendar.year.words import events_counted, short_days, week_anchor, week_words
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pictures.year_days import BusyDay, DaysFace, Frame
from seurantalo.publishing.pictures.year_wheel import WheelBreak, WheelDay, WheelFace, WheelMonth, WheelWeek

_ONE_DAY: Final = timedelta(days=1)
_THURSDAY: Final = 3


@dataclass(frozen=True, slots=True)
class Break:
    """A school break as far as it belongs to the year."""

    first: date
    last: date
    name: str


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A public holiday or an eve, with its name in the reader's language."""

    day: date
    name: str
    eve: bool


class YearFrame:
    """A year without its events, seen from pages that stand ``root`` away from the site's front."""

    def __init__(
        self,
        ctx: PageContext,
        year: int,
        root: str,
        pages: frozenset[YearMonth],
        breaks: tuple[Break, ...],
    ) -> None:
        """Take the months that have pages, and the school breaks of the year."""
        self._ctx = ctx
        self._pages = pages
        self.root = root
        self.year = year
        self.first = date(year, 1, 1)
        self.length = (date(year, 12, 31) - self.first).days + 1
        self.breaks = breaks
        self.weeks: tuple[Week, ...] = weeks_of(year)
        self.week_words: tuple[str, ...] = tuple(week_words(ctx, week) for week in self.weeks)
        holidays = ctx.holidays
        self.special: tuple[SpecialDay, ...] = tuple(
            SpecialDay(day, holidays.name(day) or "", not holidays.is_holiday(day))
            for day in sorted(holidays.keys_of(year))
        )
        self.months: tuple[tuple[YearMonth, date, date], ...] = tuple(
            ((year, number), date(year, number, 1), first_of(next_month((year, number))) - _ONE_DAY)
            for number in range(1, 13)
        )
        self._squares: dict[tuple[int, int, int, bool], str] = {}

    def index(self, day: date) -> int:
        """Return a day of the year counted from 0."""
        return (day - self.first).days

    def month_href(self, month: YearMonth) -> str:
        """Return the way to a month's page; ``""`` where it has none."""
        return f"{self.root}{month_address(*month)}" if month in self._pages else ""

    def day_href(self, day: date, *, anchored: bool) -> str:
        """Return the way to a day on its month's page; ``anchored`` where an event begins on that day."""
        href = self.month_href(month_of(day))
        return f"{href}#p-{day.isoformat()}" if href and anchored else href

    @cached_property
    def month_of_week(self) -> tuple[int, ...]:
        """For each week the number of its month: that of its Thursday, kept inside the year."""
        found = []
        for week in self.weeks:
            thursday = week.first + timedelta(days=_THURSDAY - week.first.weekday())
            found.append(min(max(thursday, week.first), week.last).month)
        return tuple(found)

    @cached_property
    def notes(self) -> tuple[tuple[str, ...], ...]:
        """For each week its holidays, eves and breaks in words."""
        return tuple(
            (
                *(
                    f"{wording.day_of_year(one.day, self._ctx.lang)} {one.name}"
                    for one in self.special
                    if week.first <= one.day <= week.last
                ),
                *(one.name for one in self.breaks if one.first <= week.last and week.first <= one.last),
            )
            for week in self.weeks
        )

    @cached_property
    def special_list(self) -> Markup:
        """The holidays and breaks as list items."""
        lang = self._ctx.lang
        days = [f"{wording.day_of_year(one.day, lang)} {one.name}" for one in self.special if not one.eve]
        breaks = [f"{one.name} {short_days(self._ctx, one.first, one.last)}" for one in self.breaks]
        items = [f"<li>{escape(words)}</li>" for words in days]
        items += [f"<li><strong>{escape(words)}</strong></li>" for words in breaks]
        return Markup("\n".join(items))  # noqa: S704 - escaped just above

    @cached_property
    def wheel_face(self) -> WheelFace:
        """What the year wheels of this year share."""
        lang, index = self._ctx.lang, self.index
        return WheelFace(
            self.length,
            [
                WheelMonth(
                    index(first), index(last) + 1, lang.months[month[1] - 1].capitalize(), self.month_href(month)
                )
                for month, first, last in self.months
            ],
            [
                WheelDay(index(one.day), f"{wording.day_of_year(one.day, lang)} {one.name}", one.eve)
                for one in self.special
            ],
            [WheelBreak(index(one.first), index(one.last) + 1, one.name) for one in self.breaks],
            [
                WheelWeek(week.number, index(week.first), index(week.last) + 1, words, f"#{week_anchor(week)}")
                for week, words in zip(self.weeks, self.week_words, strict=True)
            ],
        )

    @cached_property
    def days_face(self) -> DaysFace:
        """What the pictures of days of this year share."""
        lang, index = self._ctx.lang, self.index
        return DaysFace(
            Frame(
                days=self.length,
                weekday=self.first.weekday(),
                months=tuple((index(first), wording.month_short(month[1], lang)) for month, first, _ in self.months),
                weekdays=tuple(wording.weekday(date(2024, 1, 1) + _ONE_DAY * n, lang) for n in range(7)),
                holidays=tuple((index(one.day), one.eve) for one in self.special),
                breaks=tuple((index(one.first), index(one.last) + 1) for one in self.breaks),
            )
        )

    def square(self, index: int, events: int, height: int, *, anchored: bool) -> str:
        """Return the mark of a day with so many events; ``anchored`` where one of them begins on that day."""
        key = (index, events, height, anchored)
        found = self._squares.get(key)
        if found is None:
            day = self.first + timedelta(index)
            words = f"{wording.day_of_year(day, self._ctx.lang)}: {events_counted(events, self._ctx.lang)}"
            busy = BusyDay(events, words, self.day_href(day, anchored=anchored))
            found = self._squares[key] = self.days_face.square(index, busy, height)
        return found


class YearFrames:
    """The frames of all years; municipalities with the same school breaks share one."""

    def __init__(self, ctx: PageContext, root: str) -> None:
        """Find out which months have pages."""
        self._ctx = ctx
        self._root = root
        self._pages = frozenset(MONTHS_SHOWN.ask(ctx))
        self._frames: dict[tuple[int, tuple[Break, ...]], YearFrame] = {}
        self._shared: dict[int, tuple[Break, ...]] = {}

    def of(self, place: Municipality | None, year: int) -> YearFrame:
        """Return the frame of a municipality's year, or the region's."""
        breaks = self._breaks_of(place, year) if place is not None else self._breaks_of_all(year)
        key = (year, breaks)
        found = self._frames.get(key)
        if found is None:
            found = self._frames[key] = YearFrame(self._ctx, year, self._root, self._pages, breaks)
        return found

    def _breaks_of_all(self, year: int) -> tuple[Break, ...]:
        """Return the breaks that all municipalities share which have told theirs."""
        known = self._shared.get(year)
        if known is None:
            shared: Sequence[Break] | None = None
            for place in self._ctx.community.municipalities.values():
                own = self._breaks_of(place, year)
                if own:
                    shared = [one for one in (own if shared is None else shared) if one in own]
            known = self._shared[year] = tuple(shared or ())
        return known

    def _breaks_of(self, place: Municipality, year: int) -> tuple[Break, ...]:
        first, last = date(year, 1, 1), date(year, 12, 31)
        found = []
        for period in place.school_breaks:
            if period.starts is None or period.ends is None or period.starts > last or period.ends < first:
                continue
            name = self._ctx.words(period.name) or self._ctx.say("School holiday")
            found.append(Break(max(period.starts, first), min(period.ends, last), name))
        return tuple(sorted(found, key=lambda one: (one.first, one.last, one.name)))
