"""A file that is there as a whole or not at all, whatever happens while it is written, and folders of such files."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

__all__ = ["keep_newest", "whole_file"]


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write into, which stands at ``path`` afterwards; its folder is made where there is none.

    Raises OSError where it can't be written: then what was there stays, and nothing is left beside it.

    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with whole_file(Path(folder, "kept", "a1")) as stream:
    ...         _ = stream.write(b"picture")
    ...     Path(folder, "kept", "a1").read_bytes()
    b'picture'
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def keep_newest(folder: Path, most: int) -> None:
    """Remove the oldest files of a folder that has more than ``most``; raise OSError where there is no such folder.

    What another process takes away meanwhile, or has not finished, is no reason to do without the rest.

    >>> with tempfile.TemporaryDirectory() as name:
    ...     for number in range(3):
    ...         _ = Path(name, f"{number}.json").write_bytes(b"")
    ...         os.utime(Path(name, f"{number}.json"), (number, number))
    ...     keep_newest(Path(name), 2)
    ...     sorted(os.listdir(name))
    ['1.json', '2.json']
    """
    files: list[tuple[int, str]] = []
    for entry in os.scandir(folder):
        with suppress(OSError):
            files.append((entry.stat().st_mtime_ns, entry.path))
    for _, path in sorted(files)[: max(0, len(files) - most)]:
        with suppress(OSError):
            Path(path).unlink()
