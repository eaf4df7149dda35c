"""The pages of municipalities: who to ask, what is coming, who is there, what they have learned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.model.organisation import Organisation
from seurantalo.model.place import Municipality, Venue
from seurantalo.model.record import Kind
from seurantalo.proposing import Act
from seurantalo.publishing.addresses import (
    DIRECTORY,
    EMBEDS,
    FOLDERS,
    address,
    channel_address,
    free_address,
)
from seurantalo.publishing.contact_reminders import Letters, letter_address
from seurantalo.publishing.pages.offline.lists import kept_pages
from seurantalo.publishing.pages.shared.calendar_link import feed_view
from seurantalo.publishing.pages.shared.coming import ComingView, coming_view
from seurantalo.publishing.pages.shared.contact import ContactView, contact_view
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.events_by import EventsBy, by_year
from seurantalo.publishing.pages.shared.follow import FollowView, follow_view
from seurantalo.publishing.pages.shared.frame import by_name, cut, in_order, list_page
from seurantalo.publishing.pages.shared.guides import form_address, year_link
from seurantalo.publishing.pages.shared.idea_cards import outcomes_address
from seurantalo.publishing.pages.shared.labels import ADOPTION_STATUSES, ORGANISATION_GROUPS, VENUE_KINDS
from seurantalo.publishing.pages.shared.mentions import Told
from seurantalo.publishing.pages.shared.record import Frame, frame, record_page, record_pages
from seurantalo.publishing.pages.shared.texts import period_words, prose, summary
from seurantalo.publishing.pages.shared.theme_look import record_cover
from seurantalo.publishing.pages.shared.view import Card, Fact, Group, Link, fact_list
from seurantalo.publishing.pages.shared.when_tabs import WhenTab, when_tabs
from seurantalo.publishing.prints.board_files import board_link
from seurantalo.publishing.publication import Page, depth_prefix
from seurantalo.publishing.traces.answered import Change
from seurantalo.publishing.traces.questions import Question
from seurantalo.wiki import HeldContact, adoptions_in, contact_is_old, is_over

#: Organisations named on a municipality's page; the directory has them all, with their contacts.
MOST_ORGANISATIONS: Final = 200
#: Venues named on it; the search finds the others.
MOST_VENUES: Final = 200

#: Letters offered on it; the editors' to-do list goes on.
MOST_LETTERS: Final = 20

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

    frame: Frame
    text: Markup
    facts: tuple[Fact, ...]
    contacts: tuple[ContactView, ...]
    follow: FollowView
    tabs: tuple[WhenTab, ...]
    zone: str
    coming: ComingView
    ways: tuple[Link, ...]
    """To the sheet for a notice board, free days, the year wheel, frames for other sites and the well-being tree."""
    organisations: tuple[Group[Link], ...]
    venues: tuple[Link, ...]
    practices: tuple[Link, ...]
    breaks: tuple[tuple[str, str], ...]
    years: tuple[tuple[int, str], ...]
    directory: str
    more_organisations: int
    to_check: tuple[Link, ...]
    """Letters to those whose contact nobody has checked for a year."""
    ideas: Link
    kept_pages: Markup
    """Which pages a device keeps whose owner has chosen the municipality."""


def organisations_in(ctx: PageContext) -> Mapping[str, Sequence[Organisation]]:
    """Return the organisations of every municipality. The pages and their list want the same: ask ``once``."""
    found: dict[str, list[Organisation]] = {name: [] for name in ctx.community.municipalities}
    for one in ctx.community.organisations.values():
        if one.municipality is not None:
            found[one.municipality].append(one)
    return found


def municipality_view(ctx: PageContext, place: Municipality) -> MunicipalityView:
    """Return the page of a municipality."""
    root = depth_prefix(address(place))
    events, organisations = EventsBy(ctx), ctx.once(organisations_in)[place.id]
    feed = feed_view(place, root, ctx.lang.say("Events of {name} to your calendar", name=ctx.words(place.name)))
    return MunicipalityView(
        frame=frame(ctx, place, ctx.say("Municipalities"), kicker=place.region, told=_TOLD),
        text=prose(ctx, place.text, root, "t-", 2),
        facts=_facts(ctx, place, root),
        contacts=tuple(contact_view(ctx, one) for one in place.contacts),
        follow=follow_view(ctx, place, root),
        tabs=when_tabs(ctx, root, place.id) if events.coming(place) else (),
        zone=ctx.settings.timezone,
        coming=coming_view(
            ctx, events.coming(place), root, feed, in_place=True, add=form_address(root, Act.EVENT, kunta=place.id)
        ),
        ways=(
            *board_link(ctx, place, root),
            Link(ctx.say("Which days are still free?"), f"{root}{free_address(place.id)}"),
            year_link(ctx, root, place.id),
            *(
                [Link(ctx.say("Show these events on your own site"), f"{root}{EMBEDS}?kunta={place.id}")]
                if ctx.settings.embeds
                else []
            ),
            *_tree(ctx, place, root),
        ),
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
        to_check=_to_check(ctx, organisations),
        ideas=_ideas(ctx, place, root),
        kept_pages=kept_pages(ctx, place, events.coming(place)),
    )


def _to_check(ctx: PageContext, organisations: Sequence[Organisation]) -> tuple[Link, ...]:
    """Return letters that ask whether contacts are still right, ready to send; the to-do list has those of all."""
    writer, found = Letters(ctx.site, ctx.lang, ctx.today), []
    for one in organisations:
        asked = one.contact if one.contact is not None and contact_is_old(one.contact, ctx.today) else None
        if asked is not None and not is_over(one, ctx.today):
            letter = writer.reminder([HeldContact(record=one, contact=asked, who=one)])
            found.append(Link(ctx.names[Kind.ORGANISATION][one.id], letter_address(letter)))
    return cut(ctx, in_order(one for one in found if one.href), MOST_LETTERS)


def _tree(ctx: PageContext, place: Municipality, root: str) -> tuple[Link, ...]:
    """Return the way to the municipality's well-being tree, where somebody has planted one."""
    tree = ctx.community.wellbeing_trees.get(place.id)
    words = ctx.lang.say("The well-being tree of {name}", name=ctx.name(place))
    return (Link(words, f"{root}{address(tree)}"),) if tree else ()


