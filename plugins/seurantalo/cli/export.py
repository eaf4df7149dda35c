"""``seurantalo export DIR``: the site as a project of its own, which Zensical builds, or any other site generator.

Composed pages are Markdown files whose body is one raw HTML block that loads our style sheets and modules itself;
ordinary pages stay Markdown. Feeds, open data and pictures lie where the site has them. ``zensical.toml`` beside them
holds navigation and options; for other generators, point their folder of pages at DIR.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any, Final

from seurantalo.cli.command import Commands, ExitCode
from seurantalo.cli.printing import say
from seurantalo.cli.site_file import SITE_FILE, read_site_file
from seurantalo.cli.usage_error import UsageError
from seurantalo.exporting import (
    introduction,
    links_of,
    markdown_extensions,
    markdown_page,
    nav_labels,
    nav_names,
    ordinary_page,
    searched_page,
    zensical_files,
)
from seurantalo.folder import Folder
from seurantalo.frozen import dataclass
from seurantalo.model.problem import Problem, Severity
from seurantalo.project import Project
from seurantalo.publishing.addresses import FRONT, WORKER
from seurantalo.publishing.claimed import page_address
from seurantalo.publishing.feeds import expectations
from seurantalo.publishing.pages.channels.expectations import channel_expectations
from seurantalo.publishing.pages.shared.context import in_language
from seurantalo.publishing.photos.bare import bare
from seurantalo.publishing.publication import File, Page, Publication
from seurantalo.publishing.search import Entry, index_files, is_searched, page_entry
from seurantalo.reading.files.listing import decode, list_files
from seurantalo.reading.report import format_text
from seurantalo.staging import replaced

#: Says that a folder is ours to write in. Generators leave out names that start with a dot.
MARKER: Final = ".seurantalo-export"

_SAYS_WHOSE: Final = b"Written by `seurantalo export`; what is changed here by hand is lost.\n"
#: Stands in the front page until the introduction is known, whose links need the records.
_PLACE: Final = "<!-- introduction -->"
#: What MkDocs adds to the extensions that it is told.
_ALWAYS: Final[Mapping[str, Mapping[str, Any]]] = {"toc": {}, "tables": {}, "fenced_code": {}}


@dataclass(frozen=True, slots=True)
class Search:
    """What the files of the site's own search are made of, besides composed pages."""

    language: str
    today: date
    entries: tuple[Entry, ...] = ()


def register(commands: Commands, shared: ArgumentParser) -> None:
    """Add the command ``export``."""
    parser = commands.add_parser("export", parents=[shared], help="write pages and files for any site generator")
    parser.add_argument("folder", metavar="DIR", help="a new or an earlier exported folder")
    parser.add_argument("--expectations", action="store_true", help="beside each feed, what apps must see in it")
    parser.set_defaults(command=_export)


def _export(project: Project, options: Namespace) -> ExitCode:
    publication, problems = project.publish(_PLACE)
    config = read_site_file(project.root)
    files, wrong = _ordinary_files(project, publication.files) if publication else ([], [])
    errors = [problem for problem in (*problems, *wrong) if problem.severity is Severity.ERROR]
    if publication is None or errors:
        say(format_text(errors, project.lang))
        return ExitCode.ERRORS
    text = next((file.content.decode() for file in files if file.path == "index.md"), "")
    front = _with_introduction(publication, text, config)
    search = _search(project, files, config) if project.settings.search == "own" else None
    worker = WORKER if project.settings.offline else ""
    more = [
        *(file for file in files if file.path != "index.md" or front is publication),
        *zensical_files(config, project.site, project.lang, own_search=search is not None, worker=worker),
        *(_expected(project) if options.expectations else ()),
    ]
    export(front, Path(options.folder), more, nav_names(config.get("nav")), search)
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


