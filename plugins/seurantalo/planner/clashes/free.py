"""Free days for an event: the nearest ones on which no rule would say anything against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from seurantalo.frozen import altered
from seurantalo.model.community import Community
from seurantalo.model.event import Event, EventStatus, Weight
from seurantalo.model.record import Kind, day_of
from seurantalo.model.settings import Settings
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.clashes.entries import Entry, Ground
from seurantalo.planner.clashes.finding import Level
from seurantalo.planner.clashes.forms import TRAVELLED_FOR
from seurantalo.planner.clashes.rule import PairRule
from seurantalo.planner.clashes.rules import PAIR_RULES
from seurantalo.planner.dates import DateMaker
from seurantalo.planner.dates_by_day import DatesByDay, Days, dates_by_day
from seurantalo.planner.holidays import HolidayCalendar
from seurantalo.planner.occurrence import Occurrence

#: Days on either side within which a free day is still near, and how many of them are named.
WITHIN = 14
MOST = 3


class FreeDays:
    """Answers where events could go; keeps what many questions share.

    A question costs what is on around the event's own place, people and organisers, not what the region holds.

    >>> FreeDays(community, calendar, settings).near(event, date(2027, 3, 20), most=2)
    (datetime.date(2027, 3, 19), datetime.date(2027, 3, 21))
    """

    def __init__(
        self,
        community: Community,
        calendar: Calendar,
        settings: Settings,
        rules: Sequence[PairRule] = PAIR_RULES,
        by_day: DatesByDay | None = None,
    ) -> None:
        """``rules`` are those that a free day has to please: after a search, the ones that it heard.

        ``by_day`` are the calendar's dates, where somebody is to know which of them are read.
        """
        self._community = community
        self._ground = Ground(community, settings)
        # What is moved is looked at as held once, for certain; beside others it stays what it is.
        self._alone = Ground(community, settings)
        self._by_day = dates_by_day(community, calendar) if by_day is None else by_day
        self._soonest = calendar.today + timedelta(days=settings.free_lead_days)
        self._maker = DateMaker(settings, calendar.today)
        self._holidays = HolidayCalendar()
        self._rules = tuple(rules)

    def near(self, event: Event, around: date, *, within: int = WITHIN, most: int = MOST) -> tuple[date, ...]:
        """Return up to ``most`` days on which the event, at its own time of day, clashes with nothing.

        Days after those that people need to prepare (the option ``free_lead_days``), at most ``within`` days from
        ``around``, the nearest ones, in order. A free day has no hard and no soft finding and is neither a holiday
        nor an eve. The event need not be in the community yet, but what it points at must be; one without a date
        has no free days.
        """
        if event.starts is None:
            return ()
        single = _single(event)
        around_it = self._around(event)
        length = _length(event)
        found: list[date] = []
        for day in _nearest_first(around, within):
            if day < self._soonest or self._is_holiday(day, length):
                continue
            others = _others(around_it, day.toordinal(), length, event.id)
            if not others or self._pleases(self._maker.moved(single, event.starts, day), others):
                found.append(day)
                if len(found) == most:
                    break
        return tuple(sorted(found))

    def _is_holiday(self, day: date, length: int) -> bool:
        days = (day + timedelta(days=number) for number in range(length + 1))
        return any(self._holidays.is_holiday(one) or self._holidays.is_eve(one) for one in days)

    def _around(self, event: Event) -> tuple[Days, ...]:
        """Return the days of all with whom the event could clash."""
        by_day, here = self._by_day, event.municipality
        groups = [by_day.days_of(Kind.ORGANISATION, name) for name in event.organisers]
        if event.venue is not None:
            groups.append(by_day.days_of(Kind.VENUE, event.venue))
        if event.weight is not Weight.ROUTINE:
            groups.append(by_day.days_of(Kind.MUNICIPALITY, here))
            # The great days of the neighbours count too, and all that they have beside a great day of ours, or
            # beside what people travel for.
            near = sorted(self._ground.catchment[here] - {here})
            if event.weight is Weight.MAJOR or event.format in TRAVELLED_FOR:
                groups += [by_day.days_of(Kind.MUNICIPALITY, name) for name in near]
            else:
                groups += [by_day.great_days_of(name) for name in near]
        return tuple(filter(None, groups))

    def _pleases(self, date: Occurrence, others: Sequence[Occurrence]) -> bool:
        """True where no rule speaks against a date beside the others."""
        ground = self._ground
        mine = self._alone.entry(date)
        return not any(self._clash(mine, ground.entry(other)) for other in others)

    def _clash(self, entry: Entry, beside: Entry) -> bool:
        ground = self._ground
        silence = ground.silence(entry.sheet, beside.sheet)
        return any(
            rule.judge(entry, beside, ground) in {Level.HARD, Level.SOFT}
            for rule in self._rules
            if rule.is_asked(silence)
        )


def _nearest_first(around: date, within: int) -> Iterator[date]:
    yield around
    for distance in range(1, within + 1):
        yield around + timedelta(days=distance)
        yield around - timedelta(days=distance)


def _length(event: Event) -> int:
    """Return the number of days beyond the first."""
    if event.starts is None or event.ends is None:
        return 0
    return max(0, day_of(event.ends).toordinal() - day_of(event.starts).toordinal())


def _single(event: Event) -> Event:
    """Return an event as one that is held once, for certain; a weekly group is no less routine on one day."""
    if event.repeats is None and not event.changes and event.status is EventStatus.CONFIRMED:
        return event
    weight = event.weight
    return altered(event, repeats=None, further=(), changes=(), status=EventStatus.CONFIRMED, stated_weight=weight)


def _others(groups: Sequence[Days], day: int, length: int, event: str) -> list[Occurrence]:
    """Return what is on around a day, the nights before and after included, each once."""
    found: dict[int, Occurrence] = {}
    for days in groups:
        for number in range(day - 1, day + length + 2):
            for occurrence in days.get(number, ()):
                if occurrence.event.id != event:
                    found[id(occurrence)] = occurrence
    return list(found.values())
