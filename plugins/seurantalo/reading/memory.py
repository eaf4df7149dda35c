"""Events of unchanged files, kept between the readings of one process, so that ``serve`` answers at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from seurantalo.model.problem import Problem
from seurantalo.model.record import Kind, Record, Revision
from seurantalo.model.settings import Settings
from seurantalo.reading.file_scope import Known
from seurantalo.reading.files.listing import SourceFile


@dataclass(frozen=True, slots=True)
class Kept:
    """A record without problems, what its text was, and the revision of its file."""

    digest: int
    record: Record
    revision: Revision


class Memory:
    """Event records by path. Good only while everything that events lean on stays as it was.

    A reading begins, asks for each file, and keeps what it had to read anew; the next one finds it.

    >>> from seurantalo.reading.event.one_event import known_of
    >>> memory, file = Memory(), SourceFile(Kind.EVENT, "konsertti", "events/konsertti.yml", "konsertti.yml")
    >>> memory.begin(known_of(community), settings, today)
    >>> memory.recall(file, "otsikko: Konsertti", event.revision)
    >>> memory.keep(file, "otsikko: Konsertti", event, event.revision, problems=())
    >>> memory.recall(file, "otsikko: Konsertti", event.revision).record.id
    'konsertti'
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._kept: dict[str, Kept] = {}
        self._ground: object = None
        self._events: frozenset[str] = frozenset()
        self._known: Known | None = None
        self._settings: tuple[Settings, date] | None = None
        self._settled = False

    def begin(self, known: Known, settings: Settings, today: date) -> None:
        """Start a reading; ``known`` may still be filled until the first event is asked for."""
        self._known, self._settings, self._settled = known, (settings, today), False

    def recall(self, source: SourceFile, text: str, revision: Revision) -> Kept | None:
        """Return what was kept for an event file with this very text, or None."""
        if source.kind is not Kind.EVENT:
            return None
        self._settle()
        kept = self._kept.get(source.path)
        if kept is None or kept.revision != revision or kept.digest != _digest(text):
            return None
        return kept

    def keep(
        self, source: SourceFile, text: str, record: Record, revision: Revision, problems: Iterable[Problem]
    ) -> None:
        """Keep an event, unless its reading found anything that may heal when another file changes."""
        if source.kind is Kind.EVENT and not tuple(problems):
            self._kept[source.path] = Kept(_digest(text), record, revision)

    def _settle(self) -> None:
        """Forget everything if what events lean on has changed; new events alone change nothing."""
        if self._settled or self._known is None:
            return
        self._settled = True
        known = self._known
        others = tuple((kind, ids) for kind, ids in known.ids.items() if kind is not Kind.EVENT)
        ground = (self._settings, others, known.names, known.rooms, known.municipality_of, known.pictures)
        events = known.ids[Kind.EVENT]
        if ground != self._ground or not self._events <= events:
            self._kept.clear()
        self._ground, self._events = ground, events


def _digest(text: str) -> int:
    # Compared within one process only, where Python's own keyed hash (SipHash, 64 bits) is good enough and quick.
    return hash(text)
