"""What a channel tells next, at addresses that stay for years: ``kanavat/<channel>/menot.txt`` and its like.

It is the earliest issue that has not appeared yet, for papers are laid out after their deadline; of a channel without
issues today and the next seven whole days.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from seurantalo.announcing import Issue, comes_out, due_of, issues_appearing
from seurantalo.announcing.due import Due
from seurantalo.announcing.entry import Entry
from seurantalo.announcing.texts import IssueText
from seurantalo.frozen import dataclass
from seurantalo.model.channel import Channel
from seurantalo.publishing import wording
from seurantalo.publishing.pages.channels.prepared import prepared
from seurantalo.publishing.pages.shared.context import PageContext

#: Whole days after today that a channel without issues tells of.
WINDOW: Final = timedelta(days=7)
#: How far ahead the next issue is looked for.
_AHEAD: Final = timedelta(days=400)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a channel tells next: of which days, what, and the same as one text."""

    channel: Channel
    issue: Issue
    entries: tuple[Entry, ...]
    """Those that are told, in the channel's order."""
    text: IssueText
    due: Due | None

    @property
    def appears(self) -> date | None:
        """The day on which the issue appears; None where the days are today and the next ones."""
        return self.issue.appears

    @property
    def demo(self) -> bool:
        """True where something in it is invented as an example."""
        return self.channel.demo or any(one.occurrence.event.demo for one in self.entries)


def next_issue(channel: Channel, today: date) -> Issue:
    """Return the earliest issue that has not appeared before ``today``; today and the next days where none comes.

    The issue of today is still the next one: who opens the address on the morning of that day looks for it.
    """
    found = issues_appearing(channel, today, today + _AHEAD) if comes_out(channel) else ()
    return found[0] if found else Issue(channel, f"{today}--{today + WINDOW}", None, today, today + WINDOW)


def listing(ctx: PageContext, name: str) -> Listing:
    """Return what a channel tells next; ask ``once``."""
    channel = ctx.community.channels[name]
    issue = next_issue(channel, ctx.today)
    text = prepared(ctx, issue)
    return Listing(
        channel=channel,
        issue=issue,
        entries=tuple(entry for entry, _ in text.entries),
        text=text,
        due=due_of(issue, None, ctx.holidays) if issue.appears is not None else None,
    )


def days_words(issue: Issue, ctx: PageContext) -> str:
    """Return the days that an issue tells about: ``24.–30.5.2027``."""
    return wording.plain_days(issue.first, issue.last, ctx.lang)
