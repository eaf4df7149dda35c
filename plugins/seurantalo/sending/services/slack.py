"""Slack: a message through an incoming webhook (docs.slack.dev). It can't be edited: a change is a message more."""

from __future__ import annotations

from typing import Final

from seurantalo.sending.keys import Keys
from seurantalo.sending.outcome import UnclearError
from seurantalo.sending.post import Post
from seurantalo.sending.services.service import address
from seurantalo.sending.web import Ask, Request, json_request

#: What is longer is cut off there.
_MOST: Final = 40_000


class Slack:
    """A webhook. Its address is the whole secret; it does not say what it calls a message."""

    needs = ("WEBHOOK",)

    def most(self, keys: Keys, ask: Ask) -> int:
        """Return what a message may hold."""
        del keys, ask
        return _MOST

    def measured(self, text: str) -> int:
        """Count what goes out."""
        return len(plain(text))

    def post(self, post: Post, keys: Keys, ask: Ask) -> str:
        """Publish a message."""
        return self._sent(post.text, keys, ask)

    def correct(self, post: Post, remote: str, keys: Keys, ask: Ask) -> str:
        """Say what has changed."""
        self._sent(post.change, keys, ask)
        return remote

    def _sent(self, text: str, keys: Keys, ask: Ask) -> str:
        value = {"text": plain(text), "mrkdwn": False}
        made = json_request("POST", address(keys, "WEBHOOK"), value)
        answer = ask(Request(made.method, made.url, made.body, made.headers, b"ok"))
        if answer.content.strip() != b"ok":
            raise UnclearError("The answer was not understood.")
        return "ok"


def plain(text: str) -> str:
    """Return a text in which nothing is a link, a call or a mark of Slack's.

    >>> plain("<!channel> Kahvit & pullat")
    '&lt;!channel&gt; Kahvit &amp; pullat'
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
