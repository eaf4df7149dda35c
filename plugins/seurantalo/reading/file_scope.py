"""What reading one file needs to know and what it finds out."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import field
from datetime import date
from functools import cache
from typing import Final, Protocol
from zoneinfo import available_timezones

from rapidfuzz import fuzz, process, utils

from seurantalo.frozen import dataclass
from seurantalo.model.fields.words import field_of, fields_by_word, language_of, plain_word
from seurantalo.model.kinds import KINDS, RECORDS
from seurantalo.model.organisation import Organisation
from seurantalo.model.place import Venue
from seurantalo.model.problem import Mend, Problem, Severity
from seurantalo.model.record import Kind, Record, Revision
from seurantalo.model.settings import Settings
from seurantalo.reading.channels.secrets import SHORTEST_SECRET, hidden, secrets_in
from seurantalo.reading.files.picture_file import Picture
from seurantalo.reading.names.known import Names, names_of, short_name
from seurantalo.reading.personal.data import personal_data, shown
from seurantalo.reading.texts.site_places import SitePlaces
from seurantalo.reading.yaml.tree import Mapping as MappingNode
from seurantalo.reading.yaml.tree import Node

_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_POSTAL_CODE: Final = re.compile(r"\b\d{5}\s*\Z")
#: What may stand beside the name of a municipality, in the languages where the name itself does not change.
_OF_MUNICIPALITY: Final = re.compile(r"(?i)\b(?:kommun|stad|municipality|town|city)(?: of)?\b")

#: Ten signs of a personal identity code whose century is left out.
_SHORTEST_CODE: Final = 10

#: Files of these kinds tell how news is sent, and somebody may put a key into them.
_OF_CHANNELS: Final = frozenset({Kind.CHANNEL, Kind.ANNOUNCEMENT})

_MUNICIPAL: Final = re.compile(r"(?i)(?:kunta|kaupunki|kommun|stad)\s*\Z")
#: Shorter words are parts of too many names.
_TELLING: Final = 4


class Placed(Protocol):
    """Anything with a place in a file, counted from one."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The column."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file."""

    line: int
    column: int = 1


@dataclass(slots=True)
class Known:
    """What the whole project holds, known before a record is read: ids by kind, and what links lean on."""

    ids: Mapping[Kind, frozenset[str]]
    names: dict[Kind, Names] = field(default_factory=dict)
    """What the good records are called, of each kind that has been read."""
    rooms: dict[str, dict[str, str]] = field(default_factory=dict)
    """Venue id -> a room's id or name in lower case -> its id."""
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """The picture files of the project, by their paths in ``docs_dir``."""
    municipality_of: dict[tuple[Kind, str], str] = field(default_factory=dict)
    """The municipality of each venue and organisation; "" for a regional one."""
    names_in_files: Callable[[Kind], Names] = Names
    """Finds what the files of a kind call their records: of those to come, and of those with errors too."""
    asked_files: bool = False
    """Whether a name was found in files only, or a link leads to a file."""
    asked_pictures: set[str] = field(default_factory=set)
    """The pictures that a record shows."""
    text_templates: Collection[str] = ()
    """The names of the templates of texts that channels may have; none where they are not known."""
    places: SitePlaces | None = None
    """Where the project's files stand in the site; None where that is not known, and links are not looked at."""

    def folder(self, kind: Kind) -> str:
        """Return the folder of a kind of record but events, relative to the project, with a slash at its end."""
        folder = KINDS[kind].files.partition("*")[0]
        return folder if self.places is None else f"{self.places.docs}{folder.removeprefix('content/')}"

    def expect(self, kind: Kind, ids: Iterable[str]) -> None:
        """Take ids of records that are going to be there."""
        self.ids = {**self.ids, kind: self.ids.get(kind, frozenset()).union(ids)}

    def learn(self, record: Record) -> None:
        """Keep what later records lean on: what a record is called, and where it is at home."""
        kind = record.KIND
        if kind is Kind.EVENT:
            return
        self.names.setdefault(kind, Names(kind)).add(record.id, names_of(record))
        if isinstance(record, Venue):
            rooms = self.rooms.setdefault(record.id, {})
            for room in record.rooms:
                rooms[room.id] = room.id
                rooms.update((name.casefold(), room.id) for _, name in room.name.versions)
        if isinstance(record, Venue | Organisation):
            self.municipality_of[kind, record.id] = record.municipality or ""

    def resolve(self, kind: Kind, written: str) -> str | None:
        """Return the id of the one record that a person means, by id or by name; None where it is not one."""
        if written in self.ids.get(kind, ()):
            return written
        found = self.meant(kind, written)
        return found[0] if len(found) == 1 else None

    def meant(self, kind: Kind, written: str) -> tuple[str, ...]:
        """Return the ids of all records that may be meant: of that id or name, alone or with the municipality behind.

        >>> from seurantalo.reading.event.one_event import known_of
        >>> known_of(community).meant(Kind.ORGANISATION, "alajärven MARTAT r.y.")
        ('martat',)
        """
        if written in self.ids.get(kind, ()):
            return (written,)
        if kind is Kind.WELLBEING_TREE:
            return tuple(each for each in self.meant(Kind.MUNICIPALITY, written) if each in self.ids[kind])
        if found := self._called(self.names.get(kind), kind, written):
            return found
        if found := self._called(self.names_in_files(kind), kind, written):
            self.asked_files = True
        return found

    def _called(self, names: Names | None, kind: Kind, written: str) -> tuple[str, ...]:
        if names is None:
            return ()
        if found := names.find(written):
            return found
        if kind is Kind.MUNICIPALITY:
            return names.find(_OF_MUNICIPALITY.sub("", written)) or self._home_of_office(written)
        if kind not in (Kind.VENUE, Kind.ORGANISATION):
            return ()
        name, homes = self.at_home(written)
        return tuple(each for each in names.find(name) if self.municipality_of.get((kind, each)) in homes)

    def _home_of_office(self, written: str) -> tuple[str, ...]:
        """Return the municipality whose own organisation is called so: *Vimpelin kunta*."""
        if not _MUNICIPAL.search(written):
            return ()
        office = self.resolve(Kind.ORGANISATION, written)
        home = self.municipality_of.get((Kind.ORGANISATION, office or ""))
        return (home,) if home else ()

    def at_home(self, written: str) -> tuple[str, tuple[str, ...]]:
        """Return a name without the municipality that stands behind it, and that municipality's ids."""
        words = _WORD.findall(written)
        for start in range(len(words) - 1, max(len(words) - 4, 0), -1):
            behind = " ".join(words[start:])
            for names in (self.names.get(Kind.MUNICIPALITY), self.names_in_files(Kind.MUNICIPALITY)):
                homes = names.find(behind) if names is not None else ()
                name = _POSTAL_CODE.sub("", written[: written.rfind(words[start])]).rstrip(" ,;(–-")
                if homes and not name.endswith(("&", "/", "+")):
                    return name, homes
        return written, ()

    def room_of(self, written: str) -> tuple[str, str] | None:
        """Return the venue and the room where both are named: *Kylätalo, iso sali*; None where they aren't."""
        pairs = [pair[::2] for sign in ",(" if (pair := written.rstrip(" )").partition(sign))[1]]
        pairs += [(rest, head) for head, rest in pairs]
        words = written.split()
        for at in range(1, len(words)) if not pairs else ():
            head, rest = " ".join(words[:at]), " ".join(words[at:])
            # Savonjärven kylätalon takkahuone, Hembygdsgårdens stora sal
            pairs += [(head, rest), (head[:-1], rest)]
        for place, room in pairs[:20]:
            venue = self.resolve(Kind.VENUE, place.strip())
            if venue is not None and (found := self.room(venue, room.strip())):
                return venue, found
        return None

    def room(self, venue: str, written: str) -> str | None:
        """Return the id of a venue's room by its id or name."""
        rooms = self.rooms.get(venue, {})
        if found := rooms.get(written.casefold()):
            return found
        folded = {room for name, room in rooms.items() if plain_word(name) == plain_word(written)}
        return folded.pop() if len(folded) == 1 else None

    def is_of_no_municipality(self, owners: Iterable[tuple[Kind, str]]) -> bool:
        """Return True where all of these are good records, and none of them is at home in one municipality."""
        return all(self.municipality_of.get(owner) == "" for owner in owners)

    def nearest(self, kind: Kind, written: str) -> str:
        """Return the known id of the record whose id or name is most like ``written``, or ``""``."""
        wanted = short_name(kind, written)
        words = self._words(kind)
        cutoff = 85 if kind in (Kind.ORGANISATION, Kind.VENUE) else 70
        part = self.partly(kind, written)
        return part[0] if len(part) == 1 else words.get(nearest(wanted, words, cutoff), "")

    def partly(self, kind: Kind, written: str) -> tuple[str, ...]:
        """Return the ids of the records whose names hold what is written as words of their own."""
        wanted = short_name(kind, written)
        if len(wanted) < _TELLING:
            return ()
        return tuple(sorted({one for name, one in self._words(kind).items() if f"-{wanted}-" in f"-{name}-"}))

    def _words(self, kind: Kind) -> dict[str, str]:
        ids = self.ids.get(kind, ())
        names = self.names.get(kind) or self.names_in_files(kind)
        words = {short_name(kind, one): one for one in ids}
        return words | {name: found[0] for name, found in names.loose.items() if len(found) == 1 and found[0] in ids}


