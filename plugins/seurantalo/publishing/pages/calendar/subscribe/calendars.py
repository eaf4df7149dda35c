"""Every calendar of the site, by the record that it is about; put in order once for all pages of calendars."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

import orjson

from seurantalo.frozen import dataclass
from seurantalo.language.collation import sort_key
from seurantalo.model.event import Event
from seurantalo.model.organisation import Organisation
from seurantalo.model.place import Venue
from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import FEED_GROUPS, SUBSCRIBE, event_feed, own_calendar
from seurantalo.publishing.feeds.contents import Feed, FeedContent
from seurantalo.publishing.feeds.feed_files import CalendarFeeds
from seurantalo.publishing.feeds.sizes import Size, Sizes
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.linked_events import links_of, links_of_events
from seurantalo.publishing.pages.shared.made_of import kept_of, note_links, note_made_of
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.publication import File, Files
from seurantalo.publishing.traces.answered import Change
from seurantalo.publishing.traces.questions import Question, around
from seurantalo.publishing.traces.recorder import ALL, Key
from seurantalo.publishing.traces.views import event_key

#: Kind of record -> what one of its calendars is about, in a word.
KIND_WORDS: Final[Mapping[Kind, str]] = {
    Kind.MUNICIPALITY: "municipality",
    Kind.AUDIENCE: "audience",
    Kind.THEME: "theme",
    Kind.ORGANISATION: "organiser",
    Kind.VENUE: "venue",
    Kind.PRACTICE: "practice",
}
#: The calendars by name, for the field that finds them.
NAMES: Final = f"{SUBSCRIBE}kalenterit.json"


@dataclass(frozen=True)
class CalendarList:
    """The calendars of a site. Has no slots: it is put in order when first asked for."""

    ctx: PageContext

    @cached_property
    def made(self) -> CalendarFeeds:
        """The calendars themselves, their events chosen."""
        ctx = self.ctx
        sizes = Sizes(
            lambda event: ctx.facts.earlier(_size_of(event)), self._learn, self._left_out, self._ends_of_parts
        )
        return CalendarFeeds(ctx.community, ctx.calendar, ctx.settings, ctx.site, ctx.uids, self._kept, sizes)

    def _learn(self, event: Event, size: Size) -> None:
        # What it looks like follows from the event and from those to which its texts link.
        names = [event.id, *sorted(links_of(event))]
        self.ctx.facts.of(_size_of(event), lambda: size, lambda: map(event_key, names))

    def _left_out(self, path: str, make: Callable[[], list[int]]) -> Sequence[int]:
        def read() -> Iterator[Key]:
            yield IN_FILE.name, path
            links = self.ctx.once(links_of_events)
            for event in links.keys() & {one.id for one in self.made.events_of(path)}:
                yield from map(event_key, links[event])

        found: Sequence[int] = self.ctx.facts.of(f"left out {path}", make, read)
        return found

    def _ends_of_parts(self, year: str, make: Callable[[], list[int]]) -> Sequence[int]:
        found: Sequence[int] = self.ctx.facts.of(f"parts of {year}", make, lambda: [(IN_YEAR.name, year)])
        return found

    def _kept(self, events: Sequence[Event], make: Callable[[], tuple[bytes, ...]]) -> tuple[bytes, ...]:
        return kept_of(self.ctx, "calendars", events, make)

    @cached_property
    def feeds(self) -> tuple[Feed, ...]:
        """Every feed, that of all events first."""
        return self.made.listed()

    @cached_property
    def cut(self) -> Mapping[str, tuple[FeedContent, FeedContent]]:
        """The feeds that do not hold all of their events, by path: whole, and as they are."""
        return {whole.feed.path: (whole, held) for whole, held in self.made.cut()}

    def cut_of(self, feed: Feed) -> tuple[FeedContent, FeedContent] | None:
        """Return the same of one feed: where few are asked for, the others need not be measured."""
        return self.cut.get(feed.path) if "cut" in vars(self) else self.made.cut_of(feed.path)

    @cached_property
    def has_archives(self) -> bool:
        """Whether earlier years have calendars of their own."""
        return bool(self.made.selection.archived)

    @cached_property
    def own(self) -> Mapping[str, Feed]:
        """The feeds that have a page of their own, by its name below ``tilaa/``, in the order of addresses."""
        named = {
            own_calendar(FEED_GROUPS[one.kind], one.record_id).removeprefix(SUBSCRIBE): one
            for one in self.made.current()
            if one.kind in KIND_WORDS and one.kind is not None
        }
        return {name.rstrip("/"): named[name] for name in sorted(named)}

    @cached_property
    def by_kind(self) -> Mapping[Kind, tuple[Feed, ...]]:
        """The feeds of each kind in alphabetical order, those without events last."""
        found: dict[Kind, list[Feed]] = {kind: [] for kind in KIND_WORDS}
        for one in self.own.values():
            if one.kind is not None:
                found[one.kind].append(one)
        return {
            kind: tuple(sorted(some, key=lambda one: (not one.event_count, sort_key(one.title))))
            for kind, some in found.items()
        }

    @cached_property
    def within(self) -> Mapping[str, tuple[tuple[Feed, ...], tuple[Feed, ...]]]:
        """The calendars of organisations and of venues in each municipality that has some, by its id."""
        found: dict[str, tuple[list[Feed], list[Feed]]] = {}
        community = self.ctx.community
        tables: Mapping[Kind, Mapping[str, Organisation | Venue]] = {
            Kind.ORGANISATION: community.organisations,
            Kind.VENUE: community.venues,
        }
        for place, kind in enumerate(tables):
            for one in self.by_kind[kind]:
                record = tables[kind][one.record_id]
                if record.municipality is not None:
                    found.setdefault(record.municipality, ([], []))[place].append(one)
        return {name: (tuple(people), tuple(venues)) for name, (people, venues) in found.items()}

    def link(self, one: Feed, root: str) -> Link:
        """Return a link to the page of a calendar, with the number of its events."""
        kind = one.kind
        if kind is None:
            return Link(one.title, f"{root}{one.path}", str(one.event_count))
        return Link(one.title, f"{root}{own_calendar(FEED_GROUPS[kind], one.record_id)}", str(one.event_count))


def _size_of(event: Event) -> str:
    return f"size {event.id}"


def calendars_of(ctx: PageContext) -> CalendarList:
    """Return the calendars of a site, the same for all who ask: to choose and measure their events takes long.

    Whoever asks has read all events.
    """
    if ctx.recorder is not None:
        ctx.recorder.note(ALL)
    return ctx.plain.once(CalendarList)


def calendar_files(ctx: PageContext) -> Files:
    """Return the files of the calendars: every feed, then every event's own."""
    made = ctx.plain.once(CalendarList).made

    def make(path: str) -> bytes:
        event = made.own_at(path)
        if event is None or ctx.recorder is None:
            year = made.archive_year(path)
            if year is None:
                note_made_of(ctx, IN_FILE, path)
            else:
                note_made_of(ctx, IN_YEAR, str(year))
        else:
            names = (event.id, *event.former_ids)
            OF_ANOTHER.ask(ctx, next(name for name in names if event_feed(name) == path))
            note_links(ctx, (event.id,))
        return made.files.make(path)

    return Files(made.files.paths, make)


