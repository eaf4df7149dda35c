"""What the status of an event is called: one word for each, in titles, lists, counts, feeds and tables alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from seurantalo.language import Language
from seurantalo.model.event import Event, EventStatus, Weight
from seurantalo.model.record import day_of
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import wording

__all__ = [
    "STATUS_WORDS",
    "changes_words",
    "count_folded",
    "count_words",
    "loud_title",
    "moved_words",
    "status_title",
    "status_word",
]

#: Changed dates of a series that are told one by one.
MOST_CHANGED: Final = 5

#: The words, messages of the catalogues: those that people write into files (``fields.choices``). What has none is
#: as people expect it: confirmed, or held.
STATUS_WORDS: Final[Mapping[EventStatus, str]] = {
    EventStatus.TENTATIVE: "tentative",
    EventStatus.POSTPONED: "postponed",
    EventStatus.MOVED: "moved",
    EventStatus.CANCELLED: "cancelled",
}
#: What a title tells: whoever reads no more of an entry must know.
_TITLED: Final = (EventStatus.CANCELLED, EventStatus.POSTPONED, EventStatus.MOVED)


def status_word(status: EventStatus, lang: Language) -> str:
    """Return the word for a status; ``""`` where all is as people expect it.

    >>> status_word(EventStatus.CANCELLED, lang), status_word(EventStatus.CONFIRMED, lang)
    ('peruttu', '')
    """
    word = STATUS_WORDS.get(status)
    return lang.say(word) if word else ""


def status_title(title: str, status: EventStatus, lang: Language) -> str:
    """Return a title with its status: of a page, a search hit.

    >>> status_title("Talvikonsertti", EventStatus.CANCELLED, lang)
    'Peruttu: Talvikonsertti'
    """
    if status not in _TITLED:
        return title
    word = status_word(status, lang)
    return lang.say("{term}: {text}", term=f"{word[:1].upper()}{word[1:]}", text=title)


def loud_title(title: str, status: EventStatus, lang: Language) -> str:
    """Return the same for feeds, among whose entries nothing else stands out.

    >>> loud_title("Talvikonsertti", EventStatus.CANCELLED, lang)
    'PERUTTU: Talvikonsertti'
    """
    if status not in _TITLED:
        return title
    return lang.say("{term}: {text}", term=status_word(status, lang).upper(), text=title)


def count_words(dates: Iterable[Occurrence], lang: Language) -> str:
    """Return how many dates are held, and beside it how many are not. Days that dates have left are no dates.

    >>> count_words(calendar.occurrences, lang)
    '2 tapahtumaa'
    """
    counted = [one for one in dates if one.moved_to is None]
    held = sum(not one.cancelled for one in counted)
    return ", ".join([lang.count("{n} event", "{n} events", held), *_not_held(counted, lang)])


def count_folded(dates: Iterable[Occurrence], lang: Language) -> str:
    """Return how many dates are held, each weekly group once, as the lists that fold groups to a line count them.

    >>> count_folded(calendar.occurrences, lang)
    '2 tapahtumaa'
    """
    counted = [one for one in dates if one.moved_to is None]
    held = [one.event for one in counted if not one.cancelled]
    groups = {event.id for event in held if event.weight is Weight.ROUTINE}
    events = sum(event.weight is not Weight.ROUTINE for event in held)
    words = lang.count("{n} event", "{n} events", events)
    if groups:
        told = lang.count("{n} weekly group", "{n} weekly groups", len(groups))
        words = lang.say("{events} and {groups}", events=words, groups=told) if events else told
    return ", ".join([words, *_not_held(counted, lang)])


def _not_held(dates: Iterable[Occurrence], lang: Language) -> list[str]:
    statuses = [one.status for one in dates if one.cancelled]
    words = []
    if n := statuses.count(EventStatus.CANCELLED):
        words.append(lang.count("{n} cancelled", "{n} cancelled", n))
    if n := statuses.count(EventStatus.POSTPONED):
        words.append(lang.count("{n} postponed", "{n} postponed", n))
    return words


def moved_words(one: Occurrence, lang: Language) -> str:
    """Return where a date has moved to, or from where; ``""`` for one that is where it was to be.

    >>> moved_words(calendar.occurrences[0], lang)
    ''
    """
    if (to := one.moved_to) is not None:
        if to.cancelled:
            return ""
        ends = None if to.ends_assumed else to.ends_local
        return lang.say("new date: {when}", when=wording.when(to.starts_local, ends, lang))
    if one.planned is not None:
        return lang.say("was to be {when}", when=wording.when(one.planned, None, lang))
    return ""


def changes_words(event: Event, dates: Sequence[Occurrence], today: date, lang: Language) -> str:
    """Return which of the coming dates of a series are not as its rule says; ``""`` for none.

    >>> changes_words(event, calendar.of_event("konsertti"), date(2027, 1, 4), lang)
    ''
    """
    changed = [one for one in dates if one.change is not None and one.last_day >= today]
    words = [_change_words(one, lang) for one in changed if one.planned is not None or one.status is not event.status]
    more = len(words) - MOST_CHANGED
    if more > 0:
        words[MOST_CHANGED:] = [lang.count("and {n} more", "and {n} more", more)]
    return lang.say("Changed dates: {dates}", dates="; ".join(words)) if words else ""


def _change_words(one: Occurrence, lang: Language) -> str:
    if one.cancelled or one.planned is None:
        return f"{wording.day_of_year(one.first_day, lang)} {status_word(one.status, lang)}".rstrip()
    day = wording.day_of_year(day_of(one.planned), lang)
    ends = None if one.ends_assumed else one.ends_local
    new = lang.say("new date: {when}", when=wording.when(one.starts_local, ends, lang))
    return f"{day} {status_word(EventStatus.MOVED, lang)}, {new}"
