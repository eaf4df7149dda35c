"""Lists of events: a row for each date, as HTML.

A site shows tens of thousands of rows, so what the dates of one event have in common is put into words once, and the
rows are written here and not by a template.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final, NamedTuple

from markupsafe import Markup

from seurantalo.announcing.admission import is_free
from seurantalo.model.event import NOT_HELD, Event, EventStatus, Weight
from seurantalo.model.record import Kind
from seurantalo.model.text import Text
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import EVENTS
from seurantalo.publishing.pages.shared.cards import date_block, example_badges, status_badges, time_words
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.rows import date_block_html, safe
from seurantalo.publishing.pages.shared.texts import language_mark
from seurantalo.publishing.pages.shared.theme_look import look_class, look_of_event
from seurantalo.publishing.pages.shared.view import Badge
from seurantalo.publishing.record_names import names_home
from seurantalo.publishing.status import changes_words, moved_words
from seurantalo.publishing.zone_words import event_here, rhythm_words

#: The hours at which the parts of a day begin that the filter knows.
NOON: Final = 12
EVENING: Final = 17


class _Row(NamedTuple):
    """What the rows of an event's dates have in common, as HTML."""

    start: str
    title: str
    place: str
    municipality: str
    organisers: str
    example: str
    """The badge of an invented event."""


def badges_html(badges: Iterable[Badge]) -> str:
    """Return badges as they stand behind a title."""
    return "".join([f' <span class="st-badge st-badge--{badge.tone}">{safe(badge.text)}</span>' for badge in badges])


def event_list(rows: Iterable[str]) -> Markup:
    """Return rows as a list."""
    return Markup(f'<ul class="st-events">\n{"".join(rows)}</ul>')  # noqa: S704 (rows are made of safe pieces)


def all_examples(found: Iterable[Occurrence]) -> bool:
    """Tell whether all of our own among some events are invented: that is said once, and not of each."""
    own = [one.event.demo for one in found if one.event.external is None]
    return bool(own) and all(own)


def filter_keys(ctx: PageContext, event: Event) -> list[str]:
    """Return what the filter of a list looks for: ids, the form, whether it is free and tells how one gets in."""
    venue = ctx.community.venues.get(event.venue) if event.venue else None
    told = event.accessibility or (venue.accessibility if venue else None)
    audiences, themes = [f"a:{name}" for name in event.audiences], [f"t:{name}" for name in event.themes]
    more = ["maksuton"] * is_free(event) + ["esteeton"] * (told is not None)
    return [f"m:{event.municipality}", *audiences, *themes, f"f:{event.format}", *more]


def time_of_day(one: Occurrence) -> str:
    """Return in which part of its day an occurrence begins; ``""`` where it tells no hour or takes days."""
    starts = one.starts_local
    if not isinstance(starts, datetime) or one.first_day != one.last_day:
        return ""
    return "aamu" if starts.hour < NOON else "paiva" if starts.hour < EVENING else "ilta"


