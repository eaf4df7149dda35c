"""The project as it was at another revision, read from git's objects: nobody's working tree is touched."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from os import fsdecode
from pathlib import Path, PurePosixPath
from shutil import which
from tempfile import TemporaryDirectory

from seurantalo.cli.site_file import SITE_FILE, open_project
from seurantalo.cli.usage_error import UsageError
from seurantalo.language import Language
from seurantalo.project import Project
from seurantalo.reading.file_scope import nearest
from seurantalo.reading.history.git import Git, GitError

#: Files whose content is read; of others, such as pictures, only their being there is asked.
_READ = frozenset({".md", ".yaml", ".yml"})
_FILE_MODES = frozenset({b"100644", b"100755"})


class EarlierSiteError(UsageError):
    """The options of the site, as they were, can't be read."""

    def __init__(self, why: UsageError) -> None:
        super().__init__("The site as it was can't be compared with: {why}", why=why)
        self._why = why

    def in_words(self, lang: Language) -> str:
        """Return the sentence in a language."""
        return lang.say("The site as it was can't be compared with: {why}", why=self._why.in_words(lang))


@contextmanager
def project_at(project: Project, revision: str) -> Iterator[Project]:
    """Give the project as it was at a revision: its files, its options and its history, on the same today.

    Raises UsageError where there is no such revision, or no project in it, EarlierSiteError where its options can't
    be read.
    """
    git = Git(project.root)
    commit = commit_named(git, revision)
    with TemporaryDirectory(prefix="seurantalo-") as name:
        folder = Path(name).resolve()
        try:
            _write_tree(git, commit, folder)
        except GitError:
            raise UsageError("git can't read what was there at “{revision}”.", revision=revision) from None
        if not (folder / SITE_FILE).is_file():
            raise UsageError(
                "There is no {file} at “{revision}”, so there is nothing to compare with.",
                file=SITE_FILE,
                revision=revision,
            )
        try:
            then = open_project(folder, project.today.isoformat(), project.settings.language)
        except UsageError as error:
            raise EarlierSiteError(error) from error
        then.repository, then.revision = project.root, commit
        then.memory, then.dates, then.lives = project.memory, project.dates, project.lives
        yield then


def commit_named(git: Git, revision: str) -> str:
    """Return the full name of the commit that a revision means; raise UsageError where there is none."""
    try:
        git.ask("rev-parse", "--git-dir")
    except GitError:
        raise no_history("--against") from None
    try:
        found = git.ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except GitError:
        near, shallow = _hints(git, revision)
        words = "There is no revision “{revision}”."
        if shallow and not near:
            words = "There is no revision “{revision}”. The clone is shallow: fetch the whole history first."
        raise UsageError(words, near, revision=revision) from None
    return found.decode("ascii").strip()


def no_history(asked: str) -> UsageError:
    """Return what to say where a command needs a history, and there is none; ``asked`` is the command or option."""
    if which("git") is None:
        return UsageError("{asked} needs git, which is not installed on this computer.", asked=asked)
    return UsageError("{asked} needs git and a project with a history; there is none here.", asked=asked)


def _hints(git: Git, revision: str) -> tuple[str, bool]:
    """Return the name of a revision that is nearest, and whether the history is cut short."""
    try:
        names = git.ask("for-each-ref", "--format=%(refname:short)").decode(errors="replace").split("\n")
        shallow = git.ask("rev-parse", "--is-shallow-repository").startswith(b"true")
    except (GitError, ValueError):
        return "", False
    return nearest(revision, filter(None, names)), shallow


def _write_tree(git: Git, commit: str, folder: Path) -> None:
    """Write the files of the project's folder at a commit; links and submodules are left out."""
    wanted: list[tuple[bytes, str]] = []
    made: set[str] = set()
    for entry in git.ask("ls-tree", "-r", "-z", commit).split(b"\0"):
        head, tab, name = entry.partition(b"\t")
        mode, _, blob = head.partition(b" blob ")
        path = PurePosixPath(fsdecode(name))
        # Whoever makes tree objects by hand can write any name into them.
        if not tab or mode not in _FILE_MODES or path.is_absolute() or ".." in path.parts:
            continue
        file = os.path.join(folder, *path.parts)  # noqa: PTH118  # for each of very many files
        above = os.path.dirname(file)  # noqa: PTH120
        if above not in made:
            Path(above).mkdir(parents=True, exist_ok=True)
            made.add(above)
        if path.suffix in _READ:
            wanted.append((blob.strip(), file))
        else:
            Path(file).touch()
    if not wanted:
        return
    answer = git.ask("cat-file", "--batch", "--buffer", say=b"".join(blob + b"\n" for blob, _ in wanted))
    at = 0
    for _, file in wanted:
        end = answer.index(b"\n", at)
        size = int(answer[at:end].split(b" ")[2])
        # The plain system calls: a stream would cost twice that for files as small as these.
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0))
        try:
            written = end + 1
            while written < end + 1 + size:
                written += os.write(descriptor, answer[written : end + 1 + size])
        finally:
            os.close(descriptor)
        at = end + size + 2
