"""The calendar of a record, and its news."""

from __future__ import annotations

from seurantalo.frozen import dataclass
from seurantalo.model.record import Record
from seurantalo.publishing.addresses import FEED_GROUPS, feed, own_calendar
from seurantalo.publishing.feeds.news import news_links
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.publication import FeedLink


@dataclass(frozen=True, slots=True)
class FeedView:
    """A calendar to subscribe to: the page with a button for each app, and the plain file."""

    title: str
    page: str
    file: str


def feed_view(record: Record, root: str, title: str) -> FeedView:
    """Return the calendar of a record for a page whose way to the site's root is ``root``."""
    group = FEED_GROUPS[record.KIND]
    return FeedView(title, f"{root}{own_calendar(group, record.id)}", f"{root}{feed(group, record.id)}")


def site_feeds(ctx: PageContext) -> tuple[FeedLink, ...]:
    """Return the calendar of all events and the news of the whole site for the head of a page."""
    return (FeedLink(feed(), ctx.say("All events")), *news_links(ctx.site, ctx.lang, None, "", ctx.site.name))


def feed_links(ctx: PageContext, record: Record) -> tuple[FeedLink, ...]:
    """Return the calendar and the news of a record for the head of its page."""
    name = ctx.names[record.KIND][record.id]
    calendar = FeedLink(feed(FEED_GROUPS[record.KIND], record.id), name)
    return (calendar, *news_links(ctx.site, ctx.lang, record.KIND, record.id, name))
