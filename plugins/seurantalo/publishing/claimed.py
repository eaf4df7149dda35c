"""Whether a file that lies loose in ``docs_dir`` would take the place of what is made: known without making it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import PurePosixPath
from typing import Final

from seurantalo.publishing.addresses import FRONT
from seurantalo.publishing.page_kinds import page_at
from seurantalo.publishing.parts import Parts
from seurantalo.publishing.site import FILE_KINDS, PAGE_KINDS

#: What a build makes besides pages and the files of the kinds.
_MADE: Final = ("sitemap.xml", "sitemap.xml.gz", "search/search_index.json")
#: Where style sheets and modules of ours stand.
_ASSETS: Final = "assets/seurantalo/"
_TOPS: Final = frozenset(kind.folder.partition("/")[0] for kind in PAGE_KINDS if kind.folder)
_INDEX: Final = ("index", "readme")


def reserved_place(path: str) -> str:
    """Return the place of made files that a file of ``docs_dir`` would stand in; ``""`` where it is in nobody's way.

    Servers and computers that know no capital letters take ``Ical`` for ``ical``.

    >>> reserved_place("ical/kaikki.ics"), reserved_place("liitteet/kaikki.ics")
    ('ical/', '')
    """
    plain = path.casefold()
    return plain if plain in _MADE else next((one for one in _folders() if plain.startswith(one)), "")


def claimed_pages(paths: Iterable[str], parts: Parts) -> Iterator[tuple[str, str, str]]:
    """Yield (path, address, source) of each file of ``docs_dir`` that would be a page which is made already.

    ``source`` is the page's record, or its title in quotation marks.
    """
    for path in paths:
        plain = path.casefold()
        address = page_address(plain)
        if address is None or reserved_place(path) or (address == FRONT and plain.endswith(".md")):
            continue
        top = address.partition("/")[0]
        page = page_at(address, PAGE_KINDS, parts.settings.language, parts) if top in _TOPS or not top else None
        if page is not None:
            yield path, address or "/", page.source or f"”{page.title}”"


def may_be_claimed(path: str) -> bool:
    """Tell whether a file of ``docs_dir`` might be a page that is made already, whatever the records are.

    >>> may_be_claimed("tapahtumat/konsertti.md"), may_be_claimed("ohjeet/kartta.md"), may_be_claimed("index.md")
    (True, False, False)
    """
    plain = path.casefold()
    address = page_address(plain)
    if address is None or address == FRONT:
        return address is not None and not plain.endswith(".md")
    return any(address.startswith(kind.folder) and address.endswith(kind.below) for kind in PAGE_KINDS if kind.folder)


@cache
def _folders() -> tuple[str, ...]:
    """Return the folders in which files alone stand: where pages stand too, a picture may lie beside them."""
    own = {folder for kind in FILE_KINDS for folder in kind.folders if folder.partition("/")[0] not in _TOPS}
    return (*sorted(own), _ASSETS)


def page_address(path: str) -> str | None:
    """Return the address of the page that a file of ``docs_dir`` becomes; None where it becomes none."""
    name = PurePosixPath(path)
    above = "" if name.parent == PurePosixPath() else f"{name.parent}/"
    if name.suffix in (".md", ".markdown", ".mdown", ".mkdn", ".mkd"):
        return above if name.stem in _INDEX else f"{above}{name.stem}/"
    return above if name.name == "index.html" else None
