"""Values become the text of a file, in a site's own words. ``file-text.js`` writes the same bytes in the browser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from seurantalo.model.record import Kind
from seurantalo.patterns import late
from seurantalo.proposing.canonical import NOWHERE, USUAL_ONES, Value
from seurantalo.proposing.repetition import WEEKDAYS
from seurantalo.proposing.tables import FieldTable, TextTables, text_tables
from seurantalo.proposing.yaml_text import indented, listed, one_line, prose_lines, scalar

_MOMENT: Final = late(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9]{2}):([0-9]{2}))?")
_TIME: Final = late(r"([0-9]{2}):([0-9]{2})")
_EVERY: Final = late(r"(?:([0-9]{1,3}) )?(day|week|month|year)s?")
_ON: Final = late(r"(?:(-?[0-9]) )?(mon|tue|wed|thu|fri|sat|sun)")
_MONTH_DAY: Final = late(r"-?[0-9]{1,2}")
_BLANK: Final = late(r"\{(year|month|day|hour|minute)(?::(\d))?\}")
_LANGUAGE: Final = late(r"[a-z]{2,3}")
#: Shapes of which several stand on one line, and how many at most.
_ON_A_LINE: Final = frozenset({"choice", "day", "identifier", "line", "on", "reference"})
_MOST_ON_A_LINE: Final = 6


def new_file(kind: Kind, values: Mapping[str, Value], language: str) -> str:
    """Return the text of a new file: fields in the order of the schema, dates as people write them.

    ``values`` are canonical, by English field names. What is not canonical is written as it is; a field that the
    kind does not know, or a value that is empty, is left out.

    >>> print(new_file(Kind.EVENT, {"starts": "2027-06-12T13:00", "title": "Kesäjuhla"}, "fi"), end="")
    otsikko: Kesäjuhla
    alkaa: 12.6.2027 klo 13
    """
    return file_text(kind.value, values, text_tables([kind], language))


def file_text(kind: str, values: Mapping[str, Value], tables: TextTables) -> str:
    r"""Return the text of a new file, of a kind that is in the tables.

    >>> tables = text_tables([Kind.EVENT], "sv")
    >>> file_text("event", {"title": "Dans: alla", "audience": ["unga", "barn"], "venue": "gillet"}, tables)
    'titel: "Dans: alla"\nplats: gillet\nmålgrupp: [unga, barn]\n'
    """
    known = tables["kinds"][kind]
    body = values.get(known["body"])
    below = prose_lines(body) if isinstance(body, str) else []
    lines = [
        line
        for field in known["fields"]
        if not (below and field["name"] == known["body"])
        for line in field_lines(field, values.get(field["name"]), tables)
    ]
    if known["ending"] == "md":
        lines = ["---", *lines, "---", *below]
    return "".join(f"{line}\n" for line in lines)


def field_lines(field: FieldTable, value: Value, tables: TextTables) -> list[str]:
    """Return the lines of a field with its value; none where the value is empty.

    >>> tables = text_tables([Kind.EVENT], "fi")
    >>> [field] = [one for one in tables["kinds"]["event"]["fields"] if one["name"] == "registration"]
    >>> field_lines(field, {"text": "Soita!", "until": "2027-06-01"}, tables)
    ['ilmoittautuminen:', '  teksti: Soita!', '  asti: 1.6.2027']
    """
    inline, below = _Writer(tables).value(field, value)
    if not inline and not below:
        return []
    return [f"{field['word']}: {inline}" if inline else f"{field['word']}:", *indented(below)]


class _Writer:
    """Writes values: what stands behind the colon, and the lines below it."""

    def __init__(self, tables: TextTables) -> None:
        self.tables = tables

    def value(self, field: FieldTable, value: Value) -> tuple[str, list[str]]:
        items = _items(value)
        if field["shape"] == "channels":
            return self._channels(field, value, [value] if items is None else items)
        if field.get("many") or (field["shape"] == "repeats" and items is not None):
            return self._several(field, [value] if items is None else items)
        return self._one(field, value if items is None else next(iter(items), None))

    def _several(self, field: FieldTable, values: Sequence[Value]) -> tuple[str, list[str]]:
        made = [found for found in (self._one(field, each) for each in values) if found != ("", [])]
        if field["shape"] in _ON_A_LINE and len(made) <= _MOST_ON_A_LINE and all(inline for inline, _ in made):
            if len(made) == 1:
                return made[0]
            items = [self._one(field, each, inside_list=True)[0] for each in values]
            return (listed(item for item in items if item) if made else ""), []
        lines: list[str] = []
        for inline, below in made:
            if inline:
                lines += [f"- {inline}", *indented(below)]
            else:
                lines += [f"- {below[0]}", *indented(below[1:])]
        return "", lines

    def _channels(self, field: FieldTable, value: Value, items: Sequence[Value]) -> tuple[str, list[str]]:
        """Return where an event is announced: a word, a list of channels, or a line for each."""
        if value == NOWHERE:
            return self.tables["words"]["no"], []
        if USUAL_ONES not in items and not any(isinstance(one, Mapping) for one in items):
            return self._several({**field, "shape": "reference"}, items)
        lines: list[str] = []
        for one in items:
            told = one if isinstance(one, Mapping) else {"channel": one}
            name = told.get("channel")
            key = scalar(name, inside_list=True) if isinstance(name, str) else ""
            if key:
                inline, below = self._channel(field, told)
                key = self.tables["words"]["usual"] if one == USUAL_ONES else key
                lines += [f"{key}: {inline}" if inline else f"{key}:", *indented(below)]
        return "", lines

    def _channel(self, field: FieldTable, told: Mapping[str, Value]) -> tuple[str, list[str]]:
        """Return what is said of one channel, on its line where that is enough."""
        inside = [one for one in field.get("fields", ()) if one["name"] != "channel"]
        if told.get("skip") is True and len(told) > 2:
            told = {**told, "skip": self.tables["words"]["yes"]}
        said = [one for one in inside if self.value(one, told.get(one["name"])) != ("", [])]
        no = self.tables["words"]["no"]
        if told.get("skip") is True and not said:
            return no, []
        if [one["name"] for one in said] == ["skip"]:
            why = told["skip"]  # the line is put between quotation marks as a whole, so its end has none of its own
            return scalar(f"{no}, {why if isinstance(why, str) else self.value(said[0], why)[0]}"), []
        if said and all(one["shape"] == "moment" for one in said):
            pieces = [f"{one['word']} {self.value(one, told[one['name']])[0]}" for one in said]
            return scalar(", ".join(pieces)), []
        return "", [line for one in said for line in field_lines(one, told[one["name"]], self.tables)]

    def _one(self, field: FieldTable, value: Value, *, inside_list: bool = False) -> tuple[str, list[str]]:
        shape = field["shape"]
        if isinstance(value, Mapping):
            return self._mapping(field, value)
        if isinstance(value, bool):
            return self._yes(shape, yes=value), []
        if isinstance(value, int):
            return str(value), []
        if not isinstance(value, str):
            return "", []
        if shape == "prose":
            lines = prose_lines(value)
            return ("|" if lines else ""), lines
        return self._text(field, value) or scalar(value, inside_list=inside_list), []

    def _mapping(self, field: FieldTable, value: Mapping[str, Value]) -> tuple[str, list[str]]:
        shape, lines = field["shape"], list[str]()
        if shape in ("text", "prose"):
            for language, words in value.items():
                inline, below = self._one(field, words if isinstance(words, str) else None)
                if inline and _LANGUAGE.fullmatch(language):
                    lines += [f"{language}: {inline}", *indented(below)]
            return "", lines
        inside = field.get("fields", [])
        for one in inside:
            lines += field_lines(one, value.get(one["name"]), self.tables)
        short = field.get("short")
        if short and len(lines) == 1:
            alone = next((one for one in inside if one["name"] == short and value.get(short)), None)
            if alone is not None:
                return self.value(alone, value[short])
        return "", lines

    def _yes(self, shape: str, *, yes: bool) -> str:
        words = self.tables["words"]
        if shape == "boolean":
            return words["yes" if yes else "no"]
        return words["purpose"] if shape == "purpose" and yes else ""

    def _text(self, field: FieldTable, text: str) -> str:
        """Return a canonical text in the words of people; ``""`` where it is not canonical."""
        shape = field["shape"]
        if shape in ("day", "moment"):
            return self._moment(one_line(text))
        if shape == "time":
            return self._hour(one_line(text))
        if shape == "choice":
            return field.get("choices", {}).get(text, "")
        if shape == "unknown":
            return self.tables["words"]["unknown"] if text == "unknown" else ""
        return {"every": self._every, "on": self._on}.get(shape, lambda _: "")(text)

    def _moment(self, text: str) -> str:
        if found := _MOMENT.fullmatch(text):
            year, month, day, hour, minute = (int(each or 0) for each in found.groups())
            which = "day" if found[4] is None else "minute" if minute else "hour"
            parts = {"year": year, "month": month, "day": day, "hour": hour, "minute": minute}
            return filled(self.tables["dates"][which], parts)
        return self._hour(text)

    def _hour(self, text: str) -> str:
        if found := _TIME.fullmatch(text):
            hour, minute = int(found[1]), int(found[2])
            which = "minute_alone" if minute else "hour_alone"
            return filled(self.tables["dates"][which], {"hour": hour, "minute": minute})
        return ""

    def _every(self, text: str) -> str:
        if found := _EVERY.fullmatch(text):
            one, many = self.tables["repeats"][found[2]]
            return f"{int(found[1])} {many}" if int(found[1] or 1) != 1 else one
        return ""

    def _on(self, text: str) -> str:
        words = self.tables["repeats"]
        if found := _ON.fullmatch(text):
            day = words["weekdays"][WEEKDAYS.index(found[2])]
            return f"{words['last'][0] if found[1] == '-1' else f'{found[1]}.'} {day}" if found[1] else day
        if _MONTH_DAY.fullmatch(text):
            return words["last"][1] if text == "-1" else text if text.startswith("-") else f"{text}."
        return ""


def filled(pattern: str, parts: Mapping[str, int]) -> str:
    """Return a pattern of dates with its blanks filled.

    >>> filled("{day}.{month}. klo {hour}.{minute:2}", {"day": 1, "month": 5, "hour": 9, "minute": 5})
    '1.5. klo 9.05'
    """
    return _BLANK.sub(lambda blank: str(parts[blank[1]]).rjust(int(blank[2] or 0), "0"), pattern)


def _items(value: Value) -> Sequence[Value] | None:
    return value if isinstance(value, Sequence) and not isinstance(value, str) else None
