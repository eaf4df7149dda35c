"""What few events have: an agenda, an outcome, clashes, a log; most of it by the macros of event.html."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from seurantalo.model.event import Event, Outcome
from seurantalo.model.parts import AgendaItem, LogEntry
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import CLASHES
from seurantalo.publishing.pages.clash.finding_card import finding_card
from seurantalo.publishing.pages.clash.finding_list import finding_list
from seurantalo.publishing.pages.event.facts import related_facts
from seurantalo.publishing.pages.event.outcome import log_lines, outcome_view
from seurantalo.publishing.pages.event.surroundings import Surroundings
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.rows import safe
from seurantalo.publishing.pages.shared.texts import marked

MOST_FINDINGS: Final = 6


def agenda(ctx: PageContext, root: str, items: tuple[AgendaItem, ...]) -> Markup:
    """Return what happens in which order: a table where an item names its time, else a list."""
    rows = [(_hours(ctx, item), marked(ctx, item.text, root)) for item in items]
    return _macro(ctx, "agenda", rows, any(item.starts is not None for item in items))


def outcome(ctx: PageContext, around: Surroundings, found: Outcome) -> Markup:
    """Return what came of an event."""
    return _macro(ctx, "outcome", outcome_view(ctx, around, found))


def related(ctx: PageContext, around: Surroundings, event: Event) -> str:
    """Return what an event belongs to and what belongs to it; ``""`` for nothing."""
    facts = related_facts(ctx, around, event)
    return _macro(ctx, "related", facts) if facts else ""


def clashes(ctx: PageContext, root: str, event: Event) -> str:
    """Return the clashes to come, and those agreed on; ``""`` where there are none."""
    findings = ctx.clashes.of_event(event.id)
    if not findings:
        return ""
    pressing = [one for one in findings if one.agreed is None and one.dates[-1] >= ctx.today]
    settled = [one for one in findings if one.agreed is not None]
    if not pressing and not settled:
        return ""
    cards = [finding_card(ctx, one, root, event) for one in (*pressing[:MOST_FINDINGS], *settled[:MOST_FINDINGS])]
    hidden, more = len(pressing) - MOST_FINDINGS, ""
    if hidden > 0:
        words = safe(ctx.lang.count("and {n} more", "and {n} more", hidden))
        more = f'<p class="st-line"><a href="{root}{CLASHES}">{words}</a></p>\n'
    who = safe(ctx.say("For organisers"))
    return (
        f'<section class="st-section st-noprint">\n<details class="st-more"><summary>{who}</summary>\n'
        f'<h2 id="paallekkaisyydet">{safe(ctx.say("Clashing dates"))}</h2>\n'
        f"{finding_list(ctx, cards, folded=False)}{more}</details>\n</section>\n"
    )


def log(ctx: PageContext, around: Surroundings, entries: tuple[LogEntry, ...]) -> Markup:
    """Return the log of an event."""
    return _macro(ctx, "log", log_lines(ctx, around, entries))


def _hours(ctx: PageContext, item: AgendaItem) -> str:
    return wording.hours(item.starts, item.ends, ctx.lang) if item.starts is not None else ""


def _macro(ctx: PageContext, name: str, *values: object) -> Markup:
    return ctx.templates.macro(name, "event/event.html")(*values)
