"""Independent pieces of work, done in as many processes as there are processors."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures import wait as wait_for
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import partial
from itertools import chain
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from seurantalo.worker import Forgetful, begin_to_work, unpacked

__all__ = ["Crew", "LostProcessError", "available", "begun", "done"]

T = TypeVar("T")

#: Seconds after which it is looked whether a process is there that an answer is awaited from.
LOOK: Final = 2.0


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


#: What crews do, inherited by forked processes: it may hold what can't be sent to another.
_WORK: Final[dict[int, Callable[..., Any]]] = {}


class Crew(Generic[T]):
    """Copies of this process, made when the first piece of work is given: each takes the next piece that is left.

    What they change in memory is lost, what they return must be picklable, and so must be what ``do`` is given. With
    fewer than two processes the work waits until somebody asks for its results, and is done here.

    >>> crew = Crew(lambda folder, count: f"{folder}: {count}", available())
    >>> crew.give_later("api", 3), crew.give("ical", 27), crew.give("syotteet", 20)
    (None, None, None)
    >>> list(crew.results())
    ['ical: 27', 'syotteet: 20', 'api: 3']
    """

    def __init__(self, do: Callable[..., T], processes: int) -> None:
        self._do, self._processes, self._hands = do, processes, processes
        self._given: list[tuple[Any, ...]] = []
        self._futures: list[Future[T] | None] = []
        #: The numbers of the pieces that come first, and of those for when no other is left.
        self._ranks: tuple[list[int], list[int]] = [], []
        #: Those of both that no process has been told of.
        self._waiting: tuple[deque[tuple[int, Future[T]]], ...] = deque(), deque()
        self._room = threading.Semaphore(0)
        self._pools: list[ProcessPoolExecutor] = []
        self._frozen = 0
        self._forgets = self._is_lost = False

    def __len__(self) -> int:
        """Return how many pieces of work were given."""
        return len(self._given)

    def leave_one(self) -> None:
        """Be one process less, before work is given: the one that gives it has enough to do itself."""
        self._hands = max(1, self._processes - 1)

    def forget(self) -> None:
        """Let go of what pieces keep for the next ones whenever that is much, if asked before work is given."""
        self._forgets = True

    def give(self, *about: object) -> None:
        """Have a piece of work done: ``do`` is called with ``about``."""
        self._give(0, about)

    def give_later(self, *about: object) -> None:
        """Have a piece done whenever no other is left; its result comes after theirs."""
        self._give(1, about)

    def _give(self, rank: int, about: tuple[Any, ...]) -> None:
        self._ranks[rank].append(len(self._given))
        self._given.append(about)
        if self._processes > 1:
            if not self._pools:
                self._hire()
            awaited = Future[T]()
            self._futures.append(awaited)
            self._waiting[rank].append((len(self._futures) - 1, awaited))
            self._hand_out()

    def _hire(self) -> None:
        _WORK[id(self)] = Forgetful(self._do) if self._forgets else self._do
        self._frozen = gc.get_freeze_count()
        # Frozen objects are not touched by the collector, so the copies go on sharing their memory.
        gc.freeze()
        self._pools.append(_pool(self._hands))
        # One piece more than there are processes: who has done one need not wait to be told of the next.
        self._room = threading.Semaphore(self._hands + 1)

    def _hand_out(self) -> None:
        """Tell the processes of as many pieces as there is room for, in this thread or in the one of their pool."""
        while self._room.acquire(blocking=False):
            piece = self._next()
            if piece is None:
                self._room.release()
                return
            number, awaited = piece
            doing = None if self._is_lost else _begun(self._pools[0], id(self), self._given[number])
            if doing is None:
                self._room.release()
                awaited.set_exception(BrokenProcessPool())
            else:
                doing.add_done_callback(partial(self._hand_over, awaited))

    def _next(self) -> tuple[int, Future[T]] | None:
        for line in self._waiting:
            with suppress(IndexError):  # It is empty, and two threads ask.
                return line.popleft()
        return None

    def _hand_over(self, awaited: Future[T], doing: Future[T]) -> None:
        self._room.release()
        if doing.cancelled():
            return
        error = doing.exception()
        if error is None:
            awaited.set_result(doing.result())
        else:
            awaited.set_exception(error)
            self._is_lost = self._is_lost or isinstance(error, BrokenProcessPool)
        self._hand_out()

    def results(self) -> Iterator[T]:
        """Yield what was made, in the order in which it was given, what was given for later last.

        Then the crew is gone. An exception of a piece is raised here. What a process that was ended from outside
        leaves undone is done again, by one process alone; raises LostProcessError where that is ended as well.
        """
        numbers = chain.from_iterable(self._ranks)
        if not self._pools:
            for number in numbers:
                yield self._do(*self._given[number])
            return
        try:
            for number in numbers:
                # A future holds its result as long as it is held itself.
                future, self._futures[number] = self._futures[number], None
                result = _result(self._pools[0], future)
                del future
                if result is None:
                    if len(self._pools) == 1:
                        # Its thread ends: a process with threads should not be forked.
                        self._pools[0].shutdown()
                        self._pools.append(_pool(1))
                    again = _begun(self._pools[1], id(self), self._given[number])
                    result = _result(self._pools[1], again)
                if result is None:
                    raise LostProcessError
                yield unpacked(result[0]) if self._forgets else result[0]
            for pool in self._pools:
                pool.shutdown()
        finally:
            self.stop()

    def stop(self) -> None:
        """End the work, finished or not."""
        for line in self._waiting:
            line.clear()
        for pool in self._pools:
            for process in _processes_of(pool):
                process.terminate()
            pool.shutdown(cancel_futures=True)
        if self._pools:
            _thaw(self._frozen)
            del _WORK[id(self)]
        self._pools = []


def done(pieces: Sequence[Callable[[], T]], processes: int) -> Iterator[T]:
    """Yield the results of the pieces, done by a :class:`Crew`, in their order.

    >>> list(done([lambda: "tammikuu", lambda: "helmikuu"], available()))
    ['tammikuu', 'helmikuu']
    """
    crew = Crew(lambda number: pieces[number](), min(processes, len(pieces)))
    for number in range(len(pieces)):
        crew.give(number)
    yield from crew.results()


def begun(do: Callable[[int], bytes], count: int, processes: int) -> Iterator[bytes]:
    """Have all processes but this one do so many pieces: yield nothing when they have begun, then what each returns.

    >>> list(begun(lambda number: b"%d" % number, 3, processes=available()))
    [b'', b'0', b'1', b'2']
    """
    crew = Crew(do, processes)
    crew.leave_one()
    try:
        for number in range(count):
            crew.give(number)
        yield b""
        yield from crew.results()
    finally:
        crew.stop()


def _pool(processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, multiprocessing.get_context("fork"), begin_to_work)


def _begun(pool: ProcessPoolExecutor, crew: int, about: tuple[Any, ...]) -> Future[Any] | None:
    """Have a piece of the work done; return None where a process of the pool was lost already."""
    try:
        return pool.submit(_run, crew, about)
    except BrokenProcessPool:
        return None


def _result(pool: ProcessPoolExecutor, future: Future[T] | None) -> tuple[T] | None:
    """Wait for a result; return None where its process was lost."""
    was_lost = False
    while future and not wait_for([future], timeout=LOOK).done:
        # The pool has seen a loss itself by the second look, unless it waits for the other half of an answer.
        is_lost = any(process.exitcode is not None for process in _processes_of(pool))
        if was_lost and is_lost:
            _break_off(pool)
        was_lost = is_lost
    try:
        return (future.result(),) if future else None
    except BrokenProcessPool:
        return None


def _break_off(pool: ProcessPoolExecutor) -> None:
    """Let a pool know that no more comes of an answer of which it has read the beginning.

    Whoever may write into its pipe could write the rest: the other processes, which end here, and this one.
    """
    for process in _processes_of(pool):
        process.kill()
        process.join()
    with suppress(OSError):
        pool._result_queue._writer.close()  # type: ignore[attr-defined]  # noqa: SLF001 - there is no other way to it


def _processes_of(pool: ProcessPoolExecutor) -> list[BaseProcess]:
    return [*(pool._processes or {}).values()]  # noqa: SLF001 - there is no other way to them


def _thaw(frozen: int) -> None:
    """Let the collector look at everything again, unless something had been kept from it before."""
    if not frozen:
        gc.unfreeze()


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


def _run(crew: int, about: tuple[Any, ...]) -> Any:  # noqa: ANN401  # whatever is returned
    return _WORK[crew](*about)
