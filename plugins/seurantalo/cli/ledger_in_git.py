"""The ledger in the history that all computers share: what is about to be sent is pushed before it is sent.

So of two computers one wins, and a computer that is gone in the middle leaves an entry that asks. What somebody else
has pushed meanwhile is taken along, unless it is the same entry.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

from seurantalo.cli.usage_error import UsageError
from seurantalo.language import Language
from seurantalo.reading.history.git import Git, GitError
from seurantalo.sending.outcome import NotSentError

#: How often a push is tried that comes behind somebody else's.
_TRIES: Final = 5


class LedgerInGit:
    """Commits one file of the ledger at a time and pushes it to the branch that is checked out."""

    def __init__(self, root: Path, lang: Language, remote: str = "origin") -> None:
        """Take the project's folder; raise UsageError where it is not one of git's, on a branch."""
        self._git, self._lang, self._remote = Git(root), lang, remote
        self._root = root
        self.failed: list[Path] = []
        """Entries that could not be made known after they had been sent."""
        try:
            self._branch = self._git.ask("symbolic-ref", "--short", "HEAD").decode().strip()
            self._git.ask("remote", "get-url", remote)
        except GitError:
            raise UsageError(
                "{folder} is not on a branch that can be pushed to {remote}.", folder=root, remote=remote
            ) from None

    def before(self, path: Path) -> None:
        """Push that something is about to be sent; raise NotSentError where that fails, and leave no commit."""
        start = ""
        try:
            start = self._git.ask("rev-parse", "HEAD").decode().strip()
            self._commit(path)
            self._push(path)
        except GitError:
            with suppress(GitError):
                self._git.ask("rebase", "--abort")
            with suppress(GitError):
                self._git.ask("reset", "--quiet", start or "HEAD")
            raise NotSentError("The entry of the ledger could not be pushed, so nothing was sent.") from None

    def after(self, path: Path) -> None:
        """Push what came of it. Where that fails, the entry that asks stays for the others."""
        try:
            self._commit(path)
            self._push(path)
        except GitError:
            with suppress(GitError):
                self._git.ask("rebase", "--abort")
            self.failed.append(path)

    def _commit(self, path: Path) -> None:
        name = path.relative_to(self._root).as_posix()
        self._git.ask("add", "--", name)
        message = self._lang.say("Ledger: {channel} {issue}", channel=path.parent.name, issue=path.stem)
        self._git.ask("commit", "--quiet", "--message", message, "--only", "--", name)

    def _push(self, path: Path) -> None:
        name = path.relative_to(self._root).as_posix()
        for _ in range(_TRIES):
            with suppress(GitError):
                self._git.ask("push", "--quiet", self._remote, f"HEAD:refs/heads/{self._branch}")
                return
            self._git.ask("fetch", "--quiet", self._remote, f"refs/heads/{self._branch}")
            base = self._git.ask("merge-base", "HEAD", "FETCH_HEAD").decode().strip()
            if self._git.ask("diff", "--name-only", base, "FETCH_HEAD", "--", name):
                # Somebody else has written the same entry: a rebase could make two of them into one.
                raise GitError
            self._git.ask("rebase", "--quiet", "--autostash", "FETCH_HEAD")
        raise GitError
