"""A page for a screen in a hall: 1920 x 1080, few rows at a time, led on by the browser itself, without a script.

It shows its own day, so that a screen that has stopped is seen for what it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from seurantalo.announcing.entry import Entry
from seurantalo.announcing.pieces import venue_name
from seurantalo.frozen import dataclass
from seurantalo.model.record import Kind
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import channel_address
from seurantalo.publishing.pages.channels.listing import Listing, days_words, listing
from seurantalo.publishing.pages.channels.listing_files import demo_words
from seurantalo.publishing.pages.shared.bare import Refresh, bare_page
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.publication import File
from seurantalo.publishing.record_names import names_home
from seurantalo.publishing.status import status_word

#: Rows of one page: more than that cannot be read from across a hall.
ROWS: Final = 7
#: Pages that follow each other; what is beyond them is counted on the last one.
MOST_PAGES: Final = 12
#: Seconds for which a page stands, by the rows on it: two to find the row, two and a half to read it.
_SECONDS: Final = 6
_SECONDS_A_ROW: Final = 2
#: A page that stands alone is fetched again so often.
_ALONE: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenRow:
    """An event on the screen; ``off`` is why it is not held, ``""`` where it is."""

    weekday: str
    day: str
    time: str
    title: str
    where: str
    off: str


def screen_files(ctx: PageContext) -> Iterator[File]:
    """Yield the pages of every channel's screen, by path."""
    files = (file for name in ctx.community.channels for file in _pages(ctx, ctx.once(listing, name)))
    yield from sorted(files, key=lambda file: file.path)


def _pages(ctx: PageContext, found: Listing) -> Iterator[File]:
    entries = sorted(found.entries, key=lambda one: (one.occurrence.first_day, one.occurrence.starts_at, one.key))
    coming = [one for one in entries if one.occurrence.last_day >= ctx.today]
    pieces = [coming[at : at + ROWS] for at in range(0, len(coming), ROWS)] or [[]]
    shown = pieces[:MOST_PAGES]
    hidden = len(coming) - sum(map(len, shown))
    for number, piece in enumerate(shown, 1):
        yield _page(ctx, found, piece, number, len(shown), hidden if number == len(shown) else 0)


def _page(ctx: PageContext, found: Listing, entries: Sequence[Entry], number: int, of: int, hidden: int) -> File:
    name = ctx.names[Kind.CHANNEL][found.channel.id]
    folder = f"{channel_address(found.channel.id)}naytto/"
    following = number % of + 1
    return bare_page(
        ctx,
        f"{folder}{_file(number)}",
        "channels/screen.html",
        ctx.lang.say("{channel}: what is on {days}", channel=name, days=days_words(found.issue, ctx)),
        refresh=Refresh(_SECONDS + _SECONDS_A_ROW * len(entries), _file(following)) if of > 1 else Refresh(_ALONE),
        rows=[_row(ctx, one) for one in entries],
        days=days_words(found.issue, ctx),
        site=ctx.site.name,
        written=wording.day(ctx.today, ctx.lang),
        iso=ctx.today.isoformat(),
        demo=demo_words(ctx) if found.demo else "",
        place=f"{number}/{of}" if of > 1 else "",
        more=ctx.lang.count("and {n} more", "and {n} more", hidden) if hidden else "",
    )


def _file(number: int) -> str:
    return "index.html" if number == 1 else f"{number}.html"


def _row(ctx: PageContext, entry: Entry) -> ScreenRow:
    one = entry.occurrence
    # What began before today is on today.
    first = max(one.first_day, ctx.today)
    venue = venue_name(one.event, ctx.community.venues[one.venue] if one.venue else None, ctx.lang)
    municipality = _municipality(ctx, entry)
    return ScreenRow(
        weekday=wording.weekday(first, ctx.lang),
        day=f"{first.day}.{first.month}.",
        time=wording.hours_or_days(one.starts_local, None if one.ends_assumed else one.ends_local, ctx.lang),
        title=ctx.words(one.title),
        where=venue if names_home(venue, municipality) else ", ".join(part for part in (venue, municipality) if part),
        off=status_word(one.status, ctx.lang) if one.cancelled else "",
    )


def _municipality(ctx: PageContext, entry: Entry) -> str:
    one = entry.occurrence
    home = ctx.community.venues[one.venue].municipality if one.venue else one.event.municipality
    return ctx.names[Kind.MUNICIPALITY][home]
