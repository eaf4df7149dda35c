"""Agreed clashes: two organisers know of each other's date, so nobody needs to be told again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from seurantalo.model.community import Community
from seurantalo.model.event import AgreedClash, Event
from seurantalo.model.problem import Problem, Severity, in_order

#: Tells whether an event's day, place or audience changed after a day. Only who reads the history can know.
ChangedSince: TypeAlias = Callable[[Event, date], bool]


class Agreements:
    """Who has agreed with whom, in either file. An agreement lapses when what was agreed on changed later."""

    def __init__(self, community: Community, language: str, changed_since: ChangedSince | None = None) -> None:
        """``language`` is that of the notices.

        Without ``changed_since``, or without the day of the agreement, an agreement stands.
        """
        self._standing: dict[tuple[str, str], AgreedClash] = {}
        problems: list[Problem] = []
        for event in community.events.values():
            for agreement in event.agreed_clashes:
                other = community.events.get(agreement.with_event)
                if other is None or other is event:
                    continue
                if _stands(agreement, (event, other), changed_since):
                    pair = (min(event.id, other.id), max(event.id, other.id))
                    self._standing.setdefault(pair, agreement)
                else:
                    problems.append(_lapsed(event, other, language))
        self.problems: tuple[Problem, ...] = in_order(problems)

    def between(self, event: Event, other: Event) -> AgreedClash | None:
        """Return the standing agreement of two events."""
        return self._standing.get((min(event.id, other.id), max(event.id, other.id)))


def _stands(agreement: AgreedClash, events: tuple[Event, Event], changed_since: ChangedSince | None) -> bool:
    agreed_on = agreement.agreed_on
    if changed_since is None or agreed_on is None:
        return True
    return not any(changed_since(event, agreed_on) for event in events)


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
