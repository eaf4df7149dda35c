"""What of a YAML text is a comment, told by libyaml's own tokens: a ``#`` in quotes or in a ``|`` block is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from yaml import YAMLError
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs don't name it; it is libyaml's

#: Where no token tells: a sign at the beginning of a line or after a blank.
_SIGN: Final = re.compile(r"(?:^|(?<=[ \t]))#.*")


class Comment(NamedTuple):
    """A comment with its sign, its place from one, and whether something else stands before it on its line."""

    words: str
    line: int
    column: int
    trailing: bool


def perhaps_comments(text: str) -> Iterator[str]:
    """Yield what stands behind each sign that may begin a comment, to the end of its line: no comment is missing.

    Nothing is parsed: this settles at once that no comment holds what is looked for.

    >>> list(perhaps_comments("otsikko: 'Talkoot #1 # 2' # varmistettu"))
    ["# 2' # varmistettu", '# varmistettu']
    """
    at = text.find("#")
    while at >= 0:
        if at == 0 or text[at - 1] in " \t\n":
            end = text.find("\n", at)
            yield text[at:] if end < 0 else text[at:end]
        at = text.find("#", at + 1)


def comments_in(text: str, first_line: int = 1) -> Iterator[Comment]:
    r"""Yield the comments of a YAML text in order; ``first_line`` is where the text begins in its file.

    What libyaml can't read is looked at line by line, so that a comment may be found too much and none too little.

    >>> [each.words for each in comments_in("otsikko: 'Talkoot #1' # varmistettu\nkuvaus: |\n  # teksti\n")]
    ['# varmistettu']
    """
    if "#" not in text:
        return
    lines = text.split("\n")
    line, column = 0, 0
    parser = CParser(text)
    try:
        while (token := parser.get_token()) is not None:
            start, end = token.start_mark, token.end_mark
            yield from _between(lines, (line, column), (start.line, start.column), first_line)
            if getattr(token, "style", None) in ("|", ">"):
                # A block begins at its sign, and the rest of that line is none of its text.
                head = start.line, len(lines[start.line])
                yield from _between(lines, (start.line, start.column), head, first_line)
            line, column = end.line, end.column
    except YAMLError:
        pass
    yield from _between(lines, (line, column), (len(lines), 0), first_line)


def _between(lines: list[str], after: tuple[int, int], before: tuple[int, int], first_line: int) -> Iterator[Comment]:
    """Yield the comments between two places, from zero."""
    for number in range(after[0], min(before[0] + 1, len(lines))):
        text = lines[number]
        begin = after[1] if number == after[0] else 0
        end = before[1] if number == before[0] else len(text)
        found = _SIGN.search(text[:end], begin)
        if found is not None:
            trailing = bool(text[: found.start()].strip())
            yield Comment(found[0], number + first_line, found.start() + 1, trailing)
