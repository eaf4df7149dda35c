"""What a VEVENT has no property for, as properties of our own (RFC 5545, 3.8.8.2): for programs, shown by none.

Another site of this kind reads them back. Each stands for itself, so one that a reader does not know is a loss of
that one only. RFC 9073 has STRUCTURED-DATA for such things: one value for all of them, in which one wrong sign
spoils everything.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import lru_cache
from operator import attrgetter
from typing import Any, Final

from seurantalo.model.channel_plan import ChannelPlan
from seurantalo.model.event import Change, Event, EventStatus, Format
from seurantalo.model.fields.event import EVENT, EVENT_CARRIED, EVENT_LEFT_OUT
from seurantalo.model.fields.field import Field, Shape
from seurantalo.model.fields.nesting import by_name
from seurantalo.model.parts import Contact
from seurantalo.model.text import Text
from seurantalo.proposing.values import plan_value
from seurantalo.publishing.feeds.lines import clean, escape, fold
from seurantalo.publishing.feeds.plain import DESCRIPTION_LIMIT, OVER_LIMIT
from seurantalo.publishing.field_values import is_told

#: What the names of our own properties begin with.
PREFIX: Final = "X-SEURANTALO-"
#: What hardly any two events share, or nobody can look up.
_ONCE: Final = ("title", "channels")
#: What is carried of an event that is over, too: what the rest would be misread without.
_OF_WHAT_IS_OVER: Final = ("title", "status", "planned_starts", "external", "demo")
#: A VEVENT has a status; these are more than it can say.
_STATUSES: Final = (EventStatus.MOVED, EventStatus.POSTPONED)
_KNOWN: Final = by_name(EVENT)
_values: Final = attrgetter(*(_KNOWN[name].target_attribute for name in EVENT_CARRIED))
_values_left_out: Final = attrgetter(*(_KNOWN[name].target_attribute for name in EVENT_LEFT_OUT))


def property_name(name: str) -> str:
    """Return the property of a field.

    >>> property_name("age_limit")
    'X-SEURANTALO-AGE-LIMIT'
    """
    return PREFIX + name.upper().replace("_", "-")


def own_lines(
    event: Event, at_home: str | None, *, shown: str | None = None, limit: int = DESCRIPTION_LIMIT
) -> bytes:
    """Return our own properties of an event; ``limit`` is how many characters of a description a calendar has.

    ``at_home`` is the municipality that its place tells, which is not told again; so are the words of its description
    where ``shown`` in plain text is all that they say. Of what is over the fields are named that it had.
    """
    found: list[bytes] = []
    left: list[str] = []
    for name, is_known, value in zip(EVENT_CARRIED, _ARE_KNOWN, _values(event), strict=True):
        # Most fields of most events have nothing, which is seen without a call.
        if value is None or not is_told(value) or (is_known is not None and is_known(value)):
            continue
        if name == "description":
            if not (is_long(value, limit) or _is_shown(value, shown)):
                found.append(_lines(name, value))
        elif name == "municipality" and value == at_home:
            pass
        elif limit == OVER_LIMIT and name not in _OF_WHAT_IS_OVER:
            left.append(name)
        else:
            found.append((_lines if name in _ONCE else _kept_lines)(name, value))
    if event.ends is None:
        found.append(_line("ends", "assumed"))
    if event.repeats is not None and event.repeats.until is None and event.repeats.count is None:
        found.append(_line("until", "open"))
    left += [name for name, value in zip(EVENT_LEFT_OUT, _values_left_out(event), strict=True) if is_told(value)]
    if is_long(event.description, limit):
        left.append("description")
    if _is_of_person(event.contact):
        left.append("contact")
    if left:
        found.append(_line("left_out", *left))
    return b"".join(found)


def lines_of_change(change: Change | None) -> bytes:
    """Return our own properties of one date that differs."""
    return b"" if change is None or change.note is None else b"".join(_texts("note", change.note))


def notes_line(count: int) -> bytes:
    """Return how many lines stand above the words of a description, for those who want the words alone."""
    return _line("notes", str(count)) if count else b""


def _is_shown(text: Text, shown: str | None) -> bool:
    """Tell whether the words that are shown are all that a text says."""
    if shown is None or len(text.versions) > 1:
        return False
    words = text.versions[0][1]
    return shown == words or shown.split() == clean(words).split()


def _is_of_person(contact: Contact | None) -> bool:
    """Tell whether somebody has consented to be named: for this calendar, not for others to take along."""
    return contact is not None and contact.consent is not None


#: Field -> whether a VEVENT says its value without us.
_KNOWN_ALONE: Final[Mapping[str, Callable[[Any], bool]]] = {
    "title": lambda text: len(text.versions) == 1,
    "status": lambda status: status not in _STATUSES,
    "format": lambda form: form is Format.OTHER,
    "contact": _is_of_person,
}
_ARE_KNOWN: Final = tuple(map(_KNOWN_ALONE.get, EVENT_CARRIED))


def is_long(text: Text | None, limit: int) -> bool:
    """Tell whether a description goes on where that of a calendar ends; it is not carried twice then."""
    return text is not None and max([len(words) for _, words in text.versions]) > limit


def _lines(name: str, value: Any) -> bytes:  # noqa: ANN401  # as many types as there are shapes
    field = _KNOWN[name]
    if field.shape in (Shape.TEXT, Shape.PROSE):
        return b"".join(_texts(field.name, value))
    if field.shape is Shape.CHANNELS:
        return b"".join(_channels(field, value))
    if field.shape is Shape.PART:
        items = value if field.many else (value,)
        told = [json.dumps(_plain(item), ensure_ascii=False, separators=(",", ":")) for item in items]
        return b"".join([_line(field.name, words) for words in told])
    if field.many:
        return _line(field.name, *map(str, value))
    return _line(field.name, "yes" if value is True else _plain(value))


#: Most events say the same of most things.
_kept_lines: Final = lru_cache(maxsize=10_000)(_lines)


def _channels(field: Field, plan: ChannelPlan) -> Iterator[bytes]:
    """Yield where an event is announced: ids on one line, and a line for each of which more is said.

    When something was told is the history of this site, and not carried.
    """
    value = plan_value(field, plan.without_days())
    items = (value,) if isinstance(value, str) else value if isinstance(value, list) else ()
    if ids := [one for one in items if isinstance(one, str)]:
        yield _line(field.name, *ids)
    for one in items:
        if isinstance(one, Mapping):
            told = {name: "yes" if said is True else said for name, said in one.items()}
            yield _line(field.name, json.dumps(told, ensure_ascii=False, separators=(",", ":")))


def _texts(name: str, text: Text) -> Iterator[bytes]:
    for code, words in text.versions:
        named = f"{property_name(name)};LANGUAGE={code}" if code else property_name(name)
        yield fold(b"%b:%b" % (named.encode(), escape(clean(words))))


@lru_cache(maxsize=1_000)
def _line(name: str, *values: str) -> bytes:
    """Return a property; most events have the same few."""
    return fold(b"%b:%b" % (property_name(name).encode(), b",".join(escape(clean(value)) for value in values)))


def _plain(value: Any) -> Any:  # noqa: ANN401  # as many types as there are shapes
    """Return a value as files may have it: texts by language, days and times in ISO 8601."""
    if isinstance(value, Text):
        only = value.versions[0]
        return only[1] if len(value.versions) == 1 and not only[0] else dict(value.versions)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        told = {each.name: getattr(value, each.name) for each in fields(value)}
        return {name: _plain(one) for name, one in told.items() if is_told(one)}
    return str(value)
