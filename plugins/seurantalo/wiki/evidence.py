"""What speaks for a practice, counted from the records and never claimed by its writer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from seurantalo.model.community import Community
from seurantalo.model.practice import Practice
from seurantalo.wiki.adoption import IN_USE, adoptions_of
from seurantalo.wiki.practice_log import PracticeLog


class Evidence(StrEnum):
    """A sort of evidence."""

    ADOPTED = "adopted"
    """Others than its makers do it or try it."""
    ENDORSED = "endorsed"
    """Organisations recommend it in their own name."""
    HELD = "held"
    """It has been done, and what came of it is written."""
    SOURCED = "sourced"
    """Its page rests on documents."""
    SPREAD = "spread"
    """It has been done in more than one municipality."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A sort of evidence and how much there is of it: times, municipalities, adopters, organisations, sources."""

    evidence: Evidence
    n: int


def evidence(community: Community, practice: Practice, log: PracticeLog) -> tuple[Mark, ...]:
    """Return the evidence that there is for a practice, the strongest sort first."""
    taken_up = [found for found in adoptions_of(community, practice) if found.status in IN_USE]
    makers = set(practice.implementers)
    places = set(log.totals.municipalities) | {found.municipality for found in taken_up}
    amounts = (
        (Evidence.ADOPTED, len({found.adopter for found in taken_up} - makers)),
        (Evidence.SPREAD, len(places) if len(places) > 1 else 0),
        (Evidence.HELD, log.totals.runs),
        (Evidence.ENDORSED, len({found.organisation for found in practice.endorsements})),
        (Evidence.SOURCED, len(practice.sources)),
    )
    return tuple(Mark(sort, n) for sort, n in amounts if n)
