"""What the search for clashes finds: a value that pages, JSON, the terminal and annotations all show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.language.catalogue import Language
from seurantalo.model.event import AgreedClash, Event

#: (name, value) pairs: what a finding's words need beside its events. A name may end in ``:fi`` for one language.
Facts = tuple[tuple[str, str], ...]


class Level(StrEnum):
    """How much a finding matters: two in one room, two for the same people, good to know.

    >>> [(level.value, clashes.counts[level]) for level in Level]
    [('hard', 1), ('soft', 0), ('info', 0)]
    """

    HARD = "hard"
    SOFT = "soft"
    INFO = "info"


RANK: Final[Mapping[Level, int]] = {level: rank for rank, level in enumerate(Level)}


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleWords:
    """How a rule tells what it found: English source texts, each with its place in the catalogues.

    >>> clashes.findings[0].words.name, lang.say(clashes.findings[0].words.name)
    ('the same place', 'sama paikka')
    """

    name: str = ""
    """What the rule is about, in two or three words; the code of the rule where there are none."""
    sentence: str | Callable[[Finding, Language], str] = "{event} and {other}, {dates}."
    """What is found: a text with {event}, {other}, {dates}, {municipality} and the rule's facts as blanks. Or a
    function that says it."""
    advice: str | Callable[[Finding, Language], str] = "Look at both files."
    """What can be done about it: a text, or a function that says it."""
    beside: str = ""
    """What is added to the advice of another rule that is heard about the same two on the same day."""
    is_question: bool = False
    """It asks whether it is a clash at all: nobody has to move, and there is nothing to agree on."""
    turns_on_end: bool = False
    """The hour of an end decides: an end that is a mere guess is mentioned."""
    names_practice: bool = False
    """The sentence says whether both are of one practice; else one is added."""


@dataclass(frozen=True)
class Finding:
    """One thing to know about one event, or about two. What its words need is worked out when somebody asks.

    ``id`` is the rule and the sorted event ids, the same as long as both events are there. ``dates`` are the local
    days it is about: those to come, or where all have passed, the last ones; ``more`` counts the days beyond
    them. ``other`` is None for findings about one event or one day of a municipality.

    >>> found = clashes.findings[0]
    >>> found.id, found.level.value, found.dates
    ('venue.konsertti.tanssit', 'hard', (datetime.date(2027, 3, 20),))
    >>> found.fields, found.fact("place")
    (('venue', 'room', 'starts', 'ends', 'format'), 'Seurantalo')
    """

    id: str
    rule: str
    level: Level
    event: Event
    other: Event | None
    dates: tuple[date, ...]
    more: int
    tell: Callable[[], Facts] = field(repr=False, compare=False)
    """Returns the facts."""
    municipality: str
    agreed: AgreedClash | None = None
    event_ids: tuple[str, ...] = ()
    """All events that it is about, sorted; for the load of a day more than two."""
    fields: tuple[str, ...] = ()
    """The fields of event files that the rule looked at, in the schema's names: what one could change."""
    words: RuleWords = field(default_factory=RuleWords, repr=False)
    """How the rule tells it."""
    beside: tuple[str, ...] = ()
    """What other rules add that are heard about the same days (``RuleWords.beside``)."""

    @property
    def pressing(self) -> bool:
        """True where somebody might have to move: neither a mere remark, nor perhaps one event written twice."""
        return self.level is not Level.INFO and not self.words.is_question

    @property
    def first(self) -> Event | None:
        """The event that was in the calendar first, by the history of the files; None where that is not known."""
        first = self.fact("first")
        return next((event for event in (self.event, self.other) if event is not None and event.id == first), None)

    @cached_property
    def facts(self) -> Facts:
        """What the words need beside the events."""
        return self.tell()

    @cached_property
    def _values(self) -> Mapping[str, str]:
        return dict(self.facts)

    def fact(self, name: str, language: str = "") -> str:
        """Return a fact in the reader's language, else as it was first written; ``""`` for one that is not known."""
        values = self._values
        return values.get(f"{name}:{language}") or values.get(name, "")
