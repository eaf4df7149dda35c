"""When each channel wants its news, for calendar apps and readers of news: ``ical/maaraajat/<channel>.ics``, Atom.

A due time is an event that ends at it, half an hour long, so that it is seen on its day; without an hour it is that
whole day. No alarm goes with it: Google and Outlook leave alarms of subscribed calendars out, Apple asks, and where
they ring, they ring for everybody who has the calendar.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import uuid5

from seurantalo.announcing import Issue
from seurantalo.announcing.entry import Entry
from seurantalo.frozen import dataclass
from seurantalo.model.channel import Channel
from seurantalo.model.record import Kind, Moment, day_of
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import channel_address, due_feed
from seurantalo.publishing.feeds.atom import NewsEntry, NewsFeed, atom_entry, atom_feed
from seurantalo.publishing.feeds.lines import ascii_uri, clean, one_line, stamp, text_line, uri_line
from seurantalo.publishing.feeds.modified import sequence_of
from seurantalo.publishing.feeds.timezones import feed_zone
from seurantalo.publishing.feeds.uid import NAMESPACE
from seurantalo.publishing.feeds.vcalendar import FeedHeader, Serialised, color_of, feed_file
from seurantalo.publishing.feeds.vevent import epoch_stamp, utc_stamp
from seurantalo.publishing.pages.channels.words import moment_words
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.publication import File

#: How long a due time with an hour lasts in a calendar app.
LENGTH: Final = timedelta(minutes=30)
_ONE_DAY: Final = timedelta(days=1)
#: Titles of events that a due time names; the page has all.
_NAMED: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class DueTime:
    """A due time of an issue; ``name`` tells it from others of the calendar, and never changes."""

    name: str
    at: Moment
    title: str
    text: str
    page: str
    """Its address in the site."""
    modified: datetime


def due_times(ctx: PageContext, channel: Channel) -> Iterator[DueTime]:
    """Yield the due times of a channel's issues, four past and eight to come, that have something to tell."""
    for issue in ctx.announcing.issues(channel.id):
        entries = [one for one in ctx.announcing.entries(issue) if not one.state.is_left_out]
        found = next((one.due for one in entries if one.due is not None), None)
        if found is None:
            continue
        yield _due_time(ctx, issue, entries, found.at, "")
        reminder = next((one.reminder for one in entries if one.reminder is not None), None)
        if reminder is not None:
            yield _due_time(ctx, issue, entries, reminder, "reminder")


def _due_time(ctx: PageContext, issue: Issue, entries: Sequence[Entry], at: Moment, sort: str) -> DueTime:
    channel, say = issue.channel, ctx.lang.say
    name = ctx.names[Kind.CHANNEL][channel.id]
    if issue.event:
        what = ctx.words(entries[0].occurrence.title)
        page = f"{channel_address(channel.id)}#{issue.id}"
    else:
        what = say("what is on {days}", days=wording.days_of_year(issue.first, issue.last, ctx.lang))
        page = channel_address(channel.id, issue.id)
    title = say("{channel}: {what}", channel=name, what=what)
    titles = [f"– {one_line(ctx.words(one.occurrence.title))}" for one in entries[:_NAMED]]
    return DueTime(
        name=f"{channel.id}/{issue.id}/{sort}" if sort else f"{channel.id}/{issue.id}",
        at=at,
        title=say("Reminder: {what}", what=title) if sort else title,
        text="\n".join([*titles, *([f"{ctx.site.url}{page}"] if ctx.site.url else [])]),
        page=page,
        modified=max(
            channel.revision.modified,
            *(one.occurrence.event.revision.modified for one in entries),
        ),
    )


def due_files(ctx: PageContext) -> Iterator[File]:
    """Yield the calendar of each channel's due times, also of one that has none, by path."""
    for name, channel in ctx.community.channels.items():
        yield File(due_feed(name), _calendar(ctx, channel))


