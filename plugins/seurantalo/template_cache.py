"""Compiled templates, kept between builds: compiling them all is a good part of a small build's time.

The theme's lie in the project's cache, because what they become depends on the project's plugins. Ours are the same
everywhere: they lie where Python keeps its own compiled modules, and under the same conditions.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Final

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

__all__ = ["TemplateCache", "beside_modules"]

_DIGEST: Final = hashlib.sha256
_DIGEST_SIZE: Final = 32


class TemplateCache(BytecodeCache):
    """Bytecode in files that each begin with a digest of the rest.

    Jinja's own file cache trusts what it reads, and damaged bytecode can end the interpreter. Here a file that
    isn't whole counts as missing, and a folder that can't be written to means no cache.
    """

    def __init__(self, folder: Path, *, may_write: bool = True) -> None:
        self._may_write = may_write
        self._folder = folder / f"templates-jinja-{jinja2.__version__}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket from its file where that is whole."""
        try:
            content = self._file(bucket).read_bytes()
        except OSError:
            return
        digest, code = content[:_DIGEST_SIZE], content[_DIGEST_SIZE:]
        if _DIGEST(code).digest() == digest:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write the bucket's file, whole or not at all."""
        if not self._may_write:
            return
        code = bucket.bytecode_to_string()
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder, suffix=".part")
            with os.fdopen(handle, "wb") as stream:
                stream.write(_DIGEST(code).digest() + code)
            Path(name).replace(self._file(bucket))

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.bytecode"


def beside_modules() -> TemplateCache:
    """Return the cache of our own templates; a Python that writes no compiled modules writes no templates either."""
    return TemplateCache(Path(cache_from_source(__file__)).parent, may_write=not sys.dont_write_bytecode)
