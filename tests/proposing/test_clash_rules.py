"""The rules in the browser say what the planner's rules say: of every pair of dates, at every edge."""

from __future__ import annotations

from tests.proposing.clash_regions import TODAY, region
from tests.proposing.clashes_alike import compare_pairs, compare_whole, context, events_of


def test_every_pair_is_judged_alike() -> None:
    differing, compared, spoken = compare_pairs(context(region(seed, 40), TODAY) for seed in range(4))
    assert differing == []
    assert compared > 5_000
    assert spoken > 300


def test_what_is_found_and_where_it_could_be_is_told_alike() -> None:
    ctx = context(region(11, 40), TODAY)
    events = events_of(ctx)
    assert len(events) > 20
    assert compare_whole(ctx, events) == []
