"""The ledger on the disk: an entry is there whole or not at all, and stays there when the power fails.

What is written before something is sent is all that a later try knows of it. So a new entry takes a place that is
free (two processes: one wins), and every entry reaches the disk before anything else is done.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

if sys.platform != "win32":
    import fcntl

#: What is not yet in its place is called so; readers leave out names with a dot.
_NEW: Final = ".seurantalo-new-"


class BusyLedgerError(Exception):
    """Another process is sending."""


class TakenError(Exception):
    """The entry is there already: somebody was quicker."""


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other processes of this computer from sending while this one does.

    Raises BusyLedgerError where another one is at it. Where the system has no such locks, as Windows, two are parted
    by who makes the entry.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BusyLedgerError from None
        except OSError:  # A disk of the network that has no locks.
            pass
        yield
    finally:
        os.close(handle)


def begin(path: Path, text: str) -> None:
    """Write an entry where there is none; raise TakenError where there is one."""
    beside = _written_beside(path, text)
    try:
        try:
            os.link(beside, path)
        except FileExistsError:
            raise TakenError from None
        except OSError:
            # A disk without second names: it can be seen while it is written, and nobody can take its place.
            _exclusively(path, text)
        _settle(path.parent)
    finally:
        with suppress(OSError):
            beside.unlink()


def go_on(path: Path, text: str) -> None:
    """Put an entry in the place of what it was, in one step."""
    beside = _written_beside(path, text)
    try:
        beside.replace(path)
        _settle(path.parent)
    finally:
        with suppress(OSError):
            beside.unlink()


def take_back(path: Path) -> None:
    """Remove an entry that nothing came of."""
    path.unlink(missing_ok=True)
    _settle(path.parent)


def _written_beside(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.parent / f"{_NEW}{os.getpid()}-{path.name}"
    try:
        with beside.open("wb") as stream:
            stream.write(text.encode())
            stream.flush()
            os.fsync(stream.fileno())
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    return beside


def _exclusively(path: Path, text: str) -> None:
    try:
        with path.open("xb") as stream:
            stream.write(text.encode())
            stream.flush()
            os.fsync(stream.fileno())
    except FileExistsError:
        raise TakenError from None


def _settle(folder: Path) -> None:
    """Have the system write down which files a folder has."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # Some disks of the network can't.
            os.fsync(handle)
    finally:
        os.close(handle)
