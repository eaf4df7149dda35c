"""What every page is made from, with the look-ups that many pages share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from seurantalo.language.catalogue import Language
from seurantalo.model.community import AnyRecord, Community
from seurantalo.model.record import Kind
from seurantalo.model.settings import Settings
from seurantalo.model.text import Text
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.clashes import Clashes, FreeDays
from seurantalo.planner.free import FreeDates
from seurantalo.planner.holidays import HolidayCalendar
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.addresses import FOLDERS, place
from seurantalo.publishing.file_words import FileWords
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.publication import Site
from seurantalo.wiki import mentions_in_texts


def words_of(record: AnyRecord, code: str) -> str:
    """Return what a record is called: its name, title or question, else its id."""
    for attribute in ("name", "title", "question"):
        text = getattr(record, attribute, None)
        if isinstance(text, Text):
            return text.in_language(code)
    return record.id


@dataclass(frozen=True, kw_only=True, eq=False)
class PageContext:
    """The whole of a site as its pages see it. Has no slots: look-ups are made once, when first asked for.

    A context is equal to itself only, so that what was made for it can be kept beside it.
    """

    community: Community
    calendar: Calendar
    clashes: Clashes
    settings: Settings
    site: Site
    lang: Language
    today: date
    holidays: HolidayCalendar

    def words(self, text: Text | None) -> str:
        """Return a contributed text in the site's language; ``""`` for none."""
        return "" if text is None else text.in_language(self.lang.code)

    @cached_property
    def say(self) -> Callable[[str], str]:
        """``lang.say`` for messages without blanks, each looked up once."""
        return cache(self.lang.say)

    @cached_property
    def file_words(self) -> FileWords:
        """What fields and values are called in files of the site's language."""
        return FileWords(self.lang.code)

    @cached_property
    def names(self) -> Mapping[Kind, Mapping[str, str]]:
        """What every record is called, by kind and id."""
        code = self.lang.code
        return {
            kind: {name: words_of(record, code) for name, record in table.items()}
            for kind, table in self.community.by_kind.items()
        }

    def link(self, kind: Kind, name: str, root: str) -> Link:
        """Return a link to a record from a page whose way to the site's root is ``root`` (``../../``).

        Kinds without pages of their own give words without an address.
        """
        folder = FOLDERS.get(kind)
        where = f"{folder}{name}/" if folder else place(kind, name)
        return Link(self.names[kind][name], f"{root}{where}" if where else "")

    def links(self, kind: Kind, names: tuple[str, ...], root: str) -> tuple[Link, ...]:
        """Return links to several records of a kind, in the order given."""
        return tuple(self.link(kind, name, root) for name in names)

    def edit_url(self, record: AnyRecord) -> str:
        """Return where the record's file can be edited in the browser; ``""`` where the site does not say."""
        return f"{self.site.edit_url}{record.origin.path}" if self.site.edit_url else ""

    @cached_property
    def mentions(self) -> Mapping[tuple[Kind, str], tuple[AnyRecord, ...]]:
        """The records whose texts link to a record, by its kind and id."""
        return mentions_in_texts(self.community)

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
