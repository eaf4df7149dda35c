"""One rule of an event: its words, the fields beside them, and the start from which it holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from seurantalo.model.fields.repetition import REPEATS
from seurantalo.model.problem import Severity
from seurantalo.model.record import Moment, day_of
from seurantalo.model.recurrence import Frequency, Recurrence, Repetition, one_by_one
from seurantalo.reading.event.dates import add_dates, listed_dates, read_added
from seurantalo.reading.event.days import Days, read_listed_days
from seurantalo.reading.event.times import Entries, NoDate, line_of, read_ends, report_no_dates
from seurantalo.reading.file_scope import Placed, Scope
from seurantalo.reading.input_words import MONTH_FORMS, is_holiday_word
from seurantalo.reading.moments.error import MomentError
from seurantalo.reading.moments.moment import is_time, read_day, read_start, with_year
from seurantalo.reading.moments.problems import report_moment, shown
from seurantalo.reading.records import own_value, values_of
from seurantalo.reading.repetition.error import RepeatError
from seurantalo.reading.repetition.first_dates import RuleDays, first_dates, start_fits
from seurantalo.reading.repetition.lacking_days import tell_lacking_days
from seurantalo.reading.repetition.problems import report_repeat, tell_how_read
from seurantalo.reading.repetition.rhythm import read_days_words
from seurantalo.reading.repetition.rrule import read_rule
from seurantalo.reading.repetition.words import Said, month_named, months_alone
from seurantalo.reading.yaml.tree import Entry, Node, Scalar, Sequence

#: Fields of a rule that are read here, each in its own way.
_APART: Final = ("rule", "also", "starts", "ends", "until", "except")
_NOT_ASKED: Final = frozenset({"every"})
_YEAR: Final = 12


class WrittenRule(NamedTuple):
    """A rule as it is written: its fields, and what its words say."""

    node: Node
    found: Entries
    said: Said | None = None
    said_at: Scalar | None = None
    rule: str = ""
    """A rule of RFC 5545 in place of the words."""
    several: bool = False
    every: bool = False
    """The words stand behind the name of the field ``every``."""


class RuleReader:
    """Reads one rule of an event that begins and ends as ``given``."""

    def __init__(
        self, scope: Scope, written: WrittenRule, start: Placed, given: tuple[Moment, Moment | None], zone: ZoneInfo
    ) -> None:
        """Take what is written, and the place of the event's start."""
        self.scope, self.written, self.zone = scope, written, zone
        self.start, self.given = start, given
        self.found = {name: pair for name, pair in written.found.items() if name not in _APART}
        self.apart = {name: pair for name, pair in written.found.items() if name in _APART}

    def read(self) -> Repetition | None:
        """Return the rule with its first date; None where something was reported."""
        before = len(self.scope.problems)
        begins = self._begins()
        try:
            rule = self._rule(begins)
        except RepeatError as error:
            place = self.written.said_at or self.written.node
            error.values.update({"every": line_of(place)[:40]} if error.code == "days-not-with-every" else {})
            report_repeat(self.scope, error, place, self.given[0])
            return None
        if rule is None or self._has_failed(before):
            return None
        without = self._without(rule, day_of(begins))
        rule = without[0]
        starts = self._first(begins, rule)
        if starts is None or self._is_over(starts, rule) or self._has_failed(before):
            return None
        also = self._also(starts)
        left, also = self._left_out(starts, rule, without[1], also)
        if also:
            rule = add_dates(rule, also)
        found = Repetition(
            starts=starts, ends=self._ends(starts), rule=replace(rule, exclude=left, line=self.written.node.line)
        )
        place = self.written.said_at or self.written.node
        tell_lacking_days(self.scope, own_value(REPEATS, self.written.node, "on") or place, found)
        if self.written.said is not None and not self.written.every and "on" not in self.found:
            tell_how_read(self.scope, place, line_of(place), self.written.said.rhythm, found)
        return found

    def _has_failed(self, before: int) -> bool:
        return any(one.severity is not Severity.NOTICE for one in self.scope.problems[before:])

    def _begins(self) -> Moment:
        """Return the moment from which on the rule's first date is looked for."""
        starts = self.given[0]
        if "starts" in self.apart:
            place = self.apart["starts"][1].value
            try:
                return read_start(line_of(place), day_of(starts))
            except MomentError as error:
                report_moment(self.scope, error, place, "starts")
                return starts
        said, at = self.written.said, self.written.said_at
        if said is None or at is None:
            return starts
        try:
            day = read_day(with_year(said.since, day_of(starts))) if said.since else day_of(starts)
            hour = read_start(f"klo {said.starts}", day) if said.starts else None
        except MomentError as error:
            report_moment(self.scope, error, at, "repeats")
            return starts
        if self.written.several:
            own = hour or (datetime.combine(day, starts.time()) if isinstance(starts, datetime) else day)
            return own if day >= day_of(starts) else starts
        if day != day_of(starts) or (hour is not None and isinstance(starts, datetime) and hour != starts):
            told = shown(day) if hour is None else shown(hour)
            self.scope.report("repeats-unlike-start", at, "repeats", found=told, starts=shown(starts))
            return starts
        return hour or starts

    def _first(self, begins: Moment, rule: Recurrence) -> Moment | None:
        """Return the first date; a rule that is alone, or names its own day, has to begin right then."""
        rhythm = self.written.said.rhythm if self.written.said else None
        odd_week = day_of(begins).isocalendar().week % 2 == 1
        if rhythm is not None and rhythm.odd is not None and odd_week is not rhythm.odd and start_fits(begins, rule):
            right = shown(day_of(begins) + timedelta(days=7))
            week = day_of(begins).isocalendar().week
            self.scope.report(
                "week-of-other-number", self.start, "starts", starts=shown(begins), week=week, right=right
            )
            return None
        if start_fits(begins, rule):
            return begins
        first = first_dates(begins, rule)
        place = self.apart["starts"][1].value if "starts" in self.apart else None
        if first and self.written.several and (place is None or is_time(line_of(place))):
            return datetime.combine(first[0], begins.time()) if isinstance(begins, datetime) else first[0]
        right = shown(first[0]) if first else "-"
        values = {"starts": shown(begins), "right": right}
        if rhythm is not None and rhythm.is_guess and rule.by_weekday[0].day == begins.weekday():
            at = self.written.said_at or self.written.node
            self.scope.report("nth-or-interval", at, "repeats", found=line_of(at)[:60], **values)
        else:
            self.scope.report("start-not-in-rule", place or self.start, "starts", **values)
        return None

    def _is_over(self, starts: Moment, rule: Recurrence) -> bool:
        """Tell whether the rule ends before its first date, which is reported."""
        if rule.until is None or rule.until >= day_of(starts):
            return False
        place = self.written.node
        self.scope.report("until-before-start", place, "repeats", until=shown(rule.until), starts=shown(starts))
        return True

    def _ends(self, starts: Moment) -> Moment | None:
        """Return the end of the first date: the rule's own, else as long after its start as the event's is."""
        if "ends" in self.apart:
            return read_ends(self.scope, self.apart["ends"], starts, self.zone)
        begun, ended = self.given
        said, place = self.written.said, self.written.said_at
        if said is not None and said.ends and place is not None:
            entry = Entry(place.line, place.column, place._replace(text=f"klo {said.ends}"))
            own = read_ends(self.scope, (REPEATS[3], entry), starts, self.zone)
            if ended is not None and own != ended and not self.written.several and own is not None:
                told = {"found": shown(own), "starts": shown(ended)}
                self.scope.report("repeats-unlike-start", place, "repeats", **told)
            return own
        if ended is None or isinstance(begun, datetime) is not isinstance(starts, datetime):
            return None
        return starts + (ended - begun)

    def _rule(self, begins: Moment) -> Recurrence | None:
        written, said = self.written, self.written.said
        rule = self.apart["rule"][1].value if "rule" in self.apart else None
        values = values_of(self.scope, REPEATS, self.found, written.node, _NOT_ASKED)
        if values is None:
            return None
        until, count = self._until(begins), values.get("count") or (said.times if said else 0)
        if until and count:
            raise RepeatError("until-and-count")
        ends: dict[str, Any] = {"until": until} if until else {"count": count} if count else {}
        if written.rule or rule is not None:
            text = written.rule or line_of(rule or written.node)
            found = replace(read_rule(text, self.zone, begins), **ends)
        elif said is not None:
            found = replace(_on_days(said, values.get("on", ()), begins), **ends)
        elif "also" in self.apart:
            found = one_by_one()
        else:
            self.scope.report("field-missing", written.node, "every")
            return None
        skip = values.get("skip_holidays", False) or (said is not None and said.skip_holidays)
        return replace(found, skip_holidays=skip)

    def _until(self, begins: Moment) -> date | None:
        """Return the last day: of a field, or of the words; without a year it is the first one after the start."""
        said = self.written.said
        place: Node | None = self.apart["until"][1].value if "until" in self.apart else self.written.said_at
        text = line_of(place) if "until" in self.apart and place is not None else said.until if said else ""
        if place is None or (not text and not (said and said.until_month)):
            return None
        try:
            if not text and said is not None:
                return _month_end(said.until_month, day_of(begins))
            if month := month_named(text):
                return _month_end(month, day_of(begins))
            return read_day(with_year(text, day_of(begins)))
        except MomentError as error:
            if error.code == "month-without-day" and "-" in error.values["right"]:
                year, month_number = map(int, error.values["right"].split("-"))
                return date(year + month_number // _YEAR, month_number % _YEAR + 1, 1) - timedelta(days=1)
            report_moment(self.scope, error, place, "until")
            return None

    def _without(self, rule: Recurrence, since: date) -> tuple[Recurrence, list[Days]]:
        """Return the rule without the months and the holidays that are left out, and the days that are."""
        said, months, days = self.written.said, set[int](), list[Days]()
        nodes: list[Node] = []
        if "except" in self.apart:
            value = self.apart["except"][1].value
            nodes += value.items if isinstance(value, Sequence) else [value]
        if said is not None and self.written.said_at is not None:
            months.update(said.without_months)
            if said.without:
                nodes.append(self.written.said_at._replace(text=said.without))
        for node in nodes:
            text = line_of(node).casefold()
            if is_holiday_word(text):
                rule = replace(rule, skip_holidays=True)
            elif alone := months_alone(text):
                months.update(alone)
            else:
                days += read_listed_days(self.scope, node, "except", since)
        if months:
            held = [month for month in (rule.by_month or range(1, _YEAR + 1)) if month not in months]
            rule = replace(rule, by_month=tuple(held))
        return rule, days

    def _also(self, starts: Moment) -> tuple[Any, ...]:
        if "also" not in self.apart:
            return ()
        nodes = tuple(listed_dates(self.apart["also"][1].value))
        return read_added(self.scope, "also", nodes, starts, self.zone)

    def _left_out(
        self, starts: Moment, rule: Recurrence, days: list[Days], also: tuple[Any, ...]
    ) -> tuple[tuple[date, ...], tuple[Any, ...]]:
        """Return the days that the rule leaves out, and the dates beside it without those that are left out."""
        given, beside = RuleDays(starts, rule), {day_of(one.starts) for one in also}
        found: list[date] = []
        wrong: list[NoDate] = []
        dropped: set[date] = set()
        for one in days:
            of_rule = [day for day in _each(one) if day in given]
            added = [day for day in _each(one) if day in beside] if rule.by_hand else []
            if not of_rule and not added:
                wrong.append((one.first, one.node))
            found += of_rule
            dropped.update(added)
        if wrong:
            report_no_dates(self.scope, "except", wrong, given, starts)
        return tuple(dict.fromkeys(found)), tuple(one for one in also if day_of(one.starts) not in dropped)


def _each(days: Days) -> list[date]:
    return [days.first + timedelta(days=number) for number in range((days.last - days.first).days + 1)]


def _month_end(words: str, since: date) -> date:
    """Return the last day of a month, of its year or of the first one after a day."""
    name, _, year = words.partition(" ")
    month = MONTH_FORMS[name]
    number = int(year) if year else since.year + (month < since.month)
    return date(number + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _on_days(said: Said, named: tuple[str, ...], begins: Moment) -> Recurrence:
    """Return a rule on the days that are named beside it; raise RepeatError where the two do not go together."""
    rule = said.rhythm.rule
    days, month_days, positions = [*rule.by_weekday], [*rule.by_month_day], [*rule.by_set_position]
    months = rule.by_month
    for words in named:
        on = read_days_words(words).rule
        days += on.by_weekday
        month_days += on.by_month_day
        positions += on.by_set_position
        months = months or on.by_month
    told = ", ".join(named)[:60] or ", ".join(map(str, month_days))
    frequency, nth = rule.frequency, any(day.nth for day in days) or positions
    if frequency is Frequency.WEEKLY and (month_days or nth):
        raise RepeatError("nth-in-week", found=told)
    if frequency is Frequency.DAILY and days and rule.interval == 1 and not (nth or month_days):
        frequency = Frequency.WEEKLY
    if frequency is Frequency.DAILY and (days or month_days):
        raise RepeatError("days-not-with-every", found=told)
    if frequency in (Frequency.MONTHLY, Frequency.YEARLY) and any(day.nth == 0 for day in days) and not positions:
        raise RepeatError("weekday-without-nth", found=told)
    if frequency is Frequency.YEARLY and (days or month_days) and not months:
        months = (begins.month,)
    return replace(
        rule,
        frequency=frequency,
        by_weekday=tuple(dict.fromkeys(days)),
        by_month_day=tuple(dict.fromkeys(month_days)),
        by_set_position=tuple(dict.fromkeys(positions)),
        by_month=months,
    )
