"""Places on a map of others: plain addresses, so that nobody is told of a reader until a link is pressed."""

from __future__ import annotations

from seurantalo.model.place import Coordinates


def directions_address(place: Coordinates) -> str:
    """Return the address of the directions to a place on OpenStreetMap, which asks where one starts."""
    return f"https://www.openstreetmap.org/directions?to={place.latitude:.5f}%2C{place.longitude:.5f}"
