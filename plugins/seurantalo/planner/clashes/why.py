"""Why two events clash or do not: what was looked at, and for every rule whether it applies or what fails.

A rule that is silent has a reason. It is found the way a person would: the conditions of the rule, one after the
other, on the two dates that are nearest to each other. The rule itself has the last word: conditions explain a
verdict and never make one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeAlias

from seurantalo.model.community import Community
from seurantalo.model.event import AgreedClash, Event
from seurantalo.model.settings import Settings
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.clashes.duplicate import titles_alike
from seurantalo.planner.clashes.finding import Level
from seurantalo.planner.clashes.ground import (
    Entry,
    Ground,
    days_between,
    overlap,
    same_day,
    same_evening,
    shared_audiences,
)
from seurantalo.planner.clashes.near_miss import alike, in_region, reach
from seurantalo.planner.clashes.rule import PairRule
from seurantalo.planner.clashes.rules import PAIR_RULES


class Reason(StrEnum):
    """A condition that fails, so that a rule (or the whole search) has nothing to say."""

    SAME_EVENT = "same-event"
    NO_DATE = "no-date"
    NOT_HELD = "not-held"
    BOUND = "bound"
    BOTH_ROUTINE = "both-routine"
    ONE_ROUTINE = "one-routine"
    STANDING = "standing"
    RULE_OFF = "rule-off"
    NO_VENUE = "no-venue"
    OTHER_VENUE = "other-venue"
    SAME_VENUE = "same-venue"
    OTHER_ROOM = "other-room"
    NO_ROOMS = "no-rooms"
    ROOMS_KNOWN = "rooms-known"
    EXHIBITION = "exhibition"
    OTHER_ORGANISER = "other-organiser"
    OTHER_MUNICIPALITY = "other-municipality"
    NOT_NEIGHBOURS = "not-neighbours"
    NO_AUDIENCE = "no-audience"
    OTHER_AUDIENCE = "other-audience"
    NOT_MAJOR = "not-major"
    NO_OVERLAP = "no-overlap"
    OTHER_EVENING = "other-evening"
    OTHER_DAY = "other-day"
    FAR_APART = "far-apart"
    TOGETHER = "together"
    UNLIKE = "unlike"
    OTHER_TITLE = "other-title"
    UNTOLD = "untold"


#: (name, value) pairs for the blanks of a reason's words.
Values: TypeAlias = tuple[tuple[str, str], ...]
_Because: TypeAlias = tuple[Reason, Values]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One rule about two events: its level where it applies, else why not."""

    rule: str
    level: Level | None
    reason: Reason | None = None
    values: Values = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why two events clash or do not.

    ``before`` says why no rule was asked at all. ``dates`` are the days that were compared: the clashing ones, else
    the nearest. ``agreed`` is the agreement that keeps reports silent.
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
    """Return why the two clash or do not, rule by rule. ``agreed`` is the agreement that stands between them."""
    ground = Ground(community, settings)
    mine, others = (
        [ground.entry(each) for each in calendar.of_event(one.id) if not each.cancelled] for one in (event, other)
    )
    before = _before(event, other, mine, others, calendar, ground)
    if before is not None:
        return Explanation(event, other, Verdict("", None, *before), None, ())
    off = settings.rules_off.replace(",", " ").split()
    verdicts: list[Verdict] = []
    dates: tuple[date, date] | None = None
    a, b = _nearest(mine, others)
    for rule in rules:
        if rule.code in off:
            verdicts.append(Verdict(rule.code, None, Reason.RULE_OFF))
            continue
        hit = _first_hit(rule, mine, others, ground)
        if hit is None:
            reason, values = _FAILS.get(rule.code, _untold)(a, b, ground) or (Reason.UNTOLD, ())
            verdicts.append(Verdict(rule.code, None, reason, values))
        else:
            level, x, y = hit
            dates = dates or (x.occurrence.first_day, y.occurrence.first_day)
            verdicts.append(Verdict(rule.code, level))
    return Explanation(
        event,
        other,
        None,
        dates or (a.occurrence.first_day, b.occurrence.first_day),
        tuple(verdicts),
        agreed if any(verdict.level for verdict in verdicts) else None,
    )


