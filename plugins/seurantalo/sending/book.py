"""The states of one issue as a file of the ledger, and whoever has to hear of each before anything goes on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final, Protocol

from seurantalo.frozen import dataclass
from seurantalo.language import Language
from seurantalo.model.channel import Announcement, Delivery
from seurantalo.publishing.ledger_file import ledger_text
from seurantalo.sending import ledger
from seurantalo.sending.deliver import State
from seurantalo.sending.outcome import NotSentError

#: The key of what goes out at once with all of an issue.
ALL: Final = ""
#: What the other side calls a post of which a person has said that it went out.
UNNAMED: Final = "-"


class Journal(Protocol):
    """Who hears of an entry: the history that all computers share, or nobody."""

    def before(self, path: Path) -> None:
        """Make known that something is about to be sent. Raises NotSentError where that fails."""

    def after(self, path: Path) -> None:
        """Make known what came of it."""


class NoJournal:
    """The file on this computer is enough."""

    def before(self, path: Path) -> None:
        """Do nothing."""

    def after(self, path: Path) -> None:
        """Do nothing."""


@dataclass(frozen=True, slots=True)
class FileBook:
    """An entry of the ledger in a file. ``now`` is the wall time that is written down as the time of sending."""

    path: Path
    lang: Language
    now: Callable[[], datetime]
    journal: Journal

    def begin(self, state: State) -> None:
        """Write the first state where there is none yet; raise TakenError where there is one."""
        ledger.begin(self.path, self._text(state))
        try:
            self.journal.before(self.path)
        except NotSentError:
            ledger.take_back(self.path)
            raise

    def go_on(self, state: State) -> None:
        """Write the next state."""
        ledger.go_on(self.path, self._text(state))
        if state.delivery is Delivery.SENDING:
            self.journal.before(self.path)
        else:
            self.journal.after(self.path)

    def _text(self, state: State) -> str:
        every = self.lang.tongue.all_of_them[0]
        return ledger_text(
            self.lang,
            state.told,
            self.now() if state.delivery is Delivery.SENT else None,
            delivery=state.delivery,
            reason=state.reason.in_words(self.lang) if state.reason else "",
            posts=[(key or every, name or UNNAMED) for key, name in state.posts],
        )


def state_of(found: Announcement | None) -> State | None:
    """Return what the ledger says of an issue; None where it says nothing."""
    if found is None:
        return None
    posts = tuple((key, "" if name == UNNAMED else name) for key, name in found.remote)
    return State(found.delivery, found.told, posts)
