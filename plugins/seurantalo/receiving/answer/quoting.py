"""Others' words inside Markdown that a forge shows: as code, in which nothing is a link, a mention or markup."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

#: Characters of a quotation.
LONGEST: Final = 120
#: Characters of a line that is to be copied, and lines of such a text.
LONGEST_LINE: Final = 1_000
MOST_LINES: Final = 40
# Signs for private use around words of others inside a sentence of ours; what people write never has them (`clean`).
_BEGINS, _ENDS = "\ue000", "\ue001"
_MARKED: Final = re.compile(f'[“”"]{_BEGINS}([^{_ENDS}]*){_ENDS}[”"]|{_BEGINS}([^{_ENDS}]*){_ENDS}')
#: The ASCII signs that CommonMark or the forges' additions give a meaning inside a line; a backslash takes it away
#: (section 2.4). Round brackets have one after square ones alone.
_SIGNS: Final = re.compile(r"[\\`*_{}\[\]<>#!|~$&^@]")
#: What is not shown, but could lead an eye or a program astray: controls, marks of direction, halves of signs, signs
#: of private use and those that no standard knows. Joiners hold pictures and letters together.
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOINERS: Final = "\u200c\u200d"
_NUMBER: Final = re.compile(r"[0-9]{1,9}\Z", re.ASCII)
_BACKTICKS: Final = re.compile("`+")


def clean(text: str) -> str:
    r"""Return a text on one line, without signs that are not seen.

    >>> clean("Kesä\u202ejuhla\n ##\x1b[2J")
    'Kesäjuhla ##[2J'
    """
    seen = (sign if sign in _JOINERS or unicodedata.category(sign) not in _UNSEEN else "" for sign in _spaced(text))
    return " ".join("".join(seen).split())


def _spaced(text: str) -> str:
    return re.sub(r"[\s\x00\u2028\u2029]", " ", text)


def quoted(text: str, most: int = LONGEST) -> str:
    """Return others' words as a span of code, whose fence is longer than any inside it (CommonMark 6.1).

    >>> print(quoted("Kesäjuhla"), quoted("a``b"), quoted("`x"))
    `Kesäjuhla` ```a``b``` `` `x ``
    """
    words = clean(text)
    if len(words) > most:
        words = f"{words[: most - 1].rstrip()}…"
    if not words:
        return "` `"
    fence = "`" * (1 + max((len(run) for run in _BACKTICKS.findall(words)), default=0))
    padding = " " if words[0] == "`" or words[-1] == "`" else ""
    return f"{fence}{padding}{words}{padding}{fence}"


def fenced(text: str, kind: str = "") -> list[str]:
    """Return lines to copy, between fences that nothing in them can close; too long a text is left out.

    >>> fenced("alkaa: 1.5.2027 klo 18", "yaml")
    ['```yaml', 'alkaa: 1.5.2027 klo 18', '```']
    """
    lines = [_as_written(line) for line in text.rstrip("\n").split("\n")]
    if len(lines) > MOST_LINES or any(len(line) > LONGEST_LINE for line in lines):
        return []
    longest = max((len(run) for run in _BACKTICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return [f"{fence}{kind}", *lines, fence]


def _as_written(line: str) -> str:
    """Return a line whose blanks stay as they are: depth has a meaning."""
    return "".join(
        sign if sign in _JOINERS or unicodedata.category(sign) not in _UNSEEN else " " if sign == "\t" else ""
        for sign in line
    )


def plain(text: str) -> str:
    """Return words of ours for a line of Markdown, in which nothing is markup."""
    return _SIGNS.sub(lambda found: f"\\{found.group()}", text)


def mark(text: str) -> str:
    """Return others' words marked, so that they are known again inside a sentence of ours. A bare number needs none.

    >>> said("Kalenterissa oli ensin ”{}”.".format(mark("Tanssit <b>")))
    'Kalenterissa oli ensin `Tanssit <b>`.'
    """
    return text if _NUMBER.match(text) else f"{_BEGINS}{clean(text)}{_ENDS}"


def said(sentence: str) -> str:
    """Return a sentence for Markdown: the marked words as code, without the quotation marks around them."""
    found: list[str] = []
    at = 0
    for match in _MARKED.finditer(sentence):
        found += [plain(sentence[at : match.start()]), quoted(match[1] or match[2] or "")]
        at = match.end()
    return "".join((*found, plain(sentence[at:])))
