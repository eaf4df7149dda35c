"""Free days: a page and files for each municipality, which agree with what the planner ranks."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from html import unescape
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from tests.pages.small_region import TODAY, context, event, places, rich_records, text
from tests.pages.test_calendar_pages import Balance

from seurantalo.model.event import EventStatus, Format, Weight
from seurantalo.model.record import Kind
from seurantalo.model.recurrence import Frequency, Recurrence
from seurantalo.planner.free import Wish
from seurantalo.publishing.pages.calendar.free.files import free_files
from seurantalo.publishing.pages.calendar.free.grid import span_of
from seurantalo.publishing.pages.calendar.free.page import free_index, free_pages
from seurantalo.publishing.pages.calendar.free.schema import SCHEMAS
from seurantalo.publishing.pages.people.municipality import municipality_pages
from seurantalo.publishing.pages.shared.context import PageContext

CELL = re.compile(r'<td><(?:a|b)(?: class="st-mark--(\w+)")?[^>]*>(\d+)<')


def cells(html: str) -> dict[str, str]:
    """The grade of each day."""
    return {
        f"{month}-{int(day):02}": grade or "free"
        for month, table in re.findall(r'<caption id="k-([\d-]+)">(.*?)</table>', html, re.DOTALL)
        for grade, day in CELL.findall(table)
    }


def region() -> PageContext:
    return context(
        *rich_records(),
        event("kevat", datetime(2027, 5, 22, 18), venue="seurala"),
        event("markkinat", datetime(2027, 7, 3, 10), datetime(2027, 7, 3, 20), stated_weight=Weight.MAJOR),
        event("nayttely", date(2027, 6, 1), date(2027, 6, 20), format=Format.EXHIBITION, venue="seurala"),
        event(
            "kuoro",
            datetime(2027, 8, 3, 18),
            datetime(2027, 8, 3, 20),
            venue="seurala",
            room="sali",
            repeats=Recurrence(frequency=Frequency.WEEKLY, count=4),
        ),
        event("varaus", datetime(2027, 10, 1, 18), venue="seurala", status=EventStatus.TENTATIVE),
        event("peruttu", datetime(2027, 10, 8, 18), venue="seurala", status=EventStatus.CANCELLED),
        event("yo", datetime(2027, 10, 30, 21), datetime(2027, 10, 31, 4), venue="seurala"),
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


def test_the_page_covers_twelve_months_and_grades_evenings_as_the_planner_does() -> None:
    ctx = region()
    first, last = span_of(TODAY)
    assert (first, last) == (date(2027, 1, 1), date(2027, 12, 31))
    shown = cells(body(ctx))
    ranked = ctx.free_dates.rank(Wish(municipality="vimpeli", first=TODAY, last=last))
    soon = {(TODAY + timedelta(days=n)).isoformat(): "soon" for n in range(7)}
    assert shown == {rated.day.isoformat(): rated.grade.value for rated in ranked} | soon
    assert {"free", "quiet", "avoid"} <= set(shown.values())


def test_each_mark_of_a_cell_stands_in_the_legend_in_the_same_words() -> None:
    html = body(region())
    found = re.findall(r'<td><(?:a|b)(?: class="st-mark--(\w+)")?[^>]*>\d+<i>: ([^<]+)<', html)
    marks = {(mark or "free", words) for mark, words in found}
    legend = re.findall(
        r'<li([^>]*)><span class="st-mark st-mark--(\w+)" aria-hidden="true">14</span> <span><strong>([^<]+)<', html
    )
    shown = {(mark, words) for hidden, mark, words in legend if not hidden}
    assert marks
    assert marks <= shown
    # What has no word is what the list of the marks begins with.
    assert re.search(r"<td><b>\d+</b></td>", html)
    assert re.search(
        r'aria-label="[^"]+ tuleva päivä, jonka kohdalla ei ole sanaa, on vapaa">\n<li><span class="[^"]+free"', html
    )
    # Without a place nothing can be taken or held.
    assert {mark for hidden, mark, _ in legend if hidden} == {"taken", "held"}
    assert {mark for mark, _ in shown} == {"free", "quiet", "possible", "avoid", "soon"}


def test_the_number_of_a_week_is_the_heading_of_its_row_even_before_an_empty_day() -> None:
    html = body(region())
    assert "<tr><th>53</th><td></td>" not in html
    assert '<tr><th scope="row">53</th><td></td>' in html
    assert re.search(r"<tr><th>1</th><td\b", html)


def test_nothing_is_too_soon_where_the_site_wants_no_time_to_prepare() -> None:
    ctx = region()
    html = body(replace(ctx, settings=replace(ctx.settings, free_lead_days=0)))
    assert "st-mark--soon" not in html
    assert TODAY.isoformat() in cells(html)


def test_the_words_of_answers_are_one_file_of_all_municipalities() -> None:
    ctx = region()
    assert 'data-words="../sanat.json"' in body(ctx)
    words = files(ctx)["sanat.json"]
    assert words["grades"]["free"] == "vapaa"
    assert words["grades"]["unasked"] == "ei kysytty"
    assert words["most"] == {"free": 6, "quiet": 3}
    assert "lost" not in words


def test_every_mark_that_is_a_link_leads_to_what_is_on() -> None:
    html = body(region())
    targets = set(re.findall(r'href="#((?:p|ryhmat)-[\d-]+)"', html))
    assert targets <= set(re.findall(r'<(?:li|tr) id="((?:p|ryhmat)-[\d-]+)"', html))
    # A weekly group alone is told in the table of groups.
    assert {"p-2027-05-22", "ryhmat-2"} <= targets
    assert "p-2027-08-10" not in html


def test_weekly_groups_of_the_evening_are_told_by_day_of_the_week() -> None:
    html = body(region())
    row = html.partition('id="ryhmat-2"')[2].partition("</tr>")[0]
    assert re.sub(r"<[^>]+>", "", row).replace("\n", "").endswith("tiistaiKuoro klo 18–20, Seurala, 3.–24.8.2027")


def test_the_next_free_evening_of_each_place_is_told() -> None:
    ctx = context(*rich_records(), event("kokous", datetime(2027, 1, 19, 18), venue="seurala"))
    table = body(ctx).partition("st-free__places")[2].partition("</table>")[0]
    days = re.findall(r"paiva=([\d-]+)", table)
    assert days[:3] == ["2027-01-18", "2027-01-26", "2027-01-20"]


def files(ctx: PageContext) -> dict[str, Any]:
    return {file.path.removeprefix("vapaat-paivat/"): json.loads(file.content) for file in free_files(ctx)}


def test_each_next_free_day_opens_the_form_with_its_day_and_municipality_or_place() -> None:
    addresses = [unescape(each) for each in re.findall(r'href="([^"]*ehdota/tapahtuma/#[^"]*)"', body(region()))]
    filled = [dict(parse_qsl(urlsplit(each).fragment, strict_parsing=True)) for each in addresses]
    assert {tuple(each) for each in filled} == {("kunta", "paiva"), ("paikka", "paiva")}
    assert {each["kunta"] for each in filled if "kunta" in each} == {"vimpeli"}
    assert all(date.fromisoformat(each["paiva"]) > TODAY for each in filled)


def test_files_keep_their_schemas_and_cover_the_page() -> None:
    found = files(region())
    assert sorted(path for path in found if "/" in path) == ["soini/vapaat.json", "vimpeli/vapaat.json"]
    for path, content in found.items():
        if "/" in path:
            schema = found[content["$schema"].removeprefix("../")]
            checker = Draft202012Validator(schema, format_checker=FormatChecker())
            assert [f"{path}: {error.json_path} {error.message}" for error in checker.iter_errors(content)] == []
        else:
            Draft202012Validator.check_schema(content)
    index = found["vimpeli/vapaat.json"]
    assert (index["from"], index["to"]) == (TODAY.isoformat(), "2027-12-31")
    assert all(index["from"] <= day <= index["to"] for day in index["days"])


def test_every_property_of_the_schemas_is_used() -> None:
    found = files(region())
    used = {name for date in found["vimpeli/vapaat.json"]["dates"] for name in date}
    assert set(SCHEMAS["vapaat"]["properties"]["dates"]["items"]["properties"]) <= used
    assert set(SCHEMAS["vapaat"]["properties"]) == set(found["vimpeli/vapaat.json"])


def test_a_date_is_told_with_its_hours_and_its_room() -> None:
    year = files(region())["vimpeli/vapaat.json"]
    dates = {date["event"]: date for date in year["dates"]}
    assert dates["varaus"] == {
        "event": "varaus",
        "text": "”Varaus” klo 18",
        "starts": "2027-10-01T18:00+03:00",
        "ends": "2027-10-01T20:00+03:00",
        "venue": "seurala",
        "tentative": True,
    }
    # The clocks go back that night.
    assert (dates["yo"]["starts"], dates["yo"]["ends"]) == ("2027-10-30T21:00+03:00", "2027-10-31T04:00+02:00")
    assert "peruttu" not in dates
    [number] = [one["date"] for one in year["days"]["2027-08-10"]]
    assert year["dates"][number]["room"] == "sali"


def test_the_same_region_gives_the_same_bytes() -> None:
    assert [file.content for file in free_files(region())] == [file.content for file in free_files(region())]


def test_a_municipality_without_anything_has_its_holidays_only() -> None:
    html = body(context(*places()))
    assert "p-2027-12-06" in re.findall(r'<li id="([^"]+)"', html)
    assert 'href="../../tapahtumat/' not in html


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
