"""Sheets and pictures of one text: what they say goes in as data, and comes out as PDF, SVG or PNG.

Typst sets them: a PDF that is tagged for screen readers (ISO 14289-1), has its fonts inside, and takes some
milliseconds; no library of the system, no browser, no network. What is contributed is never part of a template: it
arrives as JSON, where ``#``, ``$`` and ``*`` are signs like others. Same words, same bytes: no date is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, Final

import orjson
import typst


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


def typeset(template: str, told: Mapping[str, object], form: Format, *, photo: bytes = b"", ppi: int = 72) -> bytes:
    """Return one sheet: ``template`` by its file's name, all that it says, and a picture that it may show.

    ``ppi`` is the sharpness of a PNG. A picture that can't be read is left out.

    Raises ValueError where the template makes more than one page.
    """
    # A mapping of files is not among the types that the library declares, though it is in its manual; it takes text
    # alone, so that a picture is a list of numbers.
    given: Any = {"main.typ": _template(template), "told.json": orjson.dumps({**told, "photo": list(photo)})}
    compiler = _compiler()
    try:
        if form is Format.PDF:
            made = compiler.compile(given, format="pdf", pdf_standards="ua-1")
        else:
            made = compiler.compile(given, format="png" if form is Format.PNG else "svg", ppi=ppi)
    except typst.TypstError:
        if photo:
            return typeset(template, told, form, ppi=ppi)
        if form is not Format.PDF:
            raise
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
def _compiler() -> typst.Compiler:
    """Return what compiles all sheets: its fonts are read once. Fonts of the machine would make other bytes."""
    return typst.Compiler(root=_HERE, ignore_system_fonts=True)
