"""The pages of weeks, what a day folds to a line, and what is said once for all events."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from tests.pages.small_region import TODAY, context, event, places, weekly

from seurantalo.publishing.addresses import week_address
from seurantalo.publishing.pages.calendar.month import month_pages
from seurantalo.publishing.pages.calendar.week import AFTER, BEFORE, shown_weeks, week_pages
from seurantalo.publishing.pages.site.front_page import front_page


def bodies(*records: object, lang: str = "fi") -> dict[str, str]:
    return {page.address: page.body for page in week_pages(context(*records, lang=lang))}  # type: ignore[arg-type]


def test_a_week_is_named_by_the_year_of_its_thursday() -> None:
    days = (date(2026, 12, 31), date(2027, 1, 3), date(2027, 1, 4))
    assert [week_address(*day.isocalendar()[:2]) for day in days] == [
        "kalenteri/2026-vko53/",
        "kalenteri/2026-vko53/",
        "kalenteri/2027-vko01/",
    ]


def test_weeks_with_pages_are_unbroken_and_within_reach() -> None:
    monday = TODAY - timedelta(days=TODAY.weekday())
    far = [monday + timedelta(weeks=n) for n in (-BEFORE - 1, -BEFORE, 9, AFTER + 1)]
    weeks = shown_weeks(far, TODAY)
    assert (weeks[0], weeks[-1]) == (far[1], far[2])
    assert {later - earlier for earlier, later in pairwise(weeks)} == {timedelta(weeks=1)}
    assert shown_weeks([], TODAY) == (monday, monday + timedelta(weeks=1))


def test_a_week_shows_its_days_and_leads_to_those_around_it() -> None:
    found = bodies(*places(), event("ilta", datetime(2027, 1, 20, 18)), event("aamu", date(2027, 2, 3)))
    assert list(found) == [f"kalenteri/2027-vko{n:02}/" for n in (2, 3, 4, 5)]
    body = found["kalenteri/2027-vko03/"]
    assert "<h1>Viikko 3</h1>" in body
    assert "ma–su 18.–24.1.2027" in body
    assert re.findall(r'<div><p><a href="([^"]+)"', body) == ["../../tapahtumat/ilta/"]
    assert re.findall(r'rel="(prev|next)" href="([^"]+)"', body) == [
        ("prev", "../../kalenteri/2027-vko02/"),
        ("next", "../../kalenteri/2027-vko04/"),
    ]
    assert '<a href="../../kalenteri/2027-01/">Tammikuu 2027</a>' in body
    assert "Tälle viikolle ei ole vielä merkitty tapahtumia." in found["kalenteri/2027-vko04/"]


def test_a_week_leads_to_those_of_its_months_that_have_pages() -> None:
    """January and the next month have; between March and autumn are more months than a short gap."""
    found = bodies(*places(), event("talvi", date(2027, 3, 30)), event("syksy", date(2027, 9, 15)))
    months = {
        page.address
        for page in month_pages(
            context(*places(), event("talvi", date(2027, 3, 30)), event("syksy", date(2027, 9, 15)))
        )
    }
    led = {address: re.findall(r'href="../../(kalenteri/\d{4}-\d\d/)"', body) for address, body in found.items()}
    assert {one for each in led.values() for one in each} <= months
    assert led["kalenteri/2027-vko13/"] == ["kalenteri/2027-03/"]
    assert led["kalenteri/2027-vko25/"] == []


def test_what_began_before_a_week_is_folded_to_a_line() -> None:
    body = bodies(*places(), event("nayttely", date(2027, 1, 14), date(2027, 1, 30)))["kalenteri/2027-vko03/"]
    assert "<summary>Jo käynnissä: 1</summary>" in body
    assert body.count("tapahtumat/nayttely/") == 1


@pytest.mark.parametrize(("groups", "folded"), [(1, []), (3, ["3 viikkoryhmää"])])
def test_several_weekly_groups_of_a_day_are_folded_to_a_line(groups: int, folded: list[str]) -> None:
    clubs = [weekly(f"kerho-{n}") for n in range(groups)]
    body = bodies(*places(), *clubs, event("ilta", datetime(2027, 1, 12, 18)))["kalenteri/2027-vko02/"]
    assert re.findall("<summary>([^<]+)</summary>", body) == folded
    assert body.count('<li class="st-event') == groups + 1


def test_a_month_leads_to_its_weeks() -> None:
    pages = {page.address: page.body for page in month_pages(context(*places(), event("ilta", date(2027, 1, 20))))}
    body = pages["kalenteri/2027-01/"]
    assert re.findall(r'scope="row">(?:<a href="([^"]+)">)?', body) == [
        "",
        "",
        "../../kalenteri/2027-vko02/",
        "../../kalenteri/2027-vko03/",
        "",
    ]


@pytest.mark.parametrize("real", [False, True])
def test_examples_are_said_once_where_all_are(real: bool) -> None:
    examples = [replace(event(f"ilta-{n}", datetime(2027, 1, 13, 18)), demo=True) for n in range(3)]
    ctx = context(*places(), *examples, *([event("oma", datetime(2027, 1, 14, 18))] if real else []))
    for page in (front_page(ctx), *week_pages(ctx), *month_pages(ctx)):
        if "tapahtumat/ilta-0/" in page.body:
            assert page.body.count("Nämä tapahtumat ovat esimerkkejä.") == (not real), page.address
            assert page.body.count("st-badge--demo") == (3 if real else 0), page.address


def test_a_week_that_is_over_is_told_in_brief() -> None:
    monday = TODAY - timedelta(days=TODAY.weekday())
    days = {one: datetime(one.year, one.month, one.day, 18) for one in (monday - timedelta(days=1), monday)}
    found = bodies(*places(), *(event(f"ilta-{day}", starts) for day, starts in days.items()))
    brief = {day: '<ul class="st-brief">' in found[week_address(*day.isocalendar()[:2])] for day in days}
    assert list(brief.values()) == [True, False]
    assert all(f"tapahtumat/ilta-{day}/" in found[week_address(*day.isocalendar()[:2])] for day in days)
