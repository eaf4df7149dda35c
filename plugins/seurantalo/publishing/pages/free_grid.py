"""Twelve months of days as HTML. Most days of most municipalities are free, and those are written once for all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from markupsafe import Markup, escape

from seurantalo.language.catalogue import Language
from seurantalo.planner.free import Grade, grade_in_words
from seurantalo.publishing import wording
from seurantalo.publishing.pages.days import YearMonth, first_of, month_of, next_month

MONTHS: Final = 12


class FreeReason(NamedTuple):
    """What speaks against a day. ``whom`` are the audiences that it shares, ``at`` is the number of its venue."""

    kind: str
    text: str
    href: str = ""
    whom: str = ""
    at: str = ""


def span_of(today: date) -> tuple[date, date]:
    """Return the days that the pages cover: this month and the eleven after it."""
    month = month_of(today)
    for _ in range(MONTHS):
        month = next_month(month)
    return today.replace(day=1), first_of(month) - timedelta(days=1)


class Wall:
    """The months from today's on, to be filled for one municipality after the other. Days are ordinal numbers."""

    def __init__(self, today: date, lang: Language) -> None:
        """Write what is the same for all."""
        self._lang = lang
        self._words = {grade: str(escape(grade_in_words(grade, lang))) for grade in Grade}
        weekdays = zip(lang.weekdays_short, lang.weekdays, strict=True)
        names = [
            f'<th scope="col"><abbr title="{escape(whole)}">{escape(short)}</abbr></th>' for short, whole in weekdays
        ]
        week = f'<abbr title="{escape(lang.say("week"))}">{escape(lang.say("wk"))}</abbr>'
        self.head = Markup(  # noqa: S704 (escaped part by part)
            f'<tr><th scope="col" class="st-free__week">{week}</th>{"".join(names)}</tr>'
        )
        """The row of weekdays, the same above each month."""
        self._free: dict[int, str] = {}
        self._days: dict[int, str] = {}
        self._months: list[tuple[str, str, tuple[str | int, ...], range]] = []
        month = month_of(today)
        for _ in range(MONTHS):
            title = wording.month_title(*month, lang)
            days = range(first_of(month).toordinal(), first_of(next_month(month)).toordinal())
            pieces = tuple(self._pieces(month, days, today.toordinal()))
            self._months.append((f"k-{month[0]}-{month[1]:02}", title, pieces, days))
            month = next_month(month)

    def _pieces(self, month: YearMonth, days: range, today: int) -> Iterator[str | int]:
        """Yield a month's rows as HTML, with the number of a day where its cell comes."""
        monday = days.start - first_of(month).weekday()
        while monday < days.stop:
            week = date.fromordinal(monday).isocalendar().week
            yield f'<tr><th scope="row" class="st-free__week">{week}</th>'
            for day in range(monday, monday + 7):
                if day not in days:
                    yield "<td></td>"
                elif day < today:
                    yield f'<td class="st-free__past">{date.fromordinal(day).day}</td>'
                else:
                    self._free[day] = self._cell(day, Grade.FREE, linked=False, taken="")
                    when = date.fromordinal(day)
                    self._days[day] = (
                        f'<li id="p-{when.isoformat()}" data-against="{when.isoformat()}"><p>'
                        f'<time datetime="{when.isoformat()}">{escape(wording.day_of_year(when, self._lang))}</time> '
                    )
                    yield day
            yield "</tr>\n"
            monday += 7

    def _cell(self, day: int, grade: Grade, *, linked: bool, taken: str) -> str:
        when = date.fromordinal(day)
        inside = f'{when.day}<span class="st-visually-hidden"> {self._words[grade]}</span>'
        mark = f'class="st-mark st-mark--{grade.value}"'
        at = f' data-taken="{taken}"' if taken else ""
        sign = f'<a {mark} href="#p-{when.isoformat()}">{inside}</a>' if linked else f"<span {mark}>{inside}</span>"
        return f'<td data-day="{when.isoformat()}"{at}>{sign}</td>'

    def months(
        self, grades: Mapping[int, Grade], reasons: Mapping[int, Sequence[FreeReason]], taken: Mapping[int, str]
    ) -> Iterator[tuple[str, str, Markup, Markup]]:
        """Yield anchor, title, rows and list of reasons of each month.

        ``grades`` and ``reasons`` hold the days that something speaks against, ``taken`` the numbers of the venues
        in use between spaces.
        """
        cells = dict(self._free)
        for day in taken.keys() | reasons.keys():
            if day in cells:
                linked = day in reasons
                cells[day] = self._cell(day, grades.get(day, Grade.FREE), linked=linked, taken=taken.get(day, ""))
        for anchor, title, pieces, days in self._months:
            rows = "".join([piece if isinstance(piece, str) else cells[piece] for piece in pieces])
            against = [self._against(day, grades[day], reasons[day]) for day in days if day in reasons]
            yield anchor, title, Markup(rows), Markup("").join(map(Markup, against))  # noqa: S704 (escaped part by part)

    def _against(self, day: int, grade: Grade, reasons: Sequence[FreeReason]) -> str:
        items = "".join(map(_item, reasons))
        badge = f'<span class="st-grade st-grade--{grade.value}">{self._words[grade]}</span>'
        return f"{self._days[day]}{badge}</p>\n<ul>{items}</ul></li>\n"


def _item(reason: FreeReason) -> str:
    kind, text, href, whom, at = reason
    shown = f'<a href="{escape(href)}">{escape(text)}</a>' if href else escape(text)
    attributes = f' data-for="{escape(whom)}"' if whom else ""
    if at:
        attributes += f' data-at="{at}"'
    return f'<li data-kind="{kind}"{attributes}>{shown}</li>'
