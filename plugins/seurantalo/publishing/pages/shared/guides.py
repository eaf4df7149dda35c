"""Ways that several pages point out: to add something, to what has no date yet, to the year wheel."""

from __future__ import annotations

from typing import Final

from seurantalo.publishing.addresses import PENDING, year_address
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Link

ADD_EVENT: Final = "ohjeet/lisaa-tapahtuma/"


def add_event_link(ctx: PageContext, root: str) -> Link:
    """Return the link that adds an event: a new file in the browser where the site knows where, else the guide."""
    address = ctx.site.new_file_url(ctx.settings.events_folder)
    return Link(ctx.lang.say("Add an event"), address or f"{root}{ADD_EVENT}")


def pending_link(ctx: PageContext, root: str) -> Link | None:
    """Return the link to the events that wait for their date; None where none does."""
    n = len(ctx.calendar.pending)
    words = ctx.lang.count("{n} event waits for its date", "{n} events wait for their date", n)
    return Link(words, f"{root}{PENDING}") if n else None


def wheel_link(ctx: PageContext, root: str, place: str = "") -> Link:
    """Return the link to this year's wheel, of the region or of a municipality."""
    year = ctx.today.year
    return Link(ctx.lang.say("Year wheel {year}", year=year), f"{root}{year_address(year, place)}")


def guide_link(ctx: PageContext, root: str) -> Link:
    """Return the link to the guide for those who add their first event."""
    return Link(ctx.lang.say("How to add an event"), f"{root}{ADD_EVENT}")
