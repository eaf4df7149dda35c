"""Which of the events that came are probably ones that are gone, under another name.

Title, date, hall and organiser judge. Next year's event, made from this year's file, is another event; so is the
next one of the kind after one that is over.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Final

from rapidfuzz.fuzz import ratio

from seurantalo.model.event import Event
from seurantalo.model.record import day_of
from seurantalo.planner.titles import Likeness, likeness

#: Days between the dates of one event that was moved a little; of one moved across the turn of the year at most.
_NEAR: Final = 31
_ACROSS: Final = 60
#: Days after which an event that is over has a successor, not another name.
_OVER: Final = 14
#: A description from this length on tells events apart, and is the same one from this share of equal letters on.
_TELLING: Final = 60
_SAME_TEXT: Final = 80


def renamed(
    gone: Iterable[Event], come: Collection[Event], there: Iterable[Event] = (), *, today: date
) -> Iterator[tuple[Event, Event]]:
    """Yield each event that is gone with the one that is probably it, the likest pairs first.

    ``there`` are events that were there before: of them only one on the same day is taken, a copy whose original was
    deleted later. No event is taken twice.

    >>> from dataclasses import replace
    >>> market, next_year = replace(event, id="suurkonsertti"), event.starts.replace(year=2028)
    >>> [(old.id, new.id) for old, new in renamed([event], [market], today=today)]
    [('konsertti', 'suurkonsertti')]
    >>> list(renamed([event], [replace(market, starts=next_year, ends=None)], today=today))
    []
    """
    copies = [event for event in there if event not in come]
    pairs = []
    for old in gone:
        for new, copied in [*((one, False) for one in come), *((one, True) for one in copies)]:
            score = _likeness(old, new, today)
            if score and not (copied and (_apart(old, new) != 0 or not _titles(old, new))):
                pairs.append((not copied, score, old, new))
    taken: set[str] = set()
    for _, _, old, new in sorted(pairs, key=lambda pair: (not pair[0], -pair[1], pair[2].id, pair[3].id)):
        if taken.isdisjoint((f"-{old.id}", f"+{new.id}")):
            taken |= {f"-{old.id}", f"+{new.id}"}
            yield old, new


def _likeness(old: Event, new: Event, today: date) -> int:
    """Return how much speaks for one event; 0: too little."""
    who = not set(old.organisers).isdisjoint(new.organisers)
    where = old.venue is not None and old.venue == new.venue
    if old.uid and old.uid == new.uid:
        return 100
    if not (who or where or old.municipality == new.municipality) or _is_next(old, new, today):
        return 0
    apart = _apart(old, new)
    titles = _titles(old, new)
    said = titles is Likeness.OWN or _texts(old, new) or (titles is Likeness.EVERYDAY and who)
    same_day = apart == 0
    near = apart is not None and apart <= _NEAR
    if not (said and (near or who or where)) and not (same_day and who and where):
        return 0
    return 8 * said + 4 * same_day + 2 * near + 2 * (old.starts == new.starts) + who + where


def _is_next(old: Event, new: Event, today: date) -> bool:
    """Tell whether the one is the next of the kind: another year's, or what follows one that is over."""
    apart = _apart(old, new)
    if apart is None:
        years = [_year(one) for one in (old, new)]
        return None not in years and years[0] != years[1]
    if old.starts is None or new.starts is None:
        return False
    another_year = old.starts.year != new.starts.year
    last = day_of(old.ends or old.starts)
    over = old.repeats is None and last < today <= day_of(new.starts)
    return (another_year and apart > _ACROSS) or (over and apart > _OVER)


def _year(event: Event) -> int | None:
    if event.starts is not None:
        return event.starts.year
    return event.pending_month[0] if event.pending_month else None


def _apart(old: Event, new: Event) -> int | None:
    """Return the days between two events; None where one has no date."""
    if old.starts is None or new.starts is None:
        return None
    return abs((day_of(old.starts) - day_of(new.starts)).days)


def _titles(old: Event, new: Event) -> Likeness:
    pairs = ((one, other) for _, one in old.title.versions for _, other in new.title.versions)
    return max((likeness(one, other) for one, other in pairs), default=Likeness.NONE)


def _texts(old: Event, new: Event) -> bool:
    if old.description is None or new.description is None:
        return False
    pairs = [(a, b) for _, a in old.description.versions for _, b in new.description.versions]
    return any(min(len(a), len(b)) >= _TELLING and ratio(a, b) >= _SAME_TEXT for a, b in pairs)
