"""How a calendar gets into each app: the addresses behind the buttons, and the QR code that leads to them."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from seurantalo.publishing.feeds.lines import ascii_uri
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.follow import AppLink, web_apps, webcal
from seurantalo.publishing.qr_code import qr_code


class Subscription(NamedTuple):
    """A calendar to subscribe to. Without the site's own address there is only the file, and no code.

    ``address`` is the plain address to copy, ``page`` the page's own as it is read aloud.
    """

    apps: tuple[AppLink, ...]
    address: str
    file: str
    code: Markup
    page: str


def instructions(ctx: PageContext) -> Markup:
    """Return how it is done in each app, as HTML; the pages of single calendars lead to it."""
    return Markup(ctx.render("calendar/subscribe/how.html"))  # noqa: S704 - a template of ours, without values


def subscription(ctx: PageContext, path: str, title: str, page: str, root: str) -> Subscription:
    """Return how to subscribe to the feed at ``path``.

    ``page`` is the address of the page with its buttons: the code leads there and not to the feed, because an
    address that one kind of phone opens in its calendar is an error message on another.
    """
    site, say = ctx.site, ctx.say
    if "://" not in site.url:
        return Subscription(apps=(), address="", file=f"{root}{path}", code=Markup(), page="")
    opened = webcal(site, path)
    own = ascii_uri(f"{site.url}{page}")
    return Subscription(
        apps=(
            *web_apps(ctx, path, f"{site.name}: {title}"),
            AppLink("Thunderbird", say("computer"), opened),
            AppLink("ICSx5", "Android", opened),
        ),
        address=f"{site.url}{path}",
        file=f"{root}{path}",
        code=qr_code(own, say("QR code: opens this page on a phone")),
        page=own.split("://", 1)[1].rstrip("/"),
    )
