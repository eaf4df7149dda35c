"""A page of a site in several languages says what is ours in its own; only contributed words stand as they are."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from html.parser import HTMLParser
from typing import Final

import pytest
from tests.foreign_words import SAME_IN_BOTH, foreign_words, words_of
from tests.pages import small_region, wiki_region

from seurantalo.planner.free.hours import DayPart
from seurantalo.publishing import publish
from seurantalo.publishing.publication import Page

REGIONS: Final = {"small": small_region.rich_records(), "wiki": wiki_region.region()}
#: Attributes that people see or hear, or that scripts write into the page.
SEEN: Final = frozenset({"alt", "aria-label", "data-words", "placeholder", "title"})
VOID: Final = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
#: Names of standards and services, and what stands in files and addresses.
OTHERS: Final = re.compile(
    r"Linked Events|JSON[ -]Schema|Google Calendar|GitHub|\S*(?:/|@|\.(?:md|yml|json|ics|org)\b)\S*|\{\w+\}"
)


#: Values in data that no reader sees.
CODES: Final = frozenset(map(str, DayPart))


class Reader(HTMLParser):
    """Gathers what a page says in its own language: not what is marked as another's, code, or data."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code
        self.open: list[tuple[str, bool]] = []
        self.said: list[str] = []

    @property
    def is_apart(self) -> bool:
        return bool(self.open) and self.open[-1][1]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        code = dict(attrs).get("lang", self.code)
        apart = self.is_apart or tag in {"script", "style", "code", "pre"} or code != self.code
        if not apart:
            for name, value in attrs:
                if name in SEEN and value:
                    data = contributed(json.loads(value)) if value.startswith("{") else [value]
                    self.said += (one for one in data if one not in CODES)
        if tag not in VOID:
            self.open.append((tag, apart))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        while any(name == tag for name, _ in self.open) and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self.is_apart:
            self.said.append(data)


def contributed(value: object) -> Iterator[str]:
    """All texts in records, or in data."""
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for one in fields(value):
            yield from contributed(getattr(value, one.name))
    elif isinstance(value, dict):
        yield from contributed(tuple(value.values()))
    elif isinstance(value, tuple | list):
        for part in value:
            yield from contributed(part)


def pages(region: str, code: str) -> Iterator[Page]:
    parts = small_region.context(*REGIONS[region])
    settings = replace(parts.settings, language=code)
    publication = publish(replace(parts, settings=settings, main_language="fi"))
    yield from publication.pages
    for bulk in publication.bulk:
        yield from bulk


@pytest.mark.parametrize("code", ["sv", "en"])
@pytest.mark.parametrize("region", REGIONS)
def test_no_word_of_ours_is_of_another_language(region: str, code: str) -> None:
    own = words_of(" ".join([*contributed(REGIONS[region]), *contributed(small_region.SITE)]))
    foreign = foreign_words(code) - own - SAME_IN_BOTH
    found: dict[str, tuple[str, str]] = {}
    for page in pages(region, code):
        reader = Reader(code)
        reader.feed(page.body.replace("<wbr>", ""))
        for text in [page.title, *reader.said]:
            for word in words_of(OTHERS.sub(" ", text)) & foreign:
                found[word] = (page.address, " ".join(text.split())[:160])
    assert found == {}


def test_what_is_of_another_language_would_be_found() -> None:
    reader = Reader("sv")
    reader.feed('<p title="Kirjoita">Lue <br> lisää<b lang="fi">Ei tätä</b></p><p lang="fi">Eikä</p>och')
    assert words_of(" ".join(reader.said)) == {"kirjoita", "lue", "lisää", "och"}
    assert {"kirjoita", "lisää"} <= foreign_words("sv")
