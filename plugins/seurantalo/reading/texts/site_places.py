"""Where each file of a project stands in the site, and where a link that somebody has written to it leads."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote

from rapidfuzz import fuzz, process, utils

from seurantalo.frozen import dataclass
from seurantalo.model.headings import Anchors, headings
from seurantalo.model.kinds import KINDS
from seurantalo.model.record import Kind
from seurantalo.reading.files.listing import Listing, OrdinaryPage, SourceFile, decode, kind_commented
from seurantalo.reading.yaml.front_matter import split_front_matter

#: The prefix of the ids of the headings in a record's own text, on its page.
_TEXT_ANCHORS: Final[Mapping[Kind, str]] = {Kind.EVENT: "d-", Kind.PRACTICE: "teksti-"}
_USUAL_ANCHORS: Final = "t-"
_INDEX: Final = re.compile(r"(?:^|(?<=/))(?:index|readme)$", re.IGNORECASE)
#: How like a name must be to be offered, out of 100.
_LIKE: Final = 72


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a link leads: an address in the site with its anchor, quoted; ``""`` is the front page.

    ``page`` and ``record`` tell which file that is, where it is one.
    """

    address: str
    page: OrdinaryPage | None = None
    record: SourceFile | None = None


class SitePlaces:
    """The places of a project's files in its site. Records that have no page have none.

    They are looked up when the first link is met: most files hold none.
    """

    def __init__(self, listing: Listing, docs: str, made: Iterable[str] = ()) -> None:
        """``docs`` is the folder of the site's pages, relative to the project, with a slash.

        ``made`` are the folders of pages and files that the site makes of records: ``kalenteri/``.
        """
        self.docs, self.made = docs, frozenset(made)
        self._listing = listing
        self._texts: dict[str, tuple[str, Anchors]] = {}

    @cached_property
    def files(self) -> Mapping[str, Spot]:
        """The places by the paths of the files, and of folders that have a page."""
        listing, docs = self._listing, self.docs
        files: dict[str, Spot] = {}
        for path in listing.loose:
            inside = path.removeprefix(docs)
            files[composed(path)] = Spot(quote(composed(inside)))
        for page in listing.pages:
            stem = _INDEX.sub("", composed(page.path.removeprefix(docs).rpartition(".")[0])).rstrip("/")
            spot = Spot(quote(f"{stem}/") if stem else "", page=page)
            files[composed(page.path)] = spot
            if _INDEX.search(page.path.rpartition(".")[0]):
                files.setdefault(posixpath.dirname(composed(page.path)), spot)
        for name in listing.pictures:
            files[composed(f"{docs}{name}")] = Spot(quote(composed(name)))
        for source in listing.files:
            address = _address_of(source)
            if address:
                files[composed(source.path)] = Spot(address, record=source)
        return files

    @cached_property
    def _addresses(self) -> Mapping[str, Spot]:
        return {spot.address: spot for spot in self.files.values()}

    def find(self, base: str, written: str) -> Spot | None:
        """Return where a path leads that stands in a file of the folder ``base``; None where there is nothing.

        As on GitHub it starts at the folder of the file; or at the folder of the pages, of the project, or of the
        site, as a person may see them.
        """
        path = unicodedata.normalize("NFC", unquote(written)).strip()
        inside = posixpath.normpath(path.lstrip("/")) if path.strip("/.") else ""
        bare = re.sub(r"\A(?:\.\./?)+", "", inside).removeprefix("./")
        starts = [] if path.startswith("/") else [posixpath.normpath(posixpath.join(base, path))]
        for candidate in (*starts, f"{self.docs}{bare}", bare):
            if (spot := self.files.get(candidate)) is not None:
                return spot
        return self._by_address(bare.removeprefix(self.docs))

    def _by_address(self, path: str) -> Spot | None:
        stem = path.removesuffix(".md").removesuffix(".html") if path.endswith((".md", ".html")) else path
        if path != stem:
            stem = _INDEX.sub("", stem)
        folder = f"{stem.rstrip('/')}/" if stem.strip("/.") else ""
        for address in (path, folder):
            if (spot := self._addresses.get(address)) is not None:
                return spot
        if not folder or folder in self.made:
            return Spot(quote(folder))
        # Below a record's page and in the calendar stand pages and files that nobody lists before they are made.
        above = folder
        while above := above.rstrip("/").rpartition("/")[0]:
            above += "/"
            if above in self._addresses and self._addresses[above].record is not None:
                return Spot(quote(path if "." in posixpath.basename(stem) else folder))
            if above in self.made and above not in _FOLDERS_OF_RECORDS:
                return Spot(quote(path if "." in posixpath.basename(stem) else folder))
        return None

    def nearest(self, written: str) -> tuple[str, Spot] | None:
        """Return the path and the place of the file whose name is most like that of a written path."""
        name = posixpath.basename(unquote(written).rstrip("/")).casefold()
        names = {path: posixpath.basename(path) for path in sorted(self.files)}
        best = process.extractOne(name, names, scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=_LIKE)
        return (best[2], self.files[best[2]]) if best is not None else None

    def anchor_in(self, spot: Spot, written: str) -> str | None:
        """Return the anchor that a written one means on the page of a file; None where the page has none like it.

        A heading's anchor may be written as on GitHub or as on the site. Of a page that no file tells, all are right.
        """
        if spot.page is None and spot.record is None:
            return written
        text, found = self._read(spot)
        prefix = _prefix(spot)
        heading = found.meant(written, prefix)
        if heading is not None:
            return heading.in_record(prefix) if prefix else heading.on_page
        given = rf"""\b(?:id|name)=["']?{re.escape(written)}(?![\w-])|#{re.escape(written)}(?![\w-])"""
        return written if spot.record is None and re.search(given, text) else None

    def anchors_of(self, spot: Spot) -> list[str]:
        """Return the anchors of the headings on the page of a file."""
        prefix = _prefix(spot)
        return [one.in_record(prefix) if prefix else one.on_page for one in self._read(spot)[1].headings]

    def _read(self, spot: Spot) -> tuple[str, Anchors]:
        known = self._texts.get(spot.address)
        if known is None:
            text = _text_of(spot)
            known = self._texts[spot.address] = (text, Anchors(headings(text, page=spot.page is not None)))
        return known


_FOLDERS_OF_RECORDS: Final = frozenset(one.pages for one in KINDS.values() if one.pages)


def _address_of(source: SourceFile) -> str:
    if source.kind is Kind.COMMENT:
        commented, _, name = source.id.rpartition("/")
        return f"{KINDS[kind_commented(source.path)].pages}{commented}/#kommentti-{name}"
    pages = KINDS[source.kind].pages
    return f"{pages}{source.id}/" if pages and not source.vocabulary else ""


def composed(path: str) -> str:
    """Return a path with composed letters, as texts have them once they are read."""
    return path if path.isascii() else unicodedata.normalize("NFC", path)


def _prefix(spot: Spot) -> str:
    """Return what the ids of headings begin with on the page of a record; ``""`` for an ordinary page."""
    return _TEXT_ANCHORS.get(spot.record.kind, _USUAL_ANCHORS) if spot.record is not None else ""


def _text_of(spot: Spot) -> str:
    """Return the Markdown of a page or of a record; ``""`` for a file that holds none, or is no text."""
    file = spot.page or spot.record
    if file is None or not file.path.endswith(".md"):
        return ""
    try:
        text = decode(Path(file.location).read_bytes(), file.path)
    except OSError:
        return ""
    if not isinstance(text, str):
        return ""
    front = split_front_matter(text)
    return front.body if front is not None else text
