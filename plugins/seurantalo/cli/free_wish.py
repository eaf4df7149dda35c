"""What somebody asks of ``seurantalo free``, in natural words, becomes a wish; what can't be understood is told."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, TypeVar

from seurantalo.cli.named_records import find_day, find_named, find_weekdays
from seurantalo.cli.usage_error import UsageError
from seurantalo.language.dates import plain_day
from seurantalo.model.community import Community
from seurantalo.model.place import Venue
from seurantalo.model.record import Kind
from seurantalo.planner.free import DayPart, Hours, Wish, hours_of, hours_of_day, length_in_words, settled
from seurantalo.project import Project
from seurantalo.reading.file_scope import nearest
from seurantalo.reading.input_words import WEEKEND
from seurantalo.reading.moments.day_hours import WEEKEND_STARTS, UnclearError, read_days, read_hours, read_length

T = TypeVar("T")

#: Days weighed where no end is given, and days in a row that may be asked for.
SPAN: Final = timedelta(days=364)
MOST_DAYS: Final = 31


def wish_of(project: Project, community: Community, options: Namespace) -> Wish:
    """Return what is asked for; raise UsageError for what is not known or makes no sense."""
    venue = find_named(Kind.VENUE, options.venue, community.venues) if options.venue else None
    days = _understood("--days", options.days, read_days, "2, viikonloppu") if options.days else 1
    if not 1 <= days <= MOST_DAYS:
        raise UsageError(
            "--days is a number of days from 1 to {most}, not “{found}”.", most=MOST_DAYS, found=options.days
        )
    weekdays = find_weekdays(options.weekday)
    if not weekdays and options.days.casefold().strip() in WEEKEND:
        weekdays = frozenset({WEEKEND_STARTS})
    first, last = _span(project, options, days)
    hours, length = _hours(project, options)
    wish = Wish(
        municipality=_municipality(community, options.municipality, venue),
        first=first,
        last=last,
        audiences=tuple(find_named(Kind.AUDIENCE, name, community.audiences) for name in options.audience),
        venue=venue,
        room=_room(community, venue, options.room),
        weekdays=weekdays,
        hours=hours,
        length=length,
        days=days,
    )
    found = settled(wish, project.settings)
    if length and found.hours and length > found.hours.minutes:
        raise UsageError(
            "{length} do not fit into {hours}: name more hours, for example --time 10-20.",
            length=length_in_words(length, project.lang),
            hours=hours_of_day(found.hours, project.lang),
        )
    return found


def _municipality(community: Community, written: str, venue: str | None) -> str:
    home = community.venues[venue].municipality if venue else ""
    if written:
        municipality = find_named(Kind.MUNICIPALITY, written, community.municipalities)
        if home and home != municipality:
            raise UsageError(
                "The venue “{venue}” is in {home}, not in {other}.", venue=venue, home=home, other=municipality
            )
        return municipality
    if home:
        return home
    raise UsageError("Name a municipality or a venue, for example --municipality vimpeli.")


def _room(community: Community, venue: str | None, written: str) -> str | None:
    if not written:
        return None
    if venue is None:
        raise UsageError("--room {room} needs the place: name it with --venue.", room=written)
    rooms = _rooms(community.venues[venue])
    if found := rooms.get(written.casefold()):
        return found
    near = nearest(written.casefold(), rooms)
    if near or not rooms:
        words = "There is no room “{room}” in the venue “{venue}”."
        if not rooms:
            words = "There is no room “{room}” in the venue “{venue}”. It has no rooms."
        raise UsageError(words, rooms[near] if near else "", room=written, venue=venue)
    raise UsageError(
        "There is no room “{room}” in the venue “{venue}”. Known are: {names}.",
        room=written,
        venue=venue,
        names=", ".join(dict.fromkeys(rooms.values())),
    )


def _rooms(venue: Venue) -> dict[str, str]:
    """Return the rooms of a venue by id and by name in any language, in small letters."""
    found: dict[str, str] = {}
    for room in venue.rooms:
        for word in (room.id, *(words for _, words in room.name.versions)):
            found.setdefault(word.casefold(), room.id)
    return found


def _span(project: Project, options: Namespace, days: int) -> tuple[date, date]:
    """Return the first day and the last. A first day that was asked for goes before the usual lead time."""
    today = project.today

    def shown(day: date) -> str:
        return plain_day(day, project.lang)

    lead = project.settings.free_lead_days
    if options.lead:
        lead = _understood("--lead", options.lead, read_days, "7, 2 viikkoa")
    soonest = today + timedelta(days=min(lead, project.settings.horizon_days))
    asked = find_day("--from", options.first) if options.first else None
    first = soonest if asked is None or options.lead else today
    first = first if asked is None else max(first, asked)
    last = find_day("--to", options.last) if options.last else first + SPAN
    if asked is not None and last < asked:
        raise UsageError("--to ({last}) is before --from ({first}).", last=shown(last), first=shown(asked))
    if last < today:
        raise UsageError("{day} is in the past; today is {today}.", day=shown(last), today=shown(today))
    if last < first:
        raise UsageError(
            "--to ({last}) is before {first}, the first day after the lead time of {lead} days: give --lead 0.",
            last=shown(last),
            first=shown(first),
            lead=lead,
        )
    if last < first + timedelta(days=days - 1):
        raise UsageError(
            "From {first} to {last} there are fewer than {days} days.",
            first=shown(first),
            last=shown(last),
            days=days,
        )
    horizon = today + timedelta(days=project.settings.horizon_days)
    if last > horizon:
        raise UsageError(
            "Repeating events are known until {horizon}: give a --to that is no later.", horizon=shown(horizon)
        )
    return first, last


def _hours(project: Project, options: Namespace) -> tuple[Hours | None, int | None]:
    """Return the time of day and the length that were asked for, None where they were not."""
    settings = project.settings
    length = _understood("--length", options.length, read_length, "3h, 90 min") if options.length else None
    if not options.time:
        return None, length
    found = _understood("--time", options.time, read_hours, "ilta, 18-21, klo 18–21.30")
    if isinstance(found, str):
        hours = hours_of(DayPart(found), settings)
        usual = None if hours.whole_day else min(settings.free_hours * 60, hours.minutes)
        return hours, length or usual
    starts, ends = found
    return Hours(starts, ends or starts + (length or settings.assumed_hours * 60)), length


def _understood(option: str, written: str, read: Callable[[str], T], examples: str) -> T:
    try:
        return read(written)
    except UnclearError:
        raise UsageError(
            "{option}: “{found}” is not understood. Write for example {examples}.",
            option=option,
            found=written,
            examples=examples,
        ) from None
