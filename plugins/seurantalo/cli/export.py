"""``seurantalo export DIR``: the site as a folder of Markdown files that any site generator can build.

Every page is a Markdown file whose body is one raw HTML block. The block loads our style sheets and modules
itself, so that the generator needs no options of ours: point its folder of pages at DIR.
"""

from __future__ import annotations

import json
import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from seurantalo.cli.command import Commands, ExitCode
from seurantalo.cli.printing import say
from seurantalo.cli.usage_error import UsageError
from seurantalo.folder import Folder
from seurantalo.model.problem import Severity
from seurantalo.project import Project
from seurantalo.publishing.feeds import expectations
from seurantalo.publishing.pages.channels.expectations import channel_expectations
from seurantalo.publishing.pages.shared.context import in_language
from seurantalo.publishing.publication import File, Page, Publication, depth_prefix
from seurantalo.reading.report import format_text
from seurantalo.staging import replaced

#: Says that a folder is ours to write in. Generators leave out names that start with a dot.
MARKER: Final = ".seurantalo-export"

_SAYS_WHOSE: Final = b"Written by `seurantalo export`; what is changed here by hand is lost.\n"

#: Style sheets and modules right in this folder of the Publication are for every page.
LINKED: Final = "assets/seurantalo/"

# Elements whose text is not HTML, or in which white space counts.
_VERBATIM: Final = re.compile(r"(<(?:script|style)\b.*?</(?:script|style)\s*>)", re.DOTALL | re.IGNORECASE)
_SPACED: Final = re.compile(r"<(pre|textarea)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_BLANK_LINES: Final = re.compile(r"\n(?:[ \t]*\n)+")

# Themes print a front matter's texts with or without escaping; these are harmless and readable either way.
_HARMLESS: Final = str.maketrans({"<": "‹", ">": "›", '"': "”"})


def register(commands: Commands, shared: ArgumentParser) -> None:
    """Add the command ``export``."""
    parser = commands.add_parser("export", parents=[shared], help="write pages and files for any site generator")
    parser.add_argument("folder", metavar="DIR", help="a new or an earlier exported folder")
    parser.add_argument("--expectations", action="store_true", help="beside each feed, what apps must see in it")
    parser.set_defaults(command=_export)


def _export(project: Project, options: Namespace) -> ExitCode:
    publication, problems = project.publish()
    if publication is None:
        say(format_text([problem for problem in problems if problem.severity is Severity.ERROR], project.lang))
        return ExitCode.ERRORS
    export(publication, Path(options.folder), _expected(project) if options.expectations else ())
    # Of the files the check tells; here what holds for all that is written, such as a history that is cut short.
    told = [*(problem for problem in problems if not problem.path), *publication.problems]
    if told:
        say(format_text(told, project.lang))
    return ExitCode.CLEAN


def _expected(project: Project) -> tuple[File, ...]:
    community = project.read().community
    if community is None:  # Changed on the disk since it was published.
        return ()
    parts = project.parts(project.plan(community))
    return (
        *expectations(community, parts.calendar, project.settings, project.site),
        *channel_expectations(in_language(parts, project.settings.language)),
    )


def export(publication: Publication, directory: Path, more: Iterable[File] = ()) -> Folder:
    """Write the Publication and ``more`` into ``directory``; touch only what has changed, remove what is gone.

    Raises UsageError for a folder that holds something but was not written by an earlier export.
    """
    if directory.is_dir():
        if any(directory.iterdir()) and not (directory / MARKER).is_file():
            raise UsageError(
                "{folder} isn't empty, and isn't an exported folder. Name a new folder.", folder=directory
            )
    elif directory.exists():
        raise UsageError("{folder} is not a folder.", folder=directory)
    directory.mkdir(parents=True, exist_ok=True)
    # Before all else, so that what an interrupted export leaves is known as ours.
    (directory / MARKER).write_bytes(_SAYS_WHOSE)
    links = list(_links(publication.files))
    with replaced(directory, spare_hidden=True) as folder:
        folder.write(MARKER, _SAYS_WHOSE)
        for page in chain(publication.pages, *publication.bulk):
            _write(folder, f"{page.address}index.md", markdown_page(page, links).encode(errors="replace"))
        for file in chain(publication.files, *publication.bulk_files, more):
            _write(folder, file.path, file.content)
    return folder


def _write(folder: Folder, name: str, content: bytes) -> None:
    if name in folder.names:
        raise UsageError("{name} is made twice: two kinds of pages or files have one address.", name=name)
    folder.write(name, content)


def markdown_page(page: Page, links: list[tuple[str, str]]) -> str:
    """Return a page as front matter and one block of HTML.

    ``links`` are elements with the path of a file each; ``{}`` in the element takes the way to it.
    """
    root = depth_prefix(page.address)
    assets = "".join(element.format(f"{root}{quote(path)}") + "\n" for element, path in links)
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in _front_matter(page)]
    return f"---\n{''.join(lines)}---\n\n<div>\n{assets}{one_block(page.body)}\n</div>\n"


def _front_matter(page: Page) -> Iterator[tuple[str, Any]]:
    # JSON is YAML as well, so each value stands on its line as JSON.
    yield "title", page.title.translate(_HARMLESS)
    if page.description:
        yield "description", page.description.translate(_HARMLESS)
    # Headings in a raw block are unknown to a generator, so a list of contents would be empty.
    yield "hide", ["toc"]
    if not page.searchable:
        yield "search", {"exclude": True}
    if page.source:
        yield "source", page.source
    if page.feeds:
        yield "feeds", [{"path": feed.path, "title": feed.title, "type": feed.media_type} for feed in page.feeds]


def one_block(body: str) -> str:
    """Return HTML that Markdown takes as one raw block, and that template languages leave alone.

    A blank line ends a raw block in CommonMark (section 4.6), so there is none; doubled braces, which Liquid and
    Hugo act upon, become character references.
    """
    parts = _VERBATIM.split(body)
    for index, part in enumerate(parts):
        if index % 2:
            parts[index] = _BLANK_LINES.sub("\n", part)
        else:
            spaced = _SPACED.sub(lambda found: found.group().replace("\n", "&#10;"), part)
            parts[index] = re.sub(r"\{(?=[{%#])", "&#123;", _BLANK_LINES.sub("\n", spaced))
    return "".join(parts).strip()


def _links(files: tuple[File, ...]) -> Iterator[tuple[str, str]]:
    for file in files:
        name = file.path.removeprefix(LINKED)
        if name == file.path or "/" in name:
            continue
        if name.endswith(".css"):
            yield '<link rel="stylesheet" href="{}">', file.path
        elif name.endswith((".js", ".mjs")):
            yield '<script type="module" src="{}"></script>', file.path
