"""What a site is made of, and which parts of it a kind of page or file declares to read.

Who says what is read can later be asked what has to be made again when something changes. So a declaration is no
comment: :meth:`Parts.limited` returns the same site with everything else locked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final, TypeAlias, cast

from seurantalo.announcing import Announcing
from seurantalo.announcing.facts import Means
from seurantalo.announcing.hand_notes import AsThen
from seurantalo.frozen import dataclass
from seurantalo.model.community import Community
from seurantalo.model.record import Kind, Record
from seurantalo.model.settings import Settings
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.clashes import Clashes
from seurantalo.publishing.feeds.plain import plain
from seurantalo.publishing.prose import ProseContext
from seurantalo.publishing.publication import Site
from seurantalo.publishing.traces.recorder import Facts, Recorder
from seurantalo.wiki import mentions_in_texts


class Part(StrEnum):
    """What can be read of a site besides the records of a kind.

    >>> from seurantalo.publishing.pages.calendar.kinds import MONTHS
    >>> sorted(MONTHS.reads)
    [<Part.DATES: 'dates'>, <Part.NAMES: 'names'>, <Kind.PROCESS: 'process'>]
    """

    ANNOUNCING = "announcing"
    """Where, by when and in which words each event is announced, with the channels, and what was told in them."""
    CLASHES = "clashes"
    """What the search for clashes found, with the events that it is about."""
    DATES = "dates"
    """Every date of every event, with the event."""
    INTRODUCTION = "introduction"
    """What the site says on its front page before the dates."""
    LINKS = "links"
    """Who points at whom, with the records that do."""
    MENTIONS = "mentions"
    """Whose texts link to whom, with the records whose texts those are."""
    NAMES = "names"
    """What every record of every kind is called, the status of events, and how large every picture is.

    It is what it takes to show a text, and to link to a record.
    """
    WRITTEN = "written"
    """The files of records, as they are written."""


#: What a kind of page or file declares to read: records by their kind, and the rest.
Readable: TypeAlias = Kind | Part

#: Returns the bytes that belong to a key, and has them made where nobody has kept them.
Kept: TypeAlias = Callable[[str, Callable[[], tuple[bytes, ...]]], tuple[bytes, ...]]

#: Characters of a description that texts of announcements are made of.
_LONGEST_TEXT: Final = 10_000

#: What the page of a record reads besides records of its own kind: who points at it, and in words.
OF_RECORD: Final[frozenset[Readable]] = frozenset({Part.LINKS, Part.MENTIONS, Part.NAMES})
#: What calendars, lists of them and open data read: events, and all that an event names.
OF_EVENTS: Final[frozenset[Readable]] = frozenset(
    {Kind.AUDIENCE, Kind.EVENT, Kind.MUNICIPALITY, Kind.ORGANISATION, Kind.THEME, Kind.VENUE, Part.DATES, Part.NAMES}
)
#: What it takes to say which days are free.
OF_FREE_DAYS: Final[frozenset[Readable]] = frozenset(
    {Kind.AUDIENCE, Kind.EVENT, Kind.MUNICIPALITY, Kind.VENUE, Part.DATES, Part.NAMES}
)

#: Attribute of a community -> the part that it gives; its tables of records are known by their kind.
_COMMUNITY: Final[Mapping[str, Part]] = {
    "backlinks": Part.LINKS,
    "by_kind": Part.NAMES,
    "events_linking": Part.LINKS,
    "pictures": Part.NAMES,
    "practices_linking": Part.LINKS,
    "roles": Part.LINKS,
}


class UndeclaredError(LookupError):
    """A part of the site was read that was not declared; ``part`` is which."""

    def __init__(self, part: Readable) -> None:
        """Say which."""
        super().__init__(f"“{part}” is read and not declared")
        self.part = part


@dataclass(frozen=True, kw_only=True, eq=False)
class Parts:
    """All that a site is made of, in no language yet. It is equal to itself only; look-ups are made when asked for.

    Settings, site and today may always be read: where they change, everything is made anew.

    >>> dates = parts.limited({Part.DATES})
    >>> [one.event.id for one in dates.calendar.occurrences]
    ['konsertti', 'tanssit']
    >>> dates.community.venues
    Traceback (most recent call last):
    seurantalo.publishing.parts.UndeclaredError: “venue” is read and not declared
    """

    community: Community
    calendar: Calendar
    clashes: Clashes
    settings: Settings
    site: Site
    today: date
    introduction: str = ""
    """HTML."""
    written: Callable[[str], bytes | None] = lambda _: None
    """What stands in a record's file, by its path in the project, read when asked for; None where it is gone."""
    digests: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    """Digests of the files of records, by path; what has none is told apart by what it says."""
    kept: Kept = lambda _, make: make()
    """What takes long to make and follows from its key alone: made once, and found again in the next build."""
    kept_made: Kept = lambda _, make: make()
    """The same for what follows from its key and from the program."""
    main_language: str = ""
    """The site's main language, where its pages are in another one: what names no language is written in it."""
    channel_templates: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The site's own templates of announcements by name, as they are written."""
    as_then: AsThen = lambda *_: None
    """How an event's file was on a day, asked for what somebody told by hand."""
    facts: Facts = field(default_factory=Facts)
    """What an earlier build has found out and this one need not."""
    recorder: Recorder | None = None
    """Is told what is read of events; None: nobody asks."""
    whole: Parts | None = None
    """The site that this one shows a part of; None: this is all of it."""
    declared: frozenset[Readable] = frozenset()
    """What of the whole may be read."""

    def limited(self, declared: AbstractSet[Readable]) -> Parts:
        """Return the same site, where reading anything that is not declared raises :class:`UndeclaredError`."""
        known = frozenset(declared)
        tables = {id(table): kind for kind, table in self.community.by_kind.items()}

        def of_community(name: str, value: object) -> Readable | None:
            return _COMMUNITY.get(name) or tables.get(id(value))

        return replace(
            self,
            community=cast("Community", _Locked(self.community, of_community, known)),
            calendar=cast("Calendar", _Locked(self.calendar, lambda *_: Part.DATES, known)),
            clashes=cast("Clashes", _Locked(self.clashes, lambda *_: Part.CLASHES, known)),
            introduction=self.introduction if Part.INTRODUCTION in known else "",
            written=self.written if Part.WRITTEN in known else _not_declared,
            # Of kinds that a site brings itself it is not known what they keep between two outputs.
            recorder=None,
            whole=self,
            declared=known,
        )

    def all_of(self, part: Part) -> Parts:
        """Return the whole site, to work ``part`` out of it; raise UndeclaredError where that is not declared."""
        if self.whole is None:
            return self
        if part not in self.declared:
            raise UndeclaredError(part)
        return self.whole

    @cached_property
    def languages(self) -> dict[str, Any]:
        """These parts in a language, by its code: kept here by whoever makes them so."""
        return {}

    @cached_property
    def announcing(self) -> Announcing:
        """Where each event is announced, by when, and where that stands; worked out as it is asked for."""
        whole = self.all_of(Part.ANNOUNCING)
        if whole is not self:
            return whole.announcing
        means = Means(
            site_url=self.site.url,
            site_name=self.site.name,
            language=self.settings.language,
            templates=self.channel_templates,
            plain=lambda words, code: plain(words, _LONGEST_TEXT, ProseContext(self.community, code)),
        )
        return Announcing(
            self.community,
            self.calendar,
            self.clashes,
            self.settings,
            self.today,
            means=means,
            as_then=self.as_then,
        )

    @cached_property
    def mentions(self) -> Mapping[tuple[Kind, str], tuple[Record, ...]]:
        """The records whose texts link to a record, by its kind and id."""
        whole = self.all_of(Part.MENTIONS)
        return mentions_in_texts(self.community) if whole is self else whole.mentions


def _not_declared(_: str) -> bytes | None:
    raise UndeclaredError(Part.WRITTEN)


class _Locked:
    """Stands in the place of something that only parts of may be read."""

    def __init__(
        self, target: object, needs: Callable[[str, object], Readable | None], declared: frozenset[Readable]
    ) -> None:
        self._target, self._needs, self._declared = target, needs, declared

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # whatever the target has
        value = getattr(self._target, name)
        part = self._needs(name, value)
        if part is not None and part not in self._declared:
            raise UndeclaredError(part)
        return value

    def __iter__(self) -> Iterator[object]:
        found: Iterator[object] = self.__getattr__("__iter__")()
        return found
