"""Revisions from real, small git repositories.

Most of these tests are about files of which others show something: they read a folder of places. An event has one
life wherever its file lies; what is true of events alone stands at the end.
"""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

import pytest
from tests.reading.repository import Repository, day

from seurantalo.model.problem import Severity
from seurantalo.model.record import Revision
from seurantalo.reading.history import git
from seurantalo.reading.history.revisions import History, OutwardOf, begun_history

TODAY = datetime(2027, 5, 1, tzinfo=UTC)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "project")


def first_line(_: str, content: bytes) -> object | None:
    """What others show in these tests: a file's first line; a file that begins with ``?`` cannot be read."""
    return None if content.startswith(b"?") else content.split(b"\n")[0]


def read_history(
    root: Path, folders: Sequence[str | Path], outward_of: OutwardOf, today: datetime, **how: Any
) -> History:
    return begun_history(root, folders, outward_of, today, **how)()


def read(root: Path, outward_of: Callable[[str, bytes], object | None] = first_line) -> History:
    """The history of the folder as one of places, by path."""
    return read_history(root, ["events"], outward_of, TODAY, events="elsewhere")


def read_events(root: Path) -> dict[str, Revision]:
    """The revisions of events by id."""
    found = read_history(root, ["events"], first_line, TODAY)
    assert all(name.startswith("event/") for name in found.revisions)
    return {name.removeprefix("event/"): one for name, one in found.revisions.items()}


def test_a_file_has_its_first_and_its_last_revision(repository: Repository) -> None:
    repository.commit(1, a="monday\n", b="friday\n")
    repository.commit(2)
    repository.commit(3, a="monday\nmore words\n")
    assert read(repository.folder).revisions == {
        "events/a.yml": Revision(day(1), day(3)),
        "events/b.yml": Revision(day(1), day(1)),
    }


def test_only_changes_of_what_others_show_are_outward(repository: Repository) -> None:
    for number, content in enumerate(
        ["monday\n", "monday\nwords\n", "tuesday\nwords\n", "? broken\n", "tuesday\n", "monday\n"], start=1
    ):
        repository.commit(number, a=content)
        if number < 3:
            assert read(repository.folder).revisions["events/a.yml"].outward == day(1)
    found = read(repository.folder).revisions["events/a.yml"]
    assert (found, found.outward) == (Revision(day(1), day(6)), day(6))


@pytest.mark.parametrize(
    "name", ["äitienpäivä på ö", "with space", "-n", "a\tb", 'quo"te', "new\nline", ":(top)x", "*"]
)
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file names")
def test_any_name_is_a_name(repository: Repository, name: str) -> None:
    repository.commit(1, **{name: "monday\n"})
    repository.commit(2, **{name: "tuesday\n"}, other="x")
    assert read(repository.folder).revisions[f"events/{name}.yml"] == Revision(day(1), day(2))


def test_the_root_may_be_a_folder_of_the_repository(repository: Repository) -> None:
    repository.write("sites/lake/events/a.yml", "monday\n")
    repository.write("events/outside.yml", "monday\n")
    repository.commit(1)
    repository.write("sites/lake/events/a.yml", "tuesday\n")
    assert read(repository.folder / "sites" / "lake").revisions == {"events/a.yml": Revision(day(1), TODAY)}


def test_folders_may_be_absolute_and_those_outside_the_root_are_left_out(repository: Repository) -> None:
    repository.commit(1, a="monday\n")
    root = repository.folder / "content"
    root.mkdir()
    assert read_history(root, [repository.folder / "events"], first_line, TODAY) == History({})
    found = read_history(repository.folder, [repository.folder / "events", Path("nowhere")], first_line, TODAY)
    assert set(found.revisions) == {"event/a"}


def test_a_merged_change_counts_from_the_day_of_the_merge(repository: Repository) -> None:
    repository.commit(1, a="monday\n")
    repository.git("checkout", "--quiet", "-b", "proposal")
    repository.commit(2, a="tuesday\n")
    repository.commit(3, a="friday\n")
    repository.git("checkout", "--quiet", "main")
    repository.commit(5, other="x")
    repository.git("merge", "--quiet", "--no-ff", "--message", "Merge", "proposal", on=7)
    assert read(repository.folder).revisions["events/a.yml"] == Revision(day(1), day(7))


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
    assert {name: (one, one.outward) for name, one in found.items()} == {
        "events/a.yml": (Revision(day(1), TODAY), TODAY),
        "events/b.yml": (Revision(day(1), TODAY), day(1)),
        "events/c.yml": (Revision(day(1), TODAY), day(1)),
        "events/d.yml": (Revision(day(1), TODAY), TODAY),
    }
    assert "events/new.yml" not in found


def lines(_: str, content: bytes) -> object | None:
    """A file of many parts: ``name word`` on each line; one that begins with ``?`` cannot be read."""
    return None if content.startswith(b"?") else dict(line.split() for line in content.decode().splitlines())


def test_each_part_of_a_file_has_changes_of_its_own(repository: Repository) -> None:
    for number, content in enumerate(["a x\n", "? broken\n", "b y\na x\n", "a z\nb y\n", "b y\n"], start=1):
        repository.commit(number, many=content, one="d x\n")
    found = read(repository.folder, lines).revisions
    assert set(found) == {"events/many.yml", "events/many.yml#a", "events/many.yml#b", "events/one.yml"}
    parts = {name: (one.modified, one.outward) for name, one in found.items()}
    assert parts["events/many.yml#a"] == (day(5), day(4))
    assert parts["events/many.yml#b"] == (day(5), day(1))

    repository.write("events/many.yml", "b w\nc v\n")
    found = read(repository.folder, lines).revisions
    assert found["events/many.yml#b"].outward == TODAY
    assert (found["events/many.yml#a"].outward, found["events/many.yml#c"].outward) == (day(4), day(1))


