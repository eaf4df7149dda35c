"""The places that may be booked, and the next evenings at which each is free."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from markupsafe import Markup, escape

from seurantalo.language.collation import sort_key
from seurantalo.model.place import Venue
from seurantalo.model.record import Kind
from seurantalo.planner.free import Hours, ReasonWords
from seurantalo.planner.free.floor import Floor, Need, State
from seurantalo.planner.free.hours import Instants
from seurantalo.publishing.addresses import FOLDERS
from seurantalo.publishing.pages.shared.context import PageContext

#: Weeks within which a free evening of each day of the week is looked for.
WEEKS = 26


def bookable_venues(ctx: PageContext) -> Mapping[str, Sequence[Venue]]:
    """Return the venues that others may book, by municipality, in the order of their names."""
    found: dict[str, list[Venue]] = {}
    names = ctx.names[Kind.VENUE]
    for venue in ctx.community.venues.values():
        if not venue.private:
            found.setdefault(venue.municipality, []).append(venue)
    return {place: sorted(venues, key=lambda one: sort_key(names[one.id])) for place, venues in found.items()}


def reason_words(ctx: PageContext) -> ReasonWords:
    """Return the words for reasons, which pages and files share."""
    return ReasonWords(ctx.community, ctx.lang)


class FreeEvenings:
    """Finds the next free evening of each day of the week, venue by venue, for a table."""

    def __init__(self, ctx: PageContext, root: str, first: date, hours: Hours) -> None:
        """``first`` is the first day that is proposed."""
        self._ctx = ctx
        self._root = root
        self._first = first.toordinal()
        self._instants: Instants = ctx.free_dates.instants(hours)
        self._length = min(ctx.settings.free_hours * 60, hours.minutes) * 60

    def rows(self, venues: Sequence[Venue], short: Callable[[int], str], none: str) -> Markup:
        """Return a group of rows for each venue; ``short`` says days, ``none`` that there is no such evening."""
        return Markup("".join(self._row(venue, short, none) for venue in venues))  # noqa: S704 (escaped part by part)

    def _row(self, venue: Venue, short: Callable[[int], str], none: str) -> str:
        floor = self._ctx.free_dates.floor(venue.id)
        cells = []
        for weekday in range(7):
            # Ordinal 1 is a Monday.
            day = self._first + (weekday + 1 - self._first) % 7
            found = self._next(floor, day)
            cells.append(f"<td>{short(found) if found else escape(none)}</td>")
        name = escape(self._ctx.names[Kind.VENUE][venue.id])
        href = f"{self._root}{FOLDERS[Kind.VENUE]}{venue.id}/"
        head = f'<tr><th scope="rowgroup" colspan="7"><a href="{href}">{name}</a></th></tr>'
        days = "".join(cells).replace("#paiva=", f"#paikka={venue.id}&amp;paiva=")
        return f"<tbody>{head}<tr>{days}</tr></tbody>\n"

    def _next(self, floor: Floor, day: int) -> int:
        """Return the first day from a day on, week by week, on which the floor is free; 0 where there is none."""
        for number in range(day, day + 7 * WEEKS, 7):
            need = Need(
                range(number, number + 1), [self._instants.on(number)], self._length, whole_day=False, room=None
            )
            if floor.ask(need).state is State.FREE:
                return number
        return 0
