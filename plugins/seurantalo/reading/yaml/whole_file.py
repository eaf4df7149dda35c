"""What a file is as a whole, where it is not the fields of one record: two versions, two records, a page, a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from seurantalo.model.problem import Mend, Severity
from seurantalo.reading.yaml.lines import Chunk
from seurantalo.reading.yaml.nodes import Flaw, Mapping, Scalar
from seurantalo.reading.yaml.words import plain_word, title_words

_MARKS: Final = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
_FENCE: Final = re.compile(r"(```+|~~~+)[ \t]*[\w+-]*[ \t]*\Z")
_MARKUP: Final = re.compile(r"\s*<(?:!doctype|\?xml|html|head|body|div|p|table|span|meta)\b", re.IGNORECASE)
_SEPARATORS: Final = ("\t", ";", "|", ",")
_CALENDARS: Final = ("BEGIN:VCALENDAR", "BEGIN:VEVENT")
#: How text in UTF-8 begins its letters where it was taken for Windows-1252, and what stands for lost ones.
_BROKEN_SIGNS: Final = ("\u00c3", "\u00e2\u20ac", "\ufffd")
_BROKEN: Final = re.compile(
    "\u00c3[\u00a0-\u00bf\u201a-\u2122\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc]|\u00e2\u20ac[\u201c\u201d\u0153\u2122\u02dc\u00a6\u00a2\u017e]|\ufffd+"
)
#: Words of when an event begins.
_STARTS: Final = frozenset({"alkaa", "starts", "borjar", "paiva", "paivamaara", "date", "dag", "datum"})


def versions_in(text: str, first_line: int = 1) -> Flaw | None:
    """Return the flaw of a file in which git left two versions; None for any other."""
    if "<<<<<<<" not in text or ">>>>>>>" not in text:
        return None
    found = [
        (number, line[:7])
        for number, line in enumerate(text.split("\n"), first_line)
        if line.startswith(_MARKS) and line[7:8] in ("", " ")
    ]
    if {"<<<<<<<", ">>>>>>>"} - {mark for _, mark in found}:
        return None
    lines = ", ".join(f"{number} ({mark})" for number, mark in found[:12])
    values = (("first", str(found[0][0])), ("last", str(found[-1][0])), ("lines", lines))
    return Flaw("two-versions", found[0][0], 1, values)


def without_fences(text: str, first_line: int = 1) -> tuple[str, Flaw | None]:
    """Return a text without the fences of a copied model, and what is to be said; all lines stay in place."""
    if "```" not in text and "~~~" not in text:
        return text, None
    lines = text.split("\n")
    fences = [number for number, line in enumerate(lines) if _FENCE.match(line)]
    if not 0 < len(fences) < 3:
        return text, None
    found = lines[fences[0]].strip()[:3]
    for number in fences:
        lines[number] = ""
    values = (
        ("found", found),
        ("lines", ", ".join(str(number + first_line) for number in fences)),
    )
    return "\n".join(lines), Flaw("fence-left-out", fences[0] + first_line, 1, values, Severity.NOTICE)


def foreign_flaw(text: str, first_line: int = 1, *, has_fields: bool = False) -> Flaw | None:
    """Return the flaw of a text that is a calendar (RFC 5545, 3.4), a web page or a table; None for any other."""
    begins = text.strip().split("\n", 1)[0].strip()
    if begins in _CALENDARS:
        return Flaw("file-is-calendar", first_line, 1, (("found", begins),))
    if has_fields:
        return None
    if _MARKUP.match(text):
        return Flaw("file-is-page", first_line, 1, (("found", text.strip().split("\n")[0][:60]),))
    lines = [(number, line) for number, line in enumerate(text.split("\n"), first_line) if line.strip()]
    if len(lines) < 2:
        return None
    for separator in _SEPARATORS:
        counts = {line.count(separator) for _, line in lines}
        if len(counts) == 1 and counts != {0} and counts.pop() > 1:
            return Flaw("file-is-table", lines[0][0], 1, (("found", lines[0][1].strip()[:60]),))
    return None


def letters_flaws(text: str) -> tuple[Flaw, ...]:
    """Return the flaw of a text whose letters were broken by a wrong encoding, at the first such line; none else."""
    if not any(map(text.__contains__, _BROKEN_SIGNS)):
        return ()
    for number, line in enumerate(text.split("\n"), 1):
        if (match := _BROKEN.search(line)) is not None:
            right = _BROKEN.sub(_mended, line)
            mend = None if _BROKEN.search(right) else Mend(right, number, number)
            word = next(each for each in line.split() if _BROKEN.search(each))
            return (
                Flaw("letters-broken", number, match.start() + 1, (("found", word[:60]),), Severity.WARNING, mend),
            )
    return ()


def _mended(match: re.Match[str]) -> str:
    """Return what the bytes of broken letters say in UTF-8; what cannot be saved stays."""
    try:
        return match[0].encode("cp1252").decode("utf-8")
    except UnicodeError:
        return match[0]


def records_of(chunks: Sequence[Chunk], lines: Sequence[str]) -> list[list[Chunk]]:
    """Return the fields of each record that a file holds: where most names come again, another one begins."""
    groups: list[list[Chunk]] = []
    group: list[Chunk] = []
    seen: set[str] = set()
    for number, chunk in enumerate(chunks):
        name = plain_word(chunk.key.name)
        if name in seen:
            following = [plain_word(each.key.name) for each in chunks[number : number + 8]]
            again = seen.intersection(following)
            parted = name in title_words() and _is_parted(group[-1], chunk, lines, "---")
            if parted or len(again) > 2 or (again & title_words() and len(again) > 1):
                # What stands before the name, up to a blank line, is of the other record too.
                since = len(group)
                while since and not _is_parted(
                    group[since - 1], chunk if since == len(group) else group[since], lines
                ):
                    since -= 1
                split = since if since and since > len(group) - 4 else len(group)
                groups.append(group[:split])
                group = group[split:]
                seen = {plain_word(each.key.name) for each in group}
        group.append(chunk)
        seen.add(name)
    return [*groups, group]


def record_flaw(names: Iterable[tuple[str, str]], first: int, last: int, column: int = 1) -> Flaw:
    """Return the flaw of a further record on some lines of a file; ``names`` are its first fields, as written."""
    title = starts = ""
    for name, value in names:
        word = plain_word(name)
        if word in title_words():
            title = title or value
        elif word in _STARTS:
            starts = starts or value
    values = (("first", str(first)), ("last", str(last)), ("title", title), ("starts", starts))
    return Flaw("another-record", first, column, values)


def texts_of(node: Mapping) -> list[tuple[str, str]]:
    """Return the names of a mapping with their texts."""
    return [(name, each.value.text or "") for name, each in node.entries.items() if isinstance(each.value, Scalar)]


def _is_parted(one: Chunk, other: Chunk, lines: Sequence[str], *by: str) -> bool:
    """Tell whether a blank line or a line of ``---`` stands between two fields, or one of certain lines."""
    between = {line.strip() for line in lines[one.last + 1 : other.begin]}
    return not between.isdisjoint(by or ("", "---"))
