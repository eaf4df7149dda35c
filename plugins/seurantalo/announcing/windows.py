"""How long before an issue or an event a channel may want its news."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from seurantalo.model.channel import Before, Channel, DeadlineRule, InWeek, MonthBefore, SameDay, Unit, WeekdayBefore
from seurantalo.model.record import day_of

#: The longest row of days on which offices are shut, with what lies beside it.
_SHUT: Final = 14
_LENGTHS: Final = {Unit.DAY: 1, Unit.WORKDAY: 2, Unit.WEEK: 7, Unit.MONTH: 31}
_LONGEST: Final = 3_660


def lead_of(channel: Channel) -> timedelta:
    """Return how many days at most lie between a due day of a channel and the issue, or the event, that it is about.

    >>> from seurantalo.model.channel import ChannelType
    >>> from seurantalo.model import Text
    >>> some = Channel(id="some", origin=event.origin, name=Text.plain("Some"), channel_type=ChannelType.SOCIAL)
    >>> lead_of(some).days
    0
    """
    rules = [_days(one) for one in (channel.deadline, channel.reminder) if one is not None]
    listed = [
        (one.appears - day_of(one.deadline)).days
        for one in (*channel.exceptions, *channel.issues)
        if one.deadline is not None
    ]
    return timedelta(days=min(max([0, *rules, *listed]), _LONGEST))


def _days(rule: DeadlineRule) -> int:
    match rule.day:
        case Before(count, unit, _):
            return count * _LENGTHS[unit] + _SHUT
        case InWeek(_, weeks_earlier):
            return (weeks_earlier + 1) * 7 + _SHUT
        case WeekdayBefore():
            return 7 + _SHUT
        case SameDay():
            return _SHUT
        case MonthBefore():
            return 62 + _SHUT
