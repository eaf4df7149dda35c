"""Numbers and addresses of people go into no public field: the text is taken without them, and that is said."""

from __future__ import annotations

import pytest
from tests.receiving.pasted.region import TABLES, TODAY

from seurantalo.reading.personal.data import personal_data
from seurantalo.receiving.pasted import read_pasted

SPELLINGS = (
    *("p. 040 123 4567", "puh. 0401234567", "040-1234567", "040/123 4567", "050.123.4567", "+358 40 123 4567"),
    *(
        "06 123 4567",
        "06-123 4567",
        "(06) 123 4567",
        "0800 123 45",
        "GSM:045/1234567",
        "puh. 123 4567",
        "tel 018 12345",
    ),
    *("sihteeri@example.org", "sihteeri (at) example.org", "sihteeri[at]example.org", "sihteeri at example piste fi"),
    *("Maija Mallila 040 123 4567", "Maija, p. 0400 123 456 tai 050 765 4321", "310570-9015"),
)
PLACES = (
    "Tanssit la 12.6. klo 18 Rauhalassa. Lisätietoja: {}. Tervetuloa!",
    "Tanssit la 12.6. klo 18 Rauhalassa. Ilmoittautumiset 1.6. mennessä, {}",
    "Tanssit\nla 12.6. klo 18\nPaikka: Rauhala\nTiedustelut {}\nLiput 5 €",
)


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("place", PLACES)
def test_what_is_private_is_left_out_and_the_rest_is_read(place: str, spelling: str) -> None:
    found = read_pasted(place.format(spelling), TODAY, "fi", TABLES)
    texts = [found.values["description"], found.values.get("registration", {}).get("text", ""), found.values["title"]]

    assert [one.piece for text in texts for one in personal_data(text)] == []
    assert "Maija" not in " ".join(texts)
    assert "private" in found.notes
    assert (found.values["title"], found.values["starts"], found.values["venue"]) == (
        "Tanssit",
        "2027-06-12T18:00",
        "rauhala",
    )


@pytest.mark.parametrize(
    "words", ["klo 09-12", "09.05.2027", "5.-6.6.2027", "10/5 €", "62800 Vimpeli", "viikot 34-48"]
)
def test_other_numbers_stay(words: str) -> None:
    found = read_pasted(f"Tanssit Rauhalassa. {words}", TODAY, "fi", TABLES)

    assert "private" not in found.notes
    assert words in found.values["description"]
