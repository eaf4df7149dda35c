"""Dates that our own feeds write beside their series, each with a UID of its own, come home to it.

Our feeds have no RDATE, and no exception that passes its neighbours, because some programs read these wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from seurantalo.importing.entry import Entry


def at_home(groups: Mapping[object, list[Entry]]) -> dict[object, list[Entry]]:
    """Return entries by UID, with the dates of a series under the series' own UID."""
    found = {uid: [entry for entry in entries if not _is_away(entry)] for uid, entries in groups.items()}
    away: dict[str, list[Entry]] = {}
    for entries in groups.values():
        for entry in filter(_is_away, entries):
            away.setdefault(entry.series, []).append(entry)
    for uid, beside in away.items():
        dates = list(beside)
        home = found.get(uid) or []
        master = next((entry for entry in home if entry.again is None), None)
        if master is not None:
            home.remove(master)
        elif all(entry.extra for entry in dates):
            # Dates in a list, of which the first ones are over.
            first = min(dates, key=lambda entry: str(entry.starts.moment))
            master = replace(first, uid=uid)
            dates.remove(first)
        else:
            for entry in dates:
                found.setdefault(entry.uid, []).append(entry)
            continue
        added = tuple(entry.stands_for for entry in dates if entry.extra and entry.stands_for is not None)
        moved = (replace(entry, uid=uid, again=entry.stands_for) for entry in dates)
        found[uid] = [replace(master, added=(*master.added, *added)), *home, *moved]
    return {uid: entries for uid, entries in found.items() if entries}


def _is_away(entry: Entry) -> bool:
    return bool(entry.series) and entry.stands_for is not None and entry.again is None
