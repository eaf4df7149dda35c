"""A problem is a value: collected, sorted and reported once; never printed or raised half way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


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
class Problem:
    """One thing that is wrong at one place of one file.

    The words for ``code`` are in the language room; ``values`` fills their blanks. Line and column count from one,
    as in editors and in GitHub's annotations; line 0 means the file as a whole. Sorted, problems stand as somebody
    meets them who goes through the file.

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

    @property
    def sort_key(self) -> tuple[str, int, int, str, str, tuple[tuple[str, str], ...]]:
        """Order by file, then by place in it."""
        return (self.path, self.line, self.column, self.code, self.field, self.values)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems without repeats, by file, line and column."""
    return tuple(sorted(set(problems), key=lambda problem: problem.sort_key))
