"""Bytes that few ask for, laid aside in a file without a name: they take no memory until somebody does."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from typing import Final

__all__ = ["Aside", "Laid"]

#: Bits of a place that say how long the bytes are; those above say where they begin.
_BITS: Final = 32


class Laid:
    """Bytes that were laid aside.

    >>> laid = Aside().lay(b"Tanssit")
    >>> laid and laid.read()
    b'Tanssit'
    """

    __slots__ = ("_file", "_place")

    def __init__(self, file: _File, place: int) -> None:
        self._file, self._place = file, place

    def read(self) -> bytes:
        """Return them. Copies of the process may read as well. Raises OSError where the disk fails."""
        return self._file.read(self._place >> _BITS, self._place & ((1 << _BITS) - 1))


class Aside:
    """Takes bytes, as long as there is room on the disk.

    >>> aside = Aside()
    >>> laid = [aside.lay(words) for words in (b"Tanssit", b"Kahvit")]
    >>> [one and one.read() for one in laid]
    [b'Tanssit', b'Kahvit']
    """

    __slots__ = ("_end", "_file", "_process")

    def __init__(self) -> None:
        self._file: _File | None = None
        self._end, self._process = 0, 0

    def lay(self, content: bytes) -> Laid | None:
        """Lay bytes aside; return None where there is no room for them, or where the system can't."""
        if sys.platform == "win32":  # It can't read at a place without moving there, which threads must not share.
            return None
        try:
            if self._file is None or self._process != os.getpid():
                # A copy of the process would write over what the others read.
                self._file, self._end, self._process = _File(), 0, os.getpid()
            self._file.write(self._end, content)
        except OSError:
            return None
        place = self._end << _BITS | len(content)
        self._end += len(content)
        return Laid(self._file, place)


class _File:
    """A file without a name; it is gone when nobody holds it any more."""

    __slots__ = ("_handle",)

    def __init__(self) -> None:
        with tempfile.TemporaryFile(buffering=0) as file:
            self._handle = os.dup(file.fileno())

    def write(self, at: int, content: bytes) -> None:
        written = 0
        while written < len(content):
            written += os.pwrite(self._handle, memoryview(content)[written:], at + written)

    def read(self, at: int, length: int) -> bytes:
        return os.pread(self._handle, length, at)

    def __del__(self) -> None:
        with suppress(AttributeError, OSError):
            os.close(self._handle)
