"""The words of a finished page: what a search reads of its HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from html import unescape
from typing import Final

#: Characters of a body that are looked at: markup is longer than words.
BODY_LENGTH: Final = 4_000

# How elements without words of the page's own begin, and those that ask to be left out; none holds another of its
# name. Each may be cut off by the end of what is looked at.
_WORDLESS: Final = re.compile(r"<(script|style|svg|nav|form|button|template|h1)\b")
_EXCLUDED: Final = re.compile(r"<(\w+)\b[^>]*\sdata-search-exclude\b")
_HEADING: Final = re.compile(r"<h[1-3]\b[^>]*>(.*?)</h[1-3]>", re.DOTALL)
_TAG: Final = re.compile(r"<[^>]*(?:>|\Z)")
# Marks that stand inside a word too; every other tag sets words apart.
_IN_WORDS: Final = re.compile(r"</?(?:code|del|em|strong|wbr)>")


def words_of_body(body: str) -> str:
    """Return the words of what a page's body begins with, without its h1 and what asks to be left out.

    >>> words_of_body("<h1>Talo</h1><p>Katto on <em>korj</em>attu.</p><p data-search-exclude>Muuta</p>").split()
    ['Katto', 'on', 'korjattu.']
    """
    body = body[:BODY_LENGTH]
    body = _without(_WORDLESS.search, _without(_excluded, body))
    return unescape(_TAG.sub(" ", _IN_WORDS.sub("", body)))


def headings_of_body(body: str) -> list[str]:
    """Return the words of a body's headings, down to the third level.

    >>> headings_of_body("<h1>Talo</h1><h2 id='a'>Avaimet &amp; ovet</h2><h4>Muuta</h4>")
    ['Talo', 'Avaimet & ovet']
    """
    return [unescape(_TAG.sub("", one)) for one in _HEADING.findall(body)]


def _excluded(body: str, at: int) -> re.Match[str] | None:
    """Return the next opening tag of an element that asks to be left out; few do, so look for the attribute."""
    attribute = body.find("data-search-exclude", at)
    return _EXCLUDED.search(body, max(body.rfind(">", at, attribute) + 1, at)) if attribute >= 0 else None


def _without(opening: Callable[[str, int], re.Match[str] | None], body: str) -> str:
    """Return a body with a space in place of each element; ``opening`` finds the next one's opening tag."""
    kept, at = [], 0
    while found := opening(body, at):
        kept.append(body[at : found.start()])
        closing = _closing(found[1]).search(body, found.end())
        at = closing.end() if closing else len(body)
    return " ".join([*kept, body[at:]])


@cache
def _closing(name: str) -> re.Pattern[str]:
    """Return how an element ends: found by its first letters, not letter by letter."""
    return re.compile(rf"</{name}\s*>")
