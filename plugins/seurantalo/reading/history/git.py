"""Questions to git about one working tree, whatever its user's settings and environment say."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from shutil import which
from tempfile import TemporaryFile
from typing import IO, Final

#: Seconds for one question to git; a large region's whole history takes one or two.
TIME_LIMIT: Final = 60.0

#: Variables that point git at another repository, as hooks do, or change what its answers look like.
_REDIRECTING: Final = frozenset(
    {
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_CEILING_DIRECTORIES",
        "GIT_COMMON_DIR",
        "GIT_CONFIG_PARAMETERS",
        "GIT_DIFF_OPTS",
        "GIT_DIR",
        "GIT_EXTERNAL_DIFF",
        "GIT_GLOB_PATHSPECS",
        "GIT_GRAFT_FILE",
        "GIT_ICASE_PATHSPECS",
        "GIT_IMPLICIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_INTERNAL_SUPER_PREFIX",
        "GIT_NAMESPACE",
        "GIT_NOGLOB_PATHSPECS",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_SHALLOW_FILE",
        "GIT_WORK_TREE",
    }
)
#: Whatever a user's own settings say, the answers have one form.
_FORM: Final = (
    *("-c", "core.fsmonitor=false"),
    *("-c", "diff.ignoreSubmodules=all"),
    *("-c", "log.diffMerges=first-parent"),
    *("-c", "log.follow=false"),
    *("-c", "log.showRoot=true"),
    *("-c", "log.showSignature=false"),
)


class GitError(Exception):
    """Git is not there, refused, or took too long."""


class Git:
    """Asks git about one working tree. No shell; paths stand after ``--`` and mean what they say."""

    def __init__(self, root: Path, time_limit: float = TIME_LIMIT) -> None:
        """``root`` is a folder of the working tree, ``time_limit`` the seconds for one question."""
        self._root, self._time_limit = root, time_limit
        self._program = which("git")
        self._environment = {name: value for name, value in os.environ.items() if name not in _REDIRECTING} | {
            "GIT_LITERAL_PATHSPECS": "1",
            "GIT_OPTIONAL_LOCKS": "0",
            "GIT_TERMINAL_PROMPT": "0",
            "LC_ALL": "C",
        }

    def ask(self, *words: str, say: bytes = b"") -> bytes:
        """Return git's answer; raise GitError where there is none."""
        if self._program is None:
            raise GitError
        try:
            done = subprocess.run(  # noqa: S603 - a fixed program; file names come after "--" only
                [self._program, *_FORM, *words],
                cwd=self._root,
                env=self._environment,
                input=say,
                capture_output=True,
                check=True,
                timeout=self._time_limit,
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise GitError from error
        return done.stdout

    @contextmanager
    def answering(self, *words: str) -> Iterator[Callable[[], bytes]]:
        """Have git answer beside whatever else is done; what is given waits for the answer.

        Both raise GitError where there is none. It goes through a file: nobody has to take it meanwhile, so that no
        thread is needed, and a process without threads can be forked. Where no file holds it, git is asked again.
        """
        again = partial(self.ask, *words)
        try:
            said = TemporaryFile()  # noqa: SIM115 - closed below
        except OSError:
            yield again
            return
        with said, self._begun(words, said) as asked:

            def answer() -> bytes:
                try:
                    if asked.wait(self._time_limit):
                        return again()
                except subprocess.SubprocessError as error:
                    raise GitError from error
                said.seek(0)
                return said.read()

            try:
                yield answer
            finally:
                asked.kill()

    def _begun(self, words: Sequence[str], said: IO[bytes]) -> subprocess.Popen[bytes]:
        if self._program is None:
            raise GitError
        try:
            return subprocess.Popen(  # noqa: S603 - as above
                [self._program, *_FORM, *words],
                cwd=self._root,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            raise GitError from error

    def contents(self, blobs: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """Yield what stood in each version of a file, by its name in git; what is no file's is left out."""
        if not blobs:
            return
        answer = self.ask("cat-file", "--batch", "--buffer", say=b"\n".join(blobs) + b"\n")
        at = 0
        for blob in blobs:
            end = answer.index(b"\n", at)
            head = answer[at:end].split(b" ")
            at = end + 1
            if len(head) == 3:  # else: the object is missing
                size = int(head[2])
                if head[1] == b"blob":
                    yield blob, answer[at : at + size]
                at += size + 1
