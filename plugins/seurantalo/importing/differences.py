"""What a calendar says now of an event that is here, against what the event's file says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import ndiff
from typing import Final

from yaml import YAMLError

from seurantalo.frozen import dataclass
from seurantalo.importing.event_file import event_file
from seurantalo.importing.memory import Memory, digest, digests_of, memory_of, values_of, with_memory
from seurantalo.importing.request import KnownEvent
from seurantalo.importing.rewriting import language_of, line_of, rewritten, words_of
from seurantalo.language import LANGUAGES, TONGUES, Language
from seurantalo.model.event import Event
from seurantalo.model.problem import Problem, Severity
from seurantalo.planner.dates import DateMaker
from seurantalo.planner.occurrence import Occurrence
from seurantalo.reading.event.one_event import EventReader
from seurantalo.reading.yaml.front_matter import split_front_matter

#: Fields that mean something only together: where people have changed one of them, none is written over.
_TOGETHER: Final = (
    frozenset({"starts", "ends", "dates", "timezone", "repeats"}),
    frozenset({"dates", "repeats", "changes"}),
    frozenset({"venue", "room", "municipality", "online"}),
    frozenset({"status", "hold_until", "planned_starts"}),
)
#: Fields that say when it is.
_TIMES: Final = frozenset({"starts", "ends", "dates", "timezone", "repeats", "changes"})
#: What a list of dates stands for.
_LISTED: Final = frozenset({"starts", "ends", "dates", "repeats"})
_LONGEST: Final = 300


@dataclass(frozen=True, slots=True)
class Difference:
    """How an event's file and the calendar differ."""

    problems: tuple[Problem, ...] = ()
    text: str = ""
    """The file as the calendar has it now, ``""`` where nothing is to be written."""
    changed: bool = False
    """The calendar says something else than the file, be it written or not."""


class Comparison:
    """Compares calendars with files."""

    def __init__(self, reader: EventReader, dates: DateMaker, lang: Language, *, update: bool) -> None:
        """``update``: the changes will be written, so that they are told as such."""
        self.reader, self.dates, self.lang, self.update = reader, dates, lang, update

    def difference(self, known: KnownEvent, text: str) -> Difference:
        """Return how the file ``text`` of an event differs from what the calendar says of it.

        What a person has changed since the last import, and the calendar has not, is no difference. Where both
        have, or nobody knows, it is told and not written. Nor are the fields of a Markdown file.
        """
        path = known.event.origin.path
        front = split_front_matter(text) if path.endswith(".md") else None
        text = front.fields if front is not None else text
        here, _ = self.reader.read(known.event.id, path, text)
        memory = memory_of(text)
        if here is None:
            return Difference()
        now, before = values_of(known.event), values_of(here)
        # What a feed of ours does not tell of an event that is over is no less true.
        untold = known.left_out - now.keys()
        names = [name for name in {**before, **now} if now.get(name) != before.get(name) and name not in untold]
        if front is not None:
            memory, names = None, [name for name in names if name != "description"]
        if not _TIMES.isdisjoint(names) and self._dates(here) == self._dates(known.event):
            # Said in another way: "until" for "count", a length for an end.
            names = [name for name in names if name not in _TIMES]
        by_people = _by_people(memory, now, before, names)
        wanted = [name for name in names if by_people[name] is None]
        disputed = [name for name in names if by_people[name]]
        model = event_file(known.draft, TONGUES[self._language(text)])
        wanted, disputed = _with_list(wanted, text, model), _with_list(disputed, text, model)
        new = self._written(known.event, here, text, model, wanted) if wanted else ""
        if wanted and not new:
            disputed, wanted = sorted({*disputed, *wanted}, key=names.index), []
        code = "import-updated" if self.update else "import-changed"
        other = "import-changed-by-hand" if memory is not None else "import-differs"
        above = front.fields_line - 1 if front is not None else 0
        problems = [
            *(self._told(code, known, text, model, name) for name in _shown(wanted, text, model)),
            *(self._told(other, known, text, model, name) for name in _shown(disputed, text, model)),
        ]
        problems = [replace(problem, line=problem.line + above) for problem in problems]
        if new and memory is not None:
            digests = {name: words for name, words in memory.digests.items() if name not in wanted}
            digests |= {name: words for name, words in digests_of(known.event).items() if name in wanted}
            new = with_memory(new, replace(memory, digests=digests), self.lang)
        return Difference(tuple(problems), new, changed=bool(problems))

    def _dates(self, event: Event) -> list[tuple[object, ...]]:
        if event.starts is None:
            return []
        occurrences, _ = self.dates.dates_of(event, event.starts)
        # Those of the first rule: no entry of a calendar has several.
        first = (one for one in occurrences if not one.rule)
        return [(one.starts_at, one.ends_at, one.whole_day, one.status, *_told_of(one)) for one in first]

    def _language(self, text: str) -> str:
        first = self.lang.code
        return language_of(text, (first, *(code for code in LANGUAGES if code != first)))

    def _written(self, now: Event, here: Event, text: str, model: str, names: list[str]) -> str:
        """Return the file with the fields written, ``""`` where it would not say just that."""
        try:
            new = rewritten(text, model, names)
        except YAMLError:
            return ""
        event, _ = self.reader.read(now.id, now.origin.path, new)
        if event is None:
            return ""
        found, wanted, kept = values_of(event), values_of(now), values_of(here)
        right = all(
            found.get(name) == (wanted if name in names else kept).get(name) for name in {**found, **wanted, **kept}
        )
        return new if right else ""

    def _told(self, code: str, known: KnownEvent, text: str, model: str, name: str) -> Problem:
        old, new = _lines(text, model, name)
        values = (("title", known.event.title.in_language(self.lang.code)[:80]), ("old", old), ("new", new))
        severity = Severity.NOTICE if code == "import-updated" else Severity.WARNING
        return Problem(code, known.event.origin.path, line_of(text, name), 1, name, values, severity)