def _before(
    event: Event, other: Event, mine: list[Entry], others: list[Entry], calendar: Calendar, ground: Ground
) -> _Because | None:
    """Return why no rule is asked about the two at all."""
    if event.id == other.id:
        return Reason.SAME_EVENT, ()
    for one, entries in ((event, mine), (other, others)):
        if not entries:
            told: Values = (("event", one.id),)
            return (Reason.NOT_HELD if calendar.of_event(one.id) else Reason.NO_DATE), told
    x, y = ground.sheet(event), ground.sheet(other)
    if bonds := x.bonds & y.bonds:
        return Reason.BOUND, (("bond", min(bonds).split(" ", 1)[0]),)
    return (Reason.BOTH_ROUTINE, ()) if x.routine and y.routine else None


def _pairs(mine: list[Entry], others: list[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Yield the pairs that can matter: for each date those of the other event within a fortnight or so, in order."""
    begin = 0
    slack = 40 * 86_400
    for a in mine:
        while begin < len(others) and others[begin].ends_at < a.starts_at - slack:
            begin += 1
        for b in others[begin:]:
            if b.starts_at > a.ends_at + slack:
                break
            yield a, b


def _first_hit(
    rule: PairRule, mine: list[Entry], others: list[Entry], ground: Ground
) -> tuple[Level, Entry, Entry] | None:
    for a, b in _pairs(mine, others):
        if ground.silent(a.sheet, b.sheet):
            continue
        level = rule.judge(a, b, ground)
        if level is not None:
            held = a.sheet.tentative or b.sheet.tentative
            return (Level.SOFT if level is Level.HARD and held else level), a, b
    return None


def _nearest(mine: list[Entry], others: list[Entry]) -> tuple[Entry, Entry]:
    """Return the two dates that are nearest to each other."""

    def gap(pair: tuple[Entry, Entry]) -> int:
        a, b = pair
        return max(0, a.starts_at - b.ends_at, b.starts_at - a.ends_at)

    return min(_pairs(mine, others), key=gap, default=(mine[0], others[0]))


def _untold(_a: Entry, _b: Entry, _ground: Ground) -> _Because | None:
    return None


def _routine_or_standing(a: Entry, b: Entry) -> _Because | None:
    for entry in (a, b):
        if entry.sheet.routine:
            return Reason.ONE_ROUTINE, (("event", entry.sheet.id),)
    for entry in (a, b):
        if entry.standing:
            return Reason.STANDING, (("event", entry.sheet.id),)
    return None


def _gap(a: Entry, b: Entry) -> Values:
    seconds = max(a.starts_at - b.ends_at, b.starts_at - a.ends_at, 0)
    return (("minutes", str(seconds // 60)), ("days", str(days_between(a, b))))


def _place(a: Entry, b: Entry, _ground: Ground) -> _Because | None:
    x, y = a.sheet, b.sheet
    if x.venue is None or y.venue is None:
        return Reason.NO_VENUE, (("event", (x if x.venue is None else y).id),)
    if x.venue != y.venue:
        return Reason.OTHER_VENUE, ()
    if x.exhibition or y.exhibition:
        return Reason.EXHIBITION, ()
    whole_days = a.occurrence.whole_day or b.occurrence.whole_day
    margin = 0 if whole_days else x.margin
    if not overlap(a, b, margin):
        return Reason.NO_OVERLAP, (*_gap(a, b), ("margin", str(margin // 60)))
    return None


def _venue(a: Entry, b: Entry, ground: Ground) -> _Because | None:
    return _place(a, b, ground) or (Reason.OTHER_ROOM, ())


def _room_unknown(a: Entry, b: Entry, ground: Ground) -> _Because | None:
    if (because := _place(a, b, ground)) is not None:
        return because
    return (Reason.ROOMS_KNOWN if a.sheet.has_rooms else Reason.NO_ROOMS), ()


def _organiser(a: Entry, b: Entry, _ground: Ground) -> _Because | None:
    if a.sheet.organisers.isdisjoint(b.sheet.organisers):
        return Reason.OTHER_ORGANISER, ()
    if a.standing or b.standing:
        return Reason.STANDING, (("event", (a if a.standing else b).sheet.id),)
    return (Reason.SAME_VENUE, ()) if overlap(a, b) else (Reason.NO_OVERLAP, (*_gap(a, b), ("margin", "0")))


def _audience(a: Entry, b: Entry, ground: Ground) -> _Because | None:
    x, y = a.sheet, b.sheet
    if (because := _routine_or_standing(a, b)) is not None:
        return because
    if x.municipality != y.municipality:
        return Reason.OTHER_MUNICIPALITY, ()
    if not x.audiences or not y.audiences:
        return Reason.NO_AUDIENCE, (("event", (y if x.audiences else x).id),)
    if not shared_audiences(x, y):
        return Reason.OTHER_AUDIENCE, ()
    if not (overlap(a, b) or same_evening(a, b)):
        hours = (("from", str(ground.settings.evening_starts)), ("to", str(ground.settings.evening_ends)))
        return Reason.OTHER_EVENING, hours
    return None


def _major(a: Entry, b: Entry, ground: Ground) -> _Because | None:
    x, y = a.sheet, b.sheet
    if not (x.major or y.major):
        return Reason.NOT_MAJOR, ()
    if (because := _routine_or_standing(a, b)) is not None:
        return because
    if y.municipality not in ground.catchment[x.municipality]:
        return Reason.NOT_NEIGHBOURS, ()
    return None if same_day(a, b) else (Reason.OTHER_DAY, _gap(a, b))


def _near_miss(a: Entry, b: Entry, ground: Ground) -> _Because | None:
    x, y = a.sheet, b.sheet
    if (because := _routine_or_standing(a, b)) is not None:
        return because
    if x.municipality != y.municipality:
        near = in_region(x, y, ground) and not x.practices.isdisjoint(y.practices)
        return (Reason.OTHER_DAY, _gap(a, b)) if near else (Reason.OTHER_MUNICIPALITY, ())
    if days_between(a, b) > reach(x, y, ground):
        return Reason.FAR_APART, (*_gap(a, b), ("limit", str(reach(x, y, ground))))
    return (Reason.TOGETHER, ()) if overlap(a, b) and alike(x, y, ground) else (Reason.UNLIKE, ())


def _duplicate(a: Entry, b: Entry, ground: Ground) -> _Because | None:
    x, y = a.sheet, b.sheet
    for entry in (a, b):
        if entry.sheet.routine:
            return Reason.ONE_ROUTINE, (("event", entry.sheet.id),)
    if not titles_alike(a, b, ground):
        return Reason.OTHER_TITLE, ()
    if x.municipality != y.municipality:
        return Reason.OTHER_MUNICIPALITY, ()
    if a.day != b.day:
        return Reason.OTHER_DAY, _gap(a, b)
    if x.venue is not None and y.venue is not None and x.venue != y.venue:
        return Reason.OTHER_VENUE, ()
    return Reason.NO_OVERLAP, (*_gap(a, b), ("margin", "0"))


_FAILS: Final[Mapping[str, Callable[[Entry, Entry, Ground], _Because | None]]] = MappingProxyType(
    {
        "audience": _audience,
        "duplicate": _duplicate,
        "major": _major,
        "near-miss": _near_miss,
        "organiser": _organiser,
        "venue": _venue,
        "venue-room-unknown": _room_unknown,
    }
)