def nearest(written: str, known: Iterable[str], cutoff: int = 70) -> str:
    """Return the word of ``known`` that is most like ``written``, or ``""`` where none is near (of 100)."""
    best = process.extractOne(
        written, sorted(known), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=cutoff
    )
    return str(best[0]) if best is not None else ""


@dataclass(slots=True)
class Scope:
    """One file while it is read; problems gather here."""

    path: str
    text: str
    known: Known
    settings: Settings
    today: date
    revision: Revision
    kind: Kind
    record_id: str
    comments_folder: str = ""
    """The folder of the record that a comment is on; ids of its neighbours begin with it."""
    tree: MappingNode | None = None
    """All that the file says, where it could be read."""
    problems: list[Problem] = field(default_factory=list)

    def report(
        self,
        code: str,
        place: Placed,
        field_name: str = "",
        severity: Severity = Severity.ERROR,
        mend: Mend | None = None,
        /,
        **values: object,
    ) -> None:
        """Note a problem at a place of this file, with the lines that would make it go away."""
        pairs = tuple((name, self._without_code(str(value), place, field_name)) for name, value in values.items())
        if self.kind in _OF_CHANNELS:
            pairs = tuple((name, self._without_secret(value)) for name, value in pairs)
            field_name = self._without_secret(field_name)
            mend = None if mend is None or self._without_secret(mend.text) != mend.text else mend
        if mend is not None and any(found.code == "identity-code" for found in personal_data(mend.text)):
            mend = None
        # What ends too early is noticed on the line after the last.
        line = min(place.line, self.text.count("\n", 0, len(self.text) - 1) + 1)
        self.problems.append(Problem(code, self.path, line, place.column, field_name, pairs, severity, mend))

    @property
    def language(self) -> str:
        """The language of most of the file's keys: what we write for its author has theirs."""
        return language_of(self.tree.entries if self.tree else (), RECORDS[self.kind], self.settings.language)

    def word(self, name: str) -> str:
        """Return what a field of the file's kind is called in the language of the file."""
        called = next(field.called for field in RECORDS[self.kind] if field.name == name)
        return called.in_language(self.language)[0]

    def written(self, name: str) -> Node | None:
        """Return what the file says in a field of its record; None where it isn't there."""
        known = fields_by_word(RECORDS[self.kind])
        entries = self.tree.entries if self.tree else {}
        return next(
            (one.value for key, one in entries.items() if (of := field_of(known, key)) and of.name == name), None
        )

    def _without_code(self, value: str, place: Placed, field_name: str) -> str:
        """Return a value without personal identity codes, which are told of: a report is read by others too."""
        for code, piece, _ in personal_data(value) if len(value) >= _SHORTEST_CODE else ():
            if code == "identity-code":
                hidden = shown(code, piece)
                value = value.replace(piece, hidden)
                found = (("found", hidden),)
                self.problems.append(Problem(code, self.path, place.line, place.column, field_name, found))
        return value

    def _without_secret(self, value: str) -> str:
        """Return a value in which nobody can read a secret of this file."""
        for secret in secrets_in(self.text, has_ids=self.kind is Kind.ANNOUNCEMENT):
            begins = secret.text[:SHORTEST_SECRET]
            value = value.replace(secret.text, hidden(secret.text))
            at = value.find(begins)
            # A value may hold no more than its beginning.
            if len(begins) == SHORTEST_SECRET and at >= 0 and secret.text.startswith(value[at:]):
                value = value[:at] + hidden(begins)
        return value

    def instead(self, place: Placed, written: str, right: str) -> Mend | None:
        """Return the line of a place with ``right`` where ``written`` stands; None where it does not stand so."""
        lines = self.text.split("\n")
        line = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
        at = line.find(written, max(place.column - 1, 0)) if written else -1
        if at < 0:
            return None
        return Mend(line[:at] + right + line[at + len(written) :], place.line, place.line)

    def find(self, words: str, place: Placed) -> Place:
        """Return where ``words`` stand in the file, at ``place`` or after it; ``place`` where they are not found."""
        lines = self.text.split("\n")
        for number in range(place.line, len(lines) + 1):
            column = lines[number - 1].find(words)
            if column >= 0:
                return Place(number, column + 1)
        return Place(place.line, place.column)


@cache
def zone_names() -> frozenset[str]:
    """Return the names of the zones that the tz database knows."""
    return frozenset(available_timezones())
