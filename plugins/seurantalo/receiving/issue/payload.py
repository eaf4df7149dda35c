"""What a forge tells of an issue: its text as it was when something happened, who did it, and the marks it has."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any, Final

from seurantalo.frozen import dataclass

__all__ = ["APPROVING", "IssueEvent", "event_in", "is_approving"]

#: The mark with which the editors take an issue into the calendar, in every language of ours.
APPROVING: Final = ("vie kalenteriin", "till kalendern", "to the calendar")
_ACTIONS: Final = frozenset({"opened", "edited", "labeled", "reopened"})
_LOGIN: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\[bot\])?\Z")
_LARGEST: Final = 10**9
_INSIDERS: Final = frozenset({"OWNER", "MEMBER", "COLLABORATOR"})


class IssueEventError(ValueError):
    """An event that is about no issue; the text says what is missing, for a log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueEvent:
    """Something that happened to an issue. ``author`` wrote it, ``sender`` did what happened.

    ``is_insider``: the author belongs to those who keep the site, and their issues are most often about that.

    ``label`` is the mark that was put on it just now, ``labels`` are all that it has.

    >>> IssueEvent(number=12, action="edited", title="Tanssit", body="", labels=("vie kalenteriin",)).is_marked
    True
    """

    number: int
    action: str
    title: str
    body: str
    author: str = ""
    sender: str = ""
    is_insider: bool = False
    label: str = ""
    labels: tuple[str, ...] = ()

    @property
    def is_marked(self) -> bool:
        """Whether it has the mark with which editors take it into the calendar."""
        return any(map(is_approving, self.labels))

    @property
    def asks_for_approval(self) -> bool:
        """Whether somebody has put that mark on it just now."""
        return self.action == "labeled" and is_approving(self.label)

    @property
    def digest(self) -> str:
        """What tells this very text from any other."""
        return hashlib.sha256(f"{self.title}\0{self.body}".encode("utf-8", "surrogatepass")).hexdigest()


def is_approving(label: str) -> bool:
    """Tell whether a mark is that of the editors: a forge and its workflows know no capitals in it, so do we.

    >>> is_approving("Vie kalenteriin"), is_approving("vika")
    (True, False)
    """
    return label.lower() in APPROVING


def event_in(content: bytes) -> IssueEvent:
    """Return what the event of a run is about; raise IssueEventError where it is no issue.

    >>> event_in(b'{"action": "opened", "issue": {"number": 12, "title": "Tanssit", "body": null}}').body
    ''
    """
    try:
        told = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise IssueEventError("the event is not JSON") from error
    issue = _part(told, "issue")
    number = issue.get("number")
    action = told.get("action") if isinstance(told, dict) else None
    if "pull_request" in issue or action not in _ACTIONS:
        raise IssueEventError("the event is not about an issue that is written")
    if not isinstance(number, int) or isinstance(number, bool) or not 0 < number < _LARGEST:
        raise IssueEventError("the issue has no number")
    labels = issue.get("labels")
    return IssueEvent(
        number=number,
        action=str(action),
        title=_text(issue.get("title")),
        body=_text(issue.get("body")),
        author=_login(issue),
        sender=_login(told, "sender"),
        is_insider=issue.get("author_association") in _INSIDERS,
        label=_text(_part(told, "label").get("name")),
        labels=tuple(_text(_part({"": one}, "").get("name")) for one in labels) if isinstance(labels, list) else (),
    )


def _part(value: Any, name: str) -> dict[str, Any]:  # noqa: ANN401 (whatever JSON holds)
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _login(told: Any, name: str = "user") -> str:  # noqa: ANN401 (whatever JSON holds)
    """Return somebody's name on the forge; ``""`` for what can't be one, since it becomes a part of an address."""
    login = _text(_part(told, name).get("login"))
    return login if _LOGIN.match(login) else ""
