"""Very many event files, read ahead in several processes where next to nothing of them is known yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeAlias

from seurantalo.model.record import Kind
from seurantalo.reading.files.listing import SourceFile
from seurantalo.reading.memory import Memory

#: Does the parts of a piece of work beside each other: it is called with the number of each and how many there are.
Spread: TypeAlias = Callable[[Callable[[int, int], bytes]], Iterable[bytes]]

#: Fewer files are read as soon as processes are begun.
_MANY: Final = 2_000


def read_ahead(
    files: Sequence[SourceFile], read: Callable[[SourceFile], object], memory: Memory, spread: Spread | None
) -> None:
    """Have the memory learn what is in event files, so that it knows them when they are read in their order.

    ``read`` reads one, and the memory keeps what comes of it. Those of which there is something to say are not kept.
    """
    if spread is None or len(files) < _MANY or files[0].kind is not Kind.EVENT or memory.knows() * 2 > len(files):
        return

    def part(number: int, count: int) -> bytes:
        for source in files[number::count]:
            read(source)
        return memory.learnt()

    for lines in spread(part):
        memory.learn(lines)
