"""Time zones of foreign calendars: names of an allow-list, Windows' names, and zones that a file defines itself.

A name that means nothing certain is refused: an hour's mistake is worse than an event that is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

from seurantalo.importing.content_lines import EntryError, Property, read_properties, read_stamp
from seurantalo.importing.stream import Component
from seurantalo.reading.file_scope import zone_names

#: Names that are not of the tz database and yet clear.
_OTHERS: Final = {"Z": "UTC", "GMT": "UTC", "Etc/UTC": "UTC", "Etc/GMT": "UTC", "Etc/Zulu": "UTC"}
#: The zones that a definition without a known name is compared with, the site's own before them.
_CANDIDATES: Final = ("Europe/Helsinki", "Europe/Stockholm", "Europe/London", "Europe/Moscow", "UTC")
_OFFSET: Final = re.compile(r"([+-])(\d{2})(\d{2})(?:\d{2})?\Z")
_BYDAY: Final = re.compile(r"([+-]?\d)(MO|TU|WE|TH|FR|SA|SU)\Z")
_DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
#: A name with a program's path before it: ``/freeassociation.sourceforge.net/Europe/Helsinki``.
_TAIL: Final = re.compile(r"[A-Za-z]+/[A-Za-z_]+(?:/[A-Za-z_]+)?\Z")
#: Outlook's way of showing a zone: ``(UTC+02:00) Helsinki, Kyiv, Riga``.
_SHOWN: Final = re.compile(r"\((?:UTC|GMT)([+-]\d{2}):?(\d{2})\)\s*(.+)\Z")
#: Zones that one file may define, and years in which a definition is tried.
_MOST_ZONES: Final = 200
_TRIED: Final = (2024, 2026, 2027)


class Zones:
    """The zones of one calendar file."""

    def __init__(self, site: str, components: Iterable[Component] = (), own: str = "") -> None:
        """``site`` is the site's zone; ``components`` are the VTIMEZONEs; ``own`` is X-WR-TIMEZONE."""
        self.site = ZoneInfo(site)
        self._defined: dict[str, Component] = {}
        for component in list(components)[:_MOST_ZONES]:
            names = [each.value.strip() for each in read_properties(component.lines) if each.name == "TZID"]
            if names:
                self._defined.setdefault(names[0], component)
        self._found: dict[str, ZoneInfo | None] = {}
        self.floating = (self._find(own) or self.site) if own else self.site
        """The zone of times that name none."""

    def zone(self, name: str) -> ZoneInfo:
        """Return the zone of a TZID; raise EntryError where it is not certain which one is meant."""
        if name not in self._found:
            self._found[name] = self._find(name)
        zone = self._found[name]
        if zone is None:
            raise EntryError("import-unknown-zone", found=name[:60] or "-")
        return zone

    def _find(self, name: str) -> ZoneInfo | None:
        known = known_name(name)
        if known:
            return ZoneInfo(known)
        component = self._defined.get(name.strip())
        return same_zone(component, (self.site.key, *_CANDIDATES)) if component else None


def known_name(name: str) -> str:
    """Return the tz database's name for a zone by any name that is certain; ``""`` where there is none."""
    words = name.strip().strip('"')
    if words in _OTHERS:
        return _OTHERS[words]
    if words in zone_names():
        return words
    windows = _windows()
    if words in windows:
        return windows[words]
    tail = _TAIL.search(words)
    if tail and tail[0] in zone_names():
        return tail[0]
    if tail and (shorter := tail[0].partition("/")[2]) in zone_names() and "/" in shorter:
        return shorter
    shown = _SHOWN.match(words)
    return _shown(shown) if shown else ""


def _shown(match: re.Match[str]) -> str:
    """Return the zone of a city that Outlook shows, where its winter offset is the one that stands before it."""
    offset = timedelta(hours=int(match[1]), minutes=int(match[2]))
    for city in re.split(r",\s*", match[3]):
        name = f"Europe/{city.strip().title()}"
        if name in zone_names() and ZoneInfo(name).utcoffset(datetime(2027, 1, 15)) == offset:
            return name
    return ""


@cache
def _windows() -> Mapping[str, str]:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # noqa: PLC0415 (late: a build needs none)

    return {name: zone for name, zone in WINDOWS_TO_OLSON.items() if zone in zone_names()}


