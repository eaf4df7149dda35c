"""What a history told of its older commits, kept for the next reading: they never change.

The name that git gives a commit is a digest of all that came before it. So what is kept ends at a commit, and is
believed where that one lies on the main line of the history that is asked about; git then tells the rest. It ends
some commits before the newest, so that an amended one, or another branch, rarely costs a whole reading.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import field
from pathlib import Path
from typing import Final

import orjson

from seurantalo.frozen import dataclass
from seurantalo.model.record import Revision
from seurantalo.reading.history.lives import Life
from seurantalo.whole_file import keep_newest, whole_file

#: What a program that writes otherwise calls its files.
_FORM: Final = b"seurantalo-history-1"
#: Shorter histories are read as soon as what is kept of them.
FEWEST: Final = 500
#: The youngest commits, which are told anew each time.
YOUNG: Final = 100
#: So many young ones that the file is written again.
MANY: Final = 400
#: Files in the folder, one for each repository.
_MOST: Final = 40


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a history up to a commit: its lives, and of each version (life, blob) what others show of it.

    ``revisions`` are those of what is committed.
    """

    commit: str
    lives: dict[str, Life]
    shown: dict[tuple[str, bytes], object | None] = field(default_factory=dict)
    revisions: dict[str, Revision] = field(default_factory=dict)


@dataclass(slots=True)
class KeptLives:
    """Keeps the histories of repositories: the newest state of each in memory, an older one in a file of ``folder``.

    Without a folder there is only the memory. No file is a program; a damaged one counts as missing.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     kept, place = KeptLives(Path(folder)), Path("alue")
    ...     kept.write(place, "events", "9b1f", {"event/tanssit": Life([1798761600], [b"a1"], [1798761600])})
    ...     kept.read(place, "events"), kept.read(place, "other")
    (('9b1f', {'event/tanssit': Life(times=[1798761600], blobs=[b'a1'], written=[1798761600])}), None)
    """

    folder: Path | None = None
    latest: dict[tuple[Path, str], Known] = field(default_factory=dict)
    """The last state by the place of a repository and what was asked of it."""

    def read(self, place: Path, ground: str) -> tuple[str, dict[str, Life]] | None:
        """Return a commit and the lives up to it, that were kept of a repository; None where there are none.

        ``ground`` says what was asked of the history; only what was asked in the same words is given.
        """
        file = self._file(place)
        if file is None:
            return None
        with suppress(OSError, ValueError, TypeError, LookupError, AttributeError):
            head, _, body = file.read_bytes().partition(b"\n")
            if head == _head(ground, body):
                commit, plain = orjson.loads(body)
                return commit, {name: _life(*one) for name, one in plain.items()}
        return None

    def write(self, place: Path, ground: str, commit: str, lives: Mapping[str, Life]) -> None:
        """Keep the lives up to a commit."""
        file = self._file(place)
        if file is None or self.folder is None:
            return
        plain = {name: (one.times, b" ".join(one.blobs).decode("ascii"), one.written) for name, one in lives.items()}
        # A file's name that is no text can't be kept, and needs not be.
        with suppress(OSError, TypeError):
            body = orjson.dumps((commit, plain))
            self.folder.mkdir(parents=True, exist_ok=True)
            keep_newest(self.folder, _MOST)
            with whole_file(file) as stream:
                stream.write(_head(ground, body) + b"\n" + body)

    def _file(self, place: Path) -> Path | None:
        if self.folder is None:
            return None
        return self.folder / hashlib.sha256(os.fsencode(place.resolve())).hexdigest()[:32]


def _head(ground: str, body: bytes) -> bytes:
    asked = hashlib.sha256(ground.encode("utf-8", "surrogatepass")).hexdigest()
    return b" ".join((_FORM, asked.encode(), hashlib.sha256(body).hexdigest().encode()))


def _life(times: list[int], blobs: str, written: list[int]) -> Life:
    return Life(times, blobs.encode("ascii").split(), written)
