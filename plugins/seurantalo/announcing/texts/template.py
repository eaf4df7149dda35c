"""Templates: plain text with blanks. Nothing in them is run, and what they may say is known before they are filled.

``{hinta}`` is a blank; written ``{KUNTA}`` or ``{Milloin}`` its words begin with, or are, capitals. What stands in
brackets, ``[, {paikka}]``, falls where a blank in it is empty. A number, ``[2:, {osoite}]``, says in which order what
is too long falls. A line such as ``tapahtuma:`` begins a section.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import Final, TypeAlias

from seurantalo.announcing.texts.blanks import Blank
from seurantalo.frozen import dataclass

#: Far more than any template needs, and read at once.
LONGEST: Final = 8_000


class Section(StrEnum):
    """The parts of a template; all but ``EVENT`` may be missing."""

    SUBJECT = "subject"
    START = "start"
    GROUP = "group"
    EVENT = "event"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    MOVED = "moved"
    POSTPONED = "postponed"
    END = "end"


#: What a section is called in files, in Finnish, Swedish and English.
SECTION_NAMES: Final[Mapping[Section, tuple[str, str, str]]] = {
    Section.SUBJECT: ("aihe", "ämne", "subject"),
    Section.START: ("alku", "början", "start"),
    Section.GROUP: ("ryhmä", "grupp", "group"),
    Section.EVENT: ("tapahtuma", "evenemang", "event"),
    Section.CHANGED: ("muutos", "ändring", "change"),
    Section.CANCELLED: ("peruttu", "inställt", "cancelled"),
    Section.MOVED: ("siirtynyt", "flyttat", "moved"),
    Section.POSTPONED: ("lykätty", "uppskjutet", "postponed"),
    Section.END: ("loppu", "slut", "end"),
}


class Capitals(StrEnum):
    """Which letters of a blank's words are capitals, as its own name is written."""

    AS_IS = "as-is"
    FIRST = "first"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Slot:
    """A blank in its place."""

    blank: Blank
    capitals: Capitals = Capitals.AS_IS


@dataclass(frozen=True, slots=True)
class Bracket:
    """What falls together: where a blank in it is empty, or, with a number, where the text is too long."""

    pieces: tuple[str | Slot, ...]
    number: int | None = None


Piece: TypeAlias = str | Slot | Bracket


class FaultKind(StrEnum):
    """What may be wrong with a template."""

    TOO_LONG = "too-long"
    NO_EVENT = "no-event"
    SECTION_TWICE = "section-twice"
    UNKNOWN_BLANK = "unknown-blank"
    UNCLOSED = "unclosed"
    STRAY = "stray"
    NESTED = "nested"
    MISSING = "missing"
    NUMBERED = "numbered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong, and where: line and column count from one.

    ``found`` is what was written. ``names`` are blanks that may be meant, or would be right: each in Finnish, Swedish
    and English.
    """

    kind: FaultKind
    line: int
    column: int
    found: str = ""
    names: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A template that was read. ``lines`` are the lines on which its sections begin."""

    sections: Mapping[Section, tuple[Piece, ...]]
    lines: Mapping[Section, int] = field(default_factory=dict)

    def pieces(self, section: Section) -> tuple[Piece, ...]:
        """Return a section; an empty one where the template has none."""
        return self.sections.get(section, ())

    @property
    def groups(self) -> frozenset[str]:
        """The English names of the blanks of its group heading."""
        return frozenset(slot.blank.key for slot, _ in slots(self.pieces(Section.GROUP)))

    @property
    def one_line(self) -> bool:
        """True where an entry is one line."""
        pieces = self.pieces(Section.EVENT)
        flat = [one for piece in pieces for one in (piece.pieces if isinstance(piece, Bracket) else (piece,))]
        return not any(isinstance(one, str) and "\n" in one for one in flat)


def slots(pieces: tuple[Piece, ...]) -> list[tuple[Slot, int | None]]:
    """Return the blanks of a section, each with the number of its bracket."""
    found: list[tuple[Slot, int | None]] = []
    for piece in pieces:
        if isinstance(piece, Slot):
            found.append((piece, None))
        elif isinstance(piece, Bracket):
            found += [(one, piece.number) for one in piece.pieces if isinstance(one, Slot)]
    return found
