"""What must be seen first on an event's page: cancelled, moved, over, from elsewhere, invented."""

from __future__ import annotations

from datetime import date

from seurantalo.model.event import Event, EventStatus
from seurantalo.model.record import Moment
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import wording
from seurantalo.publishing.pages.shared.cards import STATUS_TONES
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Notice, Tone
from seurantalo.publishing.status import status_word
from seurantalo.publishing.zone_words import event_here


def event_notices(ctx: PageContext, event: Event, shown: Occurrence | None) -> list[Notice]:
    """Return the notices of an event; ``shown`` is the date that its page is about."""
    say = ctx.say
    status = shown.status if shown is not None and event.repeats is None else event.status
    found: list[Notice] = []
    here = event_here(event, ctx.settings.timezone)
    if status is EventStatus.CANCELLED:
        found.append(_told(ctx, status, say("This event is not held.")))
    elif status is EventStatus.POSTPONED:
        words = say("The new date is not known yet.")
        planned = here.planned_starts or here.starts
        if planned is not None and (shown is None or planned != shown.starts_local):
            words = f"{words} {_plan(ctx, planned, None)}"
        found.append(_told(ctx, status, words))
    elif status is EventStatus.TENTATIVE:
        found.append(_told(ctx, status, _hold(ctx, event.hold_until)))
    elif event.date_pending:
        found.append(
            Notice(say("Date not known."), say("The event will be held, but its day is not known yet."), Tone.INFO)
        )
    if here.planned_starts is not None and status is not EventStatus.POSTPONED:
        found.append(_told(ctx, EventStatus.MOVED, _plan(ctx, here.planned_starts, shown)))
    if shown is not None and shown.last_day < ctx.today and status is not EventStatus.CANCELLED:
        found.append(Notice(say("This event has been."), "", Tone.PLAIN))
    if event.external is not None:
        text = ctx.lang.say("This event was fetched from “{calendar}”.", calendar=event.external.calendar)
        found.append(Notice(say("From another calendar."), text, Tone.INFO))
    if event.demo:
        found.append(
            Notice(say("An example."), say("This event is invented, to show how the site works."), Tone.DEMO)
        )
    return found


def _told(ctx: PageContext, status: EventStatus, text: str) -> Notice:
    word = status_word(status, ctx.lang)
    return Notice(f"{word[:1].upper()}{word[1:]}.", text, STATUS_TONES[status])


def _hold(ctx: PageContext, until: date | None) -> str:
    """Return how long the date is held, or that its time is over."""
    if until is None:
        return ctx.say("The organiser has yet to confirm the date.")
    day = wording.day(until, ctx.lang)
    if until < ctx.today:
        return ctx.lang.say("The date was reserved until {day}, and nobody has confirmed it.", day=day)
    return ctx.lang.say("The date is reserved until {day}.", day=day)


def _plan(ctx: PageContext, planned: Moment, shown: Occurrence | None) -> str:
    """Return where the plan was; of an event that has been, the plan beside what came true."""
    if shown is not None and shown.last_day < ctx.today and not shown.cancelled:
        words = wording.planned_and_held(planned, shown.starts_local, ctx.lang)
        return f"{words[:1].upper()}{words[1:]}."
    return ctx.lang.say("It was to be on {planned}.", planned=wording.when(planned, None, ctx.lang))
