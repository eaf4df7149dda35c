"""Hours in running text: ``klo 13–16``, ``alk. klo 18``, ``18.00-20.30``, ``kl. 18``, ``6 pm``."""

from __future__ import annotations

import re
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.receiving.pasted.level import Notice, blanked

_DIGITS: Final = re.compile(r"(\d{1,2})(?:\s?[.:]\s?(\d\d))?")
_NOON: Final = 12 * 60
DAY: Final = 24 * 60


@dataclass(slots=True, kw_only=True)
class Hours:
    """A start and, where it is written, an end, in minutes from midnight."""

    starts: int
    ends: int | None
    start: int
    end: int
    role: str = "main"
    doubts: bool = False


def minutes_of(text: str) -> int | None:
    """Return minutes from midnight; None for what is no time."""
    match = _DIGITS.search(text)
    if match is None:
        return None
    found = int(match[1]) * 60 + int(match[2] or 0)
    return found if found <= DAY and int(match[2] or 0) < 60 else None


def hours_with_clock(notice: Notice) -> list[Hours]:
    """Return the hours that a word for the clock stands before, or a word for half of the day behind."""
    found: list[Hours] = []
    for match in notice.pattern("clock").finditer(notice.masked):
        starts, ends = minutes_of(match["from"]), minutes_of(match["to"] or "")
        if starts is None:
            continue
        more = [again for one in _DIGITS.finditer(match["more"] or "") if (again := minutes_of(one[0])) is not None]
        around = notice.masked[max(0, match.start() - 12) : match.start()] + "|" + notice.masked[match.end() :][:20]
        if len(more) == 1 and ends is None and notice.has("between", around):
            ends, more = more[0], []
        found.append(Hours(starts=starts, ends=ends, start=match.start(), end=match.end()))
        found += [Hours(starts=again, ends=None, start=match.end(), end=match.end()) for again in more]
    rest = blanked(notice.masked, [(one.start, one.end) for one in found])
    for match in notice.pattern("noon").finditer(rest):
        starts = minutes_of(match["from"])
        if starts is not None and starts <= _NOON:
            late = bool(match["after"]) != (starts >= _NOON)
            starts = (
                starts + _NOON
                if match["after"] and late
                else starts - _NOON
                if match["fore"] and starts >= _NOON
                else starts
            )
            found.append(Hours(starts=starts, ends=None, start=match.start(), end=match.end()))
    for one in found:
        _half_of_day(notice, one)
    found += _said(notice)
    return sorted(found, key=lambda one: one.start)


def _said(notice: Notice) -> list[Hours]:
    """Return the hours in words, where the half of the day is said: ``kello kuusi illalla``."""
    found: list[Hours] = []
    for match in notice.pattern("clock_said").finditer(notice.masked):
        hour = (notice.words["hours_said"].index(match["hour"]) + 1) % 12
        starts = hour * 60 - (30 if match["half"] else 0) + (_NOON if match["after"] else 0)
        if starts >= 0:
            found.append(Hours(starts=starts, ends=None, start=match.start(), end=match.end()))
    return found


def _half_of_day(notice: Notice, hours: Hours) -> None:
    """Count from noon where a word for the afternoon follows: ``klo 6 ip``, ``kl 6 em``."""
    behind = notice.masked[hours.end : hours.end + 16]
    match = notice.pattern("after_noon").match(behind)
    if match and hours.starts < _NOON:
        hours.starts += _NOON
        if hours.ends is not None and hours.ends <= _NOON:
            hours.ends += _NOON
        hours.end += match.end()


def hours_bare(notice: Notice, text: str, dates: list[tuple[int, int]]) -> list[Hours]:
    """Return the hours of a text that is left when dates and clocks are out of it."""
    found: list[Hours] = []
    for match in notice.pattern("bare").finditer(text):
        starts = minutes_of(match["from"] or match["from2"])
        ends = minutes_of(match["to"] or match["to2"] or "")
        if starts is not None:
            found.append(Hours(starts=starts, ends=ends, start=match.start(), end=match.end()))
    for match in notice.pattern("hours").finditer(text):
        starts, ends = minutes_of(match["from"]), minutes_of(match["to"])
        if starts is not None:
            found.append(Hours(starts=starts, ends=ends, start=match.start("from"), end=match.end("to")))
    text = blanked(text, [(one.start, one.end) for one in found])
    for match in notice.pattern("begins_bare").finditer(text):
        starts = minutes_of(match["from"])
        if starts is not None:
            found.append(Hours(starts=starts, ends=None, start=match.start("from"), end=match.end("from")))
    for end in [*(one[1] for one in dates), *(one.end() for one in notice.pattern("weekday").finditer(text))]:
        behind = notice.pattern("behind_date").match(text, end)
        starts = minutes_of(behind["from"]) if behind else None
        if behind and starts is not None:
            ends = minutes_of(behind["to"])
            found.append(Hours(starts=starts, ends=ends, start=behind.start("from"), end=behind.end("to")))
    return sorted(found, key=lambda one: one.start)
