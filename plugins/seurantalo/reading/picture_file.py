"""The size of a picture, read from the first bytes of its file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import imagesize

PICTURE_TYPES: Final = (".gif", ".jpeg", ".jpg", ".png", ".webp")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's size: in pixels, 0 where the file is no picture that we can read; and in bytes."""

    width: int
    height: int
    size: int


def measure(location: str) -> Picture:
    """Return the size of a picture file; all zeros for one that can't be read."""
    try:
        found = Path(location).stat()
    except OSError:
        return Picture(0, 0, 0)
    return _measure(location, found.st_size, found.st_mtime_ns)


@lru_cache(maxsize=20_000)
def _measure(location: str, size: int, changed: int) -> Picture:
    """Read the first bytes of a picture; once for each change, as ``serve`` asks again and again."""
    del changed
    try:
        width, height = imagesize.get(location)
    except Exception:  # noqa: BLE001 (whatever a damaged file makes the library raise, it is no picture)
        return Picture(0, 0, size)
    return Picture(max(0, int(width)), max(0, int(height)), size)
