"""A small site with a regional calendar: its channel, what was looked up there, and what becomes of its events."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from tests.open_data.region import community, full_places
from tests.pages.small_region import SITE, TODAY, common, event, places, text
from tests.regional.service import Service

from seurantalo.language import language
from seurantalo.model.channel import ByDefault, Channel, ChannelType, RegionalMap, Sender
from seurantalo.model.community import Community
from seurantalo.model.event import Event, Weight
from seurantalo.model.settings import Settings
from seurantalo.planner import make_calendar
from seurantalo.publishing.api.regional.report import RegionalReport, Telling, report_for
from seurantalo.publishing.api.regional.terms import Snapshot, Standing, Terms
from seurantalo.publishing.api.values import Values
from seurantalo.publishing.feeds.brief import Briefs

SETTINGS = Settings(calendar_id="jarviseutu")
NOW = datetime(2027, 1, 11, tzinfo=UTC)
ADDRESS = "https://api.example.org/v1/"
KEYWORDS = {
    "musiikki": "yso:p1808",
    "kyla": "ep:kyla",
    "other": "ep:muu",
    "concert": "ep:konsertti",
    "race": "ep:kisa",
}
AUDIENCES = {"nuoret": "ep:nuoret"}
PLACES = {"seurala": "tprek:1234"}


def channel(address: str = ADDRESS, **more: Any) -> Channel:
    regional = RegionalMap(
        address=address,
        source="jarviseutu",
        publisher="jarviseutu:yhteinen",
        **{"keywords": KEYWORDS, "audiences": AUDIENCES, "places": PLACES, **more.pop("regional", {})},
    )
    return Channel(
        **{**common("aluekalenteri", "content/vocabulary"), "name": text("Aluekalenteri"), **more},
        channel_type=ChannelType.REGIONAL_CALENDAR,
        sender=Sender.LINKED_EVENTS,
        regional=regional,
        default=ByDefault(weights=tuple(Weight)),
    )


def snapshot() -> Snapshot:
    words = {**KEYWORDS, **AUDIENCES}
    return Snapshot(
        TODAY, dict.fromkeys(words.values(), Standing.HERE), dict.fromkeys(PLACES.values(), Standing.HERE)
    )


def service() -> Service:
    """A regional calendar that knows what was looked up in it."""
    found = Service(NOW)
    found.state.keywords = dict.fromkeys({**KEYWORDS, **AUDIENCES}.values(), False) | {"ep:vanha": True}
    found.state.places = {one: {"id": one, "data_source": "tprek", "name_fi": "Seurala"} for one in PLACES.values()}
    return found


def telling(*events: Event, today: date = TODAY, alone: bool = False) -> Telling:
    """What it takes to tell of a region with these events; ``alone``: with no others."""
    region = Community([*places(), *full_places(), *events]) if alone else community(*events)
    values = Values(SITE, "fi")
    calendar = make_calendar(region, SETTINGS, today)
    return Telling(region, calendar, values, Briefs(region, SITE, language("fi"), "Europe/Helsinki"))


def report(
    *events: Event, terms: Terms | None = None, of: Channel | None = None, today: date = TODAY
) -> RegionalReport:
    """What becomes of a region in which events were put in place of those of their ids, or added."""
    found = of or channel()
    assert found.regional is not None
    return report_for(telling(*events, today=today), found, terms or Terms.of(found, found.regional, snapshot(), NOW))


def concert(**more: Any) -> Event:
    """An event with all that a regional calendar asks for."""
    fields: dict[str, Any] = {
        "title": text("Kesäkonsertti"),
        "description": text("Kuoro laulaa. Väliajalla on kahvia."),
        "price": text("Vapaa pääsy, kahvi 2 €"),
        "themes": ("musiikki",),
        "audiences": ("nuoret",),
        "venue": "seurala",
    }
    starts = more.pop("starts", datetime(2027, 3, 2, 18))
    ends = more.pop("ends", datetime(2027, 3, 2, 20))
    return event("kesakonsertti", starts, ends, **{**fields, **more})


def only(name: str, found: RegionalReport) -> Any:
    """The draft of an event that is taken."""
    return next(one for one in found.taken if one.id == f"jarviseutu:{name}")


def with_there(terms: Terms, *shown: dict[str, Any]) -> Terms:
    return replace(terms, events={one["id"]: one for one in shown})
