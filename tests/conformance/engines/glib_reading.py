"""What libical and Evolution share: C libraries, asked through their GLib bindings by the system's Python."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import gi

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib  # noqa: E402 - the version has to be said first
from tests.conformance.engines.protocol import Seen  # noqa: E402

EVENT = ICalGLib.ComponentKind.VEVENT_COMPONENT
ZONE = ICalGLib.ComponentKind.VTIMEZONE_COMPONENT
ANY = ICalGLib.ComponentKind.ANY_COMPONENT
Property = ICalGLib.PropertyKind
UTC = ICalGLib.Timezone.get_utc_timezone()


def parse(text: str) -> Any:
    """Return the calendar; raise ValueError where there is none."""
    root = ICalGLib.Component.new_from_string(text)
    if root is None or root.isa() != ICalGLib.ComponentKind.VCALENDAR_COMPONENT:
        raise ValueError("no calendar")
    return root


def components(parent: Any, kind: Any) -> Iterator[Any]:
    """Yield the components of a kind right below another one."""
    # A list, because the binding keeps one place per parent, which nested loops would share.
    found = []
    one = parent.get_first_component(kind)
    while one is not None:
        found.append(one)
        one = parent.get_next_component(kind)
    return iter(found)


def properties(component: Any, kind: Any) -> Iterator[Any]:
    """Yield the properties of a kind."""
    found = []
    one = component.get_first_property(kind)
    while one is not None:
        found.append(one)
        one = component.get_next_property(kind)
    return iter(found)


def zones_of(root: Any) -> dict[str, Any]:
    """Return the time zones that a calendar describes, by TZID."""
    zones = {}
    for one in components(root, ZONE):
        zone = ICalGLib.Timezone.new()
        zone.set_component(one.clone())
        zones[zone.get_tzid()] = zone
    return zones


def moment(time: Any) -> str:
    """Return a time in the form that occurrences have."""
    if time.is_date() or time.is_utc() or time.get_timezone() is None:
        return str(time.as_ical_string())
    return str(time.convert_to_zone(UTC).as_ical_string())


def time_of(instant: datetime) -> Any:
    """Return an instant as the library's time."""
    return ICalGLib.Time.new_from_string(instant.strftime("%Y%m%dT%H%M%SZ"))


def status_of(event: Any) -> str:
    """Return STATUS as it is written."""
    return next((str(one.get_value_as_string()) for one in properties(event, Property.STATUS_PROPERTY)), "")


def replaced_start(event: Any) -> str | None:
    """Return the start that an exception takes the place of; None for what is no exception."""
    for one in properties(event, Property.RECURRENCEID_PROPERTY):
        return moment(one.get_datetime_with_component(event))
    return None


def take_texts(root: Any, seen: Seen) -> list[Any]:
    """Fill in the texts and the number of events, and return the events."""
    events = list(components(root, EVENT))
    seen.components = len(events)
    for one in events:
        texts = (one.get_uid(), one.get_summary(), one.get_description(), one.get_location())
        uid, summary, description, location = (text or "" for text in texts)
        seen.texts.append((uid, summary, description, location))
    return events


def complaints(root: Any) -> list[str]:
    """Return what the parser could not read, and what breaks the rules of scheduling (RFC 5546)."""
    unread = _errors(root)
    root.check_restrictions()  # writes what it finds into the calendar itself
    # RFC 5546 wants an organiser of what is sent by mail; a feed has none, or apps take it for an invitation.
    return unread or [error for error in _errors(root) if "ORGANIZER" not in error]


def _errors(root: Any) -> list[str]:
    return [
        str(one.get_value_as_string())
        for component in _all(root)
        for one in properties(component, Property.XLICERROR_PROPERTY)
    ]


def _all(component: Any) -> Iterator[Any]:
    yield component
    for one in components(component, ANY):
        yield from _all(one)
