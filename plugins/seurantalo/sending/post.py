"""A post: one event date, told in one service."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Final

from seurantalo.frozen import dataclass

#: A web address in a text, without the signs that end a sentence.
LINK: Final = re.compile(r"https?://[^\s<>\"”]*[^\s<>\"”.,;:!?)’']")
#: An at sign that services take for the beginning of somebody's name; not that of an address, which ends a word.
_CALL: Final = re.compile(r"(?<!\w)@(?=\w)")
#: The same in an address of the web, where it mostly is part of a path.
_CALL_IN_LINK: Final = re.compile(r"(?<![\w=/])@(?=\w)")
#: Shows nothing, and parts nothing (Unicode, WORD JOINER).
_JOINER: Final = "\u2060"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What is told of one event date. ``key`` is that of the ledger, ``edition`` 1 when it is told first.

    ``text`` is the whole of it as it is now; of a later edition ``change`` says what has changed. ``day`` is one that
    stays the same for the issue, ``written`` when it is sent, in UTC.
    """

    channel: str
    issue: str
    key: str
    text: str
    language: str
    day: date
    written: datetime
    edition: int = 1
    change: str = ""

    def name(self, part: str = "") -> str:
        """Return what this post is called by us: the same for every try, another for every edition and ``part``."""
        whole = "\n".join((self.channel, self.issue, self.key, str(self.edition), part))
        return sha256(whole.encode()).hexdigest()[:32]

    @property
    def stamp(self) -> str:
        """When it was written, as RFC 3339 has it."""
        return f"{self.written.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.000Z"


def uncalled(text: str) -> str:
    r"""Return a text that calls nobody by name: what an event says must not ring at strangers.

    >>> uncalled("Kysy @toimisto tai info@koe.example") == "Kysy @\u2060toimisto tai info@koe.example"
    True
    >>> uncalled("https://koe.example/@toimisto/?-@kyla")
    'https://koe.example/@toimisto/?-%40kyla'
    """
    pieces, at = [], 0
    for link in LINK.finditer(text):
        # In an address it may as well be written so (RFC 3986, 2.1), and some services look for names there too.
        pieces += [_CALL.sub(f"@{_JOINER}", text[at : link.start()]), _CALL_IN_LINK.sub("%40", link[0])]
        at = link.end()
    return "".join((*pieces, _CALL.sub(f"@{_JOINER}", text[at:])))


def utf16(text: str) -> int:
    """Return the length of a text in UTF-16 units.

    >>> utf16("Ilta 🎻")
    7
    """
    return len(text.encode("utf-16-le")) // 2
