"""Publications of which it is noted what their outputs read, for the tests of traces."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import orjson
from tests.pages.small_region import SITE, context

from seurantalo.publishing import Parts, publish
from seurantalo.publishing.pages.shared.context import in_language
from seurantalo.publishing.site import FILE_KINDS, PAGE_KINDS
from seurantalo.publishing.traces.answers import Answers
from seurantalo.publishing.traces.recorder import Facts, Key, Recorder

if TYPE_CHECKING:
    from seurantalo.model.record import Record
    from seurantalo.publishing.publication import Page

#: A kind of page and a kind of file may have one name.
TRACED_PAGES = frozenset([kind.name for kind in PAGE_KINDS if kind.is_traced])
TRACED_FILES = frozenset([kind.name for kind in FILE_KINDS if kind.is_traced])
TRACED = TRACED_PAGES | TRACED_FILES


class _FactsButPages(Facts):
    """What is found out, but pages: of each it is to be known what it read. What is known must be true."""

    def of(self, name: str, make: Callable[[], Any], read: Callable[[], Iterable[Key]]) -> Any:
        known = self.earlier(name)
        assert known is None or known == orjson.loads(orjson.dumps(make())), name
        return super().of(name, make, read)

    def noted(self, _: str, make: Callable[[], Any]) -> Any:
        return make()


@dataclass(frozen=True)
class Traced:
    """A publication, and what each of its outputs read."""

    parts: Parts

    @classmethod
    def of(cls, *records: Record) -> Traced:
        plain = context(*records, site=SITE)
        given = {name: getattr(plain, name) for name in ("calendar", "clashes", "community", "settings", "today")}
        # What is drawn follows from its key alone: to draw it a thousand times tells no more.
        recorder = Recorder()
        noting = Parts(**given, site=SITE, written=_as_bytes(plain), recorder=recorder, kept=_key_of_drawing)
        return cls(replace(noting, facts=_FactsButPages(recorder)))

    @cached_property
    def outputs(self) -> dict[tuple[str, str], Callable[[], Page | bytes]]:
        """Every output of the kinds that are traced, by kind and name."""
        made = publish(self.parts)
        found = {}
        for kind in (*made.composed.kinds, *made.bulk):
            if kind.kind in TRACED_PAGES:
                found.update({(kind.kind, name): _making(kind.pages.make, name) for name in kind.pages.names})
        for files in made.bulk_files:
            if files.kind in TRACED_FILES:
                found.update({(files.kind, path): _making(files.files.make, path) for path in files.files.paths})
        return found

    def made(self, about: tuple[str, str]) -> tuple[Page | bytes, frozenset[Key]]:
        """What an output is, and what it read."""
        recorder = self.parts.recorder
        assert recorder is not None
        make = self.outputs[about]
        with recorder.recording() as read:
            made = make()
        return made, frozenset(read)

    @cached_property
    def answers(self) -> Answers:
        return Answers(in_language(self.parts, "fi"))

    def all(self) -> Iterator[tuple[tuple[str, str], Page | bytes, frozenset[Key]]]:
        for about in self.outputs:
            yield about, *self.made(about)


def _making(make: Callable[[str], Page | bytes], name: str) -> Callable[[], Page | bytes]:
    return lambda: make(name)


def _as_bytes(parts: Parts) -> Callable[[str], bytes | None]:
    """The files of events, as if they were written as their records are told."""
    files = {one.origin.path: repr(replace(one)).encode() for one in parts.community.events.values()}
    return files.get


def _key_of_drawing(key: str, _: Callable[[], tuple[bytes, ...]]) -> tuple[bytes, ...]:
    return (key.encode(),)
