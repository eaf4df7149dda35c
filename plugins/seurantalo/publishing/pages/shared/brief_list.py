"""What has been, in brief: a line for each date, where nobody has to be won for it any more.

A region's past grows without end, and each of its dates stands on several pages.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from seurantalo.model.event import Event, EventStatus
from seurantalo.model.record import Kind
from seurantalo.model.text import Text
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import EVENTS
from seurantalo.publishing.pages.shared.cards import status_badges, time_words
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.event_list import badges_html
from seurantalo.publishing.pages.shared.rows import safe
from seurantalo.publishing.pages.shared.texts import language_mark
from seurantalo.publishing.record_names import names_home
from seurantalo.publishing.status import moved_words
from seurantalo.publishing.zone_words import with_own_time


class BriefRows:
    """Writes dates as lines, for pages whose way to the site's root is ``root``."""

    def __init__(self, ctx: PageContext, root: str) -> None:
        """Get one from :func:`brief_rows`, so that pages share what is known of places."""
        self._ctx, self._events_at = ctx, f"{root}{EVENTS}"
        self._where: dict[tuple[str | None, str, tuple[str, ...]], str] = {}
        self._known: dict[tuple[str, bool], tuple[str, str]] = {}

    def of(self, occurrences: Iterable[Occurrence], *, dated: bool, marked: bool = True) -> Markup:
        """Return a list of dates, in the order given: when, what, where, by whom.

        ``dated=False`` leaves the day out, for lists that stand under a day's heading. ``marked=False``: the page
        says that all events are examples.
        """
        whens = ((self._whole(one) if dated else time_words(self._ctx, one), one) for one in occurrences)
        return self.groups(((safe(when), one) for when, one in whens), marked=marked)

    def groups(self, groups: Iterable[tuple[str, Occurrence]], *, marked: bool = True) -> Markup:
        """Return a list of what is on at times that are HTML already, with a date that stands for all of its own."""
        lines = "".join([self._line(when, one, marked=marked) for when, one in groups])
        return Markup(f'<ul class="st-brief">\n{lines}</ul>')  # noqa: S704 (lines are made of safe pieces)

    def _line(self, when: str, one: Occurrence, *, marked: bool) -> str:
        ctx, event = self._ctx, one.event
        if one.as_its_event:
            known = self._known.get((event.id, marked))
            if known is None:
                told = self._what(event, event.title, event.status, marked=marked, off=one.cancelled)
                known = self._known[event.id, marked] = told, self._told_where(event, event.venue)
            what, note = known
        else:
            what = self._what(event, one.title, one.status, marked=marked, off=one.cancelled)
            moved, where = safe(moved_words(one, ctx.lang)), self._told_where(event, one.venue)
            note = " · ".join([words for words in (moved, where) if words])
        return f"<li><span>{when}</span> {what} <small>{note}</small>\n"

    def _what(self, event: Event, title: Text, status: EventStatus, *, marked: bool, off: bool) -> str:
        """Return the title, which leads to the event, and the badges."""
        ctx = self._ctx
        link = f'<a href="{self._events_at}{event.id}/"{language_mark(ctx, title)}>{safe(ctx.words(title))}</a>'
        badges = badges_html(status_badges(ctx, event, status, example=marked))
        return f"<s>{link}</s>{badges}" if off else f"{link}{badges}"

    def _whole(self, one: Occurrence) -> str:
        ends = None if one.ends_assumed else one.ends_local
        return with_own_time(wording.when(one.starts_local, ends, self._ctx.lang), one, self._ctx.lang)

    def _told_where(self, event: Event, venue: str | None) -> str:
        """Return the venue, the municipality and the organisers, as HTML."""
        key = (venue, event.municipality, event.organisers[:2])
        found = self._where.get(key)
        if found is None:
            names = self._ctx.names
            place, town = names[Kind.VENUE][venue] if venue else "", names[Kind.MUNICIPALITY][event.municipality]
            told = (place, "" if names_home(place, town) else town)
            where = ", ".join([words for words in told if words])
            who = ", ".join([names[Kind.ORGANISATION][name] for name in event.organisers[:2]])
            found = self._where[key] = safe(" · ".join([words for words in (where, who) if words]))
        return found


def brief_rows(ctx: PageContext, root: str) -> BriefRows:
    """Return what writes lines for the pages at one depth; made once for all of them."""
    return ctx.once(BriefRows, root)
