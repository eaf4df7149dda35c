"""A small region for the tests of feeds: every record has a default, so a test names only what it is about."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from seurantalo.model.channel import Channel, ChannelType
from seurantalo.model.community import Community
from seurantalo.model.event import Change, Event
from seurantalo.model.organisation import Organisation, OrganisationType
from seurantalo.model.place import Coordinates, Municipality, Room, Venue, VenueKind
from seurantalo.model.practice import Practice, PracticeKind, PracticeStage
from seurantalo.model.record import Origin, Record, Revision
from seurantalo.model.recurrence import Frequency, Recurrence
from seurantalo.model.settings import Settings
from seurantalo.model.text import Text
from seurantalo.model.vocabulary import Audience, Theme
from seurantalo.planner.calendar import Calendar, make_calendar
from seurantalo.publishing.feeds import CalendarFeeds
from seurantalo.publishing.publication import Site

TODAY = date(2027, 2, 10)
SETTINGS = Settings(calendar_id="seurantalo-tests")
SITE = Site(name="Järviseudun tapahtumat", url="https://kylat.example.org/", description="Yhteinen kalenteri.")
REVISION = Revision(datetime(2027, 1, 2, 3, 4, 5, tzinfo=UTC), datetime(2027, 1, 12, 13, 14, 15, tzinfo=UTC))
ORIGIN = Origin("events/x.yml")


def text(words: str) -> Text:
    return Text.plain(words)


def event(name: str = "kuoroilta", starts: date | None = None, **fields: Any) -> Event:
    """An event of the village association in the village hall, at six in the evening of 13 March 2027."""
    values: dict[str, Any] = {
        "id": name,
        "origin": ORIGIN,
        "revision": REVISION,
        "title": text("Kuoroilta"),
        "starts": starts or datetime(2027, 3, 13, 18),
        "ends": datetime(2027, 3, 13, 20) if starts is None else None,
        "timezone": "Europe/Helsinki",
        "organisers": ("kylayhdistys",),
        "municipality": "vimpeli",
        "venue": "kylatalo",
        "themes": ("kuoro",),
        "audiences": ("lapset",),
    }
    return Event(**(values | fields))


def weekly(**fields: Any) -> Recurrence:
    return Recurrence(frequency=Frequency.WEEKLY, **fields)


def change(day: date, **fields: Any) -> Change:
    return Change(date=day, **fields)


def places() -> list[Record]:
    """Everything that an event may point at."""
    return [
        Municipality(id="vimpeli", origin=ORIGIN, name=text("Vimpeli"), locative=text("Vimpelissä")),
        Municipality(id="soini", origin=ORIGIN, name=text("Soini"), locative=text("Soinissa")),
        Organisation(
            id="kylayhdistys",
            origin=ORIGIN,
            name=text('Kyläyhdistys ry; "me", te'),
            organisation_type=OrganisationType.ASSOCIATION,
            municipality="vimpeli",
        ),
        Organisation(
            id="vpk",
            origin=ORIGIN,
            name=text("VPK"),
            organisation_type=OrganisationType.ASSOCIATION,
            municipality="soini",
        ),
        Venue(
            id="kylatalo",
            origin=ORIGIN,
            name=text("Kylätalo"),
            venue_kind=VenueKind.VILLAGE_HOUSE,
            address="Rantatie 5, 62800 Vimpeli",
            coordinates=Coordinates(latitude=63.1601, longitude=23.81949999),
            rooms=(Room(id="sali", name=text("Juhlasali")),),
            municipality="vimpeli",
        ),
        Venue(id="tori", origin=ORIGIN, name=text("Tori"), venue_kind=VenueKind.MARKET_SQUARE, municipality="soini"),
        Theme(id="kulttuuri", origin=ORIGIN, name=text("Kulttuuri")),
        Theme(id="musiikki", origin=ORIGIN, name=text("Musiikki, tanssi"), broader="kulttuuri"),
        Theme(id="kuoro", origin=ORIGIN, name=text("Kuorolaulu"), broader="musiikki"),
        Audience(id="kaikki", origin=ORIGIN, name=text("Kaikki")),
        Audience(id="lapset", origin=ORIGIN, name=text("Lapset"), broader="kaikki"),
        Channel(
            id="lehti",
            origin=ORIGIN,
            name=text("Järviseudun lehti"),
            channel_type=ChannelType.PAPER,
            deadline_words="Viikkoa ennen",
        ),
        Practice(
            id="talkootori",
            origin=ORIGIN,
            title=text("Talkootori"),
            kinds=(PracticeKind.CASE,),
            lead=text("Lyhyesti."),
            stage=PracticeStage.RUNNING,
        ),
    ]


def community(*events: Event) -> Community:
    return Community([*places(), *events])


def calendar(*events: Event, settings: Settings = SETTINGS, today: date = TODAY) -> Calendar:
    return make_calendar(community(*events), settings, today)


def files(*events: Event, settings: Settings = SETTINGS, site: Site = SITE, today: date = TODAY) -> dict[str, bytes]:
    """The calendar files of a region with these events, by path."""
    region = community(*events)
    made = CalendarFeeds(region, make_calendar(region, settings, today), settings, site).files
    return {file.path: file.content for file in made}


def unfolded(content: bytes) -> list[str]:
    """The content lines of a calendar file."""
    return content.replace(b"\r\n ", b"").decode().split("\r\n")
