"""What every calendar app should see in each feed: written from the calendar, never from the feed.

Beside a feed ``F.ics`` stand ``F.ics.expect`` (UID, start, end, STATUS of every occurrence, tab-separated) and
``F.ics.texts.json`` (UID, title, description, place of every VEVENT), for a checker that runs other people's
calendar engines over the feeds.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime, timedelta

from seurantalo.model.community import Community
from seurantalo.model.event import Event
from seurantalo.model.settings import Settings
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import addresses
from seurantalo.publishing.feeds.feed_files import CalendarFeeds
from seurantalo.publishing.feeds.lines import stamp
from seurantalo.publishing.feeds.plain import DESCRIPTION_LIMIT, FEED_LIMIT
from seurantalo.publishing.feeds.series import ical_status
from seurantalo.publishing.feeds.vevent import epoch_stamp
from seurantalo.publishing.publication import File, Site

#: UID, start, end and STATUS of an occurrence; UID, title, description and place of a VEVENT.
Four = tuple[str, str, str, str]


def expectations(community: Community, calendar: Calendar, settings: Settings, site: Site) -> tuple[File, ...]:
    """Return the two expectation files of every calendar file, by path.

    >>> files = {file.path: file.content for file in expectations(community, calendar, settings, site)}
    >>> for row in files["ical/kaikki.ics.expect"].decode().splitlines():
    ...     row.split()[1:]
    ['20270320T160000Z', '20270320T180000Z', 'CONFIRMED']
    ['20270320T170000Z', '20270320T210000Z', 'CONFIRMED']
    """
    feeds = CalendarFeeds(community, calendar, settings, site)
    files: list[File] = []
    for content in feeds.contents():
        files += expected_events(
            feeds, content.feed.path, [(one.event, one.occurrences) for one in content.events], FEED_LIMIT
        )
    for event, occurrences in feeds.own():
        files += expected_events(feeds, addresses.event_feed(event.id), [(event, occurrences)])
    return tuple(sorted(files, key=lambda file: file.path))


def expected_events(
    feeds: CalendarFeeds,
    path: str,
    events: Iterable[tuple[Event, tuple[Occurrence, ...]]],
    limit: int = DESCRIPTION_LIMIT,
) -> tuple[File, File]:
    """Return what apps must see in a calendar file of events with some of their dates.

    ``limit`` is how many characters of a description it tells of what is not over.
    """
    rows: list[Four] = []
    texts: list[Four] = []
    for event, occurrences in events:
        for entry in feeds.entries(event, occurrences):
            words = feeds.writer.texts.words(event, entry.occurrence, feeds.selection.limit_of(event, limit))
            texts.append((entry.uid, words.summary, words.description, words.location))
            rows += [_row(entry.uid, one, feeds.settings) for one in entry.shown]
    return expected(path, rows, texts)


def expected(path: str, rows: Iterable[Four], texts: Iterable[Four]) -> tuple[File, File]:
    """Return the two files that stand beside a calendar file."""
    lines = "".join(f"{row}\n" for row in sorted(map("\t".join, rows)))
    words = json.dumps(sorted(texts), ensure_ascii=False, indent=1)
    return File(f"{path}.expect", lines.encode()), File(f"{path}.texts.json", f"{words}\n".encode())


def _row(uid: str, occurrence: Occurrence, settings: Settings) -> Four:
    ends = occurrence.ends_local
    if isinstance(ends, datetime):
        times = (epoch_stamp(occurrence.starts_at), epoch_stamp(occurrence.ends_at))
    else:
        times = (stamp(occurrence.starts_local), stamp(ends + timedelta(days=1)))
    off = occurrence.cancelled and settings.cancelled_as_confirmed
    status = "CONFIRMED" if off else ical_status(occurrence.status)
    return (uid, *times, status)
