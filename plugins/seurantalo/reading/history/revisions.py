"""When records were made and changed, from version control: one pass over the log, one over old versions.

Only the main line counts (``--first-parent``): a change is news on the day it is merged, not on the day somebody
wrote it on a branch. So what feeds call the last change rises whenever readers see another text.

Nothing here is anybody's identity: that stands in the files (``former_ids``). Whoever has no history, or another
one, knows less of when, never of who.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

from seurantalo.model.problem import Problem, Severity
from seurantalo.model.record import Revision
from seurantalo.reading.history.git import TIME_LIMIT, Git, GitError

_COMMIT: Final = b"\x01"

#: From a file's path and a version of it to what others show of it; None where it can't be read or nobody shows any
#: of it. A dict says it of each part of the file by name.
OutwardOf: TypeAlias = Callable[[str, bytes], object | None]


@dataclass(slots=True)
class Life:
    """What happened to one record's files: instants in epoch seconds and blobs, oldest first.

    ``written`` are the instants of the blobs, of which a removal has none.
    """

    times: list[int] = field(default_factory=list)
    blobs: list[bytes] = field(default_factory=list)
    written: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class History:
    """Revisions by the name of a life (see :func:`life_of`); what version control does not know is not in it.

    Parts of a file that have names stand by ``path#name``.

    >>> life = Life(times=[1798761600], blobs=[b"9b1f2c"], written=[1798761600])
    >>> history = History({"event/tanssit": event.revision}, lives={"event/tanssit": life})
    >>> history.revisions["event/tanssit"] is event.revision, history.versions("event/tanssit")
    (True, ((1798761600, b'9b1f2c'),))
    """

    revisions: Mapping[str, Revision]
    problems: tuple[Problem, ...] = ()
    lives: Mapping[str, Life] = field(default_factory=dict)
    uncommitted: frozenset[str] = frozenset()
    """The lives that have changed since the last commit."""

    def versions(self, *names: str) -> tuple[tuple[int, bytes], ...]:
        """Return the instant (epoch seconds) and the name in git of every committed version, oldest first.

        Of several lives, those of one record under its names, the versions are put in order.
        """
        known = [self.lives[name] for name in names if name in self.lives]
        found = [pair for life in known for pair in zip(life.written, life.blobs, strict=True)]
        return tuple(found if len(known) == 1 else sorted(found, key=lambda pair: pair[0]))


def event_life(event_id: str) -> str:
    """Return the name of the life of an event: one, wherever in the folder of events its file lies or lay."""
    return f"event/{event_id}"


def life_of(path: str, events: str) -> str:
    """Return the name of the life that a file belongs to: of an event by its id, of all others the path.

    >>> life_of("events/2027/tanssit.yml", "events"), life_of("content/venues/talo.yml", "events")
    ('event/tanssit', 'content/venues/talo.yml')
    """
    if not path.startswith(f"{events}/"):
        return path
    stem, dot, _ = path.rpartition("/")[2].rpartition(".")
    return event_life(stem) if dot else path


def read_history(
    root: Path,
    folders: Iterable[str | Path],
    outward_of: OutwardOf,
    today_starts: datetime,
    time_limit: float = TIME_LIMIT,
    revision: str = "HEAD",
    events: str = "events",
) -> History:
    """Return the revisions of the files in ``folders`` of the project at ``root``; folders outside it are left out.

    ``outward_of`` takes a file's path and a version of it and returns what others show of it. A file changed since
    the last commit counts as changed at ``today_starts`` (UTC). ``time_limit`` is in seconds. Without git or a
    repository nothing is known, in a shallow clone not all; a notice says so. ``revision`` is where the history ends;
    what is in the folders now counts only where that is HEAD. ``events`` is the folder of the events.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     history = read_history(Path(folder), ["events"], lambda *_: None, datetime(2027, 1, 4, tzinfo=UTC))
    >>> history.problems[0].code
    'history-missing'
    """
    places = sorted({os.path.relpath(root / folder, root) for folder in folders})
    places = [place for place in places if not place.startswith("..")]
    found = History({})
    for below, some in _repositories(root, places, revision):
        book = _Book(Git(root / below, time_limit), root, f"{below}/" if below else "", events)
        try:
            found = _joined(found, book.history(some, outward_of, today_starts, revision))
        except GitError:
            found = _joined(found, History({}, (_notice("history-missing"),)))
    return found


def _notice(code: str) -> Problem:
    return Problem(code=code, path="", severity=Severity.NOTICE)


def _repositories(root: Path, places: list[str], revision: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the repositories that hold the places: the one of the root, ``""``, and submodules, by their paths."""
    by_home: dict[str, list[str]] = {}
    for place in places:
        path = Path(place)
        # A state of another day stands in the root's own repository only.
        ways = (path, *path.parents[:-1]) if revision == "HEAD" and path.parts else ()
        home = next((way.as_posix() for way in ways if (root / way / ".git").exists()), "")
        by_home.setdefault(home, []).append(os.path.relpath(place, home) if home else place)
    yield from sorted(by_home.items())


def _joined(one: History, other: History) -> History:
    return History(
        {**one.revisions, **other.revisions},
        tuple(dict.fromkeys((*one.problems, *other.problems))),
        {**one.lives, **other.lives},
        one.uncommitted | other.uncommitted,
    )


