"""Nothing is hidden: every system of the site is reached from the front page in three clicks, by its plain links.

The links are those in the pages' HTML, so a reader without JavaScript goes the same way.
"""

from __future__ import annotations

import re
from collections import deque
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from tests.browser.conftest import Site

from seurantalo.model.record import Kind
from seurantalo.publishing import addresses

if TYPE_CHECKING:
    from pathlib import Path

CLICKS = 3
_LINK = re.compile(r"""<a\b[^>]*?\shref=(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
_BASE = "https://talo.example/"

#: Pages that exist once.
ALONE = (
    addresses.CALENDAR,
    addresses.CLASHES,
    addresses.FREE,
    addresses.PENDING,
    addresses.SUBSCRIBE,
    addresses.YEARS,
    addresses.METHODS,
    addresses.DESK,
    addresses.DIRECTORY,
    addresses.IDEA_OUTCOMES,
    addresses.BUDGETING,
    addresses.GLOSSARY,
    "ohjeet/kentat/",
)
#: Folders whose every page must be near, beside those of all kinds of record.
FOLDERS = (addresses.DIRECTORY, addresses.IDEA_OUTCOMES)


def clicks(folder: Path, start: str = "") -> dict[str, int]:
    """How many clicks every page and file of a built site is away from its front page."""
    away = {start: 0}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        path = folder / here / "index.html" if not here or here.endswith("/") else folder / here
        if path.suffix != ".html" or not path.is_file():
            continue
        for found in _LINK.finditer(path.read_text(encoding="utf-8")):
            address = urldefrag(urljoin(_BASE + here, unescape(next(filter(None, found.groups()), ""))))[0]
            target = unquote(address.removeprefix(_BASE).partition("?")[0])
            if address.startswith(_BASE) and target not in away:
                away[target] = away[here] + 1
                waiting.append(target)
    return away


@pytest.fixture(scope="module")
def away(site: Site) -> dict[str, int]:
    return clicks(site.folder)


def too_far(site: Site, away: dict[str, int], folder: str) -> dict[str, int | None]:
    pages = [location for location in site.locations if location.startswith(folder)]
    assert pages, f"nothing is built in {folder}"
    return {location: away.get(location) for location in pages if away.get(location, CLICKS + 1) > CLICKS}


@pytest.mark.parametrize("address", ALONE)
def test_a_page_that_exists_once_is_near(away: dict[str, int], address: str) -> None:
    assert away.get(address, CLICKS + 1) <= CLICKS - 1


@pytest.mark.parametrize("kind", [kind for kind in addresses.FOLDERS if kind is not Kind.EVENT])
def test_every_record_with_a_page_is_near(site: Site, away: dict[str, int], kind: Kind) -> None:
    assert too_far(site, away, addresses.FOLDERS[kind]) == {}


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_page_of_a_municipality_is_near(site: Site, away: dict[str, int], folder: str) -> None:
    assert too_far(site, away, folder) == {}


def test_events_are_near_through_their_months(site: Site, away: dict[str, int]) -> None:
    assert too_far(site, away, addresses.EVENTS) == {}


def test_the_municipality_s_table_and_address_book_are_near(away: dict[str, int]) -> None:
    files = [path for path in away if path.startswith(addresses.DIRECTORY) and path.endswith((".csv", ".vcf"))]
    assert len(files) > 10
    assert max(away[path] for path in files) <= CLICKS


def test_adopting_a_practice_is_near(away: dict[str, int]) -> None:
    """From the front page to the library, to a practice, to its page for those who want the same."""
    assert away[addresses.adoption_address("kumppanuusaamiainen")] <= CLICKS


def test_a_page_that_no_link_leads_to_is_found_out(tmp_path: Path) -> None:
    pages = {"": 'a/" x="1', "a/": "../b/?x=1#y", "b/": "c/", "b/c/": "../d/", "b/d/": "/", "e/": "../"}
    for address, link in pages.items():
        (tmp_path / address).mkdir(exist_ok=True)
        (tmp_path / address / "index.html").write_text(f'<a class="x" href="{link}">x</a>', encoding="utf-8")
    assert clicks(tmp_path) == {"": 0, "a/": 1, "b/": 2, "b/c/": 3, "b/d/": 4}
