"""Events in the shape of Linked Events: what a harvester that follows ``next`` gets."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from tests.open_data.region import SETTINGS, community, open_data
from tests.pages.small_region import SITE, TODAY, event, text

from seurantalo.model.event import Change, Event, EventStatus
from seurantalo.model.recurrence import Frequency, Recurrence
from seurantalo.planner import make_calendar
from seurantalo.publishing.api import open_data_files
from seurantalo.publishing.feeds.uid import Uids

BASE = f"{SITE.url}api/linkedevents/v1/"

#: Objects as the service gives them, as we read its description (OpenAPI 3, version 1), its translated fields, and
#: what its editors ask of an event before they publish it (City of Helsinki, linkedevents, `EventSerializer`).
LANGUAGE = {"pattern": "^[a-z]{2,3}$"}
TEXTS = {
    "type": "object",
    "propertyNames": LANGUAGE,
    "additionalProperties": {"type": "string", "pattern": "\\S"},
    "minProperties": 1,
}
SHORT_TEXTS = TEXTS | {"additionalProperties": {"type": "string", "pattern": "\\S", "maxLength": 160}}
ADDRESSES = TEXTS | {"additionalProperties": {"type": "string", "format": "uri", "maxLength": 1000}}
NULL = {"type": "null"}
TIME = {"type": "string", "format": "date-time", "pattern": "Z$"}


def maybe(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, NULL]}


def link(kind: str) -> dict[str, Any]:
    """A reference to an object of ours; a date of a series stands in the file of the series."""
    date = "(#[0-9T]+)?" if kind == "event" else ""
    pattern = f"^https://seurantalo\\.example\\.org/api/linkedevents/v1/{kind}/id/[^/#?]+\\.json{date}$"
    return {
        "type": "object",
        "required": ["@id"],
        "additionalProperties": False,
        "properties": {"@id": {"type": "string", "pattern": pattern}},
    }


def links(kind: str, least: int = 0) -> dict[str, Any]:
    return {"type": "array", "items": link(kind), "minItems": least, "uniqueItems": True}


def thing(kind: str, name: str, properties: dict[str, Any]) -> dict[str, Any]:
    """An object of ours with all of its properties and no other."""
    own = {
        "id": {"type": "string", "pattern": "^[a-z0-9-]+:[A-Za-z0-9-]+$"},
        "@id": link(kind)["properties"]["@id"],
        "@context": {"const": "http://schema.org"},
        "@type": {"const": name},
        "data_source": {"type": "string", "pattern": "^[a-z0-9-]+$"},
        "publisher": {"type": "string", "pattern": "^[a-z0-9-]+$"},
        "name": TEXTS,
        "last_modified_time": maybe(TIME),
    }
    return {
        "type": "object",
        "required": [*own, *properties],
        "properties": own | properties,
        "additionalProperties": False,
    }


OFFER = {
    "type": "object",
    "required": ["is_free", "price", "info_url", "description"],
    "additionalProperties": False,
    "properties": {
        "is_free": {"type": "boolean"},
        "price": TEXTS,
        "info_url": maybe(ADDRESSES),
        "description": maybe(TEXTS),
    },
}
IMAGE = {
    "type": "object",
    "required": ["url", "name", "alt_text", "photographer_name"],
    "additionalProperties": False,
    "properties": {
        "url": {"type": "string", "format": "uri", "maxLength": 400},
        "name": {"type": "string", "maxLength": 255},
        "alt_text": {"type": "string", "maxLength": 320},
        "photographer_name": {"type": ["string", "null"], "maxLength": 255},
    },
}
EVENT = thing(
    "event",
    "Event/LinkedEvent",
    {
        "publication_status": {"const": "public"},
        "type_id": {"enum": ["General", "Course", "Volunteering"]},
        "short_description": SHORT_TEXTS,
        "description": TEXTS,
        "provider": TEXTS,
        "info_url": ADDRESSES,
        "location": link("place"),
        "location_extra_info": maybe(TEXTS),
        "keywords": links("keyword", least=1),
        "audience": links("keyword"),
        "in_language": {"type": "array", "maxItems": 0},
        "offers": {"type": "array", "items": OFFER, "minItems": 1},
        "images": {"type": "array", "items": IMAGE},
        "external_links": {"type": "array"},
        "super_event": maybe(link("event")),
        "super_event_type": {"enum": ["recurring", "umbrella", None]},
        "sub_events": links("event"),
        "custom_data": NULL,
        "event_status": {"enum": ["EventScheduled", "EventCancelled", "EventPostponed", "EventRescheduled"]},
        "start_time": maybe(TIME),
        "end_time": maybe(TIME),
        "has_start_time": {"type": "boolean"},
        "has_end_time": {"type": "boolean"},
        "created_time": TIME,
        "date_published": NULL,
        "deleted": {"const": False},
    },
) | {
    # "Postponed events do not have a date set", and all others have one.
    "if": {"properties": {"event_status": {"const": "EventPostponed"}}},
    "then": {"properties": {"start_time": NULL, "end_time": NULL}},
    "else": {"properties": {"start_time": TIME}},
    "dependentSchemas": {
        name: {"properties": {name: {"type": "integer", "minimum": 0}}}
        for name in ("audience_min_age", "audience_max_age")
    },
}
EVENT["properties"] |= {"audience_min_age": {"type": "integer"}, "audience_max_age": {"type": ["integer", "null"]}}
POINT = {
    "type": "object",
    "required": ["type", "coordinates"],
    "additionalProperties": False,
    "properties": {
        "type": {"const": "Point"},
        # Longitude and latitude of Finland, in this order.
        "coordinates": {
            "prefixItems": [
                {"type": "number", "minimum": 19, "maximum": 32},
                {"type": "number", "minimum": 59, "maximum": 71},
            ],
            "items": False,
            "minItems": 2,
        },
    },
}
PLACE = thing(
    "place",
    "Place",
    {
        "origin_id": {"type": "string"},
        "street_address": maybe(TEXTS),
        "postal_code": {"type": ["string", "null"], "pattern": "^[0-9]{5}$"},
        "address_locality": TEXTS,
        "address_country": {"const": "FI"},
        "position": maybe(POINT),
        "info_url": ADDRESSES,
        "deleted": {"const": False},
    },
)
KEYWORD = thing(
    "keyword",
    "Keyword",
    {
        "origin_id": {"type": "string"},
        "alt_labels": {"type": "array", "items": {"type": "string"}},
        "aggregate": {"const": False},
        "deprecated": {"const": False},
    },
)
SCHEMAS = {"event": EVENT, "place": PLACE, "keyword": KEYWORD}


def faults(files: dict[str, bytes]) -> list[str]:
    """What is wrong with an export: of each object by its schema, and of what stands between objects."""
    found: list[str] = []
    objects: dict[str, dict[str, dict[str, Any]]] = {}
    for kind, schema in SCHEMAS.items():
        checker = Draft202012Validator(schema, format_checker=FormatChecker())
        some = harvest(kind, files)
        objects[kind] = {one["@id"]: one for one in some}
        found += [f"{kind} twice: {len(some) - len(objects[kind])}"] * (len(objects[kind]) < len(some))
        for one in some:
            found += [f"{one['id']}: {error.json_path}: {error.message[:200]}" for error in checker.iter_errors(one)]
            if not leads_to(one, files):
                found.append(f"{one['id']}: its id does not lead to it")
    events = objects["event"]
    for own, one in events.items():
        pointed = [one["location"]["@id"], *(each["@id"] for each in one["keywords"] + one["audience"])]
        found += [
            f"{one['id']}: {each} is not there"
            for each in pointed
            if each not in objects["place"] | objects["keyword"]
        ]
        above = one["super_event"]
        if above is not None and {"@id": own} not in events.get(above["@id"], {"sub_events": ()})["sub_events"]:
            found.append(f"{one['id']}: is no part of {above['@id']}")
        for each in one["sub_events"]:
            if events.get(each["@id"], {}).get("super_event") != {"@id": own}:
                found.append(f"{one['id']}: {each['@id']} does not say that it is a part of it")
        if bool(one["sub_events"]) is not bool(one["super_event_type"]):
            found.append(f"{one['id']}: {one['super_event_type']} with {len(one['sub_events'])} parts")
        for field in ("short_description", "description"):
            found += [f"{one['id']}: no {field} in {name}" for name in set(one["name"]) - set(one[field] or ())]
    return found


def leads_to(one: dict[str, Any], files: dict[str, bytes]) -> bool:
    """Whether the file that an ``@id`` leads to has the object: as it is listed, a date of a series in short."""
    path, _, date = one["@id"].removeprefix(SITE.url).partition("#")
    if path not in files:
        return False
    alone: dict[str, Any] = json.loads(files[path])
    inside: dict[str, dict[str, Any]] = {each["@id"]: each for each in alone.get("sub_events", ()) if len(each) > 1}
    if date:
        short: dict[str, Any] = inside.get(one["@id"], {})
        return {"@id", "name", "start_time", "location"} <= short.keys() and short.items() <= one.items()
    if inside:
        alone["sub_events"] = [{"@id": each["@id"]} for each in alone["sub_events"]]
    return bool(alone == one)


def harvest(kind: str, files: dict[str, bytes] | None = None) -> list[dict[str, Any]]:
    """Everything, page after page."""
    files = open_data() if files is None else files
    url: str | None = f"{BASE}{kind}/1.json"
    found: list[dict[str, Any]] = []
    count = 0
    while url is not None:
        page = json.loads(files[url.removeprefix(SITE.url)])
        found += page["data"]
        count, url = page["meta"]["count"], page["meta"]["next"]
    assert len(found) == count
    return found


def by_id(kind: str, files: dict[str, bytes] | None = None) -> dict[str, dict[str, Any]]:
    some = harvest(kind, files)
    found = {one["id"].partition(":")[2]: one for one in some}
    assert len(found) == len(some)
    return found


def exported(*events: Event) -> dict[str, bytes]:
    """What a region publishes with these events in place of those of the same ids."""
    region = community(*events)
    files = open_data_files(region, make_calendar(region, SETTINGS, TODAY), SETTINGS, SITE, Uids("x"))
    return {file.path: file.content for file in files}


def test_every_object_has_the_shape_that_the_service_describes_and_every_link_leads_to_one() -> None:
    assert faults(open_data()) == []


def test_so_has_the_whole_region(region_export: Path) -> None:
    root = region_export / "api" / "linkedevents"
    files = {file.relative_to(region_export).as_posix(): file.read_bytes() for file in root.rglob("*.json")}
    assert len(harvest("event", files)) > 300
    assert faults(files) == []


def test_what_is_wrong_is_found() -> None:
    """Each of these was published once, or could be."""
    page = "api/linkedevents/v1/event/1.json"

    def told(change: Callable[[dict[str, Any]], object]) -> list[str]:
        listed = json.loads(open_data()[page])
        event = next(one for one in listed["data"] if one["id"].endswith(":kylapaiva"))
        change(event)
        alone = event["@id"].removeprefix(SITE.url)
        return faults(open_data() | {page: json.dumps(listed).encode(), alone: json.dumps(event).encode()})

    assert told(lambda event: event) == []
    for change in (
        lambda event: event.update(short_description={"fi": "a" * 161}),
        lambda event: event.update(short_description=None),
        lambda event: event.update(description={"sv": "<p>x</p>"}),
        lambda event: event.update(offers=[]),
        lambda event: event.update(keywords=[]),
        lambda event: event.update(name="Kyläpäivä"),
        lambda event: event.update(start_time=None),
        lambda event: event.update(super_event={"@id": f"{BASE}event/id/leiri.json"}),
        lambda event: event.update({"@id": f"{SITE.url}tapahtumat/kylapaiva/"}),
        lambda event: event["location"].update({"@id": f"{BASE}place/id/paikka-x.json"}),
    ):
        assert told(change) != []


def test_a_repeating_event_is_a_super_event_and_its_dates_are_sub_events() -> None:
    events = by_id("event")
    choir = events["kuoro"]
    assert (choir["super_event_type"], len(choir["sub_events"])) == ("recurring", 13)
    assert (choir["start_time"], choir["end_time"]) == ("2027-01-12T16:00:00Z", "2027-04-06T17:00:00Z")
    moved = events["kuoro-20270119T180000"]
    assert (moved["start_time"], moved["event_status"]) == ("2027-01-20T17:00:00Z", "EventRescheduled")
    assert moved["super_event"] == {"@id": choir["@id"]}
    assert events["kuoro-20270126T180000"]["event_status"] == "EventCancelled"
    assert events["kuoro-20270330T180000"]["start_time"] == "2027-03-30T15:00:00Z"


def test_whole_days_end_at_midnight_and_say_that_they_have_no_hours() -> None:
    camp = by_id("event")["leiri"]
    assert (camp["start_time"], camp["end_time"]) == ("2027-06-03T21:00:00Z", "2027-06-06T21:00:00Z")
    assert (camp["has_start_time"], camp["has_end_time"]) == (False, False)


def test_an_end_that_nobody_has_said_is_not_said() -> None:
    cancelled = by_id("event")["peruttu"]
    assert (cancelled["end_time"], cancelled["has_end_time"], cancelled["event_status"]) == (
        None,
        False,
        "EventCancelled",
    )


def test_dates_that_are_only_held_open_or_past_are_not_announced() -> None:
    assert {"varattu", "auki", "mennyt"}.isdisjoint(by_id("event"))


def test_a_postponed_event_is_told_without_a_time() -> None:
    postponed = by_id("event")["lykatty"]
    assert (postponed["event_status"], postponed["start_time"], postponed["end_time"]) == (
        "EventPostponed",
        None,
        None,
    )


def test_dates_of_a_series_and_events_without_a_description_have_texts() -> None:
    events = by_id("event")
    date = events["kuoro-20270330T180000"]
    assert date["description"] == {
        "fi": "<p>ti 30.3.2027 klo 18–20 (joka tiistai klo 18–20, 12.1.–6.4.2027)<br>"
        "Seurala, Kylätie 1, 62800 Vimpeli<br>Kylän &amp; järven seura ry</p>",
        "sv": "<p>ti 30.3.2027 kl. 18–20 (varje tisdag kl. 18–20, 12.1–6.4.2027)<br>"
        "Seurala, Kylätie 1, 62800 Vimpeli, Vindala<br>Kylän &amp; järven seura ry</p>",
    }
    assert date["short_description"] == {
        "fi": "Tapahtuma ti 30.3. klo 18, Seurala, Vimpeli.",
        "sv": "Evenemang ti 30.3 kl. 18, Seurala, Vindala.",
    }


def test_a_date_says_in_a_language_without_a_description_what_only_it_says() -> None:
    choir = replace(community().events["kuoro"], description=text("Laulamme yhdessä. Kahvia saa."))
    long = by_id("event", exported(choir))["kuoro-20270330T180000"]["description"]
    # Its title has two languages, its description one.
    assert long == {
        "fi": "<p>Laulamme yhdessä. Kahvia saa.</p>",
        "sv": "<p>ti 30.3.2027 kl. 18–20 (varje tisdag kl. 18–20, 12.1–6.4.2027)<br>"
        "Seurala, Kylätie 1, 62800 Vimpeli, Vindala<br>Kylän &amp; järven seura ry</p>",
    }


def test_a_short_text_is_whole_sentences_else_the_facts() -> None:
    def short(words: str, name: str = "kuoro") -> str:
        described = replace(community().events["kuoro"], description=text(words))
        found = by_id("event", exported(described))[name]
        told: str = found["short_description"]["fi"]
        # A series is described once; of a date its description is the short one.
        long = words[:20] if name == "kuoro" else told
        assert found["description"]["fi"].startswith(f"<p>{long}")
        return told

    for name in ("kuoro", "kuoro-20270330T180000"):
        assert short("Laulamme yhdessä. " + "Kahvia " * 30 + ".", name) == "Laulamme yhdessä."
    assert short("Laulamme " + "yhdessä " * 40 + ".", "kuoro-20270330T180000") == (
        "Tapahtuma ti 30.3. klo 18, Seurala, Vimpeli."
    )
    exact = f"Laulamme yhdessä. {'A' * 141}."
    assert (len(exact), short(exact)) == (160, exact)
    assert short(f"{exact[:-1]}a.") == "Laulamme yhdessä."


def test_one_cancelled_date_cancels_no_series() -> None:
    def status(*cancelled: int) -> str:
        days = [date(2027, 3, day) for day in (2, 9, 16)]
        changes = tuple(Change(date=days[n], status=EventStatus.CANCELLED) for n in cancelled)
        series = event(
            "kerho",
            datetime(2027, 3, 2, 18),
            repeats=Recurrence(frequency=Frequency.WEEKLY, until=date(2027, 3, 16)),
            changes=changes,
        )
        found: str = by_id("event", exported(series))["kerho"]["event_status"]
        return found

    assert status(0) == "EventScheduled"
    assert status(0, 1, 2) == "EventCancelled"


def test_the_parts_of_an_event_are_its_sub_events() -> None:
    parts = [event(f"ilta-{day}", datetime(2027, 6, day, 18), part_of="leiri") for day in (4, 5)]
    late = event("ensi-vuonna", datetime(2028, 3, 1, 18))
    found = by_id("event", exported(*parts, event("osa", datetime(2027, 3, 1, 18), part_of="ensi-vuonna"), late))
    assert found["leiri"]["super_event_type"] == "umbrella"
    assert [one["@id"] for one in found["leiri"]["sub_events"]] == [
        f"{BASE}event/id/ilta-4.json",
        f"{BASE}event/id/ilta-5.json",
    ]
    assert found["ilta-4"]["super_event"] == {"@id": f"{BASE}event/id/leiri.json"}
    assert found["osa"]["super_event"] is None  # the whole is not told of yet


def test_every_event_has_a_price_and_a_keyword() -> None:
    found = by_id("event")["kuoro"]
    assert found["offers"] == [
        {
            "is_free": False,
            "price": {
                "fi": "Hintaa ei ole kerrottu.",
                "sv": "Priset har inte meddelats.",
                "en": "The price is not given.",
            },
            "description": None,
            "info_url": None,
        }
    ]
    assert found["keywords"][-1] == {"@id": f"{BASE}keyword/id/muoto-other.json"}
    assert by_id("keyword")["muoto-other"]["name"] == {"fi": "tapahtuma", "sv": "evenemang", "en": "event"}
    free = by_id("event", exported(event("ilta", datetime(2027, 3, 2, 18), price=text("Vapaa pääsy, kahvi 2 €"))))
    assert free["ilta"]["offers"][0]["is_free"] is True
    some = by_id("event", exported(event("ilta", datetime(2027, 3, 2, 18), price=text("5 €, lapset ilmaiseksi"))))
    assert some["ilta"]["offers"][0]["is_free"] is False


@pytest.mark.parametrize(
    ("sign", "html"), [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#x27;")]
)
def test_no_sign_of_a_description_is_markup(sign: str, html: str) -> None:
    files = exported(event("merkki", datetime(2027, 3, 20, 18), description=text(f"a {sign} b\n\nc")))
    found = by_id("event", files)["merkki"]
    assert found["description"] == {"fi": f"<p>a {html} b</p><p>c</p>"}


def test_an_invented_event_says_so_and_descriptions_are_harmless_html() -> None:
    day = by_id("event")["kylapaiva"]
    assert day["short_description"]["fi"].startswith("Esimerkki: tämä tapahtuma on keksitty.")
    assert day["description"] == {"fi": "<p>Tule mukaan.</p><p>Kahvia riittää.</p>"}
    assert day["event_status"] == "EventRescheduled"
    assert (day["offers"][0]["is_free"], day["offers"][0]["price"]) == (False, {"fi": "Aikuiset 5 €, lapset 2,50 €"})
    assert b"<script" not in json.dumps([one["description"] for one in harvest("event")]).encode()


def test_places_stand_on_the_map_and_words_carry_their_yso_id() -> None:
    hall = by_id("place")["paikka-halli"]
    assert hall["position"] == {"type": "Point", "coordinates": [23.8161, 62.9996]}
    assert hall["address_locality"] == {"fi": "Alajärvi"}
    choir = next(one for one in harvest("keyword") if one["id"] == "yso:p1808")
    assert (choir["name"], choir["alt_labels"]) == ({"fi": "Kuoro"}, ["laulu"])


@pytest.mark.parametrize("today", [date(2027, 1, 2), date(2027, 1, 31)])
def test_the_pages_change_on_the_first_of_a_month_only(today: date) -> None:
    def pages(files: dict[str, bytes]) -> dict[str, bytes]:
        return {path: content for path, content in files.items() if path.startswith("api/linkedevents/")}

    assert pages(open_data(today=today)) == pages(open_data())
