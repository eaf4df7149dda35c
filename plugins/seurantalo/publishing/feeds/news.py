"""Feeds of news: what is coming, the newest and the latest changed first, as Atom and as JSON Feed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, time, timedelta
from functools import cached_property
from typing import Final, NamedTuple
from uuid import UUID, uuid5

from seurantalo.language import Language, language
from seurantalo.model.community import Community
from seurantalo.model.event import Event
from seurantalo.model.record import UNKNOWN_REVISION, Kind
from seurantalo.model.settings import Settings
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import addresses
from seurantalo.publishing.feeds.atom import NewsEntry, NewsFeed, atom_entry, atom_feed
from seurantalo.publishing.feeds.brief import Briefs
from seurantalo.publishing.feeds.json_feed import json_feed, json_item
from seurantalo.publishing.feeds.lines import ascii_uri, one_line
from seurantalo.publishing.feeds.moments import span
from seurantalo.publishing.feeds.selection import Dealt
from seurantalo.publishing.feeds.uid import NAMESPACE, Uids
from seurantalo.publishing.publication import FeedLink, Files, Site
from seurantalo.publishing.record_names import words_of

#: Entries of a feed: a reader that looks once a week misses nothing, and a feed stays small.
LONGEST: Final = 50
#: The same of kinds of which a site has hundreds, but for what changed within a week before the latest change.
_LONGEST: Final = {Kind.MUNICIPALITY: 20, Kind.ORGANISATION: 10}
_WEEK: Final = timedelta(days=7)

#: The kinds of record that have news. Whoever follows a single venue wants its calendar, not its news.
NEWS_KINDS: Final = (Kind.MUNICIPALITY, Kind.ORGANISATION, Kind.THEME, Kind.AUDIENCE, Kind.PRACTICE)

ATOM: Final = "atom"
JSON: Final = "json"
#: The media types by the ends of the files' names.
MEDIA_TYPES: Final[Mapping[str, str]] = {ATOM: "application/atom+xml", JSON: "application/feed+json"}

#: A UUID as this site makes them, and as it stands in an id.
_UUID: Final = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class _Written(NamedTuple):
    """An event as an entry of both forms."""

    atom: bytes
    json: bytes


#: A feed's name: the kind and the id of its record; None and ``""`` for that of all events.
_Name = tuple[Kind | None, str]


def news_links(site: Site, lang: Language, kind: Kind | None, record_id: str, name: str) -> tuple[FeedLink, ...]:
    """Return the links of a page's head to the news of a record, or of all; none where there is no such feed.

    ``name`` is what the record, or the site, is called. Atom (RFC 4287) stands before JSON Feed 1.1.

    >>> known = Site(name="Järviseutu", url="https://jarviseutu.example/")
    >>> for link in news_links(known, lang, Kind.MUNICIPALITY, "vimpeli", "Vimpeli"):
    ...     link.media_type, link.path
    ('application/atom+xml', 'syotteet/kunta/vimpeli.atom')
    ('application/feed+json', 'syotteet/kunta/vimpeli.json')
    """
    if not site.url or (kind is not None and kind not in NEWS_KINDS):
        return ()
    title = lang.say("{title}: new and changed events", title=name)
    return tuple(FeedLink(news_path(kind, record_id, suffix), title, MEDIA_TYPES[suffix]) for suffix in (ATOM, JSON))


def longest(kind: Kind | None) -> int:
    """Return how many entries a feed has but for a week of many; ``kind`` is its record's, None for that of all."""
    return LONGEST if kind is None else _LONGEST.get(kind, LONGEST)


def news_path(kind: Kind | None, record_id: str, suffix: str) -> str:
    """Return the path of a feed of news."""
    return addresses.news(addresses.FEED_GROUPS[kind] if kind else "", record_id, suffix)


def shown_dates(calendar: Calendar) -> dict[str, Occurrence]:
    """Return the next date of every event that has one; one that takes place goes before one that does not."""
    found: dict[str, Occurrence] = {}
    for one in calendar.occurrences:
        if one.last_day < calendar.today:
            continue
        known = found.get(one.event.id)
        if known is None or (known.cancelled and not one.cancelled):
            found[one.event.id] = one
    return found


def news_files(community: Community, calendar: Calendar, settings: Settings, site: Site, uids: Uids) -> Files:
    """Return every feed of news, by path; none for a site that does not know its address.

    What a reader shows has to lead somewhere.

    >>> known = Site(name="Järviseutu", url="https://jarviseutu.example/")
    >>> [file.path for file in news_files(community, calendar, settings, known, Uids("esimerkki"))][:2]
    ['syotteet/kaikki.atom', 'syotteet/kaikki.json']
    """
    return News(community, calendar, settings, site, uids).files


