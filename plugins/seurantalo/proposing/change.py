"""Fields of a file are written anew; every other line stays as somebody wrote it. ``file-text.js`` does the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from seurantalo.frozen import dataclass
from seurantalo.proposing.canonical import Value
from seurantalo.proposing.new_file import field_lines
from seurantalo.proposing.source import Source
from seurantalo.proposing.tables import FieldTable, TextTables
from seurantalo.proposing.yaml_text import prose_lines


def changed_text(source: Source, values: Mapping[str, Value], drop: Iterable[str], tables: TextTables) -> str | None:
    r"""Return a file's text with some fields set and others gone; None where it can be changed by hand alone.

    A field keeps the word that the file has for it, its place and its comments. A new one stands behind the nearest
    of those that the schema has before it.

    >>> from seurantalo.model.record import Kind
    >>> from seurantalo.proposing.source import source_of
    >>> from seurantalo.proposing.tables import text_tables
    >>> source = source_of(Kind.EVENT, "events/a.yml", "titel: Dans\n# gillet\nbörjar: 1.5.2027\n".encode(), {})
    >>> print(changed_text(source, {"starts": "2027-05-08", "price": "5 €"}, [], text_tables([Kind.EVENT], "sv")))
    titel: Dans
    # gillet
    börjar: 8.5.2027
    pris: 5 €
    <BLANKLINE>
    """
    drop = set(drop)
    if not source.lines or _is_of_one_date(source, values, drop):
        return None
    settled, gone = _settled(source, values, drop, tables)
    lines = source.text.split("\n")
    # Before which line, or in the place of which lines, something new stands.
    before: dict[int, list[str]] = {}
    instead: dict[int, tuple[int, list[str]]] = {}
    ending = "\r" if lines[0].endswith("\r") else ""
    anchor = min(first for first, _ in source.lines.values()) - 1
    for one in tables["kinds"][source.kind.value]["fields"]:
        name = one["name"]
        here = source.lines.get(name)
        if name in settled or name in gone:
            new = [f"{line}{ending}" for line in _lines(source, one, settled.get(name), lines, tables)]
            if here is not None:
                instead[here[0] - 1] = (here[1], new)
            elif new:
                before.setdefault(anchor, []).extend(new)
        if here is not None and name != source.body:
            anchor = here[1]
    return "\n".join(_applied(lines, before, instead))


def _is_of_one_date(source: Source, values: Mapping[str, Value], drop: set[str]) -> bool:
    """Tell whether a new start is given to several dates without a rule: it would stand beside them as one more."""
    stay = "dates" in source.lines and "dates" not in drop and "dates" not in values
    return stay and any(name in values and name not in source.lines for name in ("starts", "ends"))


def _settled(
    source: Source, values: Mapping[str, Value], drop: set[str], tables: TextTables
) -> tuple[dict[str, Value], set[str]]:
    """Return what is to be set and what is to go, where other fields said a part of it: ``date`` and ``time``."""
    found, gone = dict(values), drop - set(values)
    touched = {*found, *gone}
    others = {
        other
        for name, names in tables["instead"].items()
        if name in touched
        for other in names
        if other in source.lines
    }
    for name, names in tables["instead"].items():
        if name not in touched and others.intersection(names) and name in source.values:
            found[name] = source.values[name]
    return found, gone | (others - set(found))


def _lines(source: Source, one: FieldTable, value: Value, lines: list[str], tables: TextTables) -> list[str]:
    name = one["name"]
    if name == source.body:
        return prose_lines(value) if isinstance(value, str) else []
    new = field_lines(one, value, tables)
    if name not in source.lines:
        return new
    line = lines[source.lines[name][0] - 1]
    if new:
        new[0] = f"{line[: line.index(':')]}{new[0][len(one['word']) :]}"
    return [*source.comments.get(name, ()), *new]


def _applied(
    lines: list[str], before: Mapping[int, list[str]], instead: Mapping[int, tuple[int, list[str]]]
) -> list[str]:
    found: list[str] = []
    number = 0
    while number <= len(lines):
        found += before.get(number, [])
        if number in instead:
            number, new = instead[number]
            found += new
        else:
            found += lines[number : number + 1]
            number += 1
    return found


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that somebody changed after a proposal was made on it: what stood, what stands, and what is proposed.

    >>> Conflict("price", ("hinta: 5 €",), ("hinta: 6 €",), ("hinta: 7 €",)).field
    'price'
    """

    field: str
    before: tuple[str, ...]
    now: tuple[str, ...]
    proposed: tuple[str, ...]


def conflicts(
    base: Source | None, now: Source, values: Mapping[str, Value], drop: Iterable[str], tables: TextTables
) -> tuple[Conflict, ...]:
    """Return the fields of a change that were changed otherwise since ``base``; None: what it was is not known.

    >>> from seurantalo.model.record import Kind
    >>> from seurantalo.proposing.source import source_of
    >>> from seurantalo.proposing.tables import text_tables
    >>> now = source_of(Kind.EVENT, "events/a.yml", "hinta: 6 €".encode(), {"price": "6 €"})
    >>> conflicts(None, now, {"price": "7 €"}, [], text_tables([Kind.EVENT], "fi"))[0].now
    ('hinta: 6 €',)
    """
    if base is not None and base.blob == now.blob:
        return ()
    found: list[Conflict] = []
    known: dict[str, Any] = {one["name"]: one for one in tables["kinds"][now.kind.value]["fields"]}
    settled, gone = _settled(now, values, set(drop), tables)
    for name in [*settled, *sorted(gone)]:
        proposed = tuple(field_lines(known[name], settled.get(name), tables))
        before = base.piece(name) if base is not None else ()
        current = now.piece(name)
        same = now.values.get(name) == settled.get(name) if name in settled else not current
        if not same and (base is None or current != before):
            found.append(Conflict(name, before, current, proposed))
    return tuple(found)
