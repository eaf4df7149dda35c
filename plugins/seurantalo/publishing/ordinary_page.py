"""Ordinary Markdown pages: their typed wiki links become HTML links; all else stays as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from seurantalo.model.wiki_link import WIKI_LINK, code_spans
from seurantalo.publishing.prose import ProseContext


def with_plain_links(markdown: str, context: ProseContext) -> tuple[str, tuple[tuple[int, str, str], ...]]:
    """Return the Markdown with plain links, and (offset, kind word, id) of each wiki link that leads nowhere."""
    missing: list[tuple[int, str, str]] = []
    made: list[str] = []
    for offset, piece, is_code in _pieces(markdown):
        end = 0
        for found in () if is_code else WIKI_LINK.finditer(piece):
            word, name, text = (found[1].strip(), found[2].strip(), (found[3] or "").strip())
            words, address = context.resolve(word, name, text)
            made.append(piece[end : found.start()])
            end = found.end()
            if address:
                # HTML, because the host checks Markdown links against its own files, and event pages are none.
                made.append(f'<a href="{escape(address)}">{escape(words)}</a>')
            else:
                missing.append((offset + found.start(), word, name))
                made.append(found[0])
        made.append(piece[end:])
    return "".join(made), tuple(missing)


def _pieces(markdown: str) -> Iterator[tuple[int, str, bool]]:
    """Yield (offset, text, whether it is code), in order."""
    end = 0
    for begins, ends in code_spans(markdown):
        yield end, markdown[end:begins], False
        yield begins, markdown[begins:ends], True
        end = ends
    yield end, markdown[end:], False
