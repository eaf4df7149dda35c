"""The links of a record's texts: where each leads, or what to write instead; and signs that do nothing on a page.

A text that has been read holds links that any page can use: paths of files have become addresses from the root.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from seurantalo.model.headings import heading_meant, headings
from seurantalo.model.kinds import KINDS
from seurantalo.model.marked_text import Piece, Sign, all_pieces, pieces
from seurantalo.model.problem import Mend, Severity
from seurantalo.model.wiki_link import word_of
from seurantalo.reading.file_scope import Placed, Scope, nearest
from seurantalo.reading.picture_file import PICTURE_TYPES
from seurantalo.reading.pictures import picture_named
from seurantalo.reading.site_places import Spot, anchor_in, anchors_of
from seurantalo.reading.text_places import TextPlaces

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
_SHOWN: Final = 60


def with_addresses(scope: Scope, field_name: str, node: Placed, text: str) -> str:
    """Report the links and pictures of a text that lead nowhere; return it with those to files as addresses."""
    if "](" not in text:
        return text
    places = TextPlaces(scope, node, text)
    made: list[str] = []
    at = 0
    for piece in _links_of(pieces(text)):
        if piece.sign is Sign.PICTURE:
            right = _picture(scope, field_name, places, text, piece)
        else:
            right = _link(scope, field_name, places, text, piece)
        start = text.index(piece.target, piece.last) if piece.target else piece.last
        if right is not None and right != piece.target:
            made += (text[at:start], right)
            at = start + len(piece.target)
            scope.known.asked_files = True
    return "".join((*made, text[at:]))


def _links_of(found: tuple[Piece, ...]) -> Iterator[Piece]:
    """Yield links and pictures by where their addresses stand."""
    links = [one for one in all_pieces(found) if one.sign in (Sign.LINK, Sign.PICTURE)]
    return iter(sorted(links, key=lambda one: one.last))


def _picture(scope: Scope, field_name: str, places: TextPlaces, text: str, piece: Piece) -> str | None:
    """Return the address of a picture; None where it has none of ours."""
    place, address = places.of(piece.start, text[piece.start : piece.end]), _address(piece.target)
    words = text[piece.first : piece.last].strip()
    right = None
    if address.lower().startswith(("http://", "https://")):
        scope.report("picture-elsewhere", place, field_name, Severity.NOTICE, found=address[:_SHOWN])
    else:
        path = address.removeprefix("./").lstrip("/")
        site = scope.known.places
        spot = site.find(posixpath.dirname(scope.path), address) if site is not None else None
        named = _picture_path(scope, spot) or path
        if picture_named(scope, place, field_name, named) is not None and named != path:
            right = f"/{spot.address}" if spot is not None else None
    if not words:
        scope.report("picture-without-words", place, field_name, found=address[:_SHOWN])
    return right


def _picture_path(scope: Scope, spot: Spot | None) -> str:
    """Return the name that a spot's picture has among the known ones; ``""`` where it is none."""
    if spot is None or not spot.address.lower().endswith(PICTURE_TYPES):
        return ""
    site = scope.known.places
    paths = [path for path, one in site.files.items() if one is spot] if site is not None else []
    return next((path.removeprefix(site.docs) for path in paths if site is not None), "")


def _address(written: str) -> str:
    return unescape(_ESCAPED.sub(r"\1", written)).strip()


def _link(scope: Scope, field_name: str, places: TextPlaces, text: str, piece: Piece) -> str | None:
    """Return what a link's address becomes; None where it stays as it is, or leads nowhere and was told."""
    address = _address(piece.target)
    if address.lower().startswith(_SAFE) and not _NEARLY_HTTP.sub("", address).startswith("/"):
        return None
    if scope.known.places is None or _MAIL.match(address):
        return None  # a mail address is told as what is personal
    words = text[piece.first : piece.last]
    if not address:
        scope.report(
            "link-empty", places.of(piece.start, text[piece.start : piece.end]), field_name, found=words[:_SHOWN]
        )
        return None
    path, sign, anchor = address.partition("#")
    if not path:
        if sign and heading_meant(headings(text), anchor) is None:
            near = nearest(anchor, [one.on_page for one in headings(text)])
            _tell(scope, field_name, places, text, piece, "link-anchor", f"#{near}" if near else "")
        return None
    spot = scope.known.places.find(posixpath.dirname(scope.path), path.partition("?")[0])
    if spot is None or _SCHEME.match(address) or address.startswith("//"):
        _tell_nowhere(scope, field_name, places, text, piece, address)
        return None
    if not anchor:
        return f"/{spot.address}"
    found = anchor_in(spot, anchor)
    if found is None:
        near = nearest(anchor, anchors_of(spot))
        _tell(scope, field_name, places, text, piece, "link-anchor", f"{path}#{near}" if near else path)
        return None
    return f"/{spot.address}#{found}"


def _tell_nowhere(scope: Scope, field_name: str, places: TextPlaces, text: str, piece: Piece, address: str) -> None:
    """Report a link that leads nowhere, by what it most probably is."""
    host = _HOST.match(address)
    if _NEARLY_HTTP.match(address):
        rest = _NEARLY_HTTP.sub("", address)
        _tell(scope, field_name, places, text, piece, "link-without-scheme", f"https://{rest}")
    elif _SCHEME.match(address) and not (host and ":" in host[0]):
        _tell(scope, field_name, places, text, piece, "link-scheme", "")
    elif host is not None and host[2].lower() not in _ENDINGS:
        _tell(scope, field_name, places, text, piece, "link-without-scheme", f"https://{address.removeprefix('//')}")
    else:
        site = scope.known.places
        near = site.nearest(address.partition("#")[0]) if site is not None else None
        right = _written(scope, text, piece, *near) if near is not None else ""
        _tell(scope, field_name, places, text, piece, "link-nowhere-near" if right else "link-nowhere", right)


def _written(scope: Scope, text: str, piece: Piece, path: str, spot: Spot) -> str:
    """Return how the link to a file is best written: to a record as a wiki link, with the words that it has."""
    record, site = spot.record, scope.known.places
    if record is not None and KINDS[record.kind].linked_as is not None and not piece.inside:
        words = text[piece.first : piece.last].replace("|", " ")
        return f"[[{word_of(record.kind, scope.settings.language)}:{record.id}|{words}]]"
    return path.removeprefix(site.docs) if site is not None else path


def _tell(scope: Scope, field_name: str, places: TextPlaces, text: str, piece: Piece, code: str, right: str) -> None:
    """Report a link with what to write in its place: another address, or another link."""
    place = places.of(piece.start, text[piece.start : piece.end])
    mend: Mend | None = None
    if right:
        written = text[piece.start : piece.end]
        whole = right if right.startswith("[[") else written.replace(f"]({piece.target}", f"]({right}")
        mend = scope.instead(place, written, whole)
    found = piece.target[:_SHOWN]
    scope.report(code, place, field_name, Severity.ERROR, mend, found=found, near=right[:120])
