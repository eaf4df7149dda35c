"""Event files of the everyday form, read by looking at each line once, however many files have it.

Most files have that form: names and values at the margin, a day and an hour, and a text of words. What they say is
read by the same functions as ever, but without a tree of places; so there is nothing to be said of such a file. What
is of another form, or may have something wrong, is for the reader of whole files.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from sys import intern
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from seurantalo.model.event import Event
from seurantalo.model.fields.event import EVENT
from seurantalo.model.fields.nesting import by_name
from seurantalo.model.fields.words import field_of, fields_by_word, fold_word
from seurantalo.model.record import UNKNOWN_REVISION, Kind, Moment, Origin, Revision
from seurantalo.model.recurrence import Frequency, Recurrence
from seurantalo.model.settings import Settings
from seurantalo.model.text import Text
from seurantalo.patterns import late
from seurantalo.reading.event.record import FAR_AHEAD, home_of
from seurantalo.reading.event.times import MOST_DAYS, line_of
from seurantalo.reading.file_flaws import check_year
from seurantalo.reading.file_scope import Known, Place, Scope
from seurantalo.reading.files.listing import SourceFile, is_composed
from seurantalo.reading.input_words import ON_PURPOSE, WEEKDAYS
from seurantalo.reading.moments.error import MomentError
from seurantalo.reading.moments.moment import read_day
from seurantalo.reading.records import field_value
from seurantalo.reading.values import CONVERTERS
from seurantalo.reading.yaml.everyday import everyday_block, everyday_tree, everyday_words, is_printable
from seurantalo.reading.yaml.tree import Scalar
from seurantalo.reading.yaml.whole_file import letters_flaws

_FIELDS: Final = by_name(EVENT)
#: Fields whose lines say the same in every file, whatever else it says.
_LOCAL: Final = frozenset(
    {
        "accessibility",
        "age_limit",
        "audience",
        "demo",
        "format",
        "municipality",
        "on_holiday",
        "online",
        "organisers",
        "practices",
        "price",
        "registration",
        "room",
        "series",
        "themes",
        "venue",
        "weight",
    }
)
_NEEDED: Final = frozenset({"organisers", "starts", "title"})
#: The signs of Latin-1 that can be seen, and line breaks.
_SHOWN: Final = bytes(sign for sign in range(256) if chr(sign).isprintable()) + b"\n"
#: Between a key and a text that stands below it.
_BEGINS: Final = ": |\n"
#: Longer texts are none of everyday.
_LONGEST: Final = 20_000
#: What a line must not end with that heads no text: the next one would be taken for a text at the margin.
_HEADS: Final = ("|", ">")
#: A day, with its weekday or without, and an hour, or one of the two.
_MOMENT: Final = late(
    r"(?=.)((?:[^\W\d_]+ )?\d{1,2}\.\d{1,2}\.\d{4})?(?:(?:\A| )klo (\d|1\d|2[0-3])(?:[.:]([0-5]\d))?)?"
)
#: So many weeks in a row: right whenever it begins.
_WEEKLY: Final = late(r"\{(?:joka: viikko, kertoja|varje: vecka, antal|every: week, count): ([1-9]\d?)\}")
#: The longest event that is not looked at closer, and the longest of those that repeat.
_LONGEST_ONCE: Final = timedelta(days=60)
_LONGEST_WEEKLY: Final = timedelta(hours=16)
#: Days ahead in which series begin that are not looked at closer.
_SOON: Final = 400
#: So many different lines are known at a time.
_MOST_LINES: Final = 20_000
_UNREAD: Final = object()


class _Line(NamedTuple):
    """What a line says: the attribute of the event, and its value."""

    name: str
    value: Any


class _Told(NamedTuple):
    """What a file says, by the attributes of an event, and the line on which the start stands."""

    values: dict[str, Any]
    line: int


class EverydayEvents:
    r"""Knows event files of the everyday form beside the records that are known.

    >>> from seurantalo.reading.event.one_event import known_of
    >>> events = EverydayEvents(known_of(community), settings, today)
    >>> text = "otsikko: Kyläillan kahvit\nalkaa: 2.5.2027 klo 18\npäättyy: 2.5.2027 klo 20\n"
    >>> more = "järjestäjä: martat\npaikka: seurantalo\nkuvaus: |\n  Kahvia ja pullaa!\n"
    >>> events.day(f"{text}{more}".encode())
    datetime.date(2027, 5, 2)
    >>> events.day(f"{text}{more}tilanne: peruttu\n".encode()), events.day(f"{text}{more}Kahvia!\n".encode())
    (None, None)
    >>> file = SourceFile(Kind.EVENT, "kahvit", "events/kahvit.yml", "kahvit.yml")
    >>> events.event(file, f"{text}{more}".encode(), event.revision).municipality
    'alajarvi'
    """

    def __init__(self, known: Known, settings: Settings, today: date) -> None:
        """``known`` are all records but events, as for reading one."""
        self._known, self._settings, self._today = known, settings, today
        self._zone = ZoneInfo(settings.timezone)
        self._names: dict[str, str] = {}
        self._lines: dict[str, _Line | None] = {}
        self._days: dict[str, date | None] = {}
        self._moments: dict[str, Moment | time | None] = {}
        # Of one file after the other: whatever is to be said, the reader of whole files says it again.
        self._scope = Scope("", "", known, settings, today, UNKNOWN_REVISION, Kind.EVENT, "")

    def event(self, source: SourceFile, content: bytes, revision: Revision) -> Event | None:
        """Return the event of a file, of which nothing is to be said; None for one that has to be read whole."""
        if not source.path.endswith((".yml", ".yaml")) or (told := self._told(content)) is None:
            return None
        origin = Origin(source.path, told.line)
        event = Event(id=source.id, origin=origin, revision=revision, timezone=self._settings.timezone, **told.values)
        self._scope.path = source.path
        check_year(self._scope, event)
        return None if self._scope.problems else event

    def day(self, content: bytes) -> date | None:
        """Return the day of an event with which nothing can be wrong, its dates included; None for any other."""
        told = self._told(content)
        if told is None:
            return None
        starts, ends = told.values["starts"], told.values.get("ends")
        if not isinstance(starts, datetime) or not isinstance(ends, datetime):
            return None
        repeats = "repeats" in told.values
        if ends - starts > (_LONGEST_WEEKLY if repeats else _LONGEST_ONCE):
            return None
        # Of one that begins long after others are carried on to, there may be no dates.
        if repeats and (starts.date() - self._today).days > min(_SOON, self._settings.horizon_days - 31):
            return None
        return starts.date()

    def _told(self, content: bytes) -> _Told | None:
        """Return what a file says; None where it is not of the everyday form, or something is to be said of it."""
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            return None
        # What may be a comment is for the reader of whole files.
        if len(text) > _LONGEST or "#" in text or not _is_as_typed(text) or letters_flaws(text):
            return None
        self._known.asked_files = False
        self._scope.problems.clear()
        told = self._values(text)
        if told is None or not self._settle(told.values) or self._scope.problems or self._known.asked_files:
            return None
        return told

    def _values(self, text: str) -> _Told | None:
        told: list[_Line] = []
        at, first, starts = 0, 1, 0
        while at < len(text):
            begins = text.find(_BEGINS, at)
            *lines, key = (text[at:begins] if begins >= 0 else f"{text[at:]}\n").split("\n")
            for number, line in enumerate(lines, first):
                if line:
                    found = self._lines.get(line) or self._line(line, number)
                    if found is None:
                        return None
                    told.append(found)
                    if found[0] == "starts":
                        starts = number
            at = begins + len(_BEGINS) if begins >= 0 else len(text)
            if begins >= 0:
                block = everyday_block(text, at)
                if block is None or self._name(key) != "description":
                    return None
                found = self._text("description", block[0])
                if found is None:
                    return None
                told.append(found)
                if block[1] < len(text):
                    first += len(lines) + 1 + text.count("\n", at, block[1])
                at = block[1]
        values = dict(told)
        return _Told(values, starts) if values.keys() >= _NEEDED and len(values) == len(told) else None

    def _settle(self, values: dict[str, Any]) -> bool:
        """Settle what follows from several fields; tell whether nothing is to be said of any of that."""
        starts, ends = values["starts"], values.get("ends")
        if isinstance(starts, time):
            return False
        if isinstance(ends, time) and isinstance(starts, datetime):
            ends = values["ends"] = datetime.combine(starts, ends)
        if starts.year > self._today.year + FAR_AHEAD or not _goes_with(starts, ends):
            return False
        venue, room, named = values.get("venue"), values.get("room"), values.get("municipality")
        if room is not None:
            values["room"] = self._known.room(venue or "", room)
            if values["room"] is None:
                return False
        if named is None:
            values["municipality"] = home_of(self._scope, values, Place(1))
            return True
        return self._known.municipality_of.get((Kind.VENUE, venue or "")) in (None, "", named)

    def _line(self, line: str, number: int) -> _Line | None:
        """Return what a line says; None where it has to be read with the others."""
        found = self._lines.get(line, _UNREAD)
        if found is not _UNREAD:
            return found if isinstance(found, _Line) else None
        key, _, written = line.partition(": ")
        name = self._name(key)
        if name == "title":
            return self._text(name, everyday_words(written))
        if name in ("starts", "ends"):
            if written not in self._moments:
                if len(self._moments) > _MOST_LINES:
                    self._moments.clear()
                self._moments[written] = self._moment(written)
            moment = self._moments[written]
            return _Line(name, moment) if moment is not None else None
        if name == "repeats":
            rule = _WEEKLY.fullmatch(written)
            return _Line(name, _weeks(int(rule[1]), number)) if rule is not None else None
        if len(self._lines) > _MOST_LINES:
            self._lines.clear()
        found = self._lines[line] = self._read(name, line) if name in _LOCAL else None
        return found

    def _text(self, name: str, text: str | None) -> _Line | None:
        """Return what a title or a description says; None where it may be anything else."""
        words = (text or "").strip()
        # A link to another record leans on more than this file.
        if not words or words.endswith(_HEADS) or ("[" in words and "[[" in words):
            return None
        field = _FIELDS[name]
        value = CONVERTERS[field.shape](self._scope, field, Scalar(text, 1, 1), words)
        return _Line(name, Text.plain(value)) if isinstance(value, str) else None

    def _name(self, key: str) -> str:
        """Return the name of the field that a key means; ``""`` for none, or where it may be more than a key."""
        if key not in self._names:
            field = field_of(fields_by_word(EVENT), key) if everyday_tree(f"{key}: x") is not None else None
            self._names[intern(key)] = field.name if field is not None else ""
        return self._names[key]

    def _read(self, name: str, line: str) -> _Line | None:
        """Return what a line says that says the same in every file."""
        tree = everyday_tree(line)
        if tree is None or "[[" in line or line.endswith(_HEADS):
            return None
        ((_, entry),) = tree.entries.items()
        if name == "on_holiday":
            return _Line(name, fold_word(line_of(entry.value)) in ON_PURPOSE)
        field = _FIELDS[name]
        self._scope.text = line
        value = field_value(self._scope, field, entry.value)
        if value is None or self._scope.problems or self._known.asked_files:
            return None
        if name == "venue" and self._known.room_of(line_of(entry.value)) is not None:
            return None
        return _Line(field.target_attribute, value)

    def _moment(self, written: str) -> Moment | time | None:
        found = _MOMENT.fullmatch(written)
        if found is None:
            return None
        words, hour, minute = found.groups()
        if words is None:
            return time(int(hour), int(minute or 0))
        day = self._days.get(words, date.min)
        if day == date.min:
            day = self._days[words] = self._day(words)
        if day is None or hour is None:
            return day
        return datetime(day.year, day.month, day.day, int(hour), int(minute or 0))

    def _day(self, words: str) -> date | None:
        """Return a day on which clocks are not put forward or back."""
        weekday, blank, _ = words.partition(" ")
        if blank and weekday.lower() not in WEEKDAYS:
            return None
        try:
            day = read_day(words)
        except MomentError:
            return None
        midnights = [datetime.combine(each, time(), self._zone) for each in (day, day + timedelta(days=1))]
        return day if len({each.utcoffset() for each in midnights}) == 1 else None


def _is_as_typed(text: str) -> bool:
    """Tell whether a text stays as it is when it is read: its signs can be seen, its letters are composed."""
    try:
        # A copy, and the bytes that are left of it, take a third of a look at each sign.
        return not text.encode("latin-1").translate(None, _SHOWN)
    except UnicodeEncodeError:
        return is_printable(text) and is_composed(text)


def _goes_with(starts: Moment, ends: Moment | time | None) -> bool:
    """Tell whether an end is one of an event that begins so: after it, or the day of a whole day."""
    if ends is None or isinstance(ends, time):
        return ends is None
    if isinstance(starts, datetime):
        is_after = isinstance(ends, datetime) and starts < ends
    else:
        is_after = not isinstance(ends, datetime) and starts <= ends
    return is_after and ends.toordinal() - starts.toordinal() <= MOST_DAYS


def _weeks(count: int, line: int) -> Recurrence:
    return Recurrence(frequency=Frequency.WEEKLY, count=count, line=line)
