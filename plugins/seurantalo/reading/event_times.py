"""When an event is: its end, its repetition, the dates that differ, and what the clocks do."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

from seurantalo.model.event import Change
from seurantalo.model.problem import Severity
from seurantalo.model.record import Moment
from seurantalo.model.recurrence import Frequency, Recurrence, Weekday
from seurantalo.reading.first_dates import first_dates, start_fits
from seurantalo.reading.moments import LAST_CHANGE, MomentError, read_end, time_is_doubled, time_is_missing
from seurantalo.reading.records import field_value, own_entries, values_of
from seurantalo.reading.repeats import RepeatError, read_every, read_on, read_rule
from seurantalo.reading.schema import PARTS, REPEATS, Field
from seurantalo.reading.schema_words import fields_by_word, fold_word
from seurantalo.reading.scope import Placed, Scope
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
    return recurrence


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
    """Read the dates that differ; their ``starts`` and ``ends`` may be times alone, on the day that differs."""
    field, entry = pair
    if starts is not None and repeats is None:
        scope.report("changes-without-repeats", entry, "changes")
        return None
    items = entry.value.items if isinstance(entry.value, Sequence) else [entry.value]
    seen: set[date] = set()
    found: list[Change] = []
    for item in items:
        change = field_value(scope, field, _times_filled(item) if isinstance(item, MappingNode) else item)
        for one in change or ():
            if one.date in seen:
                scope.report("change-twice", item, "changes", date=shown(one.date))
            seen.add(one.date)
            if one.starts is not None:
                check_clock(scope, item, one.starts, zone)
            if one.starts and one.ends and one.ends <= one.starts:
                scope.report("ends-before-start", item, "ends", starts=shown(one.starts), ends=shown(one.ends))
            found.append(one)
    return tuple(sorted(found, key=lambda change: change.date)) or None


def _times_filled(node: MappingNode) -> MappingNode:
    """Return the change with its lone times (``alkaa: klo 19``) set on the day that they belong to."""
    known = fields_by_word(PARTS[Change])
    keys = {field.name: key for key in node.entries if (field := known.get(fold_word(key))) is not None}
    if "date" not in keys:
        return node
    entries = dict(node.entries)
    starts: Moment | None = _moment_of(entries[keys["date"]].value, None)
    for name in ("starts", "ends"):
        if name in keys:
            entry = entries[keys[name]]
            base = datetime.combine(day_of(starts), time.min) if name == "starts" and starts else starts
            moment = _moment_of(entry.value, base)
            if moment is not None and isinstance(entry.value, Scalar):
                words = f"{moment:%Y-%m-%d %H:%M}" if isinstance(moment, datetime) else moment.isoformat()
                entries[keys[name]] = Entry(entry.line, entry.column, entry.value._replace(text=words))
                starts = moment
    return MappingNode(entries, node.line, node.column)


def _moment_of(node: Node, starts: Moment | None) -> Moment | None:
    """Return the moment that a value says, or None; what is wrong with it is reported where it is read."""
    try:
        return read_end(line_of(node), starts)
    except MomentError:
        return None


def check_clock(scope: Scope, entry: Placed, moment: Moment, zone: ZoneInfo) -> None:
    """Report a wall time that the clocks skip, and mention one that they pass twice."""
    if not isinstance(moment, datetime) or moment.hour > LAST_CHANGE:
        return
    if time_is_missing(moment, zone):
        scope.report("time-does-not-exist", _value_of(entry), "starts", found=shown(moment))
    elif time_is_doubled(moment, zone):
        scope.report("time-comes-twice", _value_of(entry), "starts", Severity.NOTICE, found=shown(moment))


def day_of(moment: Moment) -> date:
    """Return the day of a moment."""
    return moment.date() if isinstance(moment, datetime) else moment


def shown(moment: Moment) -> str:
    """Return a moment as Finns and most of Europe write it."""
    words = f"{moment.day}.{moment.month}.{moment.year}"
    return f"{words} {moment.hour}.{moment:%M}" if isinstance(moment, datetime) else words


def _value_of(entry: Placed) -> Placed:
    return entry.value if isinstance(entry, Entry) else entry


def line_of(node: Node) -> str:
    """Return the trimmed text of a scalar; ``""`` for anything else."""
    return (node.text or "").strip() if isinstance(node, Scalar) else ""
