"""The files with which a browser checks what is being written: who has which day, names, and how it is measured.

What is told about a municipality answers for a date there: its own events, what is in its halls and what its
associations do elsewhere, and what people travel for next door. Where more is on, that is in a file of each year, or
of each season; what is told about the municipality says which there are, so these may be cut otherwise some day.
Where it is little, it stands on a shelf with that of others: there are hundreds. What few ask for is asked for apart:
all that is of one practice, and what those arrange who are at home in no municipality.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from operator import attrgetter
from typing import Any, Final

import orjson

from seurantalo.model.event import Event
from seurantalo.publishing.addresses import PROPOSE_DATA
from seurantalo.publishing.pages.event.source import shelf
from seurantalo.publishing.pages.propose.names import Names
from seurantalo.publishing.pages.propose.seasons import seasons_of
from seurantalo.publishing.pages.propose.sheets import EPOCH, Row, Sheets
from seurantalo.publishing.pages.propose.thresholds import place_thresholds, thresholds
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.made_of import kept_of
from seurantalo.publishing.publication import File

#: Bytes of rows, not compressed, beyond which a year is told season by season: on a phone, data has its price.
LARGEST: Final = 64_000
#: Bytes of rows up to which all years are told together, beside the names.
LARGEST_TOGETHER: Final = 24_000
#: Bytes up to which what is told about a municipality stands on a shelf with others, and the bytes of a shelf.
LITTLE: Final = 6_000
ON_A_SHELF: Final = 24_000
#: Folders beside those of the municipalities.
_PLACES: Final = "kunnat"
_ORGANISERS: Final = "jarjestajat"
_PRACTICES: Final = "kaytannot"
_JSON: Final = ".json"


def proposal_data(ctx: PageContext) -> Sequence[File]:
    """Return the files of every municipality and year, those of practices and organisers, names and thresholds.

    What an earlier build has made of the same events is not made again.
    """
    ctx = ctx.plain
    ground = ctx.free_dates.ground
    sheets = Sheets(ctx, ground)
    writer = _Writer(ctx, sheets, Names(ctx, ground))

    def kept(about: str, events: Iterable[Event], make: Callable[[], Iterable[File]]) -> list[File]:
        some = list(events)
        bonds = [(one.id, sorted(ground.bonds[one.id])) for one in some if one.id in ground.bonds]
        told = kept_of(ctx, f"proposals {about}", some, lambda: _packed(make()), beside=bonds)
        return [File(path.decode(), content) for path, content in zip(told[::2], told[1::2], strict=True)]

    apart = kept("", sheets.apart, writer.apart)
    organisers, practices = ([*_names_below(folder, apart)] for folder in (_ORGANISERS, _PRACTICES))
    found = [*apart, _file("nimet", writer.all_names())]
    little: dict[str, bytes] = {}
    alone: list[str] = []
    for name in sorted(ctx.community.municipalities):
        *more, about = kept(name, sheets.near(name), partial(writer.place, name))
        found += more
        if len(about.content) > LITTLE:
            found.append(about)
            alone.append(name)
        else:
            little[name] = about.content
    shelves = max(1, sum(map(len, little.values())) // ON_A_SHELF)
    found += _shelved(little, shelves)
    measures = thresholds(ctx, ground, organisers, practices)
    found.append(_file("saannot", {**measures, "alone": alone, "shelves": shelves}))
    return sorted(found, key=attrgetter("path"))


def _shelved(little: Mapping[str, bytes], shelves: int) -> Iterator[File]:
    found: dict[int, dict[str, orjson.Fragment]] = {}
    for name, content in little.items():
        found.setdefault(shelf(name, shelves), {})[name] = orjson.Fragment(content.rstrip())
    return (_file(f"{_PLACES}/{number}", content) for number, content in found.items())


def _packed(files: Iterable[File]) -> tuple[bytes, ...]:
    return tuple(part for one in files for part in (one.path.encode(), one.content))


def _names_below(folder: str, files: Iterable[File]) -> Iterator[str]:
    start = f"{PROPOSE_DATA}{folder}/"
    return (one.path[len(start) :].removesuffix(_JSON) for one in files if one.path.startswith(start))


class _Writer:
    def __init__(self, ctx: PageContext, sheets: Sheets, names: Names) -> None:
        self._ctx = ctx
        self._sheets = sheets
        self._names = names

    def place(self, municipality: str) -> Iterator[File]:
        """Yield the files of seasons and years, and last what is told about the municipality."""
        community, ground = self._ctx.community, self._ctx.free_dates.ground
        organisations = [one for one in community.organisations.values() if one.municipality in {None, municipality}]
        venues = [one for one in community.venues.values() if one.municipality == municipality]
        known = {*(one.id for one in organisations), *(one.id for one in venues)}
        here = self._names.municipality(community.municipalities[municipality])
        files: list[tuple[str, int, int]] = []
        place = {**here, **place_thresholds(self._ctx, ground, municipality), "files": files}
        found: dict[str, Any] = {"place": place, **self._names.of(organisations, venues)}
        if years := self._sheets.years_of(municipality):
            span = date(years[0], 1, 1), date(years[-1], 12, 31)
            if self._size(municipality, *span) <= LARGEST_TOGETHER:
                found["rows"] = self._named(list(self._sheets.of_place(municipality, *span)), known)
                years = ()
        for name, first, last in self._parts(municipality, years):
            rows = list(self._sheets.of_place(municipality, first, last))
            files.append((name, first.toordinal() - EPOCH, last.toordinal() - EPOCH))
            yield _file(f"{municipality}/{name}", self._named(rows, known))
        yield _file(f"{municipality}/nimet", found)

    def _parts(self, municipality: str, years: Sequence[int]) -> Iterator[tuple[str, date, date]]:
        """Yield the files of a municipality where more is on: one for each year, or where much is on, each season."""
        for year in years:
            first, last = date(year, 1, 1), date(year, 12, 31)
            if self._size(municipality, first, last) <= LARGEST:
                yield str(year), first, last
            else:
                yield from ((season.name, season.first, season.last) for season in seasons_of(first, last))

    def _size(self, municipality: str, first: date, last: date) -> int:
        return sum(len(row.content) for row in self._sheets.of_place(municipality, first, last))

    def apart(self) -> Iterator[File]:
        for folder, found in ((_ORGANISERS, self._sheets.of_organisers()), (_PRACTICES, self._sheets.of_practices())):
            for name, rows in found:
                yield _file(f"{folder}/{name}", self._named(rows))

    def all_names(self) -> dict[str, Any]:
        community = self._ctx.community
        return self._names.of(community.organisations.values(), community.venues.values())

    def _named(self, rows: Sequence[Row], known: Collection[str] = ()) -> dict[str, Any]:
        """Return rows with what they name: of organisations and venues those that are not ``known`` already."""
        community, names = self._ctx.community, self._names
        places, organisers, venues, practices = set[str](), set[str](), set[str](), set[str]()
        for _, told in rows:
            places.add(told.municipality)
            organisers.update(told.organisers)
            practices.update(told.practices)
            if told.venue is not None:
                venues.add(told.venue)
        return {
            "places": [names.municipality(community.municipalities[one]) for one in sorted(places)],
            "practices": {one: self._ctx.words(community.practices[one].title) for one in sorted(practices)},
            **names.of(
                (community.organisations[one] for one in sorted(organisers.difference(known))),
                (community.venues[one] for one in sorted(venues.difference(known))),
            ),
            "sheets": [orjson.Fragment(row.content) for row in rows],
        }


def _file(name: str, content: dict[str, Any]) -> File:
    return File(f"{PROPOSE_DATA}{name}{_JSON}", orjson.dumps(content, option=orjson.OPT_APPEND_NEWLINE))
