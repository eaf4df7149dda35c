"""Every clash and every silence can be explained, and what is explained is what the search does."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.planner.builders import SETTINGS, TODAY, make_community, make_event
from tests.planner.compact import event
from tests.planner.quality import FOLDER, REGION

from seurantalo.language import language
from seurantalo.model.event import AgreedClash
from seurantalo.model.settings import Settings
from seurantalo.model.text import Text
from seurantalo.planner import make_calendar
from seurantalo.planner.clashes import (
    AllOf,
    Among,
    Condition,
    Entry,
    Explanation,
    Ground,
    Level,
    PairRule,
    Reason,
    RuleWords,
    explain_in_words,
    explain_pair,
    find_clashes,
)
from seurantalo.planner.clashes.bonds import BOTH_ROUTINE, BOUND, PART_OF_OTHER, SAME_EVENT
from seurantalo.planner.clashes.condition import Turn
from seurantalo.planner.clashes.rules import PAIR_RULES
from seurantalo.planner.clashes.why import NO_DATE, NOT_HELD, RULE_OFF, UNTOLD

CASES: list[dict[str, Any]] = [
    case
    for path in sorted(FOLDER.glob("*.yml"))
    for case in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    if "a" in case
]


SILENCES: list[dict[str, Any]] = yaml.load(
    (Path(__file__).parent / "silences.yml").read_text(encoding="utf-8"), yaml.BaseLoader
)
WORDS = {rule.code: rule.words for rule in PAIR_RULES}


def explained(a: dict[str, Any], b: dict[str, Any], **options: Any) -> Explanation:
    events = [event("a", {"title": "Iltamat", **a}), event("b", {"title": "Kuorojen kohtaus", **b})]
    community = make_community(*REGION, *events)
    settings = options.pop("settings", SETTINGS)
    calendar = make_calendar(community, settings, TODAY)
    first, second = events
    return explain_pair(first, second, community, calendar, settings, **options)


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_what_is_explained_is_what_the_search_finds(case: dict[str, Any]) -> None:
    explanation = explained(case["a"], case["b"])
    events = [event("a", {"title": "Iltamat", **case["a"]}), event("b", {"title": "Kuorojen kohtaus", **case["b"]})]
    community = make_community(*REGION, *events)
    clashes = find_clashes(community, make_calendar(community, SETTINGS, TODAY), SETTINGS)
    found = {finding.rule: finding.level for finding in clashes if finding.event_ids == ("a", "b")}
    said = {verdict.rule: verdict.level for verdict in explanation.verdicts if verdict.level is not None}
    assert found.items() <= said.items()
    assert bool(found) == explanation.clash
    # No silence without a reason.
    silent = [verdict for verdict in explanation.verdicts if verdict.level is None]
    assert all(verdict.reason not in {None, UNTOLD} for verdict in silent)
    assert explanation.before is not None or len(explanation.verdicts) == len(PAIR_RULES)


@pytest.mark.parametrize("case", SILENCES, ids=[case["about"] for case in SILENCES])
def test_a_silence_is_explained_to_the_letter(case: dict[str, Any]) -> None:
    a, b = ({"title": name, **case[name.lower()]} for name in "AB")
    said = list(explain_in_words(explained(a, b), language("en")))
    names = {rule: f"  {words.name} ({rule}): " for rule, words in WORDS.items()}
    for rule, words in case["why"].items():
        told = words.replace("“A”", f"“{a['title']}”").replace("“B”", f"“{b['title']}”")
        assert [line for line in said if line.startswith(names[rule])] == [names[rule] + told]


def every_reason() -> set[Reason]:
    """But for one event twice, a rule turned off, and a site's own rule that is silent: they have their own tests."""
    conditions = {condition.reason for rule in PAIR_RULES for condition in rule.conditions}
    return {NO_DATE, NOT_HELD, BOTH_ROUTINE, PART_OF_OTHER, *BOUND.values(), *conditions}


def test_every_reason_is_given_by_some_pair() -> None:
    """Else nobody has ever read its words."""
    given = {
        verdict.reason
        for case in (*CASES, *SILENCES)
        for explanation in [explained(case["a"], case["b"])]
        for verdict in (*explanation.verdicts, *([explanation.before] if explanation.before else []))
    }
    assert every_reason() - given == set()


def test_one_event_is_no_pair() -> None:
    one = make_event("a")
    community = make_community(one)
    explanation = explain_pair(one, one, community, make_calendar(community, SETTINGS, TODAY), SETTINGS)
    assert explanation.before is not None
    assert explanation.before.reason is SAME_EVENT


def test_a_rule_that_is_turned_off_says_so() -> None:
    same = {"starts": "2027-03-13 18:00", "venue": "koulu"}
    explanation = explained(same, same, settings=Settings(rules_off="venue near-miss"))
    off = {verdict.rule for verdict in explanation.verdicts if verdict.reason is RULE_OFF}
    assert off == {"venue", "near-miss"}
    assert not explanation.clash


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("fi", ["”Iltamat” ja ”Kuorojen kohtaus” menevät päällekkäin.", "  sama paikka (venue): päällekkäisyys"]),
        ("sv", ["”Iltamat” och ”Kuorojen kohtaus” krockar.", "  samma plats (venue): en krock"]),
        ("en", ["“Iltamat” and “Kuorojen kohtaus” clash.", "  the same place (venue): a clash"]),
    ],
)
def test_it_is_told_in_three_languages(code: str, lines: list[str]) -> None:
    same = {"starts": "2027-03-13 18:00", "venue": "koulu"}
    said = list(explain_in_words(explained(same, same), language(code)))
    assert [said[0], said[3]] == lines
    assert len(said) == 2 + len(PAIR_RULES)


