"""Pictures that records name: whether a page can show them, and whether they have words for who can't see them."""

from __future__ import annotations

from typing import Final

from seurantalo.reading.file_scope import Placed, Scope, nearest
from seurantalo.reading.files.picture_file import PICTURE_TYPES, opens

#: A page should open on a phone in a village; a photo of 1600 pixels is about 300 kB.
MAXIMUM_BYTES: Final = 1_500_000
#: The longest side in pixels: a phone needs memory for every one of them.
MAXIMUM_SIDE: Final = 4_000
_LONGEST_PATH: Final = 300


def picture_named(scope: Scope, place: Placed, field_name: str, path: str) -> str | None:
    """Return the path of a picture relative to ``content/``; None after a report of what is wrong with it."""
    parts = path.split("/")
    bad = path.startswith(("/", "~")) or "\\" in path or ":" in path or any(part in ("", ".", "..") for part in parts)
    if bad or len(path) > _LONGEST_PATH:
        scope.report("path-outside", place, field_name, found=path[:60])
        return None
    if not path.lower().endswith(PICTURE_TYPES):
        scope.report("not-a-picture", place, field_name, found=path[:60])
        return None
    scope.known.asked_pictures.add(path)
    picture = scope.known.pictures.get(path)
    if picture is None:
        near = nearest(path, scope.known.pictures)
        scope.report("missing-file-near" if near else "missing-file", place, field_name, found=path[:60], near=near)
        return None
    found = {"found": path[:60], "width": picture.width, "height": picture.height}
    if not picture.width or not picture.height:
        scope.report("picture-unreadable", place, field_name, **found)
    elif max(picture.width, picture.height) > MAXIMUM_SIDE:
        scope.report("picture-too-wide", place, field_name, **found, limit=MAXIMUM_SIDE)
    elif picture.size > MAXIMUM_BYTES:
        size = -(-picture.size // 1_000)
        scope.report("picture-too-heavy", place, field_name, **found, size=size, limit=MAXIMUM_BYTES // 1_000)
    elif not opens(picture):
        scope.report("picture-unreadable", place, field_name, **found)
    else:
        return path
    return None
