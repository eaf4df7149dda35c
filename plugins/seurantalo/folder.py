"""A folder that is written from nothing, beside an earlier one: what stays the same need not be written again."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

__all__ = ["Folder"]

# O_BINARY is there on Windows only.
_BINARY: Final = getattr(os, "O_BINARY", 0)
_WRITE: Final = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY
_READ: Final = os.O_RDONLY | _BINARY


class Folder:
    """Files below one folder, named by paths with slashes. What ``before`` holds already is not written.

    Written thousands of times per build, so it calls the system directly: a file that is as it was costs one read,
    and a folder is made only when writing into it has failed.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as old, TemporaryDirectory() as new:
    ...     Folder(old).write("vuosi/2027.html", b"<h1>2027</h1>")
    ...     folder = Folder(new, before=old)
    ...     folder.write("vuosi/2027.html", b"<h1>2027</h1>"), folder.write("vuosi/2028.html", b"<h1>2028</h1>")
    True
    (False, True)
    """

    def __init__(self, path: Path | str, *, before: Path | str | None = None) -> None:
        self._start = f"{os.fspath(path)}/"
        self._before = f"{os.fspath(before)}/" if before is not None else ""
        #: Names of all files asked for so far, written or found as they should be.
        self.names: set[str] = set()
        #: How many of them had to be written.
        self.changed = 0
        #: The last file stood in a folder that had to be made: so will the next one, as pages do, each in its own.
        self._makes_folders = False

    def write(self, name: str, content: bytes) -> bool:
        """Make the file hold ``content``; return whether it had to be written.

        Raises ValueError for a name that would leave the folder.
        """
        if not is_inside(name):
            raise ValueError(f"not a path inside the folder: {name!r}")
        self.names.add(name)
        if self._before and _holds(self._before + name, content):
            return False
        path = self._start + name
        if self._makes_folders:
            try:
                os.mkdir(path.rpartition("/")[0])
            except OSError:
                self._makes_folders = False
        try:
            handle = os.open(path, _WRITE, 0o666)
        except FileNotFoundError:
            self._makes_folders = True
            _make_folder(path.rpartition("/")[0])
            handle = os.open(path, _WRITE, 0o666)
        try:
            _write_all(handle, content)
        except OSError as error:
            # The system tells which descriptor it was; people want to know which file.
            error.filename = path
            raise
        finally:
            os.close(handle)
        self.changed += 1
        return True


def is_inside(name: str) -> bool:
    """Tell whether a path with slashes stays below the folder it is relative to, on any system.

    A colon is refused for Windows: it names a drive (``C:x``) or another stream of the same file there.
    """
    if not name or name[0] == "/" or "\\" in name or "\0" in name or ":" in name:
        return False
    return not (".." in name and ".." in name.split("/"))


def _make_folder(path: str) -> None:
    """Make a folder, nearly always in one that is there."""
    try:
        os.mkdir(path)
    except FileExistsError:  # Another process was quicker.
        pass
    except FileNotFoundError:
        os.makedirs(path, exist_ok=True)


def _holds(path: str, content: bytes) -> bool:
    """Tell whether a file is there and holds ``content``."""
    try:
        handle = os.open(path, _READ)
    except OSError:
        return False
    try:
        size = os.fstat(handle).st_size
        return size == len(content) and os.read(handle, size + 1) == content
    except OSError:  # Not a file.
        return False
    finally:
        os.close(handle)


def _write_all(handle: int, content: bytes) -> None:
    """Write to the end: the system may take less than it is given."""
    written = os.write(handle, content)
    while written < len(content):
        written += os.write(handle, memoryview(content)[written:])
