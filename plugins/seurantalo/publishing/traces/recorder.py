"""Notes what is read of events while something is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar

from seurantalo.frozen import dataclass
from seurantalo.publishing.traces.answered import Now

T = TypeVar("T")

#: What was read: the name of a question, and what was asked about. The same question is asked again later.
Key: TypeAlias = tuple[str, ...]

#: Of all events their outlines were read: all but what they only tell.
OUTLINES: Final[Key] = ("outlines",)
#: All events, their dates and clashes were read, or nobody knows which.
ALL: Final[Key] = ("all",)
#: More was read than can be told: what was made of it is made again every time.
UNTOLD: Final[Key] = ("untold",)
EVERYTHING: Final = frozenset({UNTOLD})


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
        frames, read = self._frames, set[Key]()
        frames.append(read)
        self.note = read.add
        try:
            yield read
        finally:
            frames.pop()
            self.note = frames[-1].add

    def apart(self, make: Callable[[], T]) -> tuple[T, frozenset[Key]]:
        """Return what is made, and what was read for it, in a third of the time."""
        frames, read = self._frames, set[Key]()
        frames.append(read)
        self.note = read.add
        try:
            made = make()
        finally:
            frames.pop()
            self.note = frames[-1].add
        return made, frozenset(read)

    def note_all(self, keys: frozenset[Key]) -> None:
        """Note what was read for something that is used now."""
        self._frames[-1].update(keys)


class Facts:
    """What is found out once, and found again in a later build as long as what it follows from is the same.

    Values by their names, of which orjson can make JSON; never None. Known ones are as JSON has them.

    >>> facts = Facts(Recorder())
    >>> facts.of("size of tanssit", lambda: 7, lambda: [("event", "tanssit")]), facts.found
    (7, {'size of tanssit': (7, (('event', 'tanssit'),))})
    >>> facts.earlier = {"size of tanssit": 8}.get
    >>> facts.of("size of tanssit", lambda: 7, list)
    8
    """

    def __init__(self, recorder: Recorder | None = None) -> None:
        """Begin with nothing that is known. Without a recorder there is no later build, and nothing is kept."""
        self._recorder = recorder
        self.earlier: Callable[[str], Any] = lambda _: None
        """Returns what an earlier build has found out and what would be the same now; None where there is nothing."""
        self.found: dict[str, tuple[Any, tuple[Key, ...]]] = {}
        """What this build has found out, and what it read for that."""

    def of(self, name: str, make: Callable[[], Any], read: Callable[[], Iterable[Key]]) -> Any:  # noqa: ANN401 - JSON
        """Return what is known under a name, or is made now; ``read`` returns all that it follows from."""
        known = self.earlier(name)
        if known is None:
            known = make()
            if self._recorder is not None:
                self.found[name] = known, tuple(read())
        return known

    def noted(self, name: str, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - JSON
        """Return the same, where it follows from what is read and noted while it is made.

        It is for who makes an output: nobody further out learns what was read.
        """
        known = self.earlier(name)
        if known is None and self._recorder is not None:
            known, read = self._recorder.apart(make)
            if UNTOLD not in read:
                self.found[name] = known, tuple(read)
        return make() if known is None else known


@dataclass(frozen=True, slots=True)
class Traces:
    """How to know what an output of a publication read, and whether it would read the same again."""

    recorder: Recorder
    """Notes what is read while an output is made."""
    now: Callable[[], Now]
    """Returns what answers questions as they would be answered now: an answer's parts are events."""
    facts: Facts
    """What is found out on the way; whoever knows an earlier build tells it what that has found."""
    ground: Callable[[], bytes]
    """Returns the digest of all that may be read and is not noted: everything but events."""
