"""The search for clashes: every rule over every date that is held."""

from __future__ import annotations

from collections.abc import Sequence

from seurantalo.model.community import Community
from seurantalo.model.settings import Settings
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.clashes import holiday, load
from seurantalo.planner.clashes.agreement import Agreements, ChangedSince
from seurantalo.planner.clashes.finding import Clashes
from seurantalo.planner.clashes.ground import Ground
from seurantalo.planner.clashes.pairing import PairSearch
from seurantalo.planner.clashes.rule import PairRule
from seurantalo.planner.clashes.rules import PAIR_RULES
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
    """
    ground = Ground(community, settings)
    holidays = holiday.Holidays(calendar, ground)
    selection = select(calendar, ground, holidays.public)
    budget = Budget(settings.pairs_per_day)
    off = frozenset(settings.rules_off.replace(",", " ").split())
    rules = [rule for rule in (*PAIR_RULES, *own_rules) if rule.code not in off]
    search = PairSearch(ground, rules, budget)
    search.look(selection)
    agreements = Agreements(community, settings.language, changed_since)
    findings, left_out = search.findings(calendar.today, agreements)
    if holiday.CODE not in off:
        findings += holidays.findings(selection)
    if load.CODE not in off:
        findings += load.load_findings(selection.places, ground, calendar.today)
    return Clashes(
        findings,
        agreements.problems,
        calendar.today,
        capped=budget.skipped + left_out,
        examined=budget.examined,
        rules=rules,
    )
