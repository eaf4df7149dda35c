"""Events: what the schema alone cannot say, such as that an end comes after its start."""

from __future__ import annotations

from typing import Any, Final
from zoneinfo import ZoneInfo

from seurantalo.model.event import EventStatus
from seurantalo.model.fields.words import fold_word, value_of
from seurantalo.model.kinds import RECORDS
from seurantalo.model.problem import Severity
from seurantalo.model.record import Kind, Moment, day_of
from seurantalo.model.recurrence import Repetition
from seurantalo.reading.event.changes import read_cancelled, read_changes, with_cancelled
from seurantalo.reading.event.channels import read_channels
from seurantalo.reading.event.clock import end_after
from seurantalo.reading.event.dates import WrittenDates, take_dates, with_dates
from seurantalo.reading.event.repeats import read_repeats
from seurantalo.reading.event.times import Entries, check_clock, line_of, read_ends
from seurantalo.reading.file_scope import Placed, Scope, nearest, zone_names
from seurantalo.reading.input_words import ON_PURPOSE, UNKNOWN
from seurantalo.reading.moments.error import MomentError
from seurantalo.reading.moments.moment import read_month
from seurantalo.reading.moments.problems import shown
from seurantalo.reading.records import values_of

#: Read here, each in its own way, after the rest of the fields.
_SPECIAL: Final[frozenset[str]] = frozenset(
    {
        "date",
        "month",
        "time",
        "duration",
        "timezone",
        "on_holiday",
        "dates",
        "ends",
        "repeats",
        "changes",
        "cancelled",
        "channels",
    }
)

#: So many years ahead nobody has announced anything yet.
FAR_AHEAD: Final = 5


def event_values(scope: Scope, found: Entries, node: Placed) -> dict[str, Any] | None:
    """Return keyword arguments for an Event without its id and origin; None where it cannot be one."""
    special = {name: pair for name, pair in found.items() if name in _SPECIAL}
    entries = {name: pair for name, pair in found.items() if name not in special}
    dates = take_dates(scope, entries, special)
    values = values_of(scope, RECORDS[Kind.EVENT], entries, node)
    starts: Moment | None = (values or {}).get("starts")
    zone = _zone(scope, special)
    extra: dict[str, Any] = {"timezone": zone.key}
    if "on_holiday" in special:
        extra["on_holiday"] = fold_word(line_of(special["on_holiday"][1].value)) in ON_PURPOSE
    if "channels" in special and (plan := read_channels(scope, special["channels"])) is not None:
        extra |= {"channel_plan": plan, "channels": plan.named}
    _pending(scope, entries, special, extra, node)
    if starts is not None:
        check_clock(scope, entries["starts"][1], starts, zone)
        _check_year(scope, entries["starts"][1].value, starts)
    extra |= _times(scope, entries, special, dates, starts, zone)
    if values is None:
        return None
    for name, value in extra.items():
        if value is not None:
            values[name] = value
    _check_status(scope, entries, values, node)
    _check_rooms(scope, entries, values)
    for name in ("part_of", "with"):
        if name in entries and scope.record_id in _as_ids(values.get(entries[name][0].target_attribute)):
            scope.report("link-to-itself", entries[name][1], name)
    _check_place(scope, entries, values, node)
    return values


