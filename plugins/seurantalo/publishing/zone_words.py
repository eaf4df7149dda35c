"""Events of other zones: every hour by the clocks of the site's readers, and beside it, once, the event's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Final

from seurantalo.language import Language
from seurantalo.language.dates import on
from seurantalo.model.event import Event
from seurantalo.model.parts import AgendaItem
from seurantalo.model.record import Moment
from seurantalo.model.recurrence import Repetition
from seurantalo.planner.occurrence import Occurrence
from seurantalo.planner.zone import Zone
from seurantalo.publishing import wording
from seurantalo.publishing.rule_words import recurrence_words

__all__ = ["event_here", "own_time", "rhythm_words", "with_own_time"]

#: Zones that have a short name of their own in the catalogues; others are called by their town.
_NEAR: Final[Mapping[str, str]] = {
    "Etc/UTC": "UTC",
    "Europe/Berlin": "German time",
    "Europe/Copenhagen": "Danish time",
    "Europe/London": "British time",
    "Europe/Oslo": "Norwegian time",
    "Europe/Stockholm": "Swedish time",
    "Europe/Tallinn": "Estonian time",
    "UTC": "UTC",
}
_zone: Final = cache(Zone)


@cache
def zone_words(zone: str, lang: Language) -> str:
    """Return what people call the time of a zone.

    >>> zone_words("Europe/Stockholm", lang), zone_words("Asia/Tokyo", lang)
    ('Ruotsin aikaa', 'paikallista aikaa (Tokio)')
    """
    if zone in _NEAR:
        return lang.say(_NEAR[zone])
    from babel import UnknownLocaleError  # noqa: PLC0415 (few events keep the time of another zone)
    from babel.dates import get_timezone_location  # noqa: PLC0415 (with tables of all zones)

    try:
        # The towns of the Common Locale Data Repository, in the language.
        town = get_timezone_location(zone, locale=lang.code, return_city=True)
    except (LookupError, UnknownLocaleError, ValueError):
        town = zone.rpartition("/")[2].replace("_", " ")
    return lang.say("local time ({place})", place=town)


def own_time(one: Occurrence, lang: Language) -> str:
    """Return the hours of a date in the event's own zone: ``Ruotsin aikaa 18–20``; ``""`` where clocks agree.

    The day stands there too where it is another.

    >>> own_time(calendar.occurrences[0], lang)
    ''
    """
    if one.abroad is None or one.abroad == (one.starts_local, one.ends_local):
        return ""
    starts, ends = one.abroad
    if ends - starts < timedelta(days=1):
        hours = wording.hours(starts.time(), None if one.ends_assumed else ends.time(), lang)
        if starts.date() != one.first_day:
            hours = on(wording.day_of_year(starts.date(), lang), hours, lang)
    else:
        hours = wording.when(starts, None if one.ends_assumed else ends, lang)
    return lang.say("{hours} {zone}", zone=zone_words(one.event.timezone, lang), hours=hours)


def with_own_time(words: str, one: Occurrence, lang: Language) -> str:
    """Return the words for a date with its time in the event's own zone beside them, where that is another.

    >>> with_own_time("klo 18–20", calendar.occurrences[0], lang)
    'klo 18–20'
    """
    own = own_time(one, lang) if one.abroad is not None else ""
    return lang.say("{ours} ({theirs})", ours=words, theirs=own) if own else words


def event_here(event: Event, zone: str) -> Event:
    """Return an event with its times as the clocks of ``zone`` show them: most events as they are.

    >>> event_here(event, "Europe/Helsinki") is event
    True
    >>> event_here(event, "Europe/Stockholm").starts
    datetime.datetime(2027, 3, 20, 17, 0)
    """
    if event.timezone == zone:
        return event
    theirs, here = _zone(event.timezone), _zone(zone)
    registration = event.registration
    if registration is not None:
        registration = replace(registration, until=_seen(registration.until, theirs, here))
    agenda = event.agenda
    if isinstance(event.starts, datetime):
        agenda = tuple([_item_here(item, event.starts.date(), theirs, here) for item in agenda])
    return replace(
        event,
        starts=_seen(event.starts, theirs, here),
        ends=_seen(event.ends, theirs, here),
        further=tuple([_rule_here(one, theirs, here) for one in event.further]),
        planned_starts=_seen(event.planned_starts, theirs, here),
        registration=registration,
        agenda=agenda,
    )


def _seen(moment: Moment | None, theirs: Zone, here: Zone) -> Moment | None:
    return here.wall(theirs.epoch(moment)) if isinstance(moment, datetime) else moment


def _rule_here(one: Repetition, theirs: Zone, here: Zone) -> Repetition:
    starts = _seen(one.starts, theirs, here) or one.starts
    return replace(one, starts=starts, ends=_seen(one.ends, theirs, here))


def _item_here(item: AgendaItem, day: date, theirs: Zone, here: Zone) -> AgendaItem:
    def seen(clock: time | None) -> time | None:
        return here.wall(theirs.epoch(datetime.combine(day, clock))).time() if clock is not None else None

    return replace(item, starts=seen(item.starts), ends=seen(item.ends))


def rhythm_words(event: Event, dates: Sequence[Occurrence], zone: str, lang: Language, *, alone: bool = False) -> str:
    """Return how an event repeats, as the clocks of ``zone`` show it; ``""`` where it does not.

    ``dates`` are all of its dates. Where they are not at one hour here, or on other days than the rule says, the rule
    speaks of its own zone and names it. ``alone``: no date stands beside it, so the rule tells of another zone.

    >>> rhythm_words(event, (), "Europe/Helsinki", lang)
    ''
    """
    if event.repeats is None:
        return ""
    if all(one.rule.by_hand for one in event.repetitions):
        return recurrence_words(event, lang, dates)
    shifts = {
        (one.starts_local - one.abroad[0], one.starts_local.date() == one.abroad[0].date())
        for one in dates
        if one.abroad is not None and isinstance(one.starts_local, datetime) and one.change is None
    }
    if shifts and not (len(shifts) == 1 and all(same_day for _, same_day in shifts)):
        words = recurrence_words(event, lang, dates)
        return f"{words} ({zone_words(event.timezone, lang)})" if words else ""
    words = recurrence_words(event_here(event, zone), lang, dates)
    return with_own_time(words, dates[0], lang) if alone and dates else words
