"""Calendar feeds (iCalendar, RFC 5545 and 7986) that every calendar app gets right."""

from __future__ import annotations

from seurantalo.publishing.feeds.expectations import expectations
from seurantalo.publishing.feeds.feed_files import Feed, calendar_files, feed_list, has_event_file

__all__ = ["Feed", "calendar_files", "expectations", "feed_list", "has_event_file"]
