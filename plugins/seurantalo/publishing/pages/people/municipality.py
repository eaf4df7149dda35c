"""The pages of municipalities: who to ask, what is coming, who is there, what they have learned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from seurantalo.model.organisation import Organisation
from seurantalo.model.place import Municipality, Venue
from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import DIRECTORY, FOLDERS, IDEA_OUTCOMES, address, free_address, year_address
from seurantalo.publishing.collation import sort_key
from seurantalo.publishing.pages.shared.calendar_link import feed_links, feed_view
from seurantalo.publishing.pages.shared.coming import ComingView, coming_view
from seurantalo.publishing.pages.shared.contact import ContactView, contact_view
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.events_by import EventsBy, by_year
from seurantalo.publishing.pages.shared.frame import Group, crumbs, headings, in_order
from seurantalo.publishing.pages.shared.labels import ADOPTION_STATUSES, ORGANISATION_GROUPS, VENUE_KINDS
from seurantalo.publishing.pages.shared.mentions import Told, mention_facts
from seurantalo.publishing.pages.shared.periods import period_words
from seurantalo.publishing.pages.shared.texts import prose, summary
from seurantalo.publishing.pages.shared.view import Card, Fact, Link
from seurantalo.publishing.publication import Page, Pages, depth_prefix, sorted_by_address
from seurantalo.wiki import adoptions_in

#: Organisations named on a municipality's page; the directory has them all, with their contacts.
MOST_ORGANISATIONS: Final = 200
#: Venues named on it; the search finds the others.
MOST_VENUES: Final = 200

#: What the page has sections for, and what would only say where things are.
_TOLD: Told = frozenset(
    {
        (Kind.EVENT, "municipality"),
        (Kind.ADOPTION, "municipality"),
        (Kind.CHANNEL, "municipalities"),
        (Kind.IDEA, "municipality"),
        (Kind.MUNICIPALITY, "neighbours"),
        (Kind.ORGANISATION, "municipality"),
        (Kind.PRACTICE, "municipalities"),
        (Kind.VENUE, "municipality"),
        (Kind.WELLBEING_TREE, "municipality"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityView:
    """The page of a municipality."""

    title: str
    where: str
    crumbs: tuple[Link, ...]
    text: Markup
    facts: tuple[Fact, ...]
    contacts: tuple[ContactView, ...]
    coming: ComingView
    free_days: Link
    organisations: tuple[Group, ...]
    venues: tuple[Link, ...]
    practices: tuple[Link, ...]
    breaks: tuple[tuple[str, str], ...]
    years: tuple[tuple[int, str], ...]
    directory: str
    more_organisations: int
    ideas: Link
    mentions: tuple[Fact, ...]
    wheel: Link
    tree: Link | None
    edit: str


def municipality_index(ctx: PageContext) -> Page:
    """Return the list of municipalities."""
    return _index(ctx, ctx.once(EventsBy), ctx.once(_organisations_by_municipality))


def municipality_pages(ctx: PageContext) -> Pages:
    """Return a page for each municipality, by address."""
    places = ctx.community.municipalities

    def make(name: str) -> Page:
        return _page(ctx, ctx.once(EventsBy), ctx.once(_organisations_by_municipality), places[name])

    return Pages(sorted_by_address(places), make)


def _organisations_by_municipality(ctx: PageContext) -> Mapping[str, tuple[Organisation, ...]]:
    found: dict[str, list[Organisation]] = {name: [] for name in ctx.community.municipalities}
    for one in ctx.community.organisations.values():
        if one.municipality is not None:
            found[one.municipality].append(one)
    return {name: tuple(some) for name, some in found.items()}


def municipality_view(
    ctx: PageContext, events: EventsBy, organisations: tuple[Organisation, ...], place: Municipality
) -> MunicipalityView:
    """Return the page of a municipality."""
    root = depth_prefix(address(place))
    coming = events.coming(place)
    feed = feed_view(place, root, ctx.lang.say("Events of {name} to your calendar", name=ctx.words(place.name)))
    where = ctx.words(place.locative)
    return MunicipalityView(
        title=ctx.names[Kind.MUNICIPALITY][place.id],
        where=where,
        crumbs=crumbs(ctx, root, Kind.MUNICIPALITY, ctx.say("Municipalities")),
        text=prose(ctx, place.text, root, "t-", 2),
        facts=_facts(ctx, place, root),
        contacts=tuple(contact_view(ctx, one) for one in place.contacts),
        coming=coming_view(ctx, coming, root, feed, in_place=True),
        free_days=Link(ctx.say("Which days are still free?"), f"{root}{free_address(place.id)}"),
        organisations=_by_type(ctx, organisations[:MOST_ORGANISATIONS], root),
        venues=_venues(ctx, place, root),
        practices=_practices(ctx, place, root),
        breaks=tuple(
            (ctx.words(one.name) or ctx.say("School holiday"), period_words(ctx, one))
            for one in sorted(place.school_breaks, key=lambda one: str(one.starts or one.ends))
            if one.ends is None or one.ends >= ctx.today
        ),
        years=tuple((year, ctx.lang.count("{n} event", "{n} events", n)) for year, n in by_year(events.past(place))),
        directory=f"{root}{DIRECTORY}{place.id}/" if organisations else "",
        more_organisations=max(len(organisations) - MOST_ORGANISATIONS, 0),
        ideas=_ideas(ctx, place, root),
        mentions=mention_facts(ctx, place, root, _TOLD),
        tree=_tree(ctx, place, root),
        wheel=Link(
            ctx.lang.say("Year wheel {year}", year=ctx.today.year), f"{root}{year_address(ctx.today.year, place.id)}"
        ),
        edit=ctx.edit_url(place),
    )


def _tree(ctx: PageContext, place: Municipality, root: str) -> Link | None:
    """Return the way to the municipality's well-being tree, where somebody has planted one."""
    tree = ctx.community.wellbeing_trees.get(place.id)
    name = ctx.names[Kind.MUNICIPALITY][place.id]
    return Link(ctx.lang.say("The well-being tree of {name}", name=name), f"{root}{address(tree)}") if tree else None


