"""What speaks for a practice, counted from the records and never claimed by its writer."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from seurantalo.frozen import dataclass
from seurantalo.model.community import Community
from seurantalo.model.event import Format
from seurantalo.model.practice import Practice
from seurantalo.wiki.adoption import IN_USE, adoptions_of
from seurantalo.wiki.practice_log import PracticeLog


class Evidence(StrEnum):
    """A sort of evidence.

    >>> [mark.evidence.value for mark in evidence(library, practice, log)]
    ['held', 'spread', 'attended', 'last-held', 'adopted', 'sourced']
    """

    ADOPTED = "adopted"
    """Others than its makers do it or try it."""
    ATTENDED = "attended"
    """People came, and somebody counted them."""
    ENDORSED = "endorsed"
    """Organisations recommend it in their own name."""
    FORMATS = "formats"
    """It has been held in more than one form."""
    HELD = "held"
    """It has been done, and what came of it is written."""
    LAST_HELD = "last-held"
    """When it was last held."""
    MOVED = "moved"
    """Dates that came true on another day than planned: told, because plans and deeds are kept apart."""
    SOURCED = "sourced"
    """Its page rests on documents."""
    SPREAD = "spread"
    """It has been done in more than one municipality."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A sort of evidence and how much there is of it: times, municipalities, people, forms, adopters, sources.

    ``day`` is the day it was last held, ``formats`` the forms that were counted.

    >>> {mark.evidence.value: mark.n for mark in evidence(library, practice, log)}["attended"]
    24
    """

    evidence: Evidence
    n: int
    day: date | None = None
    formats: tuple[Format, ...] = ()


def evidence(community: Community, practice: Practice, log: PracticeLog) -> tuple[Mark, ...]:
    """Return the evidence that there is for a practice: what was done, then who stands behind it.

    What its makers do themselves is no adoption.

    >>> from dataclasses import replace
    >>> for makers in ("martat",), ("martat", "nuoret"):
    ...     marks = evidence(library, replace(practice, implementers=makers), log)
    ...     print([mark.n for mark in marks if mark.evidence is Evidence.ADOPTED])
    [1]
    []
    """
    taken_up = [found for found in adoptions_of(community, practice) if found.status in IN_USE]
    makers = set(practice.implementers)
    totals = log.totals
    places = set(totals.municipalities) | {found.municipality for found in taken_up}
    marks = (
        Mark(Evidence.HELD, totals.runs),
        Mark(Evidence.SPREAD, len(places) if len(places) > 1 else 0),
        Mark(Evidence.ATTENDED, totals.people),
        Mark(Evidence.FORMATS, len(totals.formats) if len(totals.formats) > 1 else 0, formats=totals.formats),
        Mark(Evidence.LAST_HELD, int(totals.last_held is not None), day=totals.last_held),
        Mark(Evidence.MOVED, totals.moved),
        Mark(Evidence.ADOPTED, len({found.adopter for found in taken_up} - makers)),
        Mark(Evidence.ENDORSED, len({found.organisation for found in practice.endorsements})),
        Mark(Evidence.SOURCED, len(practice.sources)),
    )
    return tuple(mark for mark in marks if mark.n)
