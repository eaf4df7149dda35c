"""Ordinary Markdown pages: their typed wiki links become HTML links; all else stays as it was written."""

from __future__ import annotations

from html import escape

from seurantalo.model.wiki_link import wiki_links
from seurantalo.publishing.prose import ProseContext


def with_plain_links(markdown: str, context: ProseContext) -> tuple[str, tuple[tuple[int, str, str], ...]]:
    """Return the Markdown with plain links, and (offset, kind word, id) of each wiki link that leads nowhere."""
    missing: list[tuple[int, str, str]] = []
    made: list[str] = []
    end = 0
    for link in wiki_links(markdown, page=True):
        words, address = context.resolve(link.kind_word, link.target, link.text)
        if address:
            # HTML, because the host checks Markdown links against its own files, and event pages are none.
            made += (markdown[end : link.offset], f'<a href="{escape(address)}">{escape(words)}</a>')
            end = link.end
        else:
            missing.append((link.offset, link.kind_word, link.target))
    return "".join((*made, markdown[end:])), tuple(missing)
