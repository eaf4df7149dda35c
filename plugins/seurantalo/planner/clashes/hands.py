"""How many people an organiser has, as far as its name and its type tell."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from seurantalo.language import TONGUES
from seurantalo.model.organisation import Organisation, OrganisationType
from seurantalo.planner.titles import folded, words_of


class Hands(IntEnum):
    """How many people an organiser can send, as far as its name and type tell."""

    ONE_SET = 0
    """A choir, a band, a team: all are needed, and are in one place at a time."""
    SOME = 1
    MANY = 2
    """A municipality, a parish, a network."""


_MANY_HANDS: Final = frozenset(
    {
        *(OrganisationType.MUNICIPALITY, OrganisationType.MUNICIPAL_UNIT, OrganisationType.PARISH),
        OrganisationType.NETWORK,
    }
)
ENSEMBLES: Final = tuple(folded(word) for tongue in TONGUES.values() for word in tongue.ensembles)


def hands_of(organisation: Organisation) -> Hands:
    """Return how many hands an organisation has: its name ends as a choir's does, or it is of a type with many."""
    names = (word for _, name in organisation.name.versions for word in words_of(name))
    if any(name.endswith(ENSEMBLES) for name in names):
        return Hands.ONE_SET
    return Hands.MANY if organisation.organisation_type in _MANY_HANDS else Hands.SOME
