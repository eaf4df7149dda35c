"""Sending at most once: first the ledger, then the sending, then what came of it.

Whatever ends this program in between, the next one finds an entry that says ``sending``, and asks a person. A post at
a time: of an issue of several posts those that have gone out are never sent again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field, replace
from enum import StrEnum
from typing import Protocol

from seurantalo.frozen import dataclass
from seurantalo.model.channel import Delivery, Told
from seurantalo.sending.outcome import NotSentError, Reason, UnclearError


@dataclass(frozen=True, slots=True)
class Piece:
    """What goes out at once: a mail with all of an issue (``key`` is ``all``), or one post.

    ``told`` are the facts in it. ``send`` sends it and returns what the other side calls it; it raises NotSentError
    where nothing has arrived and UnclearError where nobody knows.
    """

    key: str
    told: tuple[Told, ...]
    send: Callable[[], str]


@dataclass(frozen=True, slots=True)
class State:
    """What the ledger says of an issue: ``posts`` are the pieces that have gone out, by key."""

    delivery: Delivery
    told: tuple[Told, ...] = ()
    posts: tuple[tuple[str, str], ...] = ()
    reason: Reason | None = None


class Book(Protocol):
    """Where the states of one issue are written down, for good, before anything else is done."""

    def begin(self, state: State) -> None:
        """Write the first state; raise where somebody else has, and NotSentError where it can't be made known."""

    def go_on(self, state: State) -> None:
        """Write the next state; raise NotSentError where that is ``sending`` and can't be made known."""


class Result(StrEnum):
    """How it ended."""

    ASK = "ask"
    """It is not known whether an earlier try has arrived: nothing was done."""
    FAILED = "failed"
    NOTHING = "nothing"
    """It was sent before, or there is nothing to send."""
    SENT = "sent"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Done:
    """How it ended, why, and how many pieces went out now."""

    result: Result
    reason: Reason | None = None
    sent: int = 0


#: What is written where more is to be sent another time.
THE_REST: Reason = Reason("the rest has not been sent yet")


@dataclass(slots=True)
class Delivering:
    """One issue on its way."""

    book: Book
    before: State | None
    told: list[Told] = field(default_factory=list)
    posts: dict[str, str] = field(default_factory=dict)

    def run(self, pieces: Sequence[Piece], *, whole: bool = True) -> Done:
        """Send what has not been sent; with ``whole`` false the issue has more than this, for another time."""
        if self.before is not None:
            if self.before.delivery is Delivery.SENT:
                return Done(Result.NOTHING)
            if self.before.delivery in (Delivery.SENDING, Delivery.UNCLEAR):
                return Done(Result.ASK)
            self.told, self.posts = list(self.before.told), dict(self.before.posts)
        waiting = [piece for piece in pieces if piece.key not in self.posts]
        if not waiting and not self.posts:
            return Done(Result.NOTHING)
        for number, piece in enumerate(waiting):
            sending = State(Delivery.SENDING, (*self.told, *piece.told), tuple(self.posts.items()))
            begun = number > 0 or self.before is not None
            try:
                (self.book.go_on if begun else self.book.begin)(sending)
            except NotSentError as error:
                if begun:
                    self.book.go_on(self._state(Delivery.FAILED, error.reason))
                return Done(Result.FAILED, error.reason, number)
            try:
                self.posts[piece.key] = piece.send()
            except NotSentError as error:
                self.book.go_on(self._state(Delivery.FAILED, error.reason))
                return Done(Result.FAILED, error.reason, number)
            except UnclearError as error:
                self.book.go_on(replace(sending, delivery=Delivery.UNCLEAR))
                return Done(Result.UNCLEAR, error.reason, number)
            self.told += piece.told
        self.book.go_on(self._state(Delivery.SENT) if whole else self._state(Delivery.FAILED, THE_REST))
        return Done(Result.SENT, None, len(waiting))

    def _state(self, delivery: Delivery, reason: Reason | None = None) -> State:
        return State(delivery, tuple(self.told), tuple(self.posts.items()), reason)


def resolved(before: State, *, sent: bool, whole: bool) -> State:
    """Return what an unclear state becomes where a person has looked whether the last try arrived.

    ``whole``: nothing more is to be sent. What did not arrive may be tried again.
    """
    done = dict(before.posts)
    if not sent:
        # What has gone out in posts before the last try stays told.
        told = tuple(one for one in before.told if f"{one.event} {one.day}" in done)
        return State(Delivery.FAILED, told, before.posts, Reason("a person has found that it did not arrive"))
    keys = {f"{one.event} {one.day}" for one in before.told}
    posts = dict(before.posts) if whole and not done else {**dict.fromkeys(sorted(keys), ""), **done}
    return State(
        Delivery.SENT if whole else Delivery.FAILED, before.told, tuple(posts.items()), None if whole else THE_REST
    )
