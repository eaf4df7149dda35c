"""What opens a channel to us: from the environment alone, and in no word that we say.

For the channel ``lehti`` the key ``PASSWORD`` is the variable ``SEURANTALO_LEHTI_PASSWORD``. Where that is not set,
``SEURANTALO_EMAIL_PASSWORD`` is taken, after the way of sending: several channels may share an account.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Final
from urllib.parse import quote, quote_plus

from seurantalo.model.channel import Channel, Sender

#: What every variable begins with.
PREFIX: Final = "SEURANTALO"
#: What may be shown: which server it is, and who speaks. All else is hidden wherever it turns up.
_OPEN: Final = frozenset({"FROM", "SERVER", "SMTP"})
#: What stands in the place of a key.
HIDDEN: Final = "***"
#: What a rehearsal shows in the place of a key that is not set.
_STANDS_FOR: Final[Mapping[str, str]] = {
    "FROM": "seurantalo@example.org",
    "SERVER": "https://server.example.org",
    "SMTP": "mail.example.org",
    "WEBHOOK": "https://server.example.org/webhook",
}
#: A user's name of a few letters is hidden nowhere: it could be any word.
_SHORTEST_USER: Final = 6
#: Characters of what the other side said that are shown.
_SHOWN: Final = 200


class MissingKeysError(Exception):
    """Keys are not set; ``names`` are the variables."""

    def __init__(self, *names: str) -> None:
        super().__init__(", ".join(names))
        self.names = names


def variable(owner: str, name: str) -> str:
    """Return the variable of a key; ``owner`` is a channel's id, or a way of sending.

    >>> variable("jarviseudun-menot", "TOKEN")
    'SEURANTALO_JARVISEUDUN_MENOT_TOKEN'
    """
    return f"{PREFIX}_{owner.upper().replace('-', '_')}_{name}"


class Keys:
    """The keys of one channel. Nothing that shows or compares them shows what they are.

    >>> keys = Keys.of(channel, {"SEURANTALO_LEHTI_TOKEN": "kissa-9"})
    >>> keys["TOKEN"], keys.hide("401: bad token kissa-9")
    ('kissa-9', '401: bad token ***')
    >>> keys
    <keys of lehti>
    """

    def __init__(self, owner: str, sender: str, values: Mapping[str, str]) -> None:
        self._owner, self._sender, self._values = owner, sender, values
        self._lent: set[str] = set()

    @classmethod
    def of(cls, channel: Channel, environment: Mapping[str, str]) -> Keys:
        """Take a channel's keys out of the environment; blanks around one are not part of it."""
        return cls.named(channel.id, channel.sender, environment)

    @classmethod
    def named(cls, owner: str, sender: Sender, environment: Mapping[str, str]) -> Keys:
        """Take the keys of something else that is sent in that way."""
        found: dict[str, str] = {}
        for one in (sender.value, owner):
            start = variable(one, "")
            for name, value in environment.items():
                rest = name.removeprefix(start)
                if name.startswith(start) and rest in _NAMES and value.strip():
                    found[rest] = value.strip()
        return cls(owner, sender.value, found)

    def rehearsed(self, needs: Iterable[str]) -> Keys:
        """Return the keys with something in the place of those that are not set: to show what would be sent."""
        return Keys(
            self._owner, self._sender, {**{name: _STANDS_FOR.get(name, HIDDEN) for name in needs}, **self._values}
        )

    def __repr__(self) -> str:
        """Name the channel only."""
        return f"<keys of {self._owner}>"

    def __getitem__(self, name: str) -> str:
        """Return a key; raise MissingKeysError where it is not set."""
        if name not in self._values:
            raise MissingKeysError(variable(self._owner, name))
        return self._values[name]

    def get(self, name: str, default: str = "") -> str:
        """Return a key, or what stands for one that is not set."""
        return self._values.get(name, default)

    def variable(self, name: str) -> str:
        """Return the channel's own variable of a key."""
        return variable(self._owner, name)

    def need(self, *names: str) -> None:
        """Raise MissingKeysError, naming every one that is not set."""
        missing = [variable(self._owner, name) for name in names if name not in self._values]
        if missing:
            raise MissingKeysError(*missing)

    def hide(self, text: str) -> str:
        """Return a text in which no key stands, in whatever form it went out."""
        for secret in sorted({*self._secrets(), *self._lent}, key=len, reverse=True):
            text = re.sub(re.escape(secret), HIDDEN, text, flags=re.IGNORECASE)
        return text

    def lent(self, secret: str) -> str:
        """Return a key that the other side gives us for a while, and hide it from now on."""
        if secret:
            self._lent.add(secret)
        return secret

    def shown(self, said: str) -> str:
        """Return what the other side said as a line, without a key: cut only where half a key can't be left."""
        return self.hide(" ".join(self.hide(said).split()))[:_SHOWN]

    def _secrets(self) -> Iterator[str]:
        for name, value in self._values.items():
            if name in _OPEN or (name == "USER" and (len(value) < _SHORTEST_USER or value == self.get("FROM"))):
                continue
            if value in _STANDS_FOR.values():
                continue
            yield value
            yield quote(value, safe="")
            yield quote(value)
            yield quote_plus(value)
            yield escape(value)
            yield json.dumps(value)[1:-1]
            yield json.dumps(value)[1:-1].replace("/", r"\/")
            yield json.dumps(value, ensure_ascii=False)[1:-1]
            yield b64encode(value.encode()).decode()
            if name == "WEBHOOK":
                # Whoever has the end of its path has all of it.
                yield from (
                    piece
                    for piece in value.partition("?")[0].rstrip("/").split("/")[-2:]
                    if len(piece) >= _SHORTEST_USER
                )
            if name == "PASSWORD":
                user = self.get("USER")
                yield b64encode(f"\0{user}\0{value}".encode()).decode()


#: All that a key may be called.
_NAMES: Final = frozenset(
    {"CHAT", "FROM", "HANDLE", "KEY", "PASSWORD", "ROOM", "SERVER", "SMTP", "TOKEN", "USER", "WEBHOOK"}
)
