"""The handbook: questions, what has been answered in brief, and the answers themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from seurantalo.model.handbook import Comment, Question
from seurantalo.model.record import Kind
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import FOLDERS, METHODS, address, comment_anchor
from seurantalo.publishing.file_text import new_file_link
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import headings, list_page
from seurantalo.publishing.pages.shared.mentions import Told
from seurantalo.publishing.pages.shared.record import (
    Frame,
    demo_badges,
    frame,
    record_card,
    record_page,
    record_pages,
)
from seurantalo.publishing.pages.shared.texts import marked, prose, summary
from seurantalo.publishing.pages.shared.view import Badge, Card, Fact, Link, fact_list
from seurantalo.publishing.pages.wiki.methods import MethodsView, methods_view
from seurantalo.publishing.pages.wiki.practice.parts import source_lines
from seurantalo.publishing.prose import ProseContext, plain_text
from seurantalo.publishing.publication import Page, depth_prefix
from seurantalo.wiki import Thread, comments_on, newer_than_summary, threads

#: Answers to answers are set in this far; deeper ones stay at the last step.
DEEPEST: Final = 3


@dataclass(frozen=True, slots=True)
class PointView:
    """A point of the summary."""

    text: Markup
    cites: tuple[Link, ...]
    """The comments of the page that it rests on, by who wrote them."""
    method: Link | None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """The page of a question."""

    frame: Frame
    text: Markup
    as_of: str
    points: tuple[PointView, ...]
    newer: str
    comments: tuple[CommentView, ...]
    methods: MethodsView
    facts: tuple[Fact, ...]
    sources: tuple[Link, ...]
    new_comment: str


#: What points at a question and stands in a section of its page already.
_TOLD: Told = frozenset({(Kind.PRACTICE, "answers"), (Kind.COMMENT, "on_question")})


def question_view(ctx: PageContext, question: Question) -> QuestionView:
    """Return the page of a question."""
    root = depth_prefix(address(question))
    say = ctx.lang.say
    comments = comments_on(ctx.community, question)
    newer = newer_than_summary(question, comments)
    brief = question.summary
    methods = {one.id: one for one in ctx.community.practices_linking(question, "answers")}
    for point in brief.points if brief else ():
        if point.method is not None:
            methods[point.method] = ctx.community.practices[point.method]
    file = _CommentFiles(ctx, question, len(comments) + 1)
    return QuestionView(
        frame=frame(
            ctx,
            question,
            say("Handbook"),
            title=marked(ctx, question.question),
            kicker=say("Question {n}", n=question.number),
            invented=say("This question and its answers are invented."),
            told=_TOLD,
        ),
        text=prose(ctx, question.text, root, "t-", 2),
        as_of=say("As of {date}", date=wording.plain_day(brief.as_of, ctx.lang)) if brief else "",
        points=_points(ctx, question, root),
        newer=ctx.lang.count(
            "{n} comment is newer than this summary.", "{n} comments are newer than this summary.", len(newer)
        )
        if newer
        else "",
        comments=tuple(_flat(file, threads(comments), frozenset(one.id for one in newer), root)),
        methods=methods_view(ctx, methods.values(), root),
        facts=fact_list((say("Themes"), ctx.links(Kind.THEME, question.themes, root))),
        sources=source_lines(ctx, question.sources, root),
        new_comment=file.link(),
    )


def _points(ctx: PageContext, question: Question, root: str) -> tuple[PointView, ...]:
    if question.summary is None:
        return ()
    comments = ctx.community.comments
    return tuple(
        PointView(
            text=prose(ctx, point.text, root, f"k{n}-"),
            cites=tuple(Link(comments[name].by, f"#{comment_anchor(name)}") for name in point.cites),
            method=ctx.link(Kind.PRACTICE, point.method, root) if point.method else None,
        )
        for n, point in enumerate(question.summary.points, 1)
    )


class _CommentFiles:
    """Links that open a new comment's file with its text begun."""

    def __init__(self, ctx: PageContext, question: Question, number: int) -> None:
        self.ctx = ctx
        self._path = f"content/handbook/{question.id}/comments/{number:02}-{ctx.lang.say('comment')}.md"

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
        return new_file_link(ctx.site, self._path, "\n".join(lines))


def _flat(file: _CommentFiles, found: tuple[Thread, ...], newer: frozenset[str], root: str) -> Iterator[CommentView]:
    """Yield comments in reading order: each before the answers to it."""
    waiting = [(thread, 0) for thread in reversed(found)]
    while waiting:
        thread, depth = waiting.pop()
        yield _comment(file, thread.comment, min(depth, DEEPEST), root, new=thread.comment.id in newer)
        waiting += [(reply, depth + 1) for reply in reversed(thread.replies)]


def _comment(file: _CommentFiles, comment: Comment, depth: int, root: str, *, new: bool) -> CommentView:
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


def _page(ctx: PageContext, question: Question) -> Page:
    view, say = question_view(ctx, question), ctx.say
    points = question.summary.points if question.summary is not None else ()
    context = ProseContext(ctx.community, ctx.lang.code)
    return record_page(
        ctx,
        question,
        "wiki/question.html",
        view,
        plain_text(" ".join(ctx.words(one.text) for one in points), 200, context) or summary(ctx, question.text),
        headings=headings(
            ("yhteenveto", say("In brief"), view.points),
            ("kommentit", say("Comments"), True),
            ("kaytannot", say("Practices that answer"), view.methods.rows or view.methods.untried),
            ("viittaukset", say("What speaks of this"), view.frame.mentions),
            ("lahteet", say("Sources"), view.sources),
        ),
    )


#: A page for each question of the handbook, by address.
question_pages: Final = record_pages(lambda community: community.questions, _page)


def question_cards(ctx: PageContext, root: str) -> tuple[Card, ...]:
    """Return every question with its numbers, in the handbook's order."""
    cards = []
    for question in sorted(ctx.community.questions.values(), key=lambda one: (one.number, one.id)):
        comments = comments_on(ctx.community, question)
        practices = ctx.community.practices_linking(question, "answers")
        amounts = (
            (len(comments), ctx.lang.count("{n} comment", "{n} comments", len(comments))),
            (len(practices), ctx.lang.count("{n} practice", "{n} practices", len(practices))),
        )
        cards.append(
            record_card(
                ctx,
                question,
                root,
                kicker=ctx.lang.say("Question {n}", n=question.number),
                meta=tuple(words for n, words in amounts if n),
            )
        )
    return tuple(cards)


def handbook_page(ctx: PageContext) -> Page:
    """Return the list of questions."""
    folder = FOLDERS[Kind.QUESTION]
    return list_page(
        ctx,
        folder,
        "wiki/handbook.html",
        ctx.say("Handbook"),
        ctx.say("Questions of local development, answered by those who have tried."),
        cards=question_cards(ctx, depth_prefix(folder)),
        new=ctx.site.new_file_url("content/handbook"),
        methods=f"{depth_prefix(folder)}{METHODS}",
    )
