"""How two dates lie beside each other: overlapping, on one day or evening, one after another's night."""

from __future__ import annotations

from typing import Final

from seurantalo.planner.clashes.entries import Entry

#: Seconds from one municipality to another, with what one has to carry.
JOURNEY: Final = 3_600
_NOON: Final = 12 * 3_600


def overlap(a: Entry, b: Entry, margin: int = 0) -> bool:
    """True where the two share time, ends excluded; ``margin`` is the seconds needed between them."""
    return a.starts_at < b.ends_at + margin and b.starts_at < a.ends_at + margin


def after_a_night(a: Entry, b: Entry) -> bool:
    """True where one goes on past midnight and the other begins before noon of the day that has then begun."""
    return _before_noon(a, b) or _before_noon(b, a)


def _before_noon(night: Entry, morning: Entry) -> bool:
    midnight = morning.starts_at - morning.clock
    return night.last_day < night.reach == morning.day and midnight < night.ends_at and 0 < morning.clock < _NOON


def same_evening(a: Entry, b: Entry) -> bool:
    """True where both begin in the evening hours of one date."""
    return a.evening and b.evening and a.day == b.day


def same_day(a: Entry, b: Entry) -> bool:
    """True where the two share a local day."""
    return a.day <= b.last_day and b.day <= a.last_day


def days_between(a: Entry, b: Entry) -> int:
    """Return the days from the end of the one to the start of the other; 0 on one day."""
    return max(0, a.day - b.last_day, b.day - a.last_day)
