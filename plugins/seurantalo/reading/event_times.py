"""When an event is: its end, its repetition, the dates that differ, and what the clocks do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

from seurantalo.model.event import Change
from seurantalo.model.fields.event import CHANGE, REPEATS
from seurantalo.model.fields.field import Field
from seurantalo.model.fields.words import fields_by_word, fold_word
from seurantalo.model.problem import Severity
from seurantalo.model.record import Moment, day_of
from seurantalo.model.recurrence import Frequency, Recurrence, Weekday
from seurantalo.reading.file_scope import Placed, Scope
from seurantalo.reading.first_dates import dates_around, first_dates, is_date_of, start_fits
from seurantalo.reading.moments import (
    MomentError,
    read_end,
    read_moment,
    read_start,
    time_is_doubled,
    time_is_missing,
)
from seurantalo.reading.records import field_value, own_entries, values_of
from seurantalo.reading.repeats import RepeatError, read_every, read_on, read_rule
from seurantalo.reading.yaml_tree import Entry, Node, Scalar, Sequence
from seurantalo.reading.yaml_tree import Mapping as MappingNode

Entries = dict[str, tuple[Field, Entry]]

#: The longest event, in days.
_MOST_DAYS: Final = 366


def read_ends(scope: Scope, pair: tuple[Field, Entry], starts: Moment | None, zone: ZoneInfo) -> Moment | None:
    """Return the end of an event; None where there is none or it was reported."""
    node = pair[1].value
    text = line_of(node)
    if not text or starts is None:
        return None
    if not isinstance(node, Scalar):
        scope.report("expected-text", node, "ends")
        return None
    try:
        ends = read_end(text, starts)
    except MomentError as error:
        scope.report(error.code, node, "ends", **error.values)
        return None
    if isinstance(ends, datetime) != isinstance(starts, datetime):
        code = "end-without-time" if isinstance(starts, datetime) else "start-without-time"
        scope.report(code, node, "ends", found=text[:60])
        return None
    if ends < starts or (ends == starts and isinstance(starts, datetime)):
        scope.report("ends-before-start", node, "ends", starts=shown(starts), ends=shown(ends))
        return None
    if ends.toordinal() - starts.toordinal() > _MOST_DAYS:
        scope.report("event-too-long", node, "ends", starts=shown(starts), ends=shown(ends))
        return None
    check_clock(scope, pair[1], ends, zone)
    return ends


def read_repeats(
    scope: Scope, pair: tuple[Field, Entry], entries: Entries, starts: Moment | None, zone: ZoneInfo
) -> Recurrence | None:
    """Return the repetition of an event; None where there is none or it was reported."""
    node = pair[1].value
    if starts is None or line_of(node) == "-":
        return None
    try:
        if isinstance(node, MappingNode):
            recurrence = _in_words(scope, node, starts, zone)
        elif isinstance(node, Scalar) and node.text and "=" in node.text:
            recurrence = read_rule(node.text, zone, starts)
        elif isinstance(node, Scalar) and node.text:
            frequency, interval, days = read_every(node.text)
            recurrence = Recurrence(frequency=frequency, interval=interval, by_weekday=days)
        else:
            scope.report("expected-fields", node, "repeats", fields="every, on, until")
            return None
    except RepeatError as error:
        scope.report(error.code, node, "repeats", **error.values)
        return None
    if recurrence is None:
        return None
    if recurrence.until is not None and recurrence.until < day_of(starts):
        scope.report("until-before-start", node, "repeats", until=shown(recurrence.until), starts=shown(starts))
        return None
    if not start_fits(starts, recurrence):
        first = first_dates(starts, recurrence)
        right = shown(first[0]) if first else "-"
        scope.report("start-not-in-rule", entries["starts"][1].value, "starts", starts=shown(starts), right=right)
        return None
    for day in recurrence.exclude:
        if not is_date_of(day, starts, recurrence):
            place = (_own_value(node, "except", REPEATS) if isinstance(node, MappingNode) else None) or node
            _report_no_date(scope, _scalar_of(place, day), "except", day, starts, recurrence)
    return recurrence


def _report_no_date(
    scope: Scope, place: Placed, name: str, day: date, starts: Moment, recurrence: Recurrence
) -> None:
    """Report a day on which the repetition gives no date, so that what is said of it would be lost."""
    around = " / ".join(map(shown, dates_around(day, starts, recurrence))) or shown(starts)
    scope.report("no-date-that-day", place, name, date=shown(day), near=around)


def _scalar_of(node: Node, day: date) -> Node:
    """Return the scalar of a list that says this day; the list itself where none does."""
    if isinstance(node, Sequence):
        for item in node.items:
            try:
                if read_moment(line_of(item)) == day:
                    return item
            except MomentError:
                continue
    return node


def _in_words(scope: Scope, node: MappingNode, starts: Moment, zone: ZoneInfo) -> Recurrence | None:
    found = own_entries(scope, REPEATS, node)
    rule = found.pop("rule", None)
    before = len(scope.problems)
    optional = frozenset({"every"}) if rule else frozenset()
    values = values_of(scope, REPEATS, found, node, optional)
    if values is None or len(scope.problems) > before:
        return None
    if "until" in values and "count" in values:
        raise RepeatError("until-and-count")
    extra: dict[str, Any] = {
        "exclude": values.get("except", ()),
        "include": values.get("also", ()),
        "skip_holidays": values.get("skip_holidays", False),
    }
    if any(isinstance(moment, datetime) != isinstance(starts, datetime) for moment in extra["include"]):
        scope.report("extra-date-unlike-start", found["also"][1].value, "also")
        return None
    if rule is not None:
        base = read_rule(line_of(rule[1].value), zone, starts)
        return _with(base, {**extra, **{name: values[name] for name in ("until", "count") if name in values}})
    frequency, interval, days = read_every(values["every"])
    month_days: list[int] = []
    for words in values.get("on", ()):
        on = read_on(words)
        if isinstance(on, Weekday):
            days = (*days, on)
        else:
            month_days.append(on)
    if frequency is Frequency.WEEKLY and (month_days or any(day.nth for day in days)):
        raise RepeatError("nth-in-week", found=", ".join(values["on"])[:60])
    if frequency is Frequency.MONTHLY and any(day.nth == 0 for day in days):
        raise RepeatError("weekday-without-nth", found=", ".join(values["on"])[:60])
    if frequency in (Frequency.DAILY, Frequency.YEARLY) and (days or month_days):
        raise RepeatError("days-not-with-every", found=", ".join(values["on"])[:60], every=values["every"][:40])
    return Recurrence(
        frequency=frequency,
        interval=interval,
        by_weekday=tuple(dict.fromkeys(days)),
        by_month_day=tuple(month_days),
        until=values.get("until"),
        count=values.get("count"),
        **extra,
    )


def _with(recurrence: Recurrence, changes: dict[str, Any]) -> Recurrence:
    values = {name: getattr(recurrence, name) for name in recurrence.__slots__}
    return Recurrence(**(values | changes))


def read_changes(
    scope: Scope, pair: tuple[Field, Entry], repeats: Recurrence | None, starts: Moment | None, zone: ZoneInfo
) -> tuple[Change, ...] | None:
    """Read the dates that differ; their ``starts`` and ``ends`` may be times alone, on the day that differs.

    ``starts`` is None where the start of the event or its repetition is broken, which was reported already.
    """
    field, entry = pair
    if starts is not None and repeats is None:
        scope.report("changes-without-repeats", entry, "changes")
        return None
    items = entry.value.items if isinstance(entry.value, Sequence) else [entry.value]
    seen: set[date] = set()
    found: list[Change] = []
    for item in items:
        filled = _times_filled(scope, item, starts) if isinstance(item, MappingNode) else item
        for one in field_value(scope, field, filled) or ():
            if one.date in seen:
                scope.report("change-twice", item, "changes", date=shown(one.date))
            seen.add(one.date)
            if starts is not None and repeats is not None and not _is_date_of_series(one.date, starts, repeats):
                place = _own_value(item, "date") or item
                _report_no_date(scope, place, "changes", one.date, starts, repeats)
            if one.starts is not None:
                check_clock(scope, item, one.starts, zone)
            if one.ends is not None and starts is not None:
                place = _own_value(item, "ends") or item
                _check_changed_end(scope, place, _begin_of(one.starts or one.date, starts), one.ends, zone)
            found.append(one)
    return tuple(sorted(found, key=lambda change: change.date)) or None


def _is_date_of_series(day: date, starts: Moment, repeats: Recurrence) -> bool:
    return is_date_of(day, starts, repeats) or any(day_of(added) == day for added in repeats.include)


def _check_changed_end(scope: Scope, place: Placed, starts: Moment, ends: Moment, zone: ZoneInfo) -> None:
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


def _times_filled(scope: Scope, node: MappingNode, series: Moment | None) -> MappingNode:
    """Return the change with its lone times (``alkaa: klo 19``) set on the day that they belong to.

    Where it tells only its end (``päättyy: klo 21``), it begins when the series does (``series``, None: not known).
    """
    try:
        day = day_of(read_moment(line_of(_own_value(node, "date") or node)))
    except MomentError:
        return node
    entries = dict(node.entries)
    starts = _filled(scope, entries, "starts", day)
    _filled(scope, entries, "ends", _begin_of(starts or day, series or datetime.combine(day, time.min)))
    return MappingNode(entries, node.line, node.column)


def _filled(scope: Scope, entries: dict[str, Entry], name: str, on: Moment) -> Moment | None:
    """Write the whole moment into an entry of a change and return it; None where there is none or it was reported."""
    key = _own_key(entries, name)
    node = entries[key].value if key is not None else None
    if key is None or not isinstance(node, Scalar) or not line_of(node):
        return None
    try:
        moment = read_start(line_of(node), day_of(on)) if name == "starts" else read_end(line_of(node), on)
    except MomentError as error:
        scope.report(error.code, node, name, **error.values)
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


def _own_key(entries: Mapping[str, Entry], name: str, fields: tuple[Field, ...] = CHANGE.fields) -> str | None:
    known = fields_by_word(fields)
    return next((key for key in entries if (field := known.get(fold_word(key))) and field.name == name), None)


def _own_value(node: Node, name: str, fields: tuple[Field, ...] = CHANGE.fields) -> Node | None:
    """Return the value of a field of a change (or of another part); None where it isn't written."""
    key = _own_key(node.entries, name, fields) if isinstance(node, MappingNode) else None
    return node.entries[key].value if isinstance(node, MappingNode) and key is not None else None


def check_clock(scope: Scope, entry: Placed, moment: Moment, zone: ZoneInfo) -> None:
    """Report a wall time that the clocks skip, and mention one that they pass twice."""
    if not isinstance(moment, datetime):
        return
    if time_is_missing(moment, zone):
        scope.report("time-does-not-exist", _value_of(entry), "starts", found=shown(moment))
    elif time_is_doubled(moment, zone):
        scope.report("time-comes-twice", _value_of(entry), "starts", Severity.NOTICE, found=shown(moment))


def shown(moment: Moment) -> str:
    """Return a moment as Finns and most of Europe write it."""
    words = f"{moment.day}.{moment.month}.{moment.year}"
    return f"{words} {moment.hour}.{moment:%M}" if isinstance(moment, datetime) else words


def _value_of(entry: Placed) -> Placed:
    return entry.value if isinstance(entry, Entry) else entry


def line_of(node: Node) -> str:
    """Return the trimmed text of a scalar; ``""`` for anything else."""
    return (node.text or "").strip() if isinstance(node, Scalar) else ""
