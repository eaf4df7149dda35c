"""The ways to add something: straight to a new file where the site says how, else to the guide."""

from __future__ import annotations

from typing import Final

from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Link

ADD_EVENT: Final = "ohjeet/lisaa-tapahtuma/"


def add_event_link(ctx: PageContext, root: str) -> Link:
    """Return the link that adds an event: a new file in the browser where the site knows where, else the guide."""
    address = ctx.site.new_file_url(ctx.settings.events_folder)
    return Link(ctx.lang.say("Add an event"), address or f"{root}{ADD_EVENT}")


def guide_link(ctx: PageContext, root: str) -> Link:
    """Return the link to the guide for those who add their first event."""
    return Link(ctx.lang.say("How to add an event"), f"{root}{ADD_EVENT}")
