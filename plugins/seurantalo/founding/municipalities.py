"""The municipalities of Finland: their codes, names and forms of place, found by what people call them.

Codes, names and languages are those of Statistics Finland's classification of municipalities and regions (2026);
the tables are ``municipalities.tsv`` and ``regions.tsv`` beside this module.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from rapidfuzz import fuzz, process

from seurantalo.frozen import dataclass
from seurantalo.model.fields.words import plain_word

#: Per cent of equal letters from which a name is perhaps the one that was meant.
_NEAR: Final = 70
_ENDINGS: Final = (" kommun", " stad")


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialMunicipality:
    """A municipality as the classification has it.

    >>> kuhmo = find_municipality("kuhmo")
    >>> kuhmo.code, kuhmo.name("sv"), kuhmo.locative("fi"), kuhmo.region("sv"), kuhmo.languages
    ('290', 'Kuhmo', 'Kuhmossa', 'Kajanaland', ('fi',))
    """

    code: str
    """Three digits."""
    names: Mapping[str, str]
    """Name by language: fi, sv."""
    locatives: Mapping[str, str]
    """How one says that something is there, by language: ``Kuhmossa``, ``i Kuhmo``."""
    region_code: str
    languages: tuple[str, ...]
    """The languages of the municipality, that of the majority first (ISO 639-1)."""

    def name(self, language: str) -> str:
        """Return its name; for other languages than Finnish and Swedish that of the majority."""
        return self.names.get(language) or self.names[self.languages[0]]

    def locative(self, language: str) -> str:
        """Return how one says that something is there."""
        return self.locatives.get(language) or f"in {self.name(language)}"

    def region(self, language: str) -> str:
        """Return the name of the region that it is in; for unknown languages the English one."""
        names = _regions()[self.region_code]
        return names.get(language, names["en"])


class NoMunicipalityError(ValueError):
    """A name that is no municipality's. ``near`` is the nearest that is one, ``""`` for none.

    >>> NoMunicipalityError("Sotkmo", "Sotkamo").near
    'Sotkamo'
    """

    def __init__(self, written: str, near: str) -> None:
        super().__init__(written)
        self.written, self.near = written, near


def find_municipality(written: str) -> OfficialMunicipality:
    """Return the municipality of a Finnish or Swedish name, or a code; raise NoMunicipalityError.

    Upper and lower case are the same, letters may lack their dots and rings, and the words for a municipality may
    stand behind the name.

    >>> find_municipality("MARIEHAMN").code, find_municipality("jamsa").name("fi"), find_municipality("765").code
    ('478', 'Jämsä', '765')
    """
    name = written.casefold().strip()
    known = _by_word()
    names = (name, *(name.removesuffix(ending) for ending in _ENDINGS))
    for one in names:
        if found := known.get(one) or known.get(plain_word(one)):
            return found
    near = process.extractOne(plain_word(name), list(known), scorer=fuzz.ratio, score_cutoff=_NEAR)
    raise NoMunicipalityError(written, _shown(known[near[0]], near[0]) if near else "")


def all_municipalities() -> tuple[OfficialMunicipality, ...]:
    """Return every municipality, by Finnish name.

    >>> len(all_municipalities())
    308
    """
    return _all()


@cache
def _all() -> tuple[OfficialMunicipality, ...]:
    return tuple(
        OfficialMunicipality(
            code=row["code"],
            names={"fi": row["fi"], "sv": row["sv"]},
            locatives={"fi": row["locative_fi"], "sv": row["locative_sv"]},
            region_code=row["region"],
            languages=tuple(row["languages"].split()),
        )
        for row in table_rows("municipalities.tsv")
    )


@cache
def _regions() -> Mapping[str, Mapping[str, str]]:
    return {row["code"]: row for row in table_rows("regions.tsv")}


@cache
def _by_word() -> Mapping[str, OfficialMunicipality]:
    """Return every municipality by its code and its names; a name as it is goes before one without its dots."""
    found: dict[str, OfficialMunicipality] = {}
    for one in _all():
        found[one.code] = one
        for name in one.names.values():
            found.setdefault(name.casefold(), one)
    for one in _all():
        for name in one.names.values():
            found.setdefault(plain_word(name), one)
    return found


def _shown(found: OfficialMunicipality, word: str) -> str:
    return next(
        (name for name in found.names.values() if word in (name.casefold(), plain_word(name))), found.names["fi"]
    )


def table_rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table beside this module, by the names of its columns."""
    head, *lines = files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines()
    columns = head.split("\t")
    for line in lines:
        yield dict(zip(columns, line.split("\t"), strict=True))
