"""Signs in a text that show as they are, because they do nothing on a page: told, with what does the same.

People bring them from other programs: boxes and attributes of documentation sites, tags of web pages, diagrams.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from operator import itemgetter
from typing import Final, NamedTuple, TypeAlias

from seurantalo.model.marked_text import Piece, Sign, all_pieces, pieces
from seurantalo.model.problem import Severity
from seurantalo.patterns import late
from seurantalo.reading.file_scope import Placed, Scope
from seurantalo.reading.texts.places import TextPlaces

_SHOWN: Final = 40
#: So many signs of a text are told.
_MOST: Final = 10
_FENCE: Final = late(r"`{3,}|~{3,}")
_ESCAPED: Final = late(r"\\[!-/:-@\[-`{-~]")
#: The code of a problem, where its sign begins in the text, the sign, and what to write instead; None: unknown.
_Sign: TypeAlias = tuple[str, int, str, str | None]
#: Without one of these a text has no such sign: by what one sign stands behind, and by what begins with it. To look
#: for each costs less than one pattern for all, and a single sign is found much sooner than two.
_MARKS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    **{sign: ("", (sign,)) for sign in ("<", "{", "`")},
    **{sign: ("", (sign * 2,)) for sign in ("=", "+", "^", "$")},
    **{sign: ("", (sign * 3,)) for sign in ("!", "?", "~")},
    "[": ("*", ("[!", "[^", "[TOC]")),
    ":": ("\n ]", ()),
}


class _Told(NamedTuple):
    """A sign, and what is written instead; None where only its writer knows."""

    marks: tuple[str, ...]
    """Each match has one of these."""
    pattern: re.Pattern[str]
    instead: Callable[[re.Match[str]], str | None]


def _nothing(_found: re.Match[str]) -> str | None:
    return None


def _bold(found: re.Match[str]) -> str | None:
    return f"**{found[1].strip()}**" if found[1] else None


#: Tags of emphasis -> its sign.
_EMPHASIS: Final = {"b": "**", "strong": "**", "i": "*", "em": "*", "s": "~~", "del": "~~", "code": "`"}
_SIGNS: Final = (
    _Told(
        ("!!!", "???"),
        late(r"(?m)^(?:!!!|\?\?\?\+?) ?[A-Za-z][\w -]{0,60}?(?:[ ]+\"([^\"\n]{0,200})\")?$"),
        _bold,
    ),
    _Told(("===",), late(r"(?m)^===[!+]? \"([^\"\n]{0,200})\"$"), _bold),
    _Told(("[!",), late(r"(?m)^(?:> ?)+\[!([A-Z]{3,12})\]"), _nothing),
    _Told(("\n:",), late(r"(?<=\S\n):[ ]{1,3}(?=\S)"), lambda _: "– "),
    _Told(("{",), late(r"[ ]?\{:?\s?[#.][^{}\n]{1,100}\}"), lambda _: ""),
    _Told(("==",), late(r"(?<![=\w])==(?=[^\s=])([^=\n]{1,200})(?<=\S)==(?![=\w])"), _bold),
    _Told(("++",), late(r"(?<![+\w])\+\+(?=[^\s+])([^+\n]{1,200})(?<=\S)\+\+(?![+\w])"), _bold),
    _Told(("^^",), late(r"\^\^(?=[^\s^])([^^\n]{1,200})(?<=\S)\^\^"), _bold),
    _Told(
        ("[TOC]", "--8<--", "*[", "$$"),
        late(r"(?m)^\[TOC\]$|^--8<--[^\n]*$|^\*\[[^\[\]\n]{1,60}\]:[^\n]*$|^\$\$$"),
        _nothing,
    ),
    _Told(("]:",), late(r"(?m)^ {0,3}\[(?!\^)[^\[\]\n]{1,100}\]:[ ]{0,3}\S+"), _nothing),
    _Told(
        ("</",),
        late(r"(?i)<(b|strong|i|em|s|del|code)>(?=\S)([^<>\n]{1,300})(?<=\S)</\1>"),
        lambda found: f"{(sign := _EMPHASIS[found[1].lower()])}{found[2]}{sign}",
    ),
    _Told(
        ("</",),
        late(
            r"(?i)<a\s[^<>\n]{0,200}?href=[\"']?(https?://[^\s\"'<>]{1,500})[\"']?[^<>\n]{0,200}>([^<>\n]{1,300})</a>"
        ),
        lambda found: f"[{found[2]}]({found[1]})",
    ),
    _Told(
        ("<",),
        late(
            r"(?i)<(?:a|abbr|b|big|blockquote|center|code|del|details|div|em|font|form|h[1-6]|hr|i|iframe|img|input|ins|kbd"
            r"|li|mark|ol|p|pre|s|script|small|span|strong|style|sub|summary|sup|svg|table|tbody|td|th|thead|tr|u|ul|video)"
            r"(?:\s[^<>]{0,500})?/?>"
        ),
        _nothing,
    ),
    _Told((":",), late(r"(?<![\w:/]):[a-z][a-z_]{2,30}:(?![\w:/])"), _nothing),
)


def check_signs(scope: Scope, field_name: str, node: Placed, text: str) -> None:
    """Warn of signs that do nothing, of code that has no end, and of marks without a footnote."""
    if not _may_have_signs(text):
        return
    found = list(all_pieces(pieces(text)))
    notes = {piece.target for piece in found if piece.sign is Sign.NOTE}
    told = [*_of_pieces(text, found, notes), *_signs_of(_without_code(text, found))]
    places = TextPlaces(scope, node, text)
    for code, start, written, right in sorted(told, key=itemgetter(1))[:_MOST]:
        place = places.of(start, written)
        mend = scope.instead(place, written, right) if right is not None else None
        scope.report(code, place, field_name, Severity.WARNING, mend, found=written.strip()[:_SHOWN])


def _may_have_signs(text: str) -> bool:
    for sign, (before, marks) in _MARKS.items():
        at = text.find(sign)
        while at >= 0:
            if text.startswith(marks, at) or text[at - 1] in before:
                return True
            at = text.find(sign, at + 1)
    return False


def _of_pieces(text: str, found: list[Piece], notes: set[str]) -> Iterator[_Sign]:
    for piece in found:
        if piece.sign is Sign.NOTE_MARK and piece.target not in notes:
            yield "text-note", piece.start, text[piece.start : piece.end], None
        elif piece.sign is Sign.FENCE:
            opening = _FENCE.search(text, piece.start)
            start, fence = (opening.start(), opening[0]) if opening else (piece.start, "")
            if not piece.closed:
                yield "text-code-open", start, fence, None
            if piece.target.strip("{.} ").lower().startswith(("mermaid", "plantuml", "geojson", "topojson", "stl")):
                yield "text-diagram", start, piece.target.strip("{.} "), None


def _without_code(text: str, found: list[Piece]) -> str:
    """Return a text of the same length without code, comments and links."""
    kept: list[str] = []
    at = 0
    for piece in found:
        if piece.sign in (Sign.FENCE, Sign.CODE, Sign.COMMENT) and piece.start >= at:
            blank = re.sub(r"[^\n]", " ", text[piece.start : piece.end])
            kept += (text[at : piece.start], blank)
            at = piece.end
    rest = "".join((*kept, text[at:]))
    return _ESCAPED.sub("  ", rest) if "\\" in rest else rest


def _signs_of(text: str) -> Iterator[_Sign]:
    """Yield the signs of a text, each once."""
    taken = [False] * (len(text) + 1)
    for told in _SIGNS:
        for match in told.pattern.finditer(text) if any(map(text.__contains__, told.marks)) else ():
            if not taken[match.start()]:
                taken[match.start() : match.end()] = [True] * (match.end() - match.start())
                yield "text-sign", match.start(), match[0], told.instead(match)
