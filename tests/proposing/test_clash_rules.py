"""The rules in the browser say what the planner's rules say: of every pair of dates, at every edge."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from functools import cache
from itertools import count
from typing import Any

import pytest
from tests.browser_modules import in_node
from tests.proposing.clash_regions import TODAY, region
from tests.proposing.clashes_alike import (
    DRIVER,
    all_rows,
    compare_pairs,
    compare_whole,
    context,
    events_of,
    files_of,
)

from seurantalo.model.community import Community
from seurantalo.planner.clashes import Among, PairRule, RuleWords, find_clashes
from seurantalo.planner.clashes.rules import PAIR_RULES
from seurantalo.publishing.assets import asset_files

#: What each judge is called in clash-judges.js, by the code of its rule.
JUDGES = {
    "duplicate": "duplicate",
    "venue": "venue",
    "venue-room-unknown": "roomUnknown",
    "organiser": "organiser",
    "major": "major",
    "audience": "audience",
    "destination": "destination",
    "near-miss": "nearMiss",
}
#: Small changes that make another rule of a rule.
CHANGES = (
    (r" && ", " || "),
    (r" \|\| ", " && "),
    (r" < ", " <= "),
    (r" <= ", " < "),
    (r" > ", " >= "),
    (r" === ", " !== "),
    (r" !== ", " === "),
    (r'"soft"', '"info"'),
    (r'"info"', '"soft"'),
    (r'"hard"', '"soft"'),
    (r"(?<=[(\[ ])!(?=[a-z(])", ""),
    (r"\.some\(", ".every("),
)
TRY = """
const said = (module, { rows, events }) => {
  try { return JSON.stringify(module.pairs(rows, events)); } catch (problem) { return String(problem); }
};
export async function unnoticed(names, regions) {
  const ours = await import("./alike.js");
  const found = [];
  for (const name of names) {
    const other = await import(`./${name}/alike.js`);
    if (regions.every((one) => (one.said ??= said(ours, one)) === said(other, one))) found.push(name);
  }
  return found;
}
"""


def test_every_pair_is_judged_alike() -> None:
    differing, compared, spoken = compare_pairs(context(region(seed, 40), TODAY) for seed in range(6))
    assert differing == []
    assert compared > 5_000
    assert spoken > 500


@pytest.mark.nightly
def test_two_hundred_thousand_pairs_are_judged_alike() -> None:
    compared = 0
    for start in count(1_000, 20):
        made = (context(region(seed, 60), TODAY) for seed in range(start, start + 20))
        differing, more, _ = compare_pairs(made)
        assert differing == []
        compared += more
        if compared >= 200_000:
            break


@pytest.mark.parametrize(
    "seeds",
    [range(11, 14), pytest.param(range(100, 180), marks=pytest.mark.nightly)],
    ids=["some", "many"],
)
def test_what_is_found_and_where_it_could_be_is_told_alike(seeds: range) -> None:
    """With no more than the files that the page fetches: findings in words, whom to ask, free days, free halls."""
    for seed in seeds:
        ctx = context(region(seed, 40), TODAY)
        events = events_of(ctx)
        assert len(events) > 8
        assert compare_whole(ctx, events) == []


@pytest.mark.parametrize(
    "options",
    [
        {"language": "sv"},
        {"language": "en"},
        {"rules_off": "duplicate, near-miss load", "setup_margin": 0, "standing_days": 3, "evening_starts": 18},
        {"timezone": "America/New_York", "broad_audiences": "", "kin_audiences": "", "duplicate_likeness": 60},
        {"near_miss_days": 0, "near_miss_days_major": 1, "load_small": 0, "load_weekend_large": 1, "clash_dates": 1},
    ],
    ids=lambda options: next(iter(options)),
)
def test_languages_and_options_of_the_site_count(options: dict[str, Any]) -> None:
    community = region(21, 40)
    if zone := options.get("timezone"):
        events = [replace(one, timezone=zone) for one in community.events.values()]
        others = (one for kind, table in community.by_kind.items() if kind != "event" for one in table.values())
        community = Community([*others, *events])
    ctx = context(community, TODAY, **options)
    assert compare_whole(ctx, events_of(ctx)) == []


def test_a_rule_of_the_sites_own_is_looked_at_later() -> None:
    rule = PairRule("quiet-hour", (Among.DAY,), lambda _a, _b, _ground: None, words=RuleWords(name="hiljainen hetki"))
    ctx = context(region(1, 10), TODAY)
    clashes = find_clashes(ctx.community, ctx.calendar, ctx.settings, own_rules=[rule])
    rules = json.loads(files_of(replace(ctx, clashes=clashes))["saannot.json"])
    assert rules["later"] == ["hiljainen hetki"]
    assert rules["rules"] == [*JUDGES, "holiday", "load"]


def test_what_a_link_brings_is_answered_at_once() -> None:
    """A title of a hundred thousand letters, beside one that it is like."""
    ctx = context(region(2, 20), TODAY)
    (event, *_) = events_of(ctx)
    long = {**event["written"], "id": "uusi", "title": "kevätkonsertti" * 4_000 + " konsertti" * 4_000}
    before = os.times().children_user
    (said,) = in_node("alike.js", "whole", [[files_of(ctx), [{"written": long}]]], {"alike.js": DRIVER})
    assert said[0]["findings"]
    assert os.times().children_user - before < 20


@cache
def modules() -> dict[str, str]:
    """The browser's modules of the check."""
    names = {file.path.rpartition("/")[2]: file.content.decode() for file in asset_files()}
    return {name: text for name, text in names.items() if name.startswith(("clash-", "propose-data", "repeat."))}


