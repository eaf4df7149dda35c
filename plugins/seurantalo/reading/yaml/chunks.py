"""Which lines of a text belong to which field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from seurantalo.reading.yaml.lines import Chunk, indent_of, key_of
from seurantalo.reading.yaml.words import Holds, plain_word

_DIVIDERS: Final = frozenset({"---", "..."})
#: Lines that say nothing by themselves, such as those around JSON.
_BRACES: Final = frozenset({"", "{", "}", "},"})
#: How many fields one text may hold here.
_MOST: Final = 5_000


def find_chunks(
    lines: list[str], begin: int, end: int, words: Mapping[str, Holds]
) -> tuple[list[Chunk], list[list[int]]]:
    """Return the fields of the lines from ``begin`` up to ``end``, and the runs of lines that belong to none of them.

    ``words`` are those that fields of their depth are called by.
    """
    base = min((indent_of(line) for line in lines[begin:end] if line.strip() not in _BRACES), default=0)
    found: list[Chunk] = []
    lost: list[list[int]] = []
    chunk: Chunk | None = None
    for number in range(begin, end):
        line = lines[number]
        stripped, deep = line.strip(), indent_of(line) > base
        if (stripped in _BRACES and not (chunk and chunk.is_open)) or (
            stripped.startswith("#") and not (chunk and chunk.is_block and deep)
        ):
            continue
        if deep and not _is_next(chunk, line, words):
            _add(lines, chunk, lost, number, deep=True)
            continue
        if stripped in _DIVIDERS and not deep:
            chunk = None
            continue
        key = key_of(line, words)
        begins = key is not None and key.known
        if chunk is not None and ((chunk.is_open and not begins) or _is_list_at_margin(chunk, stripped)):
            _add(lines, chunk, lost, number, deep=True)
            continue
        if key is None or (not key.known and chunk is not None and _is_in_text(chunk)):
            _add(lines, chunk, lost, number, deep=False)
            continue
        chunk = Chunk(key, number, words.get(plain_word(key.name)), [line], last=number)
        found.append(chunk)
        if len(found) > _MOST:
            break
    return found, lost


def _add(lines: list[str], chunk: Chunk | None, lost: list[list[int]], number: int, *, deep: bool) -> None:
    """Give a line to the field above it; one at the margin, and what hangs on it, is astray."""
    runs = lost if chunk is None else chunk.astray
    if chunk is not None and deep and not chunk.astray:
        chunk.lines += lines[chunk.last + 1 : number + 1]
        chunk.last = number
    elif runs and (deep or all(not line.strip() for line in lines[runs[-1][-1] + 1 : number])):
        runs[-1].append(number)
    else:
        runs.append([number])


def _is_next(chunk: Chunk | None, line: str, words: Mapping[str, Holds]) -> bool:
    """Tell whether a line that stands too far in begins a field of its own."""
    key = key_of(line, words)
    if key is None or not key.known or not key.plain:
        return False
    if chunk is None:
        return True
    if chunk.key.column and indent_of(line) <= chunk.key.column:
        return True
    return bool(chunk.key.value) and chunk.holds is not Holds.PROSE and not chunk.is_block and not chunk.is_open


def _is_list_at_margin(chunk: Chunk, stripped: str) -> bool:
    """Tell whether a line is an item of the list that a field without value holds."""
    return stripped.startswith("- ") and not chunk.key.value and chunk.holds is not Holds.PROSE and not chunk.astray


def _is_in_text(chunk: Chunk) -> bool:
    """Tell whether lines at the margin are a text that should stand further in."""
    return bool(chunk.astray) or (chunk.is_block and not chunk.has_body)
