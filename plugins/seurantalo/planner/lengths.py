"""How long an event lasts where its file does not say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Final

from seurantalo.model.event import Event, Format
from seurantalo.model.settings import Settings

#: Hours by form. Forms that are not here take the site's own number (``assumed_hours``).
ASSUMED_HOURS: Final[Mapping[Format, float]] = MappingProxyType(
    {
        Format.BREAKFAST: 2,
        Format.CAMP: 24,
        Format.CLUB: 1.5,
        Format.CONCERT: 2,
        Format.COURSE: 3,
        Format.DANCE: 4,
        Format.EXHIBITION: 6,
        Format.FESTIVAL: 8,
        Format.LECTURE: 1.5,
        Format.MARKET: 5,
        Format.MEETING: 2,
        Format.PARTY: 4,
        Format.RACE: 4,
        Format.SERVICE: 1,
        Format.SPORT: 2,
        Format.TABLE: 3,
        Format.TALKOOT: 4,
        Format.THEATRE: 2.5,
        Format.TRIP: 10,
        Format.VILLAGE_DAY: 6,
        Format.WORKSHOP: 3,
    }
)


def assumed_length(event: Event, settings: Settings) -> timedelta:
    """Return how long an event without an end is taken to last."""
    return timedelta(hours=ASSUMED_HOURS.get(event.format, settings.assumed_hours))
