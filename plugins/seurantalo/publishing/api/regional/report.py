"""What a regional calendar would take of a site, what is kept back and whom to ask, and what is lost on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from seurantalo.announcing.admission import meant_for, refusal_of
from seurantalo.frozen import dataclass
from seurantalo.model.channel import Channel
from seurantalo.model.community import Community
from seurantalo.model.event import Event
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.api.linked_events import LinkedEvents
from seurantalo.publishing.api.linked_events_files import providers, told_dates
from seurantalo.publishing.api.linked_texts import LinkedTexts
from seurantalo.publishing.api.regional.bodies import Bodies, Draft
from seurantalo.publishing.api.regional.checks import faults_of_event, faults_of_picture, faults_of_place
from seurantalo.publishing.api.regional.rules import Fault, Rule
from seurantalo.publishing.api.regional.statuses import with_status
from seurantalo.publishing.api.regional.terms import Snapshot, Terms
from seurantalo.publishing.api.values import Values
from seurantalo.publishing.feeds.brief import Briefs


@dataclass(frozen=True, slots=True)
class Kept:
    """An object that is kept back, and why."""

    draft: Draft
    faults: tuple[Fault, ...]


#: What a regional calendar has no place for, by its name, with the words for it.
LOST: Final = {
    "agreement": "What organisers have agreed about clashes",
    "audience": "Audiences that are not in the channel's map",
    "link": "Web addresses of more than 200 characters",
    "outcome": "What came of the event",
    "role": "Whom to ask, by role",
    "room": "The room as more than a name",
    "rule": "Dates more than six months ahead, and the rule of the series",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionalReport:
    """What becomes of a site's events in one regional calendar. ``lost`` counts events by what of them is lost.

    ``taken`` are in the order in which they are sent: what has parts comes before them. ``events`` are ids of all
    events that the channel gets, with dates to come.
    """

    channel: Channel
    terms: Terms
    places: tuple[Mapping[str, Any], ...] = ()
    pictures: tuple[Mapping[str, Any], ...] = ()
    taken: tuple[Draft, ...] = ()
    kept: tuple[Kept, ...] = ()
    lost: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    events: tuple[str, ...] = ()

    @property
    def reasons(self) -> Mapping[Rule, int]:
        """How many objects are kept back by each rule, the most frequent first."""
        found = Counter(rule for one in self.kept for rule in {fault.rule for fault in one.faults})
        return dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))


@dataclass(frozen=True, slots=True)
class Telling:
    """What it takes to make the objects of a site."""

    community: Community
    calendar: Calendar
    values: Values
    briefs: Briefs


def regional_report(telling: Telling, channel: Channel, snapshot: Snapshot, now: datetime) -> RegionalReport:
    """Return what a regional calendar in which nothing of ours is yet would take."""
    if channel.regional is None:
        return RegionalReport(channel=channel, terms=Terms(channel.id, "", "", "", snapshot, now))
    return report_for(telling, channel, Terms.of(channel, channel.regional, snapshot, now))


def report_for(telling: Telling, channel: Channel, terms: Terms) -> RegionalReport:
    """Return what a regional calendar takes that has already what ``terms`` says."""
    community, values = telling.community, telling.values
    today = telling.calendar.today
    dates = {
        name: [one for one in some if one.last_day >= today]
        for name, some in told_dates(telling.calendar).items()
        if some[-1].last_day >= today and _is_told(channel, community.events[name])
    }
    if channel.regional is None:
        return RegionalReport(channel=channel, terms=terms)
    terms = _with_pictures(terms, [community.events[name] for name in dates], values)
    linked = LinkedEvents(values, LinkedTexts(community, values, telling.briefs), terms.source, dates)
    bodies = Bodies(linked, community, values, channel.regional, terms)
    places = tuple(_places(bodies, community, dates))
    terms = terms.with_places(frozenset(one["id"] for one in places if not faults_of_place(one, terms)))
    drafts = [
        one
        for name, some in dates.items()
        for one in bodies.of_event(community.events[name], some, providers(community, community.events[name], values))
    ]
    taken, kept = _sorted_out(drafts, terms)
    pictures = {one.picture["url"]: one.picture for one in taken if one.picture is not None}
    named = {(one.body.get("location") or {}).get("@id") for one in taken}
    return RegionalReport(
        channel=channel,
        terms=terms,
        places=tuple(one for one in places if terms.url("place", one["id"]) in named),
        pictures=tuple(pictures.values()),
        taken=taken,
        kept=kept,
        lost=_lost(telling, dates, drafts),
        events=tuple(dates),
    )


def _is_told(channel: Channel, event: Event) -> bool:
    """Tell whether a channel gets an event. What comes from another calendar is for that one to tell."""
    meant = meant_for(channel, event)
    return meant is not None and not meant.is_skipped and event.external is None and not refusal_of(channel, event)


def _with_pictures(terms: Terms, events: Sequence[Event], values: Values) -> Terms:
    """Return terms in which each picture is there: it is sent before what it belongs to."""
    known = dict(terms.pictures)
    for event in events:
        if event.image is not None:
            known.setdefault(values.url(event.image.file), f"new-{len(known)}")
    return replace(terms, pictures=known)


def _places(
    bodies: Bodies, community: Community, dates: Mapping[str, list[Occurrence]]
) -> Iterator[Mapping[str, Any]]:
    named = {(one.venue, one.event.municipality) for some in dates.values() for one in some}
    found: dict[str, Mapping[str, Any]] = {}
    for venue, municipality in sorted(named, key=lambda one: (one[0] or "", one[1])):
        place = community.venues[venue] if venue is not None else None
        home = community.municipalities[place.municipality if place is not None else municipality]
        body = bodies.place(place, home)
        if body is not None:
            found.setdefault(body["id"], body)
    yield from found.values()


def _sorted_out(drafts: Sequence[Draft], terms: Terms) -> tuple[tuple[Draft, ...], tuple[Kept, ...]]:
    """Return what is taken, and what is kept back: a part of what is kept back is kept back with it."""
    taken: list[Draft] = []
    kept: list[Kept] = []
    depths = _depths(drafts)
    for draft in sorted(drafts, key=lambda one: depths[one.id]):
        sent = with_status(draft, terms)
        faults = faults_of_event(sent.body, terms)
        if sent.picture is not None:
            faults += faults_of_picture(sent.picture)
        if Rule.KEYWORD in {fault.rule for fault in faults}:
            named = Fault(Rule.KEYWORD, "keywords", ", ".join(draft.unmapped))
            faults = tuple(named if fault.rule is Rule.KEYWORD else fault for fault in faults)
        if never := tuple(fault for fault in faults if fault.rule is Rule.NEVER_TOLD):
            faults = never  # what else it lacks does not matter
        if faults:
            kept.append(Kept(sent, faults))
        else:
            taken.append(sent)
            terms = terms.with_events({sent.id: {**terms.events.get(sent.id, {}), **_as_there(sent, terms)}})
    return tuple(taken), tuple(kept)


def _as_there(draft: Draft, terms: Terms) -> Mapping[str, Any]:
    """Return what of an object that is sent first those that follow may count on."""
    if draft.id in terms.events:
        return {"super_event_type": draft.body["super_event_type"]}
    return {"super_event_type": draft.body["super_event_type"], "event_status": draft.body["event_status"]}


def _depths(drafts: Sequence[Draft]) -> Mapping[str, int]:
    """Return how many objects stand above each, by its id."""
    above = {one.id: one.whole for one in drafts}
    found: dict[str, int] = {}
    for one in drafts:
        depth, name, seen = 0, one.whole, {one.id}
        while name and name not in seen:
            seen.add(name)
            depth, name = depth + 1, above.get(name, "")
        found[one.id] = depth
    return found


def _lost(telling: Telling, dates: Mapping[str, list[Occurrence]], drafts: Sequence[Draft]) -> Mapping[str, int]:
    found: Counter[str] = Counter()
    links = {one.event for one in drafts if one.links_left_out}
    last = max((some[-1].last_day for some in dates.values()), default=telling.calendar.today)
    for name in dates:
        event = telling.community.events[name]
        organisers = (telling.community.organisations[one] for one in event.organisers)
        found["agreement"] += bool(event.agreed_clashes)
        found["link"] += name in links
        found["outcome"] += event.outcome is not None
        found["role"] += event.contact is not None or any(one.contact is not None for one in organisers)
        found["room"] += any(one.room for one in dates[name])
        found["rule"] += bool(event.repetitions) or telling.calendar.of_event(name)[-1].last_day > last
    return {name: found[name] for name in LOST if found[name]}
