"""Which proposal a run is about, and which state of it: what the forge says, never what the proposal says."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from seurantalo.frozen import dataclass

_COMMIT: Final = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?\Z")
_NUMBER: Final = re.compile(r"[1-9][0-9]{0,8}\Z")
_PULL_HEAD: Final = re.compile(r"refs/pull/([1-9][0-9]{0,8})/head\Z")


class EventError(ValueError):
    """An event that names no proposal; the text says what is missing, for a log."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The proposal's number (0: to be found by its state) and its state (``""``: whichever is the newest)."""

    number: int
    commit: str

    def is_of(self, number: int, commit: str) -> bool:
        """Tell whether an answer about a state of a proposal is what this run was asked for."""
        return self.number in (0, number) and self.commit in ("", commit)


def asked_in(content: bytes) -> Asked:
    """Return what the event of a run asks for; raise EventError where it names no proposal.

    A pull request (``pull_request_target``), a number that somebody typed (``workflow_dispatch``), or the end of
    another run (``workflow_run``), which tells only the state that it was about.

    >>> asked_in(b'{"inputs": {"number": "7"}}')
    Asked(number=7, commit='')
    """
    try:
        event = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise EventError("the event is not JSON") from error
    pull = _part(event, "pull_request")
    if pull:
        return Asked(_number(pull.get("number")), _commit(_part(pull, "head").get("sha")))
    run = _part(event, "workflow_run")
    if run:
        return Asked(0, _commit(run.get("head_sha")))
    return Asked(_number(_part(event, "inputs").get("number")), "")


def number_of(commit: str, told: bytes) -> int:
    r"""Return the number of the newest proposal whose state is ``commit``, of what ``git ls-remote`` tells.

    Raises EventError where there is none.

    >>> number_of("a" * 40, b"a" * 40 + b"\trefs/pull/12/head\n")
    12
    """
    found = []
    for line in told.decode("ascii", "replace").splitlines():
        name, _, place = line.partition("\t")
        match = _PULL_HEAD.match(place)
        if match is not None and name == commit:
            found.append(int(match[1]))
    if not found:
        raise EventError(f"no proposal is at {commit}")
    return max(found)


def _part(value: Any, name: str) -> dict[str, Any]:  # noqa: ANN401 (whatever JSON holds)
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def _number(value: object) -> int:
    if isinstance(value, bool) or not _NUMBER.match(str(value)):
        raise EventError("no number of a proposal")
    return int(str(value))


def _commit(value: object) -> str:
    if not isinstance(value, str) or not _COMMIT.match(value):
        raise EventError("no state of a proposal")
    return value
