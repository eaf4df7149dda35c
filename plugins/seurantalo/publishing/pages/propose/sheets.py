"""Events as a browser judges them: what the rules derive of each (``Sheet``, ``Entry``), as rows, written once.

A row is ``[id, title, municipality, venue, room, organisers, audiences, practices, format, flags, bonds, more,
runs]``.
``flags`` is a sum of :class:`Flag`. ``more`` has what few events have: ``contact``, ``planned`` (the first plan and
the day that it moved to), ``agreed`` (ids) and ``called``, the title of these dates where it is not the event's.
``runs`` are dates: ``[day, starts, ends]``, and ``step, times`` where more follow at equal distance. Days are counted
from 1970-01-01, hours in minutes of the local day; an end on the next day has more than 1,440. Where clocks show an
hour twice, the instants (UTC seconds) stand behind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import field
from datetime import date, datetime
from enum import IntEnum
from typing import Any, Final, NamedTuple

from seurantalo.frozen import dataclass
from seurantalo.lasting_json import lasting_json
from seurantalo.model.event import NOT_HELD, Event, EventStatus, Format
from seurantalo.model.parts import Contact
from seurantalo.model.record import day_of
from seurantalo.model.text import Text
from seurantalo.planner.clashes.entries import Entry, Ground, Sheet
from seurantalo.planner.occurrence import Occurrence
from seurantalo.planner.zone import Zone
from seurantalo.publishing.feeds.lines import clean
from seurantalo.publishing.pages.shared.context import PageContext

EPOCH: Final = date(1970, 1, 1).toordinal()
_DAY: Final = 86_400
#: Days beyond either end of a file that it has too: what is near a date of its own, and the free days near that.
BEYOND: Final = 24
#: Rows that are held on to for the next municipality: those of a region of 20,000 events.
_REMEMBERED: Final = 20_000


class Flag(IntEnum):
    """What is so of an event, or of some of its dates.

    >>> Flag.ROUTINE + Flag.WHOLE_DAY
    65
    """

    ROUTINE = 1
    MAJOR = 2
    TENTATIVE = 4
    EXHIBITION = 8
    ENDS_ASSUMED = 16
    STANDING = 32
    WHOLE_DAY = 64


_EVERYDAY: Final = Flag.ROUTINE | Flag.STANDING


class Told(NamedTuple):
    """What a row names, so that its file can tell what they are called."""

    municipality: str
    venue: str | None
    organisers: tuple[str, ...]
    practices: tuple[str, ...]


class Row(NamedTuple):
    """A row of a year, ready to be written."""

    content: bytes
    names: Told


class _Date(NamedTuple):
    day: int
    """An ordinal number."""
    last_day: int
    row: tuple[int, ...]


@dataclass(slots=True)
class _Variant:
    """Some dates of an event, of which the same is true but for their time."""

    sheet: Sheet
    flags: int
    head: tuple[Any, ...]
    names: Told
    dates: list[_Date] = field(default_factory=list)

    def in_days(self, first: int, last: int) -> Row | None:
        """Return the row of the dates that touch some days; None where there is none."""
        dates = [one.row for one in self.dates if one.last_day >= first and one.day <= last]
        return Row(lasting_json((*self.head, runs(dates))), self.names) if dates else None


class Sheets:
    """The rows of all events that are held, by who has to know of them; worked out for those who are asked about."""

    def __init__(self, ctx: PageContext, ground: Ground) -> None:
        """Walk once over the calendar."""
        self._ctx = ctx
        self._ground = ground
        self._zone = Zone(ctx.settings.timezone)
        self._rows: dict[tuple[int, int, int], Row | None] = {}
        self._known: dict[str, Sequence[tuple[_Variant, AbstractSet[str]]]] = {}
        self._by_place: dict[str, list[_Variant]] = {}
        self._near: dict[str, list[Sequence[Occurrence]]] = {}
        self._of_practices: list[Sequence[Occurrence]] = []
        self._of_organisers: list[Sequence[Occurrence]] = []
        # What is near a day to come may be over already.
        near = max(ctx.settings.near_miss_days, ctx.settings.near_miss_days_major)
        self._first = ctx.today.toordinal() - near - 1
        for series in ctx.calendar.series:
            if any(one.last_day.toordinal() >= self._first for one in reversed(series)):
                self._deal(series)

    def _deal(self, series: Sequence[Occurrence]) -> None:
        """Give the dates of an event to all who may have to know of it."""
        event, community = series[0].event, self._ctx.community
        homes = [community.organisations[name].municipality for name in event.organisers]
        venues = {event.venue, *(change.venue for change in event.changes)} if event.changes else {event.venue}
        places = {event.municipality, *(community.venues[name].municipality for name in venues if name is not None)}
        for name in places.union(*(self._ground.catchment[one] for one in places), filter(None, homes)):
            self._near.setdefault(name, []).append(series)
        if event.practices:
            self._of_practices.append(series)
        if not all(homes):
            self._of_organisers.append(series)

    def near(self, municipality: str) -> Iterator[Event]:
        """Yield the events of which the rows of a municipality may be, and no others."""
        return (series[0].event for series in self._near.get(municipality, ()))

    @property
    def apart(self) -> Iterator[Event]:
        """The events of which those rows may be that belong to practices, or to organisers at home nowhere."""
        return (series[0].event for series in (*self._of_practices, *self._of_organisers))

    def _of_series(self, series: Sequence[Occurrence]) -> Sequence[tuple[_Variant, AbstractSet[str]]]:
        """Return the variants of an event, each with the municipalities that have to know of it."""
        event = series[0].event
        known = self._known.get(event.id)
        if known is None:
            made = self._variants(event, series, self._first)
            known = self._known[event.id] = [(one, self._wanted(one)) for one in made]
        return known

    def _at(self, municipality: str) -> Sequence[_Variant]:
        found = self._by_place.get(municipality)
        if found is None:
            if len(self._rows) > _REMEMBERED:
                self._rows.clear()
                self._known.clear()
                self._by_place.clear()
            some = self._near.get(municipality, ())
            found = [one for series in some for one, wanted in self._of_series(series) if municipality in wanted]
            self._by_place[municipality] = found
        return found

    def _variants(self, event: Event, series: Iterable[Any], first: int) -> Iterator[_Variant]:
        found: dict[tuple[Any, ...], _Variant] = {}
        for one in series:
            if one.last_day.toordinal() < first or one.status in NOT_HELD:
                continue
            entry = self._ground.entry(one)
            sheet, title = entry.sheet, one.title
            flags = _flags(entry)
            key = (title, sheet.municipality, sheet.venue, sheet.room, flags)
            variant = found.get(key)
            if variant is None:
                variant = found[key] = self._variant(event, sheet, title, flags)
            variant.dates.append(_Date(entry.day, entry.last_day, self._times(entry)))
        yield from found.values()

    def _variant(self, event: Event, sheet: Sheet, title: Text, flags: int) -> _Variant:
        told = Told(sheet.municipality, sheet.venue, event.organisers, event.practices)
        head = (
            event.id,
            versions(event.title, self._ctx.lang.code),
            sheet.municipality,
            sheet.venue or "",
            sheet.room or "",
            event.organisers,
            event.audiences,
            event.practices,
            event.format.value,
            flags,
            sorted(sheet.bonds),
            self._more(event, title),
        )
        return _Variant(sheet, flags, head, told)

    def _more(self, event: Event, title: Text) -> dict[str, Any]:
        more: dict[str, Any] = {}
        if title != event.title:
            more["called"] = versions(title, self._ctx.lang.code)
        if event.contact is not None:
            more["contact"] = contact(event.contact, self._ctx)
        if event.planned_starts is not None and event.starts is not None and event.status is not EventStatus.HELD:
            planned, starts = day_of(event.planned_starts), day_of(event.starts)
            if planned != starts:
                more["planned"] = [planned.toordinal() - EPOCH, starts.toordinal() - EPOCH]
        if event.agreed_clashes:
            more["agreed"] = [one.with_event for one in event.agreed_clashes]
        return more

    def _times(self, entry: Entry) -> tuple[int, ...]:
        starts, ends = entry.occurrence.starts_local, entry.occurrence.ends_local
        day = entry.day - EPOCH
        if not isinstance(starts, datetime) or not isinstance(ends, datetime):
            return day, 0, 1_440 * (ends.toordinal() - entry.day + 1)
        times = day, starts.hour * 60 + starts.minute, _minutes(ends, entry.day)
        if (
            self._zone.epoch(starts) == entry.starts_at
            and self._zone.epoch(ends) == entry.ends_at
            and not (entry.starts_at % 60 or entry.ends_at % 60)
        ):
            return times
        return (*times, 0, 1, entry.starts_at, entry.ends_at)

    def _wanted(self, variant: _Variant) -> AbstractSet[str]:
        """Return whom a row is for: its municipality, its hall's and its organisers', and who go next door for it."""
        community, sheet = self._ctx.community, variant.sheet
        wanted = {sheet.municipality}
        if sheet.venue is not None:
            wanted.add(community.venues[sheet.venue].municipality)
        homes = (community.organisations[name].municipality for name in sheet.organisers)
        wanted.update(home for home in homes if home)
        if _is_apart(variant) and _is_travelled_for(sheet):
            wanted |= self._ground.catchment[sheet.municipality]
        return wanted

    def years_of(self, municipality: str) -> Sequence[int]:
        """Return the years in which a municipality has something to know of, from that of today on."""
        days = {one.day for variant in self._at(municipality) for one in variant.dates}
        years = {date.fromordinal(near).year for day in days for near in (day - BEYOND, day + BEYOND)}
        return sorted(year for year in years if year >= self._ctx.today.year)

    def of_place(self, municipality: str, first: date, last: date) -> Iterator[Row]:
        """Yield the rows of a municipality from one day to another, and some days beyond."""
        span = first.toordinal() - BEYOND, last.toordinal() + BEYOND
        return self._written(self._at(municipality), *span)

    def of_practices(self) -> Iterator[tuple[str, Sequence[Row]]]:
        """Yield the practices that something to come is of, each with the rows of all that is of it."""
        return self._all(self._of_practices, lambda one: one.sheet.practices if _is_apart(one) else ())

    def of_organisers(self) -> Iterator[tuple[str, Sequence[Row]]]:
        """Yield the organisers of something to come that are at home nowhere, each with the rows of all of that."""
        known = self._ctx.community.organisations
        return self._all(
            self._of_organisers, lambda one: [name for name in one.sheet.organisers if not known[name].municipality]
        )

    def _all(
        self, several: Iterable[Sequence[Occurrence]], names: Callable[[_Variant], Iterable[str]]
    ) -> Iterator[tuple[str, Sequence[Row]]]:
        found: dict[str, list[_Variant]] = {}
        for series in several:
            for variant, _ in self._of_series(series):
                for name in names(variant):
                    found.setdefault(name, []).append(variant)
        return ((name, list(self._written(found[name], 0, date.max.toordinal()))) for name in sorted(found))

    def _written(self, variants: Iterable[_Variant], first: int, last: int) -> Iterator[Row]:
        for variant in variants:
            key = (id(variant), first, last)
            if key not in self._rows:
                self._rows[key] = variant.in_days(first, last)
            if (row := self._rows[key]) is not None:
                yield row


def _is_apart(variant: _Variant) -> bool:
    """True for what is no everyday matter: neither routine nor standing."""
    return not variant.flags & _EVERYDAY


def _is_travelled_for(sheet: Sheet) -> bool:
    """True for what a rule may see from next door: a great day, and what people travel for (see ``journeys``)."""
    return sheet.major or any(kind != "learnt" for kind in sheet.journeys) or sheet.event.format is Format.LECTURE


def _flags(entry: Entry) -> int:
    sheet, one = entry.sheet, entry.occurrence
    holds = (
        (Flag.ROUTINE, sheet.routine),
        (Flag.MAJOR, sheet.major),
        (Flag.TENTATIVE, sheet.tentative),
        (Flag.EXHIBITION, sheet.exhibition),
        (Flag.ENDS_ASSUMED, one.ends_assumed),
        (Flag.STANDING, entry.standing),
        (Flag.WHOLE_DAY, one.whole_day),
    )
    return sum([flag for flag, is_so in holds if is_so])


def _minutes(at: datetime, day: int) -> int:
    return (at.toordinal() - day) * 1_440 + at.hour * 60 + at.minute


def runs(dates: Sequence[tuple[int, ...]]) -> list[list[int]]:
    """Return dates with those of one time of day that follow each other at equal distance in one.

    >>> runs([(20_000, 1_080, 1_200), (20_007, 1_080, 1_200), (20_014, 1_080, 1_200), (20_020, 600, 660)])
    [[20000, 1080, 1200, 7, 3], [20020, 600, 660]]
    """
    found: list[list[int]] = []
    for date_ in dates:
        last = found[-1] if found else []
        if len(date_) == 3 and last and len(last) in {3, 5} and last[1:3] == list(date_[1:]):
            step = date_[0] - last[0] if len(last) == 3 else last[3]
            times = 1 if len(last) == 3 else last[4]
            if step > 0 and last[0] + step * times == date_[0]:
                last[3:] = [step, times + 1]
                continue
        found.append(list(date_))
    return found


def versions(text: Text, language: str) -> str | Mapping[str, str]:
    """Return a text: words, or words by language where there are several; the reader's own first.

    >>> versions(Text((("sv", "Dans"), ("fi", "Tanssit"))), "fi")
    {'fi': 'Tanssit', 'sv': 'Dans'}
    """
    if len(text.versions) == 1:
        return clean(text.versions[0][1])
    first = text.language_used(language)
    ordered = sorted(text.versions, key=lambda version: version[0] != first)
    return {name: clean(words) for name, words in ordered}


def contact(one: Contact, ctx: PageContext) -> dict[str, str]:
    """Return a role and how to reach it; what is not known is left out."""
    found = {"role": ctx.words(one.role), "email": one.email, "phone": one.phone, "url": one.url}
    return {name: clean(words) for name, words in found.items() if words}
