"""What ties two events together, so that they are no rivals: the reasons for which rules are silent about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from seurantalo.model.community import Community
from seurantalo.planner.clashes.reason import Reason

SAME_EVENT: Final = Reason("same-event", "It is one and the same event.")
BOTH_ROUTINE: Final = Reason(
    "both-routine", "Both are routine (daily or weekly, or weight: routine): they live with each other."
)
JOINT: Final = Reason("joint", "They are arranged together (with), so they know of each other.")
PART_OF_OTHER: Final = Reason("part-of-other", "One is a part of the other (part_of), so they know of each other.")
ONE_SERIES: Final = Reason("bound", "They are of one series (series), so they know of each other.")
ONE_FEAST: Final = Reason("bound", "They are parts of one event (part_of), so they know of each other.")
#: By the first word of a bond.
BOUND: Final[Mapping[str, Reason]] = MappingProxyType({"joint": JOINT, "part": ONE_FEAST, "series": ONE_SERIES})


def bonds_of(community: Community) -> dict[str, frozenset[str]]:
    """Return what ties events together: event id -> names of series, umbrellas and joint groups.

    Everybody in a list of joint events has been planned with the one that wrote the list, so with each other.
    """
    found: dict[str, set[str]] = {}

    def tie(events: Iterable[str], bond: str) -> None:
        for event in events:
            found.setdefault(event, set()).add(bond)

    for event in community.events.values():
        if event.series:
            tie((event.id,), f"series {event.series}")
        if event.joint_with:
            tie((event.id, *event.joint_with), f"joint {event.id}")
        umbrella, seen = event.part_of, {event.id}
        while umbrella is not None and umbrella not in seen:
            seen.add(umbrella)
            tie((event.id, umbrella), f"part {umbrella}")
            umbrella = community.events[umbrella].part_of
    return {event: frozenset(bonds) for event, bonds in found.items()}
