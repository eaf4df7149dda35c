"""``seurantalo check``: every file is read, and all that is wrong is told once."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from seurantalo.cli.command import Commands, ExitCode
from seurantalo.cli.identity_news import identity_problems
from seurantalo.cli.markdown_text import code, plain
from seurantalo.cli.revision import project_at
from seurantalo.model.problem import Problem, Severity, in_order
from seurantalo.own_kinds import own_feeds, own_pages
from seurantalo.project import Project
from seurantalo.reading import Reading
from seurantalo.reading.report import explain, format_github, format_json, format_text, mend_lines

_FORMATS: Final = ("text", "github", "markdown", "json")


def register(commands: Commands, shared: ArgumentParser) -> None:
    """Add the command ``check``."""
    parser = commands.add_parser("check", parents=[shared], help="check every file and say all that is wrong")
    parser.add_argument("--against", default="", metavar="REV", help="only what is new since this revision")
    parser.add_argument("--format", choices=_FORMATS, default="text", help="the form of the answer")
    parser.set_defaults(command=_check)


def _check(project: Project, options: Namespace) -> ExitCode:
    # No page is made here, but a package that can't be loaded would stop the build.
    own_pages()
    own_feeds()
    checked = _checked(project)
    problems = checked.problems
    failed = any(problem.severity is Severity.ERROR for problem in problems)
    counted = [_summary(project, checked.files, problems)]
    shown = problems
    if options.against:
        shown, removed = _change(project, checked, options.against)
        counted.append(_compared(project, shown, removed))
    match options.format:
        case "json":
            print(format_json(shown, project.lang))
        case "github":
            if shown:
                print(format_github(shown, project.lang))
        case "markdown":
            print("\n".join(_markdown(project, shown, counted)))
        case _:
            print("\n".join([*([format_text(shown, project.lang)] if shown else []), *counted]))
    return ExitCode.ERRORS if failed else ExitCode.CLEAN


def _checked(project: Project) -> Reading:
    """Return what a project's files say, with all problems of it."""
    reading = project.read()
    if reading.community is None:
        return reading
    return replace(reading, problems=in_order((*reading.problems, *project.plan(reading.community).problems)))


def _change(project: Project, now: Reading, revision: str) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Return the problems that are new since a revision, and those that are gone."""
    with project_at(project, revision) as then:
        before = _checked(then)
        news: Iterable[Problem] = ()
        if before.community is not None and now.community is not None:
            news = identity_problems(project, now.community, then, before.community)
        return in_order((*_beyond(now.problems, before.problems), *news)), _beyond(before.problems, now.problems)


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


def _summary(project: Project, files: int, problems: Sequence[Problem]) -> str:
    errors = _errors(problems)
    lang = project.lang
    checked = lang.count("{n} file checked", "{n} files checked", files)
    found = lang.count("{n} error", "{n} errors", errors) if errors else lang.say("no errors")
    return f"{checked}: {found}."


def _compared(project: Project, added: Sequence[Problem], removed: Sequence[Problem]) -> str:
    lang = project.lang
    new, gone = _errors(added), _errors(removed)
    parts = []
    if new:
        parts.append(lang.count("This change brings {n} new error.", "This change brings {n} new errors.", new))
    if gone:
        parts.append(lang.count("It fixes {n} error.", "It fixes {n} errors.", gone))
    return " ".join(parts) or lang.say("This change brings no new error.")


def _errors(problems: Iterable[Problem]) -> int:
    return sum(problem.severity is Severity.ERROR for problem in problems)


def _markdown(project: Project, problems: Iterable[Problem], counted: Iterable[str]) -> list[str]:
    lang = project.lang
    lines = [f"## {lang.say('Check of the files')}", "", *counted]
    for number, problem in enumerate(problems):
        words = explain(problem, lang)
        place = f"{code(f'{problem.path}:{problem.line}')}: " if problem.path else ""
        lines += [""] if not number else []
        lines.append(f"- {place}**{lang.say(problem.severity.value)}:** {plain(words.message)} {plain(words.hint)}")
        if copied := mend_lines(problem):
            fence = "`" * max(3, 1 + max((len(run) for line in copied for run in re.findall("`+", line)), default=0))
            lines += ["", *(f"  {line}".rstrip() for line in (fence, *copied, fence)), ""]
    return lines
