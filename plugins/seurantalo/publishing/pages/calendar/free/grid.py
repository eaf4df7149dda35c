"""Twelve months of days as HTML. Most days of most municipalities are free, and those are written once for all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Final, NamedTuple

from markupsafe import Markup, escape

from seurantalo.language.catalogue import Language
from seurantalo.planner.free import Grade, grade_in_words
from seurantalo.publishing import wording
from seurantalo.publishing.pages.calendar.days import YearMonth, first_of, month_of, next_month

MONTHS: Final = 12


def span_of(today: date) -> tuple[date, date]:
    """Return the days that the pages cover: this month and the eleven after it."""
    month = month_of(today)
    for _ in range(MONTHS):
        month = next_month(month)
    return today.replace(day=1), first_of(month) - timedelta(days=1)


class _Month(NamedTuple):
    """The coming days of a month, and the heading above those that have something on."""

    days: range
    heading: str


class Wall:
    """The months from today's on, to be filled for one municipality after the other. Days are ordinal numbers."""

    def __init__(self, today: date, first: date, lang: Language) -> None:
        """Write what is the same for all. ``first`` is the first day that is not too soon to be proposed."""
        self._lang = lang
        self._first = first.toordinal()
        self._words = {grade: str(escape(grade_in_words(grade, lang))) for grade in Grade}
        columns = [(lang.say("wk"), lang.say("week")), *zip(lang.weekdays_short, lang.weekdays, strict=True)]
        # Short words are explained where they stand first.
        explained = [f'<abbr title="{escape(whole)}">{escape(short)}</abbr>' for short, whole in columns]
        bare = [str(escape(short)) for short, _ in columns]
        self._cell = cache(self._cell_of)
        self._opening = cache(self._opening_of)
        self._months: list[_Month] = []
        # Twelve months without anything, in pieces; a week is a piece of its own, made of cells.
        self._pieces: list[str] = []
        self._weeks: dict[int, Sequence[str]] = {}
        self._at: dict[int, tuple[int, int]] = {}
        month = month_of(today)
        for number in range(MONTHS):
            heads = "".join([f"<th>{words}</th>" for words in (bare if number else explained)])
            self._add(month, f"<tr>{heads}</tr>", today.toordinal())
            month = next_month(month)

    def _add(self, month: YearMonth, head: str, today: int) -> None:
        anchor, title = f"k-{month[0]}-{month[1]:02}", escape(wording.month_title(*month, self._lang))
        days = range(first_of(month).toordinal(), first_of(next_month(month)).toordinal())
        self._months.append(_Month(range(max(days.start, today), days.stop), f'<h3 class="st-sub">{title}</h3>\n'))
        caption = f'<caption id="{anchor}">{title}</caption>'
        self._pieces.append(f'<table class="st-free">\n{caption}\n<thead>{head}</thead>\n<tbody>\n')
        for monday in range(days.start - first_of(month).weekday(), days.stop, 7):
            week = date.fromordinal(monday).isocalendar().week
            # Chromium takes a number before an empty cell for the heading of its column.
            scope = "" if monday in days else ' scope="row"'
            cells = [f"<tr><th{scope}>{week}</th>"]
            for day in range(monday, monday + 7):
                if day not in days:
                    cells.append("<td></td>")
                elif day < today:
                    cells.append(f'<td class="st-free__past">{date.fromordinal(day).day}</td>')
                elif day < self._first:
                    cells.append(_soon(day, escape(self._lang.say("too soon"))))
                else:
                    self._at[day] = (len(self._pieces), len(cells))
                    cells.append(self._cell(day, Grade.FREE, ""))
            cells.append("</tr>\n")
            self._weeks[len(self._pieces)] = cells
            self._pieces.append("".join(cells))
        self._pieces.append("</tbody>\n</table>\n")

    def _cell_of(self, day: int, grade: Grade, href: str) -> str:
        when = date.fromordinal(day)
        return _marked(when.day, self._words[grade], grade, href)

    def _opening_of(self, day: int, grade: Grade) -> str:
        """Return how a day begins in the list of those that have something on."""
        when = date.fromordinal(day)
        words = escape(wording.day_of_year(when, self._lang))
        return (
            f'<li id="{day_anchor(day)}"><p>{words} '
            f'<span class="st-grade--{grade}">{self._words[grade]}</span></p>\n<ul>'
        )

    def months(self, grades: Mapping[int, Grade], places: Mapping[int, str]) -> Markup:
        """Return the months as tables.

        ``grades`` are those of the days that have something on, ``places`` the anchors that tell what.
        """
        weeks: dict[int, list[str]] = {}
        for day in grades.keys() & self._at.keys():
            week, cell = self._at[day]
            if week not in weeks:
                weeks[week] = list(self._weeks[week])
            weeks[week][cell] = self._cell(day, grades[day], places.get(day, ""))
        pieces = list(self._pieces)
        for week, cells in weeks.items():
            pieces[week] = "".join(cells)
        return Markup("".join(pieces))  # noqa: S704 (escaped part by part)

    def against(self, grades: Mapping[int, Grade], reasons: Mapping[int, Sequence[str]]) -> Markup:
        """Return what is on, month by month; ``reasons`` are made by :func:`reason_item`."""
        found: list[str] = []
        for month in self._months:
            days = [
                f"{self._opening(day, grades[day])}{''.join(reasons[day])}</ul></li>\n"
                for day in month.days
                if day in reasons
            ]
            if days:
                found += [month.heading, '<ul class="st-against">\n', *days, "</ul>\n"]
        return Markup("".join(found))  # noqa: S704 (escaped part by part)


def reason_item(text: str, href: str = "") -> str:
    """Return one thing that is on."""
    return f'<li><a href="{escape(href)}">{escape(text)}</a></li>' if href else f"<li>{escape(text)}</li>"


def day_anchor(day: int) -> str:
    """Return where it is told what is on, on a day."""
    return f"p-{date.fromordinal(day).isoformat()}"


def _soon(day: int, words: str) -> str:
    return _marked(date.fromordinal(day).day, words, "soon")


def _marked(number: int, words: str, grade: str, href: str = "") -> str:
    """Return a day of a month: there are hundreds on a page, so the style sheet knows them by where they stand.

    Most days are free: those have no word, as the legend says.
    """
    if grade == Grade.FREE and not href:
        return f"<td><b>{number}</b></td>"
    inside, css = f"{number}<i>: {words}</i>", "" if grade == Grade.FREE else f' class="st-mark--{grade}"'
    return f'<td><a{css} href="#{href}">{inside}</a></td>' if href else f"<td><b{css}>{inside}</b></td>"
