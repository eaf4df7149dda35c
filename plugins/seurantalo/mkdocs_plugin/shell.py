"""A shell: one finished page, split at the places that vary, to be filled for each of many pages.

MkDocs renders a few real pages with marks for values. After the build, when every plugin has done its work, they are
read back, split at the marks and removed. All kinds of pages that stand equally deep in the site share them. For each
kind one more page, the proof, is rendered in its place with values as awkward as a contributor could write; only when
a filled shell equals it byte for byte is the kind filled into shells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from seurantalo.mkdocs_plugin.pages import bulk_page
from seurantalo.mkdocs_plugin.paper import Paper, paper
from seurantalo.mkdocs_plugin.search import without_search_attributes
from seurantalo.publishing.publication import FeedLink, Page

# ASCII letters and digits only: no escaping or quoting alters them. The head's stands between tags, where a
# plugin might drop bare text, and the body's must hold the h1 that keeps the theme from writing its own.
_MARK: Final = {name: f"seurantalo0{name}0mark" for name in Paper._fields} | {
    "head": '\n<meta name="seurantalo0head0mark">',
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


@dataclass(frozen=True, slots=True)
class Shape:
    """What a page has or has not; the theme leaves out whole elements for what it has not."""

    description: bool
    edit_link: bool

    def place(self, depth: int) -> str:
        """Return the mark for the place of a page so many folders deep: where the shell of this shape is built."""
        return "/".join([f"{_MARK['place']}{int(self.description)}{int(self.edit_link)}", *["a"] * (depth - 1)])


class Shell:
    """Finished HTML with slots for a page's values."""

    def __init__(self, html: str, place: str) -> None:
        """Split ``html``; raise ValueError where a mark that every page has is missing."""
        marks = {place: "place"} | {mark: name for name, mark in _MARK.items() if name != "place"}
        # The body's mark holds the anchor's: longest first.
        pattern = "|".join(re.escape(mark) for mark in sorted(marks, key=len, reverse=True))
        parts = re.split(f"({pattern})", html)
        # Bytes: of most pages the shell is the larger part, and it is encoded once.
        self._parts = [part.encode() for part in parts]
        self._slots = [(index, Paper._fields.index(marks[part])) for index, part in enumerate(parts) if part in marks]
        found = [marks[part] for part in parts if part in marks]
        if not {"title", "body"} <= set(found) or found.count("body") != 1:
            raise ValueError("a mark is missing or doubled")

    def fill(self, values: Paper) -> bytes:
        """Return the page."""
        encoded = [to_bytes(value) for value in values]
        parts = self._parts.copy()
        for index, number in self._slots:
            parts[index] = encoded[number]
        return b"".join(parts)


def to_bytes(html: str) -> bytes:
    """Return HTML as MkDocs writes its own pages: what UTF-8 has no bytes for becomes a character reference."""
    return html.encode("utf-8", "xmlcharrefreplace")


class Shells:
    """The shells of all pages that stand equally deep."""

    def __init__(self, by_shape: Mapping[Shape, Shell], *, has_edit_links: bool, is_searched: bool) -> None:
        self._by_shape = by_shape
        self._has_edit_links = has_edit_links
        self._is_searched = is_searched

    def fill(self, page: Page, values: Paper) -> bytes:
        """Return the finished page, equal to what MkDocs would have made of it."""
        if self._is_searched:
            values = values._replace(body=without_search_attributes(values.body))
        shape = Shape(bool(values.description), bool(page.source) and self._has_edit_links)
        return self._by_shape[shape].fill(values)


class ShellBuilding:
    """The pages that MkDocs must render so that pages of many kinds can be filled into shells."""

    def __init__(self, folders: Iterable[str], *, has_edit_links: bool, is_searched: bool) -> None:
        """Plan for the kinds of pages that stand right below the ``folders``."""
        self._folders = tuple(folders)
        self._has_edit_links = has_edit_links
        self._is_searched = is_searched
        edit_links = (True, False) if has_edit_links else (False,)
        self._shapes = [Shape(*values) for values in product((True, False), edit_links)]
        self._depths = sorted({_depth(folder) for folder in self._folders})

    @property
    def addresses(self) -> frozenset[str]:
        """Addresses that the site must not have when it is finished."""
        return frozenset(
            (
                *(f"{shape.place(depth)}/" for depth in self._depths for shape in self._shapes),
                *(_proof(folder).address for folder in self._folders),
            )
        )

    def files(self, config: MkDocsConfig) -> Iterator[File]:
        """Yield the files to add to the build."""
        for depth, shape in product(self._depths, self._shapes):
            place = shape.place(depth)
            values = Paper(**(_MARK | {"place": place, "description": _MARK["description"] * shape.description}))
            source = _MARK["source"] * shape.edit_link
            page = Page(address=f"{place}/", title=values.title, body=values.body, source=source)
            yield bulk_page(page, values, config).file
        for folder in self._folders:
            proof = _proof(folder)
            yield bulk_page(proof, paper(proof), config).file

    def take(self, site: Path) -> tuple[Mapping[str, Shells], Mapping[str, str]]:
        """Read and remove the finished pages.

        Returns the shells by folder, and for folders whose pages can't be filled into shells the reason in English.
        """
        finished = {address: _take(site, address) for address in sorted(self.addresses)}
        shells: dict[int, Shells] = {}
        spoiled: dict[int, str] = {}
        for depth in self._depths:
            try:
                shells[depth] = self._shells(finished, depth)
            except ValueError as error:
                spoiled[depth] = str(error)
        good: dict[str, Shells] = {}
        reasons: dict[str, str] = {}
        for folder in self._folders:
            depth, proof = _depth(folder), _proof(folder)
            if depth in spoiled:
                reasons[folder] = spoiled[depth]
            elif shells[depth].fill(proof, paper(proof)) == finished[proof.address].encode():
                good[folder] = shells[depth]
            else:
                reasons[folder] = "a theme or plugin alters values, so a filled page would differ"
        return good, reasons

    def _shells(self, finished: Mapping[str, str], depth: int) -> Shells:
        places = {shape: shape.place(depth) for shape in self._shapes}
        by_shape = {shape: Shell(finished[f"{place}/"], place) for shape, place in places.items()}
        return Shells(by_shape, has_edit_links=self._has_edit_links, is_searched=self._is_searched)


def _depth(folder: str) -> int:
    """Return how many folders deep the pages below a folder stand."""
    return folder.count("/") + 1


def _proof(folder: str) -> Page:
    return replace(_PROOF, address=folder + _PROOF.address)


def _take(site: Path, address: str) -> str:
    """Return the text of a page, and remove it with its folders; ``""`` where no page was written."""
    file = site / address / "index.html"
    try:
        text = file.read_bytes().decode()
        file.unlink()
    except OSError:
        return ""
    with suppress(OSError):  # The folder of a kind holds other pages.
        for folder in file.parents[: _depth(address) - 1]:
            folder.rmdir()
    return text
