"""Two people write one event down: titles, halls and hours that mean the same, on labelled pairs and at limits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.planner.builders import SETTINGS, TODAY, make_community, make_event, make_organisation, text

from seurantalo.model.event import Event
from seurantalo.model.settings import Settings
from seurantalo.planner import make_calendar
from seurantalo.planner.one_event import OneEvent
from seurantalo.planner.titles import Likeness, likeness

PAIRS: list[dict[str, str]] = yaml.load(
    (Path(__file__).parent / "one_event.yml").read_text(encoding="utf-8"), yaml.BaseLoader
)
#: What no rule over words can know, whatever it costs: that an eleven a side is football.
NOT_KNOWN = {("Elvamatch mot grannbyn", "Fotboll: elvamatch")}


def one_event(a: Event, b: Event, settings: Settings = SETTINGS) -> bool:
    community = make_community(a, b)
    calendar = make_calendar(community, settings, TODAY)
    (first,), (second,) = calendar.of_event(a.id), calendar.of_event(b.id)
    same = OneEvent(community, settings)
    found = same.judge(first, second)
    assert found is same.judge(second, first)
    return found


def judged(pair: dict[str, str]) -> bool:
    venue = {"same": "talo", "other": "koulu", "unknown": None}[pair["hall"]]
    starts = {"same": "2027-03-13 13:00", "other": "2027-03-13 18:00"}[pair["start"]]
    a = make_event("a", "2027-03-13 13:00", title=pair["a"], venue="talo", municipality="koski")
    return one_event(a, make_event("b", starts, title=pair["b"], venue=venue, municipality="koski"))


def test_what_people_call_one_event_is_one() -> None:
    wrong = {(pair["a"], pair["b"]) for pair in PAIRS if judged(pair) is not (pair["is"] == "one")}
    assert wrong == NOT_KNOWN


def test_pairs_are_many_and_of_both_kinds() -> None:
    assert min(sum(pair["is"] == kind for pair in PAIRS) for kind in ("one", "two")) >= 100
    assert len({(pair["a"], pair["b"], pair["hall"], pair["start"]) for pair in PAIRS}) == len(PAIRS)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("!!!", "!!!", Likeness.OWN),
        ("!!!", "???", Likeness.NONE),
        ("7", "7", Likeness.OWN),
        ("7", "8", Likeness.NONE),
        ("7", "!!!", Likeness.NONE),
        ("Kevätkonsertti", "Kevätkonsertti!", Likeness.OWN),
        ("Osa 1", "Osa 2", Likeness.NONE),
        ("Osa 01", "Osa 1", Likeness.OWN),
        ("Osat 1 ja 2", "Osat 2 ja 1", Likeness.OWN),
        ("Osat 1 ja 2", "Osat 2 ja 3", Likeness.NONE),
        ("Kerho ja kahvila 1", "Kerho ja kahvila", Likeness.OWN),
        ("Kyläpäivät 2026", "Kyläpäivät 2027", Likeness.OWN),
        ("Kyläpäivät 1899", "Kyläpäivät 1900", Likeness.OWN),
        ("Kyläpäivät 1899", "Kyläpäivät 1898", Likeness.NONE),
        ("Ryhmä A", "Ryhmä B", Likeness.NONE),
        ("Tanssit", "Laulajaiset kirkossa", Likeness.NONE),
        ("Kokous", "Kokous", Likeness.EVERYDAY),
        ("Kevätkokous", "Marttojen kevätkokous", Likeness.EVERYDAY),
        ("Kevätjuhla koululla", "Koulun kevätjuhla", Likeness.OWN),
        ("Koulun kevätjuhla", "Päiväkodin kevätjuhla", Likeness.NONE),
    ],
)
def test_titles_that_are_alike(one: str, other: str, alike: Likeness) -> None:
    assert likeness(one, other) is likeness(other, one) is alike


def test_so_many_equal_letters_are_enough_to_the_per_cent() -> None:
    assert [likeness("kaura", "kauri", slip=slip) for slip in (80, 81)] == [Likeness.OWN, Likeness.OWN]
    assert [likeness("sataa", "hataa", slip=slip) for slip in (80, 81)] == [Likeness.OWN, Likeness.NONE]
    # Four letters are too few for a slip.
    assert likeness("sato", "jato", slip=75) is Likeness.NONE


def test_a_place_proves_nothing_and_an_organiser_something() -> None:
    kosken, martat = {"kosk"}, {"martat"}
    assert likeness("Kosken kokous", "Kosken kokous", places=kosken) is Likeness.EVERYDAY
    assert likeness("Martat: kokous", "Martat: kokous", names=martat) is Likeness.OWN
    # Two places, or two organisers, that each title has for itself, speak against nothing.
    assert likeness("Kosken rieha", "Rieha Rannalla") is Likeness.NONE
    assert likeness("Kosken rieha", "Rieha Rannalla", places=kosken) is Likeness.OWN
    assert likeness("Martat: rieha", "Rieha Rannalla", names=martat) is Likeness.OWN


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ({}, {}, True),
        ({}, {"starts": "2027-03-13 18:30"}, True),
        ({}, {"starts": "2027-03-13 18:31"}, False),
        ({"venue": "talo"}, {"venue": "talo", "starts": "2027-03-13 18:31"}, True),
        ({"venue": "talo"}, {"venue": "talo", "starts": "2027-03-13 20:00"}, False),
        ({"venue": "talo"}, {"starts": "2027-03-13 18:31"}, False),
        ({"venue": "talo"}, {"venue": "koulu"}, False),
        ({"venue": "talo", "room": "sali"}, {"venue": "talo"}, True),
        ({"venue": "talo", "room": "sali"}, {"venue": "talo", "room": "kahvio"}, False),
        # A whole day has no hour that could speak against another.
        ({"starts": "2027-03-13"}, {"starts": "2027-03-13 10:00"}, True),
        ({"starts": "2027-03-13"}, {"starts": "2027-03-14"}, False),
        ({"starts": "2027-03-13", "ends": "2027-03-14"}, {"starts": "2027-03-14 10:00"}, True),
    ],
)
def test_one_hall_or_one_hour(a: dict[str, Any], b: dict[str, Any], same: bool) -> None:
    first, second = (
        make_event(name, each.pop("starts", "2027-03-13 18:00"), each.pop("ends", None), title="Rieha", **each)
        for name, each in (("a", dict(a)), ("b", dict(b)))
    )
    assert one_event(first, second) is same


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ({"venue": "talo"}, {"venue": "talo"}, True),
        ({"venue": "talo"}, {"venue": "talo", "starts": "2027-03-13 19:00"}, False),
        ({"venue": "talo"}, {}, False),
        ({"organisers": ("martat", "vpk")}, {"organisers": ("vpk",)}, True),
        ({"organisers": ("martat",)}, {"organisers": ("vpk",)}, False),
        ({"organisers": ("vpk",), "venue": "talo"}, {"organisers": ("vpk",), "venue": "koulu"}, False),
    ],
)
def test_a_title_that_many_have_needs_one_hour_and_one_hall_or_organiser(
    a: dict[str, Any], b: dict[str, Any], same: bool
) -> None:
    first, second = (
        make_event(name, each.pop("starts", "2027-03-13 18:00"), title="Kevätkokous", **each)
        for name, each in (("a", dict(a)), ("b", dict(b)))
    )
    assert one_event(first, second) is same


def test_names_of_the_community_are_known() -> None:
    """The two organisers, each in its own title; and the municipality in the form in which it is written."""
    martat, vpk = make_organisation("martat", title="Kosken Martat ry"), make_organisation("vpk", title="Kosken VPK")
    a = make_event("a", title="Martat: laskiaisrieha", organisers=("martat",))
    b = make_event("b", title="Vimpelin laskiaisrieha rannalla", organisers=("vpk",))
    community = make_community(martat, vpk, a, b)
    calendar = make_calendar(community, SETTINGS, TODAY)
    (first,), (second,) = calendar.of_event("a"), calendar.of_event("b")
    assert OneEvent(community, SETTINGS).judge(first, second)


def test_the_site_says_how_alike_two_words_are() -> None:
    a, b = (make_event(name, title=title) for name, title in (("a", "Sataa"), ("b", "Hataa")))
    assert one_event(a, b, Settings(duplicate_likeness=80))
    assert not one_event(a, b)


def test_titles_in_two_languages_meet_in_either() -> None:
    both = make_event("a", title=text({"fi": "Kevättanssit", "sv": "Vårdansen"}))
    assert one_event(both, make_event("b", title="Vårdans"))
    assert one_event(both, make_event("b", title=text({"sv": "Dansen", "fi": "Kevättanssi"})))
    assert not one_event(both, make_event("b", title="Höstkonsert"))
