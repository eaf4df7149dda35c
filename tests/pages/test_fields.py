"""The page of fields."""

from __future__ import annotations

from tests.pages.small_region import context

from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.pages.site.fields import ChoiceRow, FieldRow, FieldTable, field_tables, fields_page

TABLES = (
    FieldTable(
        title="Tapahtuma",
        place="events/**/*.yml",
        rows=(
            FieldRow(fi=("otsikko", "nimi"), sv=("titel",), en=("title",), shape="lyhyt teksti", required=True),
            FieldRow(
                fi=("muoto",), en=("format",), shape="valinta", choices=(ChoiceRow(fi=("retki",), en=("trip",)),)
            ),
            FieldRow(fi=("toteutuma",), en=("outcome",), shape="osa", part="Toteutuma"),
            FieldRow(en=("uid",), shape="<rivi>", part="Ei ole"),
        ),
    ),
    FieldTable(title="Toteutuma", rows=(FieldRow(fi=("osallistujia",), shape="luku", many=True),)),
)


def test_fields_stand_under_the_readers_names() -> None:
    title, form, outcome, uid = field_tables(context(), TABLES)[0].rows
    assert (title.name, title.also, title.others) == ("otsikko", "nimi", (("sv", "titel"), ("en", "title")))
    assert form.choices == ("retki",)
    assert outcome.part == Link("Toteutuma", "#kentat-toteutuma")
    assert (uid.name, uid.part) == ("uid", None)


def test_another_language_turns_the_names_round() -> None:
    title, form, *_ = field_tables(context(lang="sv"), TABLES)[0].rows
    assert (title.name, title.others) == ("titel", (("fi", "otsikko"), ("en", "title")))
    assert (form.name, form.choices) == ("format", ("trip",))


def test_the_page_escapes_and_has_an_anchor_for_each_table() -> None:
    page = fields_page(context(), TABLES)
    assert "&lt;rivi&gt;" in page.body
    assert [heading.id for heading in page.headings] == ["kentat-tapahtuma", "kentat-toteutuma"]
    assert 'id="kentat-toteutuma"' in page.body
    assert '<span class="st-badge st-badge--info">pakollinen</span>' in page.body
