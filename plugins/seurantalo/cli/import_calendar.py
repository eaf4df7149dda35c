"""``seurantalo import FILE-or-URL``: a calendar of another program becomes event files.

Nothing is asked and nothing overwritten; either all new files are there in the end, or none.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from time import monotonic
from typing import Final

from seurantalo.cli.command import Commands, ExitCode
from seurantalo.cli.site_file import UsageError
from seurantalo.importing import Defaults, Import, Request, import_calendar
from seurantalo.importing.stream import MOST_BYTES
from seurantalo.model.community import Community
from seurantalo.model.problem import Problem, Severity
from seurantalo.model.record import Kind
from seurantalo.project import Project
from seurantalo.publishing.feeds.uid import Uids
from seurantalo.reading.file_scope import nearest
from seurantalo.reading.moments import MomentError, read_day
from seurantalo.reading.report import format_text

#: Seconds that making sense of one calendar may take.
SECONDS: Final = 60.0
_WEB: Final = ("http://", "https://", "webcal://")


def register(commands: Commands, shared: ArgumentParser) -> None:
    """Add the command ``import``."""
    parser = commands.add_parser("import", parents=[shared], help="turn a calendar (.ics) into event files")
    parser.add_argument("source", metavar="FILE-or-URL", help="a calendar file, or its address on the web")
    parser.add_argument("--organisation", default="", metavar="ID", help="who arranges what names nobody we know")
    parser.add_argument("--municipality", default="", metavar="ID", help="where events are whose place isn't known")
    parser.add_argument("--venue", default="", metavar="ID", help="where events are that name no place at all")
    parser.add_argument("--since", default="", metavar="DAY", help="leave out what was over before this day")
    parser.add_argument("--with-duplicates", action="store_true", help="import also what seems to be here already")
    parser.add_argument("--dry-run", action="store_true", help="show what would be written, and write nothing")
    parser.set_defaults(command=_import)


def _import(project: Project, options: Namespace) -> ExitCode:
    reading = project.read()
    if reading.community is None:
        print(format_text(reading.errors, project.lang))
        return ExitCode.ERRORS
    since = _day(options.since)
    for kind, name in (
        (Kind.ORGANISATION, options.organisation),
        (Kind.MUNICIPALITY, options.municipality),
        (Kind.VENUE, options.venue),
    ):
        _known(reading.community, kind, name)
    content = _content(options.source)
    if isinstance(content, Problem):
        print(format_text([content], project.lang))
        return ExitCode.ERRORS
    result = _read(project, reading.community, content, options, since)
    if result.problems:
        print(format_text(result.problems, project.lang))
    files = {each.event.origin.path: each.text for each in result.events}
    if options.dry_run:
        for path, text in sorted(files.items()):
            print(f"\n{path}\n{text.rstrip()}")
    else:
        write_new(project.root, files)
        for path in sorted(files):
            print(path)
    print(_summary(project, result, dry=options.dry_run))
    failed = any(problem.severity is Severity.ERROR for problem in result.problems)
    return ExitCode.ERRORS if failed else ExitCode.CLEAN


def _read(project: Project, community: Community, content: bytes, options: Namespace, since: date | None) -> Import:
    settings = project.settings
    ours = Uids(settings.calendar_id or project.site.name)
    ends = monotonic() + SECONDS
    request = Request(
        path=options.source,
        defaults=Defaults(organisation=options.organisation, municipality=options.municipality, venue=options.venue),
        since=since,
        with_duplicates=options.with_duplicates,
        folder=settings.events_folder,
    )
    return import_calendar(
        content,
        request,
        community,
        project.plan(community).calendar,
        settings,
        uids={ours.of_event(event): event.id for event in community.events.values()},
        expired=lambda: monotonic() > ends,
    )


def _content(source: str) -> bytes | Problem:
    """Return a calendar's bytes, of a file as of an address; a file one byte above the limit is enough to refuse."""
    if source.lower().startswith(_WEB):
        from seurantalo.cli.download import DownloadError, download  # noqa: PLC0415 (sockets and TLS)

        try:
            return download(source)
        except DownloadError as error:
            return Problem(error.code, "", values=tuple(error.values.items()))
    path = Path(source)
    if path.is_dir():
        raise UsageError(f"{source} is a folder, not a calendar file.")
    try:
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        near = nearest(path.name, (each.name for each in path.parent.glob("*.ics"))) if path.parent.is_dir() else ""
        raise UsageError(f"There is no file {source}" + (f"; “{near}”?" if near else ".")) from None


def _day(words: str) -> date | None:
    try:
        return read_day(words) if words else None
    except MomentError:
        raise UsageError(f"--since is a day such as 1.1.2027, not “{words}”.") from None


def _known(community: Community, kind: Kind, name: str) -> None:
    if name and name not in community.by_kind[kind]:
        near = nearest(name, community.by_kind[kind])
        raise UsageError(f"There is no {kind} “{name}”" + (f"; “{near}”?" if near else "."))


def write_new(root: Path, files: Mapping[str, str]) -> None:
    """Write files that are not there yet: all of them, or where one fails none. Raises OSError."""
    written: list[Path] = []
    try:
        for name, text in sorted(files.items()):
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            # "x": what has come there since the project was read stays as it is.
            with path.open("x", encoding="utf-8", newline="\n") as stream:
                written.append(path)
                stream.write(text)
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise


def _summary(project: Project, result: Import, *, dry: bool) -> str:
    count, lang = len(result.events), project.lang
    if dry:
        words = [lang.count("{n} event would be imported", "{n} events would be imported", count)]
    else:
        words = [lang.count("{n} event imported", "{n} events imported", count)]
    for number, one, many in (
        (result.known, "{n} was here already", "{n} were here already"),
        (result.duplicates, "{n} looks like a duplicate", "{n} look like duplicates"),
        (result.past, "{n} is over and was left out", "{n} are over and were left out"),
    ):
        if number:
            words.append(lang.count(one, many, number))
    return f"{', '.join(words)}."
