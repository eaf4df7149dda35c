"""Content lines and their values (RFC 5545, 3.1 and 3.3): what one line of a calendar says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date, datetime, timedelta
from typing import Final

from seurantalo.frozen import dataclass

#: Years of a date that means something; what is outside is a mistake.
FIRST_YEAR, LAST_YEAR = 1900, 2199

_ESCAPE: Final = re.compile(r"\\(.)", re.DOTALL)
_STAMP: Final = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2})(?::?(\d{2}))?(?:\.\d+)?(Z)?)?\Z")
#: Controls, lone surrogates, byte order marks, and the characters that turn the direction of what follows.
_UNWANTED: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
_BREAKS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


class EntryError(ValueError):
    """An entry that can't be carried; ``code`` and ``values`` as in a Problem."""

    def __init__(self, code: str, **values: str) -> None:
        """Keep the code and the values."""
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class Property:
    """A property: its name and its parameters' names in capitals, its value as written."""

    name: str
    value: str
    parameters: Mapping[str, str] = field(default_factory=dict)


def read_properties(lines: Iterable[tuple[int, str]]) -> list[Property]:
    """Return the properties of a component; a line that is none is left out."""
    found = []
    for _, line in lines:
        read = read_property(line)
        if read is not None:
            found.append(read)
    return found


def read_property(line: str) -> Property | None:
    """Return the property of an unfolded line, or None where it is none."""
    # The plain ones, nearly all, need no parser of parameters.
    name, colon, value = line.partition(":")
    if not colon:
        return None
    if ";" not in name:
        return Property(name.strip().upper(), value) if name.strip() else None
    from icalendar.parser import Contentline  # noqa: PLC0415 (late: builds must not pay for it)

    try:
        name, parameters, value = Contentline(line).raw_parts()
        return Property(
            name.strip().upper(),
            value,
            {
                key.upper(): ",".join(map(str, words)) if isinstance(words, (list, tuple)) else str(words)
                for key, words in parameters.items()
            },
        )
    except Exception:  # noqa: BLE001 (whatever a hostile line makes the parser raise: it is no property)
        return None


def unescape(value: str) -> str:
    """Return a TEXT value as people read it (RFC 5545, 3.3.11), without controls."""
    text = _ESCAPE.sub(lambda match: "\n" if match[1] in "nN" else match[1], value) if "\\" in value else value
    return clean(text)


def unescape_list(value: str) -> tuple[str, ...]:
    """Return the texts of a value that is a list of them."""
    parts = re.split(r"(?<!\\)((?:\\\\)*),", value)
    # The split keeps the backslashes before a comma in a group of their own.
    texts = ["".join(parts[index : index + 2]) for index in range(0, len(parts), 2)]
    return tuple(words for text in texts if (words := one_line(unescape(text))))


def clean(text: str) -> str:
    """Return the text without controls, its lines ended by a line feed alone."""
    if text.isprintable():
        return text.strip()
    return _UNWANTED.sub("", _BREAKS.sub("\n", text).replace("\t", " ")).strip()


def one_line(text: str) -> str:
    """Return the text with every run of white space as one space."""
    return " ".join(text.split())


def read_stamp(value: str) -> tuple[date | datetime, bool]:
    """Return a date, or a wall time without seconds, and whether it is UTC; raise EntryError."""
    match = _STAMP.match(value.strip())
    if match is not None:
        year, month, day, hour, minute, second, utc = match.groups()
        try:
            if FIRST_YEAR <= int(year) <= LAST_YEAR:
                if hour is None:
                    return date(int(year), int(month), int(day)), False
                # A leap second (RFC 5545, 3.3.12) is no wall time that Python knows; seconds are dropped anyway.
                if int(second or 0) <= 60:
                    return datetime(int(year), int(month), int(day), int(hour), int(minute)), utc is not None
        except ValueError:
            pass
    raise EntryError("import-bad-time", found=value.strip()[:60])


def read_length(value: str) -> timedelta:
    """Return a DURATION (RFC 5545, 3.3.6); raise EntryError."""
    from icalendar.prop import vDuration  # noqa: PLC0415 (late, as above)

    try:
        # A longer number overflows, or takes its time to do so.
        length = vDuration.from_ical(value.strip()) if len(value) <= 40 else None
    except Exception:  # noqa: BLE001 (whatever a hostile value makes the parser raise)
        length = None
    if not isinstance(length, timedelta):
        raise EntryError("import-bad-time", found=value.strip()[:60])
    return length
