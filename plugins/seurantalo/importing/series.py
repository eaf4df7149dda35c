"""Entries of one UID become one event with its repetition and its changes, and events of their own for the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from seurantalo.frozen import dataclass
from seurantalo.importing.content_lines import LAST_YEAR, EntryError
from seurantalo.importing.entry import Entry
from seurantalo.importing.stamps import UTC, Stamp
from seurantalo.importing.times import Times, between, clock, days_later, from_utc, is_time, moved, shifted
from seurantalo.model.record import Moment, day_of
from seurantalo.model.recurrence import Recurrence, one_by_one
from seurantalo.planner.recurrence import MOST_DATES, expand
from seurantalo.reading.repetition.error import RepeatError
from seurantalo.reading.repetition.first_dates import first_dates, is_date_of, start_fits
from seurantalo.reading.repetition.rrule import read_rule

_DAY: Final = timedelta(days=1)
_COUNT: Final = re.compile(r"\bCOUNT=(\d{1,9})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateChange:
    """One date of a series that differs: the rule's day, and the entry that says how.

    With ``onwards`` it holds from that day on (RANGE=THISANDFUTURE of RFC 5545, 3.2.13).
    """

    given: Moment
    """The start that the series gives on that day."""
    times: Times
    entry: Entry
    onwards: bool = False

    @property
    def day(self) -> date:
        """The day that the series gives."""
        return day_of(self.given)


@dataclass(frozen=True, slots=True)
class Series:
    """One event to be: its own entry, when it is, its repetition, the dates that differ."""

    entry: Entry
    times: Times
    repeats: Recurrence | None = None
    changes: tuple[DateChange, ...] = ()
    apart: date | None = None
    """The date of a series that had to become an event of its own."""


#: Takes a problem's code, the entry's line and title, and its values.
Report = Callable[..., None]


class SeriesMaker:
    """Makes events of the entries of one UID, in the site's zone wherever that says the same."""

    def __init__(self, site: ZoneInfo, own: ZoneInfo, horizon: date, report: Report, *, ours: bool = False) -> None:
        """``own`` is the calendar's zone; ``horizon`` is the last day up to which repetition is looked at.

        ``ours``: a site of this kind wrote the calendar, and a zone that it names is meant.
        """
        self.ours = ours
        self.site, self.horizon, self.report = site, horizon, report
        self.own = site if own.key == UTC.key else own

    def make(self, entries: Sequence[Entry]) -> list[Series]:
        """Return the events of entries with one UID; raise EntryError where the series itself can't be carried."""
        masters = [entry for entry in entries if entry.again is None]
        others: dict[object, Entry] = {}
        for entry in sorted((one for one in entries if one.again is not None), key=lambda one: one.sequence):
            others[entry.again, entry.onwards] = entry  # of two words on one date the later one holds
        if not masters:
            return [self._single(entry) for entry in others.values()]
        master = max(masters, key=lambda one: one.sequence)
        if len(masters) > 1:
            self.report("import-uid-twice", master)
        if not (master.rules or master.added):
            if others:
                # A moved or cancelled single event, said as a date of a series of one.
                latest = max(others.values(), key=lambda one: one.sequence)
                return [self._single(replace(latest, again=None))]
            return [self._single(master)]
        return self._series(master, list(others.values()))

    def _single(self, entry: Entry) -> Series:
        apart = entry.again
        times = self.times(entry)
        day = None if apart is None else day_of(apart.moment)
        return Series(entry, times, apart=day)

    def times(self, entry: Entry, zone: ZoneInfo | None = None) -> Times:
        """Return when an entry is, in a zone (the site's); in UTC where that zone's clocks can't say it."""
        starts, ends = entry.starts, entry.ends
        kept = starts.zone if self.ours and starts.zone is not None and starts.zone.key != UTC.key else None
        zone = zone or kept or self.site
        if starts.whole_day:
            last = day_of(ends.moment) - _DAY if ends is not None else None
            first = day_of(starts.moment)
            return Times(first, last if last is not None and last > first else None, zone)
        begins = starts.in_zone(zone)
        finishes = ends.in_zone(zone) if ends is not None else None
        if begins.fold or (finishes is not None and (finishes.fold or finishes <= begins)):
            # The second of two like hours in autumn: wall time can't tell it.
            return Times(starts.in_zone(UTC), ends.in_zone(UTC) if ends is not None else None, UTC)
        if starts.zone is not None and starts.in_zone(starts.zone) != starts.moment:
            self.report("import-time-moved", entry, found=clock(starts.moment), right=clock(begins))
        return Times(begins, finishes, zone)

    def _series(self, master: Entry, others: list[Entry]) -> list[Series]:
        times = self.times(master, master.starts.zone or self.site)
        zone = times.zone
        times, repeats = self._rule(master, times, zone) if master.rules else self._by_hand(master, times, zone)
        given = self._given(times.starts, repeats, master)
        if zone.key == UTC.key and not self._keeps_step(given):
            shift = self._shift_from_utc(times.starts)
            turned = days_later(repeats, _days(times.starts, shift))
            self._tell_of_utc(master, given, kept=turned is None)
            if turned is not None:
                times, repeats, zone = moved(times, shift, self.own), shifted(turned, shift), self.own
                master, *others = (from_utc(one, shift, zone) for one in (master, *others))
                given = self._given(times.starts, repeats, master)
        home = self._at_home(times, repeats, zone, given)
        if home is not None:
            times, repeats, zone = home
            given = self._given(times.starts, repeats, master)
        dates = {day_of(moment): moment for moment in given}
        changes: list[DateChange] = []
        apart: list[Series] = []
        left: set[date] = set()
        for other in others:
            assert other.again is not None  # noqa: S101 (the caller has sorted them so)
            day, fits = self._place(other.again, times.starts, zone, dates)
            changed = self.times(other, zone)
            if (
                fits
                and changed.zone == zone
                and isinstance(changed.starts, datetime) is isinstance(times.starts, datetime)
            ):
                changes += self._change(DateChange(dates[day], changed, other, other.onwards), dates)
            else:
                if fits:
                    left.add(day)
                apart.append(Series(other, self.times(other), apart=day))
        days = {change.day for change in changes}
        exclude = {*self._excluded(master, times.starts, repeats, zone, dates), *left} - days
        if exclude >= dates.keys():
            if not apart:
                raise EntryError("import-no-dates")
            return apart
        repeats = replace(repeats, exclude=tuple(sorted(exclude)))
        changes.sort(key=lambda change: (change.day, not change.onwards))
        return [Series(master, times, repeats, tuple(changes)), *apart]

    @staticmethod
    def _change(change: DateChange, dates: dict[date, Moment]) -> list[DateChange]:
        """Return a change; one that holds onwards and moves its day is a change of each date in our files."""
        shift = day_of(change.times.starts) - change.day
        if not change.onwards or not shift:
            return [change]
        zone = change.times.zone
        return [
            replace(change, given=given, times=moved(change.times, day - change.day, zone), onwards=False)
            for day, given in sorted(dates.items())
            if day >= change.day
        ]

    def _added(self, master: Entry, starts: Moment, zone: ZoneInfo) -> set[Moment]:
        """Return the extra dates without those that are excluded: EXDATE removes RDATE (RFC 5545, 3.8.5.1)."""
        days = {stamp.moment for stamp in master.excluded if stamp.whole_day}
        gone = {self._like(stamp, starts, zone) for stamp in master.excluded if not stamp.whole_day}
        added = {self._like(stamp, starts, zone) for stamp in master.added} - gone
        return {moment for moment in added if day_of(moment) not in days}

    def _by_hand(self, master: Entry, times: Times, zone: ZoneInfo) -> tuple[Times, Recurrence]:
        """Return dates without a rule, from the first one on that is not excluded."""
        starts = times.starts
        first = starts
        if self._starts_excluded(master, starts, zone):
            kept = sorted(self._added(master, starts, zone) - {starts}, key=str)
            if not kept:
                raise EntryError("import-no-dates")
            first = kept[0]
        more = sorted(self._added(master, starts, zone) - {starts, first}, key=str)
        return moved(times, between(first, starts), zone), one_by_one(*more)

    def _starts_excluded(self, master: Entry, starts: Moment, zone: ZoneInfo) -> bool:
        """Tell whether the start itself is excluded."""
        return any(
            stamp.moment == day_of(starts) if stamp.whole_day else self._like(stamp, starts, zone) == starts
            for stamp in master.excluded
        )

    def _rule(self, master: Entry, times: Times, zone: ZoneInfo) -> tuple[Times, Recurrence]:
        """Return the rule with its extra dates; a first date that the rule does not give is one of them."""
        starts = times.starts
        text = _COUNT.sub(lambda count: self._within_limit(count, master), master.rules[0])
        try:
            rule = read_rule(text, zone, starts)
        except RepeatError as error:
            code = "import-too-frequent" if error.code == "rule-frequency" else "import-bad-rule"
            raise EntryError(code, found=master.rules[0][:80]) from None
        turned = days_later(replace(rule, until=None), master.day_shift)
        if turned is None:
            raise EntryError("import-bad-rule", found=master.rules[0][:80])
        rule = replace(turned, until=rule.until)
        if rule.until is not None and rule.until.year > LAST_YEAR:
            rule = replace(rule, until=None)
        if rule.until is not None and rule.until < day_of(starts):
            rule = replace(rule, until=day_of(starts))
        include = self._added(master, starts, zone) - {starts}
        return times, replace(rule, include=tuple(sorted(include, key=str)))

    def _within_limit(self, count: re.Match[str], master: Entry) -> str:
        if int(count[1]) <= MOST_DATES:
            return count[0]
        self.report("import-too-many-dates", master, limit=str(MOST_DATES))
        return f"COUNT={MOST_DATES}"

    def first_on_rule(self, series: Series) -> Series:
        """Return the series beginning on a date of its rule, as our files want it (RFC 5545, 3.8.5.3).

        A first date that the rule does not give stays as an extra one, and counts as the rule's first.
        """
        rule, starts = series.repeats, series.times.starts
        if rule is None or start_fits(starts, rule):
            return series
        first = first_dates(starts, rule)
        if not first or (rule.until is not None and first[0] > rule.until) or rule.count == 1:
            # Never again: the rule says nothing that the first date does not.
            return replace(series, repeats=one_by_one(*rule.include) if rule.include else None, changes=())
        move = first[0] - day_of(starts)
        ends = series.times.ends
        times = Times(starts + move, ends + move if ends is not None else None, series.times.zone)
        include = rule.include if day_of(starts) in rule.exclude else (starts, *rule.include)
        return replace(
            series,
            times=times,
            repeats=replace(
                rule, include=tuple(sorted(include, key=str)), count=rule.count - 1 if rule.count else None
            ),
        )

    def _keeps_step(self, given: tuple[Moment, ...]) -> bool:
        """Tell whether the clocks of the calendar's zone keep step with UTC on all dates."""
        return len({Stamp(moment, UTC).in_zone(self.own) - moment for moment in given if is_time(moment)}) < 2

    def _shift_from_utc(self, starts: Moment) -> timedelta:
        """Return the way from UTC to the wall time that a series is meant in.

        Programs that know no zones write the hour of the first date in UTC. Nobody's choir moves by an hour when
        clocks change, so the hour of the first date holds, and people are told.
        """
        return between(Stamp(starts, UTC).in_zone(self.own), starts)

    def _tell_of_utc(self, master: Entry, given: tuple[Moment, ...], *, kept: bool) -> None:
        shown = [clock(Stamp(moment, UTC).in_zone(self.own)) for moment in given]
        zone = "" if self.own.key == self.site.key else f" ({self.own.key})"
        others = ", ".join(sorted(set(shown) - {shown[0]})) + zone
        self.report("import-utc-kept" if kept else "import-utc-series", master, found=shown[0] + zone, other=others)

    def _at_home(
        self, times: Times, rule: Recurrence, zone: ZoneInfo, given: tuple[Moment, ...]
    ) -> tuple[Times, Recurrence, ZoneInfo] | None:
        """Return the series in the site's zone, where its clocks keep step all along; None where they do not."""
        if not isinstance(times.starts, datetime) or zone.key == self.site.key or self.ours:
            return None
        walls = [Stamp(moment, zone).in_zone(self.site) for moment in given]
        shifts = {between(here, moment) for here, moment in zip(walls, given, strict=True)}
        if len(shifts) != 1 or any(here.fold for here in walls) or (rule.count == 1 and not rule.include):
            return None
        shift = shifts.pop()
        turned = days_later(rule, _days(times.starts, shift))
        return None if turned is None else (moved(times, shift, self.site), shifted(turned, shift), self.site)

    def _given(self, starts: Moment, rule: Recurrence, master: Entry) -> tuple[Moment, ...]:
        """Return the starts of a series up to the horizon, with the first date whether the rule gives it or not."""
        expansion = expand(starts, replace(rule, exclude=()), max(self.horizon, day_of(starts)))
        if expansion.shortened:
            self.report("import-too-many-dates", master, limit=str(MOST_DATES))
        found = expansion.starts
        return found if starts in found else (starts, *found)

    @staticmethod
    def _place(again: Stamp, starts: Moment, zone: ZoneInfo, given: dict[date, Moment]) -> tuple[date, bool]:
        """Return the day of the series that a RECURRENCE-ID names, and whether the series has that date."""
        if again.whole_day or not isinstance(starts, datetime):
            day = day_of(again.moment) if again.whole_day else again.in_zone(zone).date()
            return day, day in given
        wall = again.in_zone(zone)
        return wall.date(), given.get(wall.date()) == wall

    def _excluded(
        self, master: Entry, starts: Moment, rule: Recurrence, zone: ZoneInfo, given: dict[date, Moment]
    ) -> set[date]:
        found: set[date] = set()
        for stamp in master.excluded:
            day, fits = self._place(stamp, starts, zone, given)
            if fits or (day > self.horizon and is_date_of(day, starts, rule)):
                found.add(day)
        return found

    @staticmethod
    def _like(stamp: Stamp, starts: Moment, zone: ZoneInfo) -> Moment:
        """Return an extra date in the form of its series."""
        if not isinstance(starts, datetime):
            return day_of(stamp.moment) if stamp.whole_day else stamp.in_zone(zone).date()
        if stamp.whole_day:
            return datetime.combine(stamp.moment, starts.time())
        return stamp.in_zone(zone).replace(fold=0)


def _days(starts: Moment, shift: timedelta) -> int:
    """Return by how many days a start is later after a shift."""
    return (day_of(starts + shift) - day_of(starts)).days


def held_until(times: Times, repeats: Recurrence | None) -> date:
    """Return a last day for a tentative date that names none: the day itself, of a series its last known one."""
    if repeats is not None and repeats.until is not None:
        return max(repeats.until, day_of(times.starts))
    return day_of(times.starts)
