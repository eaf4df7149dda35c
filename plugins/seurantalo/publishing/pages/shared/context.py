"""What every page is made from: the parts of a site in one language, with the look-ups that many pages share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from functools import cache, cached_property
from typing import Any, Concatenate, Final, ParamSpec, TypeVar, cast

from seurantalo.announcing import Announcing
from seurantalo.frozen import dataclass
from seurantalo.language.catalogue import Language, language
from seurantalo.model.event import Event
from seurantalo.model.record import Kind, Record
from seurantalo.model.text import Text
from seurantalo.model.vocabulary import Theme
from seurantalo.planner.clashes import FreeDays
from seurantalo.planner.clashes.bonds import bonds_of
from seurantalo.planner.clashes.rules import PAIR_RULES
from seurantalo.planner.dates_by_day import DatesByDay, Days, dates_by_day
from seurantalo.planner.free import FreeDates
from seurantalo.planner.holidays import HolidayCalendar
from seurantalo.planner.occurrence import Occurrence
from seurantalo.proposing.forge import Forge, forge_of, new_file_folder
from seurantalo.publishing.addresses import FOLDERS, place
from seurantalo.publishing.feeds.uid import Uids
from seurantalo.publishing.file_words import FileWords
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.parts import Part, Parts
from seurantalo.publishing.record_names import words_of
from seurantalo.publishing.status import status_word
from seurantalo.publishing.templating import Templates
from seurantalo.publishing.traces.answered import Change
from seurantalo.publishing.traces.questions import Question, around
from seurantalo.publishing.traces.recorder import ALL, UNTOLD, Key, Recorder
from seurantalo.publishing.traces.views import (
    NotedCalendar,
    NotedClashes,
    NotedCommunity,
    NotedDays,
    NotedMapping,
    NotedTable,
    NotedWhole,
    event_key,
    record_key,
)

_NOTHING: Final[frozenset[Key]] = frozenset()

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, kw_only=True, eq=False)
class PageContext(Parts):
    """The parts of a site as the pages of one language see them."""

    lang: Language
    unnoted: PageContext | None = None
    """The same, where nothing is noted; None: this is it."""

    @property
    def plain(self) -> PageContext:
        """The same context, of which is not noted what is read.

        It is for what decides which pages there are, and for the answers to questions (``traces.questions``).
        """
        return self.unnoted or self

    def words(self, text: Text | None) -> str:
        """Return a contributed text in the site's language; ``""`` for none."""
        return "" if text is None else text.in_language(self.lang.code)

    @cached_property
    def say(self) -> Callable[[str], str]:
        """``lang.say`` for messages without blanks, each looked up once."""
        return cache(self.lang.say)

    @cached_property
    def templates(self) -> Templates:
        """The templates, the site's own before ours."""
        return Templates(self.lang, self.site.templates)

    def render(self, name: str, **view: object) -> str:
        """Return the HTML of a template filled with a view model's values."""
        return self.templates.render(name, **view)

    @cached_property
    def _kept(self) -> dict[object, tuple[Any, frozenset[Key]]]:
        return {}

    def once(self, make: Callable[Concatenate[PageContext, P], T], *args: P.args, **more: P.kwargs) -> T:
        """Return what a function makes of this context; it is asked once, and what it made is kept beside it."""
        key = (make, args)
        found = self._kept.get(key)
        if found is None or found[1]:
            return self.keep(key, lambda: make(self, *args, **more))
        # Nothing was read for it that anybody need be told of.
        made: T = found[0]
        return made

    def keep(self, key: object, make: Callable[[], T]) -> T:
        """Return what is made for a key, once. Whoever uses it has read what was read for it."""
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = (make(), _NOTHING) if self.recorder is None else self.recorder.apart(make)
        made: T = found[0]
        if found[1] and self.recorder is not None:
            self.recorder.note_all(found[1])
        return made

    def let_go(self) -> None:
        """Keep nothing of what was made once: who asks for it again has it made anew."""
        for name in vars(self).keys() - {one.name for one in fields(self)}:
            del vars(self)[name]

    @cached_property
    def holidays(self) -> HolidayCalendar:
        """The public holidays, with names in the language."""
        return HolidayCalendar(self.lang.code)

    @cached_property
    def uids(self) -> Uids:
        """The UIDs of the events, each worked out once."""
        return Uids(self.settings.calendar_id or self.site.name)

    @cached_property
    def file_words(self) -> FileWords:
        """The words of files in the language."""
        return FileWords(self.lang.code)

    @cached_property
    def names(self) -> Mapping[Kind, Mapping[str, str]]:
        """What every record is called, by kind and id."""
        code = self.lang.code
        if self.recorder is not None:
            names = self.plain.names
            return {**names, Kind.EVENT: NotedTable(names[Kind.EVENT], self.recorder)}
        return {
            kind: {name: words_of(record, code) for name, record in table.items()}
            for kind, table in self.all_of(Part.NAMES).community.by_kind.items()
        }

    @cached_property
    def themes(self) -> Mapping[str, Theme]:
        """The themes, for what looks as its theme does: that goes by what themes are called."""
        return self.all_of(Part.NAMES).community.themes

    @cached_property
    def _statuses(self) -> Mapping[str, str]:
        """The words for the status of the events that are not as people expect, by id."""
        if self.recorder is not None:
            return NotedTable(self.plain._statuses, self.recorder)  # noqa: SLF001 - it is the same class
        events = self.all_of(Part.NAMES).community.by_kind[Kind.EVENT]
        words = {name: status_word(one.status, self.lang) for name, one in events.items() if isinstance(one, Event)}
        return {name: word for name, word in words.items() if word}

    def name(self, record: Record) -> str:
        """Return what a record is called."""
        return self.names[record.KIND][record.id]

    def link(self, kind: Kind, name: str, root: str) -> Link:
        """Return a link to a record from a page whose way to the site's root is ``root`` (``../../``).

        Kinds without pages of their own give words without an address; an event tells its status.
        """
        folder = FOLDERS.get(kind)
        where = f"{folder}{name}/" if folder else place(kind, name)
        note = self._statuses.get(name, "") if kind is Kind.EVENT else ""
        return Link(self.names[kind][name], f"{root}{where}" if where else "", note)

    def links(self, kind: Kind, names: Iterable[str | None], root: str) -> tuple[Link, ...]:
        """Return links to several records of a kind, in the order given; a None among them is left out."""
        return tuple(self.link(kind, name, root) for name in names if name is not None)

    def pointing(self, record: Record, kind: Kind, field: str) -> tuple[str, ...]:
        """Return the ids of the records of a kind that point at a record with a field."""
        return tuple(one.id for one in self.community.roles(record).get((kind, field), ()))

    def edit_url(self, record: Record) -> str:
        """Return where the record's file can be edited in the browser; ``""`` where the site does not say."""
        return f"{self.site.edit_url}{record.origin.path}" if self.site.edit_url else ""

    @cached_property
    def forge(self) -> Forge:
        """Where the files of the site are kept."""
        return forge_of(self.site.edit_url, self.settings.forge)

    def new_file_url(self, folder: str) -> str:
        """Return where a file can be added to a folder in the browser; ``""`` where the site does not say."""
        return new_file_folder(self.forge, self.placed(folder))

    @property
    def folders(self) -> Mapping[str, str]:
        """What the folders of proposals, ``events`` and ``content``, are called in this site."""
        return {"events": self.settings.events_folder, "content": self.site.content}

    def placed(self, path: str) -> str:
        """Return where a file is, of a path as proposals have it: ``content/ideas/laavu.md``."""
        head, slash, rest = path.partition("/")
        return f"{self.folders.get(head, head)}{slash}{rest}"

    @cached_property
    def announcing(self) -> Announcing:
        """Where each event is announced; what is read of it is noted where there are channels at all."""
        if self.recorder is None:
            return super().announcing
        made = self.plain.announcing
        if not self.community.channels:
            return made
        noted = NotedWhole(
            made,
            self.recorder,
            frozenset({"channels", "settings", "today"}),
            of_event=lambda name: ANNOUNCED.ask(self, name),
        )
        return cast("Announcing", noted)

    @cached_property
    def mentions(self) -> Mapping[tuple[Kind, str], tuple[Record, ...]]:
        """The records whose texts link to a record, by its kind and id."""
        if self.recorder is None:
            return super().mentions
        return NotedMapping(self.plain.mentions, self.recorder, lambda about: record_key("mentioning", *about))

    @cached_property
    def by_day(self) -> DatesByDay:
        """What is on where, day by day."""
        if self.recorder is None:
            return dates_by_day(self.community, self.calendar)
        return NotedDays(lambda group, name: DAYS.ask(self, str(group), name)[0])

    def free_near(self, name: str, day: date) -> tuple[date, ...]:
        """Return where an event could go from a day on which it clashes: its page asks it, and those of clashes."""
        return self.keep(("free near", name, day), lambda: self._near(name, day))

    def _near(self, name: str, day: date) -> tuple[date, ...]:
        BONDS.ask(self, name)
        if self.recorder is not None and not set(self.clashes.rules) <= set(PAIR_RULES):
            # Of rules that a site brings itself nobody knows what they look at.
            self.recorder.note(UNTOLD)
        return self._free_days.near(self.community.events[name], day)

    @cached_property
    def _free_days(self) -> FreeDays:
        whole = self.plain
        return FreeDays(whole.community, whole.calendar, self.settings, self.clashes.rules, by_day=self.by_day)

    @cached_property
    def free_dates(self) -> FreeDates:
        """The days of every municipality, weighed when asked about."""
        whole = self.plain
        return FreeDates(whole.community, whole.calendar, self.settings, by_day=self.by_day, keep=self.keep)

    @cached_property
    def _coming(self) -> tuple[Occurrence, ...]:
        return tuple(found for found in self.calendar.occurrences if found.last_day >= self.today)

    @property
    def coming(self) -> tuple[Occurrence, ...]:
        """Every occurrence that has not ended before today, in order of start."""
        if self.recorder is not None:
            self.recorder.note(ALL)
        return self.plain._coming  # noqa: SLF001 - it is the same class

    @cached_property
    def next_of(self) -> Mapping[str, Occurrence]:
        """The next occurrence of each event that has one, cancelled dates left out, by event id."""
        if self.recorder is not None:
            return NotedTable(self.plain.next_of, self.recorder)
        found: dict[str, Occurrence] = {}
        for occurrence in self.coming:
            if not occurrence.cancelled:
                found.setdefault(occurrence.event.id, occurrence)
        return found


