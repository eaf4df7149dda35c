"""What a history told is kept from reading to reading, and never makes a difference to what is known of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.reading.imported import Imported
from tests.reading.repository import Repository

from seurantalo.reading.history import kept_lives, revisions
from seurantalo.reading.history.git import Git
from seurantalo.reading.history.kept_lives import KeptLives
from seurantalo.reading.history.lives import Commit, Life
from seurantalo.reading.history.revisions import History, begun_history

TODAY = datetime(2027, 5, 1, tzinfo=UTC)
FOLDERS = ("events", "content/venues")


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep histories of a few commits, too."""
    for name, count in {"FEWEST": 5, "YOUNG": 2, "MANY": 6}.items():
        monkeypatch.setattr(revisions, name, count)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note which commits git is asked about."""
    said: list[str] = []
    answering = Git.answering

    def noted(self: Git, *words: str) -> AbstractContextManager[Callable[[], bytes]]:
        if words[0] == "log":
            said.append(words[words.index("--") - 1])
        return answering(self, *words)

    monkeypatch.setattr(Git, "answering", noted)
    return said


def first_line(_: str, content: bytes) -> object | None:
    return content.split(b"\n")[0]


def read(root: Path, kept: KeptLives | None = None, revision: str = "HEAD") -> History:
    return begun_history(root, FOLDERS, first_line, TODAY, revision=revision, kept=kept)()


def grown(folder: Path, count: int = 9) -> Repository:
    """A repository of so many commits that its history is kept."""
    repository = Repository(folder)
    for number in range(1, count + 1):
        repository.commit(number, a=f"{number}\n")
    return repository


@pytest.mark.parametrize("seed", range(4))
def test_any_history_is_as_if_read_whole(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thirty times each: with what the last reading left in its file, and with what is in memory."""
    taken: list[bool] = []
    since = revisions._Book._since

    def noted(
        self: revisions._Book, older: str, commit: str, places: list[str]
    ) -> Generator[None, None, list[Commit] | None]:
        found = yield from since(self, older, commit, places)
        taken.append(found is not None)
        return found

    monkeypatch.setattr(revisions._Book, "_since", noted)
    repository = Imported(tmp_path / "project", seed)
    steady = KeptLives(tmp_path / "kept")
    for _ in range(30):
        repository.step()
        whole = read(repository.folder, revision="main")
        for kept in (KeptLives(tmp_path / "kept"), steady):
            assert read(repository.folder, kept).lives == whole.lives
            assert read(repository.folder, kept, revision="main") == whole
    assert taken.count(True) > 20, "what was kept was of use"
    assert False in taken, "and sometimes of none"


def test_git_is_asked_about_new_commits_only(tmp_path: Path, asked: list[str]) -> None:
    repository = grown(tmp_path / "project")
    border = repository.git("rev-parse", "HEAD~2").strip()
    read(repository.folder, KeptLives(tmp_path / "kept"))
    repository.commit(10, a="10\n")
    head = repository.git("rev-parse", "HEAD").strip()
    kept = KeptLives(tmp_path / "kept")
    found = read(repository.folder, kept)
    assert asked[1:] == [f"{border}..{head}"]
    assert read(repository.folder, kept) == found, "and about none where nothing was committed"
    assert len(asked) == 2
    assert found == read(repository.folder)


def test_work_in_hand_comes_and_goes(tmp_path: Path) -> None:
    repository = grown(tmp_path / "project")
    repository.write("content/venues/hall.yml", "old\n")
    repository.commit(10)
    kept = KeptLives(tmp_path / "kept")
    before = read(repository.folder, kept)
    repository.write("content/venues/hall.yml", "new\n")
    repository.write("events/a.yml", "new\n")
    found = read(repository.folder, kept)
    assert found == read(repository.folder) != before
    assert found.revisions["content/venues/hall.yml"].outward == TODAY
    repository.git("checkout", "--quiet", ".")
    assert read(repository.folder, kept) == before


def test_what_is_kept_waits_for_many_commits(tmp_path: Path) -> None:
    def content() -> bytes:
        read(repository.folder, KeptLives(tmp_path / "kept"))
        return b"".join(file.read_bytes() for file in (tmp_path / "kept").glob("*"))

    repository = grown(tmp_path / "project", 4)
    assert not content()
    repository.commit(5, a="5\n")
    first = content()
    assert first
    for number in range(6, 9):
        repository.commit(number, a=f"{number}\n")
        assert content() == first
    repository.commit(9, a="9\n")
    assert content() != first


@pytest.mark.parametrize("damage", [b"", b"\0", b"seurantalo-history-1", b"{}\n[]"])
def test_a_damaged_file_counts_as_missing(damage: bytes, tmp_path: Path, asked: list[str]) -> None:
    repository = grown(tmp_path / "project")
    found = read(repository.folder, KeptLives(tmp_path / "kept"))
    (file,) = (tmp_path / "kept").iterdir()
    file.write_bytes(damage)
    assert read(repository.folder, KeptLives(tmp_path / "kept")) == found
    assert asked[1:] == [asked[0]]


