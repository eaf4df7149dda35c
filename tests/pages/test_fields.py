"""The page of fields."""

from __future__ import annotations

import pytest
from tests.pages.small_region import context

from seurantalo.language import LANGUAGES, language
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.pages.site.fields import FieldTableView, FieldView, field_tables, fields_page


def tables(code: str) -> dict[str, FieldTableView]:
    return {table.title: table for table in field_tables(language(code))}


def rows(code: str, title: str) -> dict[str, FieldView]:
    return {row.name: row for row in tables(code)[title].items}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_kind_of_file_and_every_part_has_its_table(code: str) -> None:
    found = field_tables(language(code))
    assert len({table.title for table in found}) == len({table.anchor for table in found}) == len(found) > 16
    assert all(row.name and row.shape and len(row.others) == 2 for table in found for row in table.items)
    linked = {row.part.href for table in found for row in table.items if row.part}
    assert linked == {f"#{table.anchor}" for table in found if not table.place}


def test_fields_stand_under_the_readers_names() -> None:
    event = rows("fi", "Tapahtuma")
    title = event["otsikko"]
    assert (title.also, title.required, title.many) == ("nimi", True, False)
    assert title.others == (("sv", "titel"), ("en", "title"))
    assert "retki" in event["muoto"].choices
    assert event["toteutuma"].part == Link("Toteutuma", "#kentat-toteutuma")
    assert event["kalenteritunnus"].part is None
    assert tables("fi")["Tapahtuma"].place == "events/**/*.yml, *.md"


def test_another_language_turns_the_names_round() -> None:
    event = rows("sv", "Evenemang")
    assert event["titel"].others == (("fi", "otsikko"), ("en", "title"))
    assert "utflykt" in event["form"].choices
    assert rows("en", "Event")["title"].others == (("fi", "otsikko"), ("sv", "titel"))


def test_what_to_write_is_said_of_a_field_or_else_of_its_type() -> None:
    event = rows("fi", "Tapahtuma")
    assert event["kuukausi"].shape == "kuukausi: 5/2027"
    assert event["hinta"].shape == "lyhyt teksti"
    assert "paikka" in event["paikka"].shape


def test_the_page_has_an_anchor_for_each_table() -> None:
    page = fields_page(context())
    assert [heading.id for heading in page.headings][:2] == ["kentat-tapahtuma", "kentat-yhdistys-tai-muu-toimija"]
    assert 'id="kentat-toteutuma"' in page.body
    assert '<span class="st-badge st-badge--info">pakollinen</span>' in page.body
