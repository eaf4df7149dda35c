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
from seurantalo.reading.files.listing import OrdinaryPage, decode
from seurantalo.reading.pages.active_content import active_parts
from seurantalo.reading.pages.fields import check_page_fields
from seurantalo.reading.personal.data import looks_personal, personal_data, shown
from seurantalo.reading.yaml.front_matter import split_front_matter

#: What ends the part of an address that stands before its sign, however that is written.
_SIGN: Final = re.compile(r"@|\s?[(\[]")
#: Markdown's marks stand right beside words.
_MARKS: Final = "*_`~|\"'"


#: The largest page in bytes.
MAXIMUM_BYTES: Final = 1_000_000


def check_ordinary_pages(
    pages: Iterable[OrdinaryPage], known: Known, templates: tuple[str, ...] = ()
) -> Iterator[Problem]:
    """Yield what is wrong with some pages: fields, what is personal or active, links that lead to nothing known.

    ``templates`` are folders of the theme's templates, if they are known.
    """
    for page in pages:
        text = _text(page)
        if isinstance(text, str):
            yield from check_page_fields(text, page.path, templates)
            yield from _check(text, page.path)
            yield from _broken_links(text, page.path, known)
            yield from _active(text, page.path)
        else:
            yield text


def _text(page: OrdinaryPage) -> str | Problem:
    try:
        with Path(page.location).open("rb") as stream:
            content = stream.read(MAXIMUM_BYTES + 1)
    except OSError as error:
        return Problem("file-unreadable", page.path, values=(("found", error.strerror or "?"),))
    if len(content) > MAXIMUM_BYTES:
        return Problem("page-too-large", page.path, values=(("limit", str(MAXIMUM_BYTES // 1000)),))
    return decode(content, page.path)


def _active(text: str, path: str) -> Iterator[Problem]:
    for offset, found in active_parts(text):
        line, column = text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
        yield Problem("active-content", path, line, column, values=(("found", found),), severity=Severity.WARNING)


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
