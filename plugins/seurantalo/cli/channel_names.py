"""Channels, issues and weeks as somebody names them on a command line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from seurantalo.announcing import Issue, comes_out, issue_by_id, issues_between, week_of
from seurantalo.cli.named_records import find_named
from seurantalo.cli.printing import say
from seurantalo.cli.usage_error import UsageError
from seurantalo.model.channel import Channel
from seurantalo.model.record import Kind
from seurantalo.project import Project
from seurantalo.publishing.pages.channels.listing import next_issue
from seurantalo.publishing.pages.shared.context import PageContext, in_language
from seurantalo.reading.report import format_text


def opened(project: Project) -> PageContext | None:
    """Return the site as it is today, in the language of the answer; None, told of, where its files hold errors."""
    reading = project.read()
    if reading.community is None:
        say(format_text(reading.errors, project.lang))
        return None
    return in_language(project.parts(project.plan(reading.community)), project.lang.code)


def find_channels(ctx: PageContext, written: str) -> tuple[Channel, ...]:
    """Return the channel that is named, by id or name; all of them for ``""``. Raises UsageError."""
    channels = ctx.community.channels
    if not written:
        return tuple(channels.values())
    return (channels[find_named(Kind.CHANNEL, written, channels)],)


def find_week(written: str) -> tuple[date, date]:
    """Return Monday and Sunday of a week; raise UsageError."""
    week = week_of(written)
    if week is None:
        raise UsageError("“{found}” is no week. Write it so: 2027-21.", found=written)
    return week


def issues_asked_for(ctx: PageContext, channels: Iterable[Channel], week: str) -> list[Issue]:
    """Return the issues of channels that tell about a week; for ``""`` the next one of each."""
    found: list[Issue] = []
    for channel in channels:
        if not week and comes_out(channel):
            found.append(next_issue(channel, ctx.today))
            continue
        first, last = find_week(week) if week else _next_days(channel, ctx.today)
        if comes_out(channel):
            found += issues_between(channel, first, last)
        else:
            found += dict.fromkeys(one.issue for one in ctx.announcing.between(channel.id, first, last))
    return found


def find_issue(ctx: PageContext, channel: Channel, issue: str, week: str) -> Issue:
    """Return the issue that is named by its id, or by the week that it tells about; raise UsageError."""
    if issue:
        # The day of an issue, as people write it: 19.5.2027.
        day = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", issue)
        found = issue_by_id(channel, f"{day[3]}-{day[2]:0>2}-{day[1]:0>2}" if day else issue)
        if found is None:
            raise UsageError("{channel} has no issue “{found}”.", channel=channel.id, found=issue)
        return found
    if not comes_out(channel):
        monday, _ = find_week(week)
        year, number, _ = monday.isocalendar()
        return find_issue(ctx, channel, f"{year:04}-w{number:02}", "")
    several = issues_asked_for(ctx, (channel,), week)
    if len(several) != 1:
        names = ", ".join(one.id for one in several) or "–"
        raise UsageError("Say which issue: --issue. Those of the week: {names}.", names=names)
    return several[0]


def _next_days(channel: Channel, today: date) -> tuple[date, date]:
    issue = next_issue(channel, today)
    return issue.first, issue.last
