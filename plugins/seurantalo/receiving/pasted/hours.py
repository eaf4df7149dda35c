"""Which of the hours of a notice is the one at which it begins, and when it is over."""

from __future__ import annotations

from typing import Final

from seurantalo.receiving.pasted.dates import Group
from seurantalo.receiving.pasted.times import Hours

#: Hours that open an event, best first.
ROLES: Final = ("begins", "main")


def main_hours(hours: list[Hours]) -> Hours | None:
    """Return the hours at which it begins; doors and coffee only where there is nothing else."""
    mains = [one for one in hours if one.role in ROLES]
    begins = [one for one in mains if one.role == "begins"]
    doors = any(one.role == "opens" for one in hours)
    if begins and (doors or mains[0].ends is None):
        return begins[0] if mains[0] not in begins and begins[0].starts > mains[0].starts and doors else mains[0]
    if mains:
        return mains[0]
    return next((one for one in hours if one.role in ("opens", "beside")), None)


def end_of(hours: list[Hours], main: Hours) -> int | None:
    """Return when it is over, in minutes."""
    if main.ends is not None:
        return main.ends
    return next((one.starts for one in hours if one.role == "closes" and one.start > main.start), None)


def is_of_other(groups: list[Group], hours: Hours) -> bool:
    """Tell whether hours are those of a day that is not the event's."""
    return any(hours in group.hours for group in groups if group.role != "event")
