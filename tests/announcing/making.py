"""Channels, events and regions for tests of announcing, with as little said as a test needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from seurantalo.model import Community, Event, Settings, Text
from seurantalo.model.channel import (
    Announcement,
    Channel,
    ChannelType,
    Covering,
    Covers,
    DeadlineRule,
    Delivery,
    InWeek,
    Told,
)
from seurantalo.model.organisation import Organisation, OrganisationType
from seurantalo.model.place import Municipality, Venue, VenueKind
from seurantalo.model.record import Origin, Record, Revision

WRITTEN = Revision(datetime(2027, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))
ABOUT: dict[str, Any] = {"origin": Origin("x.yml"), "revision": WRITTEN}
SETTINGS = Settings(calendar_id="koe")


def channel(name: str, kind: ChannelType = ChannelType.PAPER, **said: Any) -> Channel:
    return Channel(id=name, name=Text.plain(name.capitalize()), channel_type=kind, **{**ABOUT, **said})


#: A weekly paper: Wednesdays, tells about the next week, takes news until Monday noon.
PAPER = channel(
    "lehti",
    appears=(2,),
    covers=Covers(Covering.NEXT_WEEK),
    deadline=DeadlineRule(InWeek(0), time(12)),
)
#: A radio: reads on Fridays what is on until Sunday.
RADIO = channel("radio", ChannelType.RADIO, covers=Covers(Covering.WEEKDAYS, 4, 6))
#: Each event by itself.
SOCIAL = channel("some", ChannelType.SOCIAL)

HOME: tuple[Record, ...] = (
    Municipality(id="vimpeli", name=Text.plain("Vimpeli"), locative=Text.plain("Vimpelissä"), **ABOUT),
    Municipality(id="soini", name=Text.plain("Soini"), locative=Text.plain("Soinissa"), **ABOUT),
    Organisation(
        id="martat",
        name=Text.plain("Martat ry"),
        organisation_type=OrganisationType.ASSOCIATION,
        municipality="vimpeli",
        **ABOUT,
    ),
    Venue(id="talo", name=Text.plain("Seurantalo"), venue_kind=VenueKind.HALL, municipality="vimpeli", **ABOUT),
)


def event(name: str, starts: date | None, **said: Any) -> Event:
    """An event of two hours in Vimpeli."""
    ends = starts.replace(hour=starts.hour + 2) if isinstance(starts, datetime) else None
    given: dict[str, Any] = {
        "title": Text.plain(name.capitalize()),
        "starts": starts,
        "ends": ends,
        "timezone": "Europe/Helsinki",
        "organisers": ("martat",),
        "municipality": "vimpeli",
        "venue": "talo",
    }
    return Event(id=name, **{**ABOUT, **given, **said})


def ledger(channel_id: str, issue: str, sent: date, *told: tuple[str, date, str], **said: Any) -> Announcement:
    given: dict[str, Any] = {"delivery": Delivery.SENT, "sent_at": sent}
    return Announcement(
        id=f"{channel_id}/{issue}",
        channel=channel_id,
        issue=issue,
        told=tuple(Told(*one) for one in told),
        **{**ABOUT, **given, **said},
    )


def region(*records: Record, without: Iterable[str] = ()) -> Community:
    return Community([one for one in (*HOME, *records) if one.id not in set(without)])


def with_(record: Any, **said: Any) -> Any:
    return replace(record, **said)