def body(judge: str) -> tuple[int, int]:
    """Where the body of a function begins and ends in clash-judges.js."""
    text = modules()["clash-judges.js"]
    found = re.search(rf"^function {judge}\(.*?\{{\n(.*?)^\}}", text, re.DOTALL | re.MULTILINE)
    assert found, judge
    return found.span(1)


def mutants(judge: str) -> list[tuple[str, str]]:
    """Return a judge changed in one place, with what was changed: the whole text of clash-judges.js each."""
    text = modules()["clash-judges.js"]
    first, last = body(judge)
    found = [(f"return {word}", f"{text[:first]}return {word};{text[first:]}") for word in ("null", '"soft"')]
    bare = re.sub(r"/\*\*.*?\*/", lambda comment: " " * len(comment[0]), text[first:last], flags=re.DOTALL)
    for pattern, other in CHANGES:
        for each in re.finditer(pattern, bare):
            starts, ends = first + each.start(), first + each.end()
            around = text[max(first, starts - 40) : ends + 40].strip()
            found.append((f"{each[0]} -> {other} in {around}", text[:starts] + other + text[ends:]))
    return found


def unnoticed(changed: list[tuple[str, str]], seeds: range) -> list[str]:
    """Return which changes no region shows."""
    own = {"alike.js": DRIVER, "try.js": TRY}
    for number, (_, text) in enumerate(changed):
        own |= {f"m{number}/{name}": source for name, source in modules().items()}
        own |= {f"m{number}/clash-judges.js": text, f"m{number}/alike.js": DRIVER}
    regions: list[Any] = []
    for seed in seeds:
        ctx = context(region(seed, 40), TODAY)
        regions.append({"rows": all_rows(files_of(ctx)), "events": events_of(ctx)})
    (alive,) = in_node("try.js", "unnoticed", [[[f"m{number}" for number in range(len(changed))], regions]], own)
    return [changed[int(name[1:])][0] for name in alive]


def test_each_rule_has_its_judge() -> None:
    assert list(JUDGES) == [rule.code for rule in PAIR_RULES]
    for judge in JUDGES.values():
        assert body(judge)


def test_a_judge_that_is_silent_or_loud_is_noticed() -> None:
    changed = [mutant for judge in JUDGES.values() for mutant in mutants(judge)[:3]]
    assert unnoticed(changed, range(12)) == []


@pytest.mark.nightly
@pytest.mark.parametrize("judge", JUDGES.values())
def test_small_changes_of_a_judge_are_noticed(judge: str) -> None:
    """All but a few, which change nothing: of two conditions that exclude each other, or of equals."""
    changed = mutants(judge)
    alive = unnoticed(changed, range(30))
    assert len(alive) <= len(changed) // 10, alive
