"""What tells this program from one that may make something else of the same files."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Final

from seurantalo.language.registry import PLACES

__all__ = ["files_below", "program", "stamp", "stamps"]

_COMPILED: Final = "__pycache__"


@cache
def program() -> str:
    """Return the digest of Python, what is installed, and the program's own files: 32 hexadecimal digits.

    The files of languages that packages bring count as its own.

    Of its files name, size and time are told, as Python itself does it with modules: whoever puts another one there
    changes its time. It is that of the program which runs: what is changed meanwhile is another one's.

    >>> len(program())
    32
    """
    hashed = blake2b(digest_size=16)
    folders = (Path(__file__).parent, *map(Path, PLACES))
    for part in (sys.version.encode(), *_installed(), *(part for folder in folders for part in stamps(folder))):
        hashed.update(f"{len(part)}:".encode() + part)
    return hashed.hexdigest()


def _installed() -> Iterator[bytes]:
    """Yield the names of what is installed: they hold the versions."""
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")
        except OSError:
            continue
        yield repr(sorted(name for name in names if name.endswith((".dist-info", ".egg-link", ".pth")))).encode()


def stamps(folder: Path) -> Iterator[bytes]:
    """Yield the name and the stamp of each file below a folder, in order; or of a file itself.

    >>> next(stamps(Path(__file__).parent)).endswith(b"__init__.py")
    True
    """
    for path in files_below(folder):
        yield os.fsencode(path)
        yield stamp(path)


def files_below(folder: Path) -> Iterator[str]:
    """Yield the path of each file below a folder, in order, or of a file itself; of what Python compiles, nothing.

    >>> next(files_below(Path(__file__).parent)).endswith("__init__.py")
    True
    """
    if folder.is_file():
        yield os.fspath(folder)
    for top, folders, names in os.walk(folder, followlinks=True):
        folders[:] = sorted(name for name in folders if name != _COMPILED)
        for name in sorted(names):
            yield os.path.join(top, name)


def stamp(path: str) -> bytes:
    """Return the size of a file and when it was changed last; nothing where there is none.

    >>> stamp("ei-ole")
    b''
    """
    try:
        found = os.stat(path)
    except OSError:
        return b""
    return f"{found.st_size} {found.st_mtime_ns}".encode()
