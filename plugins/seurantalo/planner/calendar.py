"""The calendar: every date of every event, sorted, with quick answers for a span of days."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain
from operator import attrgetter
from typing import Final, NamedTuple

from seurantalo.model.community import Community
from seurantalo.model.event import Event, EventStatus
from seurantalo.model.problem import Problem, Severity, in_order
from seurantalo.model.record import Moment
from seurantalo.model.settings import Settings
from seurantalo.planner.dates import DateMaker
from seurantalo.planner.occurrence import Occurrence
from seurantalo.planner.odd_dates import OddDates, odd_dates

#: What puts dates in order.
BY_START: Final = attrgetter("starts_at", "ends_at", "event.id", "recurrence_id")
_DAY: Final = 86_400
#: Lengths in seconds by which occurrences are kept apart, so that one long exhibition does not slow every month.
_LENGTHS: Final = (_DAY, 8 * _DAY, 64 * _DAY)


class Calendar:
    """All dates of all events, with nothing of events that have no date.

    ``occurrences`` are sorted by start, end and event; those that are cancelled or postponed are among them.
    ``left`` are the days that dates have moved away from, each with the date that it moved to: lists of days show
    them, nothing else counts them. ``pending`` are the events whose date is not known, those with a month first.
    ``problems`` are notices of what was left out.

    >>> [date.event.id for date in calendar.between(date(2027, 3, 1), date(2027, 3, 31))]
    ['konsertti', 'tanssit']
    >>> calendar.of_event("tanssit")[0].ends_local
    datetime.datetime(2027, 3, 20, 23, 0)
    """

    __slots__ = ("_by_event", "_shelves", "left", "listed", "occurrences", "pending", "problems", "today", "zone")

    def __init__(
        self,
        series: Iterable[Sequence[Occurrence]],
        pending: Iterable[Event],
        problems: Iterable[Problem],
        today: date,
        zone: str,
        left: Iterable[Occurrence] = (),
    ) -> None:
        """Sort everything once. ``series`` are the dates of each event, in order; ``zone`` the site's, by IANA."""
        self._by_event = {dates[0].event.id: tuple(dates) for dates in series if dates}
        self.occurrences: tuple[Occurrence, ...] = _in_order(self._by_event)
        self.left: tuple[Occurrence, ...] = tuple(sorted(left, key=BY_START))
        self.listed: tuple[Occurrence, ...] = _merged(self.occurrences, self.left)
        """What lists of days show: the occurrences and the days that some of them have left."""
        self.pending: tuple[Event, ...] = tuple(sorted(pending, key=_pending_order))
        self.problems: tuple[Problem, ...] = in_order(problems)
        self.today = today
        self.zone = zone
        shelves: tuple[list[Occurrence], ...] = tuple([] for _ in range(len(_LENGTHS) + 1))
        for occurrence in self.occurrences:
            shelves[bisect_left(_LENGTHS, occurrence.ends_at - occurrence.starts_at)].append(occurrence)
        self._shelves = tuple(_Shelf(dates) for dates in shelves if dates)

    @property
    def series(self) -> Iterable[Sequence[Occurrence]]:
        """The dates of each event that has any, in order; events in the order of the community."""
        return self._by_event.values()

    def with_events(self, names: Collection[str]) -> Calendar:
        """Return the same with some of the events alone, without notices.

        >>> [date.event.id for date in calendar.with_events({"tanssit"}).occurrences]
        ['tanssit']
        """
        return Calendar(
            [self._by_event[name] for name in names if name in self._by_event],
            [one for one in self.pending if one.id in names],
            (),
            self.today,
            self.zone,
            [one for one in self.left if one.event.id in names],
        )

    def of_event(self, event_id: str) -> tuple[Occurrence, ...]:
        """Return the dates of an event in order; none for an event without dates."""
        return self._by_event.get(event_id, ())

    def between(self, first_day: date, last_day: date) -> tuple[Occurrence, ...]:
        """Return the dates that touch the local days from ``first_day`` to ``last_day``, both included, in order.

        A night that ends by six in the morning belongs to the day before only (see ``Occurrence.last_day``).
        """
        found: list[Occurrence] = []
        for shelf in self._shelves:
            found += shelf.between(first_day, last_day)
        found.sort(key=BY_START)
        return tuple(found)

    def listed_between(self, first_day: date, last_day: date) -> tuple[Occurrence, ...]:
        """Return the same for a list of days, with the days among them that dates have moved away from."""
        left = [one for one in self.left if one.first_day <= last_day and one.last_day >= first_day]
        return _merged(self.between(first_day, last_day), left)


