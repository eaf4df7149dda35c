"""The pages of organisations: who they are, whom to ask, what they arrange."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.model.organisation import Organisation
from seurantalo.model.practice import Adoption
from seurantalo.model.record import Kind, Record
from seurantalo.proposing import Act
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import address
from seurantalo.publishing.pages.shared.brief_list import brief_rows
from seurantalo.publishing.pages.shared.calendar_link import feed_view
from seurantalo.publishing.pages.shared.coming import ComingView, coming_view
from seurantalo.publishing.pages.shared.contact import ContactView, contact_view, web_links
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.events_by import EventsBy
from seurantalo.publishing.pages.shared.follow import FollowView, follow_view
from seurantalo.publishing.pages.shared.frame import cut, in_order
from seurantalo.publishing.pages.shared.guides import form_address
from seurantalo.publishing.pages.shared.labels import ADOPTION_STATUSES, ORGANISATION_TYPES
from seurantalo.publishing.pages.shared.mentions import Told
from seurantalo.publishing.pages.shared.record import Frame, frame, record_page, record_pages
from seurantalo.publishing.pages.shared.texts import period_words, prose, summary
from seurantalo.publishing.pages.shared.view import Fact, Link, Notice, fact_list
from seurantalo.publishing.publication import Page, depth_prefix
from seurantalo.wiki import Activity, activity, is_over

MOST_PAST = 10
#: Members of a union, or venues of a municipality, that are named; the rest are counted.
MOST_NAMED = 60

#: What the page has sections for.
_TOLD: Told = frozenset(
    {
        (Kind.EVENT, "organisers"),
        (Kind.ADOPTION, "adopter"),
        (Kind.PRACTICE, "implementers"),
        (Kind.PRACTICE, "partners"),
        (Kind.PRACTICE, "funders"),
        (Kind.CAMPAIGN, "organisation"),
        (Kind.VENUE, "owner"),
        (Kind.ORGANISATION, "member_of"),
        (Kind.ORGANISATION, "part_of"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationView:
    """The page of an organisation. ``activity`` says in a sentence when something last was or next is."""

    frame: Frame
    activity: str
    text: Markup
    facts: tuple[Fact, ...]
    contact: ContactView | None
    follow: FollowView | None
    """None where it has ceased: nothing is awaited of it."""
    coming: ComingView
    past: Markup
    """The latest of the past events."""
    past_count: int
    more_past: int
    practices: tuple[Link, ...]
    adoptions: tuple[Link, ...]
    campaigns: tuple[Link, ...]
    venues: tuple[Link, ...]
    members: tuple[Link, ...]


def organisation_view(ctx: PageContext, one: Organisation) -> OrganisationView:
    """Return the page of an organisation."""
    root = depth_prefix(address(one))
    say, events = ctx.say, EventsBy(ctx)
    coming, past = events.coming(one), events.past(one)
    feed = feed_view(one, root, say("These events to your calendar"))
    roles = ctx.community.roles(one)
    over = is_over(one, ctx.today)
    kind = say(ORGANISATION_TYPES[one.organisation_type])
    return OrganisationView(
        frame=frame(
            ctx,
            one,
            say("Associations and others"),
            kicker=f"{kind} · {home_words(ctx, one)}",
            invented=say("This association does not exist. It and its events show what a page can be."),
            told=_TOLD,
            notices=(_ended(ctx, one),) if over else (),
        ),
        activity="" if over else activity_words(ctx, activity(events.around_today(one), ctx.today)),
        text=prose(ctx, one.text, root, "t-", 2),
        facts=_facts(ctx, one, root),
        contact=contact_view(ctx, one.contact) if one.contact is not None else None,
        follow=None if over else follow_view(ctx, one, root),
        coming=coming_view(ctx, coming, root, feed, add=form_address(root, Act.EVENT, jarjestaja=one.id)),
        past=brief_rows(ctx, root).of(past[:MOST_PAST], dated=True, marked=not one.demo) if past else Markup(),
        past_count=len(past),
        more_past=max(len(past) - MOST_PAST, 0),
        practices=_practices(ctx, one, root),
        adoptions=tuple(
            Link(link.text, link.href, say(ADOPTION_STATUSES[found.status]))
            for found in roles.get((Kind.ADOPTION, "adopter"), ())
            if isinstance(found, Adoption)
            for link in ctx.links(Kind.PRACTICE, (found.practice,), root)
        ),
        campaigns=_named(ctx, roles.get((Kind.CAMPAIGN, "organisation"), ()), root),
        venues=_named(ctx, roles.get((Kind.VENUE, "owner"), ()), root),
        members=_named(
            ctx,
            (*roles.get((Kind.ORGANISATION, "member_of"), ()), *roles.get((Kind.ORGANISATION, "part_of"), ())),
            root,
        ),
    )


def home_words(ctx: PageContext, one: Organisation) -> str:
    """Return where an organisation is at home: its municipality, else its region."""
    if one.municipality is not None:
        return ctx.names[Kind.MUNICIPALITY][one.municipality]
    return one.region or ctx.say("The whole region")


def _named(ctx: PageContext, records: Sequence[Record], root: str) -> tuple[Link, ...]:
    """Return links to records in alphabetical order, each once; of very many the first ones and how many more."""
    links = {found.id: ctx.link(found.KIND, found.id, root) for found in records}
    return cut(ctx, in_order(links.values()), MOST_NAMED)


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


def _ended(ctx: PageContext, one: Organisation) -> Notice:
    """Return the notice of an organisation that has ceased."""
    ends = one.active.ends if one.active is not None else None
    day = wording.plain_day(ends, ctx.lang) if ends is not None else ""
    return Notice(ctx.lang.say("No longer active since {day}.", day=day), "")


def _facts(ctx: PageContext, one: Organisation, root: str) -> tuple[Fact, ...]:
    say = ctx.say
    return fact_list(
        (say("Municipality"), ctx.links(Kind.MUNICIPALITY, (one.municipality,), root)),
        (say("Region"), home_words(ctx, one) if one.municipality is None else ""),
        (say("Founded"), str(one.founded or "")),
        (say("Active"), period_words(ctx, one.active) if one.active is not None else ""),
        (say("A part of"), ctx.links(Kind.ORGANISATION, (one.part_of,), root)),
        (say("Member of"), ctx.links(Kind.ORGANISATION, one.member_of, root)),
        (say("Themes"), ctx.links(Kind.THEME, one.themes, root)),
        (
            say("Elsewhere"),
            tuple(link for each in one.links for link in web_links(each.url, ctx.words(each.title))),
        ),
    )


def _practices(ctx: PageContext, one: Organisation, root: str) -> tuple[Link, ...]:
    roles: dict[str, list[str]] = {}
    for field, role in (("implementers", "carries it out"), ("partners", "as a partner"), ("funders", "as a funder")):
        for practice in ctx.community.practices_linking(one, field):
            roles.setdefault(practice.id, []).append(ctx.lang.say(role))
    links = (ctx.link(Kind.PRACTICE, name, root) for name in roles)
    return in_order(
        Link(link.text, link.href, ", ".join(words)) for link, words in zip(links, roles.values(), strict=True)
    )


def _page(ctx: PageContext, one: Organisation) -> Page:
    view = organisation_view(ctx, one)
    description = summary(ctx, one.text) or view.frame.kicker.replace(" · ", ", ")
    return record_page(ctx, one, "people/organisation.html", view, description)


#: A page for each of the organisations, by address.
organisation_pages: Final = record_pages(lambda community: community.organisations, _page)