def _facts(ctx: PageContext, place: Municipality, root: str) -> tuple[Fact, ...]:
    say = ctx.say
    facts = []
    if place.region:
        facts.append(Fact(say("Region"), (Link(place.region),)))
    if place.population is not None:
        facts.append(Fact(say("Inhabitants"), (Link(ctx.lang.number(place.population)),)))
    if place.languages:
        languages = tuple(Link(ctx.lang.name_of(name)) for name in place.languages)
        facts.append(Fact(say("Languages"), languages))
    if place.neighbours:
        facts.append(Fact(say("Neighbours"), in_order(ctx.links(Kind.MUNICIPALITY, place.neighbours, root))))
    if place.code:
        facts.append(Fact(say("Municipality number"), (Link(place.code),)))
    return tuple(facts)


def _by_type(ctx: PageContext, organisations: tuple[Organisation, ...], root: str) -> tuple[Group, ...]:
    groups = []
    for kind, title in ORGANISATION_GROUPS.items():
        links = in_order(
            ctx.link(Kind.ORGANISATION, one.id, root) for one in organisations if one.organisation_type is kind
        )
        if links:
            groups.append(Group(ctx.lang.say(title), f"tyyppi-{kind}", links))
    return tuple(groups)


def _ideas(ctx: PageContext, place: Municipality, root: str) -> Link:
    found = ctx.community.roles(place).get((Kind.IDEA, "municipality"), ())
    note = ctx.lang.count("{n} idea", "{n} ideas", len(found)) if found else ""
    return Link(ctx.say("What became of the ideas?"), f"{root}{IDEA_OUTCOMES}{place.id}/", note)


