"""Small pieces of HTML: facts, links, notices, badges, days, with every value made safe.

They are written here and not as macros because pages by the thousand are put together of them, which is several times
as quick; templates have them under the same names in ``html``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from types import SimpleNamespace
from typing import Final, cast

from markupsafe import Markup, escape

from seurantalo.frozen import dataclass
from seurantalo.publishing.pages.shared.view import Badge, DateBlock, Link, Notice


def escaped(value: object) -> str:
    """Return words as HTML, and what is HTML as it is: markupsafe makes Markup of it, which takes longer.

    >>> escaped("Kahvi & 'pulla'"), escaped(Markup("<b>Talkoot</b>"))
    ('Kahvi &amp; &#39;pulla&#39;', Markup('<b>Talkoot</b>'))
    """
    kind = type(value)
    if kind is Markup:
        return cast("Markup", value)
    if kind is not str:
        return escape(value)
    words = cast("str", value).replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")
    return words.replace("'", "&#39;").replace('"', "&#34;")


@lru_cache(maxsize=20_000)
def safe(words: str) -> str:
    """Return words as HTML: places, hours and names come again and again, and a look-up is quicker."""
    return str(escaped(words))


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
    text = str(escaped(link.text))
    if link.href.startswith("mailto:"):
        text = text.replace("@", "@<wbr>")
    words = f'<a href="{escaped(link.href)}">{text}</a>' if link.href else text
    return f'{words} <span class="st-note">{escaped(link.note)}</span>' if link.note else words


def fact_row(term: str, links: Iterable[Link], html: str = "") -> str:
    """Return a line of a fact list; ``html`` is clean, and stands before the links.

    Where a term and its fact end, HTML knows by what follows (HTML, 13.1.2.4).
    """
    return f"<div><dt>{safe(term)} <dd>{html}{', '.join([link_html(link) for link in links])}</div>\n"


def link_row(link: Link) -> str:
    """Return a line of a list of links."""
    return f"<li>{link_html(link)}</li>\n"


def notice_html(notice: Notice) -> str:
    """Return a box that must be seen."""
    text = f" {escaped(notice.text)}" if notice.text else ""
    links = "".join([f" {link_html(link)}" for link in notice.links])
    return (
        f'<div class="st-notice st-notice--{notice.tone}" role="note">'
        f"<p><strong>{safe(notice.title)}</strong>{text}{links}</div>\n"
    )


def badge_html(badge: Badge) -> str:
    """Return a short label."""
    return f'<span class="st-badge st-badge--{badge.tone}">{safe(badge.text)}</span>'


def date_block_html(day: DateBlock) -> str:
    """Return a day as a block, to be scanned at a glance."""
    last = f' data-last="{day.last_iso}"' if day.last_iso else ""
    several = ' class="st-date__range"' if "–" in day.day else ""
    year = f" {safe(day.year)}" if day.year else ""
    return (
        f'<time class="st-date" datetime="{day.iso}" data-date{last}>'
        f'<span class="st-visually-hidden">{safe(day.words)}</span>'
        f'<span aria-hidden="true"><i>{safe(day.weekday)}</i><b{several}>{safe(day.day)}</b>'
        f"<small>{safe(day.month)}{year}</small></span></time>\n"
    )


def _clean(piece: Callable[..., str]) -> Callable[..., Markup]:
    return lambda *values: Markup(piece(*values))  # noqa: S704 - every value in it was made safe


#: The pieces by the names that templates call them by: ``html.link(item)``.
FOR_TEMPLATES: Final = SimpleNamespace(
    badge=_clean(badge_html),
    date_block=_clean(date_block_html),
    fact_row=_clean(fact_row),
    link=_clean(link_html),
    link_row=_clean(link_row),
    notice=_clean(notice_html),
)
