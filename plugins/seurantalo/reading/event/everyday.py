"""Event files in which nothing can be wrong, told without reading them whole.

Whoever asks what a change does to a region of thousands of events needs to know of all others that they are good, and
on which day they begin. Most files have one form: names and values at the margin, a day and an hour, and a text of
plain words below. Of these each line is looked at once, by the reader of whole files, however many files have it.
What is not of that form is for that reader.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from sys import intern
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from seurantalo.model.fields.field import Field
from seurantalo.model.fields.words import field_of, fields_by_word
from seurantalo.model.kinds import RECORDS
from seurantalo.model.problem import Severity
from seurantalo.model.record import UNKNOWN_REVISION, Kind
from seurantalo.model.settings import Settings
from seurantalo.patterns import late
from seurantalo.reading.file_scope import Known, Scope
from seurantalo.reading.moments.error import MomentError
from seurantalo.reading.moments.moment import read_day
from seurantalo.reading.personal.data import personal_data
from seurantalo.reading.records import field_value
from seurantalo.reading.yaml.everyday import everyday_tree

#: Fields whose lines say the same in every file, whatever else it says.
_LOCAL: Final = frozenset({"audience", "demo", "format", "organisers", "price", "themes", "venue"})
_NEEDED: Final = frozenset({"ends", "organisers", "starts", "title", "venue"})
#: Longer texts and titles are none of everyday.
_LONGEST: Final = 10_000
_LONGEST_TITLE: Final = 100
_KEY: Final = late(r"[^\W\d_][\w -]{0,40}")
#: Letters of one alphabet in at least two words: nothing that YAML, Markdown or anybody else takes for a sign.
_TITLE: Final = late(r"[A-Za-zÅÄÖåäö]+(?:[ -][A-Za-zÅÄÖåäö]+)+")
#: So many weeks in a row: right whenever it begins.
_WEEKLY: Final = late(r"\{(?:joka: viikko, kertoja|varje: vecka, antal|every: week, count): [1-9]\d?\}")
_MOMENT: Final = late(r"(\d{1,2}\.\d{1,2}\.\d{4}) klo ([6-9]|1\d|2[0-2])(?:\.([0-5]\d))?")
#: What a text must not hold: tags, comments, marks of git, and what may stand for a sign.
_SIGNS: Final = ("<", "#", "@", "&", "\\")
#: Links to elsewhere, and what is none though it is written in brackets.
_LINK: Final = late(r"\]\(https://[a-z0-9][a-z0-9./-]{0,100}\)")
_OTHER_LINKS: Final = ("[[", "![", "][", "]:")
#: Where a line of a text begins nearer to the margin than its first one, which has two blanks.
_UNEVEN: Final = late(r"\n(?!\n|\Z|  +[^ \n])")
#: The longest event that is not looked at closer, and the longest of those that repeat.
_LONGEST_ONCE: Final = timedelta(days=60)
_LONGEST_WEEKLY: Final = timedelta(hours=16)
#: Days ahead in which series begin that are not looked at closer.
_SOON: Final = 400
_UNREAD: Final = object()


class _Line(NamedTuple):
    """A line whose value is good: which field it is of, and the value."""

    name: str
    value: object


class EverydayEvents:
    r"""Knows event files of the everyday form beside the records that are known.

    >>> from seurantalo.reading.event.one_event import known_of
    >>> events = EverydayEvents(known_of(community), settings, today)
    >>> text = "otsikko: Kyläillan kahvit\nalkaa: 2.5.2027 klo 18\npäättyy: 2.5.2027 klo 20\n"
    >>> more = "järjestäjä: martat\npaikka: seurantalo\nkuvaus: |\n  Kahvia ja pullaa!\n"
    >>> events.day(f"{text}{more}".encode())
    datetime.date(2027, 5, 2)
    >>> events.day(f"{text}{more}status: cancelled\n".encode()), events.day(f"{text}{more}Kahvia!\n".encode())
    (None, None)
    """

    def __init__(self, known: Known, settings: Settings, today: date) -> None:
        """``known`` are all records but events, as for reading one."""
        self._known, self._settings = known, settings
        self._zone, self._today = ZoneInfo(settings.timezone), today
        self._fields: Mapping[str, Field] = fields_by_word(RECORDS[Kind.EVENT])
        self._names: dict[str, str] = {}
        self._lines: dict[str, _Line | None] = {}
        self._days: dict[str, date | None] = {}

    def day(self, content: bytes) -> date | None:
        """Return the day on which the event of a file begins; None where the file is not of the everyday form."""
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            return None
        if len(text) > _LONGEST or not unicodedata.is_normalized("NFC", text):
            return None
        values: dict[str, object] = {}
        at = 0
        while at < len(text):
            end = text.find("\n", at)
            if end < 0:
                return None
            line = text[at:end]
            at = end + 1
            if line.endswith(": |"):
                if self._name(line[:-3]) != "description" or not _is_plain(text[end:]):
                    return None
                break
            found = self._line(line)
            if found is None or found.name in values:
                return None
            values[found.name] = found.value
        return self._begins(values)

    def _begins(self, values: Mapping[str, object]) -> date | None:
        starts, ends = values.get("starts"), values.get("ends")
        if not values.keys() >= _NEEDED or not isinstance(starts, datetime) or not isinstance(ends, datetime):
            return None
        if not starts < ends or ends - starts > (_LONGEST_WEEKLY if "repeats" in values else _LONGEST_ONCE):
            return None
        # Of one that begins long after others are carried on to, there may be no dates.
        if "repeats" in values and (starts.date() - self._today).days > min(_SOON, self._settings.horizon_days - 31):
            return None
        return starts.date()

    def _line(self, line: str) -> _Line | None:
        """Return what a line says; None where it has to be read with the others."""
        found = self._lines.get(line, _UNREAD)
        if found is _UNREAD:
            key, _, written = line.partition(": ")
            name = self._name(key)
            if name == "title":
                return _Line(name, written) if _is_title(written) else None
            if name in ("starts", "ends"):
                moment = self._moment(written)
                return _Line(name, moment) if moment is not None else None
            if name == "repeats":
                return _Line(name, written) if _WEEKLY.fullmatch(written) else None
            found = self._lines[line] = self._read(name, line) if name in _LOCAL else None
        return found if isinstance(found, _Line) else None

    def _name(self, key: str) -> str:
        """Return the name of the field that a key means; ``""`` for none."""
        name = self._names.get(key)
        if name is None:
            field = field_of(self._fields, key) if _KEY.fullmatch(key) else None
            name = self._names[intern(key)] = field.name if field is not None else ""
        return name

    def _read(self, name: str, line: str) -> _Line | None:
        """Return what a line says that says the same in every file."""
        tree = everyday_tree(f"{line}\n")
        if tree is None or len(tree.entries) != 1:
            return None
        ((key, entry),) = tree.entries.items()
        field = field_of(self._fields, key)
        if field is None or field.name != name:
            return None
        scope = Scope(
            path="",
            text=line,
            known=self._known,
            settings=self._settings,
            today=self._today,
            revision=UNKNOWN_REVISION,
            kind=Kind.EVENT,
            record_id="",
        )
        self._known.asked_files = False
        value = field_value(scope, field, entry.value)
        wrong = any(problem.severity is Severity.ERROR for problem in scope.problems)
        if value is None or wrong or self._known.asked_files or any(personal_data(line)):
            return None
        # The place tells the municipality, without which there is no event.
        if name == "venue" and not self._known.municipality_of.get((Kind.VENUE, str(value))):
            return None
        return _Line(name, value)

    def _moment(self, written: str) -> datetime | None:
        found = _MOMENT.fullmatch(written)
        if found is None:
            return None
        words, hour, minute = found.groups()
        day = self._days.get(words, date.min)
        if day == date.min:
            day = self._days[words] = self._day(words)
        return datetime.combine(day, time(int(hour), int(minute or 0))) if day is not None else None

    def _day(self, words: str) -> date | None:
        """Return a day on which clocks are not put forward or back."""
        try:
            day = read_day(words)
        except MomentError:
            return None
        midnights = [datetime.combine(each, time(), self._zone) for each in (day, day + timedelta(days=1))]
        return day if len({each.utcoffset() for each in midnights}) == 1 else None


def _is_title(words: str) -> bool:
    return len(words) <= _LONGEST_TITLE and _TITLE.fullmatch(words) is not None and not any(personal_data(words))


def _is_plain(text: str) -> bool:
    """Tell whether a text, after the line that begins it, is of plain words to its end."""
    return (
        text.endswith("\n")
        and not text.endswith("\n\n")
        and text.startswith("\n  ")
        and text[3:4] not in (" ", "\n")
        and _UNEVEN.search(text) is None
        and not any(map(text.__contains__, _SIGNS))
        and ("[" not in text or _leads_elsewhere(text))
        and text.replace("\n", "").isprintable()
        and not any(personal_data(text))
    )


def _leads_elsewhere(text: str) -> bool:
    """Tell whether all links of a text are complete addresses of other sites."""
    return not any(map(text.__contains__, _OTHER_LINKS)) and text.count("](") == len(_LINK.findall(text))