def _venues(ctx: PageContext, place: Municipality, root: str) -> tuple[Link, ...]:
    pointing = ctx.community.roles(place).get((Kind.VENUE, "municipality"), ())
    found = [one for one in pointing if isinstance(one, Venue)]
    links = in_order(
        Link(ctx.words(one.name), f"{root}{address(one)}", ctx.lang.say(VENUE_KINDS[one.venue_kind])) for one in found
    )
    if len(links) <= MOST_VENUES:
        return links
    more = len(links) - MOST_VENUES
    return (*links[:MOST_VENUES], Link(ctx.lang.count("and {n} more", "and {n} more", more)))


def _practices(ctx: PageContext, place: Municipality, root: str) -> tuple[Link, ...]:
    """Return the practices that name the municipality, and those that somebody there has taken up, said so."""
    notes: dict[str, str] = {one.id: "" for one in ctx.community.practices_linking(place, "municipalities")}
    for adoption in reversed(adoptions_in(ctx.community, place)):
        adopter = ctx.names[Kind.ORGANISATION][adoption.adopter]
        notes[adoption.practice] = f"{adopter}: {ctx.lang.say(ADOPTION_STATUSES[adoption.status])}"
    links = (ctx.link(Kind.PRACTICE, name, root) for name in notes)
    return in_order(Link(link.text, link.href, note) for link, note in zip(links, notes.values(), strict=True))


def _page(
    ctx: PageContext, events: EventsBy, people: Mapping[str, tuple[Organisation, ...]], place: Municipality
) -> Page:
    view = municipality_view(ctx, events, people[place.id], place)
    say = ctx.say
    return Page(
        address=address(place),
        title=view.title,
        body=ctx.render("people/municipality.html", view=view),
        description=summary(ctx, place.text)
        or ctx.lang.say("Events, associations and venues: {name}", name=view.title),
        source=place.origin.path,
        feeds=feed_links(ctx, place),
        headings=headings(
            ("tapahtumat", say("What is coming"), True),
            ("yhteystiedot", say("Whom to ask"), view.contacts),
            ("yhdistykset", say("Associations and others"), view.organisations),
            ("paikat", say("Venues"), view.venues),
            ("kaytannot", say("Practices in use"), view.practices),
            ("lomat", say("School holidays"), view.breaks),
            ("menneet", say("Past events"), view.years),
            ("viittaukset", say("What speaks of this"), view.mentions),
        ),
    )


def municipality_cards(
    ctx: PageContext, events: EventsBy, people: Mapping[str, tuple[Organisation, ...]], root: str
) -> tuple[Card, ...]:
    """Return every municipality with its numbers, in alphabetical order."""
    count = ctx.lang.count
    venues = Counter(one.municipality for one in ctx.community.venues.values())
    names = ctx.names[Kind.MUNICIPALITY]
    cards = []
    for place in sorted(ctx.community.municipalities.values(), key=lambda one: sort_key(names[one.id])):
        ahead = len({found.event.id for found in events.coming(place) if not found.cancelled})
        amounts = (
            (ahead, count("{n} coming event", "{n} coming events", ahead)),
            (len(people[place.id]), count("{n} organisation", "{n} organisations", len(people[place.id]))),
            (venues[place.id], count("{n} venue", "{n} venues", venues[place.id])),
        )
        cards.append(
            Card(
                title=names[place.id],
                href=f"{root}{address(place)}",
                kicker=place.region,
                meta=tuple(words for n, words in amounts if n),
            )
        )
    return tuple(cards)


def _index(ctx: PageContext, events: EventsBy, people: Mapping[str, tuple[Organisation, ...]]) -> Page:
    folder = FOLDERS[Kind.MUNICIPALITY]
    cards = municipality_cards(ctx, events, people, depth_prefix(folder))
    return Page(
        address=folder,
        title=ctx.say("Municipalities"),
        body=ctx.render(
            "people/municipalities.html", cards=cards, new=ctx.site.new_file_url("content/municipalities")
        ),
        description=ctx.say("What happens where: the region's municipalities."),
    )
