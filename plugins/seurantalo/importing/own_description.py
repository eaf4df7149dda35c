"""Descriptions of feeds that another site of this kind wrote: its facts become fields again.

Such a feed ends every description with a block of facts, each on a line with its name, and the event's address.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from seurantalo.language import LANGUAGES, language
from seurantalo.model.fields.event import EVENT, EVENT_LINES
from seurantalo.model.fields.nesting import by_name

#: What the PRODID of our feeds begins with.
PRODUCT: Final = "-//Seurantalo//"

#: Lines above the description that say what STATUS and the dates say already.
_NOTES: Final = (
    "The date is not confirmed yet.",
    "Moved. First planned for {when}.",
    "Postponed: the new date is not known yet.",
)


@dataclass(frozen=True, slots=True)
class OwnDescription:
    """A description without its facts, and the facts by field."""

    text: str
    facts: Mapping[str, str] = field(default_factory=dict)


def read_own(description: str, url: str) -> OwnDescription:
    """Return the parts of a description that our feeds' writer made."""
    blocks = description.split("\n\n")
    if url and blocks[-1].strip() == url:
        blocks.pop()
    facts: dict[str, str] = {}
    if blocks:
        lines = blocks.pop().split("\n")
        if _fact(lines[0]):
            facts = dict(filter(None, map(_fact, lines)))
            # A line that we know nothing of, from a newer site perhaps, is not lost: it stays with the words.
            lines = [line for line in lines if not _fact(line)]
        if lines:
            blocks.append("\n".join(lines))
    if blocks and all(_is_note(line) for line in blocks[0].split("\n")):
        blocks.pop(0)
    return OwnDescription("\n\n".join(blocks), facts)


def _fact(line: str) -> tuple[str, str] | None:
    for words, name in _labels():
        if line.startswith(words):
            return name, line[len(words) :].strip()
    return None


def _is_note(line: str) -> bool:
    return any(pattern.fullmatch(line) for pattern in _notes())


@cache
def _labels() -> tuple[tuple[str, str], ...]:
    fields = by_name(EVENT)
    found = set()
    for code in LANGUAGES:
        lang = language(code)
        for number in (1, 2):
            organisers = lang.count("Organiser: {names}", "Organisers: {names}", number, names="{")
            found.add((organisers.partition("{")[0], "organisers"))
        for name in EVENT_LINES:
            words = lang.say("{term}: {text}", term=lang.say(fields[name].heading), text="{")
            found.add((words.partition("{")[0], name))
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair)))


@cache
def _notes() -> tuple[re.Pattern[str], ...]:
    patterns = set()
    for code in LANGUAGES:
        for message in _NOTES:
            before, _, after = language(code).say(message).partition("{when}")
            patterns.add(f"{re.escape(before)}.+{re.escape(after)}" if after else re.escape(before))
    return tuple(re.compile(pattern) for pattern in sorted(patterns))
