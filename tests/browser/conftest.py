"""The real site, built once and served to a real browser.

Fixtures: `site` (the built folder and its address), `screen` (a size and a colour scheme), `page` (a page of
Playwright's on that screen) and `accessibility` (what axe-core finds on a page). A test runs on every screen
unless it names its own: `@pytest.mark.parametrize("screen", ["phone-dark"], indirect=True)`.
"""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, Route, expect, sync_playwright
from tests.once import once

from _environment import require_chromium
from _site import BuildFailedError, Site, build, locations, served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["Site", "locations", "served"]

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


class OpenPage(Protocol):
    """Opens a new page of a screen; `scripts=False` turns JavaScript off."""

    def __call__(self, screen: Screen, *, scripts: bool = True) -> Page: ...


def build_site(folder: Path) -> None:
    """Build the real site, strictly, as it is on TODAY."""
    try:
        build(folder, TODAY)
    except BuildFailedError as failed:
        pytest.fail(f"mkdocs build --strict failed:\n{failed}", pytrace=False)


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site, once for all workers."""
    return once(tmp_path_factory, "site", build_site)


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Iterator[Site]:
    with served(site_folder) as site:
        yield site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's own Chromium: nothing is downloaded."""
    # As long as all else that waits, for a busy machine.
    expect.set_options(timeout=30_000)
    with sync_playwright() as playwright:
        started = launched(playwright.chromium)
        yield started
        started.close()


def launched(kind: BrowserType) -> Browser:
    """Start one more browser of the system's Chromium."""
    try:
        chromium = require_chromium()
    except SystemExit as missing:
        pytest.fail(str(missing), pytrace=False)
    # Chromium's sandbox can't be had as root, which is what containers are.
    is_root = getattr(os, "geteuid", lambda: 1)() == 0
    return kind.launch(
        executable_path=chromium,
        args=["--disable-dev-shm-usage", OTHER_HOSTS, *(["--no-sandbox"] if is_root else [])],
    )


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
    forget_storage(page)
    context.clear_cookies()
    context.clear_permissions()
    page.unroute_all()
    page.mouse.move(0, 0)
    page.set_viewport_size({"width": screen.width, "height": screen.height})
    page.emulate_media(media="null", color_scheme=screen.scheme)
    page.goto("about:blank")


def exactly(text: str) -> re.Pattern[str]:
    """What `expect` compares character by character; of a bare string it takes all white space as one space."""
    return re.compile(f"^{re.escape(text)}$")


@contextmanager
def held(page: Page, address: str) -> Iterator[Callable[[], None]]:
    """Hold back the answers to an address until they are let go, as a slow network does."""
    late: list[Route] = []

    def hold(route: Route) -> None:
        late.append(route)

    def let_go() -> None:
        for route in late:
            route.continue_()
        page.unroute(address, hold)

    page.route(address, hold)
    yield let_go


def started(page: Page, module: str) -> None:
    """Wait until a module of the site has begun; a page fetches it by itself once it is opened."""
    page.evaluate(
        "module => import(new URL(module, document.querySelector('script[type=module][src]').src))",
        module,
    )


def forget_storage(page: Page) -> None:
    """Forget what the scripts of a page have kept, or would keep a moment later, as the form keeps drafts."""
    if page.url.startswith("http"):
        page.evaluate(
            # Where a test has set the clock, the numbers of timers begin at a million millions, those of frames and
            # of idle moments are among them, and each can be cleared in its own way only.
            "for (let last = setTimeout(() => {}), one = last; one > last - 10_000; one--)"
            "    for (const clear of [clearTimeout, cancelAnimationFrame, cancelIdleCallback])"
            "        try { clear(one); } catch {}"
            "localStorage.clear(); sessionStorage.clear()"
        )


def violations(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.2 AA on a page, one line for each rule and element.

    Of elements that no rule can tell apart (alike.js) three are looked at.
    """
    page.evaluate(ALIKE)
    # Halfway between two colours nothing is as it is to be read.
    page.evaluate("for (const one of document.getAnimations()) one.finish()")
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
