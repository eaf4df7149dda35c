"""Files that a job without rights hands over to one that may write: data, looked at again where it arrives."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Any, Final

from seurantalo.frozen import dataclass

__all__ = ["Handover", "HandoverError", "packed", "unpacked"]

#: The largest handover in bytes, the most files in it, and the most lines that were said.
MOST_BYTES: Final = 8_000_000
MOST_FILES: Final = 5_000
MOST_SAID: Final = 500
#: The largest file in characters, and the longest line of what was said.
LONGEST_FILE: Final = 256_000
LONGEST_LINE: Final = 2_000
_VERSION: Final = 1
# Names as the site's own files have them: no folder that is hidden, no step upwards, no drive, no name of a device
# with an ending that Windows would take for the device itself.
_PATH: Final = re.compile(r"(?:[a-z0-9][a-z0-9_-]*/)+[a-z0-9][a-z0-9-]*\.(?:yml|md)\Z")
_DEVICE: Final = re.compile(r"(?:^|/)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|/|\Z)")


class HandoverError(ValueError):
    """What was handed over is not what it has to be; the text says what, for a log.

    >>> HandoverError("not JSON").args
    ('not JSON',)
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """Texts of files by path, relative to the project (None: the file goes), and what was said while they were made.

    >>> Handover(files={"events/2027/03/tanssit.yml": None}).said
    ()
    """

    files: Mapping[str, str | None] = field(default_factory=dict)
    said: tuple[str, ...] = ()


def packed(one: Handover) -> str:
    """Return a handover as JSON.

    >>> unpacked(packed(Handover(files={"events/a.yml": "x"})).encode(), ["events/"]).files
    {'events/a.yml': 'x'}
    """
    given = {"version": _VERSION, "files": dict(one.files), "said": list(one.said)}
    return json.dumps(given, ensure_ascii=False, indent=1) + "\n"


def unpacked(content: bytes, below: Iterable[str]) -> Handover:
    """Return what was handed over; raise HandoverError for anything that is not as it has to be.

    ``below`` are the folders, each with a slash at its end, in which its files may be.

    >>> unpacked(b'{"version": 1, "files": {"../x.yml": ""}, "said": []}', ["events/"])
    Traceback (most recent call last):
    seurantalo.receiving.handover.HandoverError: not a place for a file: '../x.yml'
    """
    if len(content) > MOST_BYTES:
        raise HandoverError(f"more than {MOST_BYTES} bytes")
    try:
        given = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise HandoverError("not JSON") from error
    if not isinstance(given, dict) or given.keys() != {"version", "files", "said"} or given["version"] != _VERSION:
        raise HandoverError("not a handover of this version")
    folders = tuple(below)
    return Handover(files=_files(given["files"], folders), said=_said(given["said"]))


def _files(given: Any, below: tuple[str, ...]) -> dict[str, str | None]:  # noqa: ANN401 (whatever JSON holds)
    if not isinstance(given, dict) or len(given) > MOST_FILES:
        raise HandoverError("no files, or too many")
    for path, text in given.items():
        if not _PATH.match(path) or _DEVICE.search(path) or not path.startswith(below) or len(path) > 250:
            raise HandoverError(f"not a place for a file: {path[:250]!r}")
        if text is not None and (not isinstance(text, str) or len(text) > LONGEST_FILE or "\0" in text):
            raise HandoverError(f"not the text of a file: {path!r}")
    return dict(given)


def _said(given: Any) -> tuple[str, ...]:  # noqa: ANN401 (whatever JSON holds)
    if not isinstance(given, list) or not all(isinstance(line, str) for line in given):
        raise HandoverError("what was said is no list of lines")
    return tuple(line[:LONGEST_LINE] for line in given[:MOST_SAID])
