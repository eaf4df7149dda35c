"""When it is: the days, hours and rule of a notice become the fields of an event."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from seurantalo.receiving.pasted.dates import FAR, Group, Point, groups_of, weekday_of, weekdays_in
from seurantalo.receiving.pasted.feasts import LONG, next_feast
from seurantalo.receiving.pasted.found import Found, clock_of, moment_of
from seurantalo.receiving.pasted.hours import ROLES, end_of, is_of_other, main_hours
from seurantalo.receiving.pasted.level import Notice, blanked
from seurantalo.receiving.pasted.rhythm import rhythm_from, rhythm_of
from seurantalo.receiving.pasted.roles import clause_starts, set_roles
from seurantalo.receiving.pasted.series import read_series
from seurantalo.receiving.pasted.times import Hours, hours_bare, hours_with_clock

#: Farther apart, a day and its hours are marked one by one.
_MOST_APART: Final = 60
_MOST_DATES: Final = 60
_NEAR: Final = 20
_PART: Final = re.compile(r"[,;\n]|\.\s")
#: Of days that each have the hours of their weekday.
_LONGEST_RANGE: Final = 15
#: Minutes: doors and coffee are not so long before an event.
_LONG: Final = 120


def read_schedule(notice: Notice, today: date, found: Found) -> None:
    """Read when it is."""
    hours = hours_with_clock(notice)
    groups = groups_of(notice, hours, today)
    plain = blanked(notice.masked, [(one.start, one.end) for one in hours])
    spans = [(group.start, group.end) for group in groups]
    bare = hours_bare(notice, blanked(plain, spans), spans)
    hours = sorted([*hours, *bare], key=lambda one: one.start)
    plain = blanked(plain, [(one.start, one.end) for one in bare])
    set_roles(notice, groups, hours, plain)
    heads = [match.span() for match in notice.pattern("head").finditer(notice.low)]
    found.taken = sorted([*heads, *spans, *((one.start, one.end) for one in hours)])
    rhythm = rhythm_of(notice)
    of_many = rhythm is not None or any(group.role == "event" for group in groups)
    for group in groups:
        if group.role == "last":  # "kevään viimeiset yhteislaulut ma 24.5." are one event
            group.role = "until" if of_many else "event"
    events = [group for group in groups if group.role == "event"]
    if rhythm is None and any(_goes_on_from(notice, plain, group) for group in events):
        rhythm = rhythm_from(notice, plain, spans)
    _registration(groups, found)
    coming = [group for group in events if group.days and group.days[-1] >= today]
    if coming and len(coming) < len(events):
        events = coming
    sure = [group for group in events if not group.doubts]
    if sure and len(sure) < len(events):
        events = sure
        found.guessed.add("starts")
    if not events and not rhythm:
        events = _other_days(notice, groups, today, found)
        found.taken = sorted([*found.taken, *((group.start, group.end) for group in events)])
    if rhythm is not None and not any(len(group.points) > 2 for group in events):
        found.taken = sorted([*found.taken, (rhythm.start, rhythm.end)])
        read_series(notice, rhythm, groups, hours, today, found)
    elif events:
        _once(notice, groups, events, hours, found)
    if "repeats" not in found.values and notice.has("called_off", notice.low):
        found.guessed |= {"starts", "dates"}
        found.note("called-off")
    if "starts" not in found.values and "dates" not in found.values:
        hour = main_hours(hours)
        if hour is not None:
            found.values["time"] = clock_of(hour.starts)
            found.spans["time"] = [hour.start, hour.end]


def _registration(groups: list[Group], found: Found) -> None:
    for group in groups:
        if group.role == "deadline" and group.days:
            last, point = group.days[-1], group.points[-1]
            hour = next((one.starts for one in group.hours), None)
            found.values["registration"] = {"until": moment_of(last, hour)}
            found.spans["registration"] = [point.start, point.end]
            if group.doubts:
                found.guessed.add("registration")
            return


def _other_days(notice: Notice, groups: list[Group], today: date, found: Found) -> list[Group]:
    """Return what may be the day where none says so: a word for tomorrow, a feast, a weekday, another's day."""
    low = notice.masked
    found.guessed.add("starts")
    said = _day_ahead(notice, low, today, found) or _feast(notice, low, today, found)
    if said:
        return [said]
    for match in notice.pattern("next_weekday").finditer(low):
        word = match[0].split()[-1]
        number = weekday_of(notice, word)
        if number is not None and len(word) > 2:
            ahead = (number - today.weekday()) % 7 or (7 if notice.has("not_today", match[0]) else 0)
            return [_single(today + timedelta(days=ahead), match.start(), match.end())]
    for role in ("until", "sale", "opening", "spare", "deadline", "published"):
        for group in groups:
            if group.role == role and group.days and not group.doubts:
                return [group]
    found.guessed.discard("starts")
    return []


