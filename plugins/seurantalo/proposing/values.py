"""What a record says, as the values that a proposal carries, a form is filled in with, and a form gives back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import Any, Final

from seurantalo.model.channel_plan import ChannelChoice, ChannelPlan
from seurantalo.model.event import Change, Event, EventStatus, Format
from seurantalo.model.fields.field import Field, Shape
from seurantalo.model.fields.nesting import fields_inside
from seurantalo.model.kinds import RECORDS
from seurantalo.model.place import Coordinates
from seurantalo.model.record import Kind, Record
from seurantalo.model.text import Text
from seurantalo.proposing.canonical import NOWHERE, USUAL_ONES, Value, is_empty, moment_text
from seurantalo.proposing.repetition import added_dates, rule_value, start_and_end

#: What files leave out, because it goes without saying.
_USUAL: Final[Mapping[tuple[Kind, str], object]] = {
    (Kind.EVENT, "status"): EventStatus.CONFIRMED,
    (Kind.EVENT, "format"): Format.OTHER,
}
#: Fields of an event that become others in reading, or whose value is put together from several.
_APART: Final = frozenset(
    {"cancelled", "date", "dates", "duration", "month", "on_holiday", "repeats", "time", "timezone"}
)


def values_of(record: Record, *, timezone: str = "") -> dict[str, Value]:
    """Return the canonical values of a record by English field names; a field that is not said is not among them.

    ``timezone`` is the zone of times that name none, which goes without saying.

    >>> values_of(event, timezone="Europe/Helsinki")["starts"]
    '2027-03-20T18:00'
    """
    special = _of_event(record, timezone) if isinstance(record, Event) else {}
    plain, given_in = _plain(record.KIND)
    found: dict[str, Value] = {}
    for (name, usual, field), given in zip(plain, given_in(record), strict=True):
        # Most fields of most records say nothing.
        if (given or type(given) is int) and given is not usual and name not in special:
            kind: type = type(given)
            write = _writer(kind)
            value = write(given) if write is not None else canonical(field, given)
            if not is_empty(value):
                found[name] = value
    found |= {name: value for name, value in special.items() if not is_empty(value)}
    return found


@cache
def _plain(kind: Kind) -> tuple[Sequence[tuple[str, object, Field]], Callable[[Record], Iterable[Any]]]:
    """Return the fields of a kind that one attribute holds, and what finds all of these in a record.

    Of each: its name, what goes without saying, and itself.
    """
    apart = _APART if kind is Kind.EVENT else frozenset[str]()
    fields = [one for one in RECORDS[kind] if one.name not in apart]
    named = [(one.name, _USUAL.get((kind, one.name)), one) for one in fields]
    return named, attrgetter(*(one.target_attribute for one in fields))


def canonical(field: Field, value: Any) -> Value:  # noqa: ANN401  # as many types as there are shapes
    """Return the canonical value of a field: what JSON holds, by the field's shape.

    >>> from seurantalo.model.kinds import Kind
    >>> canonical(RECORDS[Kind.EVENT][0], Text((("fi", "Tanssit"), ("sv", "Dans"))))
    {'fi': 'Tanssit', 'sv': 'Dans'}
    """
    if field.shape is Shape.CHANNELS:
        return plan_value(field, value)
    if field.many:
        return [_one(field, each) for each in value or ()]
    return _one(field, value)


def plan_value(field: Field, plan: ChannelPlan) -> Value:
    """Return where an event is announced: ``no`` for nowhere, else ids of channels, and what is said of each.

    Among them stands ``default`` for those that the event gets unasked. None: these alone, as it goes without saying.

    >>> [field] = [one for one in RECORDS[Kind.EVENT] if one.name == "channels"]
    >>> skipped = ChannelChoice(channel="radio", skipped=True, why="Numero on täynnä")
    >>> plan_value(field, ChannelPlan(choices=(skipped,)))
    ['default', {'channel': 'radio', 'skip': 'Numero on täynnä'}]
    """
    if not plan.choices:
        return None if plan.defaults else NOWHERE
    listed = [_choice_value(field, one) for one in plan.choices]
    return [USUAL_ONES, *listed] if plan.defaults else listed


def _choice_value(field: Field, choice: ChannelChoice) -> Value:
    found = {
        one.name: canonical(one, getattr(choice, one.target_attribute))
        for one in fields_inside(field)
        if one.name != "skip"
    }
    if choice.skipped:
        found["skip"] = choice.why or True
    told = {name: one for name, one in found.items() if not is_empty(one)}
    return choice.channel if set(told) == {"channel"} else told


def _one(field: Field, value: Any) -> Value:  # noqa: ANN401 (of any type that a field has)
    kind: type = type(value)
    write = _writer(kind)
    if write is not None:
        return write(value)
    if isinstance(value, Change):
        return _change(field, value)
    found = {one.name: canonical(one, getattr(value, one.target_attribute)) for one in fields_inside(field)}
    return {name: one for name, one in found.items() if not is_empty(one)}


@cache
def _writer(kind: type) -> Callable[[Any], Value] | None:
    """Return what writes values of a type; None for what has fields of its own."""
    return next((write for kinds, write in _WRITERS if issubclass(kind, kinds)), None)


def text_value(text: Text) -> Value:
    """Return a text without its language where it has none, else by language.

    >>> text_value(Text.plain("Tanssit"))
    'Tanssit'
    """
    (language, words), *others = text.versions
    return words if not (language or others) else {code: words for code, words in text.versions if code}


_WRITERS: Final[Sequence[tuple[type | tuple[type, ...], Callable[[Any], Value]]]] = (
    (StrEnum, lambda value: str(value.value)),
    ((str, int, type(None)), lambda value: value),
    ((date, time), moment_text),
    (Text, text_value),
    (Decimal, lambda value: f"{value:f}"),
    (Coordinates, lambda value: f"{value.latitude}, {value.longitude}"),
)


def _change(field: Field, change: Change) -> Value:
    found: dict[str, Value] = {"from" if change.onwards else "date": moment_text(change.date)}
    for one in fields_inside(field):
        if one.name not in ("date", "from"):
            found[one.name] = canonical(one, getattr(change, one.target_attribute))
    return {name: value for name, value in found.items() if not is_empty(value)}


def _of_event(event: Event, timezone: str) -> dict[str, Value]:
    """Return the values of an event that no single attribute holds."""
    found: dict[str, Value] = {}
    if event.on_holiday:
        found["on_holiday"] = True
    if event.timezone != timezone:
        found["timezone"] = event.timezone
    if event.pending_month is not None:
        found["month"] = "{}-{:02}".format(*event.pending_month)
    elif event.starts is None:
        found["date"] = "unknown"
    rules = event.repetitions
    if rules and rules[0].rule.by_hand and len(rules) == 1:
        first = rules[0]
        found["dates"] = [start_and_end(first.starts, first.ends), *added_dates(first.rule)]
        found["starts"] = found["ends"] = None
    elif rules:
        several = len(rules) > 1
        made = [rule_value(each, several=several) for each in rules]
        found["repeats"] = made if several else made[0]
    return found
