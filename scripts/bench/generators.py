"""The site generators that are compared: how each is installed, given the same events, and started."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Final

from bench.generate import TODAY, Event, write_project
from bench.history import commit_history, git
from bench.hugo import hugo, hugo_from_data, hugo_with_files
from bench.lists import Region, list_pages
from bench.prepared import (
    BODY,
    PORT,
    QUIET,
    TITLE,
    NotAvailable,
    Prepared,
    edited_event,
    lean_page,
    lists_by_folder,
    programs_of_new_environment,
    run,
)

OLDER_ELEVENTY: Final = "3.1.2"
MKDOCS: Final = (sys.executable, "-m", "mkdocs")
MKDOCS_SERVER: Final = (*MKDOCS, "serve", "--quiet", "--livereload", "--dev-addr", f"127.0.0.1:{PORT}")
#: Show when a page was changed: one asks git for each, the other for all at once.
HISTORY_PLUGIN: Final = "mkdocs-git-revision-date-localized-plugin"
DATES_PLUGIN: Final = "mkdocs-document-dates"


def seurantalo(region: Region, folder: Path) -> Prepared:
    """Ours, from the event files with their history, with calendars, feeds and clashes: the whole job."""
    project, events = folder / "project", region.events
    project.mkdir()
    write_project(len(events), project, past_years=region.past_years)
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


def material(region: Region, folder: Path) -> Prepared:
    """MkDocs with Material, a Markdown page for every page of ours, outside the navigation, without a history."""
    pages, events = folder / "docs" / "tapahtumat", region.events
    for event in events:
        path = pages / _markdown_path(event)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_markdown(event), encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# Maakunta\n", encoding="utf-8")
    for page in list_pages(region):
        path = folder / "docs" / page.folder / f"{page.id}.md"
        path.parent.mkdir(exist_ok=True)
        lines = "".join(f"- [{one.title}](../tapahtumat/{_markdown_path(one)}), {one.day}\n" for one in page.events)
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
    edited = _markdown_path(chosen)
    return Prepared(
        version,
        [*MKDOCS, "build", "--quiet"],
        folder,
        folder / "site",
        chosen,
        pages / edited,
        QUIET,
        MKDOCS_SERVER,
        page=f"tapahtumat/{edited.removesuffix('.md')}/",
    )


def material_with_history(region: Region, folder: Path) -> Prepared:
    """The same with the plugin that its own documentation names, which asks git for each page of an event.

    As quick as it can be made: it follows no file over renamings, as ours does not either.
    """
    return _with_plugin(region, folder, HISTORY_PLUGIN, "type: iso_date, enable_git_follow: false")


def material_with_dates(region: Region, folder: Path) -> Prepared:
    """The same with another plugin, which reads git's log once for all pages."""
    return _with_plugin(region, folder, DATES_PLUGIN, "show_created: false, show_author: false")


def _with_plugin(region: Region, folder: Path, package: str, chosen: str) -> Prepared:
    """Give Material's pages a history, shown by a plugin on those of events, in an environment of their own."""
    project = folder / "project"
    project.mkdir()
    plain = material(region, project)
    programs = programs_of_new_environment(folder, f"mkdocs-material=={plain.version}", package)
    options = project / "mkdocs.yml"
    text = options.read_text(encoding="utf-8")
    others = ", ".join(sorted({f'"{page.folder}/*"' for page in list_pages(region)}))
    plugin = package.removeprefix("mkdocs-").removesuffix("-plugin")
    shown = f"[search, {plugin}: {{{chosen}, exclude: [index.md, {others}]}}]"
    options.write_text(text.replace("[search]", shown), encoding="utf-8")
    commit_history(project, {f"docs/tapahtumat/{_markdown_path(event)}": event.day for event in region.events}, TODAY)
    # A table of which commit has changed which paths, for git.
    git(project, "commit-graph", "write", "--reachable", "--changed-paths")
    mkdocs = (str(programs / "python"), *MKDOCS[1:])
    return replace(
        plain, command=[*mkdocs, "build", "--quiet"], server=(*mkdocs, *MKDOCS_SERVER[3:]), has_history=True
    )


def eleventy(region: Region, folder: Path) -> Prepared:
    """Eleventy, the same pages from data files by pagination, in the HTML of our pages, without a history."""
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
    for event in region.events:
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
    shell = lean_page(folder)
    layout = shell.replace(TITLE, "{{ event.otsikko }}").replace(BODY, body)
    front = (
        "---\npagination: {data: events, size: 1, alias: event}\n"
        'permalink: "tapahtumat/{{ event.id }}/index.html"\n---\n'
    )
    (source / "event.njk").write_text(front + layout, encoding="utf-8")
    for top, lists in lists_by_folder(region).items():
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
    chosen = edited_event(region.events)
    source = folder / f"events/{chosen.id}.yml"
    server = (*command, "--serve", f"--port={PORT}")
    return Prepared(package["version"], command, folder, folder / "site", chosen, source, server=server)


Preparing = Callable[[Region, Path], Prepared]
GENERATORS: Final[dict[str, Preparing]] = {
    "seurantalo": seurantalo,
    "material": material,
    "material-history": material_with_history,
    "material-dates": material_with_dates,
    "hugo": hugo,
    "hugo-data": hugo_from_data,
    "hugo-files": hugo_with_files,
    "eleventy": eleventy,
}


def _markdown_path(event: Event) -> str:
    """In folders of months, as ours: git compares folders, and one of ten thousand files takes it long."""
    return event.path.replace(".yml", ".md")


def _markdown(event: Event) -> str:
    facts = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in event.facts)
    front = f"---\ntitle: {json.dumps(event.title, ensure_ascii=False)}\n---\n\n"
    return f"{front}# {event.title}\n\n<dl>{facts}</dl>\n\n{event.text}\n"
