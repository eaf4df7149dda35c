"""The same files on the same *today* give the same bytes: on any day, machine and order of files on the disk."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

import pytest
import time_machine
from tests.once import exported
from tests.reading.repository import Repository

from _environment import ROOT, clean_environment

TODAY = "2027-02-10"


def contents(site: Path) -> dict[str, bytes]:
    """Every calendar file by path, and what is written beside it for the tests."""
    found = {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*.ics*")}
    assert len(found) > 300
    return found


class Shuffled:
    """`os.scandir` as another file system might answer it."""

    def __init__(self, entries: Iterator[os.DirEntry[str]]) -> None:
        self._entries = iter(sorted(entries, key=lambda entry: random.Random(entry.name).random()))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> os.DirEntry[str]:
        return next(self._entries)

    def close(self) -> None:
        """Do as the system's own, by which `os.walk` goes step by step."""


def test_neither_the_day_nor_the_order_of_files_counts(
    torture: Path, torture_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = shutil.copytree(torture_project, tmp_path / "project")
    for place, file in enumerate(sorted(copy.rglob("*.yml"))):
        os.utime(file, (place, place))
    scandir: Any = os.scandir
    monkeypatch.setattr(os, "scandir", lambda *where: Shuffled(scandir(*where)))
    with time_machine.travel(datetime(2029, 7, 14, 23, 59, tzinfo=UTC)):
        later = contents(exported(copy, TODAY, tmp_path / "site"))
    assert later == contents(torture)


def test_the_machine_does_not_count(torture: Path, torture_project: Path, tmp_path: Path) -> None:
    settings = {"PYTHONHASHSEED": "4711", "TZ": "America/St_Johns", "LC_ALL": "C", "SEURANTALO_TODAY": TODAY}
    words = ["export", str(tmp_path / "site"), "--expectations", "--project", str(torture_project)]
    program = [sys.executable, "-c", "import sys; from seurantalo.cli import main; sys.exit(main())"]
    subprocess.run([*program, *words], cwd=ROOT, env=clean_environment() | settings, check=True, capture_output=True)
    assert contents(tmp_path / "site") == contents(torture)


def test_most_days_bring_nothing_new(torture_project: Path, tmp_path: Path) -> None:
    """Apps download a feed again when it changed; where no file did, it does on the first of a month only."""
    repository = Repository(tmp_path / "project")
    shutil.copytree(torture_project, repository.folder, dirs_exist_ok=True)
    repository.commit(1)
    first, later = (
        contents(exported(repository.folder, f"2027-02-{day:02}", tmp_path / f"{day}")) for day in (10, 20)
    )
    assert {path for path, content in later.items() if first[path] != content} == set()
