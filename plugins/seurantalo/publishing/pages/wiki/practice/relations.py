"""What a practice belongs together with: other practices, the handbook, and the comments and ideas it grew out of."""

from __future__ import annotations

from collections.abc import Iterator

from seurantalo.model.handbook import Comment
from seurantalo.model.practice import Practice
from seurantalo.model.record import Kind
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import FOLDERS, comment_anchor
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Fact, Link
from seurantalo.wiki import related_practices, roots_of


def relations(ctx: PageContext, one: Practice, root: str) -> tuple[Fact, ...]:
    """Return what a practice is tied to: other practices, questions, what it grew out of, what is akin to it."""
    say, community = ctx.lang.say, ctx.community
    found = (
        ("Based on", one.based_on),
        ("Combines", one.combines),
        ("Replaces", one.replaces),
        ("Others built on this", tuple(other.id for other in community.practices_linking(one, "based_on"))),
        ("A part of", tuple(other.id for other in community.practices_linking(one, "combines"))),
        ("Replaced by", tuple(other.id for other in community.practices_linking(one, "replaces"))),
    )
    facts = [Fact(say(term), ctx.links(Kind.PRACTICE, names, root)) for term, names in found if names]
    facts += _roots(ctx, one, root)
    if one.answers:
        facts.append(Fact(say("Answers the question"), ctx.links(Kind.QUESTION, one.answers, root)))
    akin = tuple(other.id for other in related_practices(community, one))
    if akin:
        facts.append(Fact(say("Akin to this"), ctx.links(Kind.PRACTICE, akin, root)))
    return tuple(facts)


def _roots(ctx: PageContext, one: Practice, root: str) -> Iterator[Fact]:
    """Yield what a practice grew out of; each file that says so keeps the trail."""
    found, say = roots_of(ctx.community, one), ctx.lang.say
    if found.comments:
        yield Fact(
            say("Grew out of a comment"), tuple(comment_link(ctx, comment, root) for comment in found.comments)
        )
    if found.ideas:
        yield Fact(say("Grew out of an idea"), ctx.links(Kind.IDEA, tuple(idea.id for idea in found.ideas), root))
    if found.events:
        yield Fact(say("Was inspired by"), ctx.links(Kind.EVENT, tuple(event.id for event in found.events), root))


def comment_link(ctx: PageContext, comment: Comment, root: str) -> Link:
    """Return a link to a comment on its question's page, with the day it was written."""
    href = f"{root}{FOLDERS[Kind.QUESTION]}{comment.on_question}/#{comment_anchor(comment.id)}"
    return Link(comment.by, href, wording.plain_day(comment.date, ctx.lang))
