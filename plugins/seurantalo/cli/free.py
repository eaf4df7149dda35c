"""``seurantalo free``: which days, at which hours, suit an event that has no day yet, the best first, and why."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Final

from seurantalo.cli.command import Commands, ExitCode
from seurantalo.cli.free_wish import wish_of
from seurantalo.cli.printing import say, say_json
from seurantalo.model.community import Community
from seurantalo.model.event import EventStatus
from seurantalo.model.record import Kind
from seurantalo.planner.free import FreeDates, Hours, RatedDay, ReasonWords, Wish, hours_of_day, length_in_words
from seurantalo.planner.free.floor import Piece
from seurantalo.planner.occurrence import Occurrence
from seurantalo.project import Project
from seurantalo.publishing import wording
from seurantalo.reading.report import format_text

#: Days shown.
MOST: Final = 10


def register(commands: Commands, shared: ArgumentParser) -> None:
    """Add the command ``free``."""
    parser = commands.add_parser(
        "free", parents=[shared], help="say which days and hours are free, the best first, and why"
    )
    parser.add_argument("--municipality", default="", metavar="NAME", help="the municipality: short name or name")
    parser.add_argument("--venue", default="", metavar="NAME", help="the place that must be free")
    parser.add_argument(
        "--room", default="", metavar="NAME", help="the room of the place (default: whichever is free)"
    )
    parser.add_argument(
        "--time", default="", metavar="18-21", help="the time of day: ilta, 18-21 (default: the evening)"
    )
    parser.add_argument("--length", default="", metavar="3h", help="how much of that time it needs: 3h, 90 min")
    parser.add_argument("--days", default="", metavar="2", help="days in a row: 3, viikonloppu (default: 1)")
    parser.add_argument(
        "--audience", action="append", default=[], metavar="NAME", help="for whom it is (may be repeated)"
    )
    parser.add_argument("--weekday", action="append", default=[], metavar="la,su", help="only these days of the week")
    parser.add_argument(
        "--from", dest="first", default="", metavar="1.5.2027", help="the first day (default: after the lead time)"
    )
    parser.add_argument(
        "--to", dest="last", default="", metavar="31.5.2027", help="the last day (default: in a year)"
    )
    parser.add_argument(
        "--lead", default="", metavar="7", help="days to prepare, none of which is proposed (default: the site's)"
    )
    shown = "how many days to show (%(default)s; 0: all)"
    parser.add_argument("--most", type=int, default=MOST, metavar="N", help=shown)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="the form of the answer")
    parser.set_defaults(command=_free)


def _free(project: Project, options: Namespace) -> ExitCode:
    reading = project.read()
    community = reading.community
    if community is None:
        say(format_text(reading.errors, project.lang))
        return ExitCode.ERRORS
    wish = wish_of(project, community, options)
    free = FreeDates(community, project.calendar(community), project.settings)
    days = free.rank(wish)
    answer = _Answer(project, free, wish, days[: options.most] if options.most > 0 else days, len(days))
    if options.format == "json":
        say_json(answer.as_json())
    else:
        say(*answer.as_text())
    return ExitCode.CLEAN


class _Answer:
    """What was found, in either form."""

    def __init__(self, project: Project, free: FreeDates, wish: Wish, shown: Sequence[RatedDay], count: int) -> None:
        self._project = project
        self._community: Community = free.community
        self._free = free
        self._wish = wish
        self._hours: Hours = wish.hours or Hours(0, 0)
        self._length = wish.length or self._hours.minutes
        self._shown = shown
        self._count = count
        self._words = ReasonWords(free.community, project.lang)

    def as_text(self) -> Iterator[str]:
        lang = self._project.lang
        yield lang.say("Free days: {what}", what=", ".join(self._asked()))
        dates = [wording.days(rated.day, rated.last, lang) for rated in self._shown]
        width = max(map(len, dates), default=0)
        for number, (rated, day) in enumerate(zip(self._shown, dates, strict=True), start=1):
            pieces = self._pieces(rated)
            said = self._words.against(rated)
            if pieces:
                said += lang.say(" (free: {hours})", hours=pieces)
            yield f"{number:>4}. {day:<{width}}  {said}"
        if not self._shown:
            yield lang.say("No such day in this time.")
        elif self._count > len(self._shown):
            yield lang.count("{n} day was compared.", "{n} days were compared.", self._count)
        if margin := self._margin():
            yield lang.say("Between two events in the place, {time} is left for setting up.", time=margin)

    def _asked(self) -> Iterator[str]:
        lang, wish = self._project.lang, self._wish
        yield self._community.municipalities[wish.municipality].name.in_language(lang.code)
        if wish.venue:
            venue = self._community.venues[wish.venue]
            yield venue.name.in_language(lang.code)
            yield from (room.name.in_language(lang.code) for room in venue.rooms if room.id == wish.room)
        yield from (self._community.audiences[name].name.in_language(lang.code) for name in wish.audiences)
        yield wording.plain_days(wish.first, wish.last, lang)
        yield hours_of_day(self._hours, lang)
        if self._length < self._hours.minutes:
            yield length_in_words(self._length, lang)
        if wish.days > 1:
            yield lang.count("{n} day in a row", "{n} days in a row", wish.days)

    def _pieces(self, rated: RatedDay) -> str:
        """Return the hours at which the place is free, room by room, where those are not all."""
        if not rated.free or self._wish.days > 1 or self._wish.venue is None:
            return ""
        venue, lang = self._community.venues[self._wish.venue], self._project.lang
        rooms = {room.id: room.name.in_language(lang.code) for room in venue.rooms if self._wish.room is None}
        all_hours = self._free.instants(self._hours).on(rated.day.toordinal())
        if len(rated.free) == (len(rooms) or 1) and all(piece.span == all_hours for piece in rated.free):
            return ""
        found = []
        for piece in rated.free:
            first, last = self._free.on_clocks(piece.span)
            hours = wording.at(first.time(), last.time(), lang)
            found.append(f"{rooms[piece.room]} {hours}" if piece.room in rooms else hours)
        return ", ".join(found)

    def _margin(self) -> str:
        if self._wish.venue is None or self._hours.whole_day:
            return ""
        minutes = self._free.ground.margin(self._wish.venue) // 60
        return length_in_words(minutes, self._project.lang) if minutes else ""

    def as_json(self) -> dict[str, Any]:
        wish, venue = self._wish, self._wish.venue
        return {
            "municipality": wish.municipality,
            "venue": venue,
            "room": wish.room,
            "audiences": list(wish.audiences),
            "weekdays": sorted(day + 1 for day in wish.weekdays),
            "from": wish.first.isoformat(),
            "to": wish.last.isoformat(),
            "today": self._project.today.isoformat(),
            "timezone": self._project.settings.timezone,
            "time": dict(zip(("starts", "ends"), self._hours.in_digits, strict=True)),
            "length_minutes": self._length,
            "days_in_a_row": wish.days,
            "margin_minutes": self._free.ground.margin(venue) // 60 if venue else None,
            "days": [self._day(rated) for rated in self._shown],
        }

    def _day(self, rated: RatedDay) -> dict[str, Any]:
        return {
            "date": rated.day.isoformat(),
            "to": rated.last.isoformat(),
            "weekday": rated.day.isoweekday(),
            "grade": rated.grade.value,
            "points": rated.points,
            "free": [self._piece(piece) for piece in rated.free] if self._wish.venue else None,
            "taken": list(self._taken(rated)),
            "reasons": [
                {
                    "kind": each.reason.kind.value,
                    "points": each.points,
                    "event": each.reason.occurrence.event.id if each.reason.occurrence else None,
                    "text": self._words.say(*each[:3]),
                }
                for each in rated.reasons
            ],
        }

    def _piece(self, piece: Piece) -> dict[str, Any]:
        starts, ends = self._free.on_clocks(piece.span)
        return {"starts": _iso(starts), "ends": _iso(ends), "room": piece.room}

    def _taken(self, rated: RatedDay) -> Iterator[dict[str, Any]]:
        """Yield who has which floor on a day, from the first of its days in a row to the last, in order of time."""
        if self._wish.venue:
            venues = [self._wish.venue]
        else:
            all_venues = self._community.venues.values()
            venues = [venue.id for venue in all_venues if venue.municipality == self._wish.municipality]
        seen: dict[int, Occurrence] = {}
        for number in range(rated.day.toordinal(), rated.last.toordinal() + 1):
            for venue in venues:
                for one in self._free.by_day.days_of(Kind.VENUE, venue).get(number, ()):
                    seen.setdefault(id(one), one)
        for one in sorted(seen.values(), key=lambda one: (one.starts_at, one.ends_at, one.event.id)):
            starts, ends = self._free.on_clocks((one.starts_at, one.ends_at))
            yield {
                "starts": _iso(starts),
                "ends": _iso(ends),
                "event": one.event.id,
                "venue": one.venue,
                "room": one.room,
                "tentative": one.status is EventStatus.TENTATIVE,
            }


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
