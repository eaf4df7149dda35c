"""A proposal on a forge, read from git's objects: which of its files are looked at, and the project as it would be.

No work tree of the proposal is ever made. Of its files only plain texts and pictures reach the disk, in a folder of
this run's own, beside the base's files; the program, its settings and its templates are the base's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import field
from pathlib import Path
from typing import Final

from seurantalo.cli.revision import project_at
from seurantalo.cli.usage_error import UsageError
from seurantalo.frozen import dataclass
from seurantalo.project import Project
from seurantalo.reading.history.git import Git, GitError
from seurantalo.receiving.answer.changed import (
    Changed,
    Left,
    Reason,
    changed_files,
    is_what_it_is_called,
    looked_at,
    within_size,
)
from seurantalo.receiving.answer.payload import Asked, EventError, number_of

#: Seconds for a proposal to come here, and for its files to be told apart: trees can be made that never end.
FETCHING: Final = 240.0
COMPARING: Final = 10.0
_TIMES: Final = ("--no-tags", "--no-recurse-submodules", "--no-write-fetch-head", "--quiet")


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a proposal changes: its files that are looked at, by path (None: removed), and those that are not.

    ``meanwhile`` are files that the base has changed since the proposal was begun, ``blobs`` what git calls the text
    of each file when it was begun.
    """

    files: Mapping[str, bytes | None]
    left: Sequence[Left]
    meanwhile: Sequence[str] = ()
    blobs: Mapping[str, str] = field(default_factory=dict)


def fetch(project: Project, asked: Asked) -> tuple[int, str]:
    """Bring a proposal's objects here; return its number and the state that came. Raises UsageError."""
    git = Git(project.root, FETCHING)
    number = asked.number
    try:
        if not number:
            number = number_of(asked.commit, git.ask("ls-remote", "--quiet", "origin", "refs/pull/*/head"))
        name = f"refs/seurantalo/{number}"
        git.ask("fetch", *_TIMES, "origin", f"+refs/pull/{number}/head:{name}")
        return number, git.ask("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").decode("ascii").strip()
    except (GitError, EventError):
        raise UsageError("The proposal {number} could not be fetched.", number=number or asked.commit) from None


def proposed(project: Project, base: str, commit: str) -> Proposed:
    """Return what a proposal changes of the base, and is looked at; raise UsageError where git can't tell.

    Where there is too much to tell, nothing is looked at.
    """
    git = Git(project.root, COMPARING)
    try:
        began = git.ask("merge-base", base, commit).decode("ascii").strip()
    except GitError:
        raise UsageError("The proposal has nothing in common with the site.") from None
    try:
        changed = list(changed_files(_differences(git, began, commit)))
    except (GitError, MemoryError):
        return Proposed({}, (Left("", Reason.COUNT),))
    docs = project.docs.relative_to(project.root).as_posix()
    taken, left = looked_at(changed, (f"{project.settings.events_folder}/", f"{docs}/"))
    kept, too_large = within_size(taken, _sizes(git, taken))
    files: dict[str, bytes | None] = {one.path: None for one in kept if one.gone}
    wanted = [one for one in kept if not one.gone]
    known = dict(git.contents([one.blob.encode() for one in wanted]))
    for one in wanted:
        content = known.get(one.blob.encode())
        if content is None:
            left.append(Left(one.path, Reason.KIND))
        elif is_what_it_is_called(one.path, content):
            files[one.path] = content
        else:
            left.append(Left(one.path, Reason.PICTURE))
    blobs = {one.path: one.before for one in kept if one.before}
    other = {one.path: one.blob for one in changed_files(_differences(git, began, base))}
    meanwhile = [one.path for one in kept if other.get(one.path, one.blob) != one.blob]
    return Proposed(files, sorted((*left, *too_large), key=lambda one: (one.reason, one.path)), meanwhile, blobs)


def _differences(git: Git, before: str, after: str) -> bytes:
    return git.ask("diff-tree", "-r", "--raw", "-z", "--no-renames", "--no-abbrev", before, after)


def _sizes(git: Git, taken: Sequence[Changed]) -> dict[str, int]:
    """Return how many bytes there are in each content, without reading any."""
    names = [one.blob for one in taken if not one.gone]
    if not names:
        return {}
    told = git.ask("cat-file", "--batch-check", "--buffer", say="\n".join(names).encode() + b"\n")
    parts = (line.split(b" ") for line in told.splitlines())
    return {one[0].decode("ascii"): int(one[2]) for one in parts if len(one) == 3 and one[1] == b"blob"}


@contextmanager
def with_files(project: Project, base: str, files: Mapping[str, bytes | None]) -> Iterator[Project]:
    """Give the project as it would be with a proposal's files."""
    with project_at(project, base) as after:
        for path in sorted(path for path, content in files.items() if content is None):
            with suppress(OSError):
                (after.root / path).unlink()
        for path, content in files.items():
            if content is not None:
                _write(after.root / path, content)
        yield after


def _write(place: Path, content: bytes) -> None:
    """Write a file below a folder that holds no links; what is in its way, as a folder of its name, keeps it out."""
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
