"""Event files that a command reads and writes: all of them as they shall be, or none."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from errno import EEXIST
from pathlib import Path
from tempfile import NamedTemporaryFile

from seurantalo.model.problem import Problem
from seurantalo.reading.files.listing import decode


def read_texts(root: Path, paths: Iterable[str]) -> dict[str, str]:
    """Return the texts of files by path, their lines ended by a line feed; what can't be read is left out."""
    found = {}
    for path in paths:
        try:
            text = decode((root / path).read_bytes(), path)
        except OSError:
            continue
        if not isinstance(text, Problem):
            found[path] = text.replace("\r\n", "\n")
    return found


def write_all(root: Path, new: Mapping[str, str], changed: Mapping[str, str], read: Mapping[str, str]) -> None:
    """Write new files, and those of ``changed`` anew; where one fails, all stay as they were. Raises OSError.

    ``read`` is what the changed ones held when it was decided how to change them: one that is another by now has
    been changed by somebody else, which is a FileExistsError like a new file that is there already.
    """
    made: list[Path] = []
    kept: dict[Path, bytes] = {}
    try:
        for name, text in sorted(new.items()):
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            # "x": what has come there since the project was read stays as it is.
            with path.open("x", encoding="utf-8", newline="\n") as stream:
                made.append(path)
                stream.write(text)
        for name, text in sorted(changed.items()):
            path = root / name
            content = path.read_bytes()
            _check(root, name, read)
            kept[path] = content
            _replace(path, _encoded(text, content))
    except BaseException:
        for path in made:
            path.unlink(missing_ok=True)
        for path, content in kept.items():
            if path.read_bytes() != content:
                _replace(path, content)
        raise


def _check(root: Path, name: str, read: Mapping[str, str]) -> None:
    if read_texts(root, [name]).get(name) != read[name]:
        raise FileExistsError(EEXIST, "has been changed meanwhile", name)


def _encoded(text: str, like: bytes) -> bytes:
    """Return a text with the byte order mark and the line ends of what it replaces."""
    words = text.replace("\n", "\r\n") if b"\r\n" in like else text
    return (b"\xef\xbb\xbf" if like.startswith(b"\xef\xbb\xbf") else b"") + words.encode()


def _replace(path: Path, content: bytes) -> None:
    """Put another content in a file's place in one step."""
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-", delete=False) as stream:
        stream.write(content)
    shutil.copymode(path, stream.name)
    Path(stream.name).replace(path)
