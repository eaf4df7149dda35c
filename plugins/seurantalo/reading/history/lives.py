"""What happened to the files of records, one commit after the other, as git's log tells it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field
from typing import Final, NamedTuple

from seurantalo.frozen import dataclass

_COMMIT: Final = b"\x01"

#: How the log has to be written: a commit is the byte 1, its time and its parents; ``-z --raw`` tell its changes.
FORMAT: Final = "--format=tformat:%x01%ct %P"


@dataclass(slots=True)
class Life:
    """What happened to one record's files: instants in epoch seconds and blobs, oldest first.

    ``written`` are the instants of the blobs, of which a removal has none.
    """

    times: list[int] = field(default_factory=list)
    blobs: list[bytes] = field(default_factory=list)
    written: list[int] = field(default_factory=list)


class Commit(NamedTuple):
    """When a commit was made, the name of the one before it on the main line (empty for the first), what it changed.

    A change is the name in git of what stands in a file now, zeros for a removed one, and the file's path.
    """

    time: int
    before: bytes
    changes: list[tuple[bytes, bytes]]


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


def commits_in(log: bytes) -> list[Commit]:
    r"""Return the commits of ``git log -z --raw`` in its order, which is newest first.

    A change is ``:MODES BLOBS STATUS`` and then a path, all ended by NUL. Paths are taken off where a change
    announces them, so they may hold any byte but NUL.

    >>> commits_in(b"\x011798761600 9b1f\0\n:100644 100644 a1 b2 M\0events/tanssit.yml\0")
    [Commit(time=1798761600, before=b'9b1f', changes=[(b'b2', b'events/tanssit.yml')])]
    """
    found: list[Commit] = []
    changes: list[tuple[bytes, bytes]] = []
    fields = iter(log.split(b"\0"))
    for part in fields:
        head = part
        if head.startswith(_COMMIT):
            said, _, head = head[1:].partition(b"\n")
            time, _, parents = said.partition(b" ")
            changes = []
            found.append(Commit(int(time), parents.partition(b" ")[0], changes))
        if b":" in head[:2]:
            changes.append((head.rsplit(b" ", 2)[1], next(fields)))
    return found


def live_on(lives: dict[str, Life], commits: Iterable[Commit], name_of: Callable[[bytes], str]) -> None:
    """Add what commits changed, the newest first among them, to lives that end before them."""
    for time, _, changes in reversed(list(commits)):
        for blob, path in reversed(changes):
            name = name_of(path)
            life = lives.get(name)
            if life is None:
                life = lives[name] = Life()
            life.times.append(time)
            if blob.strip(b"0"):
                life.blobs.append(blob)
                life.written.append(time)
