"""A problem is a value: collected, sorted and reported once; never printed or raised half way."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from seurantalo.frozen import dataclass


class Severity(StrEnum):
    """How much a problem matters: an error stops the build, a warning asks, a notice only tells.

    >>> Problem("hold-expired", "events/tanssit.yml").severity.value
    'error'
    >>> [severity.value for severity in Severity]
    ['error', 'warning', 'notice']
    """

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Mend:
    r"""What to write so that a problem goes away: lines of a file, or a new file.

    ``text`` stands in the place of the lines from ``first`` to ``last``, counted from one; where ``last`` is smaller,
    it goes in before the line ``first``. ``path`` names another file than the problem's, which the text is all of.

    >>> Mend("alkaa: 1.5.2027 klo 18", 2, 2).applied("otsikko: Tanssit\nalkaa: 1.5.2027 klo 28\n")
    'otsikko: Tanssit\nalkaa: 1.5.2027 klo 18\n'
    >>> Mend("alkaa: 1.5.2027 klo 18", 2, 1).applied("otsikko: Tanssit\npaikka: lava\n")
    'otsikko: Tanssit\nalkaa: 1.5.2027 klo 18\npaikka: lava\n'
    """

    text: str
    first: int = 0
    last: int = 0
    path: str = ""

    def applied(self, text: str) -> str:
        """Return the text of a file after the mend."""
        if self.path:
            return self.text
        lines = text.splitlines()
        written = self.text.splitlines()
        if self.last < self.first:
            lines[self.first - 1 : self.first - 1] = written
        else:
            lines[self.first - 1 : self.last] = written
        return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong at one place of one file.

    The words for ``code`` are in the language room; ``values`` fills their blanks. Line and column count from one,
    as in editors and in GitHub's annotations; line 0 means the file as a whole. ``mend`` is there where one right
    writing is known. Sorted, problems stand as somebody meets them who goes through the file.

    >>> found = Problem("hold-expired", "events/tanssit.yml", line=7, severity=Severity.NOTICE)
    >>> [problem.line for problem in in_order([found, Problem("missing", "events/tanssit.yml", line=2), found])]
    [2, 7]
    """

    code: str
    path: str
    line: int = 0
    column: int = 0
    field: str = ""
    values: tuple[tuple[str, str], ...] = ()
    severity: Severity = Severity.ERROR
    mend: Mend | None = None

    @property
    def sort_key(self) -> tuple[str, int, int, str, str, tuple[tuple[str, str], ...]]:
        """Order by file, then by place in it."""
        return (self.path, self.line, self.column, self.code, self.field, self.values)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems without repeats, by file, line and column."""
    return tuple(sorted(set(problems), key=lambda problem: problem.sort_key))
