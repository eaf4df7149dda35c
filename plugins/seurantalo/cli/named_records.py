"""What somebody names on a command line: records by id or name, days, weekdays. What is not known is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from seurantalo.cli.usage_error import UsageError
from seurantalo.language import Language
from seurantalo.model.channel import Channel
from seurantalo.model.kinds import KINDS
from seurantalo.model.organisation import Organisation
from seurantalo.model.place import Municipality, Venue
from seurantalo.model.practice import Practice
from seurantalo.model.record import Kind
from seurantalo.model.vocabulary import Audience
from seurantalo.reading.file_scope import nearest
from seurantalo.reading.input_words import WEEKDAYS
from seurantalo.reading.moments.error import MomentError
from seurantalo.reading.moments.moment import read_day

Named = Audience | Channel | Municipality | Organisation | Practice | Venue


class NoSuchRecordError(UsageError):
    """A record that is named and not there. ``records`` are the ids of those that are, ``near`` is the nearest."""

    def __init__(self, kind: Kind, written: str, records: Iterable[str], near: str = "") -> None:
        super().__init__("There is no {kind} “{name}”.", near, kind=kind, name=written)
        self._kind, self._written, self._records, self._found = kind, written, list(records), near

    def in_words(self, lang: Language) -> str:
        """Return the sentence in a language; where nothing is near, with what there is."""
        kind = KINDS[self._kind].called.in_language(lang.code)[0]
        words = lang.say("There is no {kind} “{name}”.", kind=kind, name=self._written)
        if self._found:
            return f"{words} {lang.say('Did you mean “{near}”?', near=self._found)}"
        return f"{words} {lang.say('Known are: {names}.', names=_some(self._records))}" if self._records else words


def find_named(kind: Kind, written: str, records: Mapping[str, Named]) -> str:
    """Return the id of the record that is called so, by id, name or alias in any language; raise UsageError.

    Upper and lower case are the same.
    """
    if written in records:
        return written
    known: dict[str, str] = {}
    for name, record in records.items():
        for word in (name, *_names(record)):
            known.setdefault(word.casefold(), name)
    if found := known.get(written.casefold()):
        return found
    near = nearest(written.casefold(), known)
    raise NoSuchRecordError(kind, written, records, known[near] if near else "")


def _names(record: Named) -> Iterator[str]:
    title = record.title if isinstance(record, Practice) else record.name
    for _, words in title.versions:
        yield words
    if isinstance(record, Audience):
        yield from record.aliases


def _some(names: Sequence[str], most: int = 12) -> str:
    return ", ".join(names[:most]) + (", …" if len(names) > most else "")


def find_weekdays(written: Iterable[str]) -> frozenset[int]:
    """Return weekdays (0 for Monday) from words of any language, with commas between; raise UsageError."""
    found = set()
    for word in (part.strip() for one in written for part in one.split(",")):
        day = WEEKDAYS.get(word.casefold())
        if day is None:
            if near := nearest(word, WEEKDAYS):
                raise UsageError("There is no weekday “{word}”.", near, word=word)
            raise UsageError("There is no weekday “{word}”. Write for example la, lauantai or Saturday.", word=word)
        found.add(day)
    return frozenset(found)


def no_day(option: str, written: str, right: str) -> UsageError:
    """Return what to say of an option that is no day; ``right`` is how one is written."""
    return UsageError(
        "{option}: “{found}” is no day. Write it so: {right}.", option=option, found=written, right=right
    )


def find_day(option: str, written: str) -> date:
    """Return a day as people or machines write it; raise UsageError that names the option."""
    try:
        return read_day(written)
    except MomentError as error:
        raise no_day(option, written, error.values.get("right") or "1.5.2027") from error
