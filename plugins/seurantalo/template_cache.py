"""Compiled templates, kept between builds: compiling them all is a good part of a small build's time.

They lie where Python keeps its own compiled modules, and under the same conditions: never in a project, whose files
may come from anybody. What a template becomes depends on its environment too, so each kind of those has a folder.

Our own templates come compiled with an installed package (see ``scripts/hatch_build.py``): as Python source, named by
the digest of the template's text. What was compiled from another text or by another Jinja is never found.
"""

from __future__ import annotations

import hashlib
import sys
from contextlib import suppress
from importlib.machinery import SourceFileLoader
from importlib.util import cache_from_source
from pathlib import Path
from typing import Final

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from seurantalo.language import language
from seurantalo.publishing.templating import environment
from seurantalo.whole_file import whole_file

__all__ = ["SHIPPED", "TemplateCache", "beside_modules", "write_compiled"]

#: The folder of compiled templates in an installed package; none in a checkout.
SHIPPED: Final = "compiled_templates"

_DIGEST: Final = hashlib.sha256
_DIGEST_SIZE: Final = 32
_SYNTAX: Final = (
    *("block_start_string", "block_end_string", "variable_start_string", "variable_end_string"),
    *("comment_start_string", "comment_end_string", "line_statement_prefix", "line_comment_prefix"),
    *("trim_blocks", "lstrip_blocks", "newline_sequence", "keep_trailing_newline", "optimized", "sandboxed"),
)


class TemplateCache(BytecodeCache):
    """Bytecode in files that each begin with a digest of the rest; they lie in ``folder``.

    Jinja's own file cache trusts what it reads, and damaged bytecode can end the interpreter. Here a file that
    isn't whole counts as missing, and a folder that can't be written to means no cache.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     env = jinja2.Environment(loader=jinja2.DictLoader({"tervehdys": "Hei!"}), autoescape=True)
    ...     env.bytecode_cache = TemplateCache(Path(folder))
    ...     env.get_template("tervehdys").render(), [file.suffix for file in Path(folder).iterdir()]
    ('Hei!', ['.bytecode'])
    """

    def __init__(self, folder: Path, *, may_write: bool = True, shipped: Path | None = None) -> None:
        self.folder = folder
        self._may_write = may_write
        self._shipped = shipped

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket from what came with the package, else from its file where that is whole."""
        if self._shipped is not None and (source := self._shipped / _module_name(bucket.checksum)).is_file():
            # Python keeps it as bytecode of its own version, as it does with every module of the package.
            bucket.code = SourceFileLoader(source.stem, str(source)).get_code(source.stem)
            return
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
        with suppress(OSError), whole_file(self._file(bucket)) as stream:
            stream.write(_DIGEST(code).digest() + code)

    def _file(self, bucket: Bucket) -> Path:
        return self.folder / f"{bucket.key}.bytecode"


def beside_modules(env: jinja2.Environment) -> TemplateCache:
    """Return the cache for an environment; a Python that writes no compiled modules writes no templates either.

    What one environment compiles is never read by one that escapes otherwise:

    >>> html, text = jinja2.Environment(autoescape=True), jinja2.Environment(autoescape=False)
    >>> beside_modules(html).folder == beside_modules(text).folder
    False
    """
    kind = _kind(env)
    folder = Path(cache_from_source(__file__)).parent / f"templates-{kind}"
    shipped = Path(__file__).parent / SHIPPED / kind
    return TemplateCache(folder, may_write=not sys.dont_write_bytecode, shipped=shipped if shipped.is_dir() else None)


def write_compiled(folder: Path) -> int:
    """Write our templates as Python source into a folder of the package; return how many.

    Two templates with one text are left out: what is compiled knows its template's name.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     written = write_compiled(Path(folder))
    ...     written == len(list(Path(folder).glob("*/template_*.py")))
    True
    """
    env = environment(language("en"))  # the words are asked for as a page is made, not here
    texts = {
        name: env.loader.get_source(env, name)[0]
        for name in env.list_templates(extensions=["html"])
        if env.loader is not None
    }
    written = 0
    (folder / _kind(env)).mkdir(parents=True)
    for name, text in texts.items():
        if list(texts.values()).count(text) == 1:
            path = folder / _kind(env) / _module_name(TemplateCache(folder).get_source_checksum(text))
            path.write_text(env.compile(text, name, raw=True), encoding="utf-8")
            written += 1
    return written


def _module_name(checksum: str) -> str:
    return f"template_{checksum}.py"


def _kind(env: jinja2.Environment) -> str:
    """Return what tells environments apart: Jinja's version, the syntax, what may be worked out while compiling."""
    syntax = [getattr(env, name) for name in _SYNTAX]
    called = [
        [name, getattr(each, "__module__", ""), getattr(each, "__qualname__", "")]
        for table in (env.filters, env.tests)
        for name, each in sorted(table.items())
    ]
    autoescape = env.autoescape if isinstance(env.autoescape, bool) else getattr(env.autoescape, "__qualname__", "")
    told = [jinja2.__version__, type(env).__qualname__, sorted(env.extensions), autoescape, syntax, called]
    return _DIGEST(repr(told).encode()).hexdigest()[:16]
