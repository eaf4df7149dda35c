"""A name in a box of its own, in whatever form it was written: *Seurantalolla*, *Vimpelin kirkossa*, *Marttojen*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from seurantalo.frozen import dataclass
from seurantalo.model.record import Kind
from seurantalo.reading.file_scope import Known
from seurantalo.reading.names.known import short_name
from seurantalo.reading.names.references import split_list
from seurantalo.receiving.pasted.known import Mention, Word, known_of, mentions_of, words_of
from seurantalo.receiving.pasted.level import Notice, cleaned

__all__ = ["Meant", "called", "with_meant"]

#: Fields whose names are looked for, with what they name and the table of those names.
_FIELDS: Final = MappingProxyType(
    {"venue": (Kind.VENUE, "venues"), "organisers": (Kind.ORGANISATION, "organisations")}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """A name that was understood: in which field, how it was written, and whose it is.

    >>> Meant(field="venue", written="Seurantalolla", id="seurantalo").id
    'seurantalo'
    """

    field: str
    written: str
    id: str


def with_meant(
    values: Mapping[str, Any], known: Known, names: Mapping[str, Any]
) -> tuple[dict[str, Any], tuple[Meant, ...]]:
    """Return the values of an event with ids for names that no file has in that form, and what was understood so.

    ``names`` are those of ``proposing.pasting``. Where two records fit, the word that they share is put in place of
    the form that was written, so that the check asks which of them is meant.

    >>> from seurantalo.proposing.pasting import pasting_tables
    >>> from seurantalo.reading.event.one_event import known_of
    >>> names = pasting_tables(community)["names"]
    >>> with_meant({"venue": "Seurantalolla"}, known_of(community), names)
    ({'venue': 'seurantalo'}, (Meant(field='venue', written='Seurantalolla', id='seurantalo'),))
    """
    found, told = dict(values), list[Meant]()
    written = values.get("municipality")
    home = known.resolve(Kind.MUNICIPALITY, written) or "" if isinstance(written, str) else ""
    for name, (kind, table) in _FIELDS.items():
        value = values.get(name)
        if isinstance(value, str) and value and not known.meant(kind, value):
            if kind is Kind.VENUE and known.room_of(value) is not None:
                continue
            # Of a place there is one, also where its name holds an "and".
            pieces = [value] if kind is Kind.VENUE else split_list(value)
        elif isinstance(value, list) and all(isinstance(one, str) for one in value):
            pieces = value
        else:
            continue
        read = [_piece(piece, kind, home, known, names, table) for piece in pieces]
        if read != pieces:
            found[name] = read[0] if kind is Kind.VENUE else read
            told += [
                Meant(field=name, written=piece, id=one)
                for piece, one in zip(pieces, read, strict=True)
                if piece != one and one in known.ids[kind]
            ]
    return found, tuple(told)


def _piece(piece: str, kind: Kind, home: str, known: Known, names: Mapping[str, Any], table: str) -> str:
    if known.meant(kind, piece):
        return piece
    fits = called(piece, names, table)
    near = [one for one in fits if home and known.municipality_of.get((kind, one)) == home]
    fits = tuple(near) if len(near) == 1 else fits
    if len(fits) == 1:
        return fits[0]
    return _shared(fits, kind, known) or piece


def _shared(fits: tuple[str, ...], kind: Kind, known: Known) -> str:
    """Return the word that most of these names end in; ``""`` where it leads to no two of them."""
    last = [short_name(kind, one).rpartition("-")[2] for one in fits]
    word = max(sorted(last), key=last.count, default="")
    return word if len(known.partly(kind, word)) > 1 else ""


def called(text: str, names: Mapping[str, Any], table: str) -> tuple[str, ...]:
    """Return the ids of the records that a text may name, all of it: of ``venues`` or of ``organisations``.

    >>> from seurantalo.proposing.pasting import pasting_tables
    >>> called("Vimpelin seurantalolla", pasting_tables(community)["names"], "venues")
    ('seurantalo',)
    """
    notice = Notice(cleaned(text), {})
    if any(sign.isdigit() for sign in notice.low):
        return ()
    words, known = words_of(notice, names), known_of(names)
    fits = [
        one
        for one in mentions_of(notice, words, names[table], known)
        if (one.full or one.head) and one.exact == one.count and _is_all(one, words, known.homes)
    ]
    if not fits:
        return ()
    best = max((one.full, one.count) for one in fits)
    return tuple(dict.fromkeys(one.record["id"] for one in fits if (one.full, one.count) == best))


def _is_all(one: Mention, words: list[Word], homes: Mapping[str, set[int]]) -> bool:
    """Tell whether a name is all that there is, but for the municipality that the record is in."""
    home = homes.get(one.record["in"] or "", set())
    return all(word.ids & home for word in _outside(one, words))


def _outside(one: Mention, words: list[Word]) -> Iterator[Word]:
    return (word for word in words if not one.start <= word.start < one.end)