def _day_ahead(notice: Notice, low: str, today: date, found: Found) -> Group | None:
    """Return the day of a word for tomorrow: sure where the weekday behind it says the same."""
    for ahead, words in enumerate(notice.words["ahead"]):
        for match in notice.pattern("ahead").finditer(low):
            if " ".join(match[0].split()) in words:
                when = today + timedelta(days=ahead)
                behind = notice.pattern("weekday").match(low, match.end() + 1)
                if behind and weekday_of(notice, behind[0]) == when.weekday():
                    found.guessed.discard("starts")
                return _single(when, match.start(), match.end())
    return None


def _feast(notice: Notice, low: str, today: date, found: Found) -> Group | None:
    """Return the day of a feast: sure where its hour follows."""
    for pattern, day in notice.words["feasts"]:
        feast = notice.feast(pattern).search(low)
        if feast:
            when = next_feast(day, today)
            by_hour = notice.pattern("clock").match(low, feast.end() + 1)
            if by_hour and not day.endswith(LONG) and when - today <= FAR:
                found.guessed.discard("starts")
            return _single(when, feast.start(), feast.end())
    return None


def _goes_on_from(notice: Notice, plain: str, group: Group) -> bool:
    """Tell whether a day is the first of many: ``10.1. alkaen``, or weeks from the last."""
    if group.is_range:
        return len(group.days) == 2 and (group.days[1] - group.days[0]).days > 6
    before = plain[max(0, group.start - _NEAR) : group.start]
    behind = plain[group.end : group.end + _NEAR]
    return len(group.points) == 1 and (notice.has("since_behind", behind) or notice.has("since_word_before", before))


def _single(when: date, start: int, end: int) -> Group:
    point = Point(day=when.day, month=when.month, year=when.year, weekdays=[], start=start, end=end, when=when)
    return Group(points=[point])


def _once(notice: Notice, groups: list[Group], events: list[Group], hours: list[Hours], found: Found) -> None:
    first = events[0]
    others = [group for group in events[1:] if set(group.days) - set(first.days)]
    lists = [group for group in events if len(group.points) > 1 and not group.is_range]
    if others and lists:
        # A first night, and the others of the list.
        points = [point for group in events for point in group.points]
        merged = Group(points=points, hours=[one for group in events for one in group.hours])
        found.spans["starts"] = [first.start, first.end]
        _dates(merged, main_hours(lists[0].hours), sorted(merged.hours, key=lambda one: one.start), found)
        found.guessed.add("dates")
        found.note("several-dates")
        return
    if others:
        if _are_rows(notice, events):
            found.note("several-events")
        else:
            found.note("several-dates")
        found.guessed.add("starts")
    if first.doubts:
        found.guessed.add("starts")
        found.note("old-date" if _is_old(first) else "weekday")
    own = _own_hours(first, groups, hours, found)
    main = main_hours(own)
    span = [first.start, first.end]
    if main is not None and abs(main.start - first.end) <= _MOST_APART:
        span = [min(span[0], main.start), max(span[1], main.end)]
    found.spans["starts"] = span
    if main is not None and _begins_elsewhere(main, own):
        found.guessed.add("starts")
    if lists:
        _dates(lists[0], main, own, found)
        return
    if not first.days:
        found.guessed.add("starts")
        return
    _values(notice, first, main, own, found)
    until = [group for group in groups if group.role == "until" and group.days]
    if not until or len(first.days) > 1 or until[0].days[0] < first.days[0]:
        return
    hour = next(iter(until[0].hours), None)
    if hour is not None and main is not None:
        found.values["ends"] = moment_of(until[0].days[0], hour.starts)
    elif until[0].days[0] > first.days[0]:
        found.values["ends"] = until[0].days[0].isoformat()
        found.guessed |= {"starts", "ends"}


def _begins_elsewhere(main: Hours, own: list[Hours]) -> bool:
    """Tell whether it may begin at another hour: a bus leaves long before, or there is nothing but coffee."""
    beside = [one for one in own if one.role in ("opens", "beside")]
    return (main in beside and len(own) > 1) or any(one.starts + _LONG <= main.starts for one in beside)


def _own_hours(first: Group, groups: list[Group], hours: list[Hours], found: Found) -> list[Hours]:
    """Return the hours of the first day; those that stand right behind it before others."""
    own = first.hours or [one for one in hours if not is_of_other(groups, one)]
    mains = [one for one in own if one.role in ROLES]
    if any(0 <= one.start - first.end <= _NEAR for one in mains) and any(one.start < first.start for one in mains):
        # "Messu su klo 10, vanhempainilta ma 8.2. klo 18": two things, and the day is that of the second.
        found.guessed.add("starts")
        return [one for one in own if one.start >= first.start]
    return own


