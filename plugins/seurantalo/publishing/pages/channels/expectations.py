"""What every calendar app should see in the calendar files of channels: due times, and what a channel tells next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from seurantalo.model.event import Event
from seurantalo.model.record import Moment
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.addresses import channel_address, due_feed
from seurantalo.publishing.feeds.expectations import expected, expected_events
from seurantalo.publishing.feeds.lines import stamp
from seurantalo.publishing.feeds.vevent import utc_stamp
from seurantalo.publishing.pages.calendar.subscribe.calendars import calendars_of
from seurantalo.publishing.pages.channels.due_feeds import LENGTH, due_times
from seurantalo.publishing.pages.channels.listing import listing
from seurantalo.publishing.pages.channels.listing_files import NAME
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.publication import File

_ONE_DAY: Final = timedelta(days=1)


def channel_expectations(ctx: PageContext) -> Iterator[File]:
    """Yield the two expectation files of each calendar file of channels.

    They are made of the due times and of the dates that are told, never of the files.
    """
    feeds = calendars_of(ctx).made
    for name, channel in ctx.community.channels.items():
        times = {ctx.uids.of_name(f"due/{one.name}"): one for one in due_times(ctx, channel)}
        yield from expected(
            due_feed(name),
            [(uid, *_times(one.at, ctx.settings.timezone), "CONFIRMED") for uid, one in times.items()],
            [(uid, one.title, one.text, "") for uid, one in times.items()],
        )
        told = _by_event(one.occurrence for one in ctx.once(listing, name).entries)
        yield from expected_events(feeds, f"{channel_address(name)}{NAME}.ics", told)


def _times(at: Moment, timezone: str) -> tuple[str, str]:
    """Return start and end of a due time: it ends at its hour, or is the whole day."""
    if not isinstance(at, datetime):
        return stamp(at), stamp(at + _ONE_DAY)
    ends = at.replace(tzinfo=ZoneInfo(timezone))
    return utc_stamp(ends - LENGTH), utc_stamp(ends)


def _by_event(dates: Iterable[Occurrence]) -> list[tuple[Event, tuple[Occurrence, ...]]]:
    found: dict[str, list[Occurrence]] = {}
    for one in dates:
        found.setdefault(one.event.id, []).append(one)
    return [(some[0].event, tuple(some)) for some in found.values()]
