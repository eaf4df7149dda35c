"""Lists of events: a card for each occurrence, and the cards as HTML.

A site shows tens of thousands of cards, so each is worked out with as few look-ups as can be, and the list is written
here and not by a template: that is five times as quick.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from markupsafe import Markup, escape

from seurantalo.model.event import Event, Weight
from seurantalo.model.record import Kind
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import EVENTS
from seurantalo.publishing.pages.cards import date_block, status_badges
from seurantalo.publishing.pages.context import PageContext
from seurantalo.publishing.pages.view import DateBlock, EventCard


def in_one_day(occurrence: Occurrence) -> bool:
    """Tell whether an occurrence belongs to one local day only."""
    # Most begin and end on the same date: that is seen at once, without asking when a night ends.
    same = occurrence.starts_local.toordinal() == occurrence.ends_local.toordinal()
    return same or occurrence.first_day == occurrence.last_day


def event_card(
    ctx: PageContext,
    occurrence: Occurrence,
    root: str,
    *,
    dated: bool = True,
    in_place: bool = False,
    keyed: bool = False,
) -> EventCard:
    """Return an occurrence's card for a page whose way to the site's root is ``root``.

    ``dated=False`` leaves the date block out, for lists that stand under a day's heading; ``in_place`` the
    municipality, for its own page. ``keyed`` adds what the filter of the list looks for.
    """
    event, names = occurrence.event, ctx.names
    venue = occurrence.venue
    organisations = names[Kind.ORGANISATION]
    organisers = event.organisers
    return EventCard(
        title=ctx.words(occurrence.title),
        href=f"{root}{EVENTS}{event.id}/",
        date=_date(ctx, occurrence) if dated else None,
        time=_time(ctx, occurrence),
        place=names[Kind.VENUE][venue] if venue else "",
        municipality="" if in_place else names[Kind.MUNICIPALITY][event.municipality],
        organisers=organisations[organisers[0]]
        if len(organisers) == 1
        else ", ".join([organisations[name] for name in organisers[:2]]),
        badges=status_badges(ctx, event, occurrence.status),
        routine=event.weight is Weight.ROUTINE,
        off=occurrence.cancelled,
        keys=_keys(event) if keyed else "",
    )


def _keys(event: Event) -> str:
    audiences, themes = [f"a:{name}" for name in event.audiences], [f"t:{name}" for name in event.themes]
    return " ".join([f"m:{event.municipality}", *audiences, *themes])


def _date(ctx: PageContext, occurrence: Occurrence) -> DateBlock:
    return date_block(ctx, occurrence.first_day, None if in_one_day(occurrence) else occurrence.last_day)


def _time(ctx: PageContext, occurrence: Occurrence) -> str:
    """Return what stands beside an occurrence's date: its hours; for several days, all of it."""
    starts, ends = occurrence.starts_local, None if occurrence.ends_assumed else occurrence.ends_local
    if isinstance(starts, datetime) and in_one_day(occurrence):
        return wording.at(starts.time(), ends.time() if isinstance(ends, datetime) else None, ctx.lang)
    return wording.hours_or_days(starts, ends, ctx.lang)


def event_cards(
    ctx: PageContext, occurrences: Iterable[Occurrence], root: str, *, in_place: bool = False, keyed: bool = False
) -> tuple[EventCard, ...]:
    """Return dated cards of occurrences, in the order given."""
    return tuple([event_card(ctx, occurrence, root, in_place=in_place, keyed=keyed) for occurrence in occurrences])


@lru_cache(maxsize=20_000)
def _safe(words: str) -> str:
    """Return words as HTML: places, hours and names come again and again, and a look-up is quicker."""
    return str(escape(words))


def event_list(cards: Iterable[EventCard]) -> Markup:
    """Return cards as a list."""
    rows = "".join([_row(card) for card in cards])
    return Markup(f'<ul class="st-events">\n{rows}</ul>\n')  # noqa: S704 (every value is made safe below)


def _row(card: EventCard) -> str:
    kind = f"{' st-event--routine' if card.routine else ''}{' st-event--off' if card.off else ''}"
    keys = f' data-keys="{_safe(card.keys)}"' if card.keys else ""
    badges = "".join(
        [f' <span class="st-badge st-badge--{badge.tone}">{_safe(badge.text)}</span>' for badge in card.badges]
    )
    time = f'<span class="st-event__time">{_safe(card.time)}</span>' if card.time else ""
    place = f"<span>{_safe(card.place)}</span>" if card.place else ""
    municipality = f"<span>{_safe(card.municipality)}</span>" if card.municipality else ""
    organisers = f'<span class="st-event__who">{_safe(card.organisers)}</span>' if card.organisers else ""
    return (
        f'<li class="st-event{kind}"{keys}>\n'
        f"{_block(card.date) if card.date else ''}"
        '<div class="st-event__body">\n'
        f'<p class="st-event__title"><a href="{_safe(card.href)}">{_safe(card.title)}</a>{badges}</p>\n'
        f'<p class="st-event__meta">{time}{place}{municipality}{organisers}</p>\n'
        "</div>\n"
        "</li>\n"
    )


def _block(day: DateBlock) -> str:
    """Return a date block as the macro ``date_block`` does."""
    last = f' data-last="{day.last_iso}"' if day.last_iso else ""
    several = " st-date__day--range" if day.last_iso else ""
    year = f" {_safe(day.year)}" if day.year else ""
    return (
        f'<time class="st-date" datetime="{day.iso}" data-date="{day.iso}"{last}>'
        f'<span class="st-visually-hidden">{_safe(day.words)}</span>'
        f'<span class="st-date__weekday" aria-hidden="true">{_safe(day.weekday)}</span>'
        f'<span class="st-date__day{several}" aria-hidden="true">{_safe(day.day)}</span>'
        f'<span class="st-date__month" aria-hidden="true">{_safe(day.month)}{year}</span></time>\n'
    )
