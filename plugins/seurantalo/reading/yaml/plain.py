"""The plain ``name: text`` files that people write, read line by line where YAML takes a sign for its own.

Asked only for what libyaml can't read, or read as something that nobody means. Each field is read by itself: one that
can't be understood hides no other. Lines and columns are always those of the file as it was written.
"""

from __future__ import annotations

import re
from typing import Final

from seurantalo.model.problem import Mend, Severity
from seurantalo.reading.input_words import CLOCK_WORDS, LANGUAGE_NAMES
from seurantalo.reading.yaml.chunks import find_chunks
from seurantalo.reading.yaml.lines import (
    BLOCK,
    Chunk,
    bracket,
    head_of,
    indent_of,
    is_quote,
    key_of,
    quoted,
    unquoted,
    without_comment,
)
from seurantalo.reading.yaml.nodes import Entry, Flaw, Mapping, Node, Scalar, Sequence, moved_left
from seurantalo.reading.yaml.strict import MAXIMUM_DEPTH, strict_tree
from seurantalo.reading.yaml.words import Holds, all_words, plain_word, title_words, top_words

#: What is no field: at most as many are told of in one file.
MAXIMUM_FLAWS: Final = 100
#: What a machine adds below a text that was sent from it; nobody misses it.
_SIGNATURES: Final = ("lähetetty", "sent from my", "skickat från", "get outlook for", "hanki outlook")
#: How many items one list may hold here.
_MOST_ITEMS: Final = 1_000
#: A link of Markdown, no list.
_LINK: Final = re.compile(r"\[[^\[\]]{1,200}\]\([^()\s]{1,2000}\)")
_UNSAFE: Final = frozenset({"yaml-alias", "yaml-tag"})


