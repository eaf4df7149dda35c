"""What rules are asked about: dates and their events as the search sees them, who belongs together, what overlaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from seurantalo.model.community import Community
from seurantalo.model.event import Change, Event, EventStatus, Format, Weight
from seurantalo.model.organisation import OrganisationType
from seurantalo.model.record import day_of
from seurantalo.model.settings import Settings
from seurantalo.model.text import Text
from seurantalo.planner.clashes.bonds import BOTH_ROUTINE, BOUND, PART_OF_OTHER, SAME_EVENT, bonds_of
from seurantalo.planner.clashes.finding import Facts
from seurantalo.planner.clashes.forms import AT_HOME, GATHERINGS, LEARNT, TELLS_NOTHING, TRAVELLED_FOR
from seurantalo.planner.clashes.hands import Hands, hands_of
from seurantalo.planner.clashes.reason import Reason
from seurantalo.planner.dates_by_day import municipality_of
from seurantalo.planner.occurrence import Occurrence
from seurantalo.planner.one_event import OneEvent

_NOBODY: Final[frozenset[str]] = frozenset()
#: Members of enums by names of their own: looking one up in its class costs more than the comparison.
_ROUTINE, _MAJOR = Weight.ROUTINE, Weight.MAJOR
_MUNICIPAL: Final = frozenset({OrganisationType.MUNICIPALITY, OrganisationType.MUNICIPAL_UNIT})
_TENTATIVE, _EXHIBITION = EventStatus.TENTATIVE, Format.EXHIBITION


class Sheet(NamedTuple):
    """An event as the rules see it, looked up once for all its dates; a plain tuple, quickly made."""

    id: str
    event: Event
    municipality: str
    venue: str | None
    room: str | None
    has_rooms: bool
    """The venue has rooms of its own."""
    margin: int
    """Seconds that the venue needs between two events."""
    margin_stated: bool
    """The venue says so itself."""
    organisers: frozenset[str]
    audiences: frozenset[str]
    audience_line: frozenset[str]
    """The audiences and all broader ones."""
    practices: frozenset[str]
    likes: tuple[str, ...]
    """In what others may be like it: its practices, its audiences but the widest, its form if that tells anything."""
    journeys: tuple[str, ...]
    """For what people travel to it: its form, to learn, or as one of the few; clubs and camps are at home."""
    routine: bool
    major: bool
    tentative: bool
    exhibition: bool
    """It hangs on the walls for more than a day, or opens again and again."""
    bonds: frozenset[str]
    """Series, umbrellas and joint events: two events that share one know of each other."""


class Entry(NamedTuple):
    """One date of an event; a plain tuple, as there are as many as there are dates.

    ``starts_at`` and ``ends_at`` are seconds since 1970-01-01 UTC, the end exclusive.

    >>> entry = Ground(community, settings).entry(calendar.of_event("konsertti")[0])
    >>> entry.clock // 3600, entry.evening, entry.sheet.venue
    (18, True, 'seurantalo')
    """

    starts_at: int
    ends_at: int
    day: int
    """The local day it begins on, as an ordinal number; a night belongs to the day on which it began."""
    last_day: int
    reach: int
    """The last local day on which it may meet others: the small hours of a night count; of what stands for weeks
    the first day alone does."""
    clock: int
    """Seconds of the local day at its start; 0 for whole days."""
    evening: bool
    """It begins in the evening hours."""
    standing: bool
    """An exhibition, more than a week, or some days without a place: it keeps nobody from anything."""
    sheet: Sheet
    occurrence: Occurrence


#: Audiences, audience line, practices, likes and journeys of a sheet.
_Likeness: TypeAlias = tuple[frozenset[str], frozenset[str], frozenset[str], tuple[str, ...], tuple[str, ...]]


class Ground:
    """The community in the form that rules ask about: sheets, neighbours, audiences, thresholds.

    >>> ground = Ground(community, settings)
    >>> ground.margin("seurantalo"), sorted(ground.catchment["vimpeli"])
    (1800, ['vimpeli'])
    """

    def __init__(self, community: Community, settings: Settings) -> None:
        """Look up what the rules need to know about every event."""
        self.community = community
        self.settings = settings
        self.one_event = OneEvent(community, settings)
        #: So many days beyond the first make a date a standing one.
        self._standing_days = settings.standing_days - 1
        self._evening = (settings.evening_starts * 3600, settings.evening_ends * 3600)
        self.top_audiences = frozenset(
            audience.id for audience in community.audiences.values() if audience.broader is None
        )
        #: Audiences that nearly everybody belongs to.
        self.broad_audiences = self.top_audiences | frozenset(settings.broad_audiences.replace(",", " ").split())
        neighbours: dict[str, set[str]] = {name: {name} for name in community.municipalities}
        for municipality in community.municipalities.values():
            for other in municipality.neighbours:
                neighbours[municipality.id].add(other)
                neighbours[other].add(municipality.id)
        #: Municipality -> itself and those that touch it; one side's word is enough.
        self.catchment = {name: frozenset(others) for name, others in neighbours.items()}
        self._lines = {name: frozenset(self._broader(name)) for name in community.audiences}
        together = frozenset(settings.kin_audiences.replace(",", " ").split()) & community.audiences.keys()
        for name in together:
            self._lines[name] |= together
        #: What ties events to others, by id.
        self.bonds = bonds_of(community)
        self._kept_likenesses: dict[tuple[tuple[str, ...], tuple[str, ...], Format], _Likeness] = {}
        self._venues: dict[str | None, tuple[bool, int, bool]] = {None: (False, 0, False)}
        self._kept_sets: dict[tuple[str, ...], frozenset[str]] = {(): _NOBODY}
        self._hands: dict[str, Hands] = {}
        self._place_facts: dict[str, Facts] = {}
        self._sheets: dict[str, Sheet] = {}

    def _broader(self, audience: str) -> Iterator[str]:
        seen: set[str] = set()
        name: str | None = audience
        while name is not None and name not in seen:
            seen.add(name)
            yield name
            name = self.community.audiences[name].broader

    def audience_line(self, audience: str) -> frozenset[str]:
        """Return an audience with all broader ones."""
        return self._lines[audience]

    def forget_events(self) -> None:
        """Let go of what was looked up of single events: the search is over."""
        self._sheets.clear()

    def sheet(self, event: Event) -> Sheet:
        """Return what the rules need to know about the event."""
        sheet = self._sheets.get(event.id)
        if sheet is None:
            audiences, line, practices, likes, journeys = self._likeness(event)
            has_rooms, margin, stated = self._venue(event.venue)
            weight = event.weight
            # By position, in the order of the fields: this is done for every event that may meet another.
            sheet = self._sheets[event.id] = Sheet(
                event.id,
                event,
                event.municipality,
                event.venue,
                event.room,
                has_rooms,
                margin,
                stated,
                self._sets(event.organisers),
                audiences,
                line,
                practices,
                likes,
                journeys,
                weight is _ROUTINE,
                weight is _MAJOR,
                event.status is _TENTATIVE,
                event.format is _EXHIBITION and _stands(event),
                self.bonds.get(event.id, _NOBODY),
            )
        return sheet

    def _likeness(self, event: Event) -> _Likeness:
        """Return for whom and of what kind an event is; many events share it."""
        key = (event.audiences, event.practices, event.format)
        found = self._kept_likenesses.get(key)
        if found is None:
            line = frozenset(broader for name in event.audiences for broader in self._lines[name])
            likes = [*event.practices, *(name for name in event.audiences if name not in self.top_audiences)]
            if event.format not in TELLS_NOTHING:
                likes.append(event.format.value)
            form = event.format
            journeys = [form.value] if form in TRAVELLED_FOR else []
            if form in LEARNT:
                journeys.append("learnt")
            if form not in AT_HOME:
                journeys += [name for name in event.audiences if name not in self.broad_audiences]
            found = (
                frozenset(event.audiences),
                line,
                frozenset(event.practices),
                tuple(dict.fromkeys(likes)),
                tuple(journeys),
            )
            self._kept_likenesses[key] = found
        return found

    def _sets(self, names: tuple[str, ...]) -> frozenset[str]:
        """Return the names as a set; many events share them."""
        found = self._kept_sets.get(names)
        if found is None:
            found = self._kept_sets[names] = frozenset(names)
        return found

    def _venue(self, name: str | None) -> tuple[bool, int, bool]:
        """Return whether a venue has rooms, its margin in seconds, and whether it states one."""
        found = self._venues.get(name)
        if found is None:
            venue = self.community.venues[name or ""]
            margin = self.settings.setup_margin if venue.setup_margin is None else venue.setup_margin
            found = self._venues[name] = (bool(venue.rooms), margin * 60, venue.setup_margin is not None)
        return found

    def _changed(self, sheet: Sheet, occurrence: Occurrence, change: Change) -> Sheet:
        """Return the sheet of a single date that differs from its series."""
        if change.venue is not None or change.room is not None:
            has_rooms, margin, stated = self._venue(occurrence.venue)
            sheet = sheet._replace(
                venue=occurrence.venue,
                room=occurrence.room,
                has_rooms=has_rooms,
                margin=margin,
                margin_stated=stated,
            )
        if change.venue is not None:
            sheet = sheet._replace(municipality=municipality_of(occurrence, self.community))
        return sheet._replace(tentative=occurrence.status is EventStatus.TENTATIVE)

    def hands(self, organiser: str) -> Hands:
        """Return how many hands an organisation has."""
        found = self._hands.get(organiser)
        if found is None:
            found = self._hands[organiser] = hands_of(self.community.organisations[organiser])
        return found

    def municipality_behind(self, organiser: str) -> str | None:
        """Return the municipality that an organiser is, or is a part of; None for all others."""
        organisation = self.community.organisations[organiser]
        municipal = organisation.organisation_type in _MUNICIPAL
        return organisation.municipality if municipal else None

    def is_narrow(self, audiences: Iterable[str]) -> bool:
        """True where one of the audiences is not nearly everybody."""
        return not self.broad_audiences.issuperset(audiences)

    def place_facts(self, municipality: str) -> Facts:
        """Return a municipality's name, and its name in the form in which something happens there."""
        found = self._place_facts.get(municipality)
        if found is None:
            record = self.community.municipalities[municipality]
            found = text_facts("municipality", record.name) + text_facts("locative", record.locative)
            self._place_facts[municipality] = found
        return found

    def margin(self, venue: str) -> int:
        """Return the seconds that a venue needs between two events."""
        return self._venue(venue)[1]

    def longest_margin(self, venue: str) -> int:
        """Return the seconds that it may need: three times as many where it states none, with tables and a stage."""
        _, margin, stated = self._venue(venue)
        return margin if stated else 3 * margin

    def stated_margin(self, venue: str) -> int:
        """Return the same where the venue says so itself; else 0."""
        _, margin, stated = self._venue(venue)
        return margin if stated else 0

    def entry(self, occurrence: Occurrence) -> Entry:
        """Return the date of an event that is held; what its change says about the place counts."""
        sheet = self.sheet(occurrence.event)
        if occurrence.change is not None:
            sheet = self._changed(sheet, occurrence, occurrence.change)
        starts, first, last = occurrence.starts_local, occurrence.first_day, occurrence.last_day
        day, reach = starts.toordinal(), occurrence.ends_local.toordinal()
        if isinstance(starts, datetime):
            clock = starts.hour * 3600 + starts.minute * 60 + starts.second
            evening = self._evening[0] <= clock <= self._evening[1]
        else:
            clock, evening = 0, False
        last_day = day if last is first else last.toordinal()
        long = last_day - day >= self._standing_days
        return Entry(
            occurrence.starts_at,
            occurrence.ends_at,
            day,
            last_day,
            day if long else reach,
            clock,
            evening,
            long or sheet.exhibition or (last_day > day and _is_campaign(sheet, occurrence)),
            sheet,
            occurrence,
        )

    def silence(self, a: Sheet, b: Sheet) -> Reason | None:
        """Return why no rule, but one that speaks despite it, is asked about a pair.

        They are one event, friends that know of each other, or both routine.
        """
        if a.id == b.id:
            return SAME_EVENT
        if a.bonds and b.bonds and not a.bonds.isdisjoint(b.bonds):
            if f"part {a.id}" in b.bonds or f"part {b.id}" in a.bonds:
                return PART_OF_OTHER
            # Of several bonds the first by name says most.
            return BOUND[min(a.bonds & b.bonds).split(" ", 1)[0]]
        return BOTH_ROUTINE if a.routine and b.routine else None


def _is_campaign(sheet: Sheet, occurrence: Occurrence) -> bool:
    """True for some whole days without a place, in no form in which people come together in one."""
    placeless = sheet.venue is None and occurrence.whole_day and not sheet.major
    return placeless and sheet.event.format not in GATHERINGS


def _stands(event: Event) -> bool:
    """True for an exhibition of more than a day; one of an evening is an evening."""
    if event.repeats is not None or event.starts is None or event.ends is None:
        return event.repeats is not None
    return day_of(event.ends) > day_of(event.starts)


def shared_audiences(a: Sheet, b: Sheet) -> frozenset[str]:
    """Return the audiences that both mean: the same ones, and those whose broader one the other means."""
    return (a.audiences & b.audience_line) | (b.audiences & a.audience_line)


@lru_cache(maxsize=4_096)
def text_facts(name: str, text: Text) -> Facts:
    """Return a text as facts: as first written, and in each language it has."""
    in_languages = ((f"{name}:{language}", words) for language, words in text.versions if language)
    return ((name, text.versions[0][1]), *in_languages)
