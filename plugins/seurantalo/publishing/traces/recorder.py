"""Notes what is read of events while something is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from typing import Final, NamedTuple, TypeAlias, TypeVar

from seurantalo.frozen import dataclass
from seurantalo.publishing.traces.answered import Now

T = TypeVar("T")

#: What was read: the name of a question, and what was asked about. The same question is asked again later.
Key: TypeAlias = tuple[str, ...]

#: More was read than can be told: what was made of it is made again whenever anything changes.
ALL: Final[Key] = ("all",)
EVERYTHING: Final = frozenset({ALL})


NO_EVENTS: Final = frozenset[str]()


class Answer(NamedTuple):
    """What a question is answered with: the same as before where both are, and each of the events is."""

    events: AbstractSet[str]
    """The ids of the events that are parts of it."""
    beside: str
    """Stands for all that it says besides them: a digest, or a few words."""


class Recorder:
    """Who is made just now is told everything that is read.

    >>> recorder = Recorder()
    >>> with recorder.recording() as read:
    ...     recorder.note(("event", "tanssit"))
    ...     _, below = recorder.apart(lambda: recorder.note(ALL))
    >>> sorted(read), sorted(below)
    ([('event', 'tanssit')], [('all',)])
    """

    def __init__(self) -> None:
        """Begin with nobody who listens."""
        self._frames: list[set[Key]] = [set()]
        self.note: Callable[[Key], None] = self._frames[0].add
        """Note that something was read."""

    @contextmanager
    def recording(self) -> Iterator[set[Key]]:
        """Gather what is read meanwhile, and nothing of it further out."""
        read = self._begin()
        try:
            yield read
        finally:
            self._end()

    def apart(self, make: Callable[[], T]) -> tuple[T, frozenset[Key]]:
        """Return what is made, and what was read for it, in a third of the time."""
        read = self._begin()
        try:
            made = make()
        finally:
            self._end()
        return made, frozenset(read)

    def _begin(self) -> set[Key]:
        frame: set[Key] = set()
        self._frames.append(frame)
        self.note = frame.add
        return frame

    def _end(self) -> None:
        self._frames.pop()
        self.note = self._frames[-1].add

    def note_all(self, keys: frozenset[Key]) -> None:
        """Note what was read for something that is used now."""
        self._frames[-1].update(keys)


@dataclass(frozen=True, slots=True)
class Traces:
    """How to know what an output of a publication read, and whether it would read the same again."""

    recorder: Recorder
    """Notes what is read while an output is made."""
    now: Callable[[], Now]
    """Returns what answers questions as they would be answered now: an answer's parts are events."""
    ground: Callable[[], bytes]
    """Returns the digest of all that may be read and is not noted: everything but events."""
