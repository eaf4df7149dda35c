"""Events in the shape of Linked Events, the API of Finnish cities and regions, for a regional calendar to take in.

The shape is that of the service's version 1: ``{"meta": {count, next, previous}, "data": [...]}``, multilingual texts
as objects, links as ``{"@id": ...}``. A repeating event is a super event of the type "recurring", its dates are sub
events of it. There is no server here: pages are files, and ``next`` leads from one to the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from html import escape
from typing import Final

from seurantalo.language.prices import Admission, read_price
from seurantalo.model.event import Event, EventStatus
from seurantalo.model.place import Municipality, Venue
from seurantalo.model.record import Kind
from seurantalo.model.text import Text
from seurantalo.model.vocabulary import Audience, Theme
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.addresses import EVENTS, FEED_GROUPS, FOLDERS, own_calendar
from seurantalo.publishing.api.values import Json, Values
from seurantalo.publishing.feeds.atom import utc
from seurantalo.publishing.feeds.brief import Briefs
from seurantalo.publishing.feeds.lines import stamp
from seurantalo.publishing.feeds.moments import utc_text
from seurantalo.publishing.feeds.texts import DESCRIPTION_LIMIT
from seurantalo.publishing.pages.event.json_ld import ages

CONTEXT: Final = "http://schema.org"
_STATUSES: Final = {
    EventStatus.CANCELLED: "EventCancelled",
    EventStatus.MOVED: "EventRescheduled",
    EventStatus.POSTPONED: "EventPostponed",
}
#: Without one of these a text is HTML as it stands: to look for each costs less than to put something in its place.
_UNSAFE: Final = "&<>\"'"
#: A keyword of the general Finnish ontology, as Linked Events writes its id.
_YSO: Final = re.compile(r"yso:(p\d+)")


class LinkedEvents:
    """Turns events, venues and words into the objects of Linked Events."""

    def __init__(self, values: Values, briefs: Briefs, source: str) -> None:
        """``source`` is the prefix of our ids: the permanent name of the calendar."""
        self._values, self._briefs, self._source = values, briefs, source
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

    def event(self, event: Event, dates: tuple[Occurrence, ...], names: Json) -> Iterator[Json]:
        """Yield an event with its dates: itself, then each date of a repeating one.

        ``names`` are the organisers' by language.
        """
        values = self._values
        own = f"{values.url(EVENTS)}{event.id}/"
        found = self._object(event, own, names)
        self._put_date(found, dates[0])
        described = event.description
        words = self._briefs.plain(described, DESCRIPTION_LIMIT) if described is not None else {}
        summary = self._briefs.summary(event, words.get(values.language))
        if summary:
            found["short_description"] = {values.language: summary}
        date = found.copy()
        if words:
            found["description"] = {language: _html(text) for language, text in words.items()}
        if event.part_of is not None:
            found["super_event"] = {"@id": f"{values.url(EVENTS)}{event.part_of}/"}
        if event.repeats is None:
            yield found
            return
        date["super_event"] = {"@id": own}
        subs = [self._sub(date, own, one) for one in dates]
        found["super_event_type"] = "recurring"
        found["end_time"], found["has_end_time"] = _ends(dates[-1])
        found["sub_events"] = [{"@id": one["@id"]} for one in subs]
        yield found
        yield from subs

    def _sub(self, date: Json, own: str, one: Occurrence) -> Json:
        """Return one date of a repeating event; ``date`` is what the event's dates have in common."""
        mark = stamp(one.recurrence_id)
        found = date.copy()
        found["id"], found["@id"] = f"{date['id']}-{mark}", f"{own}#{mark}"
        self._put_date(found, one)
        return found

    def _put_date(self, found: Json, one: Occurrence) -> None:
        """Put in what belongs to one date of an event."""
        found["name"] = self._values.shared_text(one.title)
        found["event_status"] = _STATUSES.get(one.status, "EventScheduled")
        found["start_time"], found["has_start_time"] = utc_text(one.starts_at), not one.whole_day
        found["end_time"], found["has_end_time"] = _ends(one)
        found["location"] = {"@id": self.place_url(one.venue, one.event.municipality)}

    def _object(self, event: Event, own: str, names: Json) -> Json:
        values = self._values
        return self._blank | {
            "id": f"{self._source}:{event.id}",
            "@id": own,
            "provider": names,
            "info_url": {values.language: own},
            "keywords": [{"@id": self.keyword_url(Kind.THEME, theme)} for theme in event.themes],
            "audience": [{"@id": self.keyword_url(Kind.AUDIENCE, name)} for name in event.audiences],
            **_ages(values, event),
            "offers": [_offer(values, event.price)] if event.price is not None else [],
            "images": _images(values, event),
            "created_time": utc(event.revision.created),
            "last_modified_time": utc(event.revision.modified),
        }

    def place_url(self, venue: str | None, municipality: str) -> str:
        """Return the ``@id`` of a place: the page of the venue, else that of the municipality."""
        if venue is None:
            return f"{self._values.url(FOLDERS[Kind.MUNICIPALITY])}{municipality}/"
        return f"{self._values.url(FOLDERS[Kind.VENUE])}{venue}/"

    def keyword_url(self, kind: Kind, name: str) -> str:
        """Return the ``@id`` of a theme or an audience: the page of its calendar."""
        return self._values.url(own_calendar(FEED_GROUPS[kind], name))

    def place(self, venue: Venue | None, municipality: Municipality) -> Json:
        """Return a venue, or with None the municipality itself, as a Place."""
        values = self._values
        record = venue or municipality
        position = venue.coordinates if venue is not None else None
        point = {"type": "Point", "coordinates": [position.longitude, position.latitude]} if position else None
        address = venue.address if venue is not None else ""
        own = self.place_url(venue.id if venue is not None else None, municipality.id)
        return {
            "id": f"{self._source}:{FEED_GROUPS[record.KIND]}-{record.id}",
            "@id": own,
            "@context": CONTEXT,
            "@type": "Place",
            "origin_id": record.id,
            "data_source": self._source,
            "publisher": self._source,
            "name": values.text(record.name),
            "street_address": {values.language: address} if address else None,
            "address_locality": values.text(municipality.name),
            "address_country": "FI",
            "position": point,
            "info_url": {values.language: own},
            "last_modified_time": utc(record.revision.modified),
            "deleted": False,
        }

    def keyword(self, term: Theme | Audience) -> Json:
        """Return a theme or an audience as a Keyword; one that names its YSO keyword carries that id."""
        match = _YSO.fullmatch(term.keyword)
        return {
            "id": term.keyword if match else f"{self._source}:{FEED_GROUPS[term.KIND]}-{term.id}",
            "@id": self.keyword_url(term.KIND, term.id),
            "@context": CONTEXT,
            "@type": "Keyword",
            "origin_id": f"http://www.yso.fi/onto/yso/{match[1]}" if match else term.id,
            "data_source": "yso" if match else self._source,
            "publisher": self._source,
            "name": self._values.text(term.name),
            "alt_labels": list(term.aliases),
            "aggregate": False,
            "deprecated": False,
            "last_modified_time": utc(term.revision.modified),
        }


