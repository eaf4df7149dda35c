"""Agreed clashes: two organisers know of each other's date, so nobody needs to be told again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from seurantalo.model.community import Community
from seurantalo.model.event import AgreedClash, Event
from seurantalo.model.problem import Problem, Severity, in_order

#: Tells whether day, place or audience of either event changed after the agreement in the first one's file was
#: written. Only who reads the history can know.
ChangedSince: TypeAlias = Callable[[Event, AgreedClash, Event], bool]


class Agreements:
    """Who has agreed with whom, in either file. An agreement lapses when what was agreed on changed later."""

    def __init__(self, community: Community, language: str, changed_since: ChangedSince | None = None) -> None:
        """``language`` is that of the notices. Without ``changed_since`` every agreement stands."""
        self._standing: dict[tuple[str, str], AgreedClash] = {}
        problems: list[Problem] = []
        for event in community.events.values():
            for agreement in event.agreed_clashes:
                other = community.events.get(agreement.with_event)
                if other is None or other is event:
                    continue
                if changed_since is None or not changed_since(event, agreement, other):
                    pair = (min(event.id, other.id), max(event.id, other.id))
                    self._standing.setdefault(pair, agreement)
                else:
                    problems.append(_lapsed(event, other, language))
        self.problems: tuple[Problem, ...] = in_order(problems)

    def between(self, event: Event, other: Event) -> AgreedClash | None:
        """Return the standing agreement of two events."""
        if not self._standing:
            return None
        return self._standing.get((min(event.id, other.id), max(event.id, other.id)))


def _lapsed(event: Event, other: Event, language: str) -> Problem:
    origin = event.origin
    return Problem(
        code="clash-agreement-lapsed",
        path=origin.path,
        line=origin.line,
        column=origin.column,
        field="clash_ok",
        values=(("other", other.title.in_language(language)),),
        severity=Severity.NOTICE,
    )
