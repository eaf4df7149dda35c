"""Themes have a colour and a drawing: they can be seen, they never change, and an unforeseen theme has one too."""

from __future__ import annotations

import gzip
import re

import pytest
from tests.pages.test_contrast import CSS, MATERIAL, contrast

from seurantalo.model.record import Origin
from seurantalo.model.text import Text
from seurantalo.model.vocabulary import Theme
from seurantalo.publishing.pages.shared.theme_look import TURNS, Look, cover, look_of_themes


def theme(name: str, *, broader: str | None = None, words: tuple[tuple[str, str], ...] = ()) -> Theme:
    return Theme(
        id=name, origin=Origin("content/vocabulary/themes.yml"), name=Text(words or (("fi", name),)), broader=broader
    )


def look(*found: Theme) -> Look:
    return look_of_themes((found[0].id,), {one.id: one for one in found})


def colours(name: str, scheme: str) -> tuple[str, str]:
    start = '[data-md-color-scheme="slate"] ' if scheme == "slate" else ""
    rule = re.search(rf"(?m)^{re.escape(start)}\.st-look--{name} \{{ --st-hue: (#\w+); --st-hue-wash: (#\w+);", CSS)
    assert rule
    return rule[1], rule[2]


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("name", list(Look))
def test_the_drawing_and_words_in_the_colour_can_be_seen(name: Look, scheme: str) -> None:
    hue, wash = colours(name, scheme)
    assert contrast(hue, wash) >= 4.5
    assert contrast(hue, MATERIAL[scheme]["--st-paper"]) >= 4.5


def test_no_two_looks_have_one_colour_or_one_drawing() -> None:
    for scheme in ("default", "slate"):
        assert len({colours(name, scheme) for name in Look}) == len(Look)
    drawings = re.findall(r"--st-icon: url\(([^)]+)\)", CSS)
    assert len(drawings) == len(set(drawings)) == len(Look)


def test_a_theme_is_known_by_its_id_or_its_name_in_any_language() -> None:
    assert look(theme("luonto")) is Look.NATURE
    assert look(theme("t1", words=(("fi", "Metsässä"), ("sv", "Natur")))) is Look.NATURE


def test_a_narrower_theme_looks_like_the_one_above_it() -> None:
    assert look(theme("huilu", broader="musiikki"), theme("musiikki")) is Look.CULTURE


def test_an_unforeseen_theme_has_always_the_same_look() -> None:
    assert look(theme("kaukoputket")) is look(theme("kaukoputket"))
    assert len({look(theme(f"oma-{number}")) for number in range(100)}) == len(Look)


def test_themes_above_each_other_in_a_ring_end() -> None:
    assert look(theme("a", broader="b"), theme("b", broader="a")) in Look


def test_covers_differ_by_title_and_weigh_next_to_nothing() -> None:
    made = {str(cover(Look.HOME, f"Kylä {number}")) for number in range(50)}
    assert len(made) == TURNS
    assert all(len(gzip.compress(one.encode())) < 150 for one in made)
    turns = {one[one.index("st-turn-") :].partition('"')[0] for one in made}
    assert {turn for turn in turns if turn != "st-turn-0" and f".{turn} {{" not in CSS} == set()


def test_a_title_cannot_write_html() -> None:
    assert "<script" not in cover(Look.HOME, '"><script>alert(1)</script>')