def _times(
    scope: Scope,
    entries: Entries,
    special: Entries,
    dates: WrittenDates | None,
    starts: Moment | None,
    zone: ZoneInfo,
) -> dict[str, Any]:
    """Return when an event that begins at ``starts`` ends, how it repeats, and which dates differ."""
    found: dict[str, Any] = {}
    if starts is not None:
        found["ends"] = _ends(scope, special, starts, zone)
    rules: tuple[Repetition, ...] = ()
    if starts is not None:
        given = starts, found.get("ends")
        if "repeats" in special:
            rules = read_repeats(scope, special["repeats"][1].value, entries, given, zone)
        if dates is not None:
            rules = with_dates(scope, dates, rules, given, zone)
        if rules:
            first, *further = rules
            found |= {"starts": first.starts, "ends": first.ends, "repeats": first.rule, "further": tuple(further)}
    if "changes" in special:
        broken = not rules and "repeats" in special
        found["changes"] = read_changes(scope, special["changes"], rules, None if broken else starts, zone)
    if "cancelled" in special:
        broken = not rules and "repeats" in special
        cancelled = read_cancelled(scope, special["cancelled"], rules, None if broken else starts)
        if cancelled is True and "status" not in entries:
            found["status"] = EventStatus.CANCELLED
        elif isinstance(cancelled, tuple):
            found["changes"] = with_cancelled(scope, special["cancelled"][1], found.get("changes") or (), cancelled)
    return found


def _ends(scope: Scope, special: Entries, starts: Moment, zone: ZoneInfo) -> Moment | None:
    """Return the end that is written, or that follows from how long it takes; None where nobody says."""
    ends = read_ends(scope, special["ends"], starts, zone) if "ends" in special else None
    if "duration" not in special:
        return ends
    after = end_after(scope, special["duration"], starts)
    if ends is not None and after is not None and ends != after:
        place = special["duration"][1].value
        scope.report("length-unlike-end", place, "duration", found=line_of(place)[:60], ends=shown(ends))
    return after if "ends" not in special else ends


def _check_year(scope: Scope, place: Placed, starts: Moment) -> None:
    """Ask about a start that is many years ahead: two digits of its year may have changed places."""
    if starts.year <= scope.today.year + FAR_AHEAD:
        return
    year = f"{starts.year}"
    turned = f"{year[:2]}{year[3]}{year[2]}"
    near = scope.today.year <= int(turned) <= scope.today.year + FAR_AHEAD
    mend = scope.instead(place, year, turned) if near else None
    scope.report(
        "far-ahead", place, "starts", Severity.WARNING, mend, found=year, years=starts.year - scope.today.year
    )


def _zone(scope: Scope, special: Entries) -> ZoneInfo:
    default = ZoneInfo(scope.settings.timezone)
    if "timezone" not in special:
        return default
    node = special["timezone"][1].value
    name = line_of(node)
    if name in zone_names():
        return ZoneInfo(name)
    near = nearest(name, zone_names())
    scope.report("unknown-zone-near" if near else "unknown-zone", node, "timezone", found=name[:60], near=near)
    return default


def _pending(scope: Scope, entries: Entries, special: Entries, extra: dict[str, Any], node: Placed) -> None:
    """Settle whether the date is known: ``starts``, or else ``date: unknown`` or a month."""
    if "starts" in entries and "date" not in special and "month" not in special:
        return
    if "date" in special and fold_word(line_of(special["date"][1].value)) not in UNKNOWN:
        value = special["date"][1].value
        scope.report("date-not-unknown", value, "date", found=line_of(value)[:60])
    if "month" in special:
        value = special["month"][1].value
        try:
            extra["pending_month"] = read_month(line_of(value))
        except MomentError as error:
            scope.report(error.code, value, "month", **error.values)
    named = [name for name in ("date", "month") if name in special]
    if "starts" in entries and named:
        scope.report("date-known-and-unknown", special[named[0]][1], named[0])
    elif "starts" not in entries and not named:
        scope.report("starts-missing", node, "starts")
    if "starts" not in entries:
        for name in ("ends", "duration", "repeats", "changes"):
            if name in special:
                scope.report("needs-start", special[name][1], name)


