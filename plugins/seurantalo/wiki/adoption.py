"""Who has taken up whose practice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from seurantalo.model.community import Community
from seurantalo.model.place import Municipality
from seurantalo.model.practice import Adoption, AdoptionStatus, Practice
from seurantalo.model.record import Kind, Record

#: The practice is really done, not only talked about.
IN_USE: Final = (AdoptionStatus.IN_USE, AdoptionStatus.TRYING)

_ORDER: Final = (
    AdoptionStatus.IN_USE,
    AdoptionStatus.TRYING,
    AdoptionStatus.PLANNED,
    AdoptionStatus.INTERESTED,
    AdoptionStatus.STOPPED,
)


def adoptions_of(community: Community, practice: Practice) -> tuple[Adoption, ...]:
    """Return who uses a practice: furthest first, then by day and id.

    >>> [(one.adopter, one.status.value) for one in adoptions_of(library, practice)]
    [('nuoret', 'in-use')]
    """
    return _sorted(community.roles(practice).get((Kind.ADOPTION, "practice"), ()))


def adoptions_in(community: Community, municipality: Municipality) -> tuple[Adoption, ...]:
    """Return what is taken up in a municipality, in the same order.

    >>> [one.practice for one in adoptions_in(library, library.municipalities["alajarvi"])]
    ['pyorea-poyta']
    """
    return _sorted(community.roles(municipality).get((Kind.ADOPTION, "municipality"), ()))


def _sorted(records: Iterable[Record]) -> tuple[Adoption, ...]:
    found = [record for record in records if isinstance(record, Adoption)]
    return tuple(sorted(found, key=lambda one: (_ORDER.index(one.status), one.since, one.id)))
