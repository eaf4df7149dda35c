"""What the answers to all questions are now, as digests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Final

from seurantalo.model.event import Event
from seurantalo.model.record import Kind
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.traces.digests import Digests, digest, digest_of_record
from seurantalo.publishing.traces.questions import known_questions
from seurantalo.publishing.traces.recorder import Key

#: What begins a link in a text.
_LINKS: Final = ("[[", "](")
#: Nobody has asked a question yet; no digest is like this.
_UNASKED: Final = b"?"


def _versions(event: Event) -> Iterable[tuple[str, str]]:
    return event.description.versions if event.description is not None else ()


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
        self._digests = Digests(ctx.community.events.get, self._known_digest)
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
        found = self._known.get(key, _UNASKED)
        if found is _UNASKED:
            try:
                found = self._answer(*key)
            except LookupError:
                # What was asked about is gone, an event that was removed or renamed.
                found = None
            self._known[key] = found
        return found

    @cached_property
    def ground(self) -> bytes:
        """The digest of all that is read without a word: what the site is, and its records but events."""
        ctx = self._ctx
        told = (
            repr(replace(ctx.settings, language=ctx.lang.code)),
            repr(replace(ctx.site, pages=frozenset())),
            sorted(ctx.site.pages),
            ctx.today,
            ctx.introduction,
            ctx.main_language,
            dict(ctx.channel_templates),
            dict(ctx.community.pictures),
        )
        records = (
            digest_of_record(one)
            for kind, table in ctx.community.by_kind.items()
            if kind is not Kind.EVENT
            for one in table.values()
        )
        return digest(self._digests.of(told) + b"".join(records))

    def _answer(self, name: str, *about: str) -> bytes | None:
        way = self._ways.get(name)
        if way is not None:
            return way(*about)
        question = known_questions().get(name)
        if question is None:
            return None
        if question.events is None:
            return self._digests.of(question.answer(self._ctx, *about))
        digests = self._digests.part(question.beside(self._ctx, *about)) if question.beside else b""
        events = sorted({*question.events(self._ctx, *about)})
        return digest(digests + b"".join([self._digests.of_event(one) for one in events]))

    def _known_digest(self, event: Event) -> bytes | None:
        """Return the digest of an event from that of its file; None where nobody has looked at the file.

        Which other event it names is told apart: a name may mean another one when that is renamed. So may a link in
        a text, and a text with one is read anew.
        """
        file = self._ctx.digests.get(event.origin.path)
        if file is None or any(mark in words for _, words in _versions(event) for mark in _LINKS):
            return None
        agreed = [one.with_event for one in event.agreed_clashes]
        return digest(file + repr((event.origin, event.revision, event.part_of, event.joint_with, agreed)).encode())

    def _pointing(self, kind: str, name: str) -> bytes:
        record = self._ctx.community.by_kind[Kind(kind)].get(name)
        roles = self._ctx.community.roles(record) if record is not None else {}
        parts = []
        for (pointing, field), records in roles.items():
            # Of other records it is enough which they are: what they say is the ground.
            own = self._digests.of_event if pointing is Kind.EVENT else str.encode
            parts.append(repr((pointing.value, field, len(records))).encode())
            parts += [b"%b;" % own(one.id) for one in records]
        return digest(b"".join(parts)) if parts else b""

    def _written(self, path: str) -> bytes:
        known = self._ctx.digests.get(path)
        if known is not None:
            return known
        content = self._ctx.written(path)
        return b"" if content is None else digest(content)
