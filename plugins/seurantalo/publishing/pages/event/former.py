"""The addresses that events had before: each leads to the event's page, without JavaScript and without a server."""

from __future__ import annotations

from collections.abc import Iterator

from seurantalo.publishing.addresses import EVENTS, address
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.publication import File


def former_pages(ctx: PageContext) -> Iterator[File]:
    """Yield a page at each address that an event had before, by path; it is in no list, map or search."""
    events = ctx.community.events
    for former, name in sorted((former, one.id) for one in events.values() for former in one.former_ids):
        event = events[name]
        new = address(event)
        html = ctx.render(
            "event/former.html",
            lang=ctx.lang.code,
            title=ctx.words(event.title),
            href=f"../{name}/",
            canonical=f"{ctx.site.url}{new}" if ctx.site.url else "",
        )
        yield File(f"{EVENTS}{former}/index.html", f"{html}\n".encode())
