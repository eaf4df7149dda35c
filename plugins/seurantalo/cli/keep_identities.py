"""``seurantalo keep-identities``: what calendars know events by moves from version control into their files, once."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from seurantalo.cli.command import Commands, ExitCode
from seurantalo.cli.printing import say
from seurantalo.cli.revision import no_history
from seurantalo.cli.usage_error import UsageError
from seurantalo.model.community import Community
from seurantalo.model.event import Event
from seurantalo.model.problem import Severity
from seurantalo.project import Project
from seurantalo.publishing.feeds.uid import Uids
from seurantalo.reading.event.first_names import HistoryCutError, Names, first_names
from seurantalo.reading.event.former_line import former_line, uid_line, with_line
from seurantalo.reading.history.git import Git, GitError
from seurantalo.reading.report import format_text


def register(commands: Commands, shared: ArgumentParser) -> None:
    """Add the command ``keep-identities``."""
    parser = commands.add_parser(
        "keep-identities", parents=[shared], help="write the earlier names of events into their files, once"
    )
    parser.add_argument("--dry-run", action="store_true", help="show what would change, and write nothing")
    parser.set_defaults(command=_keep)


def _keep(project: Project, options: Namespace) -> ExitCode:
    reading = project.read()
    if reading.community is None:
        say(format_text([one for one in reading.problems if one.severity is Severity.ERROR], project.lang))
        return ExitCode.ERRORS
    lang = project.lang
    written = by_hand = 0
    for event, line in _lines(project, reading.community):
        path = project.root / event.origin.path
        content = with_line(path.read_bytes(), line)
        if content is None:
            by_hand += 1
            say(f"{event.origin.path}: {lang.say('write this line by hand: {line}', line=line)}")
            continue
        written += 1
        say(f"{event.origin.path}: {line}")
        if not options.dry_run:
            path.write_bytes(content)
    if options.dry_run:
        say(lang.count("{n} file would get a line.", "{n} files would get a line.", written))
    else:
        say(lang.count("{n} file got a line.", "{n} files got a line.", written))
    return ExitCode.ERRORS if by_hand else ExitCode.CLEAN


def _lines(project: Project, community: Community) -> Iterator[tuple[Event, str]]:
    """Yield each event that has an identity in version control alone, with the line that says it."""
    events = os.path.relpath(project.root / project.settings.events_folder, project.root)
    try:
        names = first_names(Git(project.root), events)
    except GitError:
        raise no_history("keep-identities") from None
    except HistoryCutError:
        raise UsageError("The clone is shallow: fetch the whole history first (git fetch --unshallow).") from None
    uids = Uids(project.settings.calendar_id or project.site.name)
    taken = {name for event in community.events.values() for name in (event.id, *event.former_ids)}
    for event in sorted(community.events.values(), key=lambda one: one.origin.path):
        known = names.get(event.origin.path)
        if known is None or event.former_ids or known.first == event.id:
            continue
        content = (project.root / event.origin.path).read_bytes()
        former = _former(known, event, taken)
        if former or event.uid:
            taken.update(former)
            if former:
                yield event, former_line(content, former, project.lang.code)
        else:
            # Another event has that name now, so only the UID itself can say which one this is.
            yield event, uid_line(content, uids.of_name(known.first), project.lang.code)


def _former(known: Names, event: Event, taken: set[str]) -> list[str]:
    """Return the former ids to write, oldest first; none where the oldest one is another event's."""
    former = [name for name in dict.fromkeys(known.former) if name != event.id and name not in taken]
    return former if event.uid or former[:1] == [known.first] else []
