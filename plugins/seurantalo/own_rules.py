"""Rules about clashes that a site brings itself: installed packages name them as entry points.

The group is ``seurantalo.clash_rules``. What an entry point names is a :class:`PairRule`, or a function over two
dates and the ground, which is then asked about dates at one venue, of one organiser, and in one municipality on one
day. The entry point's name is the rule's code. A rule that can't be loaded, or that fails about two dates, ends the
run: silence would look like "no clash".

The free days beside a clash please these rules as well. Pages of free days and ``seurantalo free`` know nothing of
the event that is to come, so they have no two dates to ask about.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial, wraps
from importlib.metadata import EntryPoint
from typing import Final, ParamSpec, TypeVar

from seurantalo.installed import entry_points
from seurantalo.planner.clashes import AllOf, Among, Entry, Ground, Level, PairRule
from seurantalo.planner.clashes.rule import Judge
from seurantalo.planner.clashes.rules import CODES
from seurantalo.planner.clashes.wording import filled

__all__ = ["GROUP", "OwnRuleError", "own_rules", "rule_names"]

GROUP: Final = "seurantalo.clash_rules"
_AMONG: Final = (Among.VENUE, Among.ORGANISER, Among.DAY)

P = ParamSpec("P")
T = TypeVar("T")


class OwnRuleError(Exception):
    """An entry point that is no rule, or a rule that fails; the text says which and why, in English.

    >>> from unittest.mock import patch
    >>> with patch("seurantalo.own_rules.entry_points", return_value=[EntryPoint("venue", "choirs:rule", GROUP)]):
    ...     own_rules()
    Traceback (most recent call last):
    seurantalo.own_rules.OwnRuleError: The clash rule “venue” (choirs:rule) has the name of one of ours.
    """


def own_rules() -> tuple[PairRule, ...]:
    """Return the rules of installed packages, by name; raise OwnRuleError for one that is none.

    A bare function stands for a rule: here ``any``, a builtin, is named as one and would be asked about two dates.

    >>> from unittest.mock import patch
    >>> with patch("seurantalo.own_rules.entry_points", return_value=[EntryPoint("quiet", "builtins:any", GROUP)]):
    ...     [(rule.code, [each.name for each in rule.among]) for rule in own_rules()]
    [('quiet', ['VENUE', 'ORGANISER', 'DAY'])]
    """
    found = {point.name: _rule(point) for point in sorted(entry_points(group=GROUP), key=lambda point: point.name)}
    return tuple(found.values())


def rule_names() -> tuple[str, ...]:
    """Return the codes of all rules, ours and those of installed packages, without loading any.

    They are what the option ``rules_off`` knows.

    >>> rule_names()
    ('audience', ...)
    """
    return tuple(sorted({*CODES, *(point.name for point in entry_points(group=GROUP))}))


def _rule(point: EntryPoint) -> PairRule:
    name = f"The clash rule “{point.name}” ({point.value})"
    if point.name in CODES:
        raise OwnRuleError(f"{name} has the name of one of ours.")
    try:
        loaded = point.load()
    except Exception as error:  # whatever somebody's module does when it is imported
        raise OwnRuleError(f"{name} can't be loaded: {error}") from error
    if isinstance(loaded, PairRule):
        given = loaded.told.sentence
        sentence = partial(filled, given) if isinstance(given, str) else given
        return replace(
            loaded,
            code=point.name,
            judge=_judge(name, loaded.judge),
            facts=_told(name, loaded.facts),
            sentence="",
            words=replace(loaded.told, sentence=_told(name, sentence)),
        )
    if callable(loaded):
        return PairRule(point.name, _AMONG, _judge(name, loaded))
    raise OwnRuleError(f"{name} is neither a function nor a PairRule.")


def _judge(name: str, function: Callable[[Entry, Entry, Ground], str | None]) -> Judge:
    """Return a judge that answers with a Level where the given one may answer with its bare word."""
    if isinstance(function, AllOf):
        return AllOf(
            _told(name, function.level),
            *(
                replace(each, holds=_told(name, each.holds), facts=_told(name, each.facts))
                for each in function.conditions
            ),
        )

    def judge(a: Entry, b: Entry, ground: Ground) -> Level | None:
        answer = function(a, b, ground)
        return None if answer is None else Level(answer)

    return _told(name, judge)


def _told(name: str, function: Callable[P, T]) -> Callable[P, T]:
    """Return the same function, which names the rule where it fails."""

    @wraps(function)
    def told(*args: P.args, **more: P.kwargs) -> T:
        try:
            return function(*args, **more)
        except Exception as error:  # whatever somebody's function does
            raise OwnRuleError(f"{name} fails: {type(error).__name__}: {error}") from error

    return told
