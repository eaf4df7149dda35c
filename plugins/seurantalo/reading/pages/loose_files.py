"""Files of ``docs_dir`` that are neither records nor pages: what a browser would run is named."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Final

from seurantalo.model.problem import Problem, Severity
from seurantalo.reading.pages.active_content import DRAWINGS, active_in_drawing, is_run_by_browsers

#: Of a drawing, so many bytes are looked through.
_MOST_BYTES: Final = 2_000_000


def check_loose_files(root: Path, paths: Iterable[str], own: Collection[str]) -> Iterator[Problem]:
    """Yield a warning for each file that a browser runs; ``own`` are endings of paths that the site names itself."""
    for path in paths:
        if any(path.endswith(f"/{name}") for name in own):
            continue
        if is_run_by_browsers(path):
            yield Problem("active-file", path, severity=Severity.WARNING)
        elif path.lower().endswith(DRAWINGS):
            found = _in_drawing(root / path)
            if found:
                yield Problem("active-drawing", path, values=(("found", found),), severity=Severity.WARNING)


def _in_drawing(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            content = stream.read(_MOST_BYTES + 1)
    except OSError:
        return ""
    # Packed, or longer than any drawing for a page: nobody can tell what is in it.
    if content.startswith(b"\x1f\x8b") or len(content) > _MOST_BYTES:
        return file.suffix
    # A browser finds out itself which letters these are; the signs of markup are ASCII in most of them.
    return active_in_drawing(content.replace(b"\0", b"").decode("utf-8", "replace"))
