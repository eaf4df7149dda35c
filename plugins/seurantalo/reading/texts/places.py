"""Where the words of a text stand in its file."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import Final

from seurantalo.reading.file_scope import Place, Placed, Scope

#: So many lines after the place of a text its words begin at most.
_NEAR: Final = 40


class TextPlaces:
    """The places of one text that stands at ``node``, or after it. What costs is done once, only when asked."""

    def __init__(self, scope: Scope, node: Placed, text: str) -> None:
        """Take the file and the text that was read of it."""
        self._scope, self._node, self._text = scope, node, text

    def of(self, start: int, words: str) -> Place:
        """Return where the words are that begin at an offset of the text; the text's own place where that is unclear.

        Lines of a text are lines of the file, but for those that YAML has folded.
        """
        words = words.split("\n", 1)[0]
        number = bisect_right(self._starts, start) - 1
        line = self._first + number - 1
        own = self._text_lines[number]
        if self._first and line < len(self._file_lines):
            column = self._file_lines[line].find(own.strip())
            if column >= 0:
                return Place(line + 1, column + start - self._starts[number] - (len(own) - len(own.lstrip())) + 1)
        return self._scope.find(words, self._node)

    @cached_property
    def _file_lines(self) -> list[str]:
        return self._scope.text.split("\n")

    @cached_property
    def _text_lines(self) -> list[str]:
        return self._text.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self._text_lines)][: len(self._text_lines)]

    @cached_property
    def _first(self) -> int:
        """The line of the file on which the text begins; 0 where that is not found."""
        first = self._text_lines[0].strip()
        near = range(self._node.line, min(self._node.line + _NEAR, len(self._file_lines)) + 1)
        whole = (number for number in near if self._file_lines[number - 1].strip() == first)
        part = (number for number in near if first and first in self._file_lines[number - 1])
        return next(whole, 0) or next(part, 0)
