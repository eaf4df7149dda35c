"""What was drawn once is kept outside the site: the same bytes, and never what another program drew."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from tests.announcing.making import channel
from tests.pages.small_region import context, event, places, text

from seurantalo import kept_bytes
from seurantalo.kept_bytes import KeptBytes
from seurantalo.model.channel import ByDefault, ChannelType
from seurantalo.model.event import Weight
from seurantalo.model.record import Record
from seurantalo.publishing.prints import kept as module
from seurantalo.publishing.prints.board_files import board_files
from seurantalo.publishing.prints.files import print_files
from seurantalo.publishing.prints.preview_files import preview_files

BOARD = channel("taulu", ChannelType.BOARD, default=ByDefault(weights=(Weight.MAJOR, Weight.NORMAL)))
FAIR = event("messut", datetime(2027, 1, 30, 18))


class Counting:
    """Keeps, and counts what had to be drawn."""

    def __init__(self, folder: Path) -> None:
        self.kept, self.drawn = KeptBytes(folder), 0

    def __call__(self, key: str, make: Callable[[], tuple[bytes, ...]]) -> tuple[bytes, ...]:
        def counted() -> tuple[bytes, ...]:
            self.drawn += 1
            return make()

        return self.kept(key, counted)


def files(*records: Record, kept: Counting | None = None) -> dict[str, bytes]:
    """All that is drawn for a site."""
    ctx = context(*places(), *records, BOARD)
    ctx = replace(ctx, kept=kept) if kept else ctx
    return {file.path: file.content for make in (preview_files, board_files, print_files) for file in make(ctx)}


def test_the_bytes_are_the_same_where_nobody_keeps_them_at_first_and_again(tmp_path: Path) -> None:
    kept = Counting(tmp_path)
    found = [files(FAIR), files(FAIR, kept=kept), files(FAIR, kept=kept)]
    assert found[0] == found[1] == found[2]
    assert kept.drawn == len(found[0]) > 5


def test_what_another_event_changes_is_drawn_and_nothing_else(tmp_path: Path) -> None:
    kept = Counting(tmp_path)
    before, all_of_them = files(FAIR, kept=kept), kept.drawn
    kept.drawn = 0
    after = files(FAIR, event("tanssit", datetime(2027, 1, 31, 18), title=text("Tanssit")), kept=kept)
    changed = {path for path in after if after[path] != before.get(path)}
    assert kept.drawn == len(changed) < all_of_them + 3
    assert "tapahtumat/tanssit/esikatselu.png" in changed
    assert "tapahtumat/messut/esikatselu.png" not in changed


def test_another_program_draws_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Counting(tmp_path)
    found = files(FAIR, kept=kept)
    monkeypatch.setattr(module, "_program", lambda: b"a template that has changed")
    assert files(FAIR, kept=kept) == found
    assert kept.drawn == 2 * len(found)


def test_what_was_not_asked_for_the_longest_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder never holds more than its share, and what was asked for lately stays."""
    monkeypatch.setattr(kept_bytes, "_MOST", 6)
    monkeypatch.setattr(kept_bytes, "_AFTERWARDS", 3)
    kept = KeptBytes(tmp_path)
    for number in range(20):
        kept(f"a{number}", lambda: (b"picture",))
        os.utime(tmp_path / f"a{number}.bytes", (number, number))
        assert len(list(tmp_path.iterdir())) <= 6
    assert (tmp_path / "a19.bytes").is_file()
    assert not (tmp_path / "a0.bytes").exists()


def test_on_a_full_disk_nothing_is_left_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> bytes:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(kept_bytes, "_digest", full)
    assert KeptBytes(tmp_path)("a1", lambda: (b"picture",)) == (b"picture",)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a home is found otherwise there")
def test_who_has_no_home_keeps_nothing(tmp_path: Path) -> None:
    """As in a container with a user of its own: nothing is kept, and nothing lands in the project."""
    command = (
        "import pwd; pwd.getpwuid = lambda _: {}['nobody']\n"
        "from seurantalo.kept_bytes import kept_bytes\n"
        "print(kept_bytes()('a1', lambda: (b'picture',)))"
    )
    where = {name: words for name, words in os.environ.items() if name not in {"HOME", "XDG_CACHE_HOME"}}
    told = subprocess.run(
        [sys.executable, "-c", command], cwd=tmp_path, env=where, capture_output=True, encoding="utf-8", check=False
    )
    assert told.returncode == 0, told.stderr
    assert told.stdout == "(b'picture',)\n"
    assert list(tmp_path.iterdir()) == []


def test_what_belongs_to_something_else_is_not_there(tmp_path: Path) -> None:
    kept = KeptBytes(tmp_path)
    kept("a1", lambda: (b"picture", b"smaller"))
    kept("a2", lambda: (b"another picture",))
    (tmp_path / "a2.bytes").replace(tmp_path / "a1.bytes")
    assert kept("a1", lambda: (b"picture", b"smaller")) == (b"picture", b"smaller")
