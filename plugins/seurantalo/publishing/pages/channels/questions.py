"""What readers ask and the files do not say: to be asked of the organisers, with a letter that is begun."""

from __future__ import annotations

from collections.abc import Iterator

from seurantalo.announcing.entry import Entry
from seurantalo.announcing.texts import IssueText
from seurantalo.frozen import dataclass
from seurantalo.model.record import Kind
from seurantalo.planner.clashes import whom_to_ask
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import EVENTS
from seurantalo.publishing.pages.channels.paste import mail_link
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Link


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be asked about an event, and how."""

    event: Link
    words: str
    ask: Link


def question_views(ctx: PageContext, told: IssueText, root: str) -> tuple[Question, ...]:
    """Return the questions about the entries of an issue."""
    return tuple(_questions(ctx, told, root))


def _questions(ctx: PageContext, told: IssueText, root: str) -> Iterator[Question]:
    for entry, written in told.entries:
        if written.questions:
            one = entry.occurrence
            link = Link(ctx.words(one.title), f"{root}{EVENTS}{one.event.id}/")
            yield Question(link, " ".join(written.questions), _ask(ctx, entry, written.questions))


def _ask(ctx: PageContext, entry: Entry, questions: tuple[str, ...]) -> Link:
    """Return the letter to the organiser: the role's own address, ``""`` where the files know none."""
    one = entry.occurrence
    event = one.event
    asked = (one.contact for one in whom_to_ask(ctx.community, event))
    to = next((each.email for each in asked if each is not None and each.email), "")
    title = ctx.words(one.title)
    subject = ctx.lang.say("{event}, {date}", event=title, date=wording.day(one.first_day, ctx.lang))
    page = [f"{ctx.site.url}{EVENTS}{event.id}/"] if ctx.site.url else []
    channel = ctx.names[Kind.CHANNEL][entry.channel.id]
    why = ctx.lang.say("We are about to tell of this event in {channel}.", channel=channel)
    return Link(ctx.say("Ask the organiser"), mail_link(to, subject, "\n".join([why, *questions, *page]))[0])
