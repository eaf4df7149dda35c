"""Revisions from real, small git repositories."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.reading.repository import Repository, day

from seurantalo.model.problem import Severity
from seurantalo.model.record import Revision
from seurantalo.reading.history import History, read_history

TODAY = datetime(2027, 5, 1, tzinfo=UTC)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "project")


def first_line(_: str, content: bytes) -> object | None:
    """The schedule of these tests: a file's first line; a file that begins with ``?`` cannot be read."""
    return None if content.startswith(b"?") else content.split(b"\n")[0]


def read(root: Path, schedule_of: Callable[[str, bytes], object | None] = first_line) -> History:
    return read_history(root, ["events"], schedule_of, TODAY)


def test_a_file_has_its_first_and_its_last_revision(repository: Repository) -> None:
    repository.commit(1, a="monday\n", b="friday\n")
    repository.commit(2)
    repository.commit(3, a="monday\nmore words\n")
    assert read(repository.folder).revisions == {
        "events/a.yml": Revision(day(1), day(3), 0),
        "events/b.yml": Revision(day(1), day(1), 0),
    }


def test_only_changes_of_the_schedule_raise_the_sequence(repository: Repository) -> None:
    for number, content in enumerate(
        ["monday\n", "monday\nwords\n", "tuesday\nwords\n", "? broken\n", "tuesday\n", "monday\n"], start=1
    ):
        repository.commit(number, a=content)
    assert read(repository.folder).revisions["events/a.yml"] == Revision(day(1), day(6), 2)


@pytest.mark.parametrize(
    "name", ["äitienpäivä på ö", "with space", "-n", "a\tb", 'quo"te', "new\nline", ":(top)x", "*"]
)
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file names")
def test_any_name_is_a_name(repository: Repository, name: str) -> None:
    repository.commit(1, **{name: "monday\n"})
    repository.commit(2, **{name: "tuesday\n"}, other="x")
    assert read(repository.folder).revisions[f"events/{name}.yml"] == Revision(day(1), day(2), 1)


def test_the_root_may_be_a_folder_of_the_repository(repository: Repository) -> None:
    repository.write("sites/lake/events/a.yml", "monday\n")
    repository.write("events/outside.yml", "monday\n")
    repository.commit(1)
    repository.write("sites/lake/events/a.yml", "tuesday\n")
    assert read(repository.folder / "sites" / "lake").revisions == {"events/a.yml": Revision(day(1), TODAY, 1)}


def test_folders_may_be_absolute_and_those_outside_the_root_are_left_out(repository: Repository) -> None:
    repository.commit(1, a="monday\n")
    root = repository.folder / "content"
    root.mkdir()
    assert read_history(root, [repository.folder / "events"], first_line, TODAY) == History({})
    found = read_history(repository.folder, [repository.folder / "events", Path("nowhere")], first_line, TODAY)
    assert set(found.revisions) == {"events/a.yml"}


def test_a_new_name_keeps_the_life(repository: Repository) -> None:
    repository.commit(1, a="monday\nthe same words\nover several lines\nso that git knows them again\n")
    repository.commit(2, a="tuesday\nthe same words\nover several lines\nso that git knows them again\n")
    repository.git("mv", "events/a.yml", "events/b.yml")
    repository.commit(3, b="friday\nthe same words\nover several lines\nso that git knows them again\n")
    assert read(repository.folder).revisions == {"events/b.yml": Revision(day(1), day(3), 2, "a")}


WORDS = "the same words\nover several lines\nso that git knows them again\n"


def first_names(repository: Repository) -> dict[str, str]:
    return {path: revision.first_name for path, revision in read(repository.folder).revisions.items()}


def test_a_name_means_the_file_that_had_it_first(repository: Repository) -> None:
    repository.commit(1, a=f"monday\n{WORDS}")
    repository.git("mv", "events/a.yml", "events/b.yml")
    repository.commit(2)
    repository.commit(3, a="another one\n")
    assert first_names(repository) == {"events/b.yml": "a", "events/a.yml": "a~2"}
    # And stays so, whatever becomes of the other one.
    repository.git("mv", "events/b.yml", "events/2027.yml")
    repository.commit(4)
    assert first_names(repository) == {"events/2027.yml": "a", "events/a.yml": "a~2"}
    repository.git("rm", "--quiet", "events/2027.yml")
    repository.commit(5)
    assert first_names(repository)["events/a.yml"] == "a~2"


