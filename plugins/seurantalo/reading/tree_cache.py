"""Trees of files that have not changed, kept between builds by the content of the text.

Only of files that need a YAML parser: those that are plainly written are read again more quickly than looked up.
The store is SQLite with JSON in it, so that even a hostile cache file can only be wrong, never run anything.
Whatever is damaged is thrown away and made anew.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from seurantalo.reading.plain_tree import read_plain
from seurantalo.reading.yaml_tree import Entry, Flaw, Mapping, Node, Scalar, Sequence, read_tree

#: Part of the store's name: raise it whenever trees are built otherwise.
VERSION: Final = 2

_make = tuple.__new__
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


class TreeCache:
    """A store of trees in ``folder``, open between ``with`` and its end; works without one where it can't be had."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; nothing is opened yet."""
        self._folder = folder
        self._path = folder / f"trees-{VERSION}.sqlite"
        self._store: sqlite3.Connection | None = None
        self._fresh: list[tuple[bytes, str]] = []
        self._used: list[bytes] = []
        self._empty = True

    def __enter__(self) -> Self:
        """Open the store, or go on without it."""
        try:
            self._open()
        except (OSError, sqlite3.Error):
            self._discard()
            with contextlib.suppress(OSError, sqlite3.Error):
                self._open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write what is new, drop what is long unused, and close."""
        if self._store is None:
            return
        if not self._fresh and not self._used:
            self._store.close()
            return
        try:
            with self._store as store:
                store.executemany("INSERT OR REPLACE INTO trees VALUES (?, ?)", self._fresh)
                (held,) = store.execute("SELECT count(*) FROM trees").fetchone()
                if held > 3 * len(self._used) + 1_000:
                    store.execute("CREATE TEMP TABLE used (key BLOB PRIMARY KEY)")
                    store.executemany("INSERT OR IGNORE INTO used VALUES (?)", ((key,) for key in self._used))
                    store.execute("DELETE FROM trees WHERE key NOT IN (SELECT key FROM used)")
            self._store.close()
        except sqlite3.Error:
            self._discard()

    def tree(self, text: str, first_line: int) -> tuple[Mapping | None, tuple[Flaw, ...]]:
        """Return what ``read_tree`` returns; the store is asked for flawless trees of texts that are not plain."""
        plain = read_plain(text, first_line)
        if plain is not None:
            return plain, ()
        if self._store is None:
            return read_tree(text, first_line)
        key = blake2b(f"{first_line}\n{text}".encode(), digest_size=16).digest()
        self._used.append(key)
        kept = None if self._empty else self._kept(key)
        if kept is not None:
            return kept, ()
        tree, flaws = read_tree(text, first_line)
        if tree is not None and not flaws:
            self._fresh.append((key, _ENCODER.encode(tree)))
        return tree, flaws

    def _open(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._store = sqlite3.connect(self._path, timeout=1)
        # The cache can be lost at any time, so it need not survive a power cut.
        self._store.execute("PRAGMA synchronous = OFF")
        self._store.execute("CREATE TABLE IF NOT EXISTS trees (key BLOB PRIMARY KEY, tree TEXT) WITHOUT ROWID")
        self._empty = self._store.execute("SELECT 1 FROM trees LIMIT 1").fetchone() is None

    def _kept(self, key: bytes) -> Mapping | None:
        if self._store is None:
            return None
        try:
            row = self._store.execute("SELECT tree FROM trees WHERE key = ?", (key,)).fetchone()
            if row is None:
                return None
            node = _unpacked(json.loads(row[0]))
        except (sqlite3.Error, AttributeError, LookupError, RecursionError, TypeError, ValueError):
            self._discard()
            return None
        return node if isinstance(node, Mapping) else None

    def _discard(self) -> None:
        if self._store is not None:
            with contextlib.suppress(sqlite3.Error):
                self._store.close()
        self._store = None
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)


def _unpacked(kept: Any) -> Node:  # noqa: ANN401  # JSON
    """Return the node of a JSON array. JSON writes named tuples as arrays; the first item tells which it was."""
    # tuple.__new__ skips the named tuple's own constructor, which costs half of this.
    first, line, column = kept[0], kept[1], kept[2]
    if type(line + column) is not int:
        raise TypeError("not a place")
    if first is None or type(first) is str:
        return _make(Scalar, (first, line, column, kept[3] is True))
    if type(first) is dict:
        entries = {key: _make(Entry, (row, place, _unpacked(value))) for key, (row, place, value) in first.items()}
        return _make(Mapping, (entries, line, column))
    return _make(Sequence, ([_unpacked(item) for item in first], line, column))
