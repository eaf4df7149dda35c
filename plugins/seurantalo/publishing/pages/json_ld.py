"""schema.org/Event as JSON-LD, so that search engines and calendars understand an event's page.

Rules that are easy to get wrong (schema.org/Event; Google's event guidelines): a postponed event keeps its old
``startDate``; a moved one names the ``previousStartDate``; a date that is only held is not announced at all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from seurantalo.model.event import Event, EventStatus
from seurantalo.model.place import Venue
from seurantalo.model.record import Kind, Moment
from seurantalo.model.recurrence import Frequency, Recurrence
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.addresses import EVENTS, FOLDERS
from seurantalo.publishing.pages.context import PageContext

_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_SCHEMA: Final = "https://schema.org/"
_STATUS: Final = {
    EventStatus.CANCELLED: f"{_SCHEMA}EventCancelled",
    EventStatus.MOVED: f"{_SCHEMA}EventRescheduled",
    EventStatus.POSTPONED: f"{_SCHEMA}EventPostponed",
}
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PERIODS: Final = {Frequency.DAILY: "D", Frequency.WEEKLY: "W", Frequency.MONTHLY: "M", Frequency.YEARLY: "Y"}

#: ``Kauppatie 1, 62800 Vimpeli``
_ADDRESS: Final = re.compile(r"(?P<street>[^,]+),\s*(?:FI-)?(?P<code>\d{5})\s+(?P<town>[^,]+)")
_EUROS: Final = re.compile(r"(\d{1,5})(?:[.,](\d{1,2}))?\s?(?:€|e\b|eur)", re.IGNORECASE)
_FREE: Final = re.compile(
    r"vapaa pääsy|ilmai[ns]|maksut(?:on|ta)|pääsymaksuton|fritt inträde|gratis|avgiftsfri|\bfree\b", re.IGNORECASE
)


class Shared:
    """Values that many events have, each made and encoded once."""

    __slots__ = ("_encoded", "_values")

    def __init__(self) -> None:
        """Begin with nothing."""
        self._values: dict[object, object] = {}
        # By identity, which is safe as long as the values are kept.
        self._encoded: dict[int, str] = {}

    def of(self, key: object, make: Callable[[], object]) -> Any:  # noqa: ANN401  # whatever ``make`` returns
        """Return the value of a key; ``make`` makes it when it is first asked for."""
        value = self._values.get(key)
        if value is None:
            value = self._values[key] = make()
            self._encoded[id(value)] = _ENCODER.encode(value)
        return value

    def encode(self, value: object) -> str:
        """Return the JSON of a value, of one of this memory's without work."""
        return self._encoded.get(id(value)) or _ENCODER.encode(value)


def script_json(value: Mapping[str, object], shared: Shared | None = None) -> str:
    """Return JSON that may stand inside ``<script>``: no ``<``, ``>`` or ``&`` (HTML, 4.12.1.3), no U+2028."""
    encode = _ENCODER.encode if shared is None else shared.encode
    text = "{" + ",".join([f'"{name}":{encode(part)}' for name, part in value.items()]) + "}"
    if "<" in text or ">" in text or "&" in text:
        text = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def prices(words: str) -> tuple[float, ...]:
    """Return the sums in euros that a price in words names, cheapest first; ``(0,)`` for free admission."""
    if _FREE.search(words):
        return (0.0,)
    return tuple(sorted({float(f"{whole}.{part or 0}") for whole, part in _EUROS.findall(words)}))


def _with_offset(local: datetime, starts_local: datetime, starts_at: int) -> str:
    """Return wall time with the offset that holds at the start: ``2027-01-13T18:00:00+02:00``."""
    seconds = int(starts_local.replace(tzinfo=UTC).timestamp()) - starts_at
    sign = "-" if seconds < 0 else "+"
    hours, rest = divmod(abs(seconds), 3600)
    return f"{local.isoformat()}{sign}{hours:02}:{rest // 60:02}"


