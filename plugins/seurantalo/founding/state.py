"""What a site remembers, in ``.seurantalo.json``: its answers, and what each file was that the program wrote."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Final

from seurantalo.founding.answers import AnswerError, Answers
from seurantalo.founding.program import Program
from seurantalo.founding.site_files import SiteFile
from seurantalo.frozen import dataclass

#: The file in the site's folder.
STATE_FILE: Final = ".seurantalo.json"


class StateError(ValueError):
    """A memory that can't be read: somebody has changed the file, or git has left two versions in it.

    >>> State.read("<<<<<<< HEAD")
    Traceback (most recent call last):
    seurantalo.founding.state.StateError: Expecting value: line 1 column 1 (char 0)
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The version that wrote the files last, the answers, and the digest of each file that the program renews.

    >>> state = State(version="1.2.0", answers=answers, files={})
    >>> State.read(state.as_text()) == state
    True
    """

    version: str
    answers: Answers
    files: Mapping[str, str]

    def as_text(self) -> str:
        """Return the file's text: the same for the same state."""
        found = {
            "version": self.version,
            "answers": self.answers.as_json(),
            "files": dict(sorted(self.files.items())),
        }
        return json.dumps(found, ensure_ascii=False, indent=2) + "\n"

    @classmethod
    def read(cls, text: str) -> State:
        """Return what ``as_text`` gave; raise StateError."""
        try:
            found = json.loads(text)
            return cls(
                version=str(found["version"]),
                answers=Answers.from_json(found["answers"]),
                files={str(path): str(digest) for path, digest in found["files"].items()},
            )
        except (AnswerError, AttributeError, KeyError, TypeError, ValueError) as error:
            raise StateError(str(error)) from error


def digest(text: str) -> str:
    """Return the digest of a text, in hexadecimal. Line ends of Windows, which git may bring, change nothing."""
    return hashlib.sha256(text.replace("\r\n", "\n").encode()).hexdigest()


def state_of(version: str, answers: Answers, files: Iterable[SiteFile]) -> State:
    """Return the memory of a site whose files are these."""
    managed = {file.path: digest(file.text) for file in files if not file.record}
    return State(version=version, answers=answers, files=managed)


def with_state(answers: Answers, program: Program, files: Iterable[SiteFile]) -> tuple[SiteFile, ...]:
    """Return files with the one that remembers them.

    >>> with_state(answers, program, [])[-1].path
    '.seurantalo.json'
    """
    all_files = tuple(files)
    state = state_of(program.version, answers, all_files)
    return (*all_files, SiteFile(STATE_FILE, state.as_text()))
