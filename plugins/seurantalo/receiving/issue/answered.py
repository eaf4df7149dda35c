"""What was found out about an issue, on its way from the job that reads it to those that may write."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import field
from enum import StrEnum
from typing import Any, Final

from seurantalo.frozen import dataclass
from seurantalo.language import language
from seurantalo.proposing.asking import Act
from seurantalo.proposing.issue_forms import ISSUE_FORMS, boxes_of
from seurantalo.receiving.answer import packed as answers
from seurantalo.receiving.answer.answer import Answer
from seurantalo.receiving.answer.packed import AnswerError
from seurantalo.receiving.handover import Handover, HandoverError
from seurantalo.receiving.handover import packed as packed_files
from seurantalo.receiving.handover import unpacked as unpacked_files

__all__ = ["IssueAnswer", "Trouble", "packed", "unpacked"]

#: The largest of these in bytes: an answer, and files of one proposal.
MOST_BYTES: Final = 2_000_000
#: Files of one proposal, with those that are added to it.
MOST_FILES: Final = 16
_VERSION: Final = 1
_DIGEST: Final = re.compile(r"[0-9a-f]{64}\Z")
_KEYS: Final = {"version", "act", "digest", "missing", "unsure", "guessed", "loose", "trouble", "answer", "files"}


class Trouble(StrEnum):
    """Why no file was made of what the site's form had packed, or of a change.

    >>> Trouble("cut").name
    'CUT'
    """

    NONE = ""
    CUT = "cut"
    """Only a part of it came."""
    IMPOSSIBLE = "impossible"
    """What it would change is gone, or can be changed by hand alone."""
    MEANWHILE = "meanwhile"
    """Somebody else has changed the same since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueAnswer:
    """What was found out about the issue whose text has this ``digest``.

    ``answer`` is as for a pull request, ``missing`` are ids of boxes that somebody still has to fill in, ``unsure``
    those whose values were found in a text, ``files`` is what comes into the calendar. ``loose``: there was more,
    which nobody could make anything of. ``guessed``: days were written without a year, and it is the next such.

    >>> IssueAnswer(answer=Answer(number=12, commit="0" * 40), act=Act.EVENT, digest="0" * 64).is_ready
    False
    """

    answer: Answer
    act: Act
    digest: str
    missing: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    guessed: bool = False
    loose: bool = False
    trouble: Trouble = Trouble.NONE
    files: Handover = field(default_factory=Handover)

    @property
    def says_nothing(self) -> bool:
        """Whether the text is about something else than the calendar."""
        return not (self.files.files or self.missing or self.trouble)

    @property
    def is_ready(self) -> bool:
        """Whether it can come into the calendar as it is."""
        return bool(self.files.files) and not self.answer.errors


def packed(one: IssueAnswer) -> str:
    """Return it as JSON.

    >>> one = IssueAnswer(answer=Answer(number=12, commit="0" * 40), act=Act.EVENT, digest="0" * 64)
    >>> unpacked(packed(one).encode(), ["events/"]) == one
    True
    """
    given = {
        "version": _VERSION,
        "act": one.act.value,
        "digest": one.digest,
        "missing": list(one.missing),
        "unsure": list(one.unsure),
        "guessed": one.guessed,
        "loose": one.loose,
        "trouble": one.trouble.value,
        "answer": answers.packed(one.answer),
        "files": packed_files(one.files),
    }
    return json.dumps(given, indent=1) + "\n"


def unpacked(content: bytes, below: Iterable[str]) -> IssueAnswer:
    """Return what was handed over; raise AnswerError for anything that is not as it has to be.

    ``below`` are the folders, each with a slash at its end, in which its files may be.

    >>> unpacked(b"{}", ["events/"])
    Traceback (most recent call last):
    seurantalo.receiving.answer.packed.AnswerError: not an answer of this version
    """
    if len(content) > MOST_BYTES:
        raise AnswerError(f"more than {MOST_BYTES} bytes")
    try:
        given = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise AnswerError("not JSON") from error
    if not isinstance(given, dict) or given.keys() != _KEYS or given["version"] != _VERSION:
        raise AnswerError("not an answer of this version")
    answer, files = (given[name] for name in ("answer", "files"))
    if not isinstance(answer, str) or not isinstance(files, str):
        raise AnswerError("a part is no text")
    try:
        taken = unpacked_files(files.encode(), below)
        told = answers.unpacked(answer.encode())
    except (HandoverError, UnicodeEncodeError) as error:
        raise AnswerError(str(error)) from error
    if len(taken.files) > MOST_FILES or None in taken.files.values():
        raise AnswerError("too many files, or one that goes")
    return IssueAnswer(
        answer=told,
        act=_act(given["act"]),
        digest=_digest(given["digest"]),
        missing=_missing(given["missing"]),
        unsure=_missing(given["unsure"]),
        guessed=given["guessed"] is True,
        loose=given["loose"] is True,
        trouble=_trouble(given["trouble"]),
        files=taken,
    )


def _act(given: object) -> Act:
    if not isinstance(given, str) or given not in list(Act):
        raise AnswerError("no such act")
    return Act(given)


def _trouble(given: object) -> Trouble:
    if not isinstance(given, str) or given not in list(Trouble):
        raise AnswerError("no such trouble")
    return Trouble(given)


def _digest(given: object) -> str:
    if not isinstance(given, str) or not _DIGEST.match(given):
        raise AnswerError("no digest")
    return given


def _missing(given: Any) -> tuple[str, ...]:  # noqa: ANN401 (whatever JSON holds)
    known = {box.id for act in ISSUE_FORMS.values() for box in boxes_of(act, language("en"))}
    if not isinstance(given, list) or not set(map(str, given)) <= known:
        raise AnswerError("what is missing is none of our boxes")
    return tuple(given)
