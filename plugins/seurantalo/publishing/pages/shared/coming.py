"""What is ahead on the page of a record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.model.event import Weight
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.pages.shared.calendar_link import FeedView
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.event_list import all_examples, event_rows

#: Events listed on a record's page; the rest are in its calendar.
MOST_COMING: Final = 30


#: Weekly groups listed on a record's page.
MOST_WEEKLY: Final = 60


@dataclass(frozen=True, slots=True)
class ComingView:
    """What is ahead: single dates in order, how many more there are, and weekly groups once each."""

    events: Sequence[Occurrence]
    events_html: Markup
    more: int
    weekly: Sequence[Occurrence]
    weekly_html: Markup
    more_weekly: int
    feed: FeedView
    examples: bool
    """All of them are invented: that is said once."""
    add: str = ""
    """The address of the form in which an event is added to these."""


def coming_view(
    ctx: PageContext,
    dates: Iterable[Occurrence],
    root: str,
    feed: FeedView,
    *,
    most: int = MOST_COMING,
    in_place: bool = False,
    add: str = "",
) -> ComingView:
    """Return what is ahead. ``in_place`` leaves the municipality out of the cards: the page says it.

    A weekly group stands once with its rhythm in words: its dates would bury everything else.
    """
    single: list[Occurrence] = []
    weekly: dict[str, Occurrence] = {}
    for found in dates:
        event = found.event
        if event.id in weekly:
            continue
        if event.repeats is None or event.weight is not Weight.ROUTINE:
            single.append(found)
        elif not found.cancelled:
            weekly[event.id] = found
    rows = event_rows(ctx, root)
    examples = all_examples([*single, *weekly.values()])
    events, groups = single[:most], list(weekly.values())[:MOST_WEEKLY]
    return ComingView(
        events=events,
        events_html=rows.of(events, in_place=in_place, marked=not examples),
        more=sum(not one.cancelled for one in single[most:]),
        weekly=groups,
        weekly_html=rows.weekly(groups, in_place=in_place, marked=not examples),
        more_weekly=len(weekly) - len(groups),
        feed=feed,
        examples=examples,
        add=add,
    )
