"""The pages of organisations: who they are, whom to ask, what they arrange."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from seurantalo.model.organisation import Organisation
from seurantalo.model.place import Venue
from seurantalo.model.practice import Adoption
from seurantalo.model.record import Kind
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import EVENTS, FOLDERS, address
from seurantalo.publishing.collation import by_initial, sort_key
from seurantalo.publishing.markdown_dialect import slug
from seurantalo.publishing.pages.context import PageContext
from seurantalo.publishing.pages.event_list import event_cards, event_list
from seurantalo.publishing.pages.labels import ADOPTION_STATUSES, ORGANISATION_TYPES
from seurantalo.publishing.pages.view import Badge, EventCard, Fact, Link, Notice
from seurantalo.publishing.pages.wiki_view import (
    LETTERS_FROM,
    Choice,
    ComingView,
    ContactView,
    EventsBy,
    coming_view,
    contact_view,
    crumbs,
    demo_badges,
    demo_notice,
    feed_links,
    feed_view,
    headings,
    in_order,
    period_words,
    prose,
    summary,
)
from seurantalo.publishing.publication import BulkPages, Heading, Page, depth_prefix, sorted_by_address
from seurantalo.publishing.templating import render
from seurantalo.wiki import Activity, activity

MOST_PAST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationView:
    """The page of an organisation. ``activity`` says in a sentence when something last was or next is."""

    title: str
    kicker: str
    crumbs: tuple[Link, ...]
    notices: tuple[Notice, ...]
    activity: str
    text: Markup
    facts: tuple[Fact, ...]
    contact: ContactView | None
    coming: ComingView
    past: tuple[EventCard, ...]
    more_past: int
    practices: tuple[Link, ...]
    adoptions: tuple[Link, ...]
    venues: tuple[Link, ...]
    members: tuple[Link, ...]
    edit: str

    @property
    def past_html(self) -> Markup:
        """The past events as HTML."""
        return event_list(self.past)


@dataclass(frozen=True, slots=True)
class OrganisationEntry:
    """An organisation in the list. ``keys`` are what the filter looks for."""

    title: str
    href: str
    kind: str
    municipality: str
    badges: tuple[Badge, ...]
    keys: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The organisations that begin with a letter."""

    title: str
    anchor: str
    entries: tuple[OrganisationEntry, ...]


@dataclass(frozen=True, slots=True)
class OrganisationsView:
    """The list of organisations; ``jumps`` are links to the letters of a long one."""

    letters: tuple[Letter, ...]
    jumps: tuple[Link, ...]
    choices: tuple[Choice, ...]
    total: str
    new: str


def organisation_index(ctx: PageContext) -> Page:
    """Return the list of organisations."""
    return _index(ctx)


def organisation_pages(ctx: PageContext) -> BulkPages:
    """Return a page for each of the organisations, by address."""
    names = sorted_by_address(ctx.community.organisations)

    def make(start: int, stop: int) -> Iterator[Page]:
        events = EventsBy(ctx)
        for name in names[start:stop]:
            yield _page(ctx, events, ctx.community.organisations[name])

    return BulkPages(kind=Kind.ORGANISATION.value, folder=FOLDERS[Kind.ORGANISATION], names=names, make=make)


def organisation_view(ctx: PageContext, events: EventsBy, one: Organisation) -> OrganisationView:
    """Return the page of an organisation."""
    root = depth_prefix(address(one))
    say = ctx.lang.say
    coming, past = events.coming(one), events.past(one)
    feed = feed_view(ctx, one, root, say("These events to your calendar"))
    pointing = [found.record for found in ctx.community.backlinks(one)]
    kind = say(ORGANISATION_TYPES[one.organisation_type])
    return OrganisationView(
        title=ctx.names[Kind.ORGANISATION][one.id],
        kicker=f"{kind} · {ctx.names[Kind.MUNICIPALITY][one.municipality]}",
        crumbs=crumbs(ctx, root, Kind.ORGANISATION, say("Associations and others")),
        notices=demo_notice(
            ctx, one, say("This association does not exist. It and its events show what a page can be.")
        ),
        activity=activity_words(ctx, activity(_around_today(past, coming), ctx.today)),
        text=prose(ctx, one.text, root, "t-", 2),
        facts=_facts(ctx, one, root),
        contact=contact_view(ctx, one.contact) if one.contact is not None else None,
        coming=coming_view(ctx, coming, root, feed),
        past=event_cards(ctx, past[:MOST_PAST], root),
        more_past=max(len(past) - MOST_PAST, 0),
        practices=_practices(ctx, one, root),
        adoptions=tuple(
            Link(
                ctx.names[Kind.PRACTICE][found.practice],
                ctx.link(Kind.PRACTICE, found.practice, root).href,
                say(ADOPTION_STATUSES[found.status]),
            )
            for found in pointing
            if isinstance(found, Adoption)
        ),
        venues=in_order(ctx.link(Kind.VENUE, found.id, root) for found in pointing if isinstance(found, Venue)),
        members=in_order(
            ctx.link(Kind.ORGANISATION, found.id, root) for found in pointing if isinstance(found, Organisation)
        ),
        edit=ctx.edit_url(one),
    )


def _around_today(past: tuple[Occurrence, ...], coming: tuple[Occurrence, ...]) -> tuple[Occurrence, ...]:
    """Return the next date alone, or all past ones: to tell whether something is alive no more is needed."""
    return next(((found,) for found in coming if not found.cancelled), past)


