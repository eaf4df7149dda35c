"""What every page is made from: the parts of a site in one language, with the look-ups that many pages share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cache, cached_property
from typing import Any, Concatenate, ParamSpec, TypeVar

from seurantalo.language.catalogue import Language, language
from seurantalo.model.event import Event
from seurantalo.model.record import Kind, Record
from seurantalo.model.text import Text
from seurantalo.model.vocabulary import Theme
from seurantalo.planner.clashes import FreeDays
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

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, kw_only=True, eq=False)
class PageContext(Parts):
    """The parts of a site as the pages of one language see them."""

    lang: Language

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
    def _kept(self) -> dict[tuple[Callable[..., Any], tuple[Any, ...]], Any]:
        return {}

    def once(self, make: Callable[Concatenate[PageContext, P], T], *args: P.args, **more: P.kwargs) -> T:
        """Return what a function makes of this context; it is asked once, and what it made is kept beside it."""
        key = (make, args)
        if key not in self._kept:
            self._kept[key] = make(self, *args, **more)
        made: T = self._kept[key]
        return made

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
    def free_near(self) -> Callable[[str, date], tuple[date, ...]]:
        """Where an event could go from a day on which it clashes; its page and those of clashes ask the same."""
        events = self.community.events
        free = FreeDays(self.community, self.calendar, self.settings, self.clashes.rules)
        return cache(lambda name, day: free.near(events[name], day))

    @cached_property
    def free_dates(self) -> FreeDates:
        """The days of every municipality, weighed when asked about."""
        return FreeDates(self.community, self.calendar, self.settings)

    @cached_property
    def coming(self) -> tuple[Occurrence, ...]:
        """Every occurrence that has not ended before today, in order of start."""
        return tuple(found for found in self.calendar.occurrences if found.last_day >= self.today)

    @cached_property
    def next_of(self) -> Mapping[str, Occurrence]:
        """The next occurrence of each event that has one, cancelled dates left out, by event id."""
        found: dict[str, Occurrence] = {}
        for occurrence in self.coming:
            if not occurrence.cancelled:
                found.setdefault(occurrence.event.id, occurrence)
        return found


def in_language(parts: Parts, code: str) -> PageContext:
    """Return the parts of a site as the pages of a language see them; made once."""
    made: PageContext | None = parts.languages.get(code)
    if made is None:
        given = {one.name: getattr(parts, one.name) for one in fields(Parts)}
        given["settings"] = replace(parts.settings, language=code)
        made = parts.languages[code] = PageContext(lang=language(code), **given)
    return made
