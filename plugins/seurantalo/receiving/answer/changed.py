"""Which files a proposal changes, and which are looked at: names, kinds and sizes decide, before any content."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.reading.files.listing import NEARLY, RECORD_TYPES
from seurantalo.reading.files.names import MAXIMUM_PATH, is_reserved
from seurantalo.reading.files.picture_file import PICTURE_TYPES
from seurantalo.reading.files.walk import MAXIMUM_DEPTH

#: Files that are looked at, and bytes of all of them. A week of external calendars brings some hundred.
MOST_FILES: Final = 1_000
MOST_BYTES: Final = 30_000_000
#: The largest text and picture in bytes: somewhat beyond what the site takes, so that the check can say so.
LARGEST_TEXT: Final = 256_000
LARGEST_PICTURE: Final = 5_000_000

_RECORD: Final = re.compile(
    rb":(?P<was>\d{6}) (?P<mode>\d{6}) (?P<before>[0-9a-f]{40,64}) (?P<blob>[0-9a-f]{40,64}) (?P<how>[A-Z])\d*\Z"
)
_GONE: Final = "000000"
_PLAIN: Final = "100644"
_FORBIDDEN: Final = re.compile(r'[<>:"|?*\\]')
#: How pictures of the types that the site shows begin.
_PICTURES: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a")


class Reason(StrEnum):
    """Why a file is not looked at."""

    PLACE = "place"
    """It is neither an event nor a page: the program, its settings, a workflow."""
    KIND = "kind"
    """A link, another repository, or a program that can be run."""
    NAME = "name"
    """Not every computer can hold it, or it could lead somewhere else."""
    ENDING = "ending"
    """Neither a text nor a picture that the site shows."""
    SIZE = "size"
    PICTURE = "picture"
    """Called a picture, and none."""
    COUNT = "count"
    """There are more files than are looked at."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A file that a proposal adds, alters or removes, as git tells it.

    ``blob`` is its new content's name, ``before`` that of the content that was there, ``""`` for a new file.

    >>> line = b":000000 100644 " + b"0" * 40 + b" " + b"a" * 40 + b" A"
    >>> [(one.path, one.gone, one.mode) for one in changed_files(line + bytes(1) + b"events/tanssit.yml" + bytes(1))]
    [('events/tanssit.yml', False, '100644')]
    """

    path: str
    mode: str
    blob: str
    before: str = ""

    @property
    def gone(self) -> bool:
        """True where the file is removed."""
        return self.mode == _GONE


@dataclass(frozen=True, slots=True)
class Left:
    """A file that is not looked at, and why."""

    path: str
    reason: Reason


def changed_files(told: bytes) -> Iterator[Changed]:
    """Yield what ``git diff-tree -r --raw -z --no-renames`` tells; raise ValueError where it is something else.

    Bytes of a name that are no UTF-8 are kept as lone surrogates, which no name that is looked at has.
    """
    parts = told.split(b"\0")
    if parts.pop() or len(parts) % 2:
        raise ValueError(told[:80])
    for head, name in zip(parts[::2], parts[1::2], strict=True):
        match = _RECORD.match(head)
        if match is None:
            raise ValueError(head[:80])
        before = "" if match["was"].decode() == _GONE else match["before"].decode()
        path = name.decode("utf-8", "surrogateescape")
        yield Changed(path, match["mode"].decode(), match["blob"].decode(), before)


def looked_at(changed: Iterable[Changed], folders: tuple[str, ...]) -> tuple[list[Changed], list[Left]]:
    """Return which files are looked at, and which not, by what is known without reading any.

    ``folders`` are those of events and of pages, each with a slash at its end. What is removed is looked at too: a
    record that is gone is news.

    >>> files = [Changed("events/a.yml", "100644", "a"), Changed("mkdocs.yml", "100644", "b")]
    >>> [one.path for one in looked_at(files, ("events/", "content/"))[0]]
    ['events/a.yml']
    """
    taken: list[Changed] = []
    left: list[Left] = []
    for one in sorted(changed, key=lambda one: one.path):
        reason = _reason(one, folders)
        if reason is None and len(taken) == MOST_FILES:
            reason = Reason.COUNT
        if reason is None:
            taken.append(one)
        else:
            left.append(Left(one.path, reason))
    return taken, left


def _reason(one: Changed, folders: tuple[str, ...]) -> Reason | None:
    if not one.path.startswith(folders):
        return Reason.PLACE
    if not one.gone and one.mode != _PLAIN:
        return Reason.KIND
    if not _is_name(one.path):
        return Reason.NAME
    name = one.path[one.path.rfind("/") + 1 :].lower()
    stem, point, ending = name.partition(".")
    known = (*RECORD_TYPES, *PICTURE_TYPES)
    return None if name.endswith(known) or (stem and f"{point}{ending}" in NEARLY) else Reason.ENDING


def _is_name(path: str) -> bool:
    """Tell whether a path leads below its folder on every computer: what else is wrong with it, the check tells."""
    parts = path.split("/")
    return (
        len(path) <= MAXIMUM_PATH
        and len(parts) <= MAXIMUM_DEPTH + 2
        and path.isprintable()
        and not _FORBIDDEN.search(path)
        and not any(part.startswith((".", "-", " ", "~")) or part.endswith((".", " ")) for part in parts)
        and all(parts)
        and not any(map(is_reserved, parts))
    )


def within_size(taken: Iterable[Changed], sizes: Mapping[str, int]) -> tuple[list[Changed], list[Left]]:
    """Return which files are small enough to be read, by the size in bytes of each content."""
    kept: list[Changed] = []
    left: list[Left] = []
    total = 0
    for one in taken:
        size = 0 if one.gone else sizes.get(one.blob, LARGEST_PICTURE + 1)
        largest = LARGEST_PICTURE if one.path.lower().endswith(PICTURE_TYPES) else LARGEST_TEXT
        if size > largest or total + size > MOST_BYTES:
            left.append(Left(one.path, Reason.SIZE))
            continue
        total += size
        kept.append(one)
    return kept, left


def is_what_it_is_called(path: str, content: bytes) -> bool:
    """Tell whether a file that is called a picture begins as one.

    >>> is_what_it_is_called("content/talo.png", b"<svg onload=...>"), is_what_it_is_called("events/a.yml", b"x")
    (False, True)
    """
    if not path.lower().endswith(PICTURE_TYPES):
        return True
    return content.startswith(_PICTURES) or (content[:4] == b"RIFF" and content[8:12] == b"WEBP")
