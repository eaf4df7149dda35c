"""The pages of good practices: how others may do the same, and what has come of it so far."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from seurantalo.model.practice import Practice
from seurantalo.model.record import Kind
from seurantalo.model.text import Text
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import address
from seurantalo.publishing.pages.context import PageContext
from seurantalo.publishing.pages.event_list import event_cards
from seurantalo.publishing.pages.labels import PRACTICE_KINDS, PRACTICE_STAGES, STAGE_TONES
from seurantalo.publishing.pages.practice_library import library_page
from seurantalo.publishing.pages.practice_parts import (
    INVITATIONS,
    AdopterRow,
    LogRow,
    MoneyRow,
    SourceLine,
    adopter_rows,
    log_rows,
    mark_badges,
    money_rows,
    source_lines,
    totals_words,
)
from seurantalo.publishing.pages.view import Badge, EventCard, Fact, Link, Notice, Tone
from seurantalo.publishing.pages.wiki_view import (
    ContactView,
    EventsBy,
    FeedView,
    contact_view,
    crumbs,
    demo_notice,
    feed_links,
    feed_view,
    headings,
    in_order,
    period_words,
    prose,
    summary,
)
from seurantalo.publishing.publication import Page, depth_prefix
from seurantalo.publishing.templating import render
from seurantalo.wiki import (
    adoptions_of,
    completeness,
    evidence,
    practice_is_old,
    practice_log,
    related_practices,
)

MOST_SHOWN = 6


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
    why: Markup
    how: Markup
    choices: tuple[str, ...]
    who: tuple[Fact, ...]
    money: tuple[MoneyRow, ...]
    resources: Markup
    steps: tuple[StepView, ...]
    totals: tuple[str, ...]
    log: tuple[LogRow, ...]
    untold: tuple[Link, ...]
    benefits: tuple[str, ...]
    barriers: tuple[str, ...]
    lessons: tuple[str, ...]
    conditions: tuple[str, ...]
    adopters: tuple[AdopterRow, ...]
    endorsements: tuple[EndorsementView, ...]
    coming: tuple[EventCard, ...]
    more: int
    feed: FeedView
    contact: ContactView | None
    text: Markup
    relations: tuple[Fact, ...]
    sources: tuple[SourceLine, ...]
    missing: tuple[str, ...]
    adopt: str
    edit: str


def practice_pages(ctx: PageContext) -> tuple[Page, ...]:
    """Return the library of practices and a page for each, by address."""
    events = EventsBy(ctx)
    return (library_page(ctx), *(_page(ctx, events, one) for one in ctx.community.practices.values()))


def practice_view(ctx: PageContext, events: EventsBy, one: Practice) -> PracticeView:
    """Return the page of a practice."""
    root = depth_prefix(address(one))
    say = ctx.lang.say
    log = practice_log(ctx.community, one, ctx.calendar.of_event, ctx.today)
    coming = [found for found in events.coming(one) if not found.cancelled]
    return PracticeView(
        title=ctx.words(one.title),
        kicker=" · ".join(say(PRACTICE_KINDS[kind]) for kind in one.kinds),
        lead=ctx.words(one.lead),
        crumbs=crumbs(ctx, root, Kind.PRACTICE, say("The good practices")),
        badges=(Badge(say(PRACTICE_STAGES[one.stage]), STAGE_TONES.get(one.stage, Tone.PLAIN)),),
        notices=_notices(ctx, one),
        marks=mark_badges(ctx, evidence(ctx.community, one, log)),
        facts=_facts(ctx, one, root),
        why=prose(ctx, one.why, root, "miksi-"),
        how=prose(ctx, one.how, root, "miten-"),
        choices=_words(ctx, one.design_choices),
        who=_who(ctx, one, root),
        money=money_rows(ctx, one, root),
        resources=prose(ctx, one.resources, root, "resurssit-"),
        steps=_steps(ctx, one, root),
        totals=totals_words(ctx, log, coming[0].first_day if coming else None),
        log=log_rows(ctx, log, root),
        untold=tuple(Link(ctx.words(found.title), f"{root}{address(found)}") for found in log.untold[-MOST_SHOWN:]),
        benefits=_words(ctx, one.benefits),
        barriers=_words(ctx, one.barriers),
        lessons=_words(ctx, one.lessons),
        conditions=_words(ctx, one.conditions),
        adopters=adopter_rows(ctx, adoptions_of(ctx.community, one), root),
        endorsements=tuple(
            EndorsementView(
                ctx.link(Kind.ORGANISATION, found.organisation, root),
                wording.plain_day(found.date, ctx.lang),
                ctx.words(found.why),
            )
            for found in sorted(one.endorsements, key=lambda found: (found.date, found.organisation))
        ),
        coming=event_cards(ctx, coming[:MOST_SHOWN], root),
        more=max(len(coming) - MOST_SHOWN, 0),
        feed=feed_view(ctx, one, root, say("These events to your calendar")),
        contact=contact_view(ctx, one.contact) if one.contact is not None else None,
        text=prose(ctx, one.text, root, "teksti-"),
        relations=_relations(ctx, one, root),
        sources=source_lines(ctx, one.sources),
        missing=tuple(say(INVITATIONS[section]) for section in completeness(one, log).missing),
        adopt=ctx.site.new_file_url("content/adoptions"),
        edit=ctx.edit_url(one),
    )


def _words(ctx: PageContext, texts: tuple[Text, ...]) -> tuple[str, ...]:
    return tuple(ctx.words(text) for text in texts)


def _notices(ctx: PageContext, one: Practice) -> tuple[Notice, ...]:
    say, edit = ctx.lang.say, ctx.edit_url(one)
    notices = list(demo_notice(ctx, one, say("This practice is invented. It shows what a page can be.")))
    if one.stub:
        links = (Link(say("Write more"), edit),) if edit else ()
        text = say("Only this much is known. Were you there? Tell what was done and what came of it.")
        notices.append(Notice(say("The page is just a beginning."), text, Tone.INFO, links))
    elif practice_is_old(one, ctx.today):
        notices.append(
            Notice(
                say("Nobody has looked this page through for two years."),
                say("Something may have changed."),
                Tone.WARN,
            )
        )
    return tuple(notices)


def _facts(ctx: PageContext, one: Practice, root: str) -> tuple[Fact, ...]:
    say = ctx.lang.say
    facts = []
    if one.municipalities:
        facts.append(Fact(say("Where"), in_order(ctx.links(Kind.MUNICIPALITY, one.municipalities, root))))
    if one.period is not None:
        facts.append(Fact(say("When"), (Link(period_words(ctx, one.period)),)))
    for day, term in (
        (one.effective_from, "In force from"),
        (one.created, "Recorded"),
        (one.reviewed, "Looked through"),
    ):
        if day is not None:
            facts.append(Fact(say(term), (Link(wording.plain_day(day, ctx.lang)),)))
    for text, term in ((one.cadence, "How often"), (one.legal_basis, "Legal basis")):
        if text is not None:
            facts.append(Fact(say(term), (Link(ctx.words(text)),)))
    if one.themes:
        facts.append(Fact(say("Themes"), in_order(ctx.links(Kind.THEME, one.themes, root))))
    return tuple(facts)


def _who(ctx: PageContext, one: Practice, root: str) -> tuple[Fact, ...]:
    facts = [
        Fact(ctx.lang.say(term), ctx.links(Kind.ORGANISATION, names, root))
        for names, term in (
            (one.implementers, "Makers"),
            (one.partners, "Partners"),
            (one.funders, "Funders"),
        )
        if names
    ]
    if one.composition is not None:
        facts.append(Fact(ctx.lang.say("Who takes part"), (Link(ctx.words(one.composition)),)))
    return tuple(facts)


def _steps(ctx: PageContext, one: Practice, root: str) -> tuple[StepView, ...]:
    say = ctx.lang.say
    steps = []
    for n, step in enumerate(one.steps, 1):
        meta = []
        if step.convener:
            meta.append(say("Called together by: {who}", who=step.convener))
        if step.size:
            meta.append(say("Size: {size}", size=step.size))
        steps.append(StepView(ctx.words(step.title), tuple(meta), prose(ctx, step.text, root, f"vaihe{n}-", 4)))
    return tuple(steps)


def _relations(ctx: PageContext, one: Practice, root: str) -> tuple[Fact, ...]:
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
    if one.answers:
        facts.append(Fact(say("Answers the question"), ctx.links(Kind.QUESTION, one.answers, root)))
    akin = tuple(other.id for other in related_practices(community, one))
    if akin:
        facts.append(Fact(say("Akin to this"), ctx.links(Kind.PRACTICE, akin, root)))
    return tuple(facts)


def _page(ctx: PageContext, events: EventsBy, one: Practice) -> Page:
    view = practice_view(ctx, events, one)
    say = ctx.lang.say
    return Page(
        address=address(one),
        title=view.title,
        body=render("practice.html", ctx.lang, view=view),
        description=summary(ctx, one.lead),
        source=one.origin.path,
        feeds=feed_links(ctx, one),
        headings=headings(
            ("miksi", say("Why"), view.why),
            ("miten", say("How"), view.how),
            ("kuka", say("Who"), view.who),
            ("rahoitus", say("Money"), view.money),
            ("resurssit", say("What it takes"), view.resources),
            ("vaiheet", say("Steps"), view.steps),
            ("mita-tapahtui", say("What happened"), view.log or view.untold),
            ("opit", say("What was learned"), view.lessons or view.benefits or view.barriers),
            ("edellytykset", say("What it takes elsewhere"), view.conditions),
            ("tule-katsomaan", say("Come and see"), view.coming),
            ("kayttoonotot", say("Who uses this"), True),
            ("suositukset", say("Recommendations"), view.endorsements),
            ("lisaa", say("More about it"), view.text),
            ("kysy", say("Whom to ask"), view.contact),
            ("sukulaiset", say("Belongs together with"), view.relations),
            ("lahteet", say("Sources"), view.sources),
            ("puuttuu", say("What is missing"), view.missing),
        ),
    )
