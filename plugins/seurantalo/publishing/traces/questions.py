"""Questions about events that can be asked again: in the next build, to know whether the answer is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from seurantalo.frozen import dataclass
from seurantalo.publishing.traces.answered import Change

if TYPE_CHECKING:
    from seurantalo.publishing.pages.shared.context import PageContext
    from seurantalo.publishing.traces.recorder import Recorder

T = TypeVar("T")

#: What lies around an event, by its id: the event itself, and the answers to all questions that are about one.
AROUND: Final = "around"
_KNOWN: Final[dict[str, Question[Any]]] = {}


@dataclass(frozen=True, slots=True, eq=False)
class Question(Generic[T]):
    """Something that pages ask about events; ``answer`` finds it out from a context that notes nothing.

    What is asked about is named by words, so that the question can be written down. All that an answer holds must
    have a digest (see ``digests``): then it need not be known how the answer came about.
    """

    name: str
    """Unique among all questions."""
    answer: Callable[..., T]
    events: Callable[..., Iterable[str]] | None = None
    """Returns the ids of the events of whose dates, and of nothing else, the answer consists; None: nobody knows. It
    spares a digest of every date."""
    beside: Callable[..., object] | None = None
    """With ``events``: returns what else the answer consists of."""
    around: Callable[[PageContext], Mapping[str, object]] | None = None
    """Of a question about one event: returns the answers by ids, where there is one. All questions of this kind are
    one in a trace: there are thousands of events, and the event's own page asks most of them."""
    since: Change = Change.NONE
    """After which change of events the answer may have other events or other words beside: after any, or when only
    what is told of an event is another (``digests.TOLD``); by that no list chooses its events. NONE: it does not
    follow from events alone, and is always asked again."""

    alone: bool = False
    """With ``events``: whether an event is one of them is for it alone to say, whatever others there are; what the
    answer says besides follows from them. So after a change are asked again only those questions whose answers held
    an event that has changed, or would hold one on a site that has no others."""

    def __post_init__(self) -> None:
        """Let it be found by its name; raise ValueError where another has it."""
        if self.name in _KNOWN:
            raise ValueError(f"two questions are called {self.name!r}")
        _KNOWN[self.name] = self

    def ask(self, ctx: PageContext, *about: str) -> T:
        """Return the answer, and note that it was asked."""
        if ctx.recorder is None:
            return self.answer(ctx, *about)
        self.note(ctx.recorder, *about)
        return self.answer(ctx.plain, *about)

    def note(self, recorder: Recorder, *about: str) -> None:
        """Note that it was asked, without an answer."""
        recorder.note((AROUND if self.around else self.name, *about))


def around(name: str, table: Callable[[PageContext], Mapping[str, T]]) -> Question[T | None]:
    """Return the question what a table has of an event; the table is made once.

    >>> around("seats of an example", lambda ctx: {"tanssit": 60}).name
    'seats of an example'
    """
    return Question(name, lambda ctx, event: ctx.once(table).get(event), around=lambda ctx: ctx.once(table))


def known_questions() -> Mapping[str, Question[Any]]:
    """Return all questions by their names."""
    return _KNOWN
