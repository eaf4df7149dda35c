"""What was drawn once need not be drawn again: by which key it is kept, where somebody keeps it."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import Final

__all__ = ["drawing_key"]

_DIGEST: Final = hashlib.sha256
#: Libraries that decide about the bytes. They are not loaded before there is something to draw.
_DRAWING: Final = ("typst", "pillow")
_OF_PROGRAM: Final = (".py", ".typ")


def drawing_key(told: bytes) -> str:
    """Return the key of what is drawn of ``told`` by this version of the program and of the libraries that draw.

    >>> drawing_key(b"Konsertti") == drawing_key(b"Konsertti"), drawing_key(b"Konsertti") == drawing_key(b"Tanssit")
    (True, False)
    """
    return _DIGEST(_program() + told).hexdigest()


@cache
def _program() -> bytes:
    """Return a digest of this folder's code and templates, and of who draws."""
    ours = {each.name: each.read_bytes() for each in files(__package__).iterdir() if each.name.endswith(_OF_PROGRAM)}
    libraries = {name: version(name).encode() for name in _DRAWING}
    parts = sorted((ours | libraries).items())
    return _DIGEST(b"".join(_DIGEST(content).digest() for _, content in parts)).digest()
