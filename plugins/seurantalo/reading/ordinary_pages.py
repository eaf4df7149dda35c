"""Ordinary pages of the project, such as guides: no records, but what is personal must not stand there either.

A page may well tell how to reach an office, so unlike in a record only what is likely a person's own is told of, and
as a warning. A personal identity code is an error everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from seurantalo.model.problem import Problem, Severity
from seurantalo.reading.files import OrdinaryPage, decode
from seurantalo.reading.personal_data import looks_personal, personal_data, shown

#: What ends the part of an address that stands before its sign, however that is written.
_SIGN: Final = re.compile(r"@|\s?[(\[]")
#: Markdown's marks stand right beside words.
_MARKS: Final = "*_`~|\"'"


def check_ordinary_pages(pages: Iterable[OrdinaryPage]) -> Iterator[Problem]:
    """Yield what is personal in some pages. A page that is no text is the site generator's to tell of."""
    for page in pages:
        try:
            text = decode(Path(page.location).read_bytes(), page.path)
        except OSError:
            continue
        if isinstance(text, str):
            yield from _check(text, page.path)


def _check(text: str, path: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        for code, found in personal_data(line):
            column, piece = line.find(found) + 1, found.strip(_MARKS)
            column += found.find(piece)
            values = (("found", shown(code, piece)),)
            if code == "identity-code":
                yield Problem(code, path, number, column, values=values)
            elif code == "phone-outside-contact":
                yield Problem("phone-on-page", path, number, column, values=values, severity=Severity.WARNING)
            elif looks_personal(_SIGN.split(piece, maxsplit=1)[0]):
                yield Problem("email-on-page", path, number, column, values=values, severity=Severity.WARNING)
