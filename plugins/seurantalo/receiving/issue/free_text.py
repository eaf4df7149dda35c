"""An issue in somebody's own words, or a form in which all stands in the description, is read as a notice is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from seurantalo.proposing.asking import Act
from seurantalo.reading.file_scope import Known
from seurantalo.receiving.issue.body import clean
from seurantalo.receiving.issue.filled import Filled
from seurantalo.receiving.pasted import Pasted, read_pasted, with_meant

__all__ = ["completed", "free_text"]

#: What makes a text a notice of an event: when it is, and where or whose.
_WHEN: Final = frozenset({"starts", "dates"})
_WHERE: Final = frozenset({"venue", "organisers"})
#: Fields in which a day may stand that was filled in.
_DAYS: Final = frozenset({"starts", "date", "dates", "month", "time"})


def free_text(title: str, body: str, today: date, language: str, tables: Mapping[str, Any]) -> Filled | None:
    """Return the event that a text without any of our labels tells of; None where it tells of none.

    Only what has a day, and a place or an organiser that the site knows, is taken for one: most issues are about
    something else. ``tables`` are those of ``proposing.pasting``.

    >>> from seurantalo.proposing.pasting import pasting_tables
    >>> tables = pasting_tables(community)
    >>> free_text("Tanssit", "Seurantalolla la 12.6. klo 18", date(2027, 1, 4), "fi", tables).values["venue"]
    'seurantalo'
    >>> free_text("Sivu ei aukea", "Eilen 3.1. klo 18 se aukesi.", date(2027, 1, 4), "fi", tables) is None
    True
    """
    found = read_pasted(f"{title}\n\n{clean(body)}", today, language, tables)
    if not _WHEN & found.values.keys() or not _WHERE & found.values.keys():
        return None
    return Filled(act=Act.EVENT, values=found.values, unsure=_unsure(found))


def completed(filled: Filled, today: date, language: str, tables: Mapping[str, Any], known: Known) -> Filled:
    """Return what was filled in, and what its description tells where the boxes for it were left empty.

    Names of places and organisers are found in whatever form they are written.

    >>> from seurantalo.proposing.pasting import pasting_tables
    >>> told = Filled(act=Act.EVENT, values={"title": "Tanssit", "description": "Seurantalolla la 12.6. klo 18."})
    >>> from seurantalo.reading.event.one_event import known_of
    >>> known = known_of(community)
    >>> sorted(completed(told, date(2027, 1, 4), "fi", pasting_tables(community), known).values)
    ['description', 'starts', 'title', 'venue']
    """
    if filled.act is Act.EVENT:
        values, meant = with_meant(filled.values, known, tables["names"])
        filled = replace(filled, values=values, unsure=tuple(dict.fromkeys(one.field for one in meant)))
    words = filled.values.get("description")
    if filled.act is not Act.EVENT or not isinstance(words, str) or filled.values.keys() & _DAYS:
        return filled
    found = read_pasted(words, today, language, tables)
    more = {name: value for name, value in found.values.items() if name not in ("title", "description")}
    new = {name: value for name, value in more.items() if name not in filled.values}
    unsure = tuple(name for name in new if name in _WHEN or name in found.guessed)
    return replace(filled, values={**filled.values, **new}, unsure=(*filled.unsure, *unsure))


def _unsure(found: Pasted) -> tuple[str, ...]:
    """Return the fields that somebody has to look at: what was guessed, and always the day."""
    return tuple(name for name in found.values if name in found.guessed or name in _WHEN)