def _facts(ctx: PageContext, place: Municipality, root: str) -> tuple[Fact, ...]:
    say = ctx.say
    return fact_list(
        (say("Region"), place.region),
        (say("Inhabitants"), ctx.lang.number(place.population) if place.population is not None else ""),
        (say("Languages"), tuple(Link(ctx.lang.name_of(name)) for name in place.languages)),
        (say("Neighbours"), in_order(ctx.links(Kind.MUNICIPALITY, place.neighbours, root))),
        (say("Municipality number"), place.code),
        (say("Channels"), _channels(ctx, place, root)),
    )


def _channels(ctx: PageContext, place: Municipality, root: str) -> tuple[Link, ...]:
    """Return the channels in which events of the municipality are announced."""
    names = ctx.names[Kind.CHANNEL]
    found = ctx.pointing(place, Kind.CHANNEL, "municipalities")
    return in_order(Link(names[name], f"{root}{channel_address(name)}") for name in found)


def _by_type(ctx: PageContext, organisations: Sequence[Organisation], root: str) -> tuple[Group[Link], ...]:
    groups = []
    for kind, title in ORGANISATION_GROUPS.items():
        links = in_order(
            ctx.link(Kind.ORGANISATION, one.id, root) for one in organisations if one.organisation_type is kind
        )
        if links:
            groups.append(Group(ctx.lang.say(title), f"tyyppi-{kind}", links))
    return tuple(groups)


def _ideas(ctx: PageContext, place: Municipality, root: str) -> Link:
    n = len(ctx.pointing(place, Kind.IDEA, "municipality"))
    note = ctx.lang.count("{n} idea", "{n} ideas", n) if n else ""
    return Link(ctx.say("What became of the ideas?"), f"{root}{outcomes_address(ctx, place.id)}", note)


def _venues(ctx: PageContext, place: Municipality, root: str) -> tuple[Link, ...]:
    pointing = ctx.community.roles(place).get((Kind.VENUE, "municipality"), ())
    found = [one for one in pointing if isinstance(one, Venue)]
    links = (
        Link(ctx.words(one.name), f"{root}{address(one)}", ctx.say(VENUE_KINDS[one.venue_kind])) for one in found
    )
    return cut(ctx, in_order(links), MOST_VENUES)


def _practices(ctx: PageContext, place: Municipality, root: str) -> tuple[Link, ...]:
    """Return the practices that name the municipality, and those that somebody there has taken up, said so."""
    notes: dict[str, str] = {one.id: "" for one in ctx.community.practices_linking(place, "municipalities")}
    for adoption in reversed(adoptions_in(ctx.community, place)):
        adopter = ctx.names[Kind.ORGANISATION][adoption.adopter]
        notes[adoption.practice] = f"{adopter}: {ctx.lang.say(ADOPTION_STATUSES[adoption.status])}"
    links = (ctx.link(Kind.PRACTICE, name, root) for name in notes)
    return in_order(Link(link.text, link.href, note) for link, note in zip(links, notes.values(), strict=True))


def _page(ctx: PageContext, place: Municipality) -> Page:
    description = summary(ctx, place.text) or ctx.lang.say(
        "Events, associations and venues: {name}", name=ctx.name(place)
    )
    return record_page(ctx, place, "people/municipality.html", municipality_view(ctx, place), description)


#: A page for each municipality, by address.
municipality_pages: Final = record_pages(lambda community: community.municipalities, _page)


def _ahead(ctx: PageContext, name: str) -> int:
    coming = EventsBy(ctx).coming(ctx.community.municipalities[name])
    return len({one.event.id for one in coming if not one.cancelled})


#: How many events are to come in a municipality.
AHEAD: Final = Question("events ahead", _ahead, since=Change.OUTLINE)


def municipality_cards(ctx: PageContext, root: str) -> tuple[Card, ...]:
    """Return every municipality with its numbers, in alphabetical order."""
    count, people = ctx.lang.count, ctx.once(organisations_in)
    venues = Counter(one.municipality for one in ctx.community.venues.values())
    places = ctx.community.municipalities
    cards = []
    for name in by_name(places, ctx.names[Kind.MUNICIPALITY]):
        ahead = AHEAD.ask(ctx, name)
        amounts = (
            (ahead, count("{n} coming event", "{n} coming events", ahead)),
            (len(people[name]), count("{n} organisation", "{n} organisations", len(people[name]))),
            (venues[name], count("{n} venue", "{n} venues", venues[name])),
        )
        meta = tuple(words for n, words in amounts if n)
        href = f"{root}{address(places[name])}"
        cards.append(
            Card(
                ctx.name(places[name]),
                href,
                kicker=places[name].region,
                meta=meta,
                cover=record_cover(places[name], {}),
            )
        )
    return tuple(cards)


def municipality_index(ctx: PageContext) -> Page:
    """Return the list of municipalities."""
    folder = FOLDERS[Kind.MUNICIPALITY]
    return list_page(
        ctx,
        folder,
        "people/municipalities.html",
        ctx.say("Municipalities"),
        ctx.say("Choose a municipality to see its events, associations and venues."),
        cards=municipality_cards(ctx, depth_prefix(folder)),
        new=ctx.new_file_url("content/municipalities"),
    )
