"""The fields and the prose of a record's file, also where the lines between them are not as they should be."""

from __future__ import annotations

import re
from typing import Final

from seurantalo.model.problem import Severity
from seurantalo.reading.yaml.front_matter import FrontMatter, split_front_matter
from seurantalo.reading.yaml.lines import key_of
from seurantalo.reading.yaml.nodes import Flaw
from seurantalo.reading.yaml.whole_file import without_fences
from seurantalo.reading.yaml.words import top_words

#: What editors make of ``---``.
_DASHES: Final = re.compile(r"[ \t]*(?:[-–—]{2,}|—|\*{3,}|_{3,}|={3,})[ \t]*\Z")


def record_parts(text: str, *, markdown: bool) -> tuple[FrontMatter | None, tuple[Flaw, ...]]:
    r"""Return the fields and the prose of a file, and what is to be said; None for a Markdown file without fields.

    A file of fields alone may have prose too, when it is written as a Markdown file is.

    >>> record_parts("nimi: Noppa ry\ntyyppi: yhdistys\n\nPelaamme.", markdown=True)[0]
    FrontMatter(fields='nimi: Noppa ry\ntyyppi: yhdistys\n', body='Pelaamme.', fields_line=1, body_line=4)
    """
    front = split_front_matter(text)
    if not markdown:
        if front is not None and _is_prose(front.body):
            return front, ()
        return FrontMatter(text, "", 1, 1), ()
    if front is not None:
        return front, ()
    inside, fence = without_fences(text)
    front = _without_dashes(inside)
    if front is None:
        return None, ()
    told = Flaw("dashes-missing", front.fields_line, 1, severity=Severity.NOTICE)
    return front, (fence,) if fence is not None else (told,)


def _is_prose(body: str) -> bool:
    """Tell whether the text below a second ``---`` is no further set of fields."""
    first = next((line for line in body.split("\n") if line.strip() and not line.startswith("#")), "")
    return bool(first) and key_of(first, top_words()) is None


def _without_dashes(text: str) -> FrontMatter | None:
    """Return the parts of a file whose fields have no line of ``---`` before or after them, or another one."""
    lines = text.split("\n")
    begin = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if _DASHES.match(lines[begin]):
        begin = next((number for number in range(begin + 1, len(lines)) if lines[number].strip()), begin + 1)
    if begin >= len(lines):
        return None
    key = key_of(lines[begin], top_words())
    if key is None or not key.known:
        return None
    end = body = len(lines)
    for number in range(begin + 1, len(lines)):
        line = lines[number]
        if _DASHES.match(line):
            end, body = number, number + 1
            break
        if (
            line.strip()
            and not lines[number - 1].strip()
            and line[0] not in " \t#-"
            and not key_of(line, top_words())
        ):
            end = body = number
            break
    return FrontMatter("\n".join(lines[begin:end]), "\n".join(lines[body:]), begin + 1, body + 1)