def test_the_whole_answer() -> None:
    first = {"starts": "2027-03-13 16:00", "ends": "2027-03-13 17:00", "venue": "koulu", "for": "lapset"}
    second = {"starts": "2027-03-13 17:30", "venue": "koulu", "for": "ikaihmiset"}
    expected = [
        "“Iltamat” and “Kuorojen kohtaus” do not clash.",
        "  Compared: Sat 13 March 2027 and Sat 13 March 2027.",
        "  written twice (duplicate): Their titles are not alike.",
        "  the same place (venue): They don't overlap: 30 minutes between them, 30 needed.",
        "  room not named (venue-room-unknown): They don't overlap: 30 minutes between them, 30 needed.",
        "  one organiser in two places (organiser): They have no organiser in common.",
        "  a major event (major): Neither is a major event (weight: major).",
        "  the same people (audience): They are for different people.",
        "  close together (near-miss): They have neither practice, audience nor format in common.",
    ]
    # A rule that is added has a line of its own among these.
    said = list(explain_in_words(explained(first, second), language("en")))
    assert [line for line in said if line in expected] == expected
    assert len(said) == 2 + len(PAIR_RULES)


def test_what_is_agreed_is_told() -> None:
    same = {"starts": "2027-03-13 18:00", "venue": "koulu"}
    agreed = AgreedClash(with_event="b", why=Text.plain("Sovittu yhdessä"))
    said = list(explain_in_words(explained(same, same, agreed=agreed), language("fi")))
    assert said[0] == "”Iltamat” ja ”Kuorojen kohtaus” menevät päällekkäin, ja siitä on sovittu: Sovittu yhdessä"


FORMATS = (("a", "a concert"), ("b", "a dance"))
EN = language("en")


def _one_format(a: Entry, b: Entry, _ground: Ground) -> bool:
    return a.sheet.event.format is b.sheet.event.format


def test_a_sites_own_rule_is_explained_as_far_as_it_can() -> None:
    """Made of conditions, it says what fails; a mere function says that it is silent; either says that it speaks."""
    same = Condition(Reason("other-format", "They are {a} and {b}."), _one_format, lambda _a, _b, _: FORMATS)
    rules = (
        PairRule("own-conditions", (Among.DAY,), AllOf(Level.INFO, same), words=RuleWords(name="one form")),
        PairRule(
            "own-function", (Among.DAY,), lambda a, b, ground: Level.INFO if _one_format(a, b, ground) else None
        ),
    )
    day = {"starts": "2027-03-13 18:00"}
    said = explain_in_words(explained({**day, "format": "concert"}, {**day, "format": "dance"}, rules=rules), EN)
    assert list(said)[2:] == [
        "  one form (own-conditions): They are a concert and a dance.",
        "  own-function: It has nothing to say about these two.",
    ]
    said = explain_in_words(explained({**day, "format": "dance"}, {**day, "format": "dance"}, rules=rules), EN)
    assert list(said)[2:] == ["  one form (own-conditions): for information", "  own-function: for information"]


def test_conditions_are_told_in_their_order_and_asked_the_cheap_ones_first() -> None:
    asked: list[str] = []

    def condition(name: str, turn: Turn) -> Condition:
        def fails(_a: Entry, _b: Entry, _ground: Ground) -> bool:
            asked.append(name)
            return False

        return Condition(Reason(name, name), fails, turn=turn)

    judge = AllOf(
        Level.SOFT,
        condition("dear", Turn.LAST),
        condition("plain", Turn.NEXT),
        condition("cheap", Turn.FIRST),
    )
    rule = PairRule("own", (Among.DAY,), judge)
    day = {"starts": "2027-03-13 18:00"}
    (verdict,) = explained(day, day, rules=(rule,)).verdicts
    assert verdict.reason == Reason("dear", "dear")
    assert asked == ["cheap", "dear"]


def test_what_no_rule_is_asked_about_has_one_reason_and_what_some_are_has_a_line_for_each() -> None:
    day = {"starts": "2027-03-13 18:00", "venue": "koulu"}
    together = list(explain_in_words(explained({**day, "with": "b"}, day), EN))
    assert together == [
        "“Iltamat” and “Kuorojen kohtaus” do not clash.",
        "  They are arranged together (with), so they know of each other.",
    ]
    in_series = explained({**day, "series": "s"}, {**day, "series": "s"})
    assert in_series.before is None
    assert [each.rule for each in in_series.verdicts if each.level is not None] == ["venue"]
    assert {each.reason for each in in_series.verdicts if each.reason is not None} >= {BOUND["series"]}


def test_of_several_clashing_days_those_of_the_first_rule_are_told() -> None:
    """On the 2nd one organiser is in two places; on the 9th two are in one place, which weighs more."""
    series = {"starts": "2027-03-02 18:00", "repeats": "weekly x2", "weight": "normal", "organisers": "seura"}
    moved = {"changes": [{"date": "2027-03-09", "venue": "talo"}]}
    explanation = explained({**series, "venue": "talo"}, {**series, **moved, "venue": "koulu"})
    assert [each.rule for each in explanation.verdicts if each.level is not None][:2] == ["venue", "organiser"]
    assert explanation.dates == (date(2027, 3, 9), date(2027, 3, 9))


def test_the_nearest_two_dates_are_compared_however_far_they_are() -> None:
    series = {"starts": "2027-03-02 18:00", "repeats": "weekly x3", "weight": "normal"}
    assert explained(series, {"starts": "2027-10-02 18:00"}).dates == (date(2027, 3, 16), date(2027, 10, 2))
    assert explained({"starts": "2027-01-02 18:00"}, series).dates == (date(2027, 1, 2), date(2027, 3, 2))
