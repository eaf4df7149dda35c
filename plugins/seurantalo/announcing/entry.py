"""One event date in one issue of one channel: where it stands, by when, who does it, and what has to be said."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from seurantalo.announcing.due import Due
from seurantalo.announcing.facts import Difference, Mark
from seurantalo.announcing.issues import Issue
from seurantalo.frozen import dataclass
from seurantalo.model.channel import Channel, Refusal, Told
from seurantalo.model.channel_plan import ChannelChoice, Doer
from seurantalo.model.record import Moment
from seurantalo.planner.occurrence import Occurrence


class State(StrEnum):
    """Where the announcement of an event date stands in a channel. It is worked out, never typed.

    >>> State.MISSED.is_open, State.SENT.is_told
    (False, True)
    """

    PLANNED = "planned"
    TODAY = "today"
    """It is due today."""
    SENT = "sent"
    CHANGED = "changed"
    """It was told, and a fact of it is otherwise now: the change must be told."""
    CORRECTED = "corrected"
    """It was told, and so was the change."""
    MISSED = "missed"
    """Its due time is past, and nothing is recorded."""
    TOO_LATE = "too-late"
    """It came into the calendar after its due time."""
    NOT_ADMITTED = "not-admitted"
    """The channel does not take it."""
    NOT_TOLD = "not-told"
    """It is left out, and not because of the channel."""
    UNCLEAR = "unclear"
    """Something was sent, and nobody knows whether it arrived."""

    @property
    def is_open(self) -> bool:
        """True where somebody has still to send it."""
        return self in (State.PLANNED, State.TODAY, State.CHANGED)

    @property
    def is_told(self) -> bool:
        """True where the channel has told of it, as it is now or otherwise."""
        return self in (State.SENT, State.CHANGED, State.CORRECTED)

    @property
    def is_left_out(self) -> bool:
        """True where the issue's text is without it, and was so by decision or by rule."""
        return self in (State.NOT_ADMITTED, State.NOT_TOLD, State.TOO_LATE)


class LeftOut(StrEnum):
    """Why an event date is left out of an issue.

    >>> LeftOut("decided") is LeftOut.DECIDED
    True
    """

    CANCELLED = "cancelled"
    """It is not held, and was never told here."""
    DECIDED = "decided"
    """The event's file says so; ``Entry.choice.why`` may say why."""
    NOT_COVERED = "not-covered"
    """No issue of the channel tells about its day."""
    REFUSED = "refused"
    """``Entry.refusal`` says what the channel does not take."""
    TENTATIVE = "tentative"
    """Its day is not confirmed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What was told and is otherwise now: the two lines of the ledger, and the facts that differ."""

    told: str
    now: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event date in one issue of one channel.

    ``told`` is what was told last in the channel, ``told_on`` when and ``told_in`` in which issue. ``correction`` is
    the issue in which a change is to be told: the issue itself while it has not appeared, else the next one before
    the event; None where none comes. ``twin`` is the id of an event that may be the same one, written twice.

    >>> from seurantalo.announcing.issues import date_issue
    >>> from seurantalo.model import Text
    >>> from seurantalo.model.channel import ChannelType
    >>> some = Channel(id="some", origin=event.origin, name=Text.plain("Some"), channel_type=ChannelType.SOCIAL)
    >>> concert = calendar.of_event("konsertti")[0]
    >>> entry = Entry(channel=some, issue=date_issue(some, "konsertti", concert.first_day), occurrence=concert)
    >>> entry.key, entry.state.value, entry.is_correction
    (('konsertti', datetime.date(2027, 3, 20)), 'planned', False)
    """

    channel: Channel
    issue: Issue
    occurrence: Occurrence
    by_default: bool = False
    """It is told here unasked, by its municipality, form and weight."""
    choice: ChannelChoice | None = None
    due: Due | None = None
    reminder: Moment | None = None
    doer: Doer = Doer.EDITOR
    state: State = State.PLANNED
    left_out: LeftOut | None = None
    refusal: Refusal | None = None
    mark: Mark = Mark.NONE
    told: Told | None = None
    told_on: date | None = None
    told_in: Issue | None = None
    change: Change | None = None
    correction: Issue | None = None
    twin: str | None = None

    @property
    def key(self) -> tuple[str, date]:
        """The id of the event, and the day that is told of."""
        return self.occurrence.event.id, self.occurrence.first_day

    @property
    def is_correction(self) -> bool:
        """True where the entry stands in its issue to tell of a change, and not of the event."""
        return self.told is not None and self.told_in != self.issue and self.change is not None

    @property
    def last_chance(self) -> date:
        """The last day on which it could be sent, as far as anybody knows: when it is due, else that of the issue."""
        return self.issue.day if self.due is None else self.due.day
