"""A region in which every field of every record is filled somewhere, and what it publishes as open data."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from tests.pages.small_region import SITE, TODAY, common, event, places, rich_records, text

from seurantalo.model.community import Community
from seurantalo.model.event import Change, Event, EventStatus, External
from seurantalo.model.organisation import Organisation, OrganisationType
from seurantalo.model.parts import Consent, Contact, Image, Period, WebLink
from seurantalo.model.place import Coordinates, Municipality, Room, Venue
from seurantalo.model.practice import Practice, PracticeKind, PracticeStage
from seurantalo.model.record import Record, Revision
from seurantalo.model.recurrence import Frequency, Recurrence
from seurantalo.model.settings import Settings
from seurantalo.model.text import Text
from seurantalo.model.vocabulary import Theme
from seurantalo.planner import make_calendar
from seurantalo.publishing.api import open_data_files
from seurantalo.publishing.feeds import news_files
from seurantalo.publishing.feeds.uid import Uids
from seurantalo.publishing.publication import Site

SETTINGS = Settings(calendar_id="Järviseutu & co")
FOREIGN = External(calendar='=Kerhon "oma"; </script> kalenteri', url="https://kerho.example/ilta", uid="1@kerho")
HOSTILE = '<script>alert("&")</script> ]]> {{ x }} \u2028 "a"; b, c'


def changed(day: int) -> dict[str, Any]:
    """A revision on a day of December."""
    return {"revision": Revision(datetime(2026, 12, 1, tzinfo=UTC), datetime(2026, 12, day, 7, 8, 9, tzinfo=UTC))}


def full_places() -> tuple[Record, ...]:
    """Organisations, venues, municipalities and practices with nothing left out."""
    contact = Contact(
        role=text("Sihteeri"),
        email="sihteeri@martat.example.org",
        phone="06 123 456",
        url="https://martat.example.org/ä",
        checked=date(2026, 5, 1),
    )
    return (
        Municipality(
            **common("alajarvi"),
            name=text("Alajärvi"),
            locative=text("Alajärvellä"),
            code="005",
            population=9000,
            contacts=(contact,),
            school_breaks=(Period(starts=date(2027, 3, 1), ends=date(2027, 3, 7), name=text("Hiihtoloma")),),
            region="Etelä-Pohjanmaa",
            neighbours=("vimpeli",),
            text=text("Kunta."),
        ),
        Organisation(
            **common("martat"),
            name=text(f"Martat; {HOSTILE}"),
            organisation_type=OrganisationType.ASSOCIATION,
            founded=1925,
            active=Period(starts=date(1925, 1, 1)),
            contact=contact,
            links=(WebLink(url="https://martat.example.org/", title=text("Kotisivu")),),
            themes=("musiikki",),
            municipality="alajarvi",
            member_of=("kylaseura",),
            part_of="kylaseura",
            image=Image(file="kuvat/martat.jpg", alt=text("Martat")),
            text=text("Me."),
        ),
        Organisation(
            **common("luvalla"),
            name=text("Luvan antanut ry"),
            organisation_type=OrganisationType.ASSOCIATION,
            contact=Contact(
                role=text("Puheenjohtaja"),
                email="etu.suku@luvalla.example.org",
                consent=Consent(date=date(2026, 1, 1), scope=text("Vain yhdistyksen oma sivu")),
            ),
            municipality="alajarvi",
        ),
        Organisation(
            **common("liitto"),
            name=text("Liitto"),
            organisation_type=OrganisationType.NETWORK,
            region="Etelä-Pohjanmaa",
        ),
        Venue(
            **common("halli"),
            name=text("Halli"),
            municipality="alajarvi",
            address="Torikatu 1, 62900 Alajärvi",
            coordinates=Coordinates(latitude=62.9996, longitude=23.8161),
            capacity=200,
            accessibility=text("Luiska\novella"),
            rooms=(Room(id="sali", name=text("Sali"), capacity=100),),
            private=True,
            owner="martat",
            image=Image(file="kuvat/halli.jpg", alt=text("Halli"), credit="Kylä"),
            text=text("Iso halli."),
        ),
        Theme(**common("kuoro"), name=text("Kuoro"), broader="musiikki", aliases=("laulu",), keyword="yso:p1808"),
        Practice(
            **common("poyta"),
            title=text("Kumppanuuspöytä"),
            kinds=(PracticeKind.MODEL,),
            lead=text("Pöytä."),
            image=Image(file="kuvat/poyta.jpg", alt=text("Pöytä")),
            stage=PracticeStage.ESTABLISHED,
            why=text("Miksi."),
            how=text("Miten."),
            period=Period(starts=date(2017, 10, 1), ends=date(2018, 12, 31)),
            benefits=(text("Hyöty"),),
            barriers=(text("Este"),),
            conditions=(text("Ehto"),),
            lessons=(text("Oppi"),),
            themes=("kyla",),
            municipalities=("vimpeli",),
            implementers=("martat",),
            partners=("kylaseura",),
            funders=("kylaseura",),
            based_on=("aamiainen",),
            replaces=("aamiainen",),
            combines=("aamiainen",),
            contact=contact,
            reviewed=date(2026, 1, 2),
        ),
    )


def events() -> tuple[Event, ...]:
    """A weekly group with a moved and a cancelled date, a cancelled event, whole days, open dates, hostile words."""
    return (
        event(
            "kuoro",
            datetime(2027, 1, 12, 18),
            datetime(2027, 1, 12, 20),
            title=Text((("fi", "Kuoro"), ("sv", "Kör"))),
            repeats=Recurrence(frequency=Frequency.WEEKLY, until=date(2027, 4, 6)),
            changes=(
                Change(date=date(2027, 1, 19), starts=datetime(2027, 1, 20, 19), venue="halli", note=text("Muualla")),
                Change(date=date(2027, 1, 26), status=EventStatus.CANCELLED),
            ),
            venue="seurala",
            themes=("kuoro",),
            audiences=("nuoret",),
            former_ids=("vanha-kuoro",),
            **changed(20),
        ),
        event(
            "peruttu", datetime(2027, 2, 1, 18), status=EventStatus.CANCELLED, organisers=("martat",), **changed(25)
        ),
        event(
            "leiri", date(2027, 6, 4), date(2027, 6, 6), municipality="soini", age_limit=text("7–12 v"), **changed(4)
        ),
        event(
            "auki",
            None,
            pending_month=(2027, 5),
            title=text(HOSTILE),
            description=text(f"{HOSTILE}\n\n=2+3"),
            part_of="leiri",
            **changed(30),
        ),
        event(
            "lykatty",
            datetime(2027, 2, 2, 18),
            planned_starts=datetime(2027, 2, 2, 18),
            status=EventStatus.POSTPONED,
            **changed(29),
        ),
        event("varattu", datetime(2027, 3, 3, 18), status=EventStatus.TENTATIVE, hold_until=date(2027, 2, 1)),
        event("kaava", datetime(2027, 3, 4, 18), title=text('=HYPERLINK("http://x.example")')),
        event("vieras", datetime(2027, 6, 1, 18), external=FOREIGN, demo=True, description=text("Tervetuloa.")),
        event("mennyt", datetime(2026, 3, 4, 18), datetime(2026, 3, 4, 19), **changed(31)),
        event(
            "kauan-sitten",
            datetime(2025, 11, 26, 18),
            repeats=Recurrence(frequency=Frequency.WEEKLY, count=2),
            changes=(Change(date=date(2025, 12, 3), note=text("Muualla"), venue="halli"),),
            description=text("Pitkä puhe."),
        ),
    )


def community(*more: Record) -> Community:
    """The whole region."""
    return Community([*places(), *rich_records(), *full_places(), *events(), *more])


@cache
def open_data(
    site: Site = SITE, today: date = TODAY, settings: Settings = SETTINGS, unsaid: str = ""
) -> dict[str, bytes]:
    """Every file of open data, by path."""
    region = community()
    calendar = make_calendar(region, settings, today)
    uids = Uids(settings.calendar_id)
    return {file.path: file.content for file in open_data_files(region, calendar, settings, site, uids, unsaid)}


@cache
def news(site: Site = SITE, today: date = TODAY, *more: Record) -> dict[str, bytes]:
    """Every feed of news, by path."""
    region = community(*more)
    calendar = make_calendar(region, SETTINGS, today)
    return {
        file.path: file.content for file in news_files(region, calendar, SETTINGS, site, Uids(SETTINGS.calendar_id))
    }


def items(files: dict[str, bytes], name: str) -> list[dict[str, Any]]:
    """The records of a file of open data."""
    found: list[dict[str, Any]] = json.loads(files[f"api/v1/{name}.json"])["items"]
    return found
