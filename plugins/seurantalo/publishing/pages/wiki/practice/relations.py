"""What a practice belongs together with: other practices, the handbook, and the comments and ideas it grew out of."""

from __future__ import annotations

from collections.abc import Iterable

from seurantalo.model.handbook import Comment
from seurantalo.model.practice import Practice
from seurantalo.model.record import Kind, Record
from seurantalo.publishing import wording
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.mentions import comment_href
from seurantalo.publishing.pages.shared.view import Fact, Link, fact_list
from seurantalo.wiki import related_practices, roots_of


def relations(ctx: PageContext, one: Practice, root: str) -> tuple[Fact, ...]:
    """Return what a practice is tied to: other practices, questions, what it grew out of, what is akin to it."""
    say, found = ctx.say, roots_of(ctx.community, one)

    def linked(some: Iterable[Record]) -> tuple[Link, ...]:
        return tuple(ctx.link(other.KIND, other.id, root) for other in some)

    def linking(field: str) -> tuple[Link, ...]:
        return linked(ctx.community.practices_linking(one, field))

    return fact_list(
        (say("Based on"), ctx.links(Kind.PRACTICE, one.based_on, root)),
        (say("Combines"), ctx.links(Kind.PRACTICE, one.combines, root)),
        (say("Replaces"), ctx.links(Kind.PRACTICE, one.replaces, root)),
        (say("Others built on this"), linking("based_on")),
        (say("A part of"), linking("combines")),
        (say("Replaced by"), linking("replaces")),
        (say("Grew out of a comment"), tuple(comment_link(ctx, comment, root) for comment in found.comments)),
        (say("Grew out of an idea"), linked(found.ideas)),
        (say("Was inspired by"), linked(found.events)),
        (say("Answers the question"), ctx.links(Kind.QUESTION, one.answers, root)),
        (
            say("Related"),
            linked(related_practices(ctx.community, one)),
        ),
    )


def comment_link(ctx: PageContext, comment: Comment, root: str) -> Link:
    """Return a link to a comment where it is read, with the day it was written."""
    return Link(comment.by, comment_href(ctx, comment, root), wording.plain_day(comment.date, ctx.lang))
