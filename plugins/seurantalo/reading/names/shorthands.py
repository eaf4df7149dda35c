"""Short ways of writing: a list as a text with commas, a link as a text with its words."""

from __future__ import annotations

import re
from typing import Final

from seurantalo.model.fields.channel import ISSUE
from seurantalo.model.fields.field import Field, Part, Shape
from seurantalo.model.fields.parts import WEB_LINK
from seurantalo.model.fields.words import every_word, plain_word, value_of
from seurantalo.reading.input_words import EVERY_CHOICE, NO
from seurantalo.reading.names.references import split_list
from seurantalo.reading.names.web_addresses import links_in, web_address
from seurantalo.reading.yaml.tree import Entry, Mapping, Node, Scalar

#: Lists of single words, in which a comma can be nothing but the next one.
_LISTS: Final = frozenset({"aliases", "languages", "former_ids", "issues", "exceptions"})
#: A day as the name of a line.
_DAY: Final = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{4}-\d\d-\d\d")
_LEFT_OUT: Final = NO.union(
    plain_word(word) for field in ISSUE.fields if field.name == "left_out" for word in every_word(field.called)
)
_COMMA: Final = re.compile(r"\s*[,;\n]\s*")
_OWN_KEYS: Final = frozenset(plain_word(word) for field in WEB_LINK.fields for word in every_word(field.called))


def items_of(field: Field, node: Node) -> list[Node]:
    """Return the items that one item of a list stands for: most often itself."""
    if field.part is WEB_LINK:
        return _links(node)
    if field.part is ISSUE and isinstance(node, Mapping):
        return _issues(node)
    if not isinstance(node, Scalar) or not node.text:
        return [node]
    if field.choices is not None:
        if field.all_of_them and plain_word(node.text) in EVERY_CHOICE:
            return [node._replace(text=value.value) for value in field.choices]
        return _texts(node, [node.text] if value_of(field.choices, node.text) else split_list(node.text))
    return _texts(node, _COMMA.split(node.text.strip())) if field.name in _LISTS else [node]


def _texts(node: Scalar, pieces: list[str]) -> list[Node]:
    return [node._replace(text=piece) for piece in pieces] if len(pieces) > 1 else [node]


def _issues(node: Mapping) -> list[Node]:
    """Return the issues of lines such as ``22.12.2027: 16.12.2027 klo 16`` and ``29.12.2027: ei ilmesty``."""
    if not all(_DAY.fullmatch(key.strip()) for key in node.entries):
        return [node]
    found: list[Node] = []
    for key, entry in node.entries.items():
        day, told = Scalar(key, entry.line, entry.column), entry.value
        entries = {"appears": Entry(entry.line, entry.column, day)}
        words = plain_word(told.text or "") if isinstance(told, Scalar) else ""
        if words in _LEFT_OUT:
            entries["left_out"] = entry._replace(value=Scalar("yes", told.line, told.column))
        elif words or not isinstance(told, Scalar):
            entries["deadline"] = entry
        found.append(Mapping(entries, entry.line, entry.column))
    return found


def _links(node: Node) -> list[Node]:
    if isinstance(node, Scalar):
        text = (node.text or "").strip()
        if web_address(text) is None and (found := links_in(text)):
            return [_link(node, one.url, one.title) for one in found]
    elif isinstance(node, Mapping):
        named = [(key, entry.value) for key, entry in node.entries.items() if plain_word(key) not in _OWN_KEYS]
        links = [_link(value, url, key) for key, value in named if (url := _address(value))]
        if links and len(links) == len(node.entries):
            return links
    return [node]


def _address(node: Node) -> str | None:
    return web_address(node.text or "") if isinstance(node, Scalar) else None


def _link(place: Node, url: str, title: str) -> Node:
    entries = {"url": Entry(place.line, place.column, Scalar(url, place.line, place.column))}
    if title:
        entries["title"] = Entry(place.line, place.column, Scalar(title, place.line, place.column))
    return Mapping(entries, place.line, place.column)


def whole_part(part: Part, node: Scalar) -> Mapping:
    """Return the fields that a text in the place of a part stands for: its address, where it is no more than that."""
    name = part.shorthand
    for field in part.fields:
        if field.shape is Shape.URL and web_address(node.text or ""):
            name = field.name
    return Mapping({name: Entry(node.line, node.column, node)}, node.line, node.column)
