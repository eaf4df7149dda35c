"""What in a Markdown text is more than words: code, comments, links, pictures, footnotes.

Check, pages, feeds and search find these here and nowhere else, so that what one calls a link is one for all. Code
and escaped signs come first, as in CommonMark 0.31, 2.4, 4.5 and 6.1; a link never goes on over the end of a block.
All takes time in proportion to the text, whatever somebody has put into it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache
from operator import itemgetter
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.patterns import late


class Sign(StrEnum):
    """What a piece of a text is."""

    COMMENT = "comment"
    FENCE = "fence"
    CODE = "code"
    WIKI = "wiki"
    LINK = "link"
    PICTURE = "picture"
    NOTE = "note"
    NOTE_MARK = "note mark"


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece, from ``start`` to ``end``; its words from ``first`` to ``last``, with the pieces inside them.

    ``target`` is a link's address as written, a wiki link's id, a footnote's name, or the language of a code block.
    ``lead`` is what a code block's lines begin with, and the word for the kind in a wiki link. ``closed`` is False
    for a code block that goes on to the end of the text.
    """

    sign: Sign
    start: int
    end: int
    first: int
    last: int
    target: str = ""
    lead: str = ""
    closed: bool = True
    inside: tuple[Piece, ...] = ()


#: Stand for what is no mark of a link while links are looked for, sign by sign; no text may hold them.
_CODE_FILLER, _ESCAPE_FILLER, _DONE_FILLER, _BOUND = "\ue00a", "\ue00b", "\ue00c", "\ue00d"
#: Private signs, which mean nothing in a text.
PRIVATE: Final = late("[\ue000-\ue00f]")

_START: Final = late(
    r"^(?P<lead>[ \t>]*(?:(?:[-*+•]|\d{1,9}[.)]) +)?)(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})(?P<info>[^\n]*)$"
    r"|(?P<comment><!--)|(?P<escape>\\[!-/:-@\[-`{-~])|(?P<ticks>`+)",
    re.MULTILINE,
)
#: The same with code by indent, as ordinary pages have it: a line with four spaces that is no item of a list.
_START_ON_PAGE: Final = late(
    rf"^(?P<indent>(?: {{4}}|\t)(?![ \t]*(?:[-*+]|\d+[.)])[ \t])[^\n]*)$|{_START.pattern}", re.MULTILINE
)
_TICKS: Final = late(r"`+")
_OPENS: Final = late(r"[ \t>]*(?:(?:[-*+•]|\d{1,9}[.)])[ \t]|\[\^[^\[\]\s]{1,60}\]:)")
_ALONE: Final = late(r"[ \t>]*(?:$|#{1,6}[ \t]|=+ *$|([-*_])(?: *\1){2,} *$|`{3}|~{3})")
_DELIMITER: Final = late(r"[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")

_WORDS: Final = rf"[^\[\]{_BOUND}]"
_TARGET: Final = (
    rf"\]\(\s{{0,3}}(?:<([^<>\n{_CODE_FILLER}{_DONE_FILLER}{_BOUND}]{{0,2000}})>"
    rf"|((?:[^\s()<>{_CODE_FILLER}{_DONE_FILLER}{_BOUND}]|\([^\s()<>{_BOUND}]{{0,500}}\)){{0,2000}}))"
    rf"(?:\s{{1,3}}(?:\"[^\"\n{_BOUND}]{{0,300}}\"|'[^'\n{_BOUND}]{{0,300}}'))?\s{{0,3}}\)"
)
_WIKI: Final = late(
    rf"\[\[([^\[\]|:{_CODE_FILLER}{_ESCAPE_FILLER}{_BOUND}]{{1,40}})"
    rf":([^\[\]|\\{_CODE_FILLER}{_ESCAPE_FILLER}{_BOUND}]{{1,120}})(?:\\?\|({_WORDS}{{1,200}}))?\]\]"
)
_PICTURE: Final = late(rf"!\[({_WORDS}{{0,500}}){_TARGET}")
_LINK: Final = late(rf"\[({_WORDS}{{1,500}}){_TARGET}")
_NOTE: Final = late(r"^ {0,3}\[\^([^\[\]\s]{1,60})\]:[ \t]*", re.MULTILINE)
_NOTE_MARK: Final = late(r"\[\^([^\[\]\s]{1,60})\]")
_WRAPPED: Final = late(r"\s*\n[ \t>]*")
_ESCAPED: Final = late(r"\\([!-/:-@\[-`{-~])")


def pieces(text: str, *, page: bool = False) -> tuple[Piece, ...]:
    """Return the pieces of a text in their order; ``page``: of an ordinary page, where an indent makes code.

    >>> [(one.sign.value, one.target) for one in pieces("`[a](b)` [[paikka:c|d]] [e](f)")]
    [('code', ''), ('wiki', 'c'), ('link', 'f')]
    """
    # Each is found many times faster than a pattern for all.
    if not ("[" in text or "`" in text or "~~~" in text or "<!--" in text or (page and "    " in text)):
        return ()
    return _pieces(text, page=page)


