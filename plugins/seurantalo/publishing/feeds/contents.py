"""What the feeds of a site hold: of each its place in the list and its events, before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from seurantalo.frozen import dataclass
from seurantalo.language import Language
from seurantalo.model.record import Kind
from seurantalo.publishing import addresses
from seurantalo.publishing.feeds import groups
from seurantalo.publishing.feeds.selection import Chosen, Selection
from seurantalo.publishing.feeds.sizes import Sizes
from seurantalo.publishing.record_names import words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed for the list of feeds.

    ``kind`` and ``record_id`` name the record that it is about: None and ``""`` for the feed of all events and for
    archives; an archive has a ``year``. The feed of tentative dates has the kind of events and no id, that of a
    series the kind of events and the series' name. ``event_count`` is the number of events that belong to it and are
    held at least once.

    >>> from seurantalo.publishing.feeds import CalendarFeeds
    >>> feed = CalendarFeeds(community, calendar, settings, site).listed()[1]
    >>> feed.path, feed.title, feed.kind, feed.record_id, feed.event_count
    ('ical/kunta/vimpeli.ics', 'Vimpeli', <Kind.MUNICIPALITY: 'municipality'>, 'vimpeli', 2)
    """

    path: str
    title: str
    kind: Kind | None
    record_id: str
    event_count: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class FeedContent:
    """A feed before it is written: its place in the list, and its events by start."""

    feed: Feed
    events: tuple[Chosen, ...]

    @property
    def count(self) -> int:
        """The number of its events that are held at least once."""
        return sum([one.is_held for one in self.events])

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day of its events, of which there must be one."""
        dates = [one for chosen in self.events for one in chosen.occurrences]
        return min([one.first_day for one in dates]), max([one.last_day for one in dates])


def _content(
    path: str, title: str, events: Sequence[Chosen], kind: Kind | None = None, name: str = "", year: int | None = None
) -> FeedContent:
    feed = Feed(path=path, title=title, kind=kind, record_id=name, event_count=0, year=year)
    content = FeedContent(feed, tuple(events))
    return replace(content, feed=replace(feed, event_count=content.count))


def contents(selection: Selection, lang: Language) -> Iterator[FeedContent]:
    """Yield the feed of all events, those of records, and at last those that are about no record."""
    community, say = selection.community, lang.say
    yield _content(addresses.feed(), say("All events"), selection.current)
    titled = [
        (kind, words_of(community.by_kind[kind][name], lang.code), name, events)
        for (kind, name), events in selection.feeds().items()
    ]
    places = {kind: place for place, kind in enumerate(addresses.FEED_GROUPS)}
    for kind, title, name, events in sorted(titled, key=lambda one: (places[one[0]], one[1].casefold(), one[2])):
        yield _content(addresses.feed(addresses.FEED_GROUPS[kind], name), title, events, kind, name)
    yield _content(addresses.HOLDS_FEED, say("Tentative dates"), groups.holds(selection), Kind.EVENT)
    for name, some in groups.series(selection).items():
        title = say("Series: {name}", name=name.replace("-", " "))
        yield _content(addresses.series_feed(name), title, some, Kind.EVENT, name)
    for name, some in groups.channels(selection).items():
        title = say("Channel: {channel}", channel=words_of(community.channels[name], lang.code))
        yield _content(addresses.channel_feed(name), title, some, Kind.CHANNEL, name)


def archives(selection: Selection, lang: Language, sizes: Sizes) -> Iterator[FeedContent]:
    """Yield the archives of earlier years. Into how many parts a year falls goes by all that its events tell."""
    say = lang.say
    for year, part, some in groups.archives(selection, selection.settings, sizes):
        title = say("Events of {year}", year=year)
        if part > 1:
            title = say("Events of {year}, part {part}", year=year, part=part)
        yield _content(addresses.archive_feed(year, part), title, some, year=year)
