"""The program is tested where it changes, and never for an event; what a branch asks for always comes to an end."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import git
from tests.workflows.shell import Runner, workflow

LOOK = ("ohjelma.yml", "changes", "Look for what is neither an event nor a page")


@pytest.fixture
def merged(tmp_path: Path) -> Path:
    """A repository whose newest commit merges a proposal, as GitHub checks it out."""
    home = tmp_path / "work"
    for name in ("events/a.yml", "content/a.md", "mkdocs.yml"):
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text("x", encoding="utf-8")
    git(home, "init", "--quiet")
    git(home, "add", "--all")
    git(home, "commit", "--quiet", "--message", "Alku")
    git(home, "checkout", "--quiet", "-b", "ehdotus")
    return home


def looked(home: Path, files: list[str]) -> Runner:
    for name in files:
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text("y", encoding="utf-8")
    git(home, "add", "--all")
    git(home, "commit", "--quiet", "--allow-empty", "--message", "Ehdotus")
    git(home, "checkout", "--quiet", "main")
    git(home, "merge", "--quiet", "--no-ff", "--message", "Yhdessä", "ehdotus")
    runner = Runner(home.parent / "runner", home)
    done = runner.run(*LOOK)
    assert done.returncode == 0, done.stderr
    return runner


@pytest.mark.parametrize("files", [[], ["events/a.yml"], ["content/b/ä ö.md", "events/2027/b.yml"]])
def test_content_alone_runs_no_test_of_the_program(merged: Path, files: list[str]) -> None:
    assert looked(merged, files).outputs == {}


@pytest.mark.parametrize("name", ["mkdocs.yml", "plugins/x.py", "contents/a.md", "x/events/a.yml", "ä\nevents/a"])
def test_all_else_does(merged: Path, name: str) -> None:
    assert looked(merged, ["events/a.yml", name]).outputs == {"program": "yes"}


@pytest.mark.parametrize(
    ("results", "code"),
    [
        ("success success success success", 0),
        ("success success skipped skipped", 0),
        ("success failure skipped skipped", 1),
        ("success success cancelled success", 1),
        ("failure success skipped skipped", 1),
    ],
)
def test_the_last_job_says_how_it_ended(tmp_path: Path, results: str, code: int) -> None:
    runner = Runner(tmp_path / "runner", tmp_path, {"join(needs.*.result, ' ')": results})
    one = workflow("ohjelma.yml")["jobs"]["all"]
    assert one["if"] == "${{ always() }}"
    assert one["needs"] == [name for name in workflow("ohjelma.yml")["jobs"] if name != "all"]
    assert runner.run("ohjelma.yml", "all", "Everything that was run has passed").returncode == code
