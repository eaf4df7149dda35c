"""Free hours, reckoned once more by somebody who knows nothing of intervals: minute by minute."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from tests.examples import examples
from tests.planner.builders import SETTINGS, calendar_of, make_community, make_event, make_venue

from seurantalo.model.event import Event, EventStatus
from seurantalo.model.place import Venue
from seurantalo.model.record import Kind
from seurantalo.planner.dates_by_day import dates_by_day
from seurantalo.planner.free import Hours
from seurantalo.planner.free.floor import Answer, Floor, Need, State
from seurantalo.planner.free.hours import Instants

ZONE = ZoneInfo("Europe/Helsinki")
#: The last Sundays of March and October are among the days, and a night before each.
FIRSTS = (date(2027, 3, 26), date(2027, 5, 10), date(2027, 10, 29))
OFF = (EventStatus.CANCELLED, EventStatus.POSTPONED)
MINUTE = timedelta(minutes=1)


@st.composite
def evenings(draw: st.DrawFn) -> tuple[Venue, list[Event], Hours, int, range, str | None]:
    rooms = draw(st.sampled_from([(), ("sali",), ("sali", "kahvio")]))
    venue = make_venue("talo", rooms=rooms, setup_margin=draw(st.sampled_from([None, 0, 45])))
    first = draw(st.sampled_from(FIRSTS))
    events = [draw(event(f"e{n}", first, rooms)) for n in range(draw(st.integers(0, 5)))]
    starts = draw(st.integers(0, 46)) * 30
    ends = starts + draw(st.integers(1, 12)) * 30
    whole = draw(st.booleans()) and draw(st.booleans())
    hours = Hours(0, 1_440) if whole else Hours(starts, ends)
    length = draw(st.sampled_from([30, 60, 150, hours.minutes]))
    day = (first + timedelta(days=draw(st.integers(0, 3)))).toordinal()
    days = range(day, day + draw(st.sampled_from([1, 1, 2, 3])))
    room = draw(st.sampled_from([None, *rooms]))
    return venue, events, hours, min(length, hours.minutes), days, room


def event(name: str, first: date, rooms: tuple[str, ...]) -> st.SearchStrategy[Event]:
    def build(
        day: int, slot: int, length: int, room: str | None, status: EventStatus, zone: str, whole: bool
    ) -> Event:
        on = first + timedelta(days=day)
        starts = datetime(on.year, on.month, on.day) + timedelta(minutes=15 * slot)
        fields = {"venue": "talo", "room": room, "status": status}
        if whole:
            return make_event(name, on, on + timedelta(days=length % 2), **fields)
        return make_event(name, starts, starts + timedelta(minutes=15 * length), timezone=zone, **fields)

    return st.builds(
        build,
        day=st.integers(-1, 5),
        slot=st.integers(0, 95),
        length=st.sampled_from([1, 4, 10, 40, 120]),
        room=st.sampled_from([None, *rooms]),
        status=st.sampled_from([EventStatus.CONFIRMED, EventStatus.CONFIRMED, EventStatus.TENTATIVE, *OFF]),
        zone=st.sampled_from(["Europe/Helsinki", "Europe/Helsinki", "UTC"]),
        whole=st.sampled_from([False, False, False, True]),
    )


def at(wall: datetime) -> datetime:
    """A wall time as people mean it: of two that are alike the first, and one that clocks jump over, later."""
    return wall.replace(tzinfo=ZONE).astimezone(UTC)


def minutes_of(day: int, hours: Hours) -> list[datetime]:
    midnight = datetime.fromordinal(day)
    now, end = at(midnight + hours.starts * MINUTE), at(midnight + hours.ends * MINUTE)
    found = []
    while now < end:
        found.append(now)
        now += MINUTE
    return found


def busy_at(events: list[Event], minute: datetime, margin: int, *, whole: bool, room: str | None) -> bool:
    for one in events:
        if room is not None and one.room not in (None, room):
            continue
        if isinstance(one.starts, datetime):
            assert isinstance(one.ends, datetime)
            # Whole days need no time between them and clock times.
            around = timedelta() if whole else margin * MINUTE
            zone = ZoneInfo(one.timezone)
            starts, ends = (each.replace(tzinfo=zone).astimezone(UTC) for each in (one.starts, one.ends))
        else:
            assert one.starts is not None
            assert one.ends is not None
            around = timedelta()
            starts = at(datetime.combine(one.starts, datetime.min.time()))
            ends = at(datetime.combine(one.ends, datetime.min.time()) + timedelta(days=1))
        if starts - around <= minute < ends + around:
            return True
    return False


def runs(free: list[bool]) -> Iterator[tuple[int, int]]:
    """The stretches of True: from which to which, the end exclusive."""
    begun = None
    for number, yes in enumerate([*free, False]):
        if yes and begun is None:
            begun = number
        elif not yes and begun is not None:
            yield begun, number
            begun = None


def fits(events: list[Event], margin: int, wish: tuple[Hours, int, range], room: str | None) -> bool:
    hours, length, days = wish
    for day in days:
        minutes = minutes_of(day, hours)
        free = [not busy_at(events, minute, margin, whole=hours.whole_day, room=room) for minute in minutes]
        if minutes and not any(ends - starts >= min(length, len(minutes)) for starts, ends in runs(free)):
            return False
    return True


def expected(venue: Venue, events: list[Event], hours: Hours, length: int, days: range, room: str | None) -> State:
    usual = SETTINGS.setup_margin if venue.setup_margin is None else venue.setup_margin
    least = venue.setup_margin or 0
    held = [one for one in events if one.status not in OFF]
    firm = [one for one in held if one.status is not EventStatus.TENTATIVE]
    wish = hours, length, days
    rooms: list[str | None] = [room] if room else [*(each.id for each in venue.rooms)] or [None]
    if any(fits(held, usual, wish, each) for each in rooms):
        return State.FREE
    return State.ASK if any(fits(firm, least, wish, each) for each in rooms) else State.TAKEN


def asked(venue: Venue, events: list[Event], hours: Hours, length: int, days: range, room: str | None) -> Answer:
    records = (venue, *events)
    by_day = dates_by_day(make_community(*records), calendar_of(*records))
    instants = Instants("Europe/Helsinki", hours)
    need = Need(days, [instants.on(day) for day in days], length * 60, hours.whole_day, room)
    return Floor(venue, SETTINGS, by_day.days_of(Kind.VENUE, "talo")).ask(need)


@given(evenings())
@examples(120)
def test_a_floor_is_free_exactly_if_somebody_who_counts_minutes_finds_room(
    found: tuple[Venue, list[Event], Hours, int, range, str | None],
) -> None:
    venue, events, hours, length, days, room = found
    answer = asked(venue, events, hours, length, days, room)
    assert answer.state is expected(venue, events, hours, length, days, room)
    if answer.state is State.TAKEN:
        assert answer.reasons
    if answer.state is State.FREE and (room or len(venue.rooms) < 2):
        held = [one for one in events if one.status not in OFF]
        margin = SETTINGS.setup_margin if venue.setup_margin is None else venue.setup_margin
        minutes = minutes_of(days[0], hours)
        free = [not busy_at(held, minute, margin, whole=hours.whole_day, room=room) for minute in minutes]
        long = min(length, len(minutes))
        assert [span for _, span in answer.free] == [
            (int(minutes[starts].timestamp()), int(minutes[ends - 1].timestamp()) + 60)
            for starts, ends in runs(free)
            if ends - starts >= long
        ]
