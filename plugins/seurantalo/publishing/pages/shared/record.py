"""The pages of records: what stands around each of them, and a record in a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.model.community import Community
from seurantalo.model.record import Record
from seurantalo.publishing.addresses import FEED_GROUPS, FOLDERS, address
from seurantalo.publishing.pages.shared.calendar_link import feed_links
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import crumbs
from seurantalo.publishing.pages.shared.mentions import Told, mention_facts
from seurantalo.publishing.pages.shared.photo import card_picture, head_picture
from seurantalo.publishing.pages.shared.view import Badge, Card, Fact, Link, Notice, Tone
from seurantalo.publishing.publication import Heading, Page, Pages, depth_prefix, sorted_by_address

_Record = TypeVar("_Record", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around the page of every record: its head, what must be seen first, who speaks of it, its file.

    ``mentions`` are those that the page has no section for, ``edit`` is the address where the file is edited,
    ``cover`` its picture above the heading, or a drawing only for the eye.
    """

    title: str
    kicker: str
    crumbs: tuple[Link, ...]
    notices: tuple[Notice, ...]
    mentions: tuple[Fact, ...]
    edit: str
    cover: Markup


def frame(
    ctx: PageContext,
    record: Record,
    parent: str,
    *,
    title: str = "",
    kicker: str = "",
    invented: str = "",
    notices: tuple[Notice, ...] = (),
    told: Told = frozenset(),
) -> Frame:
    """Return the frame of a record's page.

    ``parent`` is what the list of its kind is called, ``title`` its name where it is another than the record's,
    ``invented`` what an example says of itself, ``told`` who points at it in a section of the page's own.
    """
    root = depth_prefix(address(record))
    return Frame(
        title=title or ctx.name(record),
        kicker=kicker,
        crumbs=crumbs(ctx, root, FOLDERS[record.KIND], parent),
        notices=(*(demo_notice(ctx, record, invented) if invented else ()), *notices),
        mentions=mention_facts(ctx, record, root, told),
        edit=ctx.edit_url(record),
        cover=head_picture(ctx, record, root),
    )


def record_page(
    ctx: PageContext,
    record: Record,
    template: str,
    view: object,
    description: str,
    *,
    title: str = "",
    headings: tuple[Heading, ...] = (),
) -> Page:
    """Return the page of a record, with its feeds where it has some; ``title`` as for :func:`frame`."""
    return Page(
        address=address(record),
        title=title or ctx.name(record),
        body=ctx.render(template, view=view),
        description=description,
        source=record.origin.path,
        feeds=feed_links(ctx, record) if record.KIND in FEED_GROUPS else (),
        headings=headings,
    )


def record_pages(
    table: Callable[[Community], Mapping[str, _Record]], page: Callable[[PageContext, _Record], Page]
) -> Callable[[PageContext], Pages]:
    """Return what gives a page for each record of a kind, by address."""

    def pages(ctx: PageContext) -> Pages:
        records = table(ctx.community)
        return Pages(sorted_by_address(records), lambda name: page(ctx, records[name]))

    return pages


def demo_notice(ctx: PageContext, record: Record, text: str) -> tuple[Notice, ...]:
    """Return the notice of an invented record; none for a real one."""
    return (Notice(ctx.say("Invented example."), text, Tone.DEMO),) if record.demo else ()


def demo_badges(ctx: PageContext, record: Record) -> tuple[Badge, ...]:
    """Return the badge of an invented record in a list; none for a real one."""
    return (Badge(ctx.say("example"), Tone.DEMO),) if record.demo else ()


def record_card(
    ctx: PageContext,
    record: Record,
    root: str,
    *,
    kicker: str = "",
    text: str = "",
    badges: tuple[Badge, ...] = (),
    meta: tuple[str, ...] = (),
) -> Card:
    """Return a record for a list of cards; an invented one says that it is."""
    return Card(
        title=ctx.name(record),
        href=f"{root}{address(record)}",
        text=text,
        kicker=kicker,
        badges=(*badges, *demo_badges(ctx, record)),
        meta=meta,
        cover=card_picture(ctx, record, root),
    )