# Links, signs and addresses of one text are asked for one after the other.
@lru_cache(8)
def _pieces(text: str, *, page: bool) -> tuple[Piece, ...]:
    ends = _Ends(text)
    found: list[Piece] = []
    escapes: list[int] = []
    if page or "`" in text or "~~~" in text or "<!--" in text or "\\" in text:
        found, escapes = _code(text, ends, _START_ON_PAGE if page else _START)
    if "[" in text:
        found += _links(text, found, escapes, ends)
    return _nested(found)


def unescaped(words: str) -> str:
    r"""Return words on one line, and without the backslashes before signs.

    >>> unescaped("a\\_b\n> c")
    'a_b c'
    """
    return _ESCAPED.sub(r"\1", _WRAPPED.sub(" ", words)).strip()


class _Ends:
    """Where the runs of words end over which nothing goes on: the line ends between blocks; and rows of tables."""

    def __init__(self, text: str) -> None:
        self.offsets: list[int] = []
        self.rows: list[tuple[int, int]] = []
        lines = text.split("\n")
        rows = _rows_of_tables(lines) if "|" in text else frozenset()
        at, alone_before = 0, True
        for number, line in enumerate(lines):
            # Most lines begin with a letter, and what is looked for never does.
            in_words = line[:1].isalpha()
            alone = number in rows or not (in_words or _ALONE.match(line) is None)
            if number and (alone or alone_before or not (in_words or _OPENS.match(line) is None)):
                self.offsets.append(at - 1)
            if number in rows:
                self.rows.append((at, at + len(line)))
            at += len(line) + 1
            alone_before = alone
        self.offsets.append(len(text))

    def after(self, at: int) -> int:
        """Return where the run of words ends that an offset is in."""
        return self.offsets[bisect_left(self.offsets, at)]

    def in_row(self, at: int) -> bool:
        """Return True inside a row of a table."""
        place = bisect_right(self.rows, at, key=itemgetter(0)) - 1
        return place >= 0 and at < self.rows[place][1]


def _rows_of_tables(lines: Sequence[str]) -> frozenset[int]:
    """Return the numbers of the lines that are rows of tables: around a line of hyphens and bars, to a blank one."""
    rows: set[int] = set()
    for number, line in enumerate(lines):
        if "|" in line and number and "|" in lines[number - 1] and "-" in line and _DELIMITER.match(line):
            rows.update((number - 1, number))
        elif number - 1 in rows and line.strip(" \t>"):
            rows.add(number)
    return frozenset(rows)


def _code(text: str, ends: _Ends, start: re.Pattern[str]) -> tuple[list[Piece], list[int]]:
    """Return code and comments, and where a sign is escaped.

    Each run of backticks finds its pair in a list of the runs that are equally long.
    """
    runs: dict[int, list[int]] = {}
    for run in _TICKS.finditer(text):
        runs.setdefault(len(run[0]), []).append(run.start())
    found: list[Piece] = []
    escapes: list[int] = []
    at, comments_end = 0, text.rfind("-->")
    while match := start.search(text, at):
        begins, at = match.span()
        if match["fence"]:
            found.append(piece := _fence(text, match))
            at = piece.end
        elif match["comment"]:
            if begins <= comments_end:
                at = text.index("-->", begins) + 3
                found.append(Piece(Sign.COMMENT, begins, at, begins, begins))
        elif match["escape"]:
            escapes.append(begins)
        elif ticks := match["ticks"]:
            same = runs[len(ticks)]
            pair = bisect_right(same, begins)
            if pair < len(same) and same[pair] < ends.after(begins):
                last, at = same[pair], same[pair] + len(ticks)
                found.append(Piece(Sign.CODE, begins, at, begins + len(ticks), last))
        else:
            found.append(Piece(Sign.CODE, begins, at, begins, at))
    return found, escapes


def _fence(text: str, opening: re.Match[str]) -> Piece:
    """Return the code block that a fence opens; in a quote it ends with the quote."""
    fence, lead, first = opening["fence"], opening["lead"], opening.end() + 1
    limit = len(text)
    if ">" in lead:
        outside = re.compile(r"\n(?![ \t]*>)").search(text, opening.end())
        limit = outside.start() if outside else limit
    closing = re.compile(rf"(?m)^[ \t>]*{fence[0]}{{{len(fence)},}}[ \t]*$").search(text, min(first, limit), limit)
    last, end = (closing.start(), closing.end()) if closing else (limit, limit)
    return Piece(
        Sign.FENCE,
        opening.start(),
        end,
        min(first, last),
        last,
        target=opening["info"].strip(),
        lead=lead,
        closed=closing is not None,
    )


