"""What a reader can do about an event that is ahead: sign up, keep it in a calendar, share it, find the way."""

from __future__ import annotations

from collections.abc import Sequence

from seurantalo.model.event import Event, EventStatus
from seurantalo.model.record import Kind
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import event_feed
from seurantalo.publishing.pages.event.facts import is_open_to_sign_up
from seurantalo.publishing.pages.event.surroundings import Surroundings
from seurantalo.publishing.pages.event.to_calendar import google_entry, outlook_entry
from seurantalo.publishing.pages.shared.contact import web_address
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.rows import escaped, safe
from seurantalo.publishing.status import status_word


def event_acts(
    ctx: PageContext, around: Surroundings, event: Event, dates: Sequence[Occurrence], shown: Occurrence
) -> str:
    """Return the row of buttons; ``dates`` are all of the event's, ``shown`` is ahead."""
    may = event.registration is not None and is_open_to_sign_up(ctx, event, shown)
    sign_up = web_address(event.registration.url) if event.registration is not None and may else ""
    main = " st-button--primary"
    first = ""
    if sign_up:
        first = f'<a class="st-button{main}" href="{escaped(sign_up)}">{safe(ctx.say("Sign up"))}</a>\n'
        main = ""
    words = safe(ctx.say("Add to your calendar"))
    several = len(dates) > 1 and dates[-1].last_day > shown.last_day
    share = (
        f'<button class="st-button" type="button" data-share="{safe(ctx.say("Address copied"))}">'
        f"{safe(ctx.say('Share'))}</button>\n"
    )
    way = around.directions.get(shown.venue, "") if shown.venue is not None else ""
    return (
        f'<div class="st-buttons">\n{first}'
        f'<details class="st-menu"><summary class="st-button{main}">{words}</summary>\n'
        f"<ul>\n{_calendars(ctx, around, event, shown, several=several)}</ul></details>\n{share}{way}</div>\n"
    )


def _calendars(ctx: PageContext, around: Surroundings, event: Event, shown: Occurrence, *, several: bool) -> str:
    """Return the calendars to choose from. Those on the web take one date: of ``several`` they say which."""
    title, place = ctx.words(shown.title), _place(ctx, event, shown)
    if shown.status is EventStatus.TENTATIVE:
        title = f"{title} ({status_word(shown.status, ctx.lang)})"
    page = f"{around.addresses}{event.id}/" if around.addresses else ""
    whole, one = "", ""
    if several:
        day = wording.day(shown.first_day, ctx.lang)
        whole, one = ctx.say("all dates"), ctx.lang.say("only {day}", day=day)
    google = google_entry(shown, ctx.settings.timezone, title=title, place=place, page=page)
    return "".join(
        [
            # It lies in the page's own folder.
            _entry(event_feed(event.id).rpartition("/")[2], ctx.say("Calendar of this phone or computer"), whole),
            _entry(google, ctx.say("Google Calendar"), one),
            _entry(outlook_entry(shown, title=title, place=place, page=page), ctx.say("Outlook on the web"), one),
        ]
    )


def _entry(href: str, words: str, note: str) -> str:
    more = f' <span class="st-note">{safe(note)}</span>' if note else ""
    # Names of files and quoted values: of all signs that HTML knows, only this one is in them.
    return f'<li><a href="{href.replace("&", "&amp;")}">{safe(words)}{more}</a></li>\n'


def _place(ctx: PageContext, event: Event, shown: Occurrence) -> str:
    """Return where a date is, as a map finds it."""
    if shown.venue is None:
        return ctx.names[Kind.MUNICIPALITY][event.municipality]
    address = ctx.community.venues[shown.venue].address
    name = ctx.names[Kind.VENUE][shown.venue]
    return f"{name}, {address}" if address else name
