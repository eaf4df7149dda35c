"""A site that nobody builds any more says so by itself, from the fourth day on."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from tests.browser.conftest import TODAY, started

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("screen", ["phone-dark"], indirect=True)]
SENTENCE = "Päivitetty viimeksi ma 4.1.2027."
ADVICE = {
    "": "Sitä uudempia tietoja voi puuttua.",
    "kalenteri/": "Sitä uudempia tietoja voi puuttua.",
    "tyopoyta/": "Sivuston yöllinen päivitys on pysähtynyt. Avaa GitHubissa Actions, sitten ”Yö”, ja paina Enable "
    "workflow ja Run workflow.",
}
LATE = datetime.fromisoformat(f"{TODAY}T23:30").replace(tzinfo=ZoneInfo("Europe/Helsinki"))


@pytest.mark.parametrize("location", ADVICE)
def test_the_fourth_day_is_told_and_the_third_is_not(page: Page, site: Site, location: str) -> None:
    note = page.locator("[data-built]")
    for days, shown in ((0, False), (3, False), (4, True), (40, True)):
        page.clock.set_fixed_time(LATE + timedelta(days=days))
        page.goto(site.address + location)
        started(page, "today.js")
        assert note.is_visible() is shown, days
    assert note.inner_text() == f"{SENTENCE} {ADVICE[location]}"
