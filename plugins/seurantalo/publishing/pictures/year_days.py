"""The days of a year as two pictures of half a year each: weeks from left to right, weekdays from top to bottom.

A day without anything is a point, one with only weekly groups a hollow square, one with events a filled square that
grows with their number, which stands in it from two on. Holidays carry a bar, school breaks a frame. Two halves,
because they stand side by side where there is room and below each other where there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.publishing.pictures.drawing import Box, link, number, picture, text, tip

CELL: Final = 20
GUTTER: Final = 24
HEAD: Final = 20
#: Sides of the filled squares by level.
SIDES: Final = (8, 10, 13, 15.5, 18)
HOLLOW: Final = 7
_LEVELS: Final = 4


@dataclass(frozen=True, slots=True)
class BusyDay:
    """A day with events: how many, its words, its page."""

    events: int
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What pictures of one year share. Days are counted from 0; ``weekday`` is that of the first, Monday being 0.

    ``months`` are (first day, name) of each, ``holidays`` (day, is an eve), ``breaks`` (first, one after the last).
    """

    days: int
    weekday: int
    months: tuple[tuple[int, str], ...]
    weekdays: tuple[str, ...]
    holidays: tuple[tuple[int, bool], ...] = ()
    breaks: tuple[tuple[int, int], ...] = ()


class DaysFace:
    """What the pictures of one year share, made once: what lies under and over the days, and their places."""

    def __init__(self, frame: Frame) -> None:
        middle = frame.months[6][0]
        self.halves = ((0, middle), (middle, frame.days))
        self.parts = tuple((_ground(frame, half), _over(frame, half)) for half in self.halves)
        self.boxes = tuple(_box(frame, half) for half in self.halves)
        self.middles = tuple(_middle(frame, half, day) for half in self.halves for day in range(*half))
        self.hollow = tuple(_square(x, y, HOLLOW) for x, y in self.middles)

    def square(self, index: int, day: BusyDay, height: int) -> str:
        """Return the mark of a day with events; ``height`` is its :func:`level`."""
        x, y = self.middles[index]
        path = _square(x, y, SIDES[height])
        body = f'<path class="st-days__busy st-days__busy--{height}" d="{path}">{tip(day.words)}</path>'
        if 1 < day.events < 1000 and height > 1:
            body += text(x, y + 3.6, str(day.events), "st-days__count", "middle")
        return link(day.href, body, tabbable=False)


def year_days(
    face: DaysFace, labels: tuple[str, str], squares: Mapping[int, str], routine: Iterable[int]
) -> tuple[Markup, Markup]:
    """Return both halves. ``labels`` say what each is; ``squares`` are the :meth:`DaysFace.square` of busy days.

    ``routine`` are the days with weekly groups, in order.
    """
    first, second = (_half(face, half, label, squares, routine) for half, label in enumerate(labels))
    return first, second


