"""Where records point outside the site: every web address in a field or in a running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Final

from seurantalo.model.community import Community
from seurantalo.model.record import Kind, Record
from seurantalo.model.text import Text

_ADDRESS: Final = re.compile(r"https?://[^\s<>\"'`|\\^{}\[\]]+", re.IGNORECASE)
_OPENING: Final = {")": "(", "]": "["}
#: What ends a sentence and not an address; GFM (6.9, autolinks) leaves out the same, and brackets without a pair.
_TRAILING: Final = ".,;:!?*_"


def external_links(community: Community) -> Mapping[str, tuple[Record, ...]]:
    """Return every web address with the records that hold it, by address; records by kind and id.

    Walks through all that people wrote: for commands, not for builds.

    >>> {address: [record.id for record in records] for address, records in external_links(library).items()}
    {'https://example.org/opas': ['opas']}
    """
    found: dict[str, dict[tuple[Kind, str], Record]] = {}
    for kind in Kind:
        for record in community.by_kind[kind].values():
            for address in _addresses(record):
                found.setdefault(address, {})[kind, record.id] = record
    return {address: tuple(holding.values()) for address, holding in sorted(found.items())}


def _addresses(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if value.startswith(("https://", "http://")):
            yield value
    elif isinstance(value, Text):
        for _, words in value.versions:
            yield from addresses_in(words)
    elif isinstance(value, tuple):
        for item in value:
            yield from _addresses(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _addresses(getattr(value, field.name))


def addresses_in(words: str) -> Iterator[str]:
    """Yield the web addresses in a text, without the signs of the sentence or the Markdown around them."""
    for match in _ADDRESS.finditer(words):
        address = match[0].rstrip(_TRAILING)
        while address[-1:] in _OPENING and address.count(address[-1]) > address.count(_OPENING[address[-1]]):
            address = address[:-1].rstrip(_TRAILING)
        yield address
