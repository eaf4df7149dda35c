"""The workflows as GitHub and an attacker would read them: nothing to say beyond the one reasoned exception."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.workflows.shell import ROOT

from _environment import workflow_linter

FOLDER = ROOT / ".github" / "workflows"
NAMES = sorted(path.name for path in FOLDER.glob("*.yml"))


def zizmor(*words: str) -> subprocess.CompletedProcess[str]:
    program = str(Path(sys.executable).with_name("zizmor"))
    return subprocess.run(
        [program, "--offline", "--no-progress", *words], capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_the_one_exception_has_its_reasons() -> None:
    ignored = [
        (name, line.strip())
        for name in NAMES
        for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()
        if "zizmor:" in line
    ]
    assert ignored == [
        ("vastaus.yml", "pull_request_target: # zizmor: ignore[dangerous-triggers] for the reasons above")
    ]
    assert zizmor("--quiet", str(FOLDER)).returncode == 0


def test_a_proposal_that_is_checked_out_would_be_told(tmp_path: Path) -> None:
    """The reader finds what it is there for: the exception above is of one kind, and of one place."""
    text = (FOLDER / "vastaus.yml").read_text(encoding="utf-8")
    loud = tmp_path / "vastaus.yml"
    loud.write_text(re.sub(r"# zizmor:.*", "", text), encoding="utf-8")
    assert "dangerous-triggers" in zizmor(str(loud)).stdout
    loud.write_text(text.replace('"$GITHUB_EVENT_PATH"', "${{ github.event.pull_request.title }}"), encoding="utf-8")
    assert "template-injection" in zizmor(str(loud)).stdout


@pytest.mark.foreign
def test_every_workflow_is_one_that_is_taken(tmp_path: Path) -> None:
    files = [str(FOLDER / name) for name in NAMES]
    done = subprocess.run([*workflow_linter(), *files], capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    text = (FOLDER / "vastaus.yml").read_text(encoding="utf-8")
    for name, wrong in {
        "unknown": text.replace("timeout-minutes", "timeout-minuts"),
        "needs": text.replace("needs: lue", "needs: luku"),
        "output": text.replace("steps.upload.outputs", "steps.uplaod.outputs"),
    }.items():
        file = tmp_path / f"{name}.yml"
        file.write_text(wrong, encoding="utf-8")
        done = subprocess.run(
            [*workflow_linter(), str(file)], capture_output=True, text=True, encoding="utf-8", check=False
        )
        assert done.returncode == 1, name
        assert done.stdout.startswith(f"{file}:"), done.stdout