def level(events: int, most: int) -> int:
    """Return 1 to 4: the number itself where no day has more than four, else quarters of the fullest day."""
    if most <= _LEVELS:
        return events
    return min(1 + _LEVELS * (events - 1) // most, _LEVELS)


def _half(face: DaysFace, half: int, label: str, squares: Mapping[int, str], routine: Iterable[int]) -> Markup:
    first, end = face.halves[half]
    groups = "".join([face.hollow[day] for day in routine if first <= day < end and day not in squares])
    busy = "".join([square for day, square in squares.items() if first <= day < end])
    under, over = face.parts[half]
    body = f'{under}<g aria-hidden="true"><path class="st-days__routine" d="{groups}"/>{busy}</g>{over}'
    return picture(face.boxes[half], body, css="st-days__half", label=label)


def _box(frame: Frame, half: tuple[int, int]) -> Box:
    columns = _place(frame, half, half[1] - 1)[0] + 1
    return Box(0, 0, GUTTER + columns * CELL + 2, HEAD + 7 * CELL + 2)


def _place(frame: Frame, half: tuple[int, int], day: int) -> tuple[int, int]:
    """Return a day's column and row."""
    week, row = divmod(frame.weekday + day, 7)
    return week - (frame.weekday + half[0]) // 7, row


def _middle(frame: Frame, half: tuple[int, int], day: int) -> tuple[float, float]:
    column, row = _place(frame, half, day)
    return GUTTER + (column + 0.5) * CELL, HEAD + (row + 0.5) * CELL


def _square(x: float, y: float, side: float) -> str:
    return f"M{number(x - side / 2)} {number(y - side / 2)}h{number(side)}v{number(side)}h-{number(side)}z"


def _ground(frame: Frame, half: tuple[int, int]) -> str:
    """Return what lies under the days: names of months and weekdays, breaks, borders of months, a point a day."""
    names, weekdays, borders = [], [], []
    for first, name in frame.months:
        if half[0] <= first < half[1]:
            column, row = _place(frame, half, first)
            left = GUTTER + column * CELL
            # A month that begins within its column has its name above the next one, where it is on from the top.
            top = left + (CELL if row else 0)
            names.append(text(top + 3, HEAD - 6, name))
            if first > half[0]:
                corner = f"V{HEAD + row * CELL}H{left}" if row else ""
                borders.append(f"M{top} {HEAD - 16}{corner}V{HEAD + 7 * CELL}")
    for row, name in enumerate(frame.weekdays):
        weekdays.append(text(GUTTER - 5, HEAD + (row + 0.5) * CELL + 3.6, name))
    breaks = "".join(_breaks(frame, half))
    return (
        f'<path class="st-days__break" d="{breaks}"/><g aria-hidden="true">'
        f'<g class="st-days__month">{"".join(names)}</g><g class="st-days__weekday">{"".join(weekdays)}</g></g>'
        f'<path class="st-days__border" d="{"".join(borders)}"/>'
        f'<path class="st-days__points" d="{"".join(_points(frame, half))}"/>'
    )


def _points(frame: Frame, half: tuple[int, int]) -> Iterator[str]:
    """Yield a line for the days of each column: a dash without length is a point, and they stand a cell apart.

    A line ends a little below its last point, so that no rounding leaves that out.
    """
    day = half[0]
    while day < half[1]:
        x, y = _middle(frame, half, day)
        rows = min(7 - _place(frame, half, day)[1], half[1] - day)
        yield f"M{number(x)} {number(y)}v{number((rows - 1) * CELL + 0.1)}"
        day += rows


def _breaks(frame: Frame, half: tuple[int, int]) -> Iterator[str]:
    """Yield a rectangle for each run of break days in a column."""
    for start, end in frame.breaks:
        day = max(start, half[0])
        while day < min(end, half[1]):
            column, row = _place(frame, half, day)
            rows = min(7 - row, min(end, half[1]) - day)
            left, top = GUTTER + column * CELL + 1, HEAD + row * CELL + 1
            yield f"M{left} {top}h{CELL - 2}v{rows * CELL - 2}h-{CELL - 2}z"
            day += rows


def _over(frame: Frame, half: tuple[int, int]) -> str:
    """Return what lies over the days: bars of holidays and, shorter, of eves."""
    return _bars("holiday", [day for day, eve in frame.holidays if not eve], frame, half) + _bars(
        "eve", [day for day, eve in frame.holidays if eve], frame, half
    )


def _bars(kind: str, days: Iterable[int], frame: Frame, half: tuple[int, int]) -> str:
    reach = 8 if kind == "holiday" else 4
    found = []
    for day in days:
        if half[0] <= day < half[1]:
            x, y = _middle(frame, half, day)
            found.append(f"M{number(x - reach)} {number(y + CELL / 2 - 2.4)}h{2 * reach}")
    return f'<path class="st-days__{kind}" d="{"".join(found)}"/>' if found else ""
