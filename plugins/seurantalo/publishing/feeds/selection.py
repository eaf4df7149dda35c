"""Which events are in the feeds, and which feed holds which events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Final, Generic, TypeVar
from zoneinfo import ZoneInfo

from seurantalo.frozen import dataclass
from seurantalo.model.community import Community
from seurantalo.model.event import Event, EventStatus
from seurantalo.model.record import Kind, Record
from seurantalo.model.settings import Settings
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.occurrence import Occurrence, is_long_over
from seurantalo.publishing.addresses import FEED_GROUPS
from seurantalo.publishing.feeds.plain import OVER_LIMIT
from seurantalo.publishing.feeds.uid import Uids

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Chosen:
    """An event of the feeds with the occurrences that they show, by start."""

    event: Event
    occurrences: tuple[Occurrence, ...]
    starts_at: int
    """The start of the first occurrence in UTC epoch seconds."""
    ends_at: int
    """The end of the last occurrence in UTC epoch seconds."""
    is_held: bool
    """It is held at least once."""


class Selection:
    """What the feeds of a day hold."""

    def __init__(self, community: Community, calendar: Calendar, settings: Settings, uids: Uids) -> None:
        """Choose by the calendar's today."""
        self.community, self.settings = community, settings
        self._zone = ZoneInfo(settings.timezone)
        today = calendar.today
        #: Apps download a feed again only when it changed; so the past moves on the first of a month, not daily.
        self.past_begins = today.replace(day=1) - timedelta(days=settings.feed_past_days)
        self.past_ends = self._midnight(self.past_begins)
        self.today_starts = self._midnight(today)
        #: So does how far ahead repetition is carried.
        self._future_ends = self._midnight(today.replace(day=1) + timedelta(days=settings.horizon_days))
        self._today = today
        self._cancelled_ends = self._midnight(today - timedelta(days=settings.cancelled_days))
        self._over: dict[str, bool] = {}
        self.dates: Mapping[str, tuple[Occurrence, ...]] = {
            event.id: self._in_sight(event, calendar.of_event(event.id)) for event in community.events.values()
        }
        """The dates of every event as far ahead as feeds carry repetition; none where it has no date."""
        chosen = [self._choose(event, self.dates[event.id]) for event in community.events.values()]
        every = [one for one in chosen if one is not None]
        every.sort(key=lambda one: (one.starts_at, uids.of_event(one.event)))
        self.every: tuple[Chosen, ...] = tuple(every)
        """All events with a date, by start."""
        self.current: tuple[Chosen, ...] = tuple([one for one in every if one.ends_at > self.past_ends])
        """The events of the feeds, by start."""
        self.archived: Mapping[int, tuple[Chosen, ...]] = self._by_year(
            one for one in every if one.ends_at <= self.past_ends
        )
        """Older events by the year of their last start; those that were cancelled are forgotten."""

    def _midnight(self, day: date) -> int:
        return int(datetime.combine(day, time(), self._zone).timestamp())

    def _choose(self, event: Event, dates: tuple[Occurrence, ...]) -> Chosen | None:
        shown = [one for one in dates if not one.cancelled or self._is_told(one)]
        if not shown:
            return None
        ends_at = shown[0].ends_at if len(shown) == 1 else max([one.ends_at for one in shown])
        is_held = not all(one.cancelled for one in shown)
        return Chosen(
            event, dates if len(shown) == len(dates) else tuple(shown), shown[0].starts_at, ends_at, is_held
        )

    def _is_told(self, one: Occurrence) -> bool:
        """Tell whether apps still learn of a date that is not held; then it just is not there any more.

        Of a cancellation for some weeks; of a date that waits for another until its old day is past.
        """
        if one.status is EventStatus.POSTPONED:
            return one.last_day >= self._today
        return one.ends_at > self._cancelled_ends

    def is_long_over(self, event: Event) -> bool:
        """Tell whether an event has been over for more than a year."""
        return is_long_over(self.dates[event.id], self._today)

    def limit_of(self, event: Event, limit: int) -> int:
        """Return how many characters of an event's description its calendars tell, where it may be ``limit``.

        Of what was over before this month began the page tells, to which they lead.
        """
        return OVER_LIMIT if self.was_over(event) else limit

    def was_over(self, event: Event) -> bool:
        """Tell whether an event was over before this month began."""
        known = self._over.get(event.id)
        if known is None:
            last = max([one.last_day for one in self.dates[event.id]], default=self._today)
            known = self._over[event.id] = last < self._today.replace(day=1)
        return known

    def _in_sight(self, event: Event, dates: tuple[Occurrence, ...]) -> tuple[Occurrence, ...]:
        """Return the dates that are known, as far ahead as feeds carry repetition."""
        if event.repeats is None:
            return dates
        seen = [one for one in dates if one.starts_at < self._future_ends or one.extra]
        return dates if len(seen) == len(dates) else tuple(seen)

    def _by_year(self, events: Iterable[Chosen]) -> dict[int, tuple[Chosen, ...]]:
        years: dict[int, list[Chosen]] = {}
        for one in events:
            years.setdefault(one.occurrences[-1].starts_local.year, []).append(one)
        return {year: tuple(years[year]) for year in sorted(years)}

    def feeds(self) -> dict[tuple[Kind, str], list[Chosen]]:
        """Return the events of every record that has a feed, by start; a record without events has an empty list."""
        feeds: Dealt[Chosen] = Dealt(self.community, FEED_GROUPS)
        for one in self.current:
            for feed in feeds.of(one.event):
                feed.append(one)
            changed = one.event.changes
            venues = {occurrence.venue for occurrence in one.occurrences} if changed else (one.event.venue,)
            for venue in venues:
                if venue is not None:
                    feeds.by_kind[Kind.VENUE][venue].append(one)
        return feeds.named


