"""All that an event's page says, worked out before the template sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from seurantalo.model.event import Event, EventStatus
from seurantalo.model.record import Kind, Moment
from seurantalo.model.text import Text
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import CLASHES, event_feed
from seurantalo.publishing.feeds import has_event_file
from seurantalo.publishing.pages.cards import status_badges, time_words
from seurantalo.publishing.pages.context import PageContext
from seurantalo.publishing.pages.event_facts import Related, event_facts, related_facts, web_address
from seurantalo.publishing.pages.event_outcome import LogLine, OutcomeView, log_lines, outcome_view
from seurantalo.publishing.pages.event_surroundings import Head, Surroundings
from seurantalo.publishing.pages.finding_card import FindingCard, finding_card
from seurantalo.publishing.pages.labels import FORMATS
from seurantalo.publishing.pages.rows import FactRow, LinkRow, lines
from seurantalo.publishing.pages.view import Badge, Link, Notice, Tone
from seurantalo.publishing.prose import ProseContext, render_prose

NEXT_DATES = 6
MOST_DATES = 60
MOST_NEIGHBOURS = 5
MOST_FINDINGS = 6


@dataclass(frozen=True, slots=True)
class DateRow:
    """One date of a series."""

    iso: str
    last_iso: str
    words: str
    note: str
    off: bool
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class ImageView:
    """A picture with its words."""

    source: str
    alt: str
    credit: str
    size: tuple[int, int] | None = None
    """Width and height in pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """The page of an event, from top to bottom."""

    title: str
    kicker: str
    head: Head
    notices: tuple[Notice, ...]
    when: str
    recurrence: str
    actions: tuple[Link, ...]
    image: ImageView | None
    description: Markup
    agenda: tuple[tuple[str, str], ...]
    agenda_timed: bool
    facts: tuple[FactRow, ...]
    next_dates: tuple[DateRow, ...]
    later_dates: tuple[DateRow, ...]
    past_dates: tuple[DateRow, ...]
    more_dates: int
    outcome: OutcomeView | None
    related: Related
    clashes: tuple[FindingCard, ...]
    agreed: tuple[FindingCard, ...]
    more_clashes: Link | None
    log: tuple[LogLine, ...]
    neighbours: tuple[LinkRow, ...]
    neighbours_title: str
    edit: str

    @property
    def fact_lines(self) -> Markup:
        """The facts' HTML."""
        return lines(self.facts)

    @property
    def neighbour_lines(self) -> Markup:
        """The neighbours' HTML."""
        return lines(self.neighbours)


def shown_occurrence(ctx: PageContext, dates: Sequence[Occurrence]) -> Occurrence | None:
    """Return the date that the page is about: the next that is held, else the next, else the last one."""
    if len(dates) < 2:
        return dates[0] if dates else None
    ahead = [found for found in dates if found.last_day >= ctx.today]
    return next((found for found in ahead if not found.cancelled), (ahead or [dates[-1]])[0])


def event_view(
    ctx: PageContext, around: Surroundings, event: Event, dates: Sequence[Occurrence], shown: Occurrence | None
) -> EventView:
    """Return the page of an event; ``dates`` are all its occurrences, ``shown`` the one that matters now."""
    root = around.root
    status = shown.status if shown is not None and event.repeats is None else event.status
    next_dates, later, past, more = _series(ctx, event, dates)
    findings = ctx.clashes.of_event(event.id)
    pressing = [one for one in findings if one.agreed is None and one.dates[-1] >= ctx.today]
    settled = [one for one in findings if one.agreed is not None]
    neighbours = _neighbours(ctx, around, event, shown)
    form = ctx.say(FORMATS[event.format])
    return EventView(
        title=ctx.words(event.title),
        kicker=f"{form[0].upper()}{form[1:]} · {ctx.names[Kind.MUNICIPALITY][event.municipality]}",
        head=around.head(ctx, (shown.first_day, shown.last_day) if shown is not None else None),
        notices=_notices(ctx, event, status, shown),
        when=_when(ctx, event, shown),
        recurrence=wording.recurrence_words(event, ctx.lang, dates[-1].first_day if dates else None)
        if event.repeats is not None
        else "",
        actions=_actions(ctx, event, root)
        if shown is not None and shown.last_day >= ctx.today and has_event_file(ctx.calendar, event.id)
        else (),
        image=ImageView(
            f"{root}{event.image.file}",
            ctx.words(event.image.alt),
            event.image.credit,
            ctx.community.pictures.get(event.image.file),
        )
        if event.image is not None
        else None,
        description=prose(ctx, event.description, root, "d-"),
        agenda=()
        if not event.agenda
        else tuple(
            (
                wording.hours(item.starts, item.ends, ctx.lang) if item.starts is not None else "",
                ctx.words(item.text),
            )
            for item in event.agenda
        ),
        agenda_timed=bool(event.agenda) and any(item.starts is not None for item in event.agenda),
        facts=event_facts(ctx, around, event, shown),
        next_dates=next_dates,
        later_dates=later,
        past_dates=past,
        more_dates=more,
        outcome=outcome_view(ctx, around, event.outcome) if event.outcome is not None else None,
        related=related_facts(ctx, around, event),
        clashes=tuple(finding_card(ctx, one, root, event) for one in pressing[:MOST_FINDINGS]),
        agreed=tuple(finding_card(ctx, one, root, event) for one in settled[:MOST_FINDINGS]),
        more_clashes=_more_clashes(ctx, root, len(pressing)),
        log=log_lines(ctx, around, event.log) if event.log else (),
        neighbours=neighbours,
        neighbours_title=ctx.lang.say("Also on {day}", day=wording.day(shown.first_day, ctx.lang))
        if neighbours and shown is not None
        else "",
        edit=ctx.edit_url(event) if event.external is None else "",
    )


