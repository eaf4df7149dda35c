"""What takes long to make, kept from build to build in the folder for such things of whoever builds.

It is data and never a program. A file that is not whole counts as missing, and so does one that belongs elsewhere; a
folder that can't be written to means that nothing is kept.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from platformdirs import user_cache_path

from seurantalo.frozen import dataclass
from seurantalo.whole_file import keep_newest, whole_file

__all__ = ["KeptBytes", "cache_folder", "history_folder", "kept_bytes", "store_of"]

_DIGEST: Final = hashlib.sha256
_DIGEST_SIZE: Final = 32
_NUMBER_SIZE: Final = 8
#: Files in the folder: a few hundred megabytes of pictures. Then those go that were not asked for the longest.
_MOST: Final = 4_000
_AFTERWARDS: Final = 3_000
#: How many files there are in each folder, as far as this process knows: it is listed once, not at each file.
_FILES: Final[dict[Path, int]] = {}


@dataclass(frozen=True, slots=True)
class KeptBytes:
    """Files in ``folder`` by their keys; each begins with a digest of its key and the rest.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     kept = KeptBytes(Path(folder))
    ...     kept("a1", lambda: (b"picture", b"smaller")), kept("a1", lambda: (b"never asked",))
    ((b'picture', b'smaller'), (b'picture', b'smaller'))
    """

    folder: Path

    def __call__(self, key: str, make: Callable[[], tuple[bytes, ...]]) -> tuple[bytes, ...]:
        """Return what belongs to a key, which is letters and digits; made and kept where it is not there."""
        path = self.folder / f"{key}.bytes"
        found = _whole(path, key)
        if found is not None:
            # So it is among those that were asked for lately.
            with suppress(OSError):
                os.utime(path)
            return found
        made = make()
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            self._tidy()
            with whole_file(path) as stream:
                body = b"".join(len(one).to_bytes(_NUMBER_SIZE) + one for one in made)
                stream.write(_digest(key, body) + body)
        return made

    def _tidy(self) -> None:
        """Make room for one more file."""
        count = _FILES.get(self.folder)
        if count is None or count >= _MOST:
            count = sum(1 for _ in self.folder.iterdir())
            if count >= _MOST:
                keep_newest(self.folder, _AFTERWARDS)
                count = _AFTERWARDS
        _FILES[self.folder] = count + 1


def cache_folder() -> Path:
    """Return the folder for what is kept; for whoever has no home, as in some containers, one that can never be.

    >>> cache_folder().is_absolute()
    True
    """
    # It raises RuntimeError where there is no home; before version 4.6 it named a folder below the working directory.
    with suppress(RuntimeError):
        found = user_cache_path("seurantalo")
        if found.is_absolute():
            return found
    return Path(os.devnull).absolute() / "seurantalo"


def kept_bytes(name: str = "pictures") -> KeptBytes:
    """Return what is kept for whoever runs this: ``~/.cache/seurantalo`` on Linux, as the system has it elsewhere.

    >>> kept_bytes().folder.name
    'pictures'
    """
    return KeptBytes(cache_folder() / name)


def store_of(root: Path) -> Path:
    """Return the file in which what was read of the events of the project in ``root`` is kept.

    >>> store_of(Path("/srv/seutu")).parent.name
    'events'
    """
    place = _DIGEST(os.fsencode(root.resolve())).hexdigest()[:_DIGEST_SIZE]
    return cache_folder() / "events" / place


def history_folder() -> Path:
    """Return the folder in which what was read of the histories of projects is kept.

    >>> history_folder().name
    'history'
    """
    return cache_folder() / "history"


def _digest(key: str, body: bytes) -> bytes:
    hashed = _DIGEST(key.encode())
    hashed.update(body)
    return hashed.digest()


def _whole(path: Path, key: str) -> tuple[bytes, ...] | None:
    try:
        content = path.read_bytes()
    except OSError:
        return None
    digest, body = content[:_DIGEST_SIZE], content[_DIGEST_SIZE:]
    return tuple(_parts(body)) if _digest(key, body) == digest else None


def _parts(body: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(body):
        size = int.from_bytes(body[at : at + _NUMBER_SIZE])
        at += _NUMBER_SIZE + size
        yield body[at - size : at]
