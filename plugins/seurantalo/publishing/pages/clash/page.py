"""The pages of clashing dates: what to talk about, by month and municipality, the hard ones first.

The front page holds what comes next; each month has a page of its own, so that a large region's list stays short.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.language.collation import sort_key
from seurantalo.model.record import Kind
from seurantalo.planner.clashes import Finding, Level
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import CALENDAR, CLASHES, FREE, clash_month_address
from seurantalo.publishing.pages.calendar.days import YearMonth, month_of
from seurantalo.publishing.pages.clash.finding_card import FindingCard, finding_card, level_badge
from seurantalo.publishing.pages.clash.finding_list import finding_list
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import Choice, named_options, real_choices
from seurantalo.publishing.pages.shared.view import Group, Link
from seurantalo.publishing.publication import Heading, Page, Pages, depth_prefix
from seurantalo.publishing.traces.questions import Question

#: Findings shown on a page, and those in each folded part of it; the rest are counted.
MOST_FINDINGS: Final = 100
MOST_IN_MONTH: Final = 300
MOST_FOLDED: Final = 50
#: Choices of a filter; a list of more is no help.
MOST_CHOICES: Final = 300
_RANK: Final = {level: rank for rank, level in enumerate(Level)}


@dataclass(frozen=True, slots=True)
class FindingMonth(Group[Group[FindingCard]]):
    """The findings whose next day is in a month, by municipality."""

    @property
    def findings(self) -> tuple[FindingCard, ...]:
        """All findings of the month."""
        return tuple(card for place in self.items for card in place.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClashesView:
    """A page of clashing dates. The numbers behind each part count what is not shown."""

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    choices: tuple[Choice, ...]
    months: tuple[FindingMonth, ...]
    hidden: int
    pages: tuple[Link, ...] = ()
    """The pages of the months, with their numbers of findings."""
    notes: tuple[FindingCard, ...] = ()
    note_count: int = 0
    agreed: tuple[FindingCard, ...] = ()
    agreed_count: int = 0
    past: tuple[FindingCard, ...] = ()
    past_count: int = 0
    actions: tuple[Link, ...]


def next_day(finding: Finding, today: date) -> date:
    """Return the first day of a finding from today on; its last day where all are past."""
    return next((day for day in finding.dates if day >= today), finding.dates[-1])


def _by_month(ctx: PageContext) -> Mapping[YearMonth, tuple[Finding, ...]]:
    """Return the clashes to come by month, the hard ones first; mere notes are left out."""
    found: dict[YearMonth, list[tuple[int, date, str, Finding]]] = {}
    for finding in ctx.clashes.findings:
        if finding.level is not Level.INFO:
            day = next_day(finding, ctx.today)
            found.setdefault(month_of(day), []).append((_RANK[finding.level], day, finding.id, finding))
    return {
        month: tuple(each[3] for each in sorted(found[month], key=lambda each: each[:3])) for month in sorted(found)
    }


#: The clashes to come of a month.
CLASHES_OF_MONTH: Final = Question(
    "clashes of month", lambda ctx, year, number: ctx.once(_by_month).get((int(year), int(number)), ())
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The clashes on the front page: which it shows, and how many there are."""

    months: tuple[tuple[YearMonth, int], ...]
    shown: tuple[tuple[YearMonth, tuple[Finding, ...]], ...]
    hard: int
    notes: tuple[Finding, ...]
    note_count: int
    agreed: tuple[Finding, ...]
    agreed_count: int
    past: tuple[Finding, ...]
    past_count: int


def _front(ctx: PageContext) -> Front:
    months = ctx.once(_by_month)
    notes = sorted(
        (finding for finding in ctx.clashes.findings if finding.level is Level.INFO),
        key=lambda finding: (next_day(finding, ctx.today), finding.id),
    )
    shown: list[tuple[YearMonth, tuple[Finding, ...]]] = []
    left = MOST_FINDINGS
    for month, findings in months.items():
        if left > 0:
            shown.append((month, findings[:left]))
            left -= len(shown[-1][1])
    agreed, past = ctx.clashes.agreed, ctx.clashes.past[::-1]
    return Front(
        months=tuple((month, len(findings)) for month, findings in months.items()),
        shown=tuple(shown),
        hard=sum(finding.level is Level.HARD for findings in months.values() for finding in findings),
        notes=tuple(notes[:MOST_FOLDED]),
        note_count=len(notes),
        agreed=agreed[:MOST_FOLDED],
        agreed_count=len(agreed),
        past=past[:MOST_FOLDED],
        past_count=len(past),
    )


FRONT: Final = Question("front of clashes", _front)


