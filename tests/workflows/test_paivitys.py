"""A region is offered the newest version of the program: the steps of paivitys.yml, and what they ask."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import git, seurantalo
from tests.workflows.shell import Runner, step, workflow

NAME, JOB = "paivitys.yml", "paivita"
DIGEST = "a" * 64
WHEEL = f"https://github.com/example/seurantalo/releases/download/v9.0.0/seurantalo-9.0.0-py3-none-any.whl#sha256={DIGEST}"
ASKED = ["api", "repos/example/seurantalo/releases/latest"]
GUIDE = "content/ohjeet/tarkistus.md"
CALLER = ".github/workflows/yo.yml"


@pytest.fixture
def region(tmp_path: Path) -> Path:
    """A founded repository, in which an older version wrote a guide and a workflow, and the place it is pushed to."""
    home = tmp_path / "region"
    said = seurantalo("init", str(home), "--municipality", "Kuhmo", "--repository", "kainuu/kalenteri")
    assert said.code == 0, said.err
    state = json.loads((home / ".seurantalo.json").read_text(encoding="utf-8"))
    for name in (GUIDE, CALLER):
        (home / name).write_text("# Vanha\n", encoding="utf-8")
        state["files"][name] = "77a7e6b3a6b2a5ab1c45ab0d0ef0f0f5ba1b1a1e"
    (home / ".seurantalo.json").write_text(json.dumps(state), encoding="utf-8")
    git(tmp_path, "init", "--quiet", "--bare", "origin")
    git(home, "init", "--quiet")
    git(home, "add", "--all")
    git(home, "commit", "--quiet", "--message", "Alku")
    git(home, "remote", "add", "origin", str(tmp_path / "origin"))
    return home


def runner(region: Path, tmp_path: Path, *answers: tuple[list[str], str]) -> Runner:
    values = {
        "inputs.program": "example/seurantalo",
        "steps.newest.outputs.wheel": WHEEL,
        "github.event.repository.default_branch": "main",
    }
    made = Runner(tmp_path / "runner", region, values, list(answers))
    programs = made.temp / "uusi" / "bin"
    programs.mkdir(parents=True)
    (programs / "seurantalo").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m seurantalo "$@"\n', encoding="utf-8")
    (programs / "seurantalo").chmod(0o755)
    return made


def test_the_newest_version_is_looked_for_where_the_program_is_released(region: Path, tmp_path: Path) -> None:
    made = runner(region, tmp_path, (ASKED, WHEEL))
    done = made.run(NAME, JOB, "Look for the newest version")
    assert done.returncode == 0, done.stderr
    assert made.outputs == {"wheel": WHEEL}


@pytest.mark.parametrize(
    ("answer", "said"), [("FAILS", "No version has been released yet."), ("", "No version has been released yet.")]
)
def test_where_nothing_is_released_nothing_is_done(region: Path, tmp_path: Path, answer: str, said: str) -> None:
    made = runner(region, tmp_path, (ASKED, answer))
    done = made.run(NAME, JOB, "Look for the newest version")
    assert (done.returncode, said in done.stdout, made.outputs) == (0, True, {})


def test_a_site_that_has_the_newest_version_is_left_alone(region: Path, tmp_path: Path) -> None:
    assert seurantalo("upgrade", str(region), "--program", WHEEL).code == 0
    made = runner(region, tmp_path, (ASKED, WHEEL))
    done = made.run(NAME, JOB, "Look for the newest version")
    assert (done.returncode, made.outputs) == (0, {})


def test_what_a_release_tells_becomes_an_address_with_its_digest() -> None:
    jq = shutil.which("jq")
    if jq is None:
        pytest.skip("jq, which gh carries, is not here")
    (asked,) = re.findall(r"--jq '(.+?)'\)", step(NAME, JOB, "Look for the newest version")["run"], re.DOTALL)
    address = WHEEL.partition("#")[0]
    release = {
        "assets": [
            {"name": "seurantalo-9.0.0.tar.gz", "browser_download_url": "x", "digest": "sha256:1"},
            {"name": Path(address).name, "browser_download_url": address, "digest": f"sha256:{DIGEST}"},
        ]
    }
    done = subprocess.run([jq, "-r", asked], input=json.dumps(release), capture_output=True, text=True, check=True)
    assert done.stdout == f"{WHEEL}\n"


def test_the_files_are_renewed_and_proposed_but_for_workflows(region: Path, tmp_path: Path) -> None:
    made = runner(region, tmp_path, (["pr", "view"], "12"))
    for called in ("Renew the files", "Propose what has changed"):
        done = made.run(NAME, JOB, called)
        assert done.returncode == 0, done.stdout + done.stderr
    changed = set(git(region, "diff", "--name-only", "main", "HEAD").splitlines())
    assert {"requirements.txt", ".seurantalo.json", f"{GUIDE}.uusi"} <= changed
    assert not any(name.startswith(".github/workflows/") for name in changed)
    assert git(tmp_path / "origin", "branch", "--format=%(refname:short)") == "seurantalo-paivitys"
    assert git(region, "log", "-1", "--format=%s") == "Seurantalo: 9.0.0"
    create = next(words for words in made.asked if words[:2] == ["pr", "create"])
    assert create[create.index("--base") + 1] == "main"
    body = Path(create[create.index("--body-file") + 1]).read_text(encoding="utf-8")
    assert f"    - {GUIDE}.uusi\n" in body
    assert all(line.startswith("    ") for line in body.splitlines())
    assert ["workflow", "run", "vastaus.yml", "--ref", "main", "-f", "number=12"] in made.asked


def test_where_nothing_has_changed_nothing_is_proposed(region: Path, tmp_path: Path) -> None:
    made = runner(region, tmp_path)
    done = made.run(NAME, JOB, "Propose what has changed")
    assert (done.returncode, done.stdout) == (0, "Nothing has changed.\n")
    assert made.asked == []


def test_only_wheels_by_hash_are_installed() -> None:
    script = step(NAME, JOB, "Install it")["run"]
    installed = re.findall(r"pip install .*", script)
    assert len(installed) == 2
    assert '--no-deps "seurantalo @ $WHEEL"' in installed[0]  # its address carries the digest
    assert "--require-hashes" in installed[1]
    assert workflow(NAME)["permissions"] == {}
