"""Days in running text, one by one and in lists: ``la–su 12.–13.6.``, ``5.1., 2.2. ja 2.3.``, ``den 12 juni``."""

from __future__ import annotations

import re
from dataclasses import field
from datetime import date, timedelta
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.receiving.pasted.level import Notice, blanked
from seurantalo.receiving.pasted.times import Hours

#: A day without its year that would come later than this is more likely just past.
FAR: Final = timedelta(days=300)
_NEAR: Final = 24
#: A weekday behind its day: "12.6. (la) klo 17".
_ASIDE: Final = re.compile(r"\([a-z. ]{2,14}\)")
_BARE_YEAR: Final = re.compile(r"(?<![\d.,/-])20\d\d(?![\d-])")


@dataclass(slots=True, kw_only=True)
class Point:
    """A day as it is written; ``joint`` is how the next one follows: ``to``, ``and`` or ``""``."""

    day: int
    month: int
    year: int
    weekdays: list[int]
    start: int
    end: int
    joint: str = ""
    when: date | None = None
    doubts: bool = False
    """Whether the weekday disagrees, or the year is not sure."""


@dataclass(slots=True, kw_only=True)
class Group:
    """Days that belong together; of a range the first and the last."""

    points: list[Point]
    role: str = "event"
    hours: list[Hours] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.points[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.points[-1].end

    @property
    def is_range(self) -> bool:
        """Whether it is from a day to a day."""
        return len(self.points) == 2 and self.points[0].joint == "to"

    @property
    def doubts(self) -> bool:
        """Whether one of its days is doubtful."""
        return any(point.doubts for point in self.points)

    @property
    def days(self) -> list[date]:
        """The days that are written."""
        return [point.when for point in self.points if point.when is not None]


def weekday_of(notice: Notice, word: str) -> int | None:
    """Return the number of a weekday by its level name, Monday is 0."""
    bare = word.rstrip(".,")
    for number, names in enumerate(notice.words["weekdays"]):
        if bare in names or (len(names[0]) > 3 and bare.startswith(names[0])):
            return number
    return None


def weekdays_in(notice: Notice, text: str) -> list[int]:
    """Return the numbers of the weekdays that are named; ``ma-pe`` is five."""
    found: list[int] = []
    last_end = 0
    for match in notice.pattern("weekday").finditer(text):
        number = weekday_of(notice, match[0])
        if number is None:
            continue
        between = text[last_end : match.start()].strip(" .")
        if found and between == "-" and found[-1] < number:
            found += range(found[-1] + 1, number)
        found.append(number)
        last_end = match.end()
    return list(dict.fromkeys(found))


def month_of(notice: Notice, word: str) -> int:
    """Return the number of a month by its level name."""
    bare = word.rstrip(".")
    for number, names in enumerate(notice.words["months"], start=1):
        if bare in names:
            return number
    for number, names in enumerate(notice.words["months"], start=1):
        if bare.startswith(names[0]):
            return number
    return 0


def groups_of(notice: Notice, hours: list[Hours], today: date) -> list[Group]:
    """Return the days of a text, in its order, with their years."""
    text = blanked(notice.masked, [(one.start, one.end) for one in hours])
    points: list[Point] = []
    for match in notice.pattern("date").finditer(text):
        found = _points(notice, match, text)
        if found and points:
            points[-1].joint = _joint(notice, text[points[-1].end : found[0].start])
        points += found
    years = [int(one[0]) for one in _BARE_YEAR.finditer(text) if int(one[0]) >= today.year]
    bare = years[0] if years and len(set(years)) == 1 else 0
    groups: list[Group] = []
    for point in points:
        if groups and _goes_on(groups[-1]):
            groups[-1].points.append(point)
        else:
            groups.append(Group(points=[point]))
    for group in groups:
        _with_years(group, bare, today)
    return groups


def _goes_on(group: Group) -> bool:
    joint = group.points[-1].joint
    if joint == "to":
        return len(group.points) == 1 or group.points[-2].joint != "to"
    return joint == "and"


def _joint(notice: Notice, between: str) -> str:
    bare = _ASIDE.sub(" ", between.replace("~", " "))
    if "\n" not in bare.strip() and notice.has("to", bare):
        return "to"
    return "and" if bare.count("\n") < 2 and notice.has("and", bare) else ""


def _points(notice: Notice, match: re.Match[str], text: str) -> list[Point]:
    """Return the days of one match; [] where its numbers are no day."""
    part = match.groupdict()
    day = int(part["id"] or part["nd"] or part["rd"] or part["d"] or part["sd"])
    month = int(part["im"] or part["m"] or part["sm"] or 0) or month_of(notice, part["nm"] or part["rm"] or "")
    year = int(part["iy"] or part["ny"] or part["ry"] or part["y"] or part["sy"] or 0)
    if part["yy"]:
        year = 2000 + int(part["yy"])
    weekdays = weekdays_in(notice, part["wd"] or "")
    by_clock = text[match.end() : match.end() + 4].strip(" ,").startswith("~")
    is_said = weekdays or by_clock or year or _is_deadline(notice, text, match)
    if not month or (part["sd"] and not is_said):
        return []
    if (
        part["d"]
        and not (part["dot"] or year or part["chain"])
        and len(part["m"]) == 2
        and not (weekdays or by_clock)
    ):
        # "18.12" may be an hour: it is a day where the line has an hour of its own.
        line = text[match.end() :].split("\n", 1)[0]
        if "~~~" not in line or line.startswith((" -", "-")):
            return []
    last = Point(
        day=day,
        month=month,
        year=year,
        weekdays=weekdays,
        start=match.start() + len(part["chain"] or ""),
        end=match.end(),
    )
    found: list[Point] = []
    named = bool(part["nd"])
    for one in notice.pattern("days_in_chain").finditer(part["chain"] or ""):
        joint = "to" if "-" in one["joint"] else "and"
        if not (one["point"] or named or joint == "to"):
            found = []
            continue
        own = weekdays_in(notice, one["wd"] or "")
        start = match.start() + one.start()
        found.append(
            Point(
                day=int(one["day"]),
                month=0,
                year=0,
                weekdays=own,
                start=start,
                end=match.start() + one.end(),
                joint=joint,
            )
        )
    for point in reversed(found):
        turned = point.day > day
        point.month = month - turned or 12
        point.year = year - 1 if turned and month == 1 and year else year
    after = [
        Point(
            day=int(one["day"]),
            month=month,
            year=year,
            weekdays=[],
            start=match.start("more") + one.start("day"),
            end=match.start("more") + one.end(),
            joint="and",
        )
        for one in notice.pattern("more_days").finditer(part["more"] or "")
    ]
    if after:
        last.joint = "to" if part["more"].lstrip().startswith("-") else "and"
        last.end = match.start("more")
        after[-1].joint = ""
    # "la-su 12.-13.6.": the weekdays of both stand before the first.
    if len(found) == 1 and len(found[0].weekdays) > 1 and not weekdays:
        last.weekdays, found[0].weekdays = found[0].weekdays[-1:], found[0].weekdays[:1]
    elif not found and len(weekdays) > 1:
        last.weekdays = weekdays[-1:]
    return [*found, last, *after]


def _is_deadline(notice: Notice, text: str, match: re.Match[str]) -> bool:
    """Tell whether a word says that it is the last day for something: ``senast 16/4``."""
    before, behind = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]
    return notice.has("deadline_before", before) or notice.has("deadline_behind", behind)


def _with_years(group: Group, bare: int, today: date) -> None:
    """Give the days their years: that of a later day of the group, else the one in which they come next."""
    later: Point | None = None
    for point in reversed(group.points):
        if not point.year and later is not None and later.year:
            point.year = later.year - ((point.month, point.day) > (later.month, later.day))
        later = point
    before: Point | None = None
    for point in group.points:
        if not point.year and before is not None and before.year:
            point.year = before.year + ((point.month, point.day) < (before.month, before.day))
        if not point.year:
            _next(point, bare, today)
        else:
            point.when = _day(point.year, point.month, point.day)
            point.doubts = point.when is None or point.when < today
        if point.when and point.weekdays and point.when.weekday() not in point.weekdays:
            point.doubts = True
        before = point


def _next(point: Point, bare: int, today: date) -> None:
    year = bare
    if not year:
        year = today.year
        first = _day(year, point.month, point.day)
        if first is None or first < today:
            year += 1
    point.when = _day(year, point.month, point.day)
    if point.when is None:
        point.doubts = True
        return
    point.year = year
    agrees = bool(point.weekdays) and point.when.weekday() in point.weekdays
    point.doubts = point.when < today or (not bare and point.when - today > FAR and not agrees)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
