"""The names of records, as people write them: from which words which record is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.fields.words import field_of, fields_by_word, plain_word
from seurantalo.model.kinds import RECORDS
from seurantalo.model.record import Kind, Record
from seurantalo.model.text import Text
from seurantalo.reading.yaml.tree import Mapping, Node, Scalar

#: The fields by which a record is called.
_CALLED: Final = ("name", "title", "question", "aliases", "locative", "address")
#: The legal form behind a name, which most people leave out: registered association, company, co-operative.
_LEGAL_FORM: Final = re.compile(r"(?:-(?:ry|rf|r-y|r-f|rp|oyj?|ab|osk|ky|tmi))+\Z")

_FOR_WHOM: Final = re.compile(r"(?:oppet-)?for-(.+)")


def short_name(kind: Kind, words: str) -> str:
    """Return a folded name; that of an organisation without its legal form."""
    name = plain_word(words)
    return _LEGAL_FORM.sub("", name) or name if kind is Kind.ORGANISATION else name


@dataclass(slots=True)
class Names:
    """The names of all records of a kind. They are folded when the first is looked for: most files name ids."""

    kind: Kind
    _given: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    _folded: int = field(default=0, compare=False)
    _exact: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False)
    _loose: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False)

    def add(self, record_id: str, names: Iterable[str]) -> None:
        """Take the names of a record."""
        self._given.append((record_id, tuple(names)))

    @property
    def given(self) -> Sequence[tuple[str, tuple[str, ...]]]:
        """The ids and the names of each as they were taken."""
        return self._given

    @property
    def exact(self) -> dict[str, tuple[str, ...]]:
        """Ids by names in lower case. They tell apart what ``loose`` takes for one: *Kylä* and *kyla*."""
        self._fold()
        return self._exact

    @property
    def loose(self) -> dict[str, tuple[str, ...]]:
        """Ids by folded names and ids."""
        self._fold()
        return self._loose

    def _fold(self) -> None:
        for record_id, names in self._given[self._folded :]:
            _note(self._loose, short_name(self.kind, record_id), record_id)
            for name in names:
                _note(self._exact, _exact(name), record_id)
                _note(self._loose, short_name(self.kind, name), record_id)
        self._folded = len(self._given)

    def find(self, written: str) -> tuple[str, ...]:
        """Return the ids of the records that are called so."""
        found = self.exact.get(_exact(written)) or self.loose.get(short_name(self.kind, written), ())
        if found or self.kind is not Kind.AUDIENCE:
            return found
        return next((self.loose[form] for form in _for_whom(plain_word(written)) if form in self.loose), ())


def _for_whom(written: str) -> Iterator[str]:
    """Yield what those may be called for whom something is: *kaikille*, *lapsille*, *matkailijoille*; *för alla*."""
    if match := _FOR_WHOM.fullmatch(written):
        yield match[1]
    for ending, others in (("oille", ("at", "a")), ("ille", ("et", "t", "at", "ki", "ja"))):
        if written.endswith(ending):
            yield from (written.removesuffix(ending) + other for other in others)


def _note(names: dict[str, tuple[str, ...]], name: str, record_id: str) -> None:
    if name and record_id not in (known := names.get(name, ())):
        names[name] = (*known, record_id)


def _exact(words: str) -> str:
    return " ".join(words.casefold().split())


def names_of(record: Record) -> Iterator[str]:
    """Yield the names of a record, in every language, and what else it is called by."""
    called: list[str] = []
    for attribute in _CALLED:
        value = getattr(record, attribute, None)
        if isinstance(value, Text):
            called += (words for _, words in value.versions)
        elif isinstance(value, tuple):
            called += value
        elif isinstance(value, str):
            yield from _addresses(value, called)
    yield from called


def names_in_tree(kind: Kind, tree: Mapping) -> Iterator[str]:
    """Yield the names that a file gives its record, whether or not all of it is good."""
    known = fields_by_word(RECORDS[kind])
    called: list[str] = []
    for key, entry in tree.entries.items():
        field = field_of(known, key)
        name = field.name if field is not None else ""
        if name == "address":
            for words in _scalars(entry.value):
                yield from _addresses(words, called)
        elif name in _CALLED:
            called += _scalars(entry.value)
    yield from called


def _addresses(address: str, names: Iterable[str]) -> Iterator[str]:
    """Yield the address of a place, where it has a number, alone and behind the names of the place."""
    if not any(sign.isdigit() for sign in address):
        return
    for part in {address, address.partition(",")[0]}:
        yield part
        yield from (f"{name}, {part}" for name in names)


def _scalars(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        if node.text and node.text.strip():
            yield node.text.strip()
    elif isinstance(node, Mapping):
        for entry in node.entries.values():
            yield from _scalars(entry.value)
    else:
        for item in node.items:
            yield from _scalars(item)
