"""Independent pieces of work, done in as many processes as there are processors."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

__all__ = ["Begun", "LostProcessError", "available", "begun", "done"]

T = TypeVar("T")


class LostProcessError(Exception):
    """A process ended in the middle of its work, and so did the one that did the work again.

    Nearly always the system has ended them because memory had run out.

    >>> try:
    ...     list(done([lambda: os._exit(1)] * 2, 2))
    ... except LostProcessError as error:
    ...     print(error)
    A process of the build was ended from outside, twice.
    """

    def __init__(self) -> None:
        super().__init__("A process of the build was ended from outside, twice.")


#: The pieces of the work under way, inherited by forked processes: they hold what can't be sent to another.
_PIECES: Final[list[Callable[[], Any]]] = []
#: Holds something while copies of this process are made.
_SHARING: Final[list[bool]] = []


def done(pieces: Sequence[Callable[[], T]], processes: int) -> Iterator[T]:
    """Yield the results of the pieces in their order.

    With more than one process the pieces run in forked copies of this one: what they change in memory is lost, what
    they return must be picklable. An exception of a piece is raised here. What a process that was ended from outside
    leaves undone is done again, by one process alone; raises LostProcessError where that is ended as well.

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
    pools = [_pool(min(processes, len(pieces)))]
    try:
        futures: list[Future[T] | None] = [_begun(pools[0], number) for number in range(len(pieces))]
        for number, future in enumerate(futures):
            result = _result(future)
            if result is None:
                if len(pools) == 1:
                    # Its thread ends: a process with threads should not be forked.
                    pools[0].shutdown()
                    pools.append(_pool(1))
                again: Future[T] | None = _begun(pools[1], number)
                result = _result(again)
            if result is None:
                raise LostProcessError
            yield result[0]
    finally:
        for pool in pools:
            pool.shutdown(cancel_futures=True)
        _thaw(frozen)
        _PIECES.clear()


def _pool(processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, multiprocessing.get_context("fork"), _begin)


def _begun(pool: ProcessPoolExecutor, number: int) -> Future[Any] | None:
    """Have a piece of the work done; return None where a process of the pool was lost already."""
    try:
        return pool.submit(_run, number)
    except BrokenProcessPool:
        return None


def _result(future: Future[T] | None) -> tuple[T] | None:
    """Wait for a result; return None where its process was lost."""
    try:
        return (future.result(),) if future else None
    except BrokenProcessPool:
        return None


def _begin() -> None:
    """Make this process a worker's."""
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
        if processes > 1:
            self._start()

    def _start(self) -> None:
        fork = multiprocessing.get_context("fork")
        self._answer, theirs = fork.Pipe(duplex=False)
        with _memory_shared():
            self._process = fork.Process(target=_answer, args=(self._piece, theirs), daemon=True)
            self._process.start()
        theirs.close()

    def result(self) -> T:
        """Wait for the piece; return what it returns, or raise what it raised.

        Raises LostProcessError where its process was ended from outside, and so was a second one.
        """
        if self._process is None:
            return self._piece()
        answer = self._received()
        if answer is None:
            self._start()
            answer = self._received()
        if answer is None:
            raise LostProcessError
        good, value = answer
        if not good:
            raise value
        found: T = value
        return found

    def _received(self) -> tuple[bool, Any] | None:
        """Wait for what the process says; return None where it was lost."""
        try:
            answer: tuple[bool, Any] | None = self._answer.recv()
        except (EOFError, OSError):  # It may have been lost in the middle of its answer.
            answer = None
        if self._process is not None:
            self._process.join()
        return answer

    def stop(self) -> None:
        """End the work, finished or not."""
        if self._process is not None:
            self._process.terminate()
            self._process.join()


def begun(pieces: Iterable[Callable[[], T]], processes: int) -> list[Begun[T]]:
    """Begin several pieces of work.

    >>> [each.result() for each in begun([lambda: "tammikuu", lambda: "helmikuu"], available())]
    ['tammikuu', 'helmikuu']
    """
    with _memory_shared():
        return [Begun(piece, processes) for piece in pieces]


@contextmanager
def _memory_shared() -> Iterator[None]:
    """Keep the collector from what is there: copies of this process go on sharing what nobody touches.

    It costs a walk through all of it, so several copies are best made inside one.
    """
    if _SHARING:
        yield
        return
    frozen = gc.get_freeze_count()
    gc.freeze()
    _SHARING.append(True)
    try:
        yield
    finally:
        _SHARING.clear()
        _thaw(frozen)


def available() -> int:
    """Return how many processes are of use here: one where this process can't be forked safely.

    A copy lacks the threads that a library has begun, as Typst does with the first sheet that it sets: who waits for
    them in the copy waits for ever.

    Of systems only Linux can. macOS has ``fork``, but its system libraries may crash in the copy, which is why Python
    itself starts processes otherwise there (documentation of ``multiprocessing``, since 3.8); Windows has none.

    >>> available() == 1 or sys.platform == "linux"
    True
    """
    if sys.platform != "linux" or _threads_of_libraries() > _AT_START:
        return 1
    return len(os.sched_getaffinity(0))


def _threads_of_libraries() -> int:
    """Return how many threads of this process Python knows nothing of."""
    try:
        return sum(1 for _ in Path("/proc/self/task").iterdir()) - threading.active_count()
    except OSError:
        return 0


#: Of whoever started this program: it lets it be forked.
_AT_START: Final = _threads_of_libraries()


def _answer(piece: Callable[[], Any], answer: Connection) -> None:
    _begin()
    try:
        answer.send((True, piece()))
    except Exception as error:  # noqa: BLE001  # whatever it is, the process that waits shall see it
        answer.send((False, error))


def _run(number: int) -> Any:  # noqa: ANN401  # whatever the piece returns
    return _PIECES[number]()
