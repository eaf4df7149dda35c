"""Ordinary Markdown pages: their typed wiki links become HTML links; all else stays as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Final

from seurantalo.model.wiki_link import WIKI_LINK
from seurantalo.publishing.prose import ProseContext

#: Fenced code, indented code and code spans, in which nothing is a link.
_CODE: Final = re.compile(r"(?ms)^(`{3,}|~{3,}).*?(?:^\1[`~]*\s*$|\Z)|^(?: {4}|\t)[^\n]*$|(`+)(?!`).*?(?<!`)\2(?!`)")


def with_plain_links(markdown: str, context: ProseContext) -> tuple[str, tuple[tuple[int, str, str], ...]]:
    """Return the Markdown with plain links, and (offset, kind word, id) of each wiki link that leads nowhere."""
    missing: list[tuple[int, str, str]] = []

    def plain(found: re.Match[str], offset: int) -> str:
        word, name, text = (found[1].strip(), found[2].strip(), (found[3] or "").strip())
        words, address = context.resolve(word, name, text)
        if not address:
            missing.append((offset + found.start(), word, name))
            return found[0]
        # HTML, because the host checks Markdown links against its own files, and event pages are none of them.
        return f'<a href="{escape(address)}">{escape(words)}</a>'

    pieces = []
    for offset, piece, is_code in _pieces(markdown):
        pieces.append(piece if is_code else WIKI_LINK.sub(lambda found, at=offset: plain(found, at), piece))
    return "".join(pieces), tuple(missing)


def _pieces(markdown: str) -> Iterator[tuple[int, str, bool]]:
    """Yield (offset, text, whether it is code), in order."""
    end = 0
    for match in _CODE.finditer(markdown):
        yield end, markdown[end : match.start()], False
        yield match.start(), match[0], True
        end = match.end()
    yield end, markdown[end:], False
