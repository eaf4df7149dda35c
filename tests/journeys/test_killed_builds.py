"""Builds that are killed, and a reader who never finds less than a whole page."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.nightly
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_reader_sees_nothing_of_killed_builds() -> None:
    command = [sys.executable, str(ROOT / "scripts/kill_builds.py"), "--kills", "5"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert "; 0 faults" in done.stdout, done.stdout + done.stderr
    assert "'compared and wrong': 0" in done.stdout
    assert done.returncode == 0
