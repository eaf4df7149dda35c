"""Text files become templates, or the faults of them with line and column."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, TypeAlias

from seurantalo.announcing.texts.blanks import OF_CHANGE, OF_EVENT, OF_ISSUE, Blank, Essential, by_name, simple
from seurantalo.announcing.texts.template import (
    LONGEST,
    SECTION_NAMES,
    Bracket,
    Capitals,
    Fault,
    FaultKind,
    Piece,
    Section,
    Slot,
    Template,
    slots,
)

_SECTIONS: Final = {simple(name): section for section, names in SECTION_NAMES.items() for name in names}
_AROUND: Final = frozenset({Section.SUBJECT, Section.START, Section.GROUP, Section.END})
_BLANKS: Final[Mapping[bool, Mapping[str, Blank]]] = {
    True: by_name(OF_ISSUE),
    False: by_name(OF_EVENT, OF_CHANGE),
}
_Names: TypeAlias = tuple[tuple[str, str, str], ...]
_SECTION_LINE: Final = re.compile(r"([^\W\d_]{2,20})[ \t]*:[ \t]*")
_TOKEN: Final = re.compile(r"\{(?P<blank>[^{}\[\]\n]{0,60})\}|\[(?:(?P<number>\d{1,2}):)?|[\]{}]")
#: Blanks by what they tell: what a fault proposes.
_TELLERS: Final = {
    essential: tuple(blank.names for blank in OF_EVENT if essential in blank.tells) for essential in Essential
}


def read_template(text: str) -> tuple[Template, tuple[Fault, ...]]:
    """Return the template of a text, and what is wrong with it in the order of the text; never raise.

    A template with faults may be shown and is not used.

    >>> template, faults = read_template("{nimi} {milloin}, {paikkka}")
    >>> [(one.kind.value, one.line, one.column, one.found) for one in faults][:2]
    [('missing', 1, 1, 'venue'), ('missing', 1, 1, 'municipality')]
    """
    if len(text) > LONGEST:
        return Template(sections={}), (Fault(kind=FaultKind.TOO_LONG, line=1, column=1, found=str(len(text))),)
    reader = _Reader()
    for section, line, words in _sections(text.replace("\r\n", "\n").replace("\r", "\n"), reader):
        reader.read(section, line, words)
    template = Template(sections=reader.sections, lines=reader.lines)
    reader.check(template)
    return template, tuple(sorted(reader.faults, key=lambda one: (one.line, one.column)))


def _sections(text: str, reader: _Reader) -> list[tuple[Section, int, str]]:
    """Return the sections with the line of their first words."""
    found: list[tuple[Section, int, list[str]]] = []
    before: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        match = _SECTION_LINE.fullmatch(line)
        section = _SECTIONS.get(simple(match[1])) if match else None
        if section is not None:
            if any(section is one for one, *_ in found):
                reader.fault(FaultKind.SECTION_TWICE, number, 1, line.strip(" :"))
            found.append((section, number + 1, []))
        elif found:
            found[-1][2].append(line)
        else:
            before.append("" if line.startswith("#") else line)
    if not found:
        found = [(Section.EVENT, 1, before)]
    return [_trimmed(*one) for one in found]


def _trimmed(section: Section, line: int, words: list[str]) -> tuple[Section, int, str]:
    """Return a section without the empty lines around it."""
    first = next((number for number, one in enumerate(words) if one.strip()), 0)
    return section, line + first, "\n".join(words[first:]).rstrip()


class _Reader:
    """Sections while they are read, and the faults."""

    def __init__(self) -> None:
        self.sections: dict[Section, tuple[Piece, ...]] = {}
        self.lines: dict[Section, int] = {}
        self.faults: list[Fault] = []

    def fault(self, kind: FaultKind, line: int, column: int, found: str = "", names: _Names = ()) -> None:
        self.faults.append(Fault(kind=kind, line=line, column=column, found=found, names=names))

    def read(self, section: Section, line: int, words: str) -> None:
        """Read one section."""
        if section in self.sections:
            return
        pieces: list[Piece] = []
        inside: list[str | Slot] | None = None
        number: int | None = None
        opened = at = 0
        for token in _TOKEN.finditer(words):
            held = pieces if inside is None else inside
            if token.start() > at:
                held.append(words[at : token.start()])
            at = token.end()
            place = _place(words, token.start(), line)
            if token["blank"] is not None:
                slot = self._slot(section, token["blank"], place)
                if slot is not None:
                    held.append(slot)
            elif token[0].startswith("["):
                if inside is not None:
                    self.fault(FaultKind.NESTED, *place, token[0])
                    continue
                inside, opened = [], token.start()
                number = int(token["number"]) if token["number"] else None
            elif token[0] == "]" and inside is not None:
                pieces.append(Bracket(tuple(inside), number))
                inside = None
            else:
                self.fault(FaultKind.UNCLOSED if token[0] == "{" else FaultKind.STRAY, *place, token[0])
        if inside is not None:
            self.fault(FaultKind.UNCLOSED, *_place(words, opened, line), "[")
            pieces += inside
        if at < len(words):
            pieces.append(words[at:])
        self.sections[section] = tuple(pieces)
        self.lines[section] = line

    def _slot(self, section: Section, name: str, place: tuple[int, int]) -> Slot | None:
        known = _BLANKS[section in _AROUND]
        blank = known.get(simple(name.strip()))
        if blank is None:
            names = dict.fromkeys(one.names for one in known.values())
            self.fault(FaultKind.UNKNOWN_BLANK, *place, name.strip(), tuple(names))
            return None
        letters = [sign for sign in name if sign.isalpha()]
        if len(letters) > 1 and all(sign.isupper() for sign in letters):
            return Slot(blank, Capitals.ALL)
        return Slot(blank, Capitals.FIRST if letters[0].isupper() else Capitals.AS_IS)

    def check(self, template: Template) -> None:
        """Find what a template leaves out, or lets fall, that is never cut."""
        entry = slots(template.pieces(Section.EVENT))
        if not entry:
            self.fault(FaultKind.NO_EVENT, self.lines.get(Section.EVENT, 1), 1)
            return
        line = self.lines.get(Section.EVENT, 1)
        around = slots(template.pieces(Section.GROUP))
        told = {one for slot, number in (*entry, *around) if number is None for one in slot.blank.tells}
        let_fall = {one: slot for slot, number in entry if number is not None for one in slot.blank.tells}
        for essential in Essential:
            if essential in told:
                continue
            if essential in let_fall:
                self.fault(FaultKind.NUMBERED, line, 1, essential.value, (let_fall[essential].blank.names,))
            else:
                self.fault(FaultKind.MISSING, line, 1, essential.value, _TELLERS[essential])


def _place(words: str, at: int, line: int) -> tuple[int, int]:
    """Return the line and the column of a sign of a section that begins on a line."""
    return line + words.count("\n", 0, at), at - (words.rfind("\n", 0, at) + 1) + 1
