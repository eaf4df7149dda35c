"""The text of an issue as a piece of HTML, for pages and e-mail: the same words, and spaces that do not break."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from html import escape
from typing import Final

from seurantalo.language import Language

_ADDRESS: Final = re.compile(r"https?://[^\s<>\"&]+(?:&amp;[^\s<>\"&]+)*")
_AFTER_ADDRESS: Final = ".,;:!?)"
_NO_BREAK: Final = "\u00a0"
#: A number and its unit, a number and the next of a thousand, and dashes that stand between blanks.
#: Each begins with the blank itself, which is found at once.
_UNITS: Final = re.compile(r" (?:(?<=\d )(?=(?:€|km|m|kg|h|min|v|vk|kk|%)(?![^\W\d_])|\d{3}(?!\d))|(?=– ))")
_BEFORE_NUMBER: Final = re.compile(r" (?=\d)")


def fragment(blocks: Iterable[tuple[str, tuple[str, ...]]], lang: Language) -> str:
    r"""Return headings with the texts below them as HTML; all words are escaped, addresses of the web are links.

    >>> fragment([("Maanantai 24.5.", ("Ilta klo 17, 5 €.",))], lang).replace(chr(160), "_")
    '<h3>Maanantai_24.5.</h3>\n<p>Ilta klo_17, 5_€.</p>'
    """
    found: list[str] = []
    for heading, texts in blocks:
        if heading:
            found.append(f"<h3>{_inside(heading, lang)}</h3>" if texts else f"<p>{_inside(heading, lang)}</p>")
        found += [f"<p>{_inside(text, lang)}</p>" for text in texts]
    return "\n".join(found)


def _inside(words: str, lang: Language) -> str:
    lines = _ADDRESS.sub(_link, escape(unbroken(words, lang), quote=True)).split("\n")
    return "<br>\n".join(lines).replace("<br>\n<br>\n", "</p>\n<p>")


def unbroken(words: str, lang: Language) -> str:
    """Return a text with spaces that do not break between hours, days, sums and what belongs to them."""
    tongue = lang.tongue
    names, longest = _before((*tongue.clock_words, *tongue.weekdays_in_dates, *tongue.weekdays))

    def blank(found: re.Match[str]) -> str:
        at = found.start()
        return _NO_BREAK if names.search(words, max(at - longest, 0), at) else " "

    return _UNITS.sub(_NO_BREAK, _BEFORE_NUMBER.sub(blank, words))


@cache
def _before(names: tuple[str, ...]) -> tuple[re.Pattern[str], int]:
    """Return how a text ends in a word that must not be parted from a number, and the length of the longest word."""
    pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted({*names})))})\Z"
    return re.compile(pattern, re.IGNORECASE), max(map(len, names))


def _link(found: re.Match[str]) -> str:
    address = found[0].rstrip(_AFTER_ADDRESS)
    return f'<a href="{address}" rel="noopener">{address}</a>{found[0][len(address) :]}'
