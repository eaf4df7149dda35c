"""Records as plain values for JSON, and back: of each part only what is not as usual."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache, lru_cache
from sys import intern
from types import NoneType, UnionType
from typing import Any, Final, TypeAlias, get_args, get_origin, get_type_hints

from seurantalo.frozen import as_usual
from seurantalo.model.text import Text

#: Makes a value of what JSON holds; None for what is the same in both.
_Form: TypeAlias = Callable[[Any], Any] | None

#: What is the same in JSON, or written there as the standard library would.
_WRITTEN: Final = frozenset({str, int, bool, float, NoneType, date, datetime, time})
#: As long as a day alone is in ISO 8601.
_DAY: Final = 10
#: Longer texts, in characters, are seldom those of another record too.
_FEW: Final = 30


def as_plain(value: Any, without: frozenset[str] = frozenset()) -> Any:  # noqa: ANN401  # what JSON holds
    """Return a part of a record as what ``orjson`` writes; ``without`` are attributes that are left out.

    Days, hours and members of enumerations it writes itself.

    >>> from seurantalo.model.recurrence import Weekday
    >>> as_plain((Text.plain("Tanssit"), Weekday(4), date(2027, 5, 1)))
    ['Tanssit', {'day': 4}, datetime.date(2027, 5, 1)]
    """
    kind = type(value)
    if kind in _WRITTEN or issubclass(kind, Enum | str):
        return value
    if issubclass(kind, tuple):
        return [one if type(one) in _WRITTEN else as_plain(one) for one in value]
    if issubclass(kind, Text):
        return value.versions[0][1] if len(value.versions) == 1 and not value.versions[0][0] else [*value.versions]
    if kind is Decimal:
        return str(value)
    found = {}
    for name, usual in _usual(kind):  # type: ignore[arg-type]  # classes can be hashed
        given = getattr(value, name)
        if given is not usual and given != usual and name not in without:
            found[name] = given if type(given) in _WRITTEN else as_plain(given)
    return found


@cache
def _usual(kind: type[Any]) -> tuple[tuple[str, object], ...]:
    """Return the attributes of a class with their usual values."""
    return tuple((one.name, one.default) for one in fields(kind))


@cache
def maker(kind: type[Any]) -> Callable[[dict[str, Any]], Any]:
    """Return what makes a record or a part of one from its plain values; it raises LookupError where one is strange.

    >>> from seurantalo.model.recurrence import Weekday
    >>> maker(Weekday)({"day": 4})
    Weekday(day=4, nth=0)
    """
    hints = get_type_hints(kind)
    forms = {one.name: _form(hints[one.name]) for one in fields(kind)}
    often = {link.field for link in getattr(kind, "LINKS", ()) if not link.many} | {"timezone"}
    forms |= dict.fromkeys(often & forms.keys(), intern)
    needed = {name for name, value in _usual(kind) if value is MISSING}  # type: ignore[arg-type]
    blank = as_usual(kind)

    def make(values: dict[str, Any]) -> object:
        if not needed <= values.keys():
            raise KeyError(*needed)
        made = blank()
        for name, value in values.items():
            form = forms[name]
            setattr(made, name, value if form is None or value is None else form(value))
        return made

    return make


@cache
def _form(hint: Any) -> _Form:  # noqa: ANN401  # whatever stands behind a field
    origin, inside = get_origin(hint), get_args(hint)
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    if origin is tuple:
        return _tuple_form(inside)
    if origin is UnionType:
        kinds = tuple(one for one in inside if one is not NoneType)
        if len(kinds) == 1:
            return _form(kinds[0])
        if set(kinds) == {date, datetime}:
            return _moment
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {one.value: one for one in hint}.__getitem__
    if is_dataclass(hint) and isinstance(hint, type):
        return maker(hint)
    raise TypeError(hint)


def _tuple_form(inside: tuple[Any, ...]) -> _Form:
    if inside[-1] is not Ellipsis:
        forms = tuple(_form(one) or _itself for one in inside)
        return lambda given: tuple(form(one) for form, one in zip(forms, given, strict=True))
    if inside[0] is str:
        return lambda given: _ids(tuple(given))
    form = _form(inside[0])
    return tuple if form is None else lambda given: tuple(map(form, given))


# The same ids and the same few words again and again, each in one place of memory.
@lru_cache(10_000)
def _ids(given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(intern, given))


@lru_cache(1_000)
def _few_words(given: str) -> Text:
    return Text.plain(given)


def _itself(given: object) -> object:
    return given


# Many begin and end at the same times.
@lru_cache(10_000)
def _moment(given: str) -> date:
    return date.fromisoformat(given) if len(given) == _DAY else datetime.fromisoformat(given)


def _text(given: str | list[list[str]]) -> Text:
    if isinstance(given, str):
        return _few_words(given) if len(given) < _FEW else Text.plain(given)
    return Text(tuple((code, words) for code, words in given))


_SIMPLE: Final[dict[Any, _Form]] = {
    **dict.fromkeys((str, int, bool, float)),
    Text: _text,
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    time: time.fromisoformat,
    Decimal: Decimal,
}
