"""Which events have a poster and a picture on the site: those that a board or social media is to show soon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.channel import ChannelType
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.addresses import print_file
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.prints.poster import Size, poster_of, sheet
from seurantalo.publishing.prints.typesetting import Format
from seurantalo.publishing.publication import File, sorted_by_address
from seurantalo.publishing.traces.questions import around

#: How far ahead, as the outbox looks, and of how many events, the next first: 60 of them cost a build three seconds.
AHEAD: Final = timedelta(weeks=8)
MOST: Final = 60

_ON_BOARDS: Final = (Size.A4, Size.A5)
#: What a channel of a type shows.
_SHOWN: Final[Mapping[ChannelType, tuple[Size, ...]]] = {
    ChannelType.BOARD: _ON_BOARDS,
    ChannelType.CHAT: (Size.PICTURE,),
    ChannelType.SOCIAL: (Size.PICTURE,),
}
_FORMS: Final = {Size.A4: Format.PDF, Size.A5: Format.PDF, Size.PICTURE: Format.PNG}


@dataclass(frozen=True, slots=True)
class Prints:
    """The next date of an event that a board or social media tells of, and what there is of it."""

    date: Occurrence
    sizes: tuple[Size, ...]


def prints_of(ctx: PageContext) -> Mapping[str, Prints]:
    """Return what is printed, by event; nothing is worked out where no channel of these types is.

    >>> from seurantalo.publishing.pages.shared.context import in_language
    >>> dict(prints_of(in_language(parts, "fi")))
    {}
    """
    dates: dict[str, Occurrence] = {}
    sizes: dict[str, set[Size]] = {}
    for channel in ctx.announcing.channels:
        shown = _SHOWN.get(channel.channel_type)
        if shown is None:
            continue
        for entry in ctx.announcing.between(channel.id, ctx.today, ctx.today + AHEAD):
            if not entry.state.is_left_out:
                one = entry.occurrence
                name = one.event.id
                sizes.setdefault(name, set()).update(shown)
                if name not in dates or one.starts_at < dates[name].starts_at:
                    dates[name] = one
    nearest = sorted(dates, key=lambda name: (dates[name].starts_at, name))[:MOST]
    return {name: Prints(dates[name], tuple(size for size in Size if size in sizes[name])) for name in nearest}


#: What is printed of an event.
PRINTED: Final = around("printed", prints_of)


def print_files(ctx: PageContext) -> Iterator[File]:
    """Yield the posters (PDF) and pictures (PNG) by path: ``tapahtumat/kevatkonsertti/juliste-a4.pdf``."""
    found = ctx.once(prints_of)
    for name in sorted_by_address(found):
        for size in found[name].sizes:
            poster = poster_of(ctx, found[name].date, size)
            yield File(print_file(name, size.value), sheet(poster, _FORMS[size], ctx.kept))


def print_links(ctx: PageContext, event: str, root: str, channel: ChannelType | None = None) -> tuple[Link, ...]:
    """Return links to what is printed of an event, from a page whose way to the site's root is ``root``.

    With ``channel`` those alone that a channel of this type shows.
    """
    found = PRINTED.ask(ctx, event)
    if found is None:
        return ()
    words = {
        Size.A4: ctx.say("Print a poster (A4)"),
        Size.A5: ctx.say("Print a small poster (A5)"),
        Size.PICTURE: ctx.say("Picture for social media"),
    }
    shown = found.sizes if channel is None else [size for size in found.sizes if size in _SHOWN.get(channel, ())]
    return tuple(Link(words[size], f"{root}{print_file(event, size.value)}") for size in shown)
