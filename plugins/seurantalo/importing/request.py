"""What an import is asked for, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from seurantalo.frozen import dataclass
from seurantalo.importing.drafts import Defaults
from seurantalo.importing.event_file import Draft
from seurantalo.model.event import Event
from seurantalo.model.problem import Problem


@dataclass(frozen=True, slots=True)
class ImportedEvent:
    """An event with the text of its file; ``line`` is where it begins in the calendar."""

    event: Event
    text: str
    line: int
    last_day: date | None
    """The last day that it has a date on; None where it has none within the horizon."""


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """An event that is here already, as the calendar says it now: with the id and the path that it has here."""

    event: Event
    draft: Draft
    line: int
    left_out: frozenset[str] = frozenset()
    """Fields, by their English names, that a feed of ours says it does not tell, or not whole."""


@dataclass(frozen=True, slots=True)
class Import:
    """What a calendar became.

    >>> from seurantalo.importing import import_calendar
    >>> login = b"<!DOCTYPE html><title>Kirjaudu</title>"
    >>> answer = import_calendar(login, Request(path="kyla.ics"), community, calendar, settings)
    >>> answer.readable, [problem.code for problem in answer.problems]
    (False, ['import-web-page'])
    """

    events: tuple[ImportedEvent, ...]
    problems: tuple[Problem, ...]
    name: str = ""
    """What the calendar calls itself."""
    entries: int = 0
    known: tuple[KnownEvent, ...] = ()
    """Events that are here already by their UID."""
    uids: frozenset[str] = frozenset()
    """The UIDs of all events that it has."""
    unread: frozenset[str] = frozenset()
    """The UIDs of entries that did not become events: nobody knows what became of theirs."""
    past: int = 0
    """Events left out because they are over."""
    duplicates: int = 0
    readable: bool = False
    """It was a calendar, and had its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    r"""How to import. ``path`` is what problems call the calendar.

    >>> from seurantalo.importing import import_calendar
    >>> ics = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Tanssit\nDTSTART:20270410T190000\nEND:VEVENT\nEND:VCALENDAR"
    >>> known = Defaults(organisation="martat", venue="seurantalo")
    >>> request = Request(path="kyla.ics", prefix="kyla", defaults=known)
    >>> import_calendar(ics, request, community, calendar, settings).events[0].event.origin.path
    'events/2027/04/kyla-tanssit.yml'
    """

    path: str
    defaults: Defaults = field(default_factory=Defaults)
    since: date | None = None
    """Leave out what was over before this day."""
    with_duplicates: bool = False
    """Import also what looks like an event that is here."""
    folder: str = "events"
    by_month: bool = True
    """Put files into folders by year and month."""
    prefix: str = ""
    """What every id begins with."""
    names: Mapping[str, str] = field(default_factory=dict)
    """UID -> the id that the event has from before; such an event is written again."""
    taken: frozenset[str] = frozenset()
    """Ids that are in use elsewhere."""
    comment: str = ""
    most: int = 5_000
    """The largest number of events; the earliest coming ones are kept."""
