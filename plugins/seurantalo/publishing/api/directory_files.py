"""Who and where: lists of organisations, venues and the like; venues on a map."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, Final

import orjson

from seurantalo.model.community import AnyRecord, Community
from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import API
from seurantalo.publishing.api.directory import (
    municipality_json,
    organisation_json,
    practice_json,
    term_json,
    venue_json,
)
from seurantalo.publishing.api.listing import Listings, Planned, document
from seurantalo.publishing.api.places import feature
from seurantalo.publishing.api.values import Json, Values
from seurantalo.publishing.feeds.lines import one_line

#: File -> the kind of its records, their schema, and what makes a record of them.
_LISTS: Final[dict[str, tuple[Kind, str, Callable[[Values, Any], Json]]]] = {
    "audiences": (Kind.AUDIENCE, "terms", term_json),
    "municipalities": (Kind.MUNICIPALITY, "municipalities", municipality_json),
    "organisations": (Kind.ORGANISATION, "organisations", organisation_json),
    "practices": (Kind.PRACTICE, "practices", practice_json),
    "themes": (Kind.THEME, "terms", term_json),
    "venues": (Kind.VENUE, "venues", venue_json),
}


def directory_files(listings: Listings, values: Values, community: Community) -> Iterator[Planned]:
    """Yield a list for each kind, and the map."""
    for name, (kind, schema, make) in _LISTS.items():
        records = community.by_kind[kind].values()
        yield listings.plan(name, schema, len(records), partial(_written, make, values, records))
    towns = {one.id: one_line(one.name.in_language(values.language)) for one in community.municipalities.values()}
    venues = [feature(values, venue, towns[venue.municipality]) for venue in community.venues.values()]
    collection = {"type": "FeatureCollection", "features": venues}
    yield Planned(f"{API}venues.geojson", "application/geo+json", "", len(venues), partial(document, collection))


def _written(make: Callable[[Values, Any], Json], values: Values, records: Iterable[AnyRecord]) -> Iterator[bytes]:
    return (orjson.dumps(make(values, record)) for record in records)
