"""A site's own rules come from installed packages: a package as an installer leaves it, on a path of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.planner.builders import SETTINGS, TODAY, make_community, make_event

from seurantalo.language import language
from seurantalo.model.event import Format
from seurantalo.own_rules import GROUP, OwnRuleError, own_rules
from seurantalo.planner import make_calendar
from seurantalo.planner.clashes import explain, find_clashes

FUNCTION = """
def quiet_hour(a, b, ground):
    forms = {a.sheet.event.format.value, b.sheet.event.format.value}
    return "soft" if a.day == b.day and forms == {"service", "dance"} else None
"""
WHOLE_RULE = """
from seurantalo.planner.clashes import Among, Level, PairRule

RULE = PairRule(
    "any", (Among.DAYS,), lambda a, b, ground: Level.INFO if abs(a.day - b.day) == 2 else None,
    sentence="Two days apart: {event}, {other}.",
)
"""
Install = Callable[[str, str], None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Install a package of one module, ``choir_rules``, with its entry points."""

    def install_package(module: str, points: str) -> None:
        (tmp_path / "choir_rules.py").write_text(module, encoding="utf-8")
        record = tmp_path / "choir_rules-1.0.dist-info"
        record.mkdir()
        (record / "METADATA").write_text("Metadata-Version: 2.1\nName: choir-rules\nVersion: 1.0\n", encoding="utf-8")
        (record / "entry_points.txt").write_text(f"[{GROUP}]\n{points}\n", encoding="utf-8")
        monkeypatch.syspath_prepend(tmp_path)

    return install_package


def test_without_packages_there_are_no_rules_of_ones_own() -> None:
    assert own_rules() == ()


def test_a_function_is_a_rule(install: Install) -> None:
    install(FUNCTION, "quiet-hour = choir_rules:quiet_hour")
    community = make_community(
        make_event("a", "2027-03-14 11:00", format=Format.SERVICE),
        make_event("b", "2027-03-14 12:30", format=Format.DANCE),
    )
    clashes = find_clashes(community, make_calendar(community, SETTINGS, TODAY), SETTINGS, own_rules=own_rules())
    assert [(finding.id, finding.level) for finding in clashes.findings] == [("quiet-hour.a.b", "soft")]
    assert explain(clashes.findings[0], language("fi")) == "”a” ja ”b”, su 14.3.2027."


def test_a_whole_rule_is_a_rule_by_the_name_of_its_entry_point(install: Install) -> None:
    install(WHOLE_RULE, "two-days = choir_rules:RULE")
    (rule,) = own_rules()
    assert rule.code == "two-days"
    community = make_community(make_event("a", "2027-03-14 11:00"), make_event("b", "2027-03-16 11:00"))
    clashes = find_clashes(community, make_calendar(community, SETTINGS, TODAY), SETTINGS, own_rules=(rule,))
    assert [finding.id for finding in clashes.findings] == ["two-days.a.b"]


@pytest.mark.parametrize(
    ("module", "point", "words"),
    [
        ("", "gone = choir_rules:missing", "can't be loaded"),
        ("1/0", "broken = choir_rules:rule", "can't be loaded: division by zero"),
        ("NUMBER = 7", "number = choir_rules:NUMBER", "neither a function nor a PairRule"),
        (FUNCTION, "venue = choir_rules:quiet_hour", "has the name of one of ours"),
    ],
)
def test_what_is_no_rule_is_told(install: Install, module: str, point: str, words: str) -> None:
    install(module, point)
    with pytest.raises(OwnRuleError, match=words):
        own_rules()


BY_CONDITIONS = """
from seurantalo.planner.clashes import AllOf, Among, Condition, Level, PairRule, Reason

RULE = PairRule(
    "any", (Among.DAY,), AllOf(Level.INFO, Condition(Reason("unlike", "They are unlike."), lambda a, b, _: a.nothing))
)
"""


@pytest.mark.parametrize(
    ("module", "point", "words"),
    [
        (FUNCTION.replace('"soft"', '"hrad"'), "quiet = choir_rules:quiet_hour", "ValueError: 'hrad'"),
        (FUNCTION.replace("a, b, ground", "a, b"), "quiet = choir_rules:quiet_hour", "fails: TypeError"),
        (FUNCTION.replace("a.day", "a.date"), "quiet = choir_rules:quiet_hour", "fails: AttributeError"),
        (WHOLE_RULE.replace("DAYS", "DAY").replace("a.day", "a.date"), "two = choir_rules:RULE", "AttributeError"),
        (BY_CONDITIONS, "unlike = choir_rules:RULE", "AttributeError"),
    ],
)
def test_a_rule_that_fails_is_named(install: Install, module: str, point: str, words: str) -> None:
    install(module, point)
    community = make_community(
        make_event("a", "2027-03-14 11:00", format=Format.SERVICE),
        make_event("b", "2027-03-14 12:30", format=Format.DANCE),
    )
    with pytest.raises(OwnRuleError, match=f"The clash rule “{point.partition(' ')[0]}” .*{words}"):
        find_clashes(community, make_calendar(community, SETTINGS, TODAY), SETTINGS, own_rules=own_rules())


def test_a_sentence_with_a_blank_that_nobody_fills_is_told(install: Install) -> None:
    install(WHOLE_RULE.replace("{other}", "{nobody}"), "two-days = choir_rules:RULE")
    community = make_community(make_event("a", "2027-03-14 11:00"), make_event("b", "2027-03-16 11:00"))
    calendar = make_calendar(community, SETTINGS, TODAY)
    (finding,) = find_clashes(community, calendar, SETTINGS, own_rules=own_rules()).findings
    with pytest.raises(OwnRuleError, match=r"“two-days” .* fails: KeyError: 'nobody'"):
        explain(finding, language("fi"))