def same_zone(component: Component, candidates: Iterable[str]) -> ZoneInfo | None:
    """Return the first candidate whose clocks are those that a VTIMEZONE defines; else a fixed offset's zone.

    They are compared at noon of winter and summer, and around the candidate's own changes of the clock.
    """
    observances = [found for part in component.parts if (found := _observance(part)) is not None]
    if not observances:
        return None
    for name in dict.fromkeys(candidates):
        zone = ZoneInfo(name)
        if all(_offset(observances, when) == _utc_offset(zone, when) for when in _probes(zone)):
            return zone
    offsets = {to for to, *_ in observances}
    if len(offsets) == 1:
        hours, rest = divmod(next(iter(offsets)), timedelta(hours=1))
        # The signs of Etc are turned round (tz database, file etcetera).
        name = "UTC" if not hours else f"Etc/GMT{-hours:+d}"
        if not rest and name in zone_names():
            return ZoneInfo(name)
    return None


#: An observance: its offset, its onset as written (wall time of the offset before), the offset before, its rule.
_Observance = tuple[timedelta, datetime, timedelta, Mapping[str, str]]


def _observance(part: Component) -> _Observance | None:
    properties: dict[str, Property] = {}
    for each in read_properties(part.lines):
        properties.setdefault(each.name, each)
    try:
        to, before = (_read_offset(properties[name].value) for name in ("TZOFFSETTO", "TZOFFSETFROM"))
        starts, _ = read_stamp(_late(properties["DTSTART"].value))
    except (KeyError, EntryError):
        return None
    if not isinstance(starts, datetime):
        return None
    rule = properties.get("RRULE")
    parts = dict(part.split("=", 1) for part in rule.value.upper().split(";") if "=" in part) if rule else {}
    return to, starts, before, parts


def _late(value: str) -> str:
    """Return an onset before 1900, as Outlook writes it (16010101T040000), in 1970: its rule is what counts."""
    return f"1970{value[4:]}" if value[:2] in ("16", "17", "18") else value


def _read_offset(value: str) -> timedelta:
    match = _OFFSET.match(value.strip())
    if match is None:
        raise EntryError("import-bad-time", found=value[:60])
    offset = timedelta(hours=int(match[2]), minutes=int(match[3]))
    return -offset if match[1] == "-" else offset


def _offset(observances: list[_Observance], when: datetime) -> timedelta | None:
    """Return the offset in force at an instant (naive UTC): that of the latest onset before it."""
    best: tuple[datetime, timedelta] | None = None
    for to, starts, before, rule in observances:
        for onset in _onsets(starts, rule, when.year):
            instant = onset - before
            if instant <= when and (best is None or instant > best[0]):
                best = (instant, to)
    return best[1] if best else observances[0][2]


def _onsets(starts: datetime, rule: Mapping[str, str], year: int) -> list[datetime]:
    """Return the onsets in a year and the year before; without a yearly rule the first one alone."""
    day = _BYDAY.match(rule.get("BYDAY", ""))
    month = rule.get("BYMONTH", "")
    if rule.get("FREQ") != "YEARLY" or day is None or not month.isdecimal() or not 1 <= int(month) <= 12:
        return [starts]
    found = []
    until = rule.get("UNTIL", "")[:4]
    for each in (year - 1, year):
        if each < starts.year or (until.isdecimal() and each > int(until)):
            continue
        onset = _nth(each, int(month), int(day[1]), _DAYS.index(day[2]))
        if onset is not None:
            found.append(datetime.combine(onset, starts.time()))
    return found


def _nth(year: int, month: int, nth: int, weekday: int) -> date | None:
    if nth > 0:
        first = date(year, month, 1)
        found = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    else:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        found = last - timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-nth - 1))
    return found if found.month == month else None


@cache
def _probes(zone: ZoneInfo) -> tuple[datetime, ...]:
    """Return instants (naive UTC) that tell a zone from others: mid-seasons, and an hour around each change."""
    found = []
    for year in _TRIED:
        found += [datetime(year, 1, 15, 12), datetime(year, 7, 15, 12)]
        hour = datetime(year, 3, 1)
        for day in range(280):
            before, after = hour + timedelta(days=day), hour + timedelta(days=day + 1)
            if _utc_offset(zone, before) != _utc_offset(zone, after):
                for step in range(24):
                    one, other = before + timedelta(hours=step), before + timedelta(hours=step + 1)
                    if _utc_offset(zone, one) != _utc_offset(zone, other):
                        found += [one, other]
    return tuple(found)


def _utc_offset(zone: ZoneInfo, when: datetime) -> timedelta | None:
    return when.replace(tzinfo=UTC).astimezone(zone).utcoffset()
