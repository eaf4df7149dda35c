"""How a try to send ends when it does not end well: nothing arrived, or nobody knows.

Only what surely did not arrive may be tried again. Whatever is in doubt counts as unclear: to announce a thing twice
is worse than to ask.
"""

from __future__ import annotations

from seurantalo.frozen import dataclass
from seurantalo.language import Language


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was not sent: an English source text, whose blanks ``values`` fill.

    ``said`` is what the other side answered, for those who look into it now; it is never kept in a file.
    """

    message: str
    values: tuple[tuple[str, object], ...] = ()
    said: str = ""

    def in_words(self, lang: Language) -> str:
        """Return the sentence in a language."""
        return lang.say(self.message, **dict(self.values))


class SendingError(Exception):
    """Something was not sent, or perhaps not. Its text holds nothing that the other side or a key has said."""

    def __init__(self, message: str, /, said: str = "", **values: object) -> None:
        super().__init__(message)
        self.reason = Reason(message, tuple(values.items()), said)


class NotSentError(SendingError):
    """Nothing has arrived: it may be tried again."""


class UnclearError(SendingError):
    """It is not known whether it has arrived: a person has to look."""