def _of_others(ctx: PageContext) -> Mapping[str, Event]:
    own = [(one, name) for one in ctx.community.events.values() for name in one.former_ids]
    # What calendars hold need not be chosen where no event has had another id.
    made = ctx.once(CalendarList).made if own else None
    return {name: one for one, name in own if made and made.own_at(event_feed(name)) is one}


#: The event whose own file stands under an id that it had before.
OF_ANOTHER: Final = around("file of another", _of_others)


def _in_file(ctx: PageContext, path: str) -> Sequence[Event]:
    return ctx.once(CalendarList).made.events_of(path)


#: The events of a calendar file, also those for which it may have no room.
IN_FILE: Final = Question(
    "calendar file",
    _in_file,
    lambda ctx, path: [one.id for one in _in_file(ctx, path)],
    since=Change.OUTLINE,
    alone=True,
)
#: The events of a year's archive: in how many parts it is goes by what all of them tell.
IN_YEAR: Final = Question(
    "archive of year",
    lambda ctx, year: ctx.once(CalendarList).made.events_of_year(int(year)),
    lambda ctx, year: [one.id for one in ctx.once(CalendarList).made.events_of_year(int(year))],
    since=Change.OUTLINE,
    alone=True,
)

#: Whether there are archives: of the events in them one is enough.
HAS_ARCHIVES: Final = Question(
    "has archives",
    lambda ctx: ctx.once(CalendarList).has_archives,
    lambda ctx: [some[0].event.id for some in ctx.once(CalendarList).made.selection.archived.values()][:1],
    since=Change.OUTLINE,
    alone=True,
)


def names_file(ctx: PageContext) -> Iterator[File]:
    """Yield the file of names: title, kind in a word, page below ``tilaa/``; those with events first."""
    rows = [
        (one.title, ctx.say(KIND_WORDS[kind]), own_calendar(FEED_GROUPS[kind], one.record_id).removeprefix(SUBSCRIBE))
        for kind, some in calendars_of(ctx).by_kind.items()
        for one in some
    ]
    yield File(NAMES, orjson.dumps(rows))