def test_any_cut_or_changed_byte_is_seen(tmp_path: Path) -> None:
    kept, place = KeptLives(tmp_path / "kept"), tmp_path
    life = Life([1, 2], [b"a1"], [1])
    kept.write(place, "asked", "9b1f", {"event/a": life})
    assert kept.read(place, "asked") == ("9b1f", {"event/a": life})
    (file,) = (tmp_path / "kept").iterdir()
    content = file.read_bytes()
    for at in range(len(content)):
        for damaged in (content[:at], content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]):
            file.write_bytes(damaged)
            assert kept.read(place, "asked") is None


def test_what_is_no_life_is_none(tmp_path: Path) -> None:
    """Whoever writes into the folder of caches with a good sum makes no reading fail."""
    kept = KeptLives(tmp_path / "kept")
    kept.write(tmp_path, "asked", "9b1f", {})
    (file,) = (tmp_path / "kept").iterdir()
    for body in (b"[]", b"3", b'["9b1f",[]]', b'["9b1f",{"a":[[1],2,[3]]}]', b'["9b1f",{"a":[1]}]', b"no json"):
        head = file.read_bytes().split(b" ")[:2]
        file.write_bytes(b" ".join((*head, hashlib.sha256(body).hexdigest().encode())) + b"\n" + body)
        assert kept.read(tmp_path, "asked") is None


def test_only_the_own_history_is_kept(tmp_path: Path) -> None:
    """A state of another day is read with what is kept, and leaves nothing there."""
    repository = grown(tmp_path / "project")
    read(repository.folder, KeptLives(tmp_path / "kept"), revision="HEAD~1")
    assert not (tmp_path / "kept").exists()


def test_a_shallow_clone_keeps_nothing(tmp_path: Path) -> None:
    repository = grown(tmp_path / "project", 12)
    repository.git("clone", "--quiet", "--depth=8", repository.folder.as_uri(), str(tmp_path / "clone"))
    found = read(tmp_path / "clone", KeptLives(tmp_path / "kept"))
    assert [problem.code for problem in found.problems] == ["history-shallow"]
    assert len(found.versions("event/a")) == 8
    assert not (tmp_path / "kept").exists()


@pytest.mark.parametrize("way", ["replace", "graft"])
def test_replaced_commits_are_told_anew(way: str, tmp_path: Path) -> None:
    repository = grown(tmp_path / "project", 12)
    before = read(repository.folder, KeptLives(tmp_path / "kept"))
    middle = repository.git("rev-parse", "HEAD~6").strip()
    if way == "replace":
        repository.git("replace", "--graft", middle)
    else:
        (repository.folder / ".git" / "info" / "grafts").write_text(f"{middle}\n", encoding="ascii")
    found = read(repository.folder, KeptLives(tmp_path / "kept"))
    assert len(found.versions("event/a")) == 7
    assert found == read(repository.folder)
    if way == "replace":
        repository.git("replace", "--delete", middle)
    else:
        (repository.folder / ".git" / "info" / "grafts").unlink()
    assert read(repository.folder, KeptLives(tmp_path / "kept")) == before


def test_other_folders_are_another_history(tmp_path: Path) -> None:
    repository = grown(tmp_path / "project")
    kept = KeptLives(tmp_path / "kept")
    read(repository.folder, kept)
    for again in (kept, KeptLives(tmp_path / "kept")):
        assert not begun_history(repository.folder, ["content"], first_line, TODAY, kept=again)().lives
        named = begun_history(repository.folder, ["events"], first_line, TODAY, events="elsewhere", kept=again)()
        assert set(named.lives) == {"events/a.yml"}


def test_the_folder_holds_some_histories_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_lives, "_MOST", 3)
    kept = KeptLives(tmp_path / "kept")
    for number in range(9):
        kept.write(tmp_path / f"{number}", "asked", "9b1f", {})
    assert len(list((tmp_path / "kept").iterdir())) == 4


def test_what_another_build_takes_away_meanwhile_leaves_the_rest(tmp_path: Path) -> None:
    kept = KeptLives(tmp_path / "kept")
    kept.write(tmp_path / "first", "asked", "9b1f", {})
    # As a file that is gone between the listing of the folder and the look at it.
    (tmp_path / "kept" / "gone.part").symlink_to(tmp_path / "nowhere")
    kept.write(tmp_path / "second", "asked", "9b1f", {})
    assert kept.read(tmp_path / "second", "asked") == ("9b1f", {})


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    repository = grown(tmp_path / "project")
    (tmp_path / "kept").write_text("a file", encoding="utf-8")
    assert read(repository.folder, KeptLives(tmp_path / "kept")) == read(repository.folder)
