"""A small site around a made-up Publication: built in this process, by whichever host runs the tests."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import mkdocs
import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from seurantalo.mkdocs_plugin import composing
from seurantalo.model.problem import Problem
from seurantalo.model.settings import Settings
from seurantalo.progress import SILENT, Progress
from seurantalo.publishing.publication import FeedLink, File, Heading, KindPages, Page, Pages, Publication, Site

#: Tests that start hosts of their own say the same under either.
OWN_HOSTS = pytest.mark.skipif(mkdocs.__name__ == "properdocs", reason="starts hosts of its own")

TRICKY = "Åäö & <b>\"lainaus\"</b> 'x' {{ page.title }} {% raw %} $1 \\1 \\g<0> 100 % – 🎻 &amp; </title><script>x"


def event(number: int = 1, **changes: Any) -> Page:
    """A page of an event as the publishing room makes it."""
    slug = f"tapahtuma-{number}"
    values: dict[str, Any] = {
        "address": f"tapahtumat/{slug}/",
        "title": f"Tapahtuma {number}",
        "description": f"Kuvaus {number}",
        "body": f'<h1>Tapahtuma {number}</h1>\n<p>Teksti <a href="../../kalenteri/">kalenteri</a></p>\n',
        "source": f"events/2027/{slug}.yml",
        "feeds": (FeedLink(f"tapahtumat/{slug}/{slug}.ics", f"Tapahtuma {number}"),),
    }
    return Page(**(values | changes))


def bulk(*pages: Page) -> KindPages:
    names = [page.address.removeprefix("tapahtumat/").removesuffix("/") for page in pages]
    named = dict(zip(names, pages, strict=True))
    return KindPages(kind="event", folder="tapahtumat/", pages=Pages(names, named.__getitem__))


def publication(*events: Page, **changes: Any) -> Publication:
    """A front page, a calendar, an organisation, feeds, and the events given."""
    values: dict[str, Any] = {
        "pages": (
            Page(
                address="",
                title="Etusivu",
                description="Maakunnan tapahtumat",
                body=f"<h1>Tervetuloa</h1>\n{composing.INTRODUCTION}\n<h2 id='tulossa'>Tulossa</h2>",
                headings=(Heading("tulossa", "Tulossa"),),
            ),
            Page(
                address="kalenteri/",
                title="Tapahtumakalenteri",
                body='<h1>Tapahtumakalenteri</h1><h2 id="maalis">Maaliskuu</h2><p>**ei Markdownia**</p>',
                headings=(Heading("maalis", "Maaliskuu"),),
                feeds=(FeedLink("ical/kaikki.ics", "Kaikki tapahtumat"),),
            ),
            Page(
                address="tapahtumat/",
                title="Tapahtumat",
                body="<h1>Tapahtumat</h1>",
            ),
            Page(
                address="yhdistykset/kyla/",
                title=TRICKY,
                description=TRICKY,
                body="<h1>Kyläyhdistys</h1>\n    <p>neljä väliä ei ole koodia</p>",
                source="content/organisations/kyla.md",
            ),
        ),
        "bulk": (bulk(*events),),
        "files": (
            File("assets/seurantalo/seurantalo.css", b":root{}", is_linked=True),
            File("assets/seurantalo/kartta.js", b"export {};", is_linked=True),
            File("ical/kaikki.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
            *(
                File(
                    f"{page.address}{page.address.split('/')[1]}.ics",
                    b"BEGIN:VCALENDAR\r\n" + page.title.encode(errors="replace"),
                )
                for page in events
            ),
        ),
    }
    return Publication(**(values | changes))


@dataclass
class FakeProject:
    """A project that publishes what the test gives it."""

    publication: Publication | None
    problems: tuple[Problem, ...] = ()
    introductions: list[str] = field(default_factory=list)
    spoken: tuple[tuple[str, str], ...] = ()
    is_tidied: bool = False
    progress: Progress = SILENT

    def publish(self, intro_html: str) -> tuple[Publication | None, tuple[Problem, ...]]:
        self.introductions.append(intro_html)
        return self.publication, self.problems

    def translated(self, code: str, site: Site) -> FakeProject:
        return replace(self, spoken=(*self.spoken, (code, site.url)))

    def with_links(self, markdown: str, address: str, path: str) -> tuple[str, tuple[Problem, ...]]:
        link = f'<a href="{"../" * address.count("/")}kalenteri/">Kalenteri</a>'
        return markdown.replace("[[Kalenteri]]", link), ()


@dataclass
class SiteFolder:
    """A project folder, and what was opened there."""

    root: Path
    project: FakeProject
    opened: list[tuple[Path, Path, Settings, Site]] = field(default_factory=list)
    settings: dict[str, Any] = field(default_factory=dict)
    is_traced: bool = False

    @property
    def site(self) -> Path:
        return self.root / "site"

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def config(self, **changes: Any) -> MkDocsConfig:
        values: dict[str, Any] = {
            "site_name": "Järviseudun seurantalo",
            "site_url": "https://seurantalo.example/alue/",
            "repo_url": "https://git.example/kyla/seurantalo",
            "edit_uri": "edit/main/content/",
            "docs_dir": "content",
            "theme": {
                "name": "material",
                "language": "fi",
                "font": False,
                "features": ["content.action.edit", "navigation.footer", "navigation.path"],
            },
            "plugins": [{"seurantalo": {"today": "2027-03-01"} | self.settings}, "search"],
        }
        (self.root / "mkdocs.yml").write_text(yaml.safe_dump(values | changes), encoding="utf-8")
        return load_config(str(self.root / "mkdocs.yml"))

    def build(self, **changes: Any) -> dict[str, bytes]:
        """Build and return every file of the site by its path."""
        config = self.config(**changes)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        return self.files()

    def files(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.site).as_posix(): path.read_bytes()
            for path in sorted(self.site.rglob("*"))
            if path.is_file()
        }


def site_folder(root: Path) -> SiteFolder:
    """A project with an ordinary page and a record, publishing three events."""
    made = SiteFolder(root, FakeProject(publication(*(event(number) for number in (1, 2, 3)))))
    made.write("content/index.md", "# Alku\n\nTeemme tämän **yhdessä**.\n")
    made.write("content/tietoa.md", "# Tietoa\n\nKatso [[Kalenteri]] ja [tilaa](ical/kaikki.ics).\n")
    made.write("content/organisations/kyla.md", "---\nnimi: Kyläyhdistys\n---\n")
    made.write("content/vocabulary/themes.yml", "a: {}\n")
    made.write("events/2027/tapahtuma-1.yml", "otsikko: A\n")
    return made


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SiteFolder:
    """A site folder whose project is the made-up one."""
    made = site_folder(tmp_path)

    def open_project(root: Path, docs: Path, settings: Settings, site: Site, *, is_traced: bool) -> FakeProject:
        made.opened.append((root, docs, settings, site))
        made.is_traced = is_traced
        return made.project

    monkeypatch.setattr(composing, "open_project", open_project)
    return made


@pytest.fixture
def said(caplog: pytest.LogCaptureFixture) -> Callable[[], str]:
    """All that the plugin has logged, as one text."""
    caplog.set_level(logging.INFO)
    return lambda: "\n".join(record.getMessage() for record in caplog.records if "seurantalo" in record.name)
