"""One event file beside a community that is already read: is it good, and what does it say?"""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache

from seurantalo.model.community import Community
from seurantalo.model.event import Event
from seurantalo.model.kinds import RECORDS
from seurantalo.model.problem import Problem, Severity
from seurantalo.model.record import Kind, Origin, Revision
from seurantalo.model.settings import Settings
from seurantalo.reading.event.record import event_values
from seurantalo.reading.event.repeats import gathered
from seurantalo.reading.file_flaws import report_flaws, without_echoes
from seurantalo.reading.file_scope import Known, Scope
from seurantalo.reading.names.known import Names, names_of
from seurantalo.reading.records import own_entries
from seurantalo.reading.yaml.tree import read_tree


class EventReader:
    """Reads texts as event files of a project whose other records are known."""

    def __init__(self, community: Community, settings: Settings, today: date) -> None:
        """Take what the links of an event may lead to."""
        self.known = known_of(community)
        self._settings, self._today = settings, today
        start = datetime(today.year, today.month, today.day, tzinfo=UTC)
        self._revision = Revision(start, start)

    def read(self, event_id: str, path: str, text: str) -> tuple[Event | None, tuple[Problem, ...]]:
        """Return the event, or None where the file has errors, and all that is to be said of it."""
        scope = Scope(
            path=path,
            text=text,
            known=self.known,
            settings=self._settings,
            today=self._today,
            revision=self._revision,
            kind=Kind.EVENT,
            record_id=event_id,
        )
        tree, flaws = read_tree(text)
        report_flaws(scope, flaws)
        values = None
        if tree is not None:
            scope.tree = tree
            tree = gathered(tree)
            values = event_values(scope, own_entries(scope, RECORDS[Kind.EVENT], tree), tree)
            without_echoes(scope, flaws)
        failed = any(problem.severity is Severity.ERROR for problem in scope.problems)
        if values is None or failed:
            return None, tuple(scope.problems)
        return Event(id=event_id, origin=Origin(path), revision=self._revision, **values), tuple(scope.problems)


def known_of(community: Community) -> Known:
    """Return what a community holds, in the form that reading a further record needs."""

    @cache
    def names_of_kind(kind: Kind) -> Names:
        names = Names(kind)
        for record in community.by_kind[kind].values():
            names.add(record.id, names_of(record))
        return names

    ids = {kind: frozenset(table) for kind, table in community.by_kind.items()}
    known = Known(ids=ids, names_in_files=names_of_kind)
    for table in community.by_kind.values():
        for record in table.values():
            known.learn(record)
    return known
