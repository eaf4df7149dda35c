"""Free days in a browser: a choice weighs the days anew, exactly as the command does."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.cli.conftest import seurantalo

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.conftest import Accessibility, OpenPage, Screen, Site

LOCATION = "vapaat-paivat/vimpeli/"
MARKS = """() => Object.fromEntries([...document.querySelectorAll('td[data-day]:not(.st-free__other)')].map(
    (cell) => [cell.dataset.day, cell.firstElementChild.className.replace('st-mark st-mark--', '')]))"""
TODAY, LAST = date(2027, 1, 4), date(2027, 12, 31)


def grades(*wish: str) -> dict[str, str]:
    """What the command says of every day."""
    arguments = ("free", "--municipality", "vimpeli", "--to", LAST.isoformat(), "--most", "0", "--format", "json")
    told = json.loads(seurantalo(*arguments, *wish).out)
    return {day["date"]: day["grade"] for day in told["days"]}


@pytest.mark.parametrize("screen", ["desktop-light"], indirect=True)
@pytest.mark.parametrize(
    ("choice", "wish"),
    [
        ({}, ()),
        ({"viikonpaiva": "6"}, ("--weekday", "la")),
        ({"kenelle": "lapset"}, ("--audience", "lapset")),
        ({"kenelle": "kaikki", "viikonpaiva": "5"}, ("--audience", "kaikki", "--weekday", "pe")),
        ({"paikka": "Savonjärven kylätalo"}, ("--venue", "savonjarven-kylatalo")),
    ],
)
def test_days_are_weighed_as_the_command_weighs_them(
    page: Page, site: Site, choice: dict[str, str], wish: tuple[str, ...]
) -> None:
    page.goto(site.address + LOCATION)
    page.locator("form[data-free]").wait_for()
    for name, value in choice.items():
        select = page.locator(f"select[name={name}]")
        if name == "paikka":
            select.select_option(label=value)
        else:
            select.select_option(value)
    expected = grades(*wish)
    assert page.evaluate(MARKS) == expected
    free = sum(grade == "free" for grade in expected.values())
    assert str(free) in page.locator("form[data-free] [role=status]").inner_text()
    named = page.locator(".st-next time").evaluate_all("all => all.map((one) => one.dateTime)")
    assert named
    assert all(expected[day] == "free" for day in named)
    if choice:
        assert all(f"{name}=" in page.url for name in choice)
    page.locator("form[data-free] [type=reset]").click()
    page.wait_for_function("() => !location.search")
    assert page.evaluate(MARKS) == grades()


def test_the_wall_is_whole_without_scripts(open_page: OpenPage, screen: Screen, site: Site) -> None:
    page = open_page(screen, scripts=False)
    page.goto(site.address + LOCATION)
    assert page.locator("form[data-free]").is_hidden()
    assert page.locator("td[data-day]").count() == (LAST - TODAY + timedelta(days=1)).days
    assert page.locator(".st-next time").count() > 20


def test_the_page_is_accessible_and_fits(page: Page, site: Site, accessibility: Accessibility) -> None:
    page.goto(site.address + LOCATION)
    page.locator("form[data-free]").wait_for()
    assert accessibility(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("screen", ["desktop-light"], indirect=True)
def test_twelve_months_are_one_sheet(page: Page, site: Site) -> None:
    page.goto(site.address + LOCATION)
    paper = page.pdf(prefer_css_page_size=True)
    pages, landscape = len(re.findall(rb"/Type /Page\b", paper)), b"/MediaBox [0 0 841.9" in paper
    assert (pages, landscape) == (1, True)
