"""Typed wiki links in running text: ``[[practice:kumppanuusaamiainen]]`` or ``[[practice:elpo|ELPO]]``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from seurantalo.model.fields.words import every_word
from seurantalo.model.kinds import KINDS
from seurantalo.model.record import Kind

#: ``[[word:id]]`` or ``[[word:id|text]]`` on one line.
WIKI_LINK = re.compile(r"\[\[([^\[\]|:\n]{1,40}):([^\[\]|\n]{1,120})(?:\|([^\[\]\n]{1,200}))?\]\]")

#: Where code may begin in Markdown: a fence, an indented line that is no item of a list, or backticks.
_CODE: Final = re.compile(
    r"(?m)^(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})[^\n]*$"
    r"|^(?: {4}|\t)(?![ \t]*(?:[-*+]|\d+[.)])[ \t])[^\n]*$"
    r"|(?P<ticks>`+)"
)
_TICKS: Final = re.compile(r"`+")


def code_spans(markdown: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each piece of Markdown that is code, in which nothing is a link, in order.

    Takes time in proportion to the text, whatever somebody has put into it: each run of backticks finds its pair
    (CommonMark, 6.1) in a list of the runs that are equally long.
    """
    runs: dict[int, list[int]] = {}
    for run in _TICKS.finditer(markdown):
        runs.setdefault(len(run[0]), []).append(run.start())
    at = 0
    while match := _CODE.search(markdown, at):
        start, at = match.span()
        if fence := match["fence"]:
            closing = re.compile(f"(?m)^{fence[0]}{{{len(fence)},}}[ \\t]*$").search(markdown, at)
            at = closing.end() if closing else len(markdown)
        elif ticks := match["ticks"]:
            same = runs[len(ticks)]
            pair = bisect_right(same, start)
            if pair == len(same):
                continue
            at = same[pair] + len(ticks)
        yield start, at


@dataclass(frozen=True, slots=True)
class WikiLink:
    """A link as written: the word for the kind, the id, the text (or ``""``), and its offset in the text."""

    kind_word: str
    target: str
    text: str
    offset: int


def wiki_links(text: str) -> Iterator[WikiLink]:
    """Yield the wiki links of a text in their order."""
    # One sign is found many times faster than two.
    if "[" not in text or "[[" not in text:
        return
    for match in WIKI_LINK.finditer(text):
        word, target, words = match.groups()
        yield WikiLink(word.strip(), target.strip(), (words or "").strip(), match.start())


#: The words for a kind in a wiki link, in every language. Only kinds with pages of their own.
KIND_WORDS: Final[Mapping[str, Kind]] = {
    word: kind for kind, one in KINDS.items() if one.linked_as is not None for word in every_word(one.linked_as)
}


def word_of(kind: Kind, language: str) -> str:
    """Return the word for a kind that a wiki link in a language has; that of its folder for one without pages.

    >>> word_of(Kind.PRACTICE, "fi")
    'käytäntö'
    """
    name = KINDS[kind].linked_as
    return name.in_language(language)[0] if name is not None else kind.value


def kind_of(word: str) -> Kind | None:
    """Return the kind that a wiki link's word names; None for a word that is none of ours."""
    return KIND_WORDS.get(word.casefold())
