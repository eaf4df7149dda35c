"""Content lines of RFC 5545: text made safe, escaped and folded. Every byte of a feed goes through here."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from seurantalo.model.record import Moment
from seurantalo.patterns import late
from seurantalo.printable import is_printable

#: The longest line in octets, its CRLF not counted (RFC 5545, 3.1).
LINE_OCTETS: Final = 75

_LINE_BREAK: Final = late("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
#: Controls (RFC 5545 forbids them), lone surrogates (not UTF-8), byte order marks, and the characters that turn
#: the direction of everything after them, also of what the calendar app writes next to the text.
_UNWANTED: Final = late("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_SPACES: Final = late(r"\s+")

#: The pieces of a line that is too long: as much as fits (the space after a fold takes one octet, so the first piece
#: has one more), ending before the first octet of a character; if one is near, where no space is on either side.
#: What is left fits.
_PIECES: Final = late(
    rb"(?:\A.)?(?:(?=.{75})(?:.{64,74}(?<! )(?![ \x80-\xbf])|.{71,74}(?![\x80-\xbf]))|.+)", re.DOTALL
)


def clean(text: str) -> str:
    """Return the text as an app shall show it: lines end in a line feed, controls are gone, ends are trimmed."""
    if not is_printable(text):
        text = _LINE_BREAK.sub("\n", text).replace("\t", " ")
        text = _UNWANTED.sub("", text)
    return text.strip()


def one_line(text: str) -> str:
    """Return the clean text with every run of white space, line breaks too, as one space."""
    text = clean(text)
    return text if text.isprintable() and "  " not in text else _SPACES.sub(" ", text)


def escape(text: str) -> bytes:
    """Return clean text as a TEXT value (RFC 5545, 3.3.11) in UTF-8.

    Bytes are searched for a sign three times as quickly as text, and all signs are of ASCII.
    """
    octets = text.encode()
    return octets.replace(b"\\", b"\\\\").replace(b";", b"\\;").replace(b",", b"\\,").replace(b"\n", b"\\n")


def fold(line: bytes) -> bytes:
    """Return a content line of UTF-8 with its CRLF, folded at 75 octets and never inside a character.

    A fold keeps clear of spaces: editors and mail gateways cut them at line ends.
    """
    if len(line) <= LINE_OCTETS:
        return line + b"\r\n"
    return b"\r\n ".join(_PIECES.findall(line)) + b"\r\n"


def text_line(name: bytes, text: str) -> bytes:
    """Return a property with a TEXT value; ``text`` is clean."""
    return fold(b"%b:%b" % (name, escape(text)))


def uri_line(name: bytes, uri: str) -> bytes:
    """Return a property with a URI value (not escaped like text, RFC 5545, 3.3.13)."""
    return fold(b"%b:%b" % (name, ascii_uri(uri).encode()))


def ascii_uri(uri: str) -> str:
    """Return the URI with whatever RFC 3986 does not allow in one percent-encoded."""
    return quote(clean(uri), safe=":/?#[]@!$&'()*+,;=%~-._", errors="replace")


def stamp(moment: Moment) -> str:
    """Return ``20270313`` for a day and ``20270313T180000`` for a wall time."""
    return moment.isoformat().replace("-", "").replace(":", "")
