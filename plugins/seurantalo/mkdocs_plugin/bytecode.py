"""Compiled templates of the theme, kept between builds: compiling them is almost half of MkDocs' start."""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

_DIGEST: Final = hashlib.sha256
_DIGEST_SIZE: Final = 32


class TemplateCache(BytecodeCache):
    """Bytecode in files that each begin with a digest of the rest.

    Jinja's own file cache trusts what it reads, and damaged bytecode can end the interpreter. Here a file that
    isn't whole counts as missing, and a folder that can't be written to means no cache.
    """

    def __init__(self, folder: Path) -> None:
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
        code = bucket.bytecode_to_string()
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder, suffix=".part")
            with os.fdopen(handle, "wb") as stream:
                stream.write(_DIGEST(code).digest() + code)
            Path(name).replace(self._file(bucket))

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.bytecode"
