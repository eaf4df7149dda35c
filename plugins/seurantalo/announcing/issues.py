"""Which issues a channel has, and which days each of them tells about.

An issue is what several events are told in: a number of a paper, a week of a radio, a month of a bulletin. A channel
without issues tells of each event date by itself, and each such date is an issue of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.channel import Channel, Covering, Covers

_ONE_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(days=7)
#: The years of events (see reading.moments).
_YEARS: Final = range(1900, 2201)
#: The last issue of a list tells about so many days, where no two of the list say how far apart they are.
_ALONE: Final = timedelta(days=28)
#: How far back an issue may appear whose days are asked about: one of the first of a month tells about the next.
_REACH: Final = timedelta(days=63)
_UNTIL_NEXT: Final = Covers(Covering.UNTIL_NEXT)
_WEEK_ID: Final = re.compile(r"(\d{4})-?[wW]?-?(\d{1,2})|(?:[wW]|vko |viikko )?(\d{1,2})/(\d{4})")
_DAY_ID: Final = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH_ID: Final = re.compile(r"(\d{4})-(\d\d)")
_CORRECTION_ID: Final = re.compile(r"(?P<issue>.+)-muutos-(?P<number>[1-9]\d?)")
_DATE_ID: Final = re.compile(r"(?P<event>[a-z0-9-]+)-(?P<day>\d{4}-\d\d-\d\d)")


@dataclass(frozen=True, slots=True)
class Issue:
    """What a channel tells at one time: it appears on a day, and tells about the days from ``first`` to ``last``.

    ``id`` is the day on which it appears (``2027-05-19``); of a period that a channel covers without appearing the
    week or the month (``2027-w21``, ``2027-06``), and such a period appears on its first day; of one event date of a
    channel without issues the event and the day (``konsertti-2027-05-29``), and ``appears`` is None. Ids stand in
    addresses and in the ledger: they never change.

    >>> from seurantalo.model.channel import Channel, ChannelType, Covering, Covers
    >>> from seurantalo.model import Text
    >>> paper = Channel(id="lehti", origin=event.origin, name=Text.plain("Lehti"), channel_type=ChannelType.PAPER,
    ...                 appears=(2,), covers=Covers(Covering.NEXT_WEEK))
    >>> issue = issue_by_id(paper, "2027-05-19")
    >>> str(issue.appears), str(issue.first), str(issue.last)
    ('2027-05-19', '2027-05-24', '2027-05-30')
    """

    channel: Channel = field(hash=False, repr=False)
    id: str
    appears: date | None
    first: date
    last: date
    event: str = ""

    @property
    def day(self) -> date:
        """The day by which issues are in order: that on which it appears, else the first that it tells about."""
        return self.appears or self.first


def comes_out(channel: Channel) -> bool:
    """Tell whether a channel has issues that can be worked out.

    >>> from seurantalo.model.channel import Channel, ChannelType
    >>> from seurantalo.model import Text
    >>> comes_out(Channel(id="some", origin=event.origin, name=Text.plain("Some"), channel_type=ChannelType.SOCIAL))
    False
    """
    return bool(channel.appears or channel.issues) or (
        channel.covers is not None and channel.covers.what is not Covering.UNTIL_NEXT
    )


def issues_between(channel: Channel, first: date, last: date) -> tuple[Issue, ...]:
    """Return the issues whose days meet those from ``first`` to ``last``, by the day on which they appear.

    A channel without issues has none here.

    >>> from seurantalo.model.channel import Channel, ChannelType
    >>> from seurantalo.model import Text
    >>> paper = Channel(id="lehti", origin=event.origin, name=Text.plain("Lehti"), channel_type=ChannelType.PAPER,
    ...                 appears=(2,))
    >>> [one.id for one in issues_between(paper, date(2027, 5, 24), date(2027, 5, 30))]
    ['2027-05-19', '2027-05-26']
    """
    if first > last or not comes_out(channel):
        return ()
    found = _numbers(channel, first - _REACH, last + _WEEK) if _appears(channel) else _periods(channel, first, last)
    return tuple(one for one in found if one.first <= last and one.last >= first)


def issues_appearing(channel: Channel, first: date, last: date) -> tuple[Issue, ...]:
    """Return the issues that appear from ``first`` to ``last``, in order; none of a channel without issues.

    >>> from seurantalo.model.channel import Channel, ChannelType
    >>> from seurantalo.model import Text
    >>> paper = Channel(id="lehti", origin=event.origin, name=Text.plain("Lehti"), channel_type=ChannelType.PAPER,
    ...                 appears=(2,))
    >>> [one.id for one in issues_appearing(paper, date(2027, 5, 17), date(2027, 5, 30))]
    ['2027-05-19', '2027-05-26']
    """
    if first > last or not comes_out(channel):
        return ()
    found = _numbers(channel, first, last) if _appears(channel) else _periods(channel, first, last)
    return tuple(one for one in found if first <= one.day <= last)


def issue_by_id(channel: Channel, issue: str) -> Issue | None:
    """Return the issue of an id; None where the channel has none such.

    A channel without issues has one for each event date, and one for each week, in which several may be told.

    >>> from seurantalo.model.channel import Channel, ChannelType
    >>> from seurantalo.model import Text
    >>> some = Channel(id="some", origin=event.origin, name=Text.plain("Some"), channel_type=ChannelType.SOCIAL)
    >>> issue_by_id(some, "konsertti-2027-05-29").event, str(issue_by_id(some, "2027-w21").last)
    ('konsertti', '2027-05-30')
    """
    issue, _ = corrected_issue(issue)
    if not comes_out(channel):
        if (match := _DATE_ID.fullmatch(issue)) and (day := _day(match["day"])):
            return date_issue(channel, match["event"], day)
        week = week_of(issue) if re.fullmatch(r"\d{4}-w\d\d", issue) else None
        return None if week is None else Issue(channel, issue, None, *week)
    if (day := _day(issue)) is not None:
        found = issues_appearing(channel, day, day)
    elif match := _MONTH_ID.fullmatch(issue):
        found = _of_month(channel, int(match[1]), int(match[2]))
    else:
        week = week_of(issue)
        found = () if week is None else issues_between(channel, week[0], week[1] + _WEEK)
    return next((one for one in found if one.id == issue), None)


def correction_id(issue: str, number: int) -> str:
    """Return the id under which a correction of an issue stands in the ledger; ``number`` counts them from one.

    >>> correction_id("2027-05-19", 1)
    '2027-05-19-muutos-1'
    """
    return f"{issue}-muutos-{number}"


def corrected_issue(ledger: str) -> tuple[str, int]:
    """Return the id of the issue that a file of the ledger is about, and the number of the correction; 0 for none.

    >>> corrected_issue("2027-05-19-muutos-1"), corrected_issue("2027-05-19")
    (('2027-05-19', 1), ('2027-05-19', 0))
    """
    found = _CORRECTION_ID.fullmatch(ledger)
    return (found["issue"], int(found["number"])) if found else (ledger, 0)


def date_issue(channel: Channel, event: str, day: date, last: date | None = None) -> Issue:
    """Return the issue of one event date: that of a channel without issues, or of one that tells by itself.

    >>> from seurantalo.model.channel import Channel, ChannelType
    >>> from seurantalo.model import Text
    >>> some = Channel(id="some", origin=event.origin, name=Text.plain("Some"), channel_type=ChannelType.SOCIAL)
    >>> date_issue(some, "konsertti", date(2027, 5, 29)).id
    'konsertti-2027-05-29'
    """
    return Issue(channel, f"{event}-{day}", None, day, last or day, event)


def week_of(text: str) -> tuple[date, date] | None:
    """Return Monday and Sunday of a week as people write it (ISO 8601); None where there is no such week.

    >>> week_of("2027-21") == week_of("2027-W21") == week_of("21/2027") == (date(2027, 5, 24), date(2027, 5, 30))
    True
    >>> week_of("2027-53") is None
    True
    """
    match = _WEEK_ID.fullmatch(" ".join(text.split()))
    if match is None:
        return None
    year, week = int(match[1] or match[4]), int(match[2] or match[3])
    if year not in _YEARS:
        return None
    try:
        monday = date.fromisocalendar(year, week, 1)
        return monday, monday + timedelta(days=6)
    except (ValueError, OverflowError):
        return None


def _appears(channel: Channel) -> bool:
    """Tell whether a channel says itself when it appears."""
    return bool(channel.appears or channel.issues)


def _days_of_issues(channel: Channel, first: date, last: date) -> list[date]:
    """Return the days on which a channel appears: all that it lists, or those of its weeks and one more."""
    moved = _moved(channel)
    listed = ({one.appears for one in channel.issues} - set(moved.values())) | moved.keys()
    if not channel.appears:
        return sorted(listed)
    left_out = {one.appears for one in channel.exceptions if one.left_out} | set(moved.values())
    until = _later(last, _WEEK * (2 + len(left_out)))
    starts = (first + timedelta(days=(weekday - first.weekday()) % 7) for weekday in channel.appears)
    weekly = {date.fromordinal(day) for one in starts for day in range(one.toordinal(), until.toordinal() + 1, 7)}
    weekly -= left_out
    return sorted(weekly | {day for day in listed if first <= day <= until})


def _moved(channel: Channel) -> dict[date, date]:
    """Return the days on which issues appear in place of their usual ones, each with that."""
    found = (one for one in channel.exceptions if not one.left_out)
    return {one.appears: one.instead_of for one in found if one.instead_of is not None}


def _numbers(channel: Channel, first: date, last: date) -> Iterator[Issue]:
    """Yield the issues that appear until ``last``, from ``first`` on or earlier."""
    covers = channel.covers or _UNTIL_NEXT
    days = _days_of_issues(channel, first, last)
    if not days:
        return
    moved = _moved(channel)
    ahead = max((later - day for day, later in pairwise(days)), default=_ALONE)
    for day, following in pairwise([*days, _later(days[-1], ahead)]):
        if day <= last:
            yield Issue(channel, str(day), day, *_covered(covers, day, following, moved.get(day, day)))


def _covered(covers: Covers, appears: date, following: date, usual: date) -> tuple[date, date]:
    """Return the days that an issue tells about: the same where it appears on another day than its ``usual`` one.

    Until the next one: who reads the next one reads it on its day, too late for what is on that day.
    """
    match covers.what:
        case Covering.UNTIL_NEXT:
            return appears + _ONE_DAY, following
        case Covering.NEXT_WEEK:
            monday = usual - timedelta(days=usual.weekday()) + _WEEK
            return monday, monday + timedelta(days=6)
        case Covering.NEXT_MONTH:
            month = (usual.replace(day=28) + timedelta(days=4)).replace(day=1)
            return month, _month_end(month)
        case Covering.WEEKDAYS:
            start = usual - timedelta(days=usual.weekday()) + timedelta(days=covers.first)
            last = start + timedelta(days=(covers.last - covers.first) % 7)
            # Days of its own week, unless they are over when it appears.
            return (start, last) if last > usual else (start + _WEEK, last + _WEEK)


def _periods(channel: Channel, first: date, last: date) -> Iterator[Issue]:
    """Yield the periods of a channel that covers weeks, months or some days of a week, and says no day of its own."""
    covers = channel.covers or _UNTIL_NEXT
    if covers.what is Covering.NEXT_MONTH:
        month = first.replace(day=1)
        while month <= last:
            yield Issue(channel, f"{month.year:04}-{month.month:02}", month, month, _month_end(month))
            month = _month_end(month) + _ONE_DAY
        return
    low, high = (covers.first, covers.last) if covers.what is Covering.WEEKDAYS else (0, 6)
    monday = first - timedelta(days=first.weekday()) - _WEEK
    while monday <= last:
        start = monday + timedelta(days=low)
        year, week, _ = monday.isocalendar()
        yield Issue(channel, f"{year:04}-w{week:02}", start, start, start + timedelta(days=(high - low) % 7))
        monday += _WEEK


def _of_month(channel: Channel, year: int, month: int) -> tuple[Issue, ...]:
    try:
        first = date(year, month, 1)
    except ValueError:
        return ()
    if year not in _YEARS:
        return ()
    return issues_between(channel, first, first)


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - _ONE_DAY


def _later(day: date, by: timedelta) -> date:
    return min(day, date.max - by) + by


def _day(text: str) -> date | None:
    if not _DAY_ID.fullmatch(text):
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year in _YEARS else None
