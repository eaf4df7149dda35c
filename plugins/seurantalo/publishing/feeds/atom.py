"""Atom (RFC 4287): a feed of news, of entries that are written once and stand in many feeds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple

from seurantalo.model.event import EventStatus


class NewsEntry(NamedTuple):
    """One entry of a feed of news. ``id`` is an IRI that never changes (4.2.6); ``updated`` is the last revision.

    Its texts are clean (see ``lines.clean``), all but ``text`` on one line, and its address has ASCII only.
    """

    id: str
    title: str
    url: str
    published: datetime
    updated: datetime
    text: str
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    starts: str = ""
    ends: str = ""
    status: EventStatus = EventStatus.CONFIRMED


class NewsFeed(NamedTuple):
    """What a feed of news says of itself, in clean texts. ``page`` and ``source`` are addresses, of ASCII only."""

    id: str
    title: str
    description: str
    author: str
    language: str
    page: str
    source: str
    updated: datetime


@lru_cache(maxsize=4096)
def utc(moment: datetime) -> str:
    """Return ``2027-03-13T16:00:00Z`` (RFC 3339). Events that came in one commit share it."""
    return f"{moment.astimezone(UTC).isoformat(timespec='seconds')[:-6]}Z"


def escape(text: str) -> str:
    """Return text for the inside of an element."""
    return text.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")


@lru_cache(maxsize=4096)
def _author(name: str) -> str:
    return f"<author><name>{escape(name)}</name></author>\n"


@lru_cache(maxsize=4096)
def _category(tag: str) -> str:
    return f'<category term="{_attribute(tag)}"/>\n'


def _attribute(text: str) -> str:
    return escape(text).replace('"', "&quot;")


def atom_entry(entry: NewsEntry) -> bytes:
    """Return the entry as XML."""
    authors, tags = "".join(map(_author, entry.authors)), "".join(map(_category, entry.tags))
    return (
        f"<entry>\n<id>{escape(entry.id)}</id>\n<title>{escape(entry.title)}</title>\n"
        f'<link rel="alternate" type="text/html" href="{_attribute(entry.url)}"/>\n'
        f"<published>{utc(entry.published)}</published>\n<updated>{utc(entry.updated)}</updated>\n"
        f'{authors}{tags}<content type="text">{escape(entry.text)}</content>\n</entry>\n'
    ).encode()


def atom_feed(feed: NewsFeed, entries: Iterable[bytes]) -> bytes:
    """Return the feed around entries that :func:`atom_entry` has written."""
    head = (
        f'<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{_attribute(feed.language)}">\n'
        f"<id>{escape(feed.id)}</id>\n<title>{escape(feed.title)}</title>\n"
        f"<subtitle>{escape(feed.description)}</subtitle>\n<updated>{utc(feed.updated)}</updated>\n"
        f"<author><name>{escape(feed.author)}</name></author>\n"
        f'<link rel="alternate" type="text/html" href="{_attribute(feed.page)}"/>\n'
        f'<link rel="self" type="application/atom+xml" href="{_attribute(feed.source)}"/>\n'
        "<generator>Seurantalo</generator>\n"
    )
    return b"".join([head.encode(), *entries, b"</feed>\n"])
