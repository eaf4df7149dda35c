"""What stands in the place of the community, its dates and its clashes, and notes what is read of events.

Records of all other kinds, and what they say, are the ground of a site: where one of them changes, all is made anew,
so nobody notes that it is read. Whatever is asked here and has no key of its own is noted as everything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeVar

from seurantalo.model.community import Community
from seurantalo.model.record import Kind, Record
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.clashes import Clashes, Finding
from seurantalo.planner.dates_by_day import DatesByDay, Days
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.traces.questions import AROUND
from seurantalo.publishing.traces.recorder import ALL, UNTOLD, Key, Recorder

T = TypeVar("T")

#: Attribute of a community -> it holds nothing of events.
_NO_EVENTS: Final = frozenset(f"{kind.value.replace('-', '_')}s" for kind in Kind if kind is not Kind.EVENT) | {
    "by_kind",
    "municipalities",
    "pictures",
    "practices_linking",
    "processes",
}


def event_key(name: str) -> Key:
    """Return the key of an event, with its dates, by its id."""
    return "event", name


def record_key(question: str, kind: Kind, name: str) -> Key:
    """Return the key of what there is about a record: who points at it."""
    return (AROUND, name) if kind is Kind.EVENT else (question, kind.value, name)


class NotedTable(Mapping[str, T]):
    """Something by the ids of events: which of them are looked up is noted; all, where they are gone through."""

    __slots__ = ("_recorder", "_table")

    def __init__(self, table: Mapping[str, T], recorder: Recorder) -> None:
        """Stand in the place of a table."""
        self._table, self._recorder = table, recorder

    def __getitem__(self, name: str) -> T:
        """Return what an event has; raise KeyError for one that is not there."""
        self._recorder.note(("event", name))
        return self._table[name]

    def get(self, name: str, default: Any = None) -> Any:  # noqa: ANN401 - as Mapping has it
        """Return what an event has, or the default."""
        self._recorder.note(("event", name))
        return self._table.get(name, default)

    def __contains__(self, name: object) -> bool:
        """Tell whether an event is there."""
        self._recorder.note(("event", str(name)))
        return name in self._table

    def __iter__(self) -> Iterator[str]:
        """Yield all ids."""
        self._recorder.note(ALL)
        return iter(self._table)

    def __len__(self) -> int:
        """Return how many there are."""
        self._recorder.note(ALL)
        return len(self._table)


class NotedCommunity:
    """A community of which it is noted what is read of events."""

    def __init__(self, community: Community, recorder: Recorder) -> None:
        """Stand in the place of a community."""
        self._community, self._recorder = community, recorder
        self.events = NotedTable(community.events, recorder)
        self.by_kind: Mapping[Kind, Mapping[str, Any]] = {**community.by_kind, Kind.EVENT: self.events}

    def roles(self, record: Record) -> object:
        """Return who points at a record, by kind and field."""
        self._recorder.note(record_key("pointing", record.KIND, record.id))
        return self._community.roles(record)

    def backlinks(self, record: Record) -> object:
        """Return everything that points at a record."""
        self._recorder.note(record_key("pointing", record.KIND, record.id))
        return self._community.backlinks(record)

    def events_linking(self, record: Record, field: str) -> object:
        """Return the events that point at a record."""
        self._recorder.note(record_key("pointing", record.KIND, record.id))
        return self._community.events_linking(record, field)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a community has
        found = getattr(self._community, name)
        if name in _NO_EVENTS:
            # It is found at once the next time.
            setattr(self, name, found)
        else:
            self._recorder.note(ALL)
        return found


class NotedCalendar:
    """A calendar of which it is noted what is read."""

    def __init__(self, calendar: Calendar, recorder: Recorder) -> None:
        """Stand in the place of a calendar."""
        self._calendar, self._recorder = calendar, recorder
        self.today, self.zone = calendar.today, calendar.zone

    def of_event(self, name: str) -> tuple[Occurrence, ...]:
        """Return the dates of an event."""
        self._recorder.note(("event", name))
        return self._calendar.of_event(name)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a calendar has
        self._recorder.note(ALL)
        return getattr(self._calendar, name)


class NotedClashes:
    """Clashes of which it is noted what is read."""

    def __init__(self, clashes: Clashes, recorder: Recorder) -> None:
        """Stand in the place of what a search found."""
        self._clashes, self._recorder = clashes, recorder
        self.rules = clashes.rules

    def of_event(self, name: str) -> tuple[Finding, ...]:
        """Return the findings about an event."""
        self._recorder.note((AROUND, name))
        return self._clashes.of_event(name)

    def __iter__(self) -> Iterator[Finding]:
        """Yield all findings."""
        self._recorder.note(ALL)
        return iter(self._clashes)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever it has
        self._recorder.note(ALL)
        return getattr(self._clashes, name)


class NotedDays(DatesByDay):
    """The dates by day, of which it is noted whose days are read."""

    __slots__ = ("_ask",)

    def __init__(self, ask: Callable[[str, str], Days]) -> None:
        """``ask`` returns the days of a group, and notes that it was asked."""
        self._ask = ask

    def _sorted_out(self, key: tuple[str, str]) -> Days:
        return self._ask(*key)


class NotedMapping(Mapping[Any, T]):
    """Something by keys whose look-up is noted; everything, where it is gone through."""

    __slots__ = ("_key", "_recorder", "_table")

    def __init__(self, table: Mapping[Any, T], recorder: Recorder, key: Callable[[Any], Key]) -> None:
        """``key`` returns what is noted."""
        self._table, self._recorder, self._key = table, recorder, key

    def __getitem__(self, name: object) -> T:
        """Return what belongs to a name."""
        self._recorder.note(self._key(name))
        return self._table[name]

    def get(self, name: Any, default: Any = None) -> Any:  # noqa: ANN401 - as Mapping has it
        """Return what belongs to a name, or the default."""
        self._recorder.note(self._key(name))
        return self._table.get(name, default)

    def __contains__(self, name: object) -> bool:
        """Tell whether there is anything."""
        self._recorder.note(self._key(name))
        return name in self._table

    def __iter__(self) -> Iterator[Any]:
        """Yield all names."""
        self._recorder.note(ALL)
        return iter(self._table)

    def __len__(self) -> int:
        """Return how many there are."""
        self._recorder.note(ALL)
        return len(self._table)


class NotedWhole:
    """Something of which can't be told what any part was read for, but what is named as free of events."""

    def __init__(self, target: object, recorder: Recorder, free: frozenset[str], **own: Any) -> None:  # noqa: ANN401 - any part
        """``own`` are parts that note by themselves what is read."""
        self._target, self._recorder, self._free = target, recorder, free
        for name, part in own.items():
            setattr(self, name, part)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever it has
        if name not in self._free:
            self._recorder.note(UNTOLD)
        return getattr(self._target, name)
