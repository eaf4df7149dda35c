"""A person with a phone: what they tap and fill in is counted, and what leaves the page is caught."""

from __future__ import annotations

import os
import re
import shutil
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlsplit

from playwright.sync_api import expect
from tests.cli.conftest import ROOT, seurantalo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request
    from tests.browser.conftest import Site

#: A phone of everyday, in CSS pixels.
PHONE = {"width": 390, "height": 844}
#: A folder for recordings of the walks (``playwright show-trace FILE``); they are recorded where it is named.
RECORDINGS = os.environ.get("SEURANTALO_RECORDINGS", "")
#: A slow mobile network: what Chromium's developers' tools call "Slow 4G", in bytes a second and milliseconds.
SLOW = {"offline": False, "latency": 563, "downloadThroughput": 180_000, "uploadThroughput": 84_375}


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that was begun in the mail program: to whom, about what, and its lines."""

    to: str
    subject: str
    lines: tuple[str, ...]

    @property
    def link(self) -> str:
        """The link that carries the proposal: it stands on a line of its own."""
        (link,) = (line for line in self.lines if line.startswith("http"))
        return link


def letter_of(address: str) -> Letter:
    """Return what a ``mailto:`` address begins (RFC 6068)."""
    parts = urlsplit(address)
    filled = dict(parse_qsl(parts.query.replace("+", "%2B")))
    return Letter(unquote(parts.path), filled["subject"], tuple(filled["body"].split("\r\n")))


def phone(browser: Browser, *, scripts: bool = True, scale: int = 1) -> BrowserContext:
    """Return a phone without cookies or storage: Finnish, with a finger for a mouse, ``scale`` dots to a pixel."""
    return browser.new_context(
        viewport={**PHONE},  # type: ignore[arg-type]
        device_scale_factor=scale,
        is_mobile=True,
        has_touch=True,
        java_script_enabled=scripts,
        reduced_motion="reduce",
        locale="fi-FI",
        timezone_id="Europe/Helsinki",
        service_workers="block",
        permissions=["clipboard-read", "clipboard-write"],
    )


@contextmanager
def recorded(context: BrowserContext, name: str) -> Iterator[BrowserContext]:
    """Record what a phone shows, step by step with pictures, where a folder for it is named; close it at the end."""
    if RECORDINGS:
        context.tracing.start(screenshots=True, snapshots=True, title=name)
    yield context
    if RECORDINGS:
        context.tracing.stop(path=Path(RECORDINGS) / f"{re.sub(r'[^a-z0-9_]+', '-', name.lower())}.zip")
    context.close()


@dataclass
class Walker:
    """Someone on a site; ``done`` is each tap and each field, in order."""

    page: Page
    site: Site
    done: list[str] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    """Addresses of other hosts that were asked for; none of them is reached."""

    def __post_init__(self) -> None:
        """Listen to what leaves the page."""
        self.page.context.on("request", self._listen)

    def _listen(self, request: Request) -> None:
        if request.url.startswith("mailto:"):
            self.letters.append(letter_of(request.url))
        elif not request.url.startswith((self.site.address, "data:", "blob:")):
            self.left.append(request.url)

    def letter(self) -> Letter:
        """The first letter that was begun: the page says so before its request is heard of."""
        while not self.letters:
            self.page.context.wait_for_event("request")
        return self.letters[0]

    def asked(self, host: str) -> str:
        """The first address of a host that was asked for, once it is."""
        while True:
            for address in self.left:
                if urlsplit(address).netloc == host:
                    return address
            self.page.context.wait_for_event("request")

    def go(self, location: str) -> None:
        """Open an address of the site."""
        self.page.goto(self.site.address + location)

    def tap(self, what: Locator) -> None:
        """Put a finger on something that can be seen."""
        name = " ".join((what.text_content() or "").split())
        what.tap()
        self.done.append(f"tap {name[:40]}")

    def fill(self, what: Locator, text: str) -> None:
        """Fill a field in and leave it."""
        what.fill(text)
        what.blur()
        self.done.append(f"fill {text[:40]}")

    def choose(self, what: Locator, label: str) -> None:
        """Choose from a list."""
        what.select_option(label=label)
        self.done.append(f"choose {label}")

    def says(self, words: str) -> bool:
        """Whether the page shows these words, now."""
        return re.search(words, self.page.locator("main").inner_text()) is not None


def slow_network(page: Page) -> None:
    """Let everything come as slowly as in a village on a summer evening."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)


def text_of_files(page: Page) -> str:
    """What the page says that the files are, with all that is written by now: it is told anew at each opening."""
    fold, text = page.locator("details:has([data-text])"), page.locator("[data-text]")
    fold.evaluate("fold => { fold.open = false; fold.querySelector('[data-text]').textContent = ''; }")
    fold.locator("summary").click()
    expect(text).not_to_be_empty()
    return text.inner_text()


def file_of(page: Page) -> tuple[str, str]:
    """The path and the text of the file that the page shows."""
    path, _, text = text_of_files(page).partition("\n\n")
    return path, text


def goes_into_the_region(folder: Path, path: str, text: str) -> None:
    """The file is checked among all others, as it is."""
    if not (folder / "mkdocs.yml").exists():
        for name in ("content", "events"):
            shutil.copytree(ROOT / name, folder / name)
        shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / path).write_text(text, encoding="utf-8")
    said = seurantalo("check", "--format", "json", cwd=folder)
    assert said.code == 0
    assert [one for one in said.problems if one["file"] == path] == []
