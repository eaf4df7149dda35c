"""Events of unchanged files, kept between readings, so that ``serve`` answers at once and a second build soon."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from datetime import date
from functools import lru_cache
from typing import Final, Self

from seurantalo.model.event import Event
from seurantalo.model.problem import Problem
from seurantalo.model.record import Kind, Record, Revision
from seurantalo.model.settings import Settings
from seurantalo.reading.file_scope import Known
from seurantalo.reading.files.listing import SourceFile
from seurantalo.reading.kept.seen import SeenFiles
from seurantalo.reading.kept.store import Kept, Store, program

#: A project of fewer events is read as soon as a store of them.
_MANY: Final = 1_000


class AskedIds(frozenset[str]):
    """The ids of events, which note what is looked for among them.

    >>> ids = AskedIds(["tanssit"])
    >>> "tanssit" in ids, "konsertti" in ids, ids.found, ids.missed
    (True, False, {'tanssit'}, {'konsertti'})
    """

    found: set[str]
    missed: set[str]

    def __new__(cls, ids: Collection[str] = ()) -> Self:
        """Take ids of which none has been looked for."""
        made = super().__new__(cls, ids)
        made.found, made.missed = set(), set()
        return made

    def __contains__(self, name: object) -> bool:
        """Tell whether there is such an event."""
        known = super().__contains__(name)
        (self.found if known else self.missed).add(str(name))
        return known


class Memory:
    """Event records by path and content. Good only while everything that events lean on stays as it was.

    A reading begins, asks for each file, and keeps what it had to read anew; the next one finds it. With a ``store``
    the next process does, too.

    >>> from seurantalo.reading.event.one_event import known_of
    >>> memory, file = Memory(), SourceFile(Kind.EVENT, "konsertti", "events/konsertti.yml", "konsertti.yml")
    >>> memory.begin(known_of(community), settings, today)
    >>> memory.recall(file, digest_of(b"otsikko: Konsertti"), event.revision)
    >>> memory.keep(file, digest_of(b"otsikko: Konsertti"), event, problems=())
    >>> memory.recall(file, digest_of(b"otsikko: Konsertti"), event.revision).id
    'konsertti'
    """

    def __init__(self, store: Store | None = None, seen: SeenFiles | None = None) -> None:
        """Begin with nothing but what the store holds.

        Files that are as ``seen`` has seen them are not opened.
        """
        self._kept: dict[tuple[str, bytes], Kept] = {}
        self._before: dict[tuple[str, bytes], Kept] = {}
        self._ground: object = None
        self._known: Known | None = None
        self._settings: tuple[Settings, date] | None = None
        self._settled = False
        self._events: AskedIds | None = None
        self._store = store
        self.seen = seen
        #: Whether another reading of this process follows.
        self.is_lasting = True
        self._count = 0

    def begin(self, known: Known, settings: Settings, today: date) -> None:
        """Start a reading; ``known`` may still be filled until the first event is asked for."""
        self._known, self._settings, self._settled = known, (settings, today), False
        # What the reading before last had, nobody will ask for again.
        self._before, self._kept = self._kept, {}
        self._count = 0

    def recall(self, source: SourceFile, digest: bytes, revision: Revision) -> Event | None:
        """Return the event of a file with this very content, or None.

        Only one that is still in the store has no revision of its own, and takes this one.
        """
        if source.kind is not Kind.EVENT:
            return None
        known, events = self._settle()
        key = source.path, digest
        kept = self._kept.get(key) or self._before.get(key)
        if kept is None and self._store is not None:
            kept = self._store.get(_stored(key), revision)
        if kept is None:
            known.asked_pictures.clear()
            events.found.clear()
            events.missed.clear()
            return None
        if not _are_as_before(kept, known):
            return None
        self._remember(key, kept)
        return kept.event

    def keep(self, source: SourceFile, digest: bytes, record: Record, problems: Collection[Problem]) -> None:
        """Keep an event, unless its reading found anything that may heal when another file changes."""
        if not isinstance(record, Event) or problems:
            return
        known, events = self._settle()
        pictures = tuple((name, known.pictures.get(name)) for name in sorted(known.asked_pictures))
        kept = Kept(record, tuple(sorted(events.found)), tuple(sorted(events.missed)), pictures)
        self._remember((source.path, digest), kept)
        if self._store is not None:
            self._store.add(_stored((source.path, digest)), kept)

    def _remember(self, key: tuple[str, bytes], kept: Kept) -> None:
        self._count += 1
        if self.is_lasting:
            self._kept[key] = kept

    def knows(self) -> int:
        """Return how many events the store knows."""
        self._settle()
        return len(self._store) if self._store is not None else 0

    def learnt(self) -> bytes:
        """Return what was kept since this was last asked, for another process that has the same store."""
        if self._store is None:
            return b""
        lines = self._store.new_lines()
        self._store.drop_new()
        return lines

    def learn(self, lines: bytes) -> None:
        """Take what another process has kept."""
        if self._store is not None:
            self._store.take(lines)

    def save(self) -> None:
        """Write what was kept for the next process, where there is so much of it that it pays."""
        if self._store is not None:
            if self._count >= _MANY:
                self._store.save()
                if self.seen is not None:
                    self.seen.save()
            self.drop_new()

    def drop_new(self) -> None:
        """Leave out of the store what was kept since it was written: the files were not the project's own."""
        if self._store is not None:
            self._store.drop_new()
            self._store.rest()

    def forget(self) -> None:
        """Forget all but what the store's file holds: nobody reads again soon."""
        self._kept, self._before, self._known, self._events, self._settled = {}, {}, None, None, False
        if self._store is not None:
            self._store.close()
        if self.seen is not None:
            self.seen.forget()

    def _settle(self) -> tuple[Known, AskedIds]:
        """Forget everything if what all events lean on has changed; return what is known, where events are noted."""
        known = self._known or Known({})
        if self._settled and self._events is not None:
            return known, self._events
        self._settled = True
        others = {kind: ids for kind, ids in known.ids.items() if kind is not Kind.EVENT}
        names = {kind: tuple(one.given) for kind, one in known.names.items()}
        ground = self._settings, others, names, known.rooms, known.municipality_of
        if ground != self._ground:
            self._kept.clear()
            self._before.clear()
        self._ground = ground
        if self._store is not None:
            said = repr(
                (program(), self._settings, [(kind, sorted(ids)) for kind, ids in others.items()], *ground[2:])
            )
            self._store.open(hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest().encode())
        self._events = AskedIds(known.ids.get(Kind.EVENT, ()))
        known.ids = {**known.ids, Kind.EVENT: self._events}
        return known, self._events


def digest_of(content: bytes) -> bytes:
    """Return what tells a file's content from any other."""
    return hashlib.blake2b(content, digest_size=16).digest()


def _are_as_before(kept: Kept, known: Known) -> bool:
    """Tell whether events and pictures that an event leans on are still there, and those that were not are not."""
    if not (kept.found or kept.missed or kept.pictures):
        return True
    events = known.ids[Kind.EVENT]
    return (
        all(map(events.__contains__, kept.found))
        and not any(map(events.__contains__, kept.missed))
        and all(known.pictures.get(name) == picture for name, picture in kept.pictures)
    )


# Asked for what the store holds of a file, then to take what was read of it.
@lru_cache(maxsize=2)
def _stored(key: tuple[str, bytes]) -> bytes:
    path = key[0].encode("utf-8", "surrogatepass")
    return hashlib.blake2b(path + b"\0" + key[1], digest_size=16).hexdigest().encode()
