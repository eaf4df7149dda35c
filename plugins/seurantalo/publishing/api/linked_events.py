"""Events in the shape of Linked Events, the API of Finnish cities and regions, for a regional calendar to take in.

The shape is that of the service's version 1: ``{"meta": {count, next, previous}, "data": [...]}``, multilingual texts
as objects, links as ``{"@id": ...}``. A repeating event is a super event of the type "recurring", its dates are sub
events of it. There is no server here: pages are files, ``next`` leads from one to the next, and an ``@id`` is the
address of the file with that one object; that of a single date leads to the file of its series, where it stands
among the sub events. What its editors ask of an event before they publish it (a keyword, an offer, both texts in each
language of the title) every event has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from seurantalo.language.prices import Admission, read_price
from seurantalo.model.event import Event, EventStatus, Format
from seurantalo.model.place import Municipality, Venue
from seurantalo.model.record import Kind
from seurantalo.model.vocabulary import Audience, Theme
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.addresses import EVENTS, FEED_GROUPS, FOLDERS, LINKED_EVENTS
from seurantalo.publishing.api.linked_texts import LinkedTexts
from seurantalo.publishing.api.values import Json, Values
from seurantalo.publishing.feeds.atom import utc
from seurantalo.publishing.feeds.lines import stamp
from seurantalo.publishing.feeds.moments import utc_text
from seurantalo.publishing.pages.event.json_ld import ages, postal_address

CONTEXT: Final = "http://schema.org"
_SCHEDULED: Final = "EventScheduled"
_STATUSES: Final = {
    EventStatus.CANCELLED: "EventCancelled",
    EventStatus.MOVED: "EventRescheduled",
    EventStatus.POSTPONED: "EventPostponed",
}
#: What is told of a date in the file of its series, which has the rest.
_OF_DATE: Final = (
    "id",
    "@id",
    "@type",
    "name",
    "event_status",
    "start_time",
    "end_time",
    "has_start_time",
    "has_end_time",
    "location",
    "location_extra_info",
    "super_event",
)
#: Before the name of a form in the id of its keyword.
_FORM: Final = "muoto"
#: A keyword of the general Finnish ontology, as Linked Events writes its id.
_YSO: Final = re.compile(r"yso:(p\d+)")


class LinkedEvents:
    """Turns events, venues and words into the objects of Linked Events."""

    def __init__(
        self, values: Values, texts: LinkedTexts, source: str, told: Mapping[str, Sequence[Occurrence]]
    ) -> None:
        """Take what puts events into words, and the dates that are told of each event.

        ``source`` is the prefix of our ids: the permanent name of the calendar.
        """
        self._values, self._texts, self._source, self.told = values, texts, source, told
        self._parts: dict[str, list[str]] = {}
        for name, dates in told.items():
            whole = dates[0].event.part_of
            if whole is not None and whole in told:
                self._parts.setdefault(whole, []).append(name)
        # Every property of an event in the order of the service.
        self._blank: Json = {
            "id": "",
            "@id": "",
            "@context": CONTEXT,
            "@type": "Event/LinkedEvent",
            "data_source": source,
            "publisher": source,
            "publication_status": "public",
            "type_id": "General",
            "name": {},
            "short_description": None,
            "description": None,
            "provider": {},
            "info_url": {},
            "event_status": "",
            "start_time": None,
            "end_time": None,
            "has_start_time": False,
            "has_end_time": False,
            "location": {},
            "location_extra_info": None,
            "keywords": [],
            "audience": [],
            "in_language": [],
            "offers": [],
            "images": [],
            "external_links": [],
            "super_event": None,
            "super_event_type": None,
            "sub_events": [],
            "custom_data": None,
            "created_time": "",
            "last_modified_time": "",
            "date_published": None,
            "deleted": False,
        }

    def event(self, event: Event, names: Json) -> Iterator[Json]:
        """Yield an event with its dates: itself, then each date of a repeating one.

        ``names`` are the organisers' by language. An event that has parts is a super event of the type "umbrella",
        unless it repeats as well.
        """
        dates, own = tuple(self.told[event.id]), self.event_url(event.id)
        words = self._texts.words(event)
        blank = self._object(event, own, names)
        found = blank.copy()
        self._put_date(found, dates[0])
        if event.part_of is not None and event.part_of in self.told:
            found["super_event"] = {"@id": self.event_url(event.part_of)}
        subs = [self._sub(blank, own, one) for one in dates] if self.object_count(event) > 1 else []
        # Of a series as a whole its rhythm is told: what is said of its next date would be news with every date.
        rhythm = self._texts.rhythm(event, dates) if subs else {}
        found["short_description"], found["description"] = self._texts.texts(event, words, dates[0], dates, rhythm)
        for one, sub in zip(dates, subs, strict=False):
            sub["short_description"], sub["description"] = self._texts.texts(event, words, one, dates)
        parts = [{"@id": self.event_url(name)} for name in self.parts(event.id)]
        found["sub_events"] = [*({"@id": one["@id"]} for one in subs), *parts]
        if subs:
            found["super_event_type"] = "recurring"
            found["end_time"], found["has_end_time"] = _ends(dates[-1])
            states = {sub["event_status"] for sub in subs}
            # That one date is cancelled or moved says nothing of the others.
            found["event_status"] = states.pop() if len(states) == 1 else _SCHEDULED
        elif parts:
            found["super_event_type"] = "umbrella"
        yield found
        yield from subs

    def parts(self, name: str) -> Sequence[str]:
        """Return the ids of the events that are parts of an event."""
        return self._parts.get(name, ())

    def object_count(self, event: Event) -> int:
        """Return how many objects tell of an event: itself, and each date of one that repeats."""
        dates = len(self.told[event.id])
        return 1 + dates if event.repeats is not None or dates > 1 else 1

    def event_url(self, name: str) -> str:
        """Return the ``@id`` of an event: where it can be fetched alone."""
        return self._url("event", name)

    def with_dates(self, whole: Json, dates: Sequence[Json]) -> Json:
        """Return an event as its file has it: with its dates, which all have that file's address."""
        inside = [{name: one[name] for name in _OF_DATE} for one in dates]
        return whole | {"sub_events": [*inside, *whole["sub_events"][len(dates) :]]}

    def _url(self, kind: str, name: str) -> str:
        # Below a folder of its own: the files of lists are numbers, and an event may be called so.
        return self._values.url(f"{LINKED_EVENTS}{kind}/id/{name}.json")

    def _sub(self, blank: Json, whole: str, one: Occurrence) -> Json:
        """Return one date of a repeating event; ``blank`` is what the event's dates have in common."""
        mark = stamp(one.recurrence_id)
        found = blank.copy()
        found["id"], found["@id"] = f"{blank['id']}-{mark}", f"{whole}#{mark}"
        found["super_event"] = {"@id": whole}
        self._put_date(found, one)
        return found

    def _put_date(self, found: Json, one: Occurrence) -> None:
        """Put in what belongs to one date of an event. One that is postponed has no time."""
        found["name"] = self._values.shared_text(one.title)
        found["event_status"] = _STATUSES.get(one.status, _SCHEDULED)
        if one.status is not EventStatus.POSTPONED:
            found["start_time"], found["has_start_time"] = utc_text(one.starts_at), not one.whole_day
            found["end_time"], found["has_end_time"] = _ends(one)
        found["location"] = {"@id": self.place_url(one.venue, one.event.municipality)}
        found["location_extra_info"] = self._texts.room(one)

    def _object(self, event: Event, own: str, names: Json) -> Json:
        values = self._values
        page = values.url(f"{EVENTS}{event.id}/")
        keywords = [self.keyword_url(Kind.THEME, theme) for theme in event.themes]
        return self._blank | {
            "id": f"{self._source}:{event.id}",
            "@id": own,
            "provider": names,
            "info_url": {values.language: page},
            "keywords": [{"@id": one} for one in (*keywords, self.format_url(event.format))],
            "audience": [{"@id": self.keyword_url(Kind.AUDIENCE, name)} for name in event.audiences],
            **_ages(values, event),
            "offers": [self._offer(event)],
            "images": _images(values, event),
            "created_time": utc(event.revision.created),
            "last_modified_time": utc(event.revision.modified),
        }

    def _offer(self, event: Event) -> Json:
        """Return the price in words; "free" is told of what is certainly free to everybody."""
        price, values = event.price, self._values
        if price is None:
            return {"is_free": False, "price": self._texts.no_price, "description": None, "info_url": None}
        free = read_price(price.in_language(values.language)).admission is Admission.FREE
        return {"is_free": free, "price": values.shared_text(price), "description": None, "info_url": None}

    def place_url(self, venue: str | None, municipality: str) -> str:
        """Return the ``@id`` of a place: that of the venue, else that of the municipality."""
        if venue is None:
            return self._url("place", f"{FEED_GROUPS[Kind.MUNICIPALITY]}-{municipality}")
        return self._url("place", f"{FEED_GROUPS[Kind.VENUE]}-{venue}")

    def keyword_url(self, kind: Kind, name: str) -> str:
        """Return the ``@id`` of a theme or an audience."""
        return self._url("keyword", f"{FEED_GROUPS[kind]}-{name}")

    def format_url(self, form: Format) -> str:
        """Return the ``@id`` of the keyword of a form."""
        return self._url("keyword", f"{_FORM}-{form}")

    def place(self, venue: Venue | None, municipality: Municipality) -> Json:
        """Return a venue, or with None the municipality itself, as a Place."""
        values = self._values
        record = venue or municipality
        position = venue.coordinates if venue is not None else None
        # GeoJSON, and so Linked Events, has the longitude first (RFC 7946, 3.1.1).
        point = [float(position.longitude), float(position.latitude)] if position else None
        address = postal_address(venue, "")
        street = address.get("streetAddress")
        return {
            "id": f"{self._source}:{FEED_GROUPS[record.KIND]}-{record.id}",
            "@id": self.place_url(venue.id if venue is not None else None, municipality.id),
            "@context": CONTEXT,
            "@type": "Place",
            "origin_id": record.id,
            "data_source": self._source,
            "publisher": self._source,
            "name": values.text(record.name),
            "street_address": {values.language: street} if street else None,
            "postal_code": address.get("postalCode"),
            "address_locality": _town(values, address["addressLocality"], municipality),
            "address_country": "FI",
            "position": {"type": "Point", "coordinates": point} if point else None,
            "info_url": {values.language: values.url(f"{FOLDERS[record.KIND]}{record.id}/")},
            "last_modified_time": utc(record.revision.modified),
            "deleted": False,
        }

    def keyword(self, term: Theme | Audience) -> Json:
        """Return a theme or an audience as a Keyword; one that names its YSO keyword carries that id."""
        match = _YSO.fullmatch(term.keyword)
        found = self._word(f"{FEED_GROUPS[term.KIND]}-{term.id}", self._values.text(term.name))
        found["alt_labels"] = list(term.aliases)
        found["last_modified_time"] = utc(term.revision.modified)
        if match:
            found |= {
                "id": term.keyword,
                "origin_id": f"http://www.yso.fi/onto/yso/{match[1]}",
                "data_source": "yso",
            }
        return found

    def form(self, form: Format) -> Json:
        """Return the form of an event as a Keyword: every event has one, so that none is without."""
        return self._word(f"{_FORM}-{form}", self._texts.form(form))

    def _word(self, name: str, words: Mapping[str, str]) -> Json:
        return {
            "id": f"{self._source}:{name}",
            "@id": self._url("keyword", name),
            "@context": CONTEXT,
            "@type": "Keyword",
            "origin_id": name,
            "data_source": self._source,
            "publisher": self._source,
            "name": words,
            "alt_labels": [],
            "aggregate": False,
            "deprecated": False,
            "last_modified_time": None,
        }


def _town(values: Values, town: str, municipality: Municipality) -> Mapping[str, str]:
    """Return the town of an address, else the municipality in its languages."""
    return {values.language: town} if town else values.text(municipality.name)


def _ends(one: Occurrence) -> tuple[str | None, bool]:
    """Return the end, and whether it has an hour; whole days end at the midnight after the last."""
    has_hour = isinstance(one.ends_local, datetime)
    return (None, False) if has_hour and one.ends_assumed else (utc_text(one.ends_at), has_hour)


def _ages(values: Values, event: Event) -> Json:
    years = ages(event.age_limit.in_language(values.language)) if event.age_limit is not None else None
    return {"audience_min_age": years[0], "audience_max_age": years[1]} if years is not None else {}


def _images(values: Values, event: Event) -> list[Json]:
    if event.image is None:
        return []
    words = event.image.alt.in_language(values.language)
    credit = event.image.credit or None
    return [{"url": values.url(event.image.file), "alt_text": words, "name": words, "photographer_name": credit}]