class PlainReader:
    """Reads the lines of one text; ``flaws`` gathers what is to be said."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        """Take a text that begins on a line of its file."""
        self.lines = text.split("\n")
        self.first = first_line
        self.flaws: list[Flaw] = []

    def chunks(self, begin: int, end: int, depth: int = 0) -> list[Chunk]:
        """Return the fields of some lines. Lines before the first of them are told of."""
        found, lost = find_chunks(self.lines, begin, end, all_words() if depth else top_words())
        if found:
            for run in lost:
                self._tell_lost(run)
        return found

    def mapping(self, chunks: list[Chunk], depth: int = 0) -> Mapping:
        """Return the fields of chunks; of two with one name the first stays, and the second is told of."""
        entries: dict[str, Entry] = {}
        if chunks:
            self._tell_signs(chunks)
        for chunk in chunks:
            key = chunk.key
            line, column = chunk.begin + self.first, key.column + 1
            value = self._value(chunk, depth)
            if key.name in entries:
                values = (("field", key.name), ("first", str(entries[key.name].line)))
                self._flaw("duplicate-key", line, column, values)
            else:
                entries[key.name] = Entry(line, column, value)
        first = chunks[0] if chunks else None
        return Mapping(entries, (first.begin if first else 0) + self.first, (first.key.column if first else 0) + 1)

    def _value(self, chunk: Chunk, depth: int) -> Node:
        key = chunk.key
        for run in chunk.astray:
            if not self._takes(chunk, run):
                self._tell_lost(run)
        head, moved = head_of(key)
        body = [self._without_tabs(line, chunk) for line in chunk.lines[1:]]
        line = chunk.begin + self.first
        node, flaws = strict_tree("\n".join((head, *body)), line)
        if isinstance(node, Mapping) and len(node.entries) == 1 and not flaws:
            value = next(iter(node.entries.values())).value
            return moved_left(value, line, moved) if moved else value
        flaw = flaws[0] if flaws else Flaw("yaml-syntax", line, key.column + 1, (("found", key.value[:60]),))
        if flaw.code == "control-character":
            self._flaws_of(flaw, None)
            return Scalar(None, line, key.value_column + 1)
        if any(each.strip() for each in body):
            return self._with_body(chunk, body, flaw, depth)
        return self._one_line(chunk, flaw)

    # One line

    def _one_line(self, chunk: Chunk, flaw: Flaw) -> Node:
        key = chunk.key
        line, column = chunk.begin + self.first, key.value_column + 1
        value = without_comment(key.value)
        if is_quote(value):
            text = unquoted(value)
            if text is None:
                text = value[1:].strip()
                mend = self._line_mend(chunk, quoted(text)) if text else None
                self._flaw("yaml-open-quote", line, column, (("found", value[:60]),), mend)
                return Scalar(text or None, line, column)
        elif (closing := bracket(value)) is not None and not closing[1]:
            whole, problems = strict_tree(" " * key.value_column + value + closing[0], line)
            mend = None if whole is None or problems else self._line_mend(chunk, value + closing[0])
            code = "yaml-open-bracket" if closing[0] == "]" else "yaml-open-brace"
            self._flaw(code, line, column, (("found", value[:60]),), mend)
            return Scalar(value, line, column) if mend is None or whole is None else whole
        elif chunk.holds is Holds.PARTS and (parts := _parts(value, line, column)) is not None:
            return parts
        elif chunk.holds is Holds.VALUE and value.startswith("- "):
            # A list that was written behind its name.
            items: list[Node] = [Scalar(each.strip(), line, column) for each in value[2:].split(" - ")]
            return Sequence(items, line, column)
        elif _LINK.fullmatch(value):
            return Scalar(value, line, column)
        elif (chunk.holds is None or not chunk.holds.is_text) and (flaw.code in _UNSAFE or closing is not None):
            self._flaws_of(flaw, None)
            return Scalar(value, line, column)
        else:
            text = value
        self._tell_text(chunk, text)
        return Scalar(text, line, column)

    # Many lines

    def _with_body(self, chunk: Chunk, body: list[str], flaw: Flaw, depth: int) -> Node:
        key, holds = chunk.key, chunk.holds
        line, column = chunk.begin + self.first, key.value_column + 1
        if BLOCK.match(key.value):
            return Scalar(_dedented(body), line, column, block=True)
        if not key.value or key.value.startswith("#"):
            node = self._below(chunk, body, depth)
        elif holds is None or not holds.is_text:
            node = None
        elif is_quote(key.value):
            whole = unquoted(" ".join([key.value, *(each.strip() for each in body)]).strip())
            if whole is None:
                self._flaw("yaml-open-quote", line, column, (("found", key.value[:60]),))
            else:
                self._tell_text(chunk, whole)
            node = Scalar(whole, line, column)
        else:
            node = self._text(chunk, body, key.value[1:].strip() if key.value[:2] in ("| ", "> ") else key.value)
        if node is None:
            self._flaws_of(flaw, None)
            return Scalar(key.value or None, line, column)
        return node

    def _below(self, chunk: Chunk, body: list[str], depth: int) -> Node | None:
        """Return what stands below a name without a value: a text, a list or fields; None for none of them."""
        first = next(each for each in body if each.strip())
        inner = key_of(first, all_words())
        if chunk.holds is not None and chunk.holds.is_text and not (inner and _is_language(inner.name)):
            return self._text(chunk, body, "")
        if depth >= MAXIMUM_DEPTH:
            return None
        if first.lstrip().startswith(("- ", "-\t")):
            return self._sequence(chunk.begin + 1, chunk.last + 1, depth + 1)
        if inner is not None:
            return self.mapping(self.chunks(chunk.begin + 1, chunk.last + 1, depth + 1), depth + 1)
        return self._text(chunk, body, "") if chunk.holds is None else None

    def _text(self, chunk: Chunk, body: list[str], head: str) -> Scalar:
        """Return a text of several lines, each as it was written."""
        text = "\n".join(each for each in (head, _dedented(body)) if each).strip("\n")
        self._tell_text(chunk, text)
        return Scalar(text, chunk.begin + self.first, chunk.key.value_column + 1)

    def _sequence(self, begin: int, end: int, depth: int) -> Node:
        """Return the list that some lines are, each item read by itself."""
        base = next(indent_of(line) for line in self.lines[begin:end] if line.strip())
        starts = [
            number
            for number in range(begin, end)
            if indent_of(self.lines[number]) == base and self.lines[number].lstrip().startswith(("- ", "-\t"))
        ]
        if len(starts) > _MOST_ITEMS:
            self._flaw("yaml-too-large", begin + self.first, base + 1, (("limit", str(_MOST_ITEMS)),))
            return Sequence([], begin + self.first, base + 1)
        items: list[Node] = []
        for start, following in zip(starts, [*starts[1:], end], strict=True):
            line = self.lines[start]
            kept, self.lines[start] = line, line.replace("-", " ", 1)
            items.append(self._item(start, following, depth))
            self.lines[start] = kept
        return Sequence(items, begin + self.first, base + 1)

    def _item(self, begin: int, end: int, depth: int) -> Node:
        lines = self.lines[begin:end]
        node, flaws = strict_tree("\n".join(lines), begin + self.first)
        if node is not None and not flaws:
            return node
        column = indent_of(lines[0])
        if key_of(lines[0], all_words()) is not None:
            return self.mapping(self.chunks(begin, end, depth + 1), depth + 1)
        text = without_comment(" ".join(each.strip() for each in lines if each.strip()))
        if is_quote(text):
            text = unquoted(text) or text
        self._notice("text-read", begin + self.first, column + 1, text)
        return Scalar(text, begin + self.first, column + 1)

    # Lines at the margin

    def _takes(self, chunk: Chunk, run: list[int]) -> bool:
        """Give lines at the margin to a text that goes on there; True where that is what they are."""
        if self._is_signature(run):
            self._notice("line-left-out", run[0] + self.first, 1, self.lines[run[0]].strip())
            return True
        if chunk.holds is not Holds.PROSE and not (chunk.holds is Holds.LINE and not chunk.key.value):
            return False
        value, numbers = chunk.key.value, range(run[0], run[-1] + 1)
        shifted = [f"{' ' * chunk.key.column}  {self.lines[each].lstrip()}".rstrip() for each in numbers]
        first, text = run[0] + self.first, "\n".join(shifted)
        begins = self.lines[run[0]].strip()[:60]
        values = (
            ("field", chunk.key.name),
            ("first", str(first)),
            ("last", str(run[-1] + self.first)),
            ("found", begins),
        )
        mend: Mend | None = Mend(text, first, run[-1] + self.first)
        if value and not chunk.is_block:
            rows = [f"  {each.strip()}".rstrip() for each in (value, *chunk.lines[1:])]
            head = " " * chunk.key.column + chunk.key.name + ": |"
            between = self.lines[chunk.last + 1 : run[0]]
            mend = Mend("\n".join((head, *rows, *between, text)), chunk.begin + self.first, run[-1] + self.first)
        code = "text-at-margin" if len(run) > 1 else "line-at-margin"
        self._flaw(code, first, 1, values, mend, Severity.NOTICE)
        gap = self.lines[chunk.last + 1 : run[0]]
        chunk.lines += [*gap, *shifted]
        chunk.last = run[-1]
        return True

    def _is_signature(self, run: list[int]) -> bool:
        words = self.lines[run[0]].strip().casefold()
        return len(run) == 1 and words.startswith(_SIGNATURES) and not any(map(str.strip, self.lines[run[0] + 1 :]))

    def _tell_lost(self, run: list[int]) -> None:
        """Say of lines that they belong to no field."""
        line = self.lines[run[0]]
        found = line.strip()[:60]
        name, _, value = line.strip().partition(" ")
        name, value, number = name.rstrip(":;,.–-"), value.lstrip(":;–- "), run[0] + self.first
        # A field's name without its colon; "klo 18 avaus" is a line of a programme.
        is_name = plain_word(name) in top_words() and plain_word(name) not in CLOCK_WORDS
        mend = Mend(f"{name}: {value}", number, number) if value and is_name else None
        self._flaw("yaml-missing-colon", run[0] + self.first, indent_of(line) + 1, (("found", found),), mend)

    def without_colons(self) -> tuple[Flaw, ...]:
        """Return what is to be said of lines that begin with the name of a field and lack its colon."""
        for number, line in enumerate(self.lines):
            if line.strip():
                self._tell_lost([number])
        found = tuple(flaw for flaw in self.flaws if flaw.mend is not None)
        return found if len(found) > 1 else ()

    # What is said

    def _tell_signs(self, chunks: list[Chunk]) -> None:
        """Say of what stands between names and values that it is read as a colon and a blank, and where once more."""
        told: dict[tuple[str, str], list[Chunk]] = {}
        for chunk in chunks:
            key = chunk.key
            if key.sign != ":":
                told.setdefault(("colon-otherwise", key.sign), []).append(chunk)
            elif not key.spaced:
                told.setdefault(("colon-without-space", ""), []).append(chunk)
        base = min(chunk.key.column for chunk in chunks)
        further = [chunk for chunk in chunks if chunk.key.plain and chunk.key.column > base]
        if further and not any(chunk.key.lead for chunk in chunks):
            told["indent-read", ""] = further
        for (code, sign), found in told.items():
            first, lines = found[0], [chunk.begin + self.first for chunk in found]
            values = (
                ("found", self.lines[first.begin].strip()[:60]),
                ("sign", sign),
                ("lines", ", ".join(map(str, lines[:10])) + (" …" if len(lines) > 10 else "")),
            )
            column = base if code == "indent-read" else None
            rows = [self._line_mend(chunk, chunk.key.value, column).text for chunk in found]
            mend = Mend("\n".join(rows), lines[0], lines[-1])
            if lines != list(range(lines[0], lines[-1] + 1)) or any(chunk.has_body for chunk in found):
                mend = self._line_mend(first, first.key.value, column)
            self._flaw(code, lines[0], first.key.column + 1, values, mend, Severity.NOTICE)

    def _tell_text(self, chunk: Chunk, text: str) -> None:
        """Say how a text was read that its author may have meant otherwise."""
        if chunk.holds is None or chunk.holds.is_text:
            code = "title-read" if plain_word(chunk.key.name) in title_words() else "text-read"
            self._notice(code, chunk.begin + self.first, chunk.key.value_column + 1, " ".join(text.split()))

    def _notice(self, code: str, line: int, column: int, found: str) -> None:
        found = found if len(found) <= 80 else f"{found[:79]}…"
        self._flaw(code, line, column, (("found", found),), None, Severity.NOTICE)

    def _line_mend(self, chunk: Chunk, value: str, column: int | None = None) -> Mend:
        line, blanks = chunk.begin + self.first, " " * (chunk.key.column if column is None else column)
        return Mend(f"{blanks}{chunk.key.name}: {value}".rstrip(), line, line)

    def _flaws_of(self, flaw: Flaw, mend: Mend | None) -> None:
        self._flaw(flaw.code, flaw.line, flaw.column, flaw.values, mend)

    def _flaw(
        self,
        code: str,
        line: int,
        column: int,
        values: tuple[tuple[str, str], ...] = (),
        mend: Mend | None = None,
        severity: Severity = Severity.ERROR,
    ) -> None:
        if len(self.flaws) < MAXIMUM_FLAWS:
            self.flaws.append(Flaw(code, line, column, values, severity, mend))

    def _without_tabs(self, line: str, chunk: Chunk) -> str:
        """Return a line with blanks in place of the tabs that it begins with."""
        start = line[: len(line) - len(line.lstrip(" \t"))]
        if "\t" not in start:
            return line
        if not any(each.code == "tab-read" for each in self.flaws):
            number = chunk.begin + chunk.lines.index(line)
            self._flaw("tab-read", number + self.first, start.index("\t") + 1, (), None, Severity.NOTICE)
        return start.replace("\t", "  ") + line[len(start) :]


def _parts(value: str, line: int, column: int) -> Node | None:
    """Return fields that stand in a row on one line, with commas between them."""
    key = key_of(value, all_words())
    if key is None or not key.known or column < 2:
        return None
    node, flaws = strict_tree(f"{' ' * (column - 2)}{{{value}}}", line)
    return None if flaws else node


def _is_language(word: str) -> bool:
    return plain_word(word) in map(plain_word, LANGUAGE_NAMES)


def _dedented(body: list[str]) -> str:
    """Return lines without the blanks that all of them begin with."""
    depth = min((indent_of(line) for line in body if line.strip()), default=0)
    return "\n".join(line[depth:].rstrip() for line in body).strip("\n") + "\n"
