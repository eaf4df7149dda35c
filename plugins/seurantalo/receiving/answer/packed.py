"""An answer as JSON, on its way from the job that reads to the job that answers: looked at again where it arrives."""

from __future__ import annotations

import json
import re
import types
from dataclasses import MISSING, asdict, fields, is_dataclass
from enum import StrEnum
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from seurantalo.language.problem_texts import PROBLEM_TEXTS
from seurantalo.receiving.answer.answer import Answer

#: The largest answer in bytes, the longest of its texts, and the longest of its lists.
MOST_BYTES: Final = 200_000
LONGEST_TEXT: Final = 4_000
LONGEST_LIST: Final = 200
#: The longest proposal that the form takes from its address.
LONGEST_FORM: Final = 16_000
#: The largest number in it.
_LARGEST: Final = 2**31
_VERSION: Final = 1
_COMMIT: Final = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?\Z")
_FORM: Final = re.compile(r"(?:e[01]\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)?\Z")
_FORM_PAGE: Final = re.compile(r"(?:ehdota/(?:[a-z]+/)?)?\Z")
_PAGE: Final = re.compile(r"(?:[a-z0-9-]+/)+\Z")
#: Lists that are cut where there is no room for all, the least important first.
_CUT: Final = ("unread", "removed", "akin", "meanwhile", "added", "seen", "found")


class AnswerError(ValueError):
    """What was handed over is no answer; the text says what is wrong, for a log."""


def packed(answer: Answer) -> str:
    """Return an answer as JSON of at most ``MOST_BYTES``; what there is no room for is counted in it.

    >>> unpacked(packed(Answer(number=7, commit="0" * 40)).encode()).number
    7
    """
    given: dict[str, Any] = _shorter(asdict(answer))
    left = dict(answer.left_out)
    if len(answer.form) > LONGEST_FORM:
        given["form"] = given["form_page"] = ""
    for name in _CUT:
        _cut(given, name, LONGEST_LIST, left, len(getattr(answer, name)))
    while len(text := _text({**given, "left_out": sorted(left.items())})) > MOST_BYTES:
        longest = max(_CUT, key=lambda name: len(_text(given[name])))
        _cut(given, longest, len(given[longest]) // 2, left, len(given[longest]))
    return text


def _text(value: object) -> str:
    # In letters of ASCII, so that signs are bytes.
    whole = {"version": _VERSION, **value} if isinstance(value, dict) else value
    return json.dumps(whole, indent=1) + "\n"


def _cut(given: dict[str, Any], name: str, most: int, left: dict[str, int], there: int) -> None:
    """Keep so many of a list, and count what is left out; ``there`` are that many."""
    kept = given[name] = given[name][:most]
    if there > len(kept):
        left[name] = left.get(name, 0) + there - len(kept)


def _shorter(value: Any) -> Any:  # noqa: ANN401 (any value of an answer)
    """Return a value whose texts and lists are not too long, and whose texts can be written."""
    if isinstance(value, str):
        return value[:LONGEST_TEXT].encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {name: one[:LONGEST_FORM] if name == "form" else _shorter(one) for name, one in value.items()}
    return [_shorter(one) for one in value[:LONGEST_LIST]] if isinstance(value, (list, tuple)) else value


def unpacked(content: bytes) -> Answer:
    """Return the answer in what was handed over; raise AnswerError for anything that is not as it has to be."""
    if len(content) > MOST_BYTES:
        raise AnswerError(f"more than {MOST_BYTES} bytes")
    try:
        given = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise AnswerError("not JSON") from error
    if not isinstance(given, dict) or given.pop("version", None) != _VERSION:
        raise AnswerError("not an answer of this version")
    answer: Answer = _as(Answer, given, "answer")
    _look_through(answer)
    return answer


def _look_through(answer: Answer) -> None:
    """Raise AnswerError for values that are of the right type, and can't be."""
    wrong = (
        ("commit", not _COMMIT.match(answer.commit)),
        ("number", not answer.number),
        ("form", not _FORM.match(answer.form)),
        ("form_page", not _FORM_PAGE.match(answer.form_page)),
        ("found", any(one.code not in PROBLEM_TEXTS for one in answer.found)),
        ("akin", any(not _PAGE.match(one.address) for one in answer.akin)),
        ("left_out", any(name not in _CUT for name, _ in answer.left_out)),
    )
    for name, is_wrong in wrong:
        if is_wrong:
            raise AnswerError(f"{name} can't be this")


def _as(kind: Any, value: Any, place: str) -> Any:  # noqa: ANN401 (a type, and whatever JSON holds)
    """Return a value of JSON as one of a type; raise AnswerError where it is another."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        (one,) = (each for each in inner if each is not type(None))
        return None if value is None else _as(one, value, place)
    if origin is tuple:
        return _as_tuple(inner, value, place)
    if is_dataclass(kind) and isinstance(kind, type):
        return _as_record(kind, value, place)
    if isinstance(kind, type) and issubclass(kind, StrEnum) and isinstance(value, str):
        try:
            return kind(value)
        except ValueError as error:
            raise AnswerError(f"{place} can't be this") from error
    # True is a number to Python.
    if type(value) is not kind:
        raise AnswerError(f"{place} is not a {getattr(kind, '__name__', kind)}")
    longest = LONGEST_FORM if place == "form" else LONGEST_TEXT
    if isinstance(value, str) and (len(value) > longest or not _is_text(value)):
        raise AnswerError(f"{place} is too long, or no text")
    if kind is int and not 0 <= value < _LARGEST:
        raise AnswerError(f"{place} is out of bounds")
    return value


def _is_text(value: str) -> bool:
    """Tell whether a text can be written: JSON can hold halves of signs."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _as_tuple(inner: tuple[Any, ...], value: Any, place: str) -> tuple[Any, ...]:  # noqa: ANN401 (whatever JSON holds)
    if not isinstance(value, list) or len(value) > LONGEST_LIST:
        raise AnswerError(f"{place} is no list, or too long")
    if inner[-1] is Ellipsis:
        return tuple(_as(inner[0], one, place) for one in value)
    if len(value) != len(inner):
        raise AnswerError(f"{place} has not {len(inner)} parts")
    return tuple(_as(kind, one, place) for kind, one in zip(inner, value, strict=True))


def _as_record(kind: type[Any], value: Any, place: str) -> Any:  # noqa: ANN401 (whatever JSON holds)
    hints = get_type_hints(kind)
    if not isinstance(value, dict) or not value.keys() <= hints.keys():
        raise AnswerError(f"{place} is not a {kind.__name__}")
    if not {one.name for one in fields(kind) if one.default is MISSING} <= value.keys():
        raise AnswerError(f"{place} lacks a part")
    return kind(**{name: _as(hints[name], one, name) for name, one in value.items()})
