"""Ways that several pages point out: to add something, to what has no date yet, to the year."""

from __future__ import annotations

from typing import Final

from seurantalo.proposing import FORM, Act
from seurantalo.publishing.addresses import PENDING, PROPOSE, year_address
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.traces.answered import Change
from seurantalo.publishing.traces.questions import Question

ADD_EVENT: Final = "ohjeet/lisaa-tapahtuma/"


def add_event_links(ctx: PageContext, root: str) -> tuple[Link, ...]:
    """Return the link to the form in which an event is added."""
    return (Link(ctx.lang.say("Add an event"), form_address(root, Act.EVENT)),)


def form_address(root: str, act: Act, about: str = "", **filled: str) -> str:
    """Return the address of an act's form; ``about`` is the id of its record, ``filled`` what is filled in.

    >>> form_address("../", Act.CANCEL, "kesajuhla"), form_address("", Act.EVENT, paiva="2027-06-12", kunta="vimpeli")
    ('../ehdota/tapahtuma/#peru=kesajuhla', 'ehdota/tapahtuma/#paiva=2027-06-12&kunta=vimpeli')
    """
    form = FORM[act]
    told = {**({form.fragment: about} if form.fragment and about else {}), **filled}
    fragment = "&".join(f"{name}={value}" for name, value in told.items())
    return f"{root}{PROPOSE}{form.page}{f'#{fragment}' if fragment else ''}"


#: How many events wait for their date.
HOW_MANY_WAIT: Final = Question("how many wait", lambda ctx: len(ctx.calendar.pending), since=Change.OUTLINE)


def pending_link(ctx: PageContext, root: str) -> Link | None:
    """Return the link to the events that wait for their date; None where none does."""
    n = HOW_MANY_WAIT.ask(ctx)
    words = ctx.lang.count("{n} event waits for its date", "{n} events wait for their date", n)
    return Link(words, f"{root}{PENDING}") if n else None


def year_link(ctx: PageContext, root: str, place: str = "") -> Link:
    """Return the link to this year's page: of the region a wheel, of a municipality with few dates a list."""
    year, say = ctx.today.year, ctx.lang.say
    words = say("The year {year}", year=year) if place else say("Year wheel {year}", year=year)
    return Link(words, f"{root}{year_address(year, place)}")


def guide_links(ctx: PageContext, root: str) -> tuple[Link, ...]:
    """Return the link to the guide for those who add their first event; none where the site has no such page."""
    return (Link(ctx.lang.say("How to add an event"), f"{root}{ADD_EVENT}"),) if ADD_EVENT in ctx.site.pages else ()
