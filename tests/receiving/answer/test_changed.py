"""Which files of a proposal are looked at: whatever git tells, what is taken lies below its folder and is bounded."""

from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.examples import examples

from seurantalo.receiving.answer import changed
from seurantalo.receiving.answer.changed import Changed, Left, Reason, changed_files, looked_at, within_size

FOLDERS = ("events/", "content/")
OLD, NEW = "1" * 40, "2" * 40
parts = st.sampled_from(
    ["events", "content", "a", "Ä ö", ".", "..", ".git", "", "nul", "con.yml", "-x", "~", "a.yml", "b.md", "c.png"]
) | st.text(max_size=5)
paths = st.lists(parts, max_size=6).map("/".join) | st.text(max_size=30)


def line(path: str, mode: str = "100644", before: str = "000000", how: str = "A") -> bytes:
    head = f":{before} {mode} {OLD if before != '000000' else '0' * 40} {NEW} {how}"
    return head.encode() + b"\0" + path.encode("utf-8", "surrogateescape") + b"\0"


@given(found=st.lists(paths, max_size=8))
@examples(300)
def test_what_is_taken_lies_below_its_folder(found: list[str]) -> None:
    taken, left = looked_at([Changed(path, "100644", NEW) for path in found], FOLDERS)
    assert len(taken) + len(left) == len(found)
    for one in taken:
        assert posixpath.normpath(f"/base/{one.path}") == f"/base/{one.path}"
        assert one.path.startswith(FOLDERS)
        assert one.path.isprintable()
        assert not any(part.startswith(".") for part in one.path.split("/"))


@given(found=st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 6_000_000)), max_size=12))
@examples(100)
def test_what_is_read_is_bounded(found: list[tuple[str, int]]) -> None:
    files = [Changed(f"content/{name}{number}.png", "100644", f"{number}") for number, (name, _) in enumerate(found)]
    sizes = {f"{number}": size for number, (_, size) in enumerate(found)}
    kept, left = within_size(files, sizes)
    assert sum(sizes[one.blob] for one in kept) <= changed.MOST_BYTES
    assert all(sizes[one.blob] <= changed.LARGEST_PICTURE for one in kept)
    assert len(kept) + len(left) == len(files)


def test_what_git_tells_is_read_name_by_name() -> None:
    told = (
        line("events/a.yml")
        + line("events/b\nc.yml", before="100644", how="M")
        + line("content/x", "000000", "100644")
    )
    assert [(one.path, one.mode, one.before, one.gone) for one in changed_files(told)] == [
        ("events/a.yml", "100644", "", False),
        ("events/b\nc.yml", "100644", OLD, False),
        ("content/x", "000000", OLD, True),
    ]


@pytest.mark.parametrize("told", [b"x", b"x\0y\0", b":100644 100644 1 2 M\0a\0", line("a")[:-1], line("a") + b"b\0"])
def test_what_git_does_not_tell_is_refused(told: bytes) -> None:
    with pytest.raises(ValueError, match=r"^b'"):
        list(changed_files(told))


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("events/2027/06/kesäjuhla 2027.yml", None),
        ("events/KESAJUHLA.YML", None),
        ("events/kesajuhla", None),
        ("events/kesajuhla.yml.txt", None),
        ("content/images/talo.jpeg", None),
        ("content/organisations/martat.md", None),
        ("events/kesajuhla.docx", Reason.ENDING),
        ("events/kesajuhla.yml.exe", Reason.ENDING),
        ("content/.htaccess", Reason.NAME),
        ("README.md", Reason.PLACE),
        ("Events/a.yml", Reason.PLACE),
    ],
)
def test_names_as_people_write_them_are_looked_at_and_told_of(path: str, reason: Reason | None) -> None:
    """A slip in a name is told by the check, with the right name; what is no slip is left to people."""
    taken, left = looked_at([Changed(path, "100644", NEW)], FOLDERS)
    assert (taken, left) == (([], [Left(path, reason)]) if reason else ([Changed(path, "100644", NEW)], []))
