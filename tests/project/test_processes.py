"""Work in several processes: the same results in the same order, and errors come through."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar

import pytest

from seurantalo import processes, worker
from seurantalo.processes import Crew, LostProcessError, available, done

T = TypeVar("T")

FORKS = pytest.mark.skipif(available() < 2, reason="work stays in one process here")

# Workers that say who they are and go on for ever.
ENDLESS = """
import os, signal, sys, time
from seurantalo import processes
from seurantalo.processes import Crew

# What is begun in the background of a shell leaves Ctrl-C unheard (POSIX, 2.11).
signal.signal(signal.SIGINT, signal.default_int_handler)

def endless():
    os.write(1, b"%d\\n" % os.getpid())
    time.sleep(600)

crew = Crew(endless, 3)
for _ in range(3):
    crew.give()
list(crew.results())
"""


def square(number: int) -> int:
    return number * number


def fail() -> int:
    raise ValueError("no such page")


KEPT: list[int] = []


def keep(number: int) -> list[int]:
    KEPT.append(number)
    return KEPT


def own_process(_: int) -> int:
    return os.getpid()


def forgetful(piece: Callable[..., T], *numbers: int) -> Crew[T]:
    """Begin pieces of work of which little stays."""
    crew = Crew(piece, 2)
    crew.forget()
    for number in numbers:
        crew.give(number)
    return crew


@FORKS
def test_much_that_pieces_keep_for_the_next_is_let_go_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "ROOM", -1)
    assert list(forgetful(keep, 1, 2, 3, 4).results()) == [[1], [2], [3], [4]]
    assert KEPT == []


@FORKS
def test_a_little_that_pieces_keep_for_the_next_stays() -> None:
    assert sum(len(kept) == 1 for kept in forgetful(keep, 1, 2, 3, 4).results()) <= 2
    assert KEPT == []


@FORKS
def test_copies_end_with_the_crew() -> None:
    assert are_gone(list(forgetful(own_process, 1, 2, 3, 4).results()))


@FORKS
def test_what_goes_wrong_in_a_copy_is_raised_as_ever() -> None:
    with pytest.raises(ZeroDivisionError):
        list(forgetful((1).__floordiv__, 0).results())
    with pytest.raises(LostProcessError):
        list(forgetful(os._exit, 1).results())


def crewed(piece: Callable[[], T], processes: int) -> Crew[T]:
    """Begin one piece of work."""
    crew = Crew(piece, processes)
    crew.give()
    return crew


@FORKS
def test_a_crew_can_leave_a_processor_to_who_gives_the_work() -> None:
    crew = Crew(os.getpid, 2)
    crew.leave_one()
    for _ in range(4):
        crew.give()
    (other,) = set(crew.results())
    assert other != os.getpid()


@pytest.mark.parametrize("processes", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 2, 25])
def test_results_come_in_order(processes: int, count: int) -> None:
    assert list(done([partial(square, n) for n in range(count)], processes)) == [n * n for n in range(count)]


@pytest.mark.parametrize("processes", [1, 2])
def test_an_error_of_a_piece_is_raised_here(processes: int) -> None:
    pieces: list[Callable[[], int]] = [partial(square, 2), fail, partial(square, 3)]
    with pytest.raises(ValueError, match="no such page"):
        list(done(pieces, processes))
    assert list(done([partial(square, 2)], processes)) == [4], "the next work is not disturbed"


def test_pieces_may_hold_what_cannot_be_sent() -> None:
    unsendable: dict[str, Callable[[int], int]] = {"add": lambda number: number + 1}
    pieces: list[Callable[[], int]] = [lambda: unsendable["add"](1), lambda: unsendable["add"](2)]
    assert list(done(pieces, 2)) == [2, 3]


@pytest.mark.parametrize("processes", [1, 2])
def test_work_that_goes_on_beside_gives_its_result_when_asked(processes: int) -> None:
    unsendable: dict[str, Callable[[int], int]] = {"add": lambda number: number + 1}
    crew = Crew(lambda number: unsendable["add"](os.getpid() * number), processes)
    crew.give(1)
    unsendable["add"] = lambda number: number + 2
    crew.give(2)
    # What has happened here since the first piece was given, the others do not know.
    assert (list(crew.results()) == [os.getpid() + 2, 2 * os.getpid() + 2]) is (processes == 1)
    with pytest.raises(ValueError, match="no such page"):
        list(crewed(fail, processes).results())


@pytest.mark.parametrize("processes", [1, 2])
def test_each_takes_the_next_piece_that_is_left(tmp_path: Path, processes: int) -> None:
    def work(number: int) -> int:
        (tmp_path / str(number)).touch()
        for _ in range(600):
            # The first piece takes as long as all others together.
            if number or processes == 1 or len(list(tmp_path.iterdir())) == 4:
                break
            time.sleep(0.1)
        return os.getpid()

    crew = Crew(work, processes)
    for number in range(4):
        crew.give(number)
    assert len(crew) == 4
    slow, *quick = crew.results()
    assert len({slow, *quick}) == processes
    assert {*quick} == ({slow} if processes == 1 else {*quick} - {slow})


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_what_is_given_for_later_comes_when_nothing_else_is_left(tmp_path: Path, processes: int) -> None:
    begun, may_begin = tmp_path / "begun", tmp_path / "may begin"

    def work(name: str) -> str:
        with begun.open("a") as file:
            file.write(name)
        # Of what is told after the letters each begins when they have begun, or are in the hands of others.
        told_early = name <= str(processes)
        for _ in range(6_000):
            if may_begin.exists() and (told_early or name.isalpha() or {*"abcd"} <= {*begun.read_text()}):
                break
            time.sleep(0.01)
        return name

    crew, later = Crew(work, processes), "0123456789"
    for number in later:
        crew.give_later(number)
    for letter in "abcd":
        crew.give(letter)
    may_begin.touch()
    assert "".join(crew.results()) == f"abcd{later}"
    # What each process did when the letters came, what it had been told of, and what it does beside their last.
    most = 0 if processes == 1 else 2 * processes
    assert len(begun.read_text().rstrip(later)) <= 4 + most


@FORKS
def test_work_can_be_stopped_when_most_of_it_waits() -> None:
    crew = Crew(time.sleep, 2)
    for _ in range(20):
        crew.give_later(60)
    crew.stop()
    assert multiprocessing.active_children() == []


@FORKS
def test_of_two_that_want_a_processor_who_gives_the_work_goes_first() -> None:
    assert next(done([partial(os.nice, 0)] * 2, 2)) > os.nice(0)


@pytest.mark.parametrize("processes", [1, 2])
def test_work_that_goes_on_beside_can_be_stopped(processes: int) -> None:
    crew = crewed(lambda: time.sleep(60), processes)
    crew.stop()
    crew.stop()
    assert multiprocessing.active_children() == []


@FORKS
def test_who_asks_for_no_more_ends_the_work() -> None:
    pieces: list[Callable[[], object]] = [lambda: "done", lambda: time.sleep(60)]
    some = done(pieces, 2)
    assert next(some) == "done"
    some.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


def test_with_one_process_the_work_stays_here() -> None:
    assert list(done([os.getpid, os.getpid], 1)) == [os.getpid()] * 2
    assert os.getpid() not in done([os.getpid, os.getpid], 2)
    assert available() >= 1


def killed_unless(marker: Path) -> str:
    """End this process as the system does where memory has run out, unless that has happened before."""
    if not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "done"


@FORKS
def test_what_a_killed_process_leaves_is_done_again(tmp_path: Path) -> None:
    pieces: list[Callable[[], str]] = [partial(str, number) for number in range(40)]
    pieces[17] = partial(killed_unless, tmp_path / "pool")
    assert list(done(pieces, 2)) == [*map(str, range(17)), "done", *map(str, range(18, 40))]
    assert list(crewed(partial(killed_unless, tmp_path / "beside"), 2).results()) == ["done"]


@FORKS
@pytest.mark.parametrize("hands", [1, 2])
@pytest.mark.parametrize("times", [1_000, 1_000_000])
def test_of_an_answer_only_the_beginning_may_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hands: int, times: int
) -> None:
    """A long one, which is told after its length, is more than a pipe holds."""
    send = Connection._send  # type: ignore[attr-defined]

    def tell_half(connection: Connection, content: bytes) -> None:
        if len(content) == 4:
            send(connection, content)
            return
        os.write(connection.fileno(), content[: len(content) // 2])
        os._exit(1)

    def answer() -> str:
        if not (tmp_path / "lost").exists():
            (tmp_path / "lost").touch()
            monkeypatch.setattr(Connection, "_send", tell_half)
        return "tanssit" * times

    monkeypatch.setattr(processes, "LOOK", 0.2)
    crew = Crew(answer, 2)
    if hands == 1:
        crew.leave_one()
    for _ in range(3):
        crew.give()
    assert list(crew.results()) == ["tanssit" * times] * 3


@FORKS
def test_a_process_may_be_lost_before_all_work_is_handed_out(monkeypatch: pytest.MonkeyPatch) -> None:
    submit, made = ProcessPoolExecutor.submit, itertools.count()

    def submit_to_the_dead(pool: ProcessPoolExecutor, *given: Any) -> Future[Any]:
        if next(made) == 2:
            raise BrokenProcessPool
        return submit(pool, *given)

    monkeypatch.setattr(ProcessPoolExecutor, "submit", submit_to_the_dead)
    assert list(done([partial(square, n) for n in range(5)], 2)) == [0, 1, 4, 9, 16]


@FORKS
def test_work_that_kills_every_process_ends_with_an_error_and_not_never() -> None:
    def kill() -> str:
        os.kill(os.getpid(), signal.SIGKILL)
        return "never"

    pieces: list[Callable[[], str]] = [partial(str, 1), kill, partial(str, 2)]
    started = time.monotonic()
    with pytest.raises(LostProcessError, match="ended from outside"):
        list(done(pieces, 2))
    with pytest.raises(LostProcessError, match="ended from outside"):
        list(crewed(kill, 2).results())
    assert time.monotonic() - started < 60
    assert multiprocessing.active_children() == []


def endless() -> tuple[subprocess.Popen[str], list[int]]:
    """Return a process of its own group, and the three that work for it."""
    waits = subprocess.Popen(
        [sys.executable, "-c", ENDLESS],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    assert waits.stdout is not None
    return waits, [int(waits.stdout.readline()) for _ in range(3)]


def are_gone(processes: list[int]) -> bool:
    """Wait at most a minute until none of the processes is left."""
    for _ in range(1_200):
        # Whoever takes care of orphans here may leave the ended ones in the table for a while.
        states = [Path(f"/proc/{each}/stat") for each in processes]
        if all(not each.exists() or ") Z " in each.read_text() for each in states):
            return True
        time.sleep(0.05)
    return False


@FORKS
def test_nobody_works_on_for_one_that_was_killed() -> None:
    waits, workers = endless()
    waits.kill()
    said = waits.communicate(timeout=60)
    assert are_gone(workers)
    assert said == ("", "")


@FORKS
def test_ctrl_c_is_told_once_and_not_by_each_process() -> None:
    waits, workers = endless()
    os.killpg(waits.pid, signal.SIGINT)
    _, said = waits.communicate(timeout=60)
    assert said.count("KeyboardInterrupt") == 1
    assert are_gone(workers)
