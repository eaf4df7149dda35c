"""The project as it was at another revision, read from git's objects: nobody's working tree is touched."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from os import fsdecode
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from seurantalo.cli.site_file import SITE_FILE, UsageError, open_project
from seurantalo.project import Project
from seurantalo.reading.file_scope import nearest
from seurantalo.reading.git import Git, GitError

#: Files whose content is read; of others, such as pictures, only their being there is asked.
_READ = frozenset({".md", ".yaml", ".yml"})
_FILE_MODES = frozenset({b"100644", b"100755"})


@contextmanager
def project_at(project: Project, revision: str) -> Iterator[Project]:
    """Give the project as it was at a revision: its files, its options and its history, on the same today.

    Raises UsageError where there is no such revision, or no project in it.
    """
    git = Git(project.root)
    commit = _commit(git, revision)
    with TemporaryDirectory(prefix="seurantalo-") as name:
        folder = Path(name).resolve()
        _write_tree(git, commit, folder)
        if not (folder / SITE_FILE).is_file():
            raise UsageError(f"There is no {SITE_FILE} at “{revision}”, so there is nothing to compare with.")
        then = open_project(folder, project.today.isoformat(), project.settings.language)
        then.repository, then.revision = project.root, commit
        yield then


def _commit(git: Git, revision: str) -> str:
    """Return the full name of the commit that a revision means."""
    try:
        git.ask("rev-parse", "--git-dir")
    except GitError:
        raise UsageError("--against needs git and a project with a history; there is none here.") from None
    try:
        found = git.ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except GitError:
        raise UsageError(f"There is no revision “{revision}”.{_hint(git, revision)}") from None
    return found.decode("ascii").strip()


def _hint(git: Git, revision: str) -> str:
    try:
        names = git.ask("for-each-ref", "--format=%(refname:short)").decode(errors="replace").split("\n")
        shallow = git.ask("rev-parse", "--is-shallow-repository").startswith(b"true")
    except (GitError, ValueError):
        return ""
    near = nearest(revision, filter(None, names))
    if near:
        return f" Did you mean “{near}”?"
    return " The clone is shallow: fetch the whole history first." if shallow else ""


def _write_tree(git: Git, commit: str, folder: Path) -> None:
    """Write the files of the project's folder at a commit; links and submodules are left out."""
    wanted: list[tuple[bytes, Path]] = []
    for entry in git.ask("ls-tree", "-r", "-z", commit).split(b"\0"):
        head, tab, name = entry.partition(b"\t")
        mode, _, blob = head.partition(b" blob ")
        path = PurePosixPath(fsdecode(name))
        # Whoever makes tree objects by hand can write any name into them.
        if not tab or mode not in _FILE_MODES or path.is_absolute() or ".." in path.parts:
            continue
        file = folder.joinpath(*path.parts)
        file.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix in _READ:
            wanted.append((blob.strip(), file))
        else:
            file.touch()
    if not wanted:
        return
    answer = git.ask("cat-file", "--batch", "--buffer", say=b"".join(blob + b"\n" for blob, _ in wanted))
    at = 0
    for _, file in wanted:
        end = answer.index(b"\n", at)
        size = int(answer[at:end].split(b" ")[2])
        file.write_bytes(answer[end + 1 : end + 1 + size])
        at = end + size + 2
