"""From pairs of dates to findings: one per pair of events, told once, with the days it is about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from seurantalo.model.record import UNKNOWN_REVISION
from seurantalo.planner.clashes.agreement import Agreements
from seurantalo.planner.clashes.bonds import BOTH_ROUTINE
from seurantalo.planner.clashes.condition import AllOf, Check
from seurantalo.planner.clashes.entries import Entry, Ground, text_facts
from seurantalo.planner.clashes.finding import RANK, Facts, Finding, Level
from seurantalo.planner.clashes.reason import Reason
from seurantalo.planner.clashes.rule import Among, Judge, PairRule
from seurantalo.planner.clashes.selection import Lists, Selection
from seurantalo.planner.clashes.sweep import Budget, beside, meeting, near_in_days, overlapping
from seurantalo.planner.clashes.times import JOURNEY, days_between
from seurantalo.planner.occurrence import Occurrence

#: What one rule says about two dates: its code, the level, and the dates, by event id.
_Hit = tuple[str, Level, Entry, Entry]
#: How one rule is asked: its code, what must hold, its level then, and what does not silence it.
_Asked = tuple[str, tuple[Check, ...], Judge, tuple[Reason, ...]]


def _asked(rule: PairRule) -> _Asked:
    """Return the steps of a rule, so that the search can take them without a call for each rule and pair."""
    if not isinstance(rule.judge, AllOf):
        return rule.code, (), rule.judge, rule.despite
    return rule.code, rule.judge.checks, rule.judge.level, rule.despite


def _journey(_name: str) -> int:
    return JOURNEY


class _Told(NamedTuple):
    """What is told of a pair by one rule: its days, what other rules add to them, and the dates of the first."""

    rule: PairRule
    level: Level
    days: tuple[int, ...]
    more: int
    beside: tuple[str, ...]
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
        self._hits: dict[tuple[str, str], list[_Hit]] = {}

    def look(self, selection: Selection) -> None:
        """Ask every rule about every pair that comes into question."""
        ground, budget = self._ground, self._budget
        rules = {among: [_asked(rule) for rule in self._rules if among in rule.among] for among in Among}
        abroad = int(selection.abroad)
        self._look_at_routine(selection, rules)
        self._look_at_hours(selection.venues, rules[Among.VENUE], ground.longest_margin)
        self._look_at_hours(selection.organisers, rules[Among.ORGANISER], _journey)
        like, days, day = rules[Among.LIKE], rules[Among.DAYS], rules[Among.DAY]
        for place, dates in selection.places.items():
            self._look_at_days(dates, like, days, abroad)
            around = selection.around(place)
            if day and len(around) > 1:
                self._ask(day, near_in_days(around, abroad, budget))
        if asked := rules[Among.PRACTICE]:
            for dates in selection.practices.values():
                if len(dates) > 1:
                    self._ask(asked, near_in_days(dates, abroad, budget))
        if asked := rules[Among.JOURNEY]:
            self._ask(asked, beside(selection.journeys, ground.catchment, budget))

    def _look_at_hours(self, lists: Lists, asked: Sequence[_Asked], margin_of: Callable[[str], int]) -> None:
        """Ask about dates that share an hour. Most lists hold one date, which meets nothing."""
        for name, dates in lists.items():
            if asked and len(dates) > 1:
                self._ask(asked, overlapping(dates, margin_of(name), self._budget))

    def _look_at_routine(self, selection: Selection, rules: Mapping[Among, Sequence[_Asked]]) -> None:
        """Ask about two routine dates, where a rule speaks of such."""
        ground = self._ground
        for among, groups in ((Among.VENUE, selection.routine_venues), (Among.DAY, selection.routine_places)):
            asked = [each for each in rules[among] if BOTH_ROUTINE in each[3]]
            for name, runs in groups.items():
                if asked and len(runs) > 1:
                    margin = ground.stated_margin(name) if among is Among.VENUE else 0
                    pairs = meeting(runs, margin, self._budget)
                    self._ask(asked, ((ground.entry(one), ground.entry(other)) for one, other in pairs))

    def _look_at_days(
        self, dates: Sequence[Entry], like: Sequence[_Asked], days: Sequence[_Asked], abroad: int
    ) -> None:
        """Ask about dates of one municipality that are some days apart."""
        budget, settings = self._budget, self._ground.settings
        near = settings.near_miss_days
        far = max(near, settings.near_miss_days_major)
        if like:
            # Only next to a major event does it matter what is so many days away.
            great = {name for entry in dates if entry.sheet.major for name in entry.sheet.likes}
            for name, alike in _alike(dates).items():
                if len(alike) > 1:
                    self._ask(like, near_in_days(alike, (far if name in great else near) + abroad, budget))
        if days:
            self._ask(days, near_in_days(dates, far + abroad, budget))

    def _ask(self, rules: Sequence[_Asked], pairs: Iterable[tuple[Entry, Entry]]) -> None:
        ground, silence = self._ground, self._ground.silence
        for a, b in pairs:
            reason = silence(a.sheet, b.sheet)
            for code, checks, judge, despite in rules:
                if reason is not None and reason not in despite:
                    continue
                for holds in checks:
                    if not holds(a, b, ground):
                        break
                else:
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
            self._hits[pair] = [(code, level, a, b)]
        else:
            hits.append((code, level, a, b))

    def findings(self, today: date, agreements: Agreements) -> tuple[list[Finding], int]:
        """Return the findings, and how many notes of the level info were left out."""
        told = [each for hits in self._hits.values() for each in self._of_pair(hits, today)]
        kept, left_out = _without_a_crowd(told, today, self._ground.settings.clash_notes)
        return [self._finding(each, agreements) for each in kept], left_out

    def _of_pair(self, hits: Sequence[_Hit], today: date) -> Iterator[_Told]:
        """Yield what is told of one pair. A day is told once, by the weightiest rule, which names the others.

        A note of the level info goes without saying where there is more to say about the same two.
        """
        if len(hits) == 1:
            # Mostly one rule has something to say, about one day.
            ((code, level, a, b),) = hits
            yield _Told(self._by_code[code], level, (max(a.day, b.day),), 0, (), a, b)
            return
        by_rule = _by_rule_and_day(hits)
        order = [rule for rule in self._rules if rule.code in by_rule]
        order.sort(key=lambda rule: min(RANK[level] for _, level, _, _ in by_rule[rule.code].values()))
        told: set[int] = set()
        for position, rule in enumerate(order):
            days = {day: hit for day, hit in by_rule[rule.code].items() if day not in told}
            if not days:
                continue
            level = min((hit[1] for hit in days.values()), key=RANK.__getitem__)
            if level is Level.INFO and told:
                continue
            beside = [
                other.words.beside
                for other in order[position + 1 :]
                if other.words.beside and not days.keys().isdisjoint(by_rule[other.code])
            ]
            listed, more = listed_days(days, today, self._ground.settings.clash_dates)
            _, _, a, b = days[listed[0]]
            yield _Told(rule, level, tuple(listed), more, tuple(beside), a, b)
            told |= days.keys()

    def _finding(self, told: _Told, agreements: Agreements) -> Finding:
        rule, days = told.rule, told.days
        first, second = told.a.sheet.event, told.b.sheet.event
        # By position, in the order of the fields: there may be many.
        return Finding(
            f"{rule.code}.{first.id}.{second.id}",
            rule.code,
            told.level,
            first,
            second,
            (date.fromordinal(days[0]),) if len(days) == 1 else tuple(map(date.fromordinal, days)),
            told.more,
            partial(_facts, rule, told.a.occurrence, told.b.occurrence, self._ground),
            told.a.sheet.municipality,
            agreements.between(first, second),
            (first.id, second.id),
            rule.fields,
            rule.told,
            told.beside,
        )


def _facts(rule: PairRule, one: Occurrence, other: Occurrence, ground: Ground) -> Facts:
    """Return what the words of a finding need: what its rule tells, and what every pair tells."""
    # As the search saw them: of all that are found, that would take much memory.
    a, b = ground.entry(one), ground.entry(other)
    return rule.facts(a, b, ground) + _general_facts(a, b, ground)


def _by_rule_and_day(hits: Iterable[_Hit]) -> dict[str, dict[int, _Hit]]:
    """Return the hits of one pair by rule and day; where one rule has several on a day, the weightiest and first."""
    found: dict[str, dict[int, _Hit]] = {}
    for hit in sorted(hits, key=lambda hit: (RANK[hit[1]], hit[2].starts_at, hit[3].starts_at)):
        code, _, a, b = hit
        found.setdefault(code, {}).setdefault(max(a.day, b.day), hit)
    return found


def _alike(dates: Iterable[Entry]) -> Mapping[str, Sequence[Entry]]:
    """Return the dates by what they have in common: a practice, an audience but not the widest, a form."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in dates:
        if not entry.standing:
            for name in entry.sheet.likes:
                found[name].append(entry)
    return found


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
