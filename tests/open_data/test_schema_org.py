"""The JSON-LD of event pages, read by rdflib and held to the vocabulary of schema.org and to Google's rules."""

from __future__ import annotations

import json
import re
import warnings
from datetime import date, datetime
from typing import Any

import pytest
from rdflib import RDF, SDO, BNode, Graph, Literal, URIRef
from rdflib.term import Node
from tests.open_data.region import FOREIGN, community
from tests.pages.small_region import context

from seurantalo.publishing.pages.event.page import event_pages

_SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
#: What Google asks of an event (developers.google.com/search/docs/appearance/structured-data/event), and we of ours.
REQUIRED = (SDO.name, SDO.startDate, SDO.location, SDO.eventStatus, SDO.eventAttendanceMode, SDO.organizer)
STATUSES = (SDO.EventScheduled, SDO.EventCancelled, SDO.EventRescheduled, SDO.EventPostponed)
MODES = (SDO.OfflineEventAttendanceMode, SDO.OnlineEventAttendanceMode, SDO.MixedEventAttendanceMode)


def documents() -> dict[str, dict[str, Any]]:
    """The JSON-LD of every event page that has some, by the event's id."""
    ctx = context(*(record for table in community().by_kind.values() for record in table.values()))
    found = {}
    for page in event_pages(ctx):
        scripts = _SCRIPT.findall(page.body)
        assert len(scripts) <= 1
        if scripts:
            found[page.address.split("/")[1]] = json.loads(scripts[0])
    return found


def graph(document: dict[str, Any]) -> Graph:
    """The statements of a document. Its context is on the network; all that it does to our terms is told here."""
    assert document["@context"] == "https://schema.org"
    addresses = ("eventStatus", "eventAttendanceMode", "image", "url")
    terms: dict[str, Any] = {name: {"@id": f"{SDO}{name}", "@type": "@id"} for name in addresses}
    data = json.dumps({**document, "@context": {"@vocab": str(SDO), **terms}})
    with warnings.catch_warnings():
        # rdflib's own reader of JSON-LD still makes the class that rdflib tells others to leave.
        warnings.simplefilter("ignore", DeprecationWarning)
        return Graph().parse(data=data, format="json-ld")


def the_event(found: Graph) -> Node:
    (event,) = found.subjects(RDF.type, SDO.Event)
    return event


@pytest.fixture(scope="module")
def graphs() -> dict[str, Graph]:
    return {name: graph(document) for name, document in documents().items()}


def test_an_event_of_another_calendar_names_it(graphs: dict[str, Graph]) -> None:
    found = graphs["vieras"]
    (source,) = found.objects(the_event(found), SDO.subjectOf)
    assert str(found.value(source, SDO.name)) == FOREIGN.calendar
    assert URIRef(FOREIGN.url) == found.value(source, SDO.url)
    assert [name for name, one in graphs.items() if (None, SDO.subjectOf, None) in one] == ["vieras"]


def test_announced_events_have_statements_and_held_or_past_dates_have_none(graphs: dict[str, Graph]) -> None:
    assert {"kuoro", "peruttu", "leiri", "kylapaiva"} <= set(graphs)
    assert {"varattu", "auki", "mennyt"}.isdisjoint(graphs)


def test_every_term_is_one_of_schema_org(graphs: dict[str, Graph]) -> None:
    known = {str(term) for term in dir(SDO)}
    used = {str(predicate) for found in graphs.values() for predicate in found.predicates() if predicate != RDF.type}
    used |= {str(kind) for found in graphs.values() for kind in found.objects(None, RDF.type)}
    assert sorted(used - known) == []
    assert f"{SDO}startDate" in used
    assert f"{SDO}startdate" not in known


def test_every_event_has_what_search_engines_ask_for(graphs: dict[str, Graph]) -> None:
    for name, found in graphs.items():
        event = the_event(found)
        for predicate in REQUIRED:
            assert list(found.objects(event, predicate)), (name, predicate)
        assert found.value(event, SDO.eventStatus) in STATUSES
        assert found.value(event, SDO.eventAttendanceMode) in MODES
        for organiser in found.objects(event, SDO.organizer):
            assert found.value(organiser, SDO.name)
            assert str(found.value(organiser, SDO.url)).startswith("https://")
        for place in found.objects(event, SDO.location):
            if (place, RDF.type, SDO.Place) in found:
                assert found.value(place, SDO.name)
                address = found.value(place, SDO.address)
                assert isinstance(address, BNode)
                assert found.value(address, SDO.addressLocality)
            else:
                assert isinstance(found.value(place, SDO.url), URIRef)


def test_times_carry_an_offset_or_are_whole_days(graphs: dict[str, Graph]) -> None:
    for name, found in graphs.items():
        event = the_event(found)
        for predicate in (SDO.startDate, SDO.endDate, SDO.previousStartDate):
            for value in found.objects(event, predicate):
                assert isinstance(value, Literal)
                if "T" in value:
                    assert datetime.fromisoformat(str(value)).utcoffset() is not None, (name, value)
                else:
                    date.fromisoformat(str(value))


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("kuoro", SDO.EventScheduled),
        ("peruttu", SDO.EventCancelled),
        ("kylapaiva", SDO.EventRescheduled),
        ("lykatty", SDO.EventPostponed),
    ],
)
def test_the_status_is_what_the_file_says(graphs: dict[str, Graph], name: str, status: URIRef) -> None:
    found = graphs[name]
    assert found.value(the_event(found), SDO.eventStatus) == status


def test_a_moved_event_says_when_it_was_planned_and_a_postponed_one_keeps_its_start(graphs: dict[str, Graph]) -> None:
    moved = graphs["kylapaiva"]
    assert str(moved.value(the_event(moved), SDO.previousStartDate)) == "2027-01-15T12:00:00+02:00"
    postponed = graphs["lykatty"]
    assert str(postponed.value(the_event(postponed), SDO.startDate)) == "2027-02-02T18:00:00+02:00"
