"""The handbook: questions, what has been answered in brief, and the answers themselves."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.model.handbook import Question
from seurantalo.model.record import Kind
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import FOLDERS, METHODS, address, comment_anchor
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import headings, list_page
from seurantalo.publishing.pages.shared.mentions import Told
from seurantalo.publishing.pages.shared.record import (
    Frame,
    frame,
    record_card,
    record_page,
    record_pages,
)
from seurantalo.publishing.pages.shared.texts import marked, prose, summary
from seurantalo.publishing.pages.shared.view import Card, Fact, Link, fact_list
from seurantalo.publishing.pages.wiki.comments import CommentsView, comments_view
from seurantalo.publishing.pages.wiki.methods import MethodsView, methods_view
from seurantalo.publishing.pages.wiki.practice.parts import source_lines
from seurantalo.publishing.prose import ProseContext, plain_text
from seurantalo.publishing.publication import Page, depth_prefix
from seurantalo.wiki import comments_on, newer_than_summary


@dataclass(frozen=True, slots=True)
class PointView:
    """A point of the summary."""

    text: Markup
    cites: tuple[Link, ...]
    """The comments of the page that it rests on, by who wrote them."""
    method: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """The page of a question."""

    frame: Frame
    text: Markup
    as_of: str
    points: tuple[PointView, ...]
    newer: str
    comments: CommentsView
    methods: MethodsView
    facts: tuple[Fact, ...]
    sources: tuple[Link, ...]


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
    return QuestionView(
        frame=frame(
            ctx,
            question,
            say("Handbook"),
            title=marked(ctx, question.question, root),
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
        comments=comments_view(ctx, question, root, new=frozenset(one.id for one in newer)),
        methods=methods_view(ctx, methods.values(), root),
        facts=fact_list((say("Themes"), ctx.links(Kind.THEME, question.themes, root))),
        sources=source_lines(ctx, question.sources, root),
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
        new=ctx.new_file_url("content/handbook"),
        methods=f"{depth_prefix(folder)}{METHODS}",
    )
