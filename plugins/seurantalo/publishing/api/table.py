"""Dates as a table for spreadsheets (see ``spreadsheet``), and beside it how programs read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any, Final

from seurantalo.language import Language
from seurantalo.model.event import EventStatus
from seurantalo.model.fields.event import EVENT, EVENT_COLUMNS
from seurantalo.model.fields.field import Field, Shape
from seurantalo.model.fields.nesting import by_name
from seurantalo.model.record import Moment
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.api.values import Json
from seurantalo.publishing.feeds.brief import Briefs
from seurantalo.publishing.feeds.lines import one_line
from seurantalo.publishing.field_values import is_told
from seurantalo.publishing.spreadsheet import MARK, cell
from seurantalo.publishing.status import status_word

#: Columns that are made in a way of their own -> their headings, messages of the catalogues.
_OWN: Final[Mapping[str, str]] = {
    "day": "Day",
    "starts": "Starts",
    "last_day": "Last day",
    "ends": "Ends",
    "title": "Event",
    "place": "Place",
    "municipality": "Municipality",
    "organisers": "Organisers",
    "status": "Status",
    "url": "Page",
    "id": "Id",
    "external": "From another calendar",
    "demo": "Example",
}
_FIELDS: Final = by_name(EVENT)
#: Column -> its heading; the headings are messages of the catalogues.
COLUMNS: Final[Mapping[str, str]] = {name: _OWN.get(name) or _FIELDS[name].heading for name in EVENT_COLUMNS}
#: The columns behind the times.
_SHARED: Final = EVENT_COLUMNS[4:]

#: Signs of a day's cell, with what ends it.
_DAY: Final = len("2027-01-01;")


class Table:
    """Writes dates as rows, in the words of one language. What dates share is written once."""

    def __init__(self, briefs: Briefs) -> None:
        """Take what puts events into words."""
        self._briefs = briefs
        self._events: dict[str, str] = {}
        self._is_long_over = False
        # Prices, places and organisers come again and again.
        self._text, self._cell = cache(_text), cache(cell)
        own = self._own()
        self._columns = [own.get(name) or self.cell_by_type(_FIELDS[name]) for name in _SHARED]

    def content(self, dates: Iterable[Occurrence], *, is_long_over: bool = False) -> bytes:
        """Return the table of some dates. Of those that are long over the id alone leads to the page.

        How it does, ``metadata`` tells programs.
        """
        self._is_long_over = is_long_over
        rows = [_row(*headings(self._briefs.lang)), *map(self._date, dates)]
        # Those of another year are other events.
        self._events.clear()
        return MARK + "".join(rows).encode(errors="replace")

    def _date(self, one: Occurrence) -> str:
        if one.as_its_event:
            shared = self._events.get(one.event.id)
            if shared is None:
                shared = self._events[one.event.id] = self._shared(one)
        else:
            shared = self._shared(one)
        starts, ends = _moment(one.starts_local), _moment(one.ends_local)
        return f"{starts};{ends[:_DAY] if one.ends_assumed else ends};{shared}"

    def _shared(self, one: Occurrence) -> str:
        """Return the cells behind the times."""
        return ";".join([write(one) for write in self._columns]) + "\r\n"

    def cell_by_type(self, field: Field) -> Callable[[Occurrence], str]:
        """Return what makes the cell of a field by the type of its value; spreadsheets read ISO days and numbers."""
        lang, value_of = self._briefs.lang, attrgetter(field.target_attribute)
        shown: Mapping[Shape, Callable[[Any], str]] = {
            Shape.BOOLEAN: lambda _: cell(lang.say("yes")),
            Shape.DAY: date.isoformat,
            Shape.IDENTIFIER: cell,
            Shape.INTEGER: str,
            Shape.LINE: self._text,
            Shape.TEXT: lambda value: self._text(value.in_language(lang.code)),
            Shape.URL: cell,
        }
        show = shown[field.shape]
        return lambda one: show(value) if is_told(value := value_of(one.event)) else ""

    def _own(self) -> Mapping[str, Callable[[Occurrence], str]]:
        """Return what makes the cells of the columns that are made in a way of their own."""
        briefs, text, yes = self._briefs, self._text, cell(self._briefs.lang.say("yes"))
        code = briefs.lang.code
        statuses = {status: cell(status_word(status, briefs.lang)) for status in EventStatus}
        towns = {name: _text(town.name.in_language(code)) for name, town in briefs.community.municipalities.items()}
        return {
            "title": lambda one: _text(one.title.in_language(code)),
            "place": lambda one: self._cell(briefs.place(one)),
            "municipality": lambda one: towns[one.event.municipality],
            "organisers": lambda one: self._cell(briefs.organisers(one.event)),
            "status": lambda one: statuses[one.status],
            "url": lambda one: "" if self._is_long_over else cell(briefs.page_url(one.event)),
            "id": lambda one: one.event.id,
            "external": lambda one: text(one.event.external.calendar) if one.event.external is not None else "",
            "demo": lambda one: yes if one.event.demo else "",
        }


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


def metadata(name: str, lang: Language, pages: str = "") -> Json:
    """Return how to read the table ``name`` beside it (CSV on the Web, W3C Recommendation 2015).

    ``pages`` is where the pages of events stand, for a table that leaves them to the ids.
    """
    kinds: dict[str, Any] = {"day": "date", "last_day": "date", "url": "anyURI"}
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": lang.code}],
        "url": name,
        "dialect": {"delimiter": ";", "encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
        "tableSchema": {
            "columns": [
                {"name": column, "titles": heading, "datatype": kinds.get(column, "string")}
                | ({"valueUrl": f"{pages}{{id}}/"} if pages and column == "id" else {})
                for column, heading in zip(COLUMNS, headings(lang), strict=True)
            ]
        },
    }