def _moments(occurrence: Occurrence) -> tuple[str, str]:
    starts, ends = occurrence.starts_local, occurrence.ends_local
    if isinstance(starts, datetime) and isinstance(ends, datetime):
        first = _with_offset(starts, starts, occurrence.starts_at)
        return first, "" if occurrence.ends_assumed else _with_offset(ends, ends, occurrence.ends_at)
    return starts.isoformat(), ends.isoformat()


def _in_zone(moment: Moment, zone: str) -> str:
    return moment.replace(tzinfo=ZoneInfo(zone)).isoformat() if isinstance(moment, datetime) else moment.isoformat()


def postal_address(venue: Venue | None, town: str) -> dict[str, str]:
    """Return a PostalAddress; the town is the municipality's where the address does not name one."""
    found = {"@type": "PostalAddress", "addressLocality": town, "addressCountry": "FI"}
    if venue is not None and venue.address:
        match = _ADDRESS.fullmatch(venue.address.strip())
        if match:
            found |= {
                "streetAddress": match["street"].strip(),
                "postalCode": match["code"],
                "addressLocality": match["town"].strip(),
            }
        else:
            found["streetAddress"] = venue.address
    return found


def place_json(ctx: PageContext, venue: Venue | None, municipality: str) -> dict[str, Any]:
    """Return schema.org/Place for a venue, or for a municipality where the venue is not known."""
    town = ctx.names[Kind.MUNICIPALITY][municipality]
    place: dict[str, Any] = {
        "@type": "Place",
        "name": town if venue is None else ctx.words(venue.name),
        "address": postal_address(venue, town),
    }
    if venue is not None and venue.coordinates is not None:
        place["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": venue.coordinates.latitude,
            "longitude": venue.coordinates.longitude,
        }
    return place


def _location(ctx: PageContext, event: Event, venue_id: str | None, shared: Shared) -> object:
    if event.online and venue_id is None:
        return {"@type": "VirtualLocation", "url": event.online}
    key = (Kind.VENUE, venue_id, "" if venue_id else event.municipality)
    venue = ctx.community.venues[venue_id] if venue_id else None
    place = shared.of(key, lambda: place_json(ctx, venue, event.municipality))
    return [place, {"@type": "VirtualLocation", "url": event.online}] if event.online else place


def _offers(words: str) -> dict[str, Any]:
    sums = prices(words)
    if not sums:
        return {}
    if len(sums) == 1:
        offer: dict[str, Any] = {"@type": "Offer", "price": f"{sums[0]:.2f}", "priceCurrency": "EUR"}
    else:
        offer = {
            "@type": "AggregateOffer",
            "lowPrice": f"{sums[0]:.2f}",
            "highPrice": f"{sums[-1]:.2f}",
            "priceCurrency": "EUR",
        }
    return {"isAccessibleForFree": sums == (0.0,), "offers": offer}


def schedule(event: Event, rule: Recurrence, last: date | None) -> dict[str, Any]:
    """Return schema.org/Schedule for an event's rule, as far as its terms reach."""
    starts = event.starts
    found: dict[str, Any] = {
        "@type": "Schedule",
        "repeatFrequency": f"P{rule.interval}{_PERIODS[rule.frequency]}",
        "scheduleTimezone": event.timezone,
    }
    if starts is not None:
        found["startDate"] = (starts.date() if isinstance(starts, datetime) else starts).isoformat()
    if isinstance(starts, datetime):
        found["startTime"] = starts.time().isoformat()
        if isinstance(event.ends, datetime) and event.ends - starts < timedelta(days=1):
            found["endTime"] = event.ends.time().isoformat()
    if rule.by_weekday:
        if rule.frequency is Frequency.MONTHLY and all(day.nth for day in rule.by_weekday):
            short = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
            found["byDay"] = [f"{day.nth}{short[day.day]}" for day in rule.by_weekday]
        else:
            found["byDay"] = [f"{_SCHEMA}{_DAYS[day.day]}" for day in rule.by_weekday]
    if rule.by_month_day:
        found["byMonthDay"] = list(rule.by_month_day)
    if rule.by_month:
        found["byMonth"] = list(rule.by_month)
    if rule.count:
        found["repeatCount"] = rule.count
    if rule.until or last:
        found["endDate"] = (rule.until or last or date.max).isoformat()
    if rule.exclude:
        found["exceptDate"] = [day.isoformat() for day in rule.exclude]
    return found


