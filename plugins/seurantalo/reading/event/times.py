"""When an event ends, and what the clocks do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final, TypeAlias
from zoneinfo import ZoneInfo

from seurantalo.model.fields.field import Field
from seurantalo.model.problem import Severity
from seurantalo.model.record import Moment, day_of
from seurantalo.reading.event.clock_changes import around_gap, time_is_doubled, time_is_missing
from seurantalo.reading.file_scope import Placed, Scope
from seurantalo.reading.moments.error import MomentError
from seurantalo.reading.moments.moment import read_end
from seurantalo.reading.moments.problems import report_moment, shown, tell_reading
from seurantalo.reading.repetition.first_dates import RuleDays
from seurantalo.reading.yaml.tree import Entry, Node, Scalar

Entries = dict[str, tuple[Field, Entry]]

#: The longest event, in days.
MOST_DAYS: Final = 366
#: Days without a date that are told of one by one, and named where there are more.
FEW: Final = 3

#: A day on which a repetition gives no date, and where that is written.
NoDate: TypeAlias = tuple[date, Placed]


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
        report_moment(scope, error, node, "ends")
        return None
    tell_reading(scope, text, ends, node, "ends")
    if isinstance(ends, datetime) != isinstance(starts, datetime):
        code = "end-without-time" if isinstance(starts, datetime) else "start-without-time"
        scope.report(code, node, "ends", found=text[:60])
        return None
    if ends == starts and isinstance(starts, datetime):
        scope.report("ends-at-start", node, "ends", Severity.NOTICE, ends=shown(ends))
        return None
    if ends < starts:
        scope.report("ends-before-start", node, "ends", starts=shown(starts), ends=shown(ends))
        return None
    if ends.toordinal() - starts.toordinal() > MOST_DAYS:
        scope.report("event-too-long", node, "ends", starts=shown(starts), ends=shown(ends))
        return None
    check_clock(scope, pair[1], ends, zone)
    return ends


def report_no_dates(scope: Scope, name: str, wrong: Sequence[NoDate], given: RuleDays, starts: Moment) -> None:
    """Report days on which the repetition gives no date, so that what is said of them would be lost.

    Many are told of as one: whoever wrote them made one mistake.
    """
    added = sorted(map(day_of, given.recurrence.include))
    for day, place in wrong if len(wrong) <= FEW else wrong[:1]:
        near = [*given.around(day), *added]
        before, after = [one for one in near if one < day], [one for one in near if one > day]
        around = " / ".join(map(shown, sorted(before)[-1:] + sorted(after)[:1])) or shown(starts)
        if len(wrong) <= FEW:
            scope.report("no-date-that-day", place, name, date=shown(day), near=around)
        else:
            first = ", ".join(shown(each) for each, _ in wrong[:FEW])
            scope.report("no-date-those-days", place, name, count=len(wrong), dates=first, near=around)


def check_clock(scope: Scope, entry: Placed, moment: Moment, zone: ZoneInfo) -> None:
    """Report a wall time that the clocks skip, and mention one that they pass twice."""
    if not isinstance(moment, datetime):
        return
    if time_is_missing(moment, zone):
        before, after = (f"{one.hour}.{one:%M}" for one in around_gap(moment, zone))
        values = {"found": shown(moment), "before": before, "after": after}
        scope.report("time-does-not-exist", _value_of(entry), "starts", **values)
    elif time_is_doubled(moment, zone):
        scope.report("time-comes-twice", _value_of(entry), "starts", Severity.NOTICE, found=shown(moment))


def _value_of(entry: Placed) -> Placed:
    return entry.value if isinstance(entry, Entry) else entry


def line_of(node: Node) -> str:
    """Return the trimmed text of a scalar; ``""`` for anything else."""
    return (node.text or "").strip() if isinstance(node, Scalar) else ""
