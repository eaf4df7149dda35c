"""The page that tells programmers and editors which files of open data there are, and what they may rely on."""

from __future__ import annotations

from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.publishing.addresses import API, DIRECTORY, LINKED_EVENTS, OPEN_DATA, SUBSCRIBE, news
from seurantalo.publishing.api.schemas import schema_path
from seurantalo.publishing.feeds.news import ATOM, JSON
from seurantalo.publishing.pages.calendar.subscribe.limits import cut_calendars
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import list_page
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.publication import Heading, Page, depth_prefix

#: File below ``api/v1/`` (``""``: one for each month), what is in it, its schema.
_LISTS: Final = (
    ("index.json", "Every file with its number of records: begin here", "files"),
    ("coming.json", "The next 500 dates", "occurrences"),
    ("occurrences/{month}.json", "The dates of a month", "occurrences"),
    ("events/{month}.json", "The events whose first date is in the month", "events"),
    ("events/open.json", "Events whose date is not known", "events"),
    ("organisations.json", "Organisations", "organisations"),
    ("venues.json", "Venues and their rooms", "venues"),
    ("municipalities.json", "Municipalities", "municipalities"),
    ("practices.json", "Good practices", "practices"),
    ("themes.json", "Themes", "terms"),
    ("audiences.json", "Audiences", "terms"),
)

#: Programs that show something else than the calendar files say, and what; tests read the files with each of them.
_READERS: Final = {
    "ical.js": (
        "One group's cancelled or moved date is shown in another group that meets at the same hour, "
        "unless strictExceptions is set."
    ),
    "ical-expander, FullCalendar": (
        "The same, and the switch cannot be set: give them one event's own file at a time. "
        "A yearly event of 29 February is shown on 1 March of other years."
    ),
    "ts-ics": (
        "Repetition goes by the clock of the computer: monthly and yearly dates by weekday lose their hour and the "
        "first of them, the last day of a month comes a day early, whole days may be a day off after a clock change, "
        "and on a computer in another time zone hours are wrong. "
        "An end in the night of a clock change may be an hour off. A backslash stays in the UID."
    ),
}


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file: where it is, what is in it, and where its form is described. A file of each month shows one month."""

    path: str
    href: str
    about: str
    form: Link


@dataclass(frozen=True, slots=True)
class OpenDataView:
    """The page of open data. ``example`` is an address to try; ``""`` where the site does not know its own.

    ``readers`` are programs that read calendar files in a way of their own, each with what it shows.
    """

    lists: tuple[DataFile, ...]
    others: tuple[DataFile, ...]
    subscribe: str
    example: str
    readers: tuple[tuple[str, str], ...]
    limits: str
    cut: tuple[tuple[str, str], ...]
    """Calendars that do not hold all of their events: title, and what they hold."""


def open_data_view(ctx: PageContext) -> OpenDataView:
    """Return what is published. Files of months are shown by the first month that has a date."""
    root = depth_prefix(OPEN_DATA)
    dates = ctx.calendar.occurrences
    first = next((one for one in dates if one.last_day >= ctx.today), dates[-1] if dates else None)
    month = first.starts_local.isoformat()[:7] if first is not None else ""
    lists = tuple(
        DataFile(
            path,
            f"{root}{API}{path.format(month=month)}",
            ctx.say(about),
            Link("JSON Schema", f"{root}{schema_path(schema)}"),
        )
        for path, about, schema in _LISTS
        if month or "{month}" not in path
    )
    return OpenDataView(
        lists=lists,
        others=tuple(_others(ctx, root, month[:4])),
        subscribe=f"{root}{SUBSCRIBE}",
        example=f"{ctx.site.url}{API}coming.json" if ctx.site.url else "",
        readers=tuple((name, ctx.say(words)) for name, words in _READERS.items()),
        limits=ctx.lang.say(
            "A calendar file holds at most {events} events and {size} kB, and of the past {days} days; "
            "older events are in files by year.",
            events=ctx.settings.feed_events,
            size=ctx.settings.feed_bytes // 1000,
            days=ctx.settings.feed_past_days,
        ),
        cut=cut_calendars(ctx),
    )


def _others(ctx: PageContext, root: str, year: str) -> list[DataFile]:
    """Return the files whose form is a standard's."""
    say = ctx.say
    found = [
        (f"{API}venues.geojson", say("Venues on the map"), Link("GeoJSON", "https://www.rfc-editor.org/rfc/rfc7946")),
        (
            f"{DIRECTORY}kaikki.vcf",
            say("Organisations for an address book"),
            Link("vCard 3.0", "https://www.rfc-editor.org/rfc/rfc2426"),
        ),
    ]
    if year:
        path = f"{API}occurrences/{year}.csv"
        form = Link("CSV", f"{root}{path}-metadata.json")
        found.insert(0, (path, say("The dates of a year for a spreadsheet"), form))
    if ctx.site.url:
        found += [
            (
                news("", "", ATOM),
                say("New and changed events"),
                Link("Atom", "https://www.rfc-editor.org/rfc/rfc4287"),
            ),
            (
                news("", "", JSON),
                say("New and changed events"),
                Link("JSON Feed", "https://www.jsonfeed.org/version/1.1/"),
            ),
            (
                f"{LINKED_EVENTS}event/1.json",
                say("What is coming within half a year, for a regional calendar"),
                Link("Linked Events", "https://api.hel.fi/linkedevents/v1/"),
            ),
        ]
    return [DataFile(path, f"{root}{path}", about, form) for path, about, form in found]


def open_data_page(ctx: PageContext) -> Page:
    """Return the page of open data."""
    say = ctx.say
    return list_page(
        ctx,
        OPEN_DATA,
        "site/open_data.html",
        say("Open data"),
        say("All events, organisations and venues as files for other sites and programs."),
        contents=(
            Heading("json", say("JSON files")),
            Heading("muut", say("Tables, maps, cards and feeds")),
            Heading("omat-ohjelmat", say("If you read calendars with a program of your own")),
            Heading("lupaukset", say("What you can rely on")),
        ),
        view=open_data_view(ctx),
    )
