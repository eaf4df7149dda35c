"""What a calendar said of an event when it was imported: a comment at the end of the event's file.

By it the next import knows what the calendar has changed and what people have. It lies in the file itself, so it
goes where the file goes, and no second file can get out of step with it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import field, fields, is_dataclass
from enum import Enum
from hashlib import sha256
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.language import Language
from seurantalo.model.event import Event
from seurantalo.model.fields.channel_plan import CHANNELS
from seurantalo.model.fields.event import EVENT, EVENT_LEFT_OUT
from seurantalo.model.text import Text
from seurantalo.proposing.values import plan_value

#: What an import says of an event once and for all, and what no calendar says.
_APART: Final = ("uid", "external", "demo", *EVENT_LEFT_OUT)
#: The fields that are remembered, by their English names, with the attributes that hold them.
FIELDS: Final[Mapping[str, str]] = {one.name: one.target_attribute for one in EVENT if one.name not in _APART}
_PARAGRAPH: Final = re.compile(r"\n\s*\n")
_MARK: Final = re.compile(r"^#.*\[([a-p]{8})((?: [a-z_]+=[a-p]{6})*)\][ \t]*\r?$", re.MULTILINE)
#: Letters for hexadecimal digits: digits in a row might be a telephone number for our own check.
_LETTERS: Final = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


@dataclass(frozen=True, slots=True)
class Memory:
    """What was remembered: a name of the calendar, and by field a digest of what it said."""

    calendar: str
    digests: Mapping[str, str] = field(default_factory=dict)

    def line(self, lang: Language) -> str:
        """Return the comment that is this memory."""
        words = " ".join((self.calendar, *(f"{name}={digest}" for name, digest in sorted(self.digests.items()))))
        told = lang.say("Imported from a calendar. By this the next import sees what has been changed by hand:")
        return f"# {told} [{words}]"


def memory_of(text: str) -> Memory | None:
    """Return the memory that an event's file holds, or None."""
    found = _MARK.search(text)
    if found is None:
        return None
    pairs = (pair.partition("=") for pair in found[2].split())
    return Memory(found[1], {name: digest for name, _, digest in pairs})


def with_memory(text: str, memory: Memory, lang: Language) -> str:
    """Return a file's text with its memory: in the place of the one that it has, else at its end."""
    line = memory.line(lang)
    if _MARK.search(text):
        return _MARK.sub(lambda _: line, text, count=1)
    return f"{text.rstrip()}\n{line}\n"


def calendar_key(names: Iterable[str]) -> str:
    """Return a name for a calendar that is made of what it holds."""
    return sha256("\n".join(names).encode()).hexdigest()[:8].translate(_LETTERS)


def values_of(event: Event) -> Mapping[str, str]:
    """Return what an event says, by field: equal texts for equal values. Fields that say nothing are left out.

    The texts are made of what differs from the defaults, so a field that later versions of ours add changes none.
    """
    defaults = {each.name: each.default for each in fields(event)}
    values = {name: getattr(event, attribute) for name, attribute in FIELDS.items() if attribute in defaults}
    values["channels"] = event.channel_plan.without_days()
    found = {name: _told(value) for name, value in values.items() if value != defaults[FIELDS[name]]}
    if "channels" in found:
        # As it was when there were names alone: what is remembered in files still holds.
        found["channels"] = json.dumps(plan_value(CHANNELS, event.channel_plan.without_days()), ensure_ascii=False)
    if event.further:
        found["repeats"] = _told((event.repeats, *event.further))
    return found


def digests_of(event: Event) -> Mapping[str, str]:
    """Return a digest for each field that an event says something of."""
    return {name: digest(words) for name, words in values_of(event).items()}


def digest(words: str) -> str:
    """Return six letters for a value."""
    return sha256(words.encode()).hexdigest()[:6].translate(_LETTERS)


def _told(value: object) -> str:
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True)


def _plain(value: object) -> object:
    if isinstance(value, Text):
        # White space inside a paragraph says nothing, be it a line's end or not.
        return [[code, *(" ".join(one.split()) for one in _PARAGRAPH.split(words))] for code, words in value.versions]
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        told = {each.name: (getattr(value, each.name), each.default) for each in fields(value) if each.compare}
        return {name: _plain(one) for name, (one, default) in told.items() if one != default}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    # Days, times and sums as they are written; numbers and yes and no as JSON has them.
    return value if value is None or isinstance(value, str | int) else str(value)
