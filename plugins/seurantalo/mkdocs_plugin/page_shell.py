"""A shell: one finished page of a kind, split at the places that vary, to be filled for each of many pages.

MkDocs renders a few real pages of the kind with marks for values. After the build, when every plugin has done
its work, they are read back, split at the marks and removed. One more page, the proof, is rendered with values
as awkward as a contributor could write; only when a filled shell equals it byte for byte are shells used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from hashlib import blake2b
from itertools import product
from operator import itemgetter
from pathlib import Path
from typing import Final, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from seurantalo.mkdocs_plugin.pages import bulk_page
from seurantalo.mkdocs_plugin.search import without_search_attributes
from seurantalo.mkdocs_plugin.theme_values import ThemeValues, theme_values
from seurantalo.publishing.publication import FeedLink, Page

# ASCII letters and digits only: no escaping or quoting alters them. The head's stands between tags, where a
# plugin might drop bare text, and the body's must hold the h1 that keeps the theme from writing its own.
_MARK: Final = {name: f"seurantalo0{name}0mark" for name in ThemeValues._fields} | {
    "head": '<meta name="seurantalo0head0mark">',
    "body": '<h1 id="seurantalo0anchor0mark">seurantalo0body0mark</h1>',
}

_PROOF_TITLE: Final = "Åäö & <b>\"lainaus\"</b> 'x' {{ title }} {% raw %} $1 \\1 \\g<0> % 100 €– 🎻 &amp;"
_PROOF: Final = Page(
    address="seurantalo0proof/",
    title=_PROOF_TITLE,
    description=f"Kuvaus: {_PROOF_TITLE}",
    source="events/2027/ä b/#1?.yml",
    feeds=(FeedLink("tapahtumat/a/a.ics", _PROOF_TITLE), FeedLink("ical/ä.ics", "Kaikki")),
    body=(
        '<h1>Åäö &amp; &lt;b&gt;</h1>\n\n<p   class="a">Kaksi  väliä,\n rivi {{ x }} $1 \\1<br></p>\n'
        "<pre>  a\n\n\tb</pre>\n"
        '<div data-search-exclude="x"><a href="../../kalenteri/">Kalenteri</a> <img src="../../a.svg" alt=""></div>\n'
    ),
)


class Shape(NamedTuple):
    """What a page has or has not; the theme leaves out whole elements for what it has not."""

    description: bool
    edit_link: bool
    head: bool = True

    @property
    def slug(self) -> str:
        """The mark for the slug, and the folder in which the shell of this shape is built."""
        return f"{_MARK['slug']}{int(self.description)}{int(self.edit_link)}"


class Shell:
    """Finished HTML with slots for a page's values."""

    def __init__(self, html: str, slug: str) -> None:
        """Split ``html``; raise ValueError where a mark that every page has is missing."""
        marks = {slug: "slug"} | {mark: name for name, mark in _MARK.items() if name != "slug"}
        # The body's mark holds the anchor's: longest first.
        pattern = "|".join(re.escape(mark) for mark in sorted(marks, key=len, reverse=True))
        parts = re.split(f"({pattern})", html)
        # Bytes: of most pages the shell is the larger part, and it is encoded once.
        self.parts = [part.encode() for part in parts]
        values = ThemeValues._fields
        self.order = [
            values.index(marks[part]) if part in marks else len(values) + number for number, part in enumerate(parts)
        ]
        """Where each piece of a page is among its values and, behind them, the parts of the shell."""
        found = [marks[part] for part in parts if part in marks]
        if not {"title", "body"} <= set(found) or found.count("body") != 1:
            raise ValueError("a mark is missing or doubled")
        self._in_order = itemgetter(*self.order)

    def fill(self, values: ThemeValues) -> bytes:
        """Return the page."""
        return b"".join(self._in_order((*map(to_bytes, values), *self.parts)))


def to_bytes(html: str) -> bytes:
    """Return HTML as MkDocs writes its own pages: what UTF-8 has no bytes for becomes a character reference."""
    return html.encode("utf-8", "xmlcharrefreplace")


