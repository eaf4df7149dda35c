"""Venues on the map: GeoJSON (RFC 7946)."""

from __future__ import annotations

from seurantalo.model.place import Venue
from seurantalo.publishing.addresses import FOLDERS
from seurantalo.publishing.api.values import Json, Values, without_empty
from seurantalo.publishing.feeds.lines import one_line


def feature(values: Values, venue: Venue, municipality: str) -> Json:
    """Return a venue as a Feature; one whose place is not known is unlocated (RFC 7946, 3.2).

    ``municipality`` is a name. Longitude stands first (RFC 7946, 3.1.1).
    """
    place = venue.coordinates
    name = one_line(venue.name.in_language(values.language))
    return {
        "type": "Feature",
        "id": venue.id,
        "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]} if place else None,
        "properties": without_empty(
            {
                "name": name,
                "kind": venue.venue_kind.value,
                "address": venue.address,
                "municipality": municipality,
                "capacity": venue.capacity,
                "accessibility": one_line(venue.accessibility.in_language(values.language))
                if venue.accessibility
                else "",
                "demo": venue.demo or None,
                "url": values.url(f"{FOLDERS[venue.KIND]}{venue.id}/"),
            }
        ),
    }
