"""Markdown as plain text for calendar apps: paragraphs and lists keep their lines, addresses stay readable."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from typing import Final, TypeAlias

from seurantalo.model.wiki_link import WIKI_LINK
from seurantalo.publishing.feeds.lines import clean
from seurantalo.publishing.prose import shorten

#: From the word and the id in a wiki link to the record's name.
TitleOf: TypeAlias = Callable[[str, str], str]

#: Characters of a description; who wants more follows the address at its end. Some apps cut at 4,000 themselves.
DESCRIPTION_LIMIT: Final = 2_000

#: How much longer than its words a text with markup is at most worth reading.
_LONGER: Final = 8

#: Without one of these a text has no markup inside its lines. To look for each costs less than one regex for all.
_MARKS: Final = "*_`[]<>&\\#|~"
_IMAGE: Final = re.compile(r"!\[([^\[\]\n]{0,300})\]\([^()\s]{1,2000}(?:\s[^()\n]{0,300})?\)")
_LINK: Final = re.compile(r"\[([^\[\]\n]{1,300})\]\(\s?<?([^()<>\s]{1,2000})>?(?:\s[^()\n]{0,300})?\)")
_ANGLE: Final = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
_TAG: Final = re.compile(r"</?[A-Za-z][^<>]{0,2000}>|<!--[^<>]{0,2000}-->", re.DOTALL | re.IGNORECASE)
#: It begins with the mark and looks back from there, so that not every letter is tried.
_EMPHASIS: Final = re.compile(r"([*_])(?<![\w\\].)(\1{0,2})(?=\S)([^*_\n]{1,1000}?)(?<=\S)\1\2(?!\w)")
_CODE: Final = re.compile(r"(`{1,3})([^`\n]{1,500})\1")
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
#: What a line that is more than words begins with: lists, tables, quotes, headings, rules.
_SPECIAL: Final = frozenset("-*+|0123456789>#_=`~")
#: A line break that is more than a space: before such a line, or hard.
_BREAK: Final = re.compile(r"\n(?:[-*+|0-9>#_=`~\s]|(?<=\s\n))")
#: A line break of a text that is more than plain paragraphs with a blank line between them.
_NO_PARAGRAPH: Final = re.compile(r"\n(?<!\n\n)(?!(?<!\s\n)\n[^-*+|0-9>#_=`~\s])")
_BLOCK_START: Final = re.compile(r"(?:[-*+]|[0-9]{1,3}[.)])\s|\|")
_HEADING: Final = re.compile(r"#{1,6}\s+(.*?)\s*#*$")
_RULE: Final = re.compile(r"(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,}|`{3,}\w*|~{3,}\w*)$")
#: What stands between the head and the rows of a table.
_DELIMITER: Final = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
_QUOTE: Final = re.compile(r"(?:>\s?)+")
_BULLET: Final = re.compile(r"[*+]\s+")


def plain(markdown: str, limit: int, title_of: TitleOf = lambda _, target: target) -> str:
    """Return the text without markup, at most ``limit`` characters (cut at a word, ``…`` added).

    Unlike ``prose.plain_text`` it keeps the addresses of links, which an app makes tappable, and the blank lines
    between paragraphs; and it costs a twentieth, as feeds need it for every event. ``title_of`` gives the words for a
    wiki link that has none of its own.
    """
    text = clean(markdown[: _LONGER * limit])
    for mark in _MARKS:
        if mark in text:
            text = _without_markup(text, title_of)
            break
    return shorten(_joined(text), limit)


def _link(match: re.Match[str]) -> str:
    words, target = match.groups()
    address = target.removeprefix("mailto:")
    if address == words or not target.startswith(("http://", "https://", "mailto:")):
        return words  # the same twice, or an address inside the site that means nothing in an app
    return f"{words} ({address})"


def _without_markup(text: str, title_of: TitleOf) -> str:
    """Return the clean text without the marks inside its lines. Most have few kinds of them: a look is cheap."""
    if "[[" in text:
        text = WIKI_LINK.sub(
            lambda match: (match[3] or "").strip() or title_of(match[1].strip(), match[2].strip()), text
        )
    if "](" in text:
        text = _LINK.sub(_link, _IMAGE.sub(r"\1", text) if "![" in text else text)
    if "<" in text:
        text = _TAG.sub("", _ANGLE.sub(lambda match: match[1].removeprefix("mailto:"), text))
    if "*" in text or "_" in text:
        text = "\n".join([_unstressed(line) if "*" in line or "_" in line else line for line in text.split("\n")])
    if "`" in text:
        text = _CODE.sub(r"\2", text)
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    return clean(unescape(text)) if "&" in text else text.strip()


def _unstressed(line: str) -> str:
    line, found = _EMPHASIS.subn(r"\3", line)
    return _EMPHASIS.sub(r"\3", line) if found else line  # emphasis inside emphasis


def _joined(text: str) -> str:
    """Return the text with soft line breaks as spaces, one blank line between paragraphs."""
    if text and text[0] not in _SPECIAL and "\\" not in text and not _NO_PARAGRAPH.search(text):
        return text
    if "\n" not in text:
        match = _HEADING.match(text)
        return match[1] if match else text
    return "\n\n".join([words for words in map(_block, text.split("\n\n")) if words])


def _with_rows(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each line, and the same as a row of a table: its cells apart; ``""`` for what is no row."""
    inside = False
    for line, after in zip(lines, (*lines[1:], ""), strict=True):
        inside = "|" in line and (inside or _is_delimiter(after))
        if not inside:
            yield line, ""
        elif not _is_delimiter(line):
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            if row := " – ".join([cell for cell in cells if cell]):
                yield line, row


def _is_delimiter(line: str) -> bool:
    return "|" in line and _DELIMITER.fullmatch(line.strip()) is not None


def _block(text: str) -> str:
    """Return lines without a blank one between them. Nearly always they are words and nothing else."""
    text = text.strip()
    if not text or (text[0] not in _SPECIAL and "\\" not in text and not _BREAK.search(text)):
        return text.replace("\n", " ")
    lines: list[str] = []
    open_paragraph = False
    for raw, row in _with_rows(text.split("\n")):
        if row:
            lines.append(row)
            open_paragraph = False
            continue
        line = raw.strip()
        hard_break = raw.endswith(("  ", "\\"))
        if line.startswith(">"):
            line = _QUOTE.sub("", line, count=1)
        line = line.removesuffix("\\")
        special = line[:1] in _SPECIAL
        if not line or (special and _RULE.match(line)):
            if lines and lines[-1]:
                lines.append("")
            open_paragraph = False
            continue
        heading = _HEADING.match(line) if special else None
        if heading:
            lines += [*([""] if lines and lines[-1] else []), heading[1], ""]
            open_paragraph = False
            continue
        if open_paragraph and not (special and _BLOCK_START.match(line)):
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(_BULLET.sub("- ", line, count=1) if line[0] in "*+" else line)
        open_paragraph = not hard_break
    return "\n".join(lines).strip()
