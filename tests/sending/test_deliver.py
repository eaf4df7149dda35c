"""At most once, whatever happens in between, and in the end exactly once where a person tells what was unclear."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from seurantalo.model.channel import Delivery, Told
from seurantalo.sending.deliver import Delivering, Done, Piece, Result, State, resolved
from seurantalo.sending.outcome import NotSentError, UnclearError

DAY = date(2027, 5, 29)
#: What may happen as a piece is sent: before or after it has arrived.
Event = Literal["sent", "refused", "lost", "lost-after", "killed", "killed-after"]


class KilledError(BaseException):
    """The program is ended."""


@dataclass
class Paper:
    """A ledger that outlives the program: what was written last."""

    state: State | None = None
    written: list[Delivery] = field(default_factory=list)

    def begin(self, state: State) -> None:
        assert self.state is None
        self.go_on(state)

    def go_on(self, state: State) -> None:
        self.state = state
        self.written.append(state.delivery)


@dataclass
class World:
    """Channels, and what has arrived in them."""

    events: list[Event]
    arrived: dict[str, int] = field(default_factory=dict)

    def send(self, key: str) -> str:
        event = self.events.pop(0) if self.events else "sent"
        if event in ("refused", "lost", "killed"):
            raise {"refused": NotSentError("no"), "lost": UnclearError("?"), "killed": KilledError()}[event]
        self.arrived[key] = self.arrived.get(key, 0) + 1
        if event == "lost-after":
            raise UnclearError("?")
        if event == "killed-after":
            raise KilledError
        return f"remote-{key}"

    def pieces(self, count: int) -> list[Piece]:
        if count == 0:
            told = (Told("a", DAY, "klo 11"), Told("b", DAY, "klo 12"))
            return [Piece("all", told, lambda: self.send("all"))]
        keys = [f"{letter} {DAY}" for letter in "abcde"[:count]]

        def piece(key: str) -> Piece:
            return Piece(key, (Told(key[0], DAY, "klo 11"),), lambda: self.send(key))

        return [piece(key) for key in keys]


def run(paper: Paper, pieces: list[Piece]) -> Done | None:
    try:
        return Delivering(paper, paper.state).run(pieces)
    except KilledError:
        return None


EVENTS = st.lists(st.sampled_from(["sent", "refused", "lost", "lost-after", "killed", "killed-after"]), max_size=12)


@given(EVENTS, st.integers(0, 4))
def test_nothing_arrives_twice_and_all_of_it_in_the_end(events: list[Event], count: int) -> None:
    paper, world = Paper(), World(events)
    pieces = world.pieces(count)
    for _ in range(40):
        done = run(paper, pieces)
        assert all(number == 1 for number in world.arrived.values())
        assert paper.state is not None
        if done is not None and done.result is Result.ASK:
            # Nothing is sent by itself; a person looks, and is right.
            state = paper.state
            before = dict(state.posts)
            last = [one for one in pieces if one.key not in before and set(one.told) <= set(state.told)]
            went = bool(last) and last[-1].key in world.arrived
            rest = [one for one in pieces if one.key not in before and one not in last]
            paper.state = resolved(state, sent=went, whole=not rest)
        elif done is not None and done.result is Result.NOTHING:
            break
    assert world.arrived == {piece.key: 1 for piece in pieces}
    assert paper.state is not None
    assert paper.state.delivery is Delivery.SENT
    assert {(one.event, one.day) for one in paper.state.told} == {
        (one.event, one.day) for piece in pieces for one in piece.told
    }


def test_the_ledger_is_written_before_and_after() -> None:
    paper, world = Paper(), World([])
    assert run(paper, world.pieces(0)) == Done(Result.SENT, None, 1)
    assert paper.written == [Delivery.SENDING, Delivery.SENT]
    assert run(paper, world.pieces(0)) == Done(Result.NOTHING)
    assert paper.written == [Delivery.SENDING, Delivery.SENT]


def test_what_is_refused_is_told_and_tried_again() -> None:
    paper, world = Paper(), World(["sent", "refused"])
    done = run(paper, world.pieces(3))
    assert done is not None
    assert (done.result, done.sent, paper.written) == (
        Result.FAILED,
        1,
        [Delivery.SENDING, Delivery.SENDING, Delivery.FAILED],
    )
    assert paper.state is not None
    assert [one.event for one in paper.state.told] == ["a"]
    assert run(paper, world.pieces(3)) == Done(Result.SENT, None, 2)
    assert world.arrived == {f"{letter} {DAY}": 1 for letter in "abc"}


def test_nothing_to_tell_leaves_no_entry() -> None:
    paper = Paper()
    assert run(paper, []) == Done(Result.NOTHING)
    assert paper.state is None


def test_a_killed_program_leaves_the_entry_that_asks() -> None:
    paper, world = Paper(), World(["killed"])
    assert run(paper, world.pieces(0)) is None
    assert run(paper, world.pieces(0)) == Done(Result.ASK)
    assert world.arrived == {}
