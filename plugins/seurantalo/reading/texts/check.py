"""The links of a record's texts: where each leads, or what to write instead; and signs that do nothing on a page.

A text that has been read holds links that any page can use: paths of files have become addresses from the root.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from functools import cached_property
from html import unescape
from operator import attrgetter
from typing import Final
from urllib.parse import unquote

from seurantalo.model.headings import Anchors, headings
from seurantalo.model.kinds import KINDS
from seurantalo.model.marked_text import Piece, Sign, all_pieces, pieces
from seurantalo.model.problem import Mend, Severity
from seurantalo.model.wiki_link import word_of
from seurantalo.reading.file_scope import Placed, Scope, nearest
from seurantalo.reading.files.picture_file import PICTURE_TYPES
from seurantalo.reading.texts.pictures import picture_named
from seurantalo.reading.texts.places import TextPlaces
from seurantalo.reading.texts.site_places import SitePlaces, Spot

_SAFE: Final = ("http://", "https://", "mailto:", "tel:")
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
#: A scheme with a slip: ``htp://``, ``https:/``, ``http//``, ``https.//``.
_NEARLY_HTTP: Final = re.compile(r"(?i)\Ah?t{1,3}ps?[:;.]{0,2}/{0,3}(?=(?:[\w-]+\.)+[a-z]{2,})")
#: Names of hosts: labels and a top level that is no ending of files.
_HOST: Final = re.compile(r"(?i)\A(?://)?((?:[\w-]{1,63}\.)+([a-z]{2,20}))(?::\d+)?(?:[/?#]|\Z)")
_ENDINGS: Final = frozenset(
    {
        *("csv", "doc", "docx", "gif", "htm", "html", "ics", "jpeg", "jpg", "json", "markdown", "md", "odp", "ods"),
        *(
            "odt",
            "pdf",
            "php",
            "png",
            "ppt",
            "pptx",
            "rtf",
            "svg",
            "txt",
            "webp",
            "xls",
            "xlsx",
            "xml",
            "yaml",
            "yml",
        ),
        "zip",
    }
)
_MAIL: Final = re.compile(r"[^\s@/]+@[\w.-]+\.\w{2,}\Z")
#: A link to elsewhere of which nothing can be said, and what brackets may be besides.
_ELSEWHERE: Final = re.compile(r"\]\(https://[a-z0-9][a-z0-9./-]{0,100}\)")
_OTHER_LINKS: Final = ("[[", "![", "][", "]:")
_SHOWN: Final = 60
#: So many links of a text are told.
_MOST: Final = 20


def with_addresses(scope: Scope, field_name: str, node: Placed, text: str) -> str:
    """Report the links and pictures of a text that lead nowhere; return it with those to files as addresses."""
    if "[" not in text or "](" not in text or _leads_elsewhere(text):
        return text
    return _Links(scope, field_name, node, text).resolved()


def _leads_elsewhere(text: str) -> bool:
    """Tell whether all links of a text are complete addresses of other sites, which are most."""
    return text.count("](") == len(_ELSEWHERE.findall(text)) and not any(map(text.__contains__, _OTHER_LINKS))


class _Links:
    """The links of one text, while they are looked at."""

    def __init__(self, scope: Scope, field_name: str, node: Placed, text: str) -> None:
        self._scope, self._field, self._text = scope, field_name, text
        self._places = TextPlaces(scope, node, text)
        self._site = scope.known.places
        self._folder = posixpath.dirname(scope.path)
        self._told = 0

    @cached_property
    def _anchors(self) -> Anchors:
        return Anchors(headings(self._text))

    def resolved(self) -> str:
        """Return the text in which links to files lead to their addresses."""
        links = [one for one in all_pieces(pieces(self._text)) if one.sign in (Sign.LINK, Sign.PICTURE)]
        made: list[str] = []
        at = 0
        for piece in sorted(links, key=attrgetter("last")):  # as their addresses stand
            address = unescape(_ESCAPED.sub(r"\1", piece.target)).strip()
            right = self._picture(piece, address) if piece.sign is Sign.PICTURE else self._link(piece, address)
            if right is not None and right != piece.target:
                start = self._text.index(piece.target, piece.last) if piece.target else piece.last
                made += (self._text[at:start], right)
                at = start + len(piece.target)
                self._scope.known.asked_files = True
        return "".join((*made, self._text[at:]))

    def _picture(self, piece: Piece, address: str) -> str | None:
        """Return the address of a picture; None where it stays as it is, or is none of ours."""
        place = self._places.of(piece.start, self._text[piece.start : piece.end])
        right = None
        if address.lower().startswith(("http://", "https://")):
            self._scope.report("picture-elsewhere", place, self._field, Severity.NOTICE, found=address[:_SHOWN])
        else:
            path = address.removeprefix("./").lstrip("/")
            self._scope.known.asked_files = True
            spot = self._site.find(self._folder, address) if self._site is not None else None
            named = (
                unquote(spot.address) if spot is not None and spot.address.lower().endswith(PICTURE_TYPES) else path
            )
            if picture_named(self._scope, place, self._field, named) is not None and named != path:
                right = f"/{spot.address}" if spot is not None else None
        if not self._text[piece.first : piece.last].strip():
            self._scope.report("picture-without-words", place, self._field, found=address[:_SHOWN])
        return right

    def _link(self, piece: Piece, address: str) -> str | None:
        """Return what a link's address becomes; None where it stays as it is, or leads nowhere and was told."""
        if self._site is None or (address.lower().startswith(_SAFE) and _NEARLY_HTTP.sub("", address)[:1] != "/"):
            return None
        if _MAIL.match(address):
            return None  # told as what is personal
        path, sign, anchor = address.partition("#")
        self._scope.known.asked_files = True
        if not path:
            if not sign:
                self._tell(piece, "link-empty", "")
            elif self._anchors.meant(anchor) is None:
                near = self._nearest(anchor, (one.on_page for one in self._anchors.headings))
                self._tell(piece, "link-anchor", f"#{near}" if near else "")
            return None
        spot = self._site.find(self._folder, path.partition("?")[0])
        if spot is None or _SCHEME.match(address) or address.startswith("//"):
            self._tell_nowhere(piece, address, self._site)
            return None
        found = self._site.anchor_in(spot, anchor) if anchor else ""
        if found is None:
            near = self._nearest(anchor, self._site.anchors_of(spot))
            self._tell(piece, "link-anchor", f"{path}#{near}" if near else path)
            return None
        if spot.record is not None and path.lower().endswith((".yml", ".yaml")):
            # A reader of the repository sees the file there, and not the page that is meant.
            self._tell(piece, "link-to-data", self._written(piece, path, spot, self._site), Severity.WARNING)
        return f"/{spot.address}#{found}" if found else f"/{spot.address}"

    def _nearest(self, anchor: str, known: Iterable[str]) -> str:
        return nearest(anchor, known) if self._told < _MOST else ""

    def _tell_nowhere(self, piece: Piece, address: str, site: SitePlaces) -> None:
        """Report a link that leads nowhere, by what it most probably is."""
        if self._told >= _MOST:
            return
        host = _HOST.match(address)
        if _NEARLY_HTTP.match(address):
            self._tell(piece, "link-without-scheme", f"https://{_NEARLY_HTTP.sub('', address)}")
        elif _SCHEME.match(address) and not (host and ":" in host[0]):
            self._tell(piece, "link-scheme", "")
        elif host is not None and host[2].lower() not in _ENDINGS:
            self._tell(piece, "link-without-scheme", f"https://{address.removeprefix('//')}")
        else:
            near = site.nearest(address.partition("#")[0])
            right = self._written(piece, *near, site) if near is not None else ""
            self._tell(piece, "link-nowhere-near" if right else "link-nowhere", right)

    def _written(self, piece: Piece, path: str, spot: Spot, site: SitePlaces) -> str:
        """Return how the link to a file is best written: to a record as a wiki link, with the words that it has."""
        record = spot.record
        if record is not None and KINDS[record.kind].linked_as is not None and not piece.inside:
            words = self._text[piece.first : piece.last].replace("|", " ")
            return f"[[{word_of(record.kind, self._scope.settings.language)}:{record.id}|{words}]]"
        return path.removeprefix(site.docs)

    def _tell(self, piece: Piece, code: str, right: str, severity: Severity = Severity.ERROR) -> None:
        """Report a link with what to write in its place: another address or link. Of very many the first are told."""
        self._told += 1
        if self._told > _MOST:
            return
        written = self._text[piece.start : piece.end]
        place = self._places.of(piece.start, written)
        mend: Mend | None = None
        if right:
            whole = right if right.startswith("[[") else written.replace(f"]({piece.target}", f"]({right}")
            mend = self._scope.instead(place, written, whole)
        found = piece.target[:_SHOWN] or self._text[piece.first : piece.last][:_SHOWN]
        self._scope.report(code, place, self._field, severity, mend, found=found, near=right[:120])
