"""The elements of a picture: numbers, points, arcs, text. Angles are radians clockwise from the top."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from math import cos, pi, sin
from typing import Final

from markupsafe import Markup

from seurantalo.frozen import dataclass

FULL: Final = 2 * pi


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: its left and upper edge, its width and height."""

    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: Box) -> bool:
        """True where the two share more than an edge."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


@lru_cache(maxsize=8192)
def safe(words: str) -> str:
    """Return words as HTML. Titles, days and amounts come several times on one page, and a look-up is quicker."""
    return escape(words)


def number(value: float) -> str:
    """Return a number with at most one decimal, none where it is zero, and never ``-0``."""
    words = f"{value:.1f}".removesuffix(".0")
    return "0" if words == "-0" else words


def point(radius: float, angle: float) -> tuple[float, float]:
    """Return the point at an angle on a circle around the origin; y grows downwards."""
    return radius * sin(angle), -radius * cos(angle)


def at(radius: float, angle: float) -> str:
    """Return the same point as ``x y``."""
    x, y = point(radius, angle)
    return f"{number(x)} {number(y)}"


def arc(radius: float, start: float, end: float) -> str:
    """Return the path of an arc from one angle to another, counter-clockwise where ``end`` is smaller."""
    large, sweep = int(abs(end - start) > pi), int(end > start)
    return f"M{at(radius, start)}A{number(radius)} {number(radius)} 0 {large} {sweep} {at(radius, end)}"


def sector(inner: float, outer: float, start: float, end: float) -> str:
    """Return the path of a piece of a ring, less than a whole turn."""
    large = int(end - start > pi)
    near, far = number(inner), number(outer)
    return (
        f"M{at(inner, start)}L{at(outer, start)}A{far} {far} 0 {large} 1 {at(outer, end)}"
        f"L{at(inner, end)}A{near} {near} 0 {large} 0 {at(inner, start)}Z"
    )


def link(href: str, body: str, *, css: str = "", label: str = "", tabbable: bool = True) -> str:
    """Return ``body`` (finished SVG) inside a link, or as it is where there is no address.

    ``tabbable=False`` keeps the keyboard out: for marks by the dozen whose links stand below the picture as well.
    """
    name = f' class="{css}"' if css else ""
    words = f' aria-label="{escape(label)}"' if label else ""
    if not href:
        return f"<g{name}>{body}</g>" if css else body
    stop = "" if tabbable else ' tabindex="-1"'
    return f'<a href="{escape(href)}"{name}{words}{stop}>{body}</a>'


def tip(words: str) -> str:
    """Return the words that a mouse shows over a mark."""
    return f"<title>{escape(words)}</title>" if words else ""


def text(x: float, y: float, words: str, css: str = "", anchor: str = "") -> str:
    """Return a line of text; ``anchor`` is ``middle`` or ``end``, else it begins at ``x``."""
    name = f' class="{css}"' if css else ""
    where = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text x="{number(x)}" y="{number(y)}"{name}{where}>{escape(words)}</text>'


def picture(box: Box, body: str, *, css: str, label: str) -> Markup:
    """Return a whole picture. It is a named group, not one image: the links inside it can be reached."""
    view = " ".join(number(value) for value in (box.x, box.y, box.width, box.height))
    return Markup(  # noqa: S704 - every part is escaped where it is made
        f'<svg class="{css}" viewBox="{view}" role="group" aria-label="{escape(label)}">{body}</svg>'
    )
