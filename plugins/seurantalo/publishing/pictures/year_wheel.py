"""The year wheel (vuosikello): January at the top, the year clockwise, every week a bar.

From the middle outwards: the year and its total; a string of beads, larger where more weekly groups meet; bars as
long as their week has events, cut into steps by rings; school breaks; public holidays and eves; week numbers; months;
and the great events by number and name. Length, size and shape tell everything that colour tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from math import pi, sqrt
from typing import Final

from markupsafe import Markup

from seurantalo.publishing.pictures.drawing import (
    FULL,
    Box,
    arc,
    at,
    link,
    number,
    picture,
    point,
    sector,
    text,
    tip,
)
from seurantalo.publishing.pictures.lettering import width_of
from seurantalo.publishing.pictures.wheel_labels import (
    DATE_LEADING,
    DATE_SIZE,
    DOT_RADIUS,
    DOTS,
    HALF,
    RIM,
    TITLE_LEADING,
    Named,
    PlacedLabel,
    place,
)

HUB: Final = 91.0
BEADS: Final = 101.0
BEAD_RADIUS: Final = 5.0
BASE: Final = 114.0
TOP: Final = 218.0
BREAKS: Final = (223.0, 235.0)
TICKS: Final = (239.0, 250.0)
WEEK_NUMBERS: Final = 258.0
MONTHS: Final = (267.0, RIM)
MONTH_SIZE: Final = 17.0
BREAK_SIZE: Final = 9.5
HUB_WIDTH: Final = 150.0


@dataclass(frozen=True, slots=True)
class WheelWeek:
    """A week: its first day and the one after its last as days of the year from 0, and what it holds."""

    number: int
    start: int
    end: int
    events: int
    routine: int
    href: str
    words: str


@dataclass(frozen=True, slots=True)
class WheelMonth:
    """A month: its first day and the one after its last, its name and its page."""

    start: int
    end: int
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class WheelDay:
    """A public holiday, or the eve of one."""

    day: int
    words: str
    eve: bool


@dataclass(frozen=True, slots=True)
class WheelBreak:
    """A school break: its first day, the one after its last, its name."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wheel:
    """A whole year wheel.

    ``label`` says in words what the picture is; ``days`` is the length of the year, ``face`` its :func:`wheel_face`.
    """

    label: str
    year: int
    place: str
    total: str
    days: int
    face: str
    weeks: tuple[WheelWeek, ...]
    named: tuple[Named, ...] = ()


def year_wheel(wheel: Wheel) -> Markup:
    """Return the picture."""
    most = max((week.events for week in wheel.weeks), default=0)
    steps = rings(most)
    labels = place(wheel.named)
    body = (
        wheel.face,
        _bars(wheel, steps[-1]),
        _rings(steps),
        _beads(wheel),
        _hub(wheel),
        "".join(_label(label) for label in labels),
    )
    # As high as it must be and the same above and below, so that the style sheet can find the middle.
    half = max(DOTS + DOT_RADIUS + 4, *(abs(edge) + 6 for label in labels for edge in label.heights), 0)
    return picture(Box(-HALF, -half, 2 * HALF, 2 * half), "".join(body), css="st-wheel__picture", label=wheel.label)