def clashes_view(ctx: PageContext) -> ClashesView:
    """Return the contents of the front page of clashes."""
    root, say = depth_prefix(CLASHES), ctx.lang.say
    found = FRONT.ask(ctx)
    total = sum(count for _, count in found.months)
    return ClashesView(
        title=say("Clashing dates"),
        lead=clash_summary(ctx, total, found.hard),
        crumbs=(Link(say("Calendar"), f"{root}{CALENDAR}"),),
        choices=_choices(ctx, [finding for _, findings in found.shown for finding in findings]),
        months=tuple(_month(ctx, month, findings, root) for month, findings in found.shown),
        hidden=total - sum(len(findings) for _, findings in found.shown),
        pages=tuple(
            Link(wording.month_title(*month, ctx.lang), f"{root}{clash_month_address(*month)}", str(count))
            for month, count in found.months
        ),
        notes=_cards(ctx, found.notes, root),
        note_count=found.note_count,
        agreed=_cards(ctx, found.agreed, root),
        agreed_count=found.agreed_count,
        past=_cards(ctx, found.past, root),
        past_count=found.past_count,
        actions=(Link(say("Free days"), f"{root}{FREE}"), Link(say("Calendar"), f"{root}{CALENDAR}")),
    )


def month_clashes_view(ctx: PageContext, month: YearMonth) -> ClashesView:
    """Return the contents of a month's page of clashes."""
    root, say = depth_prefix(clash_month_address(*month)), ctx.lang.say
    findings = CLASHES_OF_MONTH.ask(ctx, *map(str, month))
    shown = findings[:MOST_IN_MONTH]
    hard = sum(finding.level is Level.HARD for finding in findings)
    title = wording.month_title(*month, ctx.lang)
    return ClashesView(
        title=say("Clashing dates: {month}", month=title),
        lead=clash_summary(ctx, len(findings), hard),
        crumbs=(
            Link(say("Calendar"), f"{root}{CALENDAR}"),
            Link(say("Clashing dates"), f"{root}{CLASHES}"),
        ),
        choices=_choices(ctx, shown),
        months=(_month(ctx, month, shown, root),),
        hidden=len(findings) - len(shown),
        actions=(Link(say("Free days"), f"{root}{FREE}"), Link(say("Clashing dates"), f"{root}{CLASHES}")),
    )


def _month(ctx: PageContext, month: YearMonth, findings: Iterable[Finding], root: str) -> FindingMonth:
    places: dict[str, list[FindingCard]] = {}
    for finding in findings:
        name = ctx.names[Kind.MUNICIPALITY].get(finding.municipality, "")
        places.setdefault(name, []).append(replace(finding_card(ctx, finding, root), municipality=""))
    title, anchor = wording.month_title(*month, ctx.lang), f"k-{month[0]}-{month[1]:02}"
    return FindingMonth(
        title, anchor, tuple(Group(name, "", tuple(places[name])) for name in sorted(places, key=sort_key))
    )


def _choices(ctx: PageContext, findings: Iterable[Finding]) -> tuple[Choice, ...]:
    """Return the lists of the filter: what the findings of the page name, where there is a choice."""
    places: set[str] = set()
    organisers: set[str] = set()
    levels: set[Level] = set()
    for finding in findings:
        levels.add(finding.level)
        places.add(finding.municipality)
        for event in (finding.event, finding.other):
            if event is not None:
                places.add(event.municipality)
                organisers.update(event.organisers)
    say = ctx.lang.say
    certain = tuple((f"taso:{one}", level_badge(ctx, one).text) for one in sorted(levels, key=_RANK.__getitem__))
    found = real_choices(
        Choice(say("Municipality"), "kunta", named_options("kunta", places, ctx.names[Kind.MUNICIPALITY])),
        Choice(say("How certain"), "taso", certain),
        Choice(say("Organiser"), "jarjestaja", named_options("jarjestaja", organisers, ctx.names[Kind.ORGANISATION])),
    )
    return tuple(one for one in found if len(one.options) <= MOST_CHOICES)


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


def _body(ctx: PageContext, view: ClashesView) -> str:
    return ctx.render("clash/page.html", view=view, finding_list=partial(finding_list, ctx))


def clashes_page(ctx: PageContext) -> Page:
    """Return the page ``paallekkaisyydet/``."""
    view = clashes_view(ctx)
    return Page(
        address=CLASHES,
        title=view.title,
        body=_body(ctx, view),
        description=view.lead,
        searchable=False,
        headings=tuple(Heading(month.anchor, month.title) for month in view.months),
    )


def clash_month_pages(ctx: PageContext) -> Pages:
    """Return a page for each month that has clashes ahead."""
    months = ctx.plain.once(_by_month)
    named = {clash_month_address(*month).removeprefix(CLASHES).rstrip("/"): month for month in months}

    def make(name: str) -> Page:
        month = named[name]
        view = month_clashes_view(ctx, month)
        address = clash_month_address(*month)
        return Page(address=address, title=view.title, body=_body(ctx, view), description=view.lead, searchable=False)

    return Pages(tuple(named), make)
