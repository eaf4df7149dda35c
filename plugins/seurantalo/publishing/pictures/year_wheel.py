"""The year wheel (vuosikello): January at the top, the year clockwise, every week a bar.

From the middle outwards: the year and its total; a string of beads, larger where more weekly groups meet; bars as
long as their week has events, cut into steps by rings; school breaks; public holidays and eves; week numbers; months;
and the great events by number and name. Length, size and shape tell everything that colour tells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from math import cos, pi, sin, sqrt
from typing import Final

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.publishing.pictures.drawing import (
    FULL,
    Box,
    arc,
    at,
    link,
    number,
    picture,
    point,
    safe,
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
    MOST_LINES,
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
_DOT: Final = number(DOT_RADIUS)
#: The base line of a label's date below its top, and the texts of its title below that.
_FIRST_LINE: Final = DATE_SIZE * 0.82
_LINES: Final = [
    f'<text class="st-wheel__title" y="{number(DATE_LEADING + 1.5 + TITLE_LEADING * row)}">'
    for row in range(MOST_LINES)
]


@dataclass(frozen=True, slots=True)
class WheelWeek:
    """A week: its first day and the one after its last as days of the year from 0, its words, where it is told of."""

    number: int
    start: int
    end: int
    words: str
    href: str


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


class WheelFace:
    """What the wheels of one year share, made once: all that does not depend on events, and the places of weeks."""

    def __init__(
        self,
        days: int,
        months: Sequence[WheelMonth],
        holidays: Sequence[WheelDay],
        breaks: Sequence[WheelBreak],
        weeks: Sequence[WheelWeek],
    ) -> None:
        """``days`` is the length of the year."""
        self._turn = FULL / days
        self._weeks = weeks
        self._openings = [f'<a href="{escape(week.href)}" tabindex="-1">' for week in weeks]
        self._paths: dict[tuple[int, int, int], str] = {}
        middles = [point(BEADS, (week.start + week.end) / 2 * self._turn) for week in weeks]
        self._beads = [f"M{number(x)} {number(y)}h0" for x, y in middles]
        self.ground = self._ground(months, holidays, breaks)
        """Months, week numbers, holidays and breaks."""

    def _ground(
        self, months: Sequence[WheelMonth], holidays: Sequence[WheelDay], breaks: Sequence[WheelBreak]
    ) -> str:
        turn = self._turn
        parts = [_month(number_, month, turn) for number_, month in enumerate(months)]
        parts.append('<g class="st-wheel__weeks" aria-hidden="true">')
        for week in self._weeks:
            # A week of one or two days at either end of the year has no room for its number.
            if week.end - week.start > 3:
                x, y = point(WEEK_NUMBERS, (week.start + week.end) / 2 * turn)
                parts.append(text(round(x), round(y + 3.4), str(week.number)))
        parts.append("</g>")
        for number_, each in enumerate(breaks):
            parts.append(_break(number_, each, turn))
        parts.append(_ticks("st-wheel__holiday", TICKS[0], [day for day in holidays if not day.eve], turn))
        parts.append(_ticks("st-wheel__eve", TICKS[0] + 4, [day for day in holidays if day.eve], turn))
        return "".join(parts)

    def bars(self, events: Sequence[int], words: Mapping[int, str], scale: int) -> str:
        """Return a bar for each week that has events; ``words`` tell how much is on in those weeks."""
        bars = []
        for week, count in enumerate(events):
            if count:
                level = 1 + (3 * count > scale) + (3 * count > 2 * scale)
                bars.append(
                    f'{self._openings[week]}<path class="st-wheel__bar st-wheel__bar--{level}"'
                    f' d="{self._path(week, count, scale)}">'
                    f"<title>{safe(self._weeks[week].words)}: {safe(words[week])}</title></path></a>"
                )
        # The list of weeks below the picture says the same to those who hear it, with the same links.
        return f'<g aria-hidden="true">{"".join(bars)}</g>'

    def _path(self, week: int, events: int, scale: int) -> str:
        key = (week, events, scale)
        found = self._paths.get(key)
        if found is None:
            start, end = self._weeks[week].start, self._weeks[week].end
            gap = min(0.09 * (end - start), 0.45)
            top = BASE + (TOP - BASE) * events / scale
            found = sector(BASE, top, (start + gap) * self._turn, (end - gap) * self._turn)
            self._paths[key] = found
        return found

    def beads(self, routine: Sequence[int]) -> str:
        """Return a bead for each week, larger where more weekly groups meet."""
        most = max(routine)
        by_count: dict[int, list[str]] = {}
        for bead, count in zip(self._beads, routine, strict=True):
            by_count.setdefault(count, []).append(bead)
        beads = "".join(
            [f'<path{_bead_size(n / most if most else 0.0)} d="{"".join(by_count[n])}"/>' for n in sorted(by_count)]
        )
        return f'<g class="st-wheel__beads" aria-hidden="true">{beads}</g>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Wheel:
    """A whole year wheel.

    ``label`` says in words what the picture is. ``events`` and ``routine`` are counts for each week of the face,
    and ``words`` those of the weeks that have events.
    """

    label: str
    year: int
    place: str
    total: str
    face: WheelFace
    events: Sequence[int]
    routine: Sequence[int]
    words: Mapping[int, str]
    named: Sequence[Named] = ()


def year_wheel(wheel: Wheel) -> Markup:
    """Return the picture."""
    steps = rings(max(wheel.events))
    labels = place(wheel.named)
    body = (
        wheel.face.ground,
        f'<circle class="st-wheel__ground" r="{TOP:g}"/><circle class="st-wheel__middle" r="{HUB:g}"/>',
        wheel.face.bars(wheel.events, wheel.words, steps[-1]),
        _rings(steps),
        wheel.face.beads(wheel.routine),
        _hub(wheel),
        *map(_label, labels),
    )
    # As high as it must be and the same above and below, so that the style sheet can find the middle.
    half = max([DOTS + DOT_RADIUS + 4, *[label.reach + 6 for label in labels]])
    return picture(Box(-HALF, -half, 2 * HALF, 2 * half), "".join(body), css="st-wheel__picture", label=wheel.label)


def rings(most: int) -> tuple[int, ...]:
    """Return the numbers of events at which rings stand, the last one the scale's end: at most five steps."""
    step = 1
    while most > 5 * step:
        step = step * 2 if str(step)[0] in "15" else step * 5 // 2
    return tuple(range(step, max(step * -(-most // step), step) + 1, step))


def _month(index: int, month: WheelMonth, turn: float) -> str:
    start, end = month.start * turn, month.end * turn
    ring = sector(*MONTHS, start, end)
    shade = "st-wheel__month st-wheel__month--even" if index % 2 else "st-wheel__month"
    path = _reading_arc((MONTHS[0] + MONTHS[1]) / 2, MONTH_SIZE, start, end)
    body = (
        f'<path class="{shade}" d="{ring}"/><path id="vk-k{index + 1}" d="{path}"/>'
        f'<text><textPath href="#vk-k{index + 1}" startOffset="50%">'
        f"{safe(month.name)}</textPath></text>"
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
            f'<path id="vk-l{index}" d="{path}"/><text class="st-wheel__break-name">'
            f'<textPath href="#vk-l{index}" startOffset="50%">{safe(one.name)}</textPath></text>'
        )
    return found


@lru_cache(maxsize=32)
def _rings(steps: tuple[int, ...]) -> str:
    """Return rings over the bars, which cut them into steps, and their numbers at the top of the year."""
    found = ['<g class="st-wheel__rings" aria-hidden="true">']
    for step in steps:
        radius = BASE + (TOP - BASE) * step / steps[-1]
        found.append(f'<circle r="{number(radius)}"/>')
        found.append(text(0, -radius + 3.2, str(step), anchor="middle"))
    return "".join([*found, "</g>"])


def _ticks(css: str, near: float, days: Sequence[WheelDay], turn: float) -> str:
    """Return a stroke for each day from a circle outwards; a mouse is told its name."""
    strokes = []
    for day in days:
        angle = (day.day + 0.5) * turn
        strokes.append(f'<path d="M{at(near, angle)}L{at(TICKS[1], angle)}">{tip(day.words)}</path>')
    return f'<g class="{css}">{"".join(strokes)}</g>' if strokes else ""


def _bead_size(share: float) -> str:
    css = "" if share else ' class="st-wheel__bead--none"'
    return f'{css} stroke-width="{number(2 * max(BEAD_RADIUS * sqrt(share), 0.7))}"'


def _hub(wheel: Wheel) -> str:
    size = min(19.0, 19.0 * HUB_WIDTH / max(width_of(wheel.place, 19.0, bold=True), 1.0))
    name = (
        f'<text class="st-wheel__place" y="-30" text-anchor="middle" font-size="{number(size)}">'
        f"{safe(wheel.place)}</text>"
    )
    return (
        f'<g class="st-wheel__hub" aria-hidden="true">{name if wheel.place else ""}'
        f"{text(0, 20, str(wheel.year), 'st-wheel__year', 'middle')}"
        f"{text(0, 46, wheel.total, 'st-wheel__total', 'middle')}</g>"
    )


def _label(label: PlacedLabel) -> str:
    named, dot = label.named, label.dot
    x, y = DOTS * sin(dot), -DOTS * cos(dot)
    anchor = "" if label.is_right else ' text-anchor="end"'
    lines = "".join([f"{start}{escape(line)}</text>" for start, line in zip(_LINES, label.lines, strict=False)])
    css = "st-wheel__event st-wheel__event--great" if named.great else "st-wheel__event"
    when = safe(named.when)
    opening, closing = f'<g class="{css}">', "</g>"
    if named.href:
        words = f"{when} {safe(named.title)}"
        opening, closing = f'<a href="{safe(named.href)}" class="{css}" aria-label="{words}">', "</a>"
    return (
        f'{opening}<path class="st-wheel__leader" d="{label.leader}"/>'
        f'<circle class="st-wheel__dot" cx="{x:.1f}" cy="{y:.1f}" r="{_DOT}"/>'
        f'<text class="st-wheel__number" x="{x:.1f}" y="{y + 4.3:.1f}" text-anchor="middle">{named.number}</text>'
        f'<g class="st-wheel__label" transform="translate({label.x:.1f} {label.top + _FIRST_LINE:.1f})"{anchor}>'
        f'<text class="st-wheel__when">{when}</text>{lines}</g>{closing}'
    )
