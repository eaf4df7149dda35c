"""From the bytes of a calendar file to components, by RFC 5545, 3.1 and nothing else; shares no code with the writer.

Every fault of form is a sentence in ``faults``; reading goes on as a forgiving app would.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

LINE_OCTETS: Final = 75

_NAME: Final = re.compile(r"[A-Za-z0-9-]+")
_UNQUOTED: Final = r'[^";:,\x00-\x08\x0a-\x1f\x7f]*'
_VALUE: Final = rf'(?:"[^"\x00-\x08\x0a-\x1f\x7f]*"|{_UNQUOTED})'
_PARAMETER: Final = re.compile(rf";([A-Za-z0-9-]+)=({_VALUE}(?:,{_VALUE})*)")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ESCAPE: Final = re.compile(r"\\(.|$)")

#: TEXT values (RFC 5545, 3.3.11) that are one text, in which a bare comma is a fault.
_ONE_TEXT: Final = frozenset(
    {"CONTACT", "DESCRIPTION", "LOCATION", "NAME", "SUMMARY", "TZNAME", "UID", "X-WR-CALDESC", "X-WR-CALNAME"}
)
_TEXTS: Final = _ONE_TEXT | {"CATEGORIES"}


@dataclass(frozen=True, slots=True)
class Property:
    """A content line: its name, parameters and raw value."""

    name: str
    parameters: dict[str, str]
    value: str
    line: int


@dataclass(slots=True)
class Component:
    """A component with its properties in order."""

    name: str
    line: int
    properties: list[Property] = field(default_factory=list)
    components: list[Component] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        """Return the properties of a name."""
        return [one for one in self.properties if one.name == name]

    def value(self, name: str) -> str | None:
        """Return the first value of a property."""
        return next((one.value for one in self.properties if one.name == name), None)

    def parts(self, name: str) -> list[Component]:
        """Return the components of a name right below."""
        return [one for one in self.components if one.name == name]


def read(content: bytes, faults: list[str]) -> Component:
    """Return what the file holds, below a nameless component."""
    top = Component("", 0)
    stack = [top]
    for number, line in _unfolded(content, faults):
        one = _property(line, number)
        if one is None:
            faults.append(f"line {number} is no content line: {line[:40]!r}")
        elif one.name == "BEGIN":
            inner = Component(one.value, number)
            stack[-1].components.append(inner)
            stack.append(inner)
        elif one.name == "END":
            if len(stack) == 1 or stack[-1].name != one.value:
                faults.append(f"line {number}: END:{one.value} ends nothing")
            else:
                stack.pop()
        else:
            stack[-1].properties.append(one)
            _check_text(one, faults)
    faults += [f"{one.name} is never ended" for one in stack[1:]]
    return top


def _unfolded(content: bytes, faults: list[str]) -> list[tuple[int, str]]:
    if content.startswith(b"\xef\xbb\xbf"):
        faults.append("a byte order mark")
        content = content[3:]
    if re.search(rb"(?<!\r)\n|\r(?!\n)", content):
        faults.append("line breaks that are not CRLF")
    elif not content.endswith(b"\r\n"):
        faults.append("no CRLF at the end")
    lines: list[tuple[int, str]] = []
    for number, octets in enumerate(re.split(rb"\r\n|\n|\r", content), start=1):
        if len(octets) > LINE_OCTETS:
            faults.append(f"line {number} has {len(octets)} octets")
        try:
            line = octets.decode("utf-8")
        except UnicodeDecodeError:
            faults.append(f"line {number}: not UTF-8, or folded inside a character")
            line = octets.decode("utf-8", "replace")
        if _CONTROL.search(line):
            faults.append(f"line {number}: control character")
        if line[:1] in (" ", "\t") and lines:
            first, begun = lines[-1]
            lines[-1] = (first, begun + line[1:])
        elif line:
            lines.append((number, line))
    return lines


def _property(line: str, number: int) -> Property | None:
    name = _NAME.match(line)
    if name is None:
        return None
    at, parameters = name.end(), {}
    while found := _PARAMETER.match(line, at):
        parameters[found[1].upper()] = found[2].strip('"')
        at = found.end()
    return Property(name[0].upper(), parameters, line[at + 1 :], number) if line[at : at + 1] == ":" else None


def _check_text(one: Property, faults: list[str]) -> None:
    if one.name not in _TEXTS:
        return
    where = f"line {one.line} {one.name}"
    if any(escape[1] not in ("\\", ";", ",", "n") for escape in _ESCAPE.finditer(one.value)):
        faults.append(f"{where}: a backslash that escapes nothing")
    bare = _ESCAPE.sub("", one.value)
    if ";" in bare or ("," in bare and one.name in _ONE_TEXT):
        faults.append(f"{where}: a bare comma or semicolon")
    if one.value != one.value.strip():
        faults.append(f"{where}: a space at an end")
