"""The directory: organisations by municipality and type, who is active, whom to ask, and all of it as files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.language.collation import sort_key
from seurantalo.model.organisation import Organisation, OrganisationType
from seurantalo.model.record import Kind
from seurantalo.proposing import Act
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import DIRECTORY, FOLDERS, address
from seurantalo.publishing.pages.people.directory_parts import (
    EVERYBODY,
    PAGE_SIZE,
    REGIONAL,
    card_contact,
    home_name,
    homes,
    in_order_of_name,
    page_name,
)
from seurantalo.publishing.pages.shared.contact import ContactView, contact_view
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.events_by import EventsBy
from seurantalo.publishing.pages.shared.frame import Choice, crumbs, list_page, real_choices
from seurantalo.publishing.pages.shared.guides import form_address
from seurantalo.publishing.pages.shared.labels import ORGANISATION_GROUPS, ORGANISATION_TYPES
from seurantalo.publishing.pages.shared.record import demo_badges
from seurantalo.publishing.pages.shared.view import Badge, Group, Link, Tone
from seurantalo.publishing.publication import Page, Pages, depth_prefix, sorted_by_address
from seurantalo.publishing.traces.answered import Change
from seurantalo.publishing.traces.questions import Question
from seurantalo.wiki import Activity, activity


@dataclass(frozen=True, slots=True)
class DirectoryRow:
    """An organisation: its name, whether it is active and since when, and whom to ask."""

    name: Link
    state: Badge
    day: str
    contact: ContactView | None
    badges: tuple[Badge, ...]
    keys: str


@dataclass(frozen=True, slots=True)
class HomeRow:
    """A municipality in the table of the directory."""

    home: Link
    total: int
    active: int
    files: tuple[Link, ...]


def state_of(ctx: PageContext, events: EventsBy, one: Organisation) -> Activity:
    """Return whether an organisation is active, from its events."""
    return activity(events.around_today(one), ctx.today)


#: Whether an organisation is active.
IS_ACTIVE: Final = Question(
    "active",
    lambda ctx, name: state_of(ctx, EventsBy(ctx), ctx.community.organisations[name]).active,
    since=Change.OUTLINE,
)


def state_badge(ctx: PageContext, found: Activity) -> Badge:
    """Return the state as a badge: active, quiet, or nothing in the calendar so far."""
    if found.active:
        return Badge(ctx.say("active"), Tone.GOOD)
    return Badge(ctx.say("quiet")) if found.last is not None else Badge(ctx.say("no events yet"))


def _day(ctx: PageContext, found: Activity) -> str:
    if found.next is not None:
        return ctx.lang.say("next {day}", day=wording.plain_day(found.next.first_day, ctx.lang))
    if found.last is not None:
        return ctx.lang.say("last {day}", day=wording.plain_day(found.last.last_day, ctx.lang))
    return ""


def _row(ctx: PageContext, events: EventsBy, one: Organisation, root: str) -> DirectoryRow:
    found = state_of(ctx, events, one)
    return DirectoryRow(
        name=Link(ctx.names[Kind.ORGANISATION][one.id], f"{root}{address(one)}"),
        state=state_badge(ctx, found),
        day=_day(ctx, found),
        contact=contact_view(ctx, one.contact) if one.contact is not None else None,
        badges=demo_badges(ctx, one),
        keys=f"tyyppi:{one.organisation_type} tila:{'toimii' if found.active else 'hiljaa'}",
    )


def directory_pages(ctx: PageContext) -> Pages:
    """Return the pages of every municipality, and of those who work in the whole region, by address."""
    names = ctx.names[Kind.ORGANISATION]
    types = list(ORGANISATION_TYPES)
    pages: dict[str, tuple[str, int, Sequence[Organisation]]] = {}
    for home, found in homes(ctx.community.organisations.values()).items():
        ordered = sorted(found, key=lambda one: (types.index(one.organisation_type), sort_key(names[one.id])))
        for number in range((len(ordered) + PAGE_SIZE - 1) // PAGE_SIZE):
            pages[page_name(home, number)] = (home, number, ordered)

    return Pages(sorted_by_address(pages), lambda name: _page(ctx, name, *pages[name]))


def _page(ctx: PageContext, name: str, home: str, number: int, found: Sequence[Organisation]) -> Page:
    """Return page ``number`` of a home whose organisations are ``found``, sorted by type and name."""
    root, say, events = depth_prefix(f"{DIRECTORY}{name}/"), ctx.say, EventsBy(ctx)
    by_type: dict[OrganisationType, list[Organisation]] = {}
    for one in found[number * PAGE_SIZE : (number + 1) * PAGE_SIZE]:
        by_type.setdefault(one.organisation_type, []).append(one)
    groups = tuple(
        Group(say(ORGANISATION_GROUPS[kind]), f"tyyppi-{kind}", tuple(_row(ctx, events, one, root) for one in some))
        for kind, some in by_type.items()
    )
    others = [
        Link(str(one + 1), "" if one == number else f"{root}{DIRECTORY}{page_name(home, one)}/")
        for one in range((len(found) + PAGE_SIZE - 1) // PAGE_SIZE)
    ]
    where = home_name(ctx, home)
    title = ctx.lang.say("Directory: {name}", name=where)
    body = ctx.render(
        "people/directory.html",
        title=title,
        home=Link(where, "" if home == REGIONAL else f"{root}{FOLDERS[Kind.MUNICIPALITY]}{home}/"),
        crumbs=crumbs(ctx, root, DIRECTORY, say("Directory")),
        total=ctx.lang.count("{n} organisation", "{n} organisations", len(found)),
        counts=_amounts(ctx, Counter(one.organisation_type for one in found)),
        groups=groups,
        choices=_choices(ctx, groups),
        others=others if len(others) > 1 else (),
        files=file_links(ctx, home, found, root),
        new=form_address(root, Act.ORGANISATION),
    )
    description = ctx.lang.say("Who is who, and whom to ask: {name}", name=where)
    return Page(address=f"{DIRECTORY}{name}/", title=title, body=body, description=description)


def _amounts(ctx: PageContext, amounts: Mapping[OrganisationType, int]) -> tuple[str, ...]:
    """Return how many there are of each type; the first begins a sentence."""
    found = [f"{ctx.say(title)}: {amounts[kind]}" for kind, title in ORGANISATION_GROUPS.items() if amounts.get(kind)]
    return tuple(f"{one[:1].lower()}{one[1:]}" if n else one for n, one in enumerate(found))


def _choices(ctx: PageContext, groups: Sequence[Group[DirectoryRow]]) -> tuple[Choice, ...]:
    say = ctx.say
    states = (("tila:toimii", say("active")), ("tila:hiljaa", say("quiet or no events yet")))
    return real_choices(
        Choice(say("Type"), "tyyppi", tuple((one.anchor.replace("-", ":", 1), one.title) for one in groups)),
        Choice(say("Status"), "tila", states),
    )


def file_links(ctx: PageContext, home: str, some: Iterable[Organisation], root: str) -> tuple[Link, ...]:
    """Return links to the files of some organisations, those of a home: no address book where nobody has a card."""
    table = Link(ctx.say("Table (CSV)"), f"{root}{DIRECTORY}{home}.csv")
    if home != EVERYBODY and not any(card_contact(ctx, one) for one in some):
        return (table,)
    return (table, Link(ctx.say("Address book (vCard)"), f"{root}{DIRECTORY}{home}.vcf"))


def home_rows(ctx: PageContext, root: str) -> tuple[HomeRow, ...]:
    """Return a row for every municipality that has organisations, in alphabetical order."""
    found = homes(ctx.community.organisations.values())
    rows = []
    for home in in_order_of_name(ctx, found):
        some = found[home]
        rows.append(
            HomeRow(
                home=Link(home_name(ctx, home), f"{root}{DIRECTORY}{page_name(home, 0)}/"),
                total=len(some),
                active=sum(IS_ACTIVE.ask(ctx, one.id) for one in some),
                files=file_links(ctx, home, some, root),
            )
        )
    return tuple(rows)


def directory_index(ctx: PageContext) -> Page:
    """Return the front page of the directory."""
    root = depth_prefix(DIRECTORY)
    return list_page(
        ctx,
        DIRECTORY,
        "people/directory_index.html",
        ctx.say("Directory"),
        ctx.say("Every association and other organisation by municipality, with whom to ask."),
        rows=home_rows(ctx, root),
        files=file_links(ctx, EVERYBODY, (), root),
        organisations=f"{root}{FOLDERS[Kind.ORGANISATION]}",
        venues=f"{root}{FOLDERS[Kind.VENUE]}",
        new=form_address(root, Act.ORGANISATION),
    )
