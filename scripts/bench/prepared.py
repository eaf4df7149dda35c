"""A generator that is ready to run, and what preparing one takes: the same for all that are compared."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.generate import TODAY, Event, write_project
from bench.history import git
from bench.lists import LONGEST_LIST, Region, list_pages

# Both print a page of advice to every build.
QUIET: Final = {"DISABLE_MKDOCS_2_WARNING": "true", "NO_MKDOCS_2_WARNING": "1"}
#: Begins the word that an edit puts at the end of a title.
MARK: Final = "Muutos"
#: Takes the place of a port in a command.
PORT: Final = "PORT"
#: The folder of drawn pictures among what is kept.
DRAWN: Final = "pictures"
TITLE: Final = "BENCHTITLE"
BODY: Final = "BENCHBODY"


class NotAvailable(Exception):  # noqa: N818 - it is not an error, it is a line in the table
    """A generator can't be installed or prepared here; the text says why."""


@dataclass(frozen=True)
class Prepared:
    """A generator ready to run: what to start where, and the folder that it fills.

    ``source`` is the file of the event ``edited``. ``server`` is the command that serves the site at the port that
    takes the place of ``PORT``; none where it serves nothing. What ``kept`` holds is left from build to build.
    ``page`` is the address of that event's page.
    """

    version: str
    command: list[str]
    folder: Path
    site: Path
    edited: Event
    source: Path
    environment: dict[str, str] | None = None
    server: tuple[str, ...] = ()
    kept: Path | None = None
    has_history: bool = False
    page: str = ""

    def __post_init__(self) -> None:
        """Where no page is named it is that which ours has."""
        object.__setattr__(self, "page", self.page or f"tapahtumat/{self.edited.id}/")

    def forget(self) -> None:
        """Remove what an earlier build has left, but for drawn pictures: the others draw none."""
        shutil.rmtree(self.site, ignore_errors=True)
        for path in self.kept.glob("*/*") if self.kept else ():
            if path.name != DRAWN:
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    def edit(self, mark: str, *, commit: bool = False) -> None:
        """Put a mark at the end of the event's title, as a contributor would."""
        before = self.source.read_text(encoding="utf-8")
        after = re.sub(f"{re.escape(self.edited.title)}( {MARK}\\d+)?", f"{self.edited.title} {mark}", before)
        self.source.write_text(after, encoding="utf-8")
        if commit and self.has_history:
            git(self.folder, "commit", "--quiet", "--message", "Tarkenna", "--", str(self.source))

    def is_shown(self, mark: str) -> bool:
        """Tell whether the built page of the event has the mark."""
        page = self.site / self.page / "index.html"
        return page.is_file() and mark in page.read_text(encoding="utf-8")


def run(command: list[str], folder: Path) -> str:
    """Run a command of the preparation; return what it printed, or raise NotAvailable."""
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=600)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotAvailable(str(error)) from error
    if done.returncode:
        lines = (done.stdout + done.stderr).strip().splitlines()
        raise NotAvailable(f"{Path(command[0]).name}: {lines[-1] if lines else 'failed'}")
    return done.stdout.strip()


def edited_event(events: list[Event]) -> Event:
    """Return the event that is edited: the first to come on one date."""
    coming = [event for event in events if event.day >= TODAY and "toistuu:" not in event.yaml]
    return min(coming or events, key=lambda event: (event.day, event.id))


def programs_of_new_environment(folder: Path, *packages: str) -> Path:
    """Install packages into a Python environment of their own; return where its programs are."""
    run([sys.executable, "-m", "venv", str(folder / "venv")], folder)
    programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    run([str(programs / "python"), "-m", "pip", "install", "--quiet", *packages], folder)
    return programs


def lists_by_folder(region: Region, longest: int = LONGEST_LIST) -> dict[str, list[dict[str, object]]]:
    """The pages that list events, as data for a template: no list is longer than ``longest``."""
    found: dict[str, list[dict[str, object]]] = {}
    for page in list_pages(region, longest):
        some = [{"id": one.id, "title": one.title, "day": one.day.isoformat()} for one in page.events]
        found.setdefault(page.folder, []).append({"id": page.id, "title": page.title, "events": some})
    return found


def lean_page(folder: Path) -> str:
    """The page of an event as ours makes it, without what it tells machines, with marks for title and body.

    Who writes pages in it writes no more than we do.
    """
    project = folder / "layout"
    project.mkdir()
    event = write_project(1, project, places=1)[0]
    run([sys.executable, "-m", "mkdocs", "build", "--quiet"], project)
    html = (project / f"site/tapahtumat/{event.id}/index.html").read_text(encoding="utf-8")
    html = re.sub(r"(<article[^>]*>).*</article>", rf"\1{BODY}</article>", html, flags=re.DOTALL)
    html = re.sub(r'<(meta (?!charset|name=viewport)|link rel="(canonical|alternate feed)")[^>]*>\n?', "", html)
    if html.count(BODY) != 1:
        raise NotAvailable("our page of an event has no article that a text could stand in")
    # Our braces are for the template language, those of the page are not.
    html = html.replace("{{", "{ {").replace("{%", "{ %").replace("{#", "{ #")
    return html.replace(event.title, TITLE)