def activity_words(ctx: PageContext, found: Activity) -> str:
    """Return whether something is alive, in a sentence; ``""`` where it never had a date."""
    if found.next is not None:
        return ctx.lang.say("Next event: {day}.", day=wording.day(found.next.first_day, ctx.lang))
    if found.last is None:
        return ""
    day = wording.plain_day(found.last.last_day, ctx.lang)
    if found.active:
        return ctx.lang.say("Last event: {day}. Nothing is in the calendar just now.", day=day)
    return ctx.lang.say("Quiet in the calendar since {day}.", day=day)


def _facts(ctx: PageContext, one: Organisation, root: str) -> tuple[Fact, ...]:
    say = ctx.lang.say
    facts = [Fact(say("Municipality"), (ctx.link(Kind.MUNICIPALITY, one.municipality, root),))]
    if one.founded is not None:
        facts.append(Fact(say("Founded"), (Link(str(one.founded)),)))
    if one.active is not None:
        facts.append(Fact(say("Active"), (Link(period_words(ctx, one.active)),)))
    if one.part_of is not None:
        facts.append(Fact(say("A part of"), (ctx.link(Kind.ORGANISATION, one.part_of, root),)))
    if one.member_of:
        facts.append(Fact(say("Member of"), ctx.links(Kind.ORGANISATION, one.member_of, root)))
    if one.themes:
        facts.append(Fact(say("Themes"), ctx.links(Kind.THEME, one.themes, root)))
    links = tuple(
        Link(ctx.words(found.title) or found.url.split("://", 1)[-1].rstrip("/"), found.url)
        for found in one.links
        if found.url.startswith(("https://", "http://"))
    )
    return (*facts, Fact(say("Elsewhere"), links)) if links else tuple(facts)


def _practices(ctx: PageContext, one: Organisation, root: str) -> tuple[Link, ...]:
    roles: dict[str, list[str]] = {}
    for field, role in (("implementers", "makes it"), ("partners", "as a partner"), ("funders", "as a funder")):
        for practice in ctx.community.practices_linking(one, field):
            roles.setdefault(practice.id, []).append(ctx.lang.say(role))
    links = (ctx.link(Kind.PRACTICE, name, root) for name in roles)
    return in_order(
        Link(link.text, link.href, ", ".join(words)) for link, words in zip(links, roles.values(), strict=True)
    )


def _page(ctx: PageContext, events: EventsBy, one: Organisation) -> Page:
    view = organisation_view(ctx, events, one)
    say = ctx.lang.say
    return Page(
        address=address(one),
        title=view.title,
        body=render("organisation.html", ctx.lang, view=view, all_events=EVENTS),
        description=summary(ctx, one.text) or view.kicker.replace(" · ", ", "),
        source=one.origin.path,
        feeds=feed_links(ctx, one),
        headings=headings(
            ("yhteystieto", say("Whom to ask"), view.contact),
            ("tapahtumat", say("What is coming"), True),
            ("menneet", say("Past events"), view.past),
            ("kaytannot", say("The good practices"), view.practices or view.adoptions),
            ("paikat", say("Venues"), view.venues),
            ("jasenet", say("Members and parts"), view.members),
        ),
    )


def organisations_view(ctx: PageContext, root: str) -> OrganisationsView:
    """Return the list of all organisations by letter."""
    organisations = ctx.community.organisations.values()
    names, places = ctx.names[Kind.ORGANISATION], ctx.names[Kind.MUNICIPALITY]
    entries = [
        (
            names[one.id],
            OrganisationEntry(
                title=names[one.id],
                href=f"{root}{address(one)}",
                kind=ctx.lang.say(ORGANISATION_TYPES[one.organisation_type]),
                municipality=places[one.municipality],
                badges=demo_badges(ctx, one),
                keys=f"kunta:{one.municipality} tyyppi:{one.organisation_type}",
            ),
        )
        for one in organisations
    ]
    letters = tuple(Letter(letter, f"kirjain-{_anchor(letter)}", found) for letter, found in by_initial(entries))
    used = sorted({one.municipality for one in organisations}, key=lambda name: sort_key(places[name]))
    types = {one.organisation_type for one in organisations}
    choices = (
        Choice(ctx.lang.say("Municipality"), "kunta", tuple((f"kunta:{name}", places[name]) for name in used)),
        Choice(
            ctx.lang.say("Type"),
            "tyyppi",
            tuple(
                (f"tyyppi:{kind}", ctx.lang.say(title)) for kind, title in ORGANISATION_TYPES.items() if kind in types
            ),
        ),
    )
    return OrganisationsView(
        letters=letters,
        jumps=tuple(Link(one.title, f"#{one.anchor}") for one in letters) if len(entries) >= LETTERS_FROM else (),
        choices=tuple(one for one in choices if len(one.options) > 1),
        total=ctx.lang.count("{n} organisation", "{n} organisations", len(entries)),
        new=ctx.site.new_file_url("content/organisations"),
    )


def _anchor(letter: str) -> str:
    """Return a letter for an address; å, ä and ö are not a and o here."""
    return {"Å": "aa", "Ä": "ae", "Ö": "oe", "#": "muut"}.get(letter) or slug(letter)


def _index(ctx: PageContext) -> Page:
    folder = FOLDERS[Kind.ORGANISATION]
    view = organisations_view(ctx, depth_prefix(folder))
    return Page(
        address=folder,
        title=ctx.lang.say("Associations and others"),
        body=render("organisations.html", ctx.lang, view=view),
        description=ctx.lang.say("Associations, clubs, municipalities and projects of the region."),
        headings=() if view.jumps else tuple(Heading(one.anchor, one.title) for one in view.letters),
    )
