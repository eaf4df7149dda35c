"""How a calendar gets into each app: the addresses behind the buttons, and the QR code that leads to them."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from seurantalo.publishing.feeds.lines import ascii_uri
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.publication import Site
from seurantalo.publishing.qr_code import qr_code


class AppLink(NamedTuple):
    """A button: what the app is called, where it runs, and the address that makes it subscribe, or its page."""

    name: str
    note: str
    href: str
    outside: bool = False


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
    """Return how it is done in each app, as HTML: thousands of pages say the same, so ask for it with ``once``."""
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
            AppLink("Apple", say("iPhone, iPad, Mac"), opened),
            AppLink("Google", say("calendar on the web, Android"), google(site, path), outside=True),
            AppLink("Outlook", say("on the web"), outlook(site, path, f"{site.name}: {title}"), outside=True),
            AppLink("Thunderbird", say("computer"), opened),
            AppLink("ICSx5", "Android", opened),
        ),
        address=f"{site.url}{path}",
        file=f"{root}{path}",
        code=qr_code(own, say("QR code: opens this page on a phone")),
        page=own.split("://", 1)[1].rstrip("/"),
    )


def webcal(site: Site, path: str) -> str:
    """Return the address of a feed that opens in a calendar app; ``""`` where the site's address is not known."""
    return f"webcal://{site.url.split('://', 1)[1]}{path}" if "://" in site.url else ""


def opened_in_app(site: Site, path: str, root: str) -> str:
    """Return the address of a feed that opens in a calendar app, else of the plain file."""
    return webcal(site, path) or f"{root}{path}"


def google(site: Site, path: str) -> str:
    """Return the address that adds a feed to Google's calendar; ``""`` where the site's address is not known."""
    if "://" not in site.url:
        return ""
    return f"https://calendar.google.com/calendar/r?cid={_quoted(webcal(site, ''))}{_quoted(path)}"


def outlook(site: Site, path: str, title: str) -> str:
    """Return the address that adds a feed to Outlook on the web; ``""`` where the site's address is not known."""
    if "://" not in site.url:
        return ""
    found = f"url={_quoted(site.url)}{_quoted(path)}&name={quote(title, safe='')}"
    return f"https://outlook.live.com/calendar/0/addfromweb?{found}"


@lru_cache(maxsize=64)
def _quoted(part: str) -> str:
    """Return a part of an address as it stands inside another; one page has the same ones in many."""
    return quote(part, safe="")
