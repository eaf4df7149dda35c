"""Emphasis in contributed Markdown: the library's, but for texts in which it loses its way.

Where stars overlap (``x*b**a*y``, ``10*, lapset 5**, muut 3*x``), Python-Markdown 3.11 may take a letter beside a
star for a star, or cut one of its own placeholders in two. A text must never lose a letter, nor show what nobody
wrote; its stars may well show.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import DelimiterProcessor

_SIGNS = str.maketrans("", "", "*_")


class Emphasis(DelimiterProcessor):
    """Emphasis by stars and underlines that leaves every letter in its place."""

    def __init__(self, md: Markdown) -> None:
        """Know both signs as the library does: underlines inside words are letters."""
        super().__init__("*", "strong,em", md)
        self.add("_", "strong,em", smart=True)

    def handleMatch(  # type: ignore[override]  # noqa: N802 (the library's name)
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """Return what the library finds; where that lacks a letter, nothing more in this text."""
        element, start, end = super().handleMatch(m, data)
        if element is None or start is None or end is None or _is_whole(element, data, m.start(), start, end):
            return element, start, end
        self.reset()
        return None, m.start(), len(data)


def _is_whole(element: Element, data: str, earliest: int, start: int, end: int) -> bool:
    """Tell whether an element holds all that it stands for, but for the signs."""
    written = data[start:end] if earliest <= start else ""
    return written.translate(_SIGNS) == "".join(element.itertext()).translate(_SIGNS)
