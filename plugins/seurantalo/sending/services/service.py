"""What every service has in common."""

from __future__ import annotations

from typing import Protocol

from seurantalo.sending.keys import Keys
from seurantalo.sending.outcome import NotSentError, UnclearError
from seurantalo.sending.post import Post
from seurantalo.sending.web import Answer, Ask, Request, checked_address


class Service(Protocol):
    """A service that takes posts. What it returns is what it calls the post: with it, the post is corrected later."""

    @property
    def needs(self) -> tuple[str, ...]:
        """The keys without which nothing can be sent."""

    def most(self, keys: Keys, ask: Ask) -> int:
        """Return how long a post may be, as ``measured`` measures."""

    def measured(self, text: str) -> int:
        """Return how long a text is to the service; rather too long than too short."""

    def post(self, post: Post, keys: Keys, ask: Ask) -> str:
        """Publish it, once. Raises NotSentError or UnclearError."""

    def correct(self, post: Post, remote: str, keys: Keys, ask: Ask) -> str:
        """Tell a change of what is called ``remote`` there. Raises NotSentError or UnclearError."""


def address(keys: Keys, name: str, default: str = "") -> str:
    """Return the address that a key is, or ``default``; raise NotSentError where it is none."""
    return checked_address(keys.get(name, default) if default else keys[name], keys.variable(name))


def looked_up(request: Request, ask: Ask) -> Answer:
    """Ask for something that changes nothing: whatever goes wrong, nothing was sent."""
    try:
        return ask(request)
    except UnclearError as error:
        raise NotSentError(error.reason.message, error.reason.said, **dict(error.reason.values)) from None


def word_of(value: object) -> str:
    """Return the name that a service gave; raise UnclearError where it gave none."""
    if isinstance(value, bool) or not isinstance(value, (str, int)) or value == "":
        raise UnclearError("The answer was not understood.")
    word = str(value)
    if len(word) > 500 or any(ord(letter) < 33 or ord(letter) > 126 for letter in word):
        raise UnclearError("The answer was not understood.")
    return word
