"""Whether two dates are of one event that two people wrote down: time, hall and title, judged in one place for all.

The search for clashes asks it, and the import of a calendar.
"""

from __future__ import annotations

from typing import Final, Protocol

from seurantalo.model.community import Community
from seurantalo.model.settings import Settings
from seurantalo.model.text import Text
from seurantalo.planner.occurrence import Occurrence
from seurantalo.planner.titles import Likeness, likeness, share_subject, stems

#: Two who write one event down may mean the opening of the doors and the first song.
_DOORS: Final = 30 * 60


class InPlace(Protocol):
    """What says where it is: a date, or what the rules about clashes know of it."""

    @property
    def venue(self) -> str | None:
        """Return the id of the venue."""

    @property
    def room(self) -> str | None:
        """Return the id of the room."""


class OneEvent:
    """Compares dates of one municipality.

    >>> from dataclasses import replace
    >>> concert = calendar.of_event("konsertti")[0]
    >>> same = OneEvent(community, settings)
    >>> same.judge(concert, replace(concert, event=replace(event, id="toinen", title=Text.plain("Kuoron konsertti"))))
    True
    >>> same.judge(concert, calendar.of_event("tanssit")[0])
    False
    """

    def __init__(self, community: Community, settings: Settings) -> None:
        """Names of the community's municipalities prove nothing in a title, those of its organisations little."""
        self._community = community
        self._slip = settings.duplicate_likeness
        texts = (text for place in community.municipalities.values() for text in (place.name, place.locative))
        self.places: frozenset[str] = frozenset().union(
            *(stems(words) for text in texts for _, words in text.versions)
        )
        """How the names of the municipalities begin."""
        self._names: dict[tuple[str, ...], frozenset[str]] = {}
        self._found: dict[tuple[Text, Text, tuple[str, ...]], Likeness] = {}

    def judge(self, a: Occurrence, b: Occurrence) -> bool:
        """True where the two look like one event: one time, one hall or hour, titles that mean the same."""
        return halls_agree(a, b) and at_once(a, b) and in_one_hall_or_hour(a, b) and self.titles_mean_one(a, b)

    def titles_mean_one(self, a: Occurrence, b: Occurrence) -> bool:
        """True where the titles mean the same; where many have such a title, hall or organiser must be one too."""
        alike = self.likeness(a, b)
        if alike is not Likeness.EVERYDAY:
            return alike is Likeness.OWN
        one_organiser = not set(a.event.organisers).isdisjoint(b.event.organisers)
        return in_one_hour(a, b) and (_in_one_hall(a, b) or one_organiser)

    def one_subject(self, a: Occurrence, b: Occurrence) -> bool:
        """True where the titles name one subject; places, organisers and audiences in them are none."""
        audiences = (self._community.audiences[each].name for each in (*a.event.audiences, *b.event.audiences))
        known = self.places | self._names_of(a.event.organisers + b.event.organisers)
        known = known.union(*(stems(words) for name in audiences for _, words in name.versions))
        return any(share_subject(one, other, known) for _, one in a.title.versions for _, other in b.title.versions)

    def likeness(self, a: Occurrence, b: Occurrence) -> Likeness:
        """Return how far the titles are alike, in those of their languages that are nearest to each other."""
        # Two weekly groups have the same two titles on all their dates.
        both = a.event.organisers + b.event.organisers
        key = (a.title, b.title, both)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = max(
                likeness(one, other, places=self.places, names=self._names_of(both), slip=self._slip)
                for _, one in a.title.versions
                for _, other in b.title.versions
            )
        return found

    def _names_of(self, organisers: tuple[str, ...]) -> frozenset[str]:
        found = self._names.get(organisers)
        if found is None:
            names = (self._community.organisations[each].name for each in organisers)
            found = frozenset().union(*(stems(words) for name in names for _, words in name.versions))
            self._names[organisers] = found
        return found


def at_once(a: Occurrence, b: Occurrence) -> bool:
    """True where two dates share time: two showings, one after the other, are two."""
    return a.starts_at < b.ends_at and b.starts_at < a.ends_at


def halls_agree(a: InPlace, b: InPlace) -> bool:
    """True where both name one hall and room, or one of the two names none."""
    if a.venue is None or b.venue is None:
        return True
    return a.venue == b.venue and (a.room is None or b.room is None or a.room == b.room)


def in_one_hall_or_hour(a: Occurrence, b: Occurrence) -> bool:
    """True where both name one venue, or begin at about one time."""
    return _in_one_hall(a, b) or in_one_hour(a, b)


def in_one_hour(a: Occurrence, b: Occurrence) -> bool:
    """True where two begin within half an hour of each other; a whole day has no hour of its own."""
    return a.whole_day or b.whole_day or abs(a.starts_at - b.starts_at) <= _DOORS


def _in_one_hall(a: Occurrence, b: Occurrence) -> bool:
    return a.venue is not None and a.venue == b.venue
