"""Events that were told and whose files are gone: what was told of them, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator

from seurantalo.announcing.vanished import Vanished
from seurantalo.language import Language
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import channel_address
from seurantalo.publishing.pages.channels.issue import issue_title
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Link


def vanished_rows(ctx: PageContext, root: str) -> Iterator[Link]:
    """Yield each such date of a channel: the way to the issue that told of it, and what it told."""
    for one in ctx.announcing.vanished():
        name, issue = ctx.name(one.channel), one.last.issue
        shown = issue is not None and not issue.event and issue in ctx.announcing.issues(one.channel.id)
        page = channel_address(one.channel.id, issue.id if issue is not None and shown else "")
        if issue is not None and not issue.event:
            name = ctx.lang.say("{channel}: {what}", channel=name, what=issue_title(ctx, issue))
        yield Link(name, f"{root}{page}", what_was_told(one, ctx.lang))


def what_was_told(one: Vanished, lang: Language) -> str:
    """Return the event by its id (its title went with its file), its day, what was told of it and when."""
    what = f"{one.event} {wording.day_of_year(one.day, lang)}"
    facts = one.last.facts or lang.say("nobody knows what")
    if one.last.on is None:
        return lang.say("{term}: {text}", term=what, text=facts)
    date = wording.plain_day(one.last.on, lang)
    return lang.say("{event}: told on {date}: {facts}", event=what, date=date, facts=facts)
