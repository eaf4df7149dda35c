"""Questions that were asked while outputs were made, and what they were answered with: plain data, to be kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import field
from enum import IntEnum
from functools import cached_property
from typing import Final, TypeAlias

from seurantalo.frozen import dataclass

__all__ = ["Answered", "Ask", "Change", "Key", "Now"]

#: Of so many questions one may be kept that nobody asked any more: then the others keep their numbers.
_UNUSED: Final = 20

#: A question: its name, then what it is about.
Key: TypeAlias = Sequence[str]
#: Yields what each question is answered with now: the names of the parts that the answer has, and words for all else
#: that it says; None where it can't be asked again.
Ask: TypeAlias = Callable[[Sequence[Key]], Iterable[tuple[AbstractSet[str], str] | None]]


class Change(IntEnum):
    """How far parts are others than they were, the least first.

    >>> Change.TOLD < Change.OUTLINE
    True
    """

    NONE = 0
    TOLD = 1
    """Some part is not what it was, but all have their outlines."""
    OUTLINE = 2
    """Some part has another outline, or has come, or is gone."""


def _always(_: str) -> Change:
    return Change.NONE


def _nothing(keys: Sequence[Key]) -> Iterable[None]:
    return (None for _ in keys)


@dataclass(frozen=True, slots=True)
class Now:
    """How things are now, for who knows how they were.

    >>> now = Now(lambda keys: [(set(), "") for _ in keys], {"tanssit": "1"})
    >>> now.since("beginning").name
    'NONE'
    """

    ask: Ask
    parts: Mapping[str, str]
    """What each part is, by its name."""
    outline: Callable[[str], str] = lambda _: ""
    """Returns what a part is besides what it only tells: by that it is chosen, and by nothing else."""
    since: Callable[[str], Change] = _always
    """Returns after which change a question, by its name, may be answered with other parts or words than before."""
    alone: AbstractSet[str] = frozenset()
    """The names of questions in whose answers each part is or is not, whatever other parts there are."""
    among: Callable[[Collection[str]], Ask] = lambda _: _nothing
    """Returns what would answer those if there were some parts alone, by their names."""


@dataclass
class Answered:
    """Questions with their answers, by number. An answer is the same where its words and parts are, and each part is.

    >>> def ask(keys):
    ...     return [({name}, "") for _, name in keys]
    >>> known = Answered()
    >>> known.numbers_of([("event", "tanssit"), ("event", "tori")])
    [0, 1]
    >>> kept, numbers = known.again({1}, Now(ask, {"tanssit": "1", "tori": "1"}))
    >>> kept.keys, numbers
    ([('event', 'tori')], {1: 0})
    >>> [sorted(kept.changed(Now(ask, {"tanssit": "1", "tori": tori}))) for tori in "12"]
    [[], [0]]
    """

    parts: Sequence[str] = ()
    """Their names."""
    states: Sequence[str] = ()
    """What each of them was."""
    outlines: Sequence[str] = ()
    """What each was besides what it told."""
    keys: list[Key] = field(default_factory=list)
    """The questions."""
    made_of: Sequence[Sequence[int]] = ()
    """The parts of each answer, by their numbers."""
    beside: Sequence[str] = ()
    """What else each says."""

    @cached_property
    def _numbers(self) -> dict[tuple[str, ...], int]:
        return {tuple(key): number for number, key in enumerate(self.keys)}

    def numbers_of(self, keys: Iterable[tuple[str, ...]]) -> list[int]:
        """Return the numbers of questions, also of those that were not asked before."""
        numbers, found = self._numbers, []
        for key in keys:
            number = numbers.get(key)
            if number is None:
                number = numbers[key] = len(self.keys)
                self.keys.append(key)
            found.append(number)
        return found

    @cached_property
    def _asked(self) -> dict[int, tuple[Sequence[int], str] | None]:
        """The answers of now to questions that were not asked before, or were answered otherwise.

        Their parts stand in them by their numbers among those of now.
        """
        return {}

    @cached_property
    def _places(self) -> dict[str, int]:
        return {}

    def _places_in(self, now: Now) -> Mapping[str, int]:
        """Return the numbers of the parts that there are now."""
        if not self._places:
            self._places.update((name, number) for number, name in enumerate(now.parts))
        return self._places

    def _note(self, number: int, answer: tuple[AbstractSet[str], str] | None, now: Now) -> None:
        place_of = self._places_in(now).__getitem__
        self._asked[number] = None if answer is None else (list(map(place_of, answer[0])), answer[1])

    @cached_property
    def _known(self) -> int:
        """How many questions have been asked; those that come later have greater numbers."""
        return len(self.made_of)

    @cached_property
    def _unanswered(self) -> list[int]:
        """Questions that surely are answered otherwise, and have not been asked yet."""
        return []

    def ask_new(self, now: Now) -> None:
        """Ask what has come since the last time, so that ``again`` need not."""
        order = sorted([*self._unanswered, *range(self._known, len(self.keys))], key=self._name_of)
        self._unanswered.clear()
        self._known = len(self.keys)
        for number, answer in zip(order, now.ask([self.keys[number] for number in order]), strict=True):
            self._note(number, answer, now)

    def _name_of(self, number: int) -> str:
        return self.keys[number][0]

    def changed(self, now: Now) -> frozenset[int]:
        """Return the questions whose answers are not as they were.

        Asked are those that may be answered with other parts or words; of the others the parts tell. Where each part
        is in an answer for itself, the parts that have changed tell whether any has come.
        """
        changed, change = self._compared(now)
        is_the_same = changed.isdisjoint
        found = {number for number, parts in enumerate(self.made_of) if not is_the_same(parts)}
        by_name: dict[str, list[int]] = {}
        for number, key in enumerate(self.keys):
            by_name.setdefault(key[0], []).append(number)
        asked = {name for name in by_name if now.since(name) <= change}
        alone = asked & now.alone
        if alone:
            others = [number for name in sorted(alone) for number in by_name[name] if number not in found]
            answers = now.among(self._come(now))([self.keys[number] for number in others])
            found.update(number for number, one in zip(others, answers, strict=True) if one is not None and one[0])
            self._unanswered.extend(number for number in found if self._name_of(number) in alone)
        # Those of one name follow each other, so that they are answered together.
        numbers = [number for name in sorted(asked - alone) for number in by_name[name]]
        name_of = self.parts.__getitem__
        for number, answer in zip(numbers, now.ask([self.keys[number] for number in numbers]), strict=True):
            if (
                answer is None
                or answer[1] != self.beside[number]
                or answer[0] != set(map(name_of, self.made_of[number]))
            ):
                found.add(number)
                self._note(number, answer, now)
        return frozenset(found)

    def _come(self, now: Now) -> AbstractSet[str]:
        """Return the parts that are there now and are not what they were."""
        before = dict(zip(self.parts, self.states, strict=True))
        return {name for name, state in now.parts.items() if before.get(name) != state}

    def _compared(self, now: Now) -> tuple[AbstractSet[int], Change]:
        """Return the parts that are not what they were, and how far they are others."""
        states = enumerate(zip(self.parts, self.states, strict=True))
        changed = {number for number, (name, state) in states if now.parts.get(name) != state}
        if self.parts != list(now.parts) and (now.parts.keys() != set(self.parts)):
            return changed, Change.OUTLINE
        if any(self.outlines[number] != now.outline(self.parts[number]) for number in changed):
            return changed, Change.OUTLINE
        return changed, Change.TOLD if changed else Change.NONE

    def again(self, used: AbstractSet[int], now: Now) -> tuple[Answered, Mapping[int, int]]:
        """Return at least these questions with the answers of now, and their new numbers by those of here.

        Asked are those that were not asked before. What can't be asked is left out.
        """
        self.ask_new(now)
        unused = len(self.keys) - len(used)
        order = range(len(self.keys)) if unused * _UNUSED <= len(self.keys) else sorted(used)
        place = self._places_in(now)
        is_moved = list(now.parts) != self.parts
        made_of: list[Sequence[int]] = []
        beside: list[str] = []
        numbers: dict[int, int] = {}
        for number in order:
            if number not in self._asked:
                parts = self.made_of[number]
                made_of.append([place[self.parts[part]] for part in parts] if is_moved else parts)
                beside.append(self.beside[number])
            elif (answer := self._asked[number]) is not None:
                made_of.append(answer[0])
                beside.append(answer[1])
            else:
                continue
            numbers[number] = len(numbers)
        keys = [self.keys[number] for number in numbers]
        states = list(now.parts.values())
        return Answered(list(now.parts), states, self.outlines_of(now), keys, made_of, beside), numbers

    def outlines_of(self, now: Now) -> Sequence[str]:
        """Return the outlines of all parts as they are now, each worked out once."""
        if not self._outlined:
            before = zip(self.parts, self.states, self.outlines, strict=True)
            known = {(name, state): outline for name, state, outline in before}
            self._outlined.extend(known.get(one) or now.outline(one[0]) for one in now.parts.items())
        return self._outlined

    @cached_property
    def _outlined(self) -> list[str]:
        return []
