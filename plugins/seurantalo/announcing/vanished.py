"""What was told of events that have no file any more: readers go there, unless somebody tells them otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from seurantalo.announcing.book import Book, Telling
from seurantalo.announcing.told_lines import tells_that_it_is_off
from seurantalo.frozen import dataclass
from seurantalo.model.channel import Channel
from seurantalo.model.community import Community


@dataclass(frozen=True, slots=True, kw_only=True)
class Vanished:
    """A date to come that a channel told of, and whose event is gone.

    ``last`` is what was told last, and in which issue. An event that has a new id and names the old one
    (``Event.former_ids``) is the same event, and not here.
    """

    channel: Channel
    event: str
    """The id that was told."""
    day: date
    last: Telling


def vanished_of(channels: Iterable[Channel], book: Book, community: Community, today: date) -> Iterator[Vanished]:
    """Yield what channels told of days to come, of events that have no file: by channel, event and day.

    Whoever was told that it is off need not be told again.
    """
    for channel in channels:
        known = {**{key: some[-1] for key, some in book.of(channel).items()}, **book.promised(channel)}
        for (event, day), last in sorted(known.items(), key=lambda each: each[0]):
            if day >= today and event not in community.events and not tells_that_it_is_off(last.facts or ""):
                yield Vanished(channel=channel, event=event, day=day, last=last)
