"""The lines of contributed Markdown before the library reads them: forgiving about lists, bounded in what may nest.

Headings and rules stand apart there: the library looks for each anew in all that follows in its block.
"""

from __future__ import annotations

import re
from typing import Final

from markdown.preprocessors import Preprocessor

from seurantalo.patterns import late

#: Quotes and lists inside each other on one line; more are shown as the signs that they are.
DEEPEST: Final = 6

_ITEM = late(r"( *)([-*+•]|\d{1,9}[.)])( +)(?=\S)")
_MARKER = late(r" *(?:>|[-*+](?= )|\d{1,9}\.(?= ))")
_HEADING = late(r"#{1,6} ")
_RULE = late(r" {0,3}([-*_])(?: *\1){2,} *$")
_UNDERLINE = late(r"([=-])\1* *$")
_HASHTAG = late(r"#+(?=[^#\s])")


class Lines(Preprocessor):
    """Gives lists the blank lines and indents that the library wants, and bounds what may nest."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines that the library reads."""
        made: list[str] = []
        open_lists: list[int] = []
        amid_items, before = False, (0, False)
        for given in lines:
            line = _plain_nesting(given)
            item = None if _RULE.match(line) else _ITEM.match(line)
            after_blank = not made or not made[-1]
            if item is not None and not open_lists and not after_blank and _only_a_number(item[2]):
                item = None
            if item is not None and (open_lists or len(item[1]) < 4):
                _settle(open_lists, len(item[1]))
                kind = (len(open_lists), item[2][0].isdigit())
                if not after_blank and (not amid_items or (kind[0] == before[0] and kind != before)):
                    made.append("")
                amid_items, before = True, kind
                made.append(_item_line(item, line, len(open_lists) - 1))
                continue
            amid_items = amid_items and bool(line) and not after_blank
            if not open_lists and not after_blank and _is_title(made) and (title := _UNDERLINE.match(line)):
                made[-1:] = [f"{'#' if title[1] == '=' else '##'} {_closed(made[-1])}", ""]
            elif _HEADING.match(line) or (_RULE.match(line) and not open_lists):
                open_lists.clear()
                made += ["", line, ""]
            elif open_lists and line:
                text = line.lstrip()
                level = sum(indent < len(line) - len(text) for indent in open_lists)
                if after_blank and not level:
                    open_lists.clear()
                made.append("    " * level + text if after_blank else text)
            else:
                made.append(line.lstrip() if line.startswith("    ") else line)
        return made


def _is_title(made: list[str]) -> bool:
    """Return True where the last line is the first of its block, and could be a heading that the next underlines."""
    return (len(made) == 1 or not made[-2]) and not _MARKER.match(made[-1]) and not _HEADING.match(made[-1])


def _closed(title: str) -> str:
    """Return a heading's words whose last hashes are words too."""
    return f"{title[:-1]}\\#" if title.endswith("#") else title


def _only_a_number(marker: str) -> bool:
    """Return True for ``5.`` amid a paragraph: a date or a year that a line break happens to precede."""
    return marker[0].isdigit() and marker[:-1] != "1"


def _item_line(item: re.Match[str], line: str, level: int) -> str:
    marker = "-" if item[2] == "•" else item[2].replace(")", ".")
    rest = line[item.end() :]
    inner = _MARKER.match(rest)
    if inner is not None and not rest.startswith(">"):
        rest = f"{rest[: inner.end() - 1]}\\{rest[inner.end() - 1 :]}"
    return f"{'    ' * level}{marker} {rest}"


def _settle(open_lists: list[int], indent: int) -> None:
    """Make ``indent`` the innermost of the open lists' indents."""
    while len(open_lists) > 1 and indent < open_lists[-1]:
        open_lists.pop()
    if not open_lists or (indent >= open_lists[-1] + 2 and len(open_lists) < DEEPEST):
        open_lists.append(indent)


def _plain_nesting(line: str) -> str:
    """Return a line whose blanks, hashtags and stacked signs are harmless."""
    line = line.rstrip("\n").expandtabs(4)
    if not line.strip():
        return ""
    hashtag = _HASHTAG.match(line)
    if hashtag is not None:
        return f"\\{line}"
    if _RULE.match(line):
        return line
    at = 0
    for _ in range(DEEPEST):
        marker = _MARKER.match(line, at)
        if marker is None:
            return line
        at = marker.end()
    marker = _MARKER.match(line, at)
    return line if marker is None else f"{line[: marker.end() - 1]}\\{line[marker.end() - 1 :]}"
