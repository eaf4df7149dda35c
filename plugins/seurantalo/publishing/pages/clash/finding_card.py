"""A clash as a card: what, between which events, on which days, and what to do."""

from __future__ import annotations

from datetime import date

from seurantalo.frozen import dataclass
from seurantalo.model.event import Event
from seurantalo.model.record import Kind
from seurantalo.planner.clashes import Finding, Level, advice, explain, sides, whom_to_ask
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import EVENTS
from seurantalo.publishing.pages.shared.contact import ways, web_address
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Badge, Link, Tone

#: Days named on a card; the rest are counted.
SHOWN_DAYS = 4
#: Events named on a card: two in most, more where a day is full.
SHOWN_EVENTS = 8


@dataclass(frozen=True, slots=True)
class Party:
    """An event of a finding, and whom to ask about it: words, with an address where there is one."""

    text: str
    href: str
    ask: tuple[Link, ...] = ()


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
    events: tuple[Party, ...]
    agreed: str
    free_for: str = ""
    """The event that could go to one of the ``free`` days; not named on its own page."""
    free: tuple[tuple[str, str], ...] = ()
    """(ISO date, words)"""
    keys: str = ""
    """What a list's filter looks for."""


def level_badge(ctx: PageContext, level: Level) -> Badge:
    """Return a level in words."""
    if level is Level.HARD:
        return Badge(ctx.say("clash"), Tone.ALERT)
    if level is Level.SOFT:
        return Badge(ctx.say("worth talking about"), Tone.WARN)
    return Badge(ctx.say("for information"), Tone.PLAIN)


def finding_card(ctx: PageContext, finding: Finding, root: str, beside: Event | None = None) -> FindingCard:
    """Return a finding's card; on an event's own page, ``beside`` is that event and only the other is named."""
    say = ctx.lang.say
    agreed = finding.agreed
    ahead = tuple(day for day in finding.dates if day >= ctx.today) or finding.dates
    hidden = len(ahead) - SHOWN_DAYS + finding.more
    # Nobody has to move for what was agreed on, for what is over, or for a mere note.
    open_one = agreed is None and finding.level is not Level.INFO and finding.dates[-1] >= ctx.today
    mine = beside or sides(finding)[0]
    free = ctx.free_near(mine.id, ahead[0]) if open_one and finding.pressing else ()
    # The pages of both events tell it, and that of all findings.
    sentence, counsel = ctx.keep(
        ("finding in words", finding.id), lambda: (explain(finding, ctx.lang), advice(finding, ctx.lang))
    )
    return FindingCard(
        anchor=f"r-{finding.id}",
        level=level_badge(ctx, finding.level),
        municipality=ctx.names[Kind.MUNICIPALITY].get(finding.municipality, ""),
        days=tuple((day.isoformat(), wording.day(day, ctx.lang)) for day in ahead[:SHOWN_DAYS]),
        more=ctx.lang.count("and {n} more day", "and {n} more days", hidden) if hidden > 0 else "",
        sentence=sentence,
        advice=counsel,
        events=tuple(
            Party(
                ctx.words(event.title),
                f"{root}{EVENTS}{event.id}/",
                ask_links(ctx, event) if open_one and finding.other is not None else (),
            )
            for event in _parties(ctx, finding)
            if beside is None or event.id != beside.id
        ),
        agreed=_agreement(ctx, say("Agreed: {why}", why=ctx.words(agreed.why)), agreed.agreed_on) if agreed else "",
        free_for="" if beside is not None else ctx.words(mine.title),
        free=tuple((day.isoformat(), wording.day(day, ctx.lang)) for day in free),
        keys=_keys(finding) if beside is None else "",
    )


def ask_links(ctx: PageContext, event: Event) -> tuple[Link, ...]:
    """Return whom to ask about an event, each as a link to write, call or read, or as words alone."""
    found = []
    for ask in whom_to_ask(ctx.community, event):
        contact, name = ask.contact, ctx.words(ask.name)
        if contact is None:
            found.append(Link(name))
            continue
        way = next(iter(ways(contact)), Link("", web_address(contact.url)))
        found.append(Link(f"{name}, {ctx.words(contact.role)}", way.href, way.text))
    return tuple(found)


def _keys(finding: Finding) -> str:
    parties = [event for event in (finding.event, finding.other) if event is not None]
    organisers = sorted({name for event in parties for name in event.organisers})
    places = sorted({finding.municipality, *(event.municipality for event in parties)})
    keys = [f"kunta:{name}" for name in places if name] + [f"jarjestaja:{name}" for name in organisers]
    return " ".join([*keys, f"taso:{finding.level.value}"])


def _parties(ctx: PageContext, finding: Finding) -> tuple[Event, ...]:
    """Return the events of a finding: the two that it names first, then others of a full day."""
    named = [event for event in (finding.event, finding.other) if event is not None]
    known = {event.id for event in named}
    others = (ctx.community.events[name] for name in finding.event_ids if name not in known)
    return (*named, *others)[:SHOWN_EVENTS]


def _agreement(ctx: PageContext, words: str, day: date | None) -> str:
    return words if day is None else f"{words} ({wording.plain_day(day, ctx.lang)})"
