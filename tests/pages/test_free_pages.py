"""Free days: a page and a file for each municipality, which agree with what the planner ranks."""

from __future__ import annotations

import json
import re
from datetime import date, datetime

import pytest
from tests.pages.small_region import TODAY, context, event, places, rich_records, text
from tests.pages.test_calendar_pages import Balance

from seurantalo.model.event import Format, Weight
from seurantalo.model.record import Kind
from seurantalo.planner.free import Wish
from seurantalo.publishing.pages.calendar.free.files import free_files
from seurantalo.publishing.pages.calendar.free.grid import span_of
from seurantalo.publishing.pages.calendar.free.page import free_index, free_pages
from seurantalo.publishing.pages.people.municipality import municipality_pages
from seurantalo.publishing.pages.shared.context import PageContext

CELL = re.compile(r'<td data-day="([\d-]+)"[^>]*><(?:a|span) class="st-mark st-mark--(\w+)"')


def region() -> PageContext:
    return context(
        *rich_records(),
        event("kevat", datetime(2027, 5, 22, 18), venue="seurala"),
        event("markkinat", datetime(2027, 7, 3, 10), stated_weight=Weight.MAJOR),
        event("nayttely", date(2027, 6, 1), date(2027, 6, 20), format=Format.EXHIBITION),
    )


def body(ctx: PageContext, name: str = "vimpeli") -> str:
    return next(page.body for page in free_pages(ctx) if page.address == f"vapaat-paivat/{name}/")


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_pages_are_whole_in_every_language(lang: str) -> None:
    ctx = context(*rich_records(), lang=lang)
    for page in (free_index(ctx), *free_pages(ctx)):
        balance = Balance()
        balance.feed(page.body)
        assert balance.open == []
        assert len(balance.ids) == len(set(balance.ids))
        assert page.body.count("<h1") == 1


def test_the_page_covers_twelve_months_and_grades_as_the_planner_does() -> None:
    ctx = region()
    first, last = span_of(TODAY)
    assert (first, last) == (date(2027, 1, 1), date(2027, 12, 31))
    shown = dict(CELL.findall(body(ctx)))
    ranked = ctx.free_dates.rank(Wish(municipality="vimpeli", first=TODAY, last=last))
    assert shown == {rated.day.isoformat(): rated.grade.value for rated in ranked}
    assert {"free", "quiet", "avoid"} <= set(shown.values())


def test_every_mark_that_is_a_link_leads_to_its_reasons() -> None:
    html = body(region())
    targets = set(re.findall(r'href="#(p-[\d-]+)"', html))
    assert targets == set(re.findall(r'<li id="(p-[\d-]+)" data-against', html))
    assert "p-2027-05-22" in targets


def test_the_file_tells_the_same_days() -> None:
    ctx = region()
    files = {file.path: json.loads(file.content) for file in free_files(ctx)}
    assert sorted(files) == [f"vapaat-paivat/{name}/vapaat.json" for name in sorted(ctx.community.municipalities)]
    told = files["vapaat-paivat/vimpeli/vapaat.json"]
    assert set(told["days"]) == set(re.findall(r'data-against="([\d-]+)"', body(ctx)))
    assert told["from"] == TODAY.isoformat()
    assert told["grades"] == {"free": 0, "quiet": 2, "possible": 5}
    assert {"kind", "text", "event", "municipality", "audiences"} <= told["days"]["2027-05-22"][0].keys()
    assert [file.content for file in free_files(ctx)] == [file.content for file in free_files(region())]


def test_a_municipality_without_anything_has_its_holidays_only() -> None:
    html = body(context(*places()))
    assert "2027-12-06" in re.findall(r'data-against="([\d-]+)"', html)
    assert 'data-kind="event"' not in html


def test_municipalities_lead_to_their_free_days() -> None:
    ctx = region()
    pages = {page.address: page.body for page in municipality_pages(ctx)}
    for name in ctx.community.by_kind[Kind.MUNICIPALITY]:
        assert f'href="../../vapaat-paivat/{name}/"' in pages[f"kunnat/{name}/"]
        assert f'href="../vapaat-paivat/{name}/"' in free_index(ctx).body


def test_hostile_names_stay_words() -> None:
    evil = "<script>alert(1)</script>\"'&"
    ctx = context(*rich_records(), event("paha", datetime(2027, 5, 22, 18), title=text(evil), venue="seurala"))
    for page in free_pages(ctx):
        assert "<script" not in page.body
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&#34;&#39;&amp;" in body(ctx)
