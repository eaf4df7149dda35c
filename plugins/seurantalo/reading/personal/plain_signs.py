"""A text in plain signs, so that one pattern finds what people, word processors and web pages write in many ways.

Digits of any script, dashes and blanks of any width become those of ASCII; invisible signs, Markdown's escapes and
HTML's small tags are left out; entities and percent signs are read as what they stand for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from html import unescape
from typing import Final, NamedTuple
from urllib.parse import unquote

from seurantalo.patterns import late

#: A text without any of these is plain but for the dashes and the blank below.
_ODD: Final = late(r"[^\n -[\]-~\xa0-\xac\xae-\xff‐-—‘-”…€]|&[#a-z]|%[2-5][0-9A-Fa-f]|<[/!a-z]")
#: What is read as one sign, or as nothing.
_PIECES: Final = late(
    r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]\w{1,30});"
    r"|%(?:2[0bde89f]|3a|40|5f)"
    r"|<!--[^<>@\d]{0,15}-->|</?(?:b|i|u|em|strong|span|code|small|wbr|nobr|font)(?:\s[^<>]{0,100})?/?>"
    r"|\\[!-/:-@\[-`{-~]"
    r"|.",
    re.DOTALL | re.IGNORECASE,
)
_DASHES: Final = {"–": "-", "—": "-", "‐": "-", "‑": "-", "‒": "-"}
#: Dashes to the eye that Unicode counts among mathematical signs, strokes of tables and long vowels.
_MORE_DASHES: Final = frozenset("\u2043\u2212\u02d7\u30fc\u2500")
#: Letters of other alphabets that look like those of an identity code or an address.
_TWINS: Final = dict(zip("АВЕНКМОРСТУХаеорсухі", "ABEHKMOPCTYXaeopcyxi", strict=True))


class Plain(NamedTuple):
    """A text in plain signs; where each of them came from begins and ends, None where each is one sign of one."""

    text: str
    begins: Sequence[int] | None = None
    ends: Sequence[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a part of the plain text, at least one sign, stands in the text that it was made of."""
        if self.begins is None or self.ends is None:
            return start, end
        return self.begins[start], self.ends[end - 1]


def plain(text: str) -> Plain:
    r"""Return a text in plain signs.

    >>> plain("０４０–1\u00ad2 a&#64;b").text
    '040-12 a@b'
    >>> plain("０４０–1\u00ad2 a&#64;b").span(7, 10)
    (8, 15)
    """
    if _ODD.search(text) is None:
        # Each of these is one sign for one sign, so that places stay what they are.
        for sign, dash in _DASHES.items():
            text = text.replace(sign, dash)
        return Plain(text.replace("\xa0", " "))
    signs: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    for piece in _PIECES.finditer(text):
        for sign in _plain(piece[0]):
            if unicodedata.combining(sign):
                whole = unicodedata.normalize("NFC", signs[-1] + sign) if signs else sign
                if len(whole) == 1 and signs:
                    signs[-1], ends[-1] = whole, piece.end()
                continue
            signs.append(sign)
            begins.append(piece.start())
            ends.append(piece.end())
    return Plain("".join(signs), begins, ends)


def _plain(piece: str) -> str:
    """Return what a piece of text looks like in plain signs; "" for what can't be seen."""
    if len(piece) == 1:
        return piece if piece == "\n" or " " <= piece <= "~" else _plain_sign(piece)
    if piece[0] == "&":
        read = unescape(piece)
        return piece if read == piece else "".join(map(_plain, read))
    if piece[0] == "%":
        return unquote(piece)
    return piece[1:] if piece[0] == "\\" else ""


def _plain_sign(sign: str) -> str:
    """Return what one sign looks like that is none of ASCII."""
    kind = unicodedata.category(sign)
    if kind == "Pd" or sign in _MORE_DASHES:
        return "-"
    if kind[0] == "Z" or sign in "\t\r":
        return " "
    if kind in ("Cf", "Cc"):
        return ""
    if kind == "Nd":
        return str(unicodedata.decimal(sign))
    return _TWINS.get(sign) or unicodedata.normalize("NFKC", sign)
