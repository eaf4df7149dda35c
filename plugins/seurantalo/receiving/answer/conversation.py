"""What stands under a proposal already, and the mark beside its newest state."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import quote

from seurantalo.frozen import dataclass
from seurantalo.language import Language
from seurantalo.receiving.answer.answer import Answer
from seurantalo.receiving.answer.comment import MARKER

#: Who speaks with the token of a workflow. Nobody else can have this name, and no person is of this type.
SPEAKER: Final = "github-actions[bot]"
_TYPE: Final = "Bot"
#: The longest sentence beside a mark, in characters.
_LONGEST: Final = 140


@dataclass(frozen=True, slots=True)
class Pull:
    """A pull request as the forge describes it: its newest state, whether it is open, where its files are edited."""

    commit: str
    is_open: bool
    edit: str
    """The address of the editor of its branch, to which a file's path is added; ``""`` where the branch is gone."""

    def edit_address(self, path: str) -> str:
        """Return the address at which a file is corrected in the proposal itself."""
        return f"{self.edit}{quote(path)}" if self.edit else ""


def pull_of(told: Any, server: str) -> Pull:  # noqa: ANN401 (whatever the forge says)
    """Return what is needed of a pull request; raise ValueError where the forge says something else.

    >>> pull = pull_of({"state": "open", "head": {"sha": "a" * 40, "ref": "patch-1",
    ...                 "repo": {"full_name": "martta/kalenteri"}}}, "https://github.com")
    >>> pull.edit_address("events/kesä juhla.yml")
    'https://github.com/martta/kalenteri/edit/patch-1/events/kes%C3%A4%20juhla.yml'
    """
    head = told.get("head") if isinstance(told, dict) else None
    if not isinstance(head, dict) or not isinstance(head.get("sha"), str):
        raise ValueError("not a pull request")  # noqa: TRY004 (a value of a type that anything may have)
    home = head.get("repo")
    name = home.get("full_name") if isinstance(home, dict) else None
    edit = f"{server}/{quote(name)}/edit/{quote(str(head.get('ref')))}/" if isinstance(name, str) else ""
    return Pull(head["sha"], told.get("state") == "open", edit)


def own_comment(comments: Iterable[Any], marker: str = MARKER) -> int:
    """Return the number of the comment that is renewed; 0 where there is none yet.

    It begins with the marker, and it is ours: what others write under a proposal may hold any marker.

    >>> own_comment([{"id": 5, "body": MARKER, "user": {"login": "joku", "type": "User"}}])
    0
    """
    for one in comments:
        user = one.get("user") if isinstance(one, dict) else None
        if not isinstance(user, dict) or (user.get("login"), user.get("type")) != (SPEAKER, _TYPE):
            continue
        if isinstance(one.get("id"), int) and str(one.get("body")).startswith(marker):
            return int(one["id"])
    return 0


def is_worth_a_comment(answer: Answer) -> bool:
    """Tell whether there is something to say: a change of the program alone is none of the calendar's."""
    return bool(answer.looked_at or answer.found or any(one.reason != "place" for one in answer.unread))


def status_of(answer: Answer, lang: Language, address: str) -> dict[str, str]:
    """Return the mark beside the newest state of a proposal; ``address`` is that of the comment."""
    if answer.errors:
        words = lang.count("There is {n} thing to correct.", "There are {n} things to correct.", answer.errors)
    elif is_worth_a_comment(answer):
        words = lang.say("There is nothing to correct.")
    else:
        words = lang.say("No events and no practices")
    status = _status("failure" if answer.errors else "success", words, lang)
    return {**status, "target_url": address} if address else status


def unread_status(lang: Language) -> dict[str, str]:
    """Return the mark beside a state that could not be read."""
    return _status("error", lang.say("The check did not succeed. The editors look at the proposal."), lang)


def _status(state: str, words: str, lang: Language) -> dict[str, str]:
    return {"state": state, "context": lang.say("Events and practices"), "description": words[:_LONGEST]}
