"""The pages of good practices: how others may do the same, and what has come of it so far."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from seurantalo.model.practice import Practice
from seurantalo.model.record import Kind
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import address, adoption_address
from seurantalo.publishing.pages.shared.calendar_link import FeedView, feed_links, feed_view
from seurantalo.publishing.pages.shared.contact import ContactView, contact_view
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.demo import demo_badges
from seurantalo.publishing.pages.shared.event_list import event_rows
from seurantalo.publishing.pages.shared.events_by import EventsBy
from seurantalo.publishing.pages.shared.frame import crumbs, headings, in_order
from seurantalo.publishing.pages.shared.labels import PRACTICE_KINDS, PRACTICE_STAGES, STAGE_TONES
from seurantalo.publishing.pages.shared.mentions import Told, mention_facts
from seurantalo.publishing.pages.shared.other_language import marked, marked_all
from seurantalo.publishing.pages.shared.texts import prose, summary
from seurantalo.publishing.pages.shared.view import Badge, Fact, Link, Notice, Tone
from seurantalo.publishing.pages.wiki.practice.invitations import Invitation, invitation, practice_notices
from seurantalo.publishing.pages.wiki.practice.kinds import KindView, kind_views
from seurantalo.publishing.pages.wiki.practice.parts import (
    AdopterRow,
    LogRow,
    MoneyRow,
    SourceLine,
    adopter_rows,
    log_rows,
    mark_badges,
    money_rows,
    practice_logs,
    source_lines,
    totals_words,
)
from seurantalo.publishing.pages.wiki.practice.relations import relations
from seurantalo.publishing.publication import Page, Pages, depth_prefix
from seurantalo.wiki import PracticeLog, adoptions_of, evidence

MOST_SHOWN = 6

#: What points at a practice and stands in a section of its page already.
_TOLD: Told = frozenset(
    {
        *((Kind.EVENT, field) for field in ("practices", "outcome.inspired")),
        *((Kind.PRACTICE, field) for field in ("based_on", "combines", "replaces")),
        (Kind.ADOPTION, "practice"),
        (Kind.COMMENT, "became_practice"),
        (Kind.IDEA, "outcomes.practices"),
    }
)


@dataclass(frozen=True, slots=True)
class StepView:
    """A step of doing a practice."""

    title: str
    meta: tuple[str, ...]
    text: Markup


@dataclass(frozen=True, slots=True)
class EndorsementView:
    """An organisation's recommendation."""

    organisation: Link
    day: str
    why: str
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeView:
    """The page of a practice, section by section; an empty section is left out and asked for at the end."""

    title: str
    kicker: str
    lead: str
    crumbs: tuple[Link, ...]
    badges: tuple[Badge, ...]
    notices: tuple[Notice, ...]
    marks: tuple[Badge, ...]
    facts: tuple[Fact, ...]
    kinds: tuple[KindView, ...]
    why: Markup
    how: Markup
    who: tuple[Fact, ...]
    money: tuple[MoneyRow, ...]
    resources: Markup
    steps: tuple[StepView, ...]
    totals: tuple[str, ...]
    log: tuple[LogRow, ...]
    benefits: tuple[str, ...]
    barriers: tuple[str, ...]
    lessons: tuple[str, ...]
    conditions: tuple[str, ...]
    adopters: tuple[AdopterRow, ...]
    endorsements: tuple[EndorsementView, ...]
    coming: Markup
    more: int
    feed: FeedView
    contact: ContactView | None
    text: Markup
    relations: tuple[Fact, ...]
    mentions: tuple[Fact, ...]
    sources: tuple[SourceLine, ...]
    asks: Invitation
    adopt: str
    edit: str


def practice_pages(ctx: PageContext) -> Pages:
    """Return a page for each practice."""
    practices = ctx.community.practices

    def make(name: str) -> Page:
        return _page(ctx, ctx.once(EventsBy), practices[name], ctx.once(practice_logs)[name])

    return Pages(tuple(practices), make)