class EventRows:
    """Writes events as rows, for pages whose way to the site's root is ``root``."""

    def __init__(self, ctx: PageContext, root: str) -> None:
        """Get one from :func:`event_rows`, so that pages share what is known of events."""
        self._ctx, self._events_at = ctx, f"{root}{EVENTS}"
        self._known: dict[str, _Row] = {}
        self._rhythms: dict[str, tuple[str, str]] = {}
        self._keys: dict[str, str] = {}
        self._blocks: dict[tuple[date, date], str] = {}
        self._where: dict[tuple[str | None, str, tuple[str, ...]], tuple[str, str, str]] = {}

    def of(
        self,
        occurrences: Iterable[Occurrence],
        *,
        dated: bool = True,
        in_place: bool = False,
        keyed: bool = False,
        marked: bool = True,
    ) -> Markup:
        """Return a list of dates, in the order given.

        ``dated=False`` leaves the date block out, for lists that stand under a day's heading; ``in_place`` the
        municipality, for its own page. ``keyed`` adds what the filter of the list looks for. ``marked=False``: the
        page says that all events are examples.
        """
        rows = []
        for one in occurrences:
            row = self._row(one)
            block = self._block(one.first_day, one.last_day) if dated else ""
            moved = "" if one.as_its_event else moved_words(one, self._ctx.lang)
            if not marked:
                row = row._replace(example="")
            keys = self._keyed(one) if keyed else ""
            rows.append(_html(row, block, time_words(self._ctx, one), moved, in_place=in_place, keys=keys))
        return event_list(rows)

    def weekly(self, occurrences: Iterable[Occurrence], *, in_place: bool = False, marked: bool = True) -> Markup:
        """Return a list of groups that meet week by week, with their rhythm in words; the rest as for :meth:`of`."""
        rows = []
        for one in occurrences:
            event, changed = one.event, not one.as_its_event
            row = self._made(event, event.title, one.venue, event.status) if changed else self._row(one)
            if not marked:
                row = row._replace(example="")
            rows.append(_html(row, "", *self._rhythm(event), in_place=in_place))
        return event_list(rows)

    def pending(self, events: Iterable[Event]) -> Markup:
        """Return a list of events without a date, with their month where it is known."""
        rows = []
        for event in events:
            month = event.pending_month
            words = wording.month_title(*month, self._ctx.lang) if month else self._ctx.say("date not known")
            here = event_here(event, self._ctx.settings.timezone)
            if (planned := here.starts or here.planned_starts) is not None:
                words = self._ctx.lang.say("was to be {when}", when=wording.when(planned, None, self._ctx.lang))
            row = self._made(event, event.title, event.venue, event.status)
            look = look_class(look_of_event(event, self._ctx.themes))
            row = row._replace(start=f'<li class="st-event {look}"')
            rows.append(_html(row, "", words))
        return event_list(rows)

    def _keyed(self, one: Occurrence) -> str:
        """Return what the filter looks for in the row of a date, as attributes."""
        keys = self._keys.get(one.event.id)
        if keys is None:
            keys = self._keys[one.event.id] = " ".join(filter_keys(self._ctx, one.event))
        part = time_of_day(one)
        time = f" k:{part}" if part else ""
        until = f' data-until="{one.last_day.isoformat()}"' if one.last_day > one.first_day else ""
        return f' data-keys="{keys}{time}"{until}'

    def _row(self, one: Occurrence) -> _Row:
        event = one.event
        if not one.as_its_event:
            return self._made(event, one.title, one.venue, one.status, off=one.cancelled)
        row = self._known.get(event.id)
        if row is None:
            row = self._known[event.id] = self._made(event, event.title, event.venue, event.status)
        return row

    def _made(
        self, event: Event, title: Text, venue: str | None, status: EventStatus, *, off: bool | None = None
    ) -> _Row:
        ctx = self._ctx
        key = (venue, event.municipality, event.organisers[:2])
        where = self._where.get(key)
        if where is None:
            where = self._where[key] = self._told_where(*key)
        routine = " st-event--routine" if event.weight is Weight.ROUTINE else ""
        struck = " st-event--off" if (status in NOT_HELD if off is None else off) else ""
        link = f'<a href="{self._events_at}{event.id}/"{language_mark(ctx, title)}>{safe(ctx.words(title))}</a>'
        return _Row(
            f'<li class="st-event{routine}{struck} {look_class(look_of_event(event, ctx.themes))}"',
            f"{link}{badges_html(status_badges(ctx, event, status, example=False))}",
            *where,
            badges_html(example_badges(ctx, event)),
        )

    def _told_where(self, venue: str | None, municipality: str, organisers: tuple[str, ...]) -> tuple[str, str, str]:
        """Return the venue, the municipality and the organisers: an association meets where it always does."""
        names = self._ctx.names
        who = ", ".join([names[Kind.ORGANISATION][name] for name in organisers])
        place, town = names[Kind.VENUE][venue] if venue else "", names[Kind.MUNICIPALITY][municipality]
        return (
            f"<span>{safe(place)}</span>" if place else "",
            "" if names_home(place, town) else f"<span>{safe(town)}</span>",
            f'<span class="st-who">{safe(who)}</span>' if who else "",
        )

    def _rhythm(self, event: Event) -> tuple[str, str]:
        """Return the rhythm of a group, and which of its coming dates are otherwise."""
        ctx, dates = self._ctx, self._ctx.calendar.of_event(event.id)
        words = self._rhythms.get(event.id)
        if words is None:
            rhythm = rhythm_words(event, dates, ctx.settings.timezone, ctx.lang, alone=True)
            changes = changes_words(event, dates, ctx.today, ctx.lang) if event.changes else ""
            words = self._rhythms[event.id] = (rhythm, changes)
        return words

    def _block(self, first: date, last: date) -> str:
        block = self._blocks.get((first, last))
        if block is None:
            block = self._blocks[first, last] = date_block_html(date_block(self._ctx, first, last))
        return block


def event_rows(ctx: PageContext, root: str) -> EventRows:
    """Return what writes rows for the pages at one depth; made once for all of them."""
    return ctx.once(EventRows, root)


def _html(row: _Row, block: str, time: str, changed: str = "", *, in_place: bool = False, keys: str = "") -> str:
    """Return a row; ``changed`` says what is not as it was to be."""
    moved = f'<span class="st-event__changed">{safe(changed)}</span>' if changed else ""
    start, title, place, municipality, organisers, example = row
    return (
        # Where paragraphs and rows end, HTML knows by what follows (HTML, 13.1.2.4).
        f"{start}{keys}>{block}<div><p>{title}{example}\n"
        f"<p><span>{safe(time)}</span>{moved}{place}{'' if in_place else municipality}{organisers}</div>\n"
    )
