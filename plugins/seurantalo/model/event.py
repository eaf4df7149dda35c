"""Events: what an organiser arranges, when and where, and what came of it."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar, Final

from seurantalo.frozen import dataclass
from seurantalo.model.channel_plan import USUAL_CHANNELS, ChannelPlan
from seurantalo.model.parts import AgendaItem, Contact, Image, LogEntry, WebLink
from seurantalo.model.record import Kind, Link, Moment, Record
from seurantalo.model.recurrence import Frequency, Recurrence, Repetition
from seurantalo.model.text import Text


class EventStatus(StrEnum):
    """Where an event stands. ``MOVED`` keeps ``planned_starts``; ``HELD`` has an outcome.

    More than the three of a VEVENT (RFC 5545, 3.8.1.11), because a postponed event has no day and a plan that came
    true on another day is not a cancelled one. Feeds say the nearest of the three.

    >>> from dataclasses import replace
    >>> replace(event, status=EventStatus.MOVED).date_pending
    False
    >>> replace(event, status=EventStatus.POSTPONED).date_pending
    True
    """

    TENTATIVE = "tentative"
    CONFIRMED = "confirmed"
    POSTPONED = "postponed"
    MOVED = "moved"
    CANCELLED = "cancelled"
    HELD = "held"


#: The statuses of dates on which nothing happens.
NOT_HELD: Final = frozenset({EventStatus.CANCELLED, EventStatus.POSTPONED})


class Weight(StrEnum):
    """How much of a place's life an event takes: a weekly group, an ordinary event, the year's great day."""

    ROUTINE = "routine"
    NORMAL = "normal"
    MAJOR = "major"


#: Looked up once: the weight of events is asked for more often than anything else.
_ROUTINE: Final = Weight.ROUTINE
_NORMAL: Final = Weight.NORMAL
_OFTEN: Final = (Frequency.DAILY, Frequency.WEEKLY)


class Format(StrEnum):
    """The form of an event; it gives the assumed length where a file has no end."""

    BREAKFAST = "breakfast"
    CAMP = "camp"
    CLUB = "club"
    CONCERT = "concert"
    COURSE = "course"
    DANCE = "dance"
    EXHIBITION = "exhibition"
    FESTIVAL = "festival"
    LECTURE = "lecture"
    MARKET = "market"
    MEETING = "meeting"
    OTHER = "other"
    PARTY = "party"
    RACE = "race"
    SERVICE = "service"
    SPORT = "sport"
    TABLE = "table"
    TALKOOT = "talkoot"
    THEATRE = "theatre"
    TRIP = "trip"
    VILLAGE_DAY = "village-day"
    WORKSHOP = "workshop"


_CAMP: Final = Format.CAMP
_COURSE: Final = Format.COURSE


class Counted(StrEnum):
    """What an attendance counts."""

    PEOPLE = "people"
    ORGANISATIONS = "organisations"


class FollowUpStatus(StrEnum):
    """Where a follow-up of an event stands."""

    OPEN = "open"
    IN_WORK = "in-work"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What differs on one date of a repeating event, or from a day on. What is not given stays as in the series.

    With ``onwards`` it holds for all dates from ``date`` until the next such change; of ``starts`` and ``ends``,
    which are then on that day, the times of day count. What is said of one date goes before what is said of many.
    """

    LINKS: ClassVar[tuple[Link, ...]] = (Link("venue", Kind.VENUE, many=False),)

    date: date
    """The day the rule gives; this occurrence differs."""
    onwards: bool = False
    starts: Moment | None = None
    ends: Moment | None = None
    status: EventStatus | None = None
    title: Text | None = None
    venue: str | None = None
    room: str | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """How to sign up: in words, by a web address, by a day."""

    text: Text | None = None
    url: str = ""
    until: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedClash:
    """Two organisers know of each other's date and agree. ``agreed_on`` is the day they did."""

    with_event: str
    why: Text
    agreed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """What somebody promised to do after an event; ``owner`` is a role."""

    text: Text
    owner: str = ""
    due: date | None = None
    status: FollowUpStatus = FollowUpStatus.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of an event that was held. ``attendance`` is a number of ``counted``; None: nobody counted."""

    LINKS: ClassVar[tuple[Link, ...]] = (Link("inspired", Kind.PRACTICE), Link("ideas", Kind.IDEA))

    attendance: int | None = None
    counted: Counted = Counted.PEOPLE
    summary: Text
    findings: tuple[Text, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    inspired: tuple[str, ...] = ()
    ideas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class External:
    """The calendar of somebody else that an event was fetched from; pages and feeds say so.

    ``calendar`` is its name as people know it, ``url`` where they may read more, ``uid`` the event's own in it.
    """

    calendar: str
    url: str = ""
    uid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """An event (schema.org/Event, RFC 5545 VEVENT). ``starts`` is None while the date is pending.

    A date instead of a datetime means whole days; ``ends`` is then the last day, included, as people say it (DTEND of
    RFC 5545, 3.8.2.2, is the day after; feeds add it). ``municipality`` is always known: the file's, else the
    venue's, else the first organiser's. What each field means is told in ``fields/event.py``.

    >>> event.title.in_language("fi"), event.starts, event.timezone
    ('Kevätkonsertti', datetime.datetime(2027, 3, 20, 18, 0), 'Europe/Helsinki')
    >>> event.weight.value, event.whole_day
    ('normal', False)
    """

    KIND: ClassVar[Kind] = Kind.EVENT
    LINKS: ClassVar[tuple[Link, ...]] = (
        Link("organisers", Kind.ORGANISATION),
        Link("municipality", Kind.MUNICIPALITY, many=False),
        Link("venue", Kind.VENUE, many=False),
        Link("practices", Kind.PRACTICE),
        Link("process", Kind.PROCESS, many=False),
        Link("channels", Kind.CHANNEL),
        Link("part_of", Kind.EVENT, many=False),
        Link("joint_with", Kind.EVENT),
        Link("sources", Kind.SOURCE),
        Link("audiences", Kind.AUDIENCE),
        Link("themes", Kind.THEME),
    )

    title: Text
    starts: Moment | None = None
    ends: Moment | None = None
    pending_month: tuple[int, int] | None = None
    """(year, month) of an event whose day is not known yet."""
    timezone: str
    status: EventStatus = EventStatus.CONFIRMED
    hold_until: date | None = None
    planned_starts: Moment | None = None
    stated_weight: Weight | None = None
    format: Format = Format.OTHER
    on_holiday: bool = False
    """The organiser means it to be on the holiday."""
    price: Text | None = None
    age_limit: Text | None = None
    """In words, or a bare number of years."""
    accessibility: Text | None = None
    agenda: tuple[AgendaItem, ...] = ()
    registration: Registration | None = None
    image: Image | None = None
    description: Text | None = None
    links: tuple[WebLink, ...] = ()
    repeats: Recurrence | None = None
    """How it repeats from ``starts`` on; None for what is held once."""
    further: tuple[Repetition, ...] = ()
    """More rules, each with its own first date. Feeds tell them apart by their order: it stays as it is."""
    changes: tuple[Change, ...] = ()
    agreed_clashes: tuple[AgreedClash, ...] = ()
    uid: str = ""
    former_ids: tuple[str, ...] = ()
    """The ids that it had before, oldest first: the oldest stays its identity in calendars."""
    external: External | None = None
    """Where it was fetched from; None for what was written here."""
    contact: Contact | None = None
    log: tuple[LogEntry, ...] = ()
    outcome: Outcome | None = None
    organisers: tuple[str, ...]
    municipality: str
    venue: str | None = None
    room: str | None = None
    online: str = ""
    practices: tuple[str, ...] = ()
    process: str | None = None
    stage: int | None = None
    channels: tuple[str, ...] = ()
    """The channels that the file names and does not skip."""
    channel_plan: ChannelPlan = USUAL_CHANNELS
    series: str = ""
    part_of: str | None = None
    joint_with: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()

    @property
    def whole_day(self) -> bool:
        """True where the file gives days and no times."""
        return self.starts is not None and not isinstance(self.starts, datetime)

    @property
    def date_pending(self) -> bool:
        """True for an event that is to be, on a day that is not known: off the grid and out of the feeds."""
        return self.starts is None or self.status is EventStatus.POSTPONED

    @property
    def weight(self) -> Weight:
        """The stated weight; else routine for daily and weekly repetition, and normal for the rest.

        A camp, and a course that goes on day by day, are no routine: a week of swimming school.
        """
        if self.stated_weight is not None:
            return self.stated_weight
        if self.repeats is None or self.format is _CAMP:
            return _NORMAL
        if self.format is _COURSE and self.repeats.frequency is Frequency.DAILY:
            return _NORMAL
        often = self.repeats.frequency in _OFTEN or any(one.rule.frequency in _OFTEN for one in self.further)
        return _ROUTINE if often else _NORMAL

    @property
    def repetitions(self) -> tuple[Repetition, ...]:
        """Its rules, each with its first date; none for what is held once."""
        if self.repeats is None or self.starts is None:
            return ()
        return (Repetition(starts=self.starts, ends=self.ends, rule=self.repeats), *self.further)
