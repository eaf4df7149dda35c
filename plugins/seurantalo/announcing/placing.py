"""Which issue of a channel tells of an event date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from seurantalo.announcing.issues import Issue, comes_out, date_issue, issues_appearing, issues_between
from seurantalo.model.channel import Channel

_ONE_DAY: Final = timedelta(days=1)
#: How long before an event the last issue before it may appear: a bulletin of every second month.
_LONGEST: Final = timedelta(days=63)


class Placing:
    """The issues of one channel by the days that they tell about; what was worked out once is kept."""

    __slots__ = ("_covering", "_placed", "channel", "has_days")

    def __init__(self, channel: Channel) -> None:
        """Take a channel."""
        self.channel = channel
        self.has_days = bool(channel.appears or channel.issues)
        """Whether it says itself on which days it appears."""
        self._covering: dict[date, tuple[Issue, ...]] = {}
        self._placed: dict[tuple[date, date], Issue | None] = {}

    def of(self, event: str, first_day: date, last_day: date, news: date) -> Issue | None:
        """Return the issue that tells of an event date; None where no issue tells about its day.

        It is the last that tells about the day and appears before the news day. Where none does, it is the last
        before the event: of two evils, who reads too late to register still reads in time to come. A period without
        a day of its own may begin on the event's day. A channel without issues has one for the date itself.
        """
        if not comes_out(self.channel):
            return date_issue(self.channel, event, first_day, last_day)
        key = first_day, news
        if key not in self._placed:
            self._placed[key] = self._place(first_day, news)
        return self._placed[key]

    def _place(self, first_day: date, news: date) -> Issue | None:
        covering = self.covering(first_day)
        if not covering:
            return None
        for latest in (news, first_day):
            in_time = [one for one in covering if one.day < latest]
            if in_time:
                return in_time[-1]
        if not self.has_days:
            return covering[-1]
        before = issues_appearing(self.channel, first_day - _LONGEST, first_day - _ONE_DAY)
        return before[-1] if before else None

    def covering(self, day: date) -> tuple[Issue, ...]:
        """Return the issues that tell about a day."""
        found = self._covering.get(day)
        if found is None:
            found = self._covering[day] = issues_between(self.channel, day, day)
        return found

    def after(self, day: date, first_day: date) -> Iterator[Issue]:
        """Yield the issues that appear after a day and before an event, in order."""
        last = first_day - _ONE_DAY if self.has_days else first_day
        yield from issues_appearing(self.channel, day + _ONE_DAY, last)

    def window(self, issue: Issue) -> tuple[date, date]:
        """Return the days on which events may be that an issue tells of."""
        if issue.appears is None or not self.has_days:
            return issue.first, issue.last
        # An event on the very day of an issue is told of in the one before.
        until = issue.appears + (_LONGEST if self.channel.issues else timedelta(days=14))
        return min(issue.first, issue.appears + _ONE_DAY), max(issue.last, until)
