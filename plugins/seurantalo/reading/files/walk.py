"""The files of a folder, without ever leaving the project: only links that can do no harm are followed."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path
from typing import Final

from seurantalo.model.problem import Problem
from seurantalo.reading.files.names import is_of_record

#: The deepest folder.
MAXIMUM_DEPTH: Final = 8

#: What editors, word processors and operating systems leave beside files: copies, locks, lists of small pictures.
_LEFTOVERS: Final = re.compile(
    r"(?:.*~|#.*#|~\$.*|.*\.(?:bak|orig|rej|old|sw[a-p]|tmp|temp|crdownload|part)|thumbs\.db|desktop\.ini|icon\r)\Z",
    re.IGNORECASE,
)


def is_leftover(name: str) -> bool:
    """Tell whether a file of this name was left by an editor or a system: it is no part of the site.

    >>> [name for name in ("ohje.md", "ohje.md~", "#ohje.md#", "ohje.md.bak", "Thumbs.db") if is_leftover(name)]
    ['ohje.md~', '#ohje.md#', 'ohje.md.bak', 'Thumbs.db']
    """
    return not is_of_record(name) and _LEFTOVERS.match(name) is not None


def walk(problems: list[Problem], base: str, folder: str, *, of_records: bool) -> Iterator[tuple[str, str]]:
    """Yield (path relative to the project, location) of the files in a folder, in order.

    ``base`` is where the project lies, without links on the way. What starts with a dot, and what editors leave
    behind, is passed over. Links are followed to files of the project alone, and none among records.
    """
    path = relative(base, folder)
    wrong = _link_problem(base, folder, path, of_records=True) if of_records and Path(folder).is_symlink() else None
    if wrong is None:
        yield from _walk(problems, base, folder, f"{path}/", of_records=of_records)
    else:
        problems.append(wrong)


def relative(base: str, location: str) -> str:
    """Return the path of a location relative to the project, with ``/``."""
    path = Path(location)
    return os.path.relpath(path.parent.resolve() / path.name, base).replace(os.sep, "/")


def _walk(
    problems: list[Problem], base: str, folder: str, prefix: str, *, of_records: bool
) -> Iterator[tuple[str, str]]:
    # The folders that are being looked through, each with how the paths in it begin.
    opened = [(_entries(problems, folder, prefix), prefix)]
    while opened:
        entries, prefix = opened[-1]
        for entry in entries:
            name = entry.name
            if name.startswith(".") or is_leftover(name):
                continue
            path = prefix + name
            if entry.is_file(follow_symlinks=False):
                yield path, entry.path
            elif entry.is_symlink():
                problem = _link_problem(base, entry.path, path, of_records=of_records)
                if problem is None:
                    yield path, entry.path
                else:
                    problems.append(problem)
            elif entry.is_dir(follow_symlinks=False):
                if len(opened) <= MAXIMUM_DEPTH:
                    opened.append((_entries(problems, entry.path, f"{path}/"), f"{path}/"))
                    break
                problems.append(Problem("folder-too-deep", f"{path}/"))
        else:
            opened.pop()


def _entries(problems: list[Problem], folder: str, prefix: str) -> Iterator[os.DirEntry[str]]:
    """Return what is in a folder, in order."""
    try:
        return iter(sorted(os.scandir(folder), key=attrgetter("name")))
    except (FileNotFoundError, NotADirectoryError):
        pass
    except OSError as error:
        problems.append(Problem("file-unreadable", prefix, values=(("found", error.strerror or "?"),)))
    return iter(())


def _link_problem(base: str, location: str, path: str, *, of_records: bool) -> Problem | None:
    """Return what is wrong with a link, or None where it leads to a file of the project that may be shown."""
    try:
        target = os.path.realpath(location, strict=True)
    except FileNotFoundError:
        return Problem("link-to-nothing", path, values=(("found", str(Path(location).readlink())[:60]),))
    except OSError as error:
        code = "link-round" if error.errno == errno.ELOOP else "link-outside"
        return Problem(code, path)
    if os.path.commonpath((base, target)) != base:
        return Problem("link-outside", path)
    if Path(target).is_dir():
        return Problem("link-to-folder", path)
    if of_records:
        return Problem("link-among-records", path)
    if any(part.startswith(".") for part in Path(target).relative_to(base).parts):
        return Problem("link-to-hidden", path)
    return None
