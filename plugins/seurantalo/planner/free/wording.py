"""Free days in words: how good a day is, and why. The source texts are English."""

from __future__ import annotations

from datetime import datetime, time
from typing import Final

from seurantalo.language.catalogue import Language
from seurantalo.language.dates import clock
from seurantalo.model.community import Community
from seurantalo.planner.free.reasons import For, Grade, Reason, ReasonKind
from seurantalo.planner.holidays import HolidayCalendar
from seurantalo.planner.occurrence import Occurrence

_MIDNIGHT: Final = time(0)


class ReasonWords:
    """Says reasons in one language; keeps what many of them share.

    >>> words = ReasonWords(community, lang)
    >>> words.say(Reason(ReasonKind.EVENT, calendar.of_event("tanssit")[0], "vimpeli"), For.SAME)
    'samalle väelle: ”Tanssit” klo 19–23'
    >>> words.say(Reason(ReasonKind.HOLIDAY, day=date(2027, 12, 6)))
    'Itsenäisyyspäivä'
    """

    def __init__(self, community: Community, lang: Language) -> None:
        """Take the community for the names of its places."""
        self._community = community
        self._lang = lang
        self._holidays = HolidayCalendar(lang.code)

    def say(self, reason: Reason, whom: For = For.UNKNOWN) -> str:
        """Return a reason as a phrase that may stand in a list: plain text, to be escaped."""
        lang = self._lang
        match reason.kind:
            case ReasonKind.HOLIDAY | ReasonKind.EVE:
                return (reason.day and self._holidays.name(reason.day)) or ""
            case ReasonKind.BREAK:
                name = reason.period.name.in_language(lang.code) if reason.period and reason.period.name else ""
                return name or lang.say("school break")
            case ReasonKind.LOAD if reason.weekend:
                return lang.count(
                    "already {n} event on the weekend", "already {n} events on the weekend", reason.count
                )
            case ReasonKind.LOAD:
                return lang.count("already {n} event on the day", "already {n} events on the day", reason.count)
        return self._about_event(reason, whom)

    def _about_event(self, reason: Reason, whom: For) -> str:
        lang, one = self._lang, reason.occurrence
        if one is None:
            return ""
        blanks = {
            "event": self.title(one),
            "municipality": self._community.municipalities[reason.municipality].name.in_language(lang.code),
        }
        match reason.kind:
            case ReasonKind.VENUE:
                return lang.say("the place is taken: {event}", **blanks)
            case ReasonKind.MAJOR:
                return lang.say("major event: {event} ({municipality})", **blanks)
            case ReasonKind.NEIGHBOUR if whom is For.SAME:
                return lang.say("for the same people next door: {event} ({municipality})", **blanks)
            case ReasonKind.NEIGHBOUR:
                return lang.say("next door: {event} ({municipality})", **blanks)
        if whom is For.SAME:
            return lang.say("for the same people: {event}", **blanks)
        return lang.say("also on: {event}", **blanks)

    def title(self, one: Occurrence) -> str:
        """Return an event with its time: ``”Kevätkonsertti” klo 18–20``."""
        title = self._lang.say("“{title}”", title=one.title.in_language(self._lang.code))
        hours = hours_in_words(one, self._lang)
        return f"{title} {hours}" if hours else title


def grade_in_words(grade: Grade, lang: Language) -> str:
    """Return a grade as a word.

    >>> [grade_in_words(grade, lang) for grade in Grade]
    ['vapaa', 'rauhallinen', 'mahdollinen', 'vältä']
    """
    match grade:
        case Grade.FREE:
            return lang.say("free day")
        case Grade.QUIET:
            return lang.say("quiet day")
        case Grade.POSSIBLE:
            return lang.say("possible day")
        case Grade.AVOID:
            return lang.say("day to avoid")


def hours_in_words(one: Occurrence, lang: Language) -> str:
    """Return the hours of a date: ``klo 18–20``; ``""`` for whole days and for what goes on to another day."""
    starts, ends = one.starts_local, one.ends_local
    if not isinstance(starts, datetime) or one.first_day != one.last_day:
        return ""
    words = _clock(starts.time(), lang)
    if not one.ends_assumed and isinstance(ends, datetime):
        words = f"{words}–{_clock(ends.time(), lang)}"
    return lang.say("{time}", time=words)


def _clock(at: time, lang: Language) -> str:
    if at == _MIDNIGHT and not lang.tongue.padded_hours:
        return lang.say("{hour}:00", hour=24)
    return clock(at, lang)
