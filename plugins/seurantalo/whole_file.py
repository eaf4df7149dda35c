"""A file that is there as a whole or not at all, whatever happens while it is written."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

__all__ = ["whole_file"]


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
