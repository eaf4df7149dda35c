"""The search for clashes: every rule over every date that is held."""

from __future__ import annotations

from collections.abc import Sequence

from seurantalo.model.community import Community
from seurantalo.model.settings import Settings
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.clashes.agreement import Agreements, ChangedSince
from seurantalo.planner.clashes.finding import Clashes
from seurantalo.planner.clashes.ground import Ground
from seurantalo.planner.clashes.holiday import Holidays
from seurantalo.planner.clashes.load import load_findings
from seurantalo.planner.clashes.pairing import PairSearch
from seurantalo.planner.clashes.rule import PairRule
from seurantalo.planner.clashes.rules import PAIR_RULES
from seurantalo.planner.clashes.selection import select
from seurantalo.planner.clashes.sweep import PAIRS_PER_DAY, Budget


def find_clashes(
    community: Community,
    calendar: Calendar,
    settings: Settings,
    *,
    own_rules: Sequence[PairRule] = (),
    changed_since: ChangedSince | None = None,
    pairs_per_day: int = PAIRS_PER_DAY,
) -> Clashes:
    """Return everything that the rules find; sorted, and the same for the same input.

    ``own_rules`` are a site's own, heard after ours. ``changed_since`` lets agreements lapse (see
    :class:`Agreements`). ``pairs_per_day`` bounds the work in one place on one day; what is beyond is counted.
    """
    ground = Ground(community, settings)
    holidays = Holidays(calendar, ground)
    selection = select(calendar, ground, holidays.public)
    budget = Budget(pairs_per_day)
    search = PairSearch(ground, (*PAIR_RULES, *own_rules), budget)
    search.look(selection)
    agreements = Agreements(community, settings.language, changed_since)
    findings, left_out = search.findings(calendar.today, agreements)
    findings += holidays.findings(selection)
    findings += load_findings(selection.places, ground, calendar.today)
    return Clashes(
        findings,
        agreements.problems,
        calendar.today,
        capped=budget.skipped + left_out,
        examined=budget.examined,
    )
