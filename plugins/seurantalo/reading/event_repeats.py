"""How an event repeats: one rule or several, in plain words or in those of RFC 5545."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from seurantalo.model.fields.repetition import REPEATS
from seurantalo.model.problem import Severity
from seurantalo.model.record import Moment, day_of
from seurantalo.model.recurrence import Frequency, Recurrence, Repetition, Weekday, one_by_one
from seurantalo.reading.event_dates import add_dates, read_added
from seurantalo.reading.event_times import FEW, Entries, line_of, read_ends, report_no_dates
from seurantalo.reading.file_scope import Placed, Scope
from seurantalo.reading.first_dates import RuleDays, first_dates, start_fits
from seurantalo.reading.lacking_days import tell_lacking_days
from seurantalo.reading.moment_error import MomentError
from seurantalo.reading.moment_problems import shown
from seurantalo.reading.moments import is_time, read_moment, read_start
from seurantalo.reading.records import own_entries, own_value, values_of
from seurantalo.reading.repeats import RepeatError, read_on, read_rule, read_words
from seurantalo.reading.yaml_tree import Mapping, Node, Sequence

#: Fields of a rule that are no part of a Recurrence.
_APART: Final = ("rule", "also", "starts", "ends")
_NO_RULE: Final = frozenset({"every"})


def read_repeats(
    scope: Scope, node: Node, entries: Entries, given: tuple[Moment, Moment | None], zone: ZoneInfo
) -> tuple[Repetition, ...]:
    """Return the rules of an event that begins and ends as ``given``; none where there is none or one is broken.

    The first date of a rule is the first one from the event's start on; one of them has to be the event's start.
    """
    if line_of(node) == "-":
        return ()
    start = entries["starts"][1].value
    nodes = node.items if isinstance(node, Sequence) else [node]
    found = [_Rule(scope, one, start, given, zone, several=len(nodes) > 1).read() for one in nodes]
    good = tuple(one for one in found if one is not None)
    if len(good) < len(found):
        return ()
    starts = given[0]
    if len({isinstance(one.starts, datetime) for one in good}) > 1:
        scope.report("rules-unlike", node, "repeats")
        return ()
    if good and not any(day_of(one.starts) == day_of(starts) for one in good):
        first = min(good, key=lambda one: day_of(one.starts))
        scope.report("start-not-in-rule", start, "starts", starts=shown(starts), right=shown(day_of(first.starts)))
        return ()
    return good


class _Rule:
    """One rule of an event."""

    def __init__(
        self,
        scope: Scope,
        node: Node,
        start: Placed,
        given: tuple[Moment, Moment | None],
        zone: ZoneInfo,
        *,
        several: bool,
    ) -> None:
        self.scope, self.node, self.zone, self.several = scope, node, zone, several
        self.start, self.given = start, given
        self.found = own_entries(scope, REPEATS, node) if isinstance(node, Mapping) else {}
        self.apart = {name: self.found.pop(name) for name in _APART if name in self.found}

    def read(self) -> Repetition | None:
        """Return the rule with its first date; None where something was reported."""
        before = len(self.scope.problems)
        begins = self._begins()
        try:
            rule = self._rule(begins)
        except RepeatError as error:
            self.scope.report(error.code, self.node, "repeats", **error.values)
            return None
        if rule is None or any(one.severity is not Severity.NOTICE for one in self.scope.problems[before:]):
            return None
        starts = self._first(begins, rule)
        if starts is None or self._is_over(starts, rule):
            return None
        if rule.exclude:
            given, place = RuleDays(starts, rule), own_value(REPEATS, self.node, "except") or self.node
            wrong = [day for day in rule.exclude if day not in given]
            placed = [(day, _scalar_of(place, day) if n < FEW else place) for n, day in enumerate(wrong)]
            report_no_dates(self.scope, "except", placed, given, starts)
        if "also" in self.apart:
            place = self.apart["also"][1].value
            nodes = tuple(place.items) if isinstance(place, Sequence) else (place,)
            rule = add_dates(rule, read_added(self.scope, "also", nodes, starts, self.zone))
        found = Repetition(starts=starts, ends=self._ends(starts), rule=replace(rule, line=self.node.line))
        tell_lacking_days(self.scope, own_value(REPEATS, self.node, "on") or self.node, found)
        return found

    def _begins(self) -> Moment:
        """Return the moment from which on the rule's first date is looked for."""
        starts = self.given[0]
        if "starts" not in self.apart:
            return starts
        place = self.apart["starts"][1].value
        try:
            return read_start(line_of(place), day_of(starts))
        except MomentError as error:
            self.scope.report(error.code, place, "starts", **error.values)
            return starts

    def _first(self, begins: Moment, rule: Recurrence) -> Moment | None:
        """Return the first date; a rule that is alone, or names its own day, has to begin right then."""
        if start_fits(begins, rule):
            return begins
        first = first_dates(begins, rule)
        place = self.apart["starts"][1].value if "starts" in self.apart else None
        if first and self.several and (place is None or is_time(line_of(place))):
            return datetime.combine(first[0], begins.time()) if isinstance(begins, datetime) else first[0]
        right = shown(first[0]) if first else "-"
        self.scope.report("start-not-in-rule", place or self.start, "starts", starts=shown(begins), right=right)
        return None

    def _is_over(self, starts: Moment, rule: Recurrence) -> bool:
        """Tell whether the rule ends before its first date, which is reported."""
        if rule.until is None or rule.until >= day_of(starts):
            return False
        self.scope.report("until-before-start", self.node, "repeats", until=shown(rule.until), starts=shown(starts))
        return True

    def _ends(self, starts: Moment) -> Moment | None:
        """Return the end of the first date: the rule's own, else as long after its start as the event's is."""
        if "ends" in self.apart:
            return read_ends(self.scope, self.apart["ends"], starts, self.zone)
        begun, ended = self.given
        if ended is None or isinstance(begun, datetime) is not isinstance(starts, datetime):
            return None
        return starts + (ended - begun)

    def _rule(self, begins: Moment) -> Recurrence | None:
        node = self.node
        if isinstance(node, Mapping):
            return self._of_fields(begins)
        text = line_of(node)
        if not text:
            self.scope.report("expected-fields", node, "repeats", fields="every, on, until")
            return None
        return read_rule(text, self.zone, begins) if "=" in text else read_words(text)

    def _of_fields(self, begins: Moment) -> Recurrence | None:
        found, rule = self.found, self.apart.get("rule")
        by_hand = "also" in self.apart and not found and rule is None
        values = values_of(self.scope, REPEATS, found, self.node, _NO_RULE if by_hand or rule else frozenset())
        if values is None:
            return None
        if by_hand:
            return one_by_one()
        if "until" in values and "count" in values:
            raise RepeatError("until-and-count")
        extra: dict[str, Any] = {
            "exclude": values.get("except", ()),
            "skip_holidays": values.get("skip_holidays", False),
        }
        ends = {name: values[name] for name in ("until", "count") if name in values}
        if rule is not None:
            return replace(read_rule(line_of(rule[1].value), self.zone, begins), **extra, **ends)
        return replace(_on_days(read_words(values["every"]), values), **extra, **ends)


def _on_days(rule: Recurrence, values: dict[str, Any]) -> Recurrence:
    """Return a rule on the days that are named beside it; raise RepeatError where the two do not go together."""
    days, month_days = [*rule.by_weekday], [*rule.by_month_day]
    for words in values.get("on", ()):
        on = read_on(words)
        if isinstance(on, Weekday):
            days.append(on)
        else:
            month_days.append(on)
    told = ", ".join(values.get("on", ()))[:60]
    if rule.frequency is Frequency.WEEKLY and (month_days or any(day.nth for day in days)):
        raise RepeatError("nth-in-week", found=told)
    if rule.frequency is Frequency.MONTHLY and any(day.nth == 0 for day in days):
        raise RepeatError("weekday-without-nth", found=told)
    if rule.frequency in (Frequency.DAILY, Frequency.YEARLY) and (days or month_days):
        raise RepeatError("days-not-with-every", found=told, every=values["every"][:40])
    return replace(rule, by_weekday=tuple(dict.fromkeys(days)), by_month_day=tuple(dict.fromkeys(month_days)))


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
