"""Very many event files, of which next to nothing is known yet: other processes read most of them meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from seurantalo.model.record import Kind
from seurantalo.reading.files.listing import SourceFile
from seurantalo.reading.memory import Memory

#: Fewer files are read as soon as processes are begun.
_MANY: Final = 2_000
#: What it takes to have an event that another process has read, where to read it takes 1.
_TAKEN: Final = 0.3


class Spread(NamedTuple):
    """How work is shared out among ``processes``, of which this is one.

    ``begin`` has a function of the numbers from 1 on called by the others: it yields nothing (``b""``) as soon as
    they have begun, and then what they return, in turn.
    """

    processes: int
    begin: Callable[[Callable[[int], bytes]], Iterator[bytes]]


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
    ends = _shares(len(files), spread.processes)

    def share(number: int) -> bytes:
        for source in files[ends[number] : ends[number + 1]]:
            read(source)
        return memory.learnt()

    others = spread.begin(share)
    next(others)
    for number, source in enumerate(watched(files)):
        if number == ends[1]:
            for lines in others:
                memory.learn(lines)
        yield source


def _shares(count: int, processes: int) -> list[int]:
    """Return where the share of each process ends, after the 0; the first has to take in what the others read."""
    others = processes - 1
    theirs = round(count * min(1.0, 1 / (1 / others + 1 - _TAKEN)))
    return [0, *(count - theirs + theirs * number // others for number in range(processes))]
