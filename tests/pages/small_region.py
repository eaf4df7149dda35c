"""A small region for the tests of pages, built from records and not from files."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from seurantalo.language.catalogue import language
from seurantalo.model.channel import Channel, ChannelType
from seurantalo.model.channel_plan import ChannelChoice, ChannelPlan
from seurantalo.model.community import Community
from seurantalo.model.event import (
    AgreedClash,
    Change,
    Event,
    EventStatus,
    FollowUp,
    FollowUpStatus,
    Format,
    Outcome,
    Registration,
)
from seurantalo.model.organisation import Organisation, OrganisationType
from seurantalo.model.participation import Idea, IdeaStage, Process, ProcessStage
from seurantalo.model.parts import AgendaItem, Contact, Image, LogEntry, WebLink
from seurantalo.model.place import Coordinates, Municipality, Room, Venue
from seurantalo.model.practice import Practice, PracticeKind, PracticeStage
from seurantalo.model.record import Origin, Record, Revision
from seurantalo.model.recurrence import Frequency, Recurrence, Weekday
from seurantalo.model.settings import Settings
from seurantalo.model.text import Text
from seurantalo.model.vocabulary import Audience, Source, Theme
from seurantalo.planner import make_calendar
from seurantalo.planner.clashes import find_clashes
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.publication import Site

TODAY = date(2027, 1, 11)
SITE = Site(
    name="Järviseudun seurantalo",
    url="https://seurantalo.example.org/",
    description="Yhteinen kalenteri",
    edit_url="https://git.example.org/edit/main/",
)
ZONE = "Europe/Helsinki"
_REVISION = Revision(datetime(2026, 12, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC))


def text(words: str) -> Text:
    return Text.plain(words)


def common(name: str, folder: str = "content") -> dict[str, Any]:
    return {"id": name, "origin": Origin(f"{folder}/{name}.md"), "revision": _REVISION}


def event(name: str, starts: datetime | date | None, ends: datetime | date | None = None, **more: Any) -> Event:
    """An event of the village association in Vimpeli, unless told otherwise."""
    fields: dict[str, Any] = {
        "title": text(name.capitalize()),
        "timezone": ZONE,
        "organisers": ("kylaseura",),
        "municipality": "vimpeli",
    }
    return Event(**{**common(name, "events"), **fields, "starts": starts, "ends": ends, **more})


def places() -> tuple[Record, ...]:
    """The municipalities, organisations, venues, words and practices that events name."""
    vimpeli = {"fi": "Vimpelissä", "en": "in Vimpeli"}
    return (
        Municipality(
            **common("vimpeli"),
            name=Text((("fi", "Vimpeli"), ("sv", "Vindala"), ("en", "Vimpeli"))),
            locative=Text(tuple(vimpeli.items())),
        ),
        Municipality(**common("soini"), name=text("Soini"), locative=text("Soinissa")),
        Organisation(
            **common("kylaseura"),
            name=text("Kylän & järven seura ry"),
            organisation_type=OrganisationType.ASSOCIATION,
            municipality="vimpeli",
        ),
        Venue(
            **common("seurala"),
            name=text("Seurala"),
            municipality="vimpeli",
            address="Kylätie 1, 62800 Vimpeli",
            coordinates=Coordinates(latitude=63.16, longitude=23.82),
            accessibility=text("Luiska pääovella"),
            rooms=(Room(id="sali", name=text("Iso sali")),),
        ),
        Audience(**common("kaikki"), name=text("Kaikki")),
        Audience(**common("nuoret"), name=text("Nuoret"), broader="kaikki"),
        Theme(**common("kyla"), name=text("Kylä")),
        Theme(**common("musiikki"), name=text("Musiikki")),
        Channel(**common("lehti"), name=text("Paikallislehti"), channel_type=ChannelType.PAPER),
        Source(
            **common("raportti"),
            title=text("Raportti"),
            publisher="Hanke",
            published=date(2026, 5, 4),
            url="https://example.org/raportti",
        ),
        Practice(
            **common("aamiainen"),
            title=text("Kumppanuusaamiainen"),
            kinds=(PracticeKind.EXPERIMENT,),
            lead=text("Yhdistykset ja kunta samassa pöydässä."),
            stage=PracticeStage.RUNNING,
            municipalities=("vimpeli",),
            created=date(2026, 12, 14),
        ),
        Process(
            **common("osallisuus"),
            title=text("Osallisuusmalli"),
            stages=(ProcessStage(n=2, name=text("Palvelupaja")),),
            owner="kylaseura",
            municipality="vimpeli",
        ),
    )


def everything_event() -> Event:
    """An event whose every field is filled."""
    return event(
        "kylapaiva",
        datetime(2027, 1, 16, 12),
        datetime(2027, 1, 16, 18, 30),
        title=text("Kyläpäivä & markkinat"),
        status=EventStatus.MOVED,
        planned_starts=datetime(2027, 1, 15, 12),
        format=Format.VILLAGE_DAY,
        price=text("Aikuiset 5 €, lapset 2,50 €"),
        accessibility=text("Esteetön sisäänkäynti"),
        agenda=(
            AgendaItem(starts=time(12), ends=time(12, 10), text=text("Avaus")),
            AgendaItem(text=text("Kahvia")),
        ),
        registration=Registration(
            text=text("Ruokailuun"), url="https://example.org/ilmo", until=datetime(2027, 1, 14, 12)
        ),
        image=Image(file="kuvat/kyla.jpg", alt=text('Väkeä "pihalla"'), credit="Kyläseura"),
        description=text("Tule mukaan.\n\n**Kahvia** riittää."),
        links=(WebLink(url="https://example.org/", title=text("Kotisivu")), WebLink(url="https://example.org/b")),
        contact=Contact(role=text("Sihteeri"), email="info@example.org", phone="06 123 456"),
        log=(
            LogEntry(date=date(2026, 12, 1), text=text("Päätettiin.")),
            LogEntry(date=date(2027, 1, 2), text=text("Siirrettiin.")),
        ),
        outcome=Outcome(
            attendance=40,
            summary=text("Hyvä päivä."),
            findings=(text("Väkeä tulee."),),
            follow_ups=(
                FollowUp(
                    text=text("Tehdään uudestaan"), owner="Hallitus", due=date(2027, 2, 1), status=FollowUpStatus.DONE
                ),
            ),
            inspired=("aamiainen",),
            ideas=("lava",),
        ),
        agreed_clashes=(AgreedClash(with_event="tanssit", why=text("Väki on eri"), agreed_on=date(2027, 1, 3)),),
        venue="seurala",
        room="sali",
        online="https://example.org/live",
        practices=("aamiainen",),
        process="osallisuus",
        stage=2,
        channels=("lehti",),
        channel_plan=ChannelPlan(defaults=False, choices=(ChannelChoice(channel="lehti"),)),
        series="kylapaivat",
        joint_with=("tori",),
        sources=("raportti",),
        audiences=("kaikki",),
        themes=("kyla", "musiikki"),
        demo=True,
    )


def rich_records() -> tuple[Record, ...]:
    """The event with everything, and those that it names."""
    return (
        *places(),
        everything_event(),
        event(
            "tori",
            datetime(2027, 1, 16, 10),
            datetime(2027, 1, 16, 14),
            joint_with=("kylapaiva",),
            former_ids=("vanha-tori", "kirppis"),
        ),
        event("kahvit", datetime(2027, 1, 16, 13), datetime(2027, 1, 16, 14), part_of="kylapaiva"),
        event("tanssit", datetime(2027, 1, 16, 17), datetime(2027, 1, 16, 23), venue="seurala", room="sali"),
        event("kylapaiva-2026", datetime(2026, 1, 17, 12), datetime(2026, 1, 17, 18), series="kylapaivat"),
        Idea(
            **common("lava"),
            title=text("Uusi lava"),
            topic=text("Kulttuuri"),
            raised=date(2027, 1, 16),
            stage=IdeaStage.NEW,
            municipality="vimpeli",
            raised_at="kylapaiva",
        ),
    )


def weekly(name: str = "kerho", **more: Any) -> Event:
    """A group that meets every Tuesday from 12.1. to 25.5.2027, once elsewhere and once not at all."""
    fields: dict[str, Any] = {
        "repeats": Recurrence(frequency=Frequency.WEEKLY, by_weekday=(Weekday(1),), until=date(2027, 5, 25)),
        "changes": (
            Change(date=date(2027, 1, 19), venue="seurala", note=text("Ota lamppu")),
            Change(date=date(2027, 1, 26), status=EventStatus.CANCELLED),
        ),
        "audiences": ("nuoret",),
    }
    return event(name, datetime(2027, 1, 12, 18), datetime(2027, 1, 12, 19, 30), **{**fields, **more})


def context(
    *records: Record, lang: str = "fi", today: date = TODAY, site: Site = SITE, introduction: str = ""
) -> PageContext:
    """The context of a site with these records."""
    settings = Settings(language=lang, calendar_id="esimerkki")
    community = Community(records)
    calendar = make_calendar(community, settings, today)
    return PageContext(
        community=community,
        calendar=calendar,
        clashes=find_clashes(community, calendar, settings),
        settings=settings,
        site=site,
        lang=language(lang),
        today=today,
        introduction=introduction,
    )
