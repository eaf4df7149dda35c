"""Independent pieces of work, done in as many processes as there are processors."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, TypeVar

T = TypeVar("T")

#: The pieces of the work under way, inherited by forked processes: they hold what can't be sent to another.
_PIECES: Final[list[Callable[[], Any]]] = []


def done(pieces: Sequence[Callable[[], T]], processes: int) -> Iterator[T]:
    """Yield the results of the pieces in their order.

    With more than one process the pieces run in forked copies of this one: what they change in memory is lost, what
    they return must be picklable. An exception of a piece is raised here.
    """
    if processes < 2 or len(pieces) < 2:
        for piece in pieces:
            yield piece()
        return
    _PIECES[:] = pieces
    # Frozen objects are not touched by the collector, so the copies go on sharing their memory.
    gc.freeze()
    try:
        # The copies live for seconds: their garbage is not worth looking for.
        with multiprocessing.get_context("fork").Pool(processes, initializer=gc.disable) as pool:
            yield from pool.imap(_run, range(len(pieces)))
    finally:
        gc.unfreeze()
        _PIECES.clear()


def available() -> int:
    """Return how many processes are of use here: one where this system can't safely fork."""
    if sys.platform != "linux":
        return 1
    return len(os.sched_getaffinity(0))


def _run(number: int) -> Any:  # noqa: ANN401  # whatever the piece returns
    return _PIECES[number]()
