"""UIDs (RFC 7986, 5.3): a UUID of the calendar's and the event's permanent names; no host name that may change."""

from __future__ import annotations

from hashlib import sha1
from typing import Final
from uuid import UUID, uuid5

from seurantalo.model.event import Event
from seurantalo.model.record import Moment
from seurantalo.publishing.feeds.lines import one_line, stamp

#: The name space of all calendars. A calendar app knows an event again by its UID only: never change this.
NAMESPACE: Final = UUID("b0a5f4c6-6d0e-5d0a-9b1e-5e0a7a10ca1e")

#: Some apps cut or refuse longer ones; RFC 7986 recommends fewer than 255 octets.
_LONGEST: Final = 200


class Uids:
    """The UIDs of one calendar's events."""

    __slots__ = ("_begun", "_known")

    def __init__(self, calendar_id: str) -> None:
        """Take the calendar's permanent name."""
        self._begun = sha1(uuid5(NAMESPACE, calendar_id).bytes, usedforsecurity=False)
        self._known: dict[str, str] = {}

    def of_event(self, event: Event) -> str:
        """Return the UID stored in the event's file, else one made of its id, or of the oldest that it had before.

        A function of what the file says, never of where it lies or of what version control knows of it.
        """
        known = self._known.get(event.id)
        if known is None:
            stored = _stored(event)
            fits = stored and len(stored.encode()) <= _LONGEST
            known = self._known[event.id] = stored if fits else self.of_name(_name(event))
        return known

    def of_rule(self, event: Event, number: int) -> str:
        """Return the UID of the series that an event's rule of this number gives, counted from one.

        The first rule's is the event's own; the n-th's is the one of the id and ``/n``.
        """
        return self.of_event(event) if number == 1 else self.of_name(f"{_name(event)}/{number}")

    def of_name(self, name: str) -> str:
        """Return the UUID of a name in this calendar (RFC 9562, 5.5), as text.

        The same as ``str(uuid5(calendar, name))`` at a third of the cost: every event of a site needs one.
        """
        digest = self._begun.copy()
        digest.update(name.encode())
        text = digest.hexdigest()
        variant = "89ab"[int(text[16], 16) % 4]
        return f"{text[:8]}-{text[8:12]}-5{text[13:16]}-{variant}{text[17:20]}-{text[20:32]}"

    def of_date(self, event: Event, kind: str, moment: Moment) -> str:
        """Return the UID of one date that stands beside its series.

        ``kind`` is ``also`` for an extra date (by its start) and ``instead`` for one that left the rule's grid (by
        the start that the rule gave), so that a second move does not make a second entry in people's calendars.
        """
        return self.of_name(f"{self.of_event(event)} {kind} {stamp(moment)}")


def _stored(event: Event) -> str:
    return one_line(event.uid) if event.uid else ""


def _name(event: Event) -> str:
    """Return the name that an event has for ever."""
    return _stored(event) or next(iter(event.former_ids), event.id)
