"""What a rule is: over two dates, or over a day. Sites may add their own: one function over two entries."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import field, replace
from datetime import date
from enum import Enum
from typing import TypeAlias

from seurantalo.frozen import dataclass
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.clashes.condition import AllOf, Condition, no_facts
from seurantalo.planner.clashes.entries import Entry, Ground
from seurantalo.planner.clashes.finding import Facts, Finding, Level, RuleWords
from seurantalo.planner.clashes.reason import Reason
from seurantalo.planner.clashes.selection import Selection

#: Says how much two dates clash; None where they don't.
Judge: TypeAlias = Callable[[Entry, Entry, Ground], Level | None]


class Among(Enum):
    """Among whom the search looks for a rule's pairs, and how far apart the two may be.

    Two dates that meet in none of these ways are never compared, which is what keeps a region of ten thousand events
    from being compared all against all.

    >>> Among.PRACTICE.value
    'one practice, on one day; no routine, nothing that stands'
    """

    VENUE = "one venue, overlapping or within its margin; two routine: overlapping, or within a margin of its own"
    ORGANISER = "one organiser, overlapping; nothing that stands for weeks"
    DAY = "one municipality and its neighbours' major events, overlapping or on one day; two routine: overlapping"
    DAYS = "one municipality, some days apart; no routine"
    LIKE = "one municipality and one practice, audience or format, some days apart; no routine, nothing that stands"
    PRACTICE = "one practice, on one day; no routine, nothing that stands"
    JOURNEY = "one kind that people travel for, in one municipality or two that touch, on one day; no routine"


@dataclass(frozen=True, slots=True)
class PairRule:
    """A rule over two dates of two events.

    ``judge`` is complete in itself: it may be asked about any two dates, and returns None where it has nothing
    to say. Made of conditions (:class:`AllOf`), it can say why. What the ground silences (``Ground.silence``) is not
    asked about, unless the rule speaks ``despite`` that reason: a floor is shared by two weekly groups as well.
    ``facts`` gives what the words need; it gets the two in the order of their ids.

    >>> from seurantalo.planner.clashes import AllOf, Among, Condition, Level, PairRule, Reason
    >>> same = Condition(Reason("other-format", "They differ in format."),
    ...                  lambda a, b, ground: a.sheet.event.format is b.sheet.event.format)
    >>> rule = PairRule("same-format", (Among.DAY,), AllOf(Level.INFO, same), sentence="Two alike: {event}, {other}.")
    >>> [condition.reason.code for condition in rule.conditions]
    ['other-format']
    """

    code: str
    among: tuple[Among, ...]
    judge: Judge
    facts: Callable[[Entry, Entry, Ground], Facts] = no_facts
    fields: tuple[str, ...] = ()
    """The fields of event files that the rule looks at, in the schema's names: what one could change."""
    sentence: str = ""
    """For a rule of a site's own: its words, with {event}, {other}, {dates} and its facts as blanks."""
    words: RuleWords = field(default_factory=RuleWords)
    """All words of the rule; ``sentence`` is the short way to give one."""
    despite: tuple[Reason, ...] = ()
    """Reasons of the ground that do not silence it: both are routine, of one series, parts of one event."""

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions in the order in which they are told; none where the judge is a function of its own."""
        return self.judge.conditions if isinstance(self.judge, AllOf) else ()

    def is_asked(self, silence: Reason | None) -> bool:
        """True where the rule is asked about two dates of which the ground says so."""
        return silence is None or silence in self.despite

    @property
    def told(self) -> RuleWords:
        """The words with which a finding is told."""
        return replace(self.words, sentence=self.sentence) if self.sentence else self.words


def no_days(_calendar: Calendar) -> frozenset[date]:
    """Return no day."""
    return frozenset()


@dataclass(frozen=True, slots=True)
class DayRule:
    """A rule over one event, or over all that a municipality has on a day: it looks for its findings itself."""

    code: str
    search: Callable[[Calendar, Ground, Selection], Iterable[Finding]]
    fields: tuple[str, ...]
    """The fields of event files that the rule looks at, in the schema's names."""
    words: RuleWords
    routine_days: Callable[[Calendar], AbstractSet[date]] = no_days
    """The days on which it wants to see routine dates too."""
