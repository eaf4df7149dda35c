"""The block as HTML: hostile words stay words, addresses become links, and spaces inside dates do not break."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seurantalo.announcing.texts.fragment import fragment, unbroken
from seurantalo.language import language

FI = language("fi")
TAGS = {"h3", "p", "br", "a"}


class Reader(HTMLParser):
    """Gathers tags and words."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.words += data


def read(made: str) -> Reader:
    reader = Reader()
    reader.feed(made)
    reader.close()
    return reader


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_whatever_is_written_stays_words(words: str) -> None:
    found = read(fragment([(words, (words,))], FI))
    assert found.tags <= TAGS
    assert all(link.startswith(("http://", "https://")) for link in found.links)
    assert found.words.replace("\u00a0", " ").split() == f"{words}\n{words}".replace("\u00a0", " ").split()


def test_an_address_is_a_link_without_the_point_behind_it() -> None:
    made = fragment([("", ("Lisää: https://a.example.org/x?y=1&z=2. Tule!", "javascript:alert(1)"))], FI)
    assert read(made).links == ["https://a.example.org/x?y=1&z=2"]
    assert '"https://a.example.org/x?y=1&amp;z=2" rel="noopener"' in made


def test_lines_of_an_entry_and_its_paragraphs() -> None:
    made = fragment([("", ("Nimi\nLa 29.5. klo 11–15\n\nVirke.",))], FI)
    assert made.replace("\u00a0", " ") == "<p>Nimi<br>\nLa 29.5. klo 11–15</p>\n<p>Virke.</p>"


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Maanantai 24.5.", "Maanantai_24.5."),
        ("la 29.5. klo 11–15", "la_29.5. klo_11–15"),
        ("6 km 15 €, 23 km 30 €", "6_km 15_€, 23_km 30_€"),
        ("pe 14.5. klo 18 – la 15.5. klo 10", "pe_14.5. klo_18_– la_15.5. klo_10"),
        ("Matkaa 1 200 m", "Matkaa 1_200_m"),
        ("Tule 5 minuutissa", "Tule 5 minuutissa"),
    ],
)
def test_spaces_that_do_not_break(words: str, kept: str) -> None:
    assert unbroken(words, FI).replace("\u00a0", "_") == kept
