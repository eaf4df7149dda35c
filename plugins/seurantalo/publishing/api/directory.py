"""Records other than events as JSON, in lists: organisations, venues and the like; venues also on a map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from typing import Final

from seurantalo.lasting_json import lasting_json
from seurantalo.model.community import Community
from seurantalo.model.kinds import KINDS
from seurantalo.model.place import Venue
from seurantalo.model.record import Kind, Record
from seurantalo.publishing.addresses import API, FOLDERS
from seurantalo.publishing.api.json_values import Own, RecordWriter
from seurantalo.publishing.api.listing import Listings, Planned, document
from seurantalo.publishing.api.values import Json, Values, without_empty
from seurantalo.publishing.feeds.lines import one_line
from seurantalo.publishing.prose import ProseContext, unlinked

#: What follows from fields, by its name in the open data.
_OWN: Final[Mapping[str, Own]] = {
    "latitude": Own("coordinates", lambda _, place, __: place.latitude),
    "longitude": Own("coordinates", lambda _, place, __: place.longitude),
}


@cache
def _writer(kind: Kind) -> RecordWriter:
    one = KINDS[kind]
    if one.open_data is None:
        raise KeyError(kind)
    return RecordWriter(one.fields, one.open_data, own=_OWN)


def record_json(values: Values, record: Record) -> Json:
    """Return a record; raise KeyError for a kind that no open data shows. Contacts are roles."""
    found = values.common(record)
    _writer(record.KIND).write(found, values, record)
    return found


def directory_files(listings: Listings, values: Values, community: Community) -> Iterator[Planned]:
    """Yield a list for each kind that open data shows, and the map; events have files of their own."""
    for kind, one in KINDS.items():
        if one.open_data is not None and kind is not Kind.EVENT:
            records = community.by_kind[kind].values()
            name = one.folder or one.vocabulary
            yield listings.plan(name, one.open_data.schema, len(records), partial(_written, values, records))
    towns = {one.id: one_line(one.name.in_language(values.language)) for one in community.municipalities.values()}
    prose = ProseContext(community, values.language)
    venues = [feature(values, venue, towns[venue.municipality], prose) for venue in community.venues.values()]
    collection = {"type": "FeatureCollection", "features": venues}
    yield Planned(f"{API}venues.geojson", "application/geo+json", "", len(venues), partial(document, collection))


def _written(values: Values, records: Iterable[Record]) -> Iterator[bytes]:
    return (lasting_json(record_json(values, record)) for record in records)


def feature(values: Values, venue: Venue, municipality: str, prose: ProseContext) -> Json:
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
                "accessibility": one_line(unlinked(venue.accessibility.in_language(values.language), prose))
                if venue.accessibility
                else "",
                "demo": venue.demo or None,
                "url": values.url(f"{FOLDERS[venue.KIND]}{venue.id}/"),
            }
        ),
    }
