"""Free days in words: how good a day is, and why. The source texts are English."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from types import MappingProxyType
from typing import Final

from seurantalo.language.catalogue import Language
from seurantalo.language.dates import at, clock
from seurantalo.model.community import Community
from seurantalo.planner.free.hours import Hours
from seurantalo.planner.free.ranking import RatedDay
from seurantalo.planner.free.reasons import OF_VENUE, For, Grade, Reason, ReasonKind, When
from seurantalo.planner.holidays import HolidayCalendar
from seurantalo.planner.occurrence import Occurrence

_MIDNIGHT: Final = time(0)
#: msgids of what is about an event, whoever it is for and whenever it is.
_ABOUT: Final[Mapping[ReasonKind, str]] = MappingProxyType(
    {
        ReasonKind.VENUE: "the place is taken: {event}",
        ReasonKind.HOLD: "reserved tentatively: {event}",
        ReasonKind.MARGIN: "little time to set up: {event}",
        ReasonKind.EXHIBITION: "an exhibition is there: {event}",
        ReasonKind.MAJOR: "major event: {event} ({municipality})",
        ReasonKind.NEIGHBOUR: "next door: {event} ({municipality})",
        ReasonKind.ROUTINE: "weekly group: {event}",
    }
)
#: The same where it is for the same people.
_OF_SAME: Final[Mapping[ReasonKind, str]] = MappingProxyType(
    {
        ReasonKind.NEIGHBOUR: "for the same people next door: {event} ({municipality})",
        ReasonKind.ROUTINE: "weekly group of the same people: {event}",
    }
)
#: Another event of the day, by when it is.
_EVENTS: Final[Mapping[When, str]] = MappingProxyType(
    {
        When.SAME: "at the same time: {event}",
        When.EVENING: "the same evening: {event}",
        When.APART: "also on: {event}",
    }
)
_FOR_SAME: Final = "for the same people: {event}"
_APART_FOR_SAME: Final = "for the same people at another time: {event}"
_ROOM: Final = "{room} is taken: {event}"
_GROUPS: Final = "{n} weekly groups, such as {event}"
_GROUPS_OF_SAME: Final = "{n} weekly groups, for the same people too: {event}"


class ReasonWords:
    """Says reasons in one language; keeps what many of them share.

    >>> words = ReasonWords(community, lang)
    >>> dance = Reason(ReasonKind.EVENT, calendar.of_event("tanssit")[0], "vimpeli")
    >>> words.say(dance, For.SAME), words.say(dance, when=When.APART)
    ('samalle väelle: ”Tanssit” klo 19–23', 'samana päivänä: ”Tanssit” klo 19–23')
    >>> words.say(Reason(ReasonKind.HOLIDAY, day=date(2027, 12, 6)))
    'Itsenäisyyspäivä'
    """

    def __init__(self, community: Community, lang: Language) -> None:
        """Take the community for the names of its places."""
        self._community = community
        self._lang = lang
        self._holidays = HolidayCalendar(lang.code)
        self._titles: dict[int, tuple[Occurrence, str]] = {}

    def say(self, reason: Reason, whom: For = For.UNKNOWN, when: When = When.SAME) -> str:
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
        return self._about_event(reason, whom, when)

    def _about_event(self, reason: Reason, whom: For, when: When) -> str:
        lang, one = self._lang, reason.occurrence
        if one is None:
            return ""
        blanks = {
            "event": self.title(one),
            "municipality": self._community.municipalities[reason.municipality].name.in_language(lang.code),
        }
        if reason.kind is ReasonKind.ROUTINE and reason.count > 1:
            sentence = _GROUPS_OF_SAME if whom is For.SAME else _GROUPS
            return lang.say(sentence, n=reason.count, **blanks)
        if reason.kind is ReasonKind.ROOM:
            return lang.say(_ROOM, room=self._room(one), **blanks)
        return lang.say(_sentence(reason.kind, whom, when), **blanks)

    def _room(self, one: Occurrence) -> str:
        """Return the room that a date takes; the place where it names none."""
        venue = self._community.venues[one.venue or ""]
        names = {room.id: room.name for room in venue.rooms}
        return names.get(one.room or "", venue.name).in_language(self._lang.code)

    def against(self, rated: RatedDay) -> str:
        """Return how good a day is and what speaks against it, in one line; what weighs nothing is left out.

        >>> saturday = Wish(municipality="vimpeli", first=date(2027, 3, 20), last=date(2027, 3, 20))
        >>> rated = FreeDates(community, calendar, settings).rank(saturday)[0]
        >>> ReasonWords(community, lang).against(rated)
        'mahdollinen: samaan aikaan: ”Konsertti” klo 18–20; samaan aikaan: ”Tanssit” klo 19–23'
        """
        grade = grade_in_words(rated.grade, self._lang)
        # The grade says already what these say of an event.
        said = {Grade.TAKEN: ReasonKind.VENUE, Grade.HELD: ReasonKind.HOLD}.get(rated.grade)
        why = "; ".join(
            self.title(each.reason.occurrence)
            if each.reason.kind is said and each.reason.occurrence is not None
            else self.say(*each[:3])
            for each in rated.reasons
            if each.points
        )
        return f"{grade}: {why}" if why else grade

    def title(self, one: Occurrence) -> str:
        """Return an event with its time: ``”Kevätkonsertti” klo 18–20``."""
        known = self._titles.get(id(one))
        if known is None:
            # The date is kept with its words, so that its place in memory is not given to another one.
            known = self._titles[id(one)] = (one, self._title(one))
        return known[1]

    def _title(self, one: Occurrence) -> str:
        title = self._lang.say("“{title}”", title=one.title.in_language(self._lang.code))
        hours = hours_in_words(one, self._lang)
        return f"{title} {hours}" if hours else title


def _sentence(kind: ReasonKind, whom: For, when: When) -> str:
    if kind is ReasonKind.EVENT and whom is not For.SAME:
        return _EVENTS[when]
    if kind is ReasonKind.EVENT:
        return _APART_FOR_SAME if when is When.APART else _FOR_SAME
    return _OF_SAME.get(kind, _ABOUT[kind]) if whom is For.SAME else _ABOUT[kind]


def sentences(lang: Language) -> Mapping[str, str]:
    """Return what reasons about events are said with, blanks and all, by kind, audience and hours: for browsers.

    >>> from seurantalo.planner.free.wording import sentences
    >>> sentences(lang)["event unknown evening"], sentences(lang)["room"], sentences(lang)["groups same"]
    ('samana iltana: {event}', '{room} on varattu: {event}', '{n} viikkoryhmää, myös samalle väelle: {event}')
    """
    blanks = {name: f"{{{name}}}" for name in ("event", "municipality", "room", "n")}
    found = {
        f"{kind} {whom} {when}": _sentence(kind, whom, when)
        for kind in (ReasonKind.EVENT, ReasonKind.NEIGHBOUR, ReasonKind.MAJOR, ReasonKind.ROUTINE)
        for whom in For
        for when in When
    }
    found |= {kind.value: _ABOUT[kind] for kind in _ABOUT if kind in OF_VENUE}
    found |= {ReasonKind.ROOM.value: _ROOM, "groups": _GROUPS, f"groups {For.SAME}": _GROUPS_OF_SAME}
    return {name: lang.say(sentence, **blanks) for name, sentence in found.items()}


def grade_in_words(grade: Grade, lang: Language) -> str:
    """Return a grade as a word.

    >>> [grade_in_words(grade, lang) for grade in Grade]
    ['vapaa', 'rauhallinen', 'mahdollinen', 'varattu alustavasti', 'vältä', 'varattu']
    """
    match grade:
        case Grade.FREE:
            return lang.say("free day")
        case Grade.QUIET:
            return lang.say("quiet day")
        case Grade.POSSIBLE:
            return lang.say("possible day")
        case Grade.HELD:
            return lang.say("reserved day")
        case Grade.AVOID:
            return lang.say("day to avoid")
        case Grade.TAKEN:
            return lang.say("taken day")


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


def hours_of_day(hours: Hours, lang: Language) -> str:
    """Return a time of day.

    >>> from seurantalo.planner.free import Hours
    >>> hours_of_day(Hours(960, 1_320), lang), hours_of_day(Hours(0, 1_440), lang)
    ('klo 16–22', 'koko päivä')
    """
    if hours.whole_day:
        return lang.say("whole day")
    return at(hours.starts_at, hours.ends_at, lang)


def length_in_words(minutes: int, lang: Language) -> str:
    """Return a length: hours, and minutes where they are not full.

    >>> length_in_words(180, lang), length_in_words(90, lang)
    ('3 tuntia', '1 tunti 30 minuuttia')
    """
    hours, rest = divmod(minutes, 60)
    words = [lang.count("{n} hour", "{n} hours", hours)] if hours else []
    if rest or not hours:
        words.append(lang.count("{n} minute", "{n} minutes", rest))
    return " ".join(words)
