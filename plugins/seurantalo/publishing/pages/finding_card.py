"""A clash as a card: what, between which events, on which days, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from seurantalo.model.event import Event
from seurantalo.model.record import Kind
from seurantalo.planner.clashes import Finding, Level, advice, explain
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import EVENTS
from seurantalo.publishing.pages.context import PageContext
from seurantalo.publishing.pages.view import Badge, Link, Tone

#: Days named on a card; the rest are counted.
SHOWN_DAYS = 4
#: Events named on a card: two in most, more where a day is full.
SHOWN_EVENTS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingCard:
    """A finding for people: ``sentence`` says what, ``advice`` what to do, ``agreed`` why it is all right."""

    anchor: str
    level: Badge
    municipality: str
    days: tuple[tuple[str, str], ...]
    """(ISO date, words)"""
    more: str
    sentence: str
    advice: str
    events: tuple[Link, ...]
    agreed: str


def level_badge(ctx: PageContext, level: Level) -> Badge:
    """Return a level in words."""
    if level is Level.HARD:
        return Badge(ctx.lang.say("clash"), Tone.ALERT)
    if level is Level.SOFT:
        return Badge(ctx.lang.say("worth a talk"), Tone.WARN)
    return Badge(ctx.lang.say("for your information"), Tone.PLAIN)


def finding_card(ctx: PageContext, finding: Finding, root: str, beside: Event | None = None) -> FindingCard:
    """Return a finding's card; on an event's own page, ``beside`` is that event and only the other is named."""
    say = ctx.lang.say
    agreed = finding.agreed
    ahead = tuple(day for day in finding.dates if day >= ctx.today) or finding.dates
    hidden = len(ahead) - SHOWN_DAYS + finding.more
    return FindingCard(
        anchor=f"r-{finding.id}",
        level=level_badge(ctx, finding.level),
        municipality=ctx.names[Kind.MUNICIPALITY].get(finding.municipality, ""),
        days=tuple((day.isoformat(), wording.day(day, ctx.lang)) for day in ahead[:SHOWN_DAYS]),
        more=ctx.lang.count("and {n} more day", "and {n} more days", hidden) if hidden > 0 else "",
        sentence=explain(finding, ctx.lang),
        advice=advice(finding, ctx.lang),
        events=tuple(
            Link(ctx.words(event.title), f"{root}{EVENTS}{event.id}/")
            for event in _parties(ctx, finding)
            if beside is None or event.id != beside.id
        ),
        agreed=_agreement(ctx, say("Agreed: {why}", why=ctx.words(agreed.why)), agreed.agreed_on) if agreed else "",
    )


def _parties(ctx: PageContext, finding: Finding) -> tuple[Event, ...]:
    """Return the events of a finding: the two that it names first, then others of a full day."""
    named = [event for event in (finding.event, finding.other) if event is not None]
    known = {event.id for event in named}
    others = (ctx.community.events[name] for name in finding.event_ids if name not in known)
    return (*named, *others)[:SHOWN_EVENTS]


def _agreement(ctx: PageContext, words: str, day: date | None) -> str:
    return words if day is None else f"{words} ({wording.plain_day(day, ctx.lang)})"
