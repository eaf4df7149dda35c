"""The dates of a repeating event that differ from the others: one of them, or all from a day on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from seurantalo.model.event import Change, EventStatus
from seurantalo.model.fields.field import Field
from seurantalo.model.fields.repetition import CHANGE
from seurantalo.model.problem import Severity
from seurantalo.model.record import Moment, day_of
from seurantalo.model.recurrence import Repetition
from seurantalo.reading.event.dates import span_of
from seurantalo.reading.event.days import read_listed_days
from seurantalo.reading.event.times import NoDate, check_clock, line_of, report_no_dates
from seurantalo.reading.file_scope import Placed, Scope
from seurantalo.reading.input_words import NO, YES
from seurantalo.reading.moments.error import MomentError
from seurantalo.reading.moments.moment import read_end, read_moment, read_start
from seurantalo.reading.moments.problems import report_moment, shown
from seurantalo.reading.records import field_value, own_key, own_value
from seurantalo.reading.repetition.first_dates import RuleDays
from seurantalo.reading.yaml.tree import Entry, Mapping, Node, Scalar, Sequence


def read_changes(
    scope: Scope, pair: tuple[Field, Entry], rules: tuple[Repetition, ...], starts: Moment | None, zone: ZoneInfo
) -> tuple[Change, ...] | None:
    """Read the dates that differ; their ``starts`` and ``ends`` may be times alone, on the day that differs.

    ``starts`` is None where the start of the event or its repetition is broken, which was reported already.
    """
    field, entry = pair
    if starts is not None and not rules:
        scope.report("changes-without-repeats", entry, "changes")
        return None
    items = entry.value.items if isinstance(entry.value, Sequence) else [entry.value]
    seen: set[tuple[date, bool]] = set()
    found: list[Change] = []
    given = [_Given(one) for one in rules]
    wrong: list[NoDate] = []
    for item in items:
        onwards = isinstance(item, Mapping) and own_key(CHANGE.fields, item.entries, "from") is not None
        told = _as_of_one_date(scope, item) if onwards and isinstance(item, Mapping) else item
        filled = _times_filled(scope, told, starts) if isinstance(told, Mapping) else told
        for one in field_value(scope, field, filled) or ():
            if (one.date, onwards) in seen:
                scope.report("change-twice", item, "changes", date=shown(one.date))
            seen.add((one.date, onwards))
            if isinstance(item, Mapping) and len(item.entries) == 1:
                scope.report("change-of-nothing", item, "changes", Severity.NOTICE, date=shown(one.date))
            change = replace(one, onwards=onwards)
            if starts is not None:
                wrong += _check(scope, item, change, given, zone)
            found.append(change)
    if wrong:
        report_no_dates(scope, "changes", wrong, given[0].by_rule, rules[0].starts)
    return tuple(sorted(found, key=lambda change: (change.date, not change.onwards))) or None


def read_cancelled(
    scope: Scope, pair: tuple[Field, Entry], rules: tuple[Repetition, ...], starts: Moment | None
) -> tuple[Change, ...] | bool:
    """Return the cancelled days of a repeating event as changes; True where all of the event is cancelled."""
    node = pair[1].value
    word = line_of(node).casefold().rstrip("!")
    if isinstance(node, Scalar) and (not word or word in NO):
        return False
    if word in YES:
        return True
    if starts is None:
        return False
    found: list[Change] = []
    given = [_Given(one) for one in rules]
    wrong: list[NoDate] = []
    for days in read_listed_days(scope, node, "cancelled", day_of(starts)):
        if not rules:
            if days.first == day_of(starts):
                return True
            scope.report("changes-without-repeats", days.node, "cancelled")
            continue
        on = _dates_between(days.first, days.last, given)
        if not on:
            wrong.append((days.first, days.node))
        found += (Change(date=day, status=EventStatus.CANCELLED) for day in on)
    if wrong:
        report_no_dates(scope, "cancelled", wrong, given[0].by_rule, rules[0].starts)
    return tuple(found)


def with_cancelled(
    scope: Scope, place: Placed, changes: tuple[Change, ...], cancelled: tuple[Change, ...]
) -> tuple[Change, ...] | None:
    """Return the changes with those of cancelled days, in order."""
    changed = {change.date for change in changes if not change.onwards}
    for change in cancelled:
        if change.date in changed:
            scope.report("change-twice", place, "cancelled", date=shown(change.date))
    return tuple(sorted((*changes, *cancelled), key=lambda change: (change.date, not change.onwards))) or None


def _dates_between(first: date, last: date, given: list[_Given]) -> list[date]:
    """Return the days from the first to the last on which one of the rules gives a date."""
    days = (date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1))
    return [day for day in days if any(one.has(day) for one in given)]


def _as_of_one_date(scope: Scope, item: Mapping) -> Mapping:
    """Return a change from a day on with that day as its date."""
    entries = dict(item.entries)
    since = own_key(CHANGE.fields, entries, "from")
    if since is None:
        return item
    if (day := own_key(CHANGE.fields, entries, "date")) is not None:
        scope.report("change-of-one-and-all", entries[day], "date")
        del entries[day]
    return Mapping({"date": entries.pop(since), **entries}, item.line, item.column)


def _check(scope: Scope, item: Node, change: Change, given: list[_Given], zone: ZoneInfo) -> list[NoDate]:
    """Report what does not go together with the event's dates, or with the clock; return a day that is no date."""
    day, of_day = change.date, [one.rule for one in given if one.has(change.date)]
    place = own_value(CHANGE.fields, item, "from" if change.onwards else "date") or item
    wrong: list[NoDate] = []
    if change.onwards:
        if not of_day and not any(one.comes_after(day) for one in given):
            scope.report("no-date-from", place, "from", date=shown(day))
        if change.starts is not None and day_of(change.starts) != day:
            where = own_value(CHANGE.fields, item, "starts") or item
            scope.report("time-alone-from", where, "starts", found=shown(change.starts))
            return []
    elif not of_day:
        wrong.append((day, place))
    elif len(of_day) > 1 and (change.starts is not None or change.ends is not None):
        scope.report("change-of-two-dates", place, "changes", date=shown(day))
    if change.starts is not None:
        if change.status is EventStatus.POSTPONED:
            where = own_value(CHANGE.fields, item, "starts") or item
            scope.report("postponed-with-date", where, "starts", Severity.WARNING)
        check_clock(scope, item, change.starts, zone)
    if change.ends is not None:
        series = (of_day or [given[0].rule])[0].starts
        where = own_value(CHANGE.fields, item, "ends") or item
        _check_end(scope, where, _begin_of(change.starts or day, series), change.ends, zone)
    return wrong


