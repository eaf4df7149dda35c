"""A made-up region whose names the notices beside this file use, and those notices with what is right."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from seurantalo.model.community import Community
from seurantalo.model.organisation import Organisation, OrganisationType
from seurantalo.model.place import Municipality, Room, Venue, VenueKind
from seurantalo.model.record import Origin, Record
from seurantalo.model.text import Text
from seurantalo.model.vocabulary import Audience
from seurantalo.proposing.pasting import pasting_tables

HERE = Path(__file__).parent
#: A Saturday.
TODAY = date(2026, 11, 28)


def _text(name: str | dict[str, str]) -> Text:
    return Text(tuple(name.items())) if isinstance(name, dict) else Text.plain(name)


def _records() -> list[Record]:
    told = yaml.safe_load((HERE / "region.yml").read_text(encoding="utf-8"))
    here = Origin("region.yml")
    found: list[Record] = [
        Municipality(id=name, origin=here, name=_text(one["name"]), locative=_text(one["name"]))
        for name, one in told["municipalities"].items()
    ]
    found += [
        Venue(
            id=name,
            origin=here,
            name=_text(one["name"]),
            municipality=one["in"],
            venue_kind=VenueKind(one["kind"]),
            owner=one.get("owner"),
            address=one.get("address", ""),
            rooms=tuple(Room(id=room, name=_text(words)) for room, words in one.get("rooms", {}).items()),
        )
        for name, one in told["venues"].items()
    ]
    found += [
        Organisation(
            id=name,
            origin=here,
            name=_text(one["name"]),
            municipality=one["in"],
            organisation_type=OrganisationType.ASSOCIATION,
        )
        for name, one in told["organisations"].items()
    ]
    found += [Audience(id=name, origin=here, name=_text(one["name"])) for name, one in told["audiences"].items()]
    return found


COMMUNITY = Community(_records())
TABLES = pasting_tables(COMMUNITY)


def notices(name: str) -> list[dict[str, Any]]:
    """Return the notices of a file, each with its `values`, and what may be `marked`."""
    found: list[dict[str, Any]] = _plain(yaml.safe_load((HERE / f"{name}.yml").read_text(encoding="utf-8")))
    return found


def _plain(value: Any) -> Any:  # what a YAML file holds
    """Return dates and hours as text, as proposals have them."""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        # A rule says "on", which YAML 1.1 takes for "yes".
        return {"on" if key is True else key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value
