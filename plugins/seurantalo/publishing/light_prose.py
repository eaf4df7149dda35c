"""The Markdown that most texts are made of, rendered without a parser: paragraphs, emphasis, links, flat lists.

The whole of Markdown costs 50 times as much. What is rendered here is what it would have rendered, byte for byte
(tests/publishing/test_light_prose.py); whatever might not be is left to it, from that block to the end of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TypeAlias

from seurantalo.patterns import late
from seurantalo.printable import is_printable

#: Returns the text and the address of a wiki link (its word, id and own text); no address: only text.
Resolve: TypeAlias = Callable[[str, str, str], tuple[str, str]]

#: Signs that mean something in Markdown or HTML wherever they stand.
_SIGNS: Final = ("*", "[", "<", "_", "`", "|", "]", ">", "\\")
#: The same of several signs. Each has one that few texts have: that one is found many times as quickly.
_LONGER_SIGNS: Final = (("~", "~~"), ("w", "www."), ("/", "://"))
#: What a line of a list, a heading, a rule or an indented text begins with.
_LINE = late(r"[ #+=•-]|\d{1,9}[.)][ ]")
_ENTITY = late(r"&(?! )")

#: Words between two signs, without other signs at their ends.
_WORDS: Final = r"[^\s*\[\]](?:[^*\[\]\n]*[^\s*\[\]])?"
#: An address that no parser of addresses sees otherwise: a name of ordinary labels, a path without brackets.
_LABEL: Final = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_ADDRESS: Final = rf"https?://(?:{_LABEL}\.)+[a-z]{{2,20}}(?:/[A-Za-z0-9._~/?=#%+-]{{0,500}})?"
_MARK = late(
    rf"(?<![\w*])\*\*(?P<strong>{_WORDS})\*\*(?![\w*])"
    rf"|(?<![\w*])\*(?P<em>{_WORDS})\*(?![\w*])"
    rf"|(?<![!\[\]])\[(?P<link>{_WORDS})\]\((?P<href>{_ADDRESS})\)"
    rf"|(?<![\[\]])\[\[(?P<word>[^\W\d_]{{1,20}}):(?P<name>[a-z0-9-]{{1,120}})(?:\|(?P<own>{_WORDS}))?\]\](?!\])"
)
_LONGEST_LINK: Final = 200


class _HeavyError(Exception):
    """A text that only the whole of Markdown can render."""


def is_plain(text: str) -> bool:
    """Return True for prose without any mark of Markdown or HTML: most texts."""
    for sign in _SIGNS:  # a search for each is ten times as quick as one pattern for all
        if sign in text:
            return False
    for first, sign in _LONGER_SIGNS:
        if first in text and sign in text:
            return False
    return not (
        ("&" in text and _ENTITY.search(text))
        or _has_marked_lines(text)
        # Controls, separators other than the space, surrogates, private signs.
        or not is_printable(text)
    )


def _has_marked_lines(text: str) -> bool:
    """Tell whether a line means more than its words: by how it begins or ends, or as the second empty one."""
    is_empty = False
    for line in text.split("\n"):
        was_empty, is_empty = is_empty, not line
        if is_empty:
            if was_empty:
                return True
        elif line[-1] == " " or (not line[0].isalpha() and _LINE.match(line)):
            return True
    return False


def light_start(text: str, resolve: Resolve) -> tuple[str, str]:
    """Return the HTML of the blocks that a text begins with, and the rest that needs the whole of Markdown."""
    text = text.strip("\n")
    plain = _plain_start(text)
    blocks = text[plain:].split("\n\n")
    made: list[str] = []
    taken = 0  # blocks whose HTML depends on nothing that follows
    for number, block in enumerate(blocks, 1):
        if taken < number - 1 and block.startswith("- "):
            break  # two blocks of items may be one list with room between them
        try:
            found, ends_with_list = _block(block, resolve)
        except _HeavyError:
            break
        made.append(found)
        # What follows a list decides about it, so a list is only taken together with the paragraph after it.
        taken = taken if ends_with_list and number < len(blocks) else number
    start = [plain_paragraphs(text[:plain])] if plain else []
    return "\n".join([*start, *made[:taken]]), "\n\n".join(blocks[taken:])


def _plain_start(text: str) -> int:
    """Return where the paragraphs end that a text has before its first mark: one look sees that they are plain."""
    marks = [at for at in (text.find("*"), text.find("[")) if at >= 0]
    end = text.rfind("\n\n", 0, min(marks)) if marks else -1
    return end + 2 if end > 0 and text[end - 1] != "\n" and is_plain(text[:end]) else 0


def plain_paragraphs(text: str) -> str:
    """Return the HTML of a plain text."""
    text = text.strip("\n")
    if not text:
        return ""
    escaped = text.replace("&", "&amp;") if "&" in text else text
    return "<p>" + escaped.replace("\n\n", "</p>\n<p>") + "</p>"


def _block(block: str, resolve: Resolve) -> tuple[str, bool]:
    """Return a block's HTML and whether it ends with a list; raise _HeavyError for one that is not light."""
    if not block or block[0] == "\n":
        raise _HeavyError
    words, dash, items = ("", "- ", block[2:]) if block.startswith("- ") else block.partition("\n- ")
    html = f"<p>{_inline(words, resolve)}</p>" if words else ""
    if not dash:
        return html, False
    lines = items.split("\n")
    rest = [line.removeprefix("- ") for line in lines[1:] if line.startswith("- ")]
    if len(rest) < len(lines) - 1:
        raise _HeavyError
    entries = "\n".join(f"<li>{_inline(line, resolve)}</li>" for line in (lines[0], *rest))
    return f"{html}\n<ul>\n{entries}\n</ul>".lstrip("\n"), True


def _inline(words: str, resolve: Resolve) -> str:
    """Return the HTML of words on one or more lines."""
    marked = "*" in words or "[" in words
    bare = _MARK.sub(_without_mark, words) if marked else words
    if not bare or not is_plain(bare):
        raise _HeavyError
    escaped = words.replace("&", "&amp;") if "&" in words else words
    return _MARK.sub(lambda found: _element(found, resolve), escaped) if marked else escaped


def _without_mark(found: re.Match[str]) -> str:
    return found["strong"] or found["em"] or found["link"] or found["own"] or found["name"]


def _element(found: re.Match[str], resolve: Resolve) -> str:
    if found["strong"]:
        return f"<strong>{found['strong']}</strong>"
    if found["em"]:
        return f"<em>{found['em']}</em>"
    if len(found[0]) > _LONGEST_LINK:
        raise _HeavyError
    if found["link"]:
        return f'<a href="{found["href"]}" rel="noopener">{found["link"]}</a>'
    text, href = resolve(found["word"], found["name"], found["own"] or "")
    if not found["own"]:
        if "\n" in text or not is_plain(text):
            raise _HeavyError
        text = text.replace("&", "&amp;")
    if not href:
        raise _HeavyError
    return f'<a href="{href}">{text}</a>'
