"""An event file as we write it: keys in words, dates as people write them, plain words for the repetition."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.importing.own_properties import Written
from seurantalo.importing.repetition import in_words
from seurantalo.language import Tongue
from seurantalo.model.event import Change, EventStatus, External
from seurantalo.model.fields.event import EVENT
from seurantalo.model.fields.field import Shape
from seurantalo.model.fields.nesting import by_name
from seurantalo.model.fields.words import value_word
from seurantalo.model.kinds import field_word
from seurantalo.model.record import Kind, Moment, day_of
from seurantalo.model.recurrence import Recurrence
from seurantalo.model.text import Text
from seurantalo.proposing.new_file import field_lines
from seurantalo.proposing.repetition import as_rule
from seurantalo.proposing.tables import text_tables
from seurantalo.reading.yaml.everyday import NULLS

#: A text that YAML takes as it stands: it begins with a letter or a digit, and has none of its signs.
_PLAIN: Final = re.compile(r"[^\W_](?:[^\x00-\x1f\"#:{}\[\]`\\,]|:(?=\S)|,(?= ))*(?<![\s,:])\Z")
_FLOW: Final = re.compile(r"[^\x00-\x1f,\[\]{}]*\Z")
#: Fields that are written in their own places.
_APART: Final = ("title", "status", "description", "demo")
_FIELDS: Final = by_name(EVENT)
#: Dates on one line; more stand one below the other.
_ON_ONE_LINE: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An event to be written. ``ends`` of whole days is the last day; ``timezone`` is ``""`` for the site's."""

    title: str
    starts: Moment
    ends: Moment | None = None
    timezone: str = ""
    repeats: Recurrence | None = None
    changes: tuple[Change, ...] = ()
    status: EventStatus = EventStatus.CONFIRMED
    hold_until: date | None = None
    organisers: tuple[str, ...] = ()
    municipality: str | None = None
    venue: str | None = None
    room: str | None = None
    online: str = ""
    themes: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    fields: Mapping[str, Written] = field(default_factory=dict)
    """Values of other fields, and of these that are more than a word, by the English names of these."""
    url: str = ""
    description: str = ""
    uid: str = ""
    name: str = ""
    """The id that it would like to have, ``""`` for one made of its title."""
    external: External | None = None
    demo: bool = False


def event_file(draft: Draft, tongue: Tongue, comment: str = "") -> str:
    """Return the text of the event's file, its keys and words in a language; ``comment`` stands above it."""
    return "\n".join([*(f"# {line}" for line in comment.splitlines()), *_Writer(tongue).lines(draft)]) + "\n"


def scalar(text: str, *, flow: bool = False) -> str:
    """Return a text as a YAML scalar: as it is where that is safe, else in double quotes; ``""`` stays that."""
    words = " ".join(text.split())
    if not words:
        return ""
    if words not in NULLS and _PLAIN.match(words) and " #" not in words and (not flow or _FLOW.match(words)):
        return words
    # A JSON string is a YAML double-quoted scalar (YAML 1.2, 1.3).
    return json.dumps(words, ensure_ascii=False)


def _several(values: tuple[str, ...], *, always: bool = False) -> str:
    return f"[{', '.join(values)}]" if len(values) > 1 or (always and values) else "".join(values)


