"""What the files of events were like when they were read: one that is so again holds what it held.

It is what git goes by, too: a file's size, its number in the file system, and when it was changed. The system itself
sets the time of the last change of a file or of what is known of it, so that no program can set that back.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import field
from pathlib import Path
from typing import Any, Final

from seurantalo.frozen import dataclass
from seurantalo.kept_json import read_kept, write_kept

_FORM: Final = "seurantalo-seen-2"
#: Two changes within one tick of a file system's clock, here in nanoseconds, look like one.
_TICK: Final = 3_000_000_000


@dataclass(slots=True)
class SeenFiles:
    """The digests of files by their places; those of earlier processes stand in the file ``path``.

    ``now`` is when the first of them was looked at, in nanoseconds since 1970: of what has changed shortly before or
    since then nothing is kept, as it may have changed once more after it was read.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file, kept = Path(folder, "tanssit.yml"), Path(folder, "kept")
    ...     _ = file.write_text("otsikko: Tanssit")
    ...     for now in (file.stat().st_ctime_ns, file.stat().st_ctime_ns + 4_000_000_000):
    ...         seen = SeenFiles(kept, now)
    ...         seen.begin(); seen.note(str(file), file.stat(), b"digest"); seen.save()
    ...         later = SeenFiles(kept, now)
    ...         later.begin(); print(later.digest(str(file)))
    None
    b'digest'
    """

    path: Path
    now: int
    _before: dict[str, Any] | None = None
    """What files were like in earlier readings, and a digest in hexadecimal digits, in one line each."""
    _now: dict[str, Any] = field(default_factory=dict)
    """Those of this one."""
    _is_new: bool = False

    def begin(self) -> None:
        """Start a reading: what nobody asks for in this one is not kept any longer."""
        if self._before is not None:
            self._before, self._now = {**self._before, **self._now}, {}
            return
        self._before = {}
        with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
            told = read_kept(self.path)
            if told.get("form") == _FORM:
                self._before = dict(told["files"])

    def digest(self, location: str) -> bytes | None:
        """Return the digest of what a file holds that is as it was; None for any other."""
        row = (self._before or {}).get(location)
        if row is None:
            return None
        with suppress(OSError, ValueError, AttributeError):
            look, _, digest = row.rpartition(" ")
            if look == _look(os.stat(location)):
                found = bytes.fromhex(digest)
                self._now[location] = row
                return found
        return None

    def note(self, location: str, state: os.stat_result, digest: bytes) -> None:
        """Take the digest of what was read of a file, and what the file was like before."""
        if max(state.st_mtime_ns, state.st_ctime_ns) < self.now - _TICK:
            self._now[location] = f"{_look(state)} {digest.hex()}"
            self._is_new = True

    def save(self) -> None:
        """Write what is known of the files of this reading."""
        if self._before is not None and (self._is_new or self._now.keys() != self._before.keys()):
            # A place that is no text can't be kept, and needs not be.
            with suppress(OSError, TypeError):
                write_kept(self.path, {"form": _FORM, "files": self._now})
            self._is_new = False

    def forget(self) -> None:
        """Know nothing but what the file holds."""
        self._before, self._now, self._is_new = None, {}, False


def _look(state: os.stat_result) -> str:
    """Return size and number of a file, when it was changed, and when that was seen, in nanoseconds."""
    return f"{state.st_size} {state.st_ino} {state.st_mtime_ns} {state.st_ctime_ns}"
