"""Ways through tables of fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from seurantalo.model.fields.field import Field, Shape
from seurantalo.model.fields.parts import PERIOD
from seurantalo.model.fields.repetition import REPEATS


def fields_inside(field: Field) -> tuple[Field, ...]:
    """Return the fields of the mapping that a field may hold; none for a field that holds none."""
    if field.part is not None:
        return field.part.fields
    return {Shape.REPEATS: REPEATS, Shape.PERIOD: PERIOD.fields}.get(field.shape, ())


def by_name(fields: Iterable[Field]) -> Mapping[str, Field]:
    """Return fields by their names."""
    return {field.name: field for field in fields}


def with_fields_inside(fields: Iterable[Field]) -> Iterator[Field]:
    """Yield the fields, each followed by those inside it, however deep.

    >>> [field.name for field in with_fields_inside(PERIOD.fields)]
    ['starts', 'ends', 'name']
    """
    for field in fields:
        yield field
        yield from with_fields_inside(fields_inside(field))
