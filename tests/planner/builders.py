"""Small records for the planner's tests: everything has a default, so a test names only what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from seurantalo.model.community import Community
from seurantalo.model.event import Event
from seurantalo.model.organisation import Organisation, OrganisationType
from seurantalo.model.place import Municipality, Room, Venue
from seurantalo.model.practice import Practice, PracticeKind, PracticeStage
from seurantalo.model.record import Moment, Origin, Record
from seurantalo.model.settings import Settings
from seurantalo.model.text import Text
from seurantalo.model.vocabulary import Audience
from seurantalo.planner import Calendar, make_calendar

TODAY = date(2027, 1, 1)
SETTINGS = Settings()
#: Audience -> the broader one.
AUDIENCES = {
    "kaikki": None,
    "lapset": "kaikki",
    "lapsiperheet": "kaikki",
    "vauvat": "lapset",
    "nuoret": "kaikki",
    "ikaihmiset": "kaikki",
}


def origin(kind: str, name: str) -> Origin:
    return Origin(f"{kind}/{name}.yml", 3, 5)


def text(words: str | Mapping[str, str]) -> Text:
    return Text.plain(words) if isinstance(words, str) else Text(tuple(words.items()))


def moment(words: str) -> Moment:
    """``2027-03-13`` or ``2027-03-13 18:00``."""
    return datetime.fromisoformat(words) if ":" in words else date.fromisoformat(words)


def make_event(
    name: str, starts: str | Moment | None = "2027-03-13 18:00", ends: str | Moment | None = None, **fields: Any
) -> Event:
    defaults: dict[str, Any] = {
        "title": text(name),
        "timezone": "Europe/Helsinki",
        "organisers": (f"{name}-ry",),
        "municipality": "vimpeli",
    }
    if isinstance(fields.get("title"), str):
        fields["title"] = text(fields["title"])
    if isinstance(planned := fields.get("planned_starts"), str):
        fields["planned_starts"] = moment(planned)
    return Event(
        id=name,
        origin=origin("events", name),
        starts=moment(starts) if isinstance(starts, str) else starts,
        ends=moment(ends) if isinstance(ends, str) else ends,
        **{**defaults, **fields},
    )


def make_municipality(name: str, population: int | None = 3_000, **fields: Any) -> Municipality:
    title = name.capitalize()
    defaults: dict[str, Any] = {"name": text(title), "locative": text({"fi": f"{title}ssa", "sv": f"i {title}"})}
    return Municipality(
        id=name, origin=origin("municipalities", name), population=population, **{**defaults, **fields}
    )


def make_venue(identity: str, municipality: str = "vimpeli", rooms: Iterable[str] = (), **fields: Any) -> Venue:
    return Venue(
        id=identity,
        origin=origin("venues", identity),
        name=text(fields.pop("name", identity.capitalize())),
        municipality=municipality,
        rooms=tuple(Room(id=room, name=text(room.capitalize())) for room in rooms),
        **fields,
    )


def make_organisation(
    name: str,
    municipality: str = "vimpeli",
    title: str = "",
    kind: OrganisationType = OrganisationType.ASSOCIATION,
) -> Organisation:
    return Organisation(
        id=name,
        origin=origin("organisations", name),
        name=text(title or name.capitalize()),
        organisation_type=kind,
        municipality=municipality,
    )


def make_audience(name: str, broader: str | None = None) -> Audience:
    return Audience(id=name, origin=origin("vocabulary", name), name=text(name), broader=broader)


def make_practice(name: str) -> Practice:
    return Practice(
        id=name,
        origin=origin("practices", name),
        title=text(name.capitalize()),
        kinds=(PracticeKind.CASE,),
        lead=text("."),
        stage=PracticeStage.RUNNING,
    )


def make_community(*records: Record) -> Community:
    """Return a community in which every link of the given records leads somewhere: what is missing is made."""
    have = {(record.KIND, record.id) for record in records}
    wanted: dict[tuple[str, str], Record] = {}

    def add(record: Record) -> None:
        if (record.KIND, record.id) not in have:
            wanted.setdefault((record.KIND, record.id), record)

    for name, broader in AUDIENCES.items():
        add(make_audience(name, broader))
    municipalities = {"vimpeli"}
    for record in records:
        if isinstance(record, Event):
            for organiser in record.organisers:
                add(make_organisation(organiser, record.municipality))
            for practice in record.practices:
                add(make_practice(practice))
            for venue in filter(None, (record.venue, *(change.venue for change in record.changes))):
                add(make_venue(venue, record.municipality))
            municipalities.add(record.municipality)
        elif isinstance(record, Venue | Organisation) and record.municipality is not None:
            municipalities.add(record.municipality)
        elif isinstance(record, Municipality):
            municipalities.update(record.neighbours)
    for name in sorted(municipalities):
        add(make_municipality(name))
    return Community([*records, *wanted.values()])


def calendar_of(*records: Record, today: date = TODAY, settings: Settings = SETTINGS) -> Calendar:
    return make_calendar(make_community(*records), settings, today)
