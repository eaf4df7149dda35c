"""The search for clashes: every rule over every date that is held."""

from __future__ import annotations

from collections.abc import Sequence

from seurantalo.model.community import Community
from seurantalo.model.settings import Settings
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.clashes.agreement import Agreements, ChangedSince
from seurantalo.planner.clashes.clashes import Clashes
from seurantalo.planner.clashes.entries import Ground
from seurantalo.planner.clashes.pairing import PairSearch
from seurantalo.planner.clashes.rule import PairRule
from seurantalo.planner.clashes.rules import DAY_RULES, PAIR_RULES
from seurantalo.planner.clashes.selection import select
from seurantalo.planner.clashes.sweep import Budget


def find_clashes(
    community: Community,
    calendar: Calendar,
    settings: Settings,
    *,
    own_rules: Sequence[PairRule] = (),
    changed_since: ChangedSince | None = None,
) -> Clashes:
    """Return everything that the rules find; sorted, and the same for the same input.

    ``own_rules`` are a site's own, heard after ours. ``changed_since`` lets agreements lapse (see
    :class:`Agreements`). The settings bound the work in one place on one day; what is beyond is counted.

    >>> [(found.rule, found.event_ids) for found in find_clashes(community, calendar, settings)]
    [('venue', ('konsertti', 'tanssit'))]
    """
    ground = Ground(community, settings)
    off = frozenset(settings.rules_off.replace(",", " ").split())
    rules = [rule for rule in (*PAIR_RULES, *own_rules) if rule.code not in off]
    day_rules = [rule for rule in DAY_RULES if rule.code not in off]
    selection = select(calendar, ground, frozenset().union(*(rule.routine_days(calendar) for rule in day_rules)))
    budget = Budget(settings.pairs_per_day)
    search = PairSearch(ground, rules, budget)
    search.look(selection)
    agreements = Agreements(community, settings.language, changed_since)
    findings, left_out = search.findings(calendar.today, agreements)
    for rule in day_rules:
        findings += rule.search(calendar, ground, selection)
    ground.forget_events()
    return Clashes(
        findings,
        agreements.problems,
        calendar.today,
        capped=budget.skipped + left_out,
        examined=budget.examined,
        rules=rules,
    )
