"""Matrix: a message in a room (client-server API, 10.6.5), under a transaction id of ours; a change replaces it."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import quote

from seurantalo.sending.keys import Keys
from seurantalo.sending.post import Post
from seurantalo.sending.services.service import address, word_of
from seurantalo.sending.web import Ask, json_request

#: An event has at most 65,536 octets, with all that servers add.
_MOST: Final = 20_000


class Matrix:
    """A user in a room. A server remembers transaction ids: what comes twice is told once."""

    needs = ("SERVER", "ROOM", "TOKEN")

    def most(self, keys: Keys, ask: Ask) -> int:
        """Return what surely fits into an event, twice over, as an edit needs it."""
        del keys, ask
        return _MOST

    def measured(self, text: str) -> int:
        """Count octets."""
        return len(text.encode())

    def post(self, post: Post, keys: Keys, ask: Ask) -> str:
        """Publish a message."""
        return self._event(post, _message(post.text), keys, ask)

    def correct(self, post: Post, remote: str, keys: Keys, ask: Ask) -> str:
        """Replace the message (11.15); who can't show that sees the new one below, with a star."""
        whole = _message(f"* {post.text}")
        whole["m.new_content"] = _message(post.text)
        whole["m.relates_to"] = {"rel_type": "m.replace", "event_id": remote}
        self._event(post, whole, keys, ask)
        # The next change replaces the same event again.
        return remote

    def _event(self, post: Post, content: dict[str, Any], keys: Keys, ask: Ask) -> str:
        server = address(keys, "SERVER")
        room = quote(keys["ROOM"], safe="")
        url = f"{server}/_matrix/client/v3/rooms/{room}/send/m.room.message/{post.name()}"
        request = json_request("PUT", url, content, token=keys["TOKEN"], rehearsal={"event_id": "$rehearsal"})
        return word_of(ask(request).json().get("event_id"))


def _message(text: str) -> dict[str, Any]:
    # An empty list of people: whoever is named in the text is not called.
    return {"msgtype": "m.text", "body": text, "m.mentions": {}}
