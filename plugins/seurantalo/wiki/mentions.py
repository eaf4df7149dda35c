"""Which texts speak of which record: the other end of the typed links in running text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Final

from seurantalo.model.community import Community
from seurantalo.model.event import Event
from seurantalo.model.record import Kind, Record
from seurantalo.model.text import Text
from seurantalo.model.wiki_link import kind_of, wiki_links

#: Kinds that grow by thousands: of them only the long texts are looked at.
_MANY: Final = (Kind.EVENT, Kind.ORGANISATION, Kind.VENUE)


def mentions_in_texts(community: Community) -> Mapping[tuple[Kind, str], tuple[Record, ...]]:
    """Return the records whose texts link to a record, by what they link to; nobody mentions themselves.

    One walk over all texts; most hold no link, and finding that out is one search for a bracket: for two at once it
    takes nine times as long.

    >>> [record.id for record in mentions_in_texts(library)[Kind.QUESTION, "12-vuoropuhelu"]]
    ['pyorea-poyta']
    """
    found: dict[tuple[Kind, str], dict[tuple[Kind, str], Record]] = {}
    for kind in Kind:
        texts = _long_texts if kind in _MANY else _all_texts
        for record in community.by_kind[kind].values():
            for text in texts(record):
                for _, words in text.versions:
                    if "[" in words:
                        for link in wiki_links(words):
                            _note(community, found, record, kind_of(link.kind_word), link.target)
    return {target: tuple(mentioning.values()) for target, mentioning in found.items()}


def _note(
    community: Community,
    found: dict[tuple[Kind, str], dict[tuple[Kind, str], Record]],
    record: Record,
    kind: Kind | None,
    name: str,
) -> None:
    me = (record.KIND, record.id)
    if kind is not None and (kind, name) != me and name in community.by_kind[kind]:
        found.setdefault((kind, name), {})[me] = record


def _long_texts(record: Record) -> Iterator[Text]:
    if isinstance(record, Event):
        if record.description is not None:
            yield record.description
        if record.outcome is not None:
            yield record.outcome.summary
        for entry in record.log:
            yield entry.text
    else:
        text = getattr(record, "text", None)
        if isinstance(text, Text):
            yield text


def _all_texts(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _all_texts(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _all_texts(getattr(value, field.name))
