"""The calendar files of a site: feeds to subscribe to, archives of older years, and each event's own file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import Final, TypeAlias

from seurantalo.laid_aside import Aside, Laid
from seurantalo.language import language
from seurantalo.model.community import Community
from seurantalo.model.event import Event
from seurantalo.model.record import Kind
from seurantalo.model.settings import Settings
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import addresses
from seurantalo.publishing.feeds import groups
from seurantalo.publishing.feeds.contents import Feed, FeedContent, archives, contents
from seurantalo.publishing.feeds.modified import Modified
from seurantalo.publishing.feeds.own_properties import is_long
from seurantalo.publishing.feeds.plain import DESCRIPTION_LIMIT, FEED_LIMIT
from seurantalo.publishing.feeds.selection import HEADER_BYTES, Chosen, Selection, fitting
from seurantalo.publishing.feeds.series import Entry, entries
from seurantalo.publishing.feeds.sizes import Sizes
from seurantalo.publishing.feeds.timezones import feed_zone
from seurantalo.publishing.feeds.uid import Uids
from seurantalo.publishing.feeds.vcalendar import (
    FeedHeader,
    Serialised,
    color_of,
    dates_file,
    feed_file,
    single_file,
)
from seurantalo.publishing.feeds.vevent import EventWriter
from seurantalo.publishing.publication import Files, Site

#: Returns what some events look like in feeds, packed, and has it made where nobody has kept it.
KeptEvents: TypeAlias = Callable[[Sequence[Event], Callable[[], tuple[bytes, ...]]], tuple[bytes, ...]]

#: Seconds. Events that begin in one week are kept together: few files, and little to make anew after an edit.
_WEEK: Final = 7 * 86_400
#: Of more events than these, what they look like is laid aside until a feed asks for it.
_MOST_WRITTEN: Final = 30_000


class CalendarFeeds:
    """The feeds of a site on a day.

    Each event is serialised once for all feeds, and once more for its own file where a long description goes on.

    >>> files = {file.path: file.content for file in CalendarFeeds(community, calendar, settings, site).files}
    >>> for line in files["ical/kaikki.ics"].decode().splitlines():
    ...     if line.startswith("DTSTART;"):
    ...         line
    'DTSTART;TZID=Europe/Helsinki:20270320T180000'
    'DTSTART;TZID=Europe/Helsinki:20270320T190000'
    """

    def __init__(
        self,
        community: Community,
        calendar: Calendar,
        settings: Settings,
        site: Site,
        uids: Uids | None = None,
        kept: KeptEvents = lambda _, make: make(),
        sizes: Sizes | None = None,
    ) -> None:
        """Choose the events; nothing is written before it is asked for.

        ``uids`` are those known already, ``kept`` knows what an earlier build has written, ``sizes`` how much it was.
        """
        self.community, self.calendar, self.settings, self.site = community, calendar, settings, site
        self.lang = language(settings.language)
        self.uids = uids or Uids(settings.calendar_id or site.name)
        self.selection = Selection(community, calendar, settings, self.uids)
        self.writer = EventWriter(community, settings, site, self.lang, self.uids)
        self._kept, self._sizes = kept, sizes or Sizes()
        self._modified = Modified(community, settings)
        self._written: dict[str, Serialised | Laid] = {}
        self._aside = Aside()
        self._most: dict[str, tuple[int, int]] = {}

    def listed(self) -> tuple[Feed, ...]:
        """Return the feeds: that of all events, those of records by kind and title, the archives, newest first."""
        return tuple(content.feed for content in self._contents)

    def current(self) -> tuple[Feed, ...]:
        """Return the same without the archives."""
        return tuple(content.feed for content in self._by_path.values())

    @cached_property
    def _contents(self) -> tuple[FeedContent, ...]:
        return *self._by_path.values(), *self._archives.values()

    @cached_property
    def _by_path(self) -> dict[str, FeedContent]:
        return {content.feed.path: content for content in contents(self.selection, self.lang)}

    @cached_property
    def _archives(self) -> dict[str, FeedContent]:
        return {content.feed.path: content for content in archives(self.selection, self.lang, self._sizes)}

    def _at(self, path: str) -> FeedContent:
        return self._by_path.get(path) or self._archives[path]

    @cached_property
    def files(self) -> Files:
        """The feeds and every event's own file, by path; one is made when it is asked for.

        Whoever subscribed to the file of an event that has another id now finds it where it was.
        """

        def make(path: str) -> bytes:
            event = self._own.get(path)
            return self._feed(self._at(path)) if event is None else self._own_file(event)

        # Events of a week follow each other: they are kept together.
        dates = self.selection.dates
        own = sorted(self._own, key=lambda path: (dates[self._own[path].id][0].starts_at // _WEEK, path))
        return Files((*sorted([*self._by_path, *self._archives]), *own), make)

    def own_at(self, path: str) -> Event | None:
        """Return the event whose own file stands at a path; None for another file."""
        return self._own.get(path)

    def events_of(self, path: str) -> tuple[Event, ...]:
        """Return the events that a file is made of, those that do not fit into a feed too."""
        event = self._own.get(path)
        return (event,) if event is not None else tuple([one.event for one in self._at(path).events])

    def archive_year(self, path: str) -> int | None:
        """Return the year whose archive a file is a part of; None for another file."""
        is_another = path in self._own or path in self._by_path
        return None if is_another else self._archives[path].feed.year

    def events_of_year(self, year: int) -> tuple[Event, ...]:
        """Return the events of a year's archive, in all of its parts."""
        return tuple([one.event for one in self.selection.archived.get(year, ())])

    @cached_property
    def _own(self) -> dict[str, Event]:
        names = ((event, name) for event, _ in self.own() for name in (event.id, *event.former_ids))
        return {addresses.event_feed(name): event for event, name in names}

    def _feed(self, whole: FeedContent) -> bytes:
        held = self.within_limits(whole)
        return feed_file(self.lang.code, self.header(held.feed), [self._once(one) for one in held.events])

    def _own_file(self, event: Event) -> bytes:
        dates = self.selection.dates[event.id]
        known, limit = self._chosen.get(event.id), self.selection.limit_of(event, DESCRIPTION_LIMIT)
        in_feeds = self.selection.limit_of(event, FEED_LIMIT)
        is_same = in_feeds == limit or (in_feeds == FEED_LIMIT and not is_long(event.description, FEED_LIMIT))
        if known is not None and known.occurrences is dates and is_same:
            return single_file(self.lang.code, self._once(known))
        return single_file(self.lang.code, self._serialise(event, dates, limit=limit))

    @cached_property
    def _chosen(self) -> dict[str, Chosen]:
        return {one.event.id: one for one in self.selection.every}

    def of_dates(self, dates: Iterable[Occurrence]) -> bytes:
        """Return a calendar file of some dates, as an event's own file is: what a week holds, for who adds it once.

        Each has the UID by which the feeds know it, so that nothing stands twice in a calendar that has both.
        """
        found: dict[str, list[Occurrence]] = {}
        for one in dates:
            found.setdefault(one.event.id, []).append(one)
        events = self.community.events
        return dates_file(
            self.lang.code,
            self.settings.timezone,
            [self._serialise(events[name], tuple(some), some) for name, some in found.items()],
        )

    def contents(self) -> Iterator[FeedContent]:
        """Yield every feed with the events that it holds within the limits."""
        return map(self.within_limits, self._contents)

    def cut(self) -> Iterator[tuple[FeedContent, FeedContent]]:
        """Yield the feeds that do not hold all of their events: whole, and within the limits."""
        # The largest first: of events that were written for one, nobody asks how large they are at most.
        largest_first = sorted(self._contents, key=lambda one: -len(one.events))
        found = {one.feed.path: self.cut_of(one.feed.path) for one in largest_first}
        for whole in self._contents:
            if (cut := found[whole.feed.path]) is not None:
                yield cut

    def cut_of(self, path: str) -> tuple[FeedContent, FeedContent] | None:
        """Return a feed whole and within the limits; None where it holds all of its events."""
        whole = self._at(path)
        held = self.within_limits(whole)
        return (whole, held) if len(held.events) < len(whole.events) else None

    def within_limits(self, content: FeedContent) -> FeedContent:
        """Return a feed with the events that fit into it. What surely fits need not be written to be measured."""
        if content.feed.year is not None:
            return content
        left = set(self._sizes.of_feed(content.feed.path, lambda: self._left_out(content.events)))
        if not left:
            return content
        held = tuple([one for place, one in enumerate(content.events) if place not in left])
        return FeedContent(content.feed, held)

    def _left_out(self, events: tuple[Chosen, ...]) -> list[int]:
        """Return the places of those among the events of a feed for which it has no room."""
        if self._surely_fit(events):
            return []
        held = {one.event.id for one in fitting(events, self._size, self.settings, self.selection.today_starts)}
        return [place for place, one in enumerate(events) if one.event.id not in held]

    def _surely_fit(self, events: Sequence[Chosen]) -> bool:
        octets, components = self.settings.feed_bytes - HEADER_BYTES, self.settings.feed_events
        if len(events) > components:
            return False
        for one in events:
            most = self._at_most(one)
            octets, components = octets - most[0], components - most[1]
            if octets < 0 or components < 0:
                return False
        return True

    def _size(self, one: Chosen) -> tuple[int, int]:
        known = self._sizes.of(one.event)
        if known is None:
            # Where those of others are known, the rest of its week need not be written.
            is_alone = self._sizes.are_known and one.event.id not in self._written
            written = self._in_feeds(one) if is_alone else self._once(one)
            known = self._sizes.take(one.event, (len(written.octets), written.components))
        return known

    def _at_most(self, one: Chosen) -> tuple[int, int]:
        """Return how many octets and VEVENTs an event takes at most; most events are in many feeds."""
        known = self._most.get(one.event.id)
        if known is None:
            is_written = one.event.id in self._written
            known = self._size(one) if is_written else self._sizes.of(one.event) or groups.at_most(one)
            self._most[one.event.id] = known
        return known

    def _once(self, one: Chosen) -> Serialised:
        """Return an event of the feeds, written when one of its week is first asked for."""
        known = self._written.get(one.event.id)
        if known is None:
            week = self._weeks[one.starts_at // _WEEK]
            events = [each.event for each in week]
            made: list[Serialised] = []

            def make() -> tuple[bytes, ...]:
                made[:] = map(self._in_feeds, week)
                return tuple([each.packed for each in made])

            packed = self._kept(events, make)
            lay = self._aside.lay if len(self.selection.every) > _MOST_WRITTEN else lambda _: None
            for place, event in enumerate(events):
                laid = lay(packed[place])
                self._written[event.id] = laid or (made[place] if made else Serialised.of(packed[place]))
            known = self._written[one.event.id]
        return Serialised.of(known.read()) if isinstance(known, Laid) else known

    def _in_feeds(self, one: Chosen) -> Serialised:
        limit = self.selection.limit_of(one.event, FEED_LIMIT)
        return self._serialise(one.event, one.occurrences, limit=limit)

    @cached_property
    def _weeks(self) -> Mapping[int, Sequence[Chosen]]:
        """The events by the week in which they begin."""
        weeks: dict[int, list[Chosen]] = {}
        for one in self.selection.every:
            weeks.setdefault(one.starts_at // _WEEK, []).append(one)
        return weeks

    def own(self) -> Iterator[tuple[Event, tuple[Occurrence, ...]]]:
        """Yield every event that has a date, with all of its dates, those long cancelled too."""
        events = self.community.events
        return ((events[name], dates) for name, dates in self.selection.dates.items() if dates)

    def entries(self, event: Event, occurrences: tuple[Occurrence, ...]) -> tuple[Entry, ...]:
        """Return the VEVENTs to be of an event.

        What is over has moved for the last time, by whatever clock: its file needs no time zone described.
        """
        in_utc = event.timezone == self.settings.timezone and self.selection.was_over(event)
        return entries(event, occurrences, feed_zone(event.timezone), self.uids, in_utc=in_utc)

    def header(self, feed: Feed) -> FeedHeader:
        """Return what a feed says of itself."""
        say, site = self.lang.say, self.site
        whole = feed.kind is None and feed.year is None
        page, rule = "", ""
        if feed.kind is Kind.CHANNEL and (deadline := self.community.channels[feed.record_id].rule_in_words):
            rule = " " + say("Deadline: {rule}.", rule=deadline.rstrip("."))
        elif feed.kind in addresses.FOLDERS and feed.kind is not Kind.EVENT:
            page = addresses.address(self.community.by_kind[feed.kind][feed.record_id])
        return FeedHeader(
            name=site.name if whole else f"{feed.title} – {site.name}",
            description=(site.description or site.name)
            if whole
            else say("{title}: events from the shared calendar {site}", title=feed.title, site=site.name) + rule,
            color=color_of(feed.kind, feed.record_id),
            zone=self.settings.timezone,
            url=site.url + page if site.url else "",
            source=site.url + feed.path if site.url else "",
        )

    def _serialise(
        self,
        event: Event,
        occurrences: tuple[Occurrence, ...],
        every: Sequence[Occurrence] | None = None,
        limit: int = DESCRIPTION_LIMIT,
    ) -> Serialised:
        """Return the VEVENTs of an event with some dates; ``every`` are those without which they would be others."""
        parts = self.entries(event, occurrences)
        local = any(part.instants is None and isinstance(part.starts, datetime) for part in parts)
        zones = (event.timezone,) if local else ()
        modified = self._modified.of(event, occurrences, every or self.selection.dates[event.id])
        return Serialised(self.writer.write(event, parts, modified, limit), len(parts), zones, modified)
