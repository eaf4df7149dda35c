"""A notice becomes the fields of an event: what it says, what of it was guessed, and what it does not say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from seurantalo.frozen import dataclass
from seurantalo.receiving.pasted.found import Found
from seurantalo.receiving.pasted.level import Notice, cleaned, compiled, levelled, units
from seurantalo.receiving.pasted.pieces import read_description, read_price, read_registration, read_title
from seurantalo.receiving.pasted.places import read_places
from seurantalo.receiving.pasted.schedule import read_schedule

#: What a proposal needs, in the order in which it is asked for.
_NEEDED: Final[tuple[str, ...]] = ("title", "organisers", "venue", "starts", "time")
_ORDER: Final[tuple[str, ...]] = (
    *(
        "title",
        "starts",
        "ends",
        "dates",
        "time",
        "repeats",
        "venue",
        "room",
        "municipality",
        "organisers",
        "audience",
    ),
    *("price", "registration", "description"),
)


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a notice says: ``values`` by field, in the canonical form of proposals.

    ``guessed`` fields are to be looked at, ``missing`` ones to be asked for; ``spans`` tell where in the cleaned text
    a field stands, from and to, in UTF-16 code units; ``notes`` are codes of what there is to say besides.

    >>> from datetime import date
    >>> from seurantalo.proposing.pasting import pasting_tables
    >>> read_pasted("Tanssit huomenna klo 18", date(2027, 1, 4), "fi", pasting_tables(community)).guessed
    ('starts',)
    """

    values: Mapping[str, Any]
    guessed: tuple[str, ...]
    spans: Mapping[str, list[int]]
    missing: tuple[str, ...]
    notes: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Return it as the browser's reader does."""
        return {
            "values": dict(self.values),
            "guessed": list(self.guessed),
            "spans": dict(self.spans),
            "missing": list(self.missing),
            "notes": list(self.notes),
        }


def read_pasted(text: str, today: date, language: str, tables: Mapping[str, Any]) -> Pasted:
    """Return what a notice says; ``tables`` are those of ``proposing.pasting``, ``language`` is the site's.

    >>> from seurantalo.proposing.pasting import pasting_tables
    >>> tables = pasting_tables(community)
    >>> found = read_pasted("Tanssit la 12.6. klo 18–21 Seurantalolla", date(2027, 1, 4), "fi", tables)
    >>> found.values["starts"], found.values["venue"], found.missing
    ('2027-06-12T18:00', 'seurantalo', ('organisers',))
    """
    clean = cleaned(text)
    notice = Notice(clean, tables["languages"][_language(clean, language, tables)])
    found = Found()
    read_schedule(notice, today, found)
    read_places(notice, tables["names"], found)
    private = read_description(notice, found)
    read_price(notice, found)
    read_registration(notice, private, found)
    read_title(notice, found)
    if "starts" in found.guessed:
        found.guessed.add("ends")
    values = {name: found.values[name] for name in _ORDER if name in found.values}
    return Pasted(
        values=values,
        guessed=tuple(name for name in _ORDER if name in found.guessed and name in values),
        spans={name: found.spans[name] for name in _ORDER if name in found.spans and name in values},
        missing=tuple(name for name in _NEEDED if _is_missing(name, values)),
        notes=tuple(found.notes),
    )


def _is_missing(name: str, values: Mapping[str, Any]) -> bool:
    if name == "starts":
        return "starts" not in values and "dates" not in values
    if name == "time":
        starts = values.get("starts") or (values["dates"][0]["starts"] if values.get("dates") else "")
        return "time" not in values and "T" not in starts and len(values.get("ends", "")) != 10
    return name not in values


def _language(text: str, preferred: str, tables: Mapping[str, Any]) -> str:
    """Return the language that most words of a text are known in; the preferred one where it is as good."""
    low = levelled(units(text))
    counted: dict[str, float] = {
        code: len(compiled(words["lexicon"]).findall(low)) + (0.5 if code == preferred else 0)
        for code, words in tables["languages"].items()
    }
    return max(counted, key=lambda code: counted[code])