def test_a_name_is_free_again_when_its_file_is_gone(repository: Repository) -> None:
    repository.commit(1, a="monday\n")
    repository.git("rm", "--quiet", "events/a.yml")
    repository.commit(2, other="x")
    repository.write("events/2028/a.yml", "quite another text\n")
    repository.commit(3)
    assert first_names(repository)["events/2028/a.yml"] == ""


def test_a_file_may_go_through_folders_and_names_and_back(repository: Repository) -> None:
    repository.commit(1, a=f"monday\n{WORDS}")
    for number, (old, new) in enumerate([("a", "2028/a"), ("2028/a", "2028/b"), ("2028/b", "a")], start=2):
        (repository.folder / "events" / new).parent.mkdir(exist_ok=True)
        repository.git("mv", f"events/{old}.yml", f"events/{new}.yml")
        repository.commit(number)
        assert first_names(repository) == {f"events/{new}.yml": "a" if new.endswith("b") else ""}


def test_a_file_that_comes_back_goes_on_where_it_was(repository: Repository) -> None:
    repository.commit(1, a="monday\n")
    repository.commit(2, a="tuesday\n")
    repository.git("rm", "--quiet", "events/a.yml")
    repository.commit(3, other="x")
    repository.commit(4, a="friday\n")
    assert read(repository.folder).revisions["events/a.yml"] == Revision(day(1), day(4), 2)


def test_a_merged_change_counts_from_the_day_of_the_merge(repository: Repository) -> None:
    repository.commit(1, a="monday\n")
    repository.git("checkout", "--quiet", "-b", "proposal")
    repository.commit(2, a="tuesday\n")
    repository.commit(3, a="friday\n")
    repository.git("checkout", "--quiet", "main")
    repository.commit(5, other="x")
    repository.git("merge", "--quiet", "--no-ff", "--message", "Merge", "proposal", on=7)
    assert read(repository.folder).revisions["events/a.yml"] == Revision(day(1), day(7), 1)


def test_a_clock_that_runs_behind_takes_nothing_back(repository: Repository) -> None:
    repository.commit(5, a="monday\n")
    repository.commit(2, a="monday\nmore\n")
    assert read(repository.folder).revisions["events/a.yml"].modified == day(5)


def test_work_in_hand_counts_as_of_today(repository: Repository) -> None:
    repository.commit(1, a="monday\n", b="monday\n", c="monday\n", d="monday\n")
    repository.write("events/a.yml", "tuesday\n")
    repository.write("events/b.yml", "monday\nmore\n")
    repository.write("events/new.yml", "monday\n")
    repository.write("events/d.yml", "tuesday\n")
    repository.git("add", "events/d.yml")
    (repository.folder / "events" / "c.yml").unlink()
    found = read(repository.folder).revisions
    assert found["events/a.yml"] == found["events/d.yml"] == Revision(day(1), TODAY, 1)
    assert found["events/b.yml"] == found["events/c.yml"] == Revision(day(1), TODAY, 0)
    assert "events/new.yml" not in found


def lines(_: str, content: bytes) -> object | None:
    """A file of many parts: ``name word`` on each line; one that begins with ``?`` cannot be read."""
    return None if content.startswith(b"?") else dict(line.split() for line in content.decode().splitlines())


