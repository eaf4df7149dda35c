"""Contributed text inside Markdown that GitHub shows: it stays text, whatever is written in it."""

from __future__ import annotations

import re
from typing import Final

from seurantalo.reading.report import WORD_JOINER, one_line

# Every ASCII sign that CommonMark or GitHub's additions give a meaning; a backslash takes it away (section 2.4).
_SIGNS: Final = re.compile(r"[\\`*_{}\[\]<>()#+!|~$&^=-]")
#: GitHub makes links of these without any sign of Markdown: addresses, mentions, numbers of issues.
_LINKED: Final = re.compile(
    r"(?<=(?<!\w)@)(?=\w)|(?<=#)(?=\w)|(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=\bGH)(?=-)", re.IGNORECASE
)
#: A backtick with another after it.
_RUN: Final = re.compile(r"`(?=`)")


def plain(text: str) -> str:
    """Return a text for one line of Markdown, in which nothing is markup, link, mention or HTML."""
    joined = _LINKED.sub(WORD_JOINER, one_line(text))
    return _SIGNS.sub(lambda found: f"\\{found.group()}", joined)


def code(text: str) -> str:
    """Return a text as a span of code, with a fence that is longer than any in it (CommonMark 6.1)."""
    words = _RUN.sub(f"`{WORD_JOINER}", one_line(text))
    if "`" not in words:
        return f"`{words}`"
    padding = " " if words.startswith("`") or words.endswith("`") else ""
    return f"``{padding}{words}{padding}``"