class Dealt(Generic[T]):
    """A list for each record of some kinds, to be filled with the events that belong to it."""

    def __init__(self, community: Community, kinds: Iterable[Kind]) -> None:
        """Begin with empty lists."""
        self.by_kind: dict[Kind, dict[str, list[T]]] = {
            kind: {name: [] for name in community.by_kind[kind]} for kind in kinds
        }
        self._of_theme = WithBroader(self.by_kind[Kind.THEME], community.themes)
        self._of_audience = WithBroader(self.by_kind[Kind.AUDIENCE], community.audiences)

    def of(self, event: Event) -> Iterator[list[T]]:
        """Yield the list of each record that an event names, but venues; of terms also the broader ones."""
        yield self.by_kind[Kind.MUNICIPALITY][event.municipality]
        for name in dict.fromkeys(event.organisers):
            yield self.by_kind[Kind.ORGANISATION][name]
        for name in dict.fromkeys(event.practices):
            yield self.by_kind[Kind.PRACTICE][name]
        yield from self._of_theme.feeds(event.themes)
        yield from self._of_audience.feeds(event.audiences)

    @property
    def named(self) -> dict[tuple[Kind, str], list[T]]:
        """The lists by the kind and the id of their records."""
        return {(kind, name): found for kind, some in self.by_kind.items() for name, found in some.items()}


class WithBroader(Generic[T]):
    """The feeds of terms and of all that are broader; the same few sets of terms come again and again."""

    __slots__ = ("_broader", "_by_term", "_known")

    def __init__(self, feeds: Mapping[str, list[T]], terms: Mapping[str, Record]) -> None:
        """Take the feeds by the names of their terms."""
        self._broader = broader_terms(terms)
        self._by_term = feeds
        self._known: dict[tuple[str, ...], tuple[list[T], ...]] = {}

    def feeds(self, names: tuple[str, ...]) -> tuple[list[T], ...]:
        """Return each feed once, also where a term is named beside its broader one."""
        known = self._known.get(names)
        if known is None:
            wanted = dict.fromkeys(wider for name in names for wider in self._broader[name])
            known = self._known[names] = tuple(self._by_term[name] for name in wanted)
        return known


def broader_terms(terms: Mapping[str, Record]) -> dict[str, tuple[str, ...]]:
    """Return each term with all that are broader; a circle of broader terms ends where it began."""
    found = {}
    for name in terms:
        chain = [name]
        while (wider := getattr(terms[chain[-1]], "broader", None)) is not None and wider not in chain:
            chain.append(wider)
        found[name] = tuple(chain)
    return found


#: Room that a feed's own properties and time zones take at most.
HEADER_BYTES: Final = 8_000


def fitting(
    events: tuple[Chosen, ...], size: Callable[[Chosen], tuple[int, int]], settings: Settings, today: int
) -> tuple[Chosen, ...]:
    """Return the events that fit into one feed, by start. Google Calendar takes no file over 1 MB.

    ``size`` tells the bytes and the number of VEVENTs of one; it is asked about no more events than it takes to fill
    the feed, for they must be written to be measured. ``today`` is the day's start in UTC epoch seconds. What is to
    come stays before what was: the oldest go first, then those farthest ahead.
    """
    coming = [one for one in events if one.ends_at > today]
    past = sorted([one for one in events if one.ends_at <= today], key=lambda one: -one.ends_at)
    room, count = settings.feed_bytes - HEADER_BYTES, settings.feed_events
    kept = set()
    for one in (*coming, *past):
        octets, components = size(one)
        if octets > room or components > count:
            break
        room, count = room - octets, count - components
        kept.add(one.event.id)
    return events if len(kept) == len(events) else tuple([one for one in events if one.event.id in kept])
