"""A calendar file's bytes become its components, each with the line on which it begins (RFC 5545, 3.4).

Nothing is understood here yet, so nothing can be wrong with one entry that would cost the others: a component that
is broken ends where the next one begins.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import field
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.problem import Problem, Severity

#: The largest calendar in bytes, and the largest number of entries in one.
MOST_BYTES: Final = 5_000_000
MOST_ENTRIES: Final = 5_000
#: The largest entry: characters and lines. A description of a book's length is a mistake or an attack.
MOST_CHARACTERS: Final = 200_000
MOST_LINES: Final = 5_000
#: Components inside components; three is the most that the standard knows.
DEEPEST: Final = 8

_BOMS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HTML: Final = (b"<!doctype", b"<html", b"<head", b"<body", b"<?xml")


@dataclass(slots=True)
class Component:
    """A component as it stands in the file: unfolded lines with the number of their first one."""

    kind: str
    line: int
    lines: list[tuple[int, str]] = field(default_factory=list)
    parts: list[Component] = field(default_factory=list)
    too_large: bool = False
    closed: bool = False
    size: int = 0


@dataclass(slots=True)
class Stream:
    """What a file holds: its entries, its time zones, the properties of the calendar itself, and problems."""

    entries: list[Component] = field(default_factory=list)
    zones: list[Component] = field(default_factory=list)
    header: list[tuple[int, str]] = field(default_factory=list)
    others: dict[str, int] = field(default_factory=dict)
    """Kinds of component that are no events, and how many."""
    problems: list[Problem] = field(default_factory=list)
    complete: bool = False
    """The file has its end: nothing was cut off on the way."""


def read_stream(content: bytes, path: str) -> Stream:
    """Return the components of a calendar file; ``path`` is what problems call it. Never raises."""
    stream = Stream()
    if len(content) > MOST_BYTES:
        stream.problems.append(Problem("import-too-large", path, values=(("limit", str(MOST_BYTES // 1_000_000)),)))
        return stream
    content, known = _marked(content)
    start = content.lstrip()[:4_000].upper()
    if b"BEGIN:VCALENDAR" not in start and b"BEGIN:VEVENT" not in start:
        page = start.lower().startswith(_HTML)
        stream.problems.append(Problem("import-web-page" if page else "import-not-a-calendar", path))
        return stream
    _Splitter(stream, path, known).split(content)
    return stream


def _marked(content: bytes) -> tuple[bytes, bool]:
    """Return the content in UTF-8 where a byte order mark tells its encoding, and whether one did."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace").encode(), True
    return content, False


def unfolded(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the logical lines with the number of their first physical one (RFC 5545, 3.1).

    Bytes, because some programs fold inside a character.
    """
    whole: list[bytes] = []
    first = 0
    for number, line in enumerate(content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"), start=1):
        if line[:1] in (b" ", b"\t") and whole:
            whole.append(line[1:])
            continue
        if whole:
            yield first, b"".join(whole)
        whole, first = ([line], number) if line.strip() else ([], 0)
    if whole:
        yield first, b"".join(whole)


class _Splitter:
    def __init__(self, stream: Stream, path: str, utf8: bool) -> None:  # noqa: FBT001 (one caller, next to it)
        self.stream, self.path, self.utf8 = stream, path, utf8
        self.stack: list[Component] = []
        self.in_calendar = False
        self.foreign = False
        self.skipped = 0
        """Depth below what is read: components too deep to be honest."""

    def split(self, content: bytes) -> None:
        for number, octets in unfolded(content):
            line = self._decode(octets)
            head, _, tail = line[:80].partition(":")
            word = head.strip().upper()
            if word == "BEGIN":
                self._begin(tail.strip().upper(), number)
            elif word == "END":
                self._end(tail.strip().upper())
            elif not self.skipped:
                self._property(number, line)
        if self.stack:
            self._close(len(self.stack))
        if not self.stream.complete:
            self.stream.problems.append(Problem("import-cut-off", self.path, severity=Severity.WARNING))
        if self.foreign:
            self.stream.problems.append(Problem("import-encoding", self.path, severity=Severity.NOTICE))

    def _decode(self, octets: bytes) -> str:
        try:
            return octets.decode()
        except UnicodeDecodeError:
            # Old Windows programs; cp1252 leaves five bytes open, which "replace" fills.
            self.foreign = True
            return octets.decode("cp1252", "replace")

    def _begin(self, kind: str, number: int) -> None:
        if kind == "VCALENDAR":
            self._close(len(self.stack))
            self.in_calendar, self.skipped = True, 0
        elif self.skipped or len(self.stack) >= DEEPEST:
            self.skipped += 1
        else:
            if self.stack and kind in ("VEVENT", "VTIMEZONE"):
                # No event stands inside another: the one before was never ended.
                self._close(len(self.stack))
            self.stack.append(Component(kind, number))

    def _end(self, kind: str) -> None:
        if self.skipped:
            self.skipped -= 1
        elif kind == "VCALENDAR":
            self._close(len(self.stack))
            self.in_calendar, self.stream.complete = False, True
        else:
            for depth, component in enumerate(reversed(self.stack), start=1):
                if component.kind == kind:
                    component.closed = True
                    self._close(depth)
                    break

    def _close(self, depth: int) -> None:
        """End the innermost ``depth`` components."""
        for _ in range(depth):
            component = self.stack.pop()
            if self.stack:
                self.stack[-1].parts.append(component)
            elif component.kind == "VEVENT":
                self._entry(component)
            elif component.kind == "VTIMEZONE":
                self.stream.zones.append(component)
            else:
                self.stream.others[component.kind[:40]] = self.stream.others.get(component.kind[:40], 0) + 1

    def _entry(self, component: Component) -> None:
        count = len(self.stream.entries)
        if count < MOST_ENTRIES:
            self.stream.entries.append(component)
        elif count == MOST_ENTRIES and not any(each.code == "import-too-many" for each in self.stream.problems):
            values = (("limit", str(MOST_ENTRIES)),)
            self.stream.problems.append(
                Problem("import-too-many", self.path, component.line, 1, "", values, Severity.WARNING)
            )

    def _property(self, number: int, line: str) -> None:
        if not self.stack:
            if self.in_calendar and len(self.stream.header) < MOST_LINES:
                self.stream.header.append((number, line))
            return
        component, outermost = self.stack[-1], self.stack[0]
        outermost.size += len(line)
        if outermost.size > MOST_CHARACTERS or len(component.lines) >= MOST_LINES:
            outermost.too_large = True
        else:
            component.lines.append((number, line))
