"""Long words of Finnish headings break where a reader wants it, and stay the same words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seurantalo.language import TONGUES
from seurantalo.language.hyphenation import LONG_WORD, SOFT_HYPHEN, soft_hyphens

FINNISH = TONGUES["fi"]


@pytest.mark.parametrize(
    "parts",
    [
        "Kumppanuus|aamiainen",
        "Kumppanuus|aamiaisten",
        "Avaus|viikonlopun",
        "Polku|pyörä|kirppis",
        "Jää|turvallisuus|ilta",
        "nuoriso|seurantalo",
        "Joulu|laulu|ilta",
        "Pelimanni|yhdistys",
        "Moottori|kelkka|kerho",
        "satavuotis|muistot",
        "Kuuk|ke|li|ne|valle",  # Nothing known stands in it: syllables, no short ones at its ends.
        "Curitiba-vaihto",  # It breaks at its own hyphen.
        "Kesätapahtuma",  # It fits.
    ],
)
def test_words_break_between_the_parts_of_compounds(parts: str) -> None:
    assert soft_hyphens(parts.replace("|", ""), FINNISH).replace(SOFT_HYPHEN, "|") == parts


@given(
    st.text(alphabet="abcdehijklmnoprstuvyäö -", max_size=60)
    | st.text(max_size=60).filter(lambda one: "\xad" not in one)
)
def test_the_words_stay_the_same(words: str) -> None:
    found = soft_hyphens(words, FINNISH)
    assert found.replace(SOFT_HYPHEN, "") == words
    for word in re.findall(r"[^\W\d_]+", words):
        assert len(word) >= LONG_WORD or SOFT_HYPHEN not in soft_hyphens(word, FINNISH)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_other_languages_are_left_to_the_browser(language: str) -> None:
    assert soft_hyphens("Föreningsverksamhetsdagen", TONGUES[language]) == "Föreningsverksamhetsdagen"