def _in_order(series: Mapping[str, Sequence[Occurrence]]) -> tuple[Occurrence, ...]:
    """Return all dates of events, each of which has its own in order, as ``BY_START`` has them.

    Dates that are alike stay as they stand: it takes a third of the time to sort twice by a number.
    """
    found = list(chain.from_iterable(series[name] for name in sorted(series)))
    found.sort(key=attrgetter("ends_at"))
    found.sort(key=attrgetter("starts_at"))
    return tuple(found)


def _merged(dates: tuple[Occurrence, ...], left: Sequence[Occurrence]) -> tuple[Occurrence, ...]:
    return tuple(sorted((*dates, *left), key=BY_START)) if left else dates


class _Shelf:
    """Occurrences of about the same length, in the order of their first local day."""

    __slots__ = ("_dates", "_days", "_longest")

    def __init__(self, dates: list[Occurrence]) -> None:
        # Where clocks go back over midnight the order of instants is not quite the order of days.
        days = [date.starts_local.toordinal() for date in dates]
        if days != sorted(days):
            dates = sorted(dates, key=lambda date: date.starts_local.toordinal())
            days.sort()
        self._dates = dates
        self._days = array("l", days)
        # One more than whole days: an evening and the next morning are two days.
        self._longest = max(date.ends_at - date.starts_at for date in dates) // _DAY + 1

    def between(self, first_day: date, last_day: date) -> list[Occurrence]:
        low = bisect_left(self._days, first_day.toordinal() - self._longest)
        high = bisect_right(self._days, last_day.toordinal())
        begun = bisect_left(self._days, first_day.toordinal(), low, high)
        still_on = [date for date in self._dates[low:begun] if date.last_day >= first_day]
        return still_on + self._dates[begun:high]


class _OfEvent(NamedTuple):
    """The dates of one event, the days that they have left, and what is to be said of them."""

    event: Event
    dates: tuple[Occurrence, ...]
    left: Sequence[Occurrence]
    problems: Sequence[Problem]


class KnownDates:
    """The dates of events, kept from one calendar to the next: of an event that is the same object they are the same.

    >>> known = KnownDates()
    >>> one, other = (make_calendar(community, settings, today, known) for _ in range(2))
    >>> one.occurrences[0] is other.occurrences[0]
    True
    """

    __slots__ = ("_by_event", "_ground")

    def __init__(self) -> None:
        """Begin with none."""
        self._ground: object = None
        self._by_event: dict[str, _OfEvent] = {}

    def begin(self, settings: Settings, today: date) -> Mapping[str, _OfEvent]:
        """Return what is known of events under these settings on this day."""
        return self._by_event if self._ground == (settings, today) else {}

    def keep(self, settings: Settings, today: date, found: Mapping[str, _OfEvent]) -> None:
        """Keep the dates of the events of a calendar, and of no others."""
        self._ground, self._by_event = (settings, today), dict(found)


def make_calendar(community: Community, settings: Settings, today: date, known: KnownDates | None = None) -> Calendar:
    """Work out every date of the community's events as it is seen on the day ``today``: see :func:`calendar_of`.

    ``known`` keeps the dates of events that do not change from one calendar to the next.

    >>> from dataclasses import replace
    >>> held = replace(event, status=EventStatus.TENTATIVE, hold_until=date(2027, 2, 1))
    >>> community = Community([*community.municipalities.values(), *community.organisations.values(),
    ...                        *community.venues.values(), held])
    >>> [len(make_calendar(community, settings, date(2027, 2, day)).occurrences) for day in (1, 2)]
    [1, 0]
    """
    return calendar_of(community.events.values(), settings, today, known)


