"""Mastodon: a status (docs.joinmastodon.org, methods/statuses); a change edits it, and says so below it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

from seurantalo.sending.keys import Keys
from seurantalo.sending.outcome import NotSentError
from seurantalo.sending.post import LINK, Post, uncalled
from seurantalo.sending.services.service import address, looked_up, word_of
from seurantalo.sending.web import Ask, Request, json_request

#: What an instance allows that does not say: characters, and how many of them an address counts for.
_MOST: Final = 500
_ADDRESS: Final = 23


class Mastodon:
    """An account on an instance. The token needs the right ``write:statuses`` only."""

    needs = ("SERVER", "TOKEN")

    def most(self, keys: Keys, ask: Ask) -> int:
        """Return what the instance allows; one before 4.0 does not tell there."""
        instance = Request("GET", f"{_server(keys)}/api/v2/instance")
        try:
            found = looked_up(instance, ask).json()
        except NotSentError:
            # If it is down, the post itself will find out.
            return _MOST
        limit = _at(found, "configuration", "statuses", "max_characters")
        return limit if isinstance(limit, int) and limit > 0 else _MOST

    def measured(self, text: str) -> int:
        """Count an address as the instances do: longer ones are cheaper, shorter ones dearer than they look."""
        return len(LINK.sub("x" * _ADDRESS, uncalled(text)))

    def post(self, post: Post, keys: Keys, ask: Ask) -> str:
        """Publish a status. The instance knows our key for an hour: what comes twice in it is told once."""
        return self._status(post, post.text, "", keys, ask)

    def correct(self, post: Post, remote: str, keys: Keys, ask: Ask) -> str:
        """Edit the status, for those who come to it, and answer it, for those who have read it."""
        url = f"{_server(keys)}/api/v1/statuses/{quote(remote, safe='')}"
        edited = {"status": uncalled(post.text), "language": post.language}
        ask(json_request("PUT", url, edited, token=keys["TOKEN"], rehearsal={"id": remote}))
        self._status(post, post.change, remote, keys, ask)
        return remote

    def _status(self, post: Post, text: str, answered: str, keys: Keys, ask: Ask) -> str:
        status = {"status": uncalled(text), "language": post.language, "visibility": "public"}
        if answered:
            status["in_reply_to_id"] = answered
        request = json_request(
            "POST",
            f"{_server(keys)}/api/v1/statuses",
            status,
            token=keys["TOKEN"],
            rehearsal={"id": "1"},
            Idempotency_Key=post.name(),
        )
        return word_of(ask(request).json().get("id"))


def _server(keys: Keys) -> str:
    return address(keys, "SERVER")


def _at(found: Mapping[str, object], *path: str) -> object:
    value: object = found
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value
