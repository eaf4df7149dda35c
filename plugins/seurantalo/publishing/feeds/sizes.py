"""How large events are in feeds, and what follows from it: so much is known where they need not be written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from seurantalo.model.event import Event

#: Octets, and VEVENTs.
Size = tuple[int, int]
#: Returns numbers that are known under a name, or are made now.
Numbers: TypeAlias = Callable[[str, Callable[[], list[int]]], Sequence[int]]


def _made(_: str, make: Callable[[], list[int]]) -> Sequence[int]:
    return make()


class Sizes:
    """The sizes of events that were measured, in this build or in an earlier one.

    >>> sizes = Sizes(earlier=lambda event: [700, 1] if event.id == "tanssit" else None)
    >>> sizes.of(event), sizes.are_known
    (None, False)
    """

    def __init__(
        self,
        earlier: Callable[[Event], Sequence[int] | None] = lambda _: None,
        learn: Callable[[Event, Size], object] = lambda *_: None,
        of_feed: Numbers = _made,
        of_year: Numbers = _made,
    ) -> None:
        """``earlier`` returns what an earlier build has measured, if it holds; ``learn`` keeps what is new.

        ``of_feed`` knows, by the feed's path, what follows from the sizes of its events; ``of_year`` from those that
        were over in a year.
        """
        self._earlier, self._learn = earlier, learn
        self.of_feed, self.of_year = of_feed, of_year
        self._known: dict[str, Size] = {}
        self.are_known = False
        """Whether an earlier build has measured any."""

    def of(self, event: Event) -> Size | None:
        """Return the size of an event, None where it was not measured."""
        known = self._known.get(event.id)
        if known is None and (told := self._earlier(event)) is not None:
            octets, components = told
            known = self._known[event.id] = octets, components
            self.are_known = True
        return known

    def take(self, event: Event, size: Size) -> Size:
        """Know the size of an event."""
        self._known[event.id] = size
        self._learn(event, size)
        return size
