"""What one build keeps for the next, as JSON in a file, which counts as missing where it is damaged."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Any, Final

import orjson

from seurantalo.whole_file import whole_file

__all__ = ["read_kept", "write_kept"]

#: Bytes before the content, by which damage is noticed: a check sum takes a seventh of the time of a digest.
_CHECK_SIZE: Final = 4


def write_kept(file: Path, value: object) -> None:
    """Keep a value of which orjson can make JSON; raise OSError where its file can't be written.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write_kept(Path(folder, "kept", "a1.json"), {"event": "tanssit"})
    ...     read_kept(Path(folder, "kept", "a1.json"))
    {'event': 'tanssit'}
    """
    body = orjson.dumps(value)
    with whole_file(file) as stream:
        stream.write(_check_sum(body))
        stream.write(body)


def read_kept(file: Path) -> Any:  # noqa: ANN401 - JSON
    """Return what was kept in a file; raise OSError or ValueError where there is nothing, or nothing whole.

    >>> read_kept(Path("missing.json"))
    Traceback (most recent call last):
    FileNotFoundError: [Errno 2] No such file or directory: 'missing.json'
    """
    content = file.read_bytes()
    body = memoryview(content)[_CHECK_SIZE:]
    if _check_sum(body) != content[:_CHECK_SIZE]:
        raise ValueError(f"{file} is damaged")
    return orjson.loads(body)


def _check_sum(content: bytes | memoryview) -> bytes:
    return zlib.crc32(content).to_bytes(_CHECK_SIZE, "big")
