"""Dates and times of foreign calendars (RFC 5545, 3.3.4 and 3.3.5), and what is wrong with how they are written."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from seurantalo.frozen import dataclass
from seurantalo.importing.content_lines import Property, read_stamp
from seurantalo.importing.zones import Zones
from seurantalo.model.record import day_of

UTC: Final = ZoneInfo("UTC")
_DAY: Final = timedelta(days=1)
_MIDNIGHT: Final = time(0)
#: The last minute of a day: programs that know no whole days end them then.
_LAST_MINUTE: Final = time(23, 59)
_SECONDS: Final = re.compile(r"T\d{2}:?\d{2}:?(?!00)\d{2}")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day (``zone`` is None), or a wall time in a zone."""

    moment: date | datetime
    zone: ZoneInfo | None = None

    @property
    def whole_day(self) -> bool:
        """True for a day."""
        return self.zone is None

    def in_zone(self, zone: ZoneInfo) -> datetime:
        """Return the wall time in a zone, with PEP 495's fold; for a day its midnight."""
        if not isinstance(self.moment, datetime) or self.zone is None:
            return datetime.combine(self.moment, datetime.min.time())
        # By way of UTC: a time that the clocks skip becomes the one that they show (RFC 5545, 3.3.5).
        moment = self.moment.replace(tzinfo=self.zone).astimezone(UTC).astimezone(zone)
        return moment.replace(tzinfo=None)

    def as_day(self, zone: ZoneInfo) -> Stamp:
        """Return the day that it is in a zone."""
        return Stamp(day_of(self.moment if self.zone is None else self.in_zone(zone)))

    def shifted(self, shift: timedelta, zone: ZoneInfo) -> Stamp:
        """Return a time in UTC as the wall time of a zone that is ``shift`` ahead, whatever its clocks do."""
        return Stamp(self.moment + shift, zone) if self.zone is UTC else self


class StampReader:
    """Reads the dates of one entry; ``notes`` are the codes of what was odd about them, each with the words."""

    def __init__(self, zones: Zones) -> None:
        """Take the zones that the file may name."""
        self.zones = zones
        self.notes: dict[str, str] = {}

    def read(self, found: Property, value: str) -> Stamp:
        """Return a value of a property; raise EntryError where it is none."""
        moment, utc = read_stamp(value)
        declared = found.parameters.get("VALUE", "").strip().upper()
        if not isinstance(moment, datetime):
            # What declares nothing is a DATE-TIME (RFC 5545, 3.8.2.4).
            if declared != "DATE":
                self.notes.setdefault("import-value-type", value.strip()[:60])
            return Stamp(moment)
        if declared == "DATE":
            self.notes.setdefault("import-value-type", value.strip()[:60])
            if moment.time() == _MIDNIGHT:
                return Stamp(moment.date())
        if found.name in ("DTSTART", "DTEND") and _SECONDS.search(value):
            self.notes.setdefault("import-seconds-dropped", value.strip()[:60])
        if utc:
            return Stamp(moment, UTC)
        name = found.parameters.get("TZID", "")
        return Stamp(moment, self.zones.zone(name) if name else self.zones.floating)

    def settled(self, starts: Stamp, ends: Stamp | None, flag: str) -> tuple[Stamp, Stamp | None, ZoneInfo | None]:
        """Return start and end as they are meant, and in which zone's midnights they are whole days, where they are.

        ``flag`` is what Microsoft's programs say of whole days. An end that says nothing is None.
        """
        flag = flag.strip().upper()
        if not starts.whole_day and flag not in ("FALSE", "0"):
            for zone in dict.fromkeys((starts.zone, self.zones.site)):
                days = _days(starts, ends, zone, flagged=flag in ("TRUE", "1")) if zone is not None else None
                if days is not None:
                    if not flag:
                        self.notes["import-whole-days"] = f"{_clock(starts)}–{_clock(ends)}"
                    return *days, zone
        return starts, self._end(starts, ends), None

    def _end(self, starts: Stamp, ends: Stamp | None) -> Stamp | None:
        if ends is None:
            return None
        if ends.whole_day != starts.whole_day:
            self.notes["import-end-unlike-start"] = f"{starts.moment:%Y%m%d} / {ends.moment:%Y%m%d}"
            return None
        if ends.whole_day:
            if ends.moment < starts.moment:
                self.notes["import-end-dropped"] = ""
            # The same day twice is that one day, as people mean it; RFC 5545, 3.8.2.2, wants the day after.
            return ends if ends.moment > starts.moment else None
        first, last = starts.in_zone(UTC), ends.in_zone(UTC)
        if last == first:
            self.notes["import-moment"] = ""
        elif last < first:
            self.notes["import-end-dropped"] = ""
        return ends if last > first else None


def _days(starts: Stamp, ends: Stamp | None, zone: ZoneInfo, *, flagged: bool) -> tuple[Stamp, Stamp] | None:
    """Return the first day and the day after the last, where the two are a zone's midnights; else None."""
    first = starts.in_zone(zone)
    if first.time() != _MIDNIGHT or (ends is None and not flagged) or (ends is not None and ends.whole_day):
        return None
    last = first + _DAY if ends is None else ends.in_zone(zone)
    if last.time() == _LAST_MINUTE:
        last += timedelta(minutes=1)
    if last == first and flagged:
        last += _DAY
    if last.time() != _MIDNIGHT or last <= first:
        return None
    return Stamp(first.date()), Stamp(last.date())


def _clock(stamp: Stamp | None) -> str:
    return f"{stamp.moment:%H:%M}" if stamp is not None else ""
