"""Which texts speak of which record: the other end of the typed links in running text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from seurantalo.model.community import Community
from seurantalo.model.fields.field import Field
from seurantalo.model.kinds import KINDS
from seurantalo.model.record import Kind, Record
from seurantalo.model.text import Text
from seurantalo.model.wiki_link import kind_of, wiki_links

#: The attributes that hold texts in which links lead on, each with those inside it; a text itself has none.
_Linking: TypeAlias = tuple[tuple[str, "_Linking"], ...]


def mentions_in_texts(community: Community) -> Mapping[tuple[Kind, str], tuple[Record, ...]]:
    """Return the records whose texts link to a record, by what they link to; nobody mentions themselves.

    One walk over all texts; most hold no link, and finding that out is one search for a bracket: for two at once it
    takes nine times as long.

    >>> [record.id for record in mentions_in_texts(library)[Kind.QUESTION, "12-vuoropuhelu"]]
    ['pyorea-poyta']
    """
    found: dict[tuple[Kind, str], dict[tuple[Kind, str], Record]] = {}
    for kind, one in KINDS.items():
        linking = _linking(one.fields)
        for record in community.by_kind[kind].values():
            for text in _texts(record, linking):
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


def _linking(fields: Iterable[Field]) -> _Linking:
    return tuple(
        (field.target_attribute, inside)
        for field in fields
        if (inside := _linking(field.part.fields) if field.part is not None else ()) or field.linking
    )


def _texts(value: object, linking: _Linking) -> Iterator[Text]:
    for attribute, inside in linking:
        held = getattr(value, attribute)
        if held:
            for one in held if isinstance(held, tuple) else (held,):
                if inside:
                    yield from _texts(one, inside)
                else:
                    yield one
