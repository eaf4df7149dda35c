"""schema.org/Event as JSON-LD, so that search engines and calendars understand an event's page.

Rules that are easy to get wrong (schema.org/Event; Google's event guidelines): a postponed event keeps its old
``startDate``; a moved one names the ``previousStartDate``; a date that is only held is not announced at all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from seurantalo.language.prices import read_price
from seurantalo.model.event import Event, EventStatus, External
from seurantalo.model.place import Venue
from seurantalo.model.record import Kind
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.addresses import EVENTS, FOLDERS
from seurantalo.publishing.feeds.moments import in_zone, span
from seurantalo.publishing.pages.event.offers import offers
from seurantalo.publishing.pages.event.schedule import schedules
from seurantalo.publishing.pages.shared.context import PageContext

_SCHEMA: Final = "https://schema.org/"
_STATUS: Final = {
    EventStatus.CANCELLED: f'"eventStatus":"{_SCHEMA}EventCancelled"',
    EventStatus.MOVED: f'"eventStatus":"{_SCHEMA}EventRescheduled"',
    EventStatus.POSTPONED: f'"eventStatus":"{_SCHEMA}EventPostponed"',
}
_SCHEDULED: Final = f'"eventStatus":"{_SCHEMA}EventScheduled"'
_ON_SPOT: Final = f'"eventAttendanceMode":"{_SCHEMA}OfflineEventAttendanceMode"'
_MIXED: Final = f'"eventAttendanceMode":"{_SCHEMA}MixedEventAttendanceMode"'
_ONLINE: Final = f'"eventAttendanceMode":"{_SCHEMA}OnlineEventAttendanceMode"'

#: ``Kauppatie 1, 62800 Vimpeli``
_ADDRESS: Final = re.compile(r"(?P<street>[^,]+),\s*(?:FI-)?(?P<code>\d{5})\s+(?P<town>[^,]+)")
#: ``18``, ``K-18``, ``yli 7-vuotiaille``, ``3–6 v``, ``från 18 år``.
_AGES: Final = re.compile(
    r"(?:(?:K|yli|vähintään|över|minst|från|over|from|at least)[ -]?)?"
    r"(?P<least>\d{1,2})(?:\s?[–-]\s?(?P<most>\d{1,2}))?"
    r"(?:\+|[ -]?(?:v\.?|vuotta|vuotia(?:at|ille)|år(?:ingar)?|years?(?: old| and over)?))?",
    re.IGNORECASE,
)

#: Returns the JSON of a value.
_encode: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
#: The same of words, which most values are.
_words: Final = json.encoder.encode_basestring


class Shared:
    """JSON that many events have in common, each piece made once."""

    __slots__ = ("_texts",)

    def __init__(self) -> None:
        """Begin with nothing."""
        self._texts: dict[object, str] = {}

    def of(self, key: object, make: Callable[[], str]) -> str:
        """Return the JSON of a key; ``make`` makes it when it is first asked for."""
        text = self._texts.get(key)
        if text is None:
            text = self._texts[key] = make()
        return text


def in_script(text: str) -> str:
    """Return JSON that may stand inside ``<script>``: no ``<``, ``>`` or ``&`` (HTML, 4.12.1.3), no U+2028."""
    if "<" in text or ">" in text or "&" in text:
        text = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def ages(words: str) -> tuple[int, int | None] | None:
    """Return from what age to what age an event is by its age limit in words; None where that is not clear.

    >>> ages("K-18"), ages("3–6 v"), ages("lapset aikuisen kanssa")
    ((18, None), (3, 6), None)
    """
    match = _AGES.fullmatch(words.strip())
    if match is None:
        return None
    least, most = int(match["least"]), match["most"]
    if most is None:
        return least, None
    return (least, int(most)) if least <= int(most) else None


def _moments(occurrence: Occurrence) -> tuple[str, str]:
    """Return start and end; of whole days also an end that was only assumed is sure."""
    starts, ends = span(occurrence)
    return starts, ends or (occurrence.ends_local.isoformat() if occurrence.whole_day else "")


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


def _location(ctx: PageContext, event: Event, name: str | None, shared: Shared) -> str:
    if event.online and name is None:
        return f'"location":{_online(event.online)}'
    if name is None:
        key = (Kind.MUNICIPALITY, event.municipality)
        place = shared.of(key, lambda: _encode(place_json(ctx, None, event.municipality)))
    else:
        venue = ctx.community.venues[name]
        place = shared.of((Kind.VENUE, name), lambda: _encode(place_json(ctx, venue, venue.municipality)))
    return f'"location":[{place},{_online(event.online)}]' if event.online else f'"location":{place}'


def _online(address: str) -> str:
    return _encode({"@type": "VirtualLocation", "url": address})


def _offers(words: str) -> str:
    """Return the members that a price in words makes; ``""`` where that is not clear."""
    return ",".join([f'"{name}":{_encode(value)}' for name, value in offers(read_price(words)).items()])


def event_json(
    ctx: PageContext,
    event: Event,
    shown: Occurrence | None,
    dates: Sequence[Occurrence],
    description: str,
    shared: Shared | None = None,
) -> str:
    """Return the schema.org/Event of an event for a ``<script>``; ``""`` where there is nothing certain to announce.

    ``shown`` is the occurrence that the page is about: the next one of a series, else the last. ``dates`` are all of
    the event's, ``description`` is plain text, ``shared`` a memory from one event to the next.
    """
    shared = shared or Shared()
    status = shown.status if shown is not None else event.status
    if status is EventStatus.TENTATIVE:
        return ""
    if shown is not None:
        starts, ends = _moments(shown)
    elif event.starts is not None:
        starts, ends = in_zone(event.starts, event.timezone), ""
    else:
        return ""
    venue = shown.venue if shown is not None else event.venue
    members = [
        f'"@context":"https://schema.org","@type":"Event","name":{_words(ctx.words((shown or event).title))}',
        f'"startDate":"{starts}"',
        _STATUS.get(status, _SCHEDULED),
        _ON_SPOT if not event.online else _MIXED if venue else _ONLINE,
        _location(ctx, event, venue, shared),
        shared.of((Kind.ORGANISATION, event.organisers), lambda: _organisers(ctx, event.organisers)),
    ]
    if ends:
        members.append(f'"endDate":"{ends}"')
    if status is EventStatus.MOVED and shown is not None and shown.planned is not None:
        members.append(f'"previousStartDate":"{in_zone(shown.planned, ctx.settings.timezone)}"')
    members += _details(ctx, event, description, shared)
    if found := schedules(event, dates, ctx.settings.timezone):
        members.append(f'"eventSchedule":{_encode(found if len(found) > 1 else found[0])}')
    if ctx.site.url:
        members += _addresses(ctx.site.url, event)
    return in_script(f"{{{','.join(members)}}}")


def _details(ctx: PageContext, event: Event, description: str, shared: Shared) -> list[str]:
    found: list[str] = []
    if event.demo:
        description = f"{ctx.say('Example: this event is invented.')} {description}".strip()
    if description:
        found.append(f'"description":{_words(description)}')
    if event.external is not None:
        found.append(_source(event.external))
    if event.price is not None:
        words = ctx.words(event.price)
        told = shared.of(("price", words), lambda: _offers(words))
        if told:
            found.append(told)
    if event.age_limit is not None and (years := ages(ctx.words(event.age_limit))):
        found.append(f'"typicalAgeRange":"{years[0]}-{years[1] or ""}"')
    if event.audiences:
        found.append(shared.of((Kind.AUDIENCE, event.audiences), lambda: _audience(ctx, event.audiences)))
    if event.themes:
        found.append(shared.of((Kind.THEME, event.themes), lambda: _keywords(ctx, event.themes)))
    return found


def _addresses(site: str, event: Event) -> list[str]:
    """Return what needs the site's own address: without it there is nothing to point at."""
    found = [f'"url":{_words(f"{site}{EVENTS}{event.id}/")}']
    if event.image is not None:
        found.append(f'"image":[{_encode(f"{site}{event.image.file}")}]')
    if event.part_of:
        found.append(f'"superEvent":{_encode({"@id": f"{site}{EVENTS}{event.part_of}/"})}')
    return found


def _source(external: External) -> str:
    """Return the calendar that an event was fetched from."""
    source = {"@type": "CreativeWork", "name": external.calendar}
    return f'"subjectOf":{_encode(source | ({"url": external.url} if external.url else {}))}'


def _audience(ctx: PageContext, names: tuple[str, ...]) -> str:
    known = ctx.names[Kind.AUDIENCE]
    words = ", ".join([known[name] for name in names])
    return f'"audience":{_encode({"@type": "Audience", "audienceType": words})}'


def _keywords(ctx: PageContext, names: tuple[str, ...]) -> str:
    known = ctx.names[Kind.THEME]
    return f'"keywords":{_encode(", ".join([known[name] for name in names]))}'


def _organisers(ctx: PageContext, names: tuple[str, ...]) -> str:
    found = []
    for name in names:
        one = {"@type": "Organization", "name": ctx.names[Kind.ORGANISATION][name]}
        if ctx.site.url:
            one["url"] = f"{ctx.site.url}{FOLDERS[Kind.ORGANISATION]}{name}/"
        found.append(one)
    return f'"organizer":{_encode(found)}'
