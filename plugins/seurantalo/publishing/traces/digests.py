"""Digests of values: equal ones have one digest, in every process."""

from __future__ import annotations

import copyreg
import pickle
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from functools import partial
from hashlib import blake2b
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import orjson

from seurantalo.frozen import dataclass
from seurantalo.model.event import Event
from seurantalo.model.record import Record
from seurantalo.planner.clashes.finding import Finding
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.traces.recorder import NO_EVENTS, Answer

SIZE: Final = 16
#: How what a record holds is told where Python itself does not know: a view of a dict, as what it shows.
_REDUCED: Final = copyreg.dispatch_table | {MappingProxyType: lambda shown: (dict, (dict(shown),))}
#: What of an event is only told: nothing chooses or counts events by it.
TOLD: Final = frozenset(
    {
        "accessibility",
        "age_limit",
        "agenda",
        "contact",
        "description",
        "links",
        "log",
        "origin",
        "price",
        "registration",
        "revision",
        "title",
    }
)
_outline: Final = attrgetter(*(one.name for one in fields(Event) if one.name not in TOLD))
_PLAIN: Final = (str, int, float, bool, bytes, date, time, type(None))
#: Returns the part that a value of some type has in a digest.
_Way: TypeAlias = Callable[[Any], bytes]


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


def outline_of(event: Event) -> str:
    """Return what stands for an event besides what it only tells: by that it is in a list or is not.

    Where its file is belongs to it, in which line it begins does not.
    """
    said = _outline(event), event.origin.path
    try:
        content = orjson.dumps(said, default=repr)
    except TypeError:
        # What JSON can't say: numbers beyond 64 bits, halves of signs.
        content = repr(said).encode()
    return digest(content).hex()


class Digests:
    """Tells values of which events are parts: which events those are, and the digest of all else.

    What an event says is in no such digest, only its id: of every event it is known by itself whether it is the same.

    >>> digests = Digests({event.id: event}.get)
    >>> digests.told([event, 1]) == digests.told((event, 1)), digests.told([event, 1]) == digests.told([1, event])
    (True, False)
    >>> sorted(digests.told([event, 1]).events) == [event.id]
    True
    """

    def __init__(self, event: Callable[[str], Event | None]) -> None:
        """``event`` returns an event by its id, None for none."""
        self._event = event
        self._ways: dict[type, _Way] = {}
        # By which object it is: many answers share it. It is kept, so that no other takes its place.
        self._once: dict[int, tuple[object, bytes, frozenset[str]]] = {}
        self._met: set[str] = set()

    def told(self, value: object) -> Answer:
        """Return what a value consists of; raise TypeError where it holds something whose value can't be known."""
        kind = type(value)
        if value is None or kind is bool or value == ():
            # What most questions are answered with.
            return Answer(NO_EVENTS, repr(value))
        self._met = met = set[str]()
        part = self.part(value)
        return Answer(met, digest(part).hex())

    def part(self, value: object) -> bytes:
        """Return what stands for a value in the digest of what it is a part of; raise TypeError as :meth:`told`."""
        kind = type(value)
        way = self._ways.get(kind)
        if way is None:
            way = self._ways[kind] = self._way(value)
        return way(value)

    def _way(self, value: object) -> _Way:
        ways: Sequence[tuple[type | tuple[type, ...], _Way]] = (
            (Occurrence, self._date),
            (Event, self._own),
            (Enum, _named),
            (_PLAIN, _plain),
            (Finding, partial(self._kept, self._finding)),
            (Record, partial(self._kept, lambda record: b"r" + digest_of_record(record))),
            (Mapping, self._pairs),
            ((frozenset, set), self._set),
            (Sequence, self._list),
        )
        for kinds, way in ways:
            if isinstance(value, kinds):
                return way
        if is_dataclass(value) and not isinstance(value, type):
            names = tuple(one.name for one in fields(value))
            return partial(self._kept, partial(self._fields, type(value).__name__.encode(), names))
        raise TypeError(f"no digest of {type(value).__qualname__}")

    def _kept(self, make: _Way, value: object) -> bytes:
        found = self._once.get(id(value))
        if found is None:
            around, self._met = self._met, set()
            part = make(value)
            found = self._once[id(value)] = value, part, frozenset(self._met)
            self._met = around
        self._met |= found[2]
        return found[1]

    def _date(self, one: Occurrence) -> bytes:
        return self._own(one.event) + f"o{one.starts_at} {one.rule} {one.recurrence_id};".encode()

    def _own(self, event: Event) -> bytes:
        if self._event(event.id) is not event:
            return b"e" + digest_of_record(event)
        self._met.add(event.id)
        return f"n{event.id};".encode()

    def _list(self, values: Sequence[object]) -> bytes:
        return b"l%d:" % len(values) + b"".join([self.part(one) for one in values])

    def _pairs(self, values: Mapping[object, object]) -> bytes:
        return b"m%d:" % len(values) + b"".join([self.part(one) for pair in values.items() for one in pair])

    def _set(self, values: frozenset[object] | set[object]) -> bytes:
        return b"s%d:" % len(values) + b"".join(sorted(map(self.part, values)))

    def _fields(self, name: bytes, names: Sequence[str], value: object) -> bytes:
        return b"d" + name + b":" + b"".join([self.part(getattr(value, field)) for field in names])

    def _finding(self, found: Finding) -> bytes:
        about = self._own(found.event) + (self._own(found.other) if found.other else b"") + self.part(found.agreed)
        self._met.update(name for name in found.event_ids if self._event(name) is not None)
        days = [day.toordinal() for day in found.dates]
        words = (found.municipality, found.event_ids, found.fields, found.beside, found.facts)
        return b"f" + digest(about + repr((found.id, found.rule, found.level.name, days, found.more, words)).encode())


def _named(value: Enum) -> bytes:
    return f"E{type(value).__name__}.{value.name};".encode()


def _plain(value: object) -> bytes:
    words = repr(value).encode()
    return b"p%d:%s" % (len(words), words)