class _Writer:
    """Writes in one language."""

    def __init__(self, tongue: Tongue) -> None:
        self.tongue, self.code = tongue, tongue.code
        self.written = tongue.in_file
        self._tables = text_tables([Kind.EVENT], tongue.code)
        named = self._tables["kinds"][Kind.EVENT.value]["fields"]
        self._channels = next(one for one in named if one["name"] == "channels")

    def lines(self, draft: Draft) -> list[str]:
        lines = self._field("title", draft.fields["title"]) if "title" in draft.fields else []
        lines += self._pairs(("title", "" if "title" in draft.fields else scalar(draft.title)))
        by_hand = draft.repeats is not None and draft.repeats.by_hand
        lines += self._dates_by_hand(draft) if by_hand else self._pairs(("starts", self.written(draft.starts)))
        lines += self._pairs(("ends", self._end(draft, by_hand=by_hand)), ("timezone", draft.timezone))
        lines += [*([] if by_hand else self._repeats(draft)), *self._changes(draft.changes)]
        lines += self._pairs(
            ("status", "" if draft.status is EventStatus.CONFIRMED else value_word(draft.status, self.code)),
            ("hold_until", self.written(draft.hold_until) if draft.hold_until is not None else ""),
            ("organisers", _several(draft.organisers)),
            ("municipality", "" if "municipality" in draft.fields else draft.municipality or ""),
            ("venue", draft.venue or ""),
            ("room", scalar(draft.room or "")),
            ("online", scalar(draft.online)),
        )
        for known in EVENT:
            if known.name in draft.fields and known.name not in _APART:
                lines += self._field(known.name, draft.fields[known.name])
        lines += self._pairs(
            ("audience", "" if "audience" in draft.fields else _several(draft.audiences, always=True)),
            ("themes", _several(draft.themes, always=True)),
        )
        if draft.url:
            lines += [f"{self._word('links')}:", f"  - {self._pair('url', scalar(draft.url))}"]
        if "description" in draft.fields:
            lines += self._field("description", draft.fields["description"])
        elif draft.description:
            lines += [f"{self._word('description')}: |", *_indented(draft.description)]
        lines += self._pairs(("uid", scalar(draft.uid)))
        if draft.external is not None:
            source = draft.external
            named = (("calendar", source.calendar), ("url", source.url), ("uid", source.uid))
            lines.append(f"{self._word('external')}:")
            lines += [f"  {line}" for line in self._pairs(*((name, scalar(value)) for name, value in named))]
        return lines + self._pairs(("demo", self.tongue.yes[0] if draft.demo or "demo" in draft.fields else ""))

    def _field(self, name: str, value: Written, by: str = "") -> list[str]:
        """Return the lines of a value as it is, be it a text, a list or a mapping."""
        if name == "channels":
            return field_lines(self._channels, value, self._tables)
        word = f"{by}{self._word(name)}:"
        if isinstance(value, dict):
            inside = (line for key, one in value.items() for line in self._field(key, one, f"{by}  "))
            return [word, *inside]
        if isinstance(value, str):
            block = "\n" in value or name == "description"
            return [f"{word} |", *_indented(value, f"{by}  ")] if block else [f"{word} {self._one(name, value)}"]
        if all(isinstance(one, str) for one in value):
            return [f"{word} [{', '.join(scalar(one, flow=True) for one in value)}]"]
        lines = [word]
        for item in value:
            inner = [line for key, one in item.items() for line in self._field(key, one, f"{by}    ")]
            lines += [f"{by}  - {inner[0].lstrip()}", *inner[1:]]
        return lines

    def _one(self, name: str, value: str) -> str:
        """Return a value on one line, in our language where it is one of a closed set of words."""
        known = _FIELDS.get(name)
        choices = known.choices if known is not None else None
        found = next((each for each in choices if each.value == value), None) if choices is not None else None
        if found is not None:
            return value_word(found, self.code)
        if known is not None and known.shape in (Shape.DAY, Shape.MOMENT) and (moment := _moment(value)) is not None:
            return self.written(moment)
        return self.tongue.on_purpose[0] if name == "on_holiday" else scalar(value)

    def _word(self, name: str) -> str:
        return field_word(name, self.code)

    def _pair(self, name: str, value: str) -> str:
        return f"{self._word(name)}: {value}"

    def _pairs(self, *pairs: tuple[str, str]) -> list[str]:
        """Return the lines of the fields that have a value."""
        return [self._pair(name, value) for name, value in pairs if value]

    def _dates(self, name: str, values: tuple[str, ...], by: str = "  ") -> list[str]:
        if len(values) <= _ON_ONE_LINE:
            return [f"{by}{self._pair(name, '[' + ', '.join(values) + ']')}"]
        return [f"{by}{self._word(name)}:", *(f"{by}  - {value}" for value in values)]

    def _dates_by_hand(self, draft: Draft) -> list[str]:
        """Return the dates of an event that follow no rule, all of them in one list."""
        more = draft.repeats.include if draft.repeats is not None else ()
        return self._dates("dates", tuple(map(self.written, (draft.starts, *more))), "")

    def _end(self, draft: Draft, *, by_hand: bool) -> str:
        """Return the end; for dates in a list the time of day alone, which holds for each of them."""
        if draft.ends is None:
            return ""
        words, day = self.written(draft.ends), day_of(draft.ends)
        alone = by_hand and isinstance(draft.ends, datetime) and day == day_of(draft.starts)
        return words.removeprefix(self.written(day)).strip() if alone else words

    def _repeats(self, draft: Draft) -> list[str]:
        rule = draft.repeats
        if rule is None:
            return []
        words = in_words(rule, draft.starts, self.tongue)
        lines = [f"{self._word('repeats')}:"]
        if words is None:
            lines.append(f"  {self._pair('rule', as_rule(rule))}")
        else:
            every, on = words
            lines.append(f"  {self._pair('every', every)}")
            if on:
                lines.append(f"  {self._pair('on', '[' + ', '.join(on) + ']')}")
        if rule.until is not None:
            lines.append(f"  {self._pair('until', self.written(rule.until))}")
        if rule.count is not None:
            lines.append(f"  {self._pair('count', str(rule.count))}")
        if rule.exclude:
            lines += self._dates("except", tuple(map(self.written, rule.exclude)))
        if rule.include:
            lines += self._dates("also", tuple(map(self.written, rule.include)))
        return lines

    def _changes(self, changes: tuple[Change, ...]) -> list[str]:
        lines = [f"{self._word('changes')}:"] if changes else []
        for change in changes:
            pairs = [("from" if change.onwards else "date", self.written(change.date))]
            if change.starts is not None:
                pairs.append(("starts", self.written(change.starts)))
            if change.ends is not None:
                pairs.append(("ends", self.written(change.ends)))
            if change.status is not None:
                pairs.append(("status", value_word(change.status, self.code)))
            words = (
                ("title", self._plain(change.title)),
                ("venue", change.venue or ""),
                ("room", change.room or ""),
                ("note", self._plain(change.note)),
            )
            pairs += [(name, scalar(value)) for name, value in words if value]
            lines += [f"  {'- ' if index == 0 else '  '}{self._pair(*pair)}" for index, pair in enumerate(pairs)]
        return lines

    def _plain(self, text: Text | None) -> str:
        return text.in_language(self.code) if text is not None else ""


def _moment(value: str) -> Moment | None:
    """Return a day or a moment of ISO 8601, or None."""
    try:
        return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
    except ValueError:
        return None


def _indented(text: str, by: str = "  ") -> list[str]:
    return [f"{by}{line}" if line else "" for line in text.split("\n")]
