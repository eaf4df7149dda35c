"""Texts of strangers as pieces of a file that people go on with. ``file-text.js`` does the same in the browser."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Final

from seurantalo.patterns import late

#: Signs that show nothing, or turn the direction of what follows (UAX 9), and halves of signs.
_HIDDEN: Final = late(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_LINE_ENDS: Final = late("\r\n?|[\u2028\u2029]")
_BLANK: Final = "[ \t\n\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+"
_BLANKS, _BEFORE, _BEHIND = late(_BLANK), late(f"^{_BLANK}"), late(rf"{_BLANK}\Z")
#: Letters of the languages around us: what lies beyond them is put between quotation marks, and so always safe.
_LETTER: Final = "A-Za-z0-9À-ÖØ-öø-ɏ"
#: A text that YAML, and the reader of files that are none, take as it stands.
_PLAIN: Final = late(rf"[{_LETTER}](?:(?:[{_LETTER} .,()/;!?%&+*'’”°€§½–—-]|:(?=[{_LETTER}]))*[{_LETTER}.)!?%€])?")
_ADDRESS: Final = late(r"https?://[A-Za-z0-9._~:/?#@!$&'()*+;=%-]*[A-Za-z0-9/_~=-]")
#: What other readers of YAML take for something else than a text.
_SPECIAL: Final = frozenset({"true", "false", "null", "yes", "no", "on", "off"})


def clean_text(text: str) -> str:
    r"""Return a text without signs that show nothing, its lines ending as ours do.

    >>> clean_text("Kesä\u202ejuhla\r\nrannassa\x07")
    'Kesäjuhla\nrannassa'
    """
    return _HIDDEN.sub("", _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    r"""Return a text as one line, blanks around and between its words as one.

    >>> one_line(" Kesäjuhla\n  rannassa ")
    'Kesäjuhla rannassa'
    """
    return _BLANKS.sub(" ", clean_text(text)).strip(" ")


def prose_lines(text: str) -> list[str]:
    r"""Return the lines of a longer text; lines without words are empty, and none stands first or last.

    A tab is four blanks, as it is to Markdown (CommonMark, 2.2): in a file it is a sign that misleads.

    >>> prose_lines("\nKahvia.\n  \nLaulua.\n")
    ['Kahvia.', '', 'Laulua.']
    """
    lines = [line if _BLANKS.sub("", line) else "" for line in clean_text(text).replace("\t", "    ").split("\n")]
    while lines and not lines[0]:
        del lines[0]
    while lines and not lines[-1]:
        lines.pop()
    if lines:
        lines[0] = _BEFORE.sub("", lines[0])
        lines[-1] = _BEHIND.sub("", lines[-1])
    return lines


def scalar(text: str, *, inside_list: bool = False) -> str:
    """Return a text as one line of YAML, between quotation marks where it could be misread; ``""`` stays that.

    >>> scalar("Kesäjuhla 2027"), scalar("Huom: ei koiria"), scalar("Kahvia, pullaa", inside_list=True)
    ('Kesäjuhla 2027', '"Huom: ei koiria"', '"Kahvia, pullaa"')
    """
    words = one_line(text)
    plain = _PLAIN.fullmatch(words) and not (inside_list and "," in words) and words.lower() not in _SPECIAL
    if not words or plain or (not inside_list and _ADDRESS.fullmatch(words)):
        return words
    # A JSON string is a YAML double-quoted scalar (YAML 1.2, 1.3).
    return json.dumps(words, ensure_ascii=False)


def listed(items: Iterable[str]) -> str:
    """Return scalars as a list on one line.

    >>> listed(["lapset", "nuoret"])
    '[lapset, nuoret]'
    """
    return f"[{', '.join(items)}]"


def indented(lines: Iterable[str], by: str = "  ") -> list[str]:
    """Return lines further right; empty ones stay empty.

    >>> indented(["Kahvia.", "", "Laulua."])
    ['  Kahvia.', '', '  Laulua.']
    """
    return [f"{by}{line}" if line else "" for line in lines]
