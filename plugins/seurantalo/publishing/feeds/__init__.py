"""Calendar feeds (iCalendar, RFC 5545 and 7986) that every calendar app gets right, and feeds of news."""

from __future__ import annotations

from seurantalo.publishing.feeds.contents import Feed
from seurantalo.publishing.feeds.expectations import expectations
from seurantalo.publishing.feeds.feed_files import CalendarFeeds
from seurantalo.publishing.feeds.news import news_files, news_links

__all__ = [
    "CalendarFeeds",
    "Feed",
    "expectations",
    "news_files",
    "news_links",
]
