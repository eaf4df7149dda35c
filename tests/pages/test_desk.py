"""The page of the editor's desk."""

from __future__ import annotations

from datetime import date, datetime

from tests.pages.small_region import SITE, context, event
from tests.pages.wiki_region import EVIL, region

from seurantalo.model.text import Text
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.pages.site.desk import desk_page, desk_view


def test_a_task_says_what_since_when_whom_to_ask_and_where_to_write() -> None:
    ctx = context(*region())
    view = desk_view(ctx, "../")
    pile = next(one for one in view.piles if one.anchor == "laji-contact")
    assert pile.title == "Tarkistettavat yhteystiedot"
    row = pile.items[-1]
    assert row.record == Link("Kylän & järven seura ry", "../yhdistykset/kylaseura/")
    assert row.since == "tarkistettu 1.1.2024"
    assert row.ask.text == "Sihteeri, Kylän & järven seura ry"
    assert row.ask.href.startswith("mailto:info@example.org?subject=Onko%20yhteystieto%20yh%C3%A4%20oikea%3F%20")
    assert row.edit == f"{SITE.edit_url}content/kylaseura.md"
    assert view.jumps[0].href == f"#{view.piles[0].anchor}"


def test_ten_thousand_tasks_make_a_short_page() -> None:
    many = [event(f"j{n}", datetime(2026, 12, 1, 18)) for n in range(2_000)]
    view = desk_view(context(*region(*many)), "../")
    pile = next(one for one in view.piles if one.anchor == "laji-outcome")
    assert (len(pile.items), pile.more) == (20, int(pile.count) - 20)
    assert int(pile.count) > 2_000
    assert "ja 1\u00a0981 muuta" in desk_page(context(*region(*many))).body


def test_what_people_wrote_is_escaped() -> None:
    page = desk_page(context(*region(event("x", datetime(2026, 12, 1, 18), title=Text.plain(EVIL)))))
    assert EVIL not in page.body
    assert "&lt;script&gt;" in page.body
    assert not page.searchable


def test_a_clear_desk_says_so() -> None:
    assert "Työlista on tyhjä." in desk_page(context(today=date(2027, 1, 11))).body
