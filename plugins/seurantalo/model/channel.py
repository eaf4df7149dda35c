"""Channels: where events are announced, by what rule each takes news, and what was told in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import ClassVar, Final, Protocol

from seurantalo.frozen import dataclass
from seurantalo.model.channel_plan import Doer
from seurantalo.model.event import Format, Weight
from seurantalo.model.parts import Contact
from seurantalo.model.record import Kind, Link, Moment, Record
from seurantalo.model.text import Text


class ChannelType(StrEnum):
    """By what means a channel reaches people."""

    BOARD = "board"
    CHAT = "chat"
    LIBRARY = "library"
    NEWSLETTER = "newsletter"
    PAPER = "paper"
    PARISH = "parish"
    RADIO = "radio"
    REGIONAL_CALENDAR = "regional-calendar"
    SCREEN = "screen"
    SMS = "sms"
    SOCIAL = "social"
    WEB = "web"
    WORD_OF_MOUTH = "word-of-mouth"


class Sender(StrEnum):
    """How news reaches a channel: by a person, through a form that a person fills, or by a machine."""

    BLUESKY = "bluesky"
    BY_HAND = "by-hand"
    DISCORD = "discord"
    EMAIL = "email"
    FORM = "form"
    LINKED_EVENTS = "linked-events"
    MASTODON = "mastodon"
    MATRIX = "matrix"
    SLACK = "slack"
    TELEGRAM = "telegram"


class Refusal(StrEnum):
    """What a channel does not take."""

    MEETINGS = "meetings"
    PAID = "paid"
    """What has an entrance fee."""
    WEEKLY = "weekly"


class EntryOrder(StrEnum):
    """By what the entries of an issue are grouped and sorted."""

    DAY = "day"
    MUNICIPALITY = "municipality"


class Unit(StrEnum):
    """In what a deadline counts."""

    DAY = "day"
    WORKDAY = "workday"
    WEEK = "week"
    MONTH = "month"


class DeadlineAnchor(StrEnum):
    """What a deadline counts back from; a rule that names neither takes the issue, where the channel has issues."""

    EVENT = "event"
    ISSUE = "issue"


@dataclass(frozen=True, slots=True)
class Before:
    """So many days, working days, weeks or months before the anchor."""

    count: int
    unit: Unit
    anchor: DeadlineAnchor | None = None


@dataclass(frozen=True, slots=True)
class InWeek:
    """A weekday (Monday is 0) of the anchor's week, or of one so many weeks earlier."""

    weekday: int
    weeks_earlier: int = 0


@dataclass(frozen=True, slots=True)
class WeekdayBefore:
    """The last such weekday (Monday is 0) before the anchor's day."""

    weekday: int
    anchor: DeadlineAnchor | None = None


@dataclass(frozen=True, slots=True)
class SameDay:
    """The anchor's own day."""


@dataclass(frozen=True, slots=True)
class MonthBefore:
    """A day of the month before the anchor's; None is its last working day."""

    day: int | None


class RuleWords(Protocol):
    """How a language says rules; ``anchor`` is ``event``, ``issue`` or ``""`` where it goes without saying."""

    @property
    def write_same_day(self) -> str:
        """Return "the same day"."""

    def before_written(self, count: int, unit: str, anchor: str = "") -> str:
        """Return "so many of a unit before"."""

    def in_week(self, weekday: int, weeks_earlier: int) -> str:
        """Return a weekday of the same week, or of an earlier one."""

    def weekday_before(self, weekday: int, anchor: str = "") -> str:
        """Return the last such weekday before."""

    def month_before(self, day: int | None) -> str:
        """Return a day of the month before; None is its last working day."""

    def at(self, hour: int, minute: int) -> str:
        """Return the hour behind a day."""


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """By when a channel wants its news: a day, and the hour by which; without an hour the whole day counts.

    ``words`` is the rule as it is written.
    """

    day: Before | InWeek | WeekdayBefore | SameDay | MonthBefore
    at: time | None = None
    words: str = ""

    def in_words(self, words: RuleWords) -> str:
        """Return the rule in the words of a language, whichever it is written in; read back, it is the same rule."""
        match self.day:
            case Before(count, unit, anchor):
                found = words.before_written(count, unit.value, anchor.value if anchor else "")
            case InWeek(weekday, weeks_earlier):
                found = words.in_week(weekday, weeks_earlier)
            case WeekdayBefore(weekday, anchor):
                found = words.weekday_before(weekday, anchor.value if anchor else "")
            case MonthBefore(day):
                found = words.month_before(day)
            case _:
                found = words.write_same_day
        return found if self.at is None else found + words.at(self.at.hour, self.at.minute)


class Covering(StrEnum):
    """Which days an issue tells about."""

    UNTIL_NEXT = "until-next"
    """From the day after its own to the day of the next issue."""
    NEXT_WEEK = "next-week"
    """Monday to Sunday of the week after its own."""
    NEXT_MONTH = "next-month"
    WEEKDAYS = "weekdays"
    """Some days of a week: Friday to Sunday."""


