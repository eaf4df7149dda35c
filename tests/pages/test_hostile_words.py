"""Whatever anybody writes anywhere, no page gets an element or an attribute of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from typing import Any

import pytest
from tests.pages.small_region import SITE, context, everything_event, rich_records
from tests.pages.wiki_region import region

from seurantalo.model.text import Text
from seurantalo.publishing.publication import Page
from seurantalo.publishing.site import publish

HOSTILE = "x<xss> \"><xss onxss=1 ' onxss='1' \" onxss=\"1 &lt;xss> </script><xss> --> ]]> {{ 7*7 }}"
#: Lines that people fill with words of their own.
_LINES = {"address", "agreed", "by", "calendar", "credit", "publisher", "raised_where", "region", "relayed_from"}


def hostile(value: Any) -> Any:
    """Return a record, or what is in one, with every text of it made hostile."""
    if isinstance(value, Text):
        return Text(tuple((code, f"{words} {HOSTILE}") for code, words in value.versions))
    if isinstance(value, tuple):
        return tuple(map(hostile, value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {one.name: hostile(getattr(value, one.name)) for one in fields(value) if one.init}
    changed |= {
        name: f"{words} {HOSTILE}" for name, words in changed.items() if name in _LINES and isinstance(words, str)
    }
    return replace(value, **changed)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.words = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [name for name in (tag, *dict(attrs)) if "xss" in name]

    def handle_data(self, data: str) -> None:
        self.words += "xss" in data


def pages(lang: str) -> Iterator[Page]:
    records = {(one.KIND, one.id): one for one in (*rich_records(), *region(), everything_event())}
    site = replace(SITE, name=HOSTILE, description=HOSTILE)
    publication = publish(context(*map(hostile, records.values()), lang=lang, site=site))
    yield from publication.pages
    for kind in publication.bulk:
        yield from kind


@pytest.mark.parametrize("lang", ["fi", "sv"])
def test_no_page_gets_an_element_or_an_attribute_of_what_is_written(lang: str) -> None:
    hostile_pages = 0
    for page in pages(lang):
        parser = _Parser()
        parser.feed(f"{page.head}<body>{page.body}")
        parser.close()
        assert not parser.found, page.address
        hostile_pages += bool(parser.words)
    assert hostile_pages > 100
