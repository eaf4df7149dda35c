"""One page made ready for a theme: every value escaped for the place where the theme puts it.

Themes of MkDocs print values as they are (their Jinja environment does not escape), so a title that came from a
contributor must be made harmless before it is handed over. Composed pages and pages filled into a shell take
their values from here alike; that is what makes the two equal.
"""

from __future__ import annotations

import re
from html import escape
from typing import Final, NamedTuple
from urllib.parse import quote

from mkdocs.structure.toc import AnchorLink, TableOfContents

from seurantalo.publishing.publication import Heading, Page, depth_prefix

#: The id that a page's h1 gets when it has none: "skip to content" leads there. No heading's own id starts so.
TOP: Final = "_alku"

_FIRST_HEADING: Final = re.compile(r"<h1(?:\s[^>]*)?>")
_QUOTED: Final = re.compile(r"[A-Za-z0-9_./~-]*").fullmatch
_ID: Final = re.compile(r"""\sid=(?:"([^"]*)"|'([^']*)')""")


class ThemeValues(NamedTuple):
    """A page's values as they stand in the finished HTML. ``source`` is quoted for an address, not for HTML."""

    slug: str
    title: str
    description: str
    source: str
    anchor: str
    head: str
    body: str


def theme_values(page: Page, folder: str = "") -> ThemeValues:
    """Return the page's values; ``slug`` is what its address adds to ``folder``.

    Raises ValueError for a body without an h1, which would make the theme write one of its own.
    """
    anchor, body = _anchored(page)
    return ThemeValues(
        slug=_quoted(page.address[len(folder) : -1]),
        title=escape(page.title),
        description=escape(page.description),
        source=_quoted(page.source),
        anchor=anchor,
        head=f"{_feed_links(page)}{page.head}".strip("\n") if page.feeds or page.head else "",
        body=body,
    )


def _anchored(page: Page) -> tuple[str, str]:
    """Return the id of the page's h1, and the body in which it has one."""
    body = page.body
    if body.startswith("<h1>", body.find("<h1")):  # As nearly all do; the copies count, for there are thousands.
        return TOP, body.replace("<h1>", f'<h1 id="{TOP}">', 1)
    found = _FIRST_HEADING.search(body)
    if found is None:
        raise ValueError(f"no h1 in the body of {page.address!r}")
    own = _ID.search(found.group())
    if own:
        return own.group(1) or own.group(2) or "", body
    at = found.start() + len("<h1")
    return TOP, f'{body[:at]} id="{TOP}"{body[at:]}'


def _quoted(path: str) -> str:
    """Return ``quote(path)``; most need nothing."""
    return path if _QUOTED(path) else quote(path)


def _feed_links(page: Page) -> str:
    """Return the ``<link>`` of each feed. Not a template's work: it is done once per event.

    A feed that is called what the page is called has no title of its own.
    """
    root = depth_prefix(page.address)
    links = []
    for feed in page.feeds:
        title = f' title="{escape(feed.title)}"' if feed.title != page.title else ""
        # Two words: Material takes a bare "alternate" for the site in another language, and looks for its sitemap.
        links.append(
            f'\n<link rel="alternate feed" type="{escape(feed.media_type)}"{title}'
            f' href="{_from(page.address, root, feed.path)}">'
        )
    return "".join(links)


def _from(address: str, root: str, path: str) -> str:
    """Return the shortest link to a file: one below the page's own folder needs no way to the root."""
    own = path.removeprefix(address)
    return _quoted(own) if len(own) < len(path) and ":" not in own else f"{root}{_quoted(path)}"


def table_of_contents(title: str, anchor: str, headings: tuple[Heading, ...]) -> TableOfContents:
    """Return the table of contents: the page itself, with its headings below it as their levels say.

    ``title`` is escaped already. A theme leaves a first entry of level 1 out of the list, and skips to it.
    """
    top = AnchorLink(title, anchor, 1)
    path = [top]
    for heading in headings:
        link = AnchorLink(escape(heading.title), heading.id, max(heading.level, 2))
        while path[-1].level >= link.level:
            path.pop()
        path[-1].children.append(link)
        path.append(link)
    return TableOfContents([top])
