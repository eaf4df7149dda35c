"""Comments on a question of the handbook or on a practice, as the conversation on its page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.model.handbook import Comment, Question
from seurantalo.model.kinds import KINDS
from seurantalo.model.practice import Practice
from seurantalo.model.record import Kind
from seurantalo.proposing import Act
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import comment_anchor
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.guides import form_address
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
    forms = _Forms(ctx, record, root)
    return CommentsView(tuple(_flat(forms, threads(comments), new, root)), forms.link())


class _Forms:
    """Links to the form in which a comment is written."""

    def __init__(self, ctx: PageContext, record: Question | Practice, root: str) -> None:
        self.ctx = ctx
        self._root = root
        self._about = f"{KINDS[record.KIND].folder}/{record.id}"

    def link(self, answered: Comment | None = None) -> str:
        """Return the address of the form for a new comment, or for an answer to one."""
        answers = {} if answered is None else {"vastaus": answered.id.rpartition("/")[2]}
        return form_address(self._root, Act.COMMENT, self._about, **answers)


def _flat(forms: _Forms, found: tuple[Thread, ...], newer: frozenset[str], root: str) -> Iterator[CommentView]:
    """Yield comments in reading order: each before the answers to it."""
    waiting = [(thread, 0) for thread in reversed(found)]
    while waiting:
        thread, depth = waiting.pop()
        yield _comment(forms, thread.comment, min(depth, DEEPEST), root, new=thread.comment.id in newer)
        waiting += [(reply, depth + 1) for reply in reversed(thread.replies)]


def _comment(forms: _Forms, comment: Comment, depth: int, root: str, *, new: bool) -> CommentView:
    ctx = forms.ctx
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
        reply=forms.link(comment),
        edit=ctx.edit_url(comment),
    )
