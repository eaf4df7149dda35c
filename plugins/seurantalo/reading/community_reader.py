"""A project's files become a Community, or the full list of what is wrong with them."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import field, replace
from datetime import date
from pathlib import Path
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.garbage_collector import collector_paused
from seurantalo.model.community import Community
from seurantalo.model.event import Event
from seurantalo.model.kinds import KINDS
from seurantalo.model.problem import Problem, Severity, in_order
from seurantalo.model.record import Kind, Record, Revision
from seurantalo.model.settings import Settings
from seurantalo.reading.ahead import in_turn
from seurantalo.reading.file_reader import FileReader
from seurantalo.reading.file_scope import Known
from seurantalo.reading.files.listing import Listing, SourceFile, list_files
from seurantalo.reading.files.picture_file import measure
from seurantalo.reading.files.walk import relative
from seurantalo.reading.identities import shared_identities
from seurantalo.reading.memory import AskedIds, Memory
from seurantalo.reading.names.known import Names
from seurantalo.reading.pages.ordinary_pages import check_ordinary_pages
from seurantalo.reading.surroundings import Surroundings
from seurantalo.reading.texts.site_places import SitePlaces, composed
from seurantalo.reading.wiki_rules import shared_between

#: What others lean on comes first: the words for themes and audiences, and where who and what is at home.
_FIRST: Final = (Kind.AUDIENCE, Kind.THEME, Kind.MUNICIPALITY, Kind.ORGANISATION, Kind.VENUE)
#: Events lean on all of these.
_ORDER: Final = (*_FIRST, *(kind for kind in KINDS if kind not in (*_FIRST, Kind.EVENT)))
#: Files of events whose descriptions would take hundreds of megabytes.
_VERY_MANY: Final = 30_000
#: What is told of a word that no vocabulary holds.
_MISSING: Final = frozenset(("missing-target", "missing-target-near", "missing-term"))
_USUAL_EVENTS: Final = Settings().events_folder


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading found: the community, or None where there are errors; and all problems, in order.

    ``files`` is how many were read, ``records`` what was understood of them, where there are errors too: some of
    these may point at what is not there. ``loose`` are paths of the files of ``docs_dir`` that are no records.
    ``digests`` tell the contents of record files apart, by path; vocabularies have none.

    >>> near = Problem("event-soon", "events/tanssit.yml", 2, 1, severity=Severity.NOTICE)
    >>> wrong = Problem("no-such-day", "events/tanssit.yml", 4, 9)
    >>> [problem.code for problem in Reading(None, (near, wrong), files=1).errors]
    ['no-such-day']
    """

    community: Community | None
    problems: tuple[Problem, ...]
    files: int
    records: tuple[Record, ...] = ()
    loose: tuple[str, ...] = ()
    digests: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


def read_community(
    root: Path,
    docs: Path,
    settings: Settings,
    today: date,
    history: Callable[[], Mapping[str, Revision]] = dict,
    memory: Memory | None = None,
    leave_out: str = "",
    around: Surroundings | None = None,
) -> Reading:
    r"""Read every record under ``docs`` and the events folder of ``root``; never raise for what is in a file.

    ``history`` gives each file's revision by path, an event's by its id (``event_life``); it is asked when all files
    have been read. Files without one count as changed today. ``memory`` keeps records between readings of one process
    (``mkdocs serve``). Files whose paths begin with ``leave_out`` are passed over. ``around`` tells what the site
    holds besides these files.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     root, docs = Path(folder), Path(folder, "docs")
    ...     (root / "events").mkdir()
    ...     _ = (root / "events/tanssit.yml").write_text("otsikko: Tanssit\nalkaa: 31.4.2027\n", encoding="utf-8")
    ...     [(one.code, one.line, one.column) for one in read_community(root, docs, settings, today).errors]
    [('field-missing', 1, 1), ('no-such-day', 2, 8)]
    """
    with collector_paused():
        listing = list_files(root, docs, root / settings.events_folder, leave_out)
        if settings.events_folder != _USUAL_EVENTS and not (root / settings.events_folder).is_dir():
            # git keeps no empty folder, so a region without events may lack the usual one; another was named by hand.
            values = (("found", settings.events_folder),)
            listing.problems.append(
                Problem("no-events-folder", "mkdocs.yml", values=values, severity=Severity.WARNING)
            )
        folder = docs_folder(root, docs)
        reader = CommunityReader(listing, folder, settings, today, around or Surroundings(), memory)
        reader.files.look(reader.events)
        records = [*reader.read_others(), *reader.read_events(reader.events)]
        found = reader.reading([*reader.files.dated(records, history())])
        # Else who reads and what is known hold each other, with the names and places of all files.
        reader.files.known.names_in_files = Names
        return found


def docs_folder(root: Path, docs: Path) -> str:
    """Return the folder of pages and of records but events, relative to the project, with a slash at its end.

    >>> docs_folder(Path("alue"), Path("alue/content"))
    'content/'
    """
    folder = relative(os.path.realpath(root), os.fspath(docs))
    return "" if folder == "." else f"{folder}/"