def code_of(text: str, piece: Piece) -> str:
    """Return the lines of a code block without what they begin with: quote signs, and the indent of their fence."""
    code = text[piece.first : piece.last].removesuffix("\n")
    if depth := piece.lead.count(">"):
        code = re.sub(rf"(?m)^(?:[ \t]*>){{1,{depth}}} ?", "", code)
    indent = len(piece.lead.rpartition(">")[2].expandtabs(4).removeprefix(" " if depth else ""))
    return re.sub(rf"(?m)^ {{1,{indent}}}", "", code) if indent else code


def _links(text: str, found: Iterable[Piece], escapes: Iterable[int], ends: _Ends) -> list[Piece]:
    """Return links, pictures and footnotes outside the code."""
    fillers = [(one.start, one.end, _BOUND if one.sign is Sign.FENCE else _CODE_FILLER) for one in found]
    # In a table of GitHub's a bar inside a link has a backslash before it.
    fillers += [(at, at + 2, _ESCAPE_FILLER) for at in escapes if text[at + 1] != "|"]
    fillers += [(at, at + 1, _BOUND) for at in ends.offsets[:-1]]
    masked = _filled(text, fillers)
    made: list[Piece] = []
    if "[[" in masked:
        for match in _WIKI.finditer(masked):
            first, last = match.span(3) if match[3] else (match.end(), match.end())
            target, word = (_WRAPPED.sub(" ", match[group]).strip() for group in (2, 1))
            made.append(Piece(Sign.WIKI, *match.span(), first, last, target, word))
        masked = _filled(masked, [(one.start, one.end, _DONE_FILLER) for one in made])
    if "](" in masked:
        for sign, pattern in ((Sign.PICTURE, _PICTURE), (Sign.LINK, _LINK)):
            wiki = [one.start for one in made if one.sign is Sign.WIKI]
            new = [
                _link(text, sign, match)
                for match in pattern.finditer(masked)
                if not _holds(wiki, *match.span(1)) and not ("|" in match[0] and ends.in_row(match.start()))
            ]
            masked = _filled(masked, [(one.start, one.end, _DONE_FILLER) for one in new])
            made += new
    if "[^" in masked:
        made += _notes(text, masked, ends)
    return made


def _link(text: str, sign: Sign, match: re.Match[str]) -> Piece:
    group = 2 if match[2] is not None else 3
    target = text[match.start(group) : match.end(group)]
    return Piece(sign, *match.span(), *match.span(1), target)


def _notes(text: str, masked: str, ends: _Ends) -> Iterator[Piece]:
    """Yield footnotes and their marks. A footnote goes on in lines with an indent, also after an empty one."""
    labels: list[tuple[int, int]] = []
    last = 0
    for match in _NOTE.finditer(masked.replace(_BOUND, "\n")):
        if match.start() >= last:
            last = _end_of_note(text, match.end(), ends)
            labels.append(match.span())
            yield Piece(Sign.NOTE, match.start(), last, match.end(), last, match[1].casefold())
    for match in _NOTE_MARK.finditer(_filled(masked, [(*label, _DONE_FILLER) for label in labels])):
        yield Piece(Sign.NOTE_MARK, *match.span(), *match.span(1), match[1].casefold())


def _end_of_note(text: str, first: int, ends: _Ends) -> int:
    end = ends.after(first)
    while end < len(text):
        following = re.compile(r"\n(?:[ \t]*\n)*(?: {2}|\t)[ \t]*(?=\S)").match(text, end)
        if following is None:
            break
        end = ends.after(following.end())
    return end


def _holds(starts: Sequence[int], first: int, last: int) -> bool:
    place = bisect_left(starts, first)
    return place < len(starts) and starts[place] < last


def _filled(text: str, ranges: Iterable[tuple[int, int, str]]) -> str:
    """Return a text of the same length with a filler in the place of each sign of some ranges."""
    kept: list[str] = []
    at = 0
    for start, end, filler in sorted(ranges):
        if start >= at:
            kept += (text[at:start], filler * (end - start))
            at = end
    return "".join((*kept, text[at:])) if kept else text


def all_pieces(found: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces and those inside them, in their order."""
    for piece in found:
        yield piece
        yield from all_pieces(piece.inside)


def _nested(found: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return pieces in their order, each inside the one that holds it."""
    outer: list[Piece] = []
    waiting = sorted(found, key=lambda one: (one.start, -one.end))
    place = 0
    while place < len(waiting):
        piece, place = waiting[place], place + 1
        begins = place
        while place < len(waiting) and waiting[place].start < piece.end:
            place += 1
        inner = [one for one in waiting[begins:place] if piece.first <= one.start and one.end <= piece.last]
        outer.append(replace(piece, inside=_nested(inner)) if inner else piece)
    return tuple(outer)