def _check_status(scope: Scope, entries: Entries, values: dict[str, Any], node: Placed) -> None:
    _check_plan(scope, entries, values)
    status = values.get("status", EventStatus.CONFIRMED)
    if status is EventStatus.CONFIRMED and "hold_until" not in values and "outcome" not in values:
        return
    place = entries["status"][1].value if "status" in entries else node
    if "outcome" in values and status in (EventStatus.CONFIRMED, EventStatus.MOVED, EventStatus.TENTATIVE):
        values["status"] = EventStatus.HELD
    if status is EventStatus.TENTATIVE and "hold_until" not in entries:
        scope.report("hold-without-end", place, "status")
    if "hold_until" in values and status is not EventStatus.TENTATIVE:
        scope.report("hold-not-tentative", entries["hold_until"][1], "hold_until", Severity.NOTICE)
    if status is EventStatus.MOVED and "planned_starts" not in entries:
        scope.report("moved-without-plan", place, "status")
    if "outcome" in values:
        starts = values.get("starts")
        if starts is not None and day_of(starts) > scope.today:
            scope.report("outcome-before-event", entries["outcome"][1], "outcome", starts=shown(starts))


def _check_plan(scope: Scope, entries: Entries, values: dict[str, Any]) -> None:
    """Take an event for moved that only says when it was to be; report a plan that does not go with the status."""
    starts, planned = values.get("starts"), values.get("planned_starts")
    if starts is None or planned is None:
        return
    if "status" not in entries and starts != planned:
        values["status"] = EventStatus.MOVED
    status, place = values.get("status"), entries["planned_starts"][1].value
    if status is EventStatus.POSTPONED:
        scope.report("postponed-with-date", place, "planned_starts", Severity.WARNING)
    elif status is EventStatus.MOVED and starts == planned:
        scope.report("moved-nowhere", place, "planned_starts", Severity.WARNING, starts=shown(starts))


def _check_rooms(scope: Scope, entries: Entries, values: dict[str, Any]) -> None:
    room, venue = values.get("room"), values.get("venue")
    if room is None:
        if venue is not None and (both := scope.known.room_of(line_of(entries["venue"][1].value))):
            values["room"] = both[1]
        return
    place = entries["room"][1].value
    if scope.known.room(venue or "", room) is None and value_of(EventStatus, room) and "status" not in entries:
        key = next(key for key, entry in (scope.tree.entries if scope.tree else {}).items() if entry.value is place)
        mend = scope.instead(entries["room"][1], key, scope.word("status"))
        scope.report("room-is-status", entries["room"][1], "room", Severity.ERROR, mend, found=room[:60])
        return
    if venue is None:
        scope.report("room-without-venue", place, "room", found=room[:60])
        return
    found = scope.known.room(venue, room)
    if found is None:
        rooms = scope.known.rooms.get(venue, {})
        near = nearest(room, rooms.values())
        code = "missing-room-near" if near else "missing-room" if rooms else "no-rooms"
        listed = ", ".join(sorted(set(rooms.values())))
        scope.report(code, place, "room", found=room[:60], venue=venue, near=near, rooms=listed)
    else:
        values["room"] = found


def _check_place(scope: Scope, entries: Entries, values: dict[str, Any], node: Placed) -> None:
    """Settle the municipality, and tell of one that is not the venue's."""
    named, venue = values.get("municipality"), values.get("venue")
    if named is None:
        values["municipality"] = home_of(scope, values, node)
        return
    home = scope.known.municipality_of.get((Kind.VENUE, venue or ""))
    if home and home != named:
        place = entries["municipality"][1].value
        mend = scope.instead(place, line_of(place), home)
        scope.report(
            "municipality-not-of-venue",
            place,
            "municipality",
            Severity.WARNING,
            mend,
            found=line_of(place),
            home=home,
            venue=line_of(entries["venue"][1].value),
        )


def home_of(scope: Scope, values: dict[str, Any], node: Placed) -> str:
    """Return the municipality of the venue, else of the first organiser that has one.

    Where neither is of one municipality, the file must say it. "" only where something is broken.
    """
    owners = [(Kind.VENUE, values["venue"])] if values.get("venue") else []
    owners += [(Kind.ORGANISATION, organiser) for organiser in values["organisers"]]
    for owner in owners:
        if found := scope.known.municipality_of.get(owner):
            return found
    if scope.known.is_of_no_municipality(owners):
        scope.report("municipality-missing", node, "municipality")
    return ""


def _as_ids(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)