class News:
    """The news of a site on a day."""

    def __init__(self, community: Community, calendar: Calendar, settings: Settings, site: Site, uids: Uids) -> None:
        """Take what is published; nothing is written before it is asked for."""
        self.community, self.calendar, self.settings, self.site = community, calendar, settings, site
        self.lang = language(settings.language)
        self._uids = uids
        self._names: dict[tuple[Kind, str], str] = {}
        self._known: dict[str, _Written] = {}
        self._calendar_id = uuid5(NAMESPACE, settings.calendar_id or site.name)
        self._headers: dict[_Name, NewsFeed] = {}

    @cached_property
    def files(self) -> Files:
        """Every feed, by path; one is made when it is asked for, and each event put into words and written once.

        None for a site that does not know its address: what a reader shows has to lead somewhere.
        """
        if not self.site.url:
            return Files.of(())

        def make(path: str) -> bytes:
            return self._made(*self._by_path[path], path.rpartition(".")[2])

        return Files(sorted(self._by_path), make)

    def events_of(self, path: str) -> Sequence[Event]:
        """Return the events of a feed, latest change first."""
        return self._feeds[self._by_path[path]]

    @cached_property
    def _by_path(self) -> Mapping[str, _Name]:
        # Every record of these kinds has a feed, if an empty one: to list them no events need be chosen.
        records = ((kind, name) for kind in NEWS_KINDS for name in self.community.by_kind[kind])
        names: Iterable[_Name] = ((None, ""), *records)
        return {news_path(*name, suffix): name for name in names for suffix in (ATOM, JSON)}

    def _made(self, kind: Kind | None, name: str, suffix: str) -> bytes:
        events = self._feeds[kind, name]
        source = ascii_uri(f"{self.site.url}{news_path(kind, name, suffix)}")
        header = self._header(kind, name, events)._replace(source=source)
        written = [self._written(event) for event in events]
        if suffix == ATOM:
            return atom_feed(header, [one.atom for one in written])
        return json_feed(header, [one.json for one in written])

    @cached_property
    def _dates(self) -> Mapping[str, Occurrence]:
        return shown_dates(self.calendar)

    @cached_property
    def _feeds(self) -> Mapping[_Name, list[Event]]:
        return self.feeds(self._dates)

    def _written(self, event: Event) -> _Written:
        known = self._known.get(event.id)
        if known is None:
            entry = self._entry(event, self._dates.get(event.id))
            known = self._known[event.id] = _Written(atom_entry(entry), json_item(entry))
        return known

    def feeds(self, dates: Iterable[str]) -> dict[_Name, list[Event]]:
        """Return the events of every feed, latest change first. ``dates`` are the ids of events that are coming.

        What has lost its date is news as well.
        """
        pending = {event.id for event in self.calendar.pending}
        events = [self.community.events[name] for name in {*dates, *pending}]
        events.sort(key=lambda event: event.id)
        events.sort(key=lambda event: event.revision.modified, reverse=True)
        feeds: Dealt[Event] = Dealt(self.community, NEWS_KINDS)
        for event in events:
            for feed in feeds.of(event):
                if len(feed) < LONGEST:
                    feed.append(event)
        named: dict[_Name, list[Event]] = {(None, ""): events[:LONGEST]}
        return named | {(kind, name): self._latest(some, longest(kind)) for (kind, name), some in feeds.named.items()}

    def _latest(self, events: list[Event], count: int) -> list[Event]:
        """Return the latest events, and with them all of the same week: a whole programme may come on one day.

        Where nobody knows when files changed, none of them is told to be news.
        """
        newest = events[0].revision if events else UNKNOWN_REVISION
        unknown = datetime.combine(self.calendar.today, time(), UTC)
        if newest == UNKNOWN_REVISION or newest.created == newest.modified == unknown:
            return events[:count]
        since = newest.modified - _WEEK
        return [event for place, event in enumerate(events) if place < count or event.revision.modified >= since]

    @cached_property
    def _briefs(self) -> Briefs:
        return Briefs(self.community, self.site, self.lang, self.settings.timezone)

    def _entry(self, event: Event, shown: Occurrence | None) -> NewsEntry:
        brief = self._briefs.brief(event, shown, self.calendar.of_event(event.id), self.calendar.today)
        starts, ends = span(shown) if shown is not None else ("", "")
        return NewsEntry(
            id=f"urn:uuid:{self._uuid(event)}",
            title=brief.title,
            url=brief.url,
            published=event.revision.created,
            updated=event.revision.modified,
            text=brief.lines,
            authors=tuple([self._name(Kind.ORGANISATION, name) for name in event.organisers]),
            tags=brief.tags,
            starts=starts,
            ends=ends,
            status=shown.status if shown is not None else event.status,
        )

    def _header(self, kind: Kind | None, name: str, events: list[Event]) -> NewsFeed:
        """Return what both forms of a feed say of themselves, but for where they are."""
        known = self._headers.get((kind, name))
        if known is None:
            known = self._headers[kind, name] = self._new_header(kind, name, events)
        return known

    def _new_header(self, kind: Kind | None, name: str, events: list[Event]) -> NewsFeed:
        """Return the same. Without entries a feed is as old as its record."""
        say, site = self.lang.say, self.site
        owner = one_line(site.name)
        title, page, updated = owner, "", UNKNOWN_REVISION.modified
        if kind is not None:
            record = self.community.by_kind[kind][name]
            title = f"{self._name(kind, name)} – {owner}"
            page = addresses.own_calendar(addresses.FEED_GROUPS[kind], name)
            updated = record.revision.modified
        if events:
            updated = events[0].revision.modified
        return NewsFeed(
            id=f"urn:uuid:{uuid5(self._calendar_id, news_path(kind, name, ATOM))}",
            title=say("{title}: new and changed events", title=title),
            description=say("What is coming: the newest and the latest changed first."),
            author=owner,
            language=self.lang.code,
            page=ascii_uri(f"{site.url}{page}"),
            source="",
            updated=updated,
        )

    def _name(self, kind: Kind, name: str) -> str:
        known = self._names.get((kind, name))
        if known is None:
            known = self._names[kind, name] = one_line(words_of(self.community.by_kind[kind][name], self.lang.code))
        return known

    def _uuid(self, event: Event) -> str:
        """Return the event's UID where that is a UUID, else the UUID of it: an id of Atom must be an IRI."""
        uid = self._uids.of_event(event)
        if _UUID.fullmatch(uid):
            return uid
        try:
            return str(UUID(uid))
        except ValueError:
            return str(uuid5(self._calendar_id, uid))
