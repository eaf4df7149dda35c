"""What runs by itself: 60 quiet days stop a schedule, and nothing else; all that is scheduled is woken again."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.workflows.shell import ROOT, Runner, workflow

NAMES = sorted(path.name for path in (ROOT / ".github" / "workflows").glob("*.yml"))
#: YAML 1.1 reads the key `on` as true.
ON = True


def triggers(name: str) -> dict[str, object]:
    found = workflow(name)[ON]  # type: ignore[index]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_schedule_shares_its_file_with_nothing_that_must_go_on(name: str) -> None:
    """GitHub stops the whole file, and a change would no longer be published."""
    if "schedule" in triggers(name):
        assert triggers(name).keys() <= {"schedule", "workflow_dispatch", "workflow_call"}


def test_the_night_asks_for_what_is_published_after_a_change(tmp_path: Path) -> None:
    runner = Runner(tmp_path, tmp_path, {"github.event.repository.default_branch": "main"})
    done = runner.run("yo.yml", "publish", "Publish again")
    assert done.returncode == 0, done.stderr
    assert runner.asked == [
        ["workflow", "run", "julkaise.yml", "--repo", "example/seurantalo", "--ref", "main"],
    ]
    assert "workflow_dispatch" in triggers("julkaise.yml")


def test_what_has_been_stopped_by_time_is_woken_and_the_rest_starts_its_days_again(tmp_path: Path) -> None:
    runner = Runner(tmp_path, tmp_path, answers=[(["--paginate"], "11\n12\n")])
    done = runner.run("julkaise.yml", "schedules", "Wake what GitHub stops after 60 quiet days")
    assert done.returncode == 0, done.stderr
    asked, *woken = runner.asked
    assert 'select(.state == "active" or .state == "disabled_inactivity")' in asked[-1]
    assert [words[-1] for words in woken] == [
        f"repos/example/seurantalo/actions/workflows/{number}/enable" for number in (11, 12)
    ]


def test_one_that_cannot_be_woken_does_not_keep_the_others_asleep(tmp_path: Path) -> None:
    enable = "repos/example/seurantalo/actions/workflows/11/enable"
    runner = Runner(tmp_path, tmp_path, answers=[(["--paginate"], "11\n12\n"), ([enable], "FAILS")])
    done = runner.run("julkaise.yml", "schedules", "Wake what GitHub stops after 60 quiet days")
    assert done.returncode == 0
    assert "Workflow 11 could not be enabled." in done.stdout
    assert len(runner.asked) == 3
