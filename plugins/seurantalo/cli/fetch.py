"""``seurantalo fetch``: the calendars that the configuration lists become snapshots in the events folder.

Builds read the snapshots, so they need no network. A calendar that fails, or that has lost most of its events, keeps
its last good snapshot.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from time import monotonic
from typing import Final

from seurantalo.cli.command import Commands, ExitCode
from seurantalo.cli.handed_over import hand_over, take_over, write_down, write_words
from seurantalo.cli.printing import say
from seurantalo.cli.usage_error import UsageError
from seurantalo.importing import (
    SNAPSHOTS,
    Defaults,
    Import,
    Request,
    Snapshot,
    changes,
    import_calendar,
    kept,
    read_snapshot,
    refusals,
    unknown_records,
)
from seurantalo.language import Language
from seurantalo.model.community import Community
from seurantalo.model.event import External
from seurantalo.model.problem import Problem, Severity
from seurantalo.model.settings import ExternalCalendar
from seurantalo.planner import Calendar
from seurantalo.project import Project
from seurantalo.reading.file_scope import nearest
from seurantalo.reading.files.listing import MAXIMUM_BYTES
from seurantalo.reading.report import format_text, one_line
from seurantalo.receiving.handover import Handover
from seurantalo.staging import replaced

#: Seconds that making sense of one calendar may take.
SECONDS: Final = 60.0
_COMMENT: Final = (
    "Haettu kalenterista: {name}.\nÄlä muokkaa tätä: komento seurantalo fetch kirjoittaa tämän uudelleen."
)


def register(commands: Commands, shared: ArgumentParser) -> None:
    """Add the command ``fetch``."""
    parser = commands.add_parser("fetch", parents=[shared], help="renew the snapshots of external calendars")
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these of the configured calendars")
    parser.add_argument(
        "--accept-fewer", action="store_true", help="accept a calendar that has far fewer events than before"
    )
    parser.add_argument("--dry-run", action="store_true", help="show what would change, and write nothing")
    parser.add_argument("--notices", action="store_true", help="show also what is only for information")
    parser.add_argument("--hand-over", type=Path, metavar="FILE", help="write also a file with what has changed")
    parser.add_argument(
        "--take-over", type=Path, metavar="FILE", help="fetch nothing: take what another computer has handed over"
    )
    parser.add_argument("--words", type=Path, metavar="DIR", help="write what to propose it with, into files there")
    parser.set_defaults(command=_fetch)


def _fetch(project: Project, options: Namespace) -> ExitCode:
    sources = _chosen(project.settings.external_calendars, options.names)
    folder = f"{project.settings.events_folder}/{SNAPSHOTS}"
    if options.take_over is not None:
        taken = take_over(options.take_over, [f"{folder}/{source.key}/" for source in sources])
        write_down(project.root, taken)
        if options.words is not None:
            _write_words(options.words, taken, project.lang)
        return ExitCode.CLEAN
    if not sources:
        say(project.lang.say("No external calendars are configured, so there is nothing to fetch."))
    reading = project.read()
    if reading.community is None:
        # A broken snapshot must not keep itself from being mended.
        reading = project.read(leave_out=f"{folder}/")
    if reading.community is None:
        say(format_text(reading.errors, project.lang))
        return ExitCode.ERRORS
    calendar = project.plan(reading.community).calendar
    fetcher = _Fetcher(project, reading.community, calendar, options, project.root / folder)
    before = _snapshots(project.root, folder, sources)
    results = [fetcher.renew(source) for source in sources]
    if not options.names:
        fetcher.tell_of_forgotten(folder)
    after = _snapshots(project.root, folder, sources)
    if options.hand_over is not None and after != before:
        changed = {path: after.get(path) for path in before | after if before.get(path) != after.get(path)}
        hand_over(options.hand_over, Handover(files=changed, said=tuple(fetcher.said)))
    return ExitCode.CLEAN if all(results) else ExitCode.ERRORS


def _chosen(sources: tuple[ExternalCalendar, ...], names: list[str]) -> tuple[ExternalCalendar, ...]:
    known = {source.key: source for source in sources}
    for name in names:
        if name not in known:
            raise UsageError("No external calendar is called “{name}”.", nearest(name, known), name=name)
    return tuple(known[name] for name in names) if names else sources


class _Fetcher:
    def __init__(
        self, project: Project, community: Community, calendar: Calendar, options: Namespace, folder: Path
    ) -> None:
        self.project, self.community, self.calendar = project, community, calendar
        self.options, self.folder = options, folder
        #: What was told of the calendars.
        self.said: list[str] = []

    def renew(self, source: ExternalCalendar) -> bool:
        """Renew one snapshot, or say why not; return whether all was well."""
        today, lang = self.project.today, self.project.lang
        wrong = unknown_records(source, self.community)
        if wrong:
            self._say(wrong)
            return False
        old = read_snapshot(_texts(self.folder / source.key), self.community, self.project.settings, today)
        with self.project.progress.of(one_line(lang.say("Fetching {name}", name=source.name))) as told:
            content = _content(source, told)
            fetched = content if isinstance(content, Problem) else self._imported(source, old, content, today, told)
        if isinstance(fetched, Problem):
            self._say((fetched, kept(source, old)))
            return False
        refused = refusals(source, old, fetched, today, accept_fewer=self.options.accept_fewer)
        self._say((*fetched.problems, *refused))
        if refused:
            return False
        texts = {each.event.id: each.text for each in fetched.events}
        found = changes(old, texts)
        if not self.options.dry_run:
            _write(self.folder / source.key, texts)
        words = lang.count("{name}: {n} event", "{name}: {n} events", len(texts), name=source.name)
        news = lang.say(
            "{new} new, {changed} changed, {gone} gone", new=found.new, changed=found.changed, gone=found.gone
        )
        self._tell(f"{words} ({news}).")
        return True

    def _imported(
        self,
        source: ExternalCalendar,
        old: Snapshot,
        content: bytes,
        today: date,
        told: Callable[[int, int], None],
    ) -> Import:
        settings = self.project.settings
        ends = monotonic() + SECONDS
        request = Request(
            path=f"{source.key}.ics",
            defaults=Defaults(
                organisation=source.organisation,
                municipality=source.municipality,
                venue=source.venue,
                external=External(calendar=source.name, url=source.page),
                demo=source.demo,
            ),
            # As in our feeds the past moves on the first of a month; else a snapshot changes with its calendar only.
            since=today.replace(day=1) - timedelta(days=settings.feed_past_days),
            folder=f"{settings.events_folder}/{SNAPSHOTS}/{source.key}",
            by_month=False,
            prefix=source.key,
            names=old.names,
            taken=self._taken(source),
            comment=_COMMENT.format(name=source.name),
            most=source.most,
        )
        return import_calendar(
            content, request, self.community, self.calendar, settings, expired=lambda: monotonic() > ends, told=told
        )

    def _taken(self, source: ExternalCalendar) -> frozenset[str]:
        """Return the ids that the other snapshots use."""
        return frozenset(path.stem for path in self.folder.glob("*/*.yml") if path.parent.name != source.key)

    def _say(self, problems: tuple[Problem, ...]) -> None:
        shown = [each for each in problems if self.options.notices or each.severity is not Severity.NOTICE]
        if shown:
            self._tell(format_text(shown, self.project.lang))

    def _tell(self, words: str) -> None:
        say(words)
        self.said += words.splitlines()

    def tell_of_forgotten(self, name: str) -> None:
        """Report snapshots of calendars that are no longer configured."""
        known = {source.key for source in self.project.settings.external_calendars}
        folders = sorted(path.name for path in self.folder.glob("*") if path.is_dir() and path.name not in known)
        forgotten = [Problem("fetch-forgotten", f"{name}/{each}/", severity=Severity.WARNING) for each in folders]
        if forgotten:
            say(format_text(forgotten, self.project.lang))


def _snapshots(root: Path, folder: str, sources: Iterable[ExternalCalendar]) -> dict[str, str]:
    """Return the texts of snapshots by path, relative to the project."""
    return {
        f"{folder}/{source.key}/{name}.yml": text
        for source in sources
        for name, text in _texts(root / folder / source.key).items()
    }


def _write_words(folder: Path, taken: Handover, lang: Language) -> None:
    """Write how the proposal is called. What a calendar says is anybody's text: it stands as indented code."""
    write_words(
        folder,
        taken,
        title=lang.say("Events of external calendars"),
        message=lang.say("Renew the events of external calendars"),
        body=[
            f"{lang.say('The command seurantalo fetch said')}:",
            "",
            *(f"    {one_line(line)}" for line in taken.said),
        ],
    )


def _content(source: ExternalCalendar, told: Callable[[int, int], None]) -> bytes | Problem:
    from seurantalo.cli.download import DownloadError, download  # noqa: PLC0415 (loads sockets and TLS)

    try:
        return download(source.url, told=told)
    except DownloadError as error:
        # The address itself may be a secret one: only the host is named, which every code does.
        values = {**error.values, **({"found": source.key} if error.code == "download-bad-address" else {})}
        return Problem(error.code, "", values=tuple(values.items()), severity=Severity.WARNING)


def _texts(folder: Path) -> dict[str, str]:
    found = {}
    for path in sorted(folder.glob("*.yml")):
        if path.is_file() and not path.is_symlink() and path.stat().st_size <= MAXIMUM_BYTES:
            found[path.stem] = path.read_text(encoding="utf-8", errors="replace")
    return found


def _write(folder: Path, texts: Mapping[str, str]) -> None:
    """Make the folder hold these files; only what has changed is touched."""
    with replaced(folder, spare_hidden=True) as files:
        for name, text in sorted(texts.items()):
            files.write(f"{name}.yml", text.encode())