def practice_view(ctx: PageContext, events: EventsBy, one: Practice, log: PracticeLog) -> PracticeView:
    """Return the page of a practice."""
    root = depth_prefix(address(one))
    say = ctx.lang.say
    coming = [found for found in events.coming(one) if not found.cancelled]
    return PracticeView(
        title=marked(ctx, one.title),
        kicker=" · ".join(say(PRACTICE_KINDS[kind]) for kind in one.kinds),
        lead=marked(ctx, one.lead),
        crumbs=crumbs(ctx, root, Kind.PRACTICE, say("The good practices")),
        badges=(Badge(say(PRACTICE_STAGES[one.stage]), STAGE_TONES.get(one.stage, Tone.PLAIN)),),
        notices=practice_notices(ctx, one),
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
        benefits=marked_all(ctx, one.benefits),
        barriers=marked_all(ctx, one.barriers),
        lessons=marked_all(ctx, one.lessons),
        conditions=marked_all(ctx, one.conditions),
        adopters=adopter_rows(ctx, adoptions_of(ctx.community, one), root),
        endorsements=tuple(
            EndorsementView(
                ctx.link(Kind.ORGANISATION, found.organisation, root),
                wording.plain_day(found.date, ctx.lang),
                marked(ctx, found.why),
                demo_badges(ctx, ctx.community.organisations[found.organisation]),
            )
            for found in sorted(one.endorsements, key=lambda found: (found.date, found.organisation))
        ),
        coming=event_rows(ctx, root).of(coming[:MOST_SHOWN]) if coming else Markup(),
        more=max(len(coming) - MOST_SHOWN, 0),
        feed=feed_view(one, root, say("These events to your calendar")),
        contact=contact_view(ctx, one.contact) if one.contact is not None else None,
        text=prose(ctx, one.text, root, "teksti-"),
        relations=relations(ctx, one, root),
        mentions=mention_facts(ctx, one, root, _TOLD),
        sources=source_lines(ctx, one.sources, root),
        asks=invitation(ctx, one, log),
        adopt=f"{root}{adoption_address(one.id)}",
        edit=ctx.edit_url(one),
    )


def _facts(ctx: PageContext, one: Practice, root: str) -> tuple[Fact, ...]:
    say = ctx.lang.say
    facts = []
    if one.municipalities:
        facts.append(Fact(say("Where"), in_order(ctx.links(Kind.MUNICIPALITY, one.municipalities, root))))
    for day, term in ((one.created, "Recorded"), (one.reviewed, "Looked through")):
        if day is not None:
            facts.append(Fact(say(term), (Link(wording.plain_day(day, ctx.lang)),)))
    if one.themes:
        facts.append(Fact(say("Themes"), in_order(ctx.links(Kind.THEME, one.themes, root))))
    return tuple(facts)


def _who(ctx: PageContext, one: Practice, root: str) -> tuple[Fact, ...]:
    return tuple(
        Fact(ctx.lang.say(term), ctx.links(Kind.ORGANISATION, names, root))
        for names, term in (
            (one.implementers, "Makers"),
            (one.partners, "Partners"),
            (one.funders, "Funders"),
        )
        if names
    )


def _steps(ctx: PageContext, one: Practice, root: str) -> tuple[StepView, ...]:
    say = ctx.lang.say
    steps = []
    for n, step in enumerate(one.steps, 1):
        meta = []
        if step.convener:
            meta.append(say("Called together by: {who}", who=step.convener))
        if step.size:
            meta.append(say("Size: {size}", size=step.size))
        steps.append(StepView(marked(ctx, step.title), tuple(meta), prose(ctx, step.text, root, f"vaihe{n}-", 4)))
    return tuple(steps)


def _page(ctx: PageContext, events: EventsBy, one: Practice, log: PracticeLog) -> Page:
    view = practice_view(ctx, events, one, log)
    say = ctx.lang.say
    return Page(
        address=address(one),
        title=ctx.words(one.title),
        body=ctx.render("wiki/practice/page.html", view=view),
        description=summary(ctx, one.lead),
        source=one.origin.path,
        feeds=feed_links(ctx, one),
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
            ("lisaa", say("More about it"), view.text),
            ("kysy", say("Whom to ask"), view.contact),
            ("sukulaiset", say("Belongs together with"), view.relations),
            ("viittaukset", say("What speaks of this"), view.mentions),
            ("lahteet", say("Sources"), view.sources),
            ("puuttuu", say("What is missing"), view.asks.questions),
        ),
    )
