"""Following a record's calendar: the addresses at which apps subscribe, and the menu of them.

``webcal:`` is what Apple's own calendar listens to. In Chrome and Firefox on Android and on a computer without a
program for it such a link does nothing at all, so it never stands alone: beside it are Google and Outlook on the web,
which ordinary links open everywhere, and the plain address to be copied.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from seurantalo.model.record import Record
from seurantalo.publishing.addresses import FEED_GROUPS, feed, own_calendar
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.publication import Site


class AppLink(NamedTuple):
    """A way into an app: what it is called, where it runs, and the address that makes it subscribe, or its page."""

    name: str
    note: str
    href: str
    outside: bool = False


class FollowView(NamedTuple):
    """A calendar to follow: its apps, the plain address to copy, its file, and the page that tells more.

    Where the site does not know its own address there are no apps and nothing to copy.
    """

    apps: tuple[AppLink, ...]
    address: str
    file: str
    page: str


def follow_view(ctx: PageContext, record: Record, root: str) -> FollowView:
    """Return how the calendar of a record is followed, for a page whose way to the site's root is ``root``."""
    group = FEED_GROUPS[record.KIND]
    path, page = feed(group, record.id), f"{root}{own_calendar(group, record.id)}"
    if "://" not in ctx.site.url:
        return FollowView((), "", f"{root}{path}", page)
    title = f"{ctx.site.name}: {ctx.name(record)}"
    return FollowView(web_apps(ctx, path, title), f"{ctx.site.url}{path}", f"{root}{path}", page)


class PlainFeed(NamedTuple):
    """A calendar that has no page of its own: its address is copied; ``""`` where the site does not know it."""

    title: str
    file: str
    address: str
    note: str = ""


def plain_feed(ctx: PageContext, path: str, title: str, root: str, note: str = "") -> PlainFeed:
    """Return the feed at ``path`` for a page whose way to the site's root is ``root``."""
    return PlainFeed(title, f"{root}{path}", f"{ctx.site.url}{path}" if "://" in ctx.site.url else "", note)


def web_apps(ctx: PageContext, path: str, title: str) -> tuple[AppLink, ...]:
    """Return the apps that most people have: of a feed at ``path``, of a site that knows its own address."""
    site, say = ctx.site, ctx.say
    return (
        AppLink("Apple", say("iPhone, iPad, Mac"), webcal(site, path)),
        AppLink("Google", say("calendar on the web, Android"), google(site, path), outside=True),
        AppLink("Outlook", say("on the web"), outlook(site, path, title), outside=True),
    )


def webcal(site: Site, path: str) -> str:
    """Return the address of a feed that opens in a calendar app; ``""`` where the site's address is not known."""
    return f"webcal://{site.url.split('://', 1)[1]}{path}" if "://" in site.url else ""


def google(site: Site, path: str) -> str:
    """Return the address that adds a feed to Google's calendar; ``""`` where the site's address is not known.

    Only what begins with ``webcal:`` is taken for a feed there, and not for the name of one of Google's own.
    """
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
