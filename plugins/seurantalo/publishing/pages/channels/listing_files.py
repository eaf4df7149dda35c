"""The next days of a channel as plain text, a piece of HTML, JSON, RSS and a calendar file, one name for years."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from email.utils import format_datetime
from html import escape as for_html
from typing import Final

import orjson

from seurantalo.announcing.entry import Entry
from seurantalo.model.record import Kind
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import EVENTS, channel_address
from seurantalo.publishing.feeds.atom import escape
from seurantalo.publishing.feeds.lines import ascii_uri, clean, one_line
from seurantalo.publishing.pages.calendar.subscribe.calendars import calendars_of
from seurantalo.publishing.pages.channels.listing import Listing, days_words, listing
from seurantalo.publishing.pages.channels.listing_json import SCHEMA_PATH, listing_json, schema
from seurantalo.publishing.pages.channels.words import due_words, sentence
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.publication import File

#: The name of all of them, before its ending.
NAME: Final = "menot"


def listing_files(ctx: PageContext) -> Iterator[File]:
    """Yield the files of every channel, by path."""
    yield from sorted(_files(ctx), key=lambda file: file.path)


def _files(ctx: PageContext) -> Iterator[File]:
    for name in ctx.community.channels:
        found = ctx.once(listing, name)
        for ending, write in _WRITERS.items():
            content = write(ctx, found)
            if content is not None:
                yield File(f"{channel_address(name)}{NAME}.{ending}", content)
    if ctx.community.channels:
        yield File(SCHEMA_PATH, orjson.dumps(schema(), option=orjson.OPT_INDENT_2) + b"\n")


def first_line(ctx: PageContext, found: Listing) -> str:
    """Return when it was written, and before it that something in it is invented, where that is so."""
    written = ctx.lang.say("Written {date}.", date=wording.plain_day(ctx.today, ctx.lang))
    return f"{demo_words(ctx)} {written}" if found.demo else written


def demo_words(ctx: PageContext) -> str:
    """Return that something is invented, for who might print it."""
    return ctx.say("AN EXAMPLE: these events are invented. Do not publish them.")


def title(ctx: PageContext, found: Listing) -> str:
    """Return what the files are called: ``Paikallislehti: menot 24.–30.5.2027``."""
    name = ctx.names[Kind.CHANNEL][found.channel.id]
    return ctx.lang.say("{channel}: what is on {days}", channel=name, days=days_words(found.issue, ctx))


def about(ctx: PageContext, found: Listing) -> str:
    """Return for which issue it is, and by when that is due; ``""`` for a channel without issues."""
    parts = []
    if found.appears is not None:
        appears = wording.day(found.appears, ctx.lang)
        parts.append(ctx.lang.say("For the issue of {date}", date=appears))
    if found.due is not None:
        parts.append(due_words(found.due, ctx.lang))
    return sentence(", ".join(parts)) if parts else ""


def nothing_words(ctx: PageContext, found: Listing) -> str:
    """Return that nothing is to be told of those days."""
    return ctx.lang.say("Nothing to tell of {days}.", days=days_words(found.issue, ctx))


def _text(ctx: PageContext, found: Listing) -> bytes:
    """UTF-8 without a byte order mark; lines end in a line feed."""
    lines = [first_line(ctx, found), title(ctx, found), about(ctx, found), "", found.text.text.strip()]
    if not found.entries:
        lines[-1] = nothing_words(ctx, found)
    head = [line for line in lines[:3] if line]
    return clean("\n".join([*head, *lines[3:]])).encode() + b"\n"


def _html(ctx: PageContext, found: Listing) -> bytes:
    """A piece for another page. ASCII: whatever encoding that page or its server says, the letters are right."""
    told = found.text.html if found.entries else f"<p>{for_html(nothing_words(ctx, found))}</p>"
    head = f"<p>{for_html(first_line(ctx, found))}</p>\n<h2>{for_html(title(ctx, found))}</h2>\n"
    more = f"<p>{for_html(words)}</p>\n" if (words := about(ctx, found)) else ""
    piece = f'<div class="seurantalo-menot" lang="{ctx.lang.code}">\n{head}{more}{told}\n</div>\n'
    return piece.encode("ascii", "xmlcharrefreplace")


def _json(ctx: PageContext, found: Listing) -> bytes:
    return orjson.dumps(listing_json(ctx, found), option=orjson.OPT_INDENT_2) + b"\n"


def _calendar(ctx: PageContext, found: Listing) -> bytes:
    return calendars_of(ctx).made.of_dates(one.occurrence for one in found.entries)


def _rss(ctx: PageContext, found: Listing) -> bytes | None:
    """RSS 2.0; none for a site that does not know its address, for what a reader shows has to lead somewhere."""
    if not ctx.site.url:
        return None
    page = ascii_uri(f"{ctx.site.url}{channel_address(found.channel.id)}")
    own = f"{page}{NAME}.rss"
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
        "<channel>",
        _element("title", title(ctx, found)),
        _element("link", page),
        _element("description", f"{first_line(ctx, found)} {about(ctx, found)}".strip()),
        _element("language", ctx.lang.code),
        "<generator>Seurantalo</generator>",
        f'<atom:link href="{escape(own)}" rel="self" type="application/rss+xml"/>',
        *_items(ctx, found.entries, dict(_texts(found))),
        "</channel>",
        "</rss>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _texts(found: Listing) -> Iterator[tuple[tuple[str, object], str]]:
    for entry, written in found.text.entries:
        yield entry.key, written.text


def _items(ctx: PageContext, entries: Iterable[Entry], texts: dict[tuple[str, object], str]) -> Iterator[str]:
    for one in entries:
        event = one.occurrence.event
        when = wording.when(one.occurrence.starts_local, None, ctx.lang)
        example = f"{ctx.say('Example')}: " if event.demo else ""
        yield "<item>"
        yield _element("title", f"{example}{when}: {ctx.words(one.occurrence.title)}")
        yield _element("link", ascii_uri(f"{ctx.site.url}{EVENTS}{event.id}/"))
        # Readers take it for HTML (RSS 2.0, item): an address with "<" in it would else be markup of somebody's.
        yield _element("description", for_html(texts[one.key], quote=False))
        uid = ctx.uids.of_date(event, "menot", one.occurrence.first_day)
        yield f'<guid isPermaLink="false">urn:uuid:{uid}</guid>'
        yield _element("pubDate", format_datetime(event.revision.created))
        yield "</item>"


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(one_line(text))}</{name}>"


_WRITERS: Final[dict[str, Callable[[PageContext, Listing], bytes | None]]] = {
    "html": _html,
    "ics": _calendar,
    "json": _json,
    "rss": _rss,
    "txt": _text,
}
