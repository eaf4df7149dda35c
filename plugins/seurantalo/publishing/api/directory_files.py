"""Who and where: lists of organisations, venues and the like; venues on a map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

import orjson

from seurantalo.model.community import Community
from seurantalo.model.kinds import KINDS
from seurantalo.model.record import Kind, Record
from seurantalo.publishing.addresses import API
from seurantalo.publishing.api.directory import record_json
from seurantalo.publishing.api.listing import Listings, Planned, document
from seurantalo.publishing.api.places import feature
from seurantalo.publishing.api.values import Values
from seurantalo.publishing.feeds.lines import one_line


def directory_files(listings: Listings, values: Values, community: Community) -> Iterator[Planned]:
    """Yield a list for each kind that open data shows, and the map; events have files of their own."""
    for kind, one in KINDS.items():
        if one.open_data is not None and kind is not Kind.EVENT:
            records = community.by_kind[kind].values()
            name = one.folder or one.vocabulary
            yield listings.plan(name, one.open_data.schema, len(records), partial(_written, values, records))
    towns = {one.id: one_line(one.name.in_language(values.language)) for one in community.municipalities.values()}
    venues = [feature(values, venue, towns[venue.municipality]) for venue in community.venues.values()]
    collection = {"type": "FeatureCollection", "features": venues}
    yield Planned(f"{API}venues.geojson", "application/geo+json", "", len(venues), partial(document, collection))


def _written(values: Values, records: Iterable[Record]) -> Iterator[bytes]:
    return (orjson.dumps(record_json(values, record)) for record in records)
