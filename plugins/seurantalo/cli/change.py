"""What a change brings: problems that are new, those that are gone, and what was understood of its files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable

from seurantalo.cli.identity_news import identity_problems
from seurantalo.cli.past_news import past_problems
from seurantalo.cli.revision import EarlierSiteError, project_at
from seurantalo.cli.understood import Understood, changed_files, understood
from seurantalo.frozen import dataclass
from seurantalo.model.problem import Problem, Severity, in_order
from seurantalo.project import Planned, Project
from seurantalo.reading import Reading


@dataclass(frozen=True, slots=True)
class Checked:
    """What a project's files say, and what follows from their dates: that only where the files hold no errors."""

    reading: Reading
    plan: Planned | None

    @property
    def planned(self) -> tuple[Problem, ...]:
        """What follows from the dates."""
        return self.plan.problems if self.plan is not None else ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems, in order."""
        return in_order((*self.reading.problems, *self.planned))


@dataclass(frozen=True, slots=True)
class Change:
    """What a change brings (``added``), what it takes away, and what was there before and is there still.

    ``earlier`` is what can't be compared: the reason in words where not even the options of the site could be read,
    ``"errors"`` where its files held errors, so that their dates are not known; else ``""``.
    """

    added: tuple[Problem, ...]
    removed: tuple[Problem, ...]
    left: tuple[Problem, ...]
    understood: tuple[Understood, ...]
    earlier: str = ""


def check(project: Project) -> Checked:
    """Read a project and work out its dates."""
    reading = project.read()
    return Checked(reading, project.plan(reading.community) if reading.community is not None else None)


def change(project: Project, now: Checked, revision: str) -> Change:
    """Return what has changed since a revision; raise UsageError where there is none, or no project in it."""
    try:
        with project_at(project, revision) as then:
            return change_between(project, now, then, check(then))
    except EarlierSiteError as error:
        return Change(now.problems, (), (), (), error.in_words(project.lang))


def change_between(
    project: Project, now: Checked, then: Project, before: Checked, files: frozenset[str] | None = None
) -> Change:
    """Return what differs between two states of a project; ``files`` are those that differ, where that is known."""
    if files is None:
        files = changed_files(project, now.reading, then, before.reading)
    news = understood(project, now.reading, before.reading, files)
    problems = now.problems
    earlier = ""
    if before.reading.community is None and now.reading.community is not None:
        earlier = "errors"
        # What follows from dates was not known then: only that of this change's own files is news.
        problems = in_order((*now.reading.problems, *(one for one in now.planned if one.path in files)))
    added = _beyond(problems, before.problems)
    removed = _beyond(before.problems if now.reading.community else before.reading.problems, now.problems)
    about: list[Problem] = list(past_problems(project, news))
    if before.reading.community is not None and now.reading.community is not None:
        about += identity_problems(project, now.reading.community, then, before.reading.community)
    return Change(
        added=in_order((*added, *about)),
        removed=removed,
        left=_beyond(problems, added),
        understood=news,
        earlier=earlier,
    )


def errors(problems: Iterable[Problem]) -> int:
    """Return how many of the problems are errors."""
    return sum(problem.severity is Severity.ERROR for problem in problems)


def _beyond(problems: Iterable[Problem], others: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems that the others lack. Lines move with every edit, so they don't tell problems apart."""
    known = Counter(map(_what, others))
    found = []
    for problem in problems:
        if known[_what(problem)]:
            known[_what(problem)] -= 1
        else:
            found.append(problem)
    return tuple(found)


def _what(problem: Problem) -> Hashable:
    return (problem.code, problem.path, problem.field, problem.values, problem.severity)