# "-O/dev/null" sets a user's diff.orderFile aside. "-m" compares a merge with the main line. No look for renames: it
# costs the square of the number of files (git-diff), and nothing leans on it.
_LOG: Final = (
    *("log", "-z", "--first-parent", "-m", "--raw", "--no-abbrev", "--relative", "-O/dev/null"),
    *("--no-renames", "--no-color", "--no-notes", "--no-ext-diff", "--no-textconv"),
    "--format=tformat:%x01%ct",
)
_DIFF: Final = (
    *("diff", "-z", "--name-only", "--relative", "-O/dev/null"),
    *("--no-renames", "--no-ext-diff", "--no-textconv"),
)


class _Book:
    """The log of one repository."""

    def __init__(self, git: Git, root: Path, below: str, events: str) -> None:
        """Take the project's folder, and the path in it of the repository's, with a slash; ``""`` for the same."""
        self._git, self._root, self._below = git, root, below

        @cache
        def named(path: bytes) -> str:
            return life_of(below + os.fsdecode(path), events)

        self._life_of = named

    def history(self, places: list[str], outward_of: OutwardOf, today_starts: datetime, revision: str) -> History:
        """Return what the repository knows of the places; raise GitError where it answers nothing."""
        git = self._git
        shallow = git.ask("rev-parse", "--is-shallow-repository", revision).startswith(b"true")
        lives = self._lives(git.ask(*_LOG, revision, "--", *places))
        changed = git.ask(*_DIFF, "HEAD", "--", *places).split(b"\0") if revision == "HEAD" else []
        uncommitted = {self._life_of(name) for name in changed if name}
        outward = self._outward(lives, outward_of, uncommitted)
        revisions: dict[str, Revision] = {}
        for name, life in sorted(lives.items()):
            shown = [outward.get(blob) for blob in life.blobs]
            if name in uncommitted:
                shown.append(_now(self._root / name, name, outward_of))
            for part, some in _parts(shown):
                one = _revision(life, some[: len(life.blobs)])
                revisions[name + part] = _uncommitted(one, some, today_starts) if name in uncommitted else one
        problems = (_notice("history-shallow"),) if shallow else ()
        return History(revisions, problems, lives, frozenset(uncommitted))

    def _lives(self, log: bytes) -> dict[str, Life]:
        """Return every life in a raw log, which is newest first."""
        lives: dict[str, Life] = {}
        for time, blob, path in reversed(list(_changes(log))):
            name = self._life_of(path)
            life = lives.get(name)
            if life is None:
                life = lives[name] = Life()
            life.times.append(time)
            if blob.strip(b"0"):
                life.blobs.append(blob)
                life.written.append(time)
        return lives

    def _outward(
        self, lives: Mapping[str, Life], outward_of: OutwardOf, uncommitted: set[str]
    ) -> dict[bytes, object | None]:
        """Return what others show of every version that has to be compared, by blob; they show nothing of events."""
        name_of = {
            blob: name
            for name, life in lives.items()
            if (len(set(life.blobs)) > 1 or name in uncommitted) and not name.startswith(event_life(""))
            for blob in life.blobs
        }
        return {blob: outward_of(name_of[blob], text) for blob, text in self._git.contents(sorted(name_of))}


def _changes(log: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield (instant, new blob, path) from ``git log -z --raw``.

    A commit is the byte 1 and its time; a change is ``:MODES BLOBS STATUS`` and then a path, all ended by NUL. Paths
    are taken off where a change announces them, so they may hold any byte but NUL.
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
        yield time, head.rsplit(b" ", 2)[1], next(fields)


def _changes_of(shown: list[object | None]) -> list[int]:
    """Return the places at which what others show changed; unreadable versions say nothing."""
    places, last = [], None
    for place, one in enumerate(shown):
        if one is not None:
            if last is not None and one != last:
                places.append(place)
            last = one
    return places


def _revision(life: Life, shown: list[object | None]) -> Revision:
    changes = _changes_of(shown)
    # Clocks of committers differ: the last change is the latest instant, so that it never falls.
    return Revision(
        created=datetime.fromtimestamp(life.times[0], UTC),
        modified=datetime.fromtimestamp(max(life.times), UTC),
        outward=datetime.fromtimestamp(max(life.written[: changes[-1] + 1] if changes else life.times[:1]), UTC),
    )


def _parts(shown: list[object | None]) -> Iterator[tuple[str, list[object | None]]]:
    """Yield what others show of a file, and by ``#name`` what they show of each part of one that has named parts."""
    yield "", shown
    for name in sorted({name for one in shown if isinstance(one, dict) for name in one}):
        yield f"#{name}", [one.get(name) if isinstance(one, dict) else None for one in shown]


def _now(file: Path, path: str, outward_of: OutwardOf) -> object | None:
    try:
        return outward_of(path, file.read_bytes())
    except OSError:
        return None  # deleted, no file any more, or an event


def _uncommitted(committed: Revision, shown: list[object | None], today_starts: datetime) -> Revision:
    """Return the revision with what has changed since the last commit, the last of what is shown."""
    modified = max(committed.modified, today_starts)
    if len(shown) - 1 not in _changes_of(shown):
        return replace(committed, modified=modified)
    return replace(committed, modified=modified, outward=modified)
