"""Canonical values: what a proposal carries of a record, in the types that JSON has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Final, TypeAlias

#: A value of a field by its shape: a text, a number, yes or no, a list, or a part by the names of its fields.
Value: TypeAlias = str | int | bool | Sequence["Value"] | Mapping[str, "Value"] | None

#: In the place of channels: decided, nowhere. Among them: those that an event gets unasked.
NOWHERE: Final = "no"
USUAL_ONES: Final = "default"


def is_empty(value: Value) -> bool:
    """Tell whether a value says nothing; ``0`` says something.

    >>> is_empty(""), is_empty([]), is_empty(0)
    (True, True, False)
    """
    return value is None or value is False or value == "" or (not isinstance(value, str | int) and not value)


def moment_text(value: date | time) -> str:
    """Return a day, a moment or a time of day as it stands in a proposal.

    >>> moment_text(datetime(2027, 6, 12, 13)), moment_text(date(2027, 6, 12)), moment_text(time(9))
    ('2027-06-12T13:00', '2027-06-12', '09:00')
    """
    return value.isoformat(timespec="minutes") if isinstance(value, datetime | time) else value.isoformat()
