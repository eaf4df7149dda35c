"""New events that are over already: more often a slip of the year than a chronicle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from seurantalo.cli.understood import News, Understood
from seurantalo.model.event import Event, EventStatus
from seurantalo.model.problem import Problem, Severity
from seurantalo.project import Project
from seurantalo.publishing import wording


def past_problems(project: Project, news: Iterable[Understood]) -> Iterator[Problem]:
    """Yield a notice for each new event whose last date is over.

    None for what somebody tells of afterwards, with an outcome or as held, and for what came from another calendar.
    """
    for one in news:
        event = one.record
        if one.news is not News.NEW or not isinstance(event, Event) or not one.dates:
            continue
        told = event.outcome is not None or event.status is EventStatus.HELD or event.log
        if told or event.uid or event.external is not None or event.former_ids:
            continue
        last = one.dates[-1]
        if last.last_day < project.today:
            ends = None if last.ends_assumed else last.ends_local
            when = wording.when(last.starts_local, ends, project.lang)
            origin = event.origin
            values = (("when", when),)
            yield Problem("event-in-past", origin.path, origin.line, origin.column, "starts", values, Severity.NOTICE)
