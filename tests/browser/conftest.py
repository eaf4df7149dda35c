"""The real site, built once and served to a real browser.

Fixtures: `site` (the built folder and its address), `screen` (a size and a colour scheme), `page` (a page of
Playwright's on that screen) and `accessibility` (what axe-core finds on a page). A test runs on every screen
unless it names its own: `@pytest.mark.parametrize("screen", ["phone-dark"], indirect=True)`.
"""

from __future__ import annotations

import functools
import http.server
import os
import re
import subprocess
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tests.once import LONGEST, once

from _environment import clean_environment, require_chromium

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parent.parent.parent
HERE = Path(__file__).resolve().parent

# The day on which the site is looked at: a Monday, the first working day of the demonstration year.
TODAY = "2027-01-04"

# No name but the test's own server leads anywhere, so no request reaches another machine.
OTHER_HOSTS = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"

# Rules of WCAG 2.2 levels A and AA, and of the versions that it includes.
WCAG_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]

ALIKE = (HERE / "alike.js").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Screen:
    """What the reader looks at: size in CSS pixels, and the colour scheme asked of the page."""

    width: int
    height: int
    scheme: Literal["light", "dark"]


# Size and colours don't meet in any rule of ours, so two screens show both sizes and both schemes.
SCREENS = {
    "phone-dark": Screen(390, 844, "dark"),
    "desktop-light": Screen(1280, 900, "light"),
}


@dataclass(frozen=True, slots=True)
class Site:
    """A built site: its folder, and the address of its front page, with a slash at the end."""

    folder: Path
    address: str

    @property
    def locations(self) -> list[str]:
        """Every page of the sitemap, as a path relative to the front page ("" for the front page itself)."""
        return locations(self.folder)

    def file_of(self, location: str) -> Path:
        """The file behind a location of the sitemap."""
        path = self.folder / location
        return path / "index.html" if not location or location.endswith("/") else path


class OpenPage(Protocol):
    """Opens a new page of a screen; `scripts=False` turns JavaScript off."""

    def __call__(self, screen: Screen, *, scripts: bool = True) -> Page: ...


def locations(folder: Path) -> list[str]:
    """Locations in the sitemap, relative to the front page, which is the shortest of them."""
    found = _addresses(folder)
    front = min(found, key=len)
    return sorted(address.removeprefix(front) for address in found)


def front_path(folder: Path) -> str:
    """The path at which the site lies on its own host ("/seurantalo/"), from its sitemap."""
    return urlsplit(min(_addresses(folder), key=len)).path


def _addresses(folder: Path) -> list[str]:
    text = (folder / "sitemap.xml").read_text(encoding="utf-8")
    found = [match.group(1) for match in re.finditer(r"<loc>\s*([^<\s]+)\s*</loc>", text)]
    assert found, "sitemap.xml is empty: does mkdocs.yml have a site_url?"
    return found


def build_site(folder: Path) -> None:
    """Build the real site, strictly, as it is on TODAY."""
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)],
        cwd=ROOT,
        env=clean_environment() | {"SEURANTALO_TODAY": TODAY},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=LONGEST,
        check=False,
    )
    if built.returncode:
        pytest.fail(f"mkdocs build --strict failed:\n{built.stdout}", pytrace=False)


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site, once for all workers."""
    return once(tmp_path_factory, "site", build_site)


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a built site below the path that it has on its own host, as a static host does."""

    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        ".geojson": "application/geo+json",
        ".ics": "text/calendar; charset=utf-8",
        ".vcf": "text/vcard; charset=utf-8",
        ".webmanifest": "application/manifest+json",
    }

    def __init__(self, *args: object, directory: str, front: str) -> None:
        self.front = front
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.front):
            return str(Path(self.directory) / "outside-the-site")
        return super().translate_path("/" + path.removeprefix(self.front))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class's name)
        """Say nothing: the browser's own record is what the tests read."""


@contextmanager
def served(folder: Path) -> Iterator[Site]:
    """Serve a built site on this machine, as long as somebody looks."""
    front = front_path(folder)
    handler = functools.partial(_Handler, directory=str(folder), front=front)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield Site(folder, f"http://127.0.0.1:{server.server_address[1]}{front}")
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Iterator[Site]:
    with served(site_folder) as site:
        yield site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's own Chromium: nothing is downloaded."""
    try:
        chromium = require_chromium()
    except SystemExit as missing:
        pytest.fail(str(missing), pytrace=False)
    # Chromium's sandbox can't be had as root, which is what containers are.
    is_root = getattr(os, "geteuid", lambda: 1)() == 0
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium,
            args=["--disable-dev-shm-usage", OTHER_HOSTS, *(["--no-sandbox"] if is_root else [])],
        )
        yield started
        started.close()


@pytest.fixture(scope="session")
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Opens pages for fixtures that outlive a test; all are closed at the end."""
    contexts: list[BrowserContext] = []

    def open_one(screen: Screen, *, scripts: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": screen.width, "height": screen.height},
            color_scheme=screen.scheme,
            java_script_enabled=scripts,
            # Colours are judged at rest, not on their way.
            reduced_motion="reduce",
            locale="fi-FI",
            timezone_id="Europe/Helsinki",
            service_workers="block",
        )
        contexts.append(context)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture(params=SCREENS)
def screen(request: pytest.FixtureRequest) -> Screen:
    return SCREENS[request.param]


@pytest.fixture(scope="session")
def page_of(open_page: OpenPage) -> Callable[[Screen], Page]:
    """Gives the one page of a screen: a second is twice as fast where it finds the first one's process and files."""
    pages: dict[Screen, Page] = {}

    def give(screen: Screen) -> Page:
        if screen not in pages or pages[screen].is_closed():
            pages[screen] = open_page(screen)
        return pages[screen]

    return give


@pytest.fixture
def page(page_of: Callable[[Screen], Page], screen: Screen) -> Iterator[Page]:
    """A blank page, without cookies or storage."""
    opened = page_of(screen)
    yield opened
    if not opened.is_closed():
        make_blank(opened, screen)


def make_blank(page: Page, screen: Screen) -> None:
    """Forget all that a test did to a page, and look at nothing."""
    context = page.context
    for other in context.pages:
        if other is not page:
            other.close()
    if page.url.startswith("http"):
        page.evaluate("localStorage.clear(), sessionStorage.clear()")
    context.clear_cookies()
    context.clear_permissions()
    page.unroute_all()
    page.mouse.move(0, 0)
    page.set_viewport_size({"width": screen.width, "height": screen.height})
    page.emulate_media(media="null", color_scheme=screen.scheme)
    page.goto("about:blank")


def violations(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.2 AA on a page, one line for each rule and element.

    Of elements that no rule can tell apart (alike.js) three are looked at.
    """
    page.evaluate(ALIKE)
    found = Axe().run(
        page,
        context={"include": [["html"]], "exclude": [["[data-alike]"]]},
        options={"runOnly": WCAG_TAGS, "resultTypes": ["violations"]},
    )
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {' '.join(node['failureSummary'].split())}"
        for rule in found.response["violations"]
        for node in rule["nodes"]
    ]


class Accessibility(Protocol):
    """What axe-core finds on a page; empty is good."""

    def __call__(self, page: Page) -> list[str]: ...


@pytest.fixture(scope="session")
def accessibility() -> Accessibility:
    return violations


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs the browser, so `-m "not browser"` leaves it out."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")
