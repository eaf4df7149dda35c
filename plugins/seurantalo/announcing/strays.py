"""Files of the ledger that no channel and no issue answers to: what was marked as sent, and counts nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from difflib import get_close_matches
from typing import Final

from seurantalo.announcing.issues import Issue, issue_by_id, issues_between
from seurantalo.model.channel import Announcement, Channel
from seurantalo.model.community import Community
from seurantalo.model.problem import Problem, Severity
from seurantalo.model.record import day_of

#: So long is told of a file that means no issue: later it is history, and a channel may have changed since.
_TOLD: Final = timedelta(days=60)
#: An issue that was sent on a day tells about days not farther from it than this.
_NEAR: Final = timedelta(days=40)


def stray_entries(community: Community, today: date) -> Iterator[Problem]:
    """Yield a warning for each file that lies in no channel's folder, or is called after no issue of its channel.

    A channel that is gone, and what was sent more than 60 days ago, is history and no fault.
    """
    for entry in community.announcements.values():
        channel = community.channels.get(entry.channel)
        day = today if entry.sent_at is None else day_of(entry.sent_at)
        if channel is None:
            near = get_close_matches(entry.channel, community.channels, 1, 0.8)
            if near:
                yield _stray("announcement-of-no-channel", entry, found=entry.channel, right=near[0])
        elif today - day <= _TOLD and issue_by_id(channel, entry.issue) is None:
            issues = _issues_near(channel, day)
            yield _stray("announcement-of-no-issue", entry, found=entry.issue, right=_example(issues, day))


def _stray(code: str, entry: Announcement, **values: str) -> Problem:
    return Problem(code, entry.origin.path, values=tuple(sorted(values.items())), severity=Severity.WARNING)


def _issues_near(channel: Channel, day: date) -> tuple[Issue, ...]:
    return issues_between(channel, day - _NEAR, day + _NEAR)


def _example(issues: tuple[Issue, ...], day: date) -> str:
    """Return the id of the first issue that was still to come when something was sent."""
    to_come = [one for one in issues if (one.appears or one.first) >= day]
    return to_come[0].id if to_come else f"kevatkonsertti-{day}"
