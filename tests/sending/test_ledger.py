"""An entry is whole or not there, one of two processes makes it, and nothing else is left behind."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

import pytest

from seurantalo.sending import ledger
from seurantalo.sending.ledger import BusyLedgerError, TakenError, alone, begin, go_on, take_back


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_an_entry_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "lehti" / "2027-05-19.yml"
    begin(path, "lähetetty: lähettämässä\n")
    with pytest.raises(TakenError):
        begin(path, "lähetetty: 1.1.2027\n")
    assert path.read_text(encoding="utf-8") == "lähetetty: lähettämässä\n"
    go_on(path, "lähetetty: 17.5.2027 klo 9.12\n")
    assert path.read_text(encoding="utf-8") == "lähetetty: 17.5.2027 klo 9.12\n"
    assert names(path.parent) == ["2027-05-19.yml"]
    take_back(path)
    assert names(path.parent) == []


def test_a_disk_without_second_names_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "2027-05-19.yml"
    begin(path, "a\n")
    with pytest.raises(TakenError):
        begin(path, "b\n")
    assert (path.read_text(encoding="utf-8"), names(tmp_path)) == ("a\n", ["2027-05-19.yml"])


def test_what_cannot_be_written_leaves_what_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "2027-05-19.yml"
    begin(path, "whole\n")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        go_on(path, "half")
    assert (path.read_text(encoding="utf-8"), names(tmp_path)) == ("whole\n", ["2027-05-19.yml"])


def _race(path: str, number: int, start: object, wins: object) -> None:
    start.wait()  # type: ignore[attr-defined]
    try:
        ledger.begin(Path(path), f"{number}\n" * 50)
    except TakenError:
        return
    wins.put(number)  # type: ignore[attr-defined]


def test_of_many_at_once_one_wins(tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    start, wins = context.Event(), context.Queue()
    path = tmp_path / "2027-05-19.yml"
    racing = [context.Process(target=_race, args=(str(path), number, start, wins)) for number in range(6)]
    for one in racing:
        one.start()
    start.set()
    for one in racing:
        one.join()
    won = wins.get(timeout=5)
    assert wins.empty()
    assert path.read_text(encoding="utf-8") == f"{won}\n" * 50
    assert names(tmp_path) == ["2027-05-19.yml"]


def test_only_one_program_sends_at_a_time(tmp_path: Path) -> None:
    with alone(tmp_path / "announcements"), pytest.raises(BusyLedgerError), alone(tmp_path / "announcements"):
        pass
    with alone(tmp_path / "announcements"):
        pass
