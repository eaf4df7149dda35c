"""Digests of values: equal ones have one digest, in every process."""

from __future__ import annotations

import copyreg
import pickle
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, time
from enum import Enum
from hashlib import blake2b
from types import MappingProxyType
from typing import Any, Final

from seurantalo.model.event import Event
from seurantalo.model.record import Record
from seurantalo.planner.clashes.finding import Finding
from seurantalo.planner.occurrence import Occurrence

SIZE: Final = 16
#: How what a record holds is told where Python itself does not know: a view of a dict, as what it shows.
_REDUCED: Final = copyreg.dispatch_table | {MappingProxyType: lambda shown: (dict, (dict(shown),))}
_PLAIN: Final = (str, int, float, bool, bytes, date, time, type(None))


def digest(content: bytes) -> bytes:
    """Return the digest of some bytes."""
    return blake2b(content, digest_size=SIZE).digest()


@dataclass(frozen=True, slots=True)
class _Sink:
    """Takes what is pickled."""

    write: Callable[[Any], Any]


def digest_of_record(record: Record) -> bytes:
    """Return the digest of all that a record says, with the file that it is from and that file's life."""
    hashed = blake2b(digest_size=SIZE)
    pickler = pickle.Pickler(_Sink(hashed.update), protocol=5)
    # Without a memo: whether two equal parts are one object must not matter.
    pickler.fast = True
    pickler.dispatch_table = _REDUCED
    pickler.dump(record)
    return hashed.digest()


class Digests:
    """Digests of values that events are parts of. Those of events are worked out once.

    >>> digests = Digests({"tanssit": event}.get)
    >>> digests.of([event, 1]) == digests.of((event, 1)), digests.of([event, 1]) == digests.of([1, event])
    (True, False)
    """

    def __init__(
        self, event: Callable[[str], Event | None], known: Callable[[Event], bytes | None] = lambda _: None
    ) -> None:
        """``event`` returns an event by its id, None for none. ``known`` is asked first for the digest of one."""
        self._event = event
        self._known = known
        self._events: dict[str, bytes] = {}

    def of_event(self, name: str) -> bytes:
        """Return the digest of an event by its id; of one that is not there, that of nothing."""
        found = self._events.get(name)
        if found is None:
            event = self._event(name)
            found = b"" if event is None else self._known(event) or digest_of_record(event)
            self._events[name] = found
        return found

    def of(self, value: object) -> bytes:
        """Return the digest of a value; raise TypeError where it holds something whose value can't be known."""
        if value is None or value is True or value is False or value == ():
            # What most questions are answered with.
            return repr(value).encode()
        return digest(b"".join(self._parts(value)))

    def _parts(self, value: object) -> Iterable[bytes]:
        if isinstance(value, Occurrence):
            return (b"o", self._own(value.event), repr((value.recurrence_id, value.starts_at, value.rule)).encode())
        if isinstance(value, Event):
            return (b"e", self._own(value))
        if isinstance(value, Enum):
            return (f"E{type(value).__name__}.{value.name};".encode(),)
        if isinstance(value, _PLAIN):
            words = repr(value).encode()
            return (b"p%d:" % len(words), words)
        if isinstance(value, Finding):
            return (b"f", *self._finding(value))
        if isinstance(value, Record):
            return (b"r", digest_of_record(value))
        return (b"c", self._of_many(value))

    def _own(self, event: Event) -> bytes:
        if self._event(event.id) is event:
            return self.of_event(event.id)
        return digest_of_record(event)

    def _of_many(self, value: object) -> bytes:
        if isinstance(value, Mapping):
            return self._joined(b"m", (part for pair in value.items() for part in pair))
        if isinstance(value, frozenset | set):
            return digest(b"s" + b"".join(sorted(map(self.of, value))))
        if isinstance(value, Sequence):
            return self._joined(b"l", value)
        if is_dataclass(value) and not isinstance(value, type):
            name = type(value).__name__.encode()
            return self._joined(b"d" + name, (getattr(value, field.name) for field in fields(value)))
        raise TypeError(f"no digest of {type(value).__qualname__}")

    def _joined(self, sign: bytes, parts: Iterable[object]) -> bytes:
        return digest(sign + b"".join([one for part in parts for one in self._parts(part)]))

    def _finding(self, found: Finding) -> Iterable[bytes]:
        events = [found.event, *([found.other] if found.other else []), *map(self._event, found.event_ids)]
        told = (found.id, found.rule, found.level, found.dates, found.more, found.municipality, found.agreed)
        yield self.of((told, events, found.event_ids, found.fields, found.beside, found.facts))
