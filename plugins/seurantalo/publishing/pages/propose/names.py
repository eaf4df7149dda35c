"""What places and people are called, for fields that complete a name as it is typed, and for the check."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from seurantalo.model.organisation import Organisation
from seurantalo.model.place import Municipality, Room, Venue
from seurantalo.planner.clashes import Ground
from seurantalo.planner.clashes.hands import Hands
from seurantalo.publishing.pages.propose.sheets import contact, versions
from seurantalo.publishing.pages.shared.context import PageContext


class Names:
    """Tells what records are called, each as a small object without what is not known of it."""

    def __init__(self, ctx: PageContext, ground: Ground) -> None:
        """Take what the rules know of organisers and halls."""
        self._ctx = ctx
        self._ground = ground

    def organisation(self, one: Organisation) -> dict[str, Any]:
        """Return an organisation; ``hands`` 0: one set of people, 2: many, else some; ``of``: its municipality."""
        found: dict[str, Any] = {"id": one.id, "name": versions(one.name, self._ctx.lang.code)}
        hands = self._ground.hands(one.id)
        more = {
            "municipality": one.municipality,
            "of": self._ground.municipality_behind(one.id),
            "contact": contact(one.contact, self._ctx) if one.contact else None,
        }
        if hands is not Hands.SOME:
            found["hands"] = int(hands)
        return found | {name: value for name, value in more.items() if value}

    def venue(self, one: Venue) -> dict[str, Any]:
        """Return a venue; ``margin`` are the minutes that it states, the site's own where it states none."""
        found: dict[str, Any] = {
            "id": one.id,
            "name": versions(one.name, self._ctx.lang.code),
            "municipality": one.municipality,
        }
        if one.setup_margin is not None:
            found["margin"] = one.setup_margin
        more = {"capacity": one.capacity, "private": one.private, "rooms": [self._room(room) for room in one.rooms]}
        return found | {name: value for name, value in more.items() if value}

    def _room(self, room: Room) -> dict[str, Any]:
        found = {"id": room.id, "name": versions(room.name, self._ctx.lang.code)}
        return found | ({"capacity": room.capacity} if room.capacity else {})

    def municipality(self, one: Municipality) -> dict[str, Any]:
        """Return a municipality: its name, the form in which something is there, its region, whom to ask."""
        found = {"id": one.id, "name": self._ctx.words(one.name), "locative": self._ctx.words(one.locative)}
        more = {"region": one.region, "contact": contact(one.contacts[0], self._ctx) if one.contacts else None}
        return found | {name: value for name, value in more.items() if value}

    def of(self, organisations: Iterable[Organisation], venues: Iterable[Venue]) -> dict[str, Any]:
        """Return the content of a file of names."""
        return {
            "organisations": [self.organisation(one) for one in organisations],
            "venues": [self.venue(one) for one in venues],
        }
