"""What goes out as posts: one event date in each, as long as the service has room, and never cut in a fact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Final

from seurantalo.announcing import Announcing, Entry, Issue
from seurantalo.announcing.facts import Mark
from seurantalo.announcing.texts import entry_text, facts_of_entry, manner_of
from seurantalo.frozen import dataclass
from seurantalo.language import language
from seurantalo.sending.deliver import Piece
from seurantalo.sending.keys import Keys
from seurantalo.sending.outcome import NotSentError
from seurantalo.sending.post import Post
from seurantalo.sending.services.service import Service
from seurantalo.sending.web import Ask

#: How often a text is made shorter until the service counts it short enough.
_TRIES: Final = 20
#: Characters of the longest text that any service takes.
_LONGEST: Final = 40_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """Writes posts of one channel and publishes them. ``now`` is the moment (aware)."""

    announcing: Announcing
    service: Service
    keys: Keys
    ask: Ask
    now: datetime

    def pieces(self, issue: Issue, entries: Sequence[Entry]) -> list[Piece]:
        """Return a piece for each entry that is told for the first time."""
        most = self.service.most(self.keys, self.ask)
        return [self._piece(issue, entry, most) for entry in entries]

    def corrections(
        self, issue: Issue, entries: Sequence[Entry], number: int, remote: Mapping[str, str]
    ) -> list[Piece]:
        """Return a piece for each entry whose change is told; ``remote`` is what the service calls their posts."""
        most = self.service.most(self.keys, self.ask)
        found = []
        for entry in entries:
            now = replace(entry, mark=Mark.NONE) if entry.mark is Mark.CHANGED else entry
            change = self._text(entry, most)
            post = replace(self._post(issue, now, most), edition=number + 1, change=change)
            name = remote.get(post.key, "")
            send = partial(self._corrected, post, name)
            found.append(Piece(post.key, self.announcing.told_of([entry]), send))
        return found

    def _piece(self, issue: Issue, entry: Entry, most: int) -> Piece:
        post = self._post(issue, entry, most)
        return Piece(post.key, self.announcing.told_of([entry]), partial(self._published, post, most))

    def _published(self, post: Post, most: int) -> str:
        over = self.service.measured(post.text) - most
        if over > 0:
            raise NotSentError("The text is {n} characters too long for this service, and no fact is cut.", n=over)
        return self.service.post(post, self.keys, self.ask)

    def _corrected(self, post: Post, remote: str) -> str:
        if not remote:
            # It was told by hand, or nobody knows under which name: the change is a post of its own.
            return self.service.post(replace(post, text=post.change), self.keys, self.ask)
        return self.service.correct(post, remote, self.keys, self.ask)

    def _post(self, issue: Issue, entry: Entry, most: int) -> Post:
        event, day = entry.key
        return Post(
            channel=issue.channel.id,
            issue=issue.id,
            key=f"{event} {day.isoformat()}",
            text=self._text(entry, most),
            language=self._language(issue),
            day=issue.day,
            written=self.now,
        )

    def _language(self, issue: Issue) -> str:
        return issue.channel.languages[0] if issue.channel.languages else self.announcing.settings.language

    def _text(self, entry: Entry, most: int) -> str:
        """Return the text of an entry, by whole sentences shorter until the service has room for it."""
        lang = language(self._language(entry.issue))
        manner = manner_of(entry.channel, lang, self.announcing.means)
        facts = facts_of_entry(entry, self.announcing, lang)
        room = entry.channel.max_length or _LONGEST
        text = ""
        for _ in range(_TRIES):
            narrow = replace(entry, channel=replace(entry.channel, max_length=max(room, 1)))
            text = entry_text(narrow, facts, manner).text
            over = self.service.measured(text) - most
            if over <= 0:
                break
            room = min(len(text), room) - over
        return text