def event_json(
    ctx: PageContext,
    event: Event,
    shown: Occurrence | None,
    last: date | None,
    description: str,
    shared: Shared | None = None,
) -> dict[str, Any] | None:
    """Return the schema.org/Event of an event; None where there is nothing certain to announce.

    ``shown`` is the occurrence that the page is about: the next one of a series, else the last. ``last`` is the day
    of the series' last occurrence, ``description`` plain text. ``shared`` is a memory from one event to the next.
    """
    shared = shared or Shared()
    status = shown.status if shown is not None else event.status
    if status is EventStatus.TENTATIVE:
        return None
    if shown is not None:
        starts, ends = _moments(shown)
    elif event.starts is not None:
        starts, ends = _in_zone(event.starts, event.timezone), ""
    else:
        return None
    venue = shown.venue if shown is not None else event.venue
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": ctx.words(shown.title if shown is not None else event.title),
        "startDate": starts,
        "eventStatus": _STATUS.get(status, f"{_SCHEMA}EventScheduled"),
        "eventAttendanceMode": _SCHEMA
        + (
            "OfflineEventAttendanceMode"
            if not event.online
            else "MixedEventAttendanceMode"
            if venue
            else "OnlineEventAttendanceMode"
        ),
        "location": _location(ctx, event, venue, shared),
        "organizer": shared.of(
            (Kind.ORGANISATION, event.organisers), lambda: [_organiser(ctx, name) for name in event.organisers]
        ),
    }
    if ends:
        found["endDate"] = ends
    if status is EventStatus.MOVED and event.planned_starts is not None:
        found["previousStartDate"] = _in_zone(event.planned_starts, event.timezone)
    _add_details(found, ctx, event, description, shared)
    if event.repeats is not None:
        found["eventSchedule"] = schedule(event, event.repeats, last)
    if ctx.site.url:
        _add_addresses(found, ctx.site.url, event)
    return found


def _add_details(found: dict[str, Any], ctx: PageContext, event: Event, description: str, shared: Shared) -> None:
    if event.demo:
        description = f"{ctx.say('Example: this event is invented.')} {description}".strip()
    if description:
        found["description"] = description
    if event.price is not None:
        words = ctx.words(event.price)
        found |= shared.of(("price", words), lambda: _offers(words))
    if event.audiences:
        found["audience"] = shared.of((Kind.AUDIENCE, event.audiences), lambda: _audience(ctx, event.audiences))
    if event.themes:
        names = ctx.names[Kind.THEME]
        found["keywords"] = shared.of(
            (Kind.THEME, event.themes), lambda: ", ".join(names[name] for name in event.themes)
        )


def _add_addresses(found: dict[str, Any], site: str, event: Event) -> None:
    """Add what needs the site's own address: without it there is nothing to point at."""
    found["url"] = f"{site}{EVENTS}{event.id}/"
    if event.image is not None:
        found["image"] = [f"{site}{event.image.file}"]
    if event.part_of:
        found["superEvent"] = {"@id": f"{site}{EVENTS}{event.part_of}/"}


def _audience(ctx: PageContext, names: tuple[str, ...]) -> dict[str, str]:
    known = ctx.names[Kind.AUDIENCE]
    return {"@type": "Audience", "audienceType": ", ".join(known[name] for name in names)}


def _organiser(ctx: PageContext, name: str) -> dict[str, str]:
    found = {"@type": "Organization", "name": ctx.names[Kind.ORGANISATION][name]}
    if ctx.site.url:
        found["url"] = f"{ctx.site.url}{FOLDERS[Kind.ORGANISATION]}{name}/"
    return found
