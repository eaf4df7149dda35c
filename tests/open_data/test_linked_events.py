"""Events in the shape of Linked Events: what a harvester that follows ``next`` gets."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from tests.open_data.region import SETTINGS, community, open_data
from tests.pages.small_region import SITE, TODAY, event, text

from seurantalo.planner import make_calendar
from seurantalo.publishing.api import open_data_files
from seurantalo.publishing.feeds.uid import Uids

BASE = f"{SITE.url}api/linkedevents/v1/"

#: The fields that the service promises, with the types that its description (OpenAPI 3, version 1) gives them.
_NULLABLE_TEXTS = {"type": ["object", "null"], "additionalProperties": {"type": "string"}}
_TEXTS = {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1}
_REF = {"type": "object", "required": ["@id"], "properties": {"@id": {"type": "string", "format": "uri"}}}
_REFS = {"type": "array", "items": _REF}
_TIME = {"type": "string", "format": "date-time", "pattern": "Z$"}
EVENT = {
    "type": "object",
    "required": [
        *("id", "@id", "@context", "@type", "data_source", "publication_status", "name", "location", "keywords"),
        *("start_time", "event_status", "super_event", "sub_events", "offers", "images", "audience", "in_language"),
    ],
    "properties": {
        "id": {"pattern": "^jarviseutu-co:[a-z0-9-]+(-[0-9]{8}(T[0-9]{6})?)?$"},
        "@id": {"type": "string", "format": "uri"},
        "@context": {"const": "http://schema.org"},
        "@type": {"const": "Event/LinkedEvent"},
        "publication_status": {"const": "public"},
        "name": _TEXTS,
        "description": _NULLABLE_TEXTS,
        "short_description": _NULLABLE_TEXTS,
        "provider": _TEXTS,
        "info_url": _TEXTS,
        "location": _REF,
        "keywords": _REFS,
        "audience": _REFS,
        "sub_events": _REFS,
        "super_event": {"anyOf": [_REF, {"type": "null"}]},
        "super_event_type": {"enum": ["recurring", "umbrella", None]},
        "event_status": {"enum": ["EventScheduled", "EventCancelled", "EventPostponed", "EventRescheduled"]},
        "start_time": _TIME,
        "end_time": {"anyOf": [_TIME, {"type": "null"}]},
        "has_start_time": {"type": "boolean"},
        "has_end_time": {"type": "boolean"},
        "offers": {"type": "array", "items": {"required": ["is_free", "price"]}},
        "created_time": _TIME,
        "last_modified_time": _TIME,
        "deleted": {"const": False},
    },
}


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


def by_id(kind: str) -> dict[str, dict[str, Any]]:
    found = {one["id"].partition(":")[2]: one for one in harvest(kind)}
    assert len(found) == len(harvest(kind))
    return found


def test_every_object_has_the_shape_that_the_service_describes() -> None:
    checker = Draft202012Validator(EVENT, format_checker=FormatChecker())
    for one in harvest("event"):
        assert [error.message for error in checker.iter_errors(one)] == [], one["id"]
    for one in harvest("place"):
        assert one["@type"] == "Place"
        assert one["name"]
    for one in harvest("keyword"):
        assert one["@type"] == "Keyword"


def test_every_link_leads_to_an_object() -> None:
    events = harvest("event")
    places = {one["@id"] for one in harvest("place")}
    words = {one["@id"] for one in harvest("keyword")}
    own = {one["@id"] for one in events}
    for one in events:
        assert one["location"]["@id"] in places
        assert {word["@id"] for word in one["keywords"] + one["audience"]} <= words
        assert {sub["@id"] for sub in one["sub_events"]} <= own
        assert one["super_event"] is None or one["super_event"]["@id"] in own


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
    assert {"varattu", "auki", "lykatty", "mennyt"}.isdisjoint(by_id("event"))


@pytest.mark.parametrize(
    ("sign", "html"), [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#x27;")]
)
def test_no_sign_of_a_description_is_markup(sign: str, html: str) -> None:
    region = community(event("merkki", datetime(2027, 3, 20, 18), description=text(f"a {sign} b\n\nc")))
    files = open_data_files(region, make_calendar(region, SETTINGS, TODAY), SETTINGS, SITE, Uids("x"))
    pages = [json.loads(file.content) for file in files if file.path == "api/linkedevents/v1/event/1.json"]
    found = next(one for one in pages[0]["data"] if one["@id"].endswith("/merkki/"))
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
