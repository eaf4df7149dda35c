"""Clashing dates: what the rules find, in values and in words."""

from __future__ import annotations

from seurantalo.planner.clashes.clashes import Clashes, difference
from seurantalo.planner.clashes.condition import AllOf, Condition, Turn
from seurantalo.planner.clashes.contact import Ask, sides, whom_to_ask
from seurantalo.planner.clashes.entries import Entry, Ground
from seurantalo.planner.clashes.finding import Finding, Level, RuleWords
from seurantalo.planner.clashes.free import FreeDays
from seurantalo.planner.clashes.reason import Reason
from seurantalo.planner.clashes.rule import Among, PairRule
from seurantalo.planner.clashes.search import find_clashes
from seurantalo.planner.clashes.why import Explanation, explain_pair
from seurantalo.planner.clashes.why_words import explain_in_words
from seurantalo.planner.clashes.wording import advice, explain

__all__ = [
    "AllOf",
    "Among",
    "Ask",
    "Clashes",
    "Condition",
    "Entry",
    "Explanation",
    "Finding",
    "FreeDays",
    "Ground",
    "Level",
    "PairRule",
    "Reason",
    "RuleWords",
    "Turn",
    "advice",
    "difference",
    "explain",
    "explain_in_words",
    "explain_pair",
    "find_clashes",
    "sides",
    "whom_to_ask",
]