def rings(most: int) -> tuple[int, ...]:
    """Return the numbers of events at which rings stand, the last one the scale's end: at most five steps."""
    step = 1
    while most > 5 * step:
        step = step * 2 if str(step)[0] in "15" else step * 5 // 2
    return tuple(range(step, max(step * -(-most // step), step) + 1, step))


def wheel_face(
    days: int,
    months: Sequence[WheelMonth],
    holidays: Sequence[WheelDay],
    breaks: Sequence[WheelBreak],
    weeks: Sequence[tuple[int, int, int]],
) -> str:
    """Return what the wheels of one year share, to be made once: months, week numbers, holidays and breaks.

    ``weeks`` are (number, first day, the one after its last).
    """
    turn = FULL / days
    parts = [_month(number_, month, turn) for number_, month in enumerate(months)]
    parts.append('<g class="st-wheel__weeks" aria-hidden="true">')
    for week, start, end in weeks:
        # A week of one or two days at either end of the year has no room for its number.
        if end - start > 3:
            x, y = point(WEEK_NUMBERS, (start + end) / 2 * turn)
            parts.append(text(x, y + 3.4, str(week), anchor="middle"))
    parts.append("</g>")
    for number_, each in enumerate(breaks):
        parts.append(_break(number_, each, turn))
    for day in holidays:
        angle = (day.day + 0.5) * turn
        near = TICKS[0] + 4 if day.eve else TICKS[0]
        css = "st-wheel__eve" if day.eve else "st-wheel__holiday"
        parts.append(f'<path class="{css}" d="M{at(near, angle)}L{at(TICKS[1], angle)}">{tip(day.words)}</path>')
    return "".join(parts)


def _month(index: int, month: WheelMonth, turn: float) -> str:
    start, end = month.start * turn, month.end * turn
    ring = sector(*MONTHS, start, end)
    shade = "st-wheel__month st-wheel__month--even" if index % 2 else "st-wheel__month"
    path = _reading_arc((MONTHS[0] + MONTHS[1]) / 2, MONTH_SIZE, start, end)
    body = (
        f'<path class="{shade}" d="{ring}"/><path id="vk-k{index + 1}" d="{path}" fill="none"/>'
        f'<text text-anchor="middle"><textPath href="#vk-k{index + 1}" startOffset="50%">'
        f"{escape(month.name)}</textPath></text>"
    )
    return link(month.href, body, css="st-wheel__month-link", label=month.name)


def _reading_arc(middle: float, size: float, start: float, end: float) -> str:
    """Return the base line of words along a ring, so that they never stand on their heads."""
    if pi / 2 < (start + end) / 2 < 3 * pi / 2:
        return arc(middle + size * 0.35, end, start)
    return arc(middle - size * 0.35, start, end)


def _break(index: int, one: WheelBreak, turn: float) -> str:
    start, end = one.start * turn, one.end * turn
    found = f'<path class="st-wheel__break" d="{sector(*BREAKS, start, end)}">{tip(one.name)}</path>'
    middle = (BREAKS[0] + BREAKS[1]) / 2
    if width_of(one.name, BREAK_SIZE) < middle * (end - start) - 8:
        path = _reading_arc(middle, BREAK_SIZE, start, end)
        found += (
            f'<path id="vk-l{index}" d="{path}" fill="none"/><text class="st-wheel__break-name" text-anchor="middle">'
            f'<textPath href="#vk-l{index}" startOffset="50%">{escape(one.name)}</textPath></text>'
        )
    return found


@lru_cache(maxsize=4096)
def _bar(days: int, start: int, end: int, share: float) -> str:
    turn = FULL / days
    gap = min(0.09 * (end - start), 0.45)
    return sector(BASE, BASE + (TOP - BASE) * share, (start + gap) * turn, (end - gap) * turn)


def _bars(wheel: Wheel, scale: int) -> str:
    ground = (
        f'<circle class="st-wheel__ground" r="{number(TOP)}"/><circle class="st-wheel__middle" r="{number(HUB)}"/>'
    )
    bars = []
    for week in wheel.weeks:
        if week.events:
            path = _bar(wheel.days, week.start, week.end, week.events / scale)
            level = 1 + (3 * week.events > scale) + (3 * week.events > 2 * scale)
            bar = f'<path class="st-wheel__bar st-wheel__bar--{level}" d="{path}">{tip(week.words)}</path>'
            bars.append(link(week.href, bar, tabbable=False))
    # The list of weeks below the picture says the same to those who hear it, with the same links.
    return f'{ground}<g aria-hidden="true">{"".join(bars)}</g>'


@lru_cache(maxsize=32)
def _rings(steps: tuple[int, ...]) -> str:
    """Return rings over the bars, which cut them into steps, and their numbers at the top of the year."""
    found = ['<g class="st-wheel__rings" aria-hidden="true">']
    for step in steps:
        radius = BASE + (TOP - BASE) * step / steps[-1]
        found.append(f'<circle r="{number(radius)}"/>')
        found.append(text(0, -radius + 3.2, str(step), anchor="middle"))
    return "".join([*found, "</g>"])


def _beads(wheel: Wheel) -> str:
    most = max((week.routine for week in wheel.weeks), default=0)
    beads = [
        _bead(wheel.days, week.start, week.end, week.routine / most if week.routine else 0.0) for week in wheel.weeks
    ]
    return f'<g class="st-wheel__beads" aria-hidden="true">{"".join(beads)}</g>'


@lru_cache(maxsize=4096)
def _bead(days: int, start: int, end: int, share: float) -> str:
    x, y = point(BEADS, (start + end) / 2 * FULL / days)
    css = "" if share else ' class="st-wheel__bead--none"'
    return f'<circle{css} cx="{number(x)}" cy="{number(y)}" r="{number(max(BEAD_RADIUS * sqrt(share), 0.7))}"/>'


def _hub(wheel: Wheel) -> str:
    size = min(19.0, 19.0 * HUB_WIDTH / max(width_of(wheel.place, 19.0, bold=True), 1.0))
    name = (
        f'<text class="st-wheel__place" y="-30" text-anchor="middle" font-size="{number(size)}">'
        f"{escape(wheel.place)}</text>"
    )
    return (
        f'<g class="st-wheel__hub" aria-hidden="true">{name if wheel.place else ""}'
        f"{text(0, 20, str(wheel.year), 'st-wheel__year', 'middle')}"
        f"{text(0, 46, wheel.total, 'st-wheel__total', 'middle')}</g>"
    )


def _label(label: PlacedLabel) -> str:
    named = label.named
    x, y = point(DOTS, label.dot)
    anchor = "" if label.is_right else "end"
    base = label.top + DATE_SIZE * 0.82
    lines = "".join(
        text(label.x, base + DATE_LEADING + TITLE_LEADING * row + 1.5, line, "st-wheel__title", anchor)
        for row, line in enumerate(label.lines)
    )
    body = (
        f'<path class="st-wheel__leader" d="{label.leader}"/>'
        f'<circle class="st-wheel__dot" cx="{number(x)}" cy="{number(y)}" r="{number(DOT_RADIUS)}"/>'
        f"{text(x, y + 4.3, str(named.number), 'st-wheel__number', 'middle')}"
        f'<g class="st-wheel__label">{text(label.x, base, named.when, "st-wheel__when", anchor)}{lines}</g>'
    )
    css = "st-wheel__event st-wheel__event--great" if named.great else "st-wheel__event"
    return link(named.href, body, css=css, label=f"{named.when} {named.title}")
