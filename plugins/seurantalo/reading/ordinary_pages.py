"""Ordinary pages of the project, such as guides: no records, but their links to records must lead somewhere.

What is personal must not stand there either. A page may well tell how to reach an office, so unlike in a record only
what is likely a person's own is told of, and as a warning. A personal identity code is an error everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from seurantalo.model.problem import Problem, Severity
from seurantalo.model.wiki_link import kind_of, wiki_links
from seurantalo.reading.file_scope import Known
from seurantalo.reading.files import OrdinaryPage, decode
from seurantalo.reading.front_matter import split_front_matter
from seurantalo.reading.personal_data import looks_personal, personal_data, shown

#: What ends the part of an address that stands before its sign, however that is written.
_SIGN: Final = re.compile(r"@|\s?[(\[]")
#: Markdown's marks stand right beside words.
_MARKS: Final = "*_`~|\"'"


def check_ordinary_pages(pages: Iterable[OrdinaryPage], known: Known) -> Iterator[Problem]:
    """Yield what is personal in some pages, and the links that lead to nothing that is known.

    A page that is no text is the site generator's to tell of.
    """
    for page in pages:
        try:
            text = decode(Path(page.location).read_bytes(), page.path)
        except OSError:
            continue
        if isinstance(text, str):
            yield from _check(text, page.path)
            yield from _broken_links(text, page.path, known)


def _broken_links(text: str, path: str, known: Known) -> Iterator[Problem]:
    front = split_front_matter(text)
    body = front.body if front is not None else text
    for link in wiki_links(body, page=True):
        at = len(text) - len(body) + link.offset
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        kind = kind_of(link.kind_word)
        if kind is None:
            yield Problem("wiki-link-kind", path, line, column, values=(("found", link.kind_word),))
        elif known.resolve(kind, link.target) is None:
            near = known.nearest(kind, link.target)
            values = (("found", link.target), ("kind", kind.value), ("near", near))
            yield Problem("missing-target-near" if near else "missing-target", path, line, column, values=values)


def _check(text: str, path: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        for code, found, start in personal_data(line):
            column, piece = start + 1, found.strip(_MARKS)
            column += found.find(piece)
            values = (("found", shown(code, piece)),)
            if code == "identity-code":
                yield Problem(code, path, number, column, values=values)
            elif code == "phone-outside-contact":
                yield Problem("phone-on-page", path, number, column, values=values, severity=Severity.WARNING)
            elif looks_personal(_SIGN.split(piece, maxsplit=1)[0]):
                yield Problem("email-on-page", path, number, column, values=values, severity=Severity.WARNING)
