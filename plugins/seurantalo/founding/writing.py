"""A new site comes to its folder whole, or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from seurantalo.founding.site_files import SiteFile

#: Where a site is put together before it is moved to its place; hidden, and found again after an accident.
_UNFINISHED: Final = ".seurantalo-unfinished"
#: What may be in a folder that counts as empty: the history of a repository that has been cloned.
_MAY_BE_THERE: Final = frozenset({".git", _UNFINISHED})


class NotEmptyError(Exception):
    """A folder that is to become a site and holds something. ``names`` are the first of what is in it.

    >>> NotEmptyError(Path("kalenteri"), ("muistio.txt",)).names
    ('muistio.txt',)
    """

    def __init__(self, folder: Path, names: tuple[str, ...]) -> None:
        super().__init__(str(folder))
        self.folder, self.names = folder, names


def refuse_unless_empty(folder: Path, most: int = 3) -> None:
    """Raise NotEmptyError unless a folder is not there, is empty, or holds nothing but the history of a clone.

    Raises OSError where it can't be looked into, also where it is a file.

    >>> refuse_unless_empty(Path("a-folder-that-is-not-there"))
    """
    if not folder.exists():
        return
    names = sorted(entry.name for entry in folder.iterdir() if entry.name not in _MAY_BE_THERE)
    if names:
        raise NotEmptyError(folder, tuple(names[:most]))


def write_site(folder: Path, files: Iterable[SiteFile]) -> None:
    """Write the files of a new site. Raises NotEmptyError, or OSError and leaves everything as it was.

    They are put together out of sight and moved to their place in the end: who is stopped half way, or runs out of
    disk, has no half of a site. What was left out of sight by somebody who was killed is cleared away first.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as parent:
    ...     write_site(Path(parent, "kainuu"), [SiteFile("content/index.md", "# Kainuu")])
    ...     Path(parent, "kainuu/content/index.md").read_text(encoding="utf-8")
    '# Kainuu'
    """
    refuse_unless_empty(folder)
    made = [one for one in (folder, *folder.parents) if not one.exists()]
    unfinished = folder / _UNFINISHED
    moved: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if unfinished.exists():
            shutil.rmtree(unfinished)
        for file in files:
            path = unfinished / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text, encoding="utf-8", newline="\n")
        for entry in sorted(unfinished.iterdir()):
            moved.append(folder / entry.name)
            entry.rename(moved[-1])
        unfinished.rmdir()
    except BaseException:
        for path in moved:
            _remove(path)
        _remove(unfinished)
        for one in made:
            with suppress(OSError):
                one.rmdir()
        raise


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
