"""The steps of the workflows, run as a runner runs them: their own text, in bash, with a `gh` that only writes down.

`git` is the real one, and the repository that a step pushes to is a folder beside it.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]

# Answers with what stands in the file of answers: the first whose words all stand in what it was asked.
GH = """\
#!{python}
import json, os, sys
with open(os.environ["GH_LOG"], "a", encoding="utf-8") as log:
    given = sys.stdin.read() if "--input" in sys.argv else ""
    told = {{"words": sys.argv[1:], "token": os.environ.get("GH_TOKEN", ""), "given": given}}
    log.write(json.dumps(told) + "\\n")
for asked, answer in json.load(open(os.environ["GH_ANSWERS"], encoding="utf-8")):
    if all(word in sys.argv for word in asked):
        print(answer, end="")
        sys.exit(0 if answer != "FAILS" else 1)
"""


def workflow(name: str) -> dict[str, Any]:
    """Return a workflow of this repository as YAML has it."""
    found = yaml.safe_load((ROOT / ".github" / "workflows" / name).read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def step(name: str, job: str, called: str) -> dict[str, Any]:
    """Return the one step of a job that is called so."""
    (found,) = (one for one in workflow(name)["jobs"][job]["steps"] if one.get("name") == called)
    assert isinstance(found, dict)
    return found


@dataclass
class Runner:
    """A runner's folder, its values for ``${{ … }}``, what `gh` is to answer, and what has been asked of it."""

    folder: Path
    work: Path
    values: dict[str, str] = field(default_factory=dict)
    answers: list[tuple[list[str], str]] = field(default_factory=list)
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        (self.folder / "bin").mkdir(parents=True)
        (self.folder / "temp").mkdir()
        gh = self.folder / "bin" / "gh"
        gh.write_text(GH.format(python=sys.executable), encoding="utf-8")
        gh.chmod(0o755)
        own = self.folder / "bin" / "seurantalo"
        own.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m seurantalo "$@"\n', encoding="utf-8")
        own.chmod(0o755)

    @property
    def temp(self) -> Path:
        """The folder for what only this run needs."""
        return self.folder / "temp"

    @property
    def surroundings(self) -> dict[str, str]:
        """The variables that a runner sets, and those by which `gh` is found."""
        return {
            "PATH": f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "GH_LOG": str(self.folder / "gh.jsonl"),
            "GH_ANSWERS": str(self.folder / "answers.json"),
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_OUTPUT": str(self.folder / "output"),
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary"),
            "GITHUB_REPOSITORY": "example/seurantalo",
            **self.environment,
        }

    def run(self, name: str, job: str, called: str) -> subprocess.CompletedProcess[str]:
        """Run a step; it need not succeed."""
        one = step(name, job, called)
        given = {key: self._value(str(value)) for key, value in one.get("env", {}).items()}
        assert "${{" not in one["run"], "a value in the text of a script"
        (self.folder / "answers.json").write_text(json.dumps(self.answers), encoding="utf-8")
        clean = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "GITHUB_"))}
        variables = {
            **clean,
            "GIT_CONFIG_GLOBAL": str(self.folder / "gitconfig"),
            "GIT_CONFIG_SYSTEM": os.devnull,
            "SEURANTALO_TODAY": "2027-01-04",
            **self.surroundings,
            **given,
        }
        # As a runner starts it where no shell is named.
        return subprocess.run(
            ["bash", "-e", "-c", one["run"]],
            cwd=self.work,
            env=variables,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    def _value(self, text: str) -> str:
        known = {"github.token": "a-token", "runner.temp": str(self.temp), **self.values}
        return re.sub(r"\$\{\{\s*(.+?)\s*\}\}", lambda found: known[found[1]], text)

    @property
    def asked(self) -> list[list[str]]:
        """What `gh` was asked, in order."""
        log = self.folder / "gh.jsonl"
        lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        return [json.loads(line)["words"] for line in lines]

    @property
    def given(self) -> list[Any]:
        """What `gh` was given on its standard input, in order."""
        log = self.folder / "gh.jsonl"
        lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        return [json.loads(one["given"]) for one in map(json.loads, lines) if one["given"]]

    @property
    def outputs(self) -> dict[str, str]:
        """What steps have told those after them."""
        output = self.folder / "output"
        lines = output.read_text(encoding="utf-8").splitlines() if output.exists() else []
        return dict(line.split("=", 1) for line in lines)
