"""A file of the records that were read from event files: plain lines of JSON, each with a sum of its own.

It is never a program, and what is damaged in it is not there. It lies outside of every project, so that no proposal
brings one along; a record is found by the very bytes that it was read from, and all else that its reading leans on.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple
from zlib import crc32

import orjson
import yaml

from seurantalo.model.event import Event
from seurantalo.model.record import Revision
from seurantalo.reading.files.picture_file import Picture
from seurantalo.reading.kept.forms import as_plain, maker

#: What a program that writes otherwise calls its files.
_FORM: Final = b"seurantalo-events-1"
_SUM, _KEY = 8, 32
#: Told by version control anew each time.
_WITHOUT: Final = frozenset({"revision"})
#: Files in the folder, one for each project.
_MOST: Final = 40
_ROOMS: Final = ("language", "model", "reading")


class Kept(NamedTuple):
    """An event as it was read, and what was looked for meanwhile: ids of events, found or not, and pictures."""

    event: Event
    found: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    pictures: tuple[tuple[str, Picture | None], ...] = ()


@dataclass(slots=True)
class Store:
    """The records of a project in a file.

    >>> with tempfile.TemporaryDirectory() as folder:
    ...     store = Store(Path(folder, "events"))
    ...     store.open(b"a1"); store.add(b"0" * 32, Kept(event)); store.save()
    ...     later = Store(Path(folder, "events"))
    ...     later.open(b"a1"); later.get(b"0" * 32, event.revision).event == event
    True
    """

    path: Path
    _ground: bytes = b""
    _lines: dict[bytes, bytes] | None = None
    _used: set[bytes] | None = None
    _new: dict[bytes, bytes] | None = None
    _begun: bool = False

    def open(self, ground: bytes) -> None:
        """Take what the file holds that was read on the same ground."""
        if self._lines is not None and self._ground == ground:
            return
        self._ground, self._lines, self._used, self._new, self._begun = ground, {}, set(), {}, False
        with suppress(OSError):
            head, *lines = self.path.read_bytes().split(b"\n")
            if head == self._head:
                self._begun = True
                self._lines = {line[_SUM : _SUM + _KEY]: line for line in lines}

    @property
    def _head(self) -> bytes:
        return _FORM + b" " + self._ground

    def get(self, key: bytes, revision: Revision) -> Kept | None:
        """Return what belongs to a key, as of a revision; None where there is nothing, or it is damaged."""
        line = (self._lines or {}).get(key)
        if line is None or line[:_SUM] != _sum(line[_SUM:]):
            return None
        try:
            plain, found, missed = orjson.loads(line[_SUM + _KEY :])
            kept = Kept(_event(plain, revision), tuple(found), tuple(missed))
        except (ValueError, LookupError, TypeError, AttributeError):
            return None
        if self._used is not None:
            self._used.add(key)
        return kept

    def add(self, key: bytes, kept: Kept) -> None:
        """Take a record for the next time; ``key`` is 32 signs of hexadecimal digits.

        One with pictures is not taken: whether they can be shown is for their files to say.
        """
        if self._new is not None and not kept.pictures:
            body = key + orjson.dumps((as_plain(kept.event, _WITHOUT), kept.found, kept.missed))
            self._new[key] = _sum(body) + body

    def drop_new(self) -> None:
        """Forget what was added since the file was written."""
        if self._new:
            self._new.clear()

    def save(self) -> None:
        """Write what was added; where half of the file is of no use any more, all of it anew."""
        if not self._new or self._lines is None or self._used is None:
            return
        used = self._used | self._new.keys()
        whole = not self._begun or len(self._lines) + len(self._new) > 2 * len(used) + 100
        self._lines |= self._new
        with suppress(OSError):
            if whole:
                self._write([self._head, *(self._lines[key] for key in sorted(used) if key in self._lines)])
            else:
                with self.path.open("ab") as stream:
                    # A line that was cut off does not take the next one along.
                    stream.write(b"\n" + b"\n".join(self._new.values()))
            self._begun = True
        self._new.clear()

    def _write(self, lines: Iterable[bytes]) -> None:
        folder = self.path.parent
        folder.mkdir(parents=True, exist_ok=True)
        others = sorted(folder.iterdir(), key=lambda one: one.stat().st_mtime_ns)
        for other in others[: max(0, len(others) - _MOST)]:
            other.unlink(missing_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, suffix=".part")
        with os.fdopen(handle, "wb") as stream:
            stream.write(b"\n".join(lines))
        Path(name).replace(self.path)


@cache
def program() -> str:
    """Return what tells this program from one that may read otherwise: its rooms' texts, and what reads YAML."""
    digest = hashlib.sha256(f"{sys.version} {yaml.__version__}".encode())
    package = Path(__file__).parents[2]
    for room in _ROOMS:
        for path in sorted((package / room).rglob("*.py")):
            digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _sum(body: bytes) -> bytes:
    return b"%08x" % crc32(body)


def _event(plain: dict[str, Any], revision: Revision) -> Event:
    made: Event = maker(Event)(plain)
    # It was made just now, and nobody else has it yet.
    object.__setattr__(made, "revision", revision)
    return made
