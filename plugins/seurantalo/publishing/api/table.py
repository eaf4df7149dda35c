"""Dates as a table for spreadsheets (see ``spreadsheet``), and beside it how programs read it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import cache, lru_cache
from typing import Any, Final

from seurantalo.language import Language
from seurantalo.model.event import EventStatus
from seurantalo.model.record import Moment
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
    "external": "From another calendar",
    "demo": "Example",
}

#: Signs of a day's cell, with what ends it.
_DAY: Final = len("2027-01-01;")
_STATUSES: Final = {
    EventStatus.TENTATIVE: "date not confirmed",
    EventStatus.MOVED: "moved",
    EventStatus.CANCELLED: "cancelled",
}


class Table:
    """Writes dates as rows, in the words of one language. What dates share is written once."""

    def __init__(self, briefs: Briefs) -> None:
        """Take what puts events into words."""
        self._briefs = briefs
        self._statuses = {status: cell(briefs.lang.say(words)) for status, words in _STATUSES.items()}
        self._yes = cell(briefs.lang.say("yes"))
        self._events: dict[str, str] = {}
        towns = briefs.community.municipalities
        self._towns = {name: _text(town.name.in_language(briefs.lang.code)) for name, town in towns.items()}
        # Prices, places and organisers come again and again.
        self._text, self._cell = cache(_text), cache(cell)

    def content(self, dates: Iterable[Occurrence]) -> bytes:
        """Return the table of some dates."""
        rows = [_row(*headings(self._briefs.lang)), *map(self._date, dates)]
        return MARK + "".join(rows).encode(errors="replace")

    def _date(self, one: Occurrence) -> str:
        if one.change is None:
            shared = self._events.get(one.event.id)
            if shared is None:
                shared = self._events[one.event.id] = self._shared(one)
        else:
            shared = self._shared(one)
        starts, ends = _moment(one.starts_local), _moment(one.ends_local)
        return f"{starts};{ends[:_DAY] if one.ends_assumed else ends};{shared}"

    def _shared(self, one: Occurrence) -> str:
        """Return the cells behind the times."""
        event, briefs = one.event, self._briefs
        code = briefs.lang.code
        title = _text(one.title.in_language(code))
        place = self._cell(briefs.place(one))
        town = self._towns[event.municipality]
        organisers = self._cell(briefs.organisers(event))
        price = self._text(event.price.in_language(code)) if event.price is not None else ""
        status = self._statuses.get(one.status, "")
        external = self._text(event.external.calendar) if event.external is not None else ""
        demo = self._yes if event.demo else ""
        url = cell(briefs.page_url(event))
        return f"{title};{place};{town};{organisers};{price};{status};{url};{event.id};{external};{demo}\r\n"


def _text(words: str) -> str:
    """Return the cell of a contributed text."""
    return cell(one_line(words))


@lru_cache(maxsize=4096)
def _moment(moment: Moment) -> str:
    """Return the cells of a day and its hour; a whole day has none."""
    return moment.isoformat(";", "minutes") if isinstance(moment, datetime) else f"{moment.isoformat()};"


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
