"""How well the rules agree with a sensible human co-ordinator, on the labelled pairs of labelled/*.yml.

A pair is two invented events in a small region, or two of the region's own season by id; ``is`` is what the
co-ordinator would say: a level and a rule, or nothing. The labels were written before the code was asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from tests.planner.builders import SETTINGS, make_community, make_event, make_municipality, make_venue
from tests.planner.compact import event

from seurantalo.cli.site_file import open_project
from seurantalo.planner import make_calendar
from seurantalo.planner.clashes import Clashes, find_clashes

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).parent / "labelled"
TODAY = date(2027, 1, 1)
REGION = (
    make_municipality("vimpeli", neighbours=("alajarvi",), region="jarviseutu"),
    make_municipality("alajarvi", region="jarviseutu"),
    make_municipality("soini", region="jarviseutu"),
    make_venue("talo", rooms=["sali", "kahvio"]),
    make_venue("koulu"),
    make_venue("kirkko"),
    make_venue("kentta", setup_margin=0),
    make_event("juhla", None),
)
TITLES = ("Iltamat", "Kuorojen kohtaus")
#: What is said where there is nothing to say.
NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled pair: what it is about, what a person says, and what the rules say (``level rule``, or nothing)."""

    about: str
    label: str
    found: frozenset[str]

    @property
    def agrees(self) -> bool:
        return self.found == (frozenset() if self.label == NOTHING else frozenset({self.label}))


@dataclass(slots=True)
class Score:
    """How often both say it, only the rules, only the person."""

    both: int = 0
    only_found: int = 0
    only_labelled: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.both / (self.both + self.only_found) if self.both + self.only_found else 1.0

    @property
    def recall(self) -> float:
        return self.both / (self.both + self.only_labelled) if self.both + self.only_labelled else 1.0


def labelled_pairs() -> list[Pair]:
    """Return every labelled pair with what the rules say of it."""
    return [
        _judged(case)
        for path in sorted(FOLDER.glob("*.yml"))
        # BaseLoader: every scalar stays text.
        for case in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    ]


def _judged(case: dict[str, Any]) -> Pair:
    if "pair" in case:
        first, second = case["pair"].split()
        return Pair(case["pair"], case["is"], _said_of(_season(), first, second))
    # Titles that are not alike, where a case is not about them.
    a, b = (
        event(name, {"title": title, **case[name]}) for name, title in (("a", "Iltamat"), ("b", "Kuorojen kohtaus"))
    )
    community = make_community(*REGION, a, b)
    clashes = find_clashes(community, make_calendar(community, SETTINGS, TODAY), SETTINGS)
    return Pair(case["about"], case["is"], _said_of(clashes, "a", "b"))


def _said_of(clashes: Clashes, first: str, second: str) -> frozenset[str]:
    """Return what is said of two events and not agreed on; what is past was said in its time."""
    return frozenset(
        f"{finding.level} {finding.rule}"
        for finding in (*clashes.findings, *clashes.past)
        if finding.other is not None and set(finding.event_ids) == {first, second}
    )


@cache
def _season() -> Clashes:
    project = open_project(ROOT, "2027-01-04", "fi")
    community = project.read().community
    assert community is not None
    return project.plan(community).clashes


def scores(pairs: list[Pair]) -> dict[str, Score]:
    """Return the score of every rule and of every level, by name."""
    found: dict[str, Score] = {}
    for pair in pairs:
        labelled = {pair.label} - {NOTHING}
        for names, number in (
            (_names(pair.found & labelled), "both"),
            (_names(pair.found - labelled), "only_found"),
            (_names(labelled - pair.found), "only_labelled"),
        ):
            for name, count in names.items():
                score = found.setdefault(name, Score())
                setattr(score, number, getattr(score, number) + count)
    return dict(sorted(found.items()))


def _names(said: frozenset[str] | set[str]) -> Counter[str]:
    return Counter(word for each in said for word in each.split())


def report(pairs: list[Pair]) -> Iterator[str]:
    """Yield the lines of a table, and those pairs on which rules and person differ."""
    yield f"{len(pairs)} pairs, {sum(pair.label == NOTHING for pair in pairs)} of them nothing"
    yield f"{'':20} {'both':>5} {'rules only':>11} {'person only':>12} {'precision':>10} {'recall':>7}"
    for name, score in scores(pairs).items():
        yield (
            f"{name:20} {score.both:>5} {score.only_found:>11} {score.only_labelled:>12} "
            f"{score.precision:>10.3f} {score.recall:>7.3f}"
        )
    for pair in pairs:
        if not pair.agrees:
            said = ", ".join(sorted(pair.found)) or NOTHING
            yield f"{pair.about}: a person says {pair.label}; the rules say {said}"
