"""Discord: a message through a webhook (docs.discord.com, resources/webhook); a change edits it."""

from __future__ import annotations

import re
from typing import Any, Final
from urllib.parse import quote

from seurantalo.sending.keys import Keys
from seurantalo.sending.post import LINK, Post, utf16
from seurantalo.sending.services.service import address, word_of
from seurantalo.sending.web import Ask, json_request

_MOST: Final = 2_000
#: What is markup anywhere, and what is at the beginning of a line.
_MARKS: Final = re.compile(r"[\\`*_~|\[\]<>]")
_STARTS: Final = re.compile(r"(?m)^(\s*)(-#|#|-|\+|\d+\.(?=\s))")


class Discord:
    """A webhook. Its address is the whole secret."""

    needs = ("WEBHOOK",)

    def most(self, keys: Keys, ask: Ask) -> int:
        """Return what a message may hold."""
        del keys, ask
        return _MOST

    def measured(self, text: str) -> int:
        """Count what goes out: an escaped sign is two."""
        return utf16(plain(text))

    def post(self, post: Post, keys: Keys, ask: Ask) -> str:
        """Publish a message; ``wait`` has the server say what it is called."""
        whole, query = _webhook(keys)
        joined = "&".join(filter(None, ("wait=true", query)))
        return self._sent("POST", f"{whole}?{joined}", _message(post.text), keys, ask)

    def correct(self, post: Post, remote: str, keys: Keys, ask: Ask) -> str:
        """Edit the message."""
        whole, query = _webhook(keys)
        url = f"{whole}/messages/{quote(remote, safe='')}" + (f"?{query}" if query else "")
        return self._sent("PATCH", url, _message(post.text), keys, ask)

    def _sent(self, method: str, url: str, value: dict[str, Any], keys: Keys, ask: Ask) -> str:
        del keys
        return word_of(ask(json_request(method, url, value, rehearsal={"id": "1"})).json().get("id"))


def plain(text: str) -> str:
    r"""Return a text that Discord shows as it is: its marks are escaped, but not in links.

    >>> print(plain("#1 *Tanssit* https://koe.example/a_b_c"))
    \#1 \*Tanssit\* https://koe.example/a_b_c
    """
    pieces, at = [], 0
    for link in LINK.finditer(text):
        pieces += [_MARKS.sub(r"\\\g<0>", text[at : link.start()]), link[0]]
        at = link.end()
    pieces.append(_MARKS.sub(r"\\\g<0>", text[at:]))
    return _STARTS.sub(_escaped_start, "".join(pieces))


def _escaped_start(found: re.Match[str]) -> str:
    blanks, mark = found.groups()
    return f"{blanks}{mark[:-1]}\\." if mark.endswith(".") else f"{blanks}\\{mark}"


def _message(text: str) -> dict[str, Any]:
    # Nobody is called, whatever the text says: neither @everyone nor a role.
    return {"content": plain(text), "allowed_mentions": {"parse": []}}


def _webhook(keys: Keys) -> tuple[str, str]:
    whole, _, query = address(keys, "WEBHOOK").partition("?")
    return whole.rstrip("/"), query
