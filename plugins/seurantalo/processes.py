"""Independent pieces of work, done in as many processes as there are processors."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from typing import Any, Final, Generic, TypeVar

__all__ = ["Begun", "available", "done"]

T = TypeVar("T")

#: The pieces of the work under way, inherited by forked processes: they hold what can't be sent to another.
_PIECES: Final[list[Callable[[], Any]]] = []


def done(pieces: Sequence[Callable[[], T]], processes: int) -> Iterator[T]:
    """Yield the results of the pieces in their order.

    With more than one process the pieces run in forked copies of this one: what they change in memory is lost, what
    they return must be picklable. An exception of a piece is raised here.

    >>> list(done([lambda: "tammikuu", lambda: "helmikuu"], available()))
    ['tammikuu', 'helmikuu']
    """
    if processes < 2 or len(pieces) < 2:
        for piece in pieces:
            yield piece()
        return
    _PIECES[:] = pieces
    frozen = gc.get_freeze_count()
    # Frozen objects are not touched by the collector, so the copies go on sharing their memory.
    gc.freeze()
    try:
        # The copies live for seconds: their garbage is not worth looking for.
        with multiprocessing.get_context("fork").Pool(processes, initializer=gc.disable) as pool:
            yield from pool.imap(_run, range(len(pieces)))
    finally:
        _thaw(frozen)
        _PIECES.clear()


def _thaw(frozen: int) -> None:
    """Let the collector look at everything again, unless something had been kept from it before."""
    if not frozen:
        gc.unfreeze()


class Begun(Generic[T]):
    """A piece of work that goes on beside this process, or waits until it is asked for.

    >>> feeds = Begun(lambda: f"{20 + 7} syötettä", available())
    >>> feeds.result()
    '27 syötettä'
    """

    def __init__(self, piece: Callable[[], T], processes: int) -> None:
        """Begin, where more than one process is of use. The piece must return something picklable."""
        self._piece = piece
        self._process: ForkProcess | None = None
        if processes < 2:
            return
        fork = multiprocessing.get_context("fork")
        self._answer, theirs = fork.Pipe(duplex=False)
        frozen = gc.get_freeze_count()
        # Frozen objects are not touched by the collector, so the copy goes on sharing their memory.
        gc.freeze()
        self._process = fork.Process(target=_answer, args=(piece, theirs), daemon=True)
        self._process.start()
        _thaw(frozen)
        theirs.close()

    def result(self) -> T:
        """Wait for the piece; return what it returns, or raise what it raised."""
        if self._process is None:
            return self._piece()
        good, value = self._answer.recv()
        self._process.join()
        if not good:
            raise value
        found: T = value
        return found

    def stop(self) -> None:
        """End the work, finished or not."""
        if self._process is not None:
            self._process.terminate()
            self._process.join()


def available() -> int:
    """Return how many processes are of use here: one where this system can't safely fork.

    Only Linux can. macOS has ``fork``, but its system libraries may crash in the copy, which is why Python itself
    starts processes otherwise there (documentation of ``multiprocessing``, since 3.8); Windows has none.

    >>> available() == 1 or sys.platform == "linux"
    True
    """
    if sys.platform != "linux":
        return 1
    return len(os.sched_getaffinity(0))


def _answer(piece: Callable[[], Any], answer: Connection) -> None:
    gc.disable()
    try:
        answer.send((True, piece()))
    except Exception as error:  # noqa: BLE001  # whatever it is, the process that waits shall see it
        answer.send((False, error))


def _run(number: int) -> Any:  # noqa: ANN401  # whatever the piece returns
    return _PIECES[number]()
