"""A folder that is written again and again: only what changed is touched, what is no longer wanted goes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

__all__ = ["Folder"]

# O_BINARY is there on Windows only.
_READ_AND_WRITE: Final = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)


class Folder:
    """Files below one folder, named by paths with slashes.

    Written thousands of times per build, so it calls the system directly: a file that is as it should be costs
    one read, and a folder is made only when writing into it has failed.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as path:
    ...     folder = Folder(path)
    ...     folder.write("vuosi/2027.html", b"<h1>2027</h1>"), folder.write("vuosi/2027.html", b"<h1>2027</h1>")
    (True, False)
    """

    def __init__(self, path: Path | str) -> None:
        self._start = f"{os.fspath(path)}/"
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
        path = self._start + name
        if not (self._makes_folders and self._wrote_into_new_folder(path, content)):
            try:
                handle = os.open(path, _READ_AND_WRITE, 0o666)
            except FileNotFoundError:
                self._makes_folders = True
                _make_folder(path.rpartition("/")[0])
                handle = os.open(path, _READ_AND_WRITE, 0o666)
            if not _settle(handle, content):
                return False
        self.changed += 1
        return True

    def _wrote_into_new_folder(self, path: str, content: bytes) -> bool:
        """Make a file's folder and the file; return False where the folder is there already."""
        try:
            os.mkdir(path.rpartition("/")[0])
        except OSError:
            self._makes_folders = False
            return False
        handle = os.open(path, _READ_AND_WRITE, 0o666)
        try:
            _write_all(handle, content)
        finally:
            os.close(handle)
        return True

    def remove_others(self, below: str = "", wanted: Iterable[str] = ()) -> int:
        """Remove every file below a folder, or all of this one, that was neither written nor is ``wanted``.

        Returns how many. Folders left empty go too; what is named with a dot in front is left alone.
        """
        if below and not is_inside(below):
            raise ValueError(f"not a path inside the folder: {below!r}")
        return _sweep(self._start + below, f"{below.rstrip('/')}/" if below else "", self.names | set(wanted))[0]


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


def _settle(handle: int, content: bytes) -> bool:
    """Make an open file hold ``content`` and close it; return whether it had to be written."""
    try:
        size = os.fstat(handle).st_size
        if size == len(content) and os.read(handle, size + 1) == content:
            return False
        if size:
            os.lseek(handle, 0, os.SEEK_SET)
            os.ftruncate(handle, 0)
        _write_all(handle, content)
    finally:
        os.close(handle)
    return True


def _write_all(handle: int, content: bytes) -> None:
    """Write to the end: the system may take less than it is given."""
    written = os.write(handle, content)
    while written < len(content):
        written += os.write(handle, memoryview(content)[written:])


def _sweep(folder: str, name: str, keep: set[str]) -> tuple[int, bool]:
    """Remove what is not kept; return how many files went, and whether the folder is now empty."""
    try:
        entries = list(os.scandir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return 0, False
    removed, left = 0, 0
    for entry in entries:
        if entry.name.startswith("."):
            left += 1
        elif entry.is_dir(follow_symlinks=False):
            count, empty = _sweep(entry.path, f"{name}{entry.name}/", keep)
            removed += count
            if empty:
                Path(entry).rmdir()
            else:
                left += 1
        elif f"{name}{entry.name}" in keep:
            left += 1
        else:
            Path(entry).unlink()
            removed += 1
    return removed, not left
