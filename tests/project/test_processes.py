"""Work in several processes: the same results in the same order, and errors come through."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable
from functools import partial

import pytest

from seurantalo.processes import Begun, available, done


def square(number: int) -> int:
    return number * number


def fail() -> int:
    raise ValueError("no such page")


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
    begun = Begun(lambda: unsendable["add"](os.getpid()), processes)
    assert (begun.result() == os.getpid() + 1) is (processes == 1)
    with pytest.raises(ValueError, match="no such page"):
        Begun(fail, processes).result()


@pytest.mark.parametrize("processes", [1, 2])
def test_work_that_goes_on_beside_can_be_stopped(processes: int) -> None:
    begun = Begun(lambda: time.sleep(60), processes)
    begun.stop()
    assert multiprocessing.active_children() == []


def test_with_one_process_the_work_stays_here() -> None:
    assert list(done([os.getpid, os.getpid], 1)) == [os.getpid()] * 2
    assert os.getpid() not in done([os.getpid, os.getpid], 2)
    assert available() >= 1