def test_work_in_hand_is_never_older_than_the_last_commit(repository: Repository) -> None:
    repository.commit(9, a="monday\n")
    repository.write("events/a.yml", "tuesday\n")
    early = read_history(repository.folder, ["events"], first_line, day(3))
    assert early.revisions["event/a"] == Revision(day(9), day(9))


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


def no_file() -> IO[bytes]:
    raise OSError(errno.ENOSPC, "No space left on device")


def full_file() -> IO[bytes]:
    return Path("/dev/full").open("r+b", buffering=0)


@pytest.mark.parametrize(
    "file",
    [
        no_file,
        pytest.param(full_file, marks=pytest.mark.skipif(sys.platform != "linux", reason="there is no /dev/full")),
    ],
)
def test_on_a_full_disk_it_is_known_too(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, file: Callable[[], IO[bytes]]
) -> None:
    repository.commit(1, a="monday\n")
    repository.commit(2, a="tuesday\n")
    repository.write("events/a.yml", "friday\n")
    usual = read(repository.folder)
    assert usual.revisions["events/a.yml"].created == day(1)
    monkeypatch.setattr(git, "TemporaryFile", file)
    assert read(repository.folder) == usual


def test_a_shallow_clone_tells_what_it_knows(repository: Repository, tmp_path: Path) -> None:
    repository.commit(1, a="monday\n")
    repository.commit(2, a="tuesday\n")
    repository.git("clone", "--quiet", "--depth=1", repository.folder.as_uri(), str(tmp_path / "clone"))
    found = read(tmp_path / "clone")
    assert found.revisions == {"events/a.yml": Revision(day(2), day(2))}
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
    assert read(repository.folder).revisions == {"events/a.yml": Revision(day(1), day(1))}


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
    begin = subprocess.Popen

    def counted(command: list[str], **options: object) -> object:
        started.append(next(word for word in command if word in {"log", "diff", "rev-parse", "cat-file"}))
        return begin(command, **options)  # type: ignore[call-overload]

    monkeypatch.setattr("seurantalo.reading.history.git.subprocess.Popen", counted)
    assert len(read(repository.folder).revisions) == 20
    assert sorted(started) == ["cat-file", "diff", "log", "rev-parse"]


def test_an_event_has_one_life_in_all_folders(repository: Repository) -> None:
    """Added elsewhere first and then deleted, or the other way round, in one commit or two."""
    repository.commit(1, a="monday\n", b="monday\n", c="monday\n")
    repository.commit(2, **{"2027/a": "monday\n"})
    repository.git("rm", "--quiet", "events/a.yml", "events/b.yml")
    repository.commit(3)
    repository.commit(4, **{"2027/b": "monday\n"})
    repository.git("mv", "events/c.yml", "events/2027/c.md")
    repository.commit(5)
    assert read_events(repository.folder) == {
        name: Revision(day(1), day(at)) for name, at in zip("abc", (3, 4, 5), strict=True)
    }
    versions = read_history(repository.folder, ["events"], first_line, TODAY).versions("event/a", "event/gone")
    assert [int(day(number).timestamp()) for number in (1, 2)] == [stamp for stamp, _ in versions]


def test_an_event_that_comes_back_goes_on_where_it_was(repository: Repository) -> None:
    repository.commit(5, a="monday\n")
    repository.git("rm", "--quiet", "events/a.yml")
    repository.commit(6, other="x")
    repository.commit(4, a="friday\n")
    assert read_events(repository.folder)["a"] == Revision(day(5), day(6))


def test_moving_an_event_is_work_in_hand_too(repository: Repository) -> None:
    repository.commit(1, a="monday\n", b="monday\n")
    (repository.folder / "events" / "2027").mkdir()
    (repository.folder / "events" / "a.yml").rename(repository.folder / "events" / "2027" / "a.yml")
    found = read_history(repository.folder, ["events"], first_line, TODAY)
    assert found.uncommitted == {"event/a"}
    assert found.revisions == {"event/a": Revision(day(1), TODAY), "event/b": Revision(day(1), day(1))}


def test_of_events_no_old_version_is_fetched(repository: Repository) -> None:
    repository.commit(1, a="monday\n")
    repository.commit(2, a="friday\n")

    def never(path: str, _: bytes) -> object | None:
        raise AssertionError(path)

    assert read_history(repository.folder, ["events"], never, TODAY).revisions["event/a"] == Revision(day(1), day(2))


@pytest.mark.parametrize("place", ["events", "content"])
def test_a_submodule_tells_its_own_history(repository: Repository, tmp_path: Path, place: str) -> None:
    other = Repository(tmp_path / "other")
    for number in (1, 2):
        other.write("2027/a.yml" if place == "events" else "venues/hall.yml", f"{number}\n")
        other.commit(number)
    words = ("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other.folder), place)
    repository.git(*words)
    repository.commit(7)
    found = read_history(repository.folder, ["events", "content/venues"], first_line, TODAY)
    name = "event/a" if place == "events" else "content/venues/hall.yml"
    assert (found.revisions, found.problems) == ({name: Revision(day(1), day(2))}, ())
