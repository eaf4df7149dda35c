"""Names in a foreign calendar become records of ours: places, associations, themes and audiences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.language import LANGUAGES, language
from seurantalo.model.community import Community
from seurantalo.model.record import Kind
from seurantalo.model.text import Text
from seurantalo.reading.file_scope import Known

_ROOM: Final = re.compile(r"(.+?)\s*\(([^()]{1,100})\)\Z")
#: The longest place that is looked at, in characters.
_LONGEST: Final = 300
#: Parts of a place or of a list of names that are looked at.
_MOST_PARTS: Final = 12
_WORDS: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is, as far as our records know it; ``unknown`` are the words that they do not."""

    venue: str | None = None
    room: str | None = None
    municipality: str | None = None
    online: bool = False
    unknown: str = ""


class Names:
    """The names of a community's records, ready to be found in foreign words."""

    def __init__(self, community: Community, known: Known) -> None:
        """Look up every name once. A name that two records share belongs to neither."""
        self._known = known
        self._venues = _by_name((venue.id, venue.name) for venue in community.venues.values())
        self._addresses = _once(
            (_folded(venue.address), venue.id)
            for venue in community.venues.values()
            if any(letter.isdigit() for letter in venue.address)
        )
        self._municipalities = _by_name((each.id, each.name) for each in community.municipalities.values())
        self._organisations = _by_name((each.id, each.name) for each in community.organisations.values())
        self._online = {_folded(language(code).say("Held online")) for code in LANGUAGES}

    def add_events(self, events: Iterable[str]) -> None:
        """Take ids of events that are going to be here."""
        self._known.expect(Kind.EVENT, events)

    def is_known(self, kind: Kind, record: str) -> bool:
        """Tell whether there is a record with this id."""
        return record in self._known.ids.get(kind, ())

    def place(self, location: str) -> Place:
        """Return what a LOCATION means: "venue (room), street, town", or only one of them."""
        location = location[:_LONGEST]
        if not location:
            return Place()
        if _folded(location) in self._online:
            return Place(online=True)
        parts = [part.strip() for part in location.split(",", _MOST_PARTS)[:_MOST_PARTS]]
        for count in range(len(parts), 0, -1):
            name = ", ".join(parts[:count])
            venue, room = self._venue(name)
            if venue:
                return Place(venue=venue, room=room)
        folded = _folded(location)
        for address, venue in self._addresses.items():
            if address in folded:
                return Place(venue=venue)
        whole = self._municipalities.get(folded)
        if whole:
            return Place(municipality=whole)
        return Place(municipality=self._municipality(folded), unknown=location)

    def _venue(self, name: str) -> tuple[str, str | None]:
        venue = self._venues.get(_folded(name), "")
        if venue:
            return venue, None
        match = _ROOM.match(name)
        venue = self._venues.get(_folded(match[1]), "") if match else ""
        return venue, self._known.rooms.get(venue, {}).get(match[2].casefold()) if venue and match else None

    def unknown_room(self, location: str) -> str:
        """Return the room that a LOCATION names behind a venue of ours, where the venue has no such room."""
        match = _ROOM.match(location.split(",", maxsplit=1)[0].strip())
        venue = self._venues.get(_folded(match[1]), "") if match else ""
        known = self._known.rooms.get(venue, {})
        return match[2] if match and venue and match[2].casefold() not in known else ""

    def _municipality(self, folded: str) -> str | None:
        """Return the one municipality that is named among other words, where it is one."""
        found = {self._municipalities[word] for word in _WORDS.findall(folded) if word in self._municipalities}
        return found.pop() if len(found) == 1 else None

    def organisers(self, texts: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the associations that are named, and the parts of the texts that name none.

        Of the parts of a list each may be a name, or several together.
        """
        found: dict[str, None] = {}
        rest: list[str] = []
        for text in texts:
            parts = [part.strip() for part in text.split(",", 40)[:40]]
            start = 0
            while start < len(parts):
                for end in range(min(len(parts), start + 5), start, -1):
                    known = self._organisations.get(_folded(", ".join(parts[start:end])))
                    if known:
                        found[known] = None
                        start = end - 1
                        break
                else:
                    rest.append(parts[start])
                start += 1
        return tuple(found), tuple(filter(None, rest))

    def terms(self, categories: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """Return themes, audiences, and the words that are neither."""
        themes: dict[str, None] = {}
        audiences: dict[str, None] = {}
        unknown: dict[str, None] = {}
        for words in categories:
            theme = self._known.resolve(Kind.THEME, words)
            audience = None if theme else self._known.resolve(Kind.AUDIENCE, words)
            if theme:
                themes[theme] = None
            elif audience:
                audiences[audience] = None
            else:
                unknown[words[:60]] = None
        return tuple(themes), tuple(audiences), tuple(unknown)


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


def _by_name(records: Iterable[tuple[str, Text]]) -> dict[str, str]:
    return _once((_folded(name), record) for record, text in records for _, name in text.versions)


def _once(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return name -> id, without the names that mean two."""
    found: dict[str, set[str]] = {}
    for name, record in pairs:
        found.setdefault(name, set()).add(record)
    return dict(_single(found))


def _single(found: dict[str, set[str]]) -> Iterator[tuple[str, str]]:
    for name, records in found.items():
        if len(records) == 1:
            yield name, next(iter(records))