def _with_list(names: list[str], text: str, model: str) -> list[str]:
    """Return fields, with all that say when it is where one of the two files has its dates in a list."""
    listed = words_of(text, "dates") or words_of(model, "dates")
    return list(dict.fromkeys((*names, *sorted(_LISTED)))) if listed and not _LISTED.isdisjoint(names) else names


def _told_of(one: Occurrence) -> tuple[object, ...]:
    return one.title, one.venue, one.room, one.change.note if one.change is not None else None


def _by_people(
    memory: Memory | None, now: Mapping[str, str], before: Mapping[str, str], names: Iterable[str]
) -> dict[str, bool | None]:
    """Tell for each field that differs: None, the calendar has changed it; True, people (too); False, only people."""
    found: dict[str, bool | None] = {}
    for name in names:
        base = memory.digests.get(name, "") if memory is not None else None
        if base is None:
            found[name] = True
        elif _digest(now, name) == base:
            found[name] = False
        else:
            found[name] = None if _digest(before, name) == base else True
    for group in _TOGETHER:
        both = [name for name in found if name in group and found[name] is not False]
        if both and any(found.get(name) is not None for name in group):
            found.update(dict.fromkeys(both, True))
    return found


def _digest(values: Mapping[str, str], name: str) -> str:
    return digest(values[name]) if name in values else ""


def _shown(names: list[str], text: str, model: str) -> list[str]:
    """Return the fields whose lines differ; a municipality that follows from the venue has none."""
    return [name for name in names if words_of(text, name) != words_of(model, name)]


def _lines(text: str, model: str, name: str) -> tuple[str, str]:
    """Return what of a field's lines is in the file alone, and what in the calendar alone."""
    old, new = words_of(text, name), words_of(model, name)
    if len(old) > 1 and len(new) > 1:
        marked = list(ndiff(old, new))
        old = tuple(line[2:] for line in marked if line.startswith("- "))
        new = tuple(line[2:] for line in marked if line.startswith("+ "))
    return _one(old), _one(new)


def _one(lines: tuple[str, ...]) -> str:
    words = ", ".join(line.removeprefix("- ") for line in lines) or "–"
    words = words.replace(":, ", ": ").replace(": |, ", ": ")
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
