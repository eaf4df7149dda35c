"""Events of plainly written files, read at speed: without a tree, and without places while nothing is wrong.

The events of a region say much the same: ``paikka: seurantalo``, ``muoto: kerho``, ``teemat: [musiikki]``. What such
a line means is found out once, by the functions that read every other file, and remembered. As soon as there is
anything to report, this reader gives up: the file is then read again with care, and what is wrong is told with its
line and column.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final, NamedTuple, NoReturn

from seurantalo.model.event import Event
from seurantalo.model.fields.field import Field, Shape
from seurantalo.model.fields.words import fields_by_word, fold_word
from seurantalo.model.kinds import RECORDS
from seurantalo.model.record import Kind, Origin, Revision
from seurantalo.model.settings import Settings
from seurantalo.reading.event_record import SPECIAL, completed
from seurantalo.reading.event_times import Entries
from seurantalo.reading.file_scope import Known, Place, Scope
from seurantalo.reading.plain_tree import may_be_plain, read_entry
from seurantalo.reading.records import field_value
from seurantalo.reading.values import check_comments
from seurantalo.reading.yaml_tree import Entry, Scalar

_FIELDS: Final = RECORDS[Kind.EVENT]
_REQUIRED: Final = tuple(field.target_attribute for field in _FIELDS if field.required)
#: For entries whose places nobody asks for.
_NOWHERE: Final = Place(1)


class _CareNeededError(Exception):
    """There is something to report, or a text that isn't plain."""


class _QuickScope(Scope):
    """A file that is read without places: whoever wants to report must read it again."""

    __slots__ = ()

    def report(self, *_: object, **__: object) -> NoReturn:
        """Give up."""
        raise _CareNeededError


class _Line(NamedTuple):
    """An entry as it was read first: its field's name, how it was written, and the value under its attribute."""

    name: str
    pair: tuple[Field, Entry]
    attribute: str
    value: Any


class PlainEvents:
    """Reads event files of one project, and remembers what their lines mean."""

    def __init__(self, known: Known, settings: Settings, today: date, revision: Revision) -> None:
        """Take what lines may lead to; ``known`` must not change any more."""
        self._scope = _QuickScope("", "", known, settings, today, revision, Kind.EVENT, "", printable=True)
        self._lines: dict[str, _Line] = {}

    def read(self, event_id: str, path: str, text: str, revision: Revision) -> Event | None:
        """Return the event of a text; None where it is not plainly written, or where there is something to report."""
        if not may_be_plain(text):
            return None
        self._scope.record_id = event_id
        try:
            return self._event(event_id, path, text, revision)
        except _CareNeededError:
            return None

    def _event(self, event_id: str, path: str, text: str, revision: Revision) -> Event:
        entries: Entries = {}
        special: Entries = {}
        values: dict[str, Any] = {}
        places: dict[str, int] = {}
        lines = self._lines
        position, end = 0, len(text)
        while position < end:
            following = text.find("\n", position) + 1
            found = lines.get(text[position : following - 1])
            if found is None:
                if following - position == 1:
                    position = following
                    continue
                found, following = self._entry(text, position)
            name, pair, attribute, value = found
            if name in places:
                raise _CareNeededError
            places[name] = position
            if value is None:
                special[name] = pair
            else:
                entries[name] = pair
                values[attribute] = value
            position = following
        if not all(map(values.__contains__, _REQUIRED)):
            raise _CareNeededError
        completed(self._scope, values, entries, special, _NOWHERE)
        check_comments(self._scope, text, 1)
        line = text.count("\n", 0, places["starts"] if "starts" in places else places["title"]) + 1
        return Event(id=event_id, origin=Origin(path, line), revision=revision, **values)

    def _entry(self, text: str, position: int) -> tuple[_Line, int]:
        """Return what an entry that was not seen before means, and where the next one begins."""
        found = read_entry(text, position, _NOWHERE.line)
        if found is None:
            raise _CareNeededError
        key, entry, following = found
        known = fields_by_word(_FIELDS)
        field = known.get(key) or known.get(fold_word(key))
        if field is None:
            raise _CareNeededError
        value = None
        if field.name not in SPECIAL:
            value = field_value(self._scope, field, entry.value)
            if value is None:
                raise _CareNeededError
        line = _Line(field.name, (field, entry), field.target_attribute, value)
        # A part may say of which event it is not; a block is more than a line, and never twice the same.
        block = isinstance(entry.value, Scalar) and entry.value.block
        if field.shape is not Shape.PART and not block:
            self._lines[text[position:following].rstrip("\n")] = line
        return line, following