def _ordinary_files(project: Project, published: Iterable[File]) -> tuple[list[File], list[Problem]]:
    """Return the files of the site that are no records, pages as Markdown, and what is wrong with their links."""
    listing = list_files(project.root, project.docs, project.root / project.settings.events_folder)
    pages = {page.path for page in listing.pages}
    above = f"{project.docs.relative_to(project.root).as_posix()}/"
    links = links_of(published)
    made: list[File] = []
    problems: list[Problem] = []
    for path in listing.loose:
        content = (project.root / path).read_bytes()
        below = path.removeprefix(above)
        if path in pages:
            address = page_address(below) or FRONT
            text = decode(content, path)
            if isinstance(text, Problem):
                problems.append(text)
                continue
            # Zensical takes what a page links to as seen from its file, in HTML too.
            folder = (
                address if PurePosixPath(below).stem in ("index", "README") else f"{PurePosixPath(address).parent}/"
            )
            folder = folder.removeprefix("./")
            linked, wrong = project.with_links(text, folder, path)
            problems += wrong
            # The front page is ours: of this one it takes the text.
            is_front = address == FRONT
            content = (linked if is_front else ordinary_page(linked, folder, path, links)).encode()
        made.append(File(below, bare(content)))
    taken = {file.path for file in made}
    made += [File(name, bare(Path(at).read_bytes())) for name, at in listing.pictures.items() if name not in taken]
    return made, problems


def _search(project: Project, files: Iterable[File], config: Mapping[str, Any]) -> Search:
    """Return what the site's own search knows before the composed pages are there."""
    language, labels = project.settings.language, nav_labels(config.get("nav"))
    with _extensions(config) as extensions:
        entries = [
            searched_page(
                file.content.decode(errors="replace"),
                page_address(file.path) or FRONT,
                labels.get(file.path, ""),
                extensions,
                language,
            )
            for file in files
            if file.path.endswith(".md") and file.path != "index.md"
        ]
    return Search(language, project.today, tuple(entry for entry in entries if entry is not None))


def _with_introduction(publication: Publication, text: str, config: Mapping[str, Any]) -> Publication:
    """Return the Publication with the site's own words on its front page."""
    with _extensions(config) as extensions:
        told = introduction(text, extensions) if text else ""

    def told_on(page: Page) -> Page:
        return replace(page, body=page.body.replace(_PLACE, told)) if page.address == FRONT else page

    return replace(publication, pages=tuple(map(told_on, publication.pages)))


@contextmanager
def _extensions(config: Mapping[str, Any]) -> Iterator[Mapping[str, Mapping[str, Any]]]:
    """Give Markdown's extensions with their options; say where one is not installed."""
    try:
        yield {**_ALWAYS, **markdown_extensions(config)}
    except ImportError as error:
        raise UsageError("{file} can't be read: {why}", file=SITE_FILE, why=error) from error


def export(
    publication: Publication,
    directory: Path,
    more: Iterable[File] = (),
    nav: Collection[str] = (),
    search: Search | None = None,
) -> Folder:
    """Write the Publication and ``more`` into ``directory``; touch only what has changed, remove what is gone.

    ``nav`` are the files that the navigation names. ``search`` is for the site's own search.
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
    links = links_of(publication.files)
    entries: list[Entry] = []
    with replaced(directory, spare_hidden=True) as folder:
        folder.write(MARKER, _SAYS_WHOSE)
        for page in chain(publication.pages, *publication.bulk):
            _write(folder, f"{page.address}index.md", markdown_page(page, links, nav).encode(errors="replace"))
            if search is not None and is_searched(page):
                entries.append(page_entry(page, search.language))
        if search is not None:
            more = (*more, *index_files((*entries, *search.entries), search.language, search.today))
        for file in chain(publication.files, *publication.bulk_files, more):
            _write(folder, file.path, file.content)
    return folder


def _write(folder: Folder, name: str, content: bytes) -> None:
    if name in folder.names:
        raise UsageError("{name} is made twice: two kinds of pages or files have one address.", name=name)
    folder.write(name, content)