@dataclass(frozen=True, slots=True)
class Covers:
    """Which days an issue tells about; ``first`` and ``last`` are weekdays (Monday is 0) of ``WEEKDAYS``."""

    what: Covering
    first: int = 0
    last: int = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedIssue:
    """An issue with a day of its own, or with a deadline other than the rule's; ``left_out``: there is none then.

    ``instead_of`` is the usual day in whose place it appears: the Thursday of Christmas week for the Wednesday.
    """

    appears: date
    deadline: Moment | None = None
    left_out: bool = False
    instead_of: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """What an entry costs: nothing up to ``free_until`` characters, then a sum in euros for each line or entry."""

    free_until: int | None = None
    line: Decimal | None = None
    entry: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Doers:
    """Who puts the text together, and who sends it."""

    compiles: Doer = Doer.EDITOR
    sends: Doer = Doer.EDITOR


@dataclass(frozen=True, slots=True, kw_only=True)
class ByDefault:
    """Which events a channel gets unasked. No formats: all of them."""

    weights: tuple[Weight, ...] = (Weight.MAJOR, Weight.NORMAL)
    formats: tuple[Format, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionalMap:
    """How the words and places of a site are called in a regional calendar.

    ``source`` and ``publisher`` are those of the key; ``keywords`` maps ids of themes and formats, ``places`` those
    of venues and municipalities, to its ids (``epkalenteri:123``).
    """

    address: str = ""
    source: str = ""
    publisher: str = ""
    keywords: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    audiences: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    places: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


#: What shows the calendar as it is: no single event is sent there, so that nobody has to know of it by some day.
SHOWN_BY_THEMSELVES: Final = frozenset({ChannelType.REGIONAL_CALENDAR, ChannelType.SCREEN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel(Record):
    """A way to announce events. ``max_length`` is in characters of one entry, ``most`` in entries of an issue.

    A channel has issues where ``appears`` (weekdays, Monday is 0) or ``issues`` says when they come out, or where
    ``covers`` says which days each tells about; else each event is told by itself.
    """

    KIND: ClassVar[Kind] = Kind.CHANNEL
    LINKS: ClassVar[tuple[Link, ...]] = (Link("municipalities", Kind.MUNICIPALITY), Link("sources", Kind.SOURCE))

    name: Text
    channel_type: ChannelType
    area: str = ""
    appears: tuple[int, ...] = ()
    issues: tuple[ListedIssue, ...] = ()
    """Issues that come out on days of their own; beside ``appears`` there are none."""
    covers: Covers | None = None
    deadline: DeadlineRule | None = None
    deadline_words: str = ""
    """A rule in free words: shown, never computed."""
    reminder: DeadlineRule | None = None
    exceptions: tuple[ListedIssue, ...] = ()
    max_length: int | None = None
    most: int | None = None
    order: tuple[EntryOrder, ...] = ()
    refuses: tuple[Refusal, ...] = ()
    fee: Fee | None = None
    template: str = ""
    doers: Doers = Doers()
    sender: Sender = Sender.BY_HAND
    default: ByDefault | None = None
    """Which events it gets unasked; None: only those that name it."""
    languages: tuple[str, ...] = ()
    """Codes of the languages in which it tells; none: that of the site."""
    regional: RegionalMap | None = None
    style: Text | None = None
    contact: Contact | None = None
    url: str = ""
    sources: tuple[str, ...] = ()
    """Where its rule was said."""
    municipalities: tuple[str, ...] = ()

    @property
    def rule_in_words(self) -> str:
        """By when it wants its news, as its file says it; ``""`` where it does not."""
        return self.deadline.words if self.deadline is not None else self.deadline_words

    @property
    def shows_by_itself(self) -> bool:
        """True where the calendar is shown as it is, with what is cancelled: nothing is sent, late or missed."""
        return self.channel_type in SHOWN_BY_THEMSELVES

    @property
    def has_issues(self) -> bool:
        """True where several events are told together, in issues that come again and again."""
        return bool(self.appears or self.issues or self.covers)


class Delivery(StrEnum):
    """How far the sending of an issue came."""

    FAILED = "failed"
    """Nothing arrived; it may be tried again."""
    SENDING = "sending"
    """Written before the first byte goes out: found later, it is not known whether it arrived."""
    SENT = "sent"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Told:
    """The facts of one event date as they were told."""

    event: str
    day: date
    facts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement(Record):
    """What was told in one issue of a channel: a ledger entry. Its id is that of the channel, ``/``, the issue's.

    It is history: an event or a channel that is gone since then is no fault.
    """

    KIND: ClassVar[Kind] = Kind.ANNOUNCEMENT
    LINKS: ClassVar[tuple[Link, ...]] = ()

    channel: str
    issue: str
    delivery: Delivery
    sent_at: Moment | None = None
    reason: str = ""
    """Why it failed."""
    told: tuple[Told, ...] = ()
    remote: tuple[tuple[str, str], ...] = ()
    """What the other side calls each post, by event and day (``konsertti 2027-05-29``) or ``""``."""