def calendar_of(
    events: Iterable[Event], settings: Settings, today: date, known: KnownDates | None = None
) -> Calendar:
    """Work out every date of some events as it is seen on the day ``today``.

    Repeating events are carried on for ``settings.horizon_days`` days, counted from the first of the month as feeds
    do it, so that pages and feeds end on one day. A tentative event whose hold has run out is left out, and a notice
    says so; so do notices of what is odd about a repetition. A postponed event stands on its old day until that is
    past, and among those whose date is not known. Nothing here reads a clock: the same day gives the same calendar.
    """
    horizon = today.replace(day=1) + timedelta(days=settings.horizon_days - 1)
    maker = DateMaker(settings, max(today, horizon))
    series: list[Sequence[Occurrence]] = []
    pending: list[Event] = []
    problems: list[Problem] = []
    left: list[Occurrence] = []
    before = known.begin(settings, today) if known is not None else {}
    found: dict[str, _OfEvent] = {}
    for event in events:
        if event.date_pending:
            pending.append(event)
        # What is put off may know no more than when it was to be.
        starts = event.starts or (event.planned_starts if event.status is EventStatus.POSTPONED else None)
        if starts is None:
            continue
        if event.status is EventStatus.TENTATIVE and event.hold_until is not None and event.hold_until < today:
            day = event.hold_until
            until = ("until", f"{day.day}.{day.month}.{day.year}")
            problems.append(_notice(event, settings, "hold-expired", "hold_until", until))
        else:
            one = before.get(event.id)
            if one is None or one.event is not event:
                one = _dates_of(maker, event, starts, settings, today)
            found[event.id] = one
            series.append(one.dates)
            left += one.left
            problems += one.problems
    if known is not None:
        known.keep(settings, today, found)
    return Calendar(series, pending, problems, today, settings.timezone, left)


def _dates_of(maker: DateMaker, event: Event, starts: Moment, settings: Settings, today: date) -> _OfEvent:
    """Work out the dates of one event that begins at ``starts``."""
    problems: list[Problem] = []
    dates, shortened = maker.dates_of(event, starts)
    if event.changes or event.further or (event.repeats is not None and event.repeats.include):
        # A date that was moved or added may change places with another.
        dates = sorted(dates, key=BY_START)
    if event.repeats is not None:
        found = odd_dates(event, dates, maker.zone(event.timezone), today)
        problems += [_odd(event, settings, one) for one in found]
    if event.date_pending:
        dates = [one for one in dates if one.last_day >= today]
    if shortened:
        kept = ("kept", str(len(dates)))
        problems.append(_notice(event, settings, "repetition-shortened", "repeats", kept))
    # Nothing else leaves a day for another.
    left = maker.left(dates) if event.changes or event.planned_starts is not None else ()
    return _OfEvent(event, tuple(dates), left, problems)


def _notice(event: Event, settings: Settings, code: str, field: str, *values: tuple[str, str]) -> Problem:
    origin = event.origin
    return Problem(
        code=code,
        path=origin.path,
        line=origin.line,
        column=origin.column,
        field=field,
        values=(("title", event.title.in_language(settings.language)), *values),
        severity=Severity.NOTICE,
    )


def _odd(event: Event, settings: Settings, found: OddDates) -> Problem:
    """Return a problem at the rule that it is about."""
    problem = _notice(event, settings, found.code, "repeats", *found.values)
    line = event.repetitions[found.rule].rule.line
    problem = replace(problem, severity=found.severity)
    return replace(problem, line=line, column=1) if line else problem


def _pending_order(event: Event) -> tuple[bool, tuple[int, int], str]:
    month = event.pending_month or _month(event.starts) or _month(event.planned_starts)
    return (month is None, month or (0, 0), event.id)


def _month(moment: Moment | None) -> tuple[int, int] | None:
    return None if moment is None else (moment.year, moment.month)
