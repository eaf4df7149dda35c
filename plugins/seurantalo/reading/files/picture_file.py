"""Picture files: their size, and what they must not tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.problem import Problem
from seurantalo.reading.personal.photo_data import MAXIMUM_BYTES, Told, told_by

PICTURE_TYPES: Final = (".gif", ".jpeg", ".jpg", ".png", ".webp")
#: Pictures as cameras and phones keep them: browsers do not show them, and they tell as much of whoever took them.
_UNSEEN_TYPES: Final = (".heic", ".heif", ".tif", ".tiff", ".bmp", ".dng", ".raw", ".psd")
_CODES: Final[Mapping[Told, str]] = {
    Told.PLACE: "picture-tells-place",
    Told.PERSON: "picture-tells-person",
    Told.CAMERA: "picture-tells-camera",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's size: in pixels, 0 where the file is no picture that we can read; and in bytes.

    ``tells`` is what the file tells of somebody besides, ``location`` where it lies.
    """

    width: int
    height: int
    size: int
    tells: Told | None = None
    location: str = ""


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
    import imagesize  # noqa: PLC0415 (only where there are pictures)

    del changed
    try:
        width, height = imagesize.get(location)
    except Exception:  # noqa: BLE001 (whatever a damaged file makes the library raise, it is no picture)
        width = height = 0
    return Picture(
        max(0, int(width)),
        max(0, int(height)),
        size,
        told_by(location) if size <= MAXIMUM_BYTES else None,
        location,
    )


def opens(picture: Picture) -> bool:
    """Tell whether a picture can be unpacked to its end; one that is larger than it says is not unpacked.

    A file that was cut on its way begins as a picture does. Pages show sizes that are made of it.
    """
    return _opens(picture) if picture.location else True


@lru_cache(maxsize=20_000)
def _opens(picture: Picture) -> bool:
    from PIL import Image  # noqa: PLC0415 (only where there are pictures)

    try:
        with Image.open(picture.location, formats=("GIF", "JPEG", "PNG", "WEBP")) as found:
            if found.width * found.height > picture.width * picture.height:
                return False
            # The data are read to their end, and an eighth of the dots worked out.
            found.draft("RGB", (1, 1))
            found.load()
    except Exception:  # noqa: BLE001 (whatever a damaged file makes the library raise, it is no picture)
        return False
    return True


def picture_problems(files: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Yield what is wrong with pictures, wherever they are shown, among the (path, location) of files."""
    for path, location in files:
        if path.lower().endswith(PICTURE_TYPES):
            picture = measure(location)
            if picture.tells is not None:
                yield Problem(_CODES[picture.tells], path)
            elif picture.size > MAXIMUM_BYTES:
                size, limit = str(picture.size // 1_000), str(MAXIMUM_BYTES // 1_000)
                yield Problem("picture-too-heavy", path, values=(("found", path), ("size", size), ("limit", limit)))
        elif path.lower().endswith(_UNSEEN_TYPES):
            yield Problem("picture-unseen", path, values=(("found", path[path.rfind(".") :]),))
