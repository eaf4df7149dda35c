"""Whether a text holds signs that can be seen, and no others."""

from __future__ import annotations

from typing import Final

__all__ = ["is_printable"]

#: The signs of Latin-1 that can be seen, and the line feed.
_SHOWN: Final = bytes(sign for sign in range(256) if chr(sign).isprintable()) + b"\n"


def is_printable(text: str) -> bool:
    r"""Tell whether a text holds no more than signs that can be seen, blanks and line feeds.

    >>> is_printable("Kesäjuhla\n– tanssit"), is_printable("Kesä\u00adjuhla"), is_printable("Kesä\tjuhla")
    (True, False, False)
    """
    try:
        # A copy, and the bytes that are left of it, take a third of a look at each sign.
        return not text.encode("latin-1").translate(None, _SHOWN)
    except UnicodeEncodeError:
        return text.replace("\n", " ").isprintable()
