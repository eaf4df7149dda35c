"""The snapshot of a foreign calendar: event files that stay until the calendar says something else, and makes sense.

A snapshot is a folder of event files, one for each event, so that a review shows what has changed in the words of
the files. Every file names the calendar that it came from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date, timedelta
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.importing.request import Import
from seurantalo.model.community import Community
from seurantalo.model.problem import Problem, Severity
from seurantalo.model.record import Kind
from seurantalo.model.settings import ExternalCalendar, Settings
from seurantalo.planner.dates import DateMaker
from seurantalo.reading.event.one_event import EventReader

#: The folder of all snapshots, in that of the events.
SNAPSHOTS: Final = "ulkoiset"
#: Coming events from which on a calendar that has lost more than half of them is taken to be broken.
FEWEST: Final = 3


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the folder holds now; before the first fetch nothing.

    >>> changes(Snapshot(), {"kyla-tanssit": "otsikko: Tanssit"})
    Changes(new=1, changed=0, gone=0)
    """

    names: Mapping[str, str] = field(default_factory=dict)
    """The foreign UID -> the id that the event has here; a page keeps its address when its title changes."""
    coming: int = 0
    """Events with a date from today on."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Id -> the text of the file."""


@dataclass(frozen=True, slots=True)
class Changes:
    """How many event files a fetch adds, changes and removes."""

    new: int
    changed: int
    gone: int


def read_snapshot(texts: Mapping[str, str], community: Community, settings: Settings, today: date) -> Snapshot:
    r"""Return what the files of a snapshot say, by id; a file that can't be read is as good as none.

    >>> text = "otsikko: Tanssit\nalkaa: 10.4.2027 klo 19\njärjestäjä: martat\npaikka: seurantalo\n"
    >>> text += "ulkoinen: {kalenteri: Kylän kalenteri, uid: a1}\n"
    >>> snapshot = read_snapshot({"kyla-tanssit": text}, community, settings, today)
    >>> snapshot.names, snapshot.coming
    ({'a1': 'kyla-tanssit'}, 1)
    """
    reader = EventReader(community, settings, today)
    dates = DateMaker(settings, today + timedelta(days=settings.horizon_days))
    names: dict[str, str] = {}
    coming = 0
    for event_id, text in sorted(texts.items()):
        event, _ = reader.read(event_id, f"{event_id}.yml", text)
        if event is None or event.starts is None:
            continue
        if event.external is not None and event.external.uid:
            names.setdefault(event.external.uid, event_id)
        occurrences, _ = dates.dates_of(event, event.starts)
        coming += any(one.last_day >= today for one in occurrences)
    return Snapshot(names, coming, texts)


def refusals(
    source: ExternalCalendar, old: Snapshot, fetched: Import, today: date, *, accept_fewer: bool
) -> tuple[Problem, ...]:
    """Return why a fetched calendar must not take the snapshot's place; nothing where it may.

    ``accept_fewer``: it may have lost more than half of its coming events, somebody has looked.

    >>> source = ExternalCalendar(key="kyla", name="Kylä", url="https://kyla.example/a.ics", organisation="martat")
    >>> empty = Import(events=(), problems=(), readable=True)
    >>> [problem.code for problem in refusals(source, Snapshot(coming=12), empty, today, accept_fewer=False)]
    ['fetch-shrunken', 'fetch-kept']
    """
    found: list[Problem] = []
    now = sum(1 for each in fetched.events if each.last_day is not None and each.last_day >= today)
    if not fetched.readable:
        # What is wrong with it stands among its own problems.
        found.append(kept(source, old))
    elif not accept_fewer and old.coming >= FEWEST and 2 * now < old.coming:
        values = (("name", source.name), ("key", source.key), ("before", str(old.coming)), ("after", str(now)))
        found.append(Problem("fetch-shrunken", "", values=values, severity=Severity.WARNING))
        found.append(kept(source, old))
    return tuple(found)


def kept(source: ExternalCalendar, old: Snapshot) -> Problem:
    """Return the news that the last good snapshot stays.

    >>> source = ExternalCalendar(key="kyla", name="Kylä", url="https://kyla.example/a.ics", organisation="martat")
    >>> kept(source, Snapshot(texts={"kyla-tanssit": "otsikko: Tanssit"})).values
    (('name', 'Kylä'), ('count', '1'))
    """
    values = (("name", source.name), ("count", str(len(old.texts))))
    return Problem("fetch-kept", "", values=values, severity=Severity.WARNING)


def changes(old: Snapshot, texts: Mapping[str, str]) -> Changes:
    """Return how the new files, texts by id, differ from the snapshot's.

    >>> changes(Snapshot(texts={"a": "otsikko: A", "b": "otsikko: B"}), {"a": "otsikko: A", "c": "otsikko: C"})
    Changes(new=1, changed=0, gone=1)
    """
    both = old.texts.keys() & texts.keys()
    return Changes(
        new=len(texts.keys() - both),
        changed=sum(old.texts[name] != texts[name] for name in both),
        gone=len(old.texts.keys() - both),
    )


def unknown_records(source: ExternalCalendar, community: Community) -> tuple[Problem, ...]:
    """Return what the configuration of a calendar names and the project does not have.

    >>> source = ExternalCalendar(key="kyla", name="Kylä", url="https://kyla.example/a.ics", organisation="kuoro")
    >>> [problem.values for problem in unknown_records(source, community)]
    [(('key', 'kyla'), ('kind', 'organisation'), ('found', 'kuoro'))]
    """
    named = (
        (Kind.ORGANISATION, source.organisation),
        (Kind.MUNICIPALITY, source.municipality),
        (Kind.VENUE, source.venue),
    )
    return tuple(
        Problem(
            "fetch-unknown-record",
            "mkdocs.yml",
            values=(("key", source.key), ("kind", kind.value), ("found", name)),
        )
        for kind, name in named
        if name and name not in community.by_kind[kind]
    )
