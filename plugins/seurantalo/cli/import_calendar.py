"""``seurantalo import FILE-or-URL``: a calendar of another program becomes event files.

Nothing is asked. A calendar that was imported before is compared with its files; only ``--update`` writes into
them, and never over what people have changed. Either all files are as they shall be in the end, or none is touched.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import monotonic
from typing import Final

from seurantalo.cli.command import Commands, ExitCode
from seurantalo.cli.event_files import read_texts, write_all
from seurantalo.cli.named_records import NoSuchRecordError, no_day
from seurantalo.cli.printing import say
from seurantalo.cli.usage_error import UsageError
from seurantalo.importing import Defaults, Import, Request, SecondImport, import_calendar, second_import
from seurantalo.importing.stream import MOST_BYTES
from seurantalo.model.community import Community
from seurantalo.model.problem import Problem, Severity, in_order
from seurantalo.model.record import Kind
from seurantalo.project import Project
from seurantalo.publishing.feeds.uid import Uids
from seurantalo.reading.file_scope import nearest
from seurantalo.reading.moments.error import MomentError
from seurantalo.reading.moments.moment import read_day
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
    parser.add_argument("--update", action="store_true", help="write into the files what the calendar has changed")
    parser.add_argument("--dry-run", action="store_true", help="show what would be written, and write nothing")
    parser.set_defaults(command=_import)


def _import(project: Project, options: Namespace) -> ExitCode:
    reading = project.read()
    if reading.community is None:
        say(format_text(reading.errors, project.lang))
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
        say(format_text([content], project.lang))
        return ExitCode.ERRORS
    with project.progress.of(project.lang.say("Reading the calendar")) as told:
        result = _read(project, reading.community, content, options, since, told)
    paths = [event.origin.path for event in reading.community.events.values() if event.uid]
    paths += [known.event.origin.path for known in result.known]
    texts = read_texts(project.root, dict.fromkeys(paths))
    calendar = project.plan(reading.community).calendar
    write = options.update and not options.dry_run
    found = second_import(result, texts, reading.community, calendar, project.settings, update=write)
    problems = in_order((*result.problems, *found.problems))
    if problems:
        say(format_text(problems, project.lang))
    if options.dry_run:
        for path, text in sorted(found.new.items()):
            say(f"\n{path}\n{text.rstrip()}")
    else:
        write_all(project.root, found.new, found.changed, texts)
        for path in sorted({**found.new, **found.changed}):
            say(path)
    say(_summary(project, result, found, dry=options.dry_run))
    failed = any(problem.severity is Severity.ERROR for problem in problems)
    return ExitCode.ERRORS if failed else ExitCode.CLEAN


def _read(
    project: Project,
    community: Community,
    content: bytes,
    options: Namespace,
    since: date | None,
    told: Callable[[int, int], None],
) -> Import:
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
        told=told,
        uids={
            uid: event.id for event in community.events.values() for uid in (event.uid, ours.of_event(event)) if uid
        },
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
        raise UsageError("{source} is a folder, not a calendar file.", source=source)
    try:
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        near = nearest(path.name, (each.name for each in path.parent.glob("*.ics"))) if path.parent.is_dir() else ""
        raise UsageError("There is no file {source}.", near, source=source) from None


def _day(words: str) -> date | None:
    try:
        return read_day(words) if words else None
    except MomentError:
        raise no_day("--since", words, "1.1.2027") from None


def _known(community: Community, kind: Kind, name: str) -> None:
    if name and name not in community.by_kind[kind]:
        raise NoSuchRecordError(kind, name, community.by_kind[kind], nearest(name, community.by_kind[kind]))


def _summary(project: Project, result: Import, found: SecondImport, *, dry: bool) -> str:
    count, lang = len(result.events), project.lang
    if dry:
        words = [lang.count("{n} event would be imported", "{n} events would be imported", count)]
    else:
        words = [lang.count("{n} event imported", "{n} events imported", count)]
    for number, one, many in (
        (found.same, "{n} is here already, the same", "{n} are here already, the same"),
        (len(found.changed), "{n} file written again", "{n} files written again"),
        (
            found.differing - len(found.changed),
            "{n} has changed and was not written",
            "{n} have changed and were not written",
        ),
        (found.gone, "{n} is gone from the calendar", "{n} are gone from the calendar"),
        (result.duplicates, "{n} looks like a duplicate", "{n} look like duplicates"),
        (result.past, "{n} is over and was left out", "{n} are over and were left out"),
    ):
        if number:
            words.append(lang.count(one, many, number))
    return f"{', '.join(words)}."
