"""The page of clashing dates: what to talk about, by month, the hard ones first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from seurantalo.planner.clashes import Finding, Level
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import CALENDAR, CLASHES, FREE
from seurantalo.publishing.pages.context import PageContext
from seurantalo.publishing.pages.days import YearMonth, month_of
from seurantalo.publishing.pages.finding_card import FindingCard, finding_card
from seurantalo.publishing.pages.view import Link
from seurantalo.publishing.publication import Heading, Page, depth_prefix
from seurantalo.publishing.templating import render

#: Findings shown, and those in each folded part of the page; the rest are counted.
MOST_FINDINGS: Final = 300
MOST_FOLDED: Final = 100
_RANK: Final = {level: rank for rank, level in enumerate(Level)}


@dataclass(frozen=True, slots=True)
class FindingMonth:
    """The findings whose next day is in a month."""

    anchor: str
    title: str
    findings: tuple[FindingCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClashesView:
    """The page of clashing dates. The numbers behind each part count what is not shown."""

    lead: str
    crumbs: tuple[Link, ...]
    months: tuple[FindingMonth, ...]
    hidden: int
    notes: tuple[FindingCard, ...]
    note_count: int
    agreed: tuple[FindingCard, ...]
    agreed_count: int
    past: tuple[FindingCard, ...]
    past_count: int
    actions: tuple[Link, ...]


def next_day(finding: Finding, today: date) -> date:
    """Return the first day of a finding from today on; its last day where all are past."""
    return next((day for day in finding.dates if day >= today), finding.dates[-1])


def clashes_view(ctx: PageContext) -> ClashesView:
    """Return the page's contents from the findings."""
    root = depth_prefix(CLASHES)
    ahead = [(next_day(finding, ctx.today), finding) for finding in ctx.clashes.findings]
    ahead.sort(key=lambda pair: (month_of(pair[0]), _RANK[pair[1].level], pair[0], pair[1].id))
    past = ctx.clashes.past
    pressing = [pair for pair in ahead if pair[1].level is not Level.INFO]
    notes = [finding for _, finding in ahead if finding.level is Level.INFO]
    months: dict[YearMonth, list[FindingCard]] = {}
    for day, finding in pressing[:MOST_FINDINGS]:
        months.setdefault(month_of(day), []).append(finding_card(ctx, finding, root))
    hard = sum(finding.level is Level.HARD for _, finding in pressing)
    return ClashesView(
        lead=clash_summary(ctx, len(pressing), hard),
        crumbs=(Link(ctx.lang.say("Calendar"), f"{root}{CALENDAR}"),),
        months=tuple(
            FindingMonth(f"k-{year}-{month:02}", wording.month_title(year, month, ctx.lang), tuple(found))
            for (year, month), found in months.items()
        ),
        hidden=max(len(pressing) - MOST_FINDINGS, 0),
        notes=_cards(ctx, notes, root),
        note_count=len(notes),
        agreed=_cards(ctx, ctx.clashes.agreed, root),
        agreed_count=len(ctx.clashes.agreed),
        past=_cards(ctx, past[::-1], root),
        past_count=len(past),
        actions=(
            Link(ctx.lang.say("Free days"), f"{root}{FREE}"),
            Link(ctx.lang.say("Calendar"), f"{root}{CALENDAR}"),
        ),
    )


def _cards(ctx: PageContext, findings: Iterable[Finding], root: str) -> tuple[FindingCard, ...]:
    return tuple(finding_card(ctx, finding, root) for finding in tuple(findings)[:MOST_FOLDED])


def clash_summary(ctx: PageContext, pressing: int, hard: int) -> str:
    """Return the number of clashes ahead in a sentence, the hard ones named."""
    if not pressing:
        return ctx.lang.say("No clashing dates ahead.")
    words = ctx.lang.count("{n} clash ahead", "{n} clashes ahead", pressing)
    if not hard:
        return f"{words}."
    return f"{words}, {ctx.lang.count('{n} of them certain.', '{n} of them certain.', hard)}"


def clashes_page(ctx: PageContext) -> Page:
    """Return the page ``paallekkaisyydet/``."""
    view = clashes_view(ctx)
    return Page(
        address=CLASHES,
        title=ctx.lang.say("Clashing dates"),
        body=render("clashes.html", ctx.lang, view=view),
        description=view.lead,
        searchable=False,
        headings=tuple(Heading(month.anchor, month.title) for month in view.months),
    )
