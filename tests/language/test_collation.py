"""Finnish and Swedish alphabetical order without the machine's locale."""

from __future__ import annotations

import pytest

from seurantalo.language.collation import by_initial, initial, sort_key


def test_letters_of_our_own_come_after_z() -> None:
    names = ["Öja", "zeta", "Ähtäri", "Åbo", "Alajärvi", "Übersee", "Yläneen", "élan", "Evijärvi", "Soini"]
    assert sorted(names, key=sort_key) == [
        *("Alajärvi", "élan", "Evijärvi", "Soini", "Übersee", "Yläneen", "zeta", "Åbo", "Ähtäri", "Öja"),
    ]


def test_numbers_sort_by_their_worth_and_signs_do_not_count() -> None:
    assert sorted(["Vaihe 10", "Vaihe 9", "”Vaihe” 2"], key=sort_key) == ["”Vaihe” 2", "Vaihe 9", "Vaihe 10"]


@pytest.mark.parametrize(("words", "letter"), [("äiti", "Ä"), ("Élan", "E"), ("4H", "#"), ("", "#"), ("”Öljy”", "Ö")])
def test_the_letter_of_a_word(words: str, letter: str) -> None:
    assert initial(words) == letter


def test_groups_by_letter() -> None:
    words = ("Öljy", "4H", "arki", "Aalto", "Äiti")
    assert by_initial((word, word.upper()) for word in words) == (
        ("#", ("4H",)),
        ("A", ("AALTO", "ARKI")),
        ("Ä", ("ÄITI",)),
        ("Ö", ("ÖLJY",)),
    )
