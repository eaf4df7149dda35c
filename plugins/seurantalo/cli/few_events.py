"""What a change brings that touches nothing but a few event files: told without reading thousands of others.

Of the others it is known, line by line, that nothing is wrong with them (see ``EverydayEvents``). Those of which it
is not known are read as ever, and so are all that the changed ones name or might be taken for. Where anything else
has changed, or the older files held errors, nothing is told here: it has to be told the whole way.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from functools import cached_property, partial
from importlib.metadata import entry_points
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from seurantalo.beside_records import below_docs
from seurantalo.cli.change import Change, Checked, change_between
from seurantalo.cli.revision import LOOKED_AT, bytes_of, commit_named, files_at, is_blob
from seurantalo.frozen import dataclass
from seurantalo.garbage_collector import collector_paused
from seurantalo.model.event import Event
from seurantalo.model.problem import Problem, Severity
from seurantalo.model.record import Kind, Record, day_of
from seurantalo.own_rules import GROUP
from seurantalo.own_texts import FOLDER
from seurantalo.planner.clashes import Clashes
from seurantalo.planner.clashes.agreement import Agreements
from seurantalo.processes import available, done
from seurantalo.project import Planned, Project
from seurantalo.publishing.claimed import may_be_claimed
from seurantalo.reading import AgreementHistory, Reading
from seurantalo.reading.community_reader import CommunityReader, docs_folder
from seurantalo.reading.event.everyday import EverydayEvents
from seurantalo.reading.files.listing import RECORD_TYPES, Listing, SourceFile, list_files
from seurantalo.reading.files.walk import MAXIMUM_DEPTH, is_leftover, walk
from seurantalo.reading.history.git import Git, GitError

#: A change of more files is told the whole way, and so is one of fewer events, which are read as soon.
_MOST: Final = 100
_FEWEST: Final = 1_000


class _NotHereError(Exception):
    """What the change brings has to be told the whole way."""


def change_of_few(project: Project, revision: str, fewest: int = _FEWEST) -> tuple[Reading, Change] | None:
    """Return what was read, of it that what concerns a change, and the change since a revision.

    None where that has to be told the whole way (see ``change``), as for fewer events than ``fewest``. Raises
    UsageError where there is no such revision.
    """
    commit = commit_named(Git(project.root), revision)
    try:
        with collector_paused(), TemporaryDirectory(prefix="seurantalo-") as folder:
            return _States(project, commit, Path(folder)).change(fewest)
    except (_NotHereError, GitError):
        return None


def _demand(*facts: object) -> None:
    if not all(facts):
        raise _NotHereError


@dataclass
class _States:
    """The project as it is, and as it was at a commit; ``folder`` is for older files of events."""

    project: Project
    commit: str
    folder: Path
    changed: set[str] = field(default_factory=set)
    """The files of events that have come, gone, or hold another text."""
    days: dict[str, date] = field(default_factory=dict)
    """On which day the events begin of which nothing needs to be read."""
    older: dict[str, bytes] = field(default_factory=dict)
    """What stood in changed files."""

    def change(self, fewest: int) -> tuple[Reading, Change]:
        project = self.project
        listing = self._listing(fewest)
        now = CommunityReader(
            listing, docs_folder(project.root, project.docs), project.settings, project.today, project.surroundings()
        )
        others = now.read_others()
        _demand(not any(one.severity is Severity.ERROR for one in project.beside_problems(listing.loose)))
        self._look_through(now.files.everyday)
        then, others_then = now.at(self._listing_then(listing))
        before, after = self._read(then, now)
        was, is_now = then.reading([*others_then, *before]), now.reading([*others, *after])
        older = replace(project, repository=project.root, revision=self.commit)
        has_agreements = any(event.agreed_clashes for event in (*before, *after))
        earlier = Checked(was, _planned(older, was, has_agreements=has_agreements))
        _demand(not any(one.severity is Severity.ERROR for one in earlier.problems))
        checked = Checked(is_now, _planned(project, is_now, has_agreements=has_agreements))
        return is_now, change_between(project, checked, older, earlier, self._files(checked, was))

    @cached_property
    def _above(self) -> str:
        return f"{self.project.settings.events_folder}/"

    @cached_property
    def _events(self) -> Path:
        return self.project.root / self.project.settings.events_folder

    @cached_property
    def _known(self) -> Mapping[str, bytes]:
        """All files of the older state."""
        return files_at(Git(self.project.root), self.commit)

    @cached_property
    def _before(self) -> Mapping[str, bytes]:
        """The files of events of the older state, as a walk through their folder finds them."""
        found = {}
        for path, blob in self._known.items():
            if path.startswith(self._above):
                parts = path.removeprefix(self._above).split("/")
                _demand(len(parts) <= MAXIMUM_DEPTH)
                if not any(part.startswith(".") or is_leftover(part) for part in parts):
                    found[path] = blob
        return found

    @cached_property
    def _here(self) -> Mapping[str, str]:
        """Where the files of events lie, by path."""
        wrong: list[Problem] = []
        found = dict(walk(wrong, os.path.realpath(self.project.root), os.fspath(self._events), of_records=True))
        _demand(not wrong)
        return found

    def _listing(self, fewest: int) -> Listing:
        """Return what the project holds; all but its events has to be as it was, and what is wrong as well."""
        project, known, above = self.project, self._known, self._above
        docs = docs_folder(project.root, project.docs)
        _demand(docs, not docs.startswith(above), not above.startswith(docs), ".gitmodules" not in known)
        _demand(len(self._here) >= fewest, self._before, not (self._events / ".git").exists())
        _demand(not entry_points(group=GROUP))
        listing = list_files(project.root, project.docs, self._events, in_events=self._here.items())
        for path, blob in known.items():
            if not path.startswith(above):
                content = bytes_of(project.root / path)
                _demand(content is not None)
                _demand(not path.lower().endswith(LOOKED_AT) or is_blob(blob, content or b""))
        own = project.root / FOLDER
        there = [
            *(source.path for source in listing.files if source.kind is not Kind.EVENT),
            *(page.path for page in listing.pages),
            *(f"{docs}{name}" for name in listing.pictures),
            *(f"{FOLDER}/{path.name}" for path in (own.iterdir() if own.is_dir() else ())),
            *listing.loose,
            *(problem.path for problem in listing.problems if not problem.path.startswith(above)),
        ]
        _demand(known.keys() >= set(there))
        _demand(not any(may_be_claimed(below) for _, below in below_docs(project.root, project.docs, listing.loose)))
        return listing

    def _look_through(self, everyday: EverydayEvents) -> None:
        """Find out which files of events have changed, and of which of the others nothing needs to be read."""
        before, here = self._before, list(self._here.items())
        share = -(-len(here) // (processes := available()))
        shares = (here[start : start + share] for start in range(0, len(here), share))
        for changed, days in done([partial(self._looked_at, everyday, each) for each in shares], processes):
            self.changed |= changed
            self.days |= days
        self.changed |= before.keys() - self._here.keys()
        _demand(len(self.changed) <= _MOST)
        contents = dict(Git(self.project.root).contents([before[path] for path in self.changed if path in before]))
        self.older = {path: contents[before[path]] for path in self.changed if before.get(path) in contents}
        _demand(self.older.keys() == self.changed & before.keys())

    def _looked_at(
        self, everyday: EverydayEvents, files: Sequence[tuple[str, str]]
    ) -> tuple[set[str], dict[str, date]]:
        changed: set[str] = set()
        days: dict[str, date] = {}
        for path, location in files:
            content = bytes_of(location)
            _demand(content is not None)
            if path not in self._before or not is_blob(self._before[path], content or b""):
                changed.add(path)
            elif path.endswith((".yml", ".yaml")) and (day := everyday.day(content or b"")) is not None:
                days[path] = day
        return changed, days

    def _listing_then(self, listing: Listing) -> Listing:
        """Return what the project held."""
        places = {path: self.folder / f"{number}" for number, path in enumerate(sorted(self.older))}
        for path, place in places.items():
            place.write_bytes(self.older[path])
        located = {path: os.fspath(place) for path, place in places.items()}
        are_edits = located.keys() == self.changed and self._here.keys() >= self.changed
        if are_edits and all(path.endswith(RECORD_TYPES) for path in located):
            files = [one._replace(location=located.get(one.path, one.location)) for one in listing.files]
            return replace(listing, files=files)
        in_events = {path: located.get(path) or self._here[path] for path in sorted(self._before)}
        return list_files(self.project.root, self.project.docs, self._events, in_events=in_events.items())

    def _read(self, then: CommunityReader, now: CommunityReader) -> tuple[list[Event], list[Event]]:
        """Return the events of both states that have changed, may have something wrong, or have to do with these."""
        ids = {source.id for reader in (then, now) for source in reader.events if source.path in self.changed}

        def is_read(source: SourceFile) -> bool:
            return source.path not in self.days or source.id in ids

        before, after = (_events(reader, [*filter(is_read, reader.events)]) for reader in (then, now))
        there = {source.id for source in now.events}
        # What is gone may be there under another name, on the same day.
        gone = {day_of(event.starts) for event in before if event.id not in there and event.starts is not None}
        named = {name for event in (*before, *after) for name in _names(event)}
        more = [
            source
            for source in now.events
            if not is_read(source) and (source.id in named or self.days[source.path] in gone)
        ]
        return [*before, *_events(then, more)], [*after, *_events(now, more)]

    def _files(self, now: Checked, was: Reading) -> frozenset[str]:
        """Return the changed files that hold another text, line ends aside, and are records or have problems."""
        told = {record.origin.path for reading in (now.reading, was) for record in reading.records}
        told |= {problem.path for problem in now.problems}
        return frozenset(path for path in self.changed & told if self._text(path) != _plain(self.older.get(path)))

    def _text(self, path: str) -> bytes | None:
        return _plain(bytes_of(self._here[path]) if path in self._here else None)


def _plain(content: bytes | None) -> bytes | None:
    return None if content is None else content.replace(b"\r\n", b"\n")


def _events(reader: CommunityReader, sources: Sequence[SourceFile]) -> list[Event]:
    found: list[Record] = reader.read_events(sources)
    return [record for record in found if isinstance(record, Event)]


def _names(event: Event) -> Iterator[str]:
    """Yield the ids of the events that an event names."""
    yield from event.joint_with
    yield from (agreement.with_event for agreement in event.agreed_clashes)
    if event.part_of is not None:
        yield event.part_of


def _planned(project: Project, reading: Reading, *, has_agreements: bool) -> Planned | None:
    """Return the dates, and what is to be said of them: clashes are told elsewhere."""
    community = reading.community
    if community is None:
        return None
    calendar = project.calendar(community)
    problems: tuple[Problem, ...] = ()
    if has_agreements:
        history = AgreementHistory(project.root, community.events, project.history(), project.repository)
        problems = Agreements(community, project.settings.language, history.changed_since).problems
    return Planned(community, calendar, Clashes((), problems, project.today))
