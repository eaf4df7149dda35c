"""JSON Feed 1.1 (jsonfeed.org): the same news as in Atom, for programs that would rather read JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import orjson

from seurantalo.lasting_json import lasting_json
from seurantalo.model.event import EventStatus
from seurantalo.publishing.feeds.atom import NewsEntry, NewsFeed, utc

_VERSION: Final = "https://jsonfeed.org/version/1.1"
#: Our own addition, as the specification allows under a name with an underscore: the event's time and status.
_EXTENSION: Final = "_seurantalo"


def json_item(entry: NewsEntry) -> bytes:
    """Return the item as JSON."""
    item: dict[str, Any] = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_text": entry.text,
        "date_published": utc(entry.published),
        "date_modified": utc(entry.updated),
    }
    if entry.authors:
        item["authors"] = [{"name": name} for name in entry.authors]
    if entry.tags:
        item["tags"] = entry.tags
    if entry.starts or entry.status is not EventStatus.CONFIRMED:
        status = "" if entry.status is EventStatus.CONFIRMED else entry.status
        own = {"starts": entry.starts, "ends": entry.ends, "status": status}
        item[_EXTENSION] = {name: value for name, value in own.items() if value}
    return lasting_json(item)


def json_feed(feed: NewsFeed, items: Iterable[bytes]) -> bytes:
    """Return the feed around items that :func:`json_item` has written, each on a line of its own."""
    head = orjson.dumps(
        {
            "version": _VERSION,
            "title": feed.title,
            "home_page_url": feed.page,
            "feed_url": feed.source,
            "description": feed.description,
            "language": feed.language,
            "authors": [{"name": feed.author}],
        }
    )
    written = b",\n".join(items)
    return b"".join([head[:-1], b',"items":[', b"\n" if written else b"", written, b"]}\n"])
