"""A process that works for another one: how it begins, and how it lets go of what its work has left behind."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import threading
import zlib
from collections.abc import Callable
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

__all__ = ["Forgetful", "begin_to_work", "unpacked"]

T = TypeVar("T")

#: How much less of a processor than the one that gives it work a process asks for where both want the same (nice).
_POLITE: Final = 5
#: Bytes more than at its beginning that a process may hold before another goes on where memory matters.
ROOM: Final = 100_000_000


def begin_to_work() -> None:
    """Make this process a worker's.

    >>> worker = multiprocessing.get_context("fork").Process(target=begin_to_work)
    >>> worker.start(), worker.join(), worker.exitcode
    (None, None, 0)
    """
    # All that others wait for is done by the process that waits for this one.
    os.nice(_POLITE)
    _settle()


def _settle() -> None:
    # It lives for seconds: its garbage is not worth looking for.
    gc.disable()
    # Ctrl+C reaches every process of a terminal: this one ends without a word, the one that waits for it speaks.
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    """End this process when the one that waits for it has been killed: nobody is left to take the work."""
    wait([sentinel])
    os._exit(1)


class Forgetful(Generic[T]):
    """Does work in a copy of this process, and in a new one whenever the last has come to hold much.

    Results are packed: while others are awaited before them, very many would take much memory.

    >>> work = Forgetful("{}: {}".format)
    >>> unpacked(work("ical", 27)), work.end()
    ('ical: 27', None)
    """

    def __init__(self, do: Callable[..., T]) -> None:
        self._do = do
        self._copy: _Copy[T] | None = None

    def __call__(self, *about: object) -> bytes:
        """Return the result of a piece of work, packed."""
        self._copy = self._copy or _Copy(self._do)
        try:
            result, error, is_full = self._copy.answer(about)
        except (EOFError, OSError):
            # The copy was ended from outside, as if it were this process: who waits for it knows what to do then.
            os._exit(1)
        if is_full:
            self.end()
        if error is not None:
            raise error
        return result

    def end(self) -> None:
        """End the copy that there is."""
        if self._copy:
            self._copy.end()
            self._copy = None


def unpacked(result: Any) -> Any:  # noqa: ANN401  # whatever was packed
    """Return a result of :class:`Forgetful`.

    >>> unpacked(zlib.compress(pickle.dumps("ical: 27")))
    'ical: 27'
    """
    return pickle.loads(zlib.decompress(result))  # noqa: S301 - of this program's own processes


class _Copy(Generic[T]):
    """A copy of this process that answers until it is ended, at the latest with this one."""

    def __init__(self, do: Callable[..., T]) -> None:
        context = multiprocessing.get_context("fork")
        self._ours, theirs = context.Pipe()
        # As a daemon it is not waited for when this process ends.
        self._process = context.Process(target=_answer, args=(do, theirs), daemon=True)
        self._process.start()
        theirs.close()

    def answer(self, about: tuple[object, ...]) -> tuple[bytes, Exception | None, bool]:
        """Return the result or the error of a piece of work, and whether the copy should be ended then."""
        self._ours.send(about)
        return self._ours.recv()  # type: ignore[no-any-return]  # what was sent

    def end(self) -> None:
        self._process.terminate()
        self._process.join()
        self._ours.close()


def _answer(do: Callable[..., object], there: Connection) -> None:
    _settle()  # It is as polite as the worker that it is a copy of.
    began = _memory()
    while True:
        about = there.recv()
        try:
            result, fault = zlib.compress(pickle.dumps(do(*about)), 1), None
        except Exception as error:  # noqa: BLE001  # raised where somebody waits
            result, fault = b"", error
        there.send((result, fault, _memory() - began > ROOM))


def _memory() -> int:
    """Return how many bytes of memory this process holds."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
