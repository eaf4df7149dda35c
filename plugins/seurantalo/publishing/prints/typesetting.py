"""Sheets and pictures of one text: what they say goes in as data, and comes out as PDF, SVG or PNG.

Typst sets them: a PDF that is tagged for screen readers (ISO 14289-1), has its fonts inside, and takes some
milliseconds; no library of the system, no browser, no network. What is contributed is never part of a template: it
arrives as JSON, where ``#``, ``$`` and ``*`` are signs like others. Same words, same bytes: no date is written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

import orjson

from seurantalo.publishing.parts import Kept
from seurantalo.publishing.prints.kept import drawing_key

if TYPE_CHECKING:
    from typst import Compiler


class Format(StrEnum):
    """As what a sheet can be had.

    >>> Format("pdf")
    <Format.PDF: 'pdf'>
    """

    PDF = "pdf"
    PNG = "png"
    SVG = "svg"


#: Templates of ours, and the only folder that a template could read from.
_HERE: Final = str(files(__package__))
#: What all templates begin with.
_COMMON: Final = "common.typ"


def unkept(_key: str, make: Callable[[], tuple[bytes, ...]]) -> tuple[bytes, ...]:
    """Have it made: nobody keeps anything."""
    return make()


def typeset(
    template: str,
    told: Mapping[str, object],
    form: Format,
    *,
    photo: bytes = b"",
    ppi: int = 72,
    kept: Kept = unkept,
) -> bytes:
    """Return one sheet: ``template`` by its file's name, all that it says, and a picture that it may show.

    ``ppi`` is the sharpness of a PNG. A picture that can't be read is left out. What ``kept`` has is not set again.

    Raises ValueError where the template makes more than one page.
    """
    words = orjson.dumps([template, form.value, ppi, told])
    key = drawing_key(b"%d %b%b" % (len(words), words, photo))
    return kept(key, lambda: (_drawn(template, told, form, photo, ppi),))[0]


def _drawn(template: str, told: Mapping[str, object], form: Format, photo: bytes, ppi: int) -> bytes:
    from typst import TypstError  # noqa: PLC0415 (only to draw)

    if photo:
        try:
            return _typeset(template, orjson.dumps({**told, "photo": list(photo)}), form, ppi)
        except TypstError:
            pass  # of a picture that can't be read
    return _typeset(template, orjson.dumps({**told, "photo": ()}), form, ppi)


def _typeset(template: str, told: bytes, form: Format, ppi: int) -> bytes:
    from typst import TypstError  # noqa: PLC0415 (only to draw)

    # A mapping of files is not among the types that the library declares, though it is in its manual; it takes text
    # alone, so that a picture is a list of numbers.
    given: Any = {"main.typ": _template(template), "told.json": told}
    compiler = _compiler()
    if form is not Format.PDF:
        made = compiler.compile(given, format="png" if form is Format.PNG else "svg", ppi=ppi)
    else:
        try:
            made = compiler.compile(given, format="pdf", pdf_standards="ua-1")
        except TypstError:
            # It is tagged all the same; only the promise is not given, say of letters that join as no font can.
            made = compiler.compile(given, format="pdf")
    if not isinstance(made, bytes):
        raise ValueError(f"{template}: more than one page")  # noqa: TRY004 - of what it says, not of what it is
    return made


@cache
def _template(name: str) -> bytes:
    here = files(__package__)
    return here.joinpath(_COMMON).read_bytes() + here.joinpath(name).read_bytes()


@cache
def _compiler() -> Compiler:
    """Return what compiles all sheets: its fonts are read once. Fonts of the machine would make other bytes.

    It begins threads: a process that has used it must not be forked and use it again (see ``processes.available``).
    """
    from typst import Compiler  # noqa: PLC0415 (only to draw)

    return Compiler(root=_HERE, ignore_system_fonts=True)
