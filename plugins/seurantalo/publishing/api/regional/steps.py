"""What has to be sent to a regional calendar so that it says what the site says, in the order in which it can be.

Pictures and places come before the events that name them, what has parts before its parts. A list is taken whole or
not at all, so lists are short. What the calendar has already is not sent again, and what is kept back stays there as
it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from seurantalo.frozen import dataclass
from seurantalo.publishing.api.regional.bodies import Draft
from seurantalo.publishing.api.regional.checks import faults_of_place
from seurantalo.publishing.api.regional.report import RegionalReport
from seurantalo.publishing.api.regional.same import cleared, same
from seurantalo.publishing.api.regional.terms import Terms

#: Objects of one list.
MOST: Final = 20
#: Events that may be taken away at once; beyond a tenth of all that are there somebody has to look first.
FEW: Final = 5
_SHARE: Final = 10


@dataclass(frozen=True, slots=True)
class Step:
    """One request: what is sent (None: nothing) to an address below that of the API; ``drafts`` are its events."""

    method: str
    path: str
    body: object
    drafts: tuple[Draft, ...] = ()

    @property
    def parts(self) -> tuple[Step, ...]:
        """The same one object at a time, for a list that was refused."""
        if not isinstance(self.body, list) or len(self.body) == 1:
            return ()
        return tuple(Step(self.method, self.path, [one.body], (one,)) for one in self.drafts)


@dataclass(frozen=True, slots=True)
class Steps:
    """All requests in order, and events of ours that are there and nowhere in the site any more.

    ``too_many`` is how many of those there are, where they are so many that none is taken away; else 0.
    """

    pictures: tuple[Step, ...]
    places: tuple[Step, ...]
    events: tuple[Step, ...]
    gone: tuple[Step, ...]
    too_many: int = 0

    @property
    def all(self) -> tuple[Step, ...]:
        """The requests in order."""
        return (*self.pictures, *self.places, *self.events, *self.gone)


def steps(
    report: RegionalReport,
    there: Terms,
    places: Mapping[str, Mapping[str, Any]],
    ours: Sequence[str],
) -> Steps:
    """Return what has to be sent.

    ``there`` says which events and pictures the calendar has, ``places`` those of ours that it has by id, ``ours``
    are the ids of our events to come in it.
    """
    known = {draft.id for draft in (*report.taken, *(one.draft for one in report.kept))}
    gone = [name for name in ours if name not in known and not there.events.get(name, {}).get("deleted")]
    allowed = len(gone) <= max(FEW, len(ours) // _SHARE)
    return Steps(
        pictures=tuple(Step("POST", "image/", one) for one in report.pictures if one["url"] not in there.pictures),
        places=tuple(_places(report, there, places)),
        events=tuple(_events(report, there)),
        gone=tuple(Step("DELETE", f"event/{name}/", None) for name in gone) if allowed else (),
        too_many=0 if allowed else len(gone),
    )


def _places(report: RegionalReport, there: Terms, places: Mapping[str, Mapping[str, Any]]) -> Iterator[Step]:
    for one in report.places:
        if faults_of_place(one, there):
            continue
        known = places.get(one["id"])
        if known is None:
            yield Step("POST", "place/", one)
        elif not same(one, known):
            yield Step("PUT", f"place/{one['id']}/", cleared(one, known))


def _events(report: RegionalReport, there: Terms) -> Iterator[Step]:
    """Yield lists of events: by how deep they are below others, new ones and changed ones apart."""
    changed = [one for one in report.taken if one.id not in there.events or not same(one.body, there.events[one.id])]
    depths = _depths(report.taken)
    for _, some in groupby(changed, key=lambda one: depths[one.id]):
        level = list(some)
        for method, of_it in (
            ("POST", [one for one in level if one.id not in there.events]),
            ("PUT", [one for one in level if one.id in there.events]),
        ):
            for start in range(0, len(of_it), MOST):
                part = tuple(of_it[start : start + MOST])
                yield Step(method, "event/", [dict(one.body) for one in part], part)


def _depths(drafts: Sequence[Draft]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for one in drafts:  # each stands behind what it is a part of
        found[one.id] = found.get(one.whole, -1) + 1 if one.whole else 0
    return found
