"""A change of a file is heard of once it is there, whichever way an editor writes it, and nothing else is."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.polling import PollingObserver

from seurantalo.mkdocs_plugin import watching
from seurantalo.mkdocs_plugin.watching import Listener, is_remote


class Heard(FileSystemEventHandler):
    """Remembers which files it was told of."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.changed = threading.Condition()

    def on_any_event(self, event: FileSystemEvent) -> None:
        with self.changed:
            self.names |= {Path(str(path)).name for path in (event.src_path, event.dest_path) if path}
            self.changed.notify_all()

    def of(self, name: str) -> bool:
        with self.changed:
            return self.changed.wait_for(lambda: name in self.names, timeout=60)


@pytest.fixture
def heard(tmp_path: Path) -> Iterator[Heard]:
    """What is heard of a folder of events, and of one file."""
    handler, listener = Heard(), Listener()
    (tmp_path / "events" / "2027").mkdir(parents=True)
    (tmp_path / "events" / "2027" / "tanssit.yml").write_text("otsikko: Tanssit\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    listener.schedule(handler, str(tmp_path / "events"), recursive=True)
    listener.schedule(handler, str(tmp_path / "mkdocs.yml"), recursive=True)
    listener.start()
    yield handler
    listener.stop()
    listener.join()


def write(path: Path) -> None:
    path.write_text("otsikko: Uusi\n", encoding="utf-8")


def replace(path: Path) -> None:
    """Write as many editors, Syncthing and git do: a new file takes the place of the old one."""
    path.with_name(f".{path.name}.tmp").write_text("otsikko: Uusi\n", encoding="utf-8")
    path.with_name(f".{path.name}.tmp").replace(path)


@pytest.mark.parametrize("change", [write, replace, Path.unlink])
@pytest.mark.parametrize("name", ["events/2027/tanssit.yml", "mkdocs.yml"])
def test_a_change_is_heard_of(heard: Heard, tmp_path: Path, name: str, change: Callable[[Path], None]) -> None:
    change(tmp_path / name)
    assert heard.of(Path(name).name)


def test_a_file_that_is_watched_is_heard_of_after_it_was_replaced(heard: Heard, tmp_path: Path) -> None:
    for _ in range(2):
        replace(tmp_path / "mkdocs.yml")
        assert heard.of("mkdocs.yml")
        heard.names.clear()


def test_files_in_new_folders_are_heard_of(heard: Heard, tmp_path: Path) -> None:
    (tmp_path / "uusi").mkdir()
    write(tmp_path / "uusi" / "markkinat.yml")
    (tmp_path / "uusi").replace(tmp_path / "events" / "2028")
    assert heard.of("markkinat.yml")


def test_a_folder_that_is_moved_away_is_heard_of(heard: Heard, tmp_path: Path) -> None:
    (tmp_path / "events" / "2027").replace(tmp_path / "roskakori")
    assert heard.of("2027")


def test_a_folder_that_was_put_in_the_place_of_another_is_watched_on(heard: Heard, tmp_path: Path) -> None:
    (tmp_path / "events").rename(tmp_path / "ennen")
    assert heard.of("events")
    heard.names.clear()
    (tmp_path / "events").mkdir()
    assert heard.of("events")
    write(tmp_path / "events" / "markkinat.yml")
    assert heard.of("markkinat.yml")


def test_files_to_which_links_lead_are_found(tmp_path: Path) -> None:
    write(tmp_path / "README.md")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "tietoa.md").symlink_to("../README.md")
    (tmp_path / "content" / ".#ohje.md").symlink_to("kirjoittaja@kone.123")
    write(tmp_path / "content" / "ohje.md")
    assert watching.linked_from(str(tmp_path / "content")) == [str((tmp_path / "README.md").resolve())]
    assert watching.linked_from(str(tmp_path / "content" / "ohje.md")) == []


def test_reading_and_what_editors_leave_behind_is_no_change(heard: Heard, tmp_path: Path) -> None:
    (tmp_path / "events/2027/tanssit.yml").read_bytes()
    write(tmp_path / "events/2027/tanssit.yml~")
    write(tmp_path / "muu.yml")
    write(tmp_path / "events/2027/viimeinen.yml")
    assert heard.of("viimeinen.yml")
    assert heard.names == {"viimeinen.yml"}


def test_where_the_system_does_not_tell_files_are_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(PollingObserver):
        def start(self) -> None:
            raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(watching, "Observer", Full)
    monkeypatch.setattr(watching, "_INTERVAL", 0.05)
    handler, listener = Heard(), Listener()
    write(tmp_path / "a.yml")
    listener.schedule(handler, str(tmp_path), recursive=True)
    listener.start()
    write(tmp_path / "b.yml")
    assert handler.of("b.yml")
    listener.stop()
    listener.join()


@pytest.mark.parametrize(
    ("place", "remote"), [("/alue", False), ("/srv/yhteinen levy/alue", True), ("/mnt/c/alue", True)]
)
def test_disks_of_other_machines_are_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, *, remote: bool
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/vda / ext4 rw 0 0\nserver:/a /srv/yhteinen\\040levy nfs4 rw 0 0\nC: /mnt/c 9p rw 0 0\n",
        encoding="utf-8",
    )
    assert is_remote(place, mounts) is remote
    assert not is_remote(place, tmp_path / "missing")
