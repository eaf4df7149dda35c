"""The data with which a browser checks what is being written: what is in which file, and how large it is."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from tests.pages.small_region import context
from tests.planner.builders import make_community, make_event, make_municipality, make_organisation, make_venue, text

from seurantalo.model.event import EventStatus, Format, Weight
from seurantalo.model.parts import Contact
from seurantalo.model.record import Record
from seurantalo.model.recurrence import Frequency, Recurrence
from seurantalo.publishing.pages.event.source import shelf
from seurantalo.publishing.pages.propose import rows
from seurantalo.publishing.pages.propose.rows import ON_A_SHELF, proposal_data
from seurantalo.publishing.pages.propose.sheets import EPOCH


def files(*records: Record) -> dict[str, Any]:
    community = make_community(*records)
    everything = [record for table in community.by_kind.values() for record in table.values()]
    made = proposal_data(context(*everything))
    found = {
        file.path.removeprefix("ehdota/tiedot/").removesuffix(".json"): json.loads(file.content) for file in made
    }
    little = found.pop("kunnat/0", {})
    return found | {f"{name}/nimet": content for name, content in little.items()}


def ids(content: Any) -> list[str]:
    return [row[0] for row in content["sheets"]]


def day(words: str) -> int:
    return date.fromisoformat(words).toordinal() - EPOCH


def test_a_date_is_a_row_and_a_series_is_one_row() -> None:
    weekly = Recurrence(frequency=Frequency.WEEKLY, until=date(2027, 3, 2))
    found = files(
        make_event("kerho", "2027-02-02 18:00", "2027-02-02 19:30", repeats=weekly, venue="talo", format=Format.CLUB),
        make_event("juhla", "2027-06-12", "2027-06-13", title=text({"sv": "Fest", "fi": "Juhla"})),
        make_event("yo", "2027-06-12 20:00", "2027-06-13 02:00", status=EventStatus.TENTATIVE),
        make_event("peruttu", "2027-06-12 20:00", status=EventStatus.CANCELLED),
        make_event("mennyt", "2026-06-12 20:00"),
    )["vimpeli/nimet"]["rows"]
    assert ids(found) == ["juhla", "kerho", "yo"]
    fest, club, night = found["sheets"]
    assert fest[1] == {"fi": "Juhla", "sv": "Fest"}
    assert fest[-1] == [[day("2027-06-12"), 0, 2_880]]
    assert club[2:10] == ["vimpeli", "talo", "", ["kerho-ry"], [], [], "club", 1]
    assert club[-1] == [[day("2027-02-02"), 1_080, 1_170, 7, 5]]
    assert night[-1] == [[day("2027-06-12"), 1_200, 1_560]]
    assert night[9] == 4


def test_a_file_has_what_the_rules_see_from_elsewhere() -> None:
    found = files(
        make_municipality("vimpeli", neighbours=("alajarvi",)),
        make_municipality("alajarvi"),
        make_municipality("kauhava"),
        make_organisation("kuoro", "vimpeli", "Vimpelin kuoro"),
        replace(make_organisation("liitto"), municipality=None, region="Järviseutu"),
        make_event("messut", "2027-06-12 18:00", municipality="alajarvi", stated_weight=Weight.MAJOR),
        make_event("tanssit", "2027-06-12 18:00", municipality="alajarvi", format=Format.DANCE),
        make_event("kokous", "2027-06-12 18:00", municipality="alajarvi", format=Format.MEETING),
        make_event("vierailu", "2027-06-12 18:00", municipality="kauhava", organisers=("kuoro",)),
        make_event("kaukana", "2027-06-12 18:00", municipality="kauhava", practices=("malli",)),
        make_event("kiertue", "2027-06-12 18:00", municipality="kauhava", organisers=("liitto",)),
    )
    assert ids(found["vimpeli/nimet"]["rows"]) == ["messut", "tanssit", "vierailu"]
    assert [one["id"] for one in found["vimpeli/nimet"]["rows"]["organisations"]] == ["messut-ry", "tanssit-ry"]
    assert ids(found["kaytannot/malli"]) == ["kaukana"]
    assert ids(found["jarjestajat/liitto"]) == ["kiertue"]
    assert [one["id"] for one in found["kauhava/nimet"]["organisations"]] == ["kaukana-ry", "liitto"]
    assert {"id": "kuoro", "name": "Vimpelin kuoro", "hands": 0, "municipality": "vimpeli"} in found["nimet"][
        "organisations"
    ]


def test_names_tell_rooms_and_the_role_to_ask() -> None:
    role = Contact(role=text("Sihteeri"), email="sihteeri@example.org")
    found = files(
        make_venue("talo", rooms=("sali",), setup_margin=45, capacity=120, name="Kylätalo"),
        replace(make_organisation("seura"), contact=role),
    )
    contact = {"role": "Sihteeri", "email": "sihteeri@example.org"}
    assert found["vimpeli/nimet"]["organisations"] == [
        {"id": "seura", "name": "Seura", "municipality": "vimpeli", "contact": contact}
    ]
    assert found["vimpeli/nimet"]["venues"] == [
        {
            "id": "talo",
            "name": "Kylätalo",
            "municipality": "vimpeli",
            "margin": 45,
            "capacity": 120,
            "rooms": [{"id": "sali", "name": "Sali"}],
        }
    ]


def test_what_a_municipality_with_little_to_come_has_stands_beside_its_names() -> None:
    found = files(make_event("yo", datetime(2027, 12, 31, 20)), make_event("kevat", "2028-05-01"))
    assert ids(found["vimpeli/nimet"]["rows"]) == ["kevat", "yo"]
    assert found["vimpeli/nimet"]["place"]["files"] == []
    assert not [name for name in found if name.startswith("vimpeli/2")]


def test_a_year_begins_and_ends_some_days_beyond_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "LARGEST_TOGETHER", 0)
    found = files(make_event("yo", datetime(2027, 12, 31, 20), datetime(2028, 1, 1, 2)))
    assert ids(found["vimpeli/2027"]) == ["yo"]
    years = [(name, day(f"{name}-01-01"), day(f"{name}-12-31")) for name in ("2027", "2028")]
    assert [tuple(one) for one in found["vimpeli/nimet"]["place"]["files"]] == years
    assert ids(found["vimpeli/2028"]) == ["yo"]
    found = files(make_event("yo", datetime(2027, 12, 31, 20)), make_event("kevat", "2028-05-01"))
    assert ids(found["vimpeli/2028"]) == ["kevat", "yo"]


def test_every_sentence_of_a_rule_has_its_blanks_and_nothing_else_of_the_events_it_was_asked_about() -> None:
    words = files(make_event("yo"))["saannot"]["words"]["rules"]
    assert words["venue-room-unknown"]["says"]["other"].endswith("Tilaa ei ole kerrottu: {other}.")
    for rule in words.values():
        for sentence in rule["says"].values():
            assert "2026" not in sentence
            assert "None" not in sentence
            assert "”" not in sentence
            assert "{event}" in sentence or "{events}" in sentence


def test_where_much_is_on_a_year_is_told_by_season() -> None:
    title = "Kylän yhteinen juhla, jolla on pitkä nimi"
    events = [make_event(f"e{number}", date(2027, 1 + number % 12, 10), title=title) for number in range(600)]
    found = files(*events)
    names = ["2027-01", "2027-06", "2027-09", "2028"]
    assert [one[0] for one in found["vimpeli/nimet"]["place"]["files"]] == names
    assert len(found["vimpeli/2027-06"]["sheets"]) == 250
    assert len(ids(found["vimpeli/2028"])) == 50


def test_hundreds_of_municipalities_with_little_stand_on_shelves_and_one_with_much_alone() -> None:
    quiet = [make_municipality(f"kunta-{n}") for n in range(300)]
    halls = [make_venue(f"talo-{n}-{k}", municipality=f"kunta-{n}") for n in range(300) for k in range(5)]
    much = [make_organisation(f"seura-{n}", municipality="vimpeli") for n in range(200)]
    records = (*quiet, *halls, *much, make_municipality("vimpeli"))
    community = make_community(*records)
    everything = [record for table in community.by_kind.values() for record in table.values()]
    made = {file.path.removeprefix("ehdota/tiedot/"): file.content for file in proposal_data(context(*everything))}
    measures = json.loads(made["saannot.json"])
    assert measures["alone"] == ["vimpeli"]
    assert "vimpeli/nimet.json" in made
    shelves = {name: content for name, content in made.items() if name.startswith("kunnat/")}
    assert 1 < len(shelves) == measures["shelves"] < 20
    assert max(map(len, shelves.values())) < 2 * ON_A_SHELF
    for number in range(300):
        name = f"kunta-{number}"
        on_its_shelf = json.loads(shelves[f"kunnat/{shelf(name, measures['shelves'])}.json"])
        assert on_its_shelf[name]["place"]["id"] == name
