"""What was understood of the files that a change adds, alters, moves or removes: one line for each record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from seurantalo.frozen import dataclass
from seurantalo.model.event import Event
from seurantalo.model.kinds import KINDS
from seurantalo.model.record import UNKNOWN_REVISION, Kind, Origin, Record
from seurantalo.planner.calendar import calendar_of
from seurantalo.planner.occurrence import Occurrence
from seurantalo.project import Project
from seurantalo.publishing.in_a_line import InALine
from seurantalo.publishing.record_names import words_of
from seurantalo.reading import Reading

_NOWHERE = Origin("")


class News(StrEnum):
    """What a change does to a record."""

    NEW = "new"
    CHANGED = "changed"
    MOVED = "moved"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Understood:
    """A record of a file that has changed. ``words`` are what was read, ``""`` for one that is gone.

    ``facts`` are the same piece by piece; ``title`` is its name; ``line`` of its origin is 0 where the file is gone.
    """

    news: News
    record: Record
    place: Origin
    title: str
    words: str = ""
    dates: Sequence[Occurrence] = ()
    facts: tuple[str, ...] = ()


def changed_files(project: Project, now: Reading, then: Project, before: Reading) -> frozenset[str]:
    """Return the paths of files with records, or with problems, that are new, gone, or hold another text."""
    paths = {record.origin.path for reading in (now, before) for record in reading.records}
    paths |= {problem.path for problem in now.problems if problem.path and not problem.path.endswith("/")}
    # Most files hold the very same bytes, and were read a moment ago.
    alike = now.digests.items() & before.digests.items()
    paths -= {path for path, _ in alike}
    return frozenset(path for path in paths if _text(project.root / path) != _text(then.root / path))


def understood(project: Project, now: Reading, before: Reading, files: frozenset[str]) -> tuple[Understood, ...]:
    """Return what was understood of the changed files, by path and line, what is gone last."""
    # Of a file that can't be read the problems tell: what is left of it would be half the truth.
    unread = {problem.path for problem in now.errors}
    known = {(record.KIND, record.id): record for record in before.records}
    here = {(record.KIND, record.id): record for record in now.records}
    changed = [record for record in now.records if record.origin.path in files - unread]
    events = [record for record in changed if isinstance(record, Event)]
    calendar = calendar_of(events, project.settings, project.today)
    line = InALine(now.records, project.lang, project.settings.timezone)
    found = []
    for record in changed:
        old = known.get((record.KIND, record.id))
        news = _news(record, old, files)
        if news is None:
            continue
        dates = calendar.of_event(record.id) if isinstance(record, Event) else ()
        title = words_of(record, project.lang.code)
        words, facts = line.words(record, dates), line.facts(record, dates)
        found.append(Understood(news, record, record.origin, title, words, dates, facts))
    found.sort(key=lambda one: (one.place.path, one.place.line))
    gone = (record for record in before.records if record.origin.path in files - unread)
    return (*found, *_removed(project, gone, here))


def _news(record: Record, old: Record | None, files: frozenset[str]) -> News | None:
    """Return what a change does to a record; None where another of the same file has changed, and not this one."""
    if old is None:
        return News.NEW
    if old.origin.path != record.origin.path and old.origin.path in files:
        return News.MOVED
    # A vocabulary is one file with many records, most of which stay as they are.
    return None if KINDS[record.KIND].vocabulary and _said(record) == _said(old) else News.CHANGED


def _removed(
    project: Project, gone: Iterable[Record], here: Mapping[tuple[Kind, str], Record]
) -> Iterator[Understood]:
    for record in gone:
        path = record.origin.path
        if (record.KIND, record.id) not in here and (
            KINDS[record.KIND].vocabulary or not (project.root / path).exists()
        ):
            yield Understood(News.REMOVED, record, Origin(path, line=0), words_of(record, project.lang.code))


def _said(record: Record) -> Record:
    return replace(record, revision=UNKNOWN_REVISION, origin=_NOWHERE)


def _text(path: Path) -> bytes | None:
    """Return what is in a file, line ends aside; None where there is none."""
    try:
        return path.read_bytes().replace(b"\r\n", b"\n")
    except OSError:
        return None
