"""The files of open data. Each event is written once; files of a month or a year keep every file small."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from itertools import islice
from operator import attrgetter
from typing import Final

from seurantalo.language import language
from seurantalo.lasting_json import lasting_json
from seurantalo.model.community import Community
from seurantalo.model.event import Event
from seurantalo.model.settings import Settings
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.occurrence import Occurrence, is_long_over, remembered_from
from seurantalo.publishing.addresses import API, EVENTS
from seurantalo.publishing.api.directory import directory_files
from seurantalo.publishing.api.events import Dates, event_json
from seurantalo.publishing.api.linked_events_files import linked_events_files
from seurantalo.publishing.api.listing import Listings, Planned, document
from seurantalo.publishing.api.schemas import schema_files, schema_path
from seurantalo.publishing.api.table import Table, metadata
from seurantalo.publishing.api.values import Json, Values
from seurantalo.publishing.feeds.brief import Briefs
from seurantalo.publishing.feeds.lines import one_line
from seurantalo.publishing.feeds.uid import Uids
from seurantalo.publishing.publication import Files, Site

#: Dates in the one file that says what comes next.
COMING: Final = 500


def open_data_files(
    community: Community, calendar: Calendar, settings: Settings, site: Site, uids: Uids, unsaid: str = ""
) -> Files:
    """Return every file of open data, by path: JSON and its schemas, tables (CSV on the Web), GeoJSON, Linked Events.

    ``unsaid`` is the language of texts whose author did not say; without it, the site's.

    >>> import orjson
    >>> files = {file.path: file for file in open_data_files(community, calendar, settings, site, Uids("esimerkki"))}
    >>> for date in orjson.loads(files["api/v1/coming.json"].content)["items"]:
    ...     date["starts"], date["title"]
    ('2027-03-20T18:00:00+02:00', {'fi': 'Kevätkonsertti'})
    ('2027-03-20T19:00:00+02:00', {'fi': 'Tanssit'})
    """
    return OpenData(community, calendar, settings, site, uids, unsaid).files


class OpenData:
    """The open data of a site on a day."""

    def __init__(
        self, community: Community, calendar: Calendar, settings: Settings, site: Site, uids: Uids, unsaid: str
    ) -> None:
        self.community, self.calendar, self.site = community, calendar, site
        self.lang = language(settings.language)
        self.calendar_id = settings.calendar_id or site.name
        self.uids = uids
        self.values = Values(site, settings.language, unsaid)
        self.dates = Dates(self.values, calendar.zone, calendar.today)
        self.briefs = Briefs(community, site, self.lang, settings.timezone)
        about: Json = {"name": one_line(site.name), "language": self.lang.code}
        self.listings = Listings(about | ({"url": site.url} if site.url else {}))
        self._gathered: dict[str, Sequence[object]] = {}

    @cached_property
    def files(self) -> Files:
        """Every file, by path; one is made when it is asked for."""
        contents = {one.path: one.content for one in self._planned.values()}
        contents |= {one.path: partial(bytes, one.content) for one in schema_files()}
        return Files(sorted(contents), lambda path: contents[path]())

    def events_of(self, path: str) -> Sequence[object]:
        """Return the events that a file is made of, and what else of events; for each path gathered once."""
        if path not in self._gathered:
            planned = self._planned.get(path)
            self._gathered[path] = planned.events() if planned is not None else ()
        return self._gathered[path]

    @cached_property
    def _planned(self) -> Mapping[str, Planned]:
        planned = [*self._events(), *self._occurrences()]
        planned += directory_files(self.listings, self.values, self.community)
        planned.append(self._index(planned))
        planned += linked_events_files(self.calendar, self.community, self.values, self.briefs, self.calendar_id)
        return {one.path: one for one in planned}

    def _index(self, planned: list[Planned]) -> Planned:
        rows = []
        for one in sorted(planned, key=lambda file: file.path):
            row: Json = {"path": one.path.removeprefix(API), "type": one.type, "records": one.records}
            if one.schema:
                row["schema"] = schema_path(one.schema).removeprefix(API)
            rows.append(lasting_json(row))
        return self.listings.plan("index", "files", len(rows), lambda: rows, lambda: rows)

    def _events(self) -> Iterator[Planned]:
        """Yield the events by the month of their first date, and those whose date is open."""
        months: dict[tuple[int, int], list[Event]] = defaultdict(list)
        for dates in self.calendar.series:
            event, starts = dates[0].event, dates[0].starts_local
            if not event.date_pending:
                months[starts.year, starts.month].append(event)
        named = {f"{year:04}-{month:02}": events for (year, month), events in months.items()}
        for month, events in (named | {"open": list(self.calendar.pending)}).items():
            yield self.listings.plan(
                f"events/{month}", "events", len(events), partial(self._written, events), partial(tuple, events)
            )

    def _written(self, events: Iterable[Event]) -> Iterator[bytes]:
        """Yield events by id; with each comes the day of its last date."""
        for event in sorted(events, key=attrgetter("id")):
            dates = self.calendar.of_event(event.id)
            over, last = is_long_over(dates, self.calendar.today), dates[-1].last_day if dates else None
            uid = self.uids.of_event(event)
            yield lasting_json(event_json(self.values, event, uid, last, is_long_over=over))

    def _occurrences(self) -> Iterator[Planned]:
        """Yield the dates by month, by year as tables, and those that come next."""
        months: dict[tuple[int, int], list[Occurrence]] = defaultdict(list)
        for one in self.calendar.occurrences:
            starts = one.starts_local
            months[starts.year, starts.month].append(one)
        years: dict[int, list[Occurrence]] = defaultdict(list)
        for (year, _), dates in sorted(months.items()):
            years[year] += dates
            yield self._dates(f"occurrences/{_month(dates[0])}", dates, partial(_events_of, dates))
        yield from self._tables(years)
        today = self.calendar.today
        coming = (one for one in self.calendar.occurrences if one.last_day >= today)
        first = list(islice(coming, COMING))
        yield self._dates("coming", first, partial(_with_dates, first))

    def _dates(self, name: str, dates: list[Occurrence], events: Callable[[], Sequence[object]]) -> Planned:
        written = partial(map, self.dates.written, dates)
        return self.listings.plan(name, "occurrences", len(dates), written, events)

    def _tables(self, years: Mapping[int, list[Occurrence]]) -> Iterator[Planned]:
        """Yield the dates of each year as a table, and how to read it."""
        table = Table(self.briefs)
        for year, dates in years.items():
            path, is_over = f"{API}occurrences/{year}.csv", date(year, 12, 31) < remembered_from(self.calendar.today)
            content, events = partial(table.content, dates, is_long_over=is_over), partial(_events_of, dates)
            yield Planned(path, "text/csv", "", len(dates), content, events)
            pages = self.values.url(EVENTS) if is_over and self.site.url else ""
            about = document(metadata(f"{year}.csv", self.lang, pages))
            yield Planned(f"{path}-metadata.json", "application/csvm+json", "", 1, partial(bytes, about))


def _events_of(dates: Iterable[Occurrence]) -> list[Event]:
    return list({one.event.id: one.event for one in dates}.values())


def _with_dates(dates: Iterable[Occurrence]) -> list[object]:
    """Return the events of some dates, and which of their dates are meant: an event may have others."""
    return [*_events_of(dates), *(one.recurrence_id.isoformat() for one in dates)]


def _month(one: Occurrence) -> str:
    """Return the month of the local start: ``2027-05``."""
    starts = one.starts_local
    return f"{starts.year:04}-{starts.month:02}"