def prose(ctx: PageContext, text: Text | None, root: str, id_prefix: str) -> Markup:
    """Return a contributed text as clean HTML; ``id_prefix`` tells its headings from those of other texts."""
    if text is None:
        return Markup()
    return render_prose(
        text.in_language(ctx.lang.code),
        ProseContext(
            community=ctx.community, language=ctx.lang.code, prefix=root, heading_level=2, id_prefix=id_prefix
        ),
    )


def _when(ctx: PageContext, event: Event, shown: Occurrence | None) -> str:
    if shown is not None:
        ends = None if shown.ends_assumed else shown.ends_local
        return wording.when(shown.starts_local, ends, ctx.lang)
    if event.pending_month is not None:
        return wording.month_title(*event.pending_month, ctx.lang)
    return ctx.say("date pending")


def _notices(ctx: PageContext, event: Event, status: EventStatus, shown: Occurrence | None) -> tuple[Notice, ...]:
    say = ctx.say
    found: list[Notice] = []
    if status is EventStatus.CANCELLED:
        found.append(Notice(say("Cancelled."), say("This event is not held."), Tone.ALERT))
    elif status is EventStatus.POSTPONED:
        found.append(Notice(say("Postponed."), say("The new date is not known yet."), Tone.WARN))
    elif status is EventStatus.TENTATIVE:
        text = (
            ctx.lang.say("The date is held until {day}.", day=wording.day(event.hold_until, ctx.lang))
            if event.hold_until is not None
            else say("The organiser has yet to confirm the date.")
        )
        found.append(Notice(say("Date not confirmed."), text, Tone.WARN))
    elif event.date_pending:
        found.append(
            Notice(say("Date pending."), say("The event will be held, but its day is not known yet."), Tone.INFO)
        )
    if event.planned_starts is not None:
        found.append(Notice(say("New date."), _plan(ctx, event.planned_starts, shown), Tone.INFO))
    if shown is not None and shown.last_day < ctx.today and status is not EventStatus.CANCELLED:
        found.append(Notice(say("This event has been."), "", Tone.PLAIN))
    if event.external is not None:
        text = ctx.lang.say("This event was fetched from “{calendar}”.", calendar=event.external.calendar)
        found.append(Notice(say("From another calendar."), text, Tone.INFO))
    if event.demo:
        found.append(
            Notice(say("An example."), say("This event is invented, to show how the site works."), Tone.DEMO)
        )
    return tuple(found)


def _plan(ctx: PageContext, planned: Moment, shown: Occurrence | None) -> str:
    """Return where the plan was; of an event that has been, the plan beside what came true."""
    if shown is not None and shown.last_day < ctx.today and not shown.cancelled:
        words = wording.planned_and_held(planned, shown.starts_local, ctx.lang)
        return f"{words[:1].upper()}{words[1:]}."
    return ctx.lang.say("It was to be on {planned}.", planned=wording.when(planned, None, ctx.lang))


def _more_clashes(ctx: PageContext, root: str, count: int) -> Link | None:
    hidden = count - MOST_FINDINGS
    if hidden <= 0:
        return None
    return Link(ctx.lang.count("and {n} more", "and {n} more", hidden), f"{root}{CLASHES}")


def _actions(ctx: PageContext, event: Event, root: str) -> tuple[Link, ...]:
    file = Link(ctx.say("Add to your calendar"), f"{root}{event_feed(event.id)}")
    sign_up = web_address(event.registration.url) if event.registration is not None else ""
    if sign_up:
        return (Link(ctx.say("Sign up"), sign_up), file)
    return (file,)


def _series(
    ctx: PageContext, event: Event, dates: Sequence[Occurrence]
) -> tuple[tuple[DateRow, ...], tuple[DateRow, ...], tuple[DateRow, ...], int]:
    """Return the next dates, the later and the past ones, and how many are not shown."""
    if len(dates) < 2:
        return (), (), (), 0
    past = [found for found in dates if found.last_day < ctx.today]
    ahead = dates[len(past) :]
    later = ahead[NEXT_DATES:]
    rows = tuple(
        tuple(_date_row(ctx, event, found) for found in some)
        for some in (ahead[:NEXT_DATES], later[:MOST_DATES], past[-MOST_DATES:][::-1])
    )
    return rows[0], rows[1], rows[2], max(len(later) - MOST_DATES, 0)


def _date_row(ctx: PageContext, event: Event, found: Occurrence) -> DateRow:
    notes: list[str] = []
    change = found.change
    if change is not None:
        if change.title is not None:
            notes.append(ctx.words(change.title))
        if change.venue is not None and change.venue != event.venue:
            notes.append(ctx.names[Kind.VENUE][change.venue])
        if change.note is not None:
            notes.append(ctx.words(change.note))
    several = found.last_day > found.first_day
    return DateRow(
        iso=found.first_day.isoformat(),
        last_iso=found.last_day.isoformat() if several else "",
        words=time_words(ctx, found)
        if several
        else f"{wording.day(found.first_day, ctx.lang)} {time_words(ctx, found)}",
        note=" · ".join(notes),
        off=found.cancelled,
        badges=status_badges(ctx, event, found.status)[:1] if found.status is not event.status else (),
    )


def _neighbours(
    ctx: PageContext, around: Surroundings, event: Event, shown: Occurrence | None
) -> tuple[LinkRow, ...]:
    if shown is None:
        return ()
    found = around.neighbours(ctx, event.municipality, shown.first_day)
    return tuple(link for name, link in found if name != event.id)[:MOST_NEIGHBOURS]