def test_each_part_of_a_file_has_changes_of_its_own(repository: Repository) -> None:
    for number, content in enumerate(["a x\n", "? broken\n", "b y\na x\n", "a z\nb y\n", "b y\n"], start=1):
        repository.commit(number, many=content, one="d x\n")
    found = read(repository.folder, lines).revisions
    assert set(found) == {"events/many.yml", "events/many.yml#a", "events/many.yml#b", "events/one.yml"}
    parts = {name: (one.sequence, one.modified, one.outward) for name, one in found.items()}
    assert parts["events/many.yml#a"] == (1, day(5), day(4))
    assert parts["events/many.yml#b"] == (0, day(5), day(1))

    repository.write("events/many.yml", "b w\nc v\n")
    found = read(repository.folder, lines).revisions
    assert (found["events/many.yml#b"].sequence, found["events/many.yml#b"].outward) == (1, TODAY)
    assert (found["events/many.yml#a"].outward, found["events/many.yml#c"].outward) == (day(4), day(1))


def test_work_in_hand_is_never_older_than_the_last_commit(repository: Repository) -> None:
    repository.commit(9, a="monday\n")
    repository.write("events/a.yml", "tuesday\n")
    early = read_history(repository.folder, ["events"], first_line, day(3))
    assert early.revisions["events/a.yml"] == Revision(day(9), day(9), 1)


def test_without_a_repository_a_notice_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    found = read(tmp_path)
    assert not found.revisions
    assert [(problem.code, problem.severity) for problem in found.problems] == [("history-missing", Severity.NOTICE)]


def test_before_the_first_commit_nothing_is_known(repository: Repository) -> None:
    assert [problem.code for problem in read(repository.folder).problems] == ["history-missing"]


def test_without_git_a_notice_says_so(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit(1, a="monday\n")
    monkeypatch.setenv("PATH", str(repository.folder))
    assert [problem.code for problem in read(repository.folder).problems] == ["history-missing"]


def test_time_is_limited(repository: Repository) -> None:
    repository.commit(1, a="monday\n")
    found = read_history(repository.folder, ["events"], first_line, TODAY, time_limit=0.000_001)
    assert [problem.code for problem in found.problems] == ["history-missing"]


def test_a_shallow_clone_tells_what_it_knows(repository: Repository, tmp_path: Path) -> None:
    repository.commit(1, a="monday\n")
    repository.commit(2, a="tuesday\n")
    repository.git("clone", "--quiet", "--depth=1", repository.folder.as_uri(), str(tmp_path / "clone"))
    found = read(tmp_path / "clone")
    assert found.revisions == {"events/a.yml": Revision(day(2), day(2), 0)}
    assert [(problem.code, problem.severity) for problem in found.problems] == [("history-shallow", Severity.NOTICE)]
    assert not read(repository.folder).problems


def test_a_hook_of_another_repository_does_not_lead_astray(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit(1, a="monday\n")
    other = Repository(tmp_path / "other")
    other.commit(4, a="friday\n")
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other.folder / ".git" / "index"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.folder))
    assert read(repository.folder).revisions == {"events/a.yml": Revision(day(1), day(1), 0)}


def test_a_users_settings_do_not_change_the_answer(repository: Repository) -> None:
    repository.commit(1, a="monday\n")
    repository.commit(2, a="tuesday\n")
    before = read(repository.folder)
    for name, value in {
        "color.ui": "always",
        "core.quotePath": "true",
        "diff.noprefix": "true",
        "diff.orderFile": "nowhere",
        "diff.renames": "false",
        "format.pretty": "raw",
        "log.diffMerges": "off",
        "log.follow": "true",
        "log.showRoot": "false",
        "log.showSignature": "true",
    }.items():
        repository.git("config", name, value)
    assert read(repository.folder) == before


def test_one_pass_over_the_log_and_one_over_old_versions(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1, 4):
        repository.commit(number, **{f"event-{n}": f"day {n * number}\n" for n in range(20)})
    started: list[str] = []
    run = subprocess.run

    def counted(command: list[str], **options: object) -> object:
        started.append(next(word for word in command if word in {"log", "diff", "rev-parse", "cat-file"}))
        return run(command, **options)  # type: ignore[call-overload]

    monkeypatch.setattr("seurantalo.reading.git.subprocess.run", counted)
    assert len(read(repository.folder).revisions) == 20
    assert sorted(started) == ["cat-file", "diff", "log", "rev-parse"]
