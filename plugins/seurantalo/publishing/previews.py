"""What a link to a page looks like where it is shared: the Open Graph protocol, https://ogp.me, and Twitter's card.

Addresses in it are absolute, so that a site which does not know its own has none of this.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from html import escape
from typing import Final, NamedTuple
from urllib.parse import quote

from seurantalo.language import Language
from seurantalo.publishing.addresses import COMMON_PREVIEW, EVENTS, FRONT, preview_file
from seurantalo.publishing.publication import Page, Pages, Site

__all__ = ["Previews", "Shared", "preview_tags", "previewed"]

#: Country and language as the protocol writes them.
_LOCALES: Final = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_GB"}
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


def previewed(page: Page, site: Site, lang: Language, picture: str = "") -> Page:
    """Return a page whose head tells how a link to it is shown; ``picture`` is a path in the site, ``""`` for none.

    >>> page = Page(address="kalenteri/", title="Kalenteri & muuta", body="<h1>Kalenteri</h1>")
    >>> home = Site(name="Seurantalo", url="https://seurantalo.example.org/")
    >>> previewed(page, home, lang).head.splitlines()[1:3]
    ['<meta property="og:title" content="Kalenteri &amp; muuta">', '<meta property="og:type" content="article">']
    """
    words = Shared(page.address, page.title, page.description)
    return replace(page, head=f"{page.head}{preview_tags(words, site, lang, picture)}") if site.url else page


def preview_tags(page: Shared, site: Site, lang: Language, picture: str = "") -> str:
    """Return HTML for a page's head; none where the site does not know its address.

    >>> home = Site(name="Seurantalo", url="https://seurantalo.example.org/")
    >>> "og:description" in preview_tags(Shared("tietoa/", "Tietoa", ""), home, lang)
    False
    """
    if not site.url:
        return ""
    title, kind = (site.name, "website") if page.address == FRONT else (page.title, "article")
    before, after = _around_address(kind, site.url, site.name, lang.code)
    description = page.description or site.description
    told = _line("og:description", description) if description else ""
    return f"{_line('og:title', title)}{before}{quote(page.address)}{after}{told}{_of_picture(site.url, picture)}"


def _line(name: str, words: str) -> str:
    return f'\n<meta property="{name}" content="{escape(words)}">'


@lru_cache(maxsize=64)
def _around_address(kind: str, url: str, name: str, code: str) -> tuple[str, str]:
    """Return what all pages of a site say before and after their own address."""
    of_site = f"{_line('og:site_name', name)}{_line('og:locale', _LOCALES.get(code, code))}"
    return f'{_line("og:type", kind)}\n<meta property="og:url" content="{escape(url)}', f'">{of_site}'


# Most pages have the site's picture, or none.
@lru_cache(maxsize=64)
def _of_picture(url: str, picture: str) -> str:
    if not picture:
        return '\n<meta name="twitter:card" content="summary">'
    width, height = SIZE
    size = f"{_line('og:image:width', str(width))}{_line('og:image:height', str(height))}"
    card = '\n<meta name="twitter:card" content="summary_large_image">'
    return f"{_line('og:image', f'{url}{picture}')}{size}{card}"


class Previews:
    """Gives pages their previews; ``drawn`` tells whether an event has a picture of its own.

    >>> home = Site(name="Seurantalo", url="https://seurantalo.example.org/")
    >>> give = Previews(home, lang, lambda name: name == "konsertti", pictures=True)
    >>> page = give(Page(address="tapahtumat/konsertti/", title="Konsertti", body="<h1>Konsertti</h1>"))
    >>> "tapahtumat/konsertti/esikatselu.png" in page.head
    True
    """

    def __init__(self, site: Site, lang: Language, drawn: Callable[[str], bool], *, pictures: bool) -> None:
        self._site, self._lang, self._pictures, self._drawn = site, lang, pictures and bool(site.url), drawn

    def __call__(self, page: Page) -> Page:
        """Return a page with its preview."""
        picture = COMMON_PREVIEW if self._pictures else ""
        if self._pictures and page.address.startswith(EVENTS):
            name = page.address.removeprefix(EVENTS).removesuffix("/")
            if self._drawn(name):
                picture = preview_file(name)
        return previewed(page, self._site, self._lang, picture)

    def of_all(self, pages: Pages) -> Pages:
        """Return pages that get theirs when they are made."""
        return Pages(pages.names, lambda name: self(pages.make(name)))
