"""Bluesky: a record of app.bsky.feed.post under a key of ours. Nothing can be edited: a change is an answer.

The key is made of the issue and the event. A server that has a record under it takes no other (it fails, and
overwrites nothing): so the same thing cannot be told twice, whoever tries.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

from seurantalo.sending.keys import Keys
from seurantalo.sending.post import LINK, Post
from seurantalo.sending.services.service import address, looked_up, word_of
from seurantalo.sending.web import Ask, json_request

#: The lexicon's limits of a post: graphemes, of which a text has no more than characters, and octets.
_MOST: Final = 300
_MOST_OCTETS: Final = 3_000
_SERVER: Final = "https://bsky.social"
_COLLECTION: Final = "app.bsky.feed.post"
#: The digits of a TID (atproto.com/specs/tid): 64 bits in 13 of them, of which microseconds take 53, a clock's id 10.
_DIGITS: Final = "234567abcdefghijklmnopqrstuvwxyz"
_DAY: Final = 86_400_000_000


class Bluesky:
    """An account, by its handle and an app password."""

    needs = ("HANDLE", "PASSWORD")

    def most(self, keys: Keys, ask: Ask) -> int:
        """Return what the lexicon allows."""
        del keys, ask
        return _MOST

    def measured(self, text: str) -> int:
        """Count characters; a text that is too long in octets only counts for more than is allowed."""
        return max(len(text), _MOST + 1 if len(text.encode()) > _MOST_OCTETS else 0)

    def post(self, post: Post, keys: Keys, ask: Ask) -> str:
        """Publish it; return its address and what identifies its content, both of which an answer needs."""
        return self._record(post, post.text, None, keys, ask)

    def correct(self, post: Post, remote: str, keys: Keys, ask: Ask) -> str:
        """Answer it with the change."""
        uri, _, cid = remote.partition("#")
        whole = {"uri": uri, "cid": cid}
        self._record(post, post.change, {"root": whole, "parent": whole}, keys, ask)
        return remote

    def _record(self, post: Post, text: str, reply: object, keys: Keys, ask: Ask) -> str:
        server = address(keys, "SERVER", _SERVER)
        account = {"identifier": keys["HANDLE"], "password": keys["PASSWORD"]}
        answer = {"did": "did:plc:rehearsal", "accessJwt": "***"}
        asked = json_request("POST", f"{server}/xrpc/com.atproto.server.createSession", account, rehearsal=answer)
        session = looked_up(asked, ask).json()
        record: dict[str, Any] = {
            "$type": _COLLECTION,
            "text": text,
            "createdAt": post.stamp,
            "langs": [post.language],
            "facets": facets(text),
        }
        if reply:
            record["reply"] = reply
        token = keys.lent(word_of(session.get("accessJwt")))
        value = {
            "repo": word_of(session.get("did")),
            "collection": _COLLECTION,
            "rkey": record_key(post),
            "record": record,
        }
        request = json_request(
            "POST",
            f"{server}/xrpc/com.atproto.repo.createRecord",
            value,
            token=token,
            rehearsal={"uri": "at://rehearsal", "cid": "rehearsal"},
        )
        made = ask(request).json()
        return f"{word_of(made.get('uri'))}#{word_of(made.get('cid'))}"


def facets(text: str) -> list[dict[str, Any]]:
    """Return where the links of a text are, in octets of UTF-8.

    >>> facets("Lisää: https://koe.example/")[0]["index"]
    {'byteStart': 9, 'byteEnd': 29}
    """
    found = []
    for link in LINK.finditer(text):
        start = len(text[: link.start()].encode())
        index = {"byteStart": start, "byteEnd": start + len(link[0].encode())}
        found.append({"index": index, "features": [{"$type": "app.bsky.richtext.facet#link", "uri": link[0]}]})
    return found


def record_key(post: Post) -> str:
    """Return the key of a post's record: a TID within the issue's day, the same for every try.

    >>> from datetime import date
    >>> one = Post(
    ...     channel="menot", issue="2027-05-19", key="tanssit 2027-05-29", text="", language="fi",
    ...     day=date(2027, 5, 19), written=datetime(2027, 5, 19, tzinfo=UTC),
    ... )
    >>> len(record_key(one)), record_key(one) == record_key(one)
    (13, True)
    """
    chance = int(post.name(), 16)
    midnight = datetime(post.day.year, post.day.month, post.day.day, tzinfo=UTC)
    microseconds = int(midnight.timestamp()) * 1_000_000 + chance % _DAY
    number = microseconds << 10 | (chance >> 64) & 1023
    return "".join(_DIGITS[number >> 5 * place & 31] for place in range(12, -1, -1))
