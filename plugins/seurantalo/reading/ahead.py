"""Very many event files, of which next to nothing is known yet: other processes read most of them meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from seurantalo.model.record import Kind
from seurantalo.reading.files.listing import SourceFile
from seurantalo.reading.memory import Memory

#: Fewer files are read as soon as processes are begun.
_MANY: Final = 2_000
#: Files that another process reads before it tells what was in them.
_PIECE: Final = 500
#: What it takes to have an event that another process has read, where to read it takes 1; and to have git tell of it.
_TAKEN: Final = 0.3
_TOLD: Final = 0.3


class Spread(NamedTuple):
    """How work is shared out among ``processes``, of which this is one.

    ``begin`` has a function of so many numbers from 0 on called by the others: it yields nothing (``b""``) as soon as
    they have begun, and then what is returned for each number, in turn.
    """

    processes: int
    begin: Callable[[Callable[[int], bytes], int], Iterator[bytes]]


def in_turn(
    files: Sequence[SourceFile],
    watched: Callable[[Sequence[SourceFile]], Iterable[SourceFile]],
    read: Callable[[SourceFile], object],
    memory: Memory,
    spread: Spread | None,
) -> Iterator[SourceFile]:
    """Yield files to be read, as ``watched`` hands them on; of very many the memory knows most when they are due.

    ``read`` reads one, and the memory keeps what comes of it. Those of which there is something to say are not kept.
    """
    if spread is None or len(files) < _MANY or files[0].kind is not Kind.EVENT or memory.knows() * 2 > len(files):
        yield from watched(files)
        return
    starts = range(_own_share(len(files), spread.processes), len(files), _PIECE)

    def piece(number: int) -> bytes:
        for source in files[starts[number] : starts[number] + _PIECE]:
            read(source)
        return memory.learnt()

    others = spread.begin(piece, len(starts))
    next(others)
    for number, source in enumerate(watched(files)):
        if number in starts:
            memory.learn(next(others))
        yield source
    # They end when nobody waits for more.
    next(others, None)


def _own_share(count: int, processes: int) -> int:
    """Return how many files to read here, so that all come to an end together.

    Here it is also taken in what the others have read, and git has a share of their processors.
    """
    share = (1 + _TOLD - _TAKEN * (processes - 1)) / (processes * (1 - _TAKEN) + _TAKEN)
    return round(count * max(0.0, share))
