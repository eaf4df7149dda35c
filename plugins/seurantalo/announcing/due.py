"""By when a channel wants the news of an issue, or of one event date: a rule, counted back from a day.

A rule counts from the day on which the issue appears, else from the event's *news day*: its first day, or the last
day of registration where that is earlier. A due day on a Sunday or a public holiday moves to the working day before,
for offices are shut then (Midsummer Eve and Christmas Eve are among those days). A Saturday stays: the channel said
so. What people post or hang up themselves (social media, chats, notice boards) does not move.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, time, timedelta
from typing import Final, Protocol

from seurantalo.announcing.issues import Issue
from seurantalo.frozen import dataclass
from seurantalo.model.channel import (
    Before,
    Channel,
    ChannelType,
    DeadlineAnchor,
    DeadlineRule,
    InWeek,
    MonthBefore,
    SameDay,
    Unit,
    WeekdayBefore,
)
from seurantalo.model.event import Event
from seurantalo.model.record import Moment, day_of
from seurantalo.planner.holidays import HolidayCalendar

_ONE_DAY: Final = timedelta(days=1)
#: Channels that nobody's office hours hold up.
_ALWAYS_OPEN: Final = frozenset({ChannelType.BOARD, ChannelType.CHAT, ChannelType.SOCIAL})
#: The most that a rule counts, whatever it says: ten years.
_LONGEST: Final = 3_660


class Holidays(Protocol):
    """What is asked of public holidays; :class:`HolidayCalendar` knows it."""

    def is_holiday(self, day: date) -> bool:
        """True on a public holiday."""

    def name(self, day: date) -> str | None:
        """Return what the holiday is called."""


@dataclass(frozen=True, slots=True)
class Due:
    """By when news has to be there: a date is by the end of that day, a datetime by then, in the site's wall time.

    ``moved_from`` is the day that the rule gave, where that was a Sunday or a public holiday; ``holiday`` is the
    English name of that holiday, the same in every language.

    >>> Due(datetime(2027, 5, 5, 12), date(2027, 5, 6), "Ascension Day").day
    datetime.date(2027, 5, 5)
    """

    at: Moment
    moved_from: date | None = None
    holiday: str | None = None

    @property
    def day(self) -> date:
        """The last day."""
        return day_of(self.at)


def news_day(event: Event, first_day: date) -> date:
    """Return the day by which news of an event date is late: its first, or the last one of registration.

    A registration that ended long before, on other dates of a series, says nothing of this one.

    >>> news_day(event, date(2027, 3, 20))
    datetime.date(2027, 3, 20)
    """
    if event.registration is None or event.registration.until is None:
        return first_day
    until = day_of(event.registration.until)
    if event.repetitions and event.starts is not None and day_of(event.starts) != first_day:
        return first_day
    return min(until, first_day)


def due_of(issue: Issue, news: date | None, holidays: Holidays | None = None) -> Due | None:
    """Return by when a channel wants the news of an issue; None without a rule, or with one in free words.

    ``news`` is the news day of the event that is asked about; None asks about the issue as a whole.

    >>> from seurantalo.model.channel import Channel, ChannelType, DeadlineRule, InWeek
    >>> from seurantalo.model import Text
    >>> paper = Channel(id="lehti", origin=event.origin, name=Text.plain("Lehti"), channel_type=ChannelType.PAPER,
    ...                 appears=(4,), deadline=DeadlineRule(InWeek(3), time(12)))
    >>> from seurantalo.announcing.issues import issue_by_id
    >>> due_of(issue_by_id(paper, "2027-05-07"), None)
    Due(at=datetime.datetime(2027, 5, 5, 12, 0), moved_from=datetime.date(2027, 5, 6), holiday='Ascension Day')
    """
    channel = issue.channel
    if channel.shows_by_itself:
        return None
    for listed in (*channel.exceptions, *channel.issues):
        if listed.appears == issue.appears and listed.deadline is not None:
            return Due(listed.deadline)
    rule = channel.deadline
    if rule is None:
        return None
    known = HolidayCalendar() if holidays is None else holidays
    given = _day_of(rule, _anchor(rule, issue, news), known)
    if is_always_open(channel) or not _is_shut(given, known):
        return Due(_at(given, rule.at))
    return Due(
        _at(_workday_before(given, known), rule.at), given, known.name(given) if known.is_holiday(given) else None
    )


def is_always_open(channel: Channel) -> bool:
    """Tell whether nobody's office hours hold a channel up, so that its due days do not move.

    >>> from seurantalo.model.channel import Channel, ChannelType
    >>> from seurantalo.model import Text
    >>> is_always_open(Channel(id="s", origin=event.origin, name=Text.plain("S"), channel_type=ChannelType.SOCIAL))
    True
    """
    return channel.channel_type in _ALWAYS_OPEN


def reminder_of(issue: Issue, first_day: date | None, holidays: Holidays | None = None) -> Moment | None:
    """Return when a channel is used a second time: on the event's own day, say; None where it has no such rule.

    It is counted from the event's first day, or from the issue, and never moves.

    >>> from seurantalo.model.channel import Channel, ChannelType, DeadlineRule, SameDay
    >>> from seurantalo.model import Text
    >>> from seurantalo.announcing.issues import date_issue
    >>> some = Channel(id="some", origin=event.origin, name=Text.plain("Some"), channel_type=ChannelType.SOCIAL,
    ...                reminder=DeadlineRule(SameDay(), time(8)))
    >>> reminder_of(date_issue(some, "konsertti", date(2027, 3, 20)), date(2027, 3, 20))
    datetime.datetime(2027, 3, 20, 8, 0)
    """
    rule = issue.channel.reminder
    if rule is None or issue.channel.shows_by_itself:
        return None
    known = HolidayCalendar() if holidays is None else holidays
    return _at(_day_of(rule, _anchor(rule, issue, first_day), known), rule.at)


def _anchor(rule: DeadlineRule, issue: Issue, news: date | None) -> date:
    """Return the day that a rule counts back from."""
    stated = rule.day.anchor if isinstance(rule.day, Before | WeekdayBefore) else None
    if issue.appears is not None and stated is not DeadlineAnchor.EVENT:
        return issue.appears
    return news or issue.first


def _day_of(rule: DeadlineRule, anchor: date, holidays: Holidays) -> date:
    match rule.day:
        case Before(count, unit, _):
            return _before(anchor, min(count, _LONGEST), unit, holidays)
        case InWeek(weekday, weeks_earlier):
            monday = anchor - timedelta(days=anchor.weekday())
            day = monday + timedelta(days=weekday, weeks=-min(weeks_earlier, 500))
            # "Thursday of the same week", for what is on a Tuesday: the Thursday before.
            return day if day < anchor else day - timedelta(weeks=1)
        case WeekdayBefore(weekday, _):
            return anchor - timedelta(days=(anchor.weekday() - weekday - 1) % 7 + 1)
        case SameDay():
            return anchor
        case MonthBefore(number):
            first = anchor.replace(day=1)
            last = first - _ONE_DAY
            return _workday_before(first, holidays) if number is None else last.replace(day=min(number, last.day))


def _before(anchor: date, count: int, unit: Unit, holidays: Holidays) -> date:
    match unit:
        case Unit.DAY:
            return anchor - timedelta(days=count)
        case Unit.WEEK:
            return anchor - timedelta(weeks=min(count, 500))
        case Unit.MONTH:
            months = anchor.year * 12 + anchor.month - 1 - min(count, 120)
            year, month = divmod(months, 12)
            return date(year, month + 1, min(anchor.day, monthrange(year, month + 1)[1]))
        case Unit.WORKDAY:
            day = anchor
            for _ in range(count):
                day = _workday_before(day, holidays)
            return day


def _workday_before(day: date, holidays: Holidays) -> date:
    """Return the last day before another on which offices are open."""
    day -= _ONE_DAY
    while day.weekday() > 4 or holidays.is_holiday(day):
        day -= _ONE_DAY
    return day


def _is_shut(day: date, holidays: Holidays) -> bool:
    return day.weekday() == 6 or holidays.is_holiday(day)


def _at(day: date, hour: time | None) -> Moment:
    return day if hour is None else datetime.combine(day, hour)
