"""What somebody names on a command line: records by id or name, days, weekdays. What is not known is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from seurantalo.cli.site_file import UsageError
from seurantalo.model.organisation import Organisation
from seurantalo.model.place import Municipality, Venue
from seurantalo.model.practice import Practice
from seurantalo.model.vocabulary import Audience
from seurantalo.reading.file_scope import nearest
from seurantalo.reading.input_words import WEEKDAYS
from seurantalo.reading.moments import MomentError, read_day

Named = Audience | Municipality | Organisation | Practice | Venue


def find_named(what: str, written: str, records: Mapping[str, Named]) -> str:
    """Return the id of the record that is called so, by id, name or alias in any language; raise UsageError.

    Upper and lower case are the same. ``what`` is the kind of record in English, for the error.
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
    hint = f" Did you mean “{known[near]}”?" if near else f" Known are: {_some(records)}."
    raise UsageError(f"There is no {what} “{written}”.{hint}")


def _names(record: Named) -> Iterator[str]:
    title = record.title if isinstance(record, Practice) else record.name
    for _, words in title.versions:
        yield words
    if isinstance(record, Audience):
        yield from record.aliases


def _some(records: Mapping[str, Named], most: int = 12) -> str:
    names = list(records)
    return ", ".join(names[:most]) + (", …" if len(names) > most else "")


def find_weekdays(written: Iterable[str]) -> frozenset[int]:
    """Return weekdays (0 for Monday) from words of any language, with commas between; raise UsageError."""
    found = set()
    for word in (part.strip() for one in written for part in one.split(",")):
        day = WEEKDAYS.get(word.casefold())
        if day is None:
            near = nearest(word, WEEKDAYS)
            hint = f"“{near}”?" if near else "Write for example la, lauantai or Saturday."
            raise UsageError(f"There is no weekday “{word}”. {hint}")
        found.add(day)
    return frozenset(found)


def find_day(option: str, written: str) -> date:
    """Return a day as people or machines write it; raise UsageError that names the option."""
    try:
        return read_day(written)
    except MomentError as error:
        right = error.values.get("right")
        hint = f"write {right}" if right else "write for example 1.5.2027 or 2027-05-01"
        raise UsageError(f"{option} is a day, not “{written}”: {hint}.") from error
