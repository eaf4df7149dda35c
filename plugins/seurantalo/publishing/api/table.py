"""Dates as a table for spreadsheets (see ``spreadsheet``), and beside it how programs read it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from seurantalo.language import Language
from seurantalo.model.event import EventStatus
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.api.values import Json
from seurantalo.publishing.feeds.brief import Briefs
from seurantalo.publishing.feeds.lines import one_line
from seurantalo.publishing.spreadsheet import MARK, cell

#: Column -> its heading; the headings are messages of the catalogue.
COLUMNS: Final[dict[str, str]] = {
    "day": "Day",
    "starts": "Starts",
    "last_day": "Last day",
    "ends": "Ends",
    "title": "Event",
    "place": "Place",
    "municipality": "Municipality",
    "organisers": "Organisers",
    "price": "Price",
    "status": "Status",
    "url": "Page",
    "id": "Id",
}

_STATUSES: Final = {
    EventStatus.TENTATIVE: "date not confirmed",
    EventStatus.MOVED: "moved",
    EventStatus.CANCELLED: "cancelled",
}


class Table:
    """Writes dates as rows, in the words of one language. What the dates of one event share is written once."""

    def __init__(self, briefs: Briefs) -> None:
        """Take what puts events into words."""
        self._briefs = briefs
        self._statuses = {status: briefs.lang.say(words) for status, words in _STATUSES.items()}
        self._events: dict[str, tuple[str, str]] = {}

    def content(self, dates: Iterable[Occurrence]) -> bytes:
        """Return the table of some dates."""
        rows = [_row(*headings(self._briefs.lang)), *map(self._date, dates)]
        return MARK + "".join(rows).encode(errors="replace")

    def _date(self, one: Occurrence) -> str:
        starts, ends = one.starts_local.isoformat(), one.ends_local.isoformat()
        ends_clock = "" if one.ends_assumed else ends[11:16]
        if one.change is None:
            shared = self._events.get(one.event.id)
            if shared is None:
                shared = self._events[one.event.id] = self._shared(one)
        else:
            shared = self._shared(one)
        status = self._statuses.get(one.status, "")
        return f"{starts[:10]};{starts[11:16]};{ends[:10]};{ends_clock};{shared[0]};{status};{shared[1]}"

    def _shared(self, one: Occurrence) -> tuple[str, str]:
        """Return the cells before and after the status."""
        event, briefs = one.event, self._briefs
        code = briefs.lang.code
        before = (
            one_line(one.title.in_language(code)),
            briefs.place(one),
            one_line(briefs.community.municipalities[event.municipality].name.in_language(code)),
            briefs.organisers(event),
            one_line(event.price.in_language(code)) if event.price is not None else "",
        )
        return ";".join(map(cell, before)), _row(briefs.page_url(event), event.id)


def _row(*cells: str) -> str:
    return f"{';'.join(map(cell, cells))}\r\n"


def headings(lang: Language) -> list[str]:
    """Return the headings of the columns."""
    return [lang.say(heading) for heading in COLUMNS.values()]


def metadata(name: str, lang: Language) -> Json:
    """Return how to read the table ``name`` beside it (CSV on the Web, W3C Recommendation 2015)."""
    kinds: dict[str, Any] = {"day": "date", "last_day": "date", "url": "anyURI"}
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": lang.code}],
        "url": name,
        "dialect": {"delimiter": ";", "encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
        "tableSchema": {
            "columns": [
                {"name": column, "titles": heading, "datatype": kinds.get(column, "string")}
                for column, heading in zip(COLUMNS, headings(lang), strict=True)
            ]
        },
    }
