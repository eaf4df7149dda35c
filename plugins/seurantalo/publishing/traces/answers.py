"""What the answers to all questions are now, as digests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from seurantalo.model.record import Kind
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.traces.digests import Digests, digest
from seurantalo.publishing.traces.questions import known_questions
from seurantalo.publishing.traces.recorder import Key


class Answers:
    """Answers of a site in one language. The same question is answered once.

    >>> from seurantalo.publishing.pages.shared.context import in_language
    >>> answers = Answers(in_language(parts, "fi"))
    >>> answers.digest(("event", "tanssit")) == answers.digest(("event", "konsertti"))
    False
    >>> answers.digest(("event", "ei-ole")), answers.digest(("whatever",)) is None
    (b'', True)
    """

    def __init__(self, ctx: PageContext) -> None:
        """Take the site as it is now."""
        self._ctx = ctx = ctx.plain
        self._digests = Digests(ctx.community.events.get)
        self._known: dict[Key, bytes | None] = {}
        self._ways: Final[Mapping[str, Callable[..., bytes]]] = {
            "event": self._digests.of_event,
            "findings": lambda name: self._digests.of(ctx.clashes.of_event(name)),
            "mentioning": lambda kind, name: self._digests.of(ctx.mentions.get((Kind(kind), name), ())),
            "pointing": self._pointing,
            "written": self._written,
        }

    def digest(self, key: Key) -> bytes | None:
        """Return the digest of what would be read now; None for what has none: then everything may be read."""
        if key in self._known:
            return self._known[key]
        found = self._known[key] = self._answer(*key)
        return found

    def _answer(self, name: str, *about: str) -> bytes | None:
        way = self._ways.get(name)
        if way is not None:
            return way(*about)
        question = known_questions().get(name)
        return None if question is None else self._digests.of(question.answer(self._ctx, *about))

    def _pointing(self, kind: str, name: str) -> bytes:
        record = self._ctx.community.by_kind[Kind(kind)].get(name)
        return b"" if record is None else self._digests.of(self._ctx.community.roles(record))

    def _written(self, path: str) -> bytes:
        content = self._ctx.written(path)
        return b"" if content is None else digest(content)