def _by_weekday(notice: Notice, first: Group, own: list[Hours]) -> list[dict[str, str]]:
    """Return the days of a range by the hours of their weekdays, ``pe 12–20, la–su 10–16``; [] if one has none."""
    said: dict[int, Hours] = {}
    for one in own:
        before = _PART.split(notice.masked[max(0, one.start - _NEAR) : one.start])[-1]
        for day in weekdays_in(notice, before) if one.role in ROLES and one.start >= first.end else ():
            said.setdefault(day, one)
    count = (first.days[1] - first.days[0]).days + 1
    days = [first.days[0] + timedelta(days=n) for n in range(min(count, _LONGEST_RANGE))]
    if count > _LONGEST_RANGE or any(day.weekday() not in said for day in days):
        return []
    return [_date(day, said[day.weekday()]) for day in days]


def _date(day: date, hours: Hours) -> dict[str, str]:
    one = {"starts": moment_of(day, hours.starts)}
    if hours.ends is not None:
        one["ends"] = moment_of(day + timedelta(days=hours.ends <= hours.starts), hours.ends)
    return one


def _values(notice: Notice, first: Group, main: Hours | None, own: list[Hours], found: Found) -> None:
    start = first.days[0]
    if first.is_range and len(first.days) == 2 and first.days[1] > start:
        if each := _by_weekday(notice, first, own):
            found.values["dates"] = each
            found.spans["dates"] = found.spans.pop("starts")
            if "starts" in found.guessed:
                found.guessed.add("dates")
            return
        if main is None:
            found.values |= {"starts": start.isoformat(), "ends": first.days[1].isoformat()}
            return
        ends = end_of(own, main)
        if ends is not None and ends > main.starts and (first.days[1] - start).days <= 14 and not _spread(first, own):
            count = (first.days[1] - start).days + 1
            found.values["dates"] = [
                {
                    "starts": moment_of(start + timedelta(days=n), main.starts),
                    "ends": moment_of(start + timedelta(days=n), ends),
                }
                for n in range(count)
            ]
            found.guessed |= {"starts", "dates"}
            return
        found.values["starts"] = moment_of(start, main.starts)
        last = next((one for one in own if one.start > first.points[-1].start and one is not main), None)
        found.values["ends"] = (
            moment_of(first.days[1], last.starts if last else ends) if last or ends else first.days[1].isoformat()
        )
        if not (last and main.start < first.points[-1].start):
            found.guessed |= {"starts", "ends"}
        return
    if main is None:
        found.values["starts"] = start.isoformat()
        return
    found.values["starts"] = moment_of(start, main.starts)
    again = [one for one in own if one.role == "main" and one.start == one.end]
    if again:
        found.values["dates"] = [{"starts": moment_of(start, one.starts)} for one in (main, *again)]
        del found.values["starts"]
        return
    ends = end_of(own, main)
    if ends is not None:
        found.values["ends"] = moment_of(start + timedelta(days=ends <= main.starts), ends)
        found.spans["ends"] = found.spans["starts"]


def _spread(group: Group, own: list[Hours]) -> bool:
    """Tell whether the first day has its hour before the last day: ``pe 11.6. klo 18 – su 13.6. klo 12``."""
    return any(one.start < group.points[-1].start for one in own)


def _dates(group: Group, main: Hours | None, own: list[Hours], found: Found) -> None:
    """Read a list of days, each with its hours or all with those of one."""
    each: list[dict[str, str]] = []
    points = [point for point in group.points if point.when is not None][:_MOST_DATES]
    timed: list[Hours | None] = []
    again: list[list[Hours]] = []
    for number, point in enumerate(points):
        end = points[number + 1].start if number + 1 < len(points) else None
        mine = [
            one for one in own if one.start >= point.end and (end is None or one.start < end) and one.role in ROLES
        ]
        timed.append(mine[0] if mine else None)
        again.append([one for one in mine[1:] if one.start == one.end])
    for number in range(len(points) - 2, -1, -1):
        timed[number] = timed[number] or timed[number + 1]
    for point, own_hour, more in zip(points, timed, again, strict=True):
        hour = own_hour or main
        if point.when is None:
            continue
        if hour is None:
            each.append({"starts": point.when.isoformat()})
            continue
        each.append(_date(point.when, hour))
        each += [{"starts": moment_of(point.when, other.starts)} for other in more]
    found.values["dates"] = each
    found.spans["dates"] = found.spans.pop("starts")
    if any(point.joint == "to" for point in group.points):
        found.guessed.add("dates")
    if "starts" in found.guessed:
        found.guessed.discard("starts")
        found.guessed.add("dates")


def _is_old(group: Group) -> bool:
    return any(point.doubts and point.when is not None for point in group.points) and not any(
        point.when is not None and point.weekdays and point.when.weekday() not in point.weekdays
        for point in group.points
    )


def _are_rows(notice: Notice, events: list[Group]) -> bool:
    """Tell whether days stand at the beginnings of lines or sentences that each say something of their own."""
    starts = clause_starts(notice)
    rows = 0
    for number, group in enumerate(events):
        last = max(one for one in starts if one <= group.start)
        head = notice.masked[last : group.start]
        tail = notice.masked[group.end : events[number + 1].start if number + 1 < len(events) else None]
        rows += len("".join(one for one in head + tail if one.isalpha())) > 12
    return rows > 1
