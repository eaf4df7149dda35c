"""What a day or an hour of a notice is of: the event, its registration, doors, coffee, the text itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from seurantalo.receiving.pasted.dates import Group
from seurantalo.receiving.pasted.level import Notice
from seurantalo.receiving.pasted.times import Hours

_BREAK: Final = re.compile(r"\n|;|[.!?](?=\s)|\s[|*~]\s")
_MOST_BEFORE: Final = 60
_MOST_BEHIND: Final = 40
_NEAR: Final = 15


def clause_starts(notice: Notice) -> list[int]:
    """Return where the sentences and lines of a text begin."""
    found = [0]
    for match in _BREAK.finditer(notice.low):
        if match[0] == ".":
            behind = notice.units[match.end() :].lstrip(" ")[:1]
            if not behind.isupper() or notice.has("abbreviation", notice.low[max(0, match.end() - 12) : match.end()]):
                continue
        found.append(match.end())
    return found


def set_roles(notice: Notice, groups: list[Group], hours: list[Hours], plain: str) -> None:
    """Tell for what the days and hours of a text are; ``plain`` is the text without hours."""
    starts = clause_starts(notice)
    for number, group in enumerate(groups):
        before_end = groups[number - 1].end if number else 0
        behind_end = groups[number + 1].start if number + 1 < len(groups) else len(plain)
        clause = bisect_right(starts, group.start)
        end = starts[clause] if clause < len(starts) else len(plain)
        before = plain[max(before_end, starts[clause - 1], group.start - _MOST_BEFORE) : group.start]
        behind = plain[group.end : min(behind_end, max(end, group.end), group.end + _MOST_BEHIND)].lstrip("~ ")
        group.role = _role(notice, group, before, behind)
    for number, one in enumerate(hours):
        before_end = max(
            [0, *(other.end for other in hours[:number]), *(g.end for g in groups if g.end <= one.start)]
        )
        clause = bisect_right(starts, one.start)
        before = plain[max(before_end, starts[clause - 1], one.start - _MOST_BEFORE) : one.start]
        behind = notice.low[one.end : one.end + _MOST_BEHIND]
        one.role = _hours_role(notice, one, before.rsplit(",", 1)[-1], behind)
    for one in hours:
        owner = _group_of(groups, one, starts)
        if owner is not None:
            owner.hours.append(one)


def _role(notice: Notice, group: Group, before: str, behind: str) -> str:
    if notice.has("published", before):
        return "published"
    if notice.has("deadline_before", before) or notice.has("deadline_behind", behind):
        return "deadline"
    if notice.has("registration", before):
        is_opening = notice.has("since_behind", behind) or notice.has("since_before", before)
        return "opening" if is_opening and not group.is_range else "deadline"
    for role, pattern in (("sale", "sale"), ("spare", "spare"), ("except", "without")):
        if notice.has(pattern, before):
            return role
    if len(group.points) == 1 and notice.has("last_time", before):
        return "last"
    if len(group.points) == 1 and (notice.has("until_behind", behind) or notice.has("until_before", before)):
        return "until"
    return "event"


def _hours_role(notice: Notice, hours: Hours, before: str, behind: str) -> str:
    for role in ("opens", "beside"):
        if notice.has(role, before):
            return role
    if notice.has("registration", before):
        return "registration"
    if hours.ends is None:
        last = before[-_NEAR:]
        if (notice.has("closes", last) and not notice.has("begins", last)) or notice.has("until_behind", behind):
            return "closes"
    first = re.match(r"\s?[-:]?\s*([^\n,.;]{0,14})", behind)
    for role in ("opens", "beside"):
        found = notice.pattern(role).search(first[1]) if first else None
        if found is not None and found.start() == 0:
            return role
    return "begins" if notice.has("begins", before) or notice.has("since_behind", behind) else "main"


def _group_of(groups: list[Group], hours: Hours, starts: list[int]) -> Group | None:
    """Return the days that hours belong to: those before them, or those behind in the same sentence."""
    inside = next((group for group in groups if group.start <= hours.start < group.end), None)
    if inside is not None:
        return inside
    clause = bisect_right(starts, hours.start)
    before = [group for group in groups if group.end <= hours.start]
    behind = [group for group in groups if group.start >= hours.end]
    if before:
        last = before[-1]
        same = bisect_right(starts, last.start) == clause
        if last.role in ("event", "except", "until", "last") and same:
            return last
        if same and hours.start - last.end <= _NEAR:
            return last
    if behind and bisect_right(starts, behind[0].start) == clause and behind[0].role == "event":
        return behind[0]
    events = [group for group in before if group.role == "event"]
    if events:
        return events[-1]
    later = [group for group in behind if group.role == "event"]
    return later[0] if later else None
