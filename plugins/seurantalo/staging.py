"""A folder's next state, put together out of sight and then taken into use file by file.

Whoever reads the folder meanwhile, or after an accident, finds every address whole: a file is replaced in one step
by one that is complete, what is new comes before what names it, and what is gone goes last. Nothing is forced onto
the disk (``fsync``): that guards against a power cut only, and costs more than the build.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager, suppress
from filecmp import cmp
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Final

from seurantalo.folder import Folder

if sys.platform != "win32":
    import fcntl

__all__ = ["BusyError", "Staging", "replaced"]

#: How the folder is called in which the next state is put together. It lies in the folder itself, which nobody can
#: have on another disk, and where the right to write is needed anyway; hosts and publishers leave out dotted names.
PREFIX: Final = ".seurantalo-new-"

#: Seconds that one who writes a folder waits for another who does.
LONGEST_WAIT: Final = 300.0


class BusyError(Exception):
    """Another process is writing the same folder, and went on for too long; the text is the folder's path.

    >>> str(BusyError("site"))
    'site'
    """


class Staging:
    """The next state of ``target``; nothing is done before ``open``.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as path:
    ...     staging = Staging(Path(path))
    ...     staging.open()
    ...     _ = staging.folder().write("index.html", b"<h1>")
    ...     before = os.path.exists(f"{path}/index.html")
    ...     moved = staging.publish(kept=())
    ...     staging.close()
    ...     before, moved, os.listdir(path)
    (False, 1, ['index.html'])
    """

    def __init__(self, target: Path) -> None:
        #: The folder that is read by others.
        self.target = target
        #: Where its next state is put together.
        self.path = target / f"{PREFIX}{os.getpid()}"
        self._is_open = False
        self._made: list[Path] = []
        self._lock: int | None = None
        self._there: _There | None = None

    def open(self, busy: Callable[[], None] = lambda: None) -> None:
        """Make room for the next state. Waits for another process that writes the same folder, and tells ``busy``.

        Raises BusyError where that one does not end, and OSError where the folder can't be written to.
        """
        self._made = [folder for folder in (self.target, *self.target.parents) if not folder.exists()]
        self.target.mkdir(parents=True, exist_ok=True)
        self._lock = _locked(self.target, busy)
        try:
            for left in self.target.glob(f"{PREFIX}*"):
                # Of a build that was killed: one that goes on would have the lock.
                if self._lock is not None or left == self.path:
                    shutil.rmtree(left)
            self.path.mkdir()
        except OSError:
            self.close()
            raise
        self._is_open = True

    def folder(self, *, complete: bool = False) -> Folder:
        """Return the folder to write into; ``complete`` to have what stays the same in it as well."""
        return Folder(self.path, before=None if complete or self.target in self._made else self.target)

    def below(self, name: str) -> Staging:
        """Return a part of the next state that somebody else puts together; it comes into use with the whole.

        ``publish`` of the whole is to be told what is to stay in the part.
        """
        return _Part(self, name)

    def look(self, *, spare_hidden: bool = False) -> None:
        """See what the target holds, as ``publish`` does else: for who has to wait for others before that."""
        self._there = _There(str(self.target), spare_hidden=spare_hidden)

    def publish(self, kept: Iterable[str], *, spare_hidden: bool = False) -> int:
        """Take the new state into use; return how many files were put in place or removed.

        ``kept`` are files of the target, by path, that stay as they are. What begins with a dot stays where it lies
        right in the target, and with ``spare_hidden`` in all folders. Raises OSError half way, where every
        file is whole too.
        """
        there = self._there or _There(str(self.target), spare_hidden=spare_hidden)
        self._there = None
        names = kept if isinstance(kept, AbstractSet) else frozenset(kept)
        state = _State(str(self.path), str(self.target), names)
        state.compare()
        return state.move() + state.sweep(there)

    def close(self) -> None:
        """Leave the target as it is now; what was not taken into use is forgotten."""
        shutil.rmtree(self.path, ignore_errors=True)
        for folder in self._made:
            with suppress(OSError):  # It is not empty: the new state came into use.
                folder.rmdir()
        self._made = []
        if self._lock is not None:
            os.close(self._lock)
        self._lock = None
        self._is_open = False

    @property
    def is_open(self) -> bool:
        """Whether something is being put together."""
        return self._is_open


class _Part(Staging):
    """A folder of another Staging."""

    def __init__(self, whole: Staging, name: str) -> None:
        super().__init__(whole.target / name)
        self.path = whole.path / name

    def look(self, *, spare_hidden: bool = False) -> None:
        """Leave it to the whole."""

    def open(self, busy: Callable[[], None] = lambda: None) -> None:  # noqa: ARG002 - the whole is open already
        self._made = [] if self.target.is_dir() else [self.target]
        self.path.mkdir(exist_ok=True)
        self._is_open = True


@contextmanager
def replaced(target: Path, *, spare_hidden: bool = False) -> Iterator[Folder]:
    """Give a folder to write into. What was written, and nothing else, is in ``target`` afterwards.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as path:
    ...     for year in ("2027", "2028"):
    ...         with replaced(Path(path)) as folder:
    ...             written = folder.write("index.html", b"<h1>"), folder.write(f"{year}.html", b"")
    ...     sorted(os.listdir(path)), written
    (['2028.html', 'index.html'], (False, True))
    """
    staging = Staging(target)
    staging.open()
    try:
        folder = staging.folder()
        yield folder
        staging.publish(folder.names, spare_hidden=spare_hidden)
    finally:
        staging.close()


class _There:
    """What a folder holds that may be removed: its files, and its folders in which nothing is."""

    def __init__(self, target: str, *, spare_hidden: bool) -> None:
        self._target, self._spare_hidden = target, spare_hidden
        self.files: list[str] = []
        self.hollow: list[str] = []
        self._gather("")

    def _gather(self, name: str) -> None:
        is_hollow = True
        for entry in os.scandir(f"{self._target}/{name}"):
            is_hollow = False
            if entry.name.startswith(".") and (self._spare_hidden or not name):
                continue
            if entry.is_dir(follow_symlinks=False):
                self._gather(f"{name}{entry.name}/")
            elif not entry.is_dir():  # A link to a folder is not of our making.
                self.files.append(f"{name}{entry.name}")
        if is_hollow and name:
            self.hollow.append(name.removesuffix("/"))


class _State:
    """What differs between a new state and the folder that is read, and the steps from one to the other."""

    def __init__(self, new: str, target: str, kept: AbstractSet[str]) -> None:
        self._new = new
        self._target = target
        #: What the target is to hold in the end, besides what stays. Of a folder that comes as a whole its own name.
        self._wanted = set[str]()
        self._kept = kept
        # Each with what decides its turn: whether something is replaced, whether it is or holds pages, its name.
        self._moves: list[tuple[bool, bool, str]] = []

    def compare(self, name: str = "") -> None:
        """Find what is to move: files and whole folders that are new, files that have changed."""
        for entry in os.scandir(f"{self._new}/{name}"):
            path, target = f"{name}{entry.name}", f"{self._target}/{name}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                if os.path.isdir(target):
                    self.compare(f"{path}/")
                    continue
                is_new, has_pages = True, _holds_pages(entry.path)
            else:
                is_new, has_pages = not os.path.lexists(target), entry.name.endswith(".html")
                if not is_new and os.path.isfile(target) and cmp(entry.path, target, shallow=False):
                    self._wanted.add(path)
                    continue
            self._wanted.add(path)
            self._moves.append((not is_new, has_pages, path))

    def move(self) -> int:
        """Put everything in place: first what no address shows yet, then what takes the place of something.

        Both times what pages are made with comes before the pages themselves, in the order of names: ``assets``
        before data.
        """
        for number, (_, _, path) in enumerate(sorted(self._moves)):
            _put(f"{self._new}/{path}", f"{self._target}/{path}", f"{self._new}/.aside-{number}")
        return len(self._moves)

    def sweep(self, there: _There) -> int:
        """Remove what was there and is not wanted: pages before what they are made with, empty folders last."""
        others = (path for path in there.files if path not in self._kept and path not in self._wanted)
        files = [path for path in others if not self._is_wanted_otherwise(path)]
        for path in sorted(files, key=lambda path: (not path.endswith(".html"), path)):
            with suppress(FileNotFoundError, NotADirectoryError):  # It went with its folder.
                os.unlink(f"{self._target}/{path}")
        folders = {*there.hollow, *(above for path in (*files, *there.hollow) for above in _above(path))}
        for path in sorted(folders, reverse=True):
            with suppress(OSError):  # Something is in it.
                os.rmdir(f"{self._target}/{path}")
        return len(files)

    def _is_wanted_otherwise(self, path: str) -> bool:
        """Tell whether a file is the same as a wanted one whose name differs in case or composition only."""
        other = self._by_folded_name.get(_folded(path))
        if other is None:
            return False
        with suppress(OSError):
            return os.path.samefile(f"{self._target}/{path}", f"{self._target}/{other}")
        return False

    @cached_property
    def _by_folded_name(self) -> dict[str, str]:
        return {_folded(name): name for name in chain(self._kept, self._wanted)}


def _above(path: str) -> Iterator[str]:
    """Yield the folders that a path lies in."""
    while path := path.rpartition("/")[0]:
        yield path


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _holds_pages(folder: str) -> bool:
    with os.scandir(folder) as entries:
        return any(
            entry.name.endswith(".html") or (entry.is_dir(follow_symlinks=False) and _holds_pages(entry.path))
            for entry in entries
        )


def _put(source: str, target: str, aside: str) -> None:
    """Put a file or a whole folder in its place, in one step."""
    try:
        os.replace(source, target)
    except OSError as error:
        if error.errno == errno.EXDEV:  # A part of the target lies on another disk.
            _put_across(source, target, aside)
        elif error.errno in {errno.EISDIR, errno.ENOTDIR, errno.ENOTEMPTY, errno.EEXIST}:
            # A page's folder where a file was, or the other way about.
            os.replace(target, aside)
            os.replace(source, target)
        else:
            raise


def _put_across(source: str, target: str, aside: str) -> None:
    folder, _, name = target.rpartition("/")
    beside = f"{folder}/{PREFIX}{name}"
    if os.path.isdir(source):
        shutil.copytree(source, beside)
        shutil.rmtree(source)
    else:
        shutil.move(source, beside)
    _put(beside, target, aside)


def _locked(folder: Path, busy: Callable[[], None]) -> int | None:
    """Return a descriptor that keeps others out until it is closed, at the latest by the end of this process.

    None where the system has no such thing, as Windows, or the disk has not, as some of the network.
    """
    if sys.platform == "win32":
        return None
    handle = os.open(folder, os.O_RDONLY)
    end = time.monotonic() + LONGEST_WAIT
    told = False
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not told:
                busy()
                told = True
            if time.monotonic() > end:
                os.close(handle)
                raise BusyError(str(folder)) from None
            time.sleep(0.1)
        except OSError:
            os.close(handle)
            return None
        else:
            return handle
