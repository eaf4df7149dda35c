"""Under which names version control knows the files of events: of these identities were made until files told them.

Only ``seurantalo keep-identities`` asks, once for a project. Version 1.0 followed renames as git guesses at them, and
told apart two files that had come into the world under one name; what it called them must be found again exactly.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from os import fsdecode
from pathlib import PurePosixPath
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.reading.history.git import Git

# As it was asked: "-l" bounds the search for renames, which costs the square of the number of files (git-diff).
_LOG: Final = (
    *("log", "-z", "--first-parent", "-m", "--raw", "--no-abbrev", "--relative", "-O/dev/null"),
    *(
        "--find-renames=60%",
        "-l200",
        "--no-color",
        "--no-notes",
        "--no-ext-diff",
        "--no-textconv",
        "--format=tformat:",
    ),
)


@dataclass(slots=True)
class Names:
    """What a file was called, without its ending: the names before the last, oldest first.

    ``first`` is what its identity was made of: the oldest name, with ``~2`` and so on where another file, that was
    still there, had it before.
    """

    first: str = ""
    former: list[str] = field(default_factory=list)
    there: bool = False


class HistoryCutError(Exception):
    """The history is not whole, so nobody knows how files were called before."""


def first_names(git: Git, events: str) -> dict[str, Names]:
    """Return the names of every event file that is committed, by its path in the project.

    Raises GitError where there is no history, and HistoryCutError where only a part of it is there.
    """
    if git.ask("rev-parse", "--is-shallow-repository").startswith(b"true"):
        raise HistoryCutError
    names: dict[bytes, Names] = {}
    known: dict[str, Names] = {}
    for status, blob, path, source in reversed(list(_changes(git.ask(*_LOG, "HEAD", "--", events)))):
        if status == b"R":
            names[path] = renamed = names.pop(source, Names())
            if _stem(source) != _stem(path):
                renamed.former.append(_stem(source))
        life = names.setdefault(path, Names())
        if not blob.strip(b"0"):
            life.there = False
        elif not life.there:
            _be_named(life, _stem(path), known)
    return {fsdecode(path): life for path, life in names.items() if life.there}


def _stem(path: bytes) -> str:
    return PurePosixPath(fsdecode(path)).stem


def _be_named(life: Names, stem: str, known: dict[str, Names]) -> None:
    """Give a file that comes into the world, or back, a first name that no other one has."""
    stem = name = life.first or stem
    number = 1
    while (other := known.get(name)) is not None and other is not life and other.there:
        number += 1
        name = f"{stem}~{number}"
    life.first, life.there, known[name] = name, True, life


def _changes(log: bytes) -> Iterator[tuple[bytes, bytes, bytes, bytes]]:
    """Yield (status letter, new blob, path, old path of a rename) from ``git log -z --raw``, newest first."""
    fields = iter(log.split(b"\0"))
    for part in fields:
        head = part.lstrip(b"\n")
        if head.startswith(b":"):
            _, _, _, blob, status = head.split(b" ")
            source = next(fields) if status[:1] in b"RC" else b""
            yield status[:1], blob, next(fields), source
