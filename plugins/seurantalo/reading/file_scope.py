"""What reading one file needs to know and what it finds out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Protocol
from zoneinfo import available_timezones

from rapidfuzz import fuzz, process, utils

from seurantalo.model.problem import Mend, Problem, Severity
from seurantalo.model.record import Kind, Revision
from seurantalo.model.settings import Settings
from seurantalo.reading.picture_file import Picture


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
    aliases: dict[Kind, dict[str, str]] = field(default_factory=dict)
    """For vocabularies: a name or alias in lower case -> its id."""
    rooms: dict[str, dict[str, str]] = field(default_factory=dict)
    """Venue id -> a room's id or name in lower case -> its id."""
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """The picture files of the project, by their paths in ``docs_dir``."""
    municipality_of: dict[tuple[Kind, str], str] = field(default_factory=dict)
    """The municipality of each venue and organisation; "" for a regional one."""

    def expect(self, kind: Kind, ids: Iterable[str]) -> None:
        """Take ids of records that are going to be there."""
        self.ids = {**self.ids, kind: self.ids.get(kind, frozenset()).union(ids)}

    def resolve(self, kind: Kind, written: str) -> str | None:
        """Return the id that a person wrote, by id or, in vocabularies, by name; None where there is none."""
        if written in self.ids.get(kind, ()):
            return written
        return self.aliases.get(kind, {}).get(written.casefold())

    def is_of_no_municipality(self, owners: Iterable[tuple[Kind, str]]) -> bool:
        """Return True where all of these are good records, and none of them is at home in one municipality."""
        return all(self.municipality_of.get(owner) == "" for owner in owners)

    def nearest(self, kind: Kind, written: str) -> str:
        """Return the known id most like ``written``, or ``""``."""
        return nearest(written, self.ids.get(kind, ()))


def nearest(written: str, known: Iterable[str]) -> str:
    """Return the word of ``known`` that is most like ``written``, or ``""`` where none is near."""
    best = process.extractOne(
        written, sorted(known), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=70
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
        pairs = tuple((name, str(value)) for name, value in values.items())
        self.problems.append(Problem(code, self.path, place.line, place.column, field_name, pairs, severity, mend))

    def instead(self, place: Placed, written: str, right: str) -> Mend | None:
        """Return the line of a place with ``right`` where ``written`` stands; None where it does not stand so."""
        lines = self.text.splitlines()
        line = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
        at = line.find(written, max(place.column - 1, 0)) if written else -1
        if at < 0:
            return None
        return Mend(line[:at] + right + line[at + len(written) :], place.line, place.line)

    def find(self, words: str, place: Placed) -> Place:
        """Return where ``words`` stand in the file, at ``place`` or after it; ``place`` where they are not found."""
        lines = self.text.splitlines()
        for number in range(place.line, len(lines) + 1):
            column = lines[number - 1].find(words)
            if column >= 0:
                return Place(number, column + 1)
        return Place(place.line, place.column)


@cache
def zone_names() -> frozenset[str]:
    """Return the names of the zones that the tz database knows."""
    return frozenset(available_timezones())
