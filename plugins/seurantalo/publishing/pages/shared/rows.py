"""Pieces of HTML for pages by the thousand: facts, links, notices, badges, with every value made safe.

The HTML is that of macros.html; tests/pages/test_event.py holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import escape

from seurantalo.publishing.pages.shared.view import Badge, Link, Notice


@lru_cache(maxsize=20_000)
def safe(words: str) -> str:
    """Return words as HTML: places, hours and names come again and again, and a look-up is quicker."""
    return str(escape(words))


@dataclass(frozen=True, slots=True)
class Anchor(Link):
    """A link that many pages have, with its HTML."""

    html: str = ""


def anchor(link: Link) -> Anchor:
    """Return a link with its HTML."""
    return Anchor(link.text, link.href, link.note, link_html(link))


def link_html(link: Link) -> str:
    """Return a link, or only its words where it leads nowhere, with its note."""
    if isinstance(link, Anchor):
        return link.html
    words = f'<a href="{escape(link.href)}">{escape(link.text)}</a>' if link.href else str(escape(link.text))
    return f'{words} <span class="st-note">{escape(link.note)}</span>' if link.note else words


def fact_row(term: str, links: Iterable[Link]) -> str:
    """Return a line of a fact list."""
    return f"<div><dt>{safe(term)}</dt> <dd>{', '.join([link_html(link) for link in links])}</dd></div>\n"


def link_row(link: Link) -> str:
    """Return a line of a list of links."""
    return f"<li>{link_html(link)}</li>\n"


def notice_html(notice: Notice) -> str:
    """Return a box that must be seen; its links are left out."""
    text = f" {escape(notice.text)}" if notice.text else ""
    return (
        f'<div class="st-notice st-notice--{notice.tone}" role="note">\n'
        f"<p><strong>{safe(notice.title)}</strong>{text}</p>\n"
        "</div>\n"
    )


def badge_html(badge: Badge) -> str:
    """Return a short label."""
    return f'<span class="st-badge st-badge--{badge.tone}">{safe(badge.text)}</span>'