class Shells:
    """The shells of one kind of bulk pages."""

    def __init__(self, by_shape: dict[Shape, Shell], *, has_edit_links: bool, is_searched: bool) -> None:
        self._by_shape = by_shape
        self._has_edit_links = has_edit_links
        self._is_searched = is_searched

    @cached_property
    def digest(self) -> str:
        """What tells these shells from others that would make other pages of the same values."""
        told = [(shape, shell.parts, shell.order) for shape, shell in self._by_shape.items()]
        return blake2b(repr((told, self._is_searched)).encode(), digest_size=16).hexdigest()

    def fill(self, page: Page, values: ThemeValues) -> bytes:
        """Return the finished page, equal to what MkDocs would have made of it."""
        if self._is_searched:
            values = values._replace(body=without_search_attributes(values.body))
        shape = Shape(bool(values.description), bool(page.source) and self._has_edit_links, bool(values.head))
        return self._by_shape[shape].fill(values)


class ShellBuilding:
    """The pages that MkDocs must render so that a kind has shells."""

    def __init__(self, folder: str, *, has_edit_links: bool, is_searched: bool) -> None:
        """Plan the pages below ``folder``, where all pages of the kind stand."""
        self._folder = folder
        self._has_edit_links = has_edit_links
        self._is_searched = is_searched
        edit_links = (True, False) if has_edit_links else (False,)
        self._shapes = [Shape(*values) for values in product((True, False), edit_links)]
        self._proof = Page(
            address=folder + _PROOF.address,
            title=_PROOF.title,
            body=_PROOF.body,
            description=_PROOF.description,
            source=_PROOF.source,
            feeds=_PROOF.feeds,
        )

    @property
    def addresses(self) -> tuple[str, ...]:
        """Addresses that the site must not have when it is finished."""
        return (*(f"{self._folder}{shape.slug}/" for shape in self._shapes), self._proof.address)

    def files(self, config: MkDocsConfig) -> Iterator[File]:
        """Yield the files to add to the build."""
        for shape in self._shapes:
            values = ThemeValues(
                **(_MARK | {"slug": shape.slug, "description": _MARK["description"] * shape.description})
            )
            page = Page(
                address=f"{self._folder}{shape.slug}/",
                title=values.title,
                body=values.body,
                source=_MARK["source"] * shape.edit_link,
            )
            yield bulk_page(page, values, config).file
        yield bulk_page(self._proof, theme_values(self._proof, self._folder), config).file

    def take(self, site: Path) -> Shells:
        """Read and remove the finished pages.

        Raises ValueError where they cannot serve as shells, with the reason in English for the log.
        """
        finished = {address: _take(site / address) for address in self.addresses}
        by_shape = {shape: Shell(finished[f"{self._folder}{shape.slug}/"], shape.slug) for shape in self._shapes}
        by_shape |= {
            shape._replace(head=False): Shell(_headless(finished[f"{self._folder}{shape.slug}/"]), shape.slug)
            for shape in self._shapes
        }
        shells = Shells(by_shape, has_edit_links=self._has_edit_links, is_searched=self._is_searched)
        if (
            shells.fill(self._proof, theme_values(self._proof, self._folder))
            != finished[self._proof.address].encode()
        ):
            raise ValueError("a theme or plugin alters values, so a filled page would differ")
        return shells


def _headless(html: str) -> str:
    """Return a shell for pages with nothing in the head: there the line breaks around it are one (see lean.py)."""
    before, _, after = html.partition(_MARK["head"])
    return f"{before}{after.removeprefix(chr(10)) if before.endswith(chr(10)) else after}"


def _take(folder: Path) -> str:
    """Return the text of a folder's page, and remove both; ``""`` where no page was written."""
    file = folder / "index.html"
    try:
        text = file.read_bytes().decode()
        file.unlink()
        folder.rmdir()
    except OSError:
        return ""
    return text
