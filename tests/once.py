"""What is made once for a whole run, whichever worker of pytest-xdist comes first."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from tests import small

import _site
from seurantalo.cli import main

LONGEST = 600


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder of this run that `make` has filled, once for all workers; nobody may write into it.

    The first to come makes it and the others wait. Where it could not be made, each says so.
    """
    run = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        run = run.parent
    folder, done, failed = (run / f"{name}{end}" for end in ("", ".done", ".failed"))
    try:
        folder.mkdir()
    except FileExistsError:
        return _made_by_another(folder, done, failed)
    try:
        make(folder)
    except BaseException:
        failed.touch()
        raise
    done.touch()
    return folder


def _made_by_another(folder: Path, done: Path, failed: Path) -> Path:
    for _ in range(LONGEST * 5):
        if done.exists():
            return folder
        if failed.exists():
            pytest.fail(f"{folder.name} could not be made; the test that came first tells why", pytrace=False)
        time.sleep(0.2)
    pytest.fail(f"{folder.name} was not made within {LONGEST} seconds", pytrace=False)


def built(folder: Path, today: str, files: Mapping[str, str]) -> Path:
    """Write a small project of our own into ``folder/project``, build it into ``folder/site``; return the project."""
    project = small.project(folder / "project", files)
    _site.build(folder / "site", today, project)
    return project


def exported(project: Path, today: str, folder: Path) -> Path:
    """Write a project's feeds and what apps must see in them, as `seurantalo export DIR --expectations` does."""
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(StringIO()) as said:
        patch.setenv("SEURANTALO_TODAY", today)
        code = main(["export", str(folder), "--expectations", "--project", str(project)])
    assert code == 0, said.getvalue()
    return folder
