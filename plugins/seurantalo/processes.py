"""Independent pieces of work, done in as many processes as there are processors."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures import wait as wait_for
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

__all__ = ["Crew", "LostProcessError", "available", "begun", "done"]

T = TypeVar("T")

#: Seconds after which it is looked whether a process is there that an answer is awaited from.
LOOK: Final = 2.0
#: Bytes more than at its beginning that a process may hold before another goes on where memory matters.
ROOM: Final = 100_000_000


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
    >>> crew.give("ical", 27), crew.give("syotteet", 20)
    (None, None)
    >>> list(crew.results())
    ['ical: 27', 'syotteet: 20']
    """

    def __init__(self, do: Callable[..., T], processes: int) -> None:
        self._do, self._processes, self._hands = do, processes, processes
        self._given: list[tuple[Any, ...]] = []
        self._futures: list[Future[T] | None] = []
        self._pools: list[ProcessPoolExecutor] = []
        self._frozen = 0
        self._forgets = False

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
        self._given.append(about)
        if self._processes > 1:
            if not self._pools:
                _WORK[id(self)] = _Forgetful(self._do) if self._forgets else self._do
                self._frozen = gc.get_freeze_count()
                # Frozen objects are not touched by the collector, so the copies go on sharing their memory.
                gc.freeze()
                self._pools.append(_pool(self._hands))
            self._futures.append(_begun(self._pools[0], id(self), about))

    def results(self) -> Iterator[T]:
        """Yield what was made, in the order in which it was given; then the crew is gone.

        An exception of a piece is raised here. What a process that was ended from outside leaves undone is done
        again, by one process alone; raises LostProcessError where that is ended as well.
        """
        if not self._pools:
            for about in self._given:
                yield self._do(*about)
            return
        try:
            for number, about in enumerate(self._given):
                # A future holds its result as long as it is held itself.
                future, self._futures[number] = self._futures[number], None
                result = _result(self._pools[0], future)
                del future
                if result is None:
                    if len(self._pools) == 1:
                        # Its thread ends: a process with threads should not be forked.
                        self._pools[0].shutdown()
                        self._pools.append(_pool(1))
                    result = _result(self._pools[1], _begun(self._pools[1], id(self), about))
                if result is None:
                    raise LostProcessError
                yield result[0]
            for pool in self._pools:
                pool.shutdown()
        finally:
            self.stop()

    def stop(self) -> None:
        """End the work, finished or not."""
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


def begun(do: Callable[[int], bytes], processes: int) -> Iterator[bytes]:
    """Have all processes but this one do their share: yield nothing when they have begun, then what each returns.

    >>> list(begun(lambda number: b"%d" % number, processes=available()))
    [b''...]
    """
    crew = Crew(do, processes)
    try:
        for number in range(1, processes):
            crew.give(number)
        yield b""
        yield from crew.results()
    finally:
        crew.stop()


class _Forgetful(Generic[T]):
    """Does work in a copy of this process, and in a new one whenever the last has come to hold much."""

    def __init__(self, do: Callable[..., T]) -> None:
        self._do = do
        self._copy: _Copy[T] | None = None

    def __call__(self, *about: object) -> T:
        self._copy = self._copy or _Copy(self._do)
        try:
            result, error, is_full = self._copy.answer(about)
        except (EOFError, OSError):
            # The copy was ended from outside, as if it were this process: who waits for it knows what to do then.
            os._exit(1)
        if is_full:
            self._copy.end()
            self._copy = None
        if error is not None:
            raise error
        return result  # type: ignore[no-any-return]  # what was sent


class _Copy(Generic[T]):
    """A copy of this process that answers until it is ended, at the latest with this one."""

    def __init__(self, do: Callable[..., T]) -> None:
        context = multiprocessing.get_context("fork")
        self._ours, theirs = context.Pipe()
        # As a daemon it is not waited for when this process ends.
        self._process = context.Process(target=_answer, args=(do, theirs), daemon=True)
        self._process.start()
        theirs.close()

    def answer(self, about: tuple[object, ...]) -> tuple[Any, Exception | None, bool]:
        """Return the result or the error of a piece of work, and whether the copy should be ended then."""
        self._ours.send(about)
        return self._ours.recv()  # type: ignore[no-any-return]  # what was sent

    def end(self) -> None:
        self._process.terminate()
        self._process.join()
        self._ours.close()


def _answer(do: Callable[..., object], there: Connection) -> None:
    _begin()
    began = _memory()
    while True:
        about = there.recv()
        try:
            result, fault = do(*about), None
        except Exception as error:  # noqa: BLE001  # raised where somebody waits
            result, fault = None, error
        there.send((result, fault, _memory() - began > ROOM))


def _memory() -> int:
    """Return how many bytes of memory this process holds."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _pool(processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, multiprocessing.get_context("fork"), _begin)


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
