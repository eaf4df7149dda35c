"""From pairs of dates to findings: one per pair of events, told once, with the days it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Final, NamedTuple

from seurantalo.model.record import UNKNOWN_REVISION
from seurantalo.planner.clashes.agreement import Agreements
from seurantalo.planner.clashes.finding import RANK, Facts, Finding, Level
from seurantalo.planner.clashes.ground import Entry, Ground, days_between, text_facts
from seurantalo.planner.clashes.rule import Among, PairRule
from seurantalo.planner.clashes.selection import Selection
from seurantalo.planner.clashes.sweep import Budget, DayColumns, has_major, overlapping
from seurantalo.planner.occurrence import Occurrence

_BY_START: Final = attrgetter("starts_at")

#: A day's verdict of one rule on one pair: the level, and the two dates, by event id.
_Hit = tuple[Level, Entry, Entry]
#: Rule -> day -> hit, for one pair of events.
_Hits = dict[str, dict[int, _Hit]]


class _Told(NamedTuple):
    """What is told of a pair by one rule: its days, the other rules of those days, and the dates of the first."""

    rule: PairRule
    level: Level
    days: tuple[int, ...]
    more: int
    also: tuple[str, ...]
    a: Entry
    b: Entry


class PairSearch:
    """Collects what the rules say about pairs of dates, then turns it into findings."""

    def __init__(self, ground: Ground, rules: Sequence[PairRule], budget: Budget) -> None:
        """``rules`` stand in the order in which they are heard; a code is there once."""
        self._ground = ground
        self._rules = tuple(rules)
        self._by_code = {rule.code: rule for rule in rules}
        self._budget = budget
        self._hits: dict[tuple[str, str], _Hits] = {}
        #: By the identity of dates; the calendar keeps them alive for longer than the search.
        self._entries: dict[int, Entry] = {}

    def look(self, selection: Selection) -> None:
        """Ask every rule about every pair that comes into question."""
        ground, budget = self._ground, self._budget
        rules = {among: [rule for rule in self._rules if among in rule.among] for among in Among}
        for among, lists in ((Among.VENUE, selection.venues), (Among.ORGANISER, selection.organisers)):
            for name, dates in lists.items():
                if len(dates) > 1 and rules[among]:
                    margin = ground.margin(name) if among is Among.VENUE else 0
                    self._ask(rules[among], overlapping(dates, margin, budget))
        for place, dates in selection.places.items():
            self._look_at_place(dates, selection.guests.get(place, ()), rules)
        for dates in selection.practices.values():
            if len(dates) > 1 and rules[Among.PRACTICE]:
                self._ask(rules[Among.PRACTICE], DayColumns(dates, ground.standing_seconds).pairs(0, budget))

    def _look_at_place(
        self, dates: Sequence[Occurrence], guests: Sequence[Occurrence], rules: Mapping[Among, Sequence[PairRule]]
    ) -> None:
        ground, budget, settings = self._ground, self._budget, self._ground.settings
        at_home = DayColumns(dates, ground.standing_seconds)
        if rules[Among.LIKE]:
            for among in at_home.alike(ground.top_audiences).values():
                if len(among) > 1:
                    # Only next to a major event does it matter what is so many days away.
                    major = has_major(dates[n] for n in among)
                    apart = settings.near_miss_days
                    apart = max(apart, settings.near_miss_days_major) if major else apart
                    self._ask(rules[Among.LIKE], at_home.pairs(apart, budget, among))
        if rules[Among.DAYS]:
            apart = max(settings.near_miss_days, settings.near_miss_days_major)
            self._ask(rules[Among.DAYS], at_home.pairs(apart, budget))
        if rules[Among.DAY]:
            columns = (
                DayColumns(sorted((*dates, *guests), key=_BY_START), ground.standing_seconds) if guests else at_home
            )
            self._ask(rules[Among.DAY], columns.pairs(0, budget))

    def _ask(self, rules: Sequence[PairRule], pairs: Iterable[tuple[Occurrence, Occurrence]]) -> None:
        ground, entries, silent = self._ground, self._entries, self._ground.silent
        judges = [(rule.code, rule.judge) for rule in rules]
        glances = [rule.glance for rule in rules if rule.glance is not None]
        if len(glances) == len(rules):
            pairs = (pair for pair in pairs if any(glance(*pair, ground) for glance in glances))
        for one, other in pairs:
            try:
                a = entries[id(one)]
            except KeyError:
                a = entries[id(one)] = ground.entry(one)
            try:
                b = entries[id(other)]
            except KeyError:
                b = entries[id(other)] = ground.entry(other)
            if silent(a.sheet, b.sheet):
                continue
            for code, judge in judges:
                level = judge(a, b, ground)
                if level is not None:
                    self._keep(code, level, a, b)

    def _keep(self, code: str, level: Level, a: Entry, b: Entry) -> None:
        if level is Level.HARD and (a.sheet.tentative or b.sheet.tentative):
            level = Level.SOFT
        if b.sheet.id < a.sheet.id:
            a, b = b, a
        pair = (a.sheet.id, b.sheet.id)
        hits = self._hits.get(pair)
        if hits is None:
            hits = self._hits[pair] = {}
        days = hits.get(code)
        if days is None:
            days = hits[code] = {}
        day = max(a.day, b.day)
        known = days.get(day)
        if known is None or (RANK[level], a.starts_at, b.starts_at) < (
            RANK[known[0]],
            known[1].starts_at,
            known[2].starts_at,
        ):
            days[day] = (level, a, b)

    def findings(self, today: date, agreements: Agreements) -> tuple[list[Finding], int]:
        """Return the findings, and how many notes of the level info were left out."""
        told = [each for hits in self._hits.values() for each in self._of_pair(hits, today)]
        kept, left_out = _without_a_crowd(told, today, self._ground.settings.clash_notes)
        return [self._finding(each, agreements) for each in kept], left_out

    def _of_pair(self, hits: _Hits, today: date) -> Iterator[_Told]:
        """Yield what is told of one pair. A day is told once, by the weightiest rule, which names the others.

        A note of the level info goes without saying where there is more to say about the same two.
        """
        if len(hits) == 1:
            # Mostly one rule has something to say, about one day.
            ((code, days),) = hits.items()
            yield self._told(self._by_code[code], days, (), today)
            return
        order = [rule for rule in self._rules if rule.code in hits]
        if len(order) > 1:
            order.sort(key=lambda rule: min(RANK[level] for level, _, _ in hits[rule.code].values()))
        told: set[int] = set()
        for position, rule in enumerate(order):
            days = {day: hit for day, hit in hits[rule.code].items() if day not in told}
            if not days:
                continue
            level = min((hit[0] for hit in days.values()), key=RANK.__getitem__)
            if level is Level.INFO and told:
                continue
            also = [other.code for other in order[position + 1 :] if not days.keys().isdisjoint(hits[other.code])]
            yield self._told(rule, days, tuple(also), today)
            told |= days.keys()

    def _told(self, rule: PairRule, days: Mapping[int, _Hit], also: tuple[str, ...], today: date) -> _Told:
        if len(days) == 1:
            ((day, (level, a, b)),) = days.items()
            return _Told(rule, level, (day,), 0, also, a, b)
        level = min((hit[0] for hit in days.values()), key=RANK.__getitem__)
        listed, more = listed_days(days, today, self._ground.settings.clash_dates)
        _, a, b = days[listed[0]]
        return _Told(rule, level, tuple(listed), more, also, a, b)

    def _finding(self, told: _Told, agreements: Agreements) -> Finding:
        rule, a, b = told.rule, told.a, told.b
        first, second = a.sheet.event, b.sheet.event
        facts: Facts = rule.facts(a, b, self._ground) + _general_facts(a, b, self._ground)
        if rule.sentence:
            facts += (("sentence", rule.sentence),)
        if told.also:
            facts += (("also", " ".join(told.also)),)
        days = told.days
        # By position, in the order of the fields: there may be many.
        return Finding(
            f"{rule.code}.{first.id}.{second.id}",
            rule.code,
            told.level,
            first,
            second,
            (date.fromordinal(days[0]),) if len(days) == 1 else tuple(map(date.fromordinal, days)),
            told.more,
            facts,
            a.sheet.municipality,
            agreements.between(first, second),
            (first.id, second.id),
            rule.fields,
        )


def listed_days(days: Iterable[int], today: date, most: int) -> tuple[list[int], int]:
    """Return the days to list, and the number of the others: of those to come the first, else the last ones."""
    ordered = sorted(days)
    coming = [day for day in ordered if day >= today.toordinal()]
    if coming:
        return coming[:most], max(0, len(coming) - most)
    return ordered[-most:], max(0, len(ordered) - most)


def _general_facts(a: Entry, b: Entry, ground: Ground) -> Facts:
    """Return what every pair tells: where it is, who had the date first, what is a mere hold or an assumed end."""
    x, y = a.sheet, b.sheet
    found = ground.place_facts(x.municipality)
    if y.municipality != x.municipality:
        other = ground.community.municipalities[y.municipality].name
        found += text_facts("other_municipality", other)
    if not x.practices.isdisjoint(y.practices):
        found += text_facts("practice", ground.community.practices[min(x.practices & y.practices)].title)
    if x.tentative or y.tentative:
        found += (("tentative", _names(a, b, x.tentative, y.tentative)),)
    assumed, other_assumed = a.occurrence.ends_assumed, b.occurrence.ends_assumed
    if assumed or other_assumed:
        found += (("assumed_end", _names(a, b, assumed, other_assumed)),)
    first = _who_was_first(a, b)
    return (*found, ("first", first)) if first else found


def _names(a: Entry, b: Entry, first: bool, second: bool) -> str:  # noqa: FBT001 (which of the two)
    return " ".join([a.sheet.id] * first + [b.sheet.id] * second)


def _who_was_first(a: Entry, b: Entry) -> str:
    """Return the id of the event whose file is older; ``""`` where that is not known."""
    one, other = a.sheet.event, b.sheet.event
    if one.revision is UNKNOWN_REVISION or other.revision is UNKNOWN_REVISION:
        return ""
    if UNKNOWN_REVISION in (one.revision, other.revision) or one.revision.created == other.revision.created:
        return ""
    return one.id if one.revision.created < other.revision.created else other.id


def _without_a_crowd(told: Sequence[_Told], today: date, most: int) -> tuple[list[_Told], int]:
    """Keep all but notes between two events that both have enough of them; those to come and the nearest first."""
    now = today.toordinal()
    notes = [
        (each.days[-1] < now, days_between(each.a, each.b), each.days[0], each.a.sheet.id, each.b.sheet.id, number)
        for number, each in enumerate(told)
        if each.level is Level.INFO
    ]
    have: Counter[str] = Counter()
    left_out: set[int] = set()
    for *_, one, other, number in sorted(notes):
        if have[one] >= most and have[other] >= most:
            left_out.add(number)
        else:
            have[one] += 1
            have[other] += 1
    return [each for number, each in enumerate(told) if number not in left_out], len(left_out)
