"""When records were made and changed, from version control: one pass over the log, one over old versions.

Only the main line counts (``--first-parent``): a change is news on the day it is merged, not on the day somebody
wrote it on a branch. So what feeds call the last change rises whenever readers see another text.

Nothing here is anybody's identity: that stands in the files (``former_ids``). Whoever has no history, or another
one, knows less of when, never of who.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import field, replace
from datetime import UTC, datetime
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias, TypeVar

from seurantalo.frozen import dataclass
from seurantalo.model.problem import Problem, Severity
from seurantalo.model.record import Revision
from seurantalo.reading.history.git import TIME_LIMIT, Git, GitError
from seurantalo.reading.history.kept_lives import FEWEST, MANY, YOUNG, KeptLives, Known
from seurantalo.reading.history.lives import FORMAT, Commit, Life, commits_in, event_life, life_of, live_on

#: From a file's path and a version of it to what others show of it; None where it can't be read or nobody shows any
#: of it. A dict says it of each part of the file by name.
OutwardOf: TypeAlias = Callable[[str, bytes], object | None]

T = TypeVar("T")
#: Comes to a value, and stops on the way while git answers.
_Steps: TypeAlias = Generator[None, None, T]


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


def begun_history(
    root: Path,
    folders: Iterable[str | Path],
    outward_of: OutwardOf,
    today_starts: datetime,
    time_limit: float = TIME_LIMIT,
    revision: str = "HEAD",
    events: str = "events",
    kept: KeptLives | None = None,
) -> Callable[[], History]:
    """Have git begin to tell; what is returned waits for it, and returns once what it told.

    Told are the revisions of the files in ``folders`` of the project at ``root``; folders outside it are left out.
    ``outward_of`` takes a file's path and a version of it and returns what others show of it. A file changed since
    the last commit counts as changed at ``today_starts`` (UTC). ``time_limit`` is in seconds. Without git or a
    repository nothing is known, in a shallow clone not all; a notice says so. ``revision`` is where the history ends;
    what is in the folders now counts only where that is HEAD. ``events`` is the folder of the events. ``kept`` keeps
    what older commits told; only a reading up to HEAD adds to its file.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     told = begun_history(Path(folder), ["events"], lambda *_: None, datetime(2027, 1, 4, tzinfo=UTC))
    ...     told().problems[0].code
    'history-missing'
    """
    places = sorted({os.path.relpath(root / folder, root) for folder in folders})
    places = [place for place in places if not place.startswith("..")]

    def steps() -> Iterator[History | None]:
        found = History({})
        for below, some in _repositories(root, places, revision):
            book = _Book(Git(root / below, time_limit), root, below, events, kept or KeptLives())
            try:
                found = _joined(found, (yield from book.history(some, outward_of, today_starts, revision)))
            except GitError:
                found = _joined(found, History({}, (_notice("history-missing"),)))
        yield found

    told = steps()
    told = chain([next(told)], told)
    return lambda: next(one for one in told if one is not None)


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
# costs the square of the number of files (git-diff), and nothing leans on it. "--sparse" spares a second comparison
# of each commit, and tells those that changed nothing in the folders, too.
_LOG: Final = (
    *("log", "-z", "--first-parent", "--sparse", "-m", "--raw", "--no-abbrev", "--relative", "-O/dev/null"),
    *("--no-renames", "--no-color", "--no-notes", "--no-ext-diff", "--no-textconv"),
    FORMAT,
)
_DIFF: Final = (
    *("diff", "-z", "--name-only", "--relative", "-O/dev/null"),
    *("--no-renames", "--no-ext-diff", "--no-textconv"),
)


#: How the names of events' lives begin.
_EVENTS: Final = event_life("")


class _State(NamedTuple):
    """Where a repository stands: the commit that a revision names, and what shapes its answers besides that."""

    commit: str
    is_shallow: bool
    prefix: str | None
    """The project's folder in the repository; None where commits don't tell all: a part is cut off, or replaced."""


class _Book:
    """The log of one repository."""

    def __init__(self, git: Git, root: Path, below: str, events: str, kept: KeptLives) -> None:
        """Take the project's folder, and the path in it of the repository's; ``""`` for the same."""
        self._git, self._root, self._place, self._kept = git, root, root / below, kept
        above = f"{below}/" if below else ""

        @cache
        def named(path: bytes) -> str:
            return life_of(above + os.fsdecode(path), events)

        self._life_of, self._asked = named, (above, events)

    def history(
        self, places: list[str], outward_of: OutwardOf, today_starts: datetime, revision: str
    ) -> _Steps[History]:
        """Come to what the repository knows of the places; raise GitError where it answers nothing."""
        state, is_now = self._state(revision), revision == "HEAD"
        with self._git.answering(*_DIFF, "HEAD", "--", *places) if is_now else nullcontext(bytes) as changed:
            known = yield from self._known(state, places, may_keep=is_now)
            uncommitted = {self._life_of(name) for name in changed().split(b"\0") if name}
        self._show(known, outward_of, uncommitted)
        if not known.revisions:
            for name, life in known.lives.items():
                if name.startswith(_EVENTS) or not _has_changed(life):
                    # Nearly all: nothing is compared.
                    known.revisions[name] = _revision(life, [])
                    continue
                shown = [known.shown.get((name, blob)) for blob in life.blobs]
                known.revisions.update((name + part, _revision(life, some)) for part, some in _parts(shown))
        revisions = dict(known.revisions)
        for name in sorted(uncommitted & known.lives.keys()):
            life = known.lives[name]
            shown = [known.shown.get((name, blob)) for blob in life.blobs]
            for part, some in _parts([*shown, _now(self._root / name, name, outward_of)]):
                revisions[name + part] = _uncommitted(_revision(life, some[:-1]), some, today_starts)
        problems = (_notice("history-shallow"),) if state.is_shallow else ()
        return History(revisions, problems, known.lives, frozenset(uncommitted))

    def _state(self, revision: str) -> _State:
        words = ("--is-shallow-repository", "--glob=refs/replace", f"{revision}^{{commit}}", "--show-prefix")
        said = os.fsdecode(self._git.ask("rev-parse", *words, "--git-path", "info/grafts")).split("\n")
        is_shallow = said[0] == "true"
        # A replaced commit takes a line more, and so does a name with a line break.
        if is_shallow or len(said) != len(words) + 1 or (self._place / said[3]).exists():
            commit = os.fsdecode(self._git.ask("rev-parse", f"{revision}^{{commit}}")).strip()
            return _State(commit, is_shallow, None)
        return _State(said[1], is_shallow, said[2])

    def _known(self, state: _State, places: list[str], *, may_keep: bool) -> _Steps[Known]:
        if state.prefix is None:
            commits = yield from self._commits(state.commit, places)
            return Known(state.commit, self._lives({}, commits))
        ground = repr((state.prefix, self._asked, places))
        latest = self._kept.latest.get((self._place, ground))
        if latest is None or latest.commit != state.commit:
            lives = yield from self._read(state.commit, places, ground, may_keep=may_keep)
            latest = Known(state.commit, lives)
            self._kept.latest[self._place, ground] = latest
        return latest

    def _read(self, commit: str, places: list[str], ground: str, *, may_keep: bool) -> _Steps[dict[str, Life]]:
        """Come to the lives up to a commit, from what is kept of older ones and what git tells of the others."""
        older = self._kept.read(self._place, ground)
        lives: dict[str, Life] = {}
        young: list[Commit] | None = None
        if older is not None:
            young = yield from self._since(older[0], commit, places)
            lives = older[1] if young is not None else {}
        if young is None:
            young = yield from self._commits(commit, places)
        if may_keep and len(young) >= (MANY if lives else FEWEST):
            self._lives(lives, young[YOUNG:])
            young = young[:YOUNG]
            self._kept.write(self._place, ground, young[-1].before.decode("ascii"), lives)
        return self._lives(lives, young)

    def _since(self, older: str, commit: str, places: list[str]) -> _Steps[list[Commit] | None]:
        """Come to the commits after an older one of the main line; None where it does not lie on it any more."""
        if older == commit:
            return []
        try:
            young = yield from self._commits(f"{older}..{commit}", places)
        except GitError:  # it is gone
            return None
        return young if young and young[-1].before == older.encode("ascii") else None

    def _commits(self, commits: str, places: list[str]) -> _Steps[list[Commit]]:
        with self._git.answering(*_LOG, commits, "--", *places) as told:
            yield
            return commits_in(told())

    def _lives(self, lives: dict[str, Life], commits: list[Commit]) -> dict[str, Life]:
        live_on(lives, commits, self._life_of)
        return lives

    def _show(self, known: Known, outward_of: OutwardOf, uncommitted: set[str]) -> None:
        """Find out what others show of every version that has to be compared; they show nothing of events."""
        wanted = {
            (name, blob)
            for name, life in known.lives.items()
            if not name.startswith(_EVENTS) and (_has_changed(life) or name in uncommitted)
            for blob in life.blobs
        }
        wanted -= known.shown.keys()
        contents = dict(self._git.contents(sorted({blob for _, blob in wanted})))
        for name, blob in wanted:
            known.shown[name, blob] = outward_of(name, contents[blob]) if blob in contents else None


def _has_changed(life: Life) -> bool:
    return len(life.blobs) > 1 and len(set(life.blobs)) > 1


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
    created = modified = outward = datetime.fromtimestamp(life.times[0], UTC)
    if len(life.times) > 1:
        # Clocks of committers differ: the last change is the latest instant, so that it never falls.
        modified = datetime.fromtimestamp(max(life.times), UTC)
    if shown and (changes := _changes_of(shown)):
        outward = datetime.fromtimestamp(max(life.written[: changes[-1] + 1]), UTC)
    return Revision(created=created, modified=modified, outward=outward)


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
