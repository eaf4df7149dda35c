"""What a regional calendar knows: words and places that were looked up there, and events of ours that it has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import quote, unquote

import orjson

from seurantalo.frozen import dataclass
from seurantalo.model.channel import Channel, RegionalMap

#: Octets of a snapshot: some hundreds of words and places.
MOST_OCTETS: Final = 262_144
#: Languages in which a regional calendar has texts, the first its own (``LANGUAGES`` of the service).
LANGUAGES: Final = ("fi", "sv", "en", "zh_hans", "ru", "ar")


class Standing(StrEnum):
    """What became of a look-up."""

    GONE = "gone"
    """It was there, and is no longer in use."""
    HERE = "here"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What was looked up in a regional calendar on a day: ids of keywords (audiences too) and places.

    ``instead`` says what has taken the place of something that is gone, where the calendar says so.

    >>> snapshot = Snapshot(date(2027, 5, 20), {"yso:p1808": Standing.HERE}, {})
    >>> read_snapshot(snapshot.written) == snapshot
    True
    """

    looked_up: date | None = None
    keywords: Mapping[str, Standing] = field(default_factory=lambda: MappingProxyType({}))
    places: Mapping[str, Standing] = field(default_factory=lambda: MappingProxyType({}))
    instead: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def written(self) -> bytes:
        """The snapshot as a file: JSON, the same octets for the same content."""
        told = {
            "looked_up": self.looked_up.isoformat() if self.looked_up else None,
            "keywords": dict(sorted(self.keywords.items())),
            "places": dict(sorted(self.places.items())),
            "instead": dict(sorted(self.instead.items())),
        }
        return orjson.dumps(told, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


#: Of a calendar in which nothing was looked up yet.
NOTHING_LOOKED_UP: Final = Snapshot()


def read_snapshot(content: bytes | None) -> Snapshot:
    """Return a snapshot as it was written; what is no snapshot, or none, knows nothing."""
    try:
        told = orjson.loads(content) if content and len(content) <= MOST_OCTETS else None
        day = date.fromisoformat(told["looked_up"]) if isinstance(told, dict) and told.get("looked_up") else None
    except (TypeError, ValueError):
        return NOTHING_LOOKED_UP
    if not isinstance(told, dict):
        return NOTHING_LOOKED_UP
    return Snapshot(
        day, _standings(told.get("keywords")), _standings(told.get("places")), _texts(told.get("instead"))
    )


def _standings(told: object) -> Mapping[str, Standing]:
    known = {one.value: one for one in Standing}
    return {name: known[value] for name, value in _texts(told).items() if value in known}


def _texts(told: object) -> Mapping[str, str]:
    some = told.items() if isinstance(told, dict) else ()
    return {name: value for name, value in some if isinstance(name, str) and isinstance(value, str)}


def snapshot_path(channel: Channel) -> str:
    """Return where a channel's snapshot is in the project: in a folder beside that of the vocabulary.

    >>> snapshot_path(channel)
    'content/regional/lehti.json'
    """
    above = channel.origin.path.split("/")[:-2]
    return "/".join([*above, "regional", f"{channel.id}.json"])


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms something is sent: the key's source and publisher, and what the calendar has already.

    ``address`` is that of its API with a slash at its end; ``events`` are ours that it has, as it gives them, by
    id; ``places`` ids of ours that it has or gets first; ``pictures`` its numbers of pictures by their address.
    ``now`` is the moment that counts as now.
    """

    channel: str
    address: str
    source: str
    publisher: str
    snapshot: Snapshot
    now: datetime
    events: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: MappingProxyType({}))
    places: frozenset[str] = frozenset()
    pictures: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, channel: Channel, regional: RegionalMap, snapshot: Snapshot, now: datetime) -> Terms:
        """Return the terms of a channel whose calendar has nothing of ours yet."""
        address = f"{regional.address.rstrip('/')}/"
        return cls(channel.id, address, regional.source, regional.publisher, snapshot, now)

    def with_places(self, names: frozenset[str]) -> Terms:
        """Return the terms with places that are there or come first."""
        return replace(self, places=self.places | names)

    def with_events(self, events: Mapping[str, Mapping[str, Any]]) -> Terms:
        """Return the terms with events that are there."""
        return replace(self, events={**self.events, **events})

    def url(self, kind: str, name: str) -> str:
        """Return the address of one of its objects: what its ``@id`` is."""
        return f"{self.address}{kind}/{quote(name, safe=':')}/"

    def name_of(self, kind: str, url: object) -> str | None:
        """Return the id in the address of one of its objects; None where it is no such address."""
        start = f"{self.address}{kind}/"
        if not isinstance(url, str) or not url.startswith(start) or not url.endswith("/"):
            return None
        name = url[len(start) : -1]
        return unquote(name) if name and "/" not in name else None
