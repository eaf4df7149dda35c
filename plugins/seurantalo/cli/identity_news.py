"""What a change does to the identities of events: renamed ones become others to calendars, unless a line says not."""

from __future__ import annotations

from collections.abc import Iterator

from seurantalo.model.community import Community
from seurantalo.model.event import Event
from seurantalo.model.problem import Problem, Severity
from seurantalo.planner.renamed import renamed
from seurantalo.project import Project
from seurantalo.publishing.feeds.uid import Uids
from seurantalo.reading.event.former_line import former_line


def identity_problems(
    project: Project, after: Community, project_before: Project, before: Community
) -> Iterator[Problem]:
    """Yield what a change does to identities, each with the line that keeps one: probable renames, other UIDs."""
    names = [one.settings.calendar_id or one.site.name for one in (project_before, project)]
    if names[0] != names[1]:
        values = (("before", names[0]), ("after", names[1]))
        yield Problem("calendar-renamed", "mkdocs.yml", values=values, severity=Severity.WARNING)
        return
    uids_before, uids = Uids(names[0]), Uids(names[1])
    known = {name: event for event in after.events.values() for name in (event.id, *event.former_ids)}
    for name, old in before.events.items():
        new = known.get(name)
        if new is not None and uids_before.of_event(old) != uids.of_event(new):
            yield _problem("identity-changed", new, name=new.id)
    gone = [event for name, event in before.events.items() if name not in known]
    come = [event for name, event in after.events.items() if name not in before.events]
    for old, new in renamed(gone, come, after.events.values(), today=project.today):
        line = _line(project, old, new)
        same = uids_before.of_event(old) == uids.of_event(new)
        code = "event-moved-address" if same else "event-renamed"
        yield _problem(code, new, title=new.title.in_language(project.lang.code), old=old.id, line=line)


def _line(project: Project, old: Event, new: Event) -> str:
    """Return the line that keeps the old one's identity and addresses."""
    try:
        content = (project.root / new.origin.path).read_bytes()
    except OSError:  # deleted meanwhile
        content = b""
    former = dict.fromkeys((*old.former_ids, old.id, *new.former_ids))
    return former_line(content, list(former), project.lang.code)


def _problem(code: str, event: Event, **values: str) -> Problem:
    origin = event.origin
    return Problem(
        code, origin.path, origin.line, origin.column, "former_ids", tuple(values.items()), Severity.WARNING
    )
