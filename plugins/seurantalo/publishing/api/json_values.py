"""Values of fields as JSON: one way for each type of value (``properties`` says the same in schemas)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeAlias

from seurantalo.model.fields.field import Field, OpenData, Part, Shape
from seurantalo.model.fields.parts import CONTACT, PERIOD
from seurantalo.publishing.api.properties import open_fields
from seurantalo.publishing.api.values import Json, Values
from seurantalo.publishing.feeds.moments import in_zone
from seurantalo.publishing.field_values import is_told

#: Returns a value as JSON, or None for one that is not published; the last is the time zone of the record's times.
Writer: TypeAlias = Callable[[Values, Any, str], object]


class Own(NamedTuple):
    """A property that does not go by type: the attribute that it comes from, and how it is written."""

    attribute: str
    writer: Writer


_NONE: Final[Mapping[str, Own]] = MappingProxyType({})


class RecordWriter:
    """Writes what the fields of a kind of record say, in the order of the open data."""

    def __init__(
        self,
        fields: tuple[Field, ...],
        told: OpenData,
        leave_out: Collection[str] = (),
        own: Mapping[str, Own] = _NONE,
    ) -> None:
        """Take a kind's fields. Those to ``leave_out`` are written by the caller; ``own`` have a way of their own."""
        known = open_fields(fields, told)
        self._names = tuple(name for name in told.properties if name not in leave_out)
        pairs = [own.get(name) or (known[name].target_attribute, writer_of(known[name])) for name in self._names]
        self._writers = tuple(writer for _, writer in pairs)
        self._values: Callable[[object], tuple[object, ...]] = _all(*(attribute for attribute, _ in pairs))

    def write(self, found: Json, values: Values, record: object, zone: str = "") -> None:
        """Put in what is known of a record."""
        for name, value, writer in zip(self._names, self._values(record), self._writers, strict=True):
            if value is not None and is_told(value):
                made = writer(values, value, zone) if writer is not None else value
                if made is not None and made != []:
                    found[name] = made


def _all(*attributes: str) -> Callable[[object], tuple[object, ...]]:
    """Return a look at several attributes at once."""
    if len(attributes) == 1:
        only = attrgetter(attributes[0])
        return lambda record: (only(record),)
    return attrgetter(*attributes)


def writer_of(field: Field) -> Writer | None:
    """Return how a field's value is written; None: as it is."""
    if field.shape is Shape.CHANNELS:
        return lambda _, plan, __: list(plan.named)
    if field.part is CONTACT:
        one: Writer | None = _contact_writer()
    else:
        one = part_writer(field.part) if field.part is not None else _ONE.get(field.shape)
    if one is None or not field.many:
        return one
    return lambda values, items, zone: [made for item in items if (made := one(values, item, zone)) is not None]


def _contact_writer() -> Writer:
    """Return what leaves out a contact that a person has consented to: for its page, not for lists to carry off."""
    write = part_writer(CONTACT)
    return lambda values, contact, zone: write(values, contact, zone) if contact.consent is None else None


def part_writer(part: Part) -> Callable[[Values, Any, str], Json]:
    """Return how a part of a record is written; raise TypeError for one that no open data shows."""
    if part.open_data is None:
        raise TypeError(part.becomes)
    record = RecordWriter(part.fields, part.open_data)

    def written(values: Values, value: object, zone: str) -> Json:
        found: Json = {}
        record.write(found, values, value, zone)
        return found

    return written


#: Types that do not stand as they are.
_ONE: Final[dict[Shape, Writer]] = {
    Shape.CHOICE: lambda _, value, __: value.value,
    Shape.DAY: lambda _, value, __: value.isoformat(),
    Shape.FILE: lambda values, value, _: values.url(value),
    Shape.MOMENT: lambda _, value, zone: in_zone(value, zone),
    Shape.PROSE: lambda values, value, _: values.text(value),
    Shape.TEXT: lambda values, value, _: values.shared_text(value),
}
# A period is a part, made of these.
_ONE[Shape.PERIOD] = part_writer(PERIOD)
