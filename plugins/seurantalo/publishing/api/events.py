"""Events and their dates as JSON."""

from __future__ import annotations

from datetime import date
from typing import Final

import orjson

from seurantalo.model.event import Event, EventStatus, Outcome
from seurantalo.model.fields.event import EVENT, EVENT_OPEN
from seurantalo.model.fields.outcome import OUTCOME
from seurantalo.model.record import Moment, day_of
from seurantalo.planner.occurrence import Occurrence, is_long_over
from seurantalo.publishing.addresses import EVENTS, event_feed
from seurantalo.publishing.api.json_values import Own, RecordWriter, part_writer
from seurantalo.publishing.api.values import Json, Values
from seurantalo.publishing.feeds.atom import utc
from seurantalo.publishing.feeds.lines import stamp
from seurantalo.publishing.feeds.modified import sequence_of
from seurantalo.publishing.feeds.moments import in_zone, span
from seurantalo.publishing.feeds.rule import rule_text

#: What :func:`event_json` writes in a way of its own; all else goes by type.
_OWN: Final = frozenset(
    {
        "calendar", "ends", "external", "format", "hold_until", "left_out", "municipality", "organisers",
        "pending_month", "planned_starts", "repeats", "sequence", "starts", "status", "timezone", "title", "uid",
        "weight",
    }
)  # fmt: skip


#: Events and times of which it is kept how they are written: those of some months, who follow each other.
_REMEMBERED: Final = 4_000

_write_outcome: Final = part_writer(OUTCOME)


def _outcome(values: Values, outcome: Outcome, zone: str) -> Json:
    """Return what came of an event; what was counted is of interest where somebody counted."""
    found = _write_outcome(values, outcome, zone)
    if outcome.attendance is None:
        found.pop("counted")
    return found


_RECORD: Final = RecordWriter(EVENT, EVENT_OPEN, _OWN, {"outcome": Own("outcome", _outcome)})


def event_json(values: Values, event: Event, uid: str, last: date | None, *, is_long_over: bool = False) -> Json:
    """Return an event as its file says it. Fields that are not known are left out.

    ``last`` is the day of its last date; None: it has none, and so no calendar file. The description of one that
    ``is_long_over`` is left to its page, and that it has a calendar file is no news.
    """
    zone, starts = event.timezone, event.starts
    found: Json = {
        "id": event.id,
        "uid": uid,
        "url": values.url(f"{EVENTS}{event.id}/"),
        "title": values.text(event.title),
        "status": event.status,
        "weight": event.weight,
        "format": event.format,
        "timezone": zone,
        "organisers": event.organisers,
        "municipality": event.municipality,
        "created": utc(event.revision.created),
        "modified": utc(event.revision.modified),
    }
    if not is_long_over:
        found["sequence"] = sequence_of(event.revision.modified)
        if last is not None:
            found["calendar"] = values.url(event_feed(event.id))
    found |= values.marks(event)
    if starts is not None and event.status is not EventStatus.POSTPONED:
        found["starts"] = in_zone(starts, zone)
        if event.ends is not None:
            found["ends"] = in_zone(event.ends, zone)
        # Where several rules, or none, give the dates, one would not tell the truth.
        if event.repeats is not None and not (event.repeats.by_hand or event.further) and last is not None:
            found["repeats"] = rule_text(event.repeats, day_of(starts), stamp(last))
    else:
        found |= _open(event)
    postponed = starts if event.status is EventStatus.POSTPONED else None
    if (planned := event.planned_starts or postponed) is not None:
        found["planned_starts"] = in_zone(planned, zone)
    if event.hold_until is not None:
        found["hold_until"] = event.hold_until.isoformat()
    _RECORD.write(found, values, event, zone)
    if is_long_over and found.pop("description", None) is not None:
        found["left_out"] = ["description"]
    return found


def _open(event: Event) -> Json:
    """Return what is known of the time of an event whose date is not."""
    month = event.pending_month
    return {"pending_month": f"{month[0]}-{month[1]:02}"} if month is not None else {}


class Dates:
    """Writes the dates of events. What the dates of one event share is written once."""

    def __init__(self, values: Values, zone: str, today: date) -> None:
        """Take what turns values into JSON; ``zone`` is that of the dates, by IANA."""
        self._values, self._zone, self._today = values, zone, today
        self._shared: dict[tuple[str, bool], tuple[bytes, bytes]] = {}
        self._times: dict[tuple[Moment, Moment, int, int, bool], bytes] = {}

    def written(self, one: Occurrence) -> bytes:
        """Return one date of an event, with all that a list of dates shows.

        Of one that is long over, and as its event, only when it was: the event's record has the rest.
        """
        if len(self._shared) > _REMEMBERED or len(self._times) > _REMEMBERED:
            self._shared.clear()
            self._times.clear()
        if one.as_its_event:
            in_short = is_long_over((one,), self._today)
            shared = self._shared.get((one.event.id, in_short))
            if shared is None:
                shared = self._shared[one.event.id, in_short] = self._own(one, in_short=in_short)
        else:
            shared = self._own(one)
        before, after = shared
        when = (one.starts_local, one.ends_local, one.starts_at, one.ends_at, one.ends_assumed)
        times = self._times.get(when)
        if times is None:
            times = self._times[when] = _times(one)
        return before + times + after

    def _own(self, one: Occurrence, *, in_short: bool = False) -> tuple[bytes, bytes]:
        """Return what stands before and after the times."""
        event, values = one.event, self._values
        found: Json = {"event": event.id}
        if not in_short:
            found["url"] = values.url(f"{EVENTS}{event.id}/")
            found["title"] = values.text(one.title)
            found["municipality"] = event.municipality
        found |= values.marks(event)
        if one.venue and not in_short:
            found["venue"] = one.venue
        if one.room and not in_short:
            found["room"] = one.room
        if one.planned is not None:
            found["planned_starts"] = in_zone(one.planned, self._zone)
        if one.change is not None and one.change.note is not None:
            found["note"] = values.text(one.change.note)
        return orjson.dumps(found)[:-1], f',"status":"{one.status}"}}'.encode()


def _times(one: Occurrence) -> bytes:
    starts, ends = span(one)
    return (f',"starts":"{starts}","ends":"{ends}"' if ends else f',"starts":"{starts}"').encode()
