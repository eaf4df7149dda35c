"""The workflow that publishes: packages that were kept from an earlier run are installed as the lock has them."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.workflows.shell import Runner

NAME, JOB, STEP = "julkaise.yml", "build", "Install what the lock says"
WHEEL = "talo-1.0-py3-none-any.whl"


def wheel(path: Path, content: str) -> str:
    """Write a package with one module; return its digest."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("talo.py", content)
        package.writestr("talo-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: talo\nVersion: 1.0\n")
        package.writestr("talo-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        package.writestr("talo-1.0.dist-info/RECORD", "")
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A region's repository that pins one package, an index that has it, and a runner that installs aside."""
    (tmp_path / "region").mkdir()
    made = Runner(tmp_path / "runner", tmp_path / "region")
    digest = wheel(tmp_path / "index" / "talo" / WHEEL, "who = 'ours'")
    (tmp_path / "index" / "talo" / "index.html").write_text(f'<a href="{WHEEL}">{WHEEL}</a>', encoding="utf-8")
    (tmp_path / "region" / "requirements.txt").write_text(f"talo==1.0 --hash=sha256:{digest}\n", encoding="utf-8")
    python = made.folder / "bin" / "python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    made.environment |= {
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_CACHE_DIR": str(tmp_path / "cache"),
        "PIP_INDEX_URL": (tmp_path / "index").as_uri(),
        "PIP_FIND_LINKS": "",
    }
    return made


def install(runner: Runner, tmp_path: Path, number: int) -> tuple[subprocess.CompletedProcess[str], Path]:
    """Run the step; return what it said, and the module that was installed, in a folder of this run."""
    runner.environment["PIP_TARGET"] = str(tmp_path / f"packages-{number}")
    return runner.run(NAME, JOB, STEP), tmp_path / f"packages-{number}" / "talo.py"


def test_what_was_kept_is_installed_without_asking_an_index(runner: Runner, tmp_path: Path) -> None:
    first, module = install(runner, tmp_path, 1)
    assert (first.returncode, module.read_text(encoding="utf-8")) == (0, "who = 'ours'"), first.stderr
    runner.environment["PIP_INDEX_URL"] = (tmp_path / "nowhere").as_uri()
    again, module = install(runner, tmp_path, 2)
    assert (again.returncode, module.read_text(encoding="utf-8")) == (0, "who = 'ours'"), again.stderr


def test_what_somebody_has_put_among_what_is_kept_is_not_installed(runner: Runner, tmp_path: Path) -> None:
    wheel(tmp_path / "cache" / "kept" / WHEEL, "who = 'somebody else'")
    done, module = install(runner, tmp_path, 1)
    assert (done.returncode, module.read_text(encoding="utf-8")) == (0, "who = 'ours'"), done.stderr
    # Nor where nothing else is to be had.
    wheel(tmp_path / "cache" / "kept" / WHEEL, "who = 'somebody else'")
    runner.environment["PIP_INDEX_URL"] = (tmp_path / "nowhere").as_uri()
    refused, module = install(runner, tmp_path, 2)
    assert refused.returncode != 0
    assert not module.exists()
