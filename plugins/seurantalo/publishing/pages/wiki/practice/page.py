"""The pages of good practices: how others may do the same, and what has come of it so far."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.model.practice import Practice
from seurantalo.model.record import Kind
from seurantalo.proposing import Act
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import address, adoption_address
from seurantalo.publishing.pages.shared.calendar_link import FeedView, feed_view
from seurantalo.publishing.pages.shared.contact import ContactView, contact_view
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.event_list import event_rows
from seurantalo.publishing.pages.shared.events_by import EventsBy
from seurantalo.publishing.pages.shared.frame import headings, in_order
from seurantalo.publishing.pages.shared.guides import form_address
from seurantalo.publishing.pages.shared.labels import PRACTICE_KINDS
from seurantalo.publishing.pages.shared.mentions import Told
from seurantalo.publishing.pages.shared.record import Frame, demo_badges, frame, record_page, record_pages
from seurantalo.publishing.pages.shared.texts import day_or_none, marked, marked_all, prose, summary
from seurantalo.publishing.pages.shared.view import Badge, Fact, Link, fact_list
from seurantalo.publishing.pages.wiki.comments import CommentsView, comments_view
from seurantalo.publishing.pages.wiki.practice.invitations import Invitation, invitation, practice_notices
from seurantalo.publishing.pages.wiki.practice.kinds import KindView, kind_views
from seurantalo.publishing.pages.wiki.practice.parts import (
    AdopterRow,
    LogRow,
    adopter_rows,
    log_rows,
    mark_badges,
    money_rows,
    practice_logs,
    source_lines,
    stage_badges,
    totals_words,
)
from seurantalo.publishing.pages.wiki.practice.relations import relations
from seurantalo.publishing.prints.practice_files import practice_link
from seurantalo.publishing.publication import Page, depth_prefix
from seurantalo.wiki import adoptions_of, evidence

MOST_SHOWN = 6

#: What points at a practice and stands in a section of its page already.
_TOLD: Told = frozenset(
    {
        *((Kind.EVENT, field) for field in ("practices", "outcome.inspired")),
        *((Kind.PRACTICE, field) for field in ("based_on", "combines", "replaces")),
        (Kind.ADOPTION, "practice"),
        *((Kind.COMMENT, field) for field in ("became_practice", "on_practice")),
        (Kind.IDEA, "outcomes.practices"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeView:
    """The page of a practice, section by section; an empty section is left out and asked for at the end."""

    frame: Frame
    lead: str
    badges: tuple[Badge, ...]
    marks: tuple[Badge, ...]
    facts: tuple[Fact, ...]
    kinds: tuple[KindView, ...]
    why: Markup
    how: Markup
    who: tuple[Fact, ...]
    money: tuple[tuple[Link, str], ...]
    """(who paid, how much)"""
    resources: Markup
    steps: tuple[tuple[str, tuple[str, ...], Markup], ...]
    """(title, who and how many, text)"""
    totals: tuple[str, ...]
    log: tuple[LogRow, ...]
    benefits: tuple[str, ...]
    barriers: tuple[str, ...]
    lessons: tuple[str, ...]
    conditions: tuple[str, ...]
    adopters: tuple[AdopterRow, ...]
    endorsements: tuple[tuple[Link, str, str, tuple[Badge, ...]], ...]
    """(organisation, day, why, badges)"""
    comments: CommentsView
    coming: Markup
    more: int
    feed: FeedView
    contact: ContactView | None
    text: Markup
    relations: tuple[Fact, ...]
    sources: tuple[Link, ...]
    asks: Invitation
    adopt: str
    sheet: Link | None
    tell: str


def practice_view(ctx: PageContext, one: Practice) -> PracticeView:
    """Return the page of a practice."""
    root = depth_prefix(address(one))
    say = ctx.lang.say
    log = ctx.once(practice_logs)[one.id]
    listed = EventsBy(ctx).coming(one)
    coming = [found for found in listed if not found.cancelled]
    return PracticeView(
        frame=frame(
            ctx,
            one,
            say("The good practices"),
            title=marked(ctx, one.title, root),
            kicker=" · ".join(say(PRACTICE_KINDS[kind]) for kind in one.kinds),
            notices=practice_notices(ctx, one),
            told=_TOLD,
        ),
        lead=marked(ctx, one.lead, root),
        badges=stage_badges(ctx, one, coming[0].first_day if coming else None),
        marks=mark_badges(ctx, evidence(ctx.community, one, log)),
        facts=_facts(ctx, one, root),
        kinds=kind_views(ctx, one, root),
        why=prose(ctx, one.why, root, "miksi-"),
        how=prose(ctx, one.how, root, "miten-"),
        who=_who(ctx, one, root),
        money=money_rows(ctx, one, root),
        resources=prose(ctx, one.resources, root, "resurssit-"),
        steps=_steps(ctx, one, root),
        totals=totals_words(ctx, log, coming[0].first_day if coming else None),
        log=log_rows(ctx, log, root),
        benefits=marked_all(ctx, one.benefits, root),
        barriers=marked_all(ctx, one.barriers, root),
        lessons=marked_all(ctx, one.lessons, root),
        conditions=marked_all(ctx, one.conditions, root),
        adopters=adopter_rows(ctx, adoptions_of(ctx.community, one), root),
        endorsements=tuple(
            (
                ctx.link(Kind.ORGANISATION, found.organisation, root),
                wording.plain_day(found.date, ctx.lang),
                marked(ctx, found.why, root),
                demo_badges(ctx, ctx.community.organisations[found.organisation]),
            )
            for found in sorted(one.endorsements, key=lambda found: (found.date, found.organisation))
        ),
        comments=comments_view(ctx, one, root),
        coming=event_rows(ctx, root).of(listed[:MOST_SHOWN]) if listed else Markup(),
        more=sum(not found.cancelled for found in listed[MOST_SHOWN:]),
        feed=feed_view(one, root, say("These events to your calendar")),
        contact=contact_view(ctx, one.contact) if one.contact is not None else None,
        text=prose(ctx, one.text, root, "teksti-"),
        relations=relations(ctx, one, root),
        sources=source_lines(ctx, one.sources, root),
        asks=invitation(ctx, one, log),
        adopt=f"{root}{adoption_address(one.id)}",
        sheet=practice_link(ctx, one, root),
        tell=form_address(root, Act.ADOPTION, one.id),
    )


def _facts(ctx: PageContext, one: Practice, root: str) -> tuple[Fact, ...]:
    say = ctx.say
    return fact_list(
        (say("Where"), in_order(ctx.links(Kind.MUNICIPALITY, one.municipalities, root))),
        (say("Recorded"), day_or_none(ctx, one.created)),
        (say("Looked through"), day_or_none(ctx, one.reviewed)),
        (say("Themes"), in_order(ctx.links(Kind.THEME, one.themes, root))),
    )


def _who(ctx: PageContext, one: Practice, root: str) -> tuple[Fact, ...]:
    return fact_list(
        (ctx.say("Carried out by"), ctx.links(Kind.ORGANISATION, one.implementers, root)),
        (ctx.say("Partners"), ctx.links(Kind.ORGANISATION, one.partners, root)),
        (ctx.say("Funders"), ctx.links(Kind.ORGANISATION, one.funders, root)),
    )


def _steps(ctx: PageContext, one: Practice, root: str) -> tuple[tuple[str, tuple[str, ...], Markup], ...]:
    say = ctx.lang.say
    steps = []
    for n, step in enumerate(one.steps, 1):
        meta = []
        if step.convener:
            meta.append(say("Called together by: {who}", who=step.convener))
        if step.size:
            meta.append(say("Size: {size}", size=step.size))
        steps.append((marked(ctx, step.title, root), tuple(meta), prose(ctx, step.text, root, f"vaihe{n}-", 4)))
    return tuple(steps)


def _page(ctx: PageContext, one: Practice) -> Page:
    view, say = practice_view(ctx, one), ctx.say
    return record_page(
        ctx,
        one,
        "wiki/practice/page.html",
        view,
        summary(ctx, one.lead),
        headings=headings(
            *((found.anchor, found.title, found.facts or found.choices) for found in view.kinds),
            ("miksi", say("Why"), view.why),
            ("miten", say("How"), view.how),
            ("kuka", say("Who"), view.who),
            ("rahoitus", say("Money"), view.money),
            ("resurssit", say("What it takes"), view.resources),
            ("vaiheet", say("Steps"), view.steps),
            ("mita-tapahtui", say("What happened"), view.log or view.asks.untold),
            ("opit", say("What was learned"), view.lessons or view.benefits or view.barriers),
            ("edellytykset", say("What it takes elsewhere"), view.conditions),
            ("tule-katsomaan", say("Come and see"), True),
            ("kayttoonotot", say("Who uses this"), True),
            ("suositukset", say("Recommendations"), view.endorsements),
            ("kommentit", say("Comments"), view.comments.comments),
            ("lisaa", say("More about it"), view.text),
            ("kysy", say("Whom to ask"), view.contact),
            ("sukulaiset", say("Belongs together with"), view.relations),
            ("viittaukset", say("What speaks of this"), view.frame.mentions),
            ("lahteet", say("Sources"), view.sources),
            ("puuttuu", say("What is missing"), view.asks.questions),
        ),
    )


#: A page for each practice, by address.
practice_pages: Final = record_pages(lambda community: community.practices, _page)
