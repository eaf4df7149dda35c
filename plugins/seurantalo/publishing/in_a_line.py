"""A record in one line: what the answer to a proposal says was understood of a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, Final

from seurantalo.language import Language
from seurantalo.model.event import Event, EventStatus
from seurantalo.model.fields.field import Field, Shape
from seurantalo.model.fields.nesting import by_name
from seurantalo.model.fields.words import value_word
from seurantalo.model.kinds import RECORDS
from seurantalo.model.place import Venue
from seurantalo.model.record import Kind, Record
from seurantalo.model.text import Text
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import wording
from seurantalo.publishing.field_values import WORDS, is_told
from seurantalo.publishing.record_names import words_of
from seurantalo.publishing.rule_words import goes_on
from seurantalo.publishing.status import changes_words, moved_words, status_word
from seurantalo.publishing.zone_words import rhythm_words, with_own_time

__all__ = ["InALine"]

#: How many dates of a series are named: enough to see the rhythm; of dates chosen by hand most people's lists.
MOST_BY_RULE: Final = 3
MOST_BY_HAND: Final = 8
#: Characters of one fact.
MOST_OF_A_FACT: Final = 100

#: What is told of a record beside its name, by fields: what a slip would most likely spoil.
_TOLD: Final[Mapping[Kind, tuple[str, ...]]] = {
    Kind.ORGANISATION: ("type", "municipality"),
    Kind.VENUE: ("kind", "address", "municipality", "rooms"),
    Kind.PRACTICE: ("kinds", "stage", "themes", "municipalities", "implementers"),
    Kind.ADOPTION: ("practice", "adopter", "municipality", "status", "since"),
    Kind.QUESTION: ("number", "themes"),
    Kind.COMMENT: ("date", "by", "by_organisation"),
    Kind.IDEA: ("stage", "raised", "municipality", "themes"),
    Kind.PROCESS: ("owner", "municipality", "stages"),
    Kind.CAMPAIGN: ("organisation", "municipality"),
    Kind.WELLBEING_TREE: ("branches",),
    Kind.MUNICIPALITY: ("locative", "code", "neighbours"),
    Kind.SOURCE: ("kind", "publisher", "date"),
    Kind.THEME: ("broader", "aliases"),
    Kind.AUDIENCE: ("broader", "aliases"),
    Kind.CHANNEL: ("type", "area", "municipalities"),
    Kind.TERM: ("aliases", "practices"),
}


class InALine:
    """Puts records into one line each, by the words that pages have for the same.

    >>> InALine(community.events.values(), lang, "Europe/Helsinki").words(event, calendar.of_event("konsertti"))
    'la 20.3.2027 klo 18–20, seurantalo, vimpeli; järjestäjä: martat'
    >>> everything = (record for table in community.by_kind.values() for record in table.values())
    >>> InALine(everything, lang, "Europe/Helsinki").words(event, calendar.of_event("konsertti"))
    'la 20.3.2027 klo 18–20, Seurantalo, Vimpeli; järjestäjä: Vimpelin Martat ry'
    """

    def __init__(self, records: Iterable[Record], lang: Language, zone: str) -> None:
        """``records`` are those that others may name; what is not among them is called by its id.

        ``zone`` is that of the site's readers.
        """
        self._records: Mapping[tuple[Kind, str], Record] = {(one.KIND, one.id): one for one in records}
        self._lang, self._zone = lang, zone

    def words(self, record: Record, dates: Sequence[Occurrence] = ()) -> str:
        """Return what is to be seen of a record at once, without its name; ``dates`` are an event's, in order."""
        return ("; " if isinstance(record, Event) else ", ").join(self.facts(record, dates))

    def facts(self, record: Record, dates: Sequence[Occurrence] = ()) -> tuple[str, ...]:
        """Return the same piece by piece."""
        if isinstance(record, Event):
            return tuple(filter(None, self._event(record, dates)))
        known = by_name(RECORDS[record.KIND])
        return tuple(filter(None, (self._fact(known[name], record) for name in _TOLD[record.KIND])))

    def _event(self, event: Event, dates: Sequence[Occurrence]) -> Iterator[str]:
        first = dates[0] if dates else None
        yield self._status(event, first)
        yield ", ".join(filter(None, (self._when(event, first), *self._where(event, first))))
        if event.repeats is not None and dates:
            yield rhythm_words(event, dates, self._zone, self._lang)
            yield self._dates(event, dates)
            yield changes_words(event, dates, dates[0].first_day, self._lang)
        names = [self._name(Kind.ORGANISATION, name) for name in event.organisers]
        yield self._lang.count(
            "organiser: {names}", "organisers: {names}", len(names), names=self._lang.listed(names)
        )

    def _status(self, event: Event, first: Occurrence | None) -> str:
        words = [status_word(event.status, self._lang)]
        if event.status is EventStatus.TENTATIVE and event.hold_until is not None:
            until = wording.plain_day(event.hold_until, self._lang)
            words.append(self._lang.say("reserved until {date}", date=until))
        if event.status is EventStatus.MOVED and first is not None:
            words.append(moved_words(first, self._lang))
        return ", ".join(filter(None, words))

    def _when(self, event: Event, first: Occurrence | None) -> str:
        if first is not None:
            ends = None if first.ends_assumed else first.ends_local
            return with_own_time(wording.when(first.starts_local, ends, self._lang), first, self._lang)
        if event.starts is not None:
            return wording.when(event.starts, event.ends, self._lang)
        month = (wording.month_title(*event.pending_month, self._lang),) if event.pending_month else ()
        return ", ".join((self._lang.say("date not known"), *month))

    def _where(self, event: Event, first: Occurrence | None) -> Iterator[str]:
        venue, room = (first.venue, first.room) if first is not None else (event.venue, event.room)
        town = event.municipality
        if venue is None:
            if event.online:
                yield self._lang.say("Held online")
        else:
            place = self._room(venue, room)
            yield place
            record = self._records.get((Kind.VENUE, venue))
            town = self._name(Kind.MUNICIPALITY, record.municipality if isinstance(record, Venue) else town)
            if town in place:
                return
        yield self._name(Kind.MUNICIPALITY, town)

    def _room(self, venue: str, room: str | None) -> str:
        name = self._name(Kind.VENUE, venue)
        record = self._records.get((Kind.VENUE, venue))
        rooms = record.rooms if isinstance(record, Venue) else ()
        inside = next((one.name.in_language(self._lang.code) for one in rooms if one.id == room), room)
        return f"{name} ({inside})" if inside else name

    def _dates(self, event: Event, dates: Sequence[Occurrence]) -> str:
        """Return how many dates there are and which come first; of what never ends, only these."""
        lang = self._lang
        by_hand = all(one.rule.by_hand for one in event.repetitions)
        most = MOST_BY_HAND if by_hand else MOST_BY_RULE
        named, year = [], 0
        # One that is left over is named too.
        shown_dates = dates if len(dates) <= most + 1 else dates[:most]
        for one in shown_dates:
            day = one.first_day
            named.append((wording.day_of_year if day.year == year else wording.day)(day, lang))
            year = day.year
        shown = ", ".join(named)
        known = [[one for one in dates if one.rule == number] for number, _ in enumerate(event.repetitions)]
        if any(
            goes_on(rule, known[n]) for n, rule in enumerate(event.repetitions) if not rule.rule.by_hand and known[n]
        ):
            return lang.say("first dates: {days} …", days=shown)
        count = lang.count("{n} time", "{n} times", len(dates))
        if cancelled := sum(one.cancelled for one in dates):
            count = f"{count}, {lang.count('{n} cancelled', '{n} cancelled', cancelled)}"
        return lang.say("{term}: {text}", term=count, text=f"{shown} …" if len(shown_dates) < len(dates) else shown)

    def _name(self, kind: Kind, name: str) -> str:
        record = self._records.get((kind, name))
        return words_of(record, self._lang.code) if record is not None else name

    def _fact(self, field: Field, record: Record) -> str:
        value = getattr(record, field.target_attribute)
        if not is_told(value):
            return ""
        values = value if isinstance(value, tuple) else (value,)
        words = ", ".join(filter(None, (self._value(field, one) for one in values)))
        return words if len(words) <= MOST_OF_A_FACT else f"{words[:MOST_OF_A_FACT].rstrip()} …"

    def _value(self, field: Field, value: Any) -> str:  # noqa: ANN401 (whatever a field of that shape holds)
        if field.shape is Shape.REFERENCE and field.target is not None:
            return self._name(field.target, value)
        if isinstance(value, StrEnum):
            return value_word(value, self._lang.code)
        if isinstance(value, Text):
            return value.in_language(self._lang.code)
        if field.shape in WORDS:
            return WORDS[field.shape](value, self._lang)
        name = getattr(value, "name", None)
        return name.in_language(self._lang.code) if isinstance(name, Text) else ""
