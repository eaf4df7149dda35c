"""Texts that a number sign cuts: for YAML it begins a comment, for people it is a part of what they write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.problem import Mend, Severity
from seurantalo.reading.yaml.comments import Comment, comments_in
from seurantalo.reading.yaml.lines import quoted
from seurantalo.reading.yaml.nodes import Entry, Flaw, Mapping, Scalar, Sequence
from seurantalo.reading.yaml.words import Holds, all_words, plain_word

#: A cheap look at what nearly no file has.
_BEHIND: Final = re.compile(r"\S[ \t]+#")


def with_number_signs(text: str, tree: Mapping, first_line: int) -> tuple[Mapping, tuple[Flaw, ...]]:
    r"""Return a tree whose texts go on behind a ``#`` that is one with a word, and what is to be said.

    What stands behind a sign alone is left out as YAML has it, and told of.
    """
    if _BEHIND.search(text) is None:
        return tree, ()
    behind = {each.line: each for each in comments_in(text, first_line) if each.trailing}
    if not behind:
        return tree, ()
    reader = _Signs(text.split("\n"), first_line, behind)
    return reader.mapping(tree), tuple(reader.flaws)


@dataclass(slots=True)
class _Signs:
    lines: list[str]
    first: int
    behind: dict[int, Comment]
    flaws: list[Flaw] = field(default_factory=list)

    def mapping(self, node: Mapping) -> Mapping:
        entries = dict(self._entries(node))
        return Mapping(entries, node.line, node.column)

    def _entries(self, node: Mapping) -> Iterator[tuple[str, Entry]]:
        for name, entry in node.entries.items():
            value = entry.value
            holds = all_words().get(plain_word(name))
            if isinstance(value, Scalar):
                if holds is not None and holds.is_text and value.line in self.behind and not value.block:
                    value = self._scalar(value, entry, holds)
            elif isinstance(value, Mapping):
                value = self.mapping(value)
            else:
                items = [self.mapping(item) if isinstance(item, Mapping) else item for item in value.items]
                value = Sequence(items, value.line, value.column)
            yield name, entry._replace(value=value)

    def _scalar(self, value: Scalar, entry: Entry, holds: Holds) -> Scalar:
        comment = self.behind[value.line]
        line = self.lines[value.line - self.first]
        if entry.line != value.line or line[value.column - 1 : value.column] in ("'", '"', "|", ">"):
            return value
        words = comment.words.rstrip()
        if value.text is not None and value.text.endswith(words):
            return value
        if line[value.column - 1 : comment.column - 1].strip() != (value.text or ""):
            return value
        whole = f"{value.text} {words}" if value.text else words
        begin = value.column - 1 if value.text else comment.column - 1
        if words[1:2].strip():
            code = "number-sign-read"
        elif value.text is None and holds is Holds.PROSE:
            return value
        else:
            code = "number-sign-cut"
        mend = Mend(line[:begin].rstrip() + " " + quoted(whole), value.line, value.line)
        values = (("found", whole[:80] if code == "number-sign-read" else words[:60]),)
        self.flaws.append(Flaw(code, value.line, comment.column, values, Severity.NOTICE, mend))
        if code == "number-sign-cut":
            return value
        return value._replace(text=whole, column=value.column if value.text else comment.column)
