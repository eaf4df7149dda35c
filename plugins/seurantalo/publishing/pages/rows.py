"""Facts and links that carry their own HTML, for pages by the thousand: what many pages share is escaped once.

The HTML is that of macros.html; tests/pages/test_event.py holds the two together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

from seurantalo.publishing.pages.view import Fact, Link

_NOTHING: Final = Markup()


@dataclass(frozen=True, slots=True)
class FactRow(Fact):
    """A fact with its line of a fact list."""

    row: Markup = _NOTHING


@dataclass(frozen=True, slots=True)
class LinkRow(Link):
    """A link with a note, with its line of a list."""

    row: Markup = _NOTHING


@dataclass(frozen=True, slots=True)
class Anchor(Link):
    """A link that many pages have, with its HTML."""

    html: str = ""


def anchor(link: Link) -> Anchor:
    """Return a link with its HTML."""
    return Anchor(link.text, link.href, link.note, _link_html(link))


def fact_row(term: str, links: tuple[Link, ...]) -> FactRow:
    """Return a fact with its line."""
    cells = ", ".join([link.html if isinstance(link, Anchor) else _link_html(link) for link in links])
    return FactRow(term, links, row=Markup(f"<div><dt>{escape(term)}</dt><dd>{cells}</dd></div>"))  # noqa: S704


def link_row(text: str, href: str, note: str) -> LinkRow:
    """Return a link with its line."""
    link = Link(text, href, note)
    return LinkRow(text, href, note, Markup(f"<li>{_link_html(link)}</li>"))  # noqa: S704


def lines(rows: Sequence[FactRow | LinkRow]) -> Markup:
    """Return the lines of a list."""
    return Markup("\n".join([one.row for one in rows]))  # noqa: S704


def _link_html(link: Link) -> str:
    words = f'<a href="{escape(link.href)}">{escape(link.text)}</a>' if link.href else str(escape(link.text))
    return f'{words} <span class="st-note">{escape(link.note)}</span>' if link.note else words
