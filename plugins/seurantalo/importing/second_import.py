"""A calendar that was imported before: each event that is here is the same, changed, or gone from the calendar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import field
from datetime import timedelta

from seurantalo.frozen import dataclass
from seurantalo.importing.differences import Comparison
from seurantalo.importing.memory import Memory, calendar_key, digests_of, memory_of, with_memory
from seurantalo.importing.request import Import
from seurantalo.language import language
from seurantalo.model.community import Community
from seurantalo.model.event import Event, EventStatus
from seurantalo.model.problem import Problem, Severity
from seurantalo.model.settings import Settings
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.dates import DateMaker
from seurantalo.reading.event.one_event import EventReader


@dataclass(frozen=True, slots=True)
class SecondImport:
    """What an import means for the files that are here. The default is that of a calendar without events.

    >>> SecondImport().new, SecondImport().gone
    ({}, 0)
    """

    problems: tuple[Problem, ...] = ()
    new: Mapping[str, str] = field(default_factory=dict)
    """Path -> text of the files of new events."""
    changed: Mapping[str, str] = field(default_factory=dict)
    """Path -> text, anew, of the files that the calendar has changed."""
    same: int = 0
    differing: int = 0
    gone: int = 0


def second_import(
    result: Import,
    texts: Mapping[str, str],
    community: Community,
    calendar: Calendar,
    settings: Settings,
    *,
    update: bool = False,
) -> SecondImport:
    r"""Return what is the same, changed and gone; ``texts`` are the files, by path, of the events that have a UID.

    ``update``: the changes are going to be written.

    >>> from seurantalo.importing import Defaults, Request, import_calendar
    >>> ics = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Kahvit\nDTSTART:20270410T190000\nEND:VEVENT\nEND:VCALENDAR"
    >>> request = Request(path="kyla.ics", defaults=Defaults(organisation="martat", venue="seurantalo"))
    >>> made = import_calendar(ics, request, community, calendar, settings)
    >>> found = second_import(made, {}, community, calendar, settings)
    >>> found.new["events/2027/04/kahvit.yml"].splitlines()[-1][:22]
    '# Tuotu kalenterista. '
    >>> found.same, found.differing, found.gone
    (0, 0, 0)
    """
    lang = language(settings.language)
    dates = DateMaker(settings, calendar.today + timedelta(days=settings.horizon_days))
    comparison = Comparison(EventReader(community, settings, calendar.today), dates, lang, update=update)
    problems: list[Problem] = []
    changed: dict[str, str] = {}
    differing = 0
    keys: Counter[str] = Counter()
    for known in result.known:
        path = known.event.origin.path
        text = texts.get(path)
        if text is None:
            continue
        found = comparison.difference(known, text)
        problems += found.problems
        differing += found.changed
        if found.text and update:
            changed[path] = found.text
        memory = memory_of(text)
        if memory is not None:
            keys[memory.calendar] += 1
    gone = _gone(result, texts, calendar, frozenset(keys))
    key = keys.most_common(1)[0][0] if keys else calendar_key((result.name, *sorted(result.uids)))
    return SecondImport(
        problems=(*problems, *gone),
        new={
            each.event.origin.path: with_memory(each.text, Memory(key, digests_of(each.event)), lang)
            for each in result.events
        },
        changed=changed,
        same=len(result.known) - differing,
        differing=differing,
        gone=sum(problem.code == "import-gone" for problem in gone),
    )


def _gone(result: Import, texts: Mapping[str, str], calendar: Calendar, keys: frozenset[str]) -> list[Problem]:
    """Return the news of coming events that came from this calendar and are no longer in it.

    It is the same calendar where it holds an event that came with them.
    """
    if not keys or not result.readable:
        return []
    coming = {one.event.id: one.event for one in calendar.occurrences if one.last_day >= calendar.today}
    of_it = [event for event in coming.values() if event.uid and _key(event, texts) in keys]
    gone = [event for event in of_it if event.uid not in result.uids and event.uid.split("#")[0] not in result.unread]
    if 2 * len(gone) > len(of_it) and len(of_it) > 2:
        values = (("count", str(len(of_it) - len(gone))), ("all", str(len(of_it))))
        return [Problem("import-a-part", "", values=values, severity=Severity.WARNING)]
    return [_told(event) for event in gone if event.status is not EventStatus.CANCELLED]


def _key(event: Event, texts: Mapping[str, str]) -> str:
    memory = memory_of(texts.get(event.origin.path, ""))
    return memory.calendar if memory is not None else ""


def _told(event: Event) -> Problem:
    values = (("title", event.title.versions[0][1][:80]),)
    return Problem("import-gone", event.origin.path, event.origin.line, 1, "", values, Severity.WARNING)
