"""Days of a channel that cannot be: an issue twice, a deadline behind its issue, an exception without an issue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Final

from seurantalo.model.channel import (
    Before,
    Covering,
    Covers,
    DeadlineAnchor,
    DeadlineRule,
    InWeek,
    ListedIssue,
    WeekdayBefore,
)
from seurantalo.model.fields.channel import ISSUE
from seurantalo.model.problem import Severity
from seurantalo.model.record import day_of
from seurantalo.reading.channels.deadline import read_deadline, written_rule
from seurantalo.reading.event.times import Entries
from seurantalo.reading.file_scope import Placed, Scope
from seurantalo.reading.moments.problems import shown
from seurantalo.reading.records import own_value
from seurantalo.reading.yaml.tree import Node, Sequence

#: So long before a list of issues ends somebody is told to go on with it.
_AHEAD: Final = timedelta(days=60)
_NEAR: Final = 3
_SHOWN: Final = 60
Values = Mapping[str, Any]


def has_issues(values: Values) -> bool:
    """Tell whether a channel says when it appears, or which days it tells about."""
    return any(values.get(name) for name in ("appears", "issues", "covers"))


def check_covers(scope: Scope, entries: Entries, values: Values) -> None:
    """Report "until the next issue" of a channel that says nothing of its issues, and exceptions of none."""
    covers: Covers | None = values.get("covers")
    appears = values.get("appears") or values.get("issues")
    if covers is not None and covers.what is Covering.UNTIL_NEXT and not appears:
        node = entries["covers"][1].value
        scope.report("channel-covers-needs-issues", node, "covers", fields="appears, issues")
    if "exceptions" in values and not has_issues(values):
        node = entries["exceptions"][1].value
        scope.report("channel-exceptions-need-issues", node, "exceptions", fields="appears, issues")


def check_issues(scope: Scope, entries: Entries, values: Values, name: str) -> None:
    """Tell of issues or exceptions that come twice, out of order or before their deadline, and a list that ends."""
    listed = list(_listed(entries, values, name))
    first: dict[date, Placed] = {}
    above: date | None = None
    for node, issue in listed:
        place = own_value(ISSUE.fields, node, "appears") or node
        if issue.appears in first:
            scope.report("channel-issue-twice", place, name, day=shown(issue.appears), line=first[issue.appears].line)
        elif above is not None and issue.appears < above:
            scope.report(
                "channel-issues-order", place, name, Severity.NOTICE, day=shown(issue.appears), above=shown(above)
            )
        first.setdefault(issue.appears, place)
        above = issue.appears if above is None else max(above, issue.appears)
        if issue.deadline is not None and day_of(issue.deadline) > issue.appears:
            where = own_value(ISSUE.fields, node, "deadline") or node
            told = {"found": shown(issue.deadline), "day": shown(issue.appears)}
            scope.report("channel-deadline-after-issue", where, "deadline", **told)
        if name == "exceptions" and has_issues(values):
            usual = own_value(ISSUE.fields, node, "instead_of") if issue.instead_of else None
            _check_exception(scope, usual or place, issue, values)
    if name == "issues" and listed and not values.get("appears"):
        _check_end(scope, entries["issues"][1].value, max(first))


def _listed(entries: Entries, values: Values, name: str) -> Iterator[tuple[Node, ListedIssue]]:
    """Yield each item of a list as it is written and as it was read; none where some could not be read."""
    if name not in values:
        return
    node = entries[name][1].value
    nodes = node.items if isinstance(node, Sequence) else [node]
    if len(nodes) == len(values[name]):
        yield from zip(nodes, values[name], strict=True)


def _check_end(scope: Scope, place: Placed, last: date) -> None:
    if last < scope.today + _AHEAD:
        scope.report("channel-issues-end", place, "issues", Severity.WARNING, day=shown(last))


def _check_exception(scope: Scope, place: Placed, issue: ListedIssue, values: Values) -> None:
    """Report an exception for a day on which there is no issue; months of a bulletin begin on any day."""
    days = weekdays_of(values)
    listed = {one.appears for one in values.get("issues", ())}
    day = issue.instead_of or issue.appears
    if day in listed or day.weekday() in days or (not days and not listed):
        return
    near = _nearest_issue(day, days, listed)
    mend = scope.instead(place, _written(place), shown(near)) if near else None
    scope.report("channel-exception-without-issue", place, "exceptions", Severity.ERROR, mend, day=shown(day))


def _written(place: Placed) -> str:
    return str(getattr(place, "text", "") or "").strip()


def _nearest_issue(day: date, weekdays: frozenset[int], listed: set[date]) -> date | None:
    """Return the day of the one issue that is nearest, within three days."""
    around = [day + timedelta(days=by) for distance in range(1, _NEAR + 1) for by in (-distance, distance)]
    return next((one for one in around if one in listed or one.weekday() in weekdays), None)


def weekdays_of(values: Values) -> frozenset[int]:
    """Return the days of the week on which issues come out; none where they come out on days of a month."""
    if values.get("appears"):
        return frozenset(values["appears"])
    covers: Covers | None = values.get("covers")
    if covers is None or values.get("issues"):
        return frozenset()
    return {
        Covering.WEEKDAYS: frozenset({covers.first}),
        Covering.NEXT_WEEK: frozenset({0}),
    }.get(covers.what, frozenset())


def check_rule(scope: Scope, entries: Entries, values: Values, name: str, severity: Severity) -> bool:
    """Report a rule that counts from what there is not, or that comes when the issue is out; False where it does."""
    rule: DeadlineRule | None = values.get(name)
    if rule is None:
        return True
    node = entries[name][1].value
    found = read_deadline(rule.words)
    if found.anchor is DeadlineAnchor.ISSUE and not has_issues(values):
        told = {"found": rule.words[:_SHOWN], "fields": "appears, issues"}
        scope.report("channel-deadline-needs-issues", node, name, severity, **told)
        return False
    if (
        found.anchor is DeadlineAnchor.EVENT
        and has_issues(values)
        and not isinstance(rule.day, Before | WeekdayBefore)
        and name == "deadline"
    ):
        scope.report("channel-deadline-of-event", node, name, severity, found=rule.words[:_SHOWN])
        return False
    if name == "deadline" and isinstance(rule.day, InWeek) and not rule.day.weeks_earlier:
        listed = {one.appears.weekday() for one in values.get("issues", ()) if one.deadline is None}
        late = sorted(day for day in weekdays_of(values) | listed if day <= rule.day.weekday)
        if late:
            right = written_rule(DeadlineRule(InWeek(rule.day.weekday, 1), rule.at), found.language)
            mend = scope.instead(node, _written(node), right)
            told = {"found": rule.words[:_SHOWN], "weekday": str(late[0])}
            scope.report("channel-deadline-behind-issue", node, name, Severity.ERROR, mend, **told)
            return False
    return True
