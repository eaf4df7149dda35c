"""Telegram: a bot's message in a channel or group (core.telegram.org/bots/api), as plain text; a change edits it."""

from __future__ import annotations

from typing import Any, Final

from seurantalo.sending.keys import Keys
from seurantalo.sending.outcome import UnclearError
from seurantalo.sending.post import Post, uncalled, utf16
from seurantalo.sending.services.service import address, word_of
from seurantalo.sending.web import Ask, json_request

_MOST: Final = 4_096
_SERVER: Final = "https://api.telegram.org"


class Telegram:
    """A bot that may write in a chat. Without ``parse_mode`` nothing in a text is markup, and nothing is escaped."""

    needs = ("CHAT", "TOKEN")

    def most(self, keys: Keys, ask: Ask) -> int:
        """Return what a message may hold."""
        del keys, ask
        return _MOST

    def measured(self, text: str) -> int:
        """Count UTF-16 units."""
        return utf16(uncalled(text))

    def post(self, post: Post, keys: Keys, ask: Ask) -> str:
        """Publish a message."""
        return self._called("sendMessage", {"text": uncalled(post.text)}, keys, ask)

    def correct(self, post: Post, remote: str, keys: Keys, ask: Ask) -> str:
        """Edit the message."""
        if not (remote.isascii() and remote.isdecimal()):
            # Not a number of Telegram's: somebody has written the ledger by hand.
            return self._called("sendMessage", {"text": uncalled(post.change)}, keys, ask)
        edited = {"message_id": int(remote), "text": uncalled(post.text)}
        return self._called("editMessageText", edited, keys, ask)

    def _called(self, method: str, value: dict[str, Any], keys: Keys, ask: Ask) -> str:
        server = address(keys, "SERVER", _SERVER)
        request = json_request(
            "POST",
            f"{server}/bot{keys['TOKEN']}/{method}",
            {"chat_id": keys["CHAT"], **value},
            rehearsal={"ok": True, "result": {"message_id": value.get("message_id", 1)}},
        )
        answer = ask(request).json()
        result = answer.get("result")
        if answer.get("ok") is not True or not isinstance(result, dict):
            raise UnclearError("The answer was not understood.")
        return word_of(result.get("message_id"))
