"""A region's names, as keys of words that are looked for in a notice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from seurantalo.language import TONGUES
from seurantalo.language.finnish_forms import forms
from seurantalo.language.stems import folded, stem_key
from seurantalo.model.community import Community
from seurantalo.model.fields.choices import CHOICES
from seurantalo.model.fields.words import every_word
from seurantalo.model.place import VenueKind
from seurantalo.model.text import Text

_WORD: Final = re.compile(r"[^\W\d_]+")
#: Parts of names that nobody says.
_SILENT: Final = frozenset({"ry", "rf", "rs", "oy", "ab", "hanke", "of", "the", "and", "ja", "och", "i", "in", "pa"})


class _Words:
    """Every word once, with the keys that its forms have."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.keys: dict[str, set[int]] = {}

    def number(self, word: str) -> int:
        small = word.lower()
        if small not in self.numbers:
            self.numbers[small] = len(self.numbers)
            for form in forms(small):
                self._add(stem_key(form, "fi"), small)
            for form in (small, f"{small}s", f"{small}en", f"{small}et", f"{small}n"):
                self._add(stem_key(form, "sv"), small)
        return self.numbers[small]

    def _add(self, key: str, word: str) -> None:
        self.keys.setdefault(key, set()).add(self.numbers[word])

    def slots(self, name: str) -> list[int]:
        return [self.number(one) for one in _WORD.findall(name) if folded(one) not in _SILENT]


def names(community: Community) -> dict[str, Any]:
    """Return what is called how: venues with their rooms, organisations and municipalities.

    >>> found = names(community)
    >>> [one["id"] for one in found["venues"]]
    ['seurantalo']
    """
    words = _Words()
    kinds = {
        kind.value: sorted({words.slots(one)[0] for one in every_word(CHOICES[VenueKind][kind]) if words.slots(one)})
        for kind in VenueKind
        if kind not in (VenueKind.OTHER, VenueKind.OUTDOOR, VenueKind.SPORTS)
    }
    found = {
        "venues": [
            {
                "id": one.id,
                "in": one.municipality,
                "kind": one.venue_kind.value,
                "owner": one.owner or "",
                "names": _slots(words, one.name),
                "street": _street(one.address),
                "rooms": [{"id": room.id, "names": _slots(words, room.name)} for room in one.rooms],
            }
            for one in community.venues.values()
        ],
        "organisations": [
            {
                "id": one.id,
                "in": one.municipality,
                "names": _once([*_slots(words, one.name), *_short(words, one.name)]),
            }
            for one in community.organisations.values()
        ],
        "municipalities": [
            {"id": one.id, "names": _slots(words, one.name)} for one in community.municipalities.values()
        ],
        "audiences": [{"id": one.id, "names": _slots(words, one.name)} for one in community.audiences.values()],
        "kinds": kinds,
    }
    return {**found, "keys": {key: sorted(words.keys[key]) for key in sorted(words.keys)}}


def _slots(words: _Words, text: Text) -> list[list[int]]:
    return _once(words.slots(version) for _, version in text.versions)


def _short(words: _Words, text: Text) -> Iterator[list[int]]:
    """Yield the name with the letters by which people call a part of it: ``Mallikylän VPK``."""
    for _, version in text.versions:
        for tongue in TONGUES.values():
            for whole, letters in tongue.notices.short_names:
                found = re.sub(re.escape(whole), letters, version, flags=re.IGNORECASE)
                if found != version:
                    yield words.slots(found)


def _once(lists: Iterable[list[int]]) -> list[list[int]]:
    found: list[list[int]] = []
    for one in lists:
        if one and one not in found:
            found.append(one)
    return found


def _street(address: str) -> str:
    """Return the street and its number as they stand in level text: ``kylatie 4``; "" for what is no such address."""
    match = re.match(r"[a-z .-]+ \d+[a-z]?\b", folded(address))
    return match[0] if match else ""
