"""What one job hands over to another is data: files of text in their own folder, and nothing else is taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seurantalo.cli.handed_over import write_down
from seurantalo.cli.usage_error import UsageError
from seurantalo.receiving.handover import (
    LONGEST_FILE,
    MOST_BYTES,
    MOST_FILES,
    Handover,
    HandoverError,
    packed,
    unpacked,
)

BELOW = ["events/"]


@given(
    st.dictionaries(
        st.from_regex(r"events/(?:2027/)?[a-z0-9][a-z0-9-]{0,20}x\.(?:yml|md)", fullmatch=True),
        st.none() | st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])),
        max_size=5,
    ),
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), max_size=5),
)
def test_what_is_packed_arrives(files: dict[str, str | None], said: list[str]) -> None:
    one = Handover(files=files, said=tuple(said))
    assert unpacked(packed(one).encode(), BELOW) == one


@pytest.mark.parametrize(
    "path",
    [
        "../x.yml",
        "/etc/x.yml",
        "events/../mkdocs.yml",
        "events/.git/x.yml",
        ".github/workflows/x.yml",
        "events/x.py",
        "events/x",
        "events/con.yml",
        "events/nul/x.yml",
        "events/a\n.yml",
        "events/x.yml\n",
        "events/C:x.yml",
        "events\\x.yml",
        "events/x.yml/",
        "content/x.md",
        "eventsx/x.yml",
        "events/ä.yml",
        "events/" + "a/" * 130 + "x.yml",
        "",
    ],
)
def test_a_file_in_another_place_is_refused(path: str) -> None:
    with pytest.raises(HandoverError, match="not a place for a file"):
        unpacked(packed(Handover(files={path: "x"})).encode(), BELOW)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[]",
        b"[" * 100_000,
        b'{"version": 2, "files": {}, "said": []}',
        b'{"version": 1, "files": {}}',
        b'{"version": 1, "files": {}, "said": [], "run": "x"}',
        b'{"version": 1, "files": [], "said": []}',
        b'{"version": 1, "files": {"events/x.yml": 1}, "said": []}',
        b'{"version": 1, "files": {"events/x.yml": "\\u0000"}, "said": []}',
        b'{"version": 1, "files": {}, "said": [1]}',
        b" " * (MOST_BYTES + 1),
        packed(Handover(files={"events/x.yml": "x" * (LONGEST_FILE + 1)})).encode(),
        packed(Handover(files={f"events/x{n}.yml": "" for n in range(MOST_FILES + 1)})).encode(),
    ],
)
def test_what_is_not_a_handover_is_refused(content: bytes) -> None:
    with pytest.raises(HandoverError):
        unpacked(content, BELOW)


def test_files_come_and_go(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "vanha.yml").write_text("x", encoding="utf-8")
    write_down(tmp_path, Handover(files={"events/vanha.yml": None, "events/2027/uusi.yml": "a\nb\n"}))
    assert not (tmp_path / "events" / "vanha.yml").exists()
    assert (tmp_path / "events" / "2027" / "uusi.yml").read_bytes() == b"a\nb\n"


@pytest.mark.parametrize("link", ["events", "events/2027", "events/2027/uusi.yml"])
def test_a_link_is_never_followed(tmp_path: Path, link: str) -> None:
    outside, home = tmp_path / "muualla", tmp_path / "koti"
    outside.mkdir()
    (home / link).parent.mkdir(parents=True)
    (home / link).symlink_to(outside / "x" if link.endswith(".yml") else outside)
    with pytest.raises(UsageError, match="is a link"):
        write_down(home, Handover(files={"events/2027/uusi.yml": "x"}))
    assert list(outside.iterdir()) == []
