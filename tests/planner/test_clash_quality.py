"""The rules say what a sensible human co-ordinator would say, on more than two hundred labelled pairs."""

from __future__ import annotations

import pytest
from tests.planner import quality_apart
from tests.planner.quality import NOTHING, Pair, labelled_pairs, report, scores

#: The rules that are heard by default; holiday and load are about one event and one day.
RULES = {"audience", "duplicate", "major", "near-miss", "organiser", "venue", "venue-room-unknown"}


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    return labelled_pairs()


def test_there_are_enough_pairs_of_every_kind(pairs: list[Pair]) -> None:
    assert len(pairs) >= 200
    assert len({pair.about for pair in pairs}) == len(pairs)
    labels = [pair.label for pair in pairs]
    assert {label.split()[1] for label in labels if label != NOTHING} == RULES
    assert 0.4 < labels.count(NOTHING) / len(labels) < 0.75


@pytest.mark.parametrize("name", ["hard", "soft", *sorted(RULES)])
def test_precision_and_recall_are_high(pairs: list[Pair], name: str) -> None:
    score = scores(pairs)[name]
    assert score.precision >= 0.95, "\n".join(report(pairs))
    assert score.recall >= 0.95, "\n".join(report(pairs))


def test_the_score_tells_right_from_wrong() -> None:
    """A measure that can't fall measures nothing."""
    made = [
        Pair("right", "hard venue", frozenset({"hard venue"})),
        Pair("missed", "hard venue", frozenset()),
        Pair("shouted", NOTHING, frozenset({"soft audience"})),
        Pair("other level", "hard venue", frozenset({"soft venue"})),
    ]
    found = scores(made)
    assert (found["venue"].both, found["venue"].only_found, found["venue"].only_labelled) == (1, 1, 2)
    assert (found["hard"].precision, found["hard"].recall) == (1.0, 1 / 3)
    assert found["audience"].precision == 0
    assert [pair.agrees for pair in made] == [True, False, False, False]


def test_somebody_who_has_not_read_the_rules_says_the_same() -> None:
    judged = quality_apart.pairs("koski", "salmi")
    assert len(judged) >= 200
    assert len({pair.about for pair in judged}) == len(judged)
    told = "\n".join(quality_apart.report(judged))
    found = quality_apart.scores(judged)
    assert found.precision >= 0.95, told
    assert found.recall >= 0.95, told
    assert found.hard_as_hard >= 0.9, told


def test_pairs_by_which_no_rule_was_mended() -> None:
    """What is lost beside the others is one event written twice: we ask about it, the person remarks on it."""
    judged = quality_apart.pairs("pera")
    assert len(judged) >= 200
    told = "\n".join(quality_apart.report(judged))
    found = quality_apart.scores(judged)
    assert found.precision >= 0.9, told
    assert found.recall >= 0.95, told
    assert found.hard_as_hard >= 0.9, told


def test_the_scores_beside_that_person_can_fall() -> None:
    made = [
        quality_apart.Pair("right", "hard", "hard", "venue"),
        quality_apart.Pair("milder", "hard", "soft", "venue"),
        quality_apart.Pair("missed", "soft", "info", "audience"),
        quality_apart.Pair("shouted", "info", "soft", "duplicate"),
        quality_apart.Pair("silence", "nothing", "info", "load"),
    ]
    assert quality_apart.scores(made) == (2 / 3, 2 / 3, 1 / 2)
    assert [line.split(":")[0] for line in quality_apart.report(made)][1:] == [
        "milder",
        "missed",
        "shouted",
        "silence",
    ]
