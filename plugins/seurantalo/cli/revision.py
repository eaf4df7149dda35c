"""The project as it was at another revision, read from git's objects: nobody's working tree is touched."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from os import fsdecode
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from seurantalo.cli.site_file import SITE_FILE, open_project
from seurantalo.cli.usage_error import UsageError
from seurantalo.language import Language
from seurantalo.project import Project
from seurantalo.reading.file_scope import nearest
from seurantalo.reading.files.listing import PAGE_TYPES
from seurantalo.reading.files.picture_file import PICTURE_TYPES
from seurantalo.reading.history.git import Git, GitError
from seurantalo.reading.pages.active_content import DRAWINGS

#: Files whose content is looked at; of others only their being there is asked.
LOOKED_AT = (".md", ".yaml", ".yml", ".txt", *PAGE_TYPES, *PICTURE_TYPES, *DRAWINGS)
#: So many bytes of a file are read at once.
_PIECE = 1 << 20
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
            _write_tree(git, commit, project.root, folder)
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


def _write_tree(git: Git, commit: str, here: Path, folder: Path) -> None:
    """Write the files of the project's folder ``here`` at a commit; links and submodules are left out."""
    files = files_at(git, commit)
    made: set[str] = set()
    elsewhere: dict[bytes, list[str]] = {}
    for name, blob in files.items():
        file = os.path.join(folder, name)  # noqa: PTH118  # for each of very many files
        above = os.path.dirname(file)  # noqa: PTH120  # as above
        if above not in made:
            Path(above).mkdir(parents=True, exist_ok=True)
            made.add(above)
        if not name.lower().endswith(LOOKED_AT):
            Path(file).touch()
            continue
        content = bytes_of(here / name)
        if content is not None and is_blob(blob, content):
            _write(file, content)
        else:
            elsewhere.setdefault(blob, []).append(file)
    for blob, content in git.contents(list(elsewhere)):
        for file in elsewhere.pop(blob):
            _write(file, content)
    if elsewhere:
        raise GitError


def files_at(git: Git, commit: str) -> dict[str, bytes]:
    """Return the files of the project's folder at a commit, by path, each with what git calls its content."""
    found: dict[str, bytes] = {}
    for entry in git.ask("ls-tree", "-r", "-z", commit).split(b"\0"):
        head, tab, name = entry.partition(b"\t")
        mode, _, blob = head.partition(b" blob ")
        path = fsdecode(name)
        # Whoever makes tree objects by hand can write any name into them.
        if tab and mode in _FILE_MODES and not path.startswith("/") and ".." not in path.split("/"):
            found[path] = blob.strip()
    return found


def is_blob(name: bytes, content: bytes) -> bool:
    """Tell whether git calls a content so.

    >>> is_blob(b"e69de29bb2d1d6434b8b29ae775ad8c2e48c5391", b"")
    True
    """
    # git's manual, "hash-function-transition": names are of SHA-1, or as long as those of SHA-256.
    digest = hashlib.sha1 if len(name) == 40 else hashlib.sha256
    return digest(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest().encode() == name


def bytes_of(file: str | Path) -> bytes | None:
    """Return what is in a file; None where there is none, or but a link."""
    # The plain system calls: a stream would cost twice that for files as small as these.
    try:
        descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return None
    try:
        pieces = []
        while piece := os.read(descriptor, _PIECE):
            pieces.append(piece)
        return b"".join(pieces)
    except OSError:  # a folder
        return None
    finally:
        os.close(descriptor)


def _write(file: str, content: bytes) -> None:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0))
    try:
        written = 0
        while written < len(content):
            written += os.write(descriptor, content[written:])
    finally:
        os.close(descriptor)
