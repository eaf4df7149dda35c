"""What is proposed on a page of another language than the site's main one: its texts say in which they are."""

from __future__ import annotations

from typing import Any

from tests.browser_modules import in_node

from seurantalo.model.record import Kind
from seurantalo.proposing.new_file import file_text
from seurantalo.proposing.tables import text_tables

TABLES = text_tables([Kind.EVENT, Kind.ORGANISATION], "fi")
EVENT = {"title": "Skidutflykt", "starts": "2027-02-20", "organisers": ["kyla"], "description": "Vi åker skidor."}


def spoken(
    kind: str, values: dict[str, Any], stood: dict[str, Any] | None = None, code: str = "sv"
) -> dict[str, Any]:
    fields = TABLES["kinds"][kind]["fields"]
    found: dict[str, Any] = in_node("spoken.js", "spoken", [[values, stood, fields, code, "fi"]])[0]
    return found


def test_new_texts_say_their_language_and_the_file_is_in_the_words_of_the_site() -> None:
    found = spoken("event", EVENT)
    assert found == {**EVENT, "title": {"sv": "Skidutflykt"}, "description": {"sv": "Vi åker skidor."}}
    text = in_node("file-text.js", "fileText", [["event", found, TABLES]])[0]
    assert text == file_text("event", found, TABLES)
    assert text == (
        "otsikko:\n  sv: Skidutflykt\nalkaa: 20.2.2027\nkuvaus:\n  sv: |\n    Vi åker skidor.\njärjestäjä: kyla\n"
    )


def test_names_and_what_stood_there_stay_as_they_are() -> None:
    assert spoken("organisation", {"name": "Byns förening"}) == {"name": "Byns förening"}
    assert spoken("event", {"title": "Hiihto"}, {"title": "Hiihtoretki"}) == {"title": "Hiihto"}
    both = {"title": {"fi": "Hiihto", "sv": "Skidor"}}
    assert spoken("event", both, {}) == both


def test_the_main_language_is_not_said() -> None:
    assert spoken("event", EVENT, code="fi") == EVENT
