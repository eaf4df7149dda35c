"""Questions that were asked while outputs were made, and what they were answered with: plain data, to be kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import field
from functools import cached_property
from typing import TypeAlias

from seurantalo.frozen import dataclass

__all__ = ["Answered", "Ask", "Key"]

#: A question: its name, then what it is about (see ``publishing.traces``).
Key: TypeAlias = Sequence[str]
#: Yields what each question is answered with now: the names of the parts that the answer has, and words for all else
#: that it says; None where it can't be asked again.
Ask: TypeAlias = Callable[[Sequence[Key]], Iterable[tuple[AbstractSet[str], str] | None]]


@dataclass
class Answered:
    """Questions with their answers, by number. An answer is the same where its words and parts are, and each part is.

    >>> def ask(keys):
    ...     return [({name}, "") for _, name in keys]
    >>> known = Answered()
    >>> known.numbers_of([("event", "tanssit"), ("event", "tori")])
    [0, 1]
    >>> kept, numbers = known.again({1}, frozenset(), ask, {"tanssit": "1", "tori": "1"})
    >>> kept.keys, numbers
    ([('event', 'tori')], {1: 0})
    >>> kept.changed(ask, {"tori": "1"}), kept.changed(ask, {"tori": "2"})
    (frozenset(), frozenset({0}))
    """

    parts: Sequence[str] = ()
    """Their names."""
    states: Sequence[str] = ()
    """What each of them was."""
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
    def _asked(self) -> dict[int, tuple[Collection[str], str] | None]:
        """The answers of now to questions that were not asked before."""
        return {}

    def ask_new(self, ask: Ask) -> None:
        """Ask what has come since the last time, so that ``again`` need not."""
        known = len(self.made_of) + len(self._asked)
        # Those of one name follow each other, so that they are answered together.
        order = sorted(range(known, len(self.keys)), key=lambda number: self.keys[number][0])
        for number, answer in zip(order, ask([self.keys[number] for number in order]), strict=True):
            self._asked[number] = None if answer is None else (tuple(answer[0]), answer[1])

    def changed(self, ask: Ask, now: Mapping[str, str]) -> frozenset[int]:
        """Return the questions whose answers are not as they were; ``now`` tells of each part what it is now."""
        name_of = self.parts.__getitem__
        states = enumerate(zip(self.parts, self.states, strict=True))
        is_the_same = {number for number, (name, state) in states if now.get(name) != state}.isdisjoint
        answers = zip(self.made_of, self.beside, ask(self.keys), strict=True)
        return frozenset(
            number
            for number, (parts, beside, answer) in enumerate(answers)
            if answer is None
            or answer[1] != beside
            or not is_the_same(parts)
            or answer[0] != set(map(name_of, parts))
        )

    def again(
        self, used: AbstractSet[int], changed: AbstractSet[int], ask: Ask, now: Mapping[str, str]
    ) -> tuple[Answered, Mapping[int, int]]:
        """Return some questions with the answers of now, and their new numbers by those of here.

        Asked are those of them that have ``changed`` or were not asked before. What can't be asked is left out.
        """
        self.ask_new(ask)
        order = sorted(used, key=lambda number: self.keys[number][0])
        to_ask = [number for number in order if number in changed]
        answers = dict(self._asked)
        answers.update(zip(to_ask, ask([self.keys[number] for number in to_ask]), strict=True))
        place = {name: number for number, name in enumerate(now)}
        is_moved = list(now) != self.parts
        made_of: list[Sequence[int]] = []
        beside: list[str] = []
        numbers: dict[int, int] = {}
        for number in order:
            if number not in answers:
                parts = self.made_of[number]
                made_of.append([place[self.parts[part]] for part in parts] if is_moved else parts)
                beside.append(self.beside[number])
            elif (answer := answers[number]) is not None:
                made_of.append([place[name] for name in answer[0]])
                beside.append(answer[1])
            else:
                continue
            numbers[number] = len(numbers)
        keys = [self.keys[number] for number in numbers]
        return Answered(list(now), list(now.values()), keys, made_of, beside), numbers