def _html(text: str) -> str:
    """Return plain paragraphs as the little HTML that Linked Events expects of a description."""
    for sign in _UNSAFE:
        if sign in text:
            text = escape(text)
            break
    return "<p>" + text.replace("\n\n", "</p><p>").replace("\n", "<br>") + "</p>"


def _ends(one: Occurrence) -> tuple[str | None, bool]:
    """Return the end, and whether it has an hour; whole days end at the midnight after the last."""
    has_hour = isinstance(one.ends_local, datetime)
    return (None, False) if has_hour and one.ends_assumed else (utc_text(one.ends_at), has_hour)


def _offer(values: Values, price: Text) -> Json:
    return {
        "is_free": read_price(price.in_language(values.language)).admission is Admission.FREE,
        "price": values.shared_text(price),
        "description": None,
        "info_url": None,
    }


def _ages(values: Values, event: Event) -> Json:
    years = ages(event.age_limit.in_language(values.language)) if event.age_limit is not None else None
    return {"audience_min_age": years[0], "audience_max_age": years[1]} if years is not None else {}


def _images(values: Values, event: Event) -> list[Json]:
    if event.image is None:
        return []
    words = event.image.alt.in_language(values.language)
    return [{"url": values.url(event.image.file), "alt_text": {values.language: words}, "name": words}]
