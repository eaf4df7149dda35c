"""Why two events clash or do not: what was looked at, and for every rule whether it applies or what fails.

A rule that is silent has a reason: the first of its own conditions that fails on the two dates that are nearest to
each other. They are the conditions that the search asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Final, TypeAlias

from seurantalo.frozen import dataclass
from seurantalo.model.community import Community
from seurantalo.model.event import AgreedClash, Event
from seurantalo.model.settings import Settings
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.clashes.bonds import SAME_EVENT
from seurantalo.planner.clashes.entries import Entry, Ground
from seurantalo.planner.clashes.finding import Facts, Level
from seurantalo.planner.clashes.reason import Reason
from seurantalo.planner.clashes.rule import PairRule
from seurantalo.planner.clashes.rules import PAIR_RULES

NO_DATE: Final = Reason(
    "no-date", "{event} has no date in the calendar: not known, or a reservation that has run out."
)
NOT_HELD: Final = Reason("not-held", "{event} is cancelled or postponed: it clashes with nothing.")
RULE_OFF: Final = Reason("rule-off", "This rule is turned off (rules_off).")
#: A site's own rule that is one function does not say more.
UNTOLD: Final = Reason("untold", "It has nothing to say about these two.")
#: Seconds: no rule asks about dates that are farther from each other.
_FAR: Final = 40 * 86_400
_Because: TypeAlias = tuple[Reason, Facts]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One rule about two events: its level where it applies, else why not."""

    rule: str
    """Its code."""
    level: Level | None
    reason: Reason | None = None
    facts: Facts = ()
    """What the blanks of the reason's words hold."""
    name: str = ""
    """What the rule is about, in words."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why two events clash or do not.

    ``before`` says why no rule was asked at all. ``dates`` are the days that were compared: the clashing ones, else
    the nearest. ``agreed`` is the agreement that keeps reports silent.

    >>> found = explain_pair(event, event, community, calendar, settings)
    >>> found.clash, found.before.reason.words
    (False, 'It is one and the same event.')
    """

    event: Event
    other: Event
    before: Verdict | None
    dates: tuple[date, date] | None
    verdicts: tuple[Verdict, ...]
    agreed: AgreedClash | None = None

    @property
    def clash(self) -> bool:
        """True where a rule applies."""
        return any(verdict.level is not None for verdict in self.verdicts)


def explain_pair(
    event: Event,
    other: Event,
    community: Community,
    calendar: Calendar,
    settings: Settings,
    rules: tuple[PairRule, ...] = PAIR_RULES,
    agreed: AgreedClash | None = None,
) -> Explanation:
    """Return why the two clash or do not, rule by rule. ``agreed`` is the agreement that stands between them.

    >>> found = explain_pair(event, community.events["tanssit"], community, calendar, settings)
    >>> [(verdict.rule, verdict.level and verdict.level.value) for verdict in found.verdicts][:2]
    [('duplicate', None), ('venue', 'hard')]
    >>> found.verdicts[0].reason.words
    'Their titles are not alike.'
    """
    ground = Ground(community, settings)
    mine, others = (
        [ground.entry(each) for each in calendar.of_event(one.id) if not each.cancelled] for one in (event, other)
    )
    before = _before(event, other, mine, others, calendar, ground, rules)
    if before is not None:
        return Explanation(event, other, Verdict("", None, *before), None, ())
    silence = ground.silence(ground.sheet(event), ground.sheet(other))
    off = settings.rules_off.replace(",", " ").split()
    verdicts: list[Verdict] = []
    dates: tuple[date, date] | None = None
    a, b = _nearest(mine, others)
    for rule in rules:
        name = rule.words.name
        if rule.code in off:
            verdicts.append(Verdict(rule.code, None, RULE_OFF, name=name))
            continue
        if silence is not None and not rule.is_asked(silence):
            verdicts.append(Verdict(rule.code, None, silence, name=name))
            continue
        hit = _first_hit(rule, mine, others, ground)
        if hit is None:
            verdicts.append(Verdict(rule.code, None, *_fails(rule, a, b, ground), name=name))
        else:
            level, x, y = hit
            dates = dates or (x.occurrence.first_day, y.occurrence.first_day)
            verdicts.append(Verdict(rule.code, level, name=name))
    return Explanation(
        event,
        other,
        None,
        dates or (a.occurrence.first_day, b.occurrence.first_day),
        tuple(verdicts),
        agreed if any(verdict.level for verdict in verdicts) else None,
    )


def _before(
    event: Event,
    other: Event,
    mine: list[Entry],
    others: list[Entry],
    calendar: Calendar,
    ground: Ground,
    rules: tuple[PairRule, ...],
) -> _Because | None:
    """Return why no rule is asked about the two at all."""
    if event.id == other.id:
        return SAME_EVENT, ()
    for one, entries in ((event, mine), (other, others)):
        if not entries:
            return (NOT_HELD if calendar.of_event(one.id) else NO_DATE), (("event", one.id),)
    silence = ground.silence(ground.sheet(event), ground.sheet(other))
    return None if silence is None or any(rule.is_asked(silence) for rule in rules) else (silence, ())


def _fails(rule: PairRule, a: Entry, b: Entry, ground: Ground) -> _Because:
    """Return the first condition of a rule that two dates fail."""
    for condition in rule.conditions:
        if not condition.holds(a, b, ground):
            return condition.reason, condition.facts(a, b, ground)
    return UNTOLD, ()


def _pairs(mine: list[Entry], others: list[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Yield the pairs that can matter: for each date those of the other event that are near enough, in order."""
    for a in mine:
        for b in others:
            if b.starts_at > a.ends_at + _FAR:
                break
            if b.ends_at >= a.starts_at - _FAR:
                yield a, b


def _first_hit(
    rule: PairRule, mine: list[Entry], others: list[Entry], ground: Ground
) -> tuple[Level, Entry, Entry] | None:
    for a, b in _pairs(mine, others):
        level = rule.judge(a, b, ground)
        if level is not None:
            held = a.sheet.tentative or b.sheet.tentative
            return (Level.SOFT if level is Level.HARD and held else level), a, b
    return None


def _nearest(mine: list[Entry], others: list[Entry]) -> tuple[Entry, Entry]:
    """Return the two dates that are nearest to each other: of those that overlap, the ones that share most."""

    def gap(pair: tuple[Entry, Entry]) -> int:
        a, b = pair
        return max(a.starts_at - b.ends_at, b.starts_at - a.ends_at)

    return min(product(mine, others), key=gap)