def due_news(ctx: PageContext) -> Iterator[File]:
    """Yield the due times of each channel as news, by path; none where the site does not know its address."""
    for name, channel in ctx.community.channels.items():
        if ctx.site.url:
            yield File(f"{channel_address(name)}maaraajat.xml", _news(ctx, channel))


def _title(ctx: PageContext, channel: Channel) -> str:
    return ctx.lang.say("{channel}: due times", channel=ctx.names[Kind.CHANNEL][channel.id])


def _calendar(ctx: PageContext, channel: Channel) -> bytes:
    url = ctx.site.url
    header = FeedHeader(
        name=f"{_title(ctx, channel)} – {ctx.site.name}",
        description=ctx.lang.say("By when the channel wants its news, and of what."),
        zone=ctx.settings.timezone,
        url=f"{url}{channel_address(channel.id)}" if url else "",
        source=f"{url}{due_feed(channel.id)}" if url else "",
        color=color_of(Kind.CHANNEL, channel.id),
    )
    return feed_file(ctx.lang.code, header, [_event(ctx, one) for one in due_times(ctx, channel)])


def _event(ctx: PageContext, one: DueTime) -> Serialised:
    stamped = utc_stamp(one.modified)
    if isinstance(one.at, datetime):
        zone = feed_zone(ctx.settings.timezone)
        starts, ends = (epoch_stamp(zone.instant(moment)) for moment in (one.at - LENGTH, one.at))
        times = f"DTSTART:{starts}\r\nDTEND:{ends}\r\n"
    else:
        times = f"DTSTART;VALUE=DATE:{stamp(one.at)}\r\nDTEND;VALUE=DATE:{stamp(one.at + _ONE_DAY)}\r\n"
    lines = [
        b"BEGIN:VEVENT\r\n",
        text_line(b"UID", ctx.uids.of_name(f"due/{one.name}")),
        f"DTSTAMP:{stamped}\r\nLAST-MODIFIED:{stamped}\r\nSEQUENCE:{sequence_of(one.modified)}\r\n{times}".encode(),
        text_line(b"SUMMARY", one_line(one.title)),
        text_line(b"DESCRIPTION", clean(one.text)),
        *([uri_line(b"URL", f"{ctx.site.url}{one.page}")] if ctx.site.url else []),
        b"STATUS:CONFIRMED\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n",
    ]
    return Serialised(b"".join(lines), 1, (), one.modified)


def _news(ctx: PageContext, channel: Channel) -> bytes:
    """Return what is due from today on: the soonest first."""
    ahead = sorted(
        (one for one in due_times(ctx, channel) if day_of(one.at) >= ctx.today), key=lambda one: str(one.at)
    )
    calendar = uuid5(NAMESPACE, ctx.settings.calendar_id or ctx.site.name)
    page = ascii_uri(f"{ctx.site.url}{channel_address(channel.id)}")
    source = f"{page}maaraajat.xml"
    modified = max((one.modified for one in ahead), default=channel.revision.modified)
    feed = NewsFeed(
        id=f"urn:uuid:{uuid5(calendar, f'due/{channel.id}')}",
        title=one_line(f"{_title(ctx, channel)} – {ctx.site.name}"),
        description=ctx.lang.say("By when the channel wants its news, and of what."),
        author=one_line(ctx.site.name),
        language=ctx.lang.code,
        page=page,
        source=source,
        updated=modified,
    )
    return atom_feed(feed, [atom_entry(_entry(ctx, one)) for one in ahead])


def _entry(ctx: PageContext, one: DueTime) -> NewsEntry:
    return NewsEntry(
        id=f"urn:uuid:{ctx.uids.of_name(f'due/{one.name}')}",
        title=one_line(f"{moment_words(one.at, ctx.lang)}: {one.title}"),
        url=ascii_uri(f"{ctx.site.url}{one.page}"),
        published=one.modified,
        updated=one.modified.astimezone(UTC),
        text=clean(one.text),
        authors=(),
        tags=(),
    )