class _Given:
    """The dates of one rule, with those that were added by hand."""

    def __init__(self, rule: Repetition) -> None:
        self.rule, self.by_rule = rule, RuleDays(rule.starts, rule.rule)
        self._added = {day_of(added) for added in rule.rule.include}
        self._last = max(self._added, default=date.min)

    def has(self, day: date) -> bool:
        return day in self.by_rule or day in self._added

    def comes_after(self, day: date) -> bool:
        return self._last > day or any(one > day for one in self.by_rule.around(day))


def _check_end(scope: Scope, place: Placed, starts: Moment, ends: Moment, zone: ZoneInfo) -> None:
    """Report an end that isn't after the start of its date, be that start the change's own or the series'."""
    if isinstance(ends, datetime) and not isinstance(starts, datetime):
        scope.report("start-without-time", place, "ends", found=shown(ends))
        return
    # An end that is a day alone keeps the time at which the series ends: only the days can be wrong.
    timed = isinstance(ends, datetime) and isinstance(starts, datetime)
    if (ends <= starts) if timed else (day_of(ends) < day_of(starts)):
        scope.report("ends-before-start", place, "ends", starts=shown(starts), ends=shown(ends))
    else:
        check_clock(scope, place, ends, zone)


def _times_filled(scope: Scope, node: Mapping, series: Moment | None) -> Mapping:
    """Return the change with its lone times (``alkaa: klo 19``) set on the day that they belong to.

    Where it tells only its end (``päättyy: klo 21``), it begins when the series does (``series``, None: not known).
    """
    try:
        day = day_of(read_moment(line_of(own_value(CHANGE.fields, node, "date") or node)))
    except MomentError:
        return node
    entries = dict(node.entries)
    begun = own_key(CHANGE.fields, entries, "starts")
    hours = span_of(entries[begun].value) if begun is not None else None
    if begun is not None and hours is not None and own_key(CHANGE.fields, entries, "ends") is None:
        # A start that holds its end, as events may have it.
        for name, part in zip(("starts", "ends"), hours, strict=True):
            entries[name] = entries[begun]._replace(value=part)
        if begun != "starts":
            del entries[begun]
    starts = _filled(scope, entries, "starts", day)
    _filled(scope, entries, "ends", _begin_of(starts or day, series or datetime.combine(day, time.min)))
    return Mapping(entries, node.line, node.column)


def _filled(scope: Scope, entries: dict[str, Entry], name: str, on: Moment) -> Moment | None:
    """Write the whole moment into an entry of a change and return it; None where there is none or it was reported."""
    key = own_key(CHANGE.fields, entries, name)
    node = entries[key].value if key is not None else None
    if key is None or not isinstance(node, Scalar) or not line_of(node):
        return None
    try:
        moment = read_start(line_of(node), day_of(on)) if name == "starts" else read_end(line_of(node), on)
    except MomentError as error:
        report_moment(scope, error, node, name)
        del entries[key]
        return None
    words = f"{moment:%Y-%m-%d %H:%M}" if isinstance(moment, datetime) else moment.isoformat()
    entries[key] = entries[key]._replace(value=node._replace(text=words))
    return moment


def _begin_of(given: Moment, series: Moment | None) -> Moment:
    """Return a start; a day alone begins at the time of day at which the series begins."""
    if isinstance(series, datetime) and not isinstance(given, datetime):
        return datetime.combine(given, series.time())
    return given
