"""Names in boxes of their own are found in any form, and never guessed where two records fit."""

from __future__ import annotations

from typing import Any

import pytest
from tests.receiving.pasted.region import COMMUNITY, TABLES

from seurantalo.reading.event.one_event import known_of
from seurantalo.receiving.pasted import with_meant

KNOWN = known_of(COMMUNITY)


def read(values: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    found, told = with_meant(values, KNOWN, TABLES["names"])
    return found, [f"{one.field}: {one.written} = {one.id}" for one in told]


@pytest.mark.parametrize(
    ("written", "venue"),
    [
        ("Rauhalassa", "rauhala"),
        ("Nuorisoseurantalo Rauhalassa", "rauhala"),
        ("Mallilan kirkossa", "mallilan-kirkko"),
        ("MALLILAN KIRKOLLA", "mallilan-kirkko"),
        ("Harjukentällä", "harjukentta"),
        ("Selkämäen lavalla", "selkamaen-lava"),
        ("Selkämäen lavalla, Koskelassa", "selkamaen-lava"),
        ("i Norrby kyrka", "norrby-kyrka"),
        ("Norrby byagården", "norrby-byagard"),
        ("Lukutuvassa", "lukutupa"),
    ],
)
def test_a_place_is_found_in_any_form(written: str, venue: str) -> None:
    assert read({"venue": written}) == ({"venue": venue}, [f"venue: {written} = {venue}"])


@pytest.mark.parametrize(
    "written",
    [
        "",
        "Mallilan kirkko",
        "mallilan-kirkko",
        # New ones, whose names hold words of others.
        "Uusi lava",
        "Rauhalan ranta",
        "Kirkkopuisto",
        "Mallilan lavalla",
        "Lukutupa 2",
        "Rauhalassa ja Harjukentällä",
        "Seurantie 12",
    ],
)
def test_what_has_its_name_or_is_no_known_one_stays(written: str) -> None:
    assert read({"venue": written}) == ({"venue": written}, [])


def test_of_two_that_fit_neither_is_taken_but_the_word_that_they_share() -> None:
    """The check then says which there are."""
    assert read({"organisers": "Marttojen"}) == ({"organisers": ["martat"]}, [])
    assert read({"venue": "Kirkossa", "title": "x"}) == ({"venue": "kirkko", "title": "x"}, [])


def test_a_municipality_that_is_told_decides_between_two() -> None:
    found = {"venue": "koskelan-kirkko", "organisers": ["koskelan-martat"], "municipality": "Koskela"}
    assert read({"venue": "Kirkossa", "organisers": "Marttojen", "municipality": "Koskela"}) == (
        found,
        ["venue: Kirkossa = koskelan-kirkko", "organisers: Marttojen = koskelan-martat"],
    )


def test_organisers_are_read_one_by_one() -> None:
    found, told = read({"organisers": "Mallilan Marttojen ja Harjun Hurjan"})
    assert found == {"organisers": ["mallilan-martat", "harjun-hurja"]}
    assert len(told) == 2
    assert read({"organisers": ["Kuikanlaulun", "Uusi kerho"]})[0] == {"organisers": ["kuikanlaulu", "Uusi kerho"]}
    # Those that have their names stay as they were written.
    assert read({"organisers": "Mallilan Martat ja Harjun Hurja"})[0] == {
        "organisers": "Mallilan Martat ja Harjun Hurja"
    }
