"""Comments on a question of the handbook or on a practice, as the conversation on its page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from seurantalo.model.handbook import Comment, Question
from seurantalo.model.kinds import KINDS
from seurantalo.model.practice import Practice
from seurantalo.model.record import Kind
from seurantalo.proposing.forge import new_file_address
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import comment_anchor
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.record import demo_badges
from seurantalo.publishing.pages.shared.texts import prose
from seurantalo.publishing.pages.shared.view import Badge, Link
from seurantalo.wiki import Thread, comments_on, threads

#: Answers to answers are set in this far; deeper ones stay at the last step.
DEEPEST: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentView:
    """A comment; ``depth`` counts how many it answers, ``answers`` names whom."""

    anchor: str
    depth: int
    by: Link
    iso: str
    day: str
    relayed: str
    answers: Link | None
    new: bool
    text: Markup
    became: Link | None
    badges: tuple[Badge, ...]
    reply: str
    edit: str


@dataclass(frozen=True, slots=True)
class CommentsView:
    """A conversation, each comment before the answers to it; where a new one is written, ``""`` if nowhere."""

    comments: tuple[CommentView, ...]
    write: str


def comments_view(
    ctx: PageContext, record: Question | Practice, root: str, new: frozenset[str] = frozenset()
) -> CommentsView:
    """Return the comments on a record; those with ids in ``new`` are marked so."""
    comments = comments_on(ctx.community, record)
    file = _Files(ctx, record, len(comments) + 1)
    return CommentsView(tuple(_flat(file, threads(comments), new, root)), file.link())


class _Files:
    """Links that open a new comment's file with its text begun."""

    def __init__(self, ctx: PageContext, record: Question | Practice, number: int) -> None:
        self.ctx = ctx
        self._path = (
            f"content/{KINDS[record.KIND].folder}/{record.id}/comments/{number:02}-{ctx.lang.say('comment')}.md"
        )

    def link(self, answered: Comment | None = None) -> str:
        """Return the address of a new comment, or of an answer to one; ``""`` where the site does not say."""
        ctx = self.ctx
        field, say = ctx.file_words.field, ctx.lang.say
        lines = [
            "---",
            f"{field('date')}: {ctx.lang.tongue.in_file(ctx.today)}",
            f"{field('by')}: {say('Name of your association')}",
        ]
        if answered is not None:
            lines.append(f"{field('in_reply_to')}: {answered.id.rpartition('/')[2]}")
        lines += ["---", say("Write here how you have done it."), ""]
        return new_file_address(ctx.forge, self._path, "\n".join(lines)).href


def _flat(file: _Files, found: tuple[Thread, ...], newer: frozenset[str], root: str) -> Iterator[CommentView]:
    """Yield comments in reading order: each before the answers to it."""
    waiting = [(thread, 0) for thread in reversed(found)]
    while waiting:
        thread, depth = waiting.pop()
        yield _comment(file, thread.comment, min(depth, DEEPEST), root, new=thread.comment.id in newer)
        waiting += [(reply, depth + 1) for reply in reversed(thread.replies)]


def _comment(file: _Files, comment: Comment, depth: int, root: str, *, new: bool) -> CommentView:
    ctx = file.ctx
    answered = ctx.community.comments[comment.in_reply_to] if comment.in_reply_to and depth else None
    anchor = comment_anchor(comment.id)
    became = None
    if comment.became_practice is not None:
        became = ctx.link(Kind.PRACTICE, comment.became_practice, root)
    elif comment.became_idea is not None:
        became = ctx.link(Kind.IDEA, comment.became_idea, root)
    return CommentView(
        anchor=anchor,
        depth=depth,
        by=Link(comment.by, ctx.link(Kind.ORGANISATION, comment.by_organisation, root).href)
        if comment.by_organisation
        else Link(comment.by),
        iso=comment.date.isoformat(),
        day=wording.plain_day(comment.date, ctx.lang),
        relayed=ctx.lang.say("passed on: {source}", source=comment.relayed_from) if comment.relayed_from else "",
        answers=Link(answered.by, f"#{comment_anchor(answered.id)}") if answered else None,
        new=new,
        text=prose(ctx, comment.text, root, f"{anchor}-", 4),
        became=became,
        badges=demo_badges(ctx, comment),
        reply=file.link(comment),
        edit=ctx.edit_url(comment),
    )
