"""A file of the records that were read from event files: plain lines of JSON, each with a sum of its own.

It is never a program, and what is damaged in it is not there. It lies outside of every project, so that no proposal
brings one along; a record is found by the very bytes that it was read from, and all else that its reading leans on.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tempfile
from contextlib import suppress
from dataclasses import field
from functools import cache
from pathlib import Path
from typing import IO, Any, BinaryIO, Final, NamedTuple
from zlib import crc32

import orjson
import yaml

from seurantalo.frozen import dataclass
from seurantalo.language.registry import PLACES
from seurantalo.model.event import Event
from seurantalo.model.record import Revision
from seurantalo.reading.files.picture_file import Picture
from seurantalo.reading.kept.forms import as_plain, maker
from seurantalo.whole_file import keep_newest, whole_file

#: What a program that writes otherwise calls its files.
_FORM: Final = b"seurantalo-events-1"
_SUM, _KEY = 8, 32
#: Told by version control anew each time.
_WITHOUT: Final = frozenset({"revision"})
#: Files in the folder: of each project one of records, and one of what its files were like.
_MOST: Final = 80
#: Bytes of what was added that wait in memory.
_IN_MEMORY: Final = 4_000_000
_ROOMS: Final = ("language", "model", "reading")


class Kept(NamedTuple):
    """An event as it was read, and what was looked for meanwhile: ids of events, found or not, and pictures."""

    event: Event
    found: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    pictures: tuple[tuple[str, Picture | None], ...] = ()


@dataclass(slots=True)
class Store:
    """The records of a project in a file. No more of them is in memory than is asked for.

    >>> with tempfile.TemporaryDirectory() as folder:
    ...     store = Store(Path(folder, "events"))
    ...     store.open(b"a1"); store.add(b"0" * 32, Kept(event)); store.save()
    ...     later = Store(Path(folder, "events"))
    ...     later.open(b"a1"); later.get(b"0" * 32, event.revision).event == event
    True
    """

    path: Path
    _ground: bytes = b""
    _places: dict[bytes, tuple[int, int]] = field(default_factory=dict)
    """Where the line of each key begins and ends in the file."""
    _used: set[bytes] = field(default_factory=set)
    _begun: bool = False
    """The file is one of the same ground."""
    _file: BinaryIO | None = None
    """The file, while it is looked into."""
    _added: IO[bytes] | None = None
    """The lines of what was added, each with a line break before it."""
    _new: dict[bytes, tuple[int, int]] = field(default_factory=dict)
    """Where the line of each key begins and ends among them."""
    _end: int = 0
    """How long they are together."""
    _is_at_end: bool = True
    """Nothing else was looked up among them since the last was added."""

    def __len__(self) -> int:
        """Return how many records the file holds, and how many were added."""
        return len(self._places) + len(self._new)

    def open(self, ground: bytes) -> None:
        """Look for what the file holds that was read on the same ground."""
        if self._ground == ground:
            return
        self.close()
        self._ground = ground
        with suppress(OSError), self.path.open("rb") as stream:
            at = len(self._head) + 1
            self._begun = stream.readline() == self._head + b"\n"
            for line in stream if self._begun else ():
                self._places[line[_SUM : _SUM + _KEY]] = at, at + len(line)
                at += len(line)

    @property
    def _head(self) -> bytes:
        return _FORM + b" " + self._ground

    def get(self, key: bytes, revision: Revision) -> Kept | None:
        """Return what belongs to a key, as of a revision; None where there is nothing, or it is damaged."""
        line = self._line(key)
        if line is None or line[_SUM : _SUM + _KEY] != key or line[:_SUM] != _sum(line[_SUM:]):
            return None
        try:
            plain, found, missed = orjson.loads(line[_SUM + _KEY :])
            kept = Kept(_event(plain, revision), tuple(found), tuple(missed))
        except (ValueError, LookupError, TypeError, AttributeError):
            return None
        self._used.add(key)
        return kept

    def _line(self, key: bytes) -> bytes | None:
        stream: IO[bytes] | None
        place, stream = self._new.get(key), self._added
        try:
            if place is not None:
                self._is_at_end = False
            else:
                place = self._places.get(key)
                if place is not None and self._file is None:
                    self._file = self.path.open("rb")
                stream = self._file
            if place is None or stream is None:
                return None
            stream.seek(place[0])
            return stream.read(place[1] - place[0]).removesuffix(b"\n")
        except OSError:
            return None

    def add(self, key: bytes, kept: Kept) -> None:
        """Take a record for the next time; ``key`` is 32 signs of hexadecimal digits.

        One with pictures is not taken: whether they can be shown is for their files to say.
        """
        if kept.pictures or key in self._new:
            return
        body = key + orjson.dumps((as_plain(kept.event, _WITHOUT), kept.found, kept.missed))
        # A line that was cut off does not take the next one along.
        line = b"\n" + _sum(body) + body
        if self._put(line):
            self._new[key] = self._end + 1, self._end + len(line)
            self._end += len(line)

    def _put(self, lines: bytes) -> bool:
        """Write lines behind those that were added before; tell whether there was room for them."""
        try:
            if self._added is None:
                self._added = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  # closed with the store
                self._end, self._is_at_end = 0, True
            if not self._is_at_end:
                self._added.seek(self._end)
            # What is half written is written over.
            self._is_at_end = False
            self._added.write(lines)
            self._is_at_end = True
        except OSError:
            return False
        return True

    def new_lines(self) -> bytes:
        """Return the lines of what was added, each with a line break before it."""
        if self._added is None:
            return b""
        self._is_at_end = False
        self._added.seek(0)
        return self._added.read(self._end)

    def take(self, lines: bytes) -> None:
        """Add lines that a store with the same ground has given."""
        if not self._put(lines):
            return
        # They are hundreds of megabytes where events are very many: no copy of them.
        start = 1
        while start <= len(lines):
            end = lines.find(b"\n", start)
            end = len(lines) if end < 0 else end
            self._new[lines[start + _SUM : start + _SUM + _KEY]] = self._end + start, self._end + end
            start = end + 1
        self._end += len(lines)

    def drop_new(self) -> None:
        """Forget what was added since the file was written."""
        if self._added is not None:
            self._added.close()
        self._added = None
        self._new.clear()

    def rest(self) -> None:
        """Let go of the file until it is looked into again."""
        if self._file is not None:
            self._file.close()
        self._file = None

    def close(self) -> None:
        """Forget everything that is not in the file."""
        self.drop_new()
        self.rest()
        self._ground, self._begun = b"", False
        self._places.clear()
        self._used.clear()

    def __del__(self) -> None:
        """Close what is open: a project that nobody asks any more says no farewell."""
        self.close()

    def save(self) -> None:
        """Write what was added; where half of the file is of no use any more, all of it anew."""
        if self._added is None:
            return
        wanted = len(self._used | self._new.keys())
        with suppress(OSError):
            self._added.seek(0)
            if self._begun and len(self) <= 2 * wanted + 100:
                with self.path.open("ab") as stream:
                    at = stream.seek(0, os.SEEK_END)
                    shutil.copyfileobj(self._added, stream)
                self._places |= {key: (at + first, at + last) for key, (first, last) in self._new.items()}
                self._used |= self._new.keys()
                self.drop_new()
                return
            self._write(self._added)
        self.close()

    def _write(self, added: IO[bytes]) -> None:
        folder = self.path.parent
        folder.mkdir(parents=True, exist_ok=True)
        keep_newest(folder, _MOST)
        with whole_file(self.path) as stream:
            stream.write(self._head)
            for key in sorted(self._used - self._new.keys()):
                stream.write(b"\n" + (self._line(key) or b""))
            added.seek(0)
            shutil.copyfileobj(added, stream)


@cache
def program() -> str:
    """Return what tells this program from one that may read otherwise: its rooms' texts, and what reads YAML.

    The languages of packages are read with, too.
    """
    digest = hashlib.sha256(f"{sys.version} {yaml.__version__}".encode())
    package = Path(__file__).parents[2]
    for room in _ROOMS:
        for path in sorted((package / room).rglob("*.py")):
            digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    for place in map(Path, PLACES):
        for path in [place] if place.is_file() else sorted(place.rglob("*.py")):
            digest.update(os.fsencode(path) + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _sum(body: bytes) -> bytes:
    return b"%08x" % crc32(body)


def _event(plain: dict[str, Any], revision: Revision) -> Event:
    made: Event = maker(Event)(plain)
    # It was made just now, and nobody else has it yet.
    object.__setattr__(made, "revision", revision)
    return made
