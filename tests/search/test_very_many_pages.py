"""The search over very many pages, which wait on the disk for another process, is the same."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from seurantalo import search_apart
from seurantalo.earlier_build import EarlierBuild
from seurantalo.mkdocs_plugin.own_search import OwnSearch
from seurantalo.model.settings import Settings
from seurantalo.processes import LostProcessError
from seurantalo.publishing.search import Entry, index_files
from seurantalo.publishing.search.entry import Group, Place, Terms
from seurantalo.publishing.traces.answered import Now
from seurantalo.publishing.traces.recorder import Facts, Recorder, Traces
from seurantalo.search_apart import SearchApart

DAY = date(2027, 5, 1)
ENTRIES = {
    f"tapahtumat/{number}/": Entry(
        f"tapahtumat/{number}/",
        f"Kahvit {number}",
        Group.EVENT,
        Terms.of({"kahv": Place.TITLE, f"{number}": Place.WHOLE_TITLE, "kyl": Place(number % 2), "äänt": Place.TEXT}),
        first=DAY.toordinal() + number,
        last=DAY.toordinal() + number,
    )
    for number in range(5)
}


def of_entries() -> SearchApart:
    search = SearchApart()
    search.add(ENTRIES.values())
    return search


@pytest.fixture
def made_by(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], SearchApart]:
    """Have the files of the search made by another program than ours."""

    def search(program: str) -> SearchApart:
        (tmp_path / "another_program.py").write_text(program)
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.setattr(search_apart, "_MODULE", "another_program")
        return of_entries()

    return search


def test_the_search_is_the_same() -> None:
    search = OwnSearch(Settings(today=DAY.isoformat()))
    search.set_apart()
    first, *others = ENTRIES.values()
    assert not search.to_hold({})
    assert not search.to_hold({one.address: one for one in others})
    found = list(search.files([first]))
    assert len(found) > 2
    assert found == list(index_files(ENTRIES.values(), "fi", DAY))


def test_of_several_pages_at_one_address_the_last_counts() -> None:
    first = next(iter(ENTRIES.values()))
    search = SearchApart()
    search.add([replace(first, title="Myyjäiset"), first])
    assert list(search.files("fi", DAY)) == list(index_files([first], "fi", DAY))


def test_what_is_kept_for_a_later_build_is_held_here(tmp_path: Path) -> None:
    search = OwnSearch(Settings())
    now = Now(lambda _: [], {})
    traces = Traces(Recorder(), lambda: now, Facts(None), lambda: b"")
    search.remembering(traces, EarlierBuild(tmp_path / "store", tmp_path, "ground", now))
    search.set_apart()
    assert search.to_hold(ENTRIES) == ENTRIES


def test_a_process_that_was_lost_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_apart, "_MODULE", "seurantalo.no_such_module")
    with pytest.raises(LostProcessError):
        list(of_entries().files("fi", DAY))


def test_a_process_that_was_lost_while_it_told_is_told_of(made_by: Callable[[str], SearchApart]) -> None:
    half = "sys.stdout.buffer.write(pickle.dumps('sanat' * 99)[:200])"
    search = made_by(f"import os, pickle, sys\n{half}\nsys.stdout.flush()\nos.kill(os.getpid(), 9)\n")
    with pytest.raises(LostProcessError):
        list(search.files("fi", DAY))


def test_a_project_may_call_its_files_what_it_wants(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    search = of_entries()
    (tmp_path / "pickle.py").write_text("raise SystemExit(1)\n")
    monkeypatch.chdir(tmp_path)
    assert list(search.files("fi", DAY)) == list(index_files(ENTRIES.values(), "fi", DAY))


def test_who_waits_no_more_ends_it(made_by: Callable[[str], SearchApart]) -> None:
    first = "sys.stdout.buffer.write(pickle.dumps('sanat'))"
    search = made_by(f"import pickle, sys, time\n{first}\nsys.stdout.flush()\ntime.sleep(100)\n")
    made, began = search.files("fi", DAY), time.monotonic()
    next(made)
    made.close()  # type: ignore[attr-defined]  # it is a generator
    assert time.monotonic() - began < 50
