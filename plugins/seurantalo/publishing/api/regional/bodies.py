"""Events and places as they are sent to a regional calendar: in its words, with its places, by our ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

from seurantalo.frozen import dataclass
from seurantalo.language.prices import Admission, read_price
from seurantalo.model.channel import RegionalMap
from seurantalo.model.community import Community
from seurantalo.model.event import Event, Format
from seurantalo.model.fields.words import value_of
from seurantalo.model.place import Municipality, Venue
from seurantalo.model.record import Kind
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.addresses import FEED_GROUPS
from seurantalo.publishing.api.linked_events import LinkedEvents
from seurantalo.publishing.api.regional.rules import CANCELLED, LINK_LENGTH, POSTPONED, SCHEDULED
from seurantalo.publishing.api.regional.terms import LANGUAGES, Terms
from seurantalo.publishing.api.values import Json, Values
from seurantalo.publishing.feeds.lines import stamp

#: Texts in which no markup may stand.
_PLAIN: Final = ("name", "short_description", "provider", "location_extra_info")
#: Signs of markup, and what looks like them.
_NO_MARKUP: Final = str.maketrans({"<": "‹", ">": "›"})
#: An event is told as held unless it is one of these.
_NOT_HELD: Final = frozenset({CANCELLED, POSTPONED})


@dataclass(frozen=True, slots=True)
class Draft:
    """An event, or one date of a series, as it is to be sent.

    ``day`` is on which day it is, None for a whole series. ``whole`` is the id of what it is a part of, ``""`` for
    nothing; ``picture`` what has to be there first; ``unmapped`` are words of ours that the map does not have.
    """

    event: str
    body: Mapping[str, Any]
    day: date | None
    whole: str = ""
    picture: Mapping[str, Any] | None = None
    unmapped: tuple[str, ...] = ()
    links_left_out: int = 0

    @property
    def id(self) -> str:
        """What it is called there."""
        return str(self.body["id"])


class Bodies:
    """Turns events and places into what is sent of them."""

    def __init__(
        self, linked: LinkedEvents, community: Community, values: Values, regional: RegionalMap, terms: Terms
    ) -> None:
        """Take what makes objects in the shape of Linked Events, and the map and terms of one calendar."""
        self._linked, self._community, self._values = linked, community, values
        self._map, self._terms = regional, terms
        forms = ((value_of(Format, word), name) for word, name in regional.keywords.items())
        self._forms = {form: name for form, name in forms if form is not None}

    def of_event(self, event: Event, dates: Sequence[Occurrence], names: Json) -> Iterator[Draft]:
        """Yield an event, and each date of one that has several."""
        own = self.event_id(event)
        shared = self._shared(event)
        above = self._community.events.get(event.part_of or "")
        objects = list(self._linked.event(event, names))
        for place, one in enumerate(objects):
            shown = dates[0] if place == 0 else dates[place - 1]
            body = {**self._texts(one), **shared}
            body["id"] = own if place == 0 else f"{own}-{stamp(shown.recurrence_id)}"
            body["event_status"] = one["event_status"] if one["event_status"] in _NOT_HELD else SCHEDULED
            body["start_time"], body["end_time"] = _times(one, shown)
            if one["super_event_type"] == "recurring":
                body["start_time"], body["end_time"] = _whole_series(event, dates, one)
            body["super_event_type"] = one["super_event_type"]
            whole = own if place else self.event_id(above) if above is not None and one["super_event"] else ""
            body["super_event"] = {"@id": self._terms.url("event", whole)} if whole else None
            body["location"] = {"@id": self._terms.url("place", self.place_id(shown.venue, event.municipality))}
            day = None if one["super_event_type"] == "recurring" else shown.first_day
            picture = self._picture(event)
            yield Draft(
                event.id,
                body,
                day,
                whole,
                picture,
                self._unmapped(event),
                len(self._links(event)) - len(body["external_links"]),
            )

    def event_id(self, event: Event) -> str:
        """Return what an event is called there: by its oldest name, so that it stays the same when a file moves."""
        return f"{self._terms.source}:{(event.former_ids or (event.id,))[0]}"

    def place_id(self, venue: str | None, municipality: str) -> str:
        """Return the id of a place: that of the map, else one of our own."""
        kind, name = (Kind.MUNICIPALITY, municipality) if venue is None else (Kind.VENUE, venue)
        return self._map.places.get(name) or f"{self._terms.source}:{FEED_GROUPS[kind]}-{name}"

    def place(self, venue: Venue | None, municipality: Municipality) -> Json | None:
        """Return a place of our own as it is sent; None for one that the calendar has by the map."""
        record = venue or municipality
        if record.id in self._map.places:
            return None
        one = self._linked.place(venue, municipality)
        return {
            "id": self.place_id(venue.id if venue is not None else None, municipality.id),
            "data_source": self._terms.source,
            "publisher": self._terms.publisher,
            "origin_id": f"{FEED_GROUPS[record.KIND]}-{record.id}",
            **{name: _unmarked(one[name]) for name in ("name", "street_address", "address_locality", "info_url")},
            "postal_code": one["postal_code"],
            "address_country": one["address_country"],
            "position": one["position"],
        }

    def _shared(self, event: Event) -> Json:
        """Return what all dates of an event have in common."""
        terms, registration = self._terms, event.registration
        picture = self._picture(event)
        number = terms.pictures.get(picture["url"]) if picture is not None else None
        return {
            "data_source": terms.source,
            "publisher": terms.publisher,
            "publication_status": "public",
            "type_id": "General",
            "keywords": [{"@id": terms.url("keyword", name)} for name in self._keywords(event)],
            "audience": [{"@id": terms.url("keyword", name)} for name in self._audiences(event)],
            "enrolment_end_time": _registration_ends(event) if registration is not None else None,
            "in_language": [],
            "offers": self._offers(event),
            "images": [{"@id": terms.url("image", number)}] if number is not None else [],
            "external_links": _once([link for link in self._links(event) if len(link["link"]) <= LINK_LENGTH]),
        }

    def _texts(self, one: Json) -> Json:
        found = {name: _unmarked(one[name]) for name in _PLAIN}
        described = one["description"] or {}
        # The service writes quotation marks as they are, and would tell us of a change at each look.
        found["description"] = {
            code: words.replace("&quot;", '"').replace("&#x27;", "'") for code, words in described.items()
        }
        found["info_url"] = one["info_url"]
        found["audience_min_age"], found["audience_max_age"] = (
            one.get("audience_min_age"),
            one.get("audience_max_age"),
        )
        return found

    def _keywords(self, event: Event) -> list[str]:
        found = [self._theme(name) for name in event.themes]
        return list(dict.fromkeys(filter(None, [*found, self._forms.get(event.format, "")])))

    def _theme(self, name: str) -> str:
        """Return the keyword of a theme, else that of one that it is a part of; ``""`` where there is none."""
        seen: set[str] = set()
        while name and name not in seen:
            if name in self._map.keywords:
                return self._map.keywords[name]
            seen.add(name)
            theme = self._community.themes.get(name)
            name = (theme.broader if theme is not None else None) or ""
        return ""

    def _audiences(self, event: Event) -> list[str]:
        return list(dict.fromkeys(filter(None, (self._map.audiences.get(name, "") for name in event.audiences))))

    def _unmapped(self, event: Event) -> tuple[str, ...]:
        themes = tuple(name for name in event.themes if not self._theme(name))
        return themes if event.format in self._forms else (*themes, event.format.value)

    def _offers(self, event: Event) -> list[Json]:
        """Return the price; none where the file has none: that entrance is free is not ours to say."""
        if event.price is None:
            return []
        free = read_price(event.price.in_language(self._values.language)).admission is Admission.FREE
        words = {code: text.translate(_NO_MARKUP) for code, text in self._values.text(event.price).items()}
        return [{"is_free": free, "price": words, "description": None, "info_url": None}]

    def _links(self, event: Event) -> list[Json]:
        own = self._values.language if self._values.language in LANGUAGES else LANGUAGES[0]
        found = [
            {"name": link.title.in_language(own)[:100].translate(_NO_MARKUP) if link.title else "", "link": link.url}
            for link in event.links
        ]
        if event.registration is not None and event.registration.url:
            found.insert(0, {"name": "registration", "link": event.registration.url})
        return [{"name": one["name"], "language": own, "link": one["link"]} for one in found]

    def _picture(self, event: Event) -> Json | None:
        if event.image is None:
            return None
        words = event.image.alt.in_language(self._values.language)
        return {
            "data_source": self._terms.source,
            "publisher": self._terms.publisher,
            "url": self._values.url(event.image.file),
            "alt_text": words,
            "name": words[:255],
            "photographer_name": event.image.credit or None,
            # What somebody may do with it beside this event is not ours to say.
            "license": "event_only",
        }


def _times(one: Json, shown: Occurrence) -> tuple[str | None, str | None]:
    """Return start and end. A day without hours is written as a day: else it would begin at midnight."""
    if one["start_time"] is None:
        return None, None
    if one["has_start_time"]:
        return one["start_time"], one["end_time"]
    return shown.first_day.isoformat(), shown.last_day.isoformat()


def _whole_series(event: Event, dates: Sequence[Occurrence], one: Json) -> tuple[str | None, str | None]:
    """Return the first start of a series and the last known end.

    The start is that of its file and not of the next date: a start that changes makes an event rescheduled there.
    """
    starts = event.starts
    if not isinstance(starts, datetime):
        first = starts or dates[0].first_day
        return first.isoformat(), dates[-1].last_day.isoformat()
    moment = starts.replace(tzinfo=ZoneInfo(event.timezone)).astimezone(ZoneInfo("UTC"))
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}", one["end_time"]


def _registration_ends(event: Event) -> str | None:
    until = event.registration.until if event.registration is not None else None
    if until is None:
        return None
    moment = until if isinstance(until, datetime) else datetime.combine(until, time(23, 59))
    return f"{moment.replace(tzinfo=ZoneInfo(event.timezone)).astimezone(ZoneInfo('UTC')):%Y-%m-%dT%H:%M:%SZ}"


def _unmarked(texts: Mapping[str, str] | None) -> Mapping[str, str] | None:
    return None if texts is None else {code: words.translate(_NO_MARKUP) for code, words in texts.items()}


def _once(links: list[Json]) -> list[Json]:
    """Return the links, each once; what differs only in capitals counts as the same there."""
    return list({f"{one['name']}-{one['language']}-{one['link']}".lower(): one for one in reversed(links)}.values())[
        ::-1
    ]
