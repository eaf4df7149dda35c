"""The conditions of a rule: each decides about two dates, and says why a rule is silent where it fails.

A rule speaks where all its conditions hold. They stand in the order in which a person would look: the first that
fails is the reason that ``seurantalo clashes --explain`` gives. The search asks in another order, what is cheap and
mostly false before what is dear; as they have no effects, the answer is the same.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from functools import partial
from typing import TypeAlias

from seurantalo.frozen import dataclass
from seurantalo.model.event import Format
from seurantalo.planner.clashes.entries import Entry, Ground
from seurantalo.planner.clashes.finding import Facts, Level
from seurantalo.planner.clashes.forms import AMONG_MEMBERS
from seurantalo.planner.clashes.reason import Reason
from seurantalo.planner.clashes.times import days_between, overlap, same_day

#: Decides about two dates, whichever of the two comes first.
Check: TypeAlias = Callable[[Entry, Entry, Ground], bool]
#: Says how much it matters that all conditions hold.
Weigh: TypeAlias = Callable[[Entry, Entry, Ground], Level]


class Turn(IntEnum):
    """When the search asks: what takes most pairs out and costs little comes first.

    >>> cheap = Condition(OTHER_DAY, lambda a, b, ground: a.day == b.day, turn=Turn.FIRST)
    >>> rule = AllOf(Level.INFO, NEITHER_ROUTINE, cheap)
    >>> rule.conditions[0] is NEITHER_ROUTINE, rule.checks[0] is cheap.holds
    (True, True)
    """

    FIRST = 0
    NEXT = 1
    LAST = 2


def no_facts(_a: Entry, _b: Entry, _ground: Ground) -> Facts:
    """Return nothing beyond what every finding tells."""
    return ()


@dataclass(frozen=True, slots=True)
class Condition:
    """What must be true of two dates; ``reason`` is told where it is not, with ``facts`` in its blanks.

    >>> from seurantalo.planner.clashes import Condition, Reason
    >>> one_day = Condition(Reason("other-day", "They are not on one day."), lambda a, b, ground: a.day == b.day)
    >>> one_day.reason.code
    'other-day'
    """

    reason: Reason
    holds: Check
    facts: Callable[[Entry, Entry, Ground], Facts] = no_facts
    turn: Turn = Turn.NEXT


class AllOf:
    """The judge of a rule that is made of conditions: a level where all of them hold.

    >>> ground = Ground(community, settings)
    >>> concert, dance = (ground.entry(calendar.of_event(name)[0]) for name in ("konsertti", "tanssit"))
    >>> AllOf(Level.SOFT, ONE_MUNICIPALITY, OVERLAPPING)(concert, dance, ground).value
    'soft'
    """

    __slots__ = ("checks", "conditions", "level")

    def __init__(self, level: Level | Weigh, *conditions: Condition) -> None:
        """``conditions`` stand in the order in which they are told; the level may depend on the two dates."""
        self.level: Weigh = level if callable(level) else partial(_always, level)
        self.conditions = conditions
        self.checks: tuple[Check, ...] = tuple(
            condition.holds for condition in sorted(conditions, key=lambda condition: condition.turn)
        )
        """The same in the order in which the search asks."""

    def __call__(self, a: Entry, b: Entry, ground: Ground) -> Level | None:
        """Return the level; None where a condition fails."""
        for holds in self.checks:
            if not holds(a, b, ground):
                return None
        return self.level(a, b, ground)


def _always(level: Level, _a: Entry, _b: Entry, _ground: Ground) -> Level:
    return level


def which(is_it: Callable[[Entry], bool]) -> Callable[[Entry, Entry, Ground], Facts]:
    """Return facts that name the event about which something is true: the first where it is so of both."""

    def facts(a: Entry, b: Entry, _ground: Ground) -> Facts:
        return (("event", (a if is_it(a) else b).sheet.id),)

    return facts


def gap(a: Entry, b: Entry, _ground: Ground) -> Facts:
    """Return the whole minutes and days between the two; 0 where they meet."""
    seconds = max(a.starts_at - b.ends_at, b.starts_at - a.ends_at, 0)
    return (("minutes", str(seconds // 60)), ("days", str(days_between(a, b))))


def _among_ones_own(entry: Entry) -> bool:
    form = entry.sheet.event.format
    return form in AMONG_MEMBERS or form is Format.SERVICE


NO_OVERLAP = Reason("no-overlap", "They don't overlap: {minutes} minutes between them, {margin} needed.")
OTHER_DAY = Reason("other-day", "They are not on one day: {days} days between them.")
OTHER_MUNICIPALITY = Reason("other-municipality", "They are in different municipalities.")
OTHER_VENUE = Reason("other-venue", "They are in different venues.")

NEITHER_ROUTINE = Condition(
    Reason("one-routine", "{event} is routine (daily or weekly, or weight: routine)."),
    lambda a, b, _: not (a.sheet.routine or b.sheet.routine),
    which(lambda entry: entry.sheet.routine),
)
#: A weekly group is no rival of a single evening. Two of them at one hour are alike again.
ALIKE_IN_WEIGHT = Condition(
    NEITHER_ROUTINE.reason, lambda a, b, _: a.sheet.routine is b.sheet.routine, NEITHER_ROUTINE.facts
)
#: Meetings and clubs are for those who belong to them, and a service is held every Sunday.
BOTH_PUBLIC = Condition(
    Reason("not-public", "{event} is a meeting, a club or a service: it is no rival of a feast."),
    lambda a, b, _: not (_among_ones_own(a) or _among_ones_own(b)),
    which(_among_ones_own),
)
IN_CATCHMENT = Condition(
    Reason("not-neighbours", "They are in municipalities that don't touch."),
    lambda a, b, ground: b.sheet.municipality in ground.catchment[a.sheet.municipality],
)
NEITHER_STANDING = Condition(
    Reason("standing", "{event} goes on for so long that one can take part on another day."),
    lambda a, b, _: not (a.standing or b.standing),
    which(lambda entry: entry.standing),
)
ONE_MUNICIPALITY = Condition(OTHER_MUNICIPALITY, lambda a, b, _: a.sheet.municipality == b.sheet.municipality)
OVERLAPPING = Condition(
    NO_OVERLAP, lambda a, b, _: overlap(a, b), lambda a, b, ground: (*gap(a, b, ground), ("margin", "0"))
)
ON_ONE_DAY = Condition(OTHER_DAY, lambda a, b, _: same_day(a, b), gap)