def _days(ctx: PageContext, group: str, name: str) -> tuple[Days, tuple[tuple[str, frozenset[str]], ...]]:
    """Return the days of a group, and what ties its events to others: the rules of clashes go by that."""
    return ctx.by_day.days_of(cast("Kind", group), name), _bonds(ctx, group, name)


def _on_days(ctx: PageContext, group: str, name: str) -> set[str]:
    return ctx.by_day.events_of(group, name)


def _bonds_by_event(ctx: PageContext) -> Mapping[str, frozenset[str]]:
    return bonds_of(ctx.community)


def _bonds(ctx: PageContext, group: str, name: str) -> tuple[tuple[str, frozenset[str]], ...]:
    bonds = ctx.once(_bonds_by_event)
    if not bonds:
        return ()
    return tuple((event, bonds[event]) for event in sorted(bonds.keys() & _on_days(ctx, group, name)))


def noted_parts(parts: Parts, recorder: Recorder) -> dict[str, Any]:
    """Return the parts of a site that hold something of events, as such that note what is read."""

    @cache
    def by_file() -> Mapping[str, str]:
        return {event.origin.path: name for name, event in parts.community.events.items()}

    def written(path: str) -> bytes | None:
        event = by_file().get(path)
        recorder.note(("written", path) if event is None else event_key(event))
        return parts.written(path)

    def as_then(*about: Any) -> Any:  # noqa: ANN401 - as AsThen has it
        # History is no part of the ground.
        recorder.note(UNTOLD)
        return parts.as_then(*about)

    return {
        "community": NotedCommunity(parts.community, recorder),
        "calendar": NotedCalendar(parts.calendar, recorder),
        "clashes": NotedClashes(parts.clashes, recorder),
        "written": written,
        "as_then": as_then,
    }


BONDS: Final = around("bonds", _bonds_by_event)
ANNOUNCED: Final = Question("announced", lambda ctx, name: ctx.announcing.of_event(name))
DAYS: Final = Question("days", _days, _on_days, _bonds, since=Change.OUTLINE)


def in_language(parts: Parts, code: str) -> PageContext:
    """Return the parts of a site as the pages of a language see them; made once."""
    made: PageContext | None = parts.languages.get(code)
    if made is None:
        given = {one.name: getattr(parts, one.name) for one in fields(Parts)}
        given["settings"] = replace(parts.settings, language=code)
        lang, recorder = language(code), parts.recorder
        made = PageContext(lang=lang, **{**given, "recorder": None})
        if recorder is not None:
            made = PageContext(lang=lang, unnoted=made, **given | noted_parts(parts, recorder))
        parts.languages[code] = made
    return made
