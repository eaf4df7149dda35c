"""When files were made and changed, from version control: one pass over the log, one over old versions.

Only the main line counts (``--first-parent``): a change is news on the day it is merged, not on the day somebody
wrote it on a branch. So what feeds call the last change rises whenever readers see another text.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Final, TypeAlias

from seurantalo.model.problem import Problem, Severity
from seurantalo.model.record import Revision
from seurantalo.reading.git import TIME_LIMIT, Git, GitError

_COMMIT: Final = b"\x01"

#: From a file's path and a version of it to what it says of time, place and status; None where it can't be read. A
#: dict says it of each part of the file by name.
ScheduleOf: TypeAlias = Callable[[str, bytes], object | None]


@dataclass(slots=True)
class Life:
    """What happened to one file: instants in epoch seconds and blobs, oldest first.

    ``written`` are the instants of the blobs, of which a removal has none. ``name`` is the one that the file was
    first known by. ``there`` tells whether it exists.
    """

    times: list[int] = field(default_factory=list)
    blobs: list[bytes] = field(default_factory=list)
    written: list[int] = field(default_factory=list)
    name: str = ""
    there: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """Revisions by path relative to the root; files that version control does not know are not in it.

    Parts of a file that have names stand by ``path#name``.

    >>> life = Life(times=[1798761600], blobs=[b"9b1f2c"], written=[1798761600])
    >>> history = History({"events/tanssit.yml": event.revision}, lives={b"events/tanssit.yml": life})
    >>> history.revisions["events/tanssit.yml"].sequence, history.versions("events/tanssit.yml")
    (0, ((1798761600, b'9b1f2c'),))
    """

    revisions: Mapping[str, Revision]
    problems: tuple[Problem, ...] = ()
    lives: Mapping[bytes, Life] = field(default_factory=dict)
    """What happened to each file, by its path as git gives it."""
    uncommitted: frozenset[str] = frozenset()
    """Files changed since the last commit."""

    def versions(self, path: str) -> tuple[tuple[int, bytes], ...]:
        """Return the instant (epoch seconds) and the name in git of every committed version, oldest first."""
        life = self.lives.get(os.fsencode(path))
        return () if life is None else tuple(zip(life.written, life.blobs, strict=True))


def read_history(
    root: Path,
    folders: Iterable[str | Path],
    schedule_of: ScheduleOf,
    today_starts: datetime,
    time_limit: float = TIME_LIMIT,
    revision: str = "HEAD",
) -> History:
    """Return the revisions of the files in ``folders`` of the project at ``root``; folders outside it are left out.

    ``schedule_of`` takes a file's path and a version of it and returns what it says of time, place and status (or
    whatever else of it others show), None where it cannot be read; every change of that raises the sequence by one
    (RFC 5545, 3.8.7.4). A file changed since the last commit counts as changed at ``today_starts`` (UTC).
    ``time_limit`` is in seconds. Without git or a repository nothing is known, in a shallow clone not all; a notice
    says so. ``revision`` is where the history ends; what is in the folders now counts only where that is HEAD.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     history = read_history(Path(folder), ["events"], lambda *_: None, datetime(2027, 1, 4, tzinfo=UTC))
    >>> history.problems[0].code
    'history-missing'
    """
    git = Git(root, time_limit)
    places = sorted({os.path.relpath(root / folder, root) for folder in folders})
    places = [place for place in places if not place.startswith("..")]
    if not places:  # git would take none for all
        return History({})
    try:
        shallow = git.ask("rev-parse", "--is-shallow-repository", revision).startswith(b"true")
        lives = _lives(git.ask(*_LOG, revision, "--", *places))
        changed = git.ask(*_DIFF, "HEAD", "--", *places).split(b"\0") if revision == "HEAD" else []
        versions = _versions(git, lives, schedule_of, set(changed))
    except GitError:
        return History({}, (_notice("history-missing"),))
    uncommitted = frozenset(os.fsdecode(name) for name in filter(None, changed))
    revisions: dict[str, Revision] = {}
    for name, life in sorted(lives.items()):
        path = os.fsdecode(name)
        schedules = [versions.get(blob) for blob in life.blobs]
        if path in uncommitted:
            schedules.append(_now(root / path, path, schedule_of))
        for part, some in _parts(schedules):
            committed = _revision(life, some[: len(life.blobs)], _stem(name))
            revisions[path + part] = _uncommitted(committed, some, today_starts) if path in uncommitted else committed
    return History(revisions, (_notice("history-shallow"),) if shallow else (), lives, uncommitted)


def _notice(code: str) -> Problem:
    return Problem(code=code, path="", severity=Severity.NOTICE)


# "-O/dev/null" sets a user's diff.orderFile aside; "-l" bounds the search for renames, which costs the square of the
# number of files (git-diff). "-m" compares a merge with the main line.
_LOG: Final = (
    *("log", "-z", "--first-parent", "-m", "--raw", "--no-abbrev", "--relative", "-O/dev/null"),
    *("--find-renames=60%", "-l200", "--no-color", "--no-notes", "--no-ext-diff", "--no-textconv"),
    "--format=tformat:%x01%ct",
)
_DIFF: Final = (
    "diff",
    "-z",
    "--name-only",
    "--relative",
    "-O/dev/null",
    "--no-renames",
    "--no-ext-diff",
    "--no-textconv",
)


def _lives(log: bytes) -> dict[bytes, Life]:
    """Return the life of every path in a raw log, which is newest first."""
    lives: dict[bytes, Life] = {}
    known: dict[str, Life] = {}
    for time, status, blob, path, source in reversed(list(_changes(log))):
        if status == b"R":
            # The name is new, the text and what was published of it are not.
            lives[path] = lives.pop(source, Life())
        # A file that was deleted and came back goes on where it was, so that its sequence never falls.
        life = lives.setdefault(path, Life())
        life.times.append(time)
        if not blob.strip(b"0"):
            life.there = False
            continue
        life.blobs.append(blob)
        life.written.append(time)
        if not life.there:
            _be_named(life, _stem(path), known)
    return lives


def _stem(path: bytes) -> str:
    return PurePosixPath(os.fsdecode(path)).stem


def _be_named(life: Life, stem: str, known: dict[str, Life]) -> None:
    """Give a file that comes into the world, or back, a first name that no other one has.

    Where a file was renamed and a new one takes its old name, that name still means the renamed one.
    """
    stem = name = life.name or stem
    number = 1
    while (other := known.get(name)) is not None and other is not life and other.there:
        number += 1
        name = f"{stem}~{number}"  # no id has a tilde
    life.name, life.there, known[name] = name, True, life


def _changes(log: bytes) -> Iterator[tuple[int, bytes, bytes, bytes, bytes]]:
    """Yield (instant, status letter, new blob, path, old path of a rename) from ``git log -z --raw``.

    A commit is the byte 1 and its time; a change is ``:MODES BLOBS STATUS`` and then one path or two, all ended by
    NUL. Paths are taken off where a change announces them, so they may hold any byte but NUL.
    """
    fields = iter(log.split(b"\0"))
    time = 0
    for part in fields:
        head = part
        if head.startswith(_COMMIT):
            stamp, _, head = head[1:].partition(b"\n")
            time = int(stamp)
        if b":" not in head[:2]:
            continue
        _, _, _, blob, status = head.lstrip(b"\n").split(b" ")
        source = next(fields) if status[:1] in b"RC" else b""
        yield time, status[:1], blob, next(fields), source


def _versions(
    git: Git, lives: Mapping[bytes, Life], schedule_of: ScheduleOf, changed: set[bytes]
) -> dict[bytes, object | None]:
    """Return the schedule of every version that has to be compared, by blob."""
    path_of = {
        blob: os.fsdecode(path)
        for path, life in lives.items()
        if len(set(life.blobs)) > 1 or path in changed
        for blob in life.blobs
    }
    wanted = sorted(path_of)
    return {blob: schedule_of(path_of[blob], content) for blob, content in git.contents(wanted)}


def _changes_of(schedules: list[object | None]) -> list[int]:
    """Return the places at which the schedule changed; unreadable versions say nothing."""
    places, last = [], None
    for place, schedule in enumerate(schedules):
        if schedule is not None:
            if last is not None and schedule != last:
                places.append(place)
            last = schedule
    return places


def _revision(life: Life, schedules: list[object | None], stem: str) -> Revision:
    changes = _changes_of(schedules)
    # Clocks of committers differ: the last change is the latest instant, so that it never falls.
    return Revision(
        created=datetime.fromtimestamp(life.times[0], UTC),
        modified=datetime.fromtimestamp(max(life.times), UTC),
        sequence=len(changes),
        first_name="" if life.name == stem else life.name,
        outward=datetime.fromtimestamp(max(life.written[: changes[-1] + 1] if changes else life.times[:1]), UTC),
    )


def _parts(schedules: list[object | None]) -> Iterator[tuple[str, list[object | None]]]:
    """Yield the schedules of a file, and by ``#name`` those of each part of one that has named parts."""
    yield "", schedules
    for name in sorted({name for one in schedules if isinstance(one, dict) for name in one}):
        yield f"#{name}", [one.get(name) if isinstance(one, dict) else None for one in schedules]


def _now(file: Path, path: str, schedule_of: ScheduleOf) -> object | None:
    try:
        return schedule_of(path, file.read_bytes())
    except OSError:
        return None  # deleted, or no file any more


def _uncommitted(committed: Revision, schedules: list[object | None], today_starts: datetime) -> Revision:
    """Return the revision with what has changed since the last commit, the last of the schedules."""
    modified = max(committed.modified, today_starts)
    changes = _changes_of(schedules)
    if len(changes) == committed.sequence:
        return replace(committed, modified=modified)
    return replace(committed, modified=modified, sequence=len(changes), outward=modified)
