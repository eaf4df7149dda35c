"""The table of municipalities, and how one is found by what people write."""

from __future__ import annotations

from collections import Counter

import pytest

from seurantalo.founding.municipalities import (
    NoMunicipalityError,
    all_municipalities,
    find_municipality,
)


def test_every_municipality_is_there_once() -> None:
    found = all_municipalities()
    assert len(found) == 308
    for of in (lambda one: one.code, lambda one: one.names["fi"], lambda one: one.locatives["fi"]):
        assert [name for name, n in Counter(map(of, found)).items() if n > 1] == []
    assert all(len(one.code) == 3 and one.code.isdigit() for one in found)
    assert len({one.region_code for one in found}) == 19
    assert all(one.region(code) for one in found for code in ("fi", "sv", "en"))


def test_forms_of_place_end_as_they_should() -> None:
    """Finnish has -ssa or -lla with the vowels of the name; Swedish a preposition and the name."""
    for one in all_municipalities():
        assert one.locatives["fi"].removesuffix(" Tl").endswith(("ssa", "ssä", "lla", "llä")), one
        assert one.locatives["sv"] in (f"i {one.names['sv']}", f"på {one.names['sv']}"), one


def test_each_is_found_by_all_of_its_names() -> None:
    for one in all_municipalities():
        for name in (*one.names.values(), one.code):
            assert find_municipality(name) == one
            assert find_municipality(f" {name.upper()} ") == one


@pytest.mark.parametrize(
    ("written", "code"),
    [("jamsa", "182"), ("Mariehamn", "478"), ("maarianhamina", "478"), ("narpio", "545"), ("Jomala kommun", "170")],
)
def test_dots_and_rings_may_be_left_out(written: str, code: str) -> None:
    assert find_municipality(written).code == code


def test_no_name_means_two() -> None:
    """Names without their dots are looked for after the names as they are, and none is another's."""
    for one in all_municipalities():
        for name in one.names.values():
            plain = name.replace("ä", "a").replace("ö", "o").replace("å", "a")
            plain = plain.replace("Ä", "A").replace("Ö", "O").replace("Å", "A")
            assert find_municipality(plain) == one


@pytest.mark.parametrize(("written", "near"), [("Sotkmo", "Sotkamo"), ("Mariehamm", "Mariehamn"), ("xyzzy", "")])
def test_an_unknown_one_is_told_with_the_nearest(written: str, near: str) -> None:
    with pytest.raises(NoMunicipalityError) as told:
        find_municipality(written)
    assert (told.value.written, told.value.near) == (written, near)