def _by_kind(listing: Listing) -> dict[Kind, list[SourceFile]]:
    by_kind: dict[Kind, list[SourceFile]] = {kind: [] for kind in Kind}
    for source in listing.files:
        by_kind[source.kind].append(source)
    return by_kind


def _without_unread(problems: Iterable[Problem], kinds: Collection[Kind]) -> Iterator[Problem]:
    """Yield the problems but those of words that may stand in a vocabulary that could not be read."""
    unread = {("kind", kind.value) for kind in kinds}
    return (one for one in problems if not (one.code in _MISSING and unread.intersection(one.values)))


def _noting(known: Known) -> AskedIds:
    """Let the ids of events note what is looked for among them."""
    asked = AskedIds(known.ids[Kind.EVENT])
    known.ids = {**known.ids, Kind.EVENT: asked}
    return asked


class CommunityReader:
    """Reads what a listing holds: first what events lean on, then events, all of them or some."""

    def __init__(
        self,
        listing: Listing,
        folder: str,
        settings: Settings,
        today: date,
        around: Surroundings,
        memory: Memory | None = None,
    ) -> None:
        """``folder`` is that of :func:`docs_folder`; the rest as for :func:`read_community`."""
        self.listing, self._around, self._memory = listing, around, memory or Memory()
        self._begun = folder, settings, today
        self.by_kind = _by_kind(listing)
        pictures = {composed(name): measure(location) for name, location in sorted(listing.pictures.items())}
        known = Known(ids={}, pictures=pictures, places=SitePlaces(listing, folder, around.made))
        known.text_templates = around.text_templates
        self.files = FileReader(listing, known, settings, today, self._memory)
        self.files.problems.extend(listing.problems)
        self.files.list_ids(self.by_kind)
        self._asked = _noting(known)
        self._of_others: tuple[list[Record], list[Problem]] = [], []

    @property
    def events(self) -> Sequence[SourceFile]:
        """The files of all events."""
        return self.by_kind[Kind.EVENT]

    def read_others(self) -> list[Record]:
        """Return the records of all kinds but events."""
        records = [record for kind in _ORDER for record in self._read(self.by_kind[kind])]
        self._of_others = records, self.files.problems[len(self.listing.problems) :]
        return records

    def read_events(self, sources: Sequence[SourceFile]) -> list[Record]:
        """Return the events of some files."""
        _, settings, today = self._begun
        self._memory.begin(self.files.known, settings, today)
        return self._read(sources)

    def at(self, listing: Listing) -> tuple[CommunityReader, list[Record]]:
        """Return the reader of a state in which only files of events are other ones, and its records but events.

        They are read again only if one of them leans on events or on files. This reader must not have read events.
        """
        folder, settings, today = self._begun
        if self.files.asked_files or self._asked.found or self._asked.missed:
            other = CommunityReader(listing, folder, settings, today, self._around, memory=self._memory)
            return other, other.read_others()
        other = copy(self)
        other.listing, other.by_kind = listing, _by_kind(listing)
        records, problems = self._of_others
        known = replace(
            self.files.known,
            ids={**self.files.known.ids, Kind.EVENT: frozenset(source.id for source in other.events)},
            places=SitePlaces(listing, folder, self._around.made),
            asked_pictures=set(),
        )
        other.files = self.files.at(listing, known, (*listing.problems, *problems))
        return other, records

    def _read(self, sources: Sequence[SourceFile]) -> list[Record]:
        read_file = self.files.read_file
        around = self._around
        # What a kind's own records are called is known when all of them have been read.
        turns = in_turn(sources, around.watched, read_file, self._memory, around.spread)
        found: list[Record] = []
        for source in turns:
            for record in read_file(source):
                if len(sources) > _VERY_MANY and isinstance(record, Event) and record.description is not None:
                    # In its place: the memory goes on holding the same event.
                    object.__setattr__(record, "description", record.description.packed)
                found.append(record)
        for record in found:
            self.files.known.learn(record)
        return found

    def reading(self, records: Sequence[Record]) -> Reading:
        """Return what was found when these were read, with what all of them together and ordinary pages tell."""
        events = [record for record in records if isinstance(record, Event)]
        problems = self.files.problems
        problems.extend(shared_identities(events, self.events))
        problems.extend(shared_between(records))
        problems.extend(check_ordinary_pages(self.listing.pages, self.files.known, self._around.templates))
        found = in_order(_without_unread(problems, self.files.unread))
        failed = any(problem.severity is Severity.ERROR for problem in found)
        pictures = self.files.known.pictures.items()
        sizes = {name: (one.width, one.height) for name, one in pictures if one.width and one.height}
        community = None if failed else Community(records, sizes)
        read = len(self.listing.files) + len(self.listing.pages)
        return Reading(community, found, read, tuple(records), tuple(self.listing.loose), self.files.digests)
