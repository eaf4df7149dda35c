"""The directory as files: a table and an address book for each municipality, and of all together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seurantalo.language.collation import sort_key
from seurantalo.model.organisation import Organisation
from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import DIRECTORY, address
from seurantalo.publishing.pages.people.directory import state_badge, state_of
from seurantalo.publishing.pages.people.directory_parts import EVERYBODY, card_contact, homes, listed_contact
from seurantalo.publishing.pages.people.organisation import home_words
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.events_by import EventsBy
from seurantalo.publishing.pages.shared.labels import ORGANISATION_TYPES
from seurantalo.publishing.publication import File
from seurantalo.publishing.spreadsheet import csv_file
from seurantalo.publishing.vcard import vcard
from seurantalo.wiki import contact_is_old, is_over


def directory_files(ctx: PageContext) -> Iterator[File]:
    """Yield a CSV file and, where somebody has a card, a vCard file for each home, in the order of their paths.

    ``kaikki`` is the home of all, and has both.

    What is invented is marked so in the tables.
    """
    everyone = tuple(ctx.community.organisations.values())
    lists = {**homes(everyone), EVERYBODY: everyone}
    events = EventsBy(ctx)
    header = _header(ctx)
    rows = {one.id: _row(ctx, events, one) for one in everyone}
    cards = {one.id: _card(ctx, one) for one in everyone}
    names = ctx.names[Kind.ORGANISATION]
    files = []
    for home, found in lists.items():
        ordered: Sequence[Organisation] = sorted(found, key=lambda one: sort_key(names[one.id]))
        files.append(File(f"{DIRECTORY}{home}.csv", csv_file(header, (rows[one.id] for one in ordered))))
        content = b"".join(cards[one.id] for one in ordered)
        if content or home == EVERYBODY:
            files.append(File(f"{DIRECTORY}{home}.vcf", content))
    yield from sorted(files, key=lambda file: file.path)


def _header(ctx: PageContext) -> tuple[str, ...]:
    say = ctx.lang.say
    return (
        say("Name"),
        say("Type"),
        say("Municipality"),
        say("Region"),
        say("Founded"),
        say("Status"),
        say("Last event"),
        say("Next event"),
        say("Role"),
        say("E-mail"),
        say("Telephone"),
        say("Website"),
        say("Checked"),
        say("To check"),
        say("Themes"),
        say("Page"),
        say("Example"),
        say("Id"),
    )


def _row(ctx: PageContext, events: EventsBy, one: Organisation) -> tuple[str, ...]:
    found = state_of(ctx, events, one)
    contact, over = listed_contact(one), is_over(one, ctx.today)
    return (
        ctx.names[Kind.ORGANISATION][one.id],
        ctx.say(ORGANISATION_TYPES[one.organisation_type]),
        ctx.names[Kind.MUNICIPALITY][one.municipality] if one.municipality is not None else "",
        one.region,
        str(one.founded or ""),
        ctx.say("has ceased") if over else state_badge(ctx, found).text,
        found.last.last_day.isoformat() if found.last is not None else "",
        found.next.first_day.isoformat() if found.next is not None else "",
        ctx.words(contact.role) if contact is not None else "",
        contact.email if contact is not None else "",
        contact.phone if contact is not None else "",
        contact.url if contact is not None else next((link.url for link in one.links), ""),
        contact.checked.isoformat() if contact is not None and contact.checked is not None else "",
        ctx.say("yes") if contact is not None and not over and contact_is_old(contact, ctx.today) else "",
        ", ".join(ctx.names[Kind.THEME][name] for name in one.themes),
        f"{ctx.site.url}{address(one)}" if ctx.site.url else "",
        ctx.say("yes") if one.demo else "",
        one.id,
    )


def _card(ctx: PageContext, one: Organisation) -> bytes:
    contact = card_contact(ctx, one)
    if contact is None:
        return b""
    return vcard(
        one,
        contact,
        ctx.lang.code,
        ctx.settings.calendar_id,
        f"{ctx.site.url}{address(one)}" if ctx.site.url else "",
        home_words(ctx, one),
    )
