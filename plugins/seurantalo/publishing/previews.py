"""What a link to a page looks like where it is shared: the Open Graph protocol, https://ogp.me, and Twitter's card.

Addresses in it are absolute, so that a site which does not know its own has none of this. The protocol asks for four
things: title, type, picture and address. The pages that people share, the front page and the coming events with a
picture of their own, say all four. Who shows a link to another page takes its address from its ``rel="canonical"``,
and the type is that of any page which tells none: tens of thousands of pages do not say them twice.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from html import escape
from typing import Final, NamedTuple

from seurantalo.frozen import altered
from seurantalo.publishing.addresses import COMMON_PREVIEW, EVENTS, FRONT, preview_file
from seurantalo.publishing.publication import Page, Pages, Site

__all__ = ["Previews", "Shared", "description_tag", "preview_tags", "previewed"]

#: Dots of every picture.
SIZE: Final = (1200, 630)


class Shared(NamedTuple):
    """What is said of a page where a link to it is shared; ``address`` is its own in the site.

    >>> Shared("tietoa/", "Tietoa sivustosta", "").title
    'Tietoa sivustosta'
    """

    address: str
    title: str
    description: str


def previewed(page: Page, site: Site, picture: str = "") -> Page:
    """Return a page whose head tells how a link to it is shown; ``picture`` is a path in the site, ``""`` for none.

    >>> page = Page(address="kalenteri/", title="Kalenteri & muuta", body="<h1>Kalenteri</h1>")
    >>> home = Site(name="Seurantalo", url="https://seurantalo.example.org/")
    >>> previewed(page, home).head.splitlines()[1]
    '<meta property="og:title" content="Kalenteri &amp; muuta">'
    """
    if not site.url:
        return page
    tags = preview_tags(Shared(page.address, page.title, page.description), site, picture, is_told=True)
    return altered(page, head=f"{page.head}{tags}")


def description_tag(page: Page) -> str:
    r"""Return what a page with a preview says of itself, as HTML for its head: for a theme that does not tell it.

    >>> page = Page(address="kalenteri/", title="Kalenteri", body="<h1>Kalenteri</h1>", description="Talkoot & muuta")
    >>> description_tag(page), description_tag(previewed(page, Site(name="Seurantalo", url="https://example.org/")))
    ('', '\n<meta property="og:description" content="Talkoot &amp; muuta">')
    """
    is_wanted = page.description and '<meta property="og:title"' in page.head
    return _line("og:description", page.description) if is_wanted else ""


def preview_tags(page: Shared, site: Site, picture: str = "", *, is_told: bool = False) -> str:
    """Return HTML for a page's head; none where the site does not know its address.

    ``is_told``: what the page says of itself stands in its head already.

    >>> home = Site(name="Seurantalo", url="https://seurantalo.example.org/")
    >>> "og:description" in preview_tags(Shared("tietoa/", "Tietoa", ""), home)
    False
    """
    if not site.url:
        return ""
    title = site.name if page.address == FRONT else page.title
    description = page.description or site.description
    told = _line("og:description", description) if description and not (is_told and page.description) else ""
    own = ""
    if page.address == FRONT or picture not in ("", COMMON_PREVIEW):
        own = f"{_line('og:type', 'website')}{_line('og:url', f'{site.url}{page.address}')}"
    return f"{_line('og:title', title)}{own}{_of_site(site.name)}{told}{_of_picture(site.url, picture)}"


def _line(name: str, words: str) -> str:
    return f'\n<meta property="{name}" content="{escape(words)}">'


@lru_cache(maxsize=64)
def _of_site(name: str) -> str:
    return _line("og:site_name", name)


# Most pages have the site's picture, or none.
@lru_cache(maxsize=64)
def _of_picture(url: str, picture: str) -> str:
    if not picture:
        return '\n<meta name="twitter:card" content="summary">'
    size = ""
    if picture != COMMON_PREVIEW:
        # The first who shares a link sees the picture at once; the common one everybody knows already.
        size = "".join(map(_line, ("og:image:width", "og:image:height"), map(str, SIZE)))
    card = '\n<meta name="twitter:card" content="summary_large_image">'
    return f"{_line('og:image', f'{url}{picture}')}{size}{card}"


class Previews:
    """Gives pages their previews; ``drawn`` tells whether an event has a picture of its own.

    >>> home = Site(name="Seurantalo", url="https://seurantalo.example.org/")
    >>> give = Previews(home, lambda name: name == "konsertti", pictures=True)
    >>> page = give(Page(address="tapahtumat/konsertti/", title="Konsertti", body="<h1>Konsertti</h1>"))
    >>> "tapahtumat/konsertti/esikatselu.png" in page.head
    True
    """

    def __init__(self, site: Site, drawn: Callable[[str], bool], *, pictures: bool) -> None:
        self._site, self._pictures, self._drawn = site, pictures and bool(site.url), drawn

    def __call__(self, page: Page) -> Page:
        """Return a page with its preview, if it is to have one."""
        if not page.previewed:
            return page
        picture = COMMON_PREVIEW if self._pictures else ""
        if self._pictures and page.address.startswith(EVENTS):
            name = page.address.removeprefix(EVENTS).removesuffix("/")
            if self._drawn(name):
                picture = preview_file(name)
        return previewed(page, self._site, picture)

    def of_all(self, pages: Pages) -> Pages:
        """Return pages that get theirs when they are made."""
        return Pages(pages.names, lambda name: self(pages.make(name)))
